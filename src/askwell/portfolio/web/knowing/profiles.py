"""What the answers say, as a picture and in words, and what it suggests to ask."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from askwell.accounts.queries import workspace_of
from askwell.coach.self_reflection import Score, side_of, to_ask
from askwell.portfolio.queries.reflecting import latest, scores
from askwell.portfolio.rules.hexagon import Point, ring, spokes
from askwell.portfolio.rules.leaning import ends
from askwell.portfolio.web.knowing.statements import kind_or_404
from askwell.portfolio.web.spoken import of_page
from askwell.portfolio.web.words import knowing as words

PAGES = {"traits": "portfolio/knowing/traits.html", "interests": "portfolio/knowing/interests.html"}
RADIUS, AWAY = 100.0, 18.0
RINGS = (25.0, 50.0, 75.0)


@require_safe
def profile(request: HttpRequest, kind: str) -> HttpResponse:
    asked = kind_or_404(kind)
    workspace = workspace_of(request.user)
    said = scores(workspace, asked)
    picture = _poles(said) if asked == "traits" else _hexagon(said)
    context = {
        "kind": asked,
        "title": words.KINDS[asked][0],
        "row": latest(workspace, asked),
        "suggested": _suggested(said),
        "is_empty": not any(score.answered for score in said),
        **picture,
    }
    return render(request, PAGES[asked], context)


def _poles(said: Sequence[Score]) -> dict[str, object]:
    return {"scales": [(score, words.TRAITS[score.scale], words.of_trait(score)) for score in said]}


def _hexagon(said: Sequence[Score]) -> dict[str, object]:
    """The drawing as strings: an SVG takes no numbers in a language."""
    drawn = spokes([score.value for score in said], radius=RADIUS, away=AWAY)
    known = [one.point for one in drawn if one.point]
    return {
        "scales": [(score, *words.INTERESTS[score.scale]) for score in said],
        "said": words.of_interests(ends(said), known=len(known)),
        "rings": [_points(ring(len(said), radius)) for radius in (*RINGS, RADIUS)],
        "spokes": [
            (_text(one.end), _text(one.label), one.anchor, words.INTERESTS[score.scale][2])
            for score, one in zip(said, drawn, strict=True)
        ],
        "dots": [_text(point) for point in known],
        "shape": _points(known) if len(known) == len(said) else "",
    }


def _text(point: Point) -> tuple[str, str]:
    return str(point[0]), str(point[1])


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)


def _suggested(said: Sequence[Score]) -> list[tuple[str, list[str]]]:
    """By what was said: the questions in the viewer's language."""
    language = of_page()
    leaning = [(score.scale, side) for score in said if (side := side_of(score))]
    every = to_ask(said)
    return [
        (
            words.about(scale, side, language),
            [one.told[language] for one in every if (one.scale, one.side) == (scale, side)],
        )
        for scale, side in leaning
    ]
