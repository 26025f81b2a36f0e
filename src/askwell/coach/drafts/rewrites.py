"""Suggested replacements: shorter, or what to ask instead."""

import re
from dataclasses import replace

from askwell.coach.drafts.anatomy import Span, clauses, han
from askwell.coach.drafts.asks import Ask
from askwell.coach.drafts.jobs import job_ask
from askwell.coach.drafts.tone import formula_in
from askwell.coach.drafts.values import Code, Finding, Message

MINUTES = 15

_advice = {
    "en": "What would you advise someone who is starting out in this work?",
    "fr": "Que conseilleriez-vous à quelqu'un qui débute dans ce métier?",
    "zh-Hans": "想请教您：刚入这一行的人，您会给什么建议？",
}
_talk = {
    "en": "Would you have 15 minutes to tell me what you would advise someone who is starting out in this work?",
    "fr": "Auriez-vous 15 minutes pour me dire ce que vous conseilleriez à quelqu'un qui débute dans ce métier?",
    "zh-Hans": "能否占用您十五分钟，请教一下刚入这一行的人该注意什么？",
}
_subject = {"en": "A question about your work", "fr": "Une question sur votre métier", "zh-Hans": "想请教您一个问题"}

_noun = re.compile(
    r"\b(?P<article>an?) (?:(?:quick|short|brief) )?(?P<noun>(?:phone |video |zoom )?(?:call|chat|conversation|talk|"
    r"coffee|meeting))\b",
    re.I,
)
_verb = re.compile(
    r"\b(?:talk|speak|chat|meet|connect)\b(?: (?:to|with) you)?(?: (?:by|over|on) (?:the )?(?:phone|"
    r"video|zoom))?",
    re.I,
)
_verb_fr = re.compile(
    r"\b(?:parler|discuter|échanger|jaser|rencontrer|appeler)\b(?: (?:avec|à) vous)?(?: (?:par|au) "
    r"téléphone)?",
    re.I,
)
_noun_fr = re.compile(r"\bun (?:court |bref |petit )?(?P<noun>appel|entretien|échange|café)\b", re.I)
_zh = (
    (re.compile("(?P<verb>[打通])一?个?(?P<noun>视频|语音)?电话"), "{verb}个十五分钟的{noun}电话"),
    (re.compile("通话"), "通话十五分钟"),
    (re.compile("聊(?:一?聊|一下)?(?!天)"), "聊十五分钟"),
    (re.compile("请教(?P<you>[您你])?(?:一下)?"), "请教{you}十五分钟"),
    (re.compile("谈(?:一?谈|一下)?"), "谈十五分钟"),
)
_end = re.compile(r"[\s?.!？。！]*$")


def advice_question(sentence: Span, language: str, *, is_only_ask: bool) -> str:
    """A question for advice to put in place of a sentence that asks for a job; for a short talk where no other
    sentence asks for one (`is_only_ask`)."""
    wordings = _talk if is_only_ask else _advice
    return wordings["zh-Hans" if han.search(sentence.text) else language if language in ("en", "fr") else "en"]


def with_minutes(ask: Ask) -> str:
    """The asking sentence, saying how short the conversation is to be."""
    text = ask.sentence.text
    if han.search(text):
        return _with_minutes_zh(text)
    for pattern, said in (
        (_noun, r"a 15-minute \g<noun>"),
        (_noun_fr, r"un \g<noun> de 15 minutes"),
        (_verb_fr, r"\g<0> 15 minutes"),
        (_verb, r"\g<0> for 15 minutes"),
    ):
        said_so, count = pattern.subn(said, text, count=1)
        if count:
            return said_so
    return _end.sub(lambda end: f", 15 minutes{end.group()}", text, count=1)


def _with_minutes_zh(text: str) -> str:
    for pattern, said in _zh:
        match = pattern.search(text)
        if match:
            filled = said.format(**{name: value or "" for name, value in match.groupdict().items()})
            return text[: match.start()] + filled + text[match.end() :]
    return _end.sub(lambda end: f"，十五分钟就好{end.group()}", text, count=1)


def without_formula(text: str, sentence: Span) -> tuple[int, int]:
    """What to cut so that the formula goes: its clause when the rest of the sentence says more, else the sentence.

    The white space after it goes as well.
    """
    parts = list(clauses(sentence))
    rest = [part for part in parts if not formula_in(part.text)]
    whole = (
        not rest
        or formula_in(parts[0].text) is None
        or len("".join(part.text for part in rest)) < len(sentence.text) / 3
    )
    start, end = (
        (sentence.start, sentence.end) if whole or not han.search(sentence.text) else (sentence.start, rest[0].start)
    )
    while end < len(text) and text[end] in " \u3000":
        end += 1
    return start, end


def apply(text: str, finding: Finding) -> str:
    """The text with the finding's rewrite in place; unchanged when it has none."""
    if finding.rewrite is None:
        return text
    return text[: finding.start] + finding.rewrite + text[finding.end :]


def mended(message: Message, finding: Finding) -> Message:
    """The message with the finding's rewrite in place; who no longer asks for a job does not do so in the subject."""
    text, subject = apply(message.text, finding), message.subject
    if finding.code is Code.ASKS_FOR_JOB and finding.rewrite is not None and job_ask(subject):
        subject = _subject.get(message.language, _subject["en"])
    return replace(message, text=text, subject=subject)
