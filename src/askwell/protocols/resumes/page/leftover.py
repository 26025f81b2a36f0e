"""Lines of which much is found nowhere in what was read: nothing may be lost in silence."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields, is_dataclass

from askwell.lib.text import HAN, fold
from askwell.protocols.resumes.dates import find_span, is_current
from askwell.protocols.resumes.model import Resume
from askwell.protocols.resumes.page.blocks import names_columns
from askwell.protocols.resumes.page.contact import is_label
from askwell.protocols.resumes.page.lines import Line

_WORD = re.compile(rf"[{HAN}]{{2,}}|[^\W\d_{HAN}]{{3,}}")
_SHARE, _MOST = 0.4, 12


def leftover(lines: Sequence[Line], resume: Resume, unread: Sequence[str], headings: Collection[str]) -> list[str]:
    """The texts of lines of which two fifths, or a dozen letters, stand neither in the resume nor in `unread`; dates,
    labels and headings do not count."""
    where = f"{resume.region}{resume.place}"
    told = "".join(fold(text).replace(" ", "") for text in (*_texts(resume), where, *unread))
    return [line.text for line in lines if not names_columns(line) and _is_lost(_below(line.text, headings), told)]


def _below(text: str, headings: Collection[str]) -> str:
    """The text without a heading at its beginning."""
    return text[max((len(heading) for heading in headings if text.startswith(heading)), default=0) :]


def _is_lost(text: str, told: str) -> bool:
    words = [word for word in _WORD.findall(_undated(text)) if not is_label(word) and not is_current(word)]
    missing = sum(len(word) for word in words if fold(word).replace(" ", "") not in told)
    return missing > _MOST or missing > _SHARE * sum(map(len, words))


def _undated(text: str) -> str:
    for _ in range(4):
        span = find_span(text)
        if span is None:
            break
        text = f"{text[: span.first]} {text[span.last :]}"
    return text


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
