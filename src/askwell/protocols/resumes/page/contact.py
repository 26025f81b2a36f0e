"""Who somebody is: the lines above the first section, and a section of contact details."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from askwell.lib.emails import find_emails
from askwell.lib.links import linkedin_key, normalise_link
from askwell.lib.phones import find_phones
from askwell.lib.text import HAN, clean, in_script
from askwell.lib.work_words import any_of
from askwell.protocols.resumes.model import Link
from askwell.protocols.resumes.page.lines import Line
from askwell.protocols.resumes.page.parts import tidy
from askwell.protocols.resumes.page.scores import title_score
from askwell.protocols.resumes.places import Located, is_place, locate

_han = re.compile(f"[{HAN}]")
_SEPARATOR = re.compile(r"\t|\s*[|｜•·●▪■∙◆⋄]\s*|\s{3,}|\s*[;；]\s*|\s+/\s+|\s+[–—]\s+|\n")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s|,，;；]+|(?:[\w-]+\.)?(?:linkedin|github|gitlab|behance)\.(?:com|net)/[^\s|,，;；]+"
    r"|(?<![@\w.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|ca|org|net|io|dev|me|example|cn|fr|info|site|page)"
    r"(?:/[^\s|,，;；]*)?(?![\w@])",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w/])(?:\+|00)?\(?\d[\d\s().\-\u2010-\u2015]{6,20}\d(?:\s*(?:ext|x|poste)\.?\s*\d{1,6})?(?!\w)"
)
_names = any_of(r"full_name name nom_complet nom 姓\s*名 名字")
_places = any_of(
    r"""
current_location address location city based_in residence adresse lieu_de_résidence lieu ville 现居地 现居住地
目前所在地 所在地 居住地 常住地 联系地址 通讯地址 地\s*址 现居 所在城市 居住城市 城市 住址
"""
)
_headlines = any_of(
    """
headline desired_position position title target objective titre poste_visé poste_recherché 求职意向 应聘职位 意向岗位
应聘岗位 意向职位 求职目标 期望职位 目标职位 职位
"""
)
_others = any_of(
    r"""
e-?mail(?:_address)? courriel mail 邮\s*箱 电子邮箱 电子邮件 邮件 电邮 phone(?:_number)? tel(?:ephone)? mobile
cell(?:ulaire)? téléphone tél portable 电\s*话 手\s*机 手机号码? 联系电话 移动电话 linkedin website site(?:_web)?
portfolio github web 网站 个人网站 主页 领英 wechat 微信 weixin
"""
)
_LABEL = re.compile(
    rf"^\s*(?:(?P<name>{_names})|(?P<place>{_places})|(?P<headline>{_headlines})"
    rf"|(?P<other>{_others}|[TEMPWCL](?=\s*[:.])))\s*(?:[:：]|\.(?=\s*[\d+(:：]))\s*[:：]?\s*",
    re.IGNORECASE,
)
_INNER_LABEL = re.compile(rf"(?<=\S)\s+(?=(?:{_names}|{_places}|{_headlines}|{_others})\s*[:：])", re.IGNORECASE)
_LONE_LABEL = re.compile(rf"(?<![^\t])((?:{_names}|{_places}|{_headlines}|{_others}))\s*[:：]?\t", re.IGNORECASE)
_HEADER = re.compile(
    r"(?:(?:my\s+)?(?:resume|résumé|curriculum vitae|cv|c\.v\.)|个人简历|简历|求职简历|履历)\s*(?:[:：–—-]\s*)?",
    re.IGNORECASE,
)
_ways = any_of(
    """
street st avenue ave road rd drive dr boulevard blvd lane ln way crescent cres court ct rue chemin place pl
"""
)
_STREET = re.compile(
    rf"\d+\s*[-–]?\s*\d*\s+[\w.' -]+\b(?:{_ways})\b|\d+,?\s+rue\b|[路街巷弄]\s*\d+\s*号|\d+号", re.IGNORECASE
)
_NETWORKS = (("linkedin.", "LinkedIn"), ("github.com", "GitHub"), ("gitlab.com", "GitLab"), ("behance.net", "Behance"))
_CREDENTIAL = re.compile(r",\s*(?:[A-Z][A-Za-z.&]{1,7}(?:\([A-Z]\))?(?:,\s*|\s+|$))+$")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]{2}")
_SENTENCE = 100
_LONGEST_NAME, _LONGEST_CHINESE = 80, 10


@dataclass(slots=True)
class Person:
    """What is known so far; `unread` are pieces without a place."""

    name: str = ""
    native_name: str = ""
    headline: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    located: Located = field(default_factory=Located)
    address: str = ""
    links: list[Link] = field(default_factory=list)
    summary: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def person_of(top: Sequence[Line], contact: Sequence[Line]) -> Person:
    """Name, headline and how to reach somebody."""
    person = Person()
    lines = [line for line in top if not _HEADER.fullmatch(line.text)]
    named = _name_line(lines)
    for line in lines:
        if line is named:
            _take_name(person, _HEADER.sub("", line.text))
        else:
            _take_line(person, line, may_headline=True)
    for line in contact:
        _take_line(person, line, may_headline=not person.headline and not lines)
    return person


def links_in(text: str) -> list[tuple[str, str]]:
    """Each address on the web in the text, as it is written there and ready to be opened; none of mail."""
    written = [found.rstrip(".)") for found in _LINK.findall(text)]
    return [(one, link) for one in written if (link := normalise_link(one))]


def is_label(word: str) -> bool:
    """Whether a word only says what stands behind it: "Phone", 邮箱, or that this is a resume."""
    return bool(_LABEL.fullmatch(f"{word}:") or _HEADER.fullmatch(word))


def _name_line(lines: Sequence[Line]) -> Line | None:
    """The line in the largest type among the first that may be a name, else the first of them."""
    near = [line for line in lines[:12] if _may_be_name(line)]
    if any(match["name"] for line in lines if (match := _LABEL.match(_LONE_LABEL.sub(r"\1：", line.text)))):
        return None
    return max(near, key=lambda line: (round(line.size), line.bold), default=None)


def _may_be_name(line: Line) -> bool:
    first = re.split(r"\t|\s*[|｜]\s*|\s+[–—]\s+|[,，]", _HEADER.sub("", line.text))[0]
    plain = first.strip()
    contact = "@" in plain or any(char.isdigit() for char in plain) or _LINK.search(plain) or _LABEL.match(line.text)
    if contact or not plain or is_place(plain):
        return False
    return len(plain) <= (_LONGEST_NAME if _LATIN.search(plain) else _LONGEST_CHINESE) and len(plain.split()) <= 6


def _take_name(person: Person, text: str) -> None:
    first, *others = re.split(r"\t|\s*[|｜]\s*|\s+[–—]\s+", text.strip())
    bare = _CREDENTIAL.sub("", first)
    if bare != first:
        person.unread.append(first)
    native = in_script(bare, chinese=True) if _han.search(bare) else ""
    latin = in_script(bare, chinese=False)
    if native and latin != bare:
        person.name, person.native_name = _name(latin), _name(native)
    else:
        person.name = _name(bare)
    for other in others:
        if _han.fullmatch(other[:1]) and len(other) <= 4 and not person.native_name and not _han.search(person.name):
            person.native_name = _name(other)
        elif find_emails(other) or _phone_in(other) or _LINK.search(other) or is_place(other):
            _take_piece(person, other, may_place=True)
        else:
            _take_text(person, other, may_headline=True)


def _name(text: str) -> str:
    return clean(text.strip(" ()（）,，·|/"))


def _take_line(person: Person, line: Line, *, may_headline: bool) -> None:
    text = _INNER_LABEL.sub("\t", _LONE_LABEL.sub(r"\1：", line.text))
    pieces = [piece for piece in _SEPARATOR.split(text) if piece.strip()]
    labelled = any(_LABEL.match(piece) for piece in pieces)
    reach = bool(find_emails(text) or _phone_in(text) or _LINK.search(text)) or labelled
    reach = reach and not (len(text) > _SENTENCE and text.endswith((".", "。")) and not find_emails(text))
    placed = any(is_place(piece) or _STREET.search(piece) for piece in pieces)
    if not reach and not (placed and not title_score(text)):
        _take_text(person, line.text, may_headline=may_headline)
        return
    for piece in pieces:
        _take_piece(person, piece, may_place=True)


def _take_text(person: Person, text: str, *, may_headline: bool) -> None:
    """A line that is no way to reach somebody: the headline, or the beginning of a summary."""
    plain = text.replace("\t", " ").strip()
    sentence = len(plain) > _SENTENCE or plain.endswith((".", "。"))
    if may_headline and not person.headline and not sentence:
        person.headline = tidy(plain)
    elif may_headline and sentence:
        person.summary.append(plain)
    else:
        person.unread.append(plain)


def _take_piece(person: Person, piece: str, *, may_place: bool) -> None:
    label = _LABEL.match(piece)
    rest = piece[label.end() :] if label else piece
    if label and label["name"]:
        _take_name(person, rest)
        return
    if label and label["headline"]:
        person.headline = person.headline or tidy(rest)
        return
    if label and label["place"]:
        _take_place(person, rest)
        return
    left = _take_addresses(person, rest)
    left = re.sub(r"[\s,，:：()（）|/–—-]+$|^[\s,，:：()（）|/–—-]+", "", left)
    if not left:
        return
    if may_place and not label and (is_place(left) or _STREET.search(left) or _may_be_place(person, left)):
        _take_place(person, left)
    elif left != piece and _LABEL.match(left + ":"):
        return
    elif title_score(left) and not person.headline and not label:
        person.headline = tidy(left)
    else:
        person.unread.append(piece.strip())


def _may_be_place(person: Person, text: str) -> bool:
    """Whether an unknown piece among addresses may be a town: short, without figures or a job's words."""
    words = len(text.split())
    known = person.located.town or person.address
    return not known and not any(char.isdigit() for char in text) and words <= 5 and not title_score(text)


def _take_place(person: Person, text: str) -> None:
    if _STREET.search(text) and not person.address:
        person.address = tidy(text)
    found = locate(text)
    if found.town and not person.located.town or not person.located.country and found.country:
        person.located = found


def _take_addresses(person: Person, text: str) -> str:
    """Take e-mail, links and telephone numbers; gives what is left of the text."""
    for email in find_emails(text):
        person.email = person.email or email
        text = re.sub(re.escape(email), " ", text, flags=re.IGNORECASE)
    for written, link in links_in(text):
        _take_link(person, link)
        text = text.replace(written, " ")
    phone = _phone_in(text)
    if phone:
        if person.phone:
            person.unread.append(phone)
        person.phone = person.phone or clean(phone)
        text = text.replace(phone, " ")
    return text


def _phone_in(text: str) -> str:
    return next((found for found in _PHONE.findall(text) if find_phones(found)), "").strip()


def _take_link(person: Person, link: str) -> None:
    network = next((name for sign, name in _NETWORKS if sign in link), "")
    if network or person.url:
        username = linkedin_key(link) or ""
        person.links.append(Link(link, network, username))
    else:
        person.url = link
