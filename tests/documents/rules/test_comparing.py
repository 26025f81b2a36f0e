"""Two versions, line by line."""

from askwell.documents.rules.comparing import Change, compared


def test_what_went_stands_before_what_came_in_its_place() -> None:
    assert compared(["Name", "Old", "End"], ["Name", "New", "More", "End"]) == [
        Change("same", "Name"), Change("went", "Old"), Change("came", "New"), Change("came", "More"),
        Change("same", "End"),
    ]  # fmt: skip


def test_the_same_twice_changed_nothing() -> None:
    assert {one.kind for one in compared(["A", "B"], ["A", "B"])} == {"same"}
