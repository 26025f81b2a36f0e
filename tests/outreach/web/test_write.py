"""The write page as a seeker uses it, without scripts and with htmx."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from askwell.accounts.models import Profile, User, Workspace
from askwell.accounts.queries import workspace_of
from askwell.coach import drafts as coach
from askwell.coach.drafts import Code
from askwell.outreach.actions import entries
from askwell.outreach.choices import Answer, Channel, MeetingBy, MessageKind
from askwell.outreach.models import FollowUp, Message, Thread
from askwell.outreach.queries.drafts import DraftText
from askwell.outreach.queries.history import recipient
from askwell.outreach.queries.judging import Recipient, to_judge
from askwell.outreach.web.means import mailto, means_of
from askwell.people.choices import ContactKind, TieKind
from askwell.people.models import ContactPoint, Introduction, Person
from tests.factories.outbox import make_mailbox
from tests.factories.outreach import make_someone, make_waiting, send

SignIn = Callable[[User], Client]
BODY = "Dear Aisha,\n\nYour talk on berths stayed with me. Could I ask you about it for 15 minutes?\n\nMei Tan"


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.fixture
def aisha(workspace: Workspace) -> Person:
    Profile.objects.filter(workspace=workspace).update(name="Mei Tan", about="I bought packaging for six years")
    aisha = make_someone(workspace, "Aisha", "Khan", employer="Tidewater Foods", email="aisha@tidewater.example")
    lin = make_someone(workspace, "Hua", "Lin", native_name="林华", employer="Evergreen")
    Introduction.objects.create(workspace=workspace, introducer=lin, introduced=aisha, on=datetime(2026, 11, 1).date())
    return aisha


def test_of_a_title_in_two_scripts_a_message_takes_its_own(client: Client, workspace: Workspace) -> None:
    person = make_someone(
        workspace, "Siyuan", "Chen", native_name="陈思远", title="Freight planner 货运计划员", tie=TieKind.NONE,
        employer="Lantern Bay Provisions 灯湾食品", email="siyuan@lanternbay.example",
    )  # fmt: skip
    bodies = {}
    for language in ("en", "zh-Hans"):
        html = client.get(page_of(person), {"language": language}).content.decode()
        bodies[language] = html[html.index('name="body"') : html.index("</textarea>")]

    assert ("Lantern Bay Provisions" in bodies["en"], "灯湾食品" in bodies["en"]) == (True, False)
    assert ("Lantern Bay" in bodies["zh-Hans"], "灯湾食品" in bodies["zh-Hans"]) == (False, True)


@pytest.mark.parametrize(
    ("kind", "asks"),
    [(MessageKind.FIRST, True), (MessageKind.AGAIN, True), (MessageKind.REPLY, False), (MessageKind.THANKS, False)],
)
def test_thanks_and_answers_are_not_judged_by_whether_they_ask(kind: MessageKind, asks: bool) -> None:
    told = "Dear Aisha,\n\nThank you for your time on Tuesday. What you said of the berths stayed with me.\n\nMei Tan"
    to = Recipient(latin="Aisha Khan", native="", title="", organisation="", sender="Mei Tan")
    message = to_judge(to, kind=kind, channel=Channel.EMAIL, language="en", subject="Thanks", body=told)
    assert (Code.NO_ASK in {found.code for found in coach.check(message)}) is asks


def page_of(person: Person) -> str:
    return f"/people/{person.pk}/write/"


def fields_in(html: str) -> dict[str, str]:
    """The form as a browser would send it."""
    found = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', html))
    found.pop("csrfmiddlewaretoken", None)
    text = re.search(r"<textarea[^>]*>(.*?)</textarea>", html, re.S)
    return {**found, "body": text.group(1) if text else "", "channel": "email", "language": "en", "kind": "first"}


def test_somebody_in_shanghai_is_first_written_to_in_chinese(client: Client, workspace: Workspace) -> None:
    zhou = make_someone(workspace, "Min", "Zhou", native_name="周敏", employer="Tidewater Foods")
    Person.objects.of(workspace).filter(pk=zhou.pk).update(place="上海", region="", time_zone="", languages="")
    assert 'rows="11" lang="zh-Hans"' in client.get(page_of(zhou)).content.decode()


@pytest.mark.parametrize(("employer", "said"), [("Tidewater Inc.", "Tidewater Inc."), ("Tidewater", "Tidewater.")])
def test_the_head_has_one_full_stop_after_the_employer(
    client: Client, workspace: Workspace, employer: str, said: str
) -> None:
    html = client.get(page_of(make_someone(workspace, "Emily", "Chu", employer=employer))).content.decode()
    assert f"{said} " in html
    assert f"{said}." not in html


def test_a_first_message_is_composed_from_facts_and_nothing_is_saved_by_looking(client: Client, aisha: Person) -> None:
    answer = client.get(page_of(aisha))
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Lin Hua" in fields_in(html)["body"]
    assert "[" not in fields_in(html)["body"]
    assert not Thread.objects.of(aisha.workspace).exists()


def test_a_seeker_without_a_name_is_told_that_nobody_signs_it(
    client: Client, aisha: Person, workspace: Workspace
) -> None:
    said = "Nobody signs it yet"
    set_name(workspace, "")
    assert said in client.get(page_of(aisha)).content.decode()
    set_name(workspace, "Mei Tan")
    assert said not in client.get(page_of(aisha)).content.decode()


def set_name(workspace: Workspace, name: str) -> None:
    Profile.objects.update_or_create(workspace=workspace, defaults={"name": name, "native_name": ""})


@pytest.mark.parametrize(("channel", "language"), [("linkedin", "en"), ("wechat", "zh-Hans"), ("phone", "fr")])
def test_every_channel_and_language_can_be_asked_for(
    client: Client, aisha: Person, channel: str, language: str
) -> None:
    html = client.get(page_of(aisha), {"channel": channel, "language": language}).content.decode()
    assert f'value="{channel}" checked' in html
    assert f'<textarea id="body" name="body" rows="11" lang="{language}"' in html


def test_saved_checked_and_shown_again(client: Client, aisha: Person) -> None:
    fields = fields_in(client.get(page_of(aisha)).content.decode())
    answer = client.post(page_of(aisha), {**fields, "body": BODY, "do": "save"})
    assert (answer.status_code, answer["Location"]) == (302, page_of(aisha))
    draft = Message.objects.of(aisha.workspace).get()
    assert (draft.body, draft.state, draft.facts["edited"]) == (BODY, "draft", True)
    assert BODY.splitlines()[2] in client.get(page_of(aisha)).content.decode()


def test_autosave_keeps_what_is_typed_and_tells_a_second_tab(client: Client, aisha: Person) -> None:
    one, other = (fields_in(client.get(page_of(aisha)).content.decode()) for _ in range(2))
    save = f"{page_of(aisha)}save/"
    assert client.post(save, {**one, "body": "D"}).status_code == 204
    assert client.post(save, {**one, "body": "De"}).status_code == 204
    assert client.post(save, {**other, "body": "Another"}).status_code == 409
    assert Message.objects.of(aisha.workspace).get().body == "De"


def test_the_second_tab_is_shown_both_texts_and_loses_none(client: Client, aisha: Person) -> None:
    one, other = (fields_in(client.get(page_of(aisha)).content.decode()) for _ in range(2))
    client.post(page_of(aisha), {**one, "body": "Words from one tab", "do": "save"})
    answer = client.post(page_of(aisha), {**other, "body": "Words from the other", "do": "save"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Words from one tab" in html
    assert fields_in(html)["body"] == "Words from the other"
    answer = client.post(page_of(aisha), {**fields_in(html), "do": "save"})
    assert answer.status_code == 302
    assert Message.objects.of(aisha.workspace).get().body == "Words from the other"


def test_one_click_records_it_and_one_takes_it_back(client: Client, aisha: Person) -> None:
    fields = fields_in(client.get(page_of(aisha)).content.decode())
    answer = client.post(page_of(aisha), {**fields, "body": BODY, "do": "sent"}, follow=True)
    sent = Message.objects.of(aisha.workspace).get()
    assert (sent.state, sent.body) == ("sent", BODY)
    assert set(FollowUp.objects.of(aisha.workspace).values_list("kind", flat=True)) == {"second_person", "nudge"}
    undo = f"/conversations/entries/{sent.pk}/undo/"
    assert undo in answer.content.decode()
    client.post(undo)
    assert Message.objects.of(aisha.workspace).get().state == "draft"


def test_a_message_that_asks_for_a_job_goes_out_only_when_the_seeker_insists(client: Client, aisha: Person) -> None:
    fields = fields_in(client.get(page_of(aisha)).content.decode())
    asking = {**fields, "body": "Dear Aisha,\n\nDo you have a job for me?", "do": "sent"}
    answer = client.post(page_of(aisha), asking)
    assert answer.status_code == 422
    assert 'name="job" value="anyway"' in answer.content.decode()
    assert client.post(page_of(aisha), {**asking, "job": "anyway"}).status_code == 302


def test_what_the_guard_refuses_is_said_and_the_text_stays(client: Client, aisha: Person) -> None:
    send(make_someone(aisha.workspace, "Ana", "Silva", employer="Tidewater Foods"), timezone.now(), text=BODY)
    fields = fields_in(client.get(page_of(aisha)).content.decode())
    answer = client.post(page_of(aisha), {**fields, "body": BODY, "do": "sent"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "This is nearly what you sent to Ana Silva today" in html
    assert 'name="despite"' not in html
    assert fields_in(html)["body"] == BODY


def test_a_warning_can_be_overridden(client: Client, aisha: Person) -> None:
    for given, words in (("Ana", "We both left retail."), ("Bo", "Lin says you know nights best.")):
        colleague = make_someone(aisha.workspace, given, "Silva", employer="Tidewater Foods")
        send(colleague, timezone.now(), text=words)
    fields = {**fields_in(client.get(page_of(aisha)).content.decode()), "body": BODY, "do": "sent"}
    answer = client.post(page_of(aisha), fields)
    assert 'name="despite" value="burst_employer"' in answer.content.decode()
    assert client.post(page_of(aisha), {**fields, "despite": "burst_employer"}).status_code == 302


def test_another_channel_composes_anew_unless_the_words_are_the_seekers_own(client: Client, aisha: Person) -> None:
    fields = fields_in(client.get(page_of(aisha)).content.decode())
    client.post(page_of(aisha), {**fields, "channel": "linkedin", "do": "recompose"})
    draft = Message.objects.of(aisha.workspace).get()
    assert (draft.channel, len(draft.body) <= 300, draft.facts["edited"]) == ("linkedin", True, False)
    fields = fields_in(client.get(page_of(aisha)).content.decode())
    mine = {**fields, "channel": "wechat", "body": "My own words"}
    answer = client.post(page_of(aisha), {**mine, "do": "recompose"})
    assert answer.status_code == 422
    assert 'name="own_words" value="keep"' in answer.content.decode()
    assert Message.objects.of(aisha.workspace).get().body == draft.body
    client.post(f"{page_of(aisha)}?do=recompose", {**mine, "own_words": "keep"})
    kept = Message.objects.of(aisha.workspace).get()
    assert (kept.channel, kept.body) == ("wechat", "My own words")
    fields = fields_in(client.get(page_of(aisha)).content.decode())
    client.post(f"{page_of(aisha)}?do=recompose", {**fields, "own_words": "new"})
    assert Message.objects.of(aisha.workspace).get().body != "My own words"


def test_one_click_takes_a_suggestion(client: Client, aisha: Person) -> None:
    fields = fields_in(client.get(page_of(aisha)).content.decode())
    body = "Dear Aisha,\n\nI hope you are doing well. Hua Lin told me about you. Could I ask you something by phone?"
    html = client.post(f"{page_of(aisha)}findings/", {**fields, "body": body}).content.decode()
    number = re.search(r'value="rewrite-(\d+)">Say 15 minutes', html)
    assert number
    client.post(page_of(aisha), {**fields, "body": body, "do": f"rewrite-{number.group(1)}"})
    assert "15 minutes" in Message.objects.of(aisha.workspace).get().body


def test_a_remark_that_was_put_aside_stays_so_until_it_is_asked_for(client: Client, aisha: Person) -> None:
    fields = fields_in(client.get(page_of(aisha)).content.decode())
    body = "Dear Aisha,\n\nHua Lin told me about you. Could I ask you how you got into planning, by phone?\n\nMei"
    html = client.post(f"{page_of(aisha)}findings/", {**fields, "body": body}).content.decode()
    assert "Say how short it would be" in html
    client.post(page_of(aisha), {**fields, "body": body, "do": "dismiss-no_time_bound"})
    html = client.get(page_of(aisha)).content.decode()
    assert "Say how short it would be" not in html
    assert "Show the one you put aside" in html
    kept = fields_in(html)
    assert kept["dismissed"] == "no_time_bound"
    live = client.post(f"{page_of(aisha)}findings/", {**kept, "body": f"{body} Tan"}).content.decode()
    assert "Say how short it would be" not in live
    client.post(page_of(aisha), {**kept, "body": body, "do": "restore"})
    assert "Say how short it would be" in client.get(page_of(aisha)).content.decode()


def test_asking_for_a_job_is_not_put_aside(client: Client, aisha: Person) -> None:
    fields = fields_in(client.get(page_of(aisha)).content.decode())
    body = "Dear Aisha,\n\nHua Lin told me about you. Do you have a job for me in planning?\n\nMei Tan"
    client.post(page_of(aisha), {**fields, "body": body, "do": "dismiss-asks_for_job"})
    assert "Asks for a job" in client.get(page_of(aisha)).content.decode()


def test_findings_mark_the_text_and_write_nothing(client: Client, aisha: Person) -> None:
    fields = fields_in(client.get(page_of(aisha)).content.decode())
    body = "Hi <b>Aisha</b>,\n\nI hope you are doing well. Do you have a job for me?"
    with CaptureQueriesContext(connection) as asked:
        html = client.post(f"{page_of(aisha)}findings/", {**fields, "body": body}).content.decode()
    assert not [one["sql"] for one in asked if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert "Asks for a job" in html
    assert '<mark class="stop" data-n="1">Do you have a job for me?</mark>' in html
    assert "&lt;b&gt;Aisha&lt;/b&gt;" in html
    assert html.count('hx-swap-oob="true"') == 3


def test_the_fragment_is_what_a_full_reload_shows(client: Client, aisha: Person) -> None:
    fields = fields_in(client.get(page_of(aisha)).content.decode())
    fragment = client.post(f"{page_of(aisha)}findings/", {**fields, "body": BODY}).content.decode()
    client.post(page_of(aisha), {**fields, "body": BODY, "do": "save"})
    page = client.get(page_of(aisha)).content.decode()
    for what in (r'<ol class="findings">.*?</ol>', r'<div id="count">.*?</svg>', r'<div class="marks"[^>]*>.*?</div>'):
        in_fragment, in_page = re.search(what, fragment, re.S), re.search(what, page, re.S)
        assert in_fragment
        assert in_page
        assert in_fragment.group().replace(' hx-swap-oob="true"', "") == in_page.group()


def test_silence_is_foretold_with_its_dates_and_where_they_come_from(client: Client, aisha: Person) -> None:
    html = re.sub(r"<[^>]+>", "", client.get(page_of(aisha)).content.decode())
    assert "a second person at Tidewater Foods" in html
    assert "3 and 7 business days in British Columbia" in html
    assert "grade B" in html


def test_the_chinese_note_is_for_chinese_writers_of_english(seeker: User, client: Client, aisha: Person) -> None:
    User.objects.filter(pk=seeker.pk).update(language="zh-hans")
    body = {"body": "Dear Aisha,\n\nI hope you are doing well. I was told about you.", "kind": "first"}
    english = client.post(f"{page_of(aisha)}findings/", {**body, "channel": "email", "language": "en"})
    chinese = client.post(f"{page_of(aisha)}findings/", {**body, "channel": "email", "language": "zh-Hans"})
    assert "zh-note" in english.content.decode()
    assert "zh-note" not in chinese.content.decode()


def test_nothing_can_be_written_after_two_silences_or_a_stop(client: Client, workspace: Workspace) -> None:
    thread = make_waiting(workspace, timezone.now() - timedelta(days=20))
    send(thread.person, timezone.now() - timedelta(days=10), MessageKind.NUDGE)
    assert "two messages are unanswered" in client.get(page_of(thread.person)).content.decode()
    stopped = make_someone(workspace, "Ana", "Silva", do_not_contact_at=timezone.now())
    answer = client.post(page_of(stopped), {"body": BODY, "channel": "email", "language": "en", "do": "sent"})
    assert answer.status_code == 422
    assert not Message.objects.of(workspace).filter(thread__person=stopped).exists()


def test_a_nudge_goes_the_way_the_first_message_went(client: Client, workspace: Workspace) -> None:
    person = make_someone(workspace, email="d@h.example")
    send(person, timezone.now() - timedelta(days=12), channel=Channel.WECHAT)
    html = client.get(page_of(person), {"kind": "nudge"}).content.decode()
    assert 'value="wechat" checked' in html
    assert "This is the last one" in html


def test_inside_ones_own_company_it_speaks_of_a_move(client: Client, workspace: Workspace) -> None:
    person = make_someone(workspace, employer="Blue Heron Trading", tie=TieKind.COLLEAGUE, strength=2)
    client.post("/targets/", {"name": "Blue Heron Trading", "own": "on"})
    assert "A move inside Blue Heron Trading" in client.get(page_of(person)).content.decode()


def test_discarded_and_back(client: Client, aisha: Person) -> None:
    fields = fields_in(client.get(page_of(aisha)).content.decode())
    client.post(page_of(aisha), {**fields, "body": BODY, "do": "save"})
    draft = Message.objects.of(aisha.workspace).get()
    client.post(f"/conversations/drafts/{draft.pk}/discard/")
    assert not Thread.objects.of(aisha.workspace).exists()
    client.post(f"{page_of(aisha)}restore/")
    assert Message.objects.of(aisha.workspace).get().body == BODY
    assert client.post(f"{page_of(aisha)}restore/").status_code == 404


def test_mailto_survives_ampersands_chinese_and_line_breaks() -> None:
    link = mailto("li+a@x.example", "Q&A: 请教", "Dear Li,\n\n50 % & more?\nMei")
    assert link.startswith("mailto:li%2Ba@x.example?subject=")
    fields = parse_qs(urlsplit(link).query, strict_parsing=True)
    assert fields == {"subject": ["Q&A: 请教"], "body": ["Dear Li,\r\n\r\n50 % & more?\r\nMei"]}
    assert unquote(urlsplit(link).path) == "li+a@x.example"


@pytest.mark.parametrize(
    ("channel", "address", "link"),
    [
        (Channel.PHONE, "+16045550123;ext=12", "tel:+16045550123%3Bext%3D12"),
        (Channel.LINKEDIN, "https://www.linkedin.com/in/aisha", "https://www.linkedin.com/in/aisha"),
        (Channel.LINKEDIN, "javascript:alert(1)", ""),
        (Channel.WECHAT, "aisha_k", ""),
        (Channel.IN_PERSON, "", ""),
    ],
)
def test_each_channel_opens_the_seekers_own_means(channel: Channel, address: str, link: str) -> None:
    text = DraftText(kind=MessageKind.FIRST, channel=channel, language="en", body="Hello", address=address)
    assert means_of(text).link == link


def test_every_address_of_the_person_can_be_chosen(client: Client, aisha: Person) -> None:
    ContactPoint.objects.create(
        workspace=aisha.workspace, person=aisha, kind=ContactKind.EMAIL, value="a@home.example", key="a@home.example"
    )
    html = client.get(page_of(aisha)).content.decode()
    assert re.findall(r'<option value="([^"]+@[^"]+)"', html) == ["aisha@tidewater.example", "a@home.example"]


@pytest.mark.parametrize("what", ["", "save/", "findings/", "restore/"])
def test_a_stranger_gets_nothing(aisha: Person, stranger: User, sign_in: SignIn, what: str) -> None:
    client = sign_in(stranger)
    assert client.post(f"{page_of(aisha)}{what}", {"body": BODY, "do": "sent"}).status_code == 404
    if not what:
        assert client.get(page_of(aisha)).status_code == 404
    assert not Message.objects.of(aisha.workspace).exists()


def test_looking_takes_a_fixed_number_of_queries(client: Client, aisha: Person) -> None:
    with CaptureQueriesContext(connection) as few:
        client.get(page_of(aisha))
    for number in range(30):
        send(make_someone(aisha.workspace, f"P{number}", employer="Tidewater Foods"), datetime(2026, 11, 2, tzinfo=UTC))
    with CaptureQueriesContext(connection) as many:
        client.get(page_of(aisha))
    assert len(many) == len(few)


def test_the_form_that_was_answered_with_a_refusal_still_saves_as_it_is_typed(client: Client, aisha: Person) -> None:
    form = fields_in(client.get(page_of(aisha)).content.decode())
    assert client.post(page_of(aisha) + "save/", {**form, "body": BODY}).status_code == 204
    job = {**form, "body": "Dear Aisha, do you have a job for me?"}

    refused = client.post(page_of(aisha), {**job, "do": "sent"})

    again = fields_in(refused.content.decode())
    assert refused.status_code == 422
    assert again["editor"] == form["editor"]
    assert client.post(page_of(aisha) + "save/", {**again, "body": BODY}).status_code == 204
    assert Message.objects.of(aisha.workspace).get().body == BODY


def test_a_draft_that_went_out_in_another_tab_can_be_kept_as_a_new_one(client: Client, aisha: Person) -> None:
    client.post(page_of(aisha), {**fields_in(client.get(page_of(aisha)).content.decode()), "body": BODY, "do": "save"})
    one, other = (fields_in(client.get(page_of(aisha)).content.decode()) for _ in range(2))
    client.post(f"/conversations/drafts/{Message.objects.of(aisha.workspace).get().pk}/discard/", one)

    told = client.post(page_of(aisha), {**other, "body": "My own words", "do": "save"})

    html = told.content.decode()
    assert told.status_code == 422
    assert "This draft was sent or discarded in another tab. Your text is below." in html
    assert fields_in(html)["body"] == "My own words"
    assert client.post(page_of(aisha), {**fields_in(html), "do": "save"}).status_code == 302
    assert Message.objects.of(aisha.workspace).get().body == "My own words"


def test_own_words_outlive_a_wish_for_a_new_text_that_comes_too_late(client: Client, aisha: Person) -> None:
    one, other = (fields_in(client.get(page_of(aisha)).content.decode()) for _ in range(2))
    client.post(page_of(aisha), {**one, "body": "Words from one tab", "do": "save"})
    anew = {**other, "body": "My own words", "own_words": "new", "channel": "wechat"}
    told = client.post(f"{page_of(aisha)}?do=recompose", anew)
    assert told.status_code == 422
    assert fields_in(told.content.decode())["body"] == "My own words"


def test_the_form_that_was_shown_another_tabs_text_is_a_new_one(client: Client, aisha: Person) -> None:
    """Else what is still typed in the tab that lost would go on overwriting the other, unseen."""
    one, other = (fields_in(client.get(page_of(aisha)).content.decode()) for _ in range(2))
    client.post(page_of(aisha), {**one, "body": "Words from one tab", "do": "save"})
    told = fields_in(client.post(page_of(aisha), {**other, "body": "Others", "do": "save"}).content.decode())
    assert told["editor"] not in (one["editor"], other["editor"])


@pytest.mark.parametrize(("language", "said"), [("en", "Hua knows them."), ("zh-hans", "林华")])
def test_who_introduced_them_is_called_as_the_page_speaks(
    seeker: User, client: Client, aisha: Person, language: str, said: str
) -> None:
    User.objects.filter(pk=seeker.pk).update(language=language)
    html = client.get(page_of(aisha)).content.decode()
    head = html[html.index("<h1>") : html.index('id="msg"')]
    assert said in head
    assert ("Hua" in head) == (language == "en")


@pytest.fixture
def met(workspace: Workspace) -> Person:
    """Somebody who said yes and was met: a reply and thanks may both be written."""
    asked = timezone.now() - timedelta(days=3)
    person = make_someone(workspace, "Omar", "Haddad", tie=TieKind.ALUMNI)
    send(person, asked)
    told = {"workspace": workspace, "thread_id": Thread.objects.of(workspace).get().pk, "now": timezone.now()}
    entries.log_answer(answer=Answer.ACCEPTS, channel=Channel.EMAIL, at=asked + timedelta(days=1), **told)
    entries.met(at=asked + timedelta(days=2), by=MeetingBy.VIDEO, **told)
    return person


def form_of(html: str) -> dict[str, str]:
    """As `fields_in`, with the kind of message that the page is about."""
    found = re.search(r'class="compose"[^>]*aria-label="([^"]+)"', html)
    kinds = {"Thanks": "thanks", "Reply": "reply"}
    return {**fields_in(html), "kind": kinds[found[1] if found else ""]}


def test_who_was_met_and_thanked_is_written_a_word_to_keep_in_touch(client: Client, met: Person) -> None:
    assert form_of(client.get(page_of(met)).content.decode())["kind"] == "thanks"
    send(met, timezone.now() - timedelta(hours=1), MessageKind.THANKS)
    html = client.get(page_of(met)).content.decode()
    assert (form_of(html)["kind"], form_of(html)["body"]) == ("reply", "")
    assert "what came of their advice" in html
    assert "Ask for another talk" in html
    assert 'aria-label="First message"' in client.get(page_of(met) + "?kind=first").content.decode()


def test_times_are_offered_only_where_one_is_to_be_found(client: Client, met: Person, aisha: Person) -> None:
    offer = "Offer times, with a page"
    assert offer in client.get(page_of(aisha)).content.decode()
    assert offer in client.get(page_of(met) + "?kind=first").content.decode()
    for kind in ("thanks", "reply"):
        assert offer not in client.get(page_of(met) + f"?kind={kind}").content.decode()


def test_in_the_demo_the_page_says_before_that_nothing_leaves(
    client: Client, workspace: Workspace, aisha: Person
) -> None:
    make_mailbox(workspace, "mei@mail.example", timezone.now())
    said = "nothing leaves from here: Send only says so"
    assert said not in client.get(page_of(aisha)).content.decode()
    Workspace.objects.filter(pk=workspace.pk).update(is_demo=True)
    html = client.get(page_of(aisha)).content.decode()
    assert html.index(said) < html.index('value="send"')


def test_another_kind_of_message_takes_the_place_of_an_untouched_draft(client: Client, met: Person) -> None:
    reply = form_of(client.get(page_of(met) + "?kind=reply").content.decode())
    client.post(page_of(met), {**reply, "do": "save"})
    html = client.get(page_of(met) + "?kind=thanks").content.decode()
    assert form_of(html)["kind"] == "thanks"
    assert client.post(page_of(met), {**form_of(html), "do": "save"}).status_code == 302
    assert Message.objects.of(met.workspace).get(state="draft").kind == MessageKind.THANKS


def test_own_words_stay_and_the_page_says_what_waits_behind_them(client: Client, met: Person) -> None:
    reply = form_of(client.get(page_of(met) + "?kind=reply").content.decode())
    client.post(page_of(met), {**reply, "body": "Friday is fine.", "do": "save"})
    html = client.get(page_of(met) + "?kind=thanks").content.decode()
    assert form_of(html)["body"] == "Friday is fine."
    assert "a message in your own words that is not sent yet" in html
    assert "then comes: Thanks." in html
    assert "in your own words that is not sent" not in client.get(page_of(met)).content.decode()


@pytest.mark.parametrize(
    ("viewer", "time_zone", "whose"),
    [
        ("America/Toronto", "", ("CA-ON", "America/Toronto")),
        ("America/Toronto", "Asia/Shanghai", ("CN", "Asia/Shanghai")),
        ("UTC", "", ("CA-BC", "America/Vancouver")),
    ],
)
def test_who_is_nowhere_we_know_keeps_the_seekers_own_days(viewer: str, time_zone: str, whose: tuple[str, str]) -> None:
    with timezone.override(viewer):
        of = recipient("", "", time_zone, keeps_lunar_new_year=False)
    assert (of.region, of.zone) == whose


def test_an_empty_message_is_not_called_ready(client: Client, met: Person) -> None:
    html = client.get(page_of(met) + "?kind=thanks").content.decode()
    assert form_of(html)["body"] == ""
    assert "Ready to go" not in html
    assert "There is nothing to send yet." in html


@pytest.fixture
def bo(workspace: Workspace) -> Person:
    return make_someone(workspace, "Bo", "Wong", employer="Northwind Foods")


def test_asked_to_introduce_somebody_the_message_names_them(client: Client, aisha: Person, bo: Person) -> None:
    fields = fields_in(client.get(page_of(aisha), {"introduce": bo.pk}).content.decode())
    assert "Bo Wong (Northwind Foods)" in fields["body"]
    assert fields["introduce"] == str(bo.pk)


def test_another_language_still_asks_for_the_introduction(client: Client, aisha: Person, bo: Person) -> None:
    fields = fields_in(client.get(page_of(aisha), {"introduce": bo.pk}).content.decode())
    answer = client.post(page_of(aisha), {**fields, "language": "fr", "do": "recompose"})
    again = client.get(answer["Location"]).content.decode()
    assert 'lang="fr"' in again
    assert "Bo Wong (Northwind Foods)" in fields_in(again)["body"]
    assert "en contact" in fields_in(again)["body"]


def test_an_untouched_draft_gives_way_to_the_introduction_and_own_words_stay(
    client: Client, aisha: Person, bo: Person
) -> None:
    fields = fields_in(client.get(page_of(aisha)).content.decode())
    client.post(page_of(aisha), {**fields, "do": "save"})
    assert "Bo Wong" in client.get(page_of(aisha), {"introduce": bo.pk}).content.decode()
    client.post(page_of(aisha), {**fields, "version": "1", "body": BODY, "do": "save"})
    page = client.get(page_of(aisha), {"introduce": bo.pk}).content.decode()
    assert "berths" in fields_in(page)["body"]
    assert "not sent yet" in page


def test_nobody_is_introduced_to_themselves_nor_to_a_stranger(client: Client, aisha: Person, stranger: User) -> None:
    theirs = make_someone(workspace_of(stranger), "Olga", "Orlova")
    plain = fields_in(client.get(page_of(aisha)).content.decode())["body"]
    for who in (aisha.pk, theirs.pk, "nobody"):
        assert fields_in(client.get(page_of(aisha), {"introduce": who}).content.decode())["body"] == plain


def come_back(person: Person, value: str) -> None:
    """Letters to that address do not arrive, since 12 November."""
    points = ContactPoint.objects.of(person.workspace).filter(person=person, value=value)
    assert points.update(dead_at=datetime(2026, 11, 12, 20, tzinfo=UTC)) == 1


def another_address(person: Person, value: str) -> None:
    ContactPoint.objects.create(
        workspace=person.workspace, person=person, kind=ContactKind.EMAIL, value=value, key=value
    )


def test_where_letters_come_back_the_other_address_is_taken(client: Client, aisha: Person) -> None:
    fields = fields_in(client.get(page_of(aisha)).content.decode())
    client.post(page_of(aisha), {**fields, "body": BODY, "address": "aisha@tidewater.example", "do": "save"})
    another_address(aisha, "aisha@home.example")
    come_back(aisha, "aisha@tidewater.example")

    html = client.get(page_of(aisha)).content.decode()

    assert '<option value="aisha@home.example" selected>' in html
    assert "(did not arrive, 12 November 2026)" in html
    assert "their other address did not arrive; this one is taken" in html
    assert "mailto:aisha@home.example" in html


def test_where_every_letter_comes_back_the_page_says_what_to_do(client: Client, aisha: Person) -> None:
    assert "did not arrive" not in client.get(page_of(aisha)).content.decode()
    come_back(aisha, "aisha@tidewater.example")

    html = client.get(page_of(aisha)).content.decode()

    assert "What was sent to aisha@tidewater.example did not arrive (12 November 2026)." in html
    assert f'<a href="/people/{aisha.pk}/edit/#addresses">' in html


def test_who_is_not_reached_by_mail_is_written_to_by_another_way(client: Client, aisha: Person) -> None:
    phone = "+16045550123"
    ContactPoint.objects.create(workspace=aisha.workspace, person=aisha, kind=ContactKind.PHONE, value=phone, key=phone)
    assert 'value="email" checked' in client.get(page_of(aisha)).content.decode()
    come_back(aisha, "aisha@tidewater.example")
    assert 'value="wechat" checked' in client.get(page_of(aisha)).content.decode()
