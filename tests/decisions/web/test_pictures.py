"""The pictures of a decision: words stay where there is room for them."""

from itertools import pairwise

import pytest
from django.utils import translation

from askwell.accounts.models import Workspace
from askwell.decisions.web import pictures
from askwell.decisions.web.pictures import X0, X1, Chart, Label
from askwell.decisions.web.words.fitting import breadth
from tests.factories.decisions import Laid, lay_out

WIDEST = 7.5
"""A letter of the chart on a narrow screen, in the units of the drawing."""


def laid(workspace: Workspace, pay: int, hours: tuple[float, float], names: int = 2) -> Laid:
    made = lay_out(workspace, tuple(f"Way {n}" for n in range(names)), {"Pay": pay, "Hours": 100 - pay})
    for n in range(names):
        made.give(f"Way {n}", "Pay", 9 - n / 2, half_width=0.0)
        made.give(f"Way {n}", "Hours", hours[min(n, 1)], half_width=0.0)
    return made


def extent(label: Label, words: str) -> tuple[float, float]:
    long, x = breadth(words) * WIDEST, float(label.x)
    return (x - long, x) if label.is_before else (x, x + long)


def labels(chart: Chart) -> list[tuple[Label, str]]:
    tip = [(chart.tip_label, chart.tip_words)] if chart.tip_label else []
    return [(chart.now_label, chart.now_words), *tip]


@pytest.mark.parametrize("language", ["en", "fr", "zh-hans"])
@pytest.mark.parametrize("pay", [5, 13, 20, 30, 44, 60, 90])
@pytest.mark.parametrize("hours", [(4.0, 4.4), (4.0, 6.0), (4.0, 4.0)])
def test_the_words_of_the_chart_stay_within_it_and_apart(
    workspace: Workspace, language: str, pay: int, hours: tuple[float, float]
) -> None:
    with translation.override(language):
        chart = pictures.chart(laid(workspace, pay, hours).board, 0)

    places = [(extent(label, words), label.y) for label, words in labels(chart)]
    assert [(left >= X0, right <= X1) for (left, right), _y in places] == [(True, True)] * len(places)
    for ((left, right), y), ((low, high), height) in pairwise(places):
        assert right <= low or high <= left or abs(y - height) >= 15


def test_names_beside_the_chart_are_far_enough_apart_to_be_read(workspace: Workspace) -> None:
    chart = pictures.chart(laid(workspace, 50, (5.0, 5.0), names=12).board, 0)

    heights = sorted(float(line.name_y) for line in chart.lines if line.name)
    assert len(heights) == pictures.NAMED
    assert min(high - low for low, high in pairwise(heights)) >= 18
