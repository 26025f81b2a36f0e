"""Names and rows of people as pages show them."""

from uuid import UUID

from django.http import Http404
from django.utils.translation import get_language

from askwell.accounts.models import Workspace
from askwell.lib.names import display_name, latin_name
from askwell.people.models import Person
from askwell.people.queries import PersonCard, person_card


def shown_name(person: Person) -> str:
    """One line that names a person in the viewer's language."""
    names = (person.given_name, person.family_name, person.native_name)
    return display_name(*names, language=get_language() or "en")


def latin_of(person: Person) -> str:
    """The Latin name of a person, in the order of `lib.names.latin_name`."""
    return latin_name(person.given_name, person.family_name, person.native_name)


def card_or_404(workspace: Workspace, person_id: UUID) -> PersonCard:
    try:
        return person_card(workspace, person_id)
    except Person.DoesNotExist:
        raise Http404 from None
