"""The child process that reads resumes. Started by `reader.Reader` only."""

import sys

from askwell.protocols.child import Answer, serve


def _read(data: bytes, filename: str) -> Answer:
    from askwell.protocols.resumes.kinds import read_any  # noqa: PLC0415 - after memory is limited
    from askwell.protocols.resumes.passing import packed  # noqa: PLC0415 - the same

    return packed(read_any(data, filename)), b""


if __name__ == "__main__":
    serve(int(sys.argv[1]), _read)
