"""The board of a round: who finds it, what it shows, what its buttons do."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from askwell.accounts.models import User
from askwell.programmes.choices import MatchState, RoundState
from askwell.programmes.models import Insider, Match, Participant, Programme, Round, Unmatched, Wish
from tests.factories.programmes import joined, make_insider, make_participant
from tests.factories.rounds import begun, fill_with, solved

SignIn = Callable[[User], Client]


def address(row: Round, page: str = "") -> str:
    return f"/programmes/rounds/{row.pk}/{page}"


def pair_address(row: Round) -> str:
    seeker, insider = Participant.objects.of(row.workspace)[0], Insider.objects.of(row.workspace)[0]
    return address(row, f"pairs/{seeker.pk}/{insider.pk}/")


def text(answer: Any) -> str:
    """What can be read on a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split()).replace("\u2060", "")


@pytest.fixture
def row(programme: Programme) -> Round:
    make_participant(programme, "Mei Chen", native_name="陈梅")
    make_participant(programme, "Olena Park", languages=["uk"], field="Health care")
    make_participant(programme, "Jun Wang", goals={"licensing": 1})
    make_insider(programme)
    return solved(begun(programme, name="Autumn cohort"))


def test_a_round_begins_from_its_form_and_waits_for_a_worker(
    programme: Programme, owner: User, sign_in: SignIn, django_capture_on_commit_callbacks: Any
) -> None:
    make_participant(programme)
    client = sign_in(owner)

    with django_capture_on_commit_callbacks() as woken:
        answer = client.post("/programmes/rounds/begin/", {"name": "Autumn", "cohort": "", "week": "2026-12-03"})

    row = Round.objects.of(programme.workspace).get()
    assert answer.headers["Location"] == address(row)
    assert (row.name, str(row.week), len(woken)) == ("Autumn", "2026-11-30", 1)
    assert "They are being matched" in text(client.get(address(row)))
    assert client.get(address(row, "progress/")).status_code == 204
    solved(row)
    assert client.get(address(row, "progress/")).headers["HX-Refresh"] == "true"


def test_a_form_without_a_week_is_shown_again(owner: User, sign_in: SignIn) -> None:
    assert sign_in(owner).post("/programmes/rounds/begin/", {"week": "soon"}).status_code == 422


def test_the_board_says_who_meets_whom_why_and_who_is_left(row: Round, owner: User, sign_in: SignIn) -> None:
    words = text(sign_in(owner).get(address(row)))

    assert "3 seekers, 1 insiders, 1 places." in words
    assert "Have at least one talk 1 of 3" in words
    assert "Places used 100 % 1 of 1" in words
    assert "Cannot be matched yet 2 1 for lack of places (1 in Accounting), 1 for language" in words
    assert "陈梅 Mei Chen S-001 Accounting Rosa Osei Controller Tidewater Ledger" in words
    assert "English; month-end close; Monday 17:00–21:00" in words


@pytest.mark.parametrize(
    ("zone", "hours"), [("Asia/Shanghai", "Monday 9:00–13:00"), ("Pacific/Honolulu", "Sunday 15:00–19:00")]
)
def test_the_hours_are_on_the_viewers_clock(
    programme: Programme, owner: User, sign_in: SignIn, zone: str, hours: str
) -> None:
    when: dict[str, Any] = {"windows": [[0, "01:00", "05:00"]], "zone": "Etc/UTC"}
    make_participant(programme, **when)
    make_insider(programme, **when)
    owner.time_zone = zone
    owner.save()

    assert hours in text(sign_in(owner).get(address(solved(begun(programme)))))


def test_the_unmatched_are_told_why_and_who_could_help(row: Round, owner: User, sign_in: SignIn) -> None:
    words = text(sign_in(owner).get(address(row, "unmatched/")))

    assert "Nobody speaks Ukrainian." in words
    assert "The one insider who could meet them has no place left." in words
    assert "Rosa Osei Controller One place more lets one seeker more meet somebody; 1 of those below" in words


def test_what_people_typed_is_shown_and_not_run(programme: Programme, owner: User, sign_in: SignIn) -> None:
    bad = "<script>alert(1)</script> %(count)s 50 %"
    make_participant(programme, bad, goals={bad: 1}, field=bad)
    make_participant(programme, bad, goals={bad: 1}, field=bad, wanted=0)
    make_insider(programme, bad, topics=[bad], title=bad)
    row, client = solved(begun(programme, name=bad)), sign_in(owner)

    for page in ("", "unmatched/", "problems/", "rules/"):
        assert "<script>alert(1)" not in client.get(address(row, page)).content.decode()
    assert bad in Match.objects.of(row.workspace).get().reason["topics"][0]
    assert "&lt;script&gt;alert(1)&lt;/script&gt; %(count)s 50 %" in client.get(address(row)).content.decode()


def test_a_pin_from_the_board_is_matched_and_its_cost_is_told(row: Round, owner: User, sign_in: SignIn) -> None:
    client, jun = sign_in(owner), Participant.objects.of(row.workspace).get(name="Jun Wang")
    page = address(row, f"pairs/{jun.pk}/{Insider.objects.of(row.workspace).get().pk}/")

    assert client.post(page, {"wish": "pin", "reason": "same street"}).headers["Location"] == address(row)
    row = solved(row)

    words = text(client.get(address(row)))
    assert "Jun Wang and Rosa Osei are pinned." in words
    assert "1 seeker has a talk now; 1 seeker has none any more" in words
    assert "loses Mei Chen S-001 meets nobody now; it was Rosa Osei" in words
    assert "gains Jun Wang S-003 meets Rosa Osei" in words

    client.post(address(row, "undo/"), {"version": row.version})
    words = text(client.get(address(solved(row))))
    assert "your wish was taken back" in words
    assert "gains Mei Chen S-001 meets Rosa Osei" in words


def test_a_pin_that_cannot_be_is_refused_in_words_and_told_before(row: Round, owner: User, sign_in: SignIn) -> None:
    client, olena = sign_in(owner), Participant.objects.of(row.workspace).get(name="Olena Park")
    rosa = Insider.objects.of(row.workspace).get()
    page = address(row, f"pairs/{olena.pk}/{rosa.pk}/")
    before = text(client.get(page))
    assert "They cannot meet: they have no language in common." in before
    assert "These two in any case" not in before

    answer = client.post(page, {"wish": "pin"})

    assert answer.status_code == 422
    assert "They are not pinned. They cannot meet: they have no language in common." in text(answer)
    assert not Wish.objects.of(row.workspace).exists()


@pytest.mark.parametrize(
    ("seeker", "insider", "why"),
    [
        ({"languages": []}, {}, "Ana Silva has told no language"),
        ({"windows": []}, {}, "Ana Silva has told no hours"),
        ({"windows": [[6, "06:00", "07:00"]]}, {}, "they have no hour in common"),
        ({"employer": "Tidewater Ledger"}, {}, "they work at the same employer"),
        ({"wanted": 0}, {}, "Ana Silva wants no further talk"),
        ({"state": "left"}, {}, "Ana Silva does not take part in this round"),
        ({}, {"a_month": 0}, "Tom Nguyen has no place left"),
        ({}, {"not_people": ["Ana Silva"]}, "the insider would rather not meet them"),
        ({}, {"state": "paused"}, "Tom Nguyen takes no talks now: they pause, rest, or are not in"),
        ({}, {}, ""),
    ],
)
def test_why_two_cannot_meet_is_on_their_page(
    row: Round, owner: User, sign_in: SignIn, seeker: dict[str, Any], insider: dict[str, Any], why: str
) -> None:
    programme = Programme.objects.of(row.workspace).get()
    one, other = make_participant(programme, "Ana Silva", **seeker), make_insider(programme, "Tom Nguyen", **insider)

    words = text(sign_in(owner).get(address(row, f"pairs/{one.pk}/{other.pk}/")))

    assert (f"They cannot meet: {why}." in words) if why else ("They cannot meet" not in words)


def test_another_pin_takes_the_place_and_a_wish_against_is_changed(row: Round, owner: User, sign_in: SignIn) -> None:
    client, mei = sign_in(owner), pair_address(row)
    jun = Participant.objects.of(row.workspace).get(name="Jun Wang")
    other = address(row, f"pairs/{jun.pk}/{Insider.objects.of(row.workspace).get().pk}/")
    client.post(mei, {"wish": "forbid"})

    assert client.post(mei, {"wish": "pin"}).status_code == 302
    assert "They cannot meet: Rosa Osei has no place left." in text(client.get(other))


def test_any_two_are_found_by_name_or_number(row: Round, owner: User, sign_in: SignIn) -> None:
    programme, client = Programme.objects.of(row.workspace).get(), sign_in(owner)
    make_insider(programme, "Rosa Park")
    one, other = Participant.objects.of(row.workspace).get(name="Olena Park"), Insider.objects.of(row.workspace)[0]

    assert "A pair of your own choice" in text(client.get(address(row)))
    many = text(client.get(address(row, "pairs/?seeker_q=park&insider_q=rosa")))
    assert "Olena Park S-002" in many
    assert "Rosa Osei I-001" in many
    assert "Rosa Park I-002" in many
    page = address(row, f"pairs/{one.pk}/{other.pk}/")
    typed_since = f"seeker={pair_address(row).split('/')[-3]}&seeker_q=olena&insider_q=i-001"
    for asked in ("seeker_q=olena&insider_q=i-001", f"seeker={one.pk}&insider={other.pk}", typed_since):
        assert client.get(address(row, f"pairs/?{asked}")).headers["Location"] == page
    assert f"pairs/?seeker={one.pk}" in client.get(address(row, "unmatched/")).content.decode()
    assert "Nobody of this round is called so." in text(client.get(address(row, "pairs/?seeker_q=zoe")))


def test_of_6000_insiders_few_are_asked_for(
    row: Round, owner: User, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    facts: dict[str, Any] = {"workspace": row.workspace, "state": "active", "came_at": timezone.now()}
    Insider.objects.bulk_create([Insider(number=number, name="Rosa Osei", **facts) for number in range(2, 6002)])
    client = sign_in(owner)

    with django_assert_num_queries(9):
        answer = client.get(address(row, "pairs/?seeker_q=mei&insider_q=rosa"))

    assert "The first 20." in text(answer)
    assert len(answer.content) < 30_000


def test_a_pair_without_a_topic_in_common_says_so(programme: Programme, owner: User, sign_in: SignIn) -> None:
    make_participant(programme, goals={"licensing": 3})
    make_insider(programme)
    row, client = solved(begun(programme)), sign_in(owner)

    assert "no topic in common English; Monday 17:00–21:00" in text(client.get(address(row)))
    assert "They have no topic in common" in text(client.get(pair_address(row)))


def test_what_came_to_nothing_stands_below_and_who_lost_it_is_named(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    mei, _user = joined(programme, "Mei Chen")
    joined(programme, "Jun Wang")
    make_insider(programme, "Rosa Osei")
    row, client = solved(begun(programme)), sign_in(owner)
    told = {"state": MatchState.DECLINED, "ended_at": timezone.now(), "answer": "Not this month."}
    Match.objects.of(row.workspace).filter(participant=mei).update(**told)
    Round.objects.of(row.workspace).update(state=RoundState.SENT, sent_at=timezone.now())
    client.post(address(row, "again/"))
    row = solved(row)

    words = text(client.get(address(row)))

    assert "Round 1: 1 talk sent" in words
    assert "loses Mei Chen S-001 meets nobody now; it was Rosa Osei" in words
    assert "somebody who left" not in words
    assert words.index("Nobody could be matched") < words.index("Came to nothing") < words.index("Not this month.")
    assert "said “not this time” in this round" in text(client.get(address(row, "unmatched/")))


def test_who_has_not_joined_is_counted_and_taken_in_by_a_button(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    joined(programme, "Mei Chen")
    make_participant(programme, "Jun Wang")
    make_insider(programme, a_month=2)
    row, client = solved(begun(programme, with_unjoined=False)), sign_in(owner)
    assert "1 seeker is left out: they have not joined with an account yet." in text(client.get(address(row)))
    there = text(client.get("/programmes/seekers/?state=active&account=none"))
    assert "Jun Wang" in there
    assert "Mei Chen" not in there

    client.post(address(row, "unjoined/"), {"takes": "1"})

    words = text(client.get(address(solved(row))))
    assert "1 seeker who has not joined yet takes part" in words
    assert "to the proven optimum for who has joined, then for the others" in words
    assert "Who has not joined is matched too." in words


def test_a_round_beside_an_open_one_of_the_same_seekers_does_not_begin(
    row: Round, owner: User, sign_in: SignIn
) -> None:
    client, told = sign_in(owner), {"week": "2026-12-03"}

    answer = client.post("/programmes/rounds/begin/", told)

    assert answer.status_code == 422
    assert "A round of the same seekers is open. Close it first: its talks go on. " in text(answer)
    assert address(row, "talks/") in answer.content.decode()
    Round.objects.of(row.workspace).update(state=RoundState.CLOSED)
    assert client.post("/programmes/rounds/begin/", told).status_code == 302


def test_an_undo_that_comes_too_late_says_so(row: Round, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)
    client.post(pair_address(row), {"wish": "pin"})

    for version in ("1", "", "x", "²", "9" * 40):
        answer = client.post(address(row, "undo/"), {"version": version}, follow=True)
        assert "Nothing was changed" in text(answer)
    assert Wish.objects.of(row.workspace).count() == 1


def test_a_pair_has_a_page_with_what_counts(row: Round, owner: User, sign_in: SignIn) -> None:
    words = text(sign_in(owner).get(pair_address(row)))

    assert "Topics month-end close (weight 2 of 3) 40 of 60" in words
    assert "Languages English 10 of 20" in words
    assert "A step ahead 1 level further 20 of 20" in words
    assert "Never these two" in words


def test_a_pair_ruled_out_keeps_its_reason(row: Round, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)

    client.post(pair_address(row), {"wish": "forbid", "reason": "cousins"})
    solved(row)

    assert "Mei Chen" not in {one.participant.name for one in Match.objects.of(row.workspace)}
    assert "S-001 Rosa Osei never cousins" in text(client.get(address(row, "rules/")))
    assert "in this round or a later one, until you take that back" in text(client.get(pair_address(row)))


def test_never_these_two_is_carried_on_until_taken_back_and_a_pin_is_not(
    row: Round, owner: User, sign_in: SignIn
) -> None:
    client, jun = sign_in(owner), Participant.objects.of(row.workspace).get(name="Jun Wang")
    pinned = address(row, f"pairs/{jun.pk}/{Insider.objects.of(row.workspace).get().pk}/")
    client.post(pair_address(row), {"wish": "forbid", "reason": "cousins"})
    client.post(pinned, {"wish": "pin"})
    assert "A pin ends with its round." in text(client.get(address(row, "rules/")))

    second = begun(Programme.objects.of(row.workspace).get())
    third = begun(Programme.objects.of(row.workspace).get())

    assert [(one.kind, one.reason) for one in Wish.objects.of(row.workspace).filter(round=third)] == [
        ("forbid", "cousins")
    ]
    client.post(pair_address(third), {"wish": ""})
    client.post(address(third, "undo/"), {"version": 2})
    assert Wish.objects.of(row.workspace).filter(round=third).count() == 1
    client.post(pair_address(third), {"wish": ""})
    fourth = begun(Programme.objects.of(row.workspace).get())
    assert not Wish.objects.of(row.workspace).filter(round__in=(second, fourth)).exists()


def test_an_undo_of_weights_says_that_they_are_as_before(row: Round, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)
    client.post(address(row, "rules/"), {"topics": "10", "language": "10", "seniority": "20", "decay": "1/2"})
    assert "The weights are changed." in text(client.get(address(solved(row))))
    row.refresh_from_db()

    client.post(address(row, "undo/"), {"version": row.version})
    words = text(client.get(address(solved(row))))
    assert "The weights are as before." in words
    assert "The weights are changed." not in words
    row.refresh_from_db()
    client.post(address(row, "undo/"), {"version": row.version})
    assert "The weights are changed." in text(client.get(address(solved(row))))


def test_fit_has_one_scale_and_whose_fell_is_told_from_what_to_what(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    mei = make_participant(programme, "Mei Chen", wanted=1)
    make_insider(programme, "Rosa Osei")
    poor = make_insider(programme, "Tom Nguyen", topics=["licensing"])
    row, client = solved(begun(programme)), sign_in(owner)
    had = Match.objects.of(row.workspace).get().score
    assert f"Controller Tidewater Ledger {had} English" in text(client.get(address(row)))
    assert f"Fit {had} of 100" in text(client.get(pair_address(row)))

    client.post(address(row, f"pairs/{mei.pk}/{poor.pk}/"), {"wish": "pin"})

    has = Match.objects.of(row.workspace).get(participant=mei) if solved(row) else None
    assert has
    words = text(client.get(address(row)))
    assert f"meets Tom Nguyen in place of Rosa Osei; fit falls from {had} to {has.score} points" in words


def test_who_could_meet_a_seeker_is_listed_without_a_name(programme: Programme, owner: User, sign_in: SignIn) -> None:
    """Whoever could comes first, then who nearly could, each with what stands against it; and no more than twenty."""
    seeker = make_participant(programme, "Olena Park", languages=["uk"], wanted=1)
    make_insider(programme, "Rosa Osei", languages=["en"])
    make_insider(programme, "Tom Nguyen", languages=["uk"], topics=["licensing"])
    make_insider(programme, "Ana Silva", languages=["uk"])
    make_insider(programme, "Full House", languages=["en"], a_month=0)
    row, client = solved(begun(programme)), sign_in(owner)
    page = address(row, f"pairs/?seeker={seeker.pk}")

    words = text(client.get(page)).split("Who could meet Olena Park")[1]

    assert "They are free: Monday 17:00–21:00" in words
    places = [words.index(name) for name in ("Ana Silva", "Tom Nguyen", "Rosa Osei", "Full House")]
    assert places == sorted(places)
    assert "they have no language in common; no place left" in words
    for number in range(30):
        make_insider(programme, f"Insider {number}")
    assert client.get(page).content.decode().count("<tr>") == 21
    Participant.objects.of(programme.workspace).filter(pk=seeker.pk).update(windows=[])
    assert "They have told no hours." in text(client.get(page))
    Round.objects.of(programme.workspace).update(with_unjoined=False)
    assert "Who could meet" not in text(client.get(page))


def test_an_odd_wish_changes_nothing(row: Round, owner: User, sign_in: SignIn) -> None:
    sign_in(owner).post(pair_address(row), {"wish": "marry"})

    row.refresh_from_db()
    assert row.version == 1


def test_a_talk_on_its_way_is_not_ruled_out(row: Round, owner: User, sign_in: SignIn) -> None:
    Match.objects.of(row.workspace).update(state=MatchState.ASKED)

    answer = sign_in(owner).post(pair_address(row), {"wish": "forbid"})

    assert answer.status_code == 422
    assert "They have a talk on its way" in text(answer)


def test_weights_out_of_bounds_are_refused_in_words(row: Round, owner: User, sign_in: SignIn) -> None:
    client, page = sign_in(owner), address(row, "rules/")
    told = {"topics": "60", "language": "10", "seniority": "20", "decay": "1/2"}

    assert "more than 100 points together" in text(client.post(page, told | {"topics": "90"}))
    assert client.post(page, told | {"topics": "-5"}).status_code == 422
    assert client.post(page, told | {"decay": "9/1"}).status_code == 422
    assert client.post(page, told | {"topics": "40"}).status_code == 302
    row.refresh_from_db()
    assert (row.version, row.weights["topics"]) == (2, 40)


def test_problems_are_named(programme: Programme, owner: User, sign_in: SignIn) -> None:
    make_participant(programme, "Amir Silva", wanted=0)
    make_insider(programme, "Grace Park", a_month=-1)
    client, row = sign_in(owner), solved(begun(programme))

    assert "2 things are to be mended" in text(client.get(address(row)))
    words = text(client.get(address(row, "problems/")))
    assert "Amir Silva (S-001) wants 0 talks, and meets nobody." in words
    assert "Grace Park (I-001) offers -1 talks a month, which cannot be: they meet nobody." in words


def test_who_waits_longest_comes_first(programme: Programme, owner: User, sign_in: SignIn) -> None:
    now = timezone.now()
    make_participant(programme, "Jun Wang", active_at=now - timedelta(days=3))
    make_participant(programme, "Ana Silva", active_at=now - timedelta(days=40))
    met, insider = make_participant(programme, "Mei Chen", active_at=now - timedelta(days=99)), make_insider(programme)
    row = begun(programme)
    Match.objects.create(
        workspace=row.workspace, round=row, participant=met, insider=insider, state=MatchState.HELD, starts_at=now
    )

    words = text(sign_in(owner).get("/programmes/rounds/waiting/"))

    assert "2 active seekers have had no talk" in words
    assert words.index("Ana Silva S-002 Accounting 40") < words.index("Jun Wang S-001 Accounting 3")
    assert "Mei Chen" not in words


def test_the_list_of_matches_is_narrowed(row: Round, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)

    for query in ("q=陈梅", "q=rosa", "field=Accounting", "state=proposed"):
        assert "S-001" in text(client.get(address(row) + "?" + query))
    for query in ("q=nobody", "field=Health+care", "state=held"):
        assert "S-001" not in text(client.get(address(row) + "?" + query))


def test_without_the_solver_the_page_says_what_to_install(row: Round, owner: User, sign_in: SignIn) -> None:
    Round.objects.of(row.workspace).update(trouble="no_solver", version=2)

    answer = text(sign_in(owner).get(address(row)))

    assert "askwell[programmes]" in answer
    assert "Match again" in answer


def test_a_caseworker_looks_and_changes_nothing(row: Round, caseworker: User, sign_in: SignIn) -> None:
    Participant.objects.of(row.workspace).update(caseworker=caseworker)
    client, pair = sign_in(caseworker), pair_address(row)

    assert "Adjust rules" not in text(client.get(address(row)))
    assert "Pin" not in text(client.get(address(row))).split("Fit, of 100 Why")[1].replace("Pin", "", 1)
    assert "Never these two" not in text(client.get(pair))
    assert [client.get(address(row, page)).status_code for page in ("unmatched/", "problems/", "rules/")] == [
        200,
        404,
        404,
    ]
    posts = [(pair, {"wish": "pin"}), (address(row, "again/"), {}), (address(row, "undo/"), {"version": 1})]
    posts += [(address(row, "unjoined/"), {"takes": "1"}), (address(row, "rules/"), {"topics": "1"})]
    posts += [("/programmes/rounds/begin/", {"week": "2026-12-03"})]
    assert [client.post(*post).status_code for post in posts] == [404] * 6
    row.refresh_from_db()
    assert row.version == 1


def test_a_pair_tells_a_caseworker_nothing_of_other_peoples_seekers(
    row: Round, owner: User, caseworker: User, sign_in: SignIn
) -> None:
    jun, rosa = Participant.objects.of(row.workspace).get(name="Jun Wang"), Insider.objects.of(row.workspace).get()
    Participant.objects.of(row.workspace).filter(pk=jun.pk).update(caseworker=caseworker)
    Match.objects.of(row.workspace).update(state=MatchState.DECLINED)  # Mei's
    Insider.objects.of(row.workspace).update(a_month=0)
    page, told = address(row, f"pairs/{jun.pk}/{rosa.pk}/"), ("said “not this time”", "has no place left")

    def shown(user: User) -> list[bool]:
        return [words in text(sign_in(user).get(page)) for words in told]

    assert (shown(owner), shown(caseworker)) == ([True, True], [False, False])
    Round.objects.of(row.workspace).update(state=RoundState.CLOSED)
    assert shown(owner) == [False, False]


@pytest.mark.parametrize("who", ["rival", "seeker"])
def test_others_find_nothing(row: Round, who: str, rival: User, sign_in: SignIn) -> None:
    client = sign_in(rival if who == "rival" else joined(Programme.objects.of(row.workspace).get())[1])

    pages = [
        address(row),
        address(row, "pairs/"),
        address(row, "unmatched/"),
        address(row, "problems/"),
        address(row, "rules/"),
        pair_address(row),
    ]
    assert [client.get(page).status_code for page in pages] == [404] * 6
    assert client.post(pair_address(row), {"wish": "pin"}).status_code == 404
    assert client.post(address(row, "unjoined/"), {"takes": "1"}).status_code == 404
    assert "Autumn cohort" not in text(client.get("/programmes/rounds/", follow=True))


def test_a_closed_round_is_only_looked_at(row: Round, owner: User, sign_in: SignIn) -> None:
    Round.objects.of(row.workspace).update(state=RoundState.CLOSED)
    client = sign_in(owner)

    assert "Adjust rules" not in text(client.get(address(row)))
    assert "Nothing was changed" in text(client.post(address(row, "again/"), follow=True))


@pytest.mark.parametrize(("page", "most"), [("", 11), ("unmatched/", 12), ("problems/", 8), ("rules/", 8)])
def test_pages_look_as_often_for_many_as_for_few(
    programme: Programme, owner: User, sign_in: SignIn, page: str, most: int, django_assert_num_queries: Any
) -> None:
    client, seen = sign_in(owner), []
    for seekers in (12, 30, 400):
        Participant.objects.of(programme.workspace).delete()
        Insider.objects.of(programme.workspace).delete()
        fill_with(programme, seekers, max(2, seekers // 6))
        Insider.objects.of(programme.workspace).filter(number=2).update(a_month=-1)
        row = solved(begun(programme))
        assert Match.objects.of(row.workspace).filter(round=row).exists()
        with django_assert_num_queries(most):
            answer = client.get(address(row, page))
        seen.append(len(answer.content))
    assert seen[-1] < 120_000


def test_a_page_of_5000_without_a_talk_is_bounded(programme: Programme, owner: User, sign_in: SignIn) -> None:
    fill_with(programme, 5000, 3)
    row = solved(begun(programme))
    client = sign_in(owner)

    assert Unmatched.objects.of(row.workspace).count() > 4900
    for page in ("", "unmatched/", "unmatched/?page=99"):
        assert len(client.get(address(row, page)).content) < 120_000
