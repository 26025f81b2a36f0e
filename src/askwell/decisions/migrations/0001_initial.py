import askwell.decisions.choices
import askwell.lib.ids
import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_squashed_0002_goal_date'),
        ('interviews', '0001_squashed_0006_questions_know_their_claim'),
        ('outreach', '0001_squashed_0007_ids_ends_and_troubles_of_each_side'),
        ('people', '0001_squashed_0017_contact_point_dead'),
    ]

    operations = [
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('question', models.CharField(max_length=200)),
                ('state', models.CharField(default=askwell.decisions.choices.DecisionState['OPEN'], max_length=10)),
                ('created_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', '-changed_at'], name='decision_recent')],
            },
        ),
        migrations.CreateModel(
            name='Criterion',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('position', models.PositiveSmallIntegerField(default=1)),
                ('words', models.CharField(max_length=120)),
                ('weight', models.PositiveSmallIntegerField(default=20, validators=[django.core.validators.MaxValueValidator(100)])),
                ('is_must', models.BooleanField(default=False)),
                ('ask', models.CharField(blank=True, help_text='how to ask an insider about it', max_length=300)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('decision', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='criteria', to='decisions.decision')),
            ],
            options={
                'ordering': ['position', 'id'],
                'indexes': [models.Index(fields=['workspace', 'decision', 'position'], name='criterion_of_decision')],
            },
        ),
        migrations.CreateModel(
            name='Option',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('position', models.PositiveSmallIntegerField(default=1)),
                ('title', models.CharField(max_length=120)),
                ('about', models.CharField(blank=True, help_text='in a few words, what one does there', max_length=200)),
                ('kind', models.CharField(default=askwell.decisions.choices.OptionKind['OCCUPATION'], max_length=12)),
                ('reference', models.CharField(blank=True, help_text='a code, a number, an address', max_length=200)),
                ('decision', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='options', to='decisions.decision')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.organisation')),
                ('target', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='outreach.target')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'ordering': ['position', 'id'],
                'indexes': [models.Index(fields=['workspace', 'decision', 'position'], name='option_of_decision')],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('text', models.CharField(blank=True, help_text="a finding of the seeker's own", max_length=600)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('speaks_for', models.BooleanField()),
                ('strength', models.PositiveSmallIntegerField(default=askwell.decisions.choices.Strength['CLEAR'])),
                ('noted_at', models.DateTimeField()),
                ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='decisions.criterion')),
                ('insight', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='interviews.insight')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('option', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='decisions.option')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'option', 'criterion'], name='evidence_of_field')],
            },
        ),
        migrations.CreateModel(
            name='Choice',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('removed_at', models.DateTimeField(help_text='thrown away; only an undo sees it', null=True)),
                ('title', models.CharField(help_text='what the option was called then', max_length=120)),
                ('text', models.TextField()),
                ('decided_on', models.DateField()),
                ('stood', models.JSONField(default=dict)),
                ('look_back_on', models.DateField(null=True)),
                ('came_of', models.TextField(blank=True)),
                ('looked_back_on', models.DateField(null=True)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('decision', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='choices', to='decisions.decision')),
                ('option', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='decisions.option')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'decision', '-decided_on'], name='choice_of_decision')],
            },
        ),
        migrations.CreateModel(
            name='Score',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('points', models.FloatField(validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(10)])),
                ('half_width', models.FloatField(help_text="the seeker's own ±; else it follows from what was said", null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(10)])),
                ('is_guess', models.BooleanField(default=False)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('given_at', models.DateTimeField()),
                ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scores', to='decisions.criterion')),
                ('option', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='scores', to='decisions.option')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace', 'option', 'criterion'), name='score_once_a_field')],
            },
        ),
    ]
