"""Letters that a programme writes to its own people, in the language that is active."""

from django.utils.translation import gettext as _

from askwell.programmes.models import Programme
from askwell.programmes.rules.letters import Words as Letter
from askwell.programmes.web.words.people import ROLES


def invitation(programme: Programme, role: str, link: str) -> Letter:
    """The letter that asks somebody onto the team."""
    told = {"name": programme.name, "role": ROLES[role], "link": link}  # type: ignore[index] # a MembershipRole
    subject = _("Work with us in %(name)s") % told
    body = _(
        "Hello,\n\nplease join the team of %(name)s on Askwell (%(role)s). This link is for you alone and holds for two"
        " weeks:\n\n%(link)s\n\nThank you!\n%(name)s"
    )
    return Letter(subject, body % told)
