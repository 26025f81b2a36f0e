"""The child process that reads workbooks. Started by `reader.Reader` only."""

import functools
import sys
from typing import TYPE_CHECKING

from askwell.protocols.child import Answer, serve

if TYPE_CHECKING:
    from askwell.protocols.sheets.serving import Desk


@functools.cache
def _desk() -> "Desk":
    from askwell.protocols.sheets.serving import Desk  # noqa: PLC0415 - after memory is limited

    return Desk()


def _answer(data: bytes, how: str) -> Answer:
    return _desk().answer(data, how)


if __name__ == "__main__":
    serve(int(sys.argv[1]), _answer)
