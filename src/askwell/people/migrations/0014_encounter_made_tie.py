from typing import Any

from django.db import migrations, models


def first_ones(apps: Any, schema_editor: Any) -> None:
    """Of encounters that were kept before, the first whose event a tie names is what made it."""
    encounters = apps.get_model("people", "Encounter")._base_manager.select_related("event")
    ties = apps.get_model("people", "Tie")._base_manager.filter(kind="met_at_event")
    for tie in ties:
        named = encounters.filter(workspace=tie.workspace_id, person=tie.person_id, event__name=tie.how_met)
        first = named.order_by("met_at", "id").first()
        if first:
            encounters.filter(pk=first.pk).update(made_tie=True)


class Migration(migrations.Migration):
    dependencies = [("people", "0013_import_tries")]
    operations = [
        migrations.AddField(
            "encounter",
            "made_tie",
            models.BooleanField(default=False, help_text="the tie says only this, until somebody says more"),
        ),
        migrations.RunPython(first_ones, migrations.RunPython.noop),
    ]
