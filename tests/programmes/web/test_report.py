"""The funder's report: the same numbers on the page, in the PDF, the spreadsheet and the CSV."""

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from openpyxl import load_workbook
from pypdf import PdfReader

from askwell.accounts.models import User
from askwell.programmes.choices import OutcomeKind
from askwell.programmes.models import Cohort, Outcome, Programme
from tests.conftest import NOW
from tests.factories.programmes import make_participant
from tests.programmes.queries.test_numbers import make_cohort, make_seekers, make_talk

SignIn = Callable[[User], Client]
ASKED = "?first=2026-11-01&last=2026-11-30"


@pytest.fixture
def client(owner: User, sign_in: SignIn) -> Client:
    return sign_in(owner)


@pytest.fixture
def cohort(programme: Programme) -> Cohort:
    """Twelve seekers of whom nine met somebody, beside a cohort of three and one that is called like a formula."""
    autumn, small = make_cohort(programme, "秋季班"), make_cohort(programme, "Small")
    odd = make_cohort(programme, "=HYPERLINK(1)")
    for place, seeker in enumerate(make_seekers(programme, 12, cohort=autumn)):
        if place < 9:
            make_talk(seeker, useful=5 if place < 7 else 2, referrals=1)
        Outcome.objects.create(
            workspace=programme.workspace, participant=seeker, cohort=autumn, kind=OutcomeKind.JOB, field="Accounting",
            happened_on=date(2026, 11, 2), told_at=NOW,
        )  # fmt: skip
    for seeker in [*make_seekers(programme, 3, cohort=small), *make_seekers(programme, 6, cohort=odd)]:
        make_talk(seeker, useful=3)
    return autumn


def in_csv(client: Client, query: str = ASKED) -> list[list[str]]:
    return list(csv.reader(io.StringIO(client.get(f"/programmes/report/csv/{query}").content.decode("utf-8-sig"))))


def in_xlsx(client: Client) -> list[list[str]]:
    book = load_workbook(io.BytesIO(client.get(f"/programmes/report/xlsx/{ASKED}").content))
    return [
        [str(cell) for cell in row if cell is not None]
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
    ]


def in_pdf(client: Client) -> str:
    reader = PdfReader(io.BytesIO(client.get(f"/programmes/report/pdf/{ASKED}").content))
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


EXPECTED = [
    ["What was counted", "Number"],
    ["Seekers who came", "21"],
    ["Talks asked for", "18"],
    ["Talks held", "18"],
    ["Successful talks", "7"],
    ["Referrals", "9"],
    ["Came to sessions", "0"],
    ["Jobs", "12"],
    ["Volunteer roles", "0"],
    ["Courses", "0"],
]
BY_COHORT = ["秋季班", "12", "9", "9", "7", "9", "0", "12", "0", "0"]


def test_page_pdf_spreadsheet_and_csv_have_the_same_numbers(client: Client, cohort: Cohort) -> None:
    table = in_csv(client)
    page = client.get(f"/programmes/report/{ASKED}").context["report"]
    pdf = in_pdf(client)

    assert [row for row in table if row in EXPECTED] == EXPECTED
    assert BY_COHORT in table
    assert in_xlsx(client).count(BY_COHORT) == 1
    for one in page.tables:
        rows = [list(one.heads), *map(list, one.rows)]
        plain = [[cell.removeprefix("'") for cell in row] for row in table]
        assert [row for row in rows if row not in plain] == []
        assert [row for row in rows if row not in in_xlsx(client)] == []
        assert [row for row in rows if " ".join(row) not in pdf] == []


def test_small_groups_are_hidden_in_every_file(client: Client, cohort: Cohort) -> None:
    """Of three seekers nothing is told, and of six not what would give them away."""
    [small] = [row for row in in_csv(client) if row[:1] == ["Small"]]
    [odd] = [row for row in in_csv(client) if row[:1] == ["'=HYPERLINK(1)"]]

    assert small[1:4] == ["<5"] * 3
    assert odd[1:4] == ["withheld"] * 3
    assert "fewer than 5" in in_pdf(client)


def test_a_cohort_called_like_a_formula_is_only_text(client: Client, cohort: Cohort) -> None:
    book = load_workbook(io.BytesIO(client.get(f"/programmes/report/xlsx/{ASKED}").content))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value]

    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [cell.quotePrefix for cell in cells if str(cell.value).startswith("=")] == [True]


def test_the_pdf_is_tagged_and_shows_chinese(client: Client, cohort: Cohort) -> None:
    data = client.get(f"/programmes/report/pdf/{ASKED}").content
    reader = PdfReader(io.BytesIO(data))

    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "秋季班" in in_pdf(client)


def test_it_speaks_the_readers_language(client: Client, owner: User, cohort: Cohort) -> None:
    User.objects.filter(pk=owner.pk).update(language="fr")

    reader = PdfReader(io.BytesIO(client.get(f"/programmes/report/pdf/{ASKED}").content))

    assert str(reader.trailer["/Root"]["/Lang"]).lower().startswith("fr")


def test_of_one_cohort_only_its_own_row_is_told_hidden_as_among_all(
    client: Client, programme: Programme, cohort: Cohort
) -> None:
    small = Cohort.objects.of(programme.workspace).get(name="Small")

    mine, theirs = (in_csv(client, f"{ASKED}&cohort={one.pk}") for one in (cohort, small))

    assert ["Seekers who came", "12"] in mine
    assert ["Seekers who came", "fewer than 5"] in theirs
    assert not [row for row in mine if row[:1] in (["Cohort"], ["Field"], ["Language"])]


@pytest.mark.parametrize(
    "query", ["?first=2026-12-01&last=2026-11-01", "?first=soon&last=2026-11-01", "?first=2026-13-41&last=x"]
)
def test_a_period_that_cannot_be_is_told(client: Client, programme: Programme, query: str) -> None:
    assert client.get(f"/programmes/report/{query}").status_code == 422
    assert client.get(f"/programmes/report/pdf/{query}").status_code == 404


def test_a_rival_reports_their_own_only(rival: User, sign_in: SignIn, cohort: Cohort) -> None:
    client = sign_in(rival)

    assert client.get(f"/programmes/report/csv/{ASKED}&cohort={cohort.pk}").status_code == 404
    assert "秋季班" not in client.get(f"/programmes/report/csv/{ASKED}").content.decode()


def test_nobody_outside_of_a_programme_has_a_report(seeker: User, sign_in: SignIn) -> None:
    assert sign_in(seeker).get("/programmes/report/").status_code == 404


def test_a_cohort_without_anybody_is_a_report_of_noughts(client: Client, programme: Programme) -> None:
    empty = make_cohort(programme, "Empty")
    for seeker in make_seekers(programme, 5):
        make_talk(seeker)
    make_participant(programme)

    assert ["Talks held", "0"] in in_csv(client, f"{ASKED}&cohort={empty.pk}")
