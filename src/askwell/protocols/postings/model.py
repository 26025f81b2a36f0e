"""What a page, feed or board says of jobs, volunteer roles, events and courses."""

from dataclasses import dataclass
from typing import Literal

from askwell.protocols.child import RefusedError

Kind = Literal["job", "volunteer", "event", "course"]
Employment = Literal["", "full_time", "part_time", "contract", "internship", "temporary", "volunteer"]
Unit = Literal["", "hour", "day", "week", "month", "year"]
Status = Literal["", "scheduled", "rescheduled", "postponed", "cancelled"]

MOST_BYTES = 20 << 20
"""Of one page, feed or file."""
MOST_POSTINGS = 500
"""As many as somebody can look through at once; what comes behind them is not read."""
LONGEST_TEXT = 20_000
"""Characters of one description; all of them together are no longer than `MOST_TEXT`."""
MOST_TEXT = 20_000_000
_LONGEST = 300


class PostingsError(RefusedError):
    """The bytes give no posting.

    `code` says why: "empty", "picture", "pdf", "document", "archive", "old_excel", "encrypted", "binary" (another kind
    of file), "unsafe" (XML that declares entities), "nothing_found" (nothing in it is a posting), or what a
    RefusedError says.
    """


@dataclass(frozen=True, slots=True)
class Posting:
    """One job, volunteer role, event or course, in its own words; "", None or False where nothing is said.

    `location` is "City, Region" as given. `posted` and `closes` are days as written ("2026-09-22"). A salary of one
    figure has it as both bounds; "from" has no upper one. Of an event `start` and `end` are UTC
    ("2027-05-04T01:00:00Z"), a day where no hour is said, or the local time without "Z" where its zone is not known;
    of a course they are days. `text` is the description without any markup. `reference` is the employer's own number
    for it.
    """

    kind: Kind
    title: str
    organisation: str = ""
    location: str = ""
    remote: bool = False
    employment_type: Employment = ""
    posted: str = ""
    closes: str = ""
    salary_min: float | None = None
    salary_max: float | None = None
    salary_unit: Unit = ""
    currency: str = ""
    url: str = ""
    start: str = ""
    end: str = ""
    price: float | None = None
    price_currency: str = ""
    status: Status = ""
    reference: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was not taken over as it came.

    `code`: "repaired" (broken JSON, read as far as it made sense), "no_title" (one without a title, left out),
    "list_cut" (more than `MOST_POSTINGS`), "text_cut", "link_dropped" (no http or https address). `where` is a line or
    a number; `text` what stood there, cut to 300 characters.
    """

    code: str
    where: str = ""
    text: str = ""

    @staticmethod
    def of(code: str, where: object = "", text: str = "") -> "Remark":
        return Remark(code, str(where), text[:_LONGEST])


@dataclass(frozen=True, slots=True)
class Read:
    """The postings in the order of the page, each once, and what was not taken over."""

    postings: tuple[Posting, ...]
    remarks: tuple[Remark, ...] = ()
