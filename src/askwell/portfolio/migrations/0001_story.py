import askwell.lib.ids
import askwell.portfolio.choices
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_squashed_0002_goal_date'),
    ]

    operations = [
        migrations.CreateModel(
            name='Chapter',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('language', models.CharField(default='en', max_length=10)),
                ('said', models.JSONField(blank=True, default=dict)),
                ('version', models.PositiveIntegerField(default=0, help_text='goes up with every change: two windows are kept apart')),
                ('kind', models.CharField(default=askwell.portfolio.choices.ChapterKind['WORK'], max_length=20)),
                ('title', models.CharField(blank=True, help_text='the role, degree, certificate, project', max_length=200)),
                ('organisation', models.CharField(blank=True, max_length=200)),
                ('about', models.CharField(blank=True, help_text='what the organisation is: 1,200 employees', max_length=200)),
                ('field', models.CharField(blank=True, help_text='of a degree', max_length=200)),
                ('place', models.CharField(blank=True, max_length=120)),
                ('start', models.CharField(blank=True, max_length=10)),
                ('end', models.CharField(blank=True, max_length=10)),
                ('note', models.CharField(blank=True, help_text='Saturdays; first as a cashier', max_length=300)),
                ('summary', models.TextField(blank=True)),
                ('url', models.CharField(blank=True, max_length=500)),
                ('assessed_as', models.CharField(blank=True, help_text='what a foreign credential is comparable to', max_length=300)),
                ('assessor', models.CharField(blank=True, max_length=200)),
                ('assessed_on', models.DateField(blank=True, null=True)),
                ('valid_until', models.DateField(blank=True, null=True)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'kind'], name='chapter_kind')],
            },
        ),
        migrations.CreateModel(
            name='Accomplishment',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('language', models.CharField(default='en', max_length=10)),
                ('said', models.JSONField(blank=True, default=dict)),
                ('version', models.PositiveIntegerField(default=0, help_text='goes up with every change: two windows are kept apart')),
                ('text', models.TextField()),
                ('situation', models.TextField(blank=True)),
                ('task', models.TextField(blank=True)),
                ('action', models.TextField(blank=True)),
                ('result', models.TextField(blank=True)),
                ('measure', models.JSONField(blank=True, default=dict, help_text='before, after, span: as they were typed')),
                ('source', models.CharField(blank=True, default=askwell.portfolio.choices.Source['NONE'], max_length=10)),
                ('number', models.PositiveSmallIntegerField(default=0, help_text='its place in the chapter')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('chapter', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='accomplishments', to='portfolio.chapter')),
            ],
            options={
                'ordering': ['number', 'id'],
                'indexes': [models.Index(fields=['workspace', 'chapter', 'number'], name='accomplishment_place')],
            },
        ),
        migrations.CreateModel(
            name='Reference',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('language', models.CharField(default='en', max_length=10)),
                ('said', models.JSONField(blank=True, default=dict)),
                ('version', models.PositiveIntegerField(default=0, help_text='goes up with every change: two windows are kept apart')),
                ('name', models.CharField(max_length=120)),
                ('role', models.CharField(blank=True, max_length=200)),
                ('organisation', models.CharField(blank=True, max_length=200)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('attests', models.TextField(blank=True, help_text='what they saw and can say')),
                ('words', models.TextField(blank=True, help_text='what they have written, with their leave')),
                ('asked_on', models.DateField(blank=True, null=True)),
                ('agreed_on', models.DateField(blank=True, null=True)),
                ('declined_on', models.DateField(blank=True, null=True)),
                ('refreshed_on', models.DateField(blank=True, help_text='when they last heard what the seeker is after', null=True)),
                ('chapter', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='references', to='portfolio.chapter')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'chapter'], name='reference_chapter')],
            },
        ),
        migrations.CreateModel(
            name='Reflection',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('kind', models.CharField(help_text='ReflectionKind', max_length=12)),
                ('answers', models.JSONField(default=dict, help_text="by a statement's id; for values the pairs, and what is a must")),
                ('begun_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(null=True)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'kind'], name='reflection_kind')],
            },
        ),
        migrations.CreateModel(
            name='Skill',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('language', models.CharField(default='en', max_length=10)),
                ('said', models.JSONField(blank=True, default=dict)),
                ('version', models.PositiveIntegerField(default=0, help_text='goes up with every change: two windows are kept apart')),
                ('name', models.CharField(max_length=120)),
                ('group', models.CharField(blank=True, help_text='Planning, Tools: a line of the resume', max_length=80)),
                ('level', models.CharField(blank=True, max_length=80)),
                ('number', models.PositiveSmallIntegerField(default=0)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'ordering': ['number', 'id'],
                'indexes': [models.Index(fields=['workspace', 'number'], name='skill_place')],
            },
        ),
        migrations.CreateModel(
            name='Proof',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('accomplishment', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='proofs', to='portfolio.accomplishment')),
                ('chapter', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='proofs', to='portfolio.chapter')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('skill', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='proofs', to='portfolio.skill')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'chapter'], name='proof_chapter'), models.Index(fields=['workspace', 'accomplishment'], name='proof_accomplishment')],
                'constraints': [models.UniqueConstraint(fields=('workspace', 'skill', 'chapter', 'accomplishment'), name='proof_once')],
            },
        ),
        migrations.CreateModel(
            name='SpokenLanguage',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('language', models.CharField(default='en', max_length=10)),
                ('said', models.JSONField(blank=True, default=dict)),
                ('version', models.PositiveIntegerField(default=0, help_text='goes up with every change: two windows are kept apart')),
                ('name', models.CharField(max_length=80)),
                ('level', models.CharField(blank=True, help_text='protocols.resumes.Level', max_length=12)),
                ('listening', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('speaking', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('reading', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('writing', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('tested_on', models.DateField(blank=True, null=True)),
                ('note', models.CharField(blank=True, help_text='at home', max_length=120)),
                ('number', models.PositiveSmallIntegerField(default=0)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'ordering': ['number', 'id'],
                'indexes': [models.Index(fields=['workspace', 'number'], name='spoken_language_place')],
            },
        ),
        migrations.CreateModel(
            name='Story',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('language', models.CharField(default='en', max_length=10)),
                ('said', models.JSONField(blank=True, default=dict)),
                ('version', models.PositiveIntegerField(default=0, help_text='goes up with every change: two windows are kept apart')),
                ('headline', models.CharField(blank=True, max_length=200)),
                ('summary', models.TextField(blank=True)),
                ('region', models.CharField(blank=True, max_length=80)),
                ('country', models.CharField(blank=True, help_text='a code where it is known: CA', max_length=80)),
                ('links', models.JSONField(blank=True, default=list, help_text='addresses on the web: url, network')),
                ('landed', models.CharField(blank=True, help_text='when they came to this country: 2023-03', max_length=10)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace',), name='story_once')],
            },
        ),
        migrations.CreateModel(
            name='StoryFile',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('kind', models.CharField(blank=True, help_text='what it was found to be', max_length=20)),
                ('data', models.BinaryField(default=bytes)),
                ('state', models.CharField(default=askwell.portfolio.choices.FileState['READING'], max_length=10)),
                ('code', models.CharField(blank=True, help_text='why it was refused', max_length=40)),
                ('found', models.JSONField(blank=True, default=dict, help_text='the resume in it, as JSON Resume')),
                ('remarks', models.JSONField(blank=True, default=list, help_text='what was not understood, and where')),
                ('changes', models.JSONField(blank=True, default=dict, help_text='what keeping it made, so that it can be taken back')),
                ('tries', models.PositiveSmallIntegerField(default=0, help_text='how often a worker began it')),
                ('created_at', models.DateTimeField()),
                ('touched_at', models.DateTimeField(help_text='the last sign of life of the worker')),
                ('kept_at', models.DateTimeField(null=True)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'state'], name='story_file_state')],
            },
        ),
    ]
