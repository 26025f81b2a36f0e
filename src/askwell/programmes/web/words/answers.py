"""Answers to a programme's own questions, to be read."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import pgettext

from askwell.programmes.choices import QuestionKind
from askwell.programmes.queries.intake import Asked
from askwell.programmes.web.words.questions import NO, YES


def answered(asked: Sequence[Asked], told: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Question and answer, of those that were answered."""
    return [(one.text, _words(one, told[str(one.id)])) for one in asked if told.get(str(one.id))]


def unanswered(asked: Sequence[Asked], told: Mapping[str, Any]) -> list[str]:
    """The questions that everybody is to answer, and that were not."""
    return [one.text for one in asked if one.is_required and not told.get(str(one.id))]


def _words(asked: Asked, answer: Any) -> str:
    if asked.kind is QuestionKind.YES_NO:
        return {YES: pgettext("answer", "Yes"), NO: pgettext("answer", "No")}.get(str(answer), str(answer))
    shown = dict(asked.options)
    parts = answer if isinstance(answer, list) else [answer]
    return ", ".join(shown.get(str(part), str(part)) for part in parts)
