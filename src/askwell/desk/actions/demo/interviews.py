"""Fills the demo's interviews through interviews' own actions: what the conversations agreed on, prepared and held."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.desk.actions.demo.script import script
from askwell.interviews.actions.finishing import Closing, Line, finish
from askwell.interviews.actions.holding import catch, save_note
from askwell.interviews.actions.learning import Claim, hear
from askwell.interviews.actions.preparing import Brief, Fact, add_from_bank, add_question, save_brief
from askwell.interviews.actions.referring import Named
from askwell.interviews.choices import Caught, GoalReached, NextStep, SubjectKind, Topic
from askwell.interviews.models import Insight, Interview, Question
from askwell.interviews.rules.bank import questions
from askwell.lib.ids import uuid7

LANGUAGES = {"Min Zhou": "zh-hans", "Marc Tremblay": "fr"}


def hold_interviews(*, workspace: Workspace, persons: Mapping[str, UUID], now: datetime) -> None:
    """The briefs, the questions, and what came of those that were held."""
    told = script("interviews")
    for one in told["interview"]:
        interview = Interview.objects.of(workspace).get(person=persons[one["with"]])
        _prepare(interview, one, now)
        if "said" in one:
            _finish(interview, one, persons)
        for kind, text in one.get("caught", ()):
            at = _after(interview, now)
            catch(workspace=workspace, interview_id=interview.pk, kind=Caught(kind), text=text, key=uuid7(), now=at)
    for beginning, who, agrees in told["voices"]["heard"]:
        claim = Insight.objects.of(workspace).get(text__startswith=beginning)
        hear(workspace=workspace, insight_id=claim.pk, person_id=persons[who], agrees=agrees, now=now)


def _prepare(interview: Interview, told: Mapping[str, Any], now: datetime) -> None:
    workspace, at = interview.workspace, _before(interview, now)
    brief = Brief(
        path="\n".join(told.get("path", ())),
        shared=told.get("shared", ""),
        facts=[Fact(text, source) for text, source in told.get("facts", ())],
        aim=told["aim"],
    )
    save_brief(workspace=workspace, interview_id=interview.pk, version=interview.version, brief=brief, now=at)
    for kind, words, *note in told["questions"]:
        question = _ask(interview, kind, words, LANGUAGES.get(told["with"], "en"), at)
        for text in note:
            save_note(workspace=workspace, interview_id=interview.pk, question_id=question.pk, text=text, version=1)


def _ask(interview: Interview, kind: str, words: str, language: str, at: datetime) -> Question:
    workspace = interview.workspace
    if kind == "bank":
        chosen = next(question for question in questions() if question.id == words)
        return add_from_bank(workspace=workspace, interview_id=interview.pk, question=chosen, language=language, now=at)
    return add_question(workspace=workspace, interview_id=interview.pk, text=words, topic=Topic(kind), now=at)


def _finish(interview: Interview, told: Mapping[str, Any], persons: Mapping[str, UUID]) -> None:
    assert interview.held_at, f"{told['with']} was met"
    card = Closing(
        said=told["said"],
        aim_reached=GoalReached(told["reached"]),
        next_step=NextStep(told["step"]),
        insights=[Claim(text, SubjectKind(kind), about, rating) for text, kind, about, rating in told["claims"]],
        named=[Named(text, may_use_name=True, person_id=persons[who]) for text, who in told.get("named", ())],
        actions=_lines(told.get("actions", ())),
        leads=_lines(told.get("leads", ())),
    )
    finish(
        workspace=interview.workspace,
        interview_id=interview.pk,
        closing=card,
        now=interview.held_at + timedelta(hours=2),
    )


def _lines(texts: Iterable[str]) -> list[Line]:
    return [Line(text) for text in texts]


def _before(interview: Interview, now: datetime) -> datetime:
    return min(interview.starts_at - timedelta(days=1), now) if interview.starts_at else now


def _after(interview: Interview, now: datetime) -> datetime:
    return min(interview.held_at + timedelta(minutes=20), now) if interview.held_at else now
