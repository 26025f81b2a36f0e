"""Own templates in the browser's terms: kept, tried on a person, used, counted, taken off and put back."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askwell.accounts.models import Profile, User, Workspace
from askwell.outreach.actions import entries
from askwell.outreach.actions.templates import TemplateText, keep_template
from askwell.outreach.choices import Answer, Channel
from askwell.outreach.models import Message, Template
from askwell.outreach.queries.templates import Fared, templates
from askwell.people.models import Person
from tests.factories.outreach import make_someone, send
from tests.outreach.web.test_write import fields_in, page_of

SignIn = Callable[[User], Client]
BODY = "Dear {first name},\n\nhow is {employer} from inside? I ask for 15 minutes.\n\n{my name}"


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def aisha(workspace: Workspace) -> Person:
    Profile.objects.filter(workspace=workspace).update(name="Mei Tan")
    return make_someone(workspace, "Aisha", "Khan", employer="Tidewater Foods", email="aisha@tidewater.example")


@pytest.fixture
def kept(workspace: Workspace, now: datetime) -> Template:
    text = TemplateText(name="Short <b>", language="en", subject="{field}?", body=BODY)
    return keep_template(workspace=workspace, text=text, now=now)


def test_a_template_is_kept_and_listed(client: Client, workspace: Workspace) -> None:
    said = {"name": " Short one ", "language": "en", "subject": "", "body": BODY, "do": "keep"}
    assert client.post("/templates/new/", said).status_code == 302
    one = Template.objects.of(workspace).get()
    assert (one.name, one.body) == ("Short one", BODY)
    assert "Not sent yet." in client.get("/templates/").content.decode()


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"body": "Dear {mother}"}, "“{mother}” in line 1 is no field."),
        ({"body": "x", "subject": "{x"}, "“{x” in the subject is no field."),
        ({"name": " "}, "A template needs a name and a text."),
        ({"body": "a" * 5001}, "A template has 5000 characters at most."),
    ],
)
def test_what_cannot_be_kept_says_why_and_keeps_what_was_typed(
    client: Client, workspace: Workspace, said: dict[str, str], why: str
) -> None:
    answer = client.post("/templates/new/", {"name": "N", "language": "fr", "body": "typed words", **said})
    html = answer.content.decode()
    assert (answer.status_code, why in html, Template.objects.of(workspace).count()) == (422, True, 0)
    assert said.get("body", "typed words").replace("<", "&lt;") in html


def test_it_is_tried_on_a_real_person_without_being_kept(client: Client, workspace: Workspace, aisha: Person) -> None:
    said = {"name": "", "language": "en", "body": BODY + " {role} {introduced by}", "reader": aisha.pk, "do": "try"}
    html = client.post("/templates/new/", said).content.decode()
    assert "Dear Aisha,<br><br>how is Tidewater Foods from inside?" in html
    assert "Not known of them: who introduced you." in html
    assert Template.objects.of(workspace).count() == 0


def test_a_draft_begins_with_it_and_its_sending_is_counted(
    client: Client, workspace: Workspace, aisha: Person, kept: Template, now: datetime
) -> None:
    sheet = fields_in(client.get(page_of(aisha)).content.decode())
    client.post(f"{page_of(aisha)}?do=template-{kept.pk}", sheet)
    draft = Message.objects.of(workspace).get()
    assert (draft.body.splitlines()[0], draft.template_id) == ("Dear Aisha,", kept.pk)
    sheet = fields_in(client.get(page_of(aisha)).content.decode())
    sheet |= {"body": sheet["body"] + "\n\nPS: thanks", "address": "aisha@tidewater.example", "subject": "Planning?"}
    assert client.post(page_of(aisha), {**sheet, "do": "sent"}).status_code == 302
    assert [one.fared for one in templates(workspace)] == [Fared(1, 0, 0)]
    sent = Message.objects.of(workspace).get(state="sent")
    entries.log_answer(
        workspace=workspace, thread_id=sent.thread_id, answer=Answer.ACCEPTS, channel=Channel.EMAIL,
        at=sent.happened_at, now=sent.happened_at,
    )  # fmt: skip
    assert [one.fared for one in templates(workspace)] == [Fared(1, 1, 1)]


def test_own_words_are_asked_for_before_a_template_takes_their_place(
    client: Client, workspace: Workspace, aisha: Person, kept: Template
) -> None:
    sheet = fields_in(client.get(page_of(aisha)).content.decode()) | {"body": "My own words"}
    answer = client.post(f"{page_of(aisha)}?do=template-{kept.pk}", sheet)
    html = answer.content.decode()
    assert (answer.status_code, "Take the template instead, or keep yours?" in html) == (422, True)
    assert (f"?do=template-{kept.pk}" in html, ">My own words</textarea>" in html) == (True, True)
    client.post(f"{page_of(aisha)}?do=template-{kept.pk}", {**fields_in(html), "own_words": "keep"})
    assert Message.objects.of(workspace).get().body == "My own words"
    client.post(
        f"{page_of(aisha)}?do=template-{kept.pk}",
        {**fields_in(client.get(page_of(aisha)).content.decode()), "own_words": "new"},
    )
    assert Message.objects.of(workspace).get().body.startswith("Dear Aisha,")


def test_a_letter_is_kept_as_a_template(client: Client, workspace: Workspace, aisha: Person) -> None:
    sheet = fields_in(client.get(page_of(aisha)).content.decode())
    sheet |= {"body": "Dear Aisha,\n\nTidewater Foods?\n\nMei Tan", "subject": "A question, Aisha Khan"}
    answer = client.post(f"{page_of(aisha)}?do=as_template", sheet)
    one = Template.objects.of(workspace).get()
    assert answer.headers["Location"] == f"/templates/{one.pk}/?reader={aisha.pk}"
    assert (one.body, one.subject) == ("Dear {first name},\n\n{employer}?\n\n{my name}", "A question, {name}")
    assert "Dear Aisha,<br><br>Tidewater Foods?" in client.get(answer.headers["Location"]).content.decode()


def test_it_goes_off_the_list_and_comes_back(client: Client, workspace: Workspace, kept: Template) -> None:
    client.post(f"/templates/{kept.pk}/", {"do": "remove"})
    assert (templates(workspace), client.get(f"/templates/{kept.pk}/").status_code) == ([], 404)
    client.post(f"/templates/{kept.pk}/restore/")
    assert [one.id for one in templates(workspace)] == [kept.pk]


def test_the_list_asks_as_often_for_one_as_for_three(
    client: Client, workspace: Workspace, kept: Template, aisha: Person, now: datetime
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/templates/")
        return len(queries)

    one = asked()
    for name in ("Second", "Third"):
        keep_template(workspace=workspace, text=TemplateText(name=name, language="en", subject="", body="x"), now=now)
    send(aisha, now)
    Message.objects.of(workspace).update(template=kept)
    assert (asked(), [row.fared.sent for row in templates(workspace)]) == (one, [0, 1, 0])
