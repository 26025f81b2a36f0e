"""Lines of the map: around words, and numbers that stand on nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from askwell.desk.web.maplines import SAMPLES, around, curve

SPOT = st.tuples(st.floats(0, 760), st.floats(0, 900))


def touches(point: tuple[float, float], box: tuple[float, float, float, float]) -> bool:
    return box[0] < point[0] < box[2] and box[1] < point[1] < box[3]


def test_a_line_leans_the_other_way_where_a_name_stands() -> None:
    free = curve((100, 100), (300, 100), [])
    x, y = free.at(0.5)
    name = (x - 60, y - 15, x + 60, y + 3)

    line = curve((100, 100), (300, 100), [name])

    assert touches(free.at(0.5), name)
    assert not any(touches(line.at(part), name) for part in SAMPLES)


def test_a_number_does_not_stand_on_a_dot_that_the_line_passes() -> None:
    line = curve((100, 100), (300, 100), [])
    dot = around(line.at(0.5))

    assert not touches(line.free_place([dot]), dot)


@given(SPOT, SPOT, st.lists(SPOT, max_size=8))
def test_a_line_ends_at_both_dots_whatever_stands_around(
    start: tuple[float, float], end: tuple[float, float], others: list[tuple[float, float]]
) -> None:
    line = curve(start, end, [around(spot) for spot in others])

    assert (line.at(0), line.at(1)) == (start, end)
