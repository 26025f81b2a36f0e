"""Reads a reply as a whole."""

import re
from dataclasses import replace
from datetime import date

from askwell.coach.replies import machines
from askwell.coach.replies.acts import Words, understand
from askwell.coach.replies.channels import channel_of
from askwell.coach.replies.deciding import Verdict, decide
from askwell.coach.replies.languages import language_of
from askwell.coach.replies.people import person_in
from askwell.coach.replies.stopping import stop_of
from askwell.coach.replies.values import Act, Channel, Intent, Reading, Reply, Said
from askwell.coach.replies.when import UNKNOWN, Day, Grain, Start, days_in, starts_in

LONGEST = 4_000
"""Characters that are read: an answer says what it means before."""

_MAY_WITHDRAW = (Intent.ACCEPTS_WITH_TIMES, Intent.ACCEPTS, Intent.DEFERS, Intent.DECLINES, Intent.ASKS_QUESTION)
_withdraws = re.compile(
    r"\b(?:can(?:no|['’])t(?: \w+){0,2}? (?:make|do|meet|come|talk)|can no longer|won['’]t be able|(?:un|"
    r"not )able to (?:make|meet|"
    r"come|talk)|(?:have|need) to (?:cancel|move|reschedule|postpone|push)|came up|come up|reschedul\w+|rain ?check|"
    r"(?:another|different|new) (?:time|day|date)|instead of (?:\w+day|our|the)|doesn['’]t work any ?more)\b|"
    r"\bne (?:peux|pourrai|serai|suis) (?:plus|pas|finalement)\b|\b(?:empêchement|contretemps|un imprévu)\b|"
    r"\b(?:report|"
    r"déplac|décal|repouss|annul)(?:er|ons|ez)\b|\bremettre\b|来不了|去不了|见不了|聊不了|不能(?:来|去|见|聊|"
    r"谈)|改(?:期|时间|天|到|个时间|在)|"
    r"换(?:个|到|一个)?(?:时间|日子|天)|推迟|延后|取消|临时有事|有急事|约不了",
    re.IGNORECASE,
)

DOUBTFUL = 0.65
"""How sure a reading is whose hours are on a clock that nobody knows."""

_phone = re.compile(r"(?<!\d)\(?\+?\d{0,2}[ .-]?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|(?<!\d)\d{7,}(?!\d)")
_back = re.compile(
    r"\b(?:back|return\w*|ashore|re-?open\w*|resume\w*|available again|retour|reviens|reviendrai|rentre|reprend\w*|"
    r"rouvr\w*|until|till|"
    r"through|jusqu\w*|au|inclusive\w*)\b|回|返|恢复|上班|至|到",
    re.IGNORECASE,
)


def read_reply(reply: Reply) -> Reading:
    """What a reply means, with the facts it states. Never raises; what cannot be told is left out."""
    reply = replace(reply, text=reply.text[:LONGEST])
    words = understand(reply.text, language_of(reply.text, reply.language))
    if _by_machine(reply, words):
        sure = machines.says_automatic(reply.headers)
        why = tuple((said.start, said.end) for said in words.having(Act.MACHINE, Act.AWAY))
        return Reading(Intent.AUTO_REPLY, 0.99 if sure else 0.6, until=_until(words, reply.received.date()), why=why)
    if machines.says_bulk(reply.headers):
        return Reading(Intent.OTHER, 0.95)
    return _of_person(reply, words)


def _by_machine(reply: Reply, words: Words) -> bool:
    if machines.says_automatic(reply.headers):
        return True
    if machines.says_bulk(reply.headers):
        return False
    offered = _offered(words, reply.received.date(), _zone_of(reply))
    if words.questions() or words.having(Act.WHEN) or any(start.hour for start in offered):
        return False  # no program asks, or offers an hour
    return machines.looks_automatic(words, reply.subject, f"{reply.sender} {reply.address}")


def _of_person(reply: Reply, words: Words) -> Reading:
    received = reply.received.date()
    times = _offered(words, received, _zone_of(reply))
    verdict = decide(words, times)
    found = person_in(reply, words.language)
    if found and not stop_of(words, times) and not any(start.hour for start in times):
        return Reading(Intent.REFERS, 0.85, person=found[0], why=(found[1],))
    return _with_facts(words, times, verdict, received)


def _with_facts(words: Words, times: list[Start], verdict: Verdict, received: date) -> Reading:
    intent = verdict.intent
    offered = tuple(times) if intent is Intent.ACCEPTS_WITH_TIMES else ()
    agrees = intent in (Intent.ACCEPTS, Intent.ACCEPTS_WITH_TIMES)
    places = {(said.start, said.end) for said in verdict.why} | {(start.start, start.end) for start in offered}
    return Reading(
        intent,
        min(verdict.confidence, DOUBTFUL) if any(start.zone == UNKNOWN for start in offered) else verdict.confidence,
        times=offered,
        until=_until(words, received) if intent is Intent.DEFERS else None,
        channel=_channel(words) if agrees else None,
        why=tuple(sorted(places)),
        withdraws=intent in _MAY_WITHDRAW and bool(_withdraws.search(words.text)),
    )


def _channel(words: Words) -> Channel | None:
    return Channel.EMAIL if words.having(Act.WRITE) else channel_of(words.text)


def _without_numbers(words: Words) -> str:
    return _phone.sub(lambda match: "¤" * len(match.group()), words.text)


def _zone_of(reply: Reply) -> str:
    """The writer's time zone, where it has a name."""
    return str(getattr(reply.received.tzinfo, "key", ""))


def _offered(words: Words, received: date, own: str) -> list[Start]:
    """The starts offered: not the days on which they cannot, nor a mere day to write (again) on."""
    shut = [(said.start, said.end) for said in words.having(Act.SHUT)]
    later = words.having(Act.LATER)
    return [
        start
        for start in starts_in(_without_numbers(words), received, words.language, shut, own)
        if start.hour or not any(_puts_off(words, said, start) for said in [*later, *words.having(Act.WRITE)])
    ]


def _puts_off(words: Words, said: Said, start: Start) -> bool:
    """Whether the day is the one that is named for writing: in these words, or after them in their sentence."""
    sentence = words.sentence_of(said.start)
    return bool(sentence) and said.start <= start.start < max(said.end, sentence.end if sentence else 0)


def _until(words: Words, received: date) -> date | None:
    """The day to write again or to be back on: of the last sentence that says so, else the last day named."""
    named = days_in(_without_numbers(words), received, words.language)
    days = [day for day in named if received < day.day and not _is_under_way(day, received)]
    if not days:
        return None
    asked = [day for day in days if _speaks_of_return(words, day)]
    return asked[-1].day if asked else max(day.day for day in days)


def _is_under_way(day: Day, received: date) -> bool:
    """Whether it is this very month, said in it ("in August" in August), which was taken for next year's."""
    return day.grain is Grain.LOOSE and (day.day - received).days > 330


def _speaks_of_return(words: Words, day: Day) -> bool:
    sentence = words.sentence_of(day.start)
    if not sentence:
        return False
    if any(sentence.start <= said.start < sentence.end for said in words.having(Act.LATER)):
        return True
    return bool(_back.search(sentence.text)) and not words.having(Act.LATER)
