"""Reasons, problems, weights and differences as JSON, and back: what a round keeps of its solution."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from askwell.programmes.choices import Barrier, Fault, Unmet
from askwell.programmes.rules.comparing import Difference, Shift
from askwell.programmes.rules.intake import Problem
from askwell.programmes.rules.people import Weights, Window
from askwell.programmes.rules.reasons import Against, Helper, PairReason, UnmetReason

Json = dict[str, Any]


def pair_json(reason: PairReason) -> Json:
    return {
        "seeker": reason.seeker,
        "insider": reason.insider,
        "place": reason.place,
        "score": reason.score,
        "share": _over(reason.share),
        "topics": [list(topic) for topic in reason.topics],
        "of_weight": reason.of_weight,
        "languages": list(reason.languages),
        "steps": reason.steps,
        "points": list(reason.points),
        "hours": [[window.start, window.end] for window in reason.hours],
        "pinned": reason.pinned,
    }


def pair_of(told: Mapping[str, Any]) -> PairReason:
    topics, language, seniority = told["points"]
    return PairReason(
        seeker=told["seeker"],
        insider=told["insider"],
        place=told["place"],
        score=told["score"],
        share=Fraction(*told["share"]),
        topics=tuple((topic, weight) for topic, weight in told["topics"]),
        of_weight=told["of_weight"],
        languages=tuple(told["languages"]),
        steps=told["steps"],
        points=(topics, language, seniority),
        hours=tuple(Window(start, end) for start, end in told["hours"]),
        pinned=told["pinned"],
    )


def unmet_json(reason: UnmetReason) -> Json:
    return {
        "seeker": reason.seeker,
        "why": reason.why.value,
        "allowed": reason.allowed,
        "against": {barrier.value: [found.insiders, found.alone] for barrier, found in reason.against.items()},
        "helpers": [[helper.insider, helper.score, _over(helper.gain)] for helper in reason.helpers],
    }


def unmet_of(told: Mapping[str, Any]) -> UnmetReason:
    return UnmetReason(
        told["seeker"],
        Unmet(told["why"]),
        told["allowed"],
        {Barrier(code): Against(*counts) for code, counts in told["against"].items()},
        tuple(Helper(insider, score, Fraction(*gain)) for insider, score, gain in told["helpers"]),
    )


def problem_json(problem: Problem) -> Json:
    return {"fault": problem.fault.value, "who": list(problem.who), "detail": list(map(str, problem.detail))}


def problem_of(told: Mapping[str, Any]) -> Problem:
    return Problem(Fault(told["fault"]), tuple(told["who"]), tuple(told["detail"]))


def difference_json(found: Difference) -> Json:
    return {
        "objective": _over(found.objective),
        "met": found.seekers_met,
        "points": _over(found.points),
        "shifts": [
            [one.seeker, list(one.before), list(one.after), _over(one.points), _over(one.had or Fraction(0))]
            for one in found.shifts
        ],
    }


def difference_of(told: Mapping[str, Any]) -> Difference:
    shifts = tuple(
        Shift(seeker, tuple(before), tuple(after), Fraction(*points), Fraction(*had[0]) if had else None)
        for seeker, before, after, points, *had in told["shifts"]
    )
    return Difference(Fraction(*told["objective"]), told["met"], Fraction(*told["points"]), shifts)


def weights_json(weights: Weights) -> Json:
    return {
        "topics": weights.topics,
        "language": weights.language,
        "seniority": weights.seniority,
        "decay": _over(weights.decay),
    }


def weights_of(told: Mapping[str, Any]) -> Weights:
    """What is not told is as usual."""
    usual = Weights()
    return Weights(
        told.get("topics", usual.topics),
        told.get("language", usual.language),
        told.get("seniority", usual.seniority),
        decay=Fraction(*told.get("decay", _over(usual.decay))),
    )


def _over(number: Fraction) -> Sequence[int]:
    return [number.numerator, number.denominator]
