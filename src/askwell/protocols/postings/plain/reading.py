"""Plain text to one posting."""

import re
from dataclasses import replace

from askwell.lib.text import fold
from askwell.protocols.postings.amounts import Pay, likely_unit, number_of, pay_in
from askwell.protocols.postings.days import day_in, moment_of
from askwell.protocols.postings.model import Employment, Kind, Posting
from askwell.protocols.postings.places import dollars_at, place_of, zone_at
from askwell.protocols.postings.plain import prose
from askwell.protocols.postings.plain.head import Head, is_place_like, read_head, without_page_words
from askwell.protocols.postings.plain.labels import labelled
from askwell.protocols.postings.records.records import Row
from askwell.protocols.postings.words import employments_in, is_hybrid, is_remote

_OF_WORK = re.compile(
    r"responsibilit|qualification|\bduties\b|\bapply\b|\bposition\b|\bhiring\b|\bsalary\b|\bcandidates?\b|experience"
    r"|\bapplicants?\b|is looking for an? |what you(?:.ll| will) do|what you bring"
    r"|\bresume\b|volunt|\bjob\b|\brole\b|postul|exigences|\bposte\b|candidature|emploi|benevol|招聘|职责|岗位|任职|应聘|简历|志愿"
    r"|workshop|job fair|webinar|networking|register|tuition|course|inscri|atelier|formation|活动|讲座|报名|课程|学费"
)
_VOLUNTEER = re.compile(r"\bvolunteer(?:s|ing)?\b|\bbenevol\w*|志愿者?|义工")
_CALLS = re.compile(
    r"volunteer (?:role|position|opportunity|needed|wanted)|volunteers (?:needed|wanted)|poste benevole"
    r"|benevoles recherches"
    r"|志愿者招募|招募志愿者"
)
_LEADS = re.compile(
    r"coordinat|director|direct(?:eur|rice)|manager|gestion|responsable|specialist|supervis|recruit|主管|经理|专员"
)
"""Who is paid to look after volunteers."""
_EVENT = re.compile(
    r"\bjob fair|\bcareer fair|\bhiring (?:fair|event)|\bworkshop|\bwebinar|\bnetworking (?:night|event|evening)"
    r"|\binfo(?:rmation)? session"
    r"|\bopen house|\bconference\b|\bmeetup|\bsalon de l.?emploi|\bfoire (?:de l.?|d.?)emploi|\batelier"
    r"|\bseance d.?information|\bconference"
    r"|招聘会|讲座|交流会|说明会|研讨会|见面会"
)
_IS_EVENT = re.compile(r"\bfairs?$|\bopen house$|\bmeetup$|^salon de l.?emploi|招聘会$|见面会$")
"""Titles of what takes place, also where no day is told."""
_COURSE = re.compile(
    r"\bcourse\b|\bcertificate (?:program|in)\b|\bbootcamp|\btraining program|\bclasses\b|\bcours\b|\bformation\b"
    r"|课程|培训班"
)
_TUITION = re.compile(
    r"\btuition|\bregist|\benrol|\binstructor|course fee|\bstudents?\b|inscri|frais|学费|开课|报名|讲师"
)
_TIME = re.compile(
    r"(\d{1,2})(?:[:hH.](\d\d))?\s*(am|pm|a\.m\.|p\.m\.|h\b)?\s*(?:[-–—~]|to|à|至|until)\s*(\d{1,2})(?:[:hH.](\d\d))?\s*(am|pm|a\.m\.|p\.m\.|h\b)?",
    re.IGNORECASE,
)
_LOOKED_AT, _LONGEST_LINE = 60_000, 2_000
_MARKS = re.compile(r"^[^\w$€£¥￥(（\[\"'“«#+]+")
"""Bullets and little pictures before a line."""
_WHEN = ("start", "date")
_FREE = re.compile(r"\bfree\b|gratuit|免费")
_HEAD = 6


def posting_in(text: str, *, title: str = "", url: str = "") -> Posting | None:
    """What a text says of one job, volunteer role, event or course; None where it speaks of none. `title` is the
    heading of the page that it stood on."""
    lines = [_MARKS.sub("", one.strip())[:_LONGEST_LINE] for one in text[:_LOOKED_AT].splitlines()]
    lines = [one for one in lines if one]
    row = Row.of(labelled(lines))
    head = read_head(lines, "\n".join(lines), title)
    named = row.text("title") or head.title
    if not named or not (_OF_WORK.search(fold("\n".join(lines))) or row.values):
        return None
    location, remote = _place(row, head, lines)
    found = Posting(
        kind=_kind(named, lines, row),
        title=named,
        organisation=row.text("organisation") or head.organisation or next(prose.employers_said(lines), ""),
        location=location,
        remote=remote,
        url=url,
        reference=row.text("reference")[:100],
        text=without_page_words(text),
    )
    return _dated(found, row, lines) if found.kind in ("event", "course") else _employed(found, row, head, lines)


def _employed(found: Posting, row: Row, head: Head, lines: list[str]) -> Posting:
    pay = _pay(row, lines)
    return replace(
        found,
        employment_type=_employment(found.kind, row, head, lines),
        posted=_labelled_day(row, "posted") or prose.posting_said(lines),
        closes=_labelled_day(row, "closes") or prose.closing_said(lines),
        salary_min=pay.low,
        salary_max=pay.high,
        salary_unit=pay.unit,
        currency=dollars_at(found.location) if pay.currency == "$" else pay.currency,
    )


def _employment(kind: Kind, row: Row, head: Head, lines: list[str]) -> Employment:
    if kind == "volunteer":
        return "volunteer"
    told = [employments_in(value) for value in (*row.all("employment"), *row.all("hours"), *row.all("status"))]
    sure = next((kinds for kinds in told if kinds), set())
    if sure:
        return (
            next(iter(sure))
            if len(sure) == 1
            else next((one for one in ("internship", "temporary", "contract") if one in sure), "")
        )
    return head.employment or prose.employment_said(lines)


def _pay(row: Row, lines: list[str]) -> Pay:
    for value in row.all("salary"):
        pay = pay_in(value)
        amount = pay.high or pay.low or 0
        if amount and (pay.currency or pay.unit or amount >= 1000):
            return replace(pay, unit=pay.unit or likely_unit(amount, pay.currency))
    return prose.pay_said(lines)


def _labelled_day(row: Row, meaning: str) -> str:
    return next((day for value in row.all(meaning) if (day := day_in(value))), "")


def _place(row: Row, head: Head, lines: list[str]) -> tuple[str, bool]:
    said = [value for value in row.all("location") if len(value) <= 100]
    place, remote = place_of(said[0]) if said else ("", False)
    works = any(is_remote(value) for value in row.all("remote"))
    hybrid = head.hybrid or any(is_hybrid(value) for value in (*said, *row.all("remote")))
    anywhere = not hybrid and (remote or works or head.remote or prose.remote_said(lines))
    return place or head.location or _place_said(lines), anywhere


_LOCATED = re.compile(
    r"(?:(?:located|based|position|role|office|job) (?:is )?in|situé[es]? à|basée? à|位于|工作地点在)\s+"
    r"([A-ZÀ-Ý][\w.'’-]*(?:\s[A-ZÀ-Ý][\w.'’-]*){0,2}(?:,\s*[A-Z][\w]+(?:\s[A-Z]\w+)?)?)|位于([^\s，。,]{2,8})"
)


def _place_said(lines: list[str]) -> str:
    """The place that a sentence names."""
    for written in lines:
        for found in _LOCATED.finditer(written):
            place = (found[1] or found[2]).strip(" .")
            if is_place_like(place):
                return place
    return ""


def _kind(title: str, lines: list[str], row: Row) -> Kind:
    top = fold(" ".join([title, *lines[:_HEAD], *row.all("employment")]))
    whole = fold(title)
    if _EVENT.search(whole) and (
        row.values.keys() & {"date", "start"} or any(map(day_in, lines)) or _IS_EVENT.search(whole)
    ):
        return "event"
    if _COURSE.search(whole) and _TUITION.search(fold("\n".join(lines))):
        return "course"
    if row.values.keys() >= {"price", "start"} and not row.all("salary") and _COURSE.search(fold("\n".join(lines))):
        return "course"
    if any("volunteer" in employments_in(one) for one in row.all("employment")):
        return "volunteer"
    looks_for = (_VOLUNTEER.search(whole) or _CALLS.search(top)) and not _LEADS.search(whole)
    return "volunteer" if looks_for and not row.all("salary") else "job"


def _dated(found: Posting, row: Row, lines: list[str]) -> Posting:
    days = [day for name in _WHEN for value in row.all(name) if (day := day_in(value))]
    day = next(iter(days), "") or next((day for one in lines if (day := day_in(one))), "")
    said = [value for name in ("start", "date", "end") for value in row.all(name)]
    start, end = day, next((day for value in row.all("end") if (day := day_in(value))), "")
    if found.kind == "event" and day:
        hours = next((hours for one in [*said, *lines] if (hours := hours_in(one))), None)
        zone = zone_at(found.location)
        start, end = (moment_of(f"{day}T{hour}", zone) for hour in hours) if hours else (day, end)
    price = row.all("price")
    free = [0.0] if price and _FREE.search(fold(price[0])) else []
    amounts = [*free, *(amount for value in price if (amount := number_of(value)) is not None)]
    return replace(
        found,
        start=start,
        end=end,
        price=next(iter(amounts), None),
        status="scheduled" if found.kind == "event" else "",
    )


def hours_in(text: str) -> tuple[str, str] | None:
    """From when to when of a day: "6:00 pm – 7:30 pm", "18 h à 19 h 30", 14:00-16:00."""
    found = _TIME.search(re.sub(r"(\d)\s?[hH]\s?(\d\d)", r"\1:\2", text))
    if not found or not (found[2] or found[3]) and not (found[5] or found[6]):
        return None
    last = _hour(int(found[4]), found[6])
    first = _hour(int(found[1]), found[3] or (found[6] if _hour(int(found[1]), found[6]) <= last else None))
    if not 0 <= first <= 23 or not 0 <= last <= 23:
        return None
    return f"{first:02}:{found[2] or '00'}", f"{last:02}:{found[5] or '00'}"


def _hour(hour: int, half: str | None) -> int:
    plain = (half or "").replace(".", "").casefold()
    return hour % 12 + 12 if plain == "pm" else hour % 12 if plain == "am" else hour
