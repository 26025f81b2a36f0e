"""On PostgreSQL nobody empties the audit log by TRUNCATE, which no trigger on rows hears of. SQLite has none."""

from django.db import migrations

CLOSED = "the audit log is only added to"
CLOSE = f"""
    CREATE FUNCTION audit_not_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT FROM accounts_auditentry) THEN
            RAISE EXCEPTION '{CLOSED}';
        END IF;
        RETURN NULL;
    END $$;
    CREATE TRIGGER audit_not_emptied BEFORE TRUNCATE ON accounts_auditentry
        FOR EACH STATEMENT EXECUTE FUNCTION audit_not_emptied();
"""
OPEN = "DROP TRIGGER audit_not_emptied ON accounts_auditentry; DROP FUNCTION audit_not_emptied()"


def close(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(CLOSE, params=None)


def open_again(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(OPEN, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_erasures'),
    ]

    operations = [
        migrations.RunPython(close, open_again),
    ]
