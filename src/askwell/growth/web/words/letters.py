"""The letter in which somebody is asked for a reference, with what is known filled in."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from askwell.growth.queries.values import StepPage
from askwell.growth.rules.references import AFTER
from askwell.growth.web.words.sentences import number

__all__ = ["AFTER", "reference_request"]


def reference_request(page: StepPage) -> str:
    """Where documents begins it; empty where nobody may be asked."""
    who, facts = page.row.who, page.row.facts
    if who is None or not page.asking.may_ask:
        return ""
    hours = ngettext("%(n)s hour", "%(n)s hours", round(page.row.hours)) % {"n": number(page.row.hours)}
    seen = _("my work as a volunteer (%(title)s, %(hours)s)") % {"title": facts.title, "hours": hours}
    did = next((one.did for one in page.log if one.did), "")
    name, call_name = (who.latin, who.call_name)
    if (get_language() or "").startswith("zh") and who.native:
        name = call_name = who.native
    told = {
        "kind": "reference_request", "reader": call_name, "witnessed": seen if page.row.hours else facts.title,
        "remind": did[:300], "recipient": "\n".join(filter(None, (name, who.title, facts.provider))),
    }  # fmt: skip
    return f"{reverse('documents:new_letter')}?{urlencode(told)}"
