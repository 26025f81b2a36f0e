"""On SQLite every indexed token begins with the letter of its field, so that a search reads its field's postings only.

With columns, one list of postings held all fields': a search for a title went through everybody whose note has
that word. Without columns nothing looks at positions any more, so they are not kept (`detail=none`), which pays
for prefixes of up to six letters: a longer beginning of a frequent word would be gathered from all its words
before the first person is known. PostgreSQL has an index for each field and needs no change.
"""

from importlib import import_module

from django.db import migrations

first = import_module("askwell.people.migrations.0002_search")
hold = import_module("askwell.people.migrations.0003_search_hold")

LETTERS = {"search_name": "n", "search_organisation": "o", "search_title": "t", "search_note": "w"}
TABLE = """CREATE VIRTUAL TABLE people_search USING fts5(words, content='', detail=none, prefix='8 9 10 11 12 13',
    tokenize='ascii')"""
WHEN = "WHEN NOT EXISTS (SELECT 1 FROM people_search_hold)"


def words(row):
    """The tokens of a row of people_person, the field's letter put before the mark of each."""
    mark = f"substr({row}.workspace_id, -6)"
    return " || ".join(
        f"replace(' ' || {row}.{column}, ' ' || {mark}, ' {letter}' || {mark})" for column, letter in LETTERS.items()
    )


FORGET = f"""INSERT INTO people_search(people_search, rowid, words)
    VALUES ('delete', {first.ROW.format('old')}, {words('old')});"""
TRIGGERS = [
    f"""CREATE TRIGGER people_search_added AFTER INSERT ON people_person {WHEN} BEGIN
        INSERT INTO people_search_row(person_id) VALUES (new.id);
        INSERT INTO people_search(rowid, words) VALUES (last_insert_rowid(), {words('new')});
    END""",
    f"""CREATE TRIGGER people_search_changed AFTER UPDATE OF {first.NAMES} ON people_person {WHEN} BEGIN
        {FORGET}
        INSERT INTO people_search(rowid, words) VALUES ({first.ROW.format('new')}, {words('new')});
    END""",
    f"""CREATE TRIGGER people_search_removed AFTER DELETE ON people_person BEGIN
        {FORGET}
        DELETE FROM people_search_row WHERE person_id = old.id;
    END""",
]
FILL = f"""INSERT INTO people_search(rowid, words) SELECT number, {words('people_person')}
    FROM people_search_row JOIN people_person ON id = person_id ORDER BY number"""


def by_field(apps, schema_editor):
    _replace(schema_editor, [TABLE, *TRIGGERS, FILL])


def by_column(apps, schema_editor):
    table, fill = first.SQLITE[1], first.SQLITE[-1]
    _replace(schema_editor, [table, *first.SQLITE[2:5], fill])
    for name in first.TRIGGERS[:2]:
        schema_editor.execute(f"DROP TRIGGER {name}", params=None)
        statement = next(text for text in first.SQLITE if f"CREATE TRIGGER {name}" in text)
        for event in hold.EVENTS:
            statement = statement.replace(event, event.removesuffix(" BEGIN") + hold.WHEN)
        schema_editor.execute(statement, params=None)


def _replace(schema_editor, statements):
    if schema_editor.connection.vendor != "sqlite":
        return
    drop = [*(f"DROP TRIGGER {name}" for name in first.TRIGGERS), "DROP TABLE people_search"]
    for statement in [*drop, *statements]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("people", "0010_what_cards_and_events_undo")]

    operations = [migrations.RunPython(by_field, by_column)]
