"""The person whom an insider names to talk to instead."""

import re
from collections.abc import Iterator
from itertools import islice

from askwell.coach.replies import people_chinese
from askwell.coach.replies.people_words import (
    EXPERT,
    HANDING,
    NOT_NAMES,
    PARTICLES,
    RELATIONS,
    ROLE_AFTER,
    ROLE_BEFORE,
    ROLE_IS,
    ROLE_LATER,
    ROLE_STOP,
)
from askwell.coach.replies.values import Named, Reply
from askwell.lib.emails import IN_TEXT
from askwell.lib.text import fold

_MOST_NAMES = 40
_name = re.compile(
    rf"(?<![\w@.'’-])[A-ZÀ-ÝŁŠŽ][\w'’]*(?:-[A-ZÀ-Ý][\w'’]*)*\.?(?:[ \u00a0](?:(?:{PARTICLES})[ \u00a0])?"
    r"(?:[A-ZÀ-ÝŁŠŽ][\w'’]+(?:-[A-ZÀ-Ý]\w*)*|[A-Z]\.)){0,3}"
)
_owner = re.compile(r"['’]s$")
_addresses = re.compile(IN_TEXT)
_email_near = re.compile(r"[^@\n]{0,70}?[\w.+-]+@")
_shared_boxes = "info office hr hello contact support team reception admin help mail accueil bureau service"
_shared = frozenset(_shared_boxes.split())
_address = re.compile(r"\s?[(<\[]?[\w.+-]+@[\w.-]+\w[)>\]]?")
_phone_near = re.compile(r"[^@\n]{0,60}?\d{3}[ .-]\d{3}[ .-]\d{4}")


def person_in(reply: Reply, language: str) -> tuple[Named, tuple[int, int]] | None:
    """The person handed over to, with the place of the name; None when the reply names none.

    A name counts when words hand over to it ("talk to", "je vous suggère de parler à", "建议你联系"), or when an
    address or words of praise ("knows more than I do") stand beside it.
    """
    found = dict.fromkeys(address.lower().strip(".'") for address in _addresses.findall(reply.text))
    emails = [email for email in found if email != reply.address.lower()]
    if language == "zh-Hans":
        named = people_chinese.find(reply, emails)
        if named:
            return named
    return _latin(reply, emails)


def _latin(reply: Reply, emails: list[str]) -> tuple[Named, tuple[int, int]] | None:
    scored = [
        (_score(reply.text, match, emails), -match.start(), match) for match in islice(_names(reply), _MOST_NAMES)
    ]
    score, _, best = max(scored, key=lambda one: one[:2], default=(0, 0, None))
    if not best or score < 3:
        return _lower_case(reply, emails)
    best = next((match for _, _, match in scored if match.group().startswith(f"{best.group()} ")), best)
    named = Named(best.group().rstrip("."), _email_of(reply.text, best, emails), _role(reply.text, best))
    return named, (best.start(), best.end())


class _Trimmed:
    """A name without the capitalised words before it that are none."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end

    def group(self) -> str:
        return self._text[self._start : self._end]

    def start(self) -> int:
        return self._start

    def end(self) -> int:
        return self._end


def _names(reply: Reply) -> Iterator[_Trimmed]:
    own = {*fold(reply.sender).split(), *fold(reply.recipient).split()}
    for match in _name.finditer(reply.text):
        start, words = match.start(), match.group().split()
        while words and fold(words[0].rstrip(".")) in NOT_NAMES:
            start += len(words[0]) + 1
            words = words[1:]
        while words and fold(words[-1].rstrip(".")) in NOT_NAMES:
            words = words[:-1]
        name = _Trimmed(reply.text, start, start + len(_owner.sub("", " ".join(words)).rstrip(".'’")))
        if words and not set(fold(name.group()).split()) <= own:
            yield name


def _score(text: str, name: _Trimmed, emails: list[str]) -> int:
    before, after = text[max(0, name.start() - 110) : name.start()], text[name.end() : name.end() + 130]
    score = 3 * bool(HANDING.search(before)) + 2 * bool(EXPERT.search(after)) + bool(ROLE_AFTER.match(after))
    score += bool(ROLE_BEFORE.search(before)) + bool(EXPERT.search(after) and " " in name.group())
    if emails and _email_near.match(after):
        score += 2
    score += 2 * any(_spells(name.group(), email) for email in emails)
    return score + 2 * bool(_phone_near.match(after))


def _spells(name: str, email: str) -> bool:
    """Whether an address is made of the name."""
    local = re.sub(r"[^a-z]", "", email.partition("@")[0])
    parts = [part for part in fold(name).split() if len(part) > 1]
    return any(part in local for part in parts)


def _email_of(text: str, name: _Trimmed, emails: list[str]) -> str:
    spelt = [email for email in emails if _spells(name.group(), email)]
    return next(iter([*spelt, *emails]), "")


def _lower_case(reply: Reply, emails: list[str]) -> tuple[Named, tuple[int, int]] | None:
    """A name written small, known by the address that it makes."""
    for email in emails:
        local = re.split(r"[^a-z]", email.partition("@")[0])[0]
        for match in re.finditer(r"(?<![\w@.])[^\W\d_]{3,}(?![@.]\w|\w)", reply.text):
            before = reply.text[max(0, match.start() - 80) : match.start()]
            if match.group().lower() == local and local not in _shared and HANDING.search(before):
                found = _Trimmed(reply.text, match.start(), match.end())
                return Named(match.group(), email, _role(reply.text, found)), (match.start(), match.end())
    return None


def _role(text: str, name: _Trimmed) -> str:
    before, after = (
        text[max(0, name.start() - 80) : name.start()],
        _address.sub("", text[name.end() : name.end() + 200]),
    )
    for match in (ROLE_BEFORE.search(before), ROLE_AFTER.match(after), ROLE_IS.match(after), ROLE_LATER.search(after)):
        role = _tidy(match["role"] or match.groupdict().get("bare") or "") if match else ""
        if role:
            return role
    return ""


def _tidy(role: str) -> str:
    """A role without what comes after it; empty when it only says how they are related."""
    role = ROLE_STOP.split(role, maxsplit=1)[0].strip(" ,.:;()-–—")
    words = role.split()
    while words and all(part.strip(",") in RELATIONS for part in fold(words[0]).split()):
        words = words[1:]
    related = bool(words) and fold(words[-1]) in RELATIONS
    return " ".join(words) if len(words) <= 6 and not related else ""
