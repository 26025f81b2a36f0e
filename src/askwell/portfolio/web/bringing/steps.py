"""Where one is between choosing a file and its being part of the story."""

from django.urls import reverse
from django.utils.translation import gettext as _

from askwell.portfolio.choices import FileState
from askwell.portfolio.models import StoryFile

Step = tuple[str, str, str]


def steps(file: StoryFile) -> list[Step]:
    """For the wizard part: title, address, state."""
    place = {FileState.READY.value: 1, FileState.KEPT.value: 3}.get(file.state, 0)
    named = ((_("Choose a file"), reverse("portfolio:bring")), (_("Look it through"), ""), (_("In your story"), ""))
    return [
        (title, address if n < place else "", "done" if n < place else "now" if n == place else "later")
        for n, (title, address) in enumerate(named)
    ]
