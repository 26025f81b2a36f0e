"""The kinds of things in a story, as their addresses and pages name them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from askwell.portfolio.models import Accomplishment, Chapter, Reference, Skill, SpokenLanguage, Thing


@dataclass(frozen=True, slots=True)
class Kind:
    """`name` of its addresses, where they begin, what its id is called, its place on the story's page, and what is
    said when one was thrown away."""

    name: str
    model: type[Thing]
    path: str
    key: str
    anchor: str
    removed: Promise


KINDS = (
    Kind("chapter", Chapter, "chapters", "chapter_id", "told", _("The chapter is deleted, with its lines.")),
    Kind("line", Accomplishment, "lines", "accomplishment_id", "told", _("The line is deleted.")),
    Kind("skill", Skill, "skills", "skill_id", "skills", _("The skill is deleted.")),
    Kind("language", SpokenLanguage, "languages", "spoken_language_id", "tongues", _("The language is deleted.")),
    Kind("reference", Reference, "references", "reference_id", "references", _("The reference is deleted.")),
)
