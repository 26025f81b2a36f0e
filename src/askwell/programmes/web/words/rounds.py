"""A round in words: its states, and the three figures on its board."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from askwell.programmes.choices import MatchState, RoundState
from askwell.programmes.models import Match, Round
from askwell.programmes.rules.summing import Cause
from askwell.programmes.web.words import reasons

ROUND_STATES = {
    RoundState.DRAFT: pgettext_lazy("round", "not matched yet"),
    RoundState.SOLVING: pgettext_lazy("round", "being matched"),
    RoundState.PROPOSED: pgettext_lazy("round", "proposed"),
    RoundState.SENT: pgettext_lazy("round", "sent"),
    RoundState.CLOSED: pgettext_lazy("round", "closed"),
}
MATCH_STATES = {
    MatchState.PROPOSED: pgettext_lazy("match", "proposed"),
    MatchState.WAITING: pgettext_lazy("match", "waits for the seeker"),
    MatchState.ASKED: pgettext_lazy("match", "asked"),
    MatchState.AGREED: pgettext_lazy("match", "agreed"),
    MatchState.HELD: pgettext_lazy("match", "held"),
    MatchState.DECLINED: pgettext_lazy("match", "declined"),
    MatchState.MISSED: pgettext_lazy("match", "missed"),
    MatchState.CANCELLED: pgettext_lazy("match", "called off"),
}
TROUBLES = {
    "crashed": gettext_lazy(
        "The matching was begun twice and came to no end. Try it again; if it stays so, tell whoever runs this server."
    ),
    "unexpected": gettext_lazy(
        "Something went wrong that should not. It is in the log of this server; nothing was lost."
    ),
}


@dataclass(frozen=True, slots=True)
class Cards:
    """The figures of a round."""

    met: int
    seekers: int
    used: int
    places: int
    unmet: int
    why: str
    elsewhere: int
    later: int
    left_out: int

    @property
    def percent(self) -> int:
        """Of the places, rounded down: all are used only where it says 100."""
        return 100 * self.used // self.places if self.places else 0


def cards(row: Round) -> Cards:
    told = row.summary
    causes = [Cause(code, seekers, tuple(fields)) for code, seekers, fields in told["causes"]]
    return Cards(
        told["met"],
        told["seekers"],
        told["used"],
        told["places"],
        told["seekers"] - told["met"],
        reasons.cause_line(causes),
        told.get("elsewhere", 0),
        told.get("later", 0),
        told.get("left_out", 0),
    )


def why(match: Match, row: Round) -> str:
    """Why these two, on one line; empty of a pair that was made before it was kept."""
    line = reasons.pair_line(reasons.told(match.reason), row.week) if match.reason else ""
    return line.replace("–", "–\u2060")  # hours do not break


def shares_no_topic(match: Match) -> bool:
    """Whether the insider knows about nothing that the seeker wants to ask; not of a pair without reasons."""
    return bool(match.reason) and not match.reason.get("topics")


def title(row: Round, asked: int, to_join: int) -> str:
    """What the board is headed with; `asked`: how many of its talks went out to their insiders, `to_join`: how many
    wait for their seekers to join."""
    name, is_sent = round_name(row), row.state in (RoundState.SENT, RoundState.CLOSED)
    if is_sent and asked:
        words = ngettext("%(name)s: %(count)s talk sent", "%(name)s: %(count)s talks sent", asked)
        return words % {"name": name, "count": asked}
    if is_sent and to_join:
        words = ngettext(
            "%(name)s: %(count)s talk waits for its seeker to join",
            "%(name)s: %(count)s talks wait for their seekers to join",
            to_join,
        )
        return words % {"name": name, "count": to_join}
    return _("%(name)s: proposed matches") % {"name": name}


def round_name(row: Round) -> str:
    """What it is called: its own name, or its number, with its cohort's name."""
    if row.name:
        return row.name
    told = {"number": row.number, "cohort": row.cohort.name if row.cohort else ""}
    return _("%(cohort)s, round %(number)s") % told if row.cohort else _("Round %(number)s") % told
