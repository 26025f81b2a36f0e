"""Lists that a coordinator puts in."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from askwell.accounts.models import User
from askwell.programmes.models import Insider, Programme, Upload

SignIn = Callable[[User], Client]
LIST = """Name,E-mail,Employer,Talks a month,Free hours,Shoe size
Rosa Osei,rosa@tidewater.example,Tidewater Ledger,2,Mon 18:00-20:00,38
Tam Nguyen,tam@clinic.example,Harbour Clinic,-1,Mon 18:00-20:00,41
Lin Wei,lin@cedar.example,Cedar Foods,1,Mon 25:00-26:00,37
"""


def put_in(client: Client, text: str = LIST) -> str:
    answer = client.post(
        "/programmes/lists/", {"audience": "insiders", "file": SimpleUploadedFile("alumni.csv", text.encode())}
    )
    return answer.headers["Location"]


def test_from_a_file_to_people_and_back(programme: Programme, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)
    path = put_in(client)

    preview = client.get(path).content.decode()
    assert "Bring 2 people in" in preview
    assert "“-1” talks: fewer than none." in preview
    assert "“Mon 25:00-26:00” was not understood as hours; “Mon 18:00-20:00; Sat mornings” would be." in preview
    assert not Insider.objects.of(programme.workspace).exists()

    done = client.post(f"{path}apply/", {"obtained": "alumni office"}, follow=True).content.decode()
    assert f"{path}back/" in done
    assert sorted(Insider.objects.of(programme.workspace).values_list("name", flat=True)) == ["Lin Wei", "Rosa Osei"]

    client.post(f"{path}back/")
    assert not Insider.objects.of(programme.workspace).exists()


def test_what_was_understood_is_shown_above_what_brings_people_in(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    client = sign_in(owner)
    rows = "Name,E-mail,Employer,Free hours,Shoe size\nRosa Osei,rosa@tidewater.example,,Tue evenings,38"
    preview = client.get(put_in(client, rows)).content.decode()

    assert "1 column is left out: “Shoe size”." in preview
    assert preview.index("1 column is left out") < preview.index("Bring 1 person in")
    heard = preview.partition('id="heard"')[2].partition("</section>")[0]
    assert "Tue evenings" in heard
    assert "<p>Tuesday 5:30 p.m.–8:30 p.m.</p>" in heard.replace("17:30–20:30", "5:30 p.m.–8:30 p.m.")


def test_two_faults_of_a_row_are_one_line(programme: Programme, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)
    preview = client.get(put_in(client, "Name,E-mail,Talks a month\nRosa Osei,rosa at home,-1")).content.decode()

    assert preview.count('data-label="Row">2<') == 1
    assert "is no e-mail address" in preview
    assert "fewer than none" in preview


def test_a_corrected_list_shows_what_changes_and_is_taken_back(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    client = sign_in(owner)
    client.post(f"{put_in(client)}apply/", {"obtained": "alumni office"})
    insider = Insider.objects.of(programme.workspace).get(name="Lin Wei")
    path = put_in(client, LIST.replace("Mon 25:00-26:00", "Sat morning"))

    preview = client.get(path).content.decode()
    assert "Bring 1 person who is here already up to date" in preview
    assert '<span class="quiet">Free hours</span> – → Saturday' in preview
    assert 'name="obtained"' not in preview

    done = client.post(f"{path}apply/", {"updates": "1"}, follow=True).content.decode()
    assert "1 person who was here already was brought up to date." in done
    insider.refresh_from_db()
    assert insider.windows == [[5, "09:00", "12:00"]]

    back = client.post(f"{path}back/", follow=True).content.decode()
    assert "What the list changed is as before." in back
    insider.refresh_from_db()
    assert insider.windows == []


def test_who_is_here_stays_as_they_are_without_the_tick(programme: Programme, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)
    client.post(f"{put_in(client)}apply/", {"obtained": "alumni office"})

    client.post(f"{put_in(client, LIST.replace('Mon 25:00-26:00', 'Sat morning'))}apply/", {})

    assert Insider.objects.of(programme.workspace).get(name="Lin Wei").windows == []


def test_how_the_addresses_were_come_by_has_to_be_said(programme: Programme, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)
    path = put_in(client)

    answer = client.post(f"{path}apply/", {"obtained": " "})

    assert answer.status_code == 422
    assert "where the addresses come from" in answer.content.decode()
    assert not Insider.objects.of(programme.workspace).exists()


def test_a_column_is_said_by_hand(programme: Programme, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)
    path = put_in(client)

    client.post(f"{path}columns/", {"column": ["name", "email", "organisation", "talks", "hours", "note"]})
    client.post(f"{path}apply/", {"obtained": "alumni office"})

    assert set(Insider.objects.of(programme.workspace).values_list("note", flat=True)) == {"38", "37"}


def test_what_is_no_list_is_named(programme: Programme, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)

    answer = client.post("/programmes/lists/", {"file": SimpleUploadedFile("list.pdf", b"%PDF-1.7")})

    assert answer.status_code == 422
    assert "That is a PDF." in answer.content.decode()
    assert not Upload.objects.of(programme.workspace).exists()


@pytest.mark.parametrize("audience", ["insiders", "seekers"])
@pytest.mark.parametrize("language", ["en", "fr", "zh-hans"])
def test_the_empty_list_is_understood_when_it_comes_back(
    programme: Programme, owner: User, sign_in: SignIn, audience: str, language: str
) -> None:
    owner.language = language
    owner.save()
    client = sign_in(owner)
    empty = client.get(f"/programmes/lists/template.csv?audience={audience}").content

    path = client.post(
        "/programmes/lists/", {"audience": audience, "file": SimpleUploadedFile("empty.csv", empty)}
    ).headers["Location"]

    page = client.get(path)
    reading = page.context["reading"]
    assert [one.heading for one in reading.columns if one.column is None] == []
    assert (len(reading.fresh), reading.problems) == (2, [])


def test_a_list_of_others_is_not_found(programme: Programme, owner: User, rival: User, sign_in: SignIn) -> None:
    path = put_in(sign_in(owner))
    client = sign_in(rival)

    assert client.get(path).status_code == 404
    for step in ("apply", "back", "away", "columns"):
        assert client.post(f"{path}{step}/", {"obtained": "theirs"}).status_code == 404
    assert Upload.objects.of(programme.workspace).count() == 1


def test_a_row_that_stays_out_does_not_also_come_in_without_something(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    client = sign_in(owner)
    path = put_in(client, LIST + "Rosa Osei,rosa@tidewater.example,Tidewater Ledger,2,Mon 25:00-26:00,38\n")

    preview = client.get(path).content.decode()

    problems = preview.split("Rows that stay out")[1].split("What was understood")[0]
    out, partly = problems.split("Come in without what cannot be read")
    assert ("Rosa Osei" in out, "Rosa Osei" in partly, "Lin Wei" in partly) == (True, False, True)


def test_seekers_who_agreed_still_need_an_account(programme: Programme, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)
    file = SimpleUploadedFile("list.csv", b"Name,E-mail\nMei Chen,mei@seeker.example\n")
    path = client.post("/programmes/lists/", {"audience": "seekers", "file": file}).headers["Location"]

    preview = client.get(path).content.decode()
    done = client.post(f"{path}apply/", {"obtained": "applied", "are_in": "1"}, follow=True).content.decode()

    assert ("need no invitation" in preview, "needs an account of their own" in preview) == (False, True)
    assert "1 letter waits to be passed on: with it somebody joins with an account" in done
    assert ('href="/programmes/letters/?kind=seekers"' in done, 'href="/programmes/seekers/"' in done) == (True, True)
