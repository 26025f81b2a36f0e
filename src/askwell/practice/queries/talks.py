"""One rehearsal: its insider, what was said, and the brief beside it."""

from collections.abc import Iterable
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.coach import insider
from askwell.coach.dialogues import Turn
from askwell.coach.insider import Persona
from askwell.interviews.models import Question
from askwell.practice.choices import INSIDER, SEEKER
from askwell.practice.models import Rehearsal, Utterance
from askwell.practice.rules.record import Line


def rehearsal_of(workspace: Workspace, rehearsal_id: UUID) -> Rehearsal:
    """With its interview and that one's person; one query. Raises Rehearsal.DoesNotExist."""
    return Rehearsal.kept(workspace).select_related("interview__person", "workspace").get(pk=rehearsal_id)


def utterances_of(rehearsal: Rehearsal) -> list[Utterance]:
    """In the order in which they were said; one query."""
    rows = Utterance.objects.of(rehearsal.workspace).filter(rehearsal=rehearsal)
    return list(rows.order_by("position"))


def turns_of(utterances: Iterable[Utterance]) -> tuple[Turn, ...]:
    """As the coach reads a talk."""
    return tuple(Turn(SEEKER if one.speaker == SEEKER else INSIDER, one.text) for one in utterances)


def lines_of(utterances: Iterable[Utterance]) -> tuple[Line, ...]:
    """As the report reads a talk."""
    return tuple(
        Line(turn, one.at, heard=one.heard, hook=one.hook, named=one.named, cooler=one.cooler, spoken_by=one.spoken_by)
        for one in utterances
        for turn in turns_of([one])
    )


def persona_of(rehearsal: Rehearsal) -> Persona:
    """Whom one talks with. Raises Rehearsal.DoesNotExist where this version knows nobody of that trade."""
    try:
        return insider.persona(
            trade=rehearsal.trade, language=rehearsal.language, mood=rehearsal.mood, minutes=rehearsal.minutes,
            seed=rehearsal.seed,
        )  # fmt: skip
    except (KeyError, ValueError):
        raise Rehearsal.DoesNotExist from None


def questions_of(rehearsal: Rehearsal) -> dict[UUID, str]:
    """The brief's questions in their order; one query, none without a brief."""
    if rehearsal.interview_id is None:
        return {}
    rows = Question.objects.of(rehearsal.workspace).filter(interview=rehearsal.interview_id)
    return dict(rows.order_by("position", "id").values_list("pk", "text"))
