"""Jobs, volunteer roles, events and courses, read from pages, feeds, boards, tables and plain text. All pure.

`Reader` and `read_in_child` read strangers' bytes in a child process of limited memory and time; whoever calls them
imports nothing of the libraries behind it. `reading.read` is the same in this process. `fetch` gets what lies at an
address.
"""

from askwell.protocols.postings.fetching import fetch
from askwell.protocols.postings.model import (
    MOST_BYTES,
    MOST_POSTINGS,
    Employment,
    Kind,
    Posting,
    PostingsError,
    Read,
    Remark,
    Status,
    Unit,
)
from askwell.protocols.postings.reader import Reader, read_in_child

__all__ = [
    "MOST_BYTES",
    "MOST_POSTINGS",
    "Employment",
    "Kind",
    "Posting",
    "PostingsError",
    "Read",
    "Reader",
    "Remark",
    "Status",
    "Unit",
    "fetch",
    "read_in_child",
]
