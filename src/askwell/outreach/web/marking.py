"""The marked copy that lies under the text field."""

from collections.abc import Iterable

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from askwell.coach.drafts import Finding


def numbered(findings: Iterable[Finding]) -> list[Finding]:
    """In the order in which the page lists them: what stops, what is worth a look, what is good."""
    order = {"stop": 0, "warn": 1, "good": 2}
    return sorted(findings, key=lambda one: (order[one.severity], one.start))


def marked(body: str, findings: Iterable[Finding]) -> SafeString:
    """The text, escaped, with a numbered mark around what each finding speaks of.

    Marks can't overlap: of two that do, the more serious stays.
    """
    taken: list[tuple[int, int, int, str]] = []
    for number, one in enumerate(numbered(findings), start=1):
        if one.end > one.start and all(one.end <= start or end <= one.start for start, end, _n, _s in taken):
            taken.append((one.start, one.end, number, one.severity))
    pieces, at = [], 0
    for start, end, number, severity in sorted(taken):
        pieces += [escape(body[at:start]), _mark(body[start:end], number, severity)]
        at = end
    return mark_safe("".join([*pieces, escape(body[at:])]))  # noqa: S308 # every piece is escaped


def _mark(text: str, number: int, severity: str) -> SafeString:
    kind = "" if severity == "warn" else severity
    return format_html('<mark class="{}" data-n="{}">{}</mark>', kind, number, text)
