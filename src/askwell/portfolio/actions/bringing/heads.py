"""The head of the story told in a language, whichever it was told in first."""

from typing import Any

from askwell.accounts.models import Workspace
from askwell.portfolio.actions.story import say_head_in, tell_head
from askwell.portfolio.models import Story

WORDS = ("headline", "summary")


def tell(workspace: Workspace, language: str, told: dict[str, Any]) -> None:
    """Columns as `tell_head` takes them; headline and summary are said in `language`, beside what they say in
    others. Raises what `tell_head` does."""
    story = Story.objects.of(workspace).first()
    words = {column: text for column, text in told.items() if column in WORDS}
    if story is None or story.language == language:
        tell_head(workspace=workspace, language=language, **told)
        return
    if rest := {column: value for column, value in told.items() if column not in WORDS}:
        story = tell_head(workspace=workspace, **rest)
    if words:
        every = {**story.said.get(language, {}), **words}
        say_head_in(workspace=workspace, language=language, words=every, version=story.version)
