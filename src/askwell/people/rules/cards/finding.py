"""E-mail addresses, web addresses and telephone numbers in the lines of a card; what is left of the lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from askwell.lib.emails import find_emails
from askwell.lib.phones import normalise_phone
from askwell.people.rules.cards.layout import Piece, halfwidth
from askwell.people.rules.cards.model import Reading
from askwell.people.rules.cards.words import (
    FAX,
    LABEL,
    LABEL_BEFORE,
    LONE_F,
    PHONE_WORD,
    POSTCODE,
    WEB_WORD,
    WECHAT,
)

_TOP = (
    "com|org|net|edu|gov|info|biz|io|ai|co|app|dev|me|tv|xyz|site|online|tech|design|studio|agency|health|care|law|bank|shop"
    "|store|world|eco|coop|ca|us|uk|fr|de|ch|be|eu|cn|hk|tw|sg|jp|kr|in|au|nz|ie|it|es|nl|se|no|dk|fi|pl|pt|br|mx|ru|vn|ph"
    "|quebec|example|test"
)
_EMAIL = re.compile(r"[A-Za-z0-9](?:[\w.%+'-]*[\w%+-])?@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,24}")
_LOOSE_EMAIL = re.compile(
    r"[A-Za-z0-9](?:[\w.,%+'-]*[\w%+-])?(?: ?[.,] ?[\w-]+)?\s?@\s?[A-Za-z0-9-]+"
    rf"(?:\s?[.,。]{{1,2}}\s?[A-Za-z0-9-]+)*?(?:\s?[.,。\s]\s?(?:{_TOP})\b)+",
    re.IGNORECASE,
)
_AT_MISREAD = re.compile(r"(?<=\w)\s?[©®]\s?(?=\w)|(?<=\w)\(at\)(?=\w)", re.IGNORECASE)
_GLUED_LABEL = re.compile(r"^(?:E-?mail|Mail|Courriel|EMAIL|E-MAIL)(?=[a-z])")
_LETTERED = re.compile(r"[TFPMCDH][ .:]+[+(\d]")
"""A card whose labels are single letters: there an "E" or "W" that clings to an address is one too."""
_GLUED_LETTER = re.compile(r"^([EW])(?=[a-z0-9][a-z0-9._-]*[@.][a-z])")
_MAIL_LABEL = re.compile(r"(?:\be-?mail|\bcourriel|邮箱|郵箱|邮件|电邮)\s*[:：.]?\s*", re.IGNORECASE)
_STRANGE_AT = re.compile(r"(?<=[A-Za-z0-9])[^\W\d_a-zA-Z]?[^\w.\s-]+(?=[A-Za-z0-9])")
_URL = re.compile(
    rf"(?:(?:h?t?tps?\s?[:;.]{{1,2}}\s?/{{0,2}}\s?|h?t?tps?\s?/{{2}})(?:w{{3}}[.,\s]\s?)?|(?:[wW]{{3,4}}|vvww|wvvw|wwvv)[.,\s]\s?)?"
    rf"(?:[A-Za-z0-9-]+\.)+(?:{_TOP})\b(?:/[^\s|,;，；]*)?(?![\w@])",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"^h?t?tp(s?)\s?[:;.]{0,2}\s?/{0,2}\s?", re.IGNORECASE)
_WWW = re.compile(r"^(?:w{3,4}|vvww|wvvw|wwvv)[.,\s]\s?", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?<![\d@])\(?\s?\+?\s?[(]?\s?(?:\d|(?<![A-Za-z])[OIl])[0-9OoIlSB() .\-–—·‑]{5,44}[0-9OoIlSB](?![\d@])"
    r"(?P<extension>\s*,?\s*(?:ext\.?|extension|x|poste|#|转|轉|分机|分機|内线)[ .:]*\d{1,6})?"
)
_SINGLE_NUMBER = re.compile(
    r"(?:\+?1[ .-]?)?\(?[2-9]\d\d\)?[ .-]?[2-9]\d\d[ .-]?\d{4}|(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}"
)
_DIGIT_SLIPS = str.maketrans("OoIlSB–—·‑", "001158----")
_DASHES = str.maketrans("–—·‑", "----")
_MOST = 12


@dataclass(slots=True)
class Found:
    """What was found so far."""

    emails: list[Reading] = field(default_factory=list)
    urls: list[Reading] = field(default_factory=list)
    phones: list[Reading] = field(default_factory=list)
    faxes: list[Reading] = field(default_factory=list)
    wechat: Reading | None = None
    rest: list[Piece] = field(default_factory=list)


def find_all(pieces: Iterable[Piece], region: str) -> Found:
    """Everything that can be dialled, written to or opened; `region` is where numbers without a country's
    code are dialled. `rest` holds what remains of each piece, without labels."""
    found = Found()
    pieces = list(pieces)
    if any(_LETTERED.match(halfwidth(piece.text)) for piece in pieces):
        pieces = [replace(piece, text=_GLUED_LETTER.sub(r"\1 ", piece.text)) for piece in pieces]
    for piece in pieces:
        text = halfwidth(piece.text)
        text = _take_emails(found, piece, text)
        text = _take_urls(found, piece, text)
        if (wechat := WECHAT.search(text)) and not found.wechat:
            found.wechat = Reading(wechat[1], round(piece.sureness * 0.9, 3), piece.lines)
            text = text[: wechat.start()] + " " + text[wechat.end() :]
        text = _take_phones(found, piece, text, region)
        _keep_rest(found, piece, text)
    found.phones = _once(found.phones)
    known = {reading.value for reading in found.phones}
    found.faxes = [reading for reading in _once(found.faxes) if reading.value not in known]
    found.emails, found.urls = _once(found.emails), _once(found.urls)
    return found


def _once(readings: list[Reading]) -> list[Reading]:
    """Each value once, with the surest reading's sureness and all lines."""
    kept: dict[str, Reading] = {}
    for reading in readings:
        before = kept.get(reading.value.lower())
        if before is None:
            kept[reading.value.lower()] = reading
        else:
            lines = tuple(dict.fromkeys(before.lines + reading.lines))
            kept[reading.value.lower()] = replace(before, sureness=max(before.sureness, reading.sureness), lines=lines)
    return list(kept.values())[:_MOST]


def _take_emails(found: Found, piece: Piece, text: str) -> str:
    notes: tuple[str, ...] = ()
    if "@" not in text:
        mended = _with_at(text)
        if mended == text:
            return text
        text, notes = mended, ("repaired",)
    spans = list(_EMAIL.finditer(text))
    if not spans:
        spans, notes = list(_LOOSE_EMAIL.finditer(text)), ("repaired",)
    for span in reversed(spans):
        written = _GLUED_LABEL.sub("", re.sub(r"[,。]", ".", span[0]))
        written = re.sub(r"\s*([.@])\s*", r"\1", written).replace("..", ".")
        written = re.sub(r"\s+", ".", written.strip())
        if addresses := find_emails(written):
            sureness = piece.sureness if not notes else piece.sureness * 0.8
            found.emails.append(Reading(addresses[0], round(sureness, 3), piece.lines, notes))
            text = _without(text, span.start(), span.end())
    found.emails[-len(spans) :] = reversed(found.emails[-len(spans) :]) if spans else []
    return text


def _with_at(text: str) -> str:
    """An @ put where recognition read another sign: © in any line, behind a label anything that is no letter."""
    label = _MAIL_LABEL.search(text)
    if label and "//" not in text:
        return text[: label.end()] + _STRANGE_AT.sub("@", text[label.end() :], count=1)
    return _AT_MISREAD.sub("@", text, count=1)


def _take_urls(found: Found, piece: Piece, text: str) -> str:
    for span in reversed(list(_URL.finditer(text))):
        written = span[0]
        scheme, rest = _SCHEME.match(written), written
        if scheme and len(scheme[0]) > 4:
            rest = written[scheme.end() :]
        else:
            scheme = None
        www = _WWW.match(rest)
        host = rest[www.end() :] if www else rest
        if not scheme and not www and not _is_bare_address(host, text[: span.start()]):
            continue
        address = (f"http{scheme[1].lower()}://" if scheme else "") + ("www." if www else "") + host.rstrip(".")
        notes = () if address.lower() == written.lower().rstrip(".") else ("repaired",)
        found.urls.append(Reading(address, round(piece.sureness * (0.9 if notes else 1), 3), piece.lines, notes))
        text = _without(text, span.start(), span.end())
    return text


def _is_bare_address(host: str, before: str) -> bool:
    """Whether ``northwind.ca`` without www is an address: small letters, or a label before it."""
    return host == host.lower() or host == host.upper() or bool(WEB_WORD.search(before[-12:]))


def _take_phones(found: Found, piece: Piece, text: str, region: str) -> str:
    start = 0
    for span in list(_NUMBER.finditer(text)):
        for number, begin, end in _numbers(span, text, region):
            mended = text[begin:end].translate(_DIGIT_SLIPS) != text[begin:end].translate(_DASHES)
            fax = _is_fax(text[start:begin], text[end:])
            sureness = piece.sureness * (0.8 if mended else 1)
            reading = Reading(number, round(sureness, 3), piece.lines, ("repaired",) if mended else ())
            (found.faxes if fax else found.phones).append(reading)
            text = _without(text, begin, end)
            start = end
    return text


def _numbers(span: re.Match[str], text: str, region: str) -> Iterator[tuple[str, int, int]]:
    """The numbers of a run of digits: one, or several without anything but blanks between them."""
    written = span[0]
    digits = sum(char.isdigit() for char in written)
    if digits < 7 or digits < 0.7 * sum(char.isalnum() for char in written) or POSTCODE.fullmatch(written.strip()):
        return
    extension = span["extension"] or ""
    main = written[: len(written) - len(extension)].translate(_DIGIT_SLIPS)
    number = normalise_phone(main.strip(), region=region)
    if number:
        number += f";ext={_figures(extension)}" if extension else ""
        yield number, span.start(), span.end()
        return
    for single in _SINGLE_NUMBER.finditer(main):
        if number := normalise_phone(single[0], region=region):
            yield number, span.start() + single.start(), span.start() + single.end()


def _figures(text: str) -> str:
    """The figures of a text."""
    return "".join(char for char in text if char.isdigit())


def _is_fax(before: str, after: str) -> bool:
    """Whether the words around a number say that it is a fax; one that is both is a telephone."""
    own = before.rsplit("  ", 1)[-1] if before.strip() else ""
    if FAX.search(own) or LONE_F.search(own):
        return not PHONE_WORD.search(own) and not re.search(r"\bT\s*/\s*F", own)
    return bool(re.match(r"\s*[(\[]\s*(?:fax|téléc\w*|f)\b|\s*(?:fax|传真)\s*$", after, re.IGNORECASE))


def _without(text: str, begin: int, end: int) -> str:
    """The text with blanks for what was taken and the label before it; places stay what they were."""
    label = LABEL_BEFORE.search(text[:begin])
    keep = label.start() if label and not FAX.search(label[0]) else begin
    return text[:keep] + " " * (end - keep) + text[end:]


def _keep_rest(found: Found, piece: Piece, text: str) -> None:
    if text == halfwidth(piece.text):
        rest = piece.text.strip(" |·•-–—_")
    else:
        rest = re.sub(r"\s{2,}", " ", text).strip(" |,;:：·•-–—/\\@©®_()（）")
    if rest and not LABEL.fullmatch(halfwidth(rest)):
        found.rest.append(replace(piece, text=rest))
