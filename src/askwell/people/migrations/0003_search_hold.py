"""On SQLite the search triggers rest while `people_search_hold` has a row: many rows are indexed at once.

A statement with a trigger on an FTS5 table makes FTS5 write its pending terms to disk first, so that row by
row the 30,000th costs a hundred times the first.
"""

from importlib import import_module

from django.db import migrations

before = import_module("askwell.people.migrations.0002_search")
EVENTS = (" AFTER INSERT ON people_person BEGIN", f" AFTER UPDATE OF {before.NAMES} ON people_person BEGIN")
WHEN = " WHEN NOT EXISTS (SELECT 1 FROM people_search_hold) BEGIN"


def with_hold(apps, schema_editor):
    if schema_editor.connection.vendor != "sqlite":
        return
    schema_editor.execute("CREATE TABLE people_search_hold (held integer NOT NULL)", params=None)
    for name in before.TRIGGERS[:2]:
        statement = next(text for text in before.SQLITE if f"CREATE TRIGGER {name}" in text)
        schema_editor.execute(f"DROP TRIGGER {name}", params=None)
        for event in EVENTS:
            statement = statement.replace(event, event.removesuffix(" BEGIN") + WHEN)
        schema_editor.execute(statement, params=None)


def without_hold(apps, schema_editor):
    if schema_editor.connection.vendor != "sqlite":
        return
    for name in before.TRIGGERS[:2]:
        schema_editor.execute(f"DROP TRIGGER {name}", params=None)
        statement = next(text for text in before.SQLITE if f"CREATE TRIGGER {name}" in text)
        schema_editor.execute(statement, params=None)
    schema_editor.execute("DROP TABLE people_search_hold", params=None)


class Migration(migrations.Migration):
    dependencies = [("people", "0002_search")]

    operations = [migrations.RunPython(with_hold, without_hold)]
