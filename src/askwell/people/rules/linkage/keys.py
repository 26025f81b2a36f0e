"""Under which keys a person is filed, so that whoever may be the same person shares one."""

from collections import Counter
from collections.abc import Sequence

from askwell.people.rules.duplicates import is_shared_mailbox
from askwell.people.rules.linkage.blocking import Blocks
from askwell.people.rules.linkage.features import Features
from askwell.people.rules.linkage.naming import NameLevel, name_level
from askwell.people.rules.names import NameKey
from askwell.people.rules.romanisation import family_forms, several_forms

SMALL_BOOK = 20_000
FEW_BEAR = 6
_HOLDERS_COMPARED = 12
_LONG_ENOUGH = 6


def strong_keys(person: Features) -> list[int]:
    """Keys that are worth comparing for, however many share one. All keys are hashes: 300,000 persons' keys as text
    would fill the memory."""
    return [*address_keys(person), *employer_keys(person)]


def address_keys(person: Features) -> list[int]:
    """By address, and by what stands before the @."""
    keys = [hash(address) for address in person.emails + person.phones + person.links]
    for email in person.emails:
        local = email.partition("@")[0]
        if len(local) >= _LONG_ENOUGH and not is_shared_mailbox(email):
            keys.append(hash(("local", local)))
    return keys


def name_keys(person: Features, *, small: bool) -> list[int]:
    """By name alone; in a `small` book also by family name and initial, either way round."""
    if not person.names:
        return []
    keys = [hash(person.same_name)]
    if small:
        keys += [
            hash((form, initial))
            for name in person.names
            for form in (*family_forms(name.family), *family_forms(name.joined))
            for initial in (name.joined[:1], name.family[:1])
        ]
    return keys


def employer_keys(person: Features) -> list[int]:
    """By employer and a word of the name."""
    if not person.employers:
        return []
    words = [word for name in person.names for word in _words(name) if word]
    return [hash((employer, word)) for employer in person.employers for word in words]


def _words(name: NameKey) -> tuple[str, ...]:
    """What of a name may agree: every form of the family name, the first given one, all of them together."""
    given, family, _, _ = name
    forms = several_forms(family) or (family,)
    return (*forms, *given) if len(given) == 1 else (*forms, *given[:1], name.joined)


def voting_keys(person: Features) -> list[int]:
    """By address and whole name: where employers in two scripts meet."""
    keys = [hash(address) for address in person.emails + person.phones + person.links]
    return [*keys, hash(person.same_name)] if person.names else keys


def common_names(people: Sequence[Features], names: Blocks) -> frozenset[str]:
    """Names that more than a few bear; everyone is filed in `names` under `name_keys`."""
    found: set[str] = set()
    for _, held in names.crowds(FEW_BEAR):
        borne = Counter(people[place].same_name for place in held)
        found.update(name for name, times in borne.items() if times > FEW_BEAR)
    return frozenset(found)


def shared_addresses(people: Sequence[Features], addresses: Blocks) -> frozenset[str]:
    """Addresses that several people use, because names under them cannot be one person's (`is_shared_mailbox` knows
    others by their look). Everyone is filed in `addresses` under `strong_keys`."""
    found: set[str] = set()
    for key, held in addresses.crowds(1):
        first = people[held[0]]
        address = next((one for one in (*first.emails, *first.phones) if hash(one) == key), None)
        if address and _used_by_several(held, people):
            found.add(address)
    return frozenset(found)


def _used_by_several(places: Sequence[int], people: Sequence[Features]) -> bool:
    asked = places[:_HOLDERS_COMPARED]
    return any(
        name_level(people[a].names, people[b].names) == NameLevel.DIFFER
        for number, a in enumerate(asked)
        for b in asked[number + 1 :]
    )
