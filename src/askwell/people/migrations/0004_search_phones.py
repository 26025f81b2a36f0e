"""Persons kept before telephone numbers were looked up are found by theirs, too."""

from collections import defaultdict

from django.db import migrations

from askwell.people.actions.bulk import update_rows
from askwell.people.rules.index import mark_of, phone_tokens

BATCH = 500


def find_by_phone(apps, schema_editor):
    Person, ContactPoint = apps.get_model("people", "Person"), apps.get_model("people", "ContactPoint")
    numbers = defaultdict(list)
    points = ContactPoint._base_manager.filter(kind="phone").order_by("id")
    for person_id, number in points.values_list("person_id", "value"):
        numbers[person_id].append(number)
    ids = list(numbers)
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        people = Person._base_manager.filter(pk__in=some).values_list("pk", "workspace_id", "search_note")
        rows = [(_with_numbers(note, workspace, numbers[pk]), pk) for pk, workspace, note in people]
        update_rows(Person, ("search_note",), rows)  # the triggers as they were then keep the index


def _with_numbers(note, workspace_id, numbers):
    mark = mark_of(workspace_id)
    return " ".join([*(mark + token for token in phone_tokens(numbers)), *note.split()])


class Migration(migrations.Migration):
    dependencies = [("people", "0003_search_hold")]

    operations = [migrations.RunPython(find_by_phone, migrations.RunPython.noop)]
