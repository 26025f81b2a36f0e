from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0004_search_phones")]

    operations = [
        migrations.AddIndex("person", models.Index(fields=["workspace", "languages"], name="person_by_languages"))
    ]
