"""What the coach of first messages minds in a letter to somebody whom one does not know."""

from django.utils.translation import gettext_lazy as _

from askwell.coach.drafts import Code

SAID = {
    Code.LONG: _("It is long for somebody who does not know you."),
    Code.TOO_LONG: _("It is too long for somebody who does not know you."),
    Code.ASKS_FOR_JOB: _("It asks for a job. Ask for advice: a stranger can give that."),
    Code.NO_ASK: _("It asks nothing. One question is enough."),
    Code.NO_TIME_BOUND: _("It does not say how little time it takes."),
    Code.NO_CONNECTION: _("It does not say why you write to them, of all people."),
    Code.GENERIC: _("It could go to anybody. Name one thing about them."),
    Code.BEGGING: _("It begs. You ask a colleague-to-be."),
    Code.SELF_CENTRED: _("It speaks of you for long. Say more about them."),
    Code.LANGUAGE_MISMATCH: _("It is not in the language that you chose."),
}


def worded(code: Code) -> str:
    """Empty for what is no matter in a letter."""
    return str(SAID.get(code, ""))
