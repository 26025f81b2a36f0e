"""Lays out the demo's decisions through decisions' own actions."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.decisions.actions.choosing import Writing, decide
from askwell.decisions.actions.laying import OptionFacts, WishFacts, add_option, add_wish, begin_decision
from askwell.decisions.actions.weighing_up import Finding, Number, bear_out, give_number
from askwell.decisions.choices import OptionKind
from askwell.desk.actions.demo.script import ZONE, local_noon, script
from askwell.interviews.models import Insight
from askwell.lib.times import local_day


def lay_out_decisions(*, workspace: Workspace, now: datetime) -> None:
    """Each on its day, of what the interviews brought."""
    for told in sorted(script("decisions")["decision"], key=lambda one: -int(one["days"])):
        _lay_out(workspace, told, now)


def _lay_out(workspace: Workspace, told: Mapping[str, Any], now: datetime) -> None:
    at = local_noon(now, -told["days"])
    decision_id = begin_decision(workspace=workspace, question=told["question"], now=at).pk
    options, wishes = {}, {}
    for key, title, about, kind in told["options"]:
        facts = OptionFacts(title=title, about=about, kind=OptionKind(kind))
        options[key] = add_option(workspace=workspace, decision_id=decision_id, facts=facts, now=at).pk
    for key, words, weight, is_must, ask in told["wishes"]:
        wish = WishFacts(words=words, weight=weight, is_must=is_must, ask=ask)
        wishes[key] = add_wish(workspace=workspace, decision_id=decision_id, facts=wish, now=at).pk
    for option, option_id in options.items():
        for key, field in told[option].items():
            _fill(workspace, (option_id, wishes[key]), field, at)
    if "chosen" in told:
        _choose(workspace, decision_id, options[told["chosen"]["option"]], told["chosen"], now)


def _fill(workspace: Workspace, at: tuple[UUID, UUID], told: Mapping[str, Any], now: datetime) -> None:
    option_id, criterion_id = at
    for speaks_for, texts in ((True, told.get("says", ())), (False, told.get("no", ()))):
        for text in texts:
            bear_out(
                workspace=workspace, option_id=option_id, criterion_id=criterion_id, what=_what(workspace, text),
                speaks_for=speaks_for, now=now,
            )  # fmt: skip
    number = Number(points=told["points"], is_guess=told.get("guess", False))
    give_number(workspace=workspace, option_id=option_id, criterion_id=criterion_id, number=number, now=now)


def _what(workspace: Workspace, told: str | list[str]) -> Finding | UUID:
    if isinstance(told, str):
        return Insight.objects.of(workspace).get(text__startswith=told).pk
    text, source = told
    return Finding(text=text, source=source)


def _choose(workspace: Workspace, decision_id: UUID, option_id: UUID, told: Mapping[str, Any], now: datetime) -> None:
    at = local_noon(now, -told["days"])
    day = local_day(at, ZONE)
    writing = Writing(
        option_id=option_id, text=told["text"], decided_on=day,
        look_back_on=local_day(now, ZONE) - timedelta(days=told["back"]),
    )  # fmt: skip
    decide(workspace=workspace, decision_id=decision_id, writing=writing, today=day, now=at)
