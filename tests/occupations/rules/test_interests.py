"""Two profiles of interests beside each other."""

from askwell.occupations.rules.interests import compare

CARE = (60, 25, 15, 95, 20, 45)


def test_the_same_leaning_is_alike_and_names_what_is_shared() -> None:
    found = compare(CARE, (70, 20, 10, 90, 30, 40))

    assert (found.verdict, found.shared, found.disliked) == ("alike", ("realistic", "social"), ())


def test_the_opposite_leaning_names_what_is_not_liked() -> None:
    found = compare(CARE, (20, 80, 90, 5, 85, 50))

    assert (found.verdict, found.shared, found.disliked) == ("unlike", (), ("realistic", "social"))


def test_too_few_answers_give_no_verdict() -> None:
    assert compare(CARE, (70, None, None, 90, None, 40)).verdict is None


def test_answers_that_are_all_the_same_give_no_verdict() -> None:
    assert compare(CARE, (50,) * 6).verdict is None
