"""The head of the story: who it is about."""

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict, Unpack

from django.db import IntegrityError, transaction

from askwell.accounts.actions import introduce
from askwell.accounts.models import Workspace
from askwell.lib.links import normalise_link
from askwell.lib.text import clean
from askwell.portfolio.actions.errors import ChangedElsewhereError, UnreadableError
from askwell.portfolio.actions.keeping import change, known_language, said_anew, tidy
from askwell.portfolio.models import Story
from askwell.portfolio.rules.dates import read_date
from askwell.portfolio.rules.links import network_of
from askwell.protocols.resumes import Link

MOST_LINKS = 20
REACHED = ("name", "native_name", "email", "phone", "place")


class HeadFacts(TypedDict, total=False):
    """The columns of `models.Story`, and those of `accounts.Profile` that say who this is and how to reach them.
    `landed` is taken as people write it: "March 2023"."""

    headline: str
    summary: str
    region: str
    country: str
    links: Iterable[Link]
    landed: str
    name: str
    native_name: str
    email: str
    phone: str
    place: str


@transaction.atomic
def tell_head(
    *, workspace: Workspace, version: int | None = None, language: str | None = None, **facts: Unpack[HeadFacts]
) -> Story:  # fmt: skip
    """Facts that are not given stay, and so does the language it is told in where none is. With a `version` it must
    be the one that stands (0: nothing is told yet). Raises UnknownCodeError, UnreadableError,
    ChangedElsewhereError."""
    story = _locked(workspace)
    if story.version == 0 and language:
        story.language = known_language(language)
    try:
        with transaction.atomic():
            change(story, version, _checked(facts), anew=story.version == 0)
    except IntegrityError:  # another window told it first, this very moment
        raise ChangedElsewhereError(1) from None
    if reached := {name: str(value) for name, value in facts.items() if name in REACHED}:
        introduce(workspace=workspace, facts=reached)
    return story


@transaction.atomic
def say_head_in(*, workspace: Workspace, language: str, words: Mapping[str, str], version: int) -> Story:
    """Headline and summary in another language than they were told in; see `keeping.say_in`."""
    story = _locked(workspace)
    change(story, version, {"said": said_anew(story, language, words)}, anew=story.version == 0)
    return story


def _locked(workspace: Workspace) -> Story:
    return Story.objects.of(workspace).select_for_update().first() or Story(workspace=workspace)


def _checked(facts: HeadFacts) -> dict[str, Any]:
    rest = {name: value for name, value in facts.items() if name not in (*REACHED, "links", "landed")}
    kept = tidy(Story, rest)
    if "landed" in facts:
        kept["landed"] = _date(facts["landed"])
    if "links" in facts:
        kept["links"] = [_link(link) for link in facts["links"]][:MOST_LINKS]
    return kept


def _date(typed: str) -> str:
    read = read_date(typed)
    if read is None:
        raise UnreadableError("landed", typed)
    return read


def _link(link: Link) -> dict[str, str]:
    url = normalise_link(link.url)
    if url is None:
        raise UnreadableError("links", link.url)
    return {"url": url, "network": clean(link.network, limit=40) or network_of(url)}
