"""Resumes read in a child process."""

from askwell.protocols.child import Child
from askwell.protocols.resumes.found import MOST_BYTES, Read, ResumeError
from askwell.protocols.resumes.passing import unpacked

MOST_MEMORY = 1 << 30
"""Address space in bytes."""
MOST_SECONDS = 30.0


class Reader(Child):
    """Reads resumes one by one."""

    package, refusal = "askwell.protocols.resumes", ResumeError

    def __init__(self, *, memory: int = MOST_MEMORY, seconds: float = MOST_SECONDS) -> None:
        super().__init__(memory=memory, seconds=seconds)

    def read(self, data: bytes, filename: str = "") -> Read:
        """What the file says: a JSON Resume, LinkedIn's export, a DOCX or a PDF, told by its bytes, or a single table
        of LinkedIn's, told by its name. Raises ResumeError; the next file is read all the same."""
        if len(data) > MOST_BYTES:
            raise ResumeError("too_many_bytes")
        told, _ = self.ask(data, how=filename[-200:].encode(errors="replace").decode())
        return unpacked(told)


def read(data: bytes, filename: str = "") -> Read:
    """One file read by a `Reader` of its own."""
    with Reader() as reader:
        return reader.read(data, filename)
