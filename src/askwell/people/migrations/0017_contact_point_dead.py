from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0016_names_at_employers")]
    operations = [
        migrations.AddField(
            model_name="contactpoint",
            name="dead_at",
            field=models.DateTimeField(
                help_text="a letter to it came back for good: nobody is reached there", null=True
            ),
        )
    ]
