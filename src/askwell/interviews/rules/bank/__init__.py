"""Askwell's own questions for information interviews, in three languages, and which of them to offer next.

One TOML file a topic. A question names the occupation families and the seekers that it is `for`; one that
names none suits everybody. An interview needs each TIARA topic at least once (METHOD.md, grade B, Dalton).
"""

from collections import Counter
from collections.abc import Collection
from functools import cache
from importlib.resources import files

from askwell.interviews.choices import TIARA, Topic
from askwell.interviews.rules.bank.reading import parsed
from askwell.interviews.rules.bank.values import Audience, BankQuestion, Family, Stage

__all__ = ["Audience", "BankQuestion", "Family", "Stage", "parsed", "questions", "suggestions"]


@cache
def questions() -> tuple[BankQuestion, ...]:
    """The whole bank, by topic, in the order of the files. Raises ValueError when a file is broken."""
    bank = tuple(question for topic in Topic for question in parsed(_source(topic), topic))
    if twins := [name for name, times in Counter(question.id for question in bank).items() if times > 1]:
        raise ValueError(f"Two questions have the id {twins[0]}")
    return bank


def suggestions(
    *,
    language: str,
    families: Collection[str],
    audiences: Collection[str],
    have: Collection[str],
    limit: int,
    covered: Collection[str] = (),
) -> tuple[BankQuestion, ...]:
    """At most `limit` questions to offer beside those chosen already, always the same for the same input.

    First one for every TIARA topic that is still missing, then those made for the families and audiences,
    then the others, with the topics taking turns. Questions for other families or audiences are left out.

    `have`: ids of bank questions chosen; unknown ids do no harm. `covered`: topics of the seeker's own
    questions. Questions without words in `language` come last.
    """
    bank = questions()
    met = {question.topic for question in bank if question.id in have} | set(covered)
    rest = [question for question in bank if question.id not in have and _suits(question, families, audiences)]
    ranked = _in_turns(sorted(rest, key=lambda question: _rank(question, language)), language)
    first = [_best(ranked, topic) for topic in TIARA if topic not in met]
    wanted = [question for some in first for question in some]
    return tuple([*wanted, *(question for question in ranked if question not in wanted)][:limit])


def _source(topic: Topic) -> str:
    return files(__package__).joinpath(f"{topic}.toml").read_text(encoding="utf-8")


def _suits(question: BankQuestion, families: Collection[str], audiences: Collection[str]) -> bool:
    return _open_to(question.families, families) and _open_to(question.audiences, audiences)


def _open_to(meant: Collection[str], given: Collection[str]) -> bool:
    return not meant or any(one in given for one in meant)


def _rank(question: BankQuestion, language: str) -> tuple[bool, int]:
    """Lower is offered sooner: made for this seeker or this field before made for all."""
    return language.lower() not in question.text, -bool(question.families) - bool(question.audiences)


def _in_turns(ranked: list[BankQuestion], language: str) -> list[BankQuestion]:
    """Among equals, the first of every topic, then the second of every topic, and so on."""
    seen: Counter[tuple[object, Topic]] = Counter()
    turns = {}
    for question in ranked:
        place = (_rank(question, language), question.topic)
        turns[question.id] = seen[place]
        seen[place] += 1
    return sorted(ranked, key=lambda question: (_rank(question, language), turns[question.id]))


def _best(ranked: list[BankQuestion], topic: Topic) -> list[BankQuestion]:
    return [question for question in ranked if question.topic is topic][:1]
