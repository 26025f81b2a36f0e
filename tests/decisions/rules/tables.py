"""Tables of options and wishes for the tests of decisions."""

from collections.abc import Sequence

from askwell.decisions.rules.cells import Basis, Cell
from askwell.decisions.rules.weighing import Table


def table(
    weights: Sequence[int],
    rows: dict[str, Sequence[tuple[float, float]]],
    musts: Sequence[int] = (),
) -> Table:
    """Options by name with (number, ±) for each wish; wishes are called 0, 1, 2 …"""
    wishes = tuple(range(len(weights)))
    cells = tuple(tuple(Cell(centre, half, Basis.OWN) for centre, half in row) for row in rows.values())
    return Table(tuple(rows), wishes, tuple(weights), tuple(wish in musts for wish in wishes), cells)


THREE_WAYS = table(
    (25, 20, 20, 20, 15),  # start soon, six years, pay, room to grow, hours
    {
        "planner": [(5, 2), (7, 1), (7, 1.5), (9, 1), (6, 2)],
        "procurement": [(7, 1), (9, 0.5), (6.5, 1), (6, 1), (7, 1)],
        "import": [(8, 1), (5, 1), (5, 1), (4, 1.5), (4, 2)],
    },
)
"""Worked by hand in the tests: planner 6.75, procurement 7.1, import 5.4."""
