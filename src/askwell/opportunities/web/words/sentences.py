"""What is due, what fits, what was noticed and what was earned, as sentences."""

from datetime import date

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from askwell.opportunities.models import Opportunity
from askwell.opportunities.queries.values import Card
from askwell.opportunities.rules.fit import Code as Fit
from askwell.opportunities.rules.fit import Reason
from askwell.opportunities.rules.flags import IN_FORCE, Flag, Law
from askwell.opportunities.rules.flags import Code as Noticed
from askwell.opportunities.rules.posting import Facts
from askwell.opportunities.rules.stages import Due
from askwell.opportunities.web.words import codes
from askwell.ui.templatetags.ui import day
from askwell.ui.words import spoken_word

DUES: dict[Due, Promise] = {
    Due.CLOSING: gettext_lazy("It closes soon: ask an insider, then apply."),
    Due.CLOSED: gettext_lazy("The last day to apply is over. Ask whether they still look, or let it go."),
    Due.ASK: gettext_lazy("It has rested a week: ask somebody who is there, or let it go."),
    Due.APPLY: gettext_lazy("You asked five days ago: apply, or ask somebody else there."),
    Due.FOLLOW_UP: gettext_lazy("Two weeks without a word: ask once how it stands."),
    Due.THANK: gettext_lazy("Thank them for the job interview, with one thing they said."),
    Due.HOW_IT_STANDS: gettext_lazy("A week since the job interview: ask how it stands."),
    Due.ANSWER: gettext_lazy("The offer waits for your answer."),
    Due.TAKES_PLACE: gettext_lazy("It takes place today or tomorrow: see when it begins, and whom you may meet there."),
}
DUE_TAGS: dict[Due, Promise] = {
    Due.CLOSING: gettext_lazy("closes soon"),
    Due.CLOSED: gettext_lazy("closed"),
    Due.ASK: gettext_lazy("ask someone"),
    Due.APPLY: gettext_lazy("apply"),
    Due.FOLLOW_UP: gettext_lazy("follow up"),
    Due.THANK: gettext_lazy("say thanks"),
    Due.HOW_IT_STANDS: gettext_lazy("ask how it stands"),
    Due.ANSWER: gettext_lazy("answer"),
    Due.TAKES_PLACE: gettext_lazy("takes place"),
}
NOTICED: dict[Noticed, Promise] = {
    Noticed.NO_PAY: gettext_lazy("It names no pay, and no range of pay."),
    Noticed.OPEN_PAY: gettext_lazy("Its range of pay has only one end."),
    Noticed.WIDE_PAY: gettext_lazy("Its range of pay is wider than 50,000 dollars a year."),
    Noticed.CANADIAN_EXPERIENCE: gettext_lazy("It asks for Canadian experience, which a public posting may not do."),
    Noticed.NO_VACANCY_WORDS: gettext_lazy("It does not say whether there is a vacancy now. You can ask."),
    Noticed.SCREENED_BY_AI: gettext_lazy("It says that artificial intelligence screens applications."),
    Noticed.ASKS_MONEY: gettext_lazy("It asks for money. No employer takes money for a job: this may be a fraud."),
    Noticed.ASKS_BANK: gettext_lazy("It asks for bank details before an offer: this may be a fraud."),
    Noticed.ASKS_SIN: gettext_lazy("It asks for your social insurance number before an offer: do not give it."),
}
LAWS: dict[Law, Promise] = {
    Law.ONTARIO: gettext_lazy("Ontario, Employment Standards Act, Part III.1, for employers of 25 people and more"),
    Law.BRITISH_COLUMBIA: gettext_lazy("British Columbia, Pay Transparency Act, section 2"),
    Law.PRINCE_EDWARD_ISLAND: gettext_lazy("Prince Edward Island, Employment Standards Act, section 5.9"),
}
CREDENTIALS: dict[str, Promise] = {
    "bachelor": gettext_lazy("a bachelor’s degree"),
    "master": gettext_lazy("a master’s degree"),
    "diploma": gettext_lazy("a diploma"),
    "cpa": gettext_lazy("the CPA"),
    "p_eng": gettext_lazy("the P.Eng."),
    "licence": gettext_lazy("a driver’s licence"),
    "first_aid": gettext_lazy("a first aid certificate"),
    "foodsafe": gettext_lazy("a food safety certificate"),
    "red_seal": gettext_lazy("the Red Seal"),
    "nurse": gettext_lazy("a nurse’s registration"),
}
STEPS: dict[str, Promise] = {
    "introduced": gettext_lazy("introduced you to %(name)s"),
    "met_through": gettext_lazy("you met through %(name)s"),
    "named": gettext_lazy("named %(name)s in an interview"),
}


def due_words(due: Due | None) -> str:
    return str(DUES[due]) if due else ""


def due_tag(due: Due | None) -> str:
    return str(DUE_TAGS[due]) if due else ""


def flag_words(flag: Flag) -> str:
    return str(NOTICED[flag.code])


def law_words(flag: Flag) -> str:
    """The law and since when; nothing for what no law names."""
    if flag.law is None:
        return ""
    told = {"law": LAWS[flag.law], "day": strip_tags(day(IN_FORCE[flag.law], "full"))}
    return _("%(law)s, in force since %(day)s.") % told


def reason_words(reason: Reason) -> str:
    """A reason for or against, as a sentence."""
    told = {"word": reason.word, "where": reason.where}
    match reason.code:
        case Fit.TERM:
            return _("“%(word)s”: in your story, %(where)s") % told
        case Fit.NO_TERM:
            return _("“%(word)s”: not in your story yet") % told
        case Fit.NEAR:
            return _("%(word)s: in your part of the country") % told
        case Fit.FAR:
            return _("%(word)s: you live in %(where)s") % told
        case Fit.REMOTE:
            return _("From anywhere: it is remote")
        case Fit.LANGUAGE | Fit.NO_LANGUAGE:
            return _language(reason)
    named = {"what": CREDENTIALS[reason.word], "where": reason.where}
    if reason.code is Fit.CREDENTIAL:
        return _("It asks for %(what)s: your story has %(where)s") % named
    return _("It asks for %(what)s, which your story does not name") % named


def _language(reason: Reason) -> str:
    told = {"language": spoken_word(reason.word)}
    if reason.code is Fit.NO_LANGUAGE:
        return _("It asks for %(language)s, which is not among your languages") % told
    return _("It asks for %(language)s, which you speak") % told


def pay_words(row: Opportunity | Facts) -> str:
    """What is paid: 24 to 28 CAD an hour; nothing where that is not known."""
    ends = [number_format(end, decimal_pos=0 if end == int(end) else 2, force_grouping=True) for end in _ends(row)]
    if not ends:
        return ""
    told = {
        "least": ends[0],
        "most": ends[-1],
        "currency": codes.of(codes.CURRENCIES, row.currency) or row.currency,
        "unit": codes.of(codes.UNITS, row.salary_unit),
    }
    words = _("%(least)s to %(most)s %(currency)s %(unit)s") if len(ends) > 1 else _("%(least)s %(currency)s %(unit)s")
    return " ".join((words % told).split())


def _ends(row: Opportunity | Facts) -> list[float]:
    ends = [end for end in (row.salary_min, row.salary_max) if end is not None]
    return ends if len(set(ends)) > 1 else ends[:1]


def since_words(card: Card, today: date) -> str:
    """How long it has stood there."""
    days = (today - card.since).days
    return (
        _("since today")
        if days <= 0
        else _("since yesterday")
        if days == 1
        else _("for %(days)s days") % {"days": days}
    )
