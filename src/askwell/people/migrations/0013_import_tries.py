from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0012_shared_addresses_need_a_name")]
    operations = [
        migrations.AddField(
            "import",
            "tries",
            models.PositiveSmallIntegerField(
                default=0, help_text="how often a worker began since anything was written"
            ),
        ),
        migrations.AlterField(
            "import",
            "error",
            models.JSONField(default=dict, help_text="code and detail of why the file was refused, or what failed"),
        ),
    ]
