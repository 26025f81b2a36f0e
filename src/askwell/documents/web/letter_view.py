"""What the page of a letter shows."""

from typing import Any

from askwell.coach import drafts
from askwell.coach.drafts import Message, Severity
from askwell.documents.actions.versions import LETTER_PAGES
from askwell.documents.choices import Form, LetterKind
from askwell.documents.models import Letter
from askwell.documents.queries.letters import written_letter
from askwell.documents.rules.letters import gaps_in
from askwell.documents.web.pictures import pictured, shown
from askwell.documents.web.words import codes
from askwell.documents.web.words.drafts import worded
from askwell.protocols.papers import Layout

TO_STRANGERS = (LetterKind.ENQUIRY,)
"""Kinds that the coach of first messages knows about."""


def context_of(row: Letter) -> dict[str, Any]:
    written = written_letter(row)
    made = pictured(written, layout_of(row))
    return {
        "row": row,
        "title": codes.letter(row.kind),
        "language": codes.language(row.language),
        "gaps": gaps_in(written),
        "remarks": remarks(row),
        "papers": codes.PAPERS.items(),
        "forms": [(form.value, codes.FORMS[form]) for form in (Form.WORD, Form.TEXT)],
        **shown(made, LETTER_PAGES, [f"page/{number}/?v={row.version}" for number in range(1, made.pages + 1)]),
    }


def layout_of(row: Letter) -> Layout:
    return Layout(paper="a4" if row.paper == "a4" else "letter", pages=LETTER_PAGES, marked="{")


def remarks(row: Letter) -> list[str]:
    """What the coach minds in a letter to somebody whom one does not know."""
    if row.kind not in TO_STRANGERS:
        return []
    message = Message(text=f"{row.greeting}\n\n{row.body}", language=row.language, subject=row.subject)
    return [
        said for found in drafts.check(message) if found.severity is not Severity.GOOD and (said := worded(found.code))
    ]
