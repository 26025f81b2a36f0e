"""What a message means, as it was learned from the labelled cases; what rules found in it is one of the signs."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from askwell.coach import learned
from askwell.coach.drafts.anatomy import Span
from askwell.coach.drafts.values import Code, Finding
from askwell.coach.learned import Layout

SET = "drafts"
LABELS = {
    Code.ASKS_FOR_JOB: "asks_for_job",
    Code.NO_ASK: "no_clear_ask",
    Code.NO_TIME_BOUND: "no_time_bound",
    Code.NO_CONNECTION: "no_connection",
    Code.GENERIC: "generic",
    Code.ATTACHES_RESUME: "attaches_resume",
    Code.PLACEHOLDER_LEFT: "placeholder_left",
    Code.WRONG_NAME: "wrong_name",
    Code.BEGGING: "begging",
    Code.SELF_CENTRED: "self_centred",
    Code.SPAM_WORDS: "spam_words",
    Code.LANGUAGE_MISMATCH: "language_mismatch",
}
"""The findings that are a label of the cases too; a text's length is counted."""

LAYOUT = Layout(signs=len(LABELS))


def signs(ruled: Iterable[Finding]) -> tuple[float, ...]:
    """What rules found, one number a label."""
    codes = {finding.code for finding in ruled}
    return tuple(float(code in codes) for code in LABELS)


@lru_cache(maxsize=256)
def flags(text: str, signs: tuple[float, ...]) -> frozenset[str]:
    """The labels of a message's text, with what rules found in it."""
    return frozenset(learned.found(SET, learned.probabilities(SET, text, signs=signs)))


def place(code: Code, sentences: Sequence[Span]) -> Span | None:
    """The sentence that shows it most, when no rule tells."""
    nothing = (0.0,) * len(LABELS)
    return max(
        sentences,
        key=lambda sentence: learned.probabilities(SET, sentence.text, signs=nothing)[LABELS[code]],
        default=None,
    )
