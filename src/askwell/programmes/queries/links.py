"""Links to a programme's pages that open without an account."""

from askwell.interviews.queries.tokens import read_token, row_token
from askwell.programmes.models import Participant, Programme
from askwell.programmes.queries.house import open_page, participant_of_link

OPEN, ME = "programmes.open", "programmes.me"


def open_token(programme: Programme) -> str:
    """Of the page on which seekers sign up; renewed with the programme's `page_number`."""
    return row_token(OPEN, programme, programme.page_number)


def programme_of_token(token: str) -> Programme | None:
    read = read_token(OPEN, token)
    return open_page(read) if read else None


def joining_token(participant: Participant) -> str:
    """Of the page on which one seeker joins with their account; renewed with their `link_number`."""
    return row_token(ME, participant, participant.link_number)


def participant_of_token(token: str) -> tuple[Participant, int] | None:
    """Whom the link is for, and its number: whether that still holds is for `actions.joining` to say."""
    read = read_token(ME, token)
    found = participant_of_link(read) if read else None
    return (found, read.number) if read and found else None
