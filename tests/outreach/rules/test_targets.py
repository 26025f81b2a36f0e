"""The LAMP list and the five worked on at a time."""

from askwell.outreach.choices import TargetKind
from askwell.outreach.rules.targets import Place, Target, active_targets, lamp_order, places

TIDEWATER = Target("t", "Tidewater Foods", motivation=3, posting=2, advocacy=True)
HARBOURLINE = Target("h", "Harbourline Freight", motivation=3, posting=2)
LAURIER = Target("l", "Laurier Grocers", motivation=3, posting=3)
PLANNER = Target("p", "Supply planner", TargetKind.OCCUPATION, motivation=2, posting=3, advocacy=True)
UNWANTED = Target("u", "Cedar & Pine Foods", motivation=0, posting=3, advocacy=True)
UNRATED = Target("n", "Maple Ridge Mills", posting=3, advocacy=True)
UNSEEN = Target("s", "Lantern Bay Provisions", motivation=2)
ALL = [UNRATED, UNWANTED, UNSEEN, PLANNER, HARBOURLINE, LAURIER, TIDEWATER]


def test_motivation_then_posting_then_advocacy() -> None:
    assert lamp_order(ALL) == [LAURIER, TIDEWATER, HARBOURLINE, PLANNER, UNSEEN, UNWANTED, UNRATED]


def test_equals_go_by_name_then_key_whatever_the_order_they_came_in() -> None:
    same = [Target("2", "atlas"), Target("1", "Atlas"), Target("3", "Aster")]
    assert [one.key for one in lamp_order(same)] == ["3", "1", "2"]
    assert lamp_order(same) == lamp_order(reversed(same))


def test_five_at_a_time_and_only_those_the_seeker_wants() -> None:
    assert active_targets(ALL) == [LAURIER, TIDEWATER, HARBOURLINE, PLANNER, UNSEEN]
    assert active_targets([UNRATED, UNWANTED]) == []
    more = [Target(str(n), f"Firm {n}", motivation=1) for n in range(9)]
    assert [one.key for one in active_targets(more)] == ["0", "1", "2", "3", "4"]


def test_a_pinned_target_is_among_the_five_and_takes_the_last_ones_place() -> None:
    pinned = Target("m", "Maple Ridge Mills", pinned=True)
    assert active_targets([*ALL, pinned]) == [LAURIER, TIDEWATER, HARBOURLINE, PLANNER, pinned]


def test_places() -> None:
    assert places([UNWANTED, LAURIER]) == {
        "l": Place("Laurier Grocers", TargetKind.EMPLOYER, position=1, active=True),
        "u": Place("Cedar & Pine Foods", TargetKind.EMPLOYER, position=2, active=False),
    }
