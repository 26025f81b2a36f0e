"""What rules find in a message, each with its place."""

from collections.abc import Iterator, Sequence

from askwell.coach.drafts import asks, connection, languages, names, rewrites, tone
from askwell.coach.drafts.anatomy import Anatomy, Span, dissect, split
from askwell.coach.drafts.counting import length, size, unit_of
from askwell.coach.drafts.jobs import applies, job_ask
from askwell.coach.drafts.placeholders import placeholders
from askwell.coach.drafts.share import about, run_about_writer
from askwell.coach.drafts.values import Code, Finding, Message, Severity

GOOD, WARN, STOP = Severity.GOOD, Severity.WARN, Severity.STOP

BURIED_AFTER = {"words": 40, "characters": 70}
"""An ask that starts later than this, in the last sentence, is buried."""

SENTENCES_ABOUT_SELF = 4
LITTLE_ABOUT_READER = 45
"""Under this percentage the message is more about the writer; from half on it is well balanced."""

ENOUGH_TO_COMPARE = 15
"""Words (or Chinese characters) about either before the share is worth a remark."""


def by_rules(message: Message) -> list[Finding]:
    """Judge a message by rules alone: findings in the order of the text, those about the whole first.

    Pure and quick (a few milliseconds at most for 200 words). An empty text has none.
    """
    if not message.text.strip():
        return []
    anatomy = dissect(message.text, message.sender)
    findings = [
        *length(message),
        *_slots_and_names(message, anatomy),
        *_what_is_asked(message, anatomy),
        *_why_them(message, anatomy),
        *_manner(message, anatomy),
    ]
    return sorted(findings, key=lambda finding: (finding.start, finding.end))


def _found(code: Code, severity: Severity, span: Span | None, **facts: str | int) -> Iterator[Finding]:
    if span:
        yield Finding(code, severity, span.start, span.end, facts)


def _slots_and_names(message: Message, anatomy: Anatomy) -> Iterator[Finding]:
    slots = [Span(match.group(), match.start(), match.end()) for match in placeholders(message.text)]
    outer = [slot for slot in slots if not any(_within(slot, other) for other in slots if other is not slot)]
    for slot in dict.fromkeys(outer):
        yield Finding(Code.PLACEHOLDER_LEFT, STOP, slot.start, slot.end, {"text": slot.text})
    for match in placeholders(message.subject):
        yield Finding(Code.PLACEHOLDER_LEFT, STOP, facts={"text": match.group(), "part": "subject"})
    person = names.wrong_person(message, anatomy)
    if person and not any(_overlap(person, slot) for slot in slots):
        expected = (
            message.native if not person.text.isascii() and message.native else message.recipient or message.native
        )
        yield from _found(Code.WRONG_NAME, STOP, person, text=person.text, kind="person", expected=expected)
    firm = names.wrong_firm(message, anatomy)
    if firm and not any(_overlap(firm, slot) for slot in slots):
        yield from _found(
            Code.WRONG_NAME, STOP, firm, text=firm.text, kind="organisation", expected=message.organisation
        )


def _within(inner: Span, outer: Span) -> bool:
    return (
        outer.start <= inner.start and inner.end <= outer.end and (inner.start, inner.end) != (outer.start, outer.end)
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _what_is_asked(message: Message, anatomy: Anatomy) -> Iterator[Finding]:
    yield from _job(message, anatomy)
    found = asks.conversation_asks(anatomy)
    if not found:
        if message.asks:
            yield Finding(Code.NO_ASK, WARN)
        return
    bound = asks.bound(message.text)
    if not bound and not message.follow_up:
        first = found[0]
        yield Finding(
            Code.NO_TIME_BOUND, WARN, first.sentence.start, first.sentence.end, rewrite=rewrites.with_minutes(first)
        )
    questions = [ask for ask in found if ask.question]
    if len(questions) == 1 and len([ask for ask in found if not asks.only_when(ask.sentence)]) <= 2:
        yield from _found(Code.ONE_ASK_AS_QUESTION, GOOD, questions[0].sentence)
    yield from _buried(message, anatomy, found)


def _job(message: Message, anatomy: Anatomy) -> Iterator[Finding]:
    sign_off = split(message.text, anatomy.body_end, len(message.text))
    asking = [sentence for sentence in (*anatomy.sentences, *sign_off) if job_ask(sentence.text)]
    application = applies(anatomy.sentences)
    if application and not asking:
        asking = [application]
    is_only_ask = asks_only_for_job(message, anatomy, asking)
    for number, sentence in enumerate(asking):
        rewrite = "" if number else rewrites.advice_question(sentence, message.language, is_only_ask=is_only_ask)
        facts: dict[str, str | int] = {"text": sentence.text}
        yield Finding(Code.ASKS_FOR_JOB, STOP, sentence.start, sentence.end, facts, rewrite)
    if not asking and job_ask(message.subject):
        yield Finding(Code.ASKS_FOR_JOB, STOP, facts={"text": message.subject, "part": "subject"}, rewrite="")


def asks_only_for_job(message: Message, anatomy: Anatomy, asking: Sequence[Span]) -> bool:
    """Whether nothing but the sentences `asking` for a job asks for a conversation and says how short."""
    others = [ask for ask in asks.conversation_asks(anatomy) if ask.sentence not in asking]
    return not others or not any(asks.bound(one.text) for one in anatomy.sentences if one not in asking)


def _buried(message: Message, anatomy: Anatomy, found: list[asks.Ask]) -> Iterator[Finding]:
    first = next((ask for ask in found if asks.bound(ask.sentence.text) or ask.question), found[0])
    before = message.text[anatomy.greeting.end : first.sentence.start]
    unit = "characters" if message.language == "zh-Hans" else "words"
    count = size(before, channel="email", language=message.language)
    last = anatomy.sentences[-2:]
    if count > BURIED_AFTER[unit] and first.sentence in last and found[0].sentence in last:
        yield from _found(Code.ASK_BURIED, WARN, first.sentence, before=count, unit=unit)


def _why_them(message: Message, anatomy: Anatomy) -> Iterator[Finding]:
    sender = names.who_sent_you(anatomy, message.sender)
    if sender:
        yield from _found(Code.NAMES_WHO_SENT_YOU, GOOD, sender, name=sender.text)
    if message.follow_up or sender or connection.has_connection(anatomy):
        return
    yield Finding(Code.NO_CONNECTION, WARN)
    wants_to_talk = bool(asks.conversation_asks(anatomy)) and not tone.spam(message.text)
    if connection.is_generic(message, anatomy, wants_to_talk=wants_to_talk):
        yield Finding(Code.GENERIC, WARN)


def _manner(message: Message, anatomy: Anatomy) -> Iterator[Finding]:
    opening = tone.formula_opening(anatomy)
    if opening:
        start, end = rewrites.without_formula(message.text, opening)
        yield Finding(Code.FORMULA_OPENING, WARN, start, end, rewrite="")
    begging = tone.begging(message.text)
    for code, match in (
        (Code.BEGGING, begging),
        (Code.ATTACHES_RESUME, tone.attachment(message.text)),
        (Code.SPAM_WORDS, tone.spam(message.text)),
    ):
        if match:
            yield Finding(code, WARN, match.start(), match.end(), {"text": match.group()})
    yield from _in_the_subject(message)
    yield from _found(Code.LANGUAGE_MISMATCH, WARN, languages.body_differs(message, anatomy), part="body")
    if not begging:
        yield from _balance(message, anatomy)


def _in_the_subject(message: Message) -> Iterator[Finding]:
    for code, match in (
        (Code.ATTACHES_RESUME, tone.attachment(message.subject)),
        (Code.SPAM_WORDS, tone.spam(message.subject)),
    ):
        if match:
            yield Finding(code, WARN, facts={"text": match.group(), "part": "subject"})
    if languages.subject_differs(message):
        yield Finding(Code.LANGUAGE_MISMATCH, WARN, facts={"part": "subject"})


def _balance(message: Message, anatomy: Anatomy) -> Iterator[Finding]:
    count, start, end = run_about_writer(anatomy)
    if count >= SENTENCES_ABOUT_SELF:
        yield Finding(Code.SELF_CENTRED, WARN, start, end, {"sentences": count})
    reader, writer = about(message)
    if message.follow_up or reader + writer < ENOUGH_TO_COMPARE:
        return
    share = round(100 * reader / (reader + writer))
    if share < LITTLE_ABOUT_READER:
        unit = unit_of("email", message.language)
        yield Finding(
            Code.MORE_ABOUT_YOU, WARN, facts={"share": share, "reader": reader, "writer": writer, "unit": unit}
        )
