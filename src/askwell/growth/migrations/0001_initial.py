import askwell.growth.choices
import askwell.lib.ids
import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0002_goal_date'),
        ('interviews', '0006_questions_know_their_claim'),
        ('opportunities', '0001_initial'),
        ('people', '0017_contact_point_dead'),
        ('portfolio', '0001_story'),
    ]

    operations = [
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('title', models.CharField(help_text="an occupation's title, or the seeker's own words", max_length=200)),
                ('occupation', models.UUIDField(help_text='occupations.Occupation; may be gone with its release', null=True)),
                ('created_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', '-changed_at'], name='plan_recent')],
            },
        ),
        migrations.CreateModel(
            name='Gap',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('words', models.CharField(max_length=120)),
                ('names', models.JSONField(default=list, help_text="the skill's name in every language")),
                ('is_own', models.BooleanField(default=False, help_text='written by the seeker, asked for by no occupation')),
                ('noted_at', models.DateTimeField()),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('plan', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='gaps', to='growth.plan')),
            ],
            options={
                'ordering': ['noted_at', 'id'],
                'indexes': [models.Index(fields=['workspace', 'plan', 'noted_at'], name='gap_of_plan')],
            },
        ),
        migrations.CreateModel(
            name='PlanStep',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('position', models.PositiveSmallIntegerField(default=1)),
                ('kind', models.CharField(default=askwell.growth.choices.StepKind['COURSE'], max_length=14)),
                ('title', models.CharField(max_length=200)),
                ('provider', models.CharField(blank=True, max_length=200)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('starts', models.DateField(null=True)),
                ('ends', models.DateField(null=True)),
                ('hours_a_week', models.FloatField(null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('hours_in_all', models.FloatField(null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('cost', models.FloatField(null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('currency', models.CharField(default='CAD', max_length=8)),
                ('url', models.CharField(blank=True, max_length=2000)),
                ('about', models.TextField(blank=True)),
                ('state', models.CharField(default=askwell.growth.choices.StepState['IDEA'], max_length=10)),
                ('trail', models.JSONField(default=list, help_text='the states before, the last one last')),
                ('said_before', models.JSONField(default=dict, help_text='what it said before the last change')),
                ('put_off_to', models.DateField(null=True)),
                ('reference_is_new', models.BooleanField(default=False, help_text='asking put it among the references')),
                ('reference_given_on', models.DateField(null=True)),
                ('chapter_version', models.PositiveIntegerField(default=0, help_text='as the step left it; 0: none of its making')),
                ('changed_at', models.DateTimeField()),
                ('chapter', models.ForeignKey(help_text='of the story', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='portfolio.chapter')),
                ('opportunity', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='opportunities.opportunity')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person')),
                ('plan', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='growth.plan')),
                ('reference', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='portfolio.reference')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'ordering': ['position', 'id'],
                'indexes': [models.Index(fields=['workspace', 'plan', 'position'], name='plan_step_of_plan'), models.Index(fields=['workspace', 'state'], name='plan_step_by_state')],
            },
        ),
        migrations.CreateModel(
            name='Hours',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('on', models.DateField()),
                ('hours', models.FloatField(validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(24)])),
                ('did', models.TextField(blank=True)),
                ('learned', models.TextField(blank=True)),
                ('line', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='portfolio.accomplishment')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('step', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='log', to='growth.planstep')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'step', '-on'], name='hours_of_step')],
            },
        ),
        migrations.CreateModel(
            name='Filed',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('is_new', models.BooleanField()),
                ('is_proof', models.BooleanField()),
                ('skill', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='portfolio.skill')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('step', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='filed', to='growth.planstep')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace', 'step', 'skill'), name='filed_once')],
            },
        ),
        migrations.CreateModel(
            name='Closing',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('gap', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='closings', to='growth.gap')),
                ('step', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='closings', to='growth.planstep')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace', 'step', 'gap'), name='closing_once')],
            },
        ),
        migrations.CreateModel(
            name='Worth',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('insight', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='interviews.insight')),
                ('step', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='worths', to='growth.planstep')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace', 'step', 'insight'), name='worth_once')],
            },
        ),
    ]
