"""Looking for duplicates among everyone: sure ones are merged, likely ones wait for a yes or no."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.people.actions.errors import DecidedError, SearchStateError
from askwell.people.actions.merging import merge_persons
from askwell.people.choices import Decision, SearchState
from askwell.people.models import Merge, Pair, PairSearch, Person
from askwell.people.queries.duplicates import apart_pairs, kept_first, opened_pairs, other_names_of, pairs_of
from askwell.people.queries.records import records_of
from askwell.people.rules.linkage import Match, Network, Record

BATCH = 5000
PATIENCE = timedelta(minutes=3)
Clock = Callable[[], datetime]


@transaction.atomic
def ask_search(*, workspace: Workspace, now: datetime) -> PairSearch:
    """Everyone is to be compared, once; `search_duplicates` does the work. Asked again while that goes on: the same
    search."""
    search, made = PairSearch.objects.of(workspace).get_or_create(
        workspace=workspace, defaults={"asked_at": now, "touched_at": now}
    )
    if not made and search.state == SearchState.DONE:
        search.state, search.asked_at, search.touched_at, search.finished_at = SearchState.WAITING, now, now, None
        search.progress = search.merged = search.likely = 0
        search.save()
    return search


def search_duplicates(*, workspace: Workspace, clock: Clock) -> PairSearch:
    """Compare everyone, merge the sure ones, one transaction each, and note the likely pairs: then it is DONE.

    May be called again after a kill: what was merged is merged, and the rest is found again. Raises
    SearchStateError when nobody asked, or another worker is at it.
    """
    mine = PairSearch.objects.of(workspace).filter(state=SearchState.WAITING)
    total = Person.objects.of(workspace).count()
    if mine.update(state=SearchState.SEARCHING, total=total, progress=0, touched_at=clock()) != 1:
        raise SearchStateError
    finder = _Finder(workspace, clock)
    finder.merge_sure()
    likely = finder.note_likely()
    search = PairSearch.objects.of(workspace).get()
    merged = Merge.objects.of(workspace).filter(by_itself=True, merged_at__gte=search.asked_at).count()
    PairSearch.objects.of(workspace).update(
        state=SearchState.DONE, merged=merged, likely=likely, progress=total, touched_at=clock(), finished_at=clock()
    )
    return PairSearch.objects.of(workspace).get()


class _Finder:
    """One search: everyone's records compared, then what follows of it."""

    def __init__(self, workspace: Workspace, clock: Clock) -> None:
        self._workspace, self._clock, self._began = workspace, clock, clock()
        self._ids: list[UUID] = []
        other_names = other_names_of(workspace)
        self._network = Network(self._walked(records_of(workspace, other_names=other_names)))
        places = {key: place for place, key in enumerate(self._ids)}
        said = apart_pairs(workspace) | opened_pairs(workspace)
        self._network.keep_apart((places[a], places[b]) for a, b in said if a in places and b in places)
        self._found = self._network.find()
        self._now: dict[UUID, UUID] = {}
        self._by_pair = {frozenset(self._pair(match)): match for match in reversed(self._found.matches)}
        self._by_person = {key: match for match in reversed(self._found.matches) for key in self._pair(match)}

    def _walked(self, records: Iterable[tuple[UUID, Record]]) -> Iterable[Record]:
        for key, record in records:
            self._ids.append(key)
            yield record
            if len(self._ids) % BATCH == 0:
                self._alive()

    def _alive(self) -> None:
        mine = PairSearch.objects.of(self._workspace).filter(state=SearchState.SEARCHING)
        mine.update(progress=len(self._ids), touched_at=self._clock())

    def merge_sure(self) -> None:
        """Each group of certain pairs becomes one person."""
        groups: dict[int, list[UUID]] = defaultdict(list)
        for place, group in enumerate(self._found.certain):
            groups[group].append(self._ids[place])
        for members in groups.values():
            if len(members) > 1:
                self._merge(members)
                self._alive()

    def _merge(self, members: list[UUID]) -> None:
        unchanged = kept_first(self._workspace, [one for one in members if self._as_compared(one)])
        for gone in unchanged[1:]:
            person = unchanged[0]
            if self._make_one(person, gone):
                self._now[gone] = person

    def _as_compared(self, person_id: UUID) -> bool:
        """Whether the seeker changed nothing of them since the search began; else the next search decides."""
        return Person.objects.of(self._workspace).filter(pk=person_id, updated_at__lte=self._began).exists()

    def _make_one(self, person: UUID, gone: UUID) -> bool:
        """False where one of them was erased or merged, or the seeker had a say about the two, since the search
        began."""
        if pairs_of(self._workspace, person, gone).exclude(decided_at=None).exists():
            return False
        try:
            merge_persons(
                workspace=self._workspace, person_id=person, gone_id=gone, now=self._clock(), by_itself=True,
                reasons=self._why(person, gone),
            )  # fmt: skip
        except Person.DoesNotExist:
            return False
        return True

    def _why(self, one: UUID, other: UUID) -> list[list[Any]]:
        """Why these two are one; of a longer chain, why the other is whom they are nearest to."""
        return self._reasons(self._by_pair.get(frozenset((one, other))) or self._by_person[other])

    def _pair(self, match: Match) -> set[UUID]:
        return {self._ids[match.one], self._ids[match.other]}

    def _reasons(self, match: Match) -> list[list[Any]]:
        ids = (self._ids[match.one], self._ids[match.other])
        records = dict(records_of(self._workspace, ids))
        if len(records) != len(ids):
            return []
        return [reason.as_json() for reason in self._network.reasons(match, (records[ids[0]], records[ids[1]]))]

    def note_likely(self) -> int:
        """Pairs that wait for an answer: those found now. Returns how many there are."""
        wanted: dict[tuple[UUID, UUID], Match] = {}
        for match in self._found.matches:
            one, other = sorted(self._now.get(key, key) for key in self._pair(match))
            if one != other:
                wanted.setdefault((one, other), match)
        return self._store(wanted)

    @transaction.atomic
    def _store(self, wanted: dict[tuple[UUID, UUID], Match]) -> int:
        pairs = Pair.objects.of(self._workspace)
        known = {(min(pair.one_id, pair.other_id), max(pair.one_id, pair.other_id)): pair for pair in pairs}
        told = {key: pair for key, pair in known.items() if pair.decision == Decision.OPEN and not pair.decided_at}
        pairs.filter(id__in=[pair.pk for key, pair in told.items() if key not in wanted]).delete()
        for key in told.keys() & wanted.keys():
            told[key].weight, told[key].reasons = wanted[key].weight, self._reasons(wanted[key])
        pairs.bulk_update([told[key] for key in told.keys() & wanted.keys()], ["weight", "reasons"])
        new = [
            Pair(
                workspace=self._workspace, one_id=one, other_id=other, weight=match.weight, found_at=self._clock(),
                reasons=self._reasons(match),
            )
            for (one, other), match in wanted.items()
            if (one, other) not in known and self._both_there(one, other)
        ]  # fmt: skip
        Pair.objects.bulk_create(new)
        return pairs.filter(decision=Decision.OPEN).count()

    def _both_there(self, one: UUID, other: UUID) -> bool:
        return Person.objects.of(self._workspace).filter(id__in=(one, other)).count() == len({one, other})


@transaction.atomic
def decide_pair(
    *, workspace: Workspace, pair_id: UUID, decision: Decision, now: datetime, past_roles: Iterable[UUID] = ()
) -> Merge | None:
    """Answer a pair: SAME makes them one (`past_roles` see `merge_persons`) and returns the Merge; DIFFERENT is
    remembered for good. Raises Pair.DoesNotExist, DecidedError when it was answered before."""
    pair = _locked(workspace, pair_id)
    if pair.decision != Decision.OPEN:
        raise DecidedError
    if decision is Decision.DIFFERENT:
        pair.decision, pair.decided_at = decision.value, now
        pair.save(update_fields=["decision", "decided_at"])
        return None
    person, gone = kept_first(workspace, (pair.one_id, pair.other_id))
    return merge_persons(
        workspace=workspace, person_id=person, gone_id=gone, now=now, past_roles=list(past_roles), reasons=pair.reasons
    )


@transaction.atomic
def reopen_pair(*, workspace: Workspace, pair_id: UUID) -> None:
    """Take the answer "two people" back: the pair waits again. Raises Pair.DoesNotExist."""
    pair = _locked(workspace, pair_id)
    pair.decision = Decision.OPEN.value
    pair.save(update_fields=["decision"])


@transaction.atomic
def open_pair(*, workspace: Workspace, one_id: UUID, other_id: UUID, now: datetime) -> Pair:
    """Two persons whom the seeker takes for one, to be looked at side by side. Raises Person.DoesNotExist."""
    if Person.objects.of(workspace).filter(pk__in={one_id, other_id}).count() != 2:
        raise Person.DoesNotExist
    known = pairs_of(workspace, one_id, other_id).first()
    pair = known or Pair(workspace=workspace, one_id=one_id, other_id=other_id, found_at=now)
    pair.decision, pair.decided_at = Decision.OPEN.value, now
    pair.save()
    return pair


def _locked(workspace: Workspace, pair_id: UUID) -> Pair:
    return Pair.objects.of(workspace).select_for_update().get(pk=pair_id)


def unfinished_searches(*, now: datetime) -> list[UUID]:
    """Workspaces whose search waits, or whose worker gave no sign of life: they wait again, and count as touched."""
    waiting = PairSearch._base_manager.filter(  # of every workspace
        state__in=(SearchState.WAITING, SearchState.SEARCHING), touched_at__lt=now - PATIENCE
    )
    found = list(waiting.values_list("workspace_id", flat=True))
    again = {"state": SearchState.WAITING.value, "touched_at": now}
    return [key for key in found if waiting.filter(workspace=key).update(**again)]
