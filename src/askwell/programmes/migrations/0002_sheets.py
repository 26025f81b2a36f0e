from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="attendance",
            name="state_before",
            field=models.CharField(default="expected", help_text="for an undo", max_length=10),
        ),
        migrations.AlterField(
            model_name="attendance",
            name="changed_at",
            field=models.DateTimeField(help_text="all of one press share it"),
        ),
        migrations.AddField(
            model_name="outcome",
            name="removed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="participant",
            name="cohort_at",
            field=models.DateTimeField(
                help_text="when they were put into it; all of one press share it", null=True
            ),
        ),
    ]
