"""The pages of business cards: several at once, confirmed beside the picture, with every way back."""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_tasks_db.models import DBTaskResult

from askwell.accounts.models import User, Workspace
from askwell.outreach.models import FollowUp
from askwell.people.actions.persons import FirstFacts, PersonDetails
from askwell.people.actions.scans import confirm_card, read_scans, receive_cards
from askwell.people.models import CardPicture, CardScan, ContactPoint, Encounter, Event, Note, Person, Role, Tie
from askwell.people.queries import search
from askwell.people.web.words.cards import REFUSALS
from askwell.protocols.child import RefusedError
from askwell.protocols.pictures import PictureError
from askwell.ui import installing
from tests.desk.counting import queries_of
from tests.factories.cards import JPEG, PRINTED, Told, read, receive, seen
from tests.factories.people import make_person

SignIn = Callable[[User], Client]


@pytest.fixture
def page(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def files(*data: bytes) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(f"{number}.jpg", one, "image/jpeg") for number, one in enumerate(data, 1)]


def form_of(page: Client, scan: CardScan, **changes: str) -> dict[str, str]:
    """What a browser would send of the card's form as it stands, with some fields changed."""
    html = page.get(f"/people/cards/{scan.pk}/").content.decode()
    html = html[html.index('<form class="reading"') :]
    sent = dict.fromkeys(re.findall(r'name="([\w-]+)"', html), "")
    for tag in re.findall(r"<input[^>]*>", html):
        name, value = re.search(r'name="([\w-]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and value and ('type="radio"' not in tag or " checked" in tag):
            sent[name[1]] = value[1]
    for name, choices in re.findall(r'<select name="(\w+)".*?>(.*?)</select>', html, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', choices)
        sent[name] = chosen[1] if chosen else ""
    for name, text in re.findall(r'<textarea name="(\w+)"[^>]*>\s*(.*?)</textarea>', html, re.DOTALL):
        sent[name] = text
    return {**sent, **changes}


class TestReceiving:
    def test_several_at_once_wait_for_a_worker(
        self, page: Client, workspace: Workspace, django_capture_on_commit_callbacks: Any
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            answer = page.post("/people/cards/", {"pictures": files(b"one", b"two", b"three")})

        scans = list(CardScan.objects.of(workspace).order_by("position"))
        assert [scan.state for scan in scans] == ["reading"] * 3
        assert answer.headers["Location"] == f"/people/cards/{scans[0].pk}/"
        (task,) = DBTaskResult.objects.all()
        assert task.args_kwargs["args"] == [str(workspace.pk), str(scans[0].batch)]

    def test_front_and_back_and_the_event(self, page: Client, workspace: Workspace, now: datetime) -> None:
        event = Event.objects.create(workspace=workspace, name="Port", held_on=now.date(), created_at=now)
        page.post("/people/cards/", {"pictures": files(b"one", b"two"), "paired": "on", "event": str(event.pk)})

        scan = CardScan.objects.of(workspace).get()
        assert (scan.event_id, scan.pictures.count()) == (event.pk, 2)

    @pytest.mark.parametrize(
        ("pictures", "words"),
        [([], "Take a photo, or choose at least one picture."), ([b"x"] * 41, "You chose 41 pictures; 40 can be read")],
        ids=["none", "41"],
    )
    def test_too_few_and_too_many_are_told_so(
        self, page: Client, workspace: Workspace, pictures: list[bytes], words: str
    ) -> None:
        answer = page.post("/people/cards/", {"pictures": files(*pictures)})

        assert answer.status_code == 422
        assert words in answer.content.decode()
        assert not CardScan.objects.of(workspace).exists()

    def test_the_camera_opens_and_a_phone_gives_several(self, page: Client) -> None:
        html = page.get("/people/cards/").content.decode()

        assert '<input id="camera" type="file" name="pictures" accept="image/*" capture="environment">' in html
        assert '<input id="pictures" type="file" name="pictures" accept="image/*" multiple' in html

    def test_without_recognition_the_page_says_how_to_install_it(
        self, page: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("askwell.people.web.cards.receiving.text_is_readable", lambda: False)

        html = unescape(page.get("/people/cards/").content.decode())
        command = f'{sys.executable} -m pip install "askwell[cards]"'
        assert f"<code>{command}</code>" in html
        assert f'data-copy-text="{command}"' in html

    def test_on_a_server_for_many_no_folder_of_it_is_shown(
        self, page: Client, monkeypatch: pytest.MonkeyPatch, settings: Any
    ) -> None:
        monkeypatch.setattr("askwell.people.web.cards.receiving.text_is_readable", lambda: False)
        settings.HOSTED = True

        html = page.get("/people/cards/").content.decode()
        assert "Whoever runs this server can add it." in html
        assert sys.prefix not in html
        assert "pip install" not in html

    @pytest.mark.parametrize(
        ("pip", "command"),
        [(True, "'/my home/python' -m pip install"), (False, "uv pip install --python '/my home/python'")],
    )
    def test_the_command_is_right_for_this_installation(
        self, monkeypatch: pytest.MonkeyPatch, pip: bool, command: str
    ) -> None:
        monkeypatch.setattr(installing.sys, "executable", "/my home/python")
        monkeypatch.setattr(installing, "find_spec", lambda name: object() if pip else None)

        assert installing.install_command("cards") == f'{command} "askwell[cards]"'

    def test_strangers_events_are_none(self, page: Client, stranger: User, now: datetime) -> None:
        assert stranger.workspace
        event = Event.objects.create(workspace=stranger.workspace, name="Port", held_on=now.date(), created_at=now)

        assert page.post("/people/cards/", {"pictures": files(b"x"), "event": str(event.pk)}).status_code == 404
        assert page.post("/people/cards/", {"pictures": files(b"x"), "event": "no id"}).status_code == 404


class TestWaiting:
    def test_the_page_reloads_without_scripts_and_asks_with_them(
        self, page: Client, workspace: Workspace, now: datetime
    ) -> None:
        scans = read(workspace, b"one", now=now) + receive(workspace, b"two", b"three", now=now)
        html = page.get(f"/people/cards/{scans[1].pk}/").content.decode()

        assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in html
        assert f'hx-get="/people/cards/{scans[1].pk}/progress/"' in html
        assert "0 of 2 cards are read" in html

    def test_once_it_is_read_the_page_is_asked_for_anew(
        self, page: Client, workspace: Workspace, now: datetime
    ) -> None:
        (waiting,) = receive(workspace, b"two", now=now)
        (scan,) = read(workspace, b"one", now=now)

        assert page.get(f"/people/cards/{waiting.pk}/progress/").headers.get("HX-Refresh") is None
        assert page.get(f"/people/cards/{scan.pk}/progress/").headers["HX-Refresh"] == "true"

    @pytest.mark.parametrize("code", sorted(REFUSALS))
    def test_each_refusal_has_words_of_its_own(
        self, page: Client, workspace: Workspace, now: datetime, code: str
    ) -> None:
        (scan,) = read(workspace, b"bad", now=now, answers={b"bad": code})

        assert str(REFUSALS[code]).replace("’", "’") in page.get(f"/people/cards/{scan.pk}/").content.decode()

    def test_no_code_is_forgotten(self) -> None:
        said = re.findall(r'"(\w+)"', f"{PictureError.__doc__} {RefusedError.__doc__}")
        assert set(REFUSALS) == {*said, "nothing_read", "text_recognition_missing"}

    @pytest.mark.parametrize("cards", [1, 3])
    def test_the_list_costs_the_same_however_much_waits(
        self, page: Client, workspace: Workspace, now: datetime, cards: int
    ) -> None:
        read(workspace, *(b"%d" % number for number in range(cards)), now=now)

        assert queries_of(page, "/people/cards/") == 5


class TestPictures:
    def test_only_the_owner_sees_it_and_no_browser_keeps_it(
        self, page: Client, workspace: Workspace, stranger: User, sign_in: SignIn, now: datetime
    ) -> None:
        read(workspace, b"one", now=now)
        address = f"/people/cards/pictures/{CardPicture.objects.of(workspace).get().pk}.jpg"
        answer = page.get(address)

        assert (answer.content, answer.headers["Content-Type"]) == (JPEG, "image/jpeg")
        assert (answer.headers["Cache-Control"], answer.headers["X-Content-Type-Options"]) == ("no-store", "nosniff")
        assert sign_in(stranger).get(address).status_code == 404

    def test_bytes_that_nobody_looked_at_are_never_sent(
        self, page: Client, workspace: Workspace, now: datetime
    ) -> None:
        receive(workspace, b"<script>", now=now)

        assert page.get(f"/people/cards/pictures/{CardPicture.objects.of(workspace).get().pk}.jpg").status_code == 404


class TestConfirming:
    def test_what_stands_there_is_kept_and_the_next_card_comes(
        self, page: Client, workspace: Workspace, now: datetime
    ) -> None:
        first, second = read(workspace, b"one", b"two", now=now, answers={b"two": seen("Wei Zhang", "wei@x.example")})
        answer = page.post(f"/people/cards/{first.pk}/", form_of(page, first, said="The port was closed."))

        person = Person.objects.of(workspace).get()
        assert answer.headers["Location"] == f"/people/cards/{second.pk}/"
        assert (person.given_name, person.family_name, person.obtained) == ("Sofia", "Marchetti", "card")
        assert sorted(ContactPoint.objects.of(workspace).values_list("value", "obtained")) == [
            ("+16045550142", "card"), ("sofia.marchetti@lanternbay.example", "card"),
        ]  # fmt: skip
        assert Note.objects.of(workspace).get().text == "The port was closed."

    def test_after_the_last_the_person_is_shown(self, page: Client, workspace: Workspace, now: datetime) -> None:
        (scan,) = read(workspace, b"one", now=now)
        answer = page.post(f"/people/cards/{scan.pk}/", form_of(page, scan), follow=True)

        html = answer.content.decode()
        assert answer.redirect_chain[-1][0] == f"/people/{Person.objects.of(workspace).get().pk}/"
        assert f"/people/cards/pictures/{CardPicture.objects.of(workspace).get().pk}.jpg" in html

    def test_the_event_brings_encounter_tie_and_duty(self, page: Client, workspace: Workspace, now: datetime) -> None:
        yesterday = datetime.now(tz=now.tzinfo).date() - timedelta(days=1)  # on every clock of the world it has been
        event = Event.objects.create(workspace=workspace, name="Port", held_on=yesterday, created_at=now)
        (scan,) = read(workspace, b"one", now=now)
        CardScan.objects.of(workspace).update(event=event)
        page.post(f"/people/cards/{scan.pk}/", form_of(page, scan))

        assert (Encounter.objects.of(workspace).count(), Tie.objects.of(workspace).get().kind) == (1, "met_at_event")
        assert FollowUp.objects.of(workspace).get().kind == "greet"

    def test_somebody_with_the_address_gets_the_card(self, page: Client, workspace: Workspace, now: datetime) -> None:
        there = make_person(workspace, given="Sofia", family="M.", emails=[PRINTED[3]])
        (scan,) = read(workspace, b"one", now=now)
        html = page.get(f"/people/cards/{scan.pk}/").content.decode()
        assert "You may have them already" in html
        page.post(f"/people/cards/{scan.pk}/", form_of(page, scan))

        scan.refresh_from_db()
        assert (Person.objects.of(workspace).count(), scan.person_id) == (1, there.pk)

    def test_an_address_shared_with_another_name_only_offers(
        self, page: Client, workspace: Workspace, now: datetime
    ) -> None:
        make_person(workspace, given="Obinna", family="Balogun", emails=[PRINTED[3]])
        (scan,) = read(workspace, b"one", now=now)
        assert "You may have them already" in page.get(f"/people/cards/{scan.pk}/").content.decode()

        page.post(f"/people/cards/{scan.pk}/", form_of(page, scan))

        assert sorted(Person.objects.of(workspace).values_list("given_name", flat=True)) == ["Obinna", "Sofia"]

    def test_one_of_the_same_name_only_is_asked_about(self, page: Client, workspace: Workspace, now: datetime) -> None:
        make_person(workspace, given="Sofia", family="Marchetti", organisation="Elsewhere")
        (scan,) = read(workspace, b"one", now=now)
        sent = form_of(page, scan)
        assert sent["person"] == ""
        page.post(f"/people/cards/{scan.pk}/", sent)

        assert Person.objects.of(workspace).count() == 2

    def test_an_address_that_is_none_is_named_and_nothing_typed_is_lost(
        self, page: Client, workspace: Workspace, now: datetime
    ) -> None:
        (scan,) = read(workspace, b"one", now=now)
        answer = page.post(f"/people/cards/{scan.pk}/", form_of(page, scan, email_0="sofia at", title="Chief buyer"))

        html = answer.content.decode()
        assert answer.status_code == 422
        assert "“sofia at” is not an e-mail address" in html
        assert 'value="Chief buyer"' in html

    def test_a_person_who_is_not_ours_is_no_choice(
        self, page: Client, workspace: Workspace, stranger: User, now: datetime
    ) -> None:
        assert stranger.workspace
        theirs = make_person(stranger.workspace)
        (scan,) = read(workspace, b"one", now=now)
        answer = page.post(f"/people/cards/{scan.pk}/", form_of(page, scan, person=str(theirs.pk)))

        assert answer.status_code == 422
        assert Person.objects.of(workspace).count() == 0

    def test_what_is_hard_to_read_is_shown_as_printed(self, page: Client, workspace: Workspace, now: datetime) -> None:
        blurred = seen(*PRINTED, sureness=0.5)
        (scan,) = read(workspace, b"one", now=now, answers={b"one": blurred})
        html = page.get(f"/people/cards/{scan.pk}/").content.decode()

        assert "Hard to read. Compare it with the picture." in html
        assert 'viewBox="46.0 286.0 708.0 68.0"' in html
        assert '<polygon class="region r6 look" points="60,300 740,300 740,340 60,340"/>' in html

    def test_a_code_that_says_the_same_is_told_of_and_none_is_not(
        self, page: Client, workspace: Workspace, now: datetime
    ) -> None:
        code = "MECARD:N:Marchetti,Sofia;EMAIL:sofia.marchetti@lanternbay.example;;"
        coded, plain = read(workspace, b"one", b"two", now=now, answers={b"one": seen(*PRINTED, codes=(code,))})

        told = ["Code recognised." in page.get(f"/people/cards/{scan.pk}/").content.decode() for scan in (coded, plain)]
        assert told == [True, False]

    def test_code_before_print(self, page: Client, workspace: Workspace, now: datetime) -> None:
        code = "MECARD:N:Marchetti,Sofia;TEL:6045550142;EMAIL:sofia.marchett@lanternbay.example;;"
        (scan,) = read(workspace, b"one", now=now, answers={b"one": seen(*PRINTED, codes=(code,))})
        html = page.get(f"/people/cards/{scan.pk}/").content.decode()

        assert "The code says this; printed is “sofia.marchetti@lanternbay.example”. We took the code." in html

    @pytest.mark.parametrize("garbage", [[], {"name": 3, "emails": [{"value": None}], "phones": "x"}, {"list": ["x"]}])
    def test_a_row_that_somebody_else_wrote_breaks_nothing(
        self, page: Client, workspace: Workspace, now: datetime, garbage: object
    ) -> None:
        (scan,) = read(workspace, b"one", now=now)
        CardScan.objects.of(workspace).update(fields=garbage or {}, lines=[{"corners": [1]}, 3])

        assert page.get(f"/people/cards/{scan.pk}/").status_code == 200

    def test_a_day_still_to_come_is_refused(self, page: Client, workspace: Workspace, now: datetime) -> None:
        (scan,) = read(workspace, b"one", now=now)
        answer = page.post(f"/people/cards/{scan.pk}/", form_of(page, scan, met_on="2099-01-01"))

        assert answer.status_code == 422
        assert "That day is still to come." in answer.content.decode()
        assert Person.objects.of(workspace).count() == 0

    def test_only_what_was_read_is_called_sure(self, page: Client, workspace: Workspace, now: datetime) -> None:
        (scan,) = read(workspace, b"one", now=now)
        sure = '<span class="tag good">sure</span>'
        assert page.get(f"/people/cards/{scan.pk}/").content.decode().count(sure) == 6

        sent = form_of(page, scan, phone_0="abc", title="", organisation="Lantern Bay")
        assert page.post(f"/people/cards/{scan.pk}/", sent).content.decode().count(sure) == 3

    def test_both_scripts_are_kept_with_the_role(self, page: Client, workspace: Workspace, now: datetime) -> None:
        (scan,) = read(workspace, b"one", now=now, answers={b"one": BOTH})
        make_person(workspace, given="Old", family="Hand", organisation="Lantern Bay Provisions")
        sent = form_of(page, scan)
        assert (sent["title"], sent["title_zh"], sent["organisation_zh"]) == ("Buyer", "采购员", "灯湾食品公司")
        page.post(f"/people/cards/{scan.pk}/", sent)

        role = Role.objects.of(workspace).get(person__given_name="Simon")
        assert (role.title, role.organisation and role.organisation.name) == (
            "Buyer 采购员", "Lantern Bay Provisions 灯湾食品公司",
        )  # fmt: skip
        assert Note.objects.of(workspace).count() == 0
        assert sorted(one.given for one in search(workspace, "灯湾", limit=5)) == ["Old", "Simon"]


BOTH = seen(
    "Simon Chen", "陈思远", "Buyer", "采购员", "Lantern Bay Provisions", "灯湾食品公司", "simon.chen@lanternbay.example"
)


class TestWaysBack:
    @pytest.mark.parametrize("with_them", [True, False])
    def test_what_was_chosen_stands_there_again(
        self, page: Client, workspace: Workspace, now: datetime, with_them: bool
    ) -> None:
        likely = make_person(workspace, given="Sofia", family="Marchetti", emails=[PRINTED[3]])
        other = make_person(workspace, given="Sofia", family="Marchetti", organisation="Elsewhere")
        (scan,) = read(workspace, b"one", now=now)
        assert form_of(page, scan)["person"] == str(likely.pk)
        chosen = str(other.pk) if with_them else ""
        page.post(f"/people/cards/{scan.pk}/", form_of(page, scan, person=chosen))
        page.post(f"/people/cards/{scan.pk}/take-back/")

        assert form_of(page, scan)["person"] == chosen

    def test_keeping_is_undone(self, page: Client, workspace: Workspace, now: datetime) -> None:
        (scan,) = read(workspace, b"one", now=now)
        page.post(f"/people/cards/{scan.pk}/", form_of(page, scan))
        answer = page.post(f"/people/cards/{scan.pk}/take-back/", follow=True)

        assert "Taken back. The card waits again." in answer.content.decode()
        assert Person.objects.of(workspace).count() == 0

    def test_leaving_out_is_undone(self, page: Client, workspace: Workspace, now: datetime) -> None:
        (scan,) = read(workspace, b"one", now=now)
        answer = page.post(f"/people/cards/{scan.pk}/leave-out/", follow=True)
        assert f'action="/people/cards/{scan.pk}/bring-back/"' in answer.content.decode()
        page.post(f"/people/cards/{scan.pk}/bring-back/")

        assert CardScan.objects.of(workspace).get().state == "ready"

    def test_a_picture_leaves_the_persons_page_and_comes_back(
        self, page: Client, workspace: Workspace, now: datetime
    ) -> None:
        (scan,) = read(workspace, b"one", now=now)
        person = confirm_card(
            workspace=workspace, scan_id=scan.pk, details=PersonDetails(given="Sofia"), facts=FirstFacts(),
            person_id=None, event_id=None, now=now,
        )  # fmt: skip
        answer = page.post(f"/people/cards/{scan.pk}/leave-out/", follow=True)
        assert answer.redirect_chain[-1][0] == f"/people/{person.pk}/"
        assert "/people/cards/pictures/" not in answer.content.decode()
        page.post(f"/people/cards/{scan.pk}/bring-back/")

        assert "/people/cards/pictures/" in page.get(f"/people/{person.pk}/").content.decode()

    def test_the_button_says_that_both_pictures_go(self, page: Client, workspace: Workspace, now: datetime) -> None:
        for pictures, words in ((1, "Remove the picture"), (2, "Remove both pictures")):
            uploads = [(f"{side}.jpg", b"one") for side in range(pictures)]
            (scan,) = receive_cards(workspace=workspace, uploads=uploads, paired=True, event_id=None, now=now)
            read_scans(workspace=workspace, batch=scan.batch, clock=lambda: now, reader=Told())
            person = confirm_card(
                workspace=workspace, scan_id=scan.pk, details=PersonDetails(given="Sofia"), facts=FirstFacts(),
                person_id=None, event_id=None, now=now,
            )  # fmt: skip
            html = page.get(f"/people/{person.pk}/").content.decode()
            said = re.findall(r"Remove (?:the|both) pictures?", html)
            assert (said, html.count("/people/cards/pictures/")) == ([words], 2 * pictures)

    def test_turned_it_is_read_again(
        self, page: Client, workspace: Workspace, now: datetime, django_capture_on_commit_callbacks: Any
    ) -> None:
        (scan,) = read(workspace, b"one", now=now)
        picture = CardPicture.objects.of(workspace).get()
        with django_capture_on_commit_callbacks(execute=True):
            page.post(f"/people/cards/pictures/{picture.pk}/turn/")

        picture.refresh_from_db()
        assert (picture.turn, CardScan.objects.of(workspace).get().state) == (90, "reading")
        assert DBTaskResult.objects.count() == 1

    def test_another_photo_takes_its_place(self, page: Client, workspace: Workspace, now: datetime) -> None:
        (scan,) = read(workspace, b"one", now=now)
        assert page.post(f"/people/cards/{scan.pk}/photo/", {"side": "0"}).status_code == 422
        page.post(f"/people/cards/{scan.pk}/photo/", {"pictures": files(b"back"), "side": "1"})

        sides = CardPicture.objects.of(workspace).order_by("side").values_list("side", "data")
        assert [(side, bytes(data)) for side, data in sides] == [(0, JPEG), (1, b"back")]

    def test_a_kept_card_says_so_instead_of_failing(self, page: Client, workspace: Workspace, now: datetime) -> None:
        (scan,) = read(workspace, b"one", now=now)
        sent = form_of(page, scan)
        page.post(f"/people/cards/{scan.pk}/", sent)
        answer = page.post(f"/people/cards/{scan.pk}/", sent, follow=True)

        assert "This card was kept or left out already." in answer.content.decode()
        assert Person.objects.of(workspace).count() == 1


@pytest.mark.once
def test_the_web_process_loads_no_library_of_pictures() -> None:
    heavy = {"PIL", "cv2", "rapidocr", "onnxruntime", "zxingcpp"}
    program = (
        "import django, sys; django.setup(); from django.urls import get_resolver;"
        f"get_resolver().url_patterns[1].url_patterns; print(sorted({heavy} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
