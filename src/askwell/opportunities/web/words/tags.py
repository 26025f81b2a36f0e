"""`{% load opportunities %}`: the words of opportunities' codes as template filters, and cards of the board."""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from askwell.opportunities.choices import GATHERINGS, Kind, Stage
from askwell.opportunities.models.openings import Staged
from askwell.opportunities.queries.values import Card
from askwell.opportunities.rules.stages import GOING, Due, moves_of
from askwell.opportunities.web.words import codes, sentences
from askwell.opportunities.web.words.doors import share_words, way_line
from askwell.opportunities.web.words.refusals import refusal
from askwell.ui.rooms import address
from askwell.ui.templatetags.ui import day, when
from askwell.ui.written import who

register = template.Library()
TABLES = {
    "opening_kind": codes.KINDS,
    "opening_source": codes.SOURCES,
    "opening_stage": codes.STAGES,
    "opening_move": codes.MOVES,
    "opening_employment": codes.EMPLOYMENT,
    "opening_event": codes.EVENT_STATES,
    "opening_brought": codes.BROUGHT,
    "opening_state": codes.STATES,
}
SAYS: dict[str, Callable[..., object]] = {
    "opening_due": sentences.due_words,
    "opening_due_tag": sentences.due_tag,
    "opening_flag": sentences.flag_words,
    "opening_law": sentences.law_words,
    "opening_reason": sentences.reason_words,
    "opening_pay": sentences.pay_words,
    "opening_refusal": refusal,
    "opening_share": share_words,
    "opening_way": way_line,
}
URGENT = (Due.CLOSING, Due.CLOSED, Due.ANSWER, Due.TAKES_PLACE)
CARD = (
    '<li class="opening" data-card="{}" data-stage="{}"><h4><a href="{}">{}</a></h4>'
    '<p>{}</p><p class="there">{}</p>{}{}</li>'
)
ROW = (
    '<tr><th scope="row"><a href="{}">{}</a><small>{}</small></th><td data-label="{}">{}</td>'
    '<td data-label="{}"><span class="stage">{}</span>{}<small>{}</small></td><td data-label="{}">{}</td></tr>'
)
BUTTON = '<button class="button small" name="move" value="{}:{}">{}<span class="away">: {}</span></button>'


def _table(words: codes.Words) -> Callable[[str], str]:
    return lambda code: codes.of(words, code)


for called, words in TABLES.items():
    register.filter(called, _table(words))
for called, says in SAYS.items():
    register.filter(called, says)


@register.filter
def opening_stood(row: Staged, kind: str) -> str:
    """The stage in which an application stands, or to which a step led: the seeker's own word for it first."""
    return row.own.name if row.own else codes.stage_word(kind, Stage(row.stage))


@register.filter
def step_words(how: str, name: str) -> str:
    return str(sentences.STEPS[how]) % {"name": name}


@register.simple_tag
def opening_card(card: Card, today: date) -> SafeString:
    """A card of the board: what it is, how long it has stood there, whom one knows there, the usual next move."""
    return _card(card, today, get_language() or "en")


@lru_cache(maxsize=2048)  # a board has some forty; each is drawn once while nothing of it changes
def _card(card: Card, today: date, _language: str) -> SafeString:
    return format_html(
        CARD,
        card.id,
        card.stage,
        address("opportunities:opening", card.id),
        card.title,
        _line(card, today),
        there(card),
        _tags(card),
        _next(card, today),
    )


@register.simple_tag
def moment_of(text: str) -> SafeString | str:
    """A moment or a day as a posting writes it, worded; anything else as it is."""
    try:
        return day(date.fromisoformat(text), "full") if len(text) == 10 else when(datetime.fromisoformat(text), "full")
    except ValueError:
        return text


@register.simple_tag
def opening_row(card: Card) -> SafeString:
    """A row of the list."""
    return _row(card, timezone.localdate(), get_language() or "en")


@lru_cache(maxsize=2048)  # as the card
def _row(card: Card, _today: date, _language: str) -> SafeString:
    return format_html(
        ROW,
        address("opportunities:opening", card.id),
        card.title,
        " · ".join(filter(None, (card.organisation, card.location))),
        _("Who is there"),
        there(card),
        _("Stage"),
        card.own or codes.stage_word(card.kind, card.stage),
        _tags(card),
        day(card.since),
        _("How found"),
        codes.of(codes.SOURCES, card.source),
    )


@register.simple_tag
def opening_there(card: Card) -> SafeString:
    return there(card)


def there(card: Card) -> SafeString:
    """Whom one knows there, in names as far as there is room."""
    if not card.known:
        return format_html("{}", _("You know nobody there yet."))
    names = format_html_join(_(", "), "{}", ((who(one.latin, one.native),) for one in card.people))
    more = card.known - len(card.people)
    if not more:
        return format_html(_("You know {} there."), names)
    words = ngettext("You know {} and {} more there.", "You know {} and {} more there.", more)
    return format_html(words, names, more)


def _line(card: Card, today: date) -> SafeString:
    parts = [card.organisation, codes.of(codes.KINDS, card.kind) if card.kind != Kind.JOB else ""]
    said: SafeString | str = sentences.since_words(card, today)
    if card.kind in GATHERINGS:
        said = day(card.begins, "short") if card.begins else ""
    return format_html_join(" · ", "{}", ((part,) for part in (*parts, said) if part))


def _tags(card: Card) -> SafeString:
    if not card.due:
        return mark_safe("")
    css = "bad" if card.due in URGENT else "due"
    closing = format_html(" <small>{} {}</small>", _("closes"), day(card.closes, "short")) if _closes(card) else ""
    return format_html(
        '<p class="tags"><span class="tag {}">{}</span>{}</p>', css, sentences.due_tag(card.due), closing
    )


def _closes(card: Card) -> bool:
    return bool(card.closes and card.due in (Due.CLOSING, Due.CLOSED))


def _next(card: Card, today: date) -> SafeString:
    """A button for the usual next move, where there is one."""
    to, is_usual = moves_of(card.kind)[card.stage][0], card.stage in (*GOING, Stage.OFFER)
    if card.kind in GATHERINGS and to is Stage.ACCEPTED:
        is_usual = card.begins is None or card.begins <= today
    words = codes.move_word(card.kind, to)
    return format_html(BUTTON, card.id, to, words, card.title) if is_usual else mark_safe("")
