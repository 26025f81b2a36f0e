"""What the page says in its own voice when words matter more than the talk. Fixed words, never judged."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from askwell.coach.safety import Concern


@dataclass(frozen=True, slots=True)
class Answer:
    """`help` says where somebody can be reached, a line each."""

    title: str
    text: str
    help: tuple[str, ...] = ()


def said(code: str) -> Answer | None:
    """The answer to a concern of coach.safety; None for any other code."""
    return _ANSWERS[Concern(code)]() if code in set(Concern) else None


def _self_harm() -> Answer:
    text = _(
        "If you, or somebody you worry about, may come to harm, please talk to somebody now. The rehearsal can wait; "
        "what you wrote was not kept."
    )
    elsewhere = _("Elsewhere: findahelpline.com lists lines by country and language.")
    crisis = _("In Canada: call or text 9-8-8, day and night, free, in English and French.")
    return Answer(_("You don’t have to be alone with this"), text, (crisis, elsewhere, _danger()))


def _harassment() -> Answer:
    text = _(
        "Words like these frighten people, so the talk is over. If somebody has hurt you, or anger has become too much "
        "to carry, there are people who listen."
    )
    return Answer(_("Let’s stop here"), text, (_services(), _danger()))


def _distress() -> Answer:
    text = _(
        "Looking for work wears people down, and silence from others says nothing about your worth. Talk to somebody "
        "you trust; the rehearsal can wait."
    )
    crisis = _("If it gets too dark: call or text 9-8-8, day and night, free, in English and French.")
    return Answer(_("That is a lot to carry"), text, (_services(), crisis))


def _insult() -> Answer:
    text = _("In a real talk these words would end it. You can unsay them, and put it another way.")
    return Answer(_("A breath first"), text)


def _services() -> str:
    return _("In Canada: call 2-1-1 for community services near you, free, in many languages.")


def _danger() -> str:
    return _("In danger right now: call 911, or the emergency number where you are.")


_ANSWERS = {
    Concern.SELF_HARM: _self_harm,
    Concern.HARASSMENT: _harassment,
    Concern.DISTRESS: _distress,
    Concern.INSULT: _insult,
}
