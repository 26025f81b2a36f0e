"""What is said of mock job interviews: the codes of questions, answers and reports as words."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from askwell.coach.answers import Code, Star
from askwell.coach.job_interviews import Kind
from askwell.practice.rules.answering import LONG, Report, Verdict
from askwell.practice.web.words.insiders import trade_word

Words = tuple[Promise, Promise]

LEVELS: dict[str, Words] = {
    "entry": (_("First job in the trade"), _("here, or at all")),
    "experienced": (_("Experienced"), _("some years in the trade")),
    "lead": (_("Leading others"), _("a team, a shift, a site")),
}
KINDS: dict[Kind, Words] = {
    Kind.OPENING: (_("To begin"), _("Wants to know whom they have before them, in a minute.")),
    Kind.BEHAVIOURAL: (_("What you did"), _("Wants one story: situation, task, what you did, what came of it.")),
    Kind.SITUATIONAL: (_("What you would do"), _("Wants your steps in order, and why in that order.")),
    Kind.NEWCOMER: (_("About coming from elsewhere"), _("Wants a calm reason and a proof, not an excuse.")),
    Kind.CLOSING: (_("At the end"), _("Short. The last thing you say is remembered.")),
}
STAR: dict[Star, Words] = {
    Star.SITUATION: (_("Situation"), _("Say where and when it was, in one sentence.")),
    Star.TASK: (_("Task"), _("Say what had to be done, or what was at stake.")),
    Star.ACTION: (_("Action"), _("Say what you did, step by step, with “I”.")),
    Star.RESULT: (_("Result"), _("Say what came of it: a number, a word of thanks, what was different afterwards.")),
}
PROBLEMS: dict[Code, Words] = {
    Code.NO_EXAMPLE: (_("No example"), _("Tell of one time when it happened, not of how you are in general.")),
    Code.NO_RESULT: (_("No result"), _("A story without its end is soon forgotten: say what came of it.")),
    Code.TOO_SHORT: (_("Very short"), _("Give them something to ask about: one sentence more for each part.")),
    Code.RAMBLING: (_("It wanders"), _("Leave out what the story does not need. One thread, one end.")),
    Code.WE_NOT_I: (_("“We” hides you"), _("Say which part was yours, with “I”.")),
    Code.OFF_QUESTION: (
        _("Not what was asked"),
        _("Answer this question; take a few of its words into your first sentence."),
    ),
    Code.NEGATIVE_ABOUT_EMPLOYER: (
        _("Runs somebody down"),
        _("Leave out what a boss or firm did wrong: it falls back on you. Say what you learned."),
    ),
    Code.UNKNOWN_LANGUAGE: (
        _("In another language"),
        _("The coach knows English, Chinese and French. It cannot judge this answer."),
    ),
    Code.DISCLOSES_PROTECTED_INFO: (
        _("Private"),
        _("Age, family, health, religion and status are not theirs to ask: leave them out."),
    ),
}
TOO_LONG: Words = (_("Takes long to say"), _("After two minutes nobody listens: keep the story, cut the rest."))
BANDS: dict[int, Words] = {
    1: (_("Begin this one again"), _("There is no story yet that answers the question.")),
    2: (_("A beginning"), _("Something is there to build on; two things or more are missing.")),
    3: (_("Nearly there"), _("One thing more, and it can be said like this.")),
    4: (_("Ready to be said"), _("A whole story that answers the question. Say it aloud twice, then leave it.")),
}
NOTHING: Words = (_("Nothing to take out"), _("Compare it with what they hope to hear."))


def setting(trade: str, level: str) -> tuple[str, str]:
    """For which work and at which level an interview is."""
    return trade_word(trade) if trade else str(_("Any work")), str(LEVELS[level][0]) if level in LEVELS else level


def said(one: Verdict | None) -> dict[str, Any]:
    """All that the page says of an answer: `title` and `text`, `parts` of the story, `problems`, the one `change`."""
    if one is None:
        return {}
    title, text = BANDS[one.band] if one.band else _changed(one.change) if one.change else NOTHING
    return {
        "verdict": one,
        "title": title,
        "text": text,
        "parts": [(STAR[part][0], one.star.get(part, ""), STAR[part][1]) for part in Star] if one.wants_story else [],
        "problems": [(*PROBLEMS[problem.code], problem.words) for problem in one.problems],
        "change": _changed(one.change) if one.change else None,
        "length": length(one.seconds),
    }


def length(seconds: int) -> str:
    """How long something takes to say."""
    if seconds < 60:
        return ngettext("%(n)s second", "%(n)s seconds", seconds) % {"n": seconds}
    minutes = f"{seconds // 60}:{seconds % 60:02}"
    return str(_("%(time)s minutes")) % {"time": minutes}


def _changed(change: str) -> Words:
    if change == LONG:
        return TOO_LONG
    return STAR[Star(change)] if change in set(Star) else PROBLEMS[Code(change)]


def _praise(report: Report) -> str:
    """What went well: there is always something."""
    if ready := report.bands.count(max(BANDS)):
        return ngettext("One story is ready to be said", "%(n)s stories are ready to be said", ready) % {"n": ready}
    if report.always:
        parts = str(_(", ")).join(str(STAR[part][0]) for part in report.always)
        return str(_("Never missing from your stories: %(parts)s")) % {"parts": parts}
    answered = report.answered
    return ngettext("You answered one question", "You answered %(n)s questions", answered) % {"n": answered}


def reported(report: Report) -> dict[str, Any]:
    """What the report says: first the `praise`, then `parts` of the stories with their numbers, `problems`, the
    `lesson`, which parts went `well`."""
    return {
        "praise": _praise(report),
        "parts": [(STAR[part][0], times) for part, times in report.parts],
        "problems": [(PROBLEMS[code][0], times) for code, times in report.problems],
        "lesson": _changed(report.lesson) if report.lesson else None,
        "well": str(_(", ")).join(str(STAR[part][0]) for part in report.always),
        "bands": [(BANDS[band][0], report.bands.count(band)) for band in reversed(BANDS) if band in report.bands],
        "length": length(report.seconds),
    }
