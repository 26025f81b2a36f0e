"""What reading a file gives, and why a file is not read."""

from dataclasses import dataclass
from typing import Literal

from askwell.protocols.child import RefusedError
from askwell.protocols.resumes.model import Resume

Kind = Literal["json", "linkedin", "docx", "pdf"]

MOST_BYTES = 20 << 20
"""Of one file."""
_LONGEST = 300


class ResumeError(RefusedError):
    """The bytes give no resume.

    `code` says why: "empty", "unknown_kind" (none of the four), "old_word" (.doc), "picture", "damaged", "encrypted",
    "unsafe" (entities), "too_large" (unpacks to too much), "too_deep" (nested JSON), "not_a_resume" (JSON of another
    kind), "no_resume_in_zip", "no_text" (a PDF of pictures), or what a RefusedError says.
    """


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was read and not kept, or kept in another form.

    `code`: "unknown_field" (we have no place for it), "wrong_type", "date_unreadable", "address_unreadable" (no web
    address), "file_not_read" (of a zip), "pages_not_read", "list_cut". `where` is a path ("work[2].startDate"), a
    file and line ("Positions.csv:4") or a page; `text` is what stood there, cut to 300 characters.
    """

    code: str
    where: str
    text: str = ""

    @staticmethod
    def of(code: str, where: str, value: object = "") -> "Remark":
        text = value if isinstance(value, str) else repr(value)
        return Remark(code, where, text[:_LONGEST])


@dataclass(frozen=True, slots=True)
class Read:
    """A resume as one file tells it. `unread` is the text of a DOCX or PDF that found no place in it, in the order of
    the page, a paragraph each; a section's heading stands before its own with a colon."""

    resume: Resume
    kind: Kind
    remarks: tuple[Remark, ...] = ()
    unread: tuple[str, ...] = ()
