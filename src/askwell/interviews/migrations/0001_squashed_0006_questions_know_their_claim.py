import askwell.interviews.choices
import askwell.lib.ids
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('interviews', '0001_initial'),
        ('interviews', '0002_meeting'),
        ('interviews', '0003_theirs_in_writing_and_erasing'),
        ('interviews', '0004_words_and_reminders_know_their_mail'),
        ('interviews', '0005_questions_keep_their_words'),
        ('interviews', '0006_questions_know_their_claim'),
    ]

    initial = True

    dependencies = [
        ('accounts', '0001_squashed_0002_goal_date'),
        ('outreach', '0001_squashed_0007_ids_ends_and_troubles_of_each_side'),
        ('people', '0001_squashed_0017_contact_point_dead'),
    ]

    operations = [
        migrations.CreateModel(
            name='Interview',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default=askwell.interviews.choices.InterviewState['PROPOSED'], max_length=12)),
                ('starts_at', models.DateTimeField(help_text='the agreed time; once held, when it was', null=True)),
                ('minutes', models.PositiveSmallIntegerField(default=20, help_text='as asked for: never longer')),
                ('by', models.CharField(blank=True, help_text='video, phone, in person', max_length=12)),
                ('place', models.CharField(blank=True, help_text='link, number or address', max_length=300)),
                ('offered', models.JSONField(default=list, help_text='the times offered, ISO 8601 in UTC')),
                ('offered_at', models.DateTimeField(null=True)),
                ('moved', models.PositiveSmallIntegerField(default=0, help_text='how often an agreed time was changed')),
                ('held_at', models.DateTimeField(null=True)),
                ('thanked_at', models.DateTimeField(null=True)),
                ('began_at', models.DateTimeField(help_text='when the clock of the live page was started', null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('finished_at', models.DateTimeField(help_text='when the closing card was filled in', null=True)),
                ('created_at', models.DateTimeField()),
                ('path', models.TextField(blank=True, help_text='their way, one stage a line')),
                ('shared', models.TextField(blank=True, help_text='what the two have in common')),
                ('facts', models.JSONField(default=list, help_text='[{text, source}] about the person')),
                ('aim', models.CharField(blank=True, help_text='the goal, in one sentence', max_length=400)),
                ('version', models.PositiveIntegerField(default=1, help_text='of the brief: the second of two editors is told')),
                ('note', models.TextField(blank=True, help_text='what belongs to no question')),
                ('note_version', models.PositiveIntegerField(default=1)),
                ('said', models.TextField(blank=True, help_text='one thing they said, in their words; the thanks speak of it')),
                ('aim_reached', models.CharField(blank=True, max_length=8)),
                ('next_step', models.CharField(blank=True, max_length=10)),
                ('next_step_text', models.CharField(blank=True, max_length=300)),
                ('is_successful', models.BooleanField(default=False, help_text='kept from rules.success, for counting')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='interviews', to='people.person')),
                ('thread', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.RESTRICT, related_name='interviews', to='outreach.thread')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('invited_at', models.DateTimeField(null=True)),
                ('invited_to', models.CharField(blank=True, help_text='whose calendar is kept up to date by mail', max_length=320)),
                ('sequence', models.PositiveIntegerField(default=0, help_text='goes up whenever what calendars hold has changed')),
                ('uid', models.CharField(blank=True, help_text='its name in calendars, once it was told to one', max_length=255)),
                ('called_by', models.CharField(blank=True, help_text="whose event it is; empty: the seeker's own", max_length=320)),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'state', 'starts_at'], name='interview_by_state'), models.Index(fields=['workspace', 'person'], name='interview_with_person'), models.Index(condition=models.Q(('is_successful', True)), fields=['workspace', 'held_at'], name='interview_successful')],
                'constraints': [models.UniqueConstraint(fields=('workspace', 'thread'), name='interview_once_a_thread')],
            },
        ),
        migrations.CreateModel(
            name='Insight',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(default=askwell.interviews.choices.SubjectKind['FIELD'], max_length=12)),
                ('subject', models.CharField(blank=True, max_length=120)),
                ('key', models.CharField(blank=True, help_text='folded subject', max_length=120)),
                ('text', models.TextField()),
                ('said_at', models.DateTimeField()),
                ('rating', models.PositiveSmallIntegerField(help_text="0-3, the seeker's own: how useful", null=True)),
                ('set_aside_at', models.DateTimeField(help_text='out of the lists and the counts', null=True)),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='insights', to='people.person')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('interview', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='insights', to='interviews.interview')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'key', '-said_at'], name='insight_by_subject'), models.Index(fields=['workspace', 'interview'], name='insight_of_interview'), models.Index(fields=['workspace', 'person', '-said_at'], name='insight_of_person')],
            },
        ),
        migrations.CreateModel(
            name='Advice',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('text', models.CharField(max_length=300)),
                ('noted_at', models.DateTimeField()),
                ('done_at', models.DateTimeField(null=True)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('interview', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='advice', to='interviews.interview')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'interview'], name='advice_of_interview')],
            },
        ),
        migrations.CreateModel(
            name='Lead',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('text', models.CharField(max_length=300)),
                ('noted_at', models.DateTimeField()),
                ('interview', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='leads', to='interviews.interview')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'interview'], name='lead_of_interview')],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveIntegerField()),
                ('text', models.TextField()),
                ('topic', models.CharField(default=askwell.interviews.choices.Topic['INSIGHTS'], max_length=12)),
                ('bank_id', models.CharField(blank=True, help_text="of the bank's question it came from", max_length=60)),
                ('note', models.TextField(blank=True)),
                ('note_version', models.PositiveIntegerField(default=1)),
                ('interview', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='interviews.interview')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('kept_text', models.TextField(blank=True, help_text='the words that the seeker keeps, whatever is remarked on them')),
                ('insight', models.ForeignKey(help_text='what it asks about', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='interviews.insight')),
            ],
            options={
                'ordering': ['position', 'id'],
                'indexes': [models.Index(fields=['workspace', 'interview', 'position'], name='question_of_interview')],
            },
        ),
        migrations.CreateModel(
            name='Referral',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('text', models.CharField(help_text='as it was caught: name, role, how to reach', max_length=300)),
                ('may_use_name', models.BooleanField(default=False, help_text='the insider agreed to be named')),
                ('named_at', models.DateTimeField()),
                ('interview', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='referrals', to='interviews.interview')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='referrals', to='people.person')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'interview'], name='referral_of_interview'), models.Index(fields=['workspace', 'person'], name='referral_to_person')],
            },
        ),
        migrations.CreateModel(
            name='Voice',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agrees', models.BooleanField()),
                ('said_at', models.DateTimeField()),
                ('insight', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='voices', to='interviews.insight')),
                ('interview', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='voices', to='interviews.interview')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='voices', to='people.person')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace', 'insight', 'person'), name='voice_once')],
            },
        ),
        migrations.CreateModel(
            name='Booking',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField(default=1, help_text='of the link: goes up when it is renewed')),
                ('why', models.CharField(blank=True, help_text="why this person, in the seeker's words", max_length=300)),
                ('language', models.CharField(default='en', help_text='what they were written to in', max_length=10)),
                ('zone', models.CharField(blank=True, help_text='the clock that they chose on the page', max_length=64)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('thread', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='bookings', to='outreach.thread')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('asks', models.CharField(blank=True, help_text='what they may answer in writing, one a line', max_length=600)),
                ('erase_at', models.DateTimeField(help_text='they asked to be erased: at the latest then', null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace', 'thread'), name='booking_once_a_thread')],
                'indexes': [models.Index(condition=models.Q(('erase_at__isnull', False)), fields=['workspace', 'erase_at'], name='booking_to_erase')],
            },
        ),
        migrations.CreateModel(
            name='CalendarWord',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('is_ours', models.BooleanField(default=False)),
                ('sender', models.CharField(max_length=320)),
                ('data', models.TextField(help_text='the iCalendar object')),
                ('said_at', models.DateTimeField()),
                ('interview', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='words', to='interviews.interview')),
                ('letter', models.ForeignKey(help_text='the mail it came in', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='outreach.letter')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('thread', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='outreach.thread')),
                ('dispatch', models.ForeignKey(help_text='the mail it left in', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='outreach.dispatch')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'interview', 'said_at'], name='word_of_interview')],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('what', models.CharField(default=askwell.interviews.choices.NoticeKind['BOOKED'], max_length=12)),
                ('facts', models.JSONField(default=dict, help_text='meets_at, was, by, text, may_use_name, until')),
                ('happened_at', models.DateTimeField()),
                ('seen_at', models.DateTimeField(null=True)),
                ('entry', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='outreach.message')),
                ('thread', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='outreach.thread')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'seen_at', '-happened_at'], name='notice_unseen'), models.Index(fields=['workspace', 'thread', '-happened_at'], name='notice_of_thread')],
            },
        ),
        migrations.CreateModel(
            name='OwnCalendar',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('feed_since', models.DateTimeField(help_text='None: there is no feed', null=True)),
                ('feed_number', models.PositiveSmallIntegerField(default=0, help_text='of the address: goes up when it is renewed')),
                ('busy_url', models.TextField(blank=True)),
                ('busy', models.JSONField(default=list, help_text='[[from, to]] in ISO 8601, in order')),
                ('busy_unread', models.PositiveIntegerField(default=0, help_text='entries that were not understood')),
                ('busy_asked_at', models.DateTimeField(help_text='when it was last fetched, or tried to', null=True)),
                ('busy_read_at', models.DateTimeField(help_text='when it was last read', null=True)),
                ('busy_trouble', models.CharField(blank=True, max_length=20)),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace',), name='own_calendar_once')],
            },
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.UUIDField(default=askwell.lib.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(default=askwell.interviews.choices.ReminderKind['DAY'], max_length=10)),
                ('starts_at', models.DateTimeField(help_text='the agreed time that it reminded of')),
                ('sent_at', models.DateTimeField()),
                ('interview', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='interviews.interview')),
                ('workspace', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.workspace')),
                ('dispatch', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='outreach.dispatch')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace', 'interview', 'kind', 'starts_at'), name='reminder_once')],
            },
        ),
    ]
