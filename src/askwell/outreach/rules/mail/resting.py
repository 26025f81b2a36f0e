"""When a mailbox rests, and when its owner is told."""

from datetime import datetime, timedelta

from askwell.protocols.mail.servers import Trouble

MINUTES_AWAY = (2, 5, 15, 30)
SHORT, HOUR, LONG = timedelta(minutes=21), timedelta(minutes=61), timedelta(hours=6)


def rest_after(refused: int) -> timedelta:
    """After that many refusals in a row: never more than three log-ins in any hour, and soon far fewer, for providers
    lock accounts that guess."""
    if refused < 3:
        return SHORT
    return HOUR if refused < 6 else LONG


def rest_away(missed: int) -> timedelta:
    """After that many looks in a row that came to nothing, the server being away: longer each time, half an hour at
    most, so that mail is heard soon after it is back."""
    return timedelta(minutes=MINUTES_AWAY[min(max(missed, 1), len(MINUTES_AWAY)) - 1])


THEIR_MATTER = frozenset(
    {
        Trouble.LOGIN_REFUSED,
        Trouble.NEEDS_APP_LOGIN,
        Trouble.KEY_LOST,
        Trouble.FORBIDDEN_HOST,
    }
)
PATIENCE = timedelta(hours=24)


def needs_seeker(trouble: Trouble, since: datetime, now: datetime) -> bool:
    """Whether only the seeker can mend it: a refused password at once, a server that is away when it stays so."""
    return trouble in THEIR_MATTER or now - since >= PATIENCE
