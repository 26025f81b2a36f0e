"""How somebody can be reached, and which addresses are links."""

import re

from askwell.lib.text import HAN
from askwell.protocols.papers.laid import Piece
from askwell.protocols.papers.words import CHINESE, Words
from askwell.protocols.resumes import Link, Resume

_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_WEB = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:[/:?#]\S*)?", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_LONGEST_LINK = 2000
_han = re.compile(f"[{HAN}]")


def reach_of(resume: Resume, words: Words) -> tuple[Piece, ...]:
    """Where somebody lives, their phone, mail and pages, without what is not said or said twice."""
    pieces = (
        Piece(_where(resume, words)),
        Piece(resume.phone, _phone_link(resume.phone)),
        Piece(resume.email, f"mailto:{resume.email}" if _MAIL.fullmatch(resume.email) else ""),
        web(resume.url),
        *(_of_link(link) for link in resume.links),
    )
    return tuple({piece.text: piece for piece in pieces if piece.text}.values())


def is_chinese(text: str) -> bool:
    """Whether there is a Chinese character in it."""
    return bool(_han.search(text))


def web(url: str) -> Piece:
    """An address on the web, shown without its scheme; a link only if it is one of http or https."""
    shown = _SCHEME.sub("", url).rstrip("/")
    if not _WEB.fullmatch(url) or len(url) > _LONGEST_LINK:
        return Piece(shown)
    return Piece(shown, url if _SCHEME.match(url) else f"https://{url}")


def _of_link(link: Link) -> Piece:
    if link.url:
        return web(link.url)
    return Piece(": ".join(part for part in (link.network, link.username) if part))


def _phone_link(phone: str) -> str:
    digits = re.sub(r"[^\d+]", "", phone)
    return f"tel:{digits}" if 7 <= len(digits) <= 16 and digits.isascii() else ""


def _where(resume: Resume, words: Words) -> str:
    if words.tag == CHINESE and all(map(is_chinese, filter(None, (resume.region, resume.place)))):
        town = "".join(part for part in (resume.region, resume.place) if part)
        return " ".join(part for part in (town + resume.address, resume.postal_code) if part)
    region = " ".join(part for part in (resume.region, resume.postal_code) if part)
    return ", ".join(part for part in (resume.address, resume.place, region) if part)
