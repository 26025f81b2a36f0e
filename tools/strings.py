"""Keeps the string catalogues: `python tools/strings.py` extracts, merges into every .po and counts.

Pure Python: Django turns a template into gettext calls, Babel reads and writes catalogues. `--check` writes
nothing and fails when a string is missing, unused or badly formatted. Name languages to leave the others alone.
"""

import argparse
import io
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "askwell"
LANGUAGES = ["zh_Hans", "fr"]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
HEADER = "# Askwell's words in {language}.\n"
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")

Found = tuple[str, int, str | tuple[str, ...], str | None]


def strings() -> Iterator[Found]:
    """Every string a user can see: file, line, message (or its plural forms), context."""
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html"), *SOURCE.rglob("*.txt")]):
        text = path.read_text("utf-8")
        if path.suffix != ".py":
            # read as Python, whose tokens mind how far a line is set in
            text = "\n".join(line.lstrip() for line in templatize(text, origin=str(path)).splitlines())
        elif "gettext" not in text:
            continue
        for line, message, _comments, context in extract(
            "python", io.BytesIO(text.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"}
        ):
            yield str(path.relative_to(ROOT)), line, message, context


@cache
def template() -> Catalog:
    """All strings, untranslated."""
    catalog = Catalog(project="Askwell", charset="utf-8")
    for file, _line, message, context in strings():
        catalog.add(message, locations=[(file, 0)], context=context)
    return catalog


def path_of(language: str) -> Path:
    return SOURCE / "locale" / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, project="Askwell", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def merge(language: str) -> Catalog:
    """The language's catalogue with today's strings: new ones empty, those no longer used gone."""
    catalog = read(language)
    catalog.update(template(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.header_comment = HEADER.format(language=language)
    catalog.fuzzy = False
    return catalog


def missing(catalog: Catalog) -> list[Message]:
    """Strings without a translation, or with one form too few."""
    return [message for message in catalog if message.id and (message.fuzzy or not complete(message, catalog))]


def complete(message: Message, catalog: Catalog) -> bool:
    forms = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    wanted = catalog.num_plurals if isinstance(message.id, (list, tuple)) else 1
    return len(forms) >= wanted and all(forms)


def broken(catalog: Catalog) -> list[Message]:
    """Translations whose placeholders are not those of the original."""
    return [message for message in catalog if message.id and complete(message, catalog) and not fits(message)]


def unused(language: str) -> list[Message]:
    """Translations of strings that no source holds any more."""
    return [message for message in read(language) if message.id and not template().get(message.id, message.context)]


def forms_of(message: Message) -> list[str]:
    """The translations of one message: one, or one for each plural form."""
    return list(message.string) if isinstance(message.string, (list, tuple)) else [message.string]


def fits(message: Message) -> bool:
    originals = message.id if isinstance(message.id, (list, tuple)) else [message.id]
    forms = forms_of(message)
    allowed = {match.group() for text in originals for match in PLACEHOLDER.finditer(text)}
    needed = {match.group() for match in PLACEHOLDER.finditer(originals[-1])}
    # a form may leave out a count that it says in a word; it may never invent a placeholder
    return all({m.group() for m in PLACEHOLDER.finditer(form)} <= allowed for form in forms) and (
        len(originals) > 1 or {m.group() for m in PLACEHOLDER.finditer(forms[0])} == needed
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("languages", nargs="*", choices=[[], *LANGUAGES])
    options = parser.parse_args()
    check, bad = options.check, 0
    for language in options.languages or LANGUAGES:
        catalog = merge(language)
        gaps, wrong, left = missing(catalog), broken(catalog), unused(language)
        bad += len(gaps) + len(wrong) + len(left)
        print(f"{language}: {len(catalog)} strings, {len(gaps)} missing, {len(wrong)} broken, {len(left)} unused")
        for message in [*gaps, *wrong][:10] if check else []:
            print("   ", message.locations[:1], repr(message.id))
        if not check:
            path_of(language).parent.mkdir(parents=True, exist_ok=True)
            with path_of(language).open("wb") as file:
                write_po(file, catalog, width=110, omit_header=False, sort_output=True, ignore_obsolete=True)
    return 1 if check and bad else 0


if __name__ == "__main__":
    sys.exit(main())
