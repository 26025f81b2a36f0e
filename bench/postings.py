"""Reading postings, beside the JSON-LD and microdata of `extruct` where that is installed (it is no dependency).

    python bench/postings.py DIR

DIR holds saved pages, boards, tables and feeds (`cases/postings`). Milliseconds of processor time for all of them,
medians of 15 turns; the peer only finds the marked-up items of the pages, we make postings of everything.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from askwell.protocols.postings.model import PostingsError
from askwell.protocols.postings.reading import read

TURNS = 15


def main(folder: str) -> int:
    files = {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir()) if path.name.startswith("post")}
    pages = {name: data for name, data in files.items() if name.endswith(".html")}
    print(f"ours, {len(files)} files: {_median(lambda: _read(files)):.1f} ms")
    print(f"ours, {len(pages)} pages: {_median(lambda: _read(pages)):.1f} ms")
    try:
        import extruct
    except ImportError:
        print("extruct is not installed")
        return 0
    syntaxes = ["json-ld", "microdata"]
    texts = [data.decode() for data in pages.values()]
    print(
        f"extruct, {len(pages)} pages: "
        f"{_median(lambda: [extruct.extract(text, syntaxes=syntaxes, errors='ignore') for text in texts]):.1f} ms"
    )
    return 0


def _read(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        try:
            read(data, filename=name)
        except PostingsError as error:
            print(name, error.code)


def _median(work: Callable[[], object]) -> float:
    spent = []
    for _ in range(TURNS):
        begun = time.process_time()
        work()
        spent.append(1000 * (time.process_time() - begun))
    return statistics.median(spent)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
