"""Lists of insiders or of seekers come into the programme: read, looked at, applied, and taken back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import User, Workspace
from askwell.lib.text import clean, fold
from askwell.programmes.actions.errors import InUseError, NotNowError, UnreadableListError, UploadTooLargeError
from askwell.programmes.actions.insiders.telling import put
from askwell.programmes.actions.numbering import next_number
from askwell.programmes.actions.updating import bring_up_to_date, put_back
from askwell.programmes.choices import Audience, InsiderState, Level, ParticipantState
from askwell.programmes.models import Insider, Participant, Programme, Upload
from askwell.programmes.queries.uploads import MOST_ROWS, Reading, cohorts_by_name, hanging, read_upload
from askwell.programmes.rules.facts import InsiderFacts
from askwell.programmes.rules.listed import Listed, Told, parts_of
from askwell.programmes.rules.updating import COLUMNS, GOAL_WEIGHT
from askwell.protocols.contacts import UnreadableFile

LARGEST = 10 << 20
"""Bytes of a file: five thousand rows take a tenth."""
FORGOTTEN_AFTER = timedelta(days=7)
"""A list that nobody applied."""
MENDED_AFTER = timedelta(days=60)
"""What was wrong with a list: by then whoever can be helped is."""
MOST_PROBLEMS = 1000
"""Problems that stay written down with an upload."""


@transaction.atomic
def receive_list(
    *, programme: Programme, audience: Audience, name: str, data: bytes, by: User, now: datetime
) -> Upload:
    """A file to look at: nobody has come in yet. Raises UploadTooLargeError and UnreadableListError."""
    if len(data) > LARGEST:
        raise UploadTooLargeError
    upload = Upload(
        workspace=programme.workspace,
        audience=audience,
        name=clean(name, limit=200),
        data=data,
        by=by,
        made_at=now,
    )
    reading = read_list(upload)
    if reading.rows > MOST_ROWS:
        raise UploadTooLargeError
    upload.rows = reading.rows
    upload.save(force_insert=True)
    return upload


def read_list(upload: Upload) -> Reading:
    """As `read_upload`. Raises UnreadableListError."""
    try:
        return read_upload(upload)
    except UnreadableFile as error:
        raise UnreadableListError(error.code) from error


def choose_columns(*, workspace: Workspace, upload_id: UUID, columns: Sequence[str]) -> None:
    """What each column is, where the headings did not say; later lists with such headings heed it. Raises
    Upload.DoesNotExist, also once it was applied, and UnreadableListError."""
    waiting = Upload.objects.of(workspace).filter(pk=upload_id, applied_at=None)
    headings = [one.heading for one in read_list(waiting.get()).columns]
    if waiting.update(columns=[list(pair) for pair in zip(headings, columns, strict=False)]) != 1:
        raise Upload.DoesNotExist


@transaction.atomic
def apply_list(
    *, programme: Programme, upload_id: UUID, obtained: str, are_in: bool, updates: bool = True, now: datetime
) -> Upload:
    """Everybody who is new comes in, `are_in` where they agreed already; with `updates` those whom an earlier list
    brought in are brought up to date. The file is forgotten, what was wrong with it stays written down. `obtained`: how
    the addresses were come by.

    Raises Upload.DoesNotExist, NotNowError where it was applied before, and UnreadableListError."""
    upload = Upload.objects.of(programme.workspace).select_for_update().get(pk=upload_id)
    claimed = Upload.objects.of(programme.workspace).filter(pk=upload_id, applied_at=None).update(applied_at=now)
    if claimed != 1:
        raise NotNowError
    reading = read_list(upload)
    if not reading.has_names:
        raise UnreadableListError("no_names")
    upload.obtained, upload.are_in, upload.applied_at = clean(obtained, limit=200), are_in, now
    upload.problems = list(parts_of(reading.problems[:MOST_PROBLEMS]))
    upload.data = b""
    upload.save()
    bring = _bring_insiders if upload.audience == Audience.INSIDERS else _bring_seekers
    bring(programme, upload, reading.fresh, now)
    if updates:
        bring_up_to_date(upload, reading.updates)
    return upload


def _bring_insiders(programme: Programme, upload: Upload, listed: Sequence[Listed], now: datetime) -> None:
    first = next_number(Insider, programme.workspace)
    state = InsiderState.ACTIVE if upload.are_in else InsiderState.INVITED
    rows = []
    for number, one in enumerate(listed, first):
        insider = Insider(
            workspace=programme.workspace,
            number=number,
            upload=upload,
            state=state,
            came_at=now,
            active_at=now if upload.are_in else None,
        )
        put(insider, _facts(programme, upload, one))
        insider.listed = {"said": {column: getattr(insider, column) for column in COLUMNS[Audience.INSIDERS]}}
        rows.append(insider)
    Insider.objects.bulk_create(rows, batch_size=500)


def _facts(programme: Programme, upload: Upload, listed: Listed) -> InsiderFacts:
    told = listed.told
    return InsiderFacts(
        name=told.name,
        native_name=told.native_name,
        email=told.email,
        organisation=told.organisation,
        title=told.title,
        field=told.field,
        topics=told.topics,
        languages=told.languages,
        level=told.level or Level.MID,
        a_month=told.talks or 1,
        windows=told.windows,
        zone=told.zone or programme.zone,
        page_language=told.page_language or programme.language,
        not_employers=told.not_employers,
        not_people=told.not_people,
        obtained=upload.obtained,
        note=told.note,
    )


def _bring_seekers(programme: Programme, upload: Upload, listed: Sequence[Listed], now: datetime) -> None:
    first, cohorts = next_number(Participant, programme.workspace), cohorts_by_name(programme.workspace)
    state = ParticipantState.ACTIVE if upload.are_in else ParticipantState.INVITED
    rows = []
    for number, one in enumerate(listed, first):
        seeker = Participant(workspace=programme.workspace, number=number, upload=upload, state=state, came_at=now)
        seeker.active_at = now if upload.are_in else None
        seeker.cohort_id = cohorts.get(fold(one.told.cohort))
        _put_seeker(seeker, one.told, programme)
        rows.append(seeker)
    Participant.objects.bulk_create(rows, batch_size=500)


def _put_seeker(seeker: Participant, told: Told, programme: Programme) -> None:
    seeker.name, seeker.native_name = told.name, told.native_name
    seeker.email, seeker.phone, seeker.employer = told.email, told.phone, told.organisation
    seeker.field, seeker.note = told.field, told.note
    seeker.goals, seeker.languages = dict.fromkeys(told.topics, GOAL_WEIGHT), list(told.languages)
    seeker.level, seeker.wanted = told.level or Level.ENTRY, told.talks or 1
    seeker.windows = [list(window) for window in told.windows]
    seeker.zone = told.zone or programme.zone
    seeker.page_language = told.page_language or programme.language
    seeker.listed = {"said": {column: getattr(seeker, column) for column in COLUMNS[Audience.SEEKERS]}}


@transaction.atomic
def take_list_back(*, workspace: Workspace, upload_id: UUID, now: datetime) -> int:
    """Everybody who came with it is gone again, and what it changed is as before; how many are gone. Raises
    Upload.DoesNotExist, NotNowError where it was never applied or was taken back, and InUseError where something hangs
    on one of them."""
    upload = Upload.objects.of(workspace).select_for_update().get(pk=upload_id)
    if upload.applied_at is None or upload.taken_back_at:
        raise NotNowError
    if hanging(upload):
        raise InUseError
    put_back(upload)
    Upload.objects.of(workspace).filter(pk=upload_id).update(taken_back_at=now)
    if upload.audience == Audience.INSIDERS:
        return Insider.objects.of(workspace).filter(upload=upload).delete()[0]
    return Participant.objects.of(workspace).filter(upload=upload).delete()[0]


def throw_list_away(*, workspace: Workspace, upload_id: UUID) -> None:
    """One that was only looked at. Raises Upload.DoesNotExist, also for one that was applied."""
    if not Upload.objects.of(workspace).filter(pk=upload_id, applied_at=None).delete()[0]:
        raise Upload.DoesNotExist


def forget_lists(*, now: datetime) -> int:
    """Files that were put in a week ago and never applied, of all programmes, and what was wrong with those that were
    applied: it names people; how many."""
    waiting = Upload._base_manager.filter(applied_at=None, made_at__lt=now - FORGOTTEN_AFTER)  # of every workspace
    mended = Upload._base_manager.filter(applied_at__lt=now - MENDED_AFTER).exclude(problems=[])  # the same
    return waiting.delete()[0] + mended.update(problems=[])
