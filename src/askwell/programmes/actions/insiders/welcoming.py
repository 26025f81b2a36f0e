"""Somebody who volunteered is in, and gets the link to their page."""

from datetime import datetime

from askwell.programmes.actions.letters import post
from askwell.programmes.models import Insider, Programme
from askwell.programmes.rules.inviting import welcome


def write_welcome(*, programme: Programme, insider: Insider, link: str, now: datetime) -> bool:
    """Whether the letter leaves by itself; false as in `post`: the link is on the insider's page, to be passed on."""
    told = welcome(name=insider.name, programme=programme.name, link=link, language=insider.page_language)
    return post(
        programme=programme, to=insider.email, to_name=insider.name, subject=told.subject, body=told.body, now=now
    )
