"""Words for how talks stand, and what there is to do about them."""

from django.utils.translation import gettext_lazy, pgettext_lazy

from askwell.programmes.choices import MatchState, NextMove, NotSent
from askwell.programmes.queries.talks import TalkRow
from askwell.programmes.rules.letters import Kind

STATES = {
    MatchState.PROPOSED: pgettext_lazy("talk", "Not sent yet"),
    MatchState.WAITING: pgettext_lazy("talk", "Seeker has not joined"),
    MatchState.ASKED: pgettext_lazy("talk", "Asked"),
    MatchState.AGREED: pgettext_lazy("talk", "Agreed"),
    MatchState.HELD: pgettext_lazy("talk", "Held"),
    MatchState.DECLINED: pgettext_lazy("talk", "Declined"),
    MatchState.MISSED: pgettext_lazy("talk", "Missed"),
    MatchState.CANCELLED: pgettext_lazy("talk", "Called off"),
}
TAGS = {
    MatchState.WAITING: "due",
    MatchState.AGREED: "door",
    MatchState.HELD: "good",
    MatchState.MISSED: "bad",
}
NOT_SENT = {
    NotSent.NO_TIMES: gettext_lazy(
        "The two have no free hour in common in the coming three weeks. Ask one of them for more hours."
    ),
    NotSent.STOPPED: gettext_lazy("The insider asked for no more mail. Say “never these two”, and match again."),
    NotSent.AWAY: gettext_lazy("The insider pauses or has left. Match again: somebody else is found."),
    NotSent.LEFT: gettext_lazy("The seeker is not in the programme any more. Match again."),
    NotSent.FAULT: gettext_lazy("Something went wrong on our side. Send it again."),
}
MOVES = {
    NextMove.SEND: gettext_lazy("Proposed. Send it, and the insider is asked."),
    NextMove.LEAVES: gettext_lazy("Its turn comes in a moment, also when you close this page."),
    NextMove.JOIN: gettext_lazy("The insider is asked as soon as the seeker has joined with an account."),
    NextMove.BY_HAND: gettext_lazy("No mail could leave: copy the letter, send it yourself, and tick it off."),
    NextMove.TIME: gettext_lazy("The insider answered; the two are finding a time."),
    NextMove.TELL: gettext_lazy("The time is over, and neither has said how it went. Ask, and put it down."),
    NextMove.THANK: gettext_lazy("Held. No mail can leave: copy the thank-you, send it yourself, and tick it off."),
    NextMove.HEAR: gettext_lazy("Held. The seeker has not said how it was."),
}
BY_HAND = {
    Kind.REMIND: gettext_lazy("A reminder to pass on"),
    Kind.HOW_INSIDER: gettext_lazy("Ask the insider how it went"),
    Kind.HOW_SEEKER: gettext_lazy("Ask the seeker how it went"),
    Kind.OFF_INSIDER: gettext_lazy("Tell the insider that it does not take place"),
    Kind.OFF_SEEKER: gettext_lazy("Tell the seeker that it does not take place"),
    Kind.MISSED: gettext_lazy("A kind note about the talk that was missed"),
    Kind.PAUSED: gettext_lazy("A note before the next talk"),
}
"""Letters that no mail took along."""


def state_word(state: str) -> str:
    return str(STATES[MatchState(state)])


def state_tag(state: str) -> str:
    """The kind of tag that a state has."""
    return TAGS.get(MatchState(state), "")


def move_words(row: TalkRow) -> str:
    """What there is to do, or why nothing can be; empty where the dates say it."""
    if row.move is NextMove.MEND:
        return str(NOT_SENT.get(NotSent(row.trouble), ""))
    return str(MOVES.get(row.move, ""))
