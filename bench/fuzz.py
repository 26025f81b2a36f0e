"""Random and mangled bytes for every parser: each must end in a value or in its own named error.

    python bench/fuzz.py 30 [PARSER …] [--seed N] [--keep DIR]    # minutes for each parser

Inputs are made of what lies in tests/data (and of a folder of further cases, `--cases DIR`): bytes turned, cut out,
doubled, spliced, words of the formats put in; of a zip also what is in its members. The parsers run in this process,
where nothing catches what they do not; a child's bounds of memory do not hold here. What is not handled, or takes
longer than twenty seconds of processor time, is kept in a file and told.
"""

import argparse
import io
import random
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 20
LARGEST = 1 << 20
TOKENS = [
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n", b"\n\n", b"\r\n ", b'"', b'""', b",", b";", b":", b"=", b"[", b"{",
    b"}", b"<", b"</", b"<!--", b"]]>", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&#0;", b"&#xD800;", b"BEGIN:", b"END:",
    b"BEGIN:VEVENT\r\n", b"END:VCALENDAR\r\n", b"RRULE:FREQ=SECONDLY;COUNT=999999999\r\n", b"TZID=", b"DTSTART:",
    b"DURATION:-P9999999D\r\n", b"00010101T000000", b"99991231T235959Z", b"-9999999999999999999", b"9" * 400, b"1e999",
    b"NaN", b"null", b"true", b"\\u0000", b"\\ud800", b"=?utf-8?q?=ff?=", b"=?x?b?=?=", b"charset=", b"boundary=",
    b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", b"Content-Transfer-Encoding: base64\r\n", b"MECARD:N:",
    b"BEGIN:VCARD\r\nFN:", b"QUOTED-PRINTABLE:=\r\n", b"PK\3\4", b"PK\1\2", b"%PDF-1.7\n", b"1 0 obj<<", b"stream\r\n",
    "\u202e织\U0001f469".encode(), "é".encode("latin-1"), "张".encode("gb18030"), b"<script", b"@type", b"JobPosting",
]  # fmt: skip

EXPORT = {"profile": {"name": "Mei"}, "tables": {"people.Person": [{"id": "1", "given": "织", "links": [1.5, None]}]}}


@dataclass
class Parser:
    """A function of bytes, the errors that it may raise, and the files to begin from (and what is in none)."""

    parse: Callable[[bytes], object]
    errors: tuple[type[Exception], ...]
    corpus: Sequence[str]
    made: Sequence[bytes] = ()
    inputs: int = 0
    refused: int = 0
    slowest: float = 0.0
    spent: float = 0.0
    unhandled: Counter[str] = field(default_factory=Counter)


class TooSlow(BaseException):
    """Longer than anybody waits."""


def parsers() -> dict[str, Parser]:
    from askwell.coach.replies import Reply, read_reply
    from askwell.desk.rules.archive import MEMBER, UnusableArchive, dump, pack, unpack
    from askwell.outreach.rules.mail.headings import read_heading
    from askwell.outreach.rules.mail.hearing import Reader, hear
    from askwell.protocols.calendar import UnreadableCalendar, read_busy, read_calendar
    from askwell.protocols.calendar import read as read_meeting
    from askwell.protocols.contacts import UnreadableFile, inspect, read
    from askwell.protocols.contacts.plain import read_table
    from askwell.protocols.html_text import text_of
    from askwell.protocols.mail.bounces import read_bounce
    from askwell.protocols.mail.letters import UnreadableLetter
    from askwell.protocols.mail.newest import newest
    from askwell.protocols.pictures import PictureError
    from askwell.protocols.pictures.opening import open_picture
    from askwell.protocols.postings import PostingsError
    from askwell.protocols.postings.reading import read as read_postings
    from askwell.protocols.resumes import ResumeError
    from askwell.protocols.resumes.kinds import read_any
    from askwell.protocols.speech import SpeechError
    from askwell.protocols.speech.opening import open_sound
    from askwell.protocols.square_codes import read_code

    now, me = datetime(2026, 11, 25, 18, tzinfo=UTC), Reader(name="Mei", zone="UTC")
    letters = ["*.eml"]
    return {
        "contacts": Parser(
            lambda data: list(read(data, inspect(data, "a"))), (UnreadableFile,), ["*.csv", "*.vcf", "*.xlsx", "*.tsv"]
        ),
        "lists": Parser(lambda data: read_table(data, most=5000), (UnreadableFile,), ["*.csv", "*.xlsx", "*.tsv"]),
        "calendar": Parser(lambda data: read_calendar(data, zone="UTC"), (UnreadableCalendar,), ["*.ics"]),
        "calendar mail": Parser(lambda data: read_meeting(data, zone="UTC"), (UnreadableCalendar,), letters),
        "busy": Parser(
            lambda data: read_busy(data, start=now, end=now.replace(year=2027), zone="UTC"),
            (UnreadableCalendar,), ["*.ics", "*.eml"],
        ),
        "mail": Parser(lambda data: hear(data, arrived_at=now, reader=me), (UnreadableLetter,), letters),
        "heading": Parser(read_heading, (), letters),
        "bounce": Parser(read_bounce, (UnreadableLetter,), letters),
        "newest": Parser(lambda data: newest(text(data)), (), [*letters, "*.md"]),
        "reply": Parser(lambda data: read_reply(Reply(text(data), received=now)), (), ["*.jsonl", "*.md"]),
        "resumes": Parser(read_any, (ResumeError,), ["resume*.docx", "resume*.pdf", "resume*.json", "resume*.zip"]),
        "postings": Parser(read_postings, (PostingsError,), ["post*", "*.html"]),
        "html": Parser(lambda data: text_of(text(data)), (), ["*.html"]),
        "pictures": Parser(open_picture, (PictureError,), ["*.jpg", "*.png"]),
        "codes": Parser(lambda data: read_code(text(data)), (), ["*.vcf"]),
        "sound": Parser(open_sound, (SpeechError,), ["*.ogg"]),
        "archive": Parser(unpack, (UnusableArchive,), [], [pack({MEMBER: dump(EXPORT)})]),
    }  # fmt: skip


def text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def corpus(patterns: Sequence[str], places: Sequence[Path]) -> list[bytes]:
    """What the files of these names hold; at least something."""
    files = sorted({path for place in places for pattern in patterns for path in place.rglob(pattern)})
    held = [path.read_bytes() for path in files if path.is_file() and path.stat().st_size <= LARGEST]
    return held or [b"a"]


def inputs(held: list[bytes], chance: random.Random) -> Iterator[bytes]:
    """Mangled files without end, and now and then pure noise."""
    while True:
        if chance.random() < 0.02:
            yield chance.randbytes(chance.randrange(300))
            continue
        data = chance.choice(held)
        yield zip_mangled(data, chance) if data[:2] == b"PK" and chance.random() < 0.7 else mangled(data, held, chance)


def mangled(data: bytes, held: list[bytes], chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8, 30))):
        at = chance.randrange(len(made) + 1)
        size = min(chance.choice((1, 1, 4, 20, 300)), len(made) - at)
        match chance.randrange(7):
            case 0 if at < len(made):
                made[at] = chance.randrange(256)
            case 1:
                del made[at : at + size]
            case 2:
                made[at:at] = made[at : at + size] * chance.choice((1, 2, 50))
            case 3:
                del made[at:]
            case 4:
                other = chance.choice(held)
                start = chance.randrange(len(other) + 1)
                made[at:at] = other[start : start + chance.choice((10, 100, 2000))]
            case _:
                made[at : at + chance.choice((0, size))] = chance.choice(TOKENS)
    return bytes(made[:LARGEST])


def zip_mangled(data: bytes, chance: random.Random) -> bytes:
    """The same zip with one of its members mangled."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {info.filename: archive.read(info) for info in archive.infolist()}
    except Exception:
        return data
    chosen = chance.choice(sorted(members)) if members else ""
    members[chosen] = mangled(members.get(chosen, b""), list(members.values()) or [b""], chance)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def fuzz(name: str, parser: Parser, held: list[bytes], minutes: float, seed: int, keep: Path) -> None:
    chance, until = random.Random(f"{name} {seed}"), time.monotonic() + 60 * minutes
    for data in inputs(held, chance):
        if time.monotonic() > until:
            return
        began = time.process_time()
        try:
            tried(parser, data)
        except Exception as error:
            told(name, parser, data, place_of(error), keep)
        except TooSlow:
            told(name, parser, data, f"longer than {SECONDS} s", keep)
        parser.inputs += 1
        took = time.process_time() - began
        parser.slowest, parser.spent = max(parser.slowest, took), parser.spent + took


def tried(parser: Parser, data: bytes) -> None:
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        parser.parse(data)
    except parser.errors:
        parser.refused += 1
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def place_of(error: Exception) -> str:
    """Its kind and where in our code it came from."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "askwell" in frame.filename]
    where = f" at {Path(ours[-1].filename).relative_to(ROOT / 'src')}:{ours[-1].lineno}" if ours else ""
    return f"{type(error).__name__}{where}"


def told(name: str, parser: Parser, data: bytes, what: str, keep: Path) -> None:
    """Each kind is kept once."""
    if what not in parser.unhandled:
        keep.mkdir(parents=True, exist_ok=True)
        path = keep / f"{name.replace(' ', '_')}-{len(parser.unhandled)}"
        path.write_bytes(data)
        print(f"{name}: {what}; kept in {path}", file=sys.stderr, flush=True)
    parser.unhandled[what] += 1


def slow(*_: object) -> None:
    raise TooSlow


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("minutes", type=float)
    options.add_argument("parsers", nargs="*")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--cases", type=Path, action="append", default=[])
    options.add_argument("--keep", type=Path, default=Path("fuzz-found"))
    asked = options.parse_args()
    signal.signal(signal.SIGPROF, slow)
    places, known = [ROOT / "tests", *asked.cases], parsers()
    print("| Parser | Files | Inputs | Refused | CPU, s | Slowest, s | Unhandled |\n|---|---|---|---|---|---|---|")
    for name in asked.parsers or known:
        parser = known[name]
        held = [*parser.made] or corpus(parser.corpus, places)
        fuzz(name, parser, held, asked.minutes, asked.seed, asked.keep)
        spent, slowest = f"{parser.spent:.0f}", f"{parser.slowest:.2f}"
        cells = (name, len(held), parser.inputs, parser.refused, spent, slowest, sum(parser.unhandled.values()))
        print("|", " | ".join(map(str, cells)), "|", flush=True)
    return 1 if any(parser.unhandled for parser in known.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
