"""Why something could not be read, or was not kept."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "nothing_found": _("Nothing on it reads like an opening. Copy its text and paste it, or write it down by hand."),
    "too_many_bytes": _("That is larger than 20 MB."),
    "too_much_memory": _("It takes more room to read than it is given. Paste only the part about the opening."),
    "too_slow": _("It took too long. Try once more, or copy the text of the page and paste it."),
    "crashed": _("The reading ended without an answer. Paste the text of the page instead."),
    "unexpected": _("Something went wrong that nobody foresaw. Paste the text of the page instead."),
    "forbidden": _("This address lies inside a private network, and is not read from here."),
    "no_server": _("No server answers at this address. Is it written right?"),
    "refused": _("The server does not give this page out. Copy its text and paste it."),
    "no_link": _("That is no web address: it begins with https://."),
    "too_big": _("The page does not end within 20 MB. Copy its text and paste it."),
}
for code in ("wrong_kind", "picture", "binary", "pdf", "document", "archive", "old_excel", "encrypted"):
    REFUSALS[code] = _("It is no text: a picture or a program. Copy the text of the posting and paste it.")
_OTHER = _("It could not be read. Copy the text of the page and paste it, or write it down by hand.")


def refusal(code: str) -> str:
    return str(REFUSALS.get(code, _OTHER))
