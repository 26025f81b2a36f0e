"""Writes the demo's resumes and its letter through documents' own actions."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from askwell.accounts.models import Workspace
from askwell.desk.actions.demo.script import ZONE, local_noon, script
from askwell.documents.actions.letters import begin_letter
from askwell.documents.actions.resumes import About, Look, begin_resume, choose
from askwell.documents.actions.versions import note_sent, take_out_resume
from askwell.documents.choices import Form
from askwell.documents.models import Resume
from askwell.documents.queries.resumes import opened
from askwell.documents.rules.changing import left_out
from askwell.documents.rules.selecting import choice_now
from askwell.lib.times import local_day

ABOUT = ("name", "language", "title", "employer", "posting")


def write_papers(*, workspace: Workspace, now: datetime) -> None:
    """Each on its day, of the story as it is told."""
    told = script("papers")
    for one in told["resume"]:
        about = About(**{name: one[name].strip() for name in ABOUT if name in one})
        row = begin_resume(workspace=workspace, about=about, now=local_noon(now, -one["days"]))
        if "leaves_out" in one:
            row = _without(row, one["leaves_out"], local_noon(now, -one["days"]))
        if "sent" in one:
            _send(row, one["sent"], now)
    letter = told["letter"]
    at = local_noon(now, -letter["days"])
    begin_letter(
        workspace=workspace, kind=letter["kind"], language=letter["language"], facts=letter["facts"],
        recipient=letter["recipient"], resume_id=row.pk, day=local_day(at, ZONE), now=at,
    )  # fmt: skip


def _without(row: Resume, texts: Collection[str], at: datetime) -> Resume:
    """Skills and lines that say one of these are not ticked."""
    selected = opened(row).selected
    lines = {line.id for part in selected.parts for line in part.lines if _says(line.text, texts)}
    skills = {one.id for one in selected.skills if _says(one.it.name, texts)}
    choice = left_out(choice_now(selected), lines | skills)
    look = Look(row.template, row.paper, row.pages)
    return choose(
        workspace=row.workspace, resume_id=row.pk, choice=choice, look=look, version=row.version, editor="", now=at
    )  # fmt: skip


def _says(text: str, texts: Collection[str]) -> bool:
    return any(one in text for one in texts)


def _send(row: Resume, sent: Mapping[str, Any], now: datetime) -> None:
    at = local_noon(now, -sent["days"])
    version = take_out_resume(opened=opened(row), form=Form.PDF, now=at)
    note_sent(
        workspace=row.workspace, version_id=version.pk, sent_to=sent["to"], sent_on=local_day(at, ZONE),
        sent_by=sent["by"], note="",
    )  # fmt: skip
