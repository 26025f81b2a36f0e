"""Kinds of questions, what is wrong with one, what is still missing, and the mix: as words."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, npgettext, pgettext_lazy

from askwell.coach.questions import Code, Finding
from askwell.interviews.choices import Topic
from askwell.interviews.queries.prepare import Asked, PreparePage, Share, Stage
from askwell.interviews.rules import bank
from askwell.interviews.rules.bank import Audience, BankQuestion, Family
from askwell.interviews.rules.readiness import ENOUGH_QUESTIONS, Check, Checked

TOPICS = {
    Topic.PATH: pgettext_lazy("kind of question", "Their path"),
    Topic.TRENDS: pgettext_lazy("kind of question", "Trends"),
    Topic.INSIGHTS: pgettext_lazy("kind of question", "Insights"),
    Topic.ADVICE: pgettext_lazy("kind of question", "Advice"),
    Topic.RESOURCES: pgettext_lazy("kind of question", "Resources"),
    Topic.ASSIGNMENTS: pgettext_lazy("kind of question", "Assignments"),
    Topic.CLOSING: pgettext_lazy("kind of question", "The way on"),
}
STAGES = {
    bank.Stage.OPENING: pgettext_lazy("part of a talk", "To begin with"),
    bank.Stage.MIDDLE: pgettext_lazy("part of a talk", "In the middle"),
    bank.Stage.CLOSING: pgettext_lazy("part of a talk", "Towards the end"),
}
FAMILIES = {
    Family.TECHNOLOGY: gettext_lazy("Technology"),
    Family.BUSINESS: gettext_lazy("Business"),
    Family.FINANCE: gettext_lazy("Finance"),
    Family.SUPPLY_CHAIN: gettext_lazy("Supply chain"),
    Family.HEALTH: gettext_lazy("Health"),
    Family.EDUCATION: gettext_lazy("Education"),
    Family.ENGINEERING_TRADES: gettext_lazy("Engineering and trades"),
    Family.PUBLIC_NONPROFIT: gettext_lazy("Public service and non-profits"),
    Family.CREATIVE_MEDIA: gettext_lazy("Design and media"),
    Family.SCIENCE: gettext_lazy("Science"),
    Family.HOSPITALITY_RETAIL: gettext_lazy("Hospitality and retail"),
    Family.LAW: gettext_lazy("Law"),
}
AUDIENCES = {
    Audience.NEWCOMER: gettext_lazy("New to the country"),
    Audience.STUDENT: gettext_lazy("Still studying"),
    Audience.CAREER_CHANGER: gettext_lazy("Changing careers"),
    Audience.INSIDE: gettext_lazy("Moving inside your company"),
}
FINDINGS = {
    Code.CLOSED: (gettext_lazy("Closed:"), gettext_lazy("a yes, a no or one word answers it.")),
    Code.ASKS_FOR_JOB: (
        gettext_lazy("Asks for a job:"),
        gettext_lazy(
            "they came to give advice; this turns the talk into a favour. An opening they will name themselves."
        ),
    ),
    Code.PUBLIC_FACT: (
        gettext_lazy("Can be looked up:"),
        gettext_lazy("read it beforehand, and ask what it is like from the inside."),
    ),
    Code.DOUBLE: (gettext_lazy("Two in one:"), gettext_lazy("only the last gets answered. Ask one, then the other.")),
    Code.LEADING: (gettext_lazy("Leading:"), gettext_lazy("it puts the answer in their mouth.")),
    Code.TOO_PERSONAL: (
        gettext_lazy("Too personal:"),
        gettext_lazy("not for a first talk. Ask about the work instead."),
    ),
    Code.VAGUE: (
        gettext_lazy("Too wide:"),
        gettext_lazy("one does not know where to begin. Ask for one day, one decision, one example."),
    ),
    Code.UNKNOWN_LANGUAGE: (
        gettext_lazy("In another language:"),
        gettext_lazy("the coach knows English, Chinese and French, so it cannot judge this one."),
    ),
}


def topic_word(topic: str) -> str:
    return str(TOPICS[Topic(topic)])


def topic_letter(topic: str) -> str:
    """The first letter of the kind, as it stands in front of its row."""
    return topic_word(topic)[:1]


@lru_cache(maxsize=512)
def labels(n: int, _language: str) -> dict[str, str]:
    """What the controls of question `n` are called, in the active language `_language`."""
    words = {
        "grip": _("Move question %(n)s: press space, then the arrow keys"),
        "text": _("Question %(n)s"),
        "kind": _("Kind of question %(n)s"),
        "up": _("Move question %(n)s up"),
        "down": _("Move question %(n)s down"),
        "remove": _("Remove question %(n)s"),
        "notes": _("Notes on question %(n)s"),
        "n": "%(n)s",
    }
    return {name: text % {"n": n} for name, text in words.items()}


def remarks(findings: Iterable[Finding]) -> list[dict[str, str]]:
    """What is wrong with a question: `code`, `label` and `why`."""
    return [
        {"code": one.code, "label": str(FINDINGS[one.code][0]), "why": str(FINDINGS[one.code][1])} for one in findings
    ]


def check_words(one: Checked) -> dict[str, str]:
    """A line of the list of checks: `text`, and `more` where there is more to say."""
    return {"text": _met(one), "more": ""} if one.is_met else {"text": _unmet(one), "more": _more(one)}


def _met(one: Checked) -> str:
    words = {
        Check.FACTS: _("Three facts, each with its source"),
        Check.AIM: _("One goal sentence"),
        Check.SHARED: _("What you share"),
        Check.MIX: _("At least one question of each kind"),
        Check.CLOSED: _("At most one in five closed"),
        Check.JOB: _("None asks for a job"),
        Check.CONFIRMED: _("Confirmed"),
    }
    return words.get(one.check) or ngettext("%(count)s question", "%(count)s questions", one.count) % _figures(one)


def _unmet(one: Checked) -> str:
    topics = _(", ").join(topic_word(topic) for topic in one.topics)
    words = {
        Check.FACTS: _("%(count)s of %(of)s facts with their source") % _figures(one),
        Check.AIM: _("No goal sentence yet"),
        Check.SHARED: _("Nothing yet on what you share"),
        Check.QUESTIONS: _("%(count)s of %(of)s questions") % _figures(one),
        Check.MIX: _("None yet on: %(topics)s") % {"topics": topics},
        Check.CLOSED: _("%(count)s closed, of %(of)s") % _figures(one),
        Check.JOB: ngettext("One asks for a job", "%(count)s ask for a job", one.count) % _figures(one),
    }
    return words.get(one.check) or _("Not confirmed yet")


def _more(one: Checked) -> str:
    return {
        Check.CLOSED: _("at most one in five"),
        Check.CONFIRMED: _("a line 24 to 48 hours before saves a missed meeting"),
    }.get(one.check, "")


def _figures(one: Checked) -> dict[str, int]:
    return {"count": one.count, "of": one.of}


def missing_count(checks: Sequence[Checked]) -> int:
    return sum(not one.is_met for one in checks)


def ready_heading(checks: Sequence[Checked]) -> str:
    """How far one is, for the heading of the checks."""
    left = missing_count([one for one in checks if one.check is not Check.CONFIRMED])
    if not left:
        return _("Ready")
    return _("Nearly ready") if left <= len(checks) // 2 else _("To be prepared")


def repairs(checks: Sequence[Checked]) -> str:
    """The link on a narrow screen that leads down to the checks; empty when nothing is left."""
    left = missing_count(checks)
    words = ngettext("one thing left to prepare", "%(count)s things left to prepare", left)
    return words % {"count": left} if left else ""


def offers_heading(page: PreparePage) -> str:
    """How many are missing to nine."""
    if not page.wanting:
        return _("More, if you like")
    words = ngettext("One more would make nine", "%(count)s more would make nine", page.wanting)
    return words % {"count": page.wanting}


def asked_count(page: PreparePage) -> str:
    return _("%(count)s of at least %(of)s") % {"count": len(page.questions), "of": ENOUGH_QUESTIONS}


def offer_why(question: BankQuestion, asked: Sequence[Asked]) -> str:
    """Why a question of the bank is offered; empty when there is no more reason than that it is a good one."""
    if not any(one.topic is question.topic for one in asked):
        return _("you have none of this kind yet")
    if question.families:
        return str(FAMILIES[min(question.families)])
    return str(AUDIENCES[min(question.audiences)]) if question.audiences else ""


def share_words(share: Share) -> str:
    """A row of the mix, for who cannot see its marks."""
    if not share.count:
        return _("none yet")
    said = npgettext("in the mix", "%(count)s question", "%(count)s questions", share.count) % {"count": share.count}
    weak = ngettext("%(weak)s needs work", "%(weak)s need work", share.weak) % {"weak": share.weak}
    return _("%(questions)s, %(weak)s") % {"questions": said, "weak": weak} if share.weak else said


def lean(mix: Sequence[Share]) -> str:
    """Where the questions lean to; empty when they are spread."""
    most, total = max(mix, key=lambda share: share.count), sum(share.count for share in mix)
    if total < 3 or most.count * 2 <= total:
        return ""
    return _("You lean on %(topic)s, as many people do. One of another kind often opens the longest answer.") % {
        "topic": topic_word(most.topic)
    }


def path_words(stages: Iterable[Stage]) -> str:
    """Their way as far as it is known, one stage a line: Buyer, Cedar Foods, 2016–2021."""
    return "\n".join(line for line in map(_stage_words, stages) if line)


def _stage_words(stage: Stage) -> str:
    what = [part for part in (stage.title, stage.organisation) if part]
    return _(", ").join([*what, years]) if (years := _years(stage)) and what else _(", ").join(what)


def _years(stage: Stage) -> str:
    if stage.since and stage.until:
        return f"{stage.since}–{stage.until}"
    if stage.since:
        return _("since %(year)s") % {"year": stage.since}
    return _("until %(year)s") % {"year": stage.until} if stage.until else ""
