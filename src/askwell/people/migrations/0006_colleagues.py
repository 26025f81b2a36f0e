from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0005_person_by_languages")]

    operations = [
        migrations.RemoveIndex("role", "role_at_organisation"),
        migrations.AddIndex(
            "role",
            models.Index(fields=["workspace", "organisation", "is_current", "person"], name="role_at_organisation"),
        ),
    ]
