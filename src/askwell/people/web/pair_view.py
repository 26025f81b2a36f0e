"""Two persons side by side: what each is known as, what that tells, and what they become together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from askwell.accounts.models import Workspace
from askwell.lib.names import face, latin_name
from askwell.people.models import Pair, Person
from askwell.people.queries import PersonCard
from askwell.people.queries.card import PointRow, RoleRow
from askwell.people.queries.duplicates import MergeRow, kept_first
from askwell.people.web.comparing import fact_lines
from askwell.people.web.names import shown_name
from askwell.people.web.words.pairs import reason_words
from askwell.ui import moments
from askwell.ui.words import tie_word

WHY_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two."""

    card: PersonCard
    latin: str
    letters: str

    @classmethod
    def of(cls, card: PersonCard) -> "Side":
        who = card.person
        names = (who.given_name, who.family_name, who.native_name)
        return cls(card, latin_name(*names), face(*names))

    @property
    def name(self) -> tuple[str, str]:
        """How a page writes them: Latin, native."""
        return self.latin, self.person.native_name

    @property
    def person(self) -> Person:
        return self.card.person

    @property
    def filename(self) -> str:
        """Of the file that the record came in with, if it did."""
        return self.person.source_import.filename if self.person.source_import else ""

    def facts(self) -> dict[str, str]:
        """What is known, by fact, as a line shows it."""
        known_since = self.person.known_since
        return {
            "name": " ".join(filter(None, (self.person.native_name, self.latin))),
            **held_roles(self.card),
            **{kind: ", ".join(self._reached(kind)) for kind in ("email", "phone", "link")},
            "known_since": moments.day(known_since, timezone.localdate(), get_language() or "en", "full")
            if known_since
            else "",
        }

    def _reached(self, kind: str) -> list[str]:
        return [point.value for point in self.card.points if point.kind == kind]


def held_roles(card: PersonCard) -> dict[str, str]:
    """Every employer and every title on record, the current ones first: a comparison looked at all of them."""
    employers = dict.fromkeys(role.organisation for role in card.roles if role.organisation)
    titles = dict.fromkeys(role.title for role in card.roles if role.title)
    return {"employer": "; ".join(employers), "role": "; ".join(titles)}


def compared(one: Side, other: Side, reasons: Sequence[Any]) -> list[dict[str, str]]:
    """The lines of the comparison; `reasons` as a Pair keeps them."""
    return fact_lines(one.facts(), other.facts(), reasons)


def summed_up(lines: Sequence[Mapping[str, str]]) -> str:
    """How many facts speak for one person, and how many against."""
    told = Counter(line["tells"] for line in lines)
    return _("For it: %(yes)s, against it: %(no)s.") % {"yes": told["for"], "no": told["against"]}


def both(sentence: str, pair: Pair) -> str:
    """The sentence with the names of `%(one)s` and `%(other)s`, for a toast."""
    return sentence % {"one": shown_name(pair.one), "other": shown_name(pair.other)}


def merge_why(merge: MergeRow) -> list[SafeString]:
    """The weightiest reasons that two became one; none where the seeker said so without a comparison."""
    return [words for side, words in reason_words(merge.reasons) if side == "for"][:WHY_SHOWN]


@dataclass(frozen=True, slots=True)
class Together:
    """What the two become. `roles` are the current ones of both, and `current` the id of the one that is likely right
    when only one can be; None where both may."""

    kept: Side
    gone: Side
    roles: tuple[RoleRow, ...]
    current: UUID | None
    points: tuple[PointRow, ...]
    ties: tuple[str, ...]


def together(workspace: Workspace, one: Side, other: Side) -> Together:
    """What comes of merging them; one query."""
    first = kept_first(workspace, (one.person.pk, other.person.pk))[0]
    kept, gone = (one, other) if first == one.person.pk else (other, one)
    roles = _once([*kept.card.roles, *gone.card.roles], lambda role: (role.organisation_id, role.title.lower()))
    now = tuple(role for role in roles if role.is_current)
    return Together(
        kept,
        gone,
        now,
        _likely_current(now),
        tuple(_once([*kept.card.points, *gone.card.points], lambda point: (point.kind, point.value.lower()))),
        tuple(tie_word(tie.kind) for tie in _once([*kept.card.ties, *gone.card.ties], lambda tie: tie.kind)),
    )


def _likely_current(roles: Sequence[RoleRow]) -> UUID | None:
    """Of two titles at one employer the one that began, or was recorded, last."""
    if len(roles) < 2 or len({role.organisation_id for role in roles}) > 1:
        return None
    return max(roles, key=lambda role: (role.started_on is not None, role.started_on or role.id.hex, role.id)).id


def _once(rows: Sequence[Any], key: Any) -> list[Any]:
    return list({key(row): row for row in reversed(rows)}.values())[::-1]
