"""Employers under one key, however their names are written: learned from the network itself.

A name in two scripts says that they are one; so does an e-mail domain that both use, and people who stand at
the one in Latin letters and at the other in Chinese. One such person may have changed jobs, so a single voice
does not suffice unless the words translate each other.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from askwell.people.rules.linkage.blocking import Blocks
from askwell.people.rules.linkage.features import Features
from askwell.people.rules.linkage.glossary import meaning, overlap, title_overlap
from askwell.people.rules.linkage.naming import NameLevel, name_level

_not_letters = re.compile(r"[\W_]+")
_ENOUGH_VOICES = 1.5
_TRANSLATES = 0.4
_HOLDERS_ASKED = 8
_EMPLOYERS_OF_A_DOMAIN = 12
_FREE_PROVIDERS = """
gmail googlemail outlook hotmail live msn yahoo ymail icloud me mac aol qq 163 126 sina foxmail proton protonmail
gmx web mail shaw telus rogers bell videotron sympatico hey fastmail zoho yandex naver hanmail orange free
"""
_FREE = frozenset(_FREE_PROVIDERS.split())

Aliases = Mapping[str, str]
"""From an employer's key or a mail domain ("@cedar.example") to the key that stands for it."""


def is_latin(key: str) -> bool:
    """Whether a key is of a name in Latin letters."""
    return key.isascii() or not "\u3400" <= key[0] <= "\u9fff"


def domain_of(email: str) -> str:
    """The key of an address's domain; "" for one of a provider that anybody uses."""
    domain = email.rpartition("@")[2]
    return "" if domain.split(".")[0] in _FREE else f"@{domain}"


def bilingual(people: Iterable[Features]) -> dict[str, str]:
    """Aliases told by names in two scripts: 琥珀狐营销 Amber Fox Marketing."""
    found: dict[str, str] = {}
    for person in people:
        if len(person.employers) > 1 and not person.employers[1].isascii():
            for latin, chinese in zip(person.employers, person.employers[1:], strict=False):
                if is_latin(latin) and not is_latin(chinese):
                    found.setdefault(chinese, latin)
    return found


def domains(people: Iterable[Features]) -> dict[str, str]:
    """The employer whose name an e-mail domain spells: blueheronsoft.example is Blue Heron Software's."""
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for person in people:
        if person.emails and person.employers:
            for email in person.emails:
                keys = told[domain_of(email)]
                if len(keys) <= _EMPLOYERS_OF_A_DOMAIN:
                    keys.update(filter(is_latin, person.employers))
    told.pop("", None)
    found = {domain: _spelled(domain, keys) for domain, keys in told.items() if len(keys) <= _EMPLOYERS_OF_A_DOMAIN}
    return {domain: key for domain, key in found.items() if key}


def _spelled(domain: str, keys: Counter[str]) -> str:
    label = _not_letters.sub("", domain.split(".")[0])
    best = ""
    for key, _ in keys.most_common():
        name = _not_letters.sub("", key)
        common = next(
            (n for n, (a, b) in enumerate(zip(label, name, strict=False)) if a != b), min(len(label), len(name))
        )
        initials = "".join(word[0] for word in key.split())
        if common >= 5 or common == len(name) >= 3 or (len(label) >= 3 and label == initials):
            best = best or key
    return best


def translations(people: Sequence[Features], blocks: Blocks, keys: Callable[[Features], Iterable[int]],
                 own: Aliases) -> dict[str, str]:  # fmt: skip
    """Aliases from Chinese keys to Latin ones, voted for by people who stand at both.

    `blocks` has filed everyone under `keys` (addresses and names); `own` are the aliases known already.
    """
    voices: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for person in people:
        chinese = [key for key in person.employers if not is_latin(key) and key not in own]
        if not chinese or any(map(is_latin, person.employers)):
            continue
        votes = _votes(person, people, blocks, keys, own)
        for key in chinese:
            for latin, voice in votes.items():
                voices[key][latin] += voice
    return {key: latin for key, votes in voices.items() if (latin := _elected(key, votes))}


def _votes(person: Features, people: Sequence[Features], blocks: Blocks, keys: Callable[[Features], Iterable[int]],
           own: Aliases) -> dict[str, float]:  # fmt: skip
    votes: dict[str, float] = {}
    for email in person.emails:
        latin = own.get(domain_of(email))
        if latin:
            votes[latin] = 1.0
    for place in {place for key in keys(person) for place in blocks.several(key)[:_HOLDERS_ASKED]}:
        other = people[place]
        latins = [key for key in other.employers if is_latin(key)]
        if not latins:
            continue
        voice = _voice(person, other)
        for latin in latins:
            votes[latin] = max(votes.get(latin, 0.0), voice)
    return {latin: voice for latin, voice in votes.items() if voice}


def _voice(person: Features, other: Features) -> float:
    """How loudly two records say that they are one person at one employer: 0 to 1.5."""
    if name_level(person.names, other.names) < NameLevel.CLOSE:
        return 0.0
    address = not {*person.emails, *person.phones, *person.links}.isdisjoint(
        (*other.emails, *other.phones, *other.links)
    )
    title = max((title_overlap(a, b) for a in person.titles for b in other.titles), default=0.0)
    return 0.5 + 0.5 * address + 0.5 * (title >= 0.5)


def _elected(key: str, votes: Mapping[str, float]) -> str:
    ranked = sorted(
        ((voice + _translated(key, latin), latin) for latin, voice in votes.items()), key=lambda one: (-one[0], one[1])
    )
    best, latin = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    return latin if best >= _ENOUGH_VOICES and best >= 1.3 * second else ""


def _translated(chinese: str, latin: str) -> float:
    return 1.0 if overlap(meaning(chinese), meaning(latin)) >= _TRANSLATES else 0.0


def under_one_key(person: Features, aliases: Aliases) -> Features:
    """The person with employers under the keys that stand for them, those of their mail domains too."""
    if not (person.employers or person.emails or person.formers):
        return person
    told = [aliases.get(key, key) for key in person.employers]
    told += [aliases[domain] for email in person.emails if (domain := domain_of(email)) in aliases]
    employers = tuple(dict.fromkeys(told))
    formers = tuple(aliases.get(key, key) for key in person.formers)
    unchanged = employers == person.employers and formers == person.formers
    return person if unchanged else person._replace(employers=employers, formers=formers)
