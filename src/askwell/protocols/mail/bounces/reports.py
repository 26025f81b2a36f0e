"""Reports for programs: message/delivery-status (RFC 3464), and what is none: feedback, read receipts."""

import re
from dataclasses import dataclass

from askwell.protocols.mail.letters.headers import Headers, read_headers, words
from askwell.protocols.mail.letters.parts import Part

LONGEST = 200_000
MOST_RECIPIENTS = 200
_STATUS_KINDS = ("message/delivery-status", "text/delivery-status", "message/global-delivery-status")
_OTHER_REPORTS = (
    "message/feedback-report",
    "message/disposition-notification",
    "message/global-disposition-notification",
)
_TYPED = re.compile(r"^\s*(?:rfc822|utf-8|x-[\w-]+|unknown|system|dns|smtp|x400)\s*;\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s<>(),;:\"]+@[^\s<>(),;\"]+")
_CODE = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")


@dataclass(frozen=True, slots=True)
class Told:
    """What a report says of one recipient; what it does not say is empty."""

    address: str
    action: str
    status: str
    diagnosis: str


def is_other_report(whole: Part) -> bool:
    """Whether the message is a report of something else than delivery: a complaint, a receipt."""
    if whole.params.get("report-type", "").lower() in ("feedback-report", "disposition-notification"):
        return True
    return any(part.kind in _OTHER_REPORTS for part in whole.walk())


def told(whole: Part) -> list[Told]:
    """What the message's delivery reports say, recipient by recipient."""
    reports = [part for part in whole.walk() if part.kind in _STATUS_KINDS]
    texts = [part.body(LONGEST) for part in reports]
    return [found for text in texts for found in told_by(text)][:MOST_RECIPIENTS]


def told_by(report: bytes) -> list[Told]:
    """The recipients of one report: groups of fields, parted by empty lines, or where none is, by their first field."""
    groups = re.split(rb"\n[ \t]*\n", report.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
    headers = [each for group in groups[: MOST_RECIPIENTS + 10] for each in _parted(read_headers(group.lstrip(b"\n")))]
    return [found for each in headers if (found := _told(each)) is not None]


def _parted(group: Headers) -> list[Headers]:
    """A group that tells of several recipients without an empty line between them, as several."""
    starts = [place for place, (name, _) in enumerate(group.fields) if name == "final-recipient"]
    ends = [*starts[1:], len(group.fields)]
    firsts = [0, *starts[1:]]
    return [Headers(group.fields[first:end]) for first, end in zip(firsts, ends, strict=False)]


def _told(fields: Headers) -> Told | None:
    recipient = fields.first("final-recipient") or fields.first("original-recipient")
    original = fields.first("original-recipient")
    if not recipient and not (fields.has("action") and fields.has("status")):
        return None
    status = _CODE.search(fields.first("status"))
    diagnosis = " ".join(words(each) for each in fields.all("diagnostic-code"))
    return Told(
        address=_address(original) or _address(recipient) or _address(fields.first("x-actual-recipient")),
        action=fields.first("action").partition(" ")[0].strip(";").lower(),
        status=status[0] if status else "",
        diagnosis=re.sub(r"^\s*[\w.-]+\s*;\s*", "", diagnosis).strip() or words(fields.first("x-supplementary-info")),
    )


def _address(value: str) -> str:
    found = _ADDRESS.search(_TYPED.sub("", words(value)))
    return found[0].strip(".'") if found else ""
