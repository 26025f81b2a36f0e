"""What insights are about, and how useful they are, in words."""

from django.http import QueryDict
from django.utils.translation import gettext_lazy, pgettext_lazy

from askwell.interviews.choices import SubjectKind

KINDS = {
    SubjectKind.OCCUPATION: gettext_lazy("The work"),
    SubjectKind.EMPLOYER: gettext_lazy("The employer"),
    SubjectKind.PATH: gettext_lazy("The way in"),
    SubjectKind.FIELD: gettext_lazy("The field"),
}
RATINGS = (
    (0, pgettext_lazy("usefulness of a claim", "not useful")),
    (1, pgettext_lazy("usefulness of a claim", "a little")),
    (2, pgettext_lazy("usefulness of a claim", "useful")),
    (3, pgettext_lazy("usefulness of a claim", "very useful")),
)


def kind_word(kind: SubjectKind) -> str:
    """What a claim is about, by its kind."""
    return str(KINDS[kind])


def rating_of(posted: QueryDict, name: str = "rating") -> int | None:
    """0 to 3 as a form has it; None for anything else."""
    text = posted.get(name, "")
    return int(text) if text in ("0", "1", "2", "3") else None
