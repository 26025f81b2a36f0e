"""All tables of people, and their search index: an FTS5 table that triggers keep on SQLite, GIN indexes on PostgreSQL.

Both look at Person's four `search_…` columns, whose tokens `people.actions` writes. On SQLite every indexed token
begins with the letter of its field, so that a search reads its field's postings only. Nothing looks at positions,
so they are not kept (`detail=none`), which pays for prefixes of up to six letters (their lengths count the letter
and the six of the workspace's mark): a longer beginning of a frequent word would be gathered from all its words
before the first person is known.

The triggers rest while `people_search_hold` has a row: many rows are indexed at once. A statement with a trigger on
an FTS5 table makes FTS5 write its pending terms to disk first, so that row by row the 30,000th costs a hundred times
the first.

A later migration that lets Django rebuild `people_person` on SQLite drops the triggers with the old table: make them
again after it.
"""

import askwell.lib.ids
import askwell.people.choices
import django.db.models.deletion
from django.db import migrations, models

COLUMNS = {"search_name": "n", "search_organisation": "o", "search_title": "t", "search_note": "w"}
ROW = "(SELECT number FROM people_search_row WHERE person_id = {}.id)"
WHEN = "WHEN NOT EXISTS (SELECT 1 FROM people_search_hold)"


def words(row):
    """The tokens of a row of people_person, the field's letter put before the mark of each."""
    mark = f"substr({row}.workspace_id, -6)"
    return " || ".join(
        f"replace(' ' || {row}.{column}, ' ' || {mark}, ' {letter}' || {mark})" for column, letter in COLUMNS.items()
    )


FORGET = f"""INSERT INTO people_search(people_search, rowid, words)
    VALUES ('delete', {ROW.format('old')}, {words('old')});"""
SQLITE = [
    "CREATE TABLE people_search_row (number INTEGER PRIMARY KEY AUTOINCREMENT, person_id char(32) NOT NULL UNIQUE)",
    "CREATE TABLE people_search_hold (held integer NOT NULL)",
    """CREATE VIRTUAL TABLE people_search USING fts5(words, content='', detail=none, prefix='8 9 10 11 12 13',
    tokenize='ascii')""",
    f"""CREATE TRIGGER people_search_added AFTER INSERT ON people_person {WHEN} BEGIN
        INSERT INTO people_search_row(person_id) VALUES (new.id);
        INSERT INTO people_search(rowid, words) VALUES (last_insert_rowid(), {words('new')});
    END""",
    f"""CREATE TRIGGER people_search_changed AFTER UPDATE OF {', '.join(COLUMNS)} ON people_person {WHEN} BEGIN
        {FORGET}
        INSERT INTO people_search(rowid, words) VALUES ({ROW.format('new')}, {words('new')});
    END""",
    f"""CREATE TRIGGER people_search_removed AFTER DELETE ON people_person BEGIN
        {FORGET}
        DELETE FROM people_search_row WHERE person_id = old.id;
    END""",
]
POSTGRESQL = [
    f"CREATE INDEX people_{column} ON people_person USING gin"
    f" (array_to_tsvector(string_to_array({column}, ' '))) WITH (fastupdate = on)"
    for column in COLUMNS
]


def keep_search(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def drop_search(apps, schema_editor):
    """What goes not with the table of persons."""
    if schema_editor.connection.vendor == "sqlite":
        for table in ("people_search", "people_search_row", "people_search_hold"):
            schema_editor.execute(f"DROP TABLE {table}", params=None)


class Migration(migrations.Migration):

    replaces = [
        ('people', '0001_initial'),
        ('people', '0002_search'),
        ('people', '0003_search_hold'),
        ('people', '0004_search_phones'),
        ('people', '0005_person_by_languages'),
        ('people', '0006_colleagues'),
        ('people', '0007_duplicates_cards_events'),
        ('people', '0008_where_addresses_came_from'),
        ('people', '0009_remember_who_asked'),
        ('people', '0010_what_cards_and_events_undo'),
        ('people', '0011_search_by_field'),
        ('people', '0012_shared_addresses_need_a_name'),
        ('people', '0013_import_tries'),
        ('people', '0014_encounter_made_tie'),
        ('people', '0015_person_contact_allowed'),
        ('people', '0016_names_at_employers'),
        ('people', '0017_contact_point_dead'),
    ]

    initial = True

    dependencies = [
        ('accounts', '0001_squashed_0002_goal_date'),
    ]

    operations = [
        migrations.CreateModel(
            name='Import',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default=askwell.people.choices.ImportState['READING'], max_length=20)),
                ('filename', models.CharField(max_length=255)),
                ('source', models.CharField(blank=True, max_length=20)),
                ('digest', models.CharField(blank=True, help_text='SHA-256 of the file', max_length=64)),
                ('data', models.BinaryField(default=b'')),
                ('layout', models.JSONField(default=dict)),
                ('options', models.JSONField(default=dict)),
                ('counts', models.JSONField(default=dict)),
                ('error', models.JSONField(default=dict, help_text='code and detail of why the file was refused, or what failed')),
                ('total', models.PositiveIntegerField(default=0)),
                ('progress', models.PositiveIntegerField(default=0, help_text='records read or written so far')),
                ('created_at', models.DateTimeField()),
                ('touched_at', models.DateTimeField(help_text='the last sign of life of the worker')),
                ('finished_at', models.DateTimeField(null=True)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('tries', models.PositiveSmallIntegerField(default=0, help_text='how often a worker began since anything was written')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', '-created_at'], name='import_recent')],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('key', models.CharField(help_text='rules.organisation_key(name)', max_length=200)),
                ('source_import', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.import')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('known', models.PositiveIntegerField(default=0, help_text='current roles here, kept by people.actions')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', '-known', 'name'], name='organisation_by_known')],
                'constraints': [models.UniqueConstraint(fields=('workspace', 'key'), name='organisation_once')],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('given_name', models.CharField(blank=True, max_length=120)),
                ('family_name', models.CharField(blank=True, max_length=120)),
                ('native_name', models.CharField(blank=True, help_text='as written in Chinese characters', max_length=60)),
                ('reading', models.CharField(blank=True, help_text='pinyin of the native name, family first', max_length=120)),
                ('nickname', models.CharField(blank=True, max_length=60)),
                ('credentials', models.CharField(blank=True, max_length=120)),
                ('sort_key', models.CharField(blank=True, max_length=200)),
                ('languages', models.CharField(blank=True, help_text='codes, space separated: en zh yue fr', max_length=60)),
                ('place', models.CharField(blank=True, max_length=120)),
                ('region', models.CharField(blank=True, help_text='for business days: CA-BC, CN, …', max_length=10)),
                ('time_zone', models.CharField(blank=True, max_length=64)),
                ('keeps_lunar_new_year', models.BooleanField(default=False)),
                ('known_since', models.DateField(blank=True, null=True)),
                ('obtained', models.CharField(default=askwell.people.choices.Obtained['BY_HAND'], max_length=20)),
                ('obtained_on', models.DateField(blank=True, null=True)),
                ('source_row', models.PositiveIntegerField(null=True)),
                ('do_not_contact_at', models.DateTimeField(blank=True, null=True)),
                ('do_not_contact_why', models.CharField(blank=True, max_length=200)),
                ('archived_at', models.DateTimeField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1, help_text='so that the second of two editors is told')),
                ('created_at', models.DateTimeField()),
                ('updated_at', models.DateTimeField()),
                ('source_import', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='persons', to='people.import')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('search_name', models.TextField(blank=True, help_text='marked tokens, kept by people.actions')),
                ('search_organisation', models.TextField(blank=True)),
                ('search_title', models.TextField(blank=True)),
                ('search_note', models.TextField(blank=True)),
                ('contact_allowed', models.JSONField(blank=True, help_text='digests of others who asked, by which this person is not marked again', null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'archived_at', 'sort_key', 'id'], name='person_by_name'), models.Index(fields=['workspace', '-known_since'], name='person_by_known_since'), models.Index(fields=['workspace', 'languages'], name='person_by_languages')],
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('text', models.TextField()),
                ('written_at', models.DateTimeField()),
                ('source_import', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.import')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='people.person')),
            ],
            options={
                'ordering': ['-written_at', '-id'],
                'indexes': [models.Index(fields=['workspace', 'person', '-written_at'], name='note_of_person')],
            },
        ),
        migrations.CreateModel(
            name='Introduction',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('note', models.CharField(blank=True, max_length=300)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('introduced', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='introductions_received', to='people.person')),
                ('introducer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='introductions_made', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace', 'introducer', 'introduced'), name='introduction_once')],
            },
        ),
        migrations.CreateModel(
            name='ImportRow',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField(help_text='record number in the file, from 1')),
                ('line', models.PositiveIntegerField(default=0)),
                ('outcome', models.CharField(max_length=10)),
                ('reason', models.CharField(blank=True, max_length=40)),
                ('facts', models.JSONField(default=dict, help_text="what the reason's words need")),
                ('raw', models.JSONField(default=list, help_text="the record's cells as they stood in the file")),
                ('decision', models.CharField(blank=True, default=askwell.people.choices.Decision['OPEN'], max_length=10)),
                ('changes', models.JSONField(default=dict, help_text='field: [before, after], for undoing')),
                ('source_import', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='people.import')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='import_rows', to='people.person')),
                ('rival', models.ForeignKey(help_text='the likely same person', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                ('record', models.JSONField(default=dict, help_text='what was understood of it, until it is decided')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace', 'source_import', 'number'), name='import_row_once')],
            },
        ),
        migrations.CreateModel(
            name='ContactPoint',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(default=askwell.people.choices.ContactKind['EMAIL'], max_length=10)),
                ('value', models.CharField(max_length=320)),
                ('key', models.CharField(help_text='what makes two of them the same', max_length=320)),
                ('obtained', models.CharField(default=askwell.people.choices.Obtained['BY_HAND'], max_length=20)),
                ('obtained_on', models.DateField(null=True)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('source_import', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='contact_points', to='people.import')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contact_points', to='people.person')),
                ('obtained_from', models.CharField(blank=True, help_text='a person, or what it was read in', max_length=120)),
                ('dead_at', models.DateTimeField(help_text='a letter to it came back for good: nobody is reached there', null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace', 'kind', 'key', 'person'), name='contact_point_once')],
            },
        ),
        migrations.CreateModel(
            name='Role',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(blank=True, max_length=200)),
                ('started_on', models.DateField(blank=True, null=True)),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('is_current', models.BooleanField(default=True)),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='roles', to='people.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='roles', to='people.person')),
                ('source_import', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='roles', to='people.import')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'organisation', 'is_current', 'person'], name='role_at_organisation')],
            },
        ),
        migrations.CreateModel(
            name='Tag',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=60)),
                ('key', models.CharField(max_length=60)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace', 'key'), name='tag_once')],
            },
        ),
        migrations.CreateModel(
            name='PersonTag',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='person_tags', to='people.person')),
                ('source_import', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.import')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='person_tags', to='people.tag')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace', 'tag', 'person'), name='person_tag_once')],
            },
        ),
        migrations.CreateModel(
            name='Tie',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(default=askwell.people.choices.TieKind['NONE'], max_length=20)),
                ('strength', models.PositiveSmallIntegerField(default=askwell.people.choices.Strength['SLIGHT'])),
                ('how_met', models.CharField(blank=True, max_length=200)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ties', to='people.person')),
                ('source_import', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ties', to='people.import')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'kind', 'strength'], name='tie_by_kind')],
                'constraints': [models.UniqueConstraint(fields=('workspace', 'person', 'kind'), name='tie_once')],
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('held_on', models.DateField()),
                ('place', models.CharField(blank=True, max_length=200)),
                ('link', models.CharField(blank=True, max_length=500)),
                ('note', models.TextField(blank=True)),
                ('created_at', models.DateTimeField()),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('removed_at', models.DateTimeField(help_text='off the list; it can be brought back', null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', '-held_on'], name='event_by_day')],
            },
        ),
        migrations.CreateModel(
            name='Encounter',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('met_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='encounters', to='people.person')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='encounters', to='people.event')),
                ('made_tie', models.BooleanField(default=False, help_text='the tie says only this, until somebody says more')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'person'], name='encounter_with')],
                'constraints': [models.UniqueConstraint(fields=('workspace', 'event', 'person'), name='encounter_once')],
            },
        ),
        migrations.CreateModel(
            name='CardScan',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default=askwell.people.choices.ScanState['READING'], max_length=10)),
                ('error', models.CharField(blank=True, max_length=40)),
                ('batch', models.UUIDField(help_text='shared by cards that came together')),
                ('position', models.PositiveSmallIntegerField(default=1, help_text='among them, from 1')),
                ('filename', models.CharField(blank=True, max_length=255)),
                ('fields', models.JSONField(default=dict, help_text='what was read, to confirm')),
                ('lines', models.JSONField(default=list, help_text='where it was printed')),
                ('tries', models.PositiveSmallIntegerField(default=0, help_text='how often a worker began to read it')),
                ('created_at', models.DateTimeField()),
                ('touched_at', models.DateTimeField(help_text='the last sign of life of the worker')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='card_scans', to='people.person')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('event', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='card_scans', to='people.event')),
                ('changes', models.JSONField(default=dict, help_text='what keeping it changed, for undoing')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'state', '-created_at'], name='card_scan_by_state'), models.Index(fields=['workspace', 'person'], name='card_scan_of_person')],
            },
        ),
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('gone_id', models.UUIDField(help_text='the id of the one who became part of `person`')),
                ('gone', models.JSONField(help_text="that person's own row, as Django serialises it")),
                ('moved', models.JSONField(default=dict, help_text='app.Model.field: ids of the rows that were moved')),
                ('held', models.JSONField(default=list, help_text='rows that could not stand twice, as Django serialises them')),
                ('filled', models.JSONField(default=dict, help_text='field: [before, after] of the gaps that were filled')),
                ('by_itself', models.BooleanField(default=False, help_text='sure enough to be made without asking')),
                ('reasons', models.JSONField(default=list, help_text='as in Pair')),
                ('merged_at', models.DateTimeField()),
                ('person', models.ForeignKey(help_text='who both are now', on_delete=django.db.models.deletion.CASCADE, related_name='merges', to='people.person')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'person'], name='merge_into'), models.Index(fields=['workspace', '-merged_at'], name='merge_recent')],
                'constraints': [models.UniqueConstraint(fields=('workspace', 'gone_id'), name='merge_once')],
            },
        ),
        migrations.CreateModel(
            name='Pair',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('weight', models.FloatField(default=0, help_text='bits of odds that they are one, as they were found')),
                ('reasons', models.JSONField(default=list, help_text='[code, value, value, bits] each, the weightiest first')),
                ('decision', models.CharField(blank=True, default=askwell.people.choices.Decision['OPEN'], max_length=10)),
                ('found_at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(null=True)),
                ('one', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pairs', to='people.person')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pairs_as_other', to='people.person')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'decision', '-weight'], name='pair_waiting')],
                'constraints': [models.UniqueConstraint(fields=('workspace', 'one', 'other'), name='pair_once')],
            },
        ),
        migrations.CreateModel(
            name='PairSearch',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default=askwell.people.choices.SearchState['WAITING'], max_length=10)),
                ('total', models.PositiveIntegerField(default=0, help_text='persons to compare')),
                ('progress', models.PositiveIntegerField(default=0)),
                ('merged', models.PositiveIntegerField(default=0, help_text='sure ones, made one without asking')),
                ('likely', models.PositiveIntegerField(default=0, help_text='pairs that wait for an answer since')),
                ('asked_at', models.DateTimeField()),
                ('touched_at', models.DateTimeField(help_text='the last sign of life of the worker')),
                ('finished_at', models.DateTimeField(null=True)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace',), name='pair_search_once')],
            },
        ),
        migrations.CreateModel(
            name='StoppedAddress',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('salt', models.CharField(max_length=64)),
                ('digest', models.CharField(help_text='SHA-256 of salt, kind and key', max_length=64)),
                ('stopped_at', models.DateTimeField()),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace', 'digest'), name='stopped_address_once')],
            },
        ),
        migrations.CreateModel(
            name='CardPicture',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('side', models.PositiveSmallIntegerField(default=0, help_text='0 the front, 1 the back')),
                ('data', models.BinaryField()),
                ('width', models.PositiveIntegerField(default=0, help_text='0 until it is read')),
                ('height', models.PositiveIntegerField(default=0)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('scan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pictures', to='people.cardscan')),
                ('turn', models.PositiveSmallIntegerField(default=0, help_text='degrees clockwise, before it is read the next time')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace', 'scan', 'side'), name='card_picture_once')],
            },
        ),
        migrations.RunPython(keep_search, drop_search),
    ]
