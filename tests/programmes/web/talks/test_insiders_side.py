"""The insider's side of a talk that a programme arranged: how they are reached, and asked afterwards, by one link."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User
from askwell.interviews.models import Booking, Interview
from askwell.outreach.actions import entries
from askwell.outreach.choices import MeetingBy
from askwell.outreach.models import Dispatch
from askwell.people.models import ContactPoint
from askwell.programmes.actions.feedback import Said, give_feedback, mark_held, thank_due
from askwell.programmes.actions.leaving import leave
from askwell.programmes.choices import MatchState, Side
from askwell.programmes.models import Feedback, Match, Programme
from askwell.programmes.queries.insiders.outcomes import outcomes_of
from askwell.programmes.queries.talks import one_talk
from askwell.programmes.queries.wording import hello, talk_path
from tests.factories.programmes import joined, make_insider
from tests.factories.talks import again, asked, first_time, make_match, page_token, thread_of

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


def meet(match: Match) -> str:
    return reverse("visiting:meet", args=[page_token(match)])


def agree(client: Client, match: Match, **said: str) -> None:
    told = {"do": "time", "time": first_time(match).isoformat(), "by": "video", **said}
    assert client.post(meet(match), told).status_code == 302


def held_yesterday(programme: Programme, client: Client) -> Match:
    """Agreed on the page; its time was more than a day ago, and nobody has said how it was."""
    match = asked(programme, timezone.now())
    agree(client, match)
    then = timezone.now() - timedelta(days=1, hours=1)
    thread = thread_of(match)
    type(thread).objects.of(thread.workspace).update(meets_at=then)
    Interview.objects.of(thread.workspace).update(starts_at=then)
    Match.objects.of(programme.workspace).update(starts_at=then)
    return again(match)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({"by": "phone", "phone": "604-555-0199"}, [("phone", "+16045550199", "page")]),
        ({"email": " Rosa@Work.example "}, [("email", "rosa@work.example", "page")]),
        ({}, []),
    ],
)
def test_what_an_insider_gives_for_the_talk_reaches_the_seekers_person_with_where_it_came_from(
    programme: Programme, client: Client, said: dict[str, str], kept: list[tuple[str, str, str]]
) -> None:
    match = asked(programme, timezone.now())
    agree(client, match, **said)
    points = ContactPoint.objects.of(thread_of(match).workspace).values_list("kind", "value", "obtained")
    assert [(kind, value.lower(), how) for kind, value, how in points] == kept


def test_what_is_no_address_is_asked_for_again_and_nothing_is_agreed(programme: Programme, client: Client) -> None:
    match = asked(programme, timezone.now())
    told = {"do": "time", "time": first_time(match).isoformat(), "by": "video", "email": "rosa at work"}
    answer = client.post(meet(match), told)
    assert answer.status_code == 422
    assert "no whole e-mail address" in answer.content.decode()
    assert again(match).state == MatchState.ASKED


def test_the_link_of_a_video_talk_stands_on_the_insiders_page(programme: Programme, client: Client) -> None:
    match = asked(programme, timezone.now())
    agree(client, match)
    assert "has the link, it stands here" in client.get(meet(match)).content.decode()
    Interview.objects.of(thread_of(match).workspace).update(place="https://video.example/room7")
    assert 'href="https://video.example/room7"' in client.get(meet(match)).content.decode()


def test_a_number_to_call_is_no_place_of_a_video_talk(programme: Programme, client: Client) -> None:
    match = asked(programme, timezone.now())
    agree(client, match, by="phone", phone="604-555-0199")
    agree(client, match)
    assert Interview.objects.of(thread_of(match).workspace).get().place == ""


def test_without_an_address_confirming_and_thanking_say_who_passes_words_on(
    programme: Programme, client: Client, sign_in: SignIn
) -> None:
    match = asked(programme, timezone.now())
    agree(client, match)
    seeker = sign_in(match.participant.seeker_workspace.memberships.get().user)
    person = thread_of(match).person_id
    write = reverse("outreach:write", args=[person])
    shown = seeker.get(f"{write}?kind=reply").content.decode()
    assert "Harbour Connections gave you no address of theirs." in shown
    assert "Nothing need be confirmed by letter" in shown
    interview = Interview.objects.of(thread_of(match).workspace).get()
    times = seeker.get(reverse("interviews:times", args=[interview.pk])).content.decode()
    assert "stands on the page on which they agreed" in times
    thread = thread_of(match)
    entries.met(
        workspace=thread.workspace, thread_id=thread.pk, at=timezone.now(), by=MeetingBy.VIDEO, now=timezone.now()
    )
    shown = seeker.get(f"{write}?kind=thanks").content.decode()
    assert "It writes them a thank-you of its own" in shown


def test_the_same_link_asks_the_insider_how_it_was_a_day_after_the_talk(programme: Programme, client: Client) -> None:
    match = held_yesterday(programme, client)
    Match.objects.of(programme.workspace).update(starts_at=timezone.now() - timedelta(hours=2))
    assert "Location" not in client.get(meet(match)).headers, "not on the same day, unless somebody says it was held"

    Match.objects.of(programme.workspace).update(starts_at=timezone.now() - timedelta(hours=25))
    page = client.get(meet(match), follow=True)
    assert page.redirect_chain[0][0].startswith(talk_path(match))
    assert "Was your time well spent?" in page.content.decode()
    client.post(talk_path(match), {"came": "yes", "useful": "4", "again": "yes", "text": "Well prepared."})
    one = Feedback.objects.of(programme.workspace).get(side=Side.INSIDER)
    assert (one.useful, one.again, one.text) == (4, True, "Well prepared.")


def test_marked_held_by_either_it_asks_at_once(programme: Programme, client: Client) -> None:
    match = held_yesterday(programme, client)
    Match.objects.of(programme.workspace).update(starts_at=timezone.now() - timedelta(minutes=30))
    mark_held(workspace=programme.workspace, match_id=match.pk, now=timezone.now())
    assert client.get(meet(match))["Location"].startswith(talk_path(match))


def test_after_the_talk_the_link_leads_to_what_is_kept_and_to_having_it_erased(
    programme: Programme, client: Client
) -> None:
    match = held_yesterday(programme, client)
    kept = reverse("visiting:kept", args=[page_token(match)])
    assert kept in client.get(meet(match), follow=True).content.decode()
    Match.objects.of(programme.workspace).update(insider=None)  # has left, and is erased there
    Booking.objects.of(thread_of(match).workspace).update(expires_at=timezone.now())
    ended = client.get(meet(match))
    assert (ended.status_code, kept in ended.content.decode()) == (410, True)
    assert "Rosa Osei" in client.get(kept).content.decode()
    client.post(meet(match), {"do": "erase"})
    assert thread_of(match).person.do_not_contact_at is not None
    assert "erased" in client.get(kept).content.decode()


def test_the_thank_you_asks_the_insider_once(programme: Programme, mailbox: None, now: datetime) -> None:
    facts = {"state": MatchState.HELD, "starts_at": now - timedelta(hours=1), "ended_at": now}
    asked_too, said_too, new = (
        make_match(programme, joined(programme, f"Mei {n}")[0], make_insider(programme, f"Rosa {n}"), **facts, **more)
        for n, more in enumerate([{"inquired_at": now}, {}, {}])
    )
    give_feedback(workspace=programme.workspace, match_id=said_too.pk, side=Side.INSIDER, said=Said(True), now=now)
    thank_due(now=now + timedelta(days=3))
    letters = dict(Dispatch.objects.of(programme.workspace).values_list("to_name", "body"))
    for match in (asked_too, said_too):
        assert "How was it for you?" not in letters[match.insider.name]
    assert f"https://askwell.example{talk_path(new)}" in letters["Rosa 2"]


def test_of_a_seeker_who_left_staff_see_the_month_alone_and_the_insider_is_thanked_all_the_same(
    programme: Programme, mailbox: None, owner: User, sign_in: SignIn, now: datetime
) -> None:
    participant, _user = joined(programme, "Mei Tan")
    facts = {"state": MatchState.HELD, "starts_at": now - timedelta(hours=1), "ended_at": now}
    match = make_match(programme, participant, make_insider(programme), **facts)
    said = Said(came=True, useful=5, text="So clear.")
    give_feedback(workspace=programme.workspace, match_id=match.pk, side=Side.SEEKER, said=said, now=now)

    leave(seeker=participant.seeker_workspace, participant_id=participant.pk, now=now)

    _match, row = one_talk(programme, match.pk, None, "en", now)
    assert (row.is_left, row.said) == (True, {})
    for page in (reverse("programmes:talk", args=[match.pk]), reverse("programmes:insider", args=[match.insider_id])):
        html = sign_in(owner).get(page).content.decode()
        assert "November 2026" in html
        assert not [words for words in ("25 November", "Nov 25", "of 5", "says that it was held") if words in html]
    assert thank_due(now=now) == 1
    letter = Dispatch.objects.of(programme.workspace).get(to=match.insider.email)
    assert letter.subject == "Thank you for your talk"
    assert "Mei" not in letter.body


@pytest.mark.parametrize(("marks", "shown"), [([5], None), ([5, 3], None), ([5, 3, 4], 4.0)])
def test_an_insiders_mark_is_told_from_three_seekers_on(
    programme: Programme, now: datetime, marks: list[int], shown: float | None
) -> None:
    insider = make_insider(programme)
    for number, mark in enumerate(marks):
        facts = {"state": MatchState.HELD, "starts_at": now - timedelta(hours=1)}
        match = make_match(programme, joined(programme, f"Seeker {number}")[0], insider, **facts)
        said = Said(came=True, useful=mark)
        give_feedback(workspace=programme.workspace, match_id=match.pk, side=Side.SEEKER, said=said, now=now)
    assert outcomes_of(programme.workspace, insider.pk).useful == shown


def test_a_greeting_takes_no_part_of_a_name_for_the_given_one() -> None:
    assert hello("Mei Chen", "", "en") == "Mei Chen"
    assert hello("Li Jing", "李静", "en") == "Li Jing"
    assert hello("李静", "", "fr") == "李静"
    assert hello("Li Jing", "李静", "zh-hans") == "李静"
