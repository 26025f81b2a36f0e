"""Rows of a release to rows of tables, in batches."""

from collections import Counter
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models

from askwell.lib.text import clean
from askwell.occupations.models import Occupation, OccupationSkill, SkillName, Task, Title, Wage
from askwell.occupations.rules.keys import key_of
from askwell.occupations.rules.words import words_of
from askwell.protocols.occupations import Alternate, Head, Interests, Remark, Row, SkillOf
from askwell.protocols.occupations import SkillName as ReadName
from askwell.protocols.occupations import Task as ReadTask
from askwell.protocols.occupations import Wage as ReadWage

BATCH = 2000
MOST_UNKNOWN = 20
"""Of rows that name an occupation or a skill that is not there, so many are remarked on each."""


class Writer:
    """Writes one release. `counts` says how many rows of each kind, `remarks` what belonged to nothing."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._heads: dict[str, Occupation] = {}
        self._names: dict[str, dict[str, str]] = {}
        self._skills: dict[str, UUID] = {}
        self._seen: set[tuple[str, str, str]] = set()
        self._waiting: dict[type[models.Model], list[Any]] = {}
        self._unknown: Counter[str] = Counter()
        self.counts: Counter[str] = Counter()
        self.remarks: list[Remark] = []

    def write(self, rows: Iterable[Row]) -> None:
        """All of them; heads come before what is said of them."""
        for row in rows:
            self._take(row)
        self._flush_heads()
        self._flush_names()
        for model in list(self._waiting):
            self._flush(model)
        self._write_interests()

    def _take(self, row: Row) -> None:
        match row:
            case Head():
                self._head(row)
            case ReadName(key, language, text):
                self._names.setdefault(key, {})[language] = clean(text, limit=200)
            case ReadWage():
                self._add(Wage(**{name: getattr(row, name) for name in row.__slots__}))
            case Interests(code, values):
                if self._known(code, "interests"):
                    self._heads[code].interests = list(values)
            case Alternate(code, language, text):
                if self._known(code, "title"):
                    self._title(code, language, text)
            case ReadTask(code, language, number, text):
                if self._known(code, "task"):
                    self._add(
                        Task(occupation_id=self._heads[code].pk, language=language, number=number, text=clean(text))
                    )
            case SkillOf():
                self._skill(row)

    def _head(self, row: Head) -> None:
        code, title = row.code.strip(), clean(row.title, limit=300)
        if not code or not title:
            self._unknown_row("title", code)
            return
        head = self._heads.get(code)
        if head is None:
            facts = {"source": self._source, "code": code[:80], "noc": row.noc, "education": row.education}
            head = Occupation(pk=key_of(self._source, code), titles={}, about={}, **facts)
            self._heads[code] = head
        head.titles.setdefault(row.language, title)
        if row.about:
            head.about.setdefault(row.language, clean(row.about))

    def _title(self, code: str, language: str, text: str, *, is_main: bool = False) -> None:
        tidy = clean(text, limit=300)
        key = (code, language, tidy.lower())
        if not tidy or key in self._seen:
            return
        self._seen.add(key)
        words = " ".join(words_of(tidy))[:600]
        self._add(Title(occupation_id=self._heads[code].pk, language=language, text=tidy, words=words, is_main=is_main))

    def _skill(self, row: SkillOf) -> None:
        if not self._known(row.code, "skill"):
            return
        key = self._skills.get(row.key)
        if key is None:
            if row.key not in self._names:
                self._unknown_row("skill", row.key)
                return
            key = self._skills[row.key] = key_of(self._source, row.key)
        facts = {"importance": row.importance, "is_tool": row.is_tool}
        self._add(OccupationSkill(occupation_id=self._heads[row.code].pk, skill_id=key, **facts))

    def _known(self, code: str, kind: str) -> bool:
        """Whether there is such an occupation; the heads are written with the first row that asks."""
        if not self.counts["occupation"]:
            self._flush_heads()
        if code in self._heads:
            return True
        self._unknown_row(kind, code)
        return False

    def _unknown_row(self, kind: str, said: str) -> None:
        self._unknown[kind] += 1
        if self._unknown[kind] <= MOST_UNKNOWN:
            self.remarks.append(Remark("unknown", "", column=kind, found=said[:60]))

    def _add(self, row: models.Model) -> None:
        waiting = self._waiting.setdefault(type(row), [])
        waiting.append(row)
        if len(waiting) >= BATCH:
            self._flush(type(row))

    def _flush(self, model: type[models.Model]) -> None:
        if model is OccupationSkill:
            self._flush_names()
        rows = self._waiting.pop(model, [])
        model._default_manager.bulk_create(rows, batch_size=BATCH)
        if rows:
            self.counts[model._meta.model_name or ""] += len(rows)

    def _flush_heads(self) -> None:
        """The occupations and, as titles, what they are called in each language."""
        if self.counts["occupation"] or not self._heads:
            return
        Occupation.objects.bulk_create(self._heads.values(), batch_size=BATCH)
        self.counts["occupation"] = len(self._heads)
        for code, head in self._heads.items():
            for language, title in head.titles.items():
                self._title(code, language, title, is_main=True)

    def _flush_names(self) -> None:
        """The names of skills that something wants, so far."""
        wanted = [key for key in self._names if key in self._skills]
        rows = [SkillName(pk=self._skills[key], source=self._source, names=self._names.pop(key)) for key in wanted]
        SkillName.objects.bulk_create(rows, batch_size=BATCH)
        if rows:
            self.counts["skillname"] += len(rows)

    def _write_interests(self) -> None:
        told = [head for head in self._heads.values() if head.interests]
        Occupation.objects.bulk_update(told, ["interests"], batch_size=200)
