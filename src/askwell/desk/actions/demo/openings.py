"""Keeps the demo's openings through opportunities' own actions, each step on its day."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.desk.actions.demo.script import ZONE, local_noon, script
from askwell.lib.times import local_day
from askwell.opportunities.actions.applications import move
from askwell.opportunities.actions.openings import Found, keep_opportunity
from askwell.opportunities.actions.own_stages import add_stage
from askwell.opportunities.choices import Stage
from askwell.opportunities.rules.posting import facts_of


def keep_openings(*, workspace: Workspace, persons: Mapping[str, UUID], now: datetime) -> None:
    add_stage(workspace=workspace, name="Second job interview", within=Stage.JOB_INTERVIEW)
    for one in script("openings")["opening"]:
        _keep(workspace, one, persons, now)


def _keep(workspace: Workspace, one: Mapping[str, Any], persons: Mapping[str, UUID], now: datetime) -> None:
    at = local_noon(now, -one["found"])
    told_by = persons[one["told_by"]] if "told_by" in one else None
    found = Found(one["source"], told_by, None, local_day(at, ZONE))
    row, _is_new = keep_opportunity(
        workspace=workspace, facts=facts_of(_told(one, now)), found=found, now=at, notes=one.get("notes", "")
    )
    for stage, ago in one["steps"]:
        move(workspace=workspace, opportunity_id=row.pk, to=Stage(stage), now=local_noon(now, -ago))


def _told(one: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    today = local_day(now, ZONE)
    least, most, unit = one.get("pay", (None, None, ""))
    days = {name: today + timedelta(days=one[name]) for name in ("posted", "closes") if name in one}
    start = (today + timedelta(days=one["start"])).isoformat() if "start" in one else ""
    pay = {
        "salary_min": least,
        "salary_max": most,
        "salary_unit": unit,
        "currency": "CAD" if unit or "price" in one else "",
    }
    return {**one, "organisation_name": one["organisation"], **pay, **days, "start": start}
