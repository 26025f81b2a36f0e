import askwell.lib.ids
import askwell.practice.choices
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('practice', '0001_initial'),
        ('practice', '0002_situations'),
        ('practice', '0003_job_interviews_and_drills'),
        ('practice', '0004_a_model_may_speak'),
        ('practice', '0005_what_is_unsent_removed_or_rests'),
        ('practice', '0006_recordings_to_write_down'),
    ]

    initial = True

    dependencies = [
        ('accounts', '0001_squashed_0002_goal_date'),
        ('interviews', '0001_squashed_0006_questions_know_their_claim'),
    ]

    operations = [
        migrations.CreateModel(
            name='Rehearsal',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('trade', models.CharField(max_length=60)),
                ('mood', models.CharField(max_length=10)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('language', models.CharField(help_text='en, zh-Hans or fr', max_length=10)),
                ('seed', models.PositiveIntegerField(help_text='makes the same talk come out the same')),
                ('aim', models.CharField(blank=True, help_text='the one thing that is practised, a Lesson', max_length=20)),
                ('began_at', models.DateTimeField()),
                ('spent', models.PositiveIntegerField(default=0, help_text='seconds of the talk until `running_since`')),
                ('running_since', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('version', models.PositiveIntegerField(default=1, help_text='of the talk: the second of two tabs is told')),
                ('asked', models.JSONField(default=list, help_text="ids of the brief's questions that were asked")),
                ('judgement', models.JSONField(default=dict, help_text='what the coach said of it when it ended; see rules.record')),
                ('interview', models.ForeignKey(help_text='whose brief is rehearsed', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='rehearsals', to='interviews.interview')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('unsent', models.TextField(blank=True, help_text='typed and not said yet, when something else was done')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', '-began_at'], name='rehearsal_recent'), models.Index(fields=['workspace', 'interview', '-began_at'], name='rehearsal_of_interview')],
            },
        ),
        migrations.CreateModel(
            name='Utterance',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('speaker', models.CharField(help_text='seeker or insider', max_length=8)),
                ('text', models.TextField()),
                ('at', models.PositiveIntegerField(help_text='seconds into the talk')),
                ('heard', models.CharField(blank=True, help_text='what the insider understood to be asked', max_length=40)),
                ('hook', models.CharField(blank=True, help_text="words of the insider's that are worth asking about", max_length=300)),
                ('named', models.CharField(blank=True, help_text='whom the insider named', max_length=300)),
                ('cooler', models.BooleanField(default=False, help_text='the insider drew back')),
                ('rehearsal', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='utterances', to='practice.rehearsal')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('spoken_by', models.CharField(blank=True, help_text='a SpokenBy; empty: no language model was asked', max_length=8)),
            ],
            options={
                'ordering': ['position'],
                'constraints': [models.UniqueConstraint(fields=('workspace', 'rehearsal', 'position'), name='utterance_once')],
            },
        ),
        migrations.CreateModel(
            name='SituationCard',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('situation', models.CharField(help_text='its id in coach/etiquette', max_length=40)),
                ('state', models.PositiveSmallIntegerField()),
                ('step', models.PositiveSmallIntegerField(null=True)),
                ('stability', models.FloatField(null=True)),
                ('difficulty', models.FloatField(null=True)),
                ('due_at', models.DateTimeField()),
                ('last_at', models.DateTimeField(null=True)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'due_at'], name='situation_card_due')],
                'constraints': [models.UniqueConstraint(fields=('workspace', 'situation'), name='situation_card_once')],
            },
        ),
        migrations.CreateModel(
            name='SituationAnswer',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField(help_text='from 1: two tabs cannot both give the next one')),
                ('chosen', models.PositiveSmallIntegerField()),
                ('right', models.BooleanField()),
                ('guessed', models.BooleanField(default=False)),
                ('answered_at', models.DateTimeField()),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('card', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='practice.situationcard')),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('workspace', 'card', 'number'), name='situation_answer_once')],
            },
        ),
        migrations.CreateModel(
            name='JobInterview',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('trade', models.CharField(blank=True, help_text='of coach/insider; empty: any', max_length=60)),
                ('level', models.CharField(max_length=12)),
                ('language', models.CharField(max_length=10)),
                ('questions', models.JSONField(default=list, help_text='their ids in coach/job_interviews, as they are asked')),
                ('began_at', models.DateTimeField()),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', '-began_at'], name='job_interview_recent')],
            },
        ),
        migrations.CreateModel(
            name='JobAnswer',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('place', models.PositiveSmallIntegerField(help_text='of the question, from 0')),
                ('number', models.PositiveSmallIntegerField(help_text='of the try, from 1: two tabs cannot both give the next one')),
                ('text', models.TextField()),
                ('answered_at', models.DateTimeField()),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('job_interview', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='practice.jobinterview')),
            ],
            options={
                'ordering': ['place', 'number'],
                'constraints': [models.UniqueConstraint(fields=('workspace', 'job_interview', 'place', 'number'), name='job_answer_once')],
            },
        ),
        migrations.CreateModel(
            name='DrillTry',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('exercise', models.CharField(help_text='its id in coach/drills', max_length=40)),
                ('kind', models.CharField(max_length=20)),
                ('text', models.TextField()),
                ('good', models.BooleanField(help_text='the coach found nothing to change')),
                ('tried_at', models.DateTimeField()),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'exercise', '-tried_at'], name='drill_try_of_exercise')],
            },
        ),
        migrations.CreateModel(
            name='ModelEndpoint',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('url', models.TextField(help_text='up to where /chat/completions begins')),
                ('model', models.CharField(help_text='its name at the server', max_length=200)),
                ('sealed_key', models.TextField(blank=True)),
                ('is_on', models.BooleanField(default=False)),
                ('last_trouble', models.CharField(blank=True, help_text='a ChatTrouble; empty: it answered last', max_length=20)),
                ('last_trouble_at', models.DateTimeField(null=True)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('rests_until', models.DateTimeField(help_text='not asked before: it failed, see last_trouble', null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace',), name='model_endpoint_once')],
            },
        ),
        migrations.CreateModel(
            name='Recording',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default=askwell.practice.choices.RecordingState['WAITING'], max_length=8)),
                ('error', models.CharField(blank=True, max_length=20)),
                ('sound', models.BinaryField(default=bytes, help_text='as it came, until it is written down or refused')),
                ('text', models.TextField(blank=True)),
                ('doubtful', models.JSONField(default=list, help_text='words of it that may well be others')),
                ('tries', models.PositiveSmallIntegerField(default=0, help_text='how often a worker began to write it down')),
                ('created_at', models.DateTimeField()),
                ('touched_at', models.DateTimeField(help_text='the last sign of life of the worker')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', '-created_at'], name='recording_recent')],
            },
        ),
    ]
