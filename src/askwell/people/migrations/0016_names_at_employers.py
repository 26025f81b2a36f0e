"""Of who asked not to be contacted the name at an employer is kept, also where they have an address of their own."""

from typing import Any

from django.db import migrations

from askwell.people.choices import STOPPED_BEFORE
from askwell.people.rules.stopping import NAME, Called, digest_of, kept_signs


def with_employers(apps: Any, schema_editor: Any) -> None:
    """Add them for each stopped person; nothing that is kept already changes."""
    stopped = apps.get_model("people", "StoppedAddress")._base_manager
    asked = apps.get_model("people", "Person")._base_manager.filter(do_not_contact_at__isnull=False)
    for person in asked.exclude(do_not_contact_why=STOPPED_BEFORE):
        first = stopped.filter(workspace=person.workspace_id).order_by("id").first()
        if first is None:
            continue
        called = Called(person.given_name, person.family_name, person.native_name)
        points = list(person.contact_points.values_list("kind", "value"))
        organised = person.roles.filter(organisation__isnull=False)
        employers = list(organised.values_list("organisation__name", flat=True))
        for sign in kept_signs(called, points, employers):
            if sign[0] == NAME:
                stopped.get_or_create(
                    workspace_id=person.workspace_id,
                    digest=digest_of(first.salt, sign),
                    defaults={"salt": first.salt, "stopped_at": person.do_not_contact_at},
                )


class Migration(migrations.Migration):
    dependencies = [("people", "0015_person_contact_allowed")]
    operations = [migrations.RunPython(with_employers, migrations.RunPython.noop)]
