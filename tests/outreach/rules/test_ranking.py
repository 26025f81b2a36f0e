"""Whom next: who may be named at all, what goes first, and what is said about it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.outreach.choices import Channel, Outcome, ReasonCode, TargetKind
from askwell.outreach.rules.ranking import Candidate, Place, may_propose, rank
from askwell.people.choices import Strength, TieKind

TODAY = date(2026, 11, 26)
C = ReasonCode
EMAIL = frozenset({Channel.EMAIL})
TIDEWATER = Place("Tidewater Foods", TargetKind.EMPLOYER, position=3, active=True)
PLANNER = Place("Supply planner", TargetKind.OCCUPATION, position=12, active=False)


def one(key: str = "aisha", **facts: object) -> Candidate:
    return Candidate(key, **{"channels": EMAIL, "written_before": True, **facts})  # type: ignore[arg-type]  # named facts


def order(*candidates: Candidate, digital: float = 0.5) -> list[str]:
    return [ranked.candidate.key for ranked in rank(candidates, today=TODAY, digital=digital)]


def reasons(candidate: Candidate, digital: float = 0.5) -> dict[ReasonCode, object]:
    (ranked,) = rank([candidate], today=TODAY, digital=digital)
    return {reason.code: reason.facts for reason in ranked.reasons}


PROPOSED: list[tuple[str, Candidate, bool]] = [
    ("anybody", one(), True),
    ("asked not to be contacted", one(do_not_contact=True), False),
    ("asked not to be contacted, though introduced", one(do_not_contact=True, introduced_by="Lin Hua"), False),
    ("in the middle of a conversation", one(open_thread=True), False),
    ("in one, though the second person", one(open_thread=True, instead_of="Gordon"), False),
    ("said no", one(outcome=Outcome.DECLINED, closed_on=date(2025, 1, 1)), False),
    ("met", one(outcome=Outcome.MET, closed_on=date(2025, 1, 1)), False),
    ("stopped", one(outcome=Outcome.STOPPED, closed_on=date(2025, 1, 1)), False),
    ("silent for 89 days", one(outcome=Outcome.SILENT, closed_on=date(2026, 8, 29)), False),
    ("silent for 90 days", one(outcome=Outcome.SILENT, closed_on=date(2026, 8, 28)), True),
]


@pytest.mark.parametrize(("candidate", "proposed"), [r[1:] for r in PROPOSED], ids=[r[0] for r in PROPOSED])
def test_who_may_be_named(candidate: Candidate, proposed: bool) -> None:
    assert may_propose(candidate, today=TODAY) is proposed
    assert order(candidate) == (["aisha"] if proposed else [])


FIRST: list[tuple[str, Candidate, Candidate]] = [
    # the former goes before the latter
    ("the second person before the introduced", one("b", instead_of="Gordon"), one("a", introduced_by="Lin Hua")),
    (
        "the introduced before the best target",
        one("b", introduced_by="Lin Hua"),
        one("a", target=Place("Laurier", TargetKind.EMPLOYER, 1, active=True), school="Fraser Ridge"),
    ),
    ("a target before a school", one("b", target=PLANNER), one("a")),
    ("a target of the five before the others", one("b", target=TIDEWATER), one("a", target=PLANNER)),
    ("the first target before the third", one("b", target=TIDEWATER._replace(position=1)), one("a", target=TIDEWATER)),
    (
        "the sixth target before the twelfth",
        one("b", target=PLANNER._replace(position=6)),
        one("a", target=PLANNER),
    ),
    ("a shared school before none", one("b", school="Fraser Ridge"), one("a")),
    ("never written to before written to", one("b", written_before=False), one("a")),
    ("face to face before mail", one("b", channels=frozenset({Channel.IN_PERSON})), one("a")),
    ("mail before the telephone", one("b"), one("a", channels=frozenset({Channel.PHONE}))),
    ("any address before none", one("b", channels=frozenset({Channel.PHONE})), one("a", channels=frozenset())),
    ("near in time before unknown", one("b", hours_apart=-3.0), one("a")),
    ("unknown before far", one("b"), one("a", hours_apart=8.0)),
    ("a shared language before none", one("b", languages=("zh",)), one("a")),
    (
        "in touch this quarter before longer ago",
        one("b", last_contact=date(2026, 8, 28)),
        one("a", last_contact=date(2026, 8, 27)),
    ),
    (
        "known for five years before less",
        one("b", known_since=date(2021, 11, 26)),
        one("a", known_since=date(2021, 11, 27)),
    ),
    ("equals by key", one("a"), one("b")),
]


@pytest.mark.parametrize(("former", "latter"), [r[1:] for r in FIRST], ids=[r[0] for r in FIRST])
def test_what_goes_first(former: Candidate, latter: Candidate) -> None:
    assert order(former, latter) == order(latter, former) == [former.key, latter.key]


TIE_ORDER = [
    (1.0, ["slight", "good", "close", "stranger"]),
    (0.0, ["close", "good", "slight", "stranger"]),
]


@pytest.mark.parametrize(("digital", "expected"), TIE_ORDER, ids=["all digital", "hardly digital"])
def test_moderately_weak_ties_go_first_where_work_is_digital(digital: float, expected: list[str]) -> None:
    people = [one(s.name.lower(), tie_kind="former_colleague", tie_strength=s) for s in Strength]
    assert order(*people, one("stranger"), digital=digital) == expected


def test_a_tie_of_no_kind_is_no_tie() -> None:
    assert C.GOOD_TIE not in reasons(one(tie_kind=TieKind.NONE, tie_strength=Strength.GOOD))
    assert C.GOOD_TIE in reasons(one(tie_kind=TieKind.FRIEND, tie_strength=Strength.GOOD))


def test_every_reason_brings_the_facts_its_sentence_needs() -> None:
    aisha = one(
        tie_kind=TieKind.ALUMNI,
        tie_strength=Strength.SLIGHT,
        target=TIDEWATER,
        employer="Tidewater Foods",
        instead_of="Gordon Chen",
        introduced_by="Lin Hua",
        school="Fraser Ridge College",
        hours_apart=0.0,
        languages=("en", "zh"),
        channels=frozenset({Channel.EMAIL, Channel.IN_PERSON}),
        known_since=date(2016, 9, 1),
        last_contact=date(2026, 11, 1),
        written_before=False,
    )
    assert list(reasons(aisha, digital=1.0).items()) == [
        (C.SECOND_PERSON, {"silent": "Gordon Chen", "employer": "Tidewater Foods"}),
        (C.INTRODUCED, {"name": "Lin Hua"}),
        (C.WORKS_AT_TARGET, {"target": "Tidewater Foods", "position": 3}),
        (C.SHARED_SCHOOL, {"school": "Fraser Ridge College"}),
        (C.MODERATELY_WEAK_TIE, {"kind": "alumni"}),
        (C.NOT_WRITTEN_BEFORE, {}),
        (C.FACE_TO_FACE, {}),
        (C.HAS_EMAIL, {}),
        (C.IN_TIME_ZONE, {"hours": 0.0}),
        (C.SHARED_LANGUAGE, {"languages": ("en", "zh")}),
        (C.IN_TOUCH, {"last_contact": date(2026, 11, 1)}),
        (C.KNOWN_FOR_YEARS, {"years": 10}),
    ]


def test_what_counts_against_is_said_last() -> None:
    far = one(target=PLANNER, channels=frozenset(), hours_apart=-15.0)
    assert list(reasons(far).items()) == [
        (C.WORKS_AS_TARGET, {"target": "Supply planner", "position": 12}),
        (C.FAR_TIME_ZONE, {"hours": -15.0}),
        (C.NO_ADDRESS, {}),
    ]


@pytest.mark.parametrize(
    ("since", "today", "years"),
    [
        (date(2020, 2, 29), date(2025, 2, 28), None),
        (date(2020, 2, 29), date(2025, 3, 1), 5),
        (date(2019, 2, 28), date(2024, 2, 29), 5),
        (date(2019, 3, 1), date(2024, 2, 29), None),
    ],
)
def test_years_around_a_leap_day(since: date, today: date, years: int | None) -> None:
    (ranked,) = rank([one(known_since=since)], today=today)
    found = [reason.facts["years"] for reason in ranked.reasons if reason.code is C.KNOWN_FOR_YEARS]
    assert found == ([] if years is None else [years])


anybody = st.builds(
    Candidate,
    key=st.uuids().map(str),
    tie_kind=st.sampled_from([kind.value for kind in TieKind]),
    tie_strength=st.integers(0, 3),
    target=st.none() | st.builds(Place, st.just("T"), st.sampled_from(TargetKind), st.integers(1, 60), st.booleans()),
    instead_of=st.sampled_from(["", "Gordon"]),
    introduced_by=st.sampled_from(["", "Lin Hua"]),
    school=st.sampled_from(["", "Fraser Ridge"]),
    hours_apart=st.none() | st.integers(-12, 12).map(float),
    languages=st.sampled_from([(), ("zh",)]),
    channels=st.frozensets(st.sampled_from(Channel)),
    known_since=st.none() | st.dates(date(2000, 1, 1), TODAY),
    last_contact=st.none() | st.dates(date(2024, 1, 1), TODAY),
    written_before=st.booleans(),
    open_thread=st.booleans(),
    outcome=st.none() | st.sampled_from(Outcome),
    closed_on=st.none() | st.dates(date(2026, 1, 1), TODAY),
    do_not_contact=st.booleans(),
)


@given(people=st.lists(anybody, max_size=30, unique_by=lambda one: one.key), digital=st.floats(0, 1), data=st.data())
def test_whatever_they_are(people: list[Candidate], digital: float, data: st.DataObject) -> None:
    ranked = rank(people, today=TODAY, digital=digital)
    assert {one.candidate.key for one in ranked} == {p.key for p in people if may_propose(p, today=TODAY)}
    assert not any(one.candidate.do_not_contact or one.candidate.open_thread for one in ranked)
    tiers = [2 if r.candidate.instead_of else 1 if r.candidate.introduced_by else 0 for r in ranked]
    assert tiers == sorted(tiers, reverse=True)
    for one in ranked:
        assert one.score == pytest.approx(sum(reason.points for reason in one.reasons))
    shuffled = data.draw(st.permutations(people))
    assert rank(shuffled, today=TODAY, digital=digital) == ranked
    assert rank(people, today=TODAY, digital=digital, limit=3) == ranked[:3]
