import askwell.lib.ids
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('documents', '0001_initial'),
        ('documents', '0002_opportunity'),
    ]

    initial = True

    dependencies = [
        ('accounts', '0001_squashed_0002_goal_date'),
        ('opportunities', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Resume',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('name', models.CharField(max_length=120)),
                ('language', models.CharField(default='en', help_text='en, zh-Hans or fr', max_length=10)),
                ('template', models.CharField(max_length=20)),
                ('paper', models.CharField(default='letter', max_length=10)),
                ('pages', models.PositiveSmallIntegerField(default=1, help_text='the most it may take')),
                ('title', models.CharField(blank=True, help_text='the role it is for', max_length=200)),
                ('employer', models.CharField(blank=True, max_length=200)),
                ('posting', models.TextField(blank=True, help_text='as it was pasted')),
                ('choice', models.JSONField(blank=True, default=dict)),
                ('before', models.JSONField(blank=True, default=list, help_text='earlier choices, the last one first, for an undo')),
                ('editor', models.CharField(blank=True, help_text='the page that saved last may save again', max_length=40)),
                ('version', models.PositiveIntegerField(default=1)),
                ('created_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('opportunity', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='opportunities.opportunity')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', '-changed_at'], name='resume_recent'), models.Index(fields=['workspace', 'opportunity'], name='resume_for_opportunity')],
            },
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('kind', models.CharField(help_text='LetterKind', max_length=20)),
                ('language', models.CharField(default='en', help_text='en, zh-Hans or fr', max_length=10)),
                ('paper', models.CharField(default='letter', max_length=10)),
                ('facts', models.JSONField(blank=True, default=dict)),
                ('date', models.CharField(blank=True, help_text='as it is worded', max_length=60)),
                ('recipient', models.TextField(blank=True, help_text='a line each: who, what they are, where')),
                ('subject', models.CharField(blank=True, max_length=200)),
                ('greeting', models.CharField(blank=True, max_length=200)),
                ('body', models.TextField(blank=True, help_text='paragraphs with an empty line between')),
                ('closing', models.CharField(blank=True, max_length=200)),
                ('editor', models.CharField(blank=True, max_length=40)),
                ('version', models.PositiveIntegerField(default=1)),
                ('created_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('resume', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='letters', to='documents.resume')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', '-changed_at'], name='letter_recent'), models.Index(fields=['workspace', 'resume'], name='letter_of_resume')],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('name', models.CharField(help_text='what it was called then', max_length=300)),
                ('form', models.CharField(help_text='Form', max_length=10)),
                ('content', models.JSONField(help_text='rules.freezing: the whole document')),
                ('layout', models.JSONField(default=dict)),
                ('made_at', models.DateTimeField()),
                ('note', models.CharField(blank=True, max_length=300)),
                ('sent_to', models.CharField(blank=True, max_length=200)),
                ('sent_on', models.DateField(null=True)),
                ('sent_by', models.CharField(blank=True, help_text='Way', max_length=10)),
                ('letter', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='versions', to='documents.letter')),
                ('resume', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='versions', to='documents.resume')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', '-made_at'], name='version_recent'), models.Index(fields=['workspace', 'resume', '-made_at'], name='version_of_resume'), models.Index(fields=['workspace', 'letter', '-made_at'], name='version_of_letter')],
            },
        ),
    ]
