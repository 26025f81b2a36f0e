"""Cohorts, sessions and attendance sheets, as staff use them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from askwell.accounts.models import User
from askwell.programmes.actions.leaving import remove_seeker
from askwell.programmes.choices import AttendanceState
from askwell.programmes.models import Attendance, Cohort, Participant, Programme, Session
from askwell.ui.say import undo_address
from tests.conftest import NOW
from tests.factories.programmes import make_participant

SignIn = Callable[[User], Client]
FORM = {"title": "First workshop", "day": "2026-11-25", "at": "18:00", "minutes": "90", "place": "Room 2", "about": ""}


@pytest.fixture
def client(owner: User, sign_in: SignIn) -> Client:
    return sign_in(owner)


@pytest.fixture
def cohort(programme: Programme) -> Cohort:
    return Cohort.objects.create(workspace=programme.workspace, name="Autumn", created_at=NOW)


def undo(client: Client, answer: object) -> None:
    """Press the undo of what was just said."""
    told = list(get_messages(answer.wsgi_request))  # type: ignore[attr-defined]  # a test client's answer
    client.post(undo_address(told[-1].extra_tags))


def make_session(cohort: Cohort, **facts: object) -> Session:
    told = {"title": "First workshop", "starts_at": NOW, "cohort": cohort}
    return Session.objects.create(workspace=cohort.workspace, **told | facts)


def states(session: Session) -> dict[str, str]:
    rows = Attendance.objects.of(session.workspace).filter(session=session)
    return dict(rows.values_list("participant__name", "state"))


def test_a_cohort_is_begun_changed_and_removed_with_an_undo(client: Client, programme: Programme) -> None:
    client.post("/programmes/cohorts/new/", {"name": "Autumn 秋季", "starts_on": "2026-09-01", "ends_on": "2026-12-01"})
    row = Cohort.objects.of(programme.workspace).get()
    client.post(f"/programmes/cohorts/{row.pk}/edit/", {"name": "Fall", "funder": "Harbour Fund", "version": "1"})

    gone = client.post(f"/programmes/cohorts/{row.pk}/remove/")
    assert client.get(f"/programmes/cohorts/{row.pk}/").status_code == 404
    undo(client, gone)

    assert client.get(f"/programmes/cohorts/{row.pk}/").status_code == 200
    row.refresh_from_db()
    assert (row.name, row.funder, row.removed_at) == ("Fall", "Harbour Fund", None)


@pytest.mark.parametrize(
    ("told", "trouble"),
    [
        ({"name": " \u200b "}, "Give it a name"),
        ({"name": "Autumn", "starts_on": "2026-12-01", "ends_on": "2026-09-01"}, "It cannot end before it starts."),
    ],
)
def test_what_is_wrong_stands_on_the_form(
    client: Client, programme: Programme, told: dict[str, str], trouble: str
) -> None:
    answer = client.post("/programmes/cohorts/new/", told)

    assert answer.status_code == 422
    assert trouble in answer.content.decode()
    assert not Cohort.objects.of(programme.workspace).exists()


def test_seekers_are_ticked_into_a_cohort_and_taken_out_again(
    client: Client, programme: Programme, cohort: Cohort
) -> None:
    """Only who is in none: nobody is taken from another cohort."""
    other = Cohort.objects.create(workspace=programme.workspace, name="Spring", created_at=NOW)
    ana, bo, chi = (make_participant(programme, name) for name in ("Ana", "Bo", "Chi"))
    taken = make_participant(programme, "Dai", cohort=other)

    answer = client.post(
        f"/programmes/cohorts/{cohort.pk}/in/", {"participant": [str(one.pk) for one in (ana, bo, taken)] + ["x"]}
    )

    mine = Participant.objects.of(programme.workspace).filter(cohort=cohort)
    assert set(mine.values_list("name", flat=True)) == {"Ana", "Bo"}
    undo(client, answer)
    assert not mine.exists()
    assert Participant.objects.of(programme.workspace).get(pk=taken.pk).cohort_id == other.pk
    assert chi.cohort_id is None


def test_all_that_a_search_finds_are_put_in_at_once(client: Client, programme: Programme, cohort: Cohort) -> None:
    for place in range(150):
        make_participant(programme, f"Nurse {place}", field="Nursing" if place % 2 else "Welding")

    client.post(f"/programmes/cohorts/{cohort.pk}/in/?q=nursing", {"all": "1"})

    assert Participant.objects.of(programme.workspace).filter(cohort=cohort).count() == 75


def test_one_is_taken_out_of_a_cohort_with_an_undo(client: Client, programme: Programme, cohort: Cohort) -> None:
    ana = make_participant(programme, "Ana", cohort=cohort)

    answer = client.post(f"/programmes/cohorts/{cohort.pk}/out/", {"participant": str(ana.pk)})

    ana.refresh_from_db()
    assert ana.cohort_id is None
    undo(client, answer)
    ana.refresh_from_db()
    assert ana.cohort_id == cohort.pk


def test_a_session_is_on_the_programmes_clock(client: Client, programme: Programme, owner: User) -> None:
    """Six in the evening in Toronto, wherever the coordinator sits."""
    Programme.objects.of(programme.workspace).update(zone="America/Toronto")

    client.post("/programmes/sessions/new/", FORM)

    row = Session.objects.of(programme.workspace).get()
    assert row.starts_at == datetime(2026, 11, 25, 23, 0, tzinfo=UTC)
    page = client.get(f"/programmes/sessions/{row.pk}/").content.decode()
    assert "18:00" in page or "6:00" in page
    assert "<small>Toronto</small>" in page


def test_a_session_at_an_hour_that_the_clock_leaves_out_begins_when_it_goes_on(
    client: Client, programme: Programme
) -> None:
    """On 8 March 2026 clocks in Toronto went from 2:00 to 3:00."""
    Programme.objects.of(programme.workspace).update(zone="America/Toronto")

    client.post("/programmes/sessions/new/", FORM | {"day": "2026-03-08", "at": "02:30"})

    assert Session.objects.of(programme.workspace).get().starts_at == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)


def test_a_session_goes_into_any_calendar(client: Client, cohort: Cohort) -> None:
    row = make_session(cohort, place="https://meet.example/room")

    answer = client.get(f"/programmes/sessions/{row.pk}/calendar/")

    [event] = Calendar.from_ical(answer.content).walk("VEVENT")
    assert (event["summary"], event["dtstart"].dt, event["url"]) == (
        "First workshop", NOW, "https://meet.example/room",
    )  # fmt: skip
    assert (event["dtend"].dt - event["dtstart"].dt).total_seconds() == 90 * 60


def test_who_came_is_put_down_for_many_at_once_and_taken_back(
    client: Client, programme: Programme, cohort: Cohort
) -> None:
    ana, bo, chi = (make_participant(programme, name, cohort=cohort) for name in ("Ana", "Bo", "Chi"))
    row = make_session(cohort)
    address = f"/programmes/sessions/{row.pk}/attendance/"
    client.post(address, {f"state-{ana.pk}": "came", f"state-{bo.pk}": "missed", f"state-{chi.pk}": "expected"})

    second = client.post(address, {f"state-{ana.pk}": "excused", f"state-{bo.pk}": "missed", f"state-{chi.pk}": "came"})

    assert states(row) == {"Ana": "excused", "Bo": "missed", "Chi": "came"}
    undo(client, second)
    assert states(row) == {"Ana": "came", "Bo": "missed", "Chi": "expected"}


def test_the_rest_came_leaves_alone_what_was_put_down(client: Client, programme: Programme, cohort: Cohort) -> None:
    ana, bo = (make_participant(programme, name, cohort=cohort) for name in ("Ana", "Bo"))
    row = make_session(cohort)

    client.post(
        f"/programmes/sessions/{row.pk}/attendance/",
        {f"state-{ana.pk}": "excused", f"state-{bo.pk}": "expected", "all": "came"},
    )

    assert states(row) == {"Ana": "excused", "Bo": "came"}


def test_a_long_sheet_folds_and_stays_one_form(client: Client, programme: Programme, cohort: Cohort) -> None:
    people = [make_participant(programme, f"Seeker {place:03}", cohort=cohort) for place in range(51)]
    row = make_session(cohort)

    page = client.get(f"/programmes/sessions/{row.pk}/").content.decode()

    form = page[page.index(f'action="/programmes/sessions/{row.pk}/attendance/"') :].split("</form>")[0]
    assert form.count("<details") == 2
    assert "Seeker 000 – Seeker 049" in form
    assert all(f'name="state-{one.pk}"' in form for one in people)


def test_a_long_sheet_is_searched_by_name_and_stands_by_family_name(
    client: Client, programme: Programme, cohort: Cohort
) -> None:
    for place in range(49):
        make_participant(programme, f"Ana Moss{place:02}", cohort=cohort)
    zoe, wei = (
        make_participant(programme, "Zoë Adams", cohort=cohort),
        make_participant(programme, "Wei Zhang", native_name="张伟", cohort=cohort),
    )
    row = make_session(cohort)
    address = f"/programmes/sessions/{row.pk}/"

    everybody = client.get(address).content.decode()
    found = [client.get(address, {"q": q}).content.decode() for q in ("zoe", "张伟", "nobody")]
    answer = client.post(f"{address}attendance/?q=zoe", {f"state-{zoe.pk}": "came"})

    assert "Zoë Adams – Ana Moss48" in everybody
    assert [[one.pk for one in (zoe, wei) if f"state-{one.pk}" in page] for page in found] == [[zoe.pk], [wei.pk], []]
    assert ["The rest came" in page for page in (everybody, *found)] == [True, False, False, False]
    assert (answer.headers["Location"], states(row)) == (f"{address}?q=zoe", {"Zoë Adams": "came"})


def test_nobody_who_is_not_expected_gets_onto_a_sheet(client: Client, programme: Programme, cohort: Cohort) -> None:
    outside = make_participant(programme, "Out")
    row = make_session(cohort)

    client.post(f"/programmes/sessions/{row.pk}/attendance/", {f"state-{outside.pk}": "came"})

    assert states(row) == {}


def test_a_sheet_keeps_whoever_was_put_down_and_left_the_cohort(
    client: Client, programme: Programme, cohort: Cohort
) -> None:
    gone = make_participant(programme, "Gone")
    row = make_session(cohort)
    Attendance.objects.create(
        workspace=programme.workspace, session=row, participant=gone, state=AttendanceState.CAME, changed_at=NOW
    )

    assert "Gone" in client.get(f"/programmes/sessions/{row.pk}/").content.decode()


@pytest.mark.parametrize("seekers", [1, 3, 60])
def test_pages_take_the_same_queries_whatever_the_size(
    client: Client, programme: Programme, cohort: Cohort, seekers: int
) -> None:
    for place in range(seekers):
        make_participant(programme, f"Seeker {place}", cohort=cohort)
        make_session(cohort)
    session = Session.objects.of(programme.workspace).earliest("id")
    found = []
    for address in ("/programmes/cohorts/", f"/programmes/cohorts/{cohort.pk}/", f"/programmes/sessions/{session.pk}/"):
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        found.append(len(queries))

    assert found == [8, 24, 10]


def test_a_caseworker_puts_down_attendance_and_decides_nothing(
    caseworker: User, sign_in: SignIn, programme: Programme, cohort: Cohort
) -> None:
    client, row = sign_in(caseworker), make_session(cohort)
    ana = make_participant(programme, "Ana", cohort=cohort, caseworker=caseworker)
    closed = [f"/programmes/cohorts/{cohort.pk}/{verb}/" for verb in ("edit", "remove", "restore", "in", "out")]
    closed += [f"/programmes/sessions/{row.pk}/{verb}/" for verb in ("edit", "remove", "restore")]
    closed.append("/programmes/sessions/new/")

    assert {client.post(address, FORM | {"version": "1"}).status_code for address in closed} == {404}
    assert "/edit/" not in client.get(f"/programmes/sessions/{row.pk}/").content.decode()
    client.post(f"/programmes/sessions/{row.pk}/attendance/", {f"state-{ana.pk}": "came"})
    assert states(row) == {"Ana": "came"}


def test_a_rival_finds_nothing(rival: User, sign_in: SignIn, programme: Programme, cohort: Cohort) -> None:
    client, row = sign_in(rival), make_session(cohort)
    ana = make_participant(programme, "Ana", cohort=cohort)

    assert client.get(f"/programmes/cohorts/{cohort.pk}/").status_code == 404
    assert client.post(f"/programmes/sessions/{row.pk}/attendance/", {f"state-{ana.pk}": "came"}).status_code == 404
    client.post("/programmes/sessions/new/", FORM | {"cohort": str(cohort.pk)})
    assert Session.objects.of(programme.workspace).count() == 1
    assert "Autumn" not in client.get("/programmes/cohorts/").content.decode()


def test_of_two_who_change_a_cohort_or_a_session_the_second_is_told_and_loses_nothing(
    client: Client, cohort: Cohort
) -> None:
    row = make_session(cohort)
    forms = {f"cohorts/{cohort.pk}": {"name": "Mine"}, f"sessions/{row.pk}": FORM | {"title": "Mine"}}

    for path, told in forms.items():
        address = f"/programmes/{path}/edit/"
        version = {"version": client.get(address).context["form"]["version"].value()}
        field = next(iter(told))
        client.post(address, told | version | {field: "Theirs"})
        late = client.post(address, told | version)
        assert (late.status_code, late.context["form"][field].value()) == (422, "Mine")
        assert late.context["form"].initial[field] == "Theirs"  # what is kept
        again = client.post(address, told | {"version": late.context["form"]["version"].value()})
        assert again.status_code == 302

    cohort.refresh_from_db()
    row.refresh_from_db()
    assert (cohort.name, row.title) == ("Mine", "Mine")


def test_a_sheet_of_hundreds_has_pages_and_each_is_kept_by_itself(
    client: Client, programme: Programme, cohort: Cohort
) -> None:
    rows = [
        Participant(workspace=programme.workspace, number=place, name=f"Seeker {place:03}", cohort=cohort, came_at=NOW)
        for place in range(1, 202)
    ]
    Participant.objects.bulk_create(rows)
    row = make_session(cohort)
    address = f"/programmes/sessions/{row.pk}/"

    first, last = (client.get(address, {"page": number}).context["page"] for number in (1, 2))
    kept = client.post(f"{address}attendance/?page=2", {f"state-{rows[200].pk}": "expected", "all": "came"})

    assert ([one.name for one in last], len(first)) == (["Seeker 201"], 200)
    assert kept.headers["Location"] == f"{address}?page=2"
    assert states(row) == {"Seeker 201": "came"}
    assert client.get(address).context["counts"] == {"came": 1}


def test_who_left_still_counts_as_having_come(client: Client, programme: Programme, cohort: Cohort) -> None:
    row = make_session(cohort)
    gone, here = (make_participant(programme, name, cohort=cohort) for name in ("Ann Ash", "Bo Bay"))
    for one in (gone, here):
        Attendance.objects.create(
            workspace=programme.workspace, session=row, participant=one, state="came", changed_at=NOW
        )
    remove_seeker(workspace=programme.workspace, participant_id=gone.pk, now=NOW)

    page = client.get(f"/programmes/sessions/{row.pk}/")

    assert page.context["counts"] == {"came": 2}
    assert [one.name for one in page.context["page"]] == ["Bo Bay"]


def test_sessions_older_than_the_latest_twenty_are_a_page_further(client: Client, cohort: Cohort) -> None:
    for place in range(21):
        make_session(cohort, title=f"Workshop {place}", starts_at=NOW + timedelta(days=place))

    for address, name in (("/programmes/cohorts/", "page"), (f"/programmes/cohorts/{cohort.pk}/", "sessions")):
        assert "Workshop 0<" not in client.get(address).content.decode()
        assert "Workshop 0<" in client.get(address, {name: 2}).content.decode()
