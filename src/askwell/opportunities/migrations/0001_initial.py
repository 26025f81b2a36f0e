import askwell.lib.ids
import askwell.opportunities.choices
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_squashed_0002_goal_date'),
        ('interviews', '0001_squashed_0006_questions_know_their_claim'),
        ('people', '0001_squashed_0017_contact_point_dead'),
    ]

    operations = [
        migrations.CreateModel(
            name='Feed',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('address', models.CharField(max_length=2000)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('source', models.CharField(default=askwell.opportunities.choices.Source['BOARD'], help_text='what is found there counts as', max_length=14)),
                ('due_at', models.DateTimeField(help_text='when it is read next')),
                ('read_at', models.DateTimeField(help_text='when it was last read', null=True)),
                ('fails', models.PositiveSmallIntegerField(default=0, help_text='tries in a row that came to nothing')),
                ('trouble', models.CharField(blank=True, help_text='why the last one did', max_length=40)),
                ('seen', models.JSONField(blank=True, default=list, help_text='keys of what was offered already, the last ones')),
                ('created_at', models.DateTimeField()),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', '-created_at'], name='feed_recent')],
            },
        ),
        migrations.CreateModel(
            name='Intake',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('brought', models.CharField(default=askwell.opportunities.choices.Brought['PASTED'], max_length=10)),
                ('name', models.CharField(blank=True, help_text="of the file, or the page's title", max_length=200)),
                ('address', models.CharField(blank=True, max_length=2000)),
                ('data', models.BinaryField(default=bytes)),
                ('state', models.CharField(default=askwell.opportunities.choices.IntakeState['READING'], max_length=10)),
                ('code', models.CharField(blank=True, help_text='why it was refused', max_length=40)),
                ('found', models.JSONField(blank=True, default=list, help_text='postings as they were read')),
                ('remarks', models.JSONField(blank=True, default=list, help_text='what was not understood')),
                ('kept', models.JSONField(blank=True, default=list, help_text='ids of what keeping it made')),
                ('tries', models.PositiveSmallIntegerField(default=0, help_text='how often a worker began it')),
                ('created_at', models.DateTimeField()),
                ('touched_at', models.DateTimeField(help_text='the last sign of life of the worker')),
                ('feed', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='intakes', to='opportunities.feed')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'state', '-created_at'], name='intake_state')],
            },
        ),
        migrations.CreateModel(
            name='Opportunity',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('kind', models.CharField(default=askwell.opportunities.choices.Kind['JOB'], max_length=10)),
                ('title', models.CharField(max_length=200)),
                ('organisation_name', models.CharField(blank=True, max_length=200)),
                ('location', models.CharField(blank=True, max_length=200)),
                ('remote', models.BooleanField(default=False)),
                ('employment_type', models.CharField(blank=True, max_length=12)),
                ('posted', models.DateField(null=True)),
                ('closes', models.DateField(null=True)),
                ('salary_min', models.FloatField(null=True)),
                ('salary_max', models.FloatField(null=True)),
                ('salary_unit', models.CharField(blank=True, help_text='hour, year or empty', max_length=8)),
                ('currency', models.CharField(blank=True, max_length=8)),
                ('url', models.CharField(blank=True, max_length=2000)),
                ('start', models.CharField(blank=True, help_text='a moment in UTC or a day, ISO 8601', max_length=40)),
                ('end', models.CharField(blank=True, max_length=40)),
                ('price', models.FloatField(null=True)),
                ('status', models.CharField(blank=True, help_text='of an event: scheduled, rescheduled, cancelled', max_length=12)),
                ('text', models.TextField(blank=True)),
                ('source', models.CharField(default=askwell.opportunities.choices.Source['OWN'], max_length=14)),
                ('found_on', models.DateField()),
                ('key', models.CharField(blank=True, help_text='rules.same: what makes two of them one', max_length=64)),
                ('url_key', models.CharField(blank=True, max_length=64)),
                ('created_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('lead', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='opportunities', to='interviews.lead')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.organisation')),
                ('same_as', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='sightings', to='opportunities.opportunity')),
                ('told_by', models.ForeignKey(help_text='who mentioned it', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'same_as', '-created_at'], name='opportunity_recent'), models.Index(fields=['workspace', 'key'], name='opportunity_by_key'), models.Index(fields=['workspace', 'url_key'], name='opportunity_by_url'), models.Index(fields=['workspace', 'lead'], name='opportunity_of_lead')],
            },
        ),
        migrations.CreateModel(
            name='OwnStage',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=60)),
                ('key', models.CharField(help_text='folded name', max_length=60)),
                ('within', models.CharField(default=askwell.opportunities.choices.Stage['JOB_INTERVIEW'], max_length=14)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace', 'key'), name='own_stage_once')],
            },
        ),
        migrations.CreateModel(
            name='Application',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('stage', models.CharField(default=askwell.opportunities.choices.Stage['INTERESTED'], max_length=14)),
                ('since', models.DateField(help_text='the day of the last step')),
                ('put_off_to', models.DateField(help_text='what is due is shown again from then on', null=True)),
                ('notes', models.TextField(blank=True)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('opportunity', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='applications', to='opportunities.opportunity')),
                ('own_stage', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='opportunities.ownstage')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'stage', '-since'], name='application_by_stage')],
                'constraints': [models.UniqueConstraint(fields=('workspace', 'opportunity'), name='application_once')],
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('stage', models.CharField(default=askwell.opportunities.choices.Stage['INTERESTED'], max_length=14)),
                ('on', models.DateField()),
                ('made_at', models.DateTimeField()),
                ('application', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='opportunities.application')),
                ('own_stage', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='opportunities.ownstage')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'stage', 'application'], name='step_to_stage')],
                'constraints': [models.UniqueConstraint(fields=('workspace', 'application', 'number'), name='step_number_once')],
            },
        ),
    ]
