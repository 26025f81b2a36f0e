"""The audit log, and triggers that let nobody change it: rows are added, and deleted once they are two years old."""

import askwell.lib.ids
from django.db import migrations, models


KEPT_DAYS = 730
"""As `rules.KEPT`; a test holds the two together."""
CLOSED = "the audit log is only added to"
SQLITE = {
    "audit_no_update": f"""
        CREATE TRIGGER audit_no_update BEFORE UPDATE ON accounts_auditentry
        BEGIN SELECT RAISE(ABORT, '{CLOSED}'); END""",
    "audit_no_delete": f"""
        CREATE TRIGGER audit_no_delete BEFORE DELETE ON accounts_auditentry
        WHEN OLD.at > datetime('now', '-{KEPT_DAYS} days')
        BEGIN SELECT RAISE(ABORT, '{CLOSED}'); END""",
}
POSTGRESQL = f"""
    CREATE FUNCTION audit_closed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' AND OLD.at <= now() - interval '{KEPT_DAYS} days' THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION '{CLOSED}';
    END $$;
    CREATE TRIGGER audit_closed BEFORE UPDATE OR DELETE ON accounts_auditentry
        FOR EACH ROW EXECUTE FUNCTION audit_closed();
"""


def close(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for statement in SQLITE.values():
            schema_editor.execute(statement, params=None)
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL, params=None)


def open_again(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name in SQLITE:
            schema_editor.execute(f"DROP TRIGGER {name}", params=None)
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "DROP TRIGGER audit_closed ON accounts_auditentry; DROP FUNCTION audit_closed()", params=None
        )


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0003_programmes'),
    ]

    operations = [
        migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('place', models.UUIDField(help_text='a workspace, or a user for what concerns their account alone')),
                ('number', models.PositiveIntegerField(help_text='of this place, without gaps')),
                ('at', models.DateTimeField()),
                ('by', models.UUIDField(help_text='the user who did it; empty where nobody had signed in', null=True)),
                ('whose', models.UUIDField(help_text="whose data it was: a seeker's workspace, or a user", null=True)),
                ('deed', models.CharField(max_length=20)),
                ('facts', models.JSONField(default=dict, help_text='codes')),
                ('before', models.CharField(blank=True, help_text='the digest of the entry before it here', max_length=64)),
                ('digest', models.CharField(max_length=64)),
            ],
            options={
                'indexes': [models.Index(fields=['by', 'at'], name='audit_by'), models.Index(fields=['whose', 'at'], name='audit_whose'), models.Index(fields=['at'], name='audit_at')],
                'constraints': [models.UniqueConstraint(fields=('place', 'number'), name='audit_entry_once')],
            },
        ),
        migrations.RunPython(close, open_again),
    ]
