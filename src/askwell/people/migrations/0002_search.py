"""The search index: an FTS5 table that triggers keep on SQLite, GIN indexes on PostgreSQL.

Both look at Person's four `search_…` columns, whose tokens `people.actions` writes. A later migration
that lets Django rebuild `people_person` on SQLite drops the triggers with the old table: call
`keep_search` again after it (a test looks for them).
"""

from django.db import migrations, models

COLUMNS = ("search_name", "search_organisation", "search_title", "search_note")
NAMES = ", ".join(COLUMNS)
OLD = ", ".join(f"old.{column}" for column in COLUMNS)
NEW = ", ".join(f"new.{column}" for column in COLUMNS)
ROW = "(SELECT number FROM people_search_row WHERE person_id = {}.id)"
FORGET = f"INSERT INTO people_search(people_search, rowid, {NAMES}) VALUES ('delete', {ROW.format('old')}, {OLD});"

# Prefix lengths count the six letters of the workspace's mark.
SQLITE = [
    "CREATE TABLE people_search_row (number INTEGER PRIMARY KEY AUTOINCREMENT, person_id char(32) NOT NULL UNIQUE)",
    f"CREATE VIRTUAL TABLE people_search USING fts5({NAMES}, content='', prefix='7 8 9',"
    " tokenize='unicode61 remove_diacritics 0')",
    f"""CREATE TRIGGER people_search_added AFTER INSERT ON people_person BEGIN
        INSERT INTO people_search_row(person_id) VALUES (new.id);
        INSERT INTO people_search(rowid, {NAMES}) VALUES (last_insert_rowid(), {NEW});
    END""",
    f"""CREATE TRIGGER people_search_changed AFTER UPDATE OF {NAMES} ON people_person BEGIN
        {FORGET}
        INSERT INTO people_search(rowid, {NAMES}) VALUES ({ROW.format('new')}, {NEW});
    END""",
    f"""CREATE TRIGGER people_search_removed AFTER DELETE ON people_person BEGIN
        {FORGET}
        DELETE FROM people_search_row WHERE person_id = old.id;
    END""",
    "INSERT INTO people_search_row(person_id) SELECT id FROM people_person",
    f"""INSERT INTO people_search(rowid, {NAMES}) SELECT number, {NAMES}
        FROM people_person JOIN people_search_row ON person_id = id""",
]
POSTGRESQL = [
    f"CREATE INDEX people_{column} ON people_person USING gin"
    f" (array_to_tsvector(string_to_array({column}, ' '))) WITH (fastupdate = on)"
    for column in COLUMNS
]
TRIGGERS = ("people_search_added", "people_search_changed", "people_search_removed")


def keep_search(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[vendor]:
        schema_editor.execute(statement, params=None)


def drop_search(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        statements = [f"DROP TRIGGER {name}" for name in TRIGGERS]
        statements += ["DROP TABLE people_search", "DROP TABLE people_search_row"]
    else:
        statements = [f"DROP INDEX people_{column}" for column in COLUMNS]
    for statement in statements:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.RemoveField("person", "search_text"),
        migrations.AddField(
            "person", "search_name", models.TextField(blank=True, default="", help_text="marked tokens, kept by people.actions"), preserve_default=False
        ),
        *[
            migrations.AddField("person", name, models.TextField(blank=True, default=""), preserve_default=False)
            for name in COLUMNS[1:]
        ],
        migrations.AddField(
            "importrow",
            "record",
            models.JSONField(default=dict, help_text="what was understood of it, until it is decided"),
        ),
        migrations.AlterField(
            "organisation", "key", models.CharField(help_text="rules.organisation_key(name)", max_length=200)
        ),
        migrations.AddField(
            "organisation",
            "known",
            models.PositiveIntegerField(default=0, help_text="current roles here, kept by people.actions"),
        ),
        migrations.AddIndex(
            "organisation", models.Index(fields=["workspace", "-known", "name"], name="organisation_by_known")
        ),
        migrations.RunPython(keep_search, drop_search),
    ]
