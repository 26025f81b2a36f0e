from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="match",
            name="thanks_ready_at",
            field=models.DateTimeField(help_text="the thank-you could not leave: it is sent by hand", null=True),
        ),
        migrations.AlterField(
            model_name="match",
            name="thanked_at",
            field=models.DateTimeField(help_text="the programme thanked the insider, or they want no mail", null=True),
        ),
    ]
