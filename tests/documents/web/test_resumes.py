"""The pages of resumes: the list, a new one, the editor with the page beside it, downloads."""

import base64
import json
import re
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from docx import Document
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from askwell.accounts.models import Workspace
from askwell.coach import meaning
from askwell.documents.models import Resume, Version
from askwell.documents.queries.versions import difference, lines_of
from askwell.portfolio.models import Accomplishment, Chapter
from tests.documents.web.conftest import page, selected, sent
from tests.factories.documents import POSTING, make_resume, tell_story

SCRIPT = '<script>alert(1)</script> #link("x") =HYPERLINK(1) $x^2$'


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def pictures(html: str) -> list[str]:
    found = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', html)
    return [base64.b64decode(one).decode() for one in found]


def previewed(client: Client, resume: Resume, **changes: object) -> str:
    return client.post(page(resume, "preview_resume"), sent(resume, **changes)).content.decode()


def test_without_a_story_the_list_says_what_comes_first(client: Client) -> None:
    html = shown(client, reverse("documents:resumes"))

    assert "No resume yet" in html
    assert "Tell that first" in html


@pytest.mark.parametrize("count", [1, 3, 300])
def test_the_list_takes_the_same_queries_however_long_it_is(
    client: Client, workspace: Workspace, now: datetime, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    row = make_resume(workspace, now)
    told = {"created_at": now, "changed_at": now, "template": row.template}
    Resume.objects.bulk_create(Resume(workspace=workspace, name=f"R{n}", **told) for n in range(count - 1))

    with django_assert_num_queries(13):
        html = shown(client, reverse("documents:resumes"))

    assert len(re.findall(r"papers-row", html)) == count


def test_a_new_one_is_chosen_from_the_story_for_its_posting(client: Client, workspace: Workspace) -> None:
    tell_story(workspace)
    told = {"title": "Demand planner", "employer": "Northwind", "language": "en", "posting": POSTING}

    answer = client.post(reverse("documents:new_resume"), told)

    row = Resume.kept(workspace).get()
    assert answer["Location"] == page(row)
    assert (row.name, row.template, row.language) == ("Demand planner", "classic", "en")
    assert "10 of 13 said" in shown(client, page(row))


def test_the_page_says_where_words_of_the_posting_are(client: Client, resume: Resume) -> None:
    lines = [line.id for part in selected(resume).parts for line in part.lines if "SAP" not in line.text]
    skills = [one.id for one in selected(resume).skills if one.it.name != "SAP"]
    client.post(page(resume), sent(resume, line=lines, skill=skills))

    html = shown(client, page(resume))

    assert re.findall(r'class="tag gap">([^<]+)', html) == ["S&amp;OP", "Power BI", "food safety audits"]
    assert re.findall(r'class="tag add"[^>]*>\+ ([^<]+)<', html) == ["SAP "]
    assert "Leave these out rather than claim them." in html


def test_the_plus_puts_the_word_on_the_page(client: Client, resume: Resume) -> None:
    skills = [one.id for one in selected(resume).skills if one.it.name != "SAP"]
    sap = next(one.id for one in selected(resume).skills if one.it.name == "SAP")
    lines = [line.id for part in selected(resume).parts for line in part.lines if "SAP" not in line.text]
    client.post(page(resume), sent(resume, line=lines, skill=skills))

    client.post(page(resume), sent(resume, do=f"add-{sap}"))

    assert [one.it.name for one in selected(resume).skills if one.on and one.id == sap] == ["SAP"]


def test_a_line_that_was_typed_anew_changes_only_this_resume(
    client: Client, resume: Resume, workspace: Workspace, now: datetime
) -> None:
    other = make_resume(workspace, now, name="Other")
    line = selected(resume).parts[0].lines[0]

    client.post(page(resume), sent(resume, **{f"text-{line.id}": "My own words"}))

    assert selected(resume).parts[0].lines[0].text == "My own words"
    assert line.text in [one.text for one in selected(other).parts[0].lines]
    assert Accomplishment.objects.of(workspace).get(pk=line.id).text == line.text


def test_the_page_says_when_the_story_says_a_reworded_line_differently_by_now(
    client: Client, resume: Resume, workspace: Workspace
) -> None:
    line = selected(resume).parts[0].lines[0]
    client.post(page(resume), sent(resume, **{f"text-{line.id}": "My own words"}))
    Accomplishment.objects.of(workspace).filter(pk=line.id).update(text="The story's new words")

    html = shown(client, page(resume))

    assert "Your story says it differently by now:" in html
    assert "The story&#x27;s new words" in html
    client.post(page(resume), sent(resume, do=f"story-{line.id}"))
    assert selected(resume).parts[0].lines[0].text == "The story's new words"


def test_a_part_that_was_deleted_in_the_story_is_gone_from_the_page(
    client: Client, resume: Resume, workspace: Workspace, now: datetime
) -> None:
    Chapter.objects.of(workspace).filter(organisation="Lantian Home Appliances").update(removed_at=now)

    assert "Lantian" not in shown(client, page(resume))


def test_lines_move_up_and_down(client: Client, resume: Resume) -> None:
    lantian = next(part for part in selected(resume).parts if len(part.lines) == 4)
    before = [line.id for line in lantian.lines]

    answer = client.post(page(resume), sent(resume, do=f"up-{before[1]}"))

    after = next(part for part in selected(resume).parts if len(part.lines) == 4)
    assert [line.id for line in after.lines] == [before[1], before[0], *before[2:]]
    assert answer["Location"] == f"{page(resume)}?open={before[1]}#at-{before[1]}"


def moved_sections(client: Client, resume: Resume) -> list[str]:
    """The sections of the page, as the list beside it has them."""
    return re.findall(r'<li data-codes="(\w+)', shown(client, page(resume)))


def test_sections_move_in_everything_that_is_taken_out_until_the_template_has_its_way(
    client: Client, resume: Resume
) -> None:
    usual = moved_sections(client, resume)
    assert usual == ["summary", "experience", "education", "skills", "references"]

    answer = client.post(page(resume), sent(resume, do="rise-skills"))
    client.post(page(resume), sent(resume, do="rise-skills"))

    assert answer["Location"] == f"{page(resume)}?open=order#at-order"
    assert moved_sections(client, resume) == ["summary", "skills", "experience", "education", "references"]
    heads = ["Skills and languages", "Experience", "Education", "Reference"]
    assert in_order(client.post(page(resume), sent(resume, do="txt")).content.decode(), heads)
    pdf = client.post(page(resume), sent(resume, do="pdf")).content
    assert in_order(PdfReader(BytesIO(pdf)).pages[0].extract_text(), heads)
    word = Document(BytesIO(client.post(page(resume), sent(resume, do="docx")).content))
    assert in_order("\n".join(one.text for one in word.paragraphs), heads)
    told = json.loads(client.post(page(resume), sent(resume, do="json")).content)
    assert [key for key in told if key in ("skills", "languages", "work", "education")] == [
        "skills", "languages", "work", "education",
    ]  # fmt: skip
    client.post(page(resume), sent(resume, do="usual-order"))
    assert moved_sections(client, resume) == usual


def in_order(text: str, heads: list[str]) -> bool:
    places = [re.search(rf"^{head}\s*$", text, re.MULTILINE) for head in heads]
    return all(places) and [place.start() for place in places if place] == sorted(
        place.start() for place in places if place
    )


def test_a_version_keeps_the_order_it_was_taken_out_in(client: Client, resume: Resume) -> None:
    client.post(page(resume), sent(resume, do="rise-skills"))
    client.post(page(resume), sent(resume, do="pdf"))
    client.post(page(resume), sent(resume, do="usual-order"))

    version = Version.kept(resume.workspace).get()
    lines = lines_of(version)

    assert lines.index("Skills and languages") < lines.index("Education")
    client.post(page(resume), sent(resume, do="pdf"))
    new, _old = Version.kept(resume.workspace).order_by("-made_at")
    assert {change.kind for change in difference(version, new)} == {"same", "came", "went"}


def test_jobs_move_where_volunteering_stands_beside_work(client: Client, resume: Resume) -> None:
    lantian = next(part for part in selected(resume).parts if part.it.organisation == "Lantian Home Appliances")
    heads = ["Shift Lead .*", "Purchasing Specialist.*", r"Stock Helper \(volunteer.*"]

    client.post(page(resume), sent(resume, do=f"up-{lantian.id}"))

    assert in_order(client.post(page(resume), sent(resume, do="txt")).content.decode(), heads)
    assert "Jobs stand as you moved them." in shown(client, page(resume))
    client.post(page(resume), sent(resume, do="newest-order"))
    assert in_order(client.post(page(resume), sent(resume, do="txt")).content.decode(), [heads[0], heads[2], heads[1]])


def test_an_undo_takes_the_last_change_back(client: Client, resume: Resume) -> None:
    line = selected(resume).parts[0].lines[0]
    client.post(page(resume), sent(resume, **{f"text-{line.id}": "My own words"}))

    client.post(page(resume, "step_back"))

    assert selected(resume).parts[0].lines[0].text == line.text
    assert "<span data-step-back hidden>" in shown(client, page(resume))


def test_typing_saves_itself_and_goes_on_saving_from_the_same_page(client: Client, resume: Resume) -> None:
    line = selected(resume).parts[0].lines[0]
    told = sent(resume, editor="this-page")

    answers = [
        client.post(page(resume, "save_resume"), {**told, f"text-{line.id}": text}).status_code
        for text in ("One", "One more")
    ]

    assert answers == [204, 204]
    assert selected(resume).parts[0].lines[0].text == "One more"


def test_another_page_does_not_overwrite_what_was_saved_since(client: Client, resume: Resume) -> None:
    line, told = selected(resume).parts[0].lines[0], sent(resume, editor="old-page")
    client.post(page(resume, "save_resume"), {**told, "editor": "new-page", f"text-{line.id}": "New"})

    answer = client.post(page(resume, "save_resume"), {**told, f"text-{line.id}": "Old"})

    assert answer.status_code == 409
    assert selected(resume).parts[0].lines[0].text == "New"
    html = client.post(page(resume), {**told, "do": "save"}, follow=True).content.decode()
    assert "It was changed on another page since." in html


def test_the_preview_shows_what_is_typed_and_keeps_nothing(client: Client, resume: Resume) -> None:
    line = selected(resume).parts[0].lines[0]
    plain, typed, marked = (
        client.post(
            page(resume, "preview_resume"), sent(resume, **{f"text-{line.id}": text}, editing=editing)
        ).content.decode()
        for text, editing in ((line.text, ""), ("Short", ""), ("Short", line.id))
    )

    assert len({pictures(one)[0] for one in (plain, typed, marked)}) == 3
    assert "one page," in typed
    assert selected(resume).parts[0].lines[0].text == line.text


def test_a_picture_cannot_run_anything(client: Client, resume: Resume) -> None:
    line = selected(resume).parts[0].lines[0]
    client.post(page(resume), sent(resume, **{f"text-{line.id}": SCRIPT}, headline=SCRIPT, summary=SCRIPT))

    answer = client.get(reverse("documents:resume_page", args=[resume.pk, "1"]))

    assert answer["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert answer["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    assert b"<script" not in answer.content
    assert client.get(reverse("documents:resume_page", args=[resume.pk, "2"])).status_code == 404


def test_what_was_typed_is_text_wherever_it_is_shown(client: Client, resume: Resume, workspace: Workspace) -> None:
    line = selected(resume).parts[0].lines[0]
    told = {"title": SCRIPT, "employer": SCRIPT, "name": SCRIPT, "language": "en", "posting": SCRIPT}
    client.post(page(resume, "about_resume"), told)
    answer = client.post(page(resume), sent(resume, **{f"text-{line.id}": SCRIPT}, do="pdf"))

    assert '#link("x") =HYPERLINK(1) $x^2$' in " ".join(
        PdfReader(BytesIO(answer.content)).pages[0].extract_text().split()
    )
    for address in (page(resume), reverse("documents:resumes"), reverse("documents:versions")):
        assert "<script>alert" not in shown(client, address)


def test_too_much_for_a_page_says_what_overflows(client: Client, resume: Resume) -> None:
    lines = {f"text-{line.id}": "Too much of this. " * 50 for part in selected(resume).parts for line in part.lines}

    html = previewed(client, resume, **lines)

    assert "2 pages, 1 is allowed" in html
    assert "untick a line or shorten one" in html


def test_the_remark_speaks_of_the_line_that_is_typed(client: Client, resume: Resume) -> None:
    line = selected(resume).parts[0].lines[0]
    told = sent(resume, **{f"text-{line.id}": "I was responsible for suppliers."})

    html = client.post(f"{page(resume, 'remark_on_line')}?about={line.id}", told).content.decode()

    assert "not what you achieved in it" in html
    assert "<b>suppliers</b>" in html


def test_the_page_does_not_wait_for_a_coach_that_is_not_ready(client: Client, resume: Resume) -> None:
    meaning._encoder.cache_clear()
    accomplishment = "A result with its measure."

    html = shown(client, page(resume))

    assert not meaning.is_warm()
    assert accomplishment not in html
    asked = re.search(r'hx-get="([^"]+)" hx-trigger="load"', html)
    assert asked
    remarks = shown(client, asked[1])
    places = re.findall(r'<div id="(why-[0-9a-f-]+)" hx-swap-oob="innerHTML">', remarks)
    assert accomplishment in remarks
    assert set(places) == {f"why-{line.id}" for part in selected(resume).parts for line in part.lines}
    again = shown(client, page(resume))
    assert accomplishment in again
    assert 'hx-trigger="load"' not in again


def test_another_language_tells_the_story_in_it_in_the_likeliest_look(client: Client, resume: Resume) -> None:
    client.post(page(resume), sent(resume, do="language-zh-Hans"))

    row = Resume.kept(resume.workspace).get()
    assert (row.language, row.template) == ("zh-Hans", "chinese")
    assert "蓝天家电" in shown(client, page(resume))


def line_named(resume: Resume, key: str) -> str:
    return next(line.text for part in selected(resume).parts for line in part.lines if line.id == key)


def test_a_line_worded_anew_belongs_to_its_language(client: Client, resume: Resume) -> None:
    line = next(line for part in selected(resume).parts for line in part.lines if "dairy wall" in line.text)
    heads = {"headline": "My head", "summary": "My summary"}
    client.post(page(resume), sent(resume, **{f"text-{line.id}": "My own words"}, **heads))

    client.post(page(resume), sent(resume, do="language-zh-Hans"))

    assert line_named(resume, line.id).startswith("负责每周三个班次")
    assert selected(resume).summary.startswith("六年家电采购")
    client.post(page(resume), sent(resume, **{f"text-{line.id}": "我的话"}))
    client.post(page(resume), sent(resume, do="language-en"))
    english = selected(resume)
    assert (line_named(resume, line.id), english.headline, english.summary) == (
        "My own words", "My head", "My summary",
    )  # fmt: skip
    client.post(page(resume), sent(resume, do="language-zh-Hans"))
    assert line_named(resume, line.id) == "我的话"


def test_the_page_says_what_the_story_does_not_tell_in_its_language(client: Client, resume: Resume) -> None:
    assert "Your story is not told in English everywhere yet" not in shown(client, page(resume))
    html = client.post(page(resume), sent(resume, do="language-fr"), follow=True).content.decode()
    assert "lines of this page in Français yet" in html

    html = shown(client, page(resume))

    assert "Your story is not told in Français everywhere yet" in html
    now = selected(resume)
    lines = {line.id for part in now.parts for line in part.lines}
    assert set(re.findall(r"/story/lines/([0-9a-f-]{36})/in/fr/", html)) == lines
    assert set(re.findall(r"/story/chapters/([0-9a-f-]{36})/in/fr/", html)) == {one.id for one in now.parts}
    assert reverse("portfolio:say_head", args=["fr"]) in html
    skills = {one.id for one in now.skills if one.on}
    assert set(re.findall(r"/story/skills/([0-9a-f-]{36})/in/fr/", html)) == skills
    first = now.parts[0].lines[0].id
    client.post(reverse("portfolio:say_line", args=[first, "fr"]), {"text": "Commande les produits", "version": 0})
    html = shown(client, page(resume))
    assert set(re.findall(r"/story/lines/([0-9a-f-]{36})/in/fr/", html)) == lines - {first}
    assert "Commande les produits" in html


@pytest.mark.parametrize(
    ("form", "kind", "begins"),
    [
        ("pdf", "application/pdf", b"%PDF"),
        ("docx", "application/vnd.", b"PK"),
        ("txt", "text/plain", b"Xiaowen"),
        ("json", "application/json", b"{"),
    ],
)
def test_every_form_comes_as_a_file_named_after_who_and_what_for(
    client: Client, resume: Resume, form: str, kind: str, begins: bytes
) -> None:
    answer = client.post(page(resume), sent(resume, do=form))

    assert answer["Content-Type"].startswith(kind)
    assert answer["Content-Disposition"] == (
        f'attachment; filename="Xiaowen Ma - Planner Demand planner, Northwind Provisions.{form}"'
    )
    assert answer.content.startswith(begins)


def test_a_chinese_name_of_a_file_is_written_so_that_every_browser_reads_it(client: Client, resume: Resume) -> None:
    told = {"title": "", "employer": "", "name": "采购/计划", "language": "zh-Hans", "posting": ""}
    client.post(page(resume, "about_resume"), told)

    answer = client.post(page(resume), sent(resume, do="txt"))

    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''Xiaowen%20Ma%20-%20%E9%87%87")
    assert "%2F" not in answer["Content-Disposition"]


def test_json_resume_has_what_the_page_says(client: Client, resume: Resume) -> None:
    told = json.loads(client.post(page(resume), sent(resume, do="json")).content)

    assert told["basics"]["name"] == "Xiaowen Ma"
    assert [one["name"] for one in told["work"]] == ["Maple Basket Market", "Lantian Home Appliances"]
    assert [one["name"] for one in told["references"]] == ["Tom Reyes"]


def test_a_download_keeps_what_was_made_and_the_same_again_is_the_same_version(client: Client, resume: Resume) -> None:
    for _time in range(2):
        client.post(page(resume), sent(resume, do="pdf"))
    client.post(page(resume), sent(resume, do="docx"))
    client.post(page(resume), sent(resume, do="pdf", summary="Other"))

    rows = Version.kept(resume.workspace).order_by("made_at")
    assert [(one.form, one.content["basics"]["summary"] == "Other") for one in rows] == [
        ("pdf", False), ("docx", False), ("pdf", True),
    ]  # fmt: skip


def test_a_copy_goes_on_by_itself(client: Client, resume: Resume) -> None:
    told = {"title": "Buyer", "employer": "", "name": "Buyer", "language": "en", "posting": "", "do": "copy"}

    client.post(page(resume, "about_resume"), told)

    assert set(Resume.kept(resume.workspace).values_list("name", flat=True)) == {"Planner", "Buyer"}
    assert Resume.kept(resume.workspace).get(name="Planner").posting == resume.posting


def test_a_copy_under_the_same_name_is_called_a_copy(client: Client, resume: Resume) -> None:
    told = {"title": "Buyer", "employer": "", "name": "Planner", "language": "en", "posting": "", "do": "copy"}

    client.post(page(resume, "about_resume"), told)

    assert set(Resume.kept(resume.workspace).values_list("name", flat=True)) == {"Planner", "Planner, copy"}


def test_a_file_says_the_role_once(client: Client, workspace: Workspace, now: datetime) -> None:
    tell_story(workspace)
    resume = make_resume(workspace, now, name="Demand planner")

    named = client.post(page(resume), sent(resume, do="txt"))["Content-Disposition"]

    assert named == 'attachment; filename="Xiaowen Ma - Demand planner Northwind Provisions.txt"'


def test_the_words_of_a_posting_count_the_same_on_a_page_in_another_language(client: Client, resume: Resume) -> None:
    def counted() -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = re.findall(r"(\d+) of (\d+) said", shown(client, page(resume)))
        return found

    before = counted()
    client.post(page(resume), sent(resume, do="language-zh-Hans"))

    assert before == counted() == [("10", "13")]


def test_the_coach_reads_a_line_in_the_language_it_is_in(client: Client, resume: Resume, workspace: Workspace) -> None:
    Accomplishment.objects.of(workspace).update(said={}, text="Responsible for the shelves")

    def weak() -> int:
        return shown(client, page(resume, "remarks_on_lines")).count(
            "This is what the job was, not what you achieved in it."
        )

    before = weak()
    client.post(page(resume), sent(resume, do="language-zh-Hans"))

    assert 0 < before == weak()


def test_a_resume_is_deleted_and_brought_back_and_what_was_sent_stays(client: Client, resume: Resume) -> None:
    client.post(page(resume), sent(resume, do="pdf"))

    html = client.post(page(resume, "remove_resume"), follow=True).content.decode()

    assert client.get(page(resume)).status_code == 404
    assert Version.kept(resume.workspace).count() == 1
    undo = re.search(r'action="([^"]+)" data-undo', html)
    assert undo
    client.post(undo[1])
    assert client.get(page(resume)).status_code == 200


def test_changes_within_seconds_are_one_step_back(client: Client, resume: Resume) -> None:
    assert timezone.now() - resume.changed_at > timedelta(seconds=10)
    line = selected(resume).parts[0].lines[0]
    told = sent(resume, editor="this-page")
    for text in ("A", "AB", "ABC"):
        client.post(page(resume, "save_resume"), {**told, f"text-{line.id}": text})

    client.post(page(resume, "step_back"))

    assert selected(resume).parts[0].lines[0].text == line.text
