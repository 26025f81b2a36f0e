"""Labels and what stands behind or under them: "Location: Burnaby, BC", 截止日期：2027-03-01."""

import re
from collections.abc import Iterator

from askwell.protocols.contacts.headings import heading_key
from askwell.protocols.postings.records.names import meaning_of

_LABELLED = re.compile(r"^[-–•*·▪\s]*([^:：.。,，;；!?？!]{2,40}?)\s*[:：]\s*(\S.*)$")
_ALONE = re.compile(r"^[-–•*·▪\s]*([^:：.。,，;；!?？!]{2,40}?)\s*[:：]?\s*$")
_INLINE = re.compile(r"\s+(?=[A-ZÉ][\w'’éèàê ]{2,24}\s?:\s)|[|｜;；]\s*")
_TAKEN = frozenset(
    ("title", "organisation", "location", "employment", "posted", "closes", "salary", "remote", "start", "end", "date",
     "reference", "price", "city", "currency", "hours")
)  # fmt: skip
_UNDER = frozenset(("organisation", "location", "employment", "posted", "closes", "salary", "start", "end", "date"))
_TOO_COMMON = frozenset(
    map(heading_key, ["name", "text", "nom", "subject", "class", "mission", "activite", "名称", "fonction", "event", "course", "format", "mode", "schedule", "horaire", "per", "site", "region", "state", "opening", "host", "business", "listed", "时间", "性质", "类型", "形式", "type", "closing", "org", "date and time"])
) - {"type", "format", "schedule", "horaire", "性质", "类型", "形式"}  # fmt: skip
_TITLES = frozenset(
    map(heading_key, ("job title", "position title", "posting title", "position", "job", "role", "title", "vacancy", "volunteer role",
        "opportunity", "opportunity title", "event name", "event title", "course name", "course title", "titre du poste",
        "intitulé du poste", "titre de l'offre", "poste", "titre", "offre d'emploi", "emploi", "titre de la formation",
        "nom de l'événement", "职位", "职位名称", "岗位", "岗位名称", "招聘职位", "招聘岗位", "标题", "活动名称", "课程名称", "志愿岗位", "志愿者岗位"))
)  # fmt: skip
_LONGEST_VALUE = 200
_SHORT = 80


def labelled(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Labels that are known, with their values."""
    for number, written in enumerate(lines):
        for part in _INLINE.split(written) if len(written) < _LONGEST_VALUE else [written]:
            found = _LABELLED.match(part)
            if found and _is_label(found[1], _TAKEN) and len(found[2]) <= _LONGEST_VALUE:
                yield found[1], found[2].strip()
        alone = _ALONE.match(written)
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if alone and _is_label(alone[1], _UNDER) and 0 < len(below) <= _SHORT and not is_labelled(below):
            yield alone[1], below


def is_labelled(written: str) -> bool:
    """Whether a line begins with a label, or is one."""
    found = _LABELLED.match(written) or _ALONE.match(written)
    return bool(found and _is_label(found[1], _TAKEN))


def _is_label(name: str, wanted: frozenset[str]) -> bool:
    meaning, key = meaning_of(name), heading_key(name)
    return meaning in wanted and key not in _TOO_COMMON and (meaning != "title" or key in _TITLES)
