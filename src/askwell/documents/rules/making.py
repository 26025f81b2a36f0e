"""What was selected of a story, as a resume."""

from collections.abc import Iterable
from typing import get_args

from askwell.documents.rules.selecting import ChosenPart, Selected, has_agreed
from askwell.documents.rules.standing import head_of
from askwell.documents.rules.telling_words import FREE_SKILLS, assessment, benchmark
from askwell.portfolio.rules.telling import Ability, Part, Tongue, Voucher
from askwell.protocols.resumes import (
    Award,
    Certificate,
    Job,
    Level,
    Project,
    Publication,
    Reference,
    Resume,
    Skill,
    Spoken,
    Study,
)

LEVELS: dict[str, Level] = {level: level for level in get_args(Level)}


def resume_of(selected: Selected, language: str) -> Resume:
    """The page's words; `language` is "en", "zh-Hans" or "fr"."""
    told, out = selected.telling, selected.choice.left_out
    on = [part for part in selected.parts if part.on]
    certified = [part for part in on if head_of(part, selected.choice) == "certificates"]
    studied = [part for part in on if head_of(part, selected.choice) == "education"]
    return Resume(
        name=told.name,
        native_name="" if "native_name" in out else told.native_name,
        headline=selected.headline,
        summary=selected.summary,
        email="" if "email" in out else told.email,
        phone="" if "phone" in out else told.phone,
        place="" if "place" in out else told.place,
        region="" if "place" in out else told.region,
        country="" if "place" in out else told.country,
        links=() if "links" in out else tuple(told.links),
        work=tuple(_job(part) for part in _of(on, "work", "pause")),
        volunteering=tuple(_job(part) for part in _of(on, "volunteering")),
        education=tuple(_study(part, language) for part in studied),
        certificates=tuple(_certificate(part.it) for part in certified),
        projects=tuple(_project(part) for part in _of(on, "project")),
        awards=tuple(_award(part.it) for part in _of(on, "award")),
        publications=tuple(_publication(part.it) for part in _of(on, "publication")),
        skills=tuple(_skills((one.it for one in selected.skills if one.on), language)),
        languages=tuple(_spoken(one.it, language) for one in selected.languages if one.on),
        references=tuple(_reference(one.it) for one in selected.references if one.on and has_agreed(one.it)),
        language=language,
    )


def _of(parts: Iterable[ChosenPart], *kinds: str) -> list[ChosenPart]:
    return [part for part in parts if part.it.kind in kinds]


def _texts(part: ChosenPart) -> tuple[str, ...]:
    return tuple(line.text for line in part.used)


def _job(part: ChosenPart) -> Job:
    it = part.it
    return Job(
        title=it.title, organisation=it.organisation, place=it.place, start=it.start, end=it.end, about=it.about,
        note=it.note, summary=it.summary, lines=_texts(part), url=it.url,
    )  # fmt: skip


def _study(part: ChosenPart, language: str) -> Study:
    it = part.it
    assessed = assessment(it.assessed_as, it.assessor, it.assessed_on, language)
    return Study(
        institution=it.organisation, degree=it.title, field=it.field, place=it.place, start=it.start, end=it.end,
        note=assessed or it.note, lines=_texts(part), url=it.url,
    )  # fmt: skip


def _certificate(it: Part) -> Certificate:
    return Certificate(name=it.title or it.organisation, issuer=it.organisation, date=it.end or it.start, url=it.url)


def _project(part: ChosenPart) -> Project:
    it = part.it
    return Project(
        name=it.title, organisation=it.organisation, start=it.start, end=it.end, summary=it.summary,
        lines=_texts(part), url=it.url,
    )  # fmt: skip


def _award(it: Part) -> Award:
    return Award(title=it.title, giver=it.organisation, date=it.end or it.start, summary=it.summary)


def _publication(it: Part) -> Publication:
    return Publication(
        title=it.title, publisher=it.organisation, date=it.end or it.start, url=it.url, summary=it.summary
    )  # fmt: skip


def _skills(abilities: Iterable[Ability], language: str) -> Iterable[Skill]:
    """Each group with its skills; those of no group come last, as a group where there are others."""
    groups: dict[str, list[str]] = {}
    for ability in abilities:
        groups.setdefault(ability.group, []).append(ability.name)
    free = groups.pop("", [])
    yield from (Skill(group, tuple(names)) for group, names in groups.items())
    if groups and free:
        yield Skill(FREE_SKILLS[language], tuple(free))
    else:
        yield from (Skill(name) for name in free)


def _spoken(tongue: Tongue, language: str) -> Spoken:
    tested = benchmark((tongue.listening, tongue.speaking, tongue.reading, tongue.writing), language)
    return Spoken(name=tongue.name, level=LEVELS.get(tongue.level, ""), said=tested or tongue.note)


def _reference(voucher: Voucher) -> Reference:
    comma = "，" if any("\u4e00" <= letter <= "\u9fff" for letter in voucher.role + voucher.organisation) else ", "
    return Reference(name=voucher.name, role=comma.join(filter(None, (voucher.role, voucher.organisation))))
