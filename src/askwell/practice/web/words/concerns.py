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
    answers = {
        Concern.SELF_HARM: _self_harm, Concern.HARASSMENT: _harassment, Concern.DISTRESS: _distress,
        Concern.INSULT: _insult,
    }  # fmt: skip
    return answers[Concern(code)]() if code in set(Concern) else None


def _self_harm() -> Answer:
    return Answer(
        _("You don’t have to be alone with this"),
        _(
            "If you, or somebody you worry about, may come to harm, please talk to somebody now. The rehearsal "
            "can wait; what you wrote was not kept."
        ),
        (
            _("In Canada: call or text 9-8-8, day and night, free, in English and French."),
            _("Elsewhere: findahelpline.com lists lines by country and language."),
            _("In danger right now: call 911, or the emergency number where you are."),
        ),
    )


def _harassment() -> Answer:
    return Answer(
        _("Let’s stop here"),
        _(
            "Words like these frighten people, so the talk is over. If somebody has hurt you, or anger has "
            "become too much to carry, there are people who listen."
        ),
        (
            _("In Canada: call 2-1-1 for community services near you, free, in many languages."),
            _("In danger right now: call 911, or the emergency number where you are."),
        ),
    )


def _distress() -> Answer:
    return Answer(
        _("That is a lot to carry"),
        _(
            "Looking for work wears people down, and silence from others says nothing about your worth. Talk "
            "to somebody you trust; the rehearsal can wait."
        ),
        (
            _("In Canada: call 2-1-1 for community services near you, free, in many languages."),
            _("If it gets too dark: call or text 9-8-8, day and night, free, in English and French."),
        ),
    )


def _insult() -> Answer:
    return Answer(
        _("A breath first"),
        _("In a real talk these words would end it. You can unsay them, and put it another way."),
    )
