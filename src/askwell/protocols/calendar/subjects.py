"""Subjects that calendar programs write before the title of a meeting when somebody answers."""

import re

from askwell.protocols.calendar.model import Answer

_WORDS = {
    Answer.ACCEPTED: (
        "accepted|accepted this invitation"
        "|accepté|acceptée|accepte|invitation acceptée"
        "|zugesagt|angenommen|akzeptiert"
        "|已接受|接受|已接受邀请|已同意"
    ),
    Answer.DECLINED: (
        "declined|refusé|refusée|décliné|déclinée|invitation refusée|abgelehnt"
        "|已拒绝|已谢绝|拒绝|谢绝|已拒絕|拒絕|已婉拒|婉拒"
    ),
    Answer.TENTATIVE: (
        "tentative|tentatively accepted|tentatively|new time proposed|proposed new time"
        "|provisoire|accepté provisoirement|accepté à titre provisoire|peut-être"
        "|nouvelle heure proposée|nouvel horaire proposé|proposition d['’]un nouvel horaire"
        "|mit vorbehalt|mit vorbehalt zugesagt|vorläufig|vorläufig zugesagt|vielleicht"
        "|neue zeit vorgeschlagen|neuer zeitvorschlag|andere uhrzeit vorgeschlagen"
        "|暂定|暂时接受|待定|也许|可能参加|暫定|暫時接受|建议新时间|已建议新时间|建议的新时间|建議新時間|已建議新時間"
    ),
}
_ANSWERS = {word.strip(): answer for answer, words in _WORDS.items() for word in words.split("|")}
_MARKS = re.compile(r"^(?:\s*[\[【][^\]】]{1,30}[\]】])+\s*")
_PREFIX = re.compile(r"([^:：]{2,40}?)\s*[:：]")
_IN_BRACKETS = re.compile(r"[^:：()（）]{2,60}[(（]([^()（）]{2,40})[)）]\s*[:：]")
_APPLE = (
    (re.compile(r".{1,80} has (accepted|declined|tentatively accepted) your invitation\b", re.IGNORECASE)),
    (re.compile(r".{1,80} a (accepté provisoirement|accepté|refusé|décliné) votre invitation\b", re.IGNORECASE)),
    (re.compile(r".{1,80} hat (?:Ihre|deine) Einladung .{0,120}?\b(angenommen|abgelehnt|zugesagt)\b", re.IGNORECASE)),
    (re.compile(r".{1,40}?(已接受|已拒绝|已谢绝|暂时接受|暂定接受)\s*(?:了)?\s*(?:您|你)的.{0,10}邀请")),
)
_SHORTENED = {"暂定接受": Answer.TENTATIVE}


def answer_in(subject: str) -> Answer | None:
    """The answer that a subject begins with, as Outlook, Google, Apple, Thunderbird and the Chinese mail programs
    write it in English, French, German and Chinese; None for any other, and for a reply to such a mail (`Re:`)."""
    plain = " ".join(_MARKS.sub("", subject[:500]).replace("\u202f", " ").split())
    for pattern in (_PREFIX, _IN_BRACKETS, *_APPLE):
        if (found := pattern.match(plain)) and (answer := _answer(found[1])):
            return answer
    return None


def _answer(word: str) -> Answer | None:
    key = word.strip().lower()
    return _ANSWERS.get(key) or _SHORTENED.get(key)
