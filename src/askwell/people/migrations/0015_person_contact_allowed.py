from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0014_encounter_made_tie")]
    operations = [
        migrations.AddField(
            model_name="person",
            name="contact_allowed",
            field=models.JSONField(
                blank=True,
                help_text="digests of others who asked, by which this person is not marked again",
                null=True,
            ),
        )
    ]
