"""The forms of a programme: its own questions, and the topics that its people named."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.programmes.choices import Audience, InsiderState, QuestionKind
from askwell.programmes.models import Insider, IntakeQuestion
from askwell.programmes.rules.topics import Ideas, named, offered

MOST_USED, MOST_FIELDS, MOST_READ = 40, 3, 3000


@dataclass(frozen=True, slots=True)
class Asked:
    """An own question, in the language that its reader wants (else the programme's, else any). An option is what is
    stored, its text in the programme's language, and what is shown."""

    id: UUID
    kind: QuestionKind
    text: str
    options: tuple[tuple[str, str], ...]
    is_required: bool


def questions(workspace: Workspace, audience: Audience, language: str, fallback: str = "en") -> list[Asked]:
    """In their order; `fallback` is the programme's own language."""
    rows = IntakeQuestion.objects.of(workspace).filter(audience=audience, removed_at=None)
    return [
        Asked(
            row.pk,
            QuestionKind(row.kind),
            in_words(row.words, language, fallback),
            tuple((in_words(one, fallback, fallback), in_words(one, language, fallback)) for one in row.options),
            row.is_required,
        )
        for row in rows
    ]


def in_words(words: dict[str, str], language: str, fallback: str) -> str:
    """The text in `language`, else in `fallback`, else in whichever there is."""
    found = words.get(language) or words.get(fallback) or next(filter(None, words.values()), "")
    return str(found)


def known_topics(workspace: Workspace, language: str, field: str = "") -> list[str]:
    """What is offered to whoever names a topic, in their language where its name is known in it: the usual topics of
    their field, then what the programme's insiders named, the most frequent first. Without a field, the usual topics
    of the insiders' fields come last. One query."""
    insiders = Insider.objects.of(workspace).filter(state=InsiderState.ACTIVE)
    rows = insiders.values_list("topics", "field")[:MOST_READ]
    spelled, found, fields = Ideas(), Counter[str](), Counter[str]()
    for topics, known in rows:
        found.update(spelled[topic] for topic in topics if isinstance(topic, str))
        fields.update([known] if known else [])
    used = [named(topic, language) for topic, _times in found.most_common(MOST_USED)]
    usual = [name for name, _times in fields.most_common(MOST_FIELDS)]
    return list(dict.fromkeys([*offered([field], language), *used, *([] if field else offered(usual, language))]))


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """An own question, for who writes them; `languages` are those that it is there in."""

    id: UUID
    audience: str
    kind: str
    text: str
    options: tuple[str, ...]
    languages: tuple[str, ...]
    is_required: bool


def own_questions(workspace: Workspace, language: str) -> list[OwnQuestion]:
    """The questions of both forms, each in its order; one query."""
    rows = IntakeQuestion.objects.of(workspace).filter(removed_at=None)
    return [
        OwnQuestion(
            row.pk, row.audience, row.kind, in_words(row.words, language, language),
            tuple(in_words(option, language, language) for option in row.options), tuple(row.words), row.is_required,
        )
        for row in rows
    ]  # fmt: skip
