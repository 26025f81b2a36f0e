"""The forms of a programme: its own questions, and the topics that its people named."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.programmes.choices import Audience, InsiderState, QuestionKind
from askwell.programmes.models import Insider, IntakeQuestion

MOST_OFFERED, MOST_READ = 60, 3000


@dataclass(frozen=True, slots=True)
class Asked:
    """An own question, in the language that its reader wants (else the programme's, else any)."""

    id: UUID
    kind: QuestionKind
    text: str
    options: tuple[str, ...]
    is_required: bool


def questions(workspace: Workspace, audience: Audience, language: str, fallback: str = "en") -> list[Asked]:
    """In their order. An option is stored as it is called in the programme's own language (`fallback`)."""
    rows = IntakeQuestion.objects.of(workspace).filter(audience=audience, removed_at=None)
    return [
        Asked(
            row.pk,
            QuestionKind(row.kind),
            in_words(row.words, language, fallback),
            tuple(in_words(option, language, fallback) for option in row.options),
            row.is_required,
        )
        for row in rows
    ]


def in_words(words: dict[str, str], language: str, fallback: str) -> str:
    """The text in `language`, else in `fallback`, else in whichever there is."""
    found = words.get(language) or words.get(fallback) or next(filter(None, words.values()), "")
    return str(found)


def known_topics(workspace: Workspace) -> list[str]:
    """Topics of the programme's insiders, the most frequent first: what is offered to whoever names one."""
    rows = Insider.objects.of(workspace).filter(state=InsiderState.ACTIVE).values_list("topics", flat=True)[:MOST_READ]
    found = Counter(topic for topics in rows for topic in topics if isinstance(topic, str))
    return [topic for topic, _times in found.most_common(MOST_OFFERED)]
