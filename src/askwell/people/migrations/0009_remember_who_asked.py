"""Who asked not to be contacted before hashes were kept gets them now, so that it outlives their erasure."""

import secrets
from typing import Any

from django.db import migrations

from askwell.people.rules.stopping import Called, digest_of, kept_signs


def remember(apps: Any, schema_editor: Any) -> None:
    """One salt a workspace; the signs are those of people.rules.stopping."""
    salts: dict[Any, str] = {}
    stopped = apps.get_model("people", "StoppedAddress")._base_manager
    for person in apps.get_model("people", "Person")._base_manager.filter(do_not_contact_at__isnull=False):
        first = stopped.filter(workspace=person.workspace_id).order_by("id").first()
        salt = salts.setdefault(person.workspace_id, first.salt if first else secrets.token_hex(16))
        for sign in _signs(person):
            stopped.get_or_create(
                workspace_id=person.workspace_id,
                digest=digest_of(salt, sign),
                defaults={"salt": salt, "stopped_at": person.do_not_contact_at},
            )


def _signs(person: Any) -> list[tuple[str, str]]:
    called = Called(person.given_name, person.family_name, person.native_name)
    points = list(person.contact_points.values_list("kind", "value"))
    employers = person.roles.filter(organisation__isnull=False).values_list("organisation__name", flat=True)
    return list(kept_signs(called, points, employers))


class Migration(migrations.Migration):
    dependencies = [("people", "0008_where_addresses_came_from")]
    operations = [migrations.RunPython(remember, migrations.RunPython.noop)]
