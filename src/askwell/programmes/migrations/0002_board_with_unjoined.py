from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="round",
            name="with_unjoined",
            field=models.BooleanField(default=True, help_text="who has not joined yet takes what the others leave"),
        )
    ]
