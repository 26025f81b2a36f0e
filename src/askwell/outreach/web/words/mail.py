"""What the outbox says: what waits, what went wrong, what to do."""

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from askwell.lib.times import is_night, zone
from askwell.outreach.choices import Purpose
from askwell.outreach.queries.mail.outbox import Leaving
from askwell.outreach.web.words.basics import call_name
from askwell.protocols.mail.servers import Trouble
from askwell.ui import moments

WRONG = {
    Trouble.NO_SERVER: gettext_lazy("Your mail server cannot be found."),
    Trouble.NO_ANSWER: gettext_lazy("Your mail server does not answer."),
    Trouble.NOT_PRIVATE: gettext_lazy("Your mail server offers no private connection."),
    Trouble.FORBIDDEN_HOST: gettext_lazy("Your mail server stands where Askwell may not look."),
    Trouble.NOT_A_MAIL_SERVER: gettext_lazy("What answers there is no mail server."),
    Trouble.LOGIN_REFUSED: gettext_lazy("Your mail server refuses your password."),
    Trouble.NEEDS_APP_LOGIN: gettext_lazy("Your mail provider wants an app password."),
    Trouble.KEY_LOST: gettext_lazy("Your mailbox has to be connected anew."),
    Trouble.REFUSED_NOW: gettext_lazy("The server asks to try again later."),
    Trouble.REFUSED: gettext_lazy("The server refused it."),
    Trouble.TOO_BIG: gettext_lazy("It is too big for the server."),
    Trouble.LOST_AFTER_DATA: gettext_lazy("The connection was lost just as it was handed over."),
    Trouble.HEARD_MEANWHILE: gettext_lazy("They wrote meanwhile. Read that first."),
    Trouble.CAME_BACK: gettext_lazy("What was sent to this address before came back: nobody is reached there."),
    Trouble.NOT_POSSIBLE: gettext_lazy("When its time came, something stood against it."),
    Trouble.GAVE_UP: gettext_lazy("It could not leave for four days, so it was not sent."),
}
PURPOSES = {
    Purpose.LETTER: gettext_lazy("Your message"),
    Purpose.INVITATION: gettext_lazy("An invitation"),
    Purpose.REMINDER: gettext_lazy("A reminder to yourself"),
    Purpose.PROGRAMME: gettext_lazy("Mail of your programme"),
}


def wrong(leaving: Leaving) -> str:
    """Why it has not left; empty while nothing is wrong."""
    return str(WRONG[leaving.trouble]) if leaving.trouble else ""


def purpose_word(leaving: Leaving) -> str:
    return str(PURPOSES[leaving.purpose])


def night_there(leaving: Leaving) -> str:
    """The time on the reader's clock at which a letter leaves, where that is at night; else empty."""
    if not leaving.is_letter or not leaving.zone or not is_night(leaving.due_at, leaving.zone):
        return ""
    return moments.clock(leaving.due_at.astimezone(zone(leaving.zone)), translation.get_language() or "en")


def leaving_title(leaving: Leaving) -> str:
    """To whom, in a heading."""
    if leaving.who is None:
        return purpose_word(leaving)
    return _("To %(name)s") % {"name": call_name(leaving.who)}
