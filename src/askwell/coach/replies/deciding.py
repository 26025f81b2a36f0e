"""Weighs what the words do into what the reply means."""

import re
from dataclasses import dataclass

from askwell.coach.drafts.anatomy import Span, is_question
from askwell.coach.replies.acts import Words
from askwell.coach.replies.examples import like_examples
from askwell.coach.replies.stopping import stop_of
from askwell.coach.replies.values import Act, Intent, Said
from askwell.coach.replies.when import Start

_stances = (Act.YES, Act.WRITE, Act.WHEN, Act.NO, Act.LATER)
_sure, _likely, _mixed, _guess = 0.95, 0.85, 0.65, 0.4


@dataclass(frozen=True, slots=True)
class Verdict:
    intent: Intent
    confidence: float
    why: tuple[Said, ...] = ()


def decide(words: Words, times: list[Start]) -> Verdict:
    """What the reply means, of a person who wrote it and who names nobody else.

    1. A wish to be left alone counts before everything; it is sure where nothing speaks against it (`stopping`).
    2. An hour offered is a yes, whatever else is said (a counter-offer).
    3. The wrong person, or thanks after a talk, when nothing answers the request.
    4. Something to be answered first.
    5. The last stance taken: yes, no, later ("I would love to, but …").
    6. Without a stance: a day, a question, a full calendar, a friendly word; else what it is most like.
    """
    stop = stop_of(words, times)
    if stop:
        return Verdict(Intent.STOP, _sure if stop.is_plain else _mixed, stop.said)
    stances = words.having(*_stances)
    for judge in (_with_hour, _beside_the_point, _wants_answer):
        verdict = judge(words, times, stances)
        if verdict:
            return verdict
    return _by_stance(words, times, stances) if stances else _without_stance(words, times)


def _with_hour(words: Words, times: list[Start], stances: list[Said]) -> Verdict | None:
    if not any(start.hour for start in times):
        return None
    contested = any(said.act in (Act.NO, Act.LATER) for said in stances)
    return Verdict(Intent.ACCEPTS_WITH_TIMES, _likely if contested else _sure, tuple(words.having(Act.YES)))


def _beside_the_point(words: Words, times: list[Start], stances: list[Said]) -> Verdict | None:
    stranger = words.having(Act.STRANGER)
    if stranger and not any(said.act in (Act.WHEN, Act.WRITE) for said in stances):
        return Verdict(Intent.OTHER, _likely, tuple(stranger))
    after = words.having(Act.AFTERWARDS)
    answers = [said for said in stances if not _is_covered(said, after) and not _is_courtesy(words, said)]
    if after and not answers and not times and not words.questions():
        return Verdict(Intent.OTHER, _likely, tuple(after))
    return None


def _is_courtesy(words: Words, said: Said) -> bool:
    """Whether a short yes is all that its sentence says, as in thanks: "With pleasure! Your questions were good"."""
    sentence = words.sentence_of(said.start)
    return said.act is Act.YES and sentence is not None and len(sentence.text) - (said.end - said.start) < 4


def _is_covered(said: Said, others: list[Said]) -> bool:
    return any(other.start < said.end and said.start < other.end for other in others)


def _wants_answer(words: Words, times: list[Start], stances: list[Said]) -> Verdict | None:
    first = words.having(Act.FIRST)
    asked = [said for said in first if _asks(words, said)]
    against = stances and stances[-1].act in (Act.NO, Act.LATER)
    if not asked or against or any(said.act is Act.WRITE for said in stances):
        return None
    return Verdict(Intent.ASKS_QUESTION, _likely, tuple(asked))


def _asks(words: Words, said: Said) -> bool:
    """Whether the act stands in or beside a question, or asks the reader to send something first."""
    sentence = words.sentence_of(said.start)
    if not sentence:
        return False
    near = [one for one in words.sentences if abs(one.start - sentence.end) < 3 or abs(sentence.start - one.end) < 3]
    asks = any(is_question(one.text) and not _arranges(words, one.start, one.end) for one in [sentence, *near])
    return asks or bool(
        re.search(
            r"\b(?:send|tell|share|explain|forward|provide|list|need|want|dites|expliquez|envoyez|précisez|parlez)\b|先",
            sentence.text,
            re.IGNORECASE,
        )
    )


def _arranges(words: Words, start: int, end: int) -> bool:
    return any(start <= said.start < end for said in words.having(Act.WHEN))


def _only_arranges(words: Words, sentence: Span) -> bool:
    return any(sentence.start <= said.start < sentence.end for said in words.having(Act.ARRANGES))


def _by_stance(words: Words, times: list[Start], stances: list[Said]) -> Verdict:
    last = _last(words, stances)
    same = tuple(said for said in stances if said.act is last.act)
    mixed = len({_side(said.act) for said in stances}) > 1
    confidence = _mixed if mixed else _likely
    if last.act is Act.NO:
        return Verdict(Intent.DECLINES, confidence, same)
    if last.act is Act.LATER:
        return Verdict(Intent.DEFERS, confidence, same)
    if times:
        return Verdict(Intent.ACCEPTS_WITH_TIMES, confidence, same)
    return Verdict(Intent.ACCEPTS, confidence, same)


_but = re.compile(
    r"\b(?:but|though|however|instead|still|mais|toutefois|par contre|next week)\b|但|不过|可是|只是", re.IGNORECASE
)


def _last(words: Words, stances: list[Said]) -> Said:
    """The stance that counts: the last one; but "write to me in May, I'd be glad to talk then" stays a deferral."""
    last = stances[-1]
    later = [said for said in stances if said.act is Act.LATER]
    if later and last.act is Act.YES and not _but.search(words.text, later[-1].end, last.end):
        return later[-1]
    return last


def _side(act: Act) -> Act:
    return act if act in (Act.NO, Act.LATER) else Act.YES


def _without_stance(words: Words, times: list[Start]) -> Verdict:
    if times:
        return Verdict(Intent.ACCEPTS_WITH_TIMES, _mixed)
    questions = words.questions()
    busy, agrees = words.having(Act.BUSY), words.having(Act.AGREES)
    if questions and all(_only_arranges(words, one) for one in questions):
        return Verdict(Intent.ACCEPTS, _mixed, tuple(words.having(Act.ARRANGES)))
    if questions:
        places = tuple(Said(Act.ASKS, one.start, one.end) for one in questions)
        return Verdict(Intent.ASKS_QUESTION, _mixed, places)
    if busy:
        return Verdict(Intent.DEFERS, _mixed, tuple(busy))
    if agrees:
        return Verdict(Intent.ACCEPTS, _guess, tuple(agrees))
    meaning, margin = like_examples(words.text, words.language)
    return Verdict(meaning, _guess * margin + 0.1)
