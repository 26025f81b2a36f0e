"""What the write page shows of a draft: remarks, counts, marks, ways to send it, what silence would bring."""

import secrets
import zlib
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from askwell.coach import drafts as coach
from askwell.lib.times import zone
from askwell.outreach.choices import Channel, MessageKind
from askwell.outreach.models import Mailbox
from askwell.outreach.queries.drafts import DraftText
from askwell.outreach.queries.judging import recipient_in_text, to_judge
from askwell.outreach.queries.mail.mailboxes import signed_by
from askwell.outreach.queries.templates import choosable
from askwell.outreach.queries.values import Who
from askwell.outreach.queries.write import LANGUAGES, WritePage
from askwell.outreach.web.marking import marked, numbered
from askwell.outreach.web.means import means_of
from askwell.outreach.web.words.basics import CHANNELS
from askwell.outreach.web.words.basics import LANGUAGES as LANGUAGE_WORDS
from askwell.outreach.web.words.findings import heading, hidden_words, perceived, remarks
from askwell.outreach.web.words.regions import region_word
from askwell.outreach.web.words.stages import WRITING, channel_limit
from askwell.people.models import Person
from askwell.ui import moments


def context_of(page: WritePage, now: datetime, *, composed: str = "") -> dict[str, object]:
    """Everything the template needs. `composed` is the fingerprint of the text that this one began as; a text
    that names no form yet gets a new one."""
    text = page.text
    begun_as = "edited" if text.edited else fingerprint(text.body)
    return {
        "page": page,
        "text": text,
        "who": page.to.who,
        "introducer": _who(page.to.introducer),
        "silent": _who(page.to.silent),
        "composed": composed or begun_as,
        "own_templates": choosable(page.to.person.workspace),
        "editor": text.editor or secrets.token_hex(8),
        "channels": _channels(page),
        "languages": [(code, LANGUAGE_WORDS[code]) for code in LANGUAGES],
        "is_demo": page.to.person.workspace.is_demo,
        "kinds": [(kind, WRITING[kind]) for kind in page.kinds],
        "kind_word": WRITING[text.kind],
        "waits": WRITING[page.waits] if page.waits else "",
        "addresses": page.to.addresses_for(text.channel),
        "living": page.to.living_for(text.channel),
        "dead": page.to.dead_at(text.address),
        "more_variants": text.variant + 1,
        "is_first": text.kind is MessageKind.FIRST,
        "is_nudge": text.kind is MessageKind.NUDGE,
        "is_spoken": text.channel in (Channel.PHONE, Channel.IN_PERSON),
        "has_subject": text.channel is Channel.EMAIL,
        "draft_id": page.draft_id,
        "region": region_word(page.recipient.region),
        "clock": _clock(page, now),
        "kinder": page.good_hour > now and bool(page.to.person.time_zone),
        **remarks_of(page, text),
    }


def remarks_of(page: WritePage, text: DraftText) -> dict[str, object]:
    """What changes with every word: also the answer to a keystroke."""
    found, hidden = judged(page, text), dismissed(page, text)
    chinese_writer = (translation.get_language() or "").startswith("zh") and text.language == "en"
    return {
        "remarks": remarks(found),
        "hidden": hidden_words(len(hidden)),
        "remarks_heading": heading(found) if text.body.strip() else _("There is nothing to send yet."),
        "figures": coach.figures(message_of(page, text)),
        "marks": marked(text.body, found),
        "means": means_of(text),
        "perceived": perceived(found) if chinese_writer else [],
        "mailbox": _mailbox(page, text),
        "whole": _whole(page, text),
    }


def _mailbox(page: WritePage, text: DraftText) -> Mailbox | None:
    """Where it would leave from; None where it goes another way."""
    return page.mailbox if text.channel is Channel.EMAIL and page.to.addresses_for(text.channel) else None


def _whole(page: WritePage, text: DraftText) -> str:
    """What would leave, word by word."""
    mailbox = _mailbox(page, text)
    return signed_by(mailbox, page.to.profile, text.body) if mailbox and text.body.strip() else ""


def judged(page: WritePage, text: DraftText) -> list[coach.Finding]:
    """The coach's findings, numbered as the page lists them; without those that the seeker put aside."""
    return numbered(one for one in coach.check(message_of(page, text)) if not _is_aside(one, text))


def dismissed(page: WritePage, text: DraftText) -> list[coach.Finding]:
    """What would be remarked if the seeker had not put it aside."""
    return [one for one in coach.check(message_of(page, text)) if _is_aside(one, text)]


def _is_aside(finding: coach.Finding, text: DraftText) -> bool:
    """What stops a message is never put aside: it wants an explicit yes."""
    return finding.severity is not coach.Severity.STOP and finding.code in text.dismissed


def fingerprint(body: str) -> str:
    """Tells whether a text is still the one that was composed."""
    return f"{zlib.crc32(body.encode()):08x}"


def message_of(page: WritePage, text: DraftText) -> coach.Message:
    """The text as the coach reads it."""
    to = recipient_in_text(page.to.person, page.to.role, page.to.profile)
    return to_judge(
        to, kind=text.kind, channel=text.channel, language=text.language, subject=text.subject, body=text.body
    )


def _who(person: Person | None) -> Who | None:
    return Who(person.pk, person.given_name, person.family_name, person.native_name) if person else None


def _channels(page: WritePage) -> list[dict[str, object]]:
    """Each channel with what is short enough there; one without an address says so."""
    return [
        {
            "code": channel,
            "word": word,
            "limit": channel_limit(channel, page.text.language),
            "has_address": channel is Channel.IN_PERSON or bool(page.to.addresses_for(channel)),
            "is_dead": bool(page.to.addresses_for(channel)) and not page.to.living_for(channel),
        }
        for channel, word in CHANNELS.items()
    ]


def _clock(page: WritePage, now: datetime) -> str:
    """The time where they are; empty when that is not known."""
    if not page.to.person.time_zone:
        return ""
    there = now.astimezone(zone(page.recipient.zone))
    return moments.clock(there, translation.get_language() or "en")
