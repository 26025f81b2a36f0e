"""What is said of occupations."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from askwell.occupations.choices import Source
from askwell.occupations.queries.search import Hit
from askwell.occupations.rules.interests import Compared

SOURCES: dict[str, Promise] = {
    Source.OWN: _("Askwell’s own set"),
    Source.NOC: _("NOC, Statistics Canada"),
    Source.OASIS: _("OaSIS, Government of Canada"),
    Source.ONET: _("O*NET, U.S. Department of Labor"),
    Source.ESCO: _("ESCO, European Commission"),
    Source.WAGES: _("Job Bank wages, Government of Canada"),
}
EDUCATION: dict[str, Promise] = {
    "none": _("learned on the job"),
    "school": _("secondary school"),
    "certificate": _("a certificate, up to a year"),
    "diploma": _("a college diploma, two to three years"),
    "apprenticeship": _("an apprenticeship with a trade certificate"),
    "degree": _("a university degree"),
    "licence": _("training and a licence of the province or of a college"),
    "zone-1": _("little or no preparation (O*NET job zone 1)"),
    "zone-2": _("some preparation (O*NET job zone 2)"),
    "zone-3": _("medium preparation (O*NET job zone 3)"),
    "zone-4": _("considerable preparation (O*NET job zone 4)"),
    "zone-5": _("extensive preparation (O*NET job zone 5)"),
}
INTERESTS: dict[str, tuple[Promise, Promise]] = {
    "realistic": (_("Hands and tools"), pgettext_lazy("on the hexagon", "Hands")),
    "investigative": (_("Finding out"), pgettext_lazy("on the hexagon", "Finding out")),
    "artistic": (_("Giving form"), pgettext_lazy("on the hexagon", "Form")),
    "social": (_("Being there for people"), pgettext_lazy("on the hexagon", "People")),
    "enterprising": (_("Leading and persuading"), pgettext_lazy("on the hexagon", "Leading")),
    "conventional": (_("Order and accuracy"), pgettext_lazy("on the hexagon", "Order")),
}
VERDICTS: dict[str, Promise] = {
    "alike": _("The work and what you like to do lean the same way."),
    "partly": _("The work and what you like to do agree in part."),
    "unlike": _("The work and what you like to do lean different ways. Ask an insider what a usual day is like."),
}
UNKNOWN = _("You have not said what you like to do yet, so only the work is drawn.")


def why_found(hit: Hit) -> str:
    """Why a search shows it."""
    if not hit.by_other_name:
        return gettext("The title says it.")
    if hit.language == "zh-hans":
        return gettext("In Chinese also called “%(name)s”.") % {"name": hit.matched}
    if hit.language == "fr":
        return gettext("In French also called “%(name)s”.") % {"name": hit.matched}
    return gettext("In English also called “%(name)s”.") % {"name": hit.matched}


def of_interests(compared: Compared) -> list[str]:
    """What both profiles say together, in sentences."""
    if compared.verdict is None:
        return [str(UNKNOWN)]
    said = [str(VERDICTS[compared.verdict])]
    if compared.shared:
        words = gettext("Much of the work, and you said “gladly”: %(what)s.")
        said.append(words % {"what": listed(compared.shared)})
    if compared.disliked:
        words = gettext("Much of the work, and you said “rather not”: %(what)s.")
        said.append(words % {"what": listed(compared.disliked)})
    return said


def listed(kinds: Sequence[str]) -> str:
    return pgettext("list", ", ").join(str(INTERESTS[kind][0]) for kind in kinds)
