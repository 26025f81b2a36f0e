"""Words for how talks stand, and what there is to do about them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from askwell.programmes.actions.sending import Sent
from askwell.programmes.choices import MatchState, NextMove, NotSent
from askwell.programmes.queries.talks import TalkRow

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
        "The two have no hour in common in the coming two weeks. Ask one of them for more hours."
    ),
    NotSent.STOPPED: gettext_lazy("The insider asked for no more mail. Say “never these two”, and match again."),
    NotSent.AWAY: gettext_lazy("The insider pauses or has left. Match again: somebody else is found."),
    NotSent.LEFT: gettext_lazy("The seeker is not in the programme any more. Match again."),
    NotSent.FAULT: gettext_lazy("Something went wrong on our side. Send it again."),
}
MOVES = {
    NextMove.SEND: gettext_lazy("Proposed. Send it, and the insider is asked."),
    NextMove.LEAVES: gettext_lazy("On its way: it leaves in a moment, also when you close this page."),
    NextMove.JOIN: gettext_lazy("The insider is asked as soon as the seeker has joined with an account."),
    NextMove.BY_HAND: gettext_lazy("No mailbox is set up: copy the letter, send it yourself, and tick it off."),
    NextMove.TIME: gettext_lazy("The insider answered; the two are finding a time."),
    NextMove.TELL: gettext_lazy("The time is over, and neither has said how it went. Ask, and put it down."),
    NextMove.THANK: gettext_lazy("Held. No mail can leave: copy the thank-you, send it yourself, and tick it off."),
    NextMove.HEAR: gettext_lazy("Held. The seeker has not said how it was."),
}


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


def sent_words(sent: Sent) -> str:
    """What became of pressing Send."""
    parts = []
    if sent.asked:
        words = ngettext("%(count)s insider is asked.", "%(count)s insiders are asked.", sent.asked)
        parts.append(words % {"count": sent.asked})
    if sent.by_hand:
        words = ngettext(
            "%(count)s letter waits for you to send it.", "%(count)s letters wait for you to send them.", sent.by_hand
        )
        parts.append(words % {"count": sent.by_hand})
    if sent.waiting:
        words = ngettext(
            "%(count)s waits until the seeker joins.", "%(count)s wait until the seekers join.", sent.waiting
        )
        parts.append(words % {"count": sent.waiting})
    if sent.not_sent:
        words = ngettext(
            "%(count)s could not be sent: see why below.",
            "%(count)s could not be sent: see why below.",
            len(sent.not_sent),
        )
        parts.append(words % {"count": len(sent.not_sent)})
    if sent.left:
        words = ngettext("%(count)s more leaves in a moment.", "%(count)s more leave in a moment.", sent.left)
        parts.append(words % {"count": sent.left})
    return " ".join(parts) or _("There was nothing to send.")
