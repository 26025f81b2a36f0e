"""`{% load outreach %}`: the words of outreach's codes as template filters."""

from collections.abc import Callable

from django import template

from askwell.outreach.web.words import basics, duties, findings, letters, mail, mailboxes, reasons, stages, steps
from askwell.ui.words import tie_word

register = template.Library()

WORDS: dict[str, Callable[..., object]] = {
    "call_name": basics.call_name,
    "role_line": basics.role_line,
    "channel_word": basics.channel_word,
    "tie_word": tie_word,
    "language_word": basics.language_word,
    "duty_title": duties.title,
    "duty_why": duties.why,
    "duty_button": duties.button,
    "duty_url": duties.url,
    "duty_word": duties.word,
    "duty_tag": duties.tag,
    "due_today": duties.due_today,
    "stage_word": stages.stage_word,
    "stage_door": stages.stage_door,
    "stage_tag": stages.stage_tag,
    "stage_why": stages.stage_why,
    "last_words": stages.last_words,
    "next_word": steps.next_word,
    "next_url": steps.next_url,
    "stage_code_word": steps.stage_code_word,
    "turn_word": stages.turn_word,
    "entry_title": stages.entry_title,
    "entry_way": stages.entry_way,
    "card_button": stages.card_button,
    "card_url": stages.card_url,
    "card_why": stages.card_why,
    "reason_words": reasons.reason_words,
    "suggestion_title": reasons.suggestion_title,
    "suggestion_why": reasons.suggestion_why,
    "is_warm": reasons.is_warm,
    "warning_words": reasons.warning_words,
    "expectation_words": reasons.expectation_words,
    "guard_words": findings.guard_words,
    "alert_words": mailboxes.alert_words,
    "leaving_title": mail.leaving_title,
    "leaving_wrong": mail.wrong,
    "purpose_word": mail.purpose_word,
    "night_there": mail.night_there,
    "letter_title": letters.letter_title,
    "letter_button": letters.letter_button,
    "letter_replied": letters.letter_replied,
    "letter_doubt": letters.letter_doubt,
    "letter_clocks": letters.letter_clocks,
    "letter_fails": letters.letter_fails,
    "agree_words": letters.agree_words,
}
for called, says in WORDS.items():
    register.filter(called, says)
