"""A line in the wizard: how it stands, its parts, and the line that can be made of them."""

from dataclasses import dataclass
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.coach.accomplishments import Judgement, Part, compose, judge
from askwell.portfolio.choices import Source
from askwell.portfolio.models import Accomplishment
from askwell.portfolio.rules.measuring import measured
from askwell.ui.rooms import bcp47

STEPS = ("situation", "task", "action", "result")


@dataclass(frozen=True, slots=True)
class Reading:
    """A line, what the coach says of it, and its length: in words, in Chinese in characters."""

    text: str
    judgement: Judgement
    is_chinese: bool

    @property
    def words(self) -> int:
        return len("".join(self.text.split())) if self.is_chinese else len(self.text.split())


@dataclass(frozen=True, slots=True)
class Improving:
    """`composed` is the line that the parts make, None while what was done or what came of it is not told;
    `measure` the words in it that say how much; `step` the first part that is not told yet, the last where all are."""

    line: Accomplishment
    reads: Reading
    composed: Reading | None
    measure: str
    step: str

    @property
    def is_good(self) -> bool:
        """Whether the coach finds nothing against the composed line."""
        return self.composed is not None and not self.composed.judgement.findings

    @property
    def lacks_measure(self) -> bool:
        """Whether it is told what came of it, but not how much."""
        return bool(self.line.result) and not self.measure and not judge(self.line.result, self.language).has_measure

    @property
    def is_ready(self) -> bool:
        """Whether nothing more is to be asked for."""
        return self.is_good and not self.lacks_measure

    @property
    def is_rough(self) -> bool:
        """Whether the composed line has to say that its number is not exact."""
        numbers = self.line.measure.get("before") or self.line.measure.get("after")
        return bool(numbers) and self.line.source in (Source.MEMORY, Source.ESTIMATE)

    @property
    def language(self) -> str:
        return bcp47(self.line.language)


def line_of(workspace: Workspace, accomplishment_id: UUID) -> Accomplishment:
    """A line whose chapter is there too. Raises Accomplishment.DoesNotExist."""
    rows = Accomplishment.kept(workspace).filter(chapter__removed_at=None).select_related("chapter")
    return rows.get(pk=accomplishment_id)


def improving(workspace: Workspace, accomplishment_id: UUID) -> Improving:
    """Raises Accomplishment.DoesNotExist."""
    line = line_of(workspace, accomplishment_id)
    measure = measured(line.measure, line.source, line.language)
    step = next((name for name in STEPS if not getattr(line, name)), STEPS[-1])
    return Improving(line, read(line.text, line.language), _composed(line, measure), measure, step)


def read(text: str, language: str) -> Reading:
    code = bcp47(language)
    return Reading(text, judge(text, code), code == "zh-Hans")


def _composed(line: Accomplishment, measure: str) -> Reading | None:
    if not (line.action and line.result):
        return None
    parts = {Part.ACTION: line.action, Part.TASK: line.task, Part.RESULT: line.result, Part.MEASURE: measure}
    first = read(compose(parts, bcp47(line.language)), line.language)
    better = next((found.better for found in first.judgement.findings if found.better), None)
    return read(better, line.language) if better else first
