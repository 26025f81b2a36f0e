"""A switchboard or an employer's page is no longer kept alone of who asked not to be contacted, but with their name.

What is kept of somebody who was erased stays as it is: their name is not known any more.
"""

from typing import Any

from django.db import migrations

from askwell.people.choices import STOPPED_BEFORE
from askwell.people.rules.stopping import Called, asked_signs, digest_of, kept_signs


def with_names(apps: Any, schema_editor: Any) -> None:
    """Each stopped person's own rows anew."""
    stopped = apps.get_model("people", "StoppedAddress")._base_manager
    for person in apps.get_model("people", "Person")._base_manager.filter(do_not_contact_at__isnull=False):
        rows = stopped.filter(workspace=person.workspace_id)
        first = rows.order_by("id").first()
        if first is None:
            continue
        called = Called(person.given_name, person.family_name, person.native_name)
        points = list(person.contact_points.values_list("kind", "value"))
        organised = person.roles.filter(organisation__isnull=False)
        employers = list(organised.values_list("organisation__name", flat=True))
        guessed = person.do_not_contact_why == STOPPED_BEFORE
        signs = kept_signs(called, points, employers, asked_before=guessed)
        kept = {digest_of(first.salt, sign) for sign in signs}
        asked = {digest_of(first.salt, sign) for sign in asked_signs(called, points, employers)}
        rows.filter(digest__in=asked - kept).delete()
        for digest in kept:
            stopped.get_or_create(
                workspace_id=person.workspace_id,
                digest=digest,
                defaults={"salt": first.salt, "stopped_at": person.do_not_contact_at},
            )


class Migration(migrations.Migration):
    dependencies = [("people", "0011_search_by_field")]
    operations = [migrations.RunPython(with_names, migrations.RunPython.noop)]
