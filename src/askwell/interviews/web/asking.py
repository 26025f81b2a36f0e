"""The questions as the page that prepares shows them: remarks, what to ask instead, what was typed and refused."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.utils.translation import get_language

from askwell.interviews.queries.prepare import Asked, PreparePage
from askwell.interviews.rules.bank import BankQuestion
from askwell.interviews.web.words import prepare as words
from askwell.lib.numbers import whole_number

BETTER = "better"
"""Stands for the coach's own wording where else a question of the bank is named."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a question was not saved: `question` is the one, None the new one; `typed` what stands in the field
    still; `theirs` what somebody else made of it in between."""

    question: UUID | None
    words: str
    typed: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One question on the page. `instead` is the suggestion, `instead_id` the bank's id of it (BETTER: it is the
    coach's wording), `other` the number of the next one. `labels` name its controls to who cannot see them."""

    id: str
    asked: Asked
    labels: dict[str, str]
    text: str
    was: str
    remarks: list[dict[str, str]]
    instead: str
    instead_id: str
    other: int
    trouble: Trouble | None


def asking_context(request: HttpRequest, page: PreparePage, trouble: Trouble | None) -> dict[str, object]:
    """What the template needs of the questions. `other` in the address (question:number) asks for another
    suggestion."""
    chosen, _colon, number = request.GET.get("other", "").partition(":")
    turns = {chosen: whole_number(number, 0)}
    lines = [_line(one, page, turns.get(str(one.id), 0), trouble) for one in page.questions]
    return {
        "lines": lines,
        "token": csrf_input(request),
        "last": len(lines),
        "asked_count": words.asked_count(page),
        "offers": [_offer(one, page) for one in page.offers],
        "offers_heading": words.offers_heading(page),
        "adding": trouble if trouble and trouble.question is None else None,
    }


def _line(asked: Asked, page: PreparePage, turn: int, trouble: Trouble | None) -> Line:
    own = trouble if trouble and trouble.question == asked.id else None
    ways = [(one.text_in(page.language), one.id) for one in asked.instead]
    ways = [(asked.better, BETTER), *ways] if asked.better else ways
    count = len(ways)
    instead, instead_id = ways[turn % count] if count else ("", "")
    return Line(
        id=str(asked.id),
        asked=asked,
        labels=words.labels(asked.number, get_language() or "en"),
        text=own.typed if own else asked.text,
        was=asked.text,
        remarks=words.remarks(asked.findings),
        instead=instead,
        instead_id=instead_id,
        other=(turn + 1) % count if count else 0,
        trouble=own,
    )


def _offer(question: BankQuestion, page: PreparePage) -> dict[str, object]:
    return {
        "id": question.id,
        "text": question.text_in(page.language),
        "topic": question.topic,
        "why": words.offer_why(question, page.questions),
        "is_missing": not any(one.topic is question.topic for one in page.questions),
    }
