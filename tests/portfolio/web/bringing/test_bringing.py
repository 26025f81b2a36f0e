"""A resume is brought, looked through, kept and taken back, as one meets it."""

import html
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult

from askwell.accounts.models import User, Workspace
from askwell.portfolio.models import Chapter, Skill, StoryFile
from askwell.portfolio.queries.bringing import MOST_NEW
from askwell.portfolio.tasks import wake_file
from askwell.portfolio.web.words.bringing import REFUSALS
from askwell.protocols.resumes import MOST_BYTES, Interest, Job
from askwell.protocols.resumes import Skill as Named
from tests.factories.resumes import MEI, MEI_ZH, as_bytes, brought, only, ready

BRING = "/story/bring/"
SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def send(client: Client, data: bytes, name: str = "resume.json") -> str:
    answer = client.post(BRING, {"file": SimpleUploadedFile(name, data)})
    return answer.headers.get("Location") or html.unescape(answer.content.decode())


def page(client: Client, file: StoryFile) -> str:
    return html.unescape(client.get(f"{BRING}{file.pk}/").content.decode())


def ticked(shown: str) -> list[str]:
    return re.findall(r'name="keep" value="([^"]+)"[^>]* checked', shown)


@pytest.mark.django_db(transaction=True)
def test_it_is_read_by_a_worker_and_then_stands_there_to_be_looked_through(client: Client, seeker: User) -> None:
    assert seeker.workspace
    address = send(client, as_bytes(MEI))
    assert "You can leave this page" in client.get(address).content.decode()
    assert client.get(f"{address}progress/").status_code == 204
    task = DBTaskResult.objects.filter(task_path__endswith="wake_file").get()

    wake_file.call(*task.args_kwargs["args"])

    assert client.get(f"{address}progress/").headers["HX-Refresh"] == "true"
    shown = html.unescape(client.get(address).content.decode())
    assert "Here is what we understood" in shown
    assert "Lantian Home Appliances" in shown


def test_all_that_is_new_is_ticked_and_what_is_filled_is_not(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    workspace.profile.name = "Lin Mei"
    workspace.profile.save()
    shown = page(client, ready(workspace, now))
    keys = re.findall(r'name="keep" value="([^"]+)"', shown)
    assert sorted(set(keys) - set(ticked(shown))) == ["head-name"]
    assert "instead of: Lin Mei" in shown


def test_kept_and_taken_back(client: Client, workspace: Workspace, now: datetime) -> None:
    file = ready(workspace, now)
    keys = ticked(page(client, file))

    kept = client.post(f"{BRING}{file.pk}/keep/", {"keep": keys}, follow=True).content.decode()
    assert "It is in your story" in kept
    assert "6 chapters" in kept
    assert f"{BRING}{file.pk}/take-back/" in kept
    assert Chapter.kept(workspace).count() == 6

    back = client.post(f"{BRING}{file.pk}/take-back/", follow=True).content.decode()
    assert "your story is as it was before" in back
    assert not Chapter.objects.of(workspace).exists()


def test_a_date_that_is_none_is_told_where_it_stands_and_nothing_is_lost(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    file = ready(workspace, now)
    typed = {"title-work-1": "Purchasing specialist", "start-work-1": "after the rain"}

    answer = client.post(f"{BRING}{file.pk}/keep/", {"keep": ["work-1", "skill-1-0"], **typed})

    shown = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "“after the rain” is no date" in shown
    assert 'value="Purchasing specialist"' in shown
    assert ticked(shown) == ["work-1", "skill-1-0"]
    assert shown.count("<details open>") == 1
    assert not Skill.objects.of(workspace).exists()


def test_what_the_story_has_is_shown_as_such(client: Client, workspace: Workspace, now: datetime) -> None:
    first = ready(workspace, now)
    client.post(f"{BRING}{first.pk}/keep/", {"keep": ticked(page(client, first))})
    more = replace(MEI, work=(replace(MEI.work[1], lines=("Trained two buyers.", "Saved 4 %.")), *MEI.work[:1]))

    shown = page(client, ready(workspace, now, more))

    assert ticked(shown) == ["work-0:1"]
    assert "The story has “Buyer”. These lines are new to it:" in shown
    assert "Already in your story:Excel, SAP, Forecasting" in re.sub(r"\s+", " ", shown).replace("story: ", "story:")


def test_the_same_life_in_another_language_stands_beside_the_story(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    first = ready(workspace, now)
    client.post(f"{BRING}{first.pk}/keep/", {"keep": ticked(page(client, first))})
    file = ready(workspace, now, MEI_ZH)

    shown = page(client, file)

    assert shown.count("In your story already, in English; its Chinese words go beside them.") == 6
    row = shown[shown.index("采购员</span></h3>") : shown.index('value="work-1:apart"')]
    assert row.index("Lantian Home Appliances") < row.index("蓝田家电")
    assert "<span>Trained two buyers.</span>" in row
    assert '<td lang="zh-Hans">培训了两名采购员。</td>' in row
    keys = set(ticked(shown))
    assert {"work-1", "work-1:0", "language-0", "skill-1-0", "head-headline"} <= keys
    assert not keys & {"work-1:1", "work-1:apart"}
    assert "beside “Mandarin”" in shown
    assert "beside: Demand planner" in shown

    kept = html.unescape(client.post(f"{BRING}{file.pk}/keep/", {"keep": list(keys)}, follow=True).content.decode())
    assert "parts in another language" in kept
    assert Chapter.kept(workspace).count() == 6
    assert "蓝田家电" in client.get("/story/?in=zh-hans").content.decode()
    back = client.post(f"{BRING}{file.pk}/take-back/", follow=True).content.decode()
    assert "your story is as it was before" in back
    assert "蓝田家电" not in client.get("/story/?in=zh-hans").content.decode()


def test_a_line_of_a_known_chapter_goes_beside_the_one_in_another_language(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    for resume in (MEI, replace(MEI_ZH, work=(replace(MEI_ZH.work[1], lines=()),))):
        file = ready(workspace, now, resume)
        client.post(f"{BRING}{file.pk}/keep/", {"keep": ticked(page(client, file))})

    shown = page(client, ready(workspace, now, replace(MEI_ZH, work=MEI_ZH.work[1:])))

    assert "The story has “采购员”. Its Chinese words for these lines go beside them:" in shown
    assert {"work-0:0", "work-0:1"} <= set(ticked(shown))
    assert "work-0" not in ticked(shown)


def test_a_line_that_is_there_in_other_words_waits(client: Client, workspace: Workspace, now: datetime) -> None:
    first = ready(workspace, now)
    client.post(f"{BRING}{first.pk}/keep/", {"keep": ticked(page(client, first))})
    lines = ("Coached and trained two buyers.", "Saved 4 %.")

    shown = page(client, ready(workspace, now, only(work=(replace(MEI.work[1], lines=lines),))))

    assert ticked(shown) == ["work-0:1"]
    assert "<span>Coached and trained two buyers. <small>there in other words</small></span>" in shown


def test_what_was_not_understood_is_there_to_read(client: Client, workspace: Workspace, now: datetime) -> None:
    file = ready(workspace, now, replace(MEI, interests=(Interest("Chess"),)))
    file.remarks = [
        {"code": "date_unreadable", "where": "work[0].startDate", "text": "soon <b>"},
        {"code": "unread", "where": "", "text": "A paragraph that found no place."},
    ]
    file.save()
    raw = client.get(f"{BRING}{file.pk}/").content.decode()
    assert "soon &lt;b&gt;" in raw
    assert "This date was not understood" in raw
    assert "A paragraph that found no place." in raw
    assert "Chess" in raw


def test_a_file_without_any_section_says_so(client: Client, workspace: Workspace, now: datetime) -> None:
    assert "No section was recognised" in page(client, ready(workspace, now, only()))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"plain words", "neither a JSON Resume nor"),
        (b"\x89PNG....", "This is a picture"),
        (b"[" * 99_999, "nested deeper"),
    ],
    ids=["text", "picture", "nested"],
)
def test_a_refusal_says_what_to_do(client: Client, workspace: Workspace, now: datetime, data: bytes, says: str) -> None:
    file = brought(workspace, now, data=data)
    shown = page(client, file)
    assert says in shown
    assert "your story is as it was" in shown
    client.post(f"{BRING}{file.pk}/discard/")
    assert not StoryFile.objects.of(workspace).exists()


def test_every_code_of_the_reader_has_words() -> None:
    told = {
        "empty", "unknown_kind", "old_word", "picture", "damaged", "encrypted", "unsafe", "too_large", "too_deep",
        "not_a_resume", "no_resume_in_zip", "no_text", "too_many_bytes", "too_much_memory", "too_slow", "crashed",
    }  # fmt: skip
    assert told <= set(REFUSALS)


def test_nothing_and_too_much_are_refused_at_once(client: Client, workspace: Workspace) -> None:
    assert "Choose a file first." in html.unescape(client.post(BRING).content.decode())
    assert "The file is empty." in send(client, b"")
    assert "larger than 20 MB" in send(client, bytes(MOST_BYTES + 1))
    assert not StoryFile.objects.of(workspace).exists()


def test_a_thousand_jobs_are_taken_in_parts_that_a_form_can_carry(
    client: Client, workspace: Workspace, now: datetime
) -> None:
    jobs = tuple(Job(f"Role {n}", f"Firm number {n}", start="2020", end="2021") for n in range(130))
    many = only(work=jobs, skills=(Named("Tools", tuple(f"Tool {n}" for n in range(200))),))
    for left, kept in ((30, MOST_NEW), (0, 130)):
        file = ready(workspace, now, many)
        shown = page(client, file)
        assert (f"{left} more entries are left" in shown) is bool(left)
        names = re.findall(r'<input name="([^"]+)"', shown)
        told = {name: "" if "title" not in name else name for name in names}
        answer = client.post(f"{BRING}{file.pk}/keep/", {"keep": ticked(shown), **told, **organised(shown)})
        assert answer.status_code == 302
        assert Chapter.kept(workspace).count() == kept


def organised(shown: str) -> dict[str, str]:
    return dict(re.findall(r'<input name="((?:organisation|start|end)-[^"]+)" value="([^"]*)"', shown))


def test_right_to_left_and_long_names_are_shown(client: Client, workspace: Workspace, now: datetime) -> None:
    odd = only(name="ن" * 60, work=(Job("مهندس", "شركة", lines=("A" * 2000,)), Job(organisation="<script>")))
    raw = client.get(f"{BRING}{ready(workspace, now, odd).pk}/").content.decode()
    assert "مهندس" in raw
    assert "&lt;script&gt;" in raw
    assert "no dates" in raw


def test_what_is_stored_nonsense_breaks_no_page(client: Client, workspace: Workspace, now: datetime) -> None:
    file = ready(workspace, now)
    file.found, file.changes, file.state = {"word": "x"}, {"word": "x"}, "kept"
    file.save()
    assert client.get(f"{BRING}{file.pk}/").status_code == 200
    file.state = "ready"
    file.save()
    assert client.get(f"{BRING}{file.pk}/").status_code == 200


def test_a_page_asks_the_same_however_much_is_in_the_file(client: Client, workspace: Workspace, now: datetime) -> None:
    counted = []
    for size in (1, 3, 90):
        jobs = tuple(Job(f"Role {n}", f"Firm number {n}") for n in range(size))
        file = ready(workspace, now, only(work=jobs, skills=tuple(Named(f"Skill {n}") for n in range(size))))
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{BRING}{file.pk}/")
        counted.append(len(asked))
        client.post(f"{BRING}{file.pk}/keep/", {"keep": ticked(page(client, file))})
        client.get(BRING)  # what was said of it is shown
    assert counted == [15, 15, 15]
    with CaptureQueriesContext(connection) as asked:
        client.get(BRING)
    assert len(asked) == 3
