"""Which questions make up a job interview."""

from collections import Counter
from collections.abc import Collection
from random import Random

from askwell.coach.job_interviews.questions import ANY, Kind, Question, questions

SHAPES = {
    3: (Kind.OPENING, Kind.BEHAVIOURAL, Kind.NEWCOMER),
    5: (Kind.OPENING, Kind.BEHAVIOURAL, Kind.SITUATIONAL, Kind.NEWCOMER, Kind.CLOSING),
    8: (
        Kind.OPENING, Kind.BEHAVIOURAL, Kind.SITUATIONAL, Kind.BEHAVIOURAL, Kind.NEWCOMER, Kind.BEHAVIOURAL,
        Kind.SITUATIONAL, Kind.CLOSING,
    ),
}  # fmt: skip
"""The kinds of questions by how many are asked, in their order."""


def chosen(*, trade: str, level: str, count: int, seed: int, before: Collection[str] = ()) -> tuple[Question, ...]:
    """Questions of an interview for this trade (empty: any) at this level.

    Of each kind, those asked least often `before` (ids, one for each time) come first; among these the trade's own,
    then those of the level, then as the seed has it. Raises KeyError for a number that is not in `SHAPES`.
    """
    shape, asked, draw = SHAPES[count], Counter(before), Random(seed)  # noqa: S311 - which questions come is no secret
    fitting = [one for one in questions().values() if one.trade in ("", trade) and one.level in (ANY, level)]
    shuffled = draw.sample(fitting, len(fitting))
    ranked = sorted(shuffled, key=lambda one: (asked[one.id], not one.trade, one.level == ANY))
    taken = {kind: iter([one for one in ranked if one.kind is kind]) for kind in Kind}
    return tuple(next(taken[kind]) for kind in shape)
