"""What was said so far, read from the turns alone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from random import Random

from askwell.coach.dialogues.values import Turn
from askwell.coach.insider.lines import Line, every_line, lines, topics
from askwell.coach.insider.trades import Contact, Knowledge, Story, knowledge
from askwell.coach.insider.values import Persona

MOST_TURNS = 200
LONGEST = 2000
"""Characters of a turn that are looked at."""

GOODBYES = ("close", "time_over", "job_end", "insult_end", "nothing_left")


@dataclass(frozen=True)
class Memory:
    """Of one talk, after the seeker's last turn. `words` are that turn's."""

    persona: Persona
    turns: Sequence[Turn]
    knowledge: Knowledge = field(init=False)

    def __post_init__(self) -> None:
        cut = tuple(Turn(one.speaker, one.text[:LONGEST]) for one in self.turns[-MOST_TURNS:])
        object.__setattr__(self, "turns", cut)
        object.__setattr__(self, "knowledge", knowledge(self.persona.trade, self.persona.language))

    @cached_property
    def words(self) -> str:
        return next((one.text for one in reversed(self.turns) if one.speaker == "seeker"), "")

    @cached_property
    def replies(self) -> tuple[str, ...]:
        """What the insider said, turn by turn."""
        return tuple(one.text for one in self.turns if one.speaker == "insider")

    @cached_property
    def said(self) -> str:
        return "\n".join(self.replies)

    @property
    def last(self) -> str:
        return self.replies[-1] if self.replies else ""

    @cached_property
    def stages(self) -> dict[Story, int]:
        """How many parts of each story were told."""
        return {story: sum(part in self.said for part in story.parts) for story in self.knowledge.stories}

    @cached_property
    def current(self) -> Story | None:
        """The story told last."""
        places = {story: max(self.said.rfind(part) for part in story.parts) for story in self.knowledge.stories}
        latest = max(places, key=places.__getitem__)
        return latest if places[latest] >= 0 else None

    @property
    def parts_told(self) -> int:
        return sum(self.stages.values())

    @property
    def is_over(self) -> bool:
        """Whether the insider has said goodbye."""
        return any(self.used(occasion, self.said) for occasion in GOODBYES)

    def used(self, occasion: str, text: str) -> int:
        """How many different lines of an occasion are in a text."""
        return sum(bool(line.said.search(text)) for line in every_line(self.persona.language, occasion))

    def unused(self, occasion: str) -> str:
        """A line for an occasion that was not said yet, empty if there is none left; one of the mood before others."""
        mood = "cool" if occasion == "close" and self.is_cool else self.persona.mood.value
        for which in (mood, "any"):
            if left := self.left(lines(self.persona.language, occasion, which)):
                return self.chance(occasion).choice(left)
        return ""

    def left(self, among: Iterable[Line]) -> list[str]:
        """Those that were not said yet."""
        return [line.text for line in among if not line.said.search(self.said)]

    def chance(self, purpose: str) -> Random:
        """The dice for one purpose at this point of the talk: always the same."""
        return Random(f"{self.persona.seed}:{len(self.turns)}:{purpose}")  # noqa: S311 - nothing secret

    @cached_property
    def chill(self) -> int:
        """How many good questions it takes until an affront is forgiven; 0 for none."""
        cold = 0
        for reply in self.replies:
            if self.used("job", reply) or self.used("insult", reply):
                cold = 2
            elif self.used("job_again", reply):
                cold = 3
            elif self.used("personal", reply):
                cold = max(cold, 1)
            elif any(part in reply for story in self.knowledge.stories for part in story.parts):
                cold = max(0, cold - 1)
        return cold

    @property
    def is_cool(self) -> bool:
        return self.chill > 0

    @cached_property
    def puzzled(self) -> int:
        """How many times in a row, until now, the insider did not understand."""
        count = 0
        for reply in reversed(self.replies):
            if not self.used("deflect", reply):
                break
            count += 1
        return count

    @property
    def named(self) -> tuple[Contact, ...]:
        return tuple(one for one in self.knowledge.contacts if one.why in self.said)

    @cached_property
    def offered(self) -> str:
        """The aspect that the insider has just offered to talk about."""
        found = [(self.last.rfind(topic), aspect) for aspect, topic in topics(self.persona.language).items()]
        place, aspect = max(found)
        return aspect if place >= 0 and self.used("offer", self.last) else ""


def sentences(text: str) -> list[str]:
    """A text cut after each mark that ends a sentence."""
    return [one.strip() for one in re.split(r"(?<=[.!?])[\"»”’)]*\s+|(?<=[。！？!?])|\n+", text) if one and one.strip()]
