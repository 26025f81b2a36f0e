"""What the coach and the guard find, said kindly: what it is, why, and what one click would do."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from askwell.coach.drafts import Code, Finding
from askwell.outreach.choices import FindingCode
from askwell.outreach.rules import guard
from askwell.outreach.web.words.basics import day as day_word
from askwell.outreach.web.words.basics import language_word, on_day
from askwell.ui.written import put

TITLES = {
    Code.LENGTH_GOOD: gettext_lazy("Short enough to be read"),
    Code.LONG: gettext_lazy("Getting long"),
    Code.TOO_LONG: gettext_lazy("Too long to be read"),
    Code.PLACEHOLDER_LEFT: gettext_lazy("A gap is still open"),
    Code.WRONG_NAME: gettext_lazy("Is that the right name?"),
    Code.ASKS_FOR_JOB: gettext_lazy("Asks for a job"),
    Code.NO_ASK: gettext_lazy("Nothing is asked"),
    Code.NO_TIME_BOUND: gettext_lazy("Say how short it would be"),
    Code.NO_CONNECTION: gettext_lazy("Why this person?"),
    Code.GENERIC: gettext_lazy("Could go to anyone"),
    Code.NAMES_WHO_SENT_YOU: gettext_lazy("Names who sent you"),
    Code.ONE_ASK_AS_QUESTION: gettext_lazy("One question, easy to answer"),
    Code.FORMULA_OPENING: gettext_lazy("Opens with a formula"),
    Code.ASK_BURIED: gettext_lazy("Your ask comes late"),
    Code.BEGGING: gettext_lazy("You need not plead"),
    Code.ATTACHES_RESUME: gettext_lazy("Leave the resume out"),
    Code.SPAM_WORDS: gettext_lazy("Sounds like advertising"),
    Code.LANGUAGE_MISMATCH: gettext_lazy("Two languages at once"),
    Code.SELF_CENTRED: gettext_lazy("Much about yourself in a row"),
    Code.MORE_ABOUT_YOU: gettext_lazy("More about you than about them"),
}
TEXTS = {
    Code.LENGTH_GOOD: gettext_lazy("It is read to the end on a telephone."),
    Code.LONG: gettext_lazy("From %(limit)s on fewer people read to the question. What could go?"),
    Code.TOO_LONG: gettext_lazy(
        "Past %(limit)s it looks like work. Keep the reason, the question, and how short it is."
    ),
    Code.PLACEHOLDER_LEFT: gettext_lazy("“%(text)s” waits for your own words."),
    Code.WRONG_NAME: gettext_lazy("You wrote “%(text)s”; you are writing to %(expected)s."),
    Code.ASKS_FOR_JOB: gettext_lazy(
        "Few can give one, so most will not answer. Everyone can give advice, and openings follow by themselves."
    ),
    Code.NO_ASK: gettext_lazy("Put one small question: 15 minutes, by phone or video, whenever suits them."),
    Code.NO_TIME_BOUND: gettext_lazy("15 or 20 minutes is easy to say yes to."),
    Code.NO_CONNECTION: gettext_lazy(
        "Say in the first sentence what connects you, or what of theirs you read or heard."
    ),
    Code.GENERIC: gettext_lazy("One thing only they could have done makes it theirs."),
    Code.NAMES_WHO_SENT_YOU: gettext_lazy("In full, as it should be: %(name)s is why they read on."),
    Code.ONE_ASK_AS_QUESTION: gettext_lazy("Readers look for the question first, and find one."),
    Code.FORMULA_OPENING: gettext_lazy("Every third message starts so. Start with what connects you."),
    Code.ASK_BURIED: gettext_lazy("There are %(before)s before it. Readers look for the question first: move it up."),
    Code.BEGGING: gettext_lazy(
        "“%(text)s” makes saying no awkward. You ask for little, and they may like being asked."
    ),
    Code.ATTACHES_RESUME: gettext_lazy("A resume makes it a job application. They can ask for it later."),
    Code.SPAM_WORDS: gettext_lazy("“%(text)s” is what filters and people skip."),
    Code.LANGUAGE_MISMATCH: gettext_lazy("This part is not in the language you chose."),
    Code.SELF_CENTRED: gettext_lazy("%(sentences)s sentences about you in a row. One clause is enough; they can ask."),
    Code.MORE_ABOUT_YOU: gettext_lazy(
        "%(writer)s about you against %(reader)s about them. One clause about yourself is enough."
    ),
}
REWRITES = {
    Code.ASKS_FOR_JOB: gettext_lazy("Ask for advice instead"),
    Code.NO_TIME_BOUND: gettext_lazy("Say 15 minutes"),
    Code.FORMULA_OPENING: gettext_lazy("Leave it out"),
}
PERCEIVED = {
    # what a Chinese writer would like to know of an English reader; shown in Chinese only
    Code.FORMULA_OPENING: gettext_lazy(
        "Greetings first, then yourself, then the request is considerate in Chinese. To an English reader it "
        "feels like circling: by the third sentence they still don’t know what you want."
    ),
    Code.ASK_BURIED: gettext_lazy(
        "Putting the question right after the reason is not impolite in English. It saves the reader time."
    ),
    Code.BEGGING: gettext_lazy("Modest words that are polite in Chinese sound like pressure in English."),
    Code.SELF_CENTRED: gettext_lazy(
        "Introducing yourself fully first is polite in Chinese; in English it reads as a cover letter."
    ),
    Code.MORE_ABOUT_YOU: gettext_lazy("An English reader looks for themselves first: why they, of all people?"),
    Code.ASKS_FOR_JOB: gettext_lazy(
        "Asking a stranger for a job directly puts an English reader on the spot; asking for advice gives them face."
    ),
    Code.NO_TIME_BOUND: gettext_lazy("Naming 15 minutes is not brusque in English. It is considerate."),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A numbered finding, ready to be shown. `severity` is good, warn or stop."""

    number: int
    code: str
    severity: str
    title: str
    text: SafeString
    rewrite: str


def remarks(findings: list[Finding]) -> list[Remark]:
    """What stops first, then what is worth a look, then what is good; the numbers are those of the marks."""
    order = {"stop": 0, "warn": 1, "good": 2}
    ranked = sorted(findings, key=lambda one: (order[one.severity], one.start))
    return [_remark(number, finding) for number, finding in enumerate(ranked, start=1)]


def _remark(number: int, finding: Finding) -> Remark:
    rewrite = str(REWRITES.get(finding.code, _("Change it"))) if finding.rewrite is not None else ""
    return Remark(number, finding.code, finding.severity, str(TITLES[finding.code]), _text(finding), rewrite)


def _text(finding: Finding) -> SafeString:
    facts: dict[str, object] = dict(finding.facts)
    unit = str(facts.get("unit", "words"))
    for key in ("limit", "before", "reader", "writer"):
        if key in facts:
            facts[key] = amount(int(str(facts[key])), unit)
    return put(str(TEXTS[finding.code]), **facts)


def amount(count: int, unit: str) -> str:
    """75 words, 300 characters."""
    if unit == "characters":
        return ngettext("%(count)s character", "%(count)s characters", count) % {"count": count}
    return ngettext("%(count)s word", "%(count)s words", count) % {"count": count}


def heading(findings: list[Finding]) -> str:
    """Three things to try, or that there are none."""
    count = sum(finding.severity != "good" for finding in findings)
    if not count:
        return _("Ready to go")
    return ngettext("One thing to try", "%(count)s things to try", count) % {"count": count}


def hidden_words(count: int) -> str:
    """How many remarks the seeker put aside; empty for none."""
    words = ngettext("Show the one you put aside", "Show the %(count)s you put aside", count)
    return words % {"count": count} if count else ""


def perceived(findings: list[Finding]) -> list[str]:
    """How an English reader takes it, for a writer whose pages are in Chinese."""
    return [str(PERCEIVED[finding.code]) for finding in findings if finding.code in PERCEIVED][:3]


def guard_words(finding: guard.Finding) -> SafeString:
    """What stands against sending, and what to do instead."""
    facts = dict(finding.facts)
    match finding.code:
        case FindingCode.DO_NOT_CONTACT:
            return put(_("This person asked not to be contacted. Nobody here writes to them."))
        case FindingCode.THIRD_UNANSWERED:
            return put(_("Two of your messages are unanswered. A third would close the door for good: let it rest."))
        case FindingCode.NEAR_IDENTICAL:
            text = _(
                "This is nearly what you sent to %(name)s %(day)s. Colleagues show each other their mail: "
                "write this one afresh."
            )
            return put(text, name=facts["name"], day=on_day(facts["sent_at"]))  # type: ignore[arg-type]
        case FindingCode.TOO_SOON:
            asked_at, nudge_on = facts["asked_at"], facts["on"]
            assert isinstance(asked_at, datetime), "the guard's own facts"
            assert isinstance(nudge_on, date), "as above"
            text = _(
                "You wrote to them %(day)s. Sooner than after seven business days a reminder presses. Its day: %(on)s."
            )
            return put(text, day=on_day(asked_at), on=day_word(nudge_on))
        case FindingCode.BURST_EMPLOYER:
            return put(
                _(
                    "It would be the %(count)sth person there today; more than %(limit)s looks like a campaign. "
                    "Tomorrow is early enough."
                ),
                **facts,
            )
    return put(
        _("It would be the %(count)sth message today; after %(limit)s the quality goes. Tomorrow is early enough."),
        **facts,
    )


def language_name(code: str) -> str:
    return language_word(code)
