"""Where it stands, whose turn it is, and what happened: as words."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from askwell.outreach.choices import Answer, Channel, MessageKind, Outcome, Responder, ThreadState
from askwell.outreach.queries.values import Card, Entry, Last, Stage, StageCode, Turn
from askwell.outreach.rules.mail.proposing import DELAYED
from askwell.outreach.web.words.basics import CHANNELS, business_days, channel_word, day, moment, on_day
from askwell.outreach.web.words.days import by_day, until_day
from askwell.outreach.web.words.duties import duty_button, duty_url, duty_why, tag
from askwell.protocols.mail.bounces import Kind
from askwell.ui.words import channel_inside
from askwell.ui.written import put

STAGES = {
    StageCode.NOT_WRITTEN: gettext_lazy("Not written yet"),
    StageCode.DRAFTING: gettext_lazy("Draft"),
    StageCode.WAITING: gettext_lazy("Waiting"),
    StageCode.NUDGED: gettext_lazy("Nudged"),
    StageCode.ANSWERED: gettext_lazy("Answered"),
    StageCode.SCHEDULED: gettext_lazy("Scheduled"),
    StageCode.MET: gettext_lazy("Met"),
    StageCode.DECLINED: gettext_lazy("Said no"),
    StageCode.SILENT: gettext_lazy("Resting"),
    StageCode.STOPPED: gettext_lazy("Asked not to be contacted"),
    StageCode.JOINED: gettext_lazy("Went on in another conversation"),
}
DOORS = {
    StageCode.WAITING: "knocked",
    StageCode.NUDGED: "knocked",
    StageCode.ANSWERED: "ajar",
    StageCode.SCHEDULED: "ajar",
    StageCode.MET: "open",
}
TURNS = {
    Turn.YOURS: gettext_lazy("your turn"),
    Turn.THEIRS: gettext_lazy("their turn"),
    Turn.NOBODYS: gettext_lazy("nobody’s turn"),
}
ANSWERS = {
    Answer.ACCEPTS: gettext_lazy("Said yes"),
    Answer.ASKS: gettext_lazy("Asked you something"),
    Answer.DEFERS: gettext_lazy("Not now, perhaps later"),
    Answer.DECLINES: gettext_lazy("Said no, kindly"),
    Answer.REFERS: gettext_lazy("Named someone else"),
    Answer.OUT_OF_OFFICE: gettext_lazy("Out of office"),
    Answer.STOP: gettext_lazy("Asked not to be contacted"),
}
KINDS = {
    MessageKind.FIRST: gettext_lazy("First message"),
    MessageKind.NUDGE: gettext_lazy("Nudge"),
    MessageKind.REPLY: gettext_lazy("Your reply"),
    MessageKind.AGAIN: gettext_lazy("Written again"),
    MessageKind.THANKS: gettext_lazy("Thanks"),
    MessageKind.ANSWER: gettext_lazy("Answer"),
    MessageKind.OUT_OF_OFFICE: gettext_lazy("Out of office"),
    MessageKind.CALL: gettext_lazy("Call"),
    MessageKind.CHANCE_MEETING: gettext_lazy("Met by chance"),
    MessageKind.NOTE: gettext_lazy("Note"),
    MessageKind.SCHEDULED: gettext_lazy("Time agreed"),
    MessageKind.CANCELLED: gettext_lazy("Agreed time fell through"),
    MessageKind.MET: gettext_lazy("You met"),
    MessageKind.RESTED: gettext_lazy("Let it rest"),
    MessageKind.STOPPED: gettext_lazy("Asked not to be contacted"),
    MessageKind.JOINED: gettext_lazy("Two entries became one person; the other conversation goes on"),
}
BOUNCES = {
    Kind.PERMANENT: gettext_lazy("Did not arrive: nobody is reached at this address"),
    Kind.TEMPORARY: gettext_lazy("Did not arrive: a server on the way had trouble"),
    Kind.MAILBOX_FULL: gettext_lazy("Did not arrive: their mailbox is full"),
    Kind.BLOCKED: gettext_lazy("Did not arrive: their server refused it"),
    DELAYED: gettext_lazy("Delayed: the server keeps trying"),
}
WAYLESS = (
    MessageKind.NOTE, MessageKind.RESTED, MessageKind.STOPPED, MessageKind.JOINED, MessageKind.CANCELLED,
    MessageKind.CALL, MessageKind.CHANCE_MEETING,
)  # fmt: skip
WRITING = {
    MessageKind.FIRST: gettext_lazy("First message"),
    MessageKind.NUDGE: gettext_lazy("Nudge"),
    MessageKind.REPLY: gettext_lazy("Reply"),
    MessageKind.AGAIN: gettext_lazy("Write again"),
    MessageKind.THANKS: gettext_lazy("Thanks"),
}
RESPONDERS = {
    Responder.BOOSTER: gettext_lazy("answers quickly"),
    Responder.OBLIGATE: gettext_lazy("answers slowly"),
    Responder.CURMUDGEON: gettext_lazy("did not answer"),
}


def stage_word(stage: Stage | None) -> str:
    """In a word or two; None is somebody never written to."""
    return str(STAGES[stage.code if stage else StageCode.NOT_WRITTEN])


def stage_door(stage: Stage | None) -> str:
    """The doorlet's state: how far things are."""
    return DOORS.get(stage.code, "shut") if stage else "shut"


def stage_tag(stage: Stage | None) -> str:
    """What can be done now, for a tag: nudge due; empty when nothing can."""
    if stage is None or stage.next is None or not stage.next.is_open(timezone.now()):
        return ""
    return tag(stage.next)


def stage_why(stage: Stage | None) -> str:
    """The small line below: how long, until when."""
    if stage is None:
        return ""
    if stage.code is StageCode.SCHEDULED and stage.meets_at:
        return _meeting(stage.meets_at, stage.meets_by)
    duty = stage.next
    if duty is None:
        return ""
    if "business_days" in duty.facts and duty.is_open(timezone.now()):
        return business_days(duty.facts["business_days"])
    if duty.facts.get("named"):
        return _("comes back %(day)s") % {"day": on_day(duty.facts["named"])}
    if duty.is_open(timezone.now()):
        return by_day(duty.due_by)
    return until_day(duty.opens_at)


def _meeting(at: datetime, by: str) -> str:
    return _(", ").join([moment(at), channel_word(by)]) if by else moment(at)


def last_words(last: Last | None) -> str:
    """The last contact: your e-mail, their answer."""
    if last is None:
        return ""
    kinds = {
        MessageKind.ANSWER: _("their answer"),
        MessageKind.OUT_OF_OFFICE: _("out of office"),
        MessageKind.CALL: _("call"),
        MessageKind.CHANCE_MEETING: _("met by chance"),
        MessageKind.SCHEDULED: _("time agreed"),
        MessageKind.CANCELLED: _("time fell through"),
        MessageKind.MET: _("you met"),
        MessageKind.RESTED: _("let rest"),
        MessageKind.STOPPED: _("asked not to be contacted"),
        MessageKind.JOINED: _("two entries became one person"),
    }
    return kinds.get(last.kind) or _("you wrote, %(channel)s") % {"channel": channel_inside(last.channel)}


def turn_word(turn: Turn) -> str:
    return str(TURNS[turn])


def entry_title(entry: Entry) -> str:
    """What an entry of the timeline is: First message, Said yes, Time agreed."""
    if entry.facts.get("bounced") in BOUNCES:
        return str(BOUNCES[entry.facts["bounced"]])
    if entry.facts.get("in_writing"):
        return _("Answered in writing")
    if entry.kind is MessageKind.ANSWER and entry.answer:
        return str(ANSWERS[entry.answer])
    if entry.kind is MessageKind.OUT_OF_OFFICE and entry.facts.get("until"):
        return _("Out of office %(until)s") % {"until": until_day(entry.facts["until"])}
    if entry.kind is MessageKind.SCHEDULED and entry.facts.get("meets_at"):
        return _("Time agreed: %(moment)s") % {"moment": moment(entry.facts["meets_at"])}
    if entry.kind is MessageKind.CALL and entry.answer is None:
        return _("Call, nobody picked up")
    if entry.kind in (MessageKind.CALL, MessageKind.CHANCE_MEETING) and entry.answer:
        return _("%(kind)s: %(answer)s") % {"kind": KINDS[entry.kind], "answer": ANSWERS[entry.answer]}
    return str(KINDS[entry.kind])


def entry_way(entry: Entry) -> str:
    """How it came: e-mail, WeChat, video; empty where that says nothing."""
    if entry.facts.get("meets_by"):
        return channel_word(entry.facts["meets_by"])
    return "" if entry.kind in WAYLESS else str(CHANNELS[entry.channel])


def card_why(card: Card) -> SafeString:
    """Why a card stands where it stands."""
    if card.letters:
        words = ngettext("A letter waits to be looked at.", "%(n)s letters wait to be looked at.", card.letters)
        return put(words, n=card.letters)
    if card.next:
        return duty_why(card.next, card.who)
    if card.state is ThreadState.SCHEDULED and card.meets_at:
        return put("%(meeting)s", meeting=_meeting(card.meets_at, card.meets_by) + _("."))
    if card.state is ThreadState.CLOSED:
        return _closed(card)
    return _quiet(card)


def _quiet(card: Card) -> SafeString:
    """Nothing to do now: what was last, and until when."""
    later = card.later
    if card.quote and card.state is ThreadState.ANSWERED:
        if later and later.facts.get("named"):
            return put(_("“%(quote)s” Comes back %(day)s."), quote=card.quote, day=on_day(later.opens_at))
        return put(_("“%(quote)s”"), quote=card.quote)
    last = card.last
    if last is None:
        return put(_("A draft, not sent yet."))
    if last.kind is MessageKind.OUT_OF_OFFICE and later:
        return put(_("Out of office. Nothing to do %(until)s."), until=until_day(later.opens_at))
    said = {"channel": CHANNELS[last.channel], "when": day(last.at)}
    if later:
        return put(_("%(channel)s, %(when)s. Nothing to do %(until)s."), **said, until=until_day(later.opens_at))
    return put(_("%(channel)s, %(when)s."), **said)


def _closed(card: Card) -> SafeString:
    when = on_day(card.moved_at)
    match card.outcome:
        case Outcome.MET:
            return put(_("You met. Last contact %(when)s."), when=when)
        case Outcome.DECLINED:
            return put(_("Said no, kindly; let rest %(when)s."), when=when)
        case Outcome.STOPPED:
            return put(_("Asked not to be contacted."))
        case Outcome.JOINED:
            return put(_("Two entries became one person; the other conversation goes on."))
    return put(_("Silent, and let rest %(when)s. A late answer opens it again."), when=when)


def channel_limit(channel: Channel, language: str) -> str:
    """What is short enough on a channel."""
    if channel is Channel.PHONE:
        return _("30 seconds")
    if channel is Channel.IN_PERSON:
        return _("best, where you can")
    if language == "zh-Hans":
        return _("120 characters")
    return _("300 characters") if channel is Channel.LINKEDIN else _("75 words")


def card_button(card: Card) -> str:
    """What to do with a card now."""
    if card.letters:
        return _("Look at it")
    return duty_button(card.next) if card.next else ""


def card_url(card: Card) -> str:
    if card.letters:
        return reverse("outreach:thread", args=[card.thread_id])
    return duty_url(card.next, card.who, card.thread_id) if card.next else ""
