"""Address books of every kind that a seeker may bring: recognised, then read record by record.

`inspect` looks at a file and says how it is built; the user may correct the columns; `read` gives its
records, each a person or a row set aside with the reason. Bytes in, dataclasses out; nothing is written.
"""

from askwell.protocols.contacts.aside import write_aside_csv
from askwell.protocols.contacts.model import (
    Aside,
    Column,
    ContactRecord,
    Field,
    Layout,
    Sheet,
    Source,
    UnreadableFile,
)
from askwell.protocols.contacts.reading import inspect, read

__all__ = [
    "Aside",
    "Column",
    "ContactRecord",
    "Field",
    "Layout",
    "Sheet",
    "Source",
    "UnreadableFile",
    "inspect",
    "read",
    "write_aside_csv",
]
