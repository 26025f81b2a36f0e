"""Brings the demo's people in through people's own actions, each at their own time."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.desk.actions.demo.script import local_noon, script
from askwell.lib.times import local_day
from askwell.people.actions.events import EventFacts, add_event, meet_at_event
from askwell.people.actions.facts import add_role, record_introduction, write_note
from askwell.people.actions.persons import FirstFacts, PersonDetails, add_person
from askwell.people.choices import Obtained

BEGAN = 75
"""Days ago that Mei began her search: nobody was written down before."""
CHINESE_PLACES = {"苏州": "Asia/Shanghai"}
HOME = "America/Vancouver"
ZONES = {**CHINESE_PLACES, "Montréal": "America/Toronto", "Köln": "Europe/Berlin"}


def bring_people(*, workspace: Workspace, now: datetime) -> dict[str, UUID]:
    """Everyone of the cast, with their ids by Latin name, and where some of them were met."""
    told_of = script("people")
    cast = told_of["person"]
    persons = {name_of(told): _add(workspace, told, now) for told in cast}
    for told in cast:
        if "introduced_by" in told:
            _introduce(workspace, persons, told, now)
    for event in told_of["event"]:
        _hold_event(workspace, persons, event, now)
    return persons


def name_of(told: Mapping[str, Any]) -> str:
    """What the conversations call somebody."""
    return f"{told['given']} {told['family']}"


def _add(workspace: Workspace, told: Mapping[str, Any], now: datetime) -> UUID:
    written_down = local_noon(now, -min(told["met"], BEGAN))
    person = add_person(workspace=workspace, details=_details(told, now), facts=_facts(told), now=written_down)
    for title, organisation, start, end in told.get("past", []):
        add_role(
            workspace=workspace,
            person_id=person.pk,
            title=title,
            organisation=organisation,
            started_on=date(start, 1, 1),
            ended_on=date(end, 12, 31),
            is_current=False,
            now=written_down,
        )
    for ago, text in told.get("notes", []):
        write_note(workspace=workspace, person_id=person.pk, text=text, now=_evening(now, ago))
    return person.pk


def _details(told: Mapping[str, Any], now: datetime) -> PersonDetails:
    place = told.get("place", "Vancouver")
    return PersonDetails(
        given=told["given"],
        family=told["family"],
        native=told.get("native", ""),
        languages=told.get("languages", "en"),
        place=place,
        time_zone=ZONES.get(place, HOME),
        keeps_lunar_new_year="native" in told,
        known_since=(now - timedelta(days=told["met"])).date(),
    )


def _facts(told: Mapping[str, Any]) -> FirstFacts:
    title, organisation = told["role"]
    kind, strength, how = told["tie"]
    return FirstFacts(
        title=title,
        organisation=organisation,
        tie_kind=kind,
        strength=strength,
        how_met=how,
        emails=_one(told, "email"),
        phones=_one(told, "phone"),
        links=_one(told, "link"),
        wechat=told.get("wechat", ""),
        tags=told.get("tags", ()),
        obtained=told.get("obtained", Obtained.BY_HAND.value),
    )


def _one(told: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return (told[name],) if name in told else ()


def _evening(now: datetime, ago: int) -> datetime:
    return min(local_noon(now, -ago) + timedelta(hours=8), now)


def _introduce(workspace: Workspace, persons: Mapping[str, UUID], told: Mapping[str, Any], now: datetime) -> None:
    on = local_noon(now, -told["met"])
    record_introduction(
        workspace=workspace,
        introducer_id=persons[told["introduced_by"]],
        introduced_id=persons[name_of(told)],
        on=on.date(),
        note="",
        now=on,
    )


def _hold_event(workspace: Workspace, persons: Mapping[str, UUID], told: Mapping[str, Any], now: datetime) -> None:
    then = local_noon(now, -told["ago"])
    facts = EventFacts(told["name"], local_day(then, HOME), place=told["place"], note=told["note"])
    event = add_event(workspace=workspace, facts=facts, now=then)
    for name, note in told["met"]:
        meet_at_event(workspace=workspace, event_id=event.pk, person_id=persons[name], note=note, now=then)
