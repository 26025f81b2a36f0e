from datetime import datetime, timedelta
from typing import Any

import pytest

from askwell.accounts.models import User
from askwell.people.actions.stopping import stop_address
from askwell.programmes.actions.errors import InUseError, NotNowError, UnreadableListError, UploadTooLargeError
from askwell.programmes.actions.uploading import (
    apply_list,
    choose_columns,
    forget_lists,
    read_list,
    receive_list,
    take_list_back,
    throw_list_away,
)
from askwell.programmes.choices import Audience, InsiderState, ParticipantState
from askwell.programmes.models import Cohort, Insider, Participant, Programme, Upload
from askwell.programmes.web.words.insiders import refusal
from askwell.protocols.contacts import workbooks
from askwell.protocols.sheets.reader import Reader
from tests.factories.programmes import make_insider
from tests.protocols.sheets.books import book_of

HEAD = "Name,E-mail,Employer,Field,Topics,Languages,Talks a month,Free hours"
ROSA = "Rosa Osei,rosa@tidewater.example,Tidewater Ledger,Accounting,close;tax,English,2,Mon 18:00-20:00; Sat 9-12"
LIN = "林薇,lin@harbour.example,Harbour Clinic,Laboratory,GMP,普通话、英语,1,周一 18:00-20:00"


def put_in(programme: Programme, user: User, now: datetime, *lines: str, **more: Any) -> Upload:
    told = {"audience": Audience.INSIDERS, "name": "alumni.csv"} | more
    data = told.pop("data", "\n".join([HEAD, *lines]).encode())
    return receive_list(programme=programme, data=data, by=user, now=now, **told)


def bring_in(programme: Programme, upload: Upload, now: datetime, *, are_in: bool = False) -> Upload:
    return apply_list(programme=programme, upload_id=upload.pk, obtained="alumni office", are_in=are_in, now=now)


def test_nobody_comes_in_before_it_was_looked_at(programme: Programme, owner: User, now: datetime) -> None:
    upload = put_in(programme, owner, now, ROSA, LIN)

    assert not Insider.objects.of(programme.workspace).exists()
    assert [one.told.name for one in read_list(upload).fresh] == ["Rosa Osei", "林薇"]


def test_a_list_comes_in_with_where_its_addresses_are_from(programme: Programme, owner: User, now: datetime) -> None:
    upload = bring_in(programme, put_in(programme, owner, now, ROSA, LIN), now)

    rosa, lin = Insider.objects.of(programme.workspace).order_by("number")
    assert (rosa.number, lin.number) == (1, 2)
    assert {rosa.state, lin.state} == {InsiderState.INVITED}
    assert {rosa.obtained, lin.obtained} == {"alumni office"}
    assert rosa.windows == [[0, "18:00", "20:00"], [5, "09:00", "12:00"]]
    assert (lin.languages, lin.a_month, lin.upload_id) == (["zh", "en"], 1, upload.pk)
    upload.refresh_from_db()
    assert bytes(upload.data) == b""


def test_every_bad_row_is_named_and_the_rest_comes_in(programme: Programme, owner: User, now: datetime) -> None:
    upload = put_in(
        programme, owner, now, ROSA, ",nobody@x.example,,,,,,", "Bad Mail,not an address,,,,,,",
        "None,n@x.example,,,,,0,", "Minus,m@x.example,,,,,-1,", "R Osei,rosa@tidewater.example,,,,,1,",
        "Late,l@x.example,,,,Klingon,1,Mon 25:00-26:00",
    )  # fmt: skip

    done = bring_in(programme, upload, now)

    assert list(Insider.objects.of(programme.workspace).order_by("number").values_list("name", flat=True)) == [
        "Rosa Osei",
        "Late",
    ]
    assert [(one["row"], one["code"]) for one in done.problems] == [
        (3, "no_name"), (4, "bad_email"), (5, "no_capacity"), (6, "negative_capacity"), (7, "twice"),
        (8, "unknown_language"), (8, "impossible_hours"),
    ]  # fmt: skip


def test_who_is_here_already_stays_as_they_are(programme: Programme, owner: User, now: datetime) -> None:
    make_insider(programme, "R. O.", email="rosa@tidewater.example", field="Tax")
    make_insider(programme, "林薇", email="", organisation="Harbour Clinic")

    reading = read_list(upload := put_in(programme, owner, now, ROSA, LIN))
    bring_in(programme, upload, now)

    assert (len(reading.fresh), len(reading.known)) == (0, 2)
    assert sorted(Insider.objects.of(programme.workspace).values_list("field", flat=True)) == ["Accounting", "Tax"]


VAGUE = "Rosa Osei,rosa@tidewater.example,Tidewater Ledger,Accounting,,English,2,when I can"
WRONG = "Lin Wei,,Harbour Clinic,,,中文,,Tue 18:00-20:00"


def test_a_corrected_list_brings_people_up_to_date_and_back(programme: Programme, owner: User, now: datetime) -> None:
    first = bring_in(programme, put_in(programme, owner, now, VAGUE, WRONG), now)
    rosa, lin = Insider.objects.of(programme.workspace).order_by("number")
    Insider.objects.of(programme.workspace).filter(pk=lin.pk).update(languages=["zh", "fr"], version=2)

    upload = put_in(programme, owner, now, ROSA, WRONG.replace(",,,中文,,Tue", ",Laboratory,,English,3,Wed"))
    reading = read_list(upload)
    assert (len(reading.fresh), [one.name for one in reading.updates]) == (0, ["Rosa Osei", "Lin Wei"])
    assert reading.updates[0].changes.keys() == {"topics", "windows"}
    assert reading.updates[1].changes == {
        "field": ("", "Laboratory"),
        "a_month": (1, 3),
        "windows": ([[1, "18:00", "20:00"]], [[2, "18:00", "20:00"]]),
    }
    bring_in(programme, upload, now)

    rosa.refresh_from_db()
    lin.refresh_from_db()
    assert (rosa.topics, rosa.windows[0], rosa.upload) == (["close", "tax"], [0, "18:00", "20:00"], first)
    assert (lin.languages, lin.windows, lin.version) == (["zh", "fr"], [[2, "18:00", "20:00"]], 3)

    assert take_list_back(workspace=programme.workspace, upload_id=upload.pk, now=now) == 0
    rosa.refresh_from_db()
    lin.refresh_from_db()
    assert (rosa.topics, rosa.windows, lin.field, lin.a_month) == ([], [], "", 1)
    assert lin.windows == [[1, "18:00", "20:00"]]


def test_who_was_only_brought_up_to_date_goes_with_their_list(programme: Programme, owner: User, now: datetime) -> None:
    first = bring_in(programme, put_in(programme, owner, now, VAGUE), now)
    bring_in(programme, put_in(programme, owner, now, ROSA), now)

    assert take_list_back(workspace=programme.workspace, upload_id=first.pk, now=now) == 1


def test_nobody_is_brought_up_to_date_unless_it_was_wished(programme: Programme, owner: User, now: datetime) -> None:
    bring_in(programme, put_in(programme, owner, now, VAGUE), now)
    upload = put_in(programme, owner, now, ROSA)

    apply_list(programme=programme, upload_id=upload.pk, obtained="alumni office", are_in=False, updates=False, now=now)

    assert Insider.objects.of(programme.workspace).get().windows == []


def test_who_left_stays_as_they_were(programme: Programme, owner: User, now: datetime) -> None:
    bring_in(programme, put_in(programme, owner, now, VAGUE), now)
    Insider.objects.of(programme.workspace).update(state=InsiderState.LEFT)

    assert read_list(put_in(programme, owner, now, ROSA)).updates == []


def test_a_seeker_without_address_and_employer_is_known_again(programme: Programme, owner: User, now: datetime) -> None:
    old, new = (
        put_in(
            programme, owner, now, audience=Audience.SEEKERS, data=f"Name,Field,Free hours\nSofia Rossi,{rest}".encode()
        )
        for rest in ("Lab,whenever suits", "Lab technician,Sat morning")
    )
    bring_in(programme, old, now)

    bring_in(programme, new, now)

    sofia = Participant.objects.of(programme.workspace).get()
    assert (sofia.field, sofia.windows) == ("Lab technician", [[5, "09:00", "12:00"]])


def test_another_programmes_people_are_not_known(programme: Programme, owner: User, rival: User, now: datetime) -> None:
    others = Programme._base_manager.exclude(pk=programme.pk).get()
    make_insider(others, email="rosa@tidewater.example")

    assert len(read_list(put_in(programme, owner, now, ROSA)).fresh) == 1


def test_who_asked_for_no_mail_does_not_come_in(programme: Programme, owner: User, now: datetime) -> None:
    stop_address(workspace=programme.workspace, email="rosa@tidewater.example", why="unsubscribed", now=now)

    assert read_list(put_in(programme, owner, now, ROSA)).fresh == []


def test_seekers_come_in_with_their_cohort(programme: Programme, owner: User, now: datetime) -> None:
    cohort = Cohort.objects.create(workspace=programme.workspace, name="Autumn", created_at=now)
    lines = [
        "姓名,邮箱,目标行业,想了解,语言,想谈几次,班级",
        "陈梅,mei@seeker.example,会计,月结、执照,中文,2,autumn",
        "李一,li@seeker.example,,,,,Spring",
    ]
    data = "\n".join(lines)

    done = bring_in(
        programme,
        put_in(programme, owner, now, audience=Audience.SEEKERS, data=data.encode("gb18030")),
        now,
        are_in=True,
    )

    mei, li = Participant.objects.of(programme.workspace).order_by("number")
    assert (mei.name, mei.field, mei.goals, mei.wanted) == ("陈梅", "会计", {"月结": 2, "执照": 2}, 2)
    assert (mei.cohort, mei.state, mei.active_at) == (cohort, ParticipantState.ACTIVE, now)
    assert li.cohort is None
    assert [one["code"] for one in done.problems] == ["unknown_cohort"]


def test_a_column_that_was_not_recognised_is_named_by_hand(programme: Programme, owner: User, now: datetime) -> None:
    upload = put_in(programme, owner, now, data=b"Quien,Donde\nRosa Osei,rosa@tidewater.example")
    assert not read_list(upload).has_names

    choose_columns(workspace=programme.workspace, upload_id=upload.pk, columns=["name", "email"])
    bring_in(programme, upload, now)

    assert Insider.objects.of(programme.workspace).get().email == "rosa@tidewater.example"


def test_a_heading_that_was_explained_once_is_known_from_then_on(
    programme: Programme, owner: User, now: datetime
) -> None:
    first = put_in(programme, owner, now, data=b"Quien,Donde,Name\nRosa Osei,rosa@tidewater.example,x")
    choose_columns(workspace=programme.workspace, upload_id=first.pk, columns=["name", "email", ""])
    bring_in(programme, first, now)

    later = read_list(put_in(programme, owner, now, data=b"Field,DONDE,Quien\nLab,lin@harbour.example,Lin Wei"))
    seekers = read_list(put_in(programme, owner, now, audience=Audience.SEEKERS, data=b"Donde,Quien\na@b.example,Lin"))

    assert [one.column for one in later.columns] == ["field", "email", "name"]
    assert [one.column for one in seekers.columns] == [None, None]
    assert seekers.unheeded == ["Donde", "Quien"]


def test_it_comes_in_once(programme: Programme, owner: User, now: datetime) -> None:
    upload = put_in(programme, owner, now, ROSA)
    bring_in(programme, upload, now)

    with pytest.raises(NotNowError):
        bring_in(programme, upload, now)

    assert Insider.objects.of(programme.workspace).count() == 1


def test_the_whole_list_is_taken_back(programme: Programme, owner: User, now: datetime) -> None:
    kept = make_insider(programme, "Kept")
    upload = bring_in(programme, put_in(programme, owner, now, ROSA, LIN), now)

    assert take_list_back(workspace=programme.workspace, upload_id=upload.pk, now=now) == 2

    assert list(Insider.objects.of(programme.workspace)) == [kept]
    with pytest.raises(NotNowError):
        take_list_back(workspace=programme.workspace, upload_id=upload.pk, now=now)


@pytest.mark.parametrize("happened", [{"asked_at": datetime(2026, 11, 25).astimezone()}, {"version": 2}])
def test_not_once_something_hangs_on_it(
    programme: Programme, owner: User, now: datetime, happened: dict[str, Any]
) -> None:
    upload = bring_in(programme, put_in(programme, owner, now, ROSA, LIN), now)
    Insider.objects.of(programme.workspace).filter(number=1).update(**happened)

    with pytest.raises(InUseError):
        take_list_back(workspace=programme.workspace, upload_id=upload.pk, now=now)

    assert Insider.objects.of(programme.workspace).count() == 2


def test_more_than_five_thousand_are_refused(programme: Programme, owner: User, now: datetime) -> None:
    lines = [f"P {n},p{n}@x.example,,,,,," for n in range(5001)]

    assert put_in(programme, owner, now, *lines[:5000]).rows == 5000
    with pytest.raises(UploadTooLargeError):
        put_in(programme, owner, now, *lines)
    with pytest.raises(UploadTooLargeError):
        put_in(programme, owner, now, data=b"x" * (10 << 20) + b"x")


@pytest.mark.parametrize(("data", "code"), [(b"", "empty"), (b"%PDF-1.4", "pdf"), (b"PK\x03\x04broken", "damaged")])
def test_what_is_no_list_is_refused_by_name(
    programme: Programme, owner: User, now: datetime, data: bytes, code: str
) -> None:
    with pytest.raises(UnreadableListError) as refused:
        put_in(programme, owner, now, data=data)

    assert refused.value.code == code


def test_a_workbook_comes_in_like_text_unless_it_takes_too_long(
    programme: Programme, owner: User, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = book_of({"Alumni": [line.split(",") for line in (HEAD, ROSA, LIN)]})
    upload = put_in(programme, owner, now, data=data, name="alumni.xlsx")
    monkeypatch.setattr(workbooks, "Reader", lambda seconds: Reader(seconds=seconds / 10_000))
    with pytest.raises(UnreadableListError) as refused:
        put_in(programme, owner, now, data=data, name="alumni.xlsx")

    assert (upload.rows, refused.value.code) == (2, "too_slow")
    assert refusal("too_slow").startswith("Reading the file took too long.")


def test_what_nobody_applied_is_forgotten_after_a_week(programme: Programme, owner: User, now: datetime) -> None:
    put_in(programme, owner, now, ROSA)
    applied = bring_in(programme, put_in(programme, owner, now, LIN), now)
    thrown = put_in(programme, owner, now, ROSA)
    throw_list_away(workspace=programme.workspace, upload_id=thrown.pk)

    assert forget_lists(now=now + timedelta(days=7, minutes=1)) == 1
    assert list(Upload.objects.of(programme.workspace)) == [applied]


def test_what_was_wrong_with_a_list_is_forgotten_in_time(programme: Programme, now: datetime) -> None:
    """It names people who never came in."""
    wrong = [{"row": 2, "code": "no_email", "detail": "", "name": "Zuzana Quillfeather"}]
    for days in (59, 61):
        applied = {"made_at": now - timedelta(days=days), "applied_at": now - timedelta(days=days)}
        Upload.objects.create(workspace=programme.workspace, name=f"{days}.csv", problems=wrong, **applied)

    assert (forget_lists(now=now), forget_lists(now=now)) == (1, 0)

    kept = Upload.objects.of(programme.workspace).order_by("name")
    assert list(kept.values_list("name", "problems")) == [("59.csv", wrong), ("61.csv", [])]
