"""Work and volunteering: which part of an entry's header is the title and which the organisation."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from askwell.protocols.resumes.model import Job
from askwell.protocols.resumes.page.blocks import Entry, entries
from askwell.protocols.resumes.page.lines import Line
from askwell.protocols.resumes.page.parts import NOTE, tidy
from askwell.protocols.resumes.page.scores import firm_score, title_score

_Halves = tuple[str, str, list[str]]
_BRACKET = re.compile(r"^(?P<before>.*\S)\s*[(（](?P<inside>[^()（）]+)[)）]$")
_HOW_LARGE = re.compile(r"\d.*(?:employees|people|staff|employés|personnes|员工|人)", re.IGNORECASE)
_SURE = 2.5
_MOST_PIECES = 12
_OWN_LINE, _SAME_LINE = -0.3, 0.3
"""Where nothing else tells: two lines begin with the organisation, one line with the title."""


def jobs(parts: Sequence[Sequence[Line]], headline: str = "", town: str = "") -> list[tuple[Job, ...]]:
    """The jobs that each of these sections tells of, in its order. All of a page say in the same order what and where,
    so that each helps to read the others."""
    found = [entries(lines, single_dates=False, town=town) for lines in parts]
    halved = [[(entry, _halves(entry, headline)) for entry in section] for section in found]
    leaning: dict[tuple[int, bool], float] = defaultdict(float)
    for entry, (first, second, _) in (one for section in halved for one in section):
        if first and second:
            leaning[_pattern(entry)] += _leans(first, second, headline) + _habit(entry)
    return [_told(section, leaning, headline) for section in halved]


def _told(
    section: Sequence[tuple[Entry, _Halves]], leaning: Mapping[tuple[int, bool], float], headline: str
) -> tuple[Job, ...]:
    told: list[Job] = []
    for entry, (first, second, rest) in section:
        title_first = _is_title_first(first, second, leaning[_pattern(entry)], headline)
        title, firm = (first, second) if title_first else (second, first)
        if not firm and entry.dated and told and title and not firm_score(title):
            firm = told[-1].organisation  # several roles below one organisation
        told.append(_job(entry, title, firm, rest))
    return tuple(job for job in told if job != Job())


def _job(entry: Entry, title: str, firm: str, rest: list[str]) -> Job:
    summary, lines = told_below(entry.body)
    title, note = noted(title)
    firm, about = _described(firm)
    return Job(
        title=tidy(title),
        organisation=tidy(firm),
        place=tidy(entry.place),
        start=entry.start,
        end=entry.end,
        about=about,
        note=", ".join(filter(None, (note, *rest))),
        summary=summary,
        lines=lines,
    )


def noted(title: str) -> tuple[str, str]:
    """A title, and what a bracket behind it says of when and how: "part-time", "Saturdays", "from Cashier"."""
    found = _BRACKET.match(title)
    return (found["before"], found["inside"]) if found and NOTE.match(found["inside"]) else (title, "")


def _described(firm: str) -> tuple[str, str]:
    """An organisation, and what a bracket behind it says of it: how many work there."""
    found = _BRACKET.match(firm)
    return (found["before"], found["inside"]) if found and _HOW_LARGE.search(found["inside"]) else (firm, "")


def told_below(body: Sequence[Line]) -> tuple[str, tuple[str, ...]]:
    """What stands before the items as a summary, and the items; several plain lines are items themselves."""
    texts = [line.text.replace("\t", " ") for line in body]
    first = next((place for place, line in enumerate(body) if line.bullet), len(body))
    if first == len(body):
        return (texts[0], ()) if len(texts) == 1 else ("", tuple(texts))
    return "\n".join(texts[:first]), tuple(texts[first:])


def _pattern(entry: Entry) -> tuple[int, bool]:
    return len(entry.parts), len({part.line for part in entry.parts}) > 1


def _habit(entry: Entry) -> float:
    return _OWN_LINE if _pattern(entry)[1] else _SAME_LINE


def _leans(first: str, second: str, headline: str) -> float:
    """Above 0 where the first is the title, below where the second is."""
    named = _in_headline(first, headline) - _in_headline(second, headline)
    return title_score(first) + firm_score(second) - firm_score(first) - title_score(second) + named


def _in_headline(text: str, headline: str) -> float:
    return 2.0 if len(text) > 1 and text.casefold() in headline.casefold() else 0.0


def _is_title_first(first: str, second: str, leaning: float, headline: str) -> bool:
    if not second:
        return title_score(first) + _in_headline(first, headline) >= firm_score(first) and (
            title_score(first) > 0 or firm_score(first) == 0
        )
    own = _leans(first, second, headline)
    return own > 0 if abs(own) >= _SURE else leaning > 0


def _halves(entry: Entry, headline: str) -> tuple[str, str, list[str]]:
    """The two parts of a header that count, in order, and what else stands there."""
    parts = [part.text for part in entry.parts]
    if len(parts) == 2:
        return parts[0], parts[1], []
    if len(parts) == 1:
        first, second = _comma_split(entry.parts[0].pieces, headline)
        return first, second, []
    if not parts:
        return "", "", []
    leans = [title_score(part) - firm_score(part) for part in parts]
    places = range(len(parts))
    title = max(places, key=lambda at: leans[at] + _in_headline(parts[at], headline))
    others = [at for at in places if at != title]
    firm = max(others, key=lambda at: -leans[at] - 0.01 * at)
    early, late = sorted((title, firm))
    return parts[early], parts[late], [parts[at] for at in others if at != firm]


def _comma_split(pieces: tuple[str, ...], headline: str) -> tuple[str, str]:
    """Where the commas of one run part title and organisation: where both halves fit best."""
    if not 1 < len(pieces) <= _MOST_PIECES:
        return ", ".join(pieces), ""
    halves = [(", ".join(pieces[:at]), ", ".join(pieces[at:])) for at in range(1, len(pieces))]
    return max(halves, key=lambda half: abs(_leans(half[0], half[1], headline)) - 0.01 * len(half[0]))
