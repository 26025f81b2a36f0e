"""A programme's own questions on its forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from askwell.accounts.models import Workspace
from askwell.lib.text import clean
from askwell.programmes.actions.errors import NoWordsError, TooFewOptionsError, UnlikeOptionsError
from askwell.programmes.actions.keeping import at_version, kept
from askwell.programmes.choices import Audience, QuestionKind
from askwell.programmes.models import IntakeQuestion

CHOICES = (QuestionKind.ONE, QuestionKind.SEVERAL)
MOST_OPTIONS = 20


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """`words` by language; `options` a line each, by language, line for line the same."""

    kind: QuestionKind
    words: Mapping[str, str]
    options: Mapping[str, Sequence[str]]
    is_required: bool


@transaction.atomic
def add_question(*, workspace: Workspace, audience: Audience, facts: QuestionFacts, language: str) -> IntakeQuestion:
    """At the end of the form. Raises NoWordsError without words in the programme's own `language`, TooFewOptionsError
    for a choice among fewer than two, UnlikeOptionsError for one that has more or fewer lines in another language."""
    of_form = IntakeQuestion.objects.of(workspace).filter(audience=audience)
    last: int | None = of_form.aggregate(last=Max("position"))["last"]
    row = IntakeQuestion(workspace=workspace, audience=audience, position=(last or 0) + 1)
    for name, value in _columns(facts, language).items():
        setattr(row, name, value)
    row.save()
    return row


@transaction.atomic
def change_question(
    *, workspace: Workspace, question_id: UUID, version: int, facts: QuestionFacts, language: str
) -> None:
    """As `add_question`; also raises IntakeQuestion.DoesNotExist, and ChangedMeanwhileError where it is no longer
    `version`. Answers given stay as they were given."""
    row = at_version(IntakeQuestion, workspace, question_id, version)
    for name, value in _columns(facts, language).items():
        setattr(row, name, value)
    row.save()


@transaction.atomic
def move_question(*, workspace: Workspace, question_id: UUID, up: bool) -> None:
    """One place towards the beginning or the end of its form. Raises IntakeQuestion.DoesNotExist."""
    row = kept(IntakeQuestion, workspace, question_id)
    of_form = IntakeQuestion.objects.of(workspace).filter(audience=row.audience, removed_at=None)
    order = list(of_form)
    here = next(place for place, one in enumerate(order) if one.pk == row.pk)
    there = here - 1 if up else here + 1
    if 0 <= there < len(order):
        order[here], order[there] = order[there], order[here]
        for place, one in enumerate(order, 1):
            of_form.filter(pk=one.pk).update(position=place)


def _columns(facts: QuestionFacts, language: str) -> dict[str, Any]:
    words = {code: text for code, said in facts.words.items() if (text := clean(said, limit=400))}
    if language not in words:
        raise NoWordsError
    options = _options(facts.options, language) if facts.kind in CHOICES else []
    return {"kind": facts.kind, "words": words, "options": options, "is_required": facts.is_required}


def _options(told: Mapping[str, Sequence[str]], language: str) -> list[dict[str, str]]:
    lines = {code: [clean(line, limit=120) for line in said] for code, said in told.items()}
    many = len(lines.get(language, ()))
    if len(set(filter(None, lines.get(language, ())))) < 2:
        raise TooFewOptionsError
    filled = {code: [n for n, line in enumerate(said) if line] for code, said in lines.items()}
    if unlike := next((code for code, places in filled.items() if places and places != filled[language]), ""):
        raise UnlikeOptionsError(unlike)
    rows = [{code: said[n] for code, said in lines.items() if n < len(said) and said[n]} for n in range(many)]
    return [row for row in rows if language in row][:MOST_OPTIONS]
