import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Release',
            fields=[
                ('source', models.CharField(help_text='Source', max_length=10, primary_key=True, serialize=False)),
                ('version', models.CharField(blank=True, max_length=40)),
                ('loaded_at', models.DateTimeField()),
                ('counts', models.JSONField(default=dict, help_text='rows by kind')),
                ('remarks', models.JSONField(default=list, help_text='protocols.occupations.Remark, the first of them')),
            ],
        ),
        migrations.CreateModel(
            name='SkillName',
            fields=[
                ('id', models.UUIDField(editable=False, help_text='rules.keys.key_of(source, key)', primary_key=True, serialize=False)),
                ('source', models.CharField(db_index=True, max_length=10)),
                ('names', models.JSONField(help_text='by language code')),
            ],
        ),
        migrations.CreateModel(
            name='Occupation',
            fields=[
                ('id', models.UUIDField(editable=False, help_text='rules.keys.key_of(source, code)', primary_key=True, serialize=False)),
                ('source', models.CharField(max_length=10)),
                ('code', models.CharField(max_length=80)),
                ('noc', models.CharField(blank=True, help_text='its unit group in NOC 2021, where that is sure', max_length=5)),
                ('titles', models.JSONField(help_text='by language code: en, zh-hans, fr')),
                ('about', models.JSONField(default=dict, help_text='by language code')),
                ('education', models.CharField(blank=True, max_length=20)),
                ('interests', models.JSONField(default=list, help_text='six numbers, 0 to 100, or none')),
            ],
            options={
                'indexes': [models.Index(fields=['noc'], name='occupation_noc')],
                'constraints': [models.UniqueConstraint(fields=('source', 'code'), name='occupation_once')],
            },
        ),
        migrations.CreateModel(
            name='OccupationSkill',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('importance', models.PositiveSmallIntegerField()),
                ('is_tool', models.BooleanField(default=False, help_text='software or a machine')),
                ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='skills', to='occupations.occupation')),
                ('skill', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='occupations.skillname')),
            ],
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('language', models.CharField(max_length=10)),
                ('number', models.PositiveIntegerField()),
                ('text', models.TextField()),
                ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='occupations.occupation')),
            ],
        ),
        migrations.CreateModel(
            name='Title',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('language', models.CharField(max_length=10)),
                ('text', models.CharField(max_length=300)),
                ('words', models.CharField(max_length=600)),
                ('is_main', models.BooleanField(default=False)),
                ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='all_titles', to='occupations.occupation')),
            ],
        ),
        migrations.CreateModel(
            name='Wage',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('noc', models.CharField(max_length=5)),
                ('region', models.CharField(max_length=120)),
                ('low', models.FloatField(null=True)),
                ('median', models.FloatField(null=True)),
                ('high', models.FloatField(null=True)),
                ('per', models.CharField(help_text='hour or year', max_length=4)),
                ('period', models.CharField(blank=True, max_length=20)),
            ],
            options={
                'indexes': [models.Index(fields=['noc', 'region'], name='wage_place')],
            },
        ),
    ]
