"""All findings on one message: what rules find, put right by what was learned from cases."""

from collections.abc import Iterator

from askwell.coach.drafts import judging, rewrites
from askwell.coach.drafts.anatomy import dissect
from askwell.coach.drafts.counting import size
from askwell.coach.drafts.ruled import asks_only_for_job, by_rules
from askwell.coach.drafts.values import Code, Finding, Message, Severity

ENOUGH_TO_JUDGE = {"zh-Hans": 25}
WORDS_TO_JUDGE = 15
"""Words (or Chinese characters) before what is learned has a say: a message that is only begun is unlike any case."""

SHOWN_BY_ONE = frozenset({Code.ASKS_FOR_JOB, Code.ATTACHES_RESUME, Code.BEGGING, Code.SPAM_WORDS})
"""What one sentence shows; the rest is about the whole."""

EXACT = frozenset({Code.PLACEHOLDER_LEFT, Code.WRONG_NAME, Code.SELF_CENTRED})
"""What rules count or compare, and can show."""


def check(message: Message) -> list[Finding]:
    """Judge a message: findings in the order of the text, those about the whole first.

    Pure; about ten milliseconds for 100 words, once the encoder is loaded. An empty text has none. A follow-up and a
    text that is only begun are judged by rules alone, for the cases are first messages.
    """
    ruled = by_rules(message)
    least = ENOUGH_TO_JUDGE.get(message.language, WORDS_TO_JUDGE)
    if message.follow_up or size(message.text, channel="email", language=message.language) < least:
        return ruled
    flags = _consistent(judging.flags(message.text, judging.signs(ruled)), ruled)
    kept = [one for one in ruled if _is_exact(one) or judging.LABELS.get(one.code, "") in {"", *flags}]
    missing = [code for code, label in judging.LABELS.items() if label in flags and code not in EXACT]
    missing = [code for code in missing if all(one.code is not code for one in kept)]
    added = [finding for code in missing for finding in _added(code, message)]
    if Code.NO_ASK in missing:
        kept = [one for one in kept if one.code is not Code.ONE_ASK_AS_QUESTION]
    return sorted([*kept, *added], key=lambda finding: (finding.start, finding.end))


def _is_exact(finding: Finding) -> bool:
    """Also what stands in the subject: only the text is judged by what was learned."""
    return finding.code in EXACT or finding.facts.get("part") == "subject"


def _consistent(flags: frozenset[str], ruled: list[Finding]) -> frozenset[str]:
    """Who asks for nothing need not say how short; who says who sent them has said why; generic has no reason."""
    if "no_clear_ask" in flags:
        flags -= {"no_time_bound"}
    if any(one.code is Code.NAMES_WHO_SENT_YOU for one in ruled):
        flags -= {"no_connection", "generic"}
    return flags | {"no_connection"} if "generic" in flags else flags


def _added(code: Code, message: Message) -> Iterator[Finding]:
    """A finding that no rule has a place for."""
    severity = Severity.STOP if code is Code.ASKS_FOR_JOB else Severity.WARN
    anatomy = dissect(message.text, message.sender)
    where = judging.place(code, anatomy.sentences) if code in SHOWN_BY_ONE else None
    if where is None:
        yield Finding(code, severity)
        return
    rewrite = None
    if code is Code.ASKS_FOR_JOB:
        is_only_ask = asks_only_for_job(message, anatomy, [where])
        rewrite = rewrites.advice_question(where, message.language, is_only_ask=is_only_ask)
    yield Finding(code, severity, where.start, where.end, {"text": where.text}, rewrite)
