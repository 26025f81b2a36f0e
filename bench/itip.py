"""sabre/vobject's iTIP cases, right by meaning: `itip.py FOLDER` with the PHP files of its tests/VObject/ITip.

The calendars in its tests are put to our own functions: a change in somebody's calendar to `letters`, a message
that came to `settle`. What we would send is written and read back, and compared with the calendar that the test
expects: who is told, by which method, of which times, and who answers how. Prints how many are right, and the
others by name. Without the folder nothing is measured.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from askwell.protocols.calendar import (
    Event,
    Letter,
    ManyMeetings,
    ManyOrganizers,
    Method,
    Reading,
    UnreadableCalendar,
    letters,
    read_calendar,
    settle,
    write_invitation,
)
from askwell.protocols.calendar.reading import status_code

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)
ME = "mailto:one@example.org"
STATUSES = {
    "MessageTest.testNoScheduleStatus": ("", ""),
    "MessageTest.testScheduleStatus": ("1.2;Delivered", "1.2"),
    "MessageTest.testUnexpectedScheduleStatus": ("9.9.9", "9.9.9"),
}
_FUNCTION = re.compile(r"    public function (test\w+)\(\): void\n    \{\n(.*?)\n    \}\n", re.DOTALL)
_HEREDOC = re.compile(r"<<<ICS\n(.*?)\n? *ICS(?=[;,\n\]])", re.DOTALL)
_COMMENT = re.compile(r"^\s*//.*$|/\*(?s:.*?)\*/", re.MULTILINE)
_TOKEN = re.compile(
    r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"|@(\d+)@|\$(\w+)|(\w[\w:\\]*)|(=>|->|\.=|[\[\](),.=;])|\S"
)


@dataclass
class Case:
    """One test function, its statements carried out: the calls that check something, with their arguments."""

    name: str
    variables: dict[str, Any] = field(default_factory=lambda: {"version": "1"})
    calls: list[tuple[str, list[Any]]] = field(default_factory=list)


class Php:
    """As much of PHP as these tests are written in: strings, arrays, assignments and calls."""

    def __init__(self, name: str, body: str) -> None:
        self.texts: list[str] = []
        self.case = Case(name)
        self.tokens = list(_TOKEN.finditer(self._plain(body)))
        self.place = 0

    def _plain(self, body: str) -> str:
        def keep(found: re.Match[str]) -> str:
            self.texts.append(found[1].replace("$version", "1"))
            return f"@{len(self.texts) - 1}@"

        return _COMMENT.sub("", _HEREDOC.sub(keep, body))

    def run(self) -> Case:
        while self.place < len(self.tokens):
            self._statement()
        return self.case

    def _peek(self, ahead: int = 0) -> str:
        place = self.place + ahead
        return self.tokens[place][0] if place < len(self.tokens) else ";"

    def _take(self, expected: str = "") -> re.Match[str]:
        found = self.tokens[self.place]
        assert not expected or found[0] == expected, (self.case.name, found[0], expected)
        self.place += 1
        return found

    def _statement(self) -> None:
        name = self.tokens[self.place][4]
        if name and self._peek(1) in ("=", ".=", "["):
            self._assign(name)
        else:
            self._value()
        while self._take()[0] != ";":
            pass

    def _assign(self, name: str) -> None:
        self._take()
        if self._peek() == "[":
            self._take("[")
            self._take("]")
            self._take("=")
            self.case.variables[name] = [*self.case.variables[name], self._value()]
            return
        append = self._take()[0] == ".="
        value = self._value()
        self.case.variables[name] = self.case.variables[name] + value if append else value

    def _value(self) -> Any:
        value = self._single()
        while self._peek() == ".":
            self._take(".")
            value = f"{value}{self._single()}"
        return value

    def _single(self) -> Any:
        token = self._take()
        if token[0] == "[":
            return self._array()
        if token[1] is not None or token[2] is not None:
            return (token[1] if token[1] is not None else token[2]).replace("\\n", "\n")
        if token[3]:
            return self.texts[int(token[3])]
        if token[4] and self._peek() != "->":
            return self.case.variables.get(token[4])
        return self._word(token)

    def _word(self, token: re.Match[str]) -> Any:
        constant = {"true": True, "false": False, "null": None}
        if token[0] in constant:
            return constant[token[0]]
        path = token[0]
        while self._peek() in ("->", "new") or (self._peek() not in ("(", ";", ",", ")", "]", ".", "=") and path):
            path += self._take()[0]
        if self._peek() != "(":
            return path
        self._take("(")
        arguments = self._list(")")
        if path == "str_replace":
            return arguments[2].replace(arguments[0], arguments[1])
        if path == "Reader::read":
            return arguments[0]
        self.case.calls.append((path, arguments))
        return None

    def _list(self, closing: str) -> list[Any]:
        found: list[Any] = []
        while self._peek() != closing:
            found.append(self._value())
            if self._peek() == ",":
                self._take()
        self._take(closing)
        return found

    def _array(self) -> Any:
        keys: dict[Any, Any] = {}
        while self._peek() != "]":
            value = self._value()
            if self._peek() == "=>":
                self._take()
                keys[value] = self._value()
            else:
                keys[len(keys)] = value
            if self._peek() == ",":
                self._take()
        self._take("]")
        return list(keys.values()) if all(isinstance(key, int) for key in keys) else keys


def cases(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.glob("*Test.php")):
        for name, body in _FUNCTION.findall(path.read_text("utf-8")):
            yield Php(f"{path.stem}.{name}", body).run()


def is_right(case: Case) -> bool:
    """Whether we end where the test does."""
    refused = any("expectException" in path for path, _ in case.calls)
    for path, arguments in case.calls:
        if path == "$this->parse":
            return _told(case.name, refused, *arguments)
        if path == "$this->process":
            return _settled(*arguments)
    if case.name.endswith("testTimezoneInParseEventInfoWithoutMaster"):
        event = events_of(case.variables["calendar"])[0]
        return str(getattr(event.zone, "key", "")) == "Europe/Minsk"
    text, code = STATUSES[case.name]
    return status_code(text) == code


def events_of(text: str | None) -> list[Event]:
    if not text:
        return []
    try:
        return list(read_calendar(text.replace("%foo%", "").encode(), zone="UTC").events)
    except UnreadableCalendar:
        return []


def _told(name: str, refused: bool, old: Any, new: Any, expected: Any = (), me: str = ME) -> bool:
    try:
        found = letters(events_of(old), events_of(new), me=me.removeprefix("mailto:").lower())
    except (ManyMeetings, ManyOrganizers):
        return refused
    if refused or len(found) != len(expected):
        return False
    return all(_is_letter(letter, told) for letter, told in zip(found, expected, strict=True))


def _is_letter(letter: Letter, told: dict[str, Any]) -> bool:
    if letter.method != told.get("method", letter.method):
        return False
    if "recipient" in told and letter.to.email != told["recipient"].removeprefix("mailto:").lower():
        return False
    if "significantChange" in told and letter.significant != told["significantChange"]:
        return False
    sent = read_calendar(write_invitation(*letter.events, method=letter.method, now=NOW), zone="UTC")
    return "message" not in told or _same(sent.events, events_of(told["message"]))


def _same(ours: Any, theirs: list[Event]) -> bool:
    return len(ours) == len(theirs) and sorted(map(_meaning, ours)) == sorted(map(_meaning, theirs))


def _meaning(event: Event) -> tuple[str, ...]:
    """What a reader makes of it; a REPLY of sabre's leaves out the end of a time taken out of a series."""
    parties = sorted((one.email, one.answer.value) for one in event.attendees)
    organizer = event.organizer.email if event.organizer else ""
    when = (event.recurrence_id, event.start, event.all_day, sorted(event.rrule.split(";")), event.exdates)
    return tuple(map(str, (event.uid, event.sequence, *when, event.summary, organizer, parties)))


def _settled(message: str, old: str | None, expected: str | None) -> bool:
    uid = next((event.uid for event in events_of(message)), "")
    before = [Reading(Method.REQUEST, tuple(events_of(old)))] if old else []
    came = read_calendar(message.encode(), zone="UTC")
    state, without = settle(uid, [*before, came]), settle(uid, before)
    if expected is None:
        return state is None or not state.asked or state == without
    if state is None:
        return False
    found = [one.event for one in (state.whole, *state.exceptions) if one]
    theirs = events_of(expected)
    status = re.search(r"SCHEDULE-STATUS=([\d.]+)", expected)
    return _same(found, theirs) and _statuses(found) == _statuses(theirs) and _reached(came, status and status[1])


def _statuses(events: list[Event]) -> list[str]:
    return [event.status for event in events]


def _reached(came: Reading, code: str | None) -> bool:
    """Sabre writes 2.0 for an answer that tells no status of its own."""
    return code is None or (came.events[0].request_status or "2.0") == code


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else None
    if folder is None or not folder.is_dir():
        sys.stdout.write("no folder with sabre/vobject's tests/VObject/ITip: nothing measured\n")
        return 0
    told = {case.name: is_right(case) for case in cases(folder)}
    sys.stdout.write(f"right by meaning: {sum(told.values())} of {len(told)}\n")
    for name in (name for name, right in told.items() if not right):
        sys.stdout.write(f"  not: {name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
