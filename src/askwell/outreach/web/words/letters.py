"""What a letter is taken to mean, and what one click does with it: as words."""

from datetime import datetime

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from askwell.outreach.choices import Answer, LetterKind
from askwell.outreach.queries.mail.letters import LetterPage
from askwell.outreach.rules.mail.proposing import DELAYED, Proposal
from askwell.outreach.web.words.basics import moment, name, on_day, wall
from askwell.outreach.web.words.days import until_day
from askwell.outreach.web.words.stages import BOUNCES
from askwell.ui.written import put, zh

PACIFIC, MOUNTAIN = gettext_lazy("Pacific time"), gettext_lazy("Mountain time")
CENTRAL, EASTERN = gettext_lazy("Central time"), gettext_lazy("Eastern time")
ATLANTIC, BEIJING = gettext_lazy("Atlantic time"), gettext_lazy("Beijing time")
ZONES = {
    "America/Los_Angeles": PACIFIC, "America/Vancouver": PACIFIC, "America/Whitehorse": PACIFIC,
    "America/Tijuana": PACIFIC, "America/Denver": MOUNTAIN, "America/Edmonton": MOUNTAIN, "America/Phoenix": MOUNTAIN,
    "America/Boise": MOUNTAIN, "America/Chicago": CENTRAL, "America/Winnipeg": CENTRAL, "America/Regina": CENTRAL,
    "America/Mexico_City": CENTRAL, "America/Toronto": EASTERN, "America/New_York": EASTERN,
    "America/Montreal": EASTERN, "America/Detroit": EASTERN, "America/Halifax": ATLANTIC, "America/Moncton": ATLANTIC,
    "America/St_Johns": gettext_lazy("Newfoundland time"), "Europe/London": gettext_lazy("London time"),
    "Europe/Paris": gettext_lazy("Paris time"), "Asia/Shanghai": BEIJING, "Asia/Chongqing": BEIJING,
    "Asia/Urumqi": BEIJING, "Asia/Hong_Kong": gettext_lazy("Hong Kong time"),
    "Asia/Singapore": gettext_lazy("Singapore time"), "Asia/Tokyo": gettext_lazy("Tokyo time"),
    "Asia/Seoul": gettext_lazy("Seoul time"), "Australia/Sydney": gettext_lazy("Sydney time"),
    "Asia/Kolkata": gettext_lazy("India time"),
}  # fmt: skip
SAID = {
    Answer.ACCEPTS: gettext_lazy("%(who)s said yes."),
    Answer.ASKS: gettext_lazy("%(who)s asks you something."),
    Answer.DEFERS: gettext_lazy("%(who)s says: not now, perhaps later."),
    Answer.DECLINES: gettext_lazy("%(who)s said no, kindly."),
    Answer.REFERS: gettext_lazy("%(who)s named someone else."),
    Answer.OUT_OF_OFFICE: gettext_lazy("%(who)s is out of office."),
    Answer.STOP: gettext_lazy("%(who)s asks not to be contacted."),
}


def letter_title(letter: LetterPage) -> SafeString:
    """In one sentence what came, as far as it was understood: They said yes and offered Tuesday 10:00."""
    who, means = name(letter.who), letter.proposal
    if letter.kind is LetterKind.OWN:
        return put(_("You wrote to %(who)s with another program."), who=who)
    if letter.passed_on:
        return put(_("A mail to %(address)s did not arrive."), address=letter.passed_on)
    if letter.fails[0] == DELAYED:
        return put(_("Your message to %(who)s is delayed. The server keeps trying."), who=who)
    if letter.kind is LetterKind.BOUNCE:
        return put(_("Your message to %(who)s did not arrive."), who=who)
    if means.moves:
        return _moving(who, means)
    if means.answer is None:
        return put(_("%(who)s wrote to you."), who=who)
    if len(means.times) == 1:
        return put(_("%(who)s said yes and offered %(moment)s."), who=who, moment=moment(means.times[0]))
    if means.times:
        count = len(means.times)
        words = ngettext("%(who)s said yes and offered %(n)s time.", "%(who)s said yes and offered %(n)s times.", count)
        return put(words, who=who, n=count)
    if means.until and means.answer is Answer.DEFERS:
        return put(_("%(who)s says: not now, perhaps again %(day)s."), who=who, day=on_day(means.until))
    if means.until and means.answer is Answer.OUT_OF_OFFICE:
        return put(_("%(who)s is out of office %(until)s."), who=who, until=until_day(means.until))
    if means.person:
        return put(_("%(who)s named someone else: %(other)s."), who=who, other=zh(means.person.name))
    return put(str(SAID[means.answer]), who=who)


def _moving(who: SafeString, means: Proposal) -> SafeString:
    """They cannot come to the agreed time."""
    assert means.moves
    said = {"who": who, "agreed": moment(means.moves)}
    if len(means.times) == 1:
        words = _("%(who)s can’t do %(agreed)s, and offers %(moment)s: move it?")
        return put(words, **said, moment=moment(means.times[0]))
    if means.times:
        count = len(means.times)
        words = ngettext(
            "%(who)s can’t do %(agreed)s, and offers %(n)s other time: move it?",
            "%(who)s can’t do %(agreed)s, and offers %(n)s other times: move it?",
            count,
        )
        return put(words, **said, n=count)
    return put(_("%(who)s can’t do %(agreed)s."), **said)


def letter_button(letter: LetterPage) -> str:
    """What the one click does, where no time is chosen."""
    means = letter.proposal
    if letter.kind is LetterKind.OWN:
        return _("Put it on the timeline") if means.kind else _("Keep it as a note")
    if letter.fails[0] == DELAYED:
        return _("Keep it as a note")
    if letter.kind is LetterKind.BOUNCE and not letter.passed_on:
        return _("Note that it did not arrive")
    if means.moves:
        return _("Call it off for now")
    if means.answer is None:
        return _("Keep it as a note")
    if means.answer is Answer.STOP:
        return _("Never write to them again")
    if means.person:
        return _("Right, and add %(name)s") % {"name": means.person.name}
    return _("Only that they said yes") if means.times else _("That is right")


def letter_replied(letter: LetterPage) -> bool:
    """Whether it can be answered in one's own words."""
    silent = letter.proposal.answer in (Answer.OUT_OF_OFFICE, Answer.STOP)
    return letter.kind is LetterKind.REPLY and not silent


def letter_doubt(letter: LetterPage) -> str:
    """What the seeker should look at before believing it; empty where nothing is to be doubted."""
    if letter.passed_on:
        words = _(
            "It names your message to %(who)s, but you never wrote to that address: perhaps they passed it on. Their "
            "own address stays as it is."
        )
        return put(words, who=name(letter.who))
    if letter.kind in (LetterKind.OWN, LetterKind.BOUNCE) or letter.is_sure:
        return ""
    if letter.answers:
        return _(
            "It answers your message, but came from %(address)s, which is not the address that you wrote to. If it is "
            "theirs, keep it on their page."
        ) % {"address": letter.sender}
    return _("It came from %(address)s, and does not show that it answers a message of yours. Look who wrote it.") % {
        "address": letter.sender
    }


def letter_clocks(letter: LetterPage) -> list[str]:
    """Of each time offered that was said on another clock than the viewer's: what they said, and what it is here."""
    means = letter.proposal
    told = []
    for at, clock in zip(means.times, means.clocks, strict=False):
        if clock and clock.wall != timezone.localtime(at).replace(tzinfo=None):
            said = {"said": wall(clock.wall), "moment": moment(at), "zone": zone_words(clock.zone)}
            words = _("They said %(said)s, %(zone)s: %(moment)s for you.")
            words = words if clock.zone else _("They said %(said)s on their own clock: %(moment)s for you.")
            told.append(words % said)
    if means.unknown_clock:
        told.append(_("They named a time zone that Askwell does not know: ask, or work out the hour yourself."))
    return told


def zone_words(name: str) -> str:
    """A zone as it is said: Pacific time; for one without a common name its own, as Etc/GMT-8."""
    return str(ZONES[name]) if name in ZONES else name


def letter_fails(letter: LetterPage) -> str:
    """Why a message did not arrive."""
    kind = letter.fails[0]
    return str(BOUNCES[kind]) if kind in BOUNCES else ""


def agree_words(at: datetime, moves: datetime | None = None) -> str:
    """The button that agrees on a time offered, or moves to it the one that is agreed."""
    if moves:
        return _("Move it to %(moment)s") % {"moment": moment(at)}
    return _("Agree on %(moment)s") % {"moment": moment(at)}
