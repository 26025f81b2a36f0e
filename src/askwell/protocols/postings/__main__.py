"""The child process that reads postings. Started by `reader.Reader` only."""

import json
import sys

from askwell.protocols.child import Answer, serve


def _read(data: bytes, how: str) -> Answer:
    from askwell.protocols.postings.passing import packed  # noqa: PLC0415 - after memory is limited
    from askwell.protocols.postings.reading import read  # noqa: PLC0415 - the same

    address, filename = json.loads(how)
    return packed(read(data, address=address, filename=filename)), b""


if __name__ == "__main__":
    serve(int(sys.argv[1]), _read)
