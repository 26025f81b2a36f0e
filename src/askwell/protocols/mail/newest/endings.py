"""Cuts off what closes a letter: regards, name, signature, and the lines that programs add."""

import re
import unicodedata

from askwell.protocols.mail.newest import ending_words as words

SEEN = 300
SIGNATURE_LINES = 10
"""Lines with text that a closing with its signature may have."""


def is_footer(line: str) -> bool:
    """Whether a line was put there by a program: "Sent from my iPhone"."""
    return bool(words.FOOTER.fullmatch(line[:SEEN].strip()))


def without_rules(lines: list[str]) -> list[str]:
    """The lines without rules, empty lines and legal notices at the end."""
    end = _notice(lines)
    while end and (not lines[end - 1].strip() or words.RULE.fullmatch(lines[end - 1][:SEEN].strip())):
        end -= 1
    return lines[:end]


def without_closing(lines: list[str], sender: str) -> list[str]:
    """The lines without the closing at the end, and with what was written after the signature (P.S.)."""
    lines = without_rules(lines)
    texts = [number for number, line in enumerate(lines) if line.strip()]
    names = _names(sender)
    for place, number in enumerate(texts):
        if place and len(texts) - place <= SIGNATURE_LINES and _closes(lines, texts[place:], names):
            return [*lines[:number], *_postscript(lines[number:])]
    return lines


def _notice(lines: list[str]) -> int:
    """Where a legal notice begins, which goes on to the end."""
    texts = [number for number, line in enumerate(lines) if line.strip()]
    return next((number for number in texts[1:] if words.NOTICE.match(lines[number][:SEEN].strip())), len(lines))


def _postscript(lines: list[str]) -> list[str]:
    return next((lines[number:] for number, line in enumerate(lines) if words.POSTSCRIPT.match(line)), [])


def _closes(lines: list[str], rest: list[int], names: frozenset[str]) -> bool:
    """Whether a closing begins at the first of the lines `rest`, all that is left."""
    first, *others = (lines[number][:SEEN].strip() for number in rest)
    signature = [line for line in others if not words.POSTSCRIPT.match(line)]
    if any(_is_sentence(line) for line in signature[: len(others)]) and not _has_postscript(others):
        return False
    if words.CLOSING.fullmatch(first):
        return len(first) < 60
    if _is_name(first, names):
        return True
    before = lines[rest[0] - 1].strip()
    if first.endswith((",", "，")) and others and _is_name(others[0], names):
        return len(first.split()) <= 6 and len(first) <= 45 and not words.CONTENT.search(first)
    return not others and bool(words.LONE_NAME.fullmatch(first)) and (not before or before[-1] in words.STOPS)


def _has_postscript(lines: list[str]) -> bool:
    return any(words.POSTSCRIPT.match(line) for line in lines)


def _is_sentence(line: str) -> bool:
    """Whether a line says something, as no line of a signature does."""
    return len(line) > 90 or bool(words.SENTENCE.search(line))


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def _names(sender: str) -> frozenset[str]:
    """The words of the sender's name, folded, and the name as a whole."""
    plain = _fold(sender.replace('"', ""))
    parts = [part for part in re.split(r"[\s.,()\"]+", plain) if part]
    return frozenset([*parts, "".join(parts)]) if parts else frozenset()


def _is_name(line: str, names: frozenset[str]) -> bool:
    """Whether a line is the sender's name, or begins with it and goes on with title or letters."""
    plain = _fold(words.ORNAMENT.sub("", line))
    head = re.split(r"\s*[|,，/·•(（]\s*|\s[–—-]\s", plain, maxsplit=1)[0]
    parts = [part for part in re.split(r"[\s.]+", head) if part]
    if not parts or len(parts) > 5 or line[-1:] in "?？!！":
        return False
    if "".join(parts) in names:
        return True
    known = [any(_alike(part, name) for name in names) for part in parts]
    return all(known) or (len(parts) > 1 and sum(known) >= 2)


def _alike(part: str, name: str) -> bool:
    """Whether a word is the name, short for it or its initial."""
    if len(part) == 1:
        return part.isalpha() and name[0] == part
    return part == name or (len(part) > 2 and part.isascii() and name[:3] == part[:3])
