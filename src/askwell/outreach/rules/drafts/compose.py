"""Puts a message together, and leaves out what would not fit."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from askwell.coach import drafts as coach
from askwell.lib.pinyin import reading_parts, split_native
from askwell.outreach.choices import Channel
from askwell.outreach.rules.drafts import met
from askwell.outreach.rules.drafts.chinese import CHINESE
from askwell.outreach.rules.drafts.english import ENGLISH
from askwell.outreach.rules.drafts.facts import ALWAYS_FAMILIAR, Draft, DraftFacts, Kind, with_texts
from askwell.outreach.rules.drafts.french import FRENCH
from askwell.outreach.rules.drafts.introductions import introducing
from askwell.outreach.rules.drafts.occupation import is_job
from askwell.outreach.rules.drafts.usable import tidied
from askwell.outreach.rules.drafts.wording import Levels, Register, Wording, choose
from askwell.people.choices import Strength, TieKind

LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "zh-Hans": CHINESE}
LINKEDIN_LIMIT = 300
SPOKEN = frozenset({Channel.PHONE, Channel.IN_PERSON})
SHORT = frozenset({Channel.LINKEDIN, Channel.WECHAT})

_FAMILIAR_WHEN_CLOSE = frozenset({TieKind.FORMER_COLLEAGUE, TieKind.COLLEAGUE, TieKind.NEIGHBOUR})
_INSIDE_IS_THE_REASON = frozenset({TieKind.COLLEAGUE, TieKind.NONE})
_NO_TIE_OF_THEIRS = frozenset({TieKind.NONE, TieKind.INTRODUCED})
_LEFT_OUT_FIRST = (
    "about_me", "news", "did", "title", "organisation", "topic", "school", "event", "programme", "reach_employer",
)  # fmt: skip
_LEFT_OUT_LAST = ("introducer", "sender", "earlier_subject", "family", "given", "native")
_TOLERATED = frozenset({coach.Code.NO_CONNECTION, coach.Code.GENERIC})


def compose(facts: DraftFacts) -> Draft:
    """Write the message that these facts allow.

    A first message stays within what the method calls good (75 words, 120 Chinese characters; a LinkedIn
    note always within 300 characters) and passes the draft coach; when the facts are too long, or one of
    them would be found fault with, the least needed are left out. Without any connection the message says
    why this person from their title, organisation or field. Raises ValueError for another language or for
    minutes outside 5 to 60.
    """
    facts = tidied(_checked(facts))
    for fewer, terse in _ever_fewer(facts):
        shorter = _write(fewer, terse=terse)
        if _passes(shorter, facts):
            break
    return shorter


def _checked(facts: DraftFacts) -> DraftFacts:
    language = next((known for known in LANGUAGES if known.lower() == facts.language.lower()), None)
    if language is None:
        raise ValueError(f"no drafts in {facts.language!r}")
    if not 5 <= facts.minutes <= 60:
        raise ValueError(f"a talk of {facts.minutes} minutes")
    return replace(facts, language=language)


def _ever_fewer(facts: DraftFacts) -> Iterator[tuple[DraftFacts, bool]]:
    """Ever fewer facts, and whether to be terse: to leave out the sentences that only add.

    All of it; without what is said of the writer; terse; then, terse or not, without one fact each that could
    be at fault; at last without more and more.
    """
    yield facts, False
    about_them = replace(facts, about_me="", news="")
    yield about_them, False
    yield facts, True
    yield about_them, True
    for name, terse in product((name for name in _LEFT_OUT_FIRST if getattr(facts, name)), (False, True)):
        yield with_texts(facts, {name: ""}), terse
    for name in (*_LEFT_OUT_FIRST, *_LEFT_OUT_LAST):
        facts = with_texts(facts, {name: ""})
        yield facts, True


def _passes(draft: Draft, facts: DraftFacts) -> bool:
    if draft.channel is Channel.LINKEDIN and len(draft.body) > LINKEDIN_LIMIT:
        return False
    findings = coach.by_rules(as_message(draft, facts))
    good = any(finding.code is coach.Code.LENGTH_GOOD for finding in findings)
    return good and all(finding.severity is coach.Severity.GOOD or finding.code in _TOLERATED for finding in findings)


def as_message(draft: Draft, facts: DraftFacts) -> coach.Message:
    """The draft as the coach reads it."""
    return coach.Message(
        text=draft.body,
        channel=draft.channel,
        language=draft.language,
        subject=draft.subject,
        recipient=f"{facts.given} {facts.family}".strip(),
        native=facts.native,
        role=facts.title,
        organisation=facts.organisation,
        sender=facts.sender,
        follow_up=facts.kind is Kind.NUDGE,
    )


def _write(facts: DraftFacts, *, terse: bool) -> Draft:
    wording = LANGUAGES[facts.language]
    familiar = _is_familiar(facts, wording)
    register = wording.familiar if familiar else wording.polite
    slots = slots_of(facts, wording)
    if facts.kind is Kind.NUDGE:
        sentences = _nudge(facts, wording, register, slots)
    elif facts.reach:
        sentences = _introduction(facts, wording, slots, terse=terse)
    else:
        sentences = _first(facts, wording, register, slots, terse=terse)

    def finished(text: str) -> str:
        return wording.finished(wording.familiarly(text) if familiar else text)

    subject = _subject(facts, wording, slots) if facts.channel is Channel.EMAIL else ""
    voicemail = choose(register.voicemail, slots, facts.variant) if facts.channel is Channel.PHONE else ""
    return Draft(
        subject=finished(_sentence_case(subject)),
        body=finished(_laid_out(facts, wording, register, slots, sentences)),
        language=facts.language,
        channel=facts.channel,
        voicemail=finished(voicemail),
    )


def _is_familiar(facts: DraftFacts, wording: Wording) -> bool:
    close = wording.familiar_when_close and facts.strength is Strength.CLOSE
    return facts.tie in ALWAYS_FAMILIAR or (close and facts.tie in _FAMILIAR_WHEN_CLOSE)


def slots_of(facts: DraftFacts, wording: Wording) -> dict[str, str]:
    """What the sentences may name; what is not known is empty."""
    family, given = facts.family, facts.given
    native_family, native_given = split_native(facts.native) if facts.native else ("", "")
    if facts.native and not (given or family):
        family, given = reading_parts(facts.native)
    topic = wording.field(facts.topic)
    job = topic if is_job(topic, facts.language) else ""
    topic = "" if job else topic
    event, school = met.occasion(facts.event), met.school(facts.school)
    slots = {
        "given": given,
        "family": family,
        "full": f"{given} {family}".strip(),
        "native": facts.native,
        "native_family": native_family,
        "native_given": native_given if len(native_given) > 1 else facts.native,
        "me": facts.sender,
        "organisation": facts.organisation,
        "title": facts.title,
        "reach_name": facts.reach,
        "introducer": facts.introducer if facts.tie is TieKind.INTRODUCED else "",
        "event": event,
        "at_event": event and wording.at(event),
        "school": school,
        "at_school": school and wording.at(school),
        "class_year": met.class_year(facts.school),
        "together": met.together(facts.school),
        "programme": facts.programme,
        "topic": topic,
        "job": job and wording.job(job),
        "of_job": job and wording.of_job(job),
        "minutes": wording.number(facts.minutes),
        "ways": wording.ways[facts.channel],
        "write": wording.write[facts.channel],
    }
    hello = wording.hello_professor if facts.tie is TieKind.PROFESSOR else wording.hello
    return {**slots, "matter": choose(wording.matter, slots, 0), "hello": choose(hello, slots, 0)}


def _first(facts: DraftFacts, wording: Wording, register: Register, slots: dict[str, str], *, terse: bool) -> list[str]:
    """Why them, the ask, and (not when terse) whom else to ask; one clause about the writer; a way out."""
    about = choose(_about(facts, register), slots, facts.variant)
    slots = {**slots, "about": about, "told": wording.told(about)}
    noted = facts.own_company and facts.tie not in _INSIDE_IS_THE_REASON and not terse
    asked_further = facts.kind is Kind.SECOND_PERSON and not terse
    return [
        *_why(facts, wording, slots),
        choose(register.inside_note, slots, facts.variant) if noted else "",
        choose(register.asks, slots, _turn(facts)),
        choose(register.second, slots, facts.variant) if asked_further else "",
        wording.said_of_self(facts.about_me) if facts.about_me else "",
        choose(register.way_out.get(facts.channel, ()), slots, facts.variant),
    ]


def _turn(facts: DraftFacts) -> int:
    """A second person gets other words than the first did."""
    return facts.variant + (facts.kind is Kind.SECOND_PERSON)


def _about(facts: DraftFacts, register: Register) -> Levels:
    if facts.own_company:
        return register.about_inside
    return register.about_after_role if facts.tie is TieKind.NONE and not facts.did else register.about


def _why(facts: DraftFacts, wording: Wording, slots: dict[str, str]) -> list[str]:
    """Why this person: one sentence, or two when more is known."""
    turn = _turn(facts)
    said = wording.said_of_them(facts.did, turn) if facts.did else ""
    if facts.own_company and facts.tie in _INSIDE_IS_THE_REASON:
        return [choose(wording.inside, slots, turn), said]
    if facts.tie is TieKind.NONE and said:
        return [said]
    return [choose(wording.reasons[facts.tie], slots, turn), said]


def _nudge(facts: DraftFacts, wording: Wording, register: Register, slots: dict[str, str]) -> list[str]:
    return [
        choose(register.nudges, slots, facts.variant),
        wording.said_news(facts.news) if facts.news else "",
        choose(register.nudge_asks, slots, facts.variant),
        choose(register.nudge_outs, slots, facts.variant),
    ]


def _introduction(facts: DraftFacts, wording: Wording, slots: dict[str, str], *, terse: bool) -> list[str]:
    """Whom they may know, the ask, a way out; not when terse: the tie, and what makes it easy."""
    words = introducing(facts.language, familiar=_is_familiar(facts, wording))
    slots = {**slots, "reach": words.whom(facts.reach, facts.reach_employer)}
    known = not terse and facts.tie not in _NO_TIE_OF_THEIRS
    return [
        choose(wording.reasons[facts.tie], slots, facts.variant) if known else "",
        choose(words.opens, slots, facts.variant),
        choose(words.asks, slots, facts.variant),
        "" if terse else choose(words.offers, slots, facts.variant),
        wording.said_of_self(facts.about_me) if facts.about_me else "",
        choose(words.outs, slots, facts.variant),
    ]


def _subject(facts: DraftFacts, wording: Wording, slots: dict[str, str]) -> str:
    if facts.kind is Kind.NUDGE:
        return reply_to(facts.earlier_subject) or wording.nudge_subject
    if facts.reach:
        words = introducing(facts.language, familiar=_is_familiar(facts, wording))
        return choose(words.subjects, slots, facts.variant)
    own = choose(wording.subjects.get(facts.tie, ()), slots, _turn(facts))
    return own or choose(wording.any_subject, slots, _turn(facts))


def reply_to(subject: str) -> str:
    """The subject of what answers a message with this one; empty for none."""
    return subject if not subject or subject[:3].casefold() == "re:" else f"Re: {subject}"


def _laid_out(
    facts: DraftFacts, wording: Wording, register: Register, slots: dict[str, str], sentences: list[str]
) -> str:
    greetings = wording.professor if facts.tie is TieKind.PROFESSOR else register.greetings
    greeting = choose(greetings[facts.channel], slots, facts.variant)
    body = wording.joint.join(_sentence_case(sentence) for sentence in sentences if sentence)
    if facts.channel in SPOKEN | SHORT:
        joint = "\n" if greeting.endswith(",") else wording.joint
        return greeting + joint + body
    closing = choose(register.closing, slots, facts.variant)
    return wording.page.format(greeting=greeting, body=body, closing=closing)


def _sentence_case(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
