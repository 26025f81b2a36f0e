"""The first lines of a posting: its title, who it is, where, how."""

import re
from dataclasses import dataclass, field

from askwell.lib.text import HAN
from askwell.protocols.postings.days import day_in
from askwell.protocols.postings.model import Employment
from askwell.protocols.postings.places import place_of
from askwell.protocols.postings.plain.labels import is_labelled
from askwell.protocols.postings.plain.prose import is_employer, is_name, is_title_like
from askwell.protocols.postings.words import employment_of, is_hybrid, is_only_employment, is_only_remote, is_remote
from askwell.protocols.resumes.places import is_place

_PARTED = re.compile(r"\s*[·•|｜丨]\s*|\s+[-–—]\s+")
_BRACKETED = re.compile(r"\s*[(（]([^()（）]{2,40})[)）]\s*")
_AT = re.compile(rf"^(.{{3,80}}?)\s+(?:at|@|chez)\s+([A-ZÀ-Ý{HAN}][^,]{{1,59}})$")
_HIRING = re.compile(
    r"^(?:we(?:'|’)?(?: a)?re (?:hiring|looking for|seeking)|volunteers? (?:needed|wanted)"
    r"|bénévoles? recherchée?s?|now hiring|hiring|job opening|job posting|career opportunity|position available"
    r"|offre d.emploi|nous recrutons|on recrute|poste à pourvoir|招聘|诚聘|急招|(?:志愿者|义工)?招募)\s*(?:[:：!！-]\s*"
    r"|an?\s+"
    r"|une?\s+)(?=\S)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^(?:hosted|presented|organi[sz]ed|offered|posted) by\s+|^(?:présentée?|organisée?|offerte?) par\s+|^主办(?:方"
    r"|单位)?\s*[:：]?\s*",
    re.IGNORECASE,
)
_PAGE_WORDS = re.compile(
    r"(?:home|all jobs|jobs?|careers?|job search|search|menu|back(?: to .*)?|skip to .*|apply(?: now| here)?"
    r"|share(?: this.*)?"
    r"|save(?: job)?|sign in|log in|register|print|email|share job|job details|job description|overview|description"
    r"|accueil|emplois|carrières|retour.*|postuler(?: maintenant)?|partager|connexion|imprimer|aller au contenu.*"
    r"|首页|返回.*|职位列表|立即申请|申请职位|分享|收藏|登录|注册|职位详情|招聘信息)\W*",
    re.IGNORECASE,
)
_REGION = (
    r"(?:BC|AB|SK|MB|ON|QC|NB|NS|PE|PEI|NL|YT|NT|NU|British Columbia|Alberta|Saskatchewan|Manitoba|Ontario|Qu[ée]bec"
    r"|New Brunswick|Nova Scotia)"
)
_TOWN = re.compile(rf"^[A-ZÀ-Ý][\w.'’ -]{{1,30}}(?:,\s*|\s*\(){_REGION}\)?(?:,?\s*Canada)?$")
_SENTENCE = re.compile(r"[.!?。！？]$")
_LEGAL = re.compile(
    r"\b(?:inc|ltd|lt[ée]e|corp|co|llc|llp|limited|incorporated|limit[ée]e|s\.?e\.?n\.?c)\.?$|(?:有限公司|集团|集團)$",
    re.IGNORECASE,
)
"""A legal form: a line that ends in one is a firm, though it ends in a point."""
_WEB = re.compile(r"https?://|www\.|@\w+\.")
_HEAD = 8
_LONGEST_TITLE = 120
_AFTER = 5


@dataclass(slots=True)
class Head:
    """What the first lines say."""

    title: str = ""
    organisation: str = ""
    location: str = ""
    remote: bool = False
    hybrid: bool = False
    employments: set[Employment] = field(default_factory=set)

    @property
    def employment(self) -> Employment:
        """The only type that is named."""
        return next(iter(self.employments)) if len(self.employments) == 1 else ""


def read_head(lines: list[str], text: str, title: str = "") -> Head:
    """`title` is the heading of a page, where there is one."""
    first = [one for one in lines[: 2 * _HEAD] if not _PAGE_WORDS.fullmatch(one)][:_HEAD]
    place = next((n for n, one in enumerate(first) if (one == title if title else _may_be_title(one))), -1)
    written = title or (first[place] if place >= 0 else "")
    head = Head()
    _take_title(head, _HIRING.sub("", written).rstrip(" !"), text)
    around = first[place + 1 : place + 1 + _AFTER] if place >= 0 else first[:_AFTER]
    for one in around:
        _take_line(head, one, text)
    if not head.organisation and len(around) > 1 and _stands_between(around[0], around[1], head):
        head.organisation = around[0]
    if not head.organisation and place > 0 and is_employer(first[place - 1], text):
        head.organisation = first[place - 1]
    return head


def _stands_between(written: str, below: str, head: Head) -> bool:
    """Whether a line between the title and a place is the name of who is there: "Two Rivers Dairy"."""
    words = written.split()
    return (
        bool(head.title)
        and is_place_like(below)
        and 1 < len(words) <= 6
        and all(word[:1].isupper() or word in ("&", "of", "and", "et", "de", "du", "des", "la") for word in words)
        and is_name(written)
        and not (is_title_like(written) or is_labelled(written) or _is_fact(written) or day_in(written))
        and not (_SENTENCE.search(written) or _PARTED.search(written) or is_place_like(written))
    )


def without_page_words(text: str) -> str:
    """Without the lines of a page before and after its text: "Home", "Apply now", "© 2026"."""
    lines = text.strip().splitlines()
    while lines and _is_of_page(lines[0]):
        del lines[0]
    while lines and _is_of_page(lines[-1]):
        del lines[-1]
    return "\n".join(lines)


def _is_of_page(line: str) -> bool:
    return not line.strip() or bool(_PAGE_WORDS.fullmatch(line.strip())) or line.lstrip().startswith(("©", "(c) "))


def is_place_like(part: str) -> bool:
    """Whether a part of a line is a place: a town that is known, or any with its province."""
    return bool(_TOWN.match(part)) or is_place(part)


def _may_be_title(written: str) -> bool:
    if not 2 <= len(written) <= _LONGEST_TITLE or _WEB.search(written):
        return False
    if _SENTENCE.search(written) and not _HIRING.match(written):
        return False
    return not (is_labelled(written) or is_place_like(written) or day_in(written) or _is_fact(written))


def _is_fact(part: str) -> bool:
    return is_only_remote(part) or is_only_employment(part)


def _parts(written: str) -> list[str]:
    """The parts of a line; what stands in brackets is one where it is a fact or a place, and so is the place behind the
    last commas."""
    found: list[str] = []
    for part in _PARTED.split(written):
        inside = _BRACKETED.search(part)
        if inside and not is_place_like(part) and (_is_fact(inside[1]) or is_place_like(inside[1])):
            found += [_BRACKETED.sub(" ", part, count=1).strip(), inside[1]]
        else:
            found += _before_place(part)
    return [part.strip() for part in found if part.strip()]


def _before_place(part: str) -> list[str]:
    if is_place_like(part):
        return [part]
    commas = [at.start() for at in re.finditer(",", part)]
    place = next((at for at in commas if is_place_like(part[at + 1 :].strip())), -1)
    return [part[:place], part[place + 1 :]] if place > 0 else [part]


def _take_title(head: Head, written: str, text: str) -> None:
    found = _AT.match(written)
    if found and is_name(found[2]) and not is_place_like(found[2]):
        head.title, head.organisation = found[1].strip(), found[2].strip()
        return
    parts = _parts(written)
    head.title = written
    if len(parts) < 2:
        return
    left = [part for part in parts[1:] if not _take_fact(head, part)]
    employer = next((part for part in reversed(left) if is_employer(part, text)), "")
    if employer:
        head.organisation = employer
        left = [part for part in left if part != employer]
    if len(left) < len(parts) - 1:
        head.title = parts[0] if not left else written[: written.index(left[-1]) + len(left[-1])]
    if is_employer(parts[0], text) and not is_title_like(parts[0]) and left and not employer:
        head.organisation, head.title = parts[0], left[0]


def _take_line(head: Head, written: str, text: str) -> None:
    """A line under the title: "Lotus Harbour Tea · Markham, ON · Full-time"."""
    named = _BY.sub("", written)
    if named != written and not head.organisation and is_name(named):
        head.organisation = named
        return
    if len(written) > _LONGEST_TITLE or is_labelled(written):
        return
    if _SENTENCE.search(written) and not _LEGAL.search(written):
        return
    parts = _parts(written)
    places = [part for part in parts if is_place_like(part)]
    left = [part for part in parts if not _take_fact(head, part) and not day_in(part)]
    if head.organisation or not left:
        return
    beside_place = (
        len(parts) > 1 and len(left) == 1 and bool(places) and is_name(left[0]) and not is_title_like(left[0])
    )
    if beside_place or (len(left) == 1 and (_is_firm(left[0]) or is_employer(left[0], text))):
        head.organisation = left[0]


def _is_firm(part: str) -> bool:
    return is_name(part) and bool(_LEGAL.search(part))


def _take_fact(head: Head, part: str) -> bool:
    """Take a place, a type, or how one works; whether it was one."""
    if is_place_like(part) or is_place_like(place_of(part)[0]):
        place, remote = place_of(part)
        head.location = head.location or place
        head.remote, head.hybrid = head.remote or remote, head.hybrid or is_hybrid(part)
        return True
    if is_only_remote(part):
        head.remote = head.remote or is_remote(part)
        head.hybrid = head.hybrid or is_hybrid(part)
        return True
    if is_only_employment(part) and (employment := employment_of(part)):
        head.employments.add(employment)
        return True
    return False
