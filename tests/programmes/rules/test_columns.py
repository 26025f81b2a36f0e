import pytest

from askwell.programmes.choices import Audience
from askwell.programmes.rules.columns import Column, heading_row, meaning, recognised


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Name", Column.NAME), ("Nom complet", Column.NAME), ("姓名", Column.NAME),
        ("E-mail", Column.EMAIL), ("Courriel", Column.EMAIL), ("邮箱", Column.EMAIL),
        ("Employer", Column.ORGANISATION), ("Employeur", Column.ORGANISATION), ("单位", Column.ORGANISATION),
        ("Topics", Column.TOPICS), ("Sujets", Column.TOPICS), ("话题", Column.TOPICS),
        ("Languages spoken", Column.LANGUAGES), ("Langues", Column.LANGUAGES), ("语言", Column.LANGUAGES),
        ("Talks per month", Column.TALKS), ("Entretiens par mois", Column.TALKS), ("每月次数", Column.TALKS),
        ("AVAILABILITY", Column.HOURS), ("Disponibilités", Column.HOURS), ("空闲时间", Column.HOURS),
        ("Looking for (field)", Column.FIELD), ("When free?", Column.HOURS),
        ("Nombre de rencontres par mois", Column.TALKS), ("Goals", Column.TOPICS), ("Goal", None),
        ("Shoe size", None), ("", None),
    ],
)  # fmt: skip
def test_headings_are_known_in_three_languages(heading: str, column: Column | None) -> None:
    assert meaning(heading) == column


def test_of_two_columns_alike_the_first_counts() -> None:
    assert recognised(["E-mail", "Courriel"], Audience.INSIDERS) == [Column.EMAIL, None]


def test_nom_beside_prenom_is_the_family_name() -> None:
    assert recognised(["Nom", "Prénom"], Audience.INSIDERS) == [Column.FAMILY, Column.GIVEN]
    assert recognised(["Nom"], Audience.INSIDERS) == [Column.NAME]


def test_only_seekers_go_with_a_cohort() -> None:
    assert recognised(["Cohort"], Audience.SEEKERS) == [Column.COHORT]
    assert recognised(["Cohort"], Audience.INSIDERS) == [None]


def test_a_title_above_the_heading_is_none() -> None:
    rows = [["Alumni 2026"], ["Name", "Email"], ["Rosa Osei", "rosa@tidewater.example"]]

    assert heading_row(rows, Audience.INSIDERS) == 1
    assert heading_row(rows[2:], Audience.INSIDERS) == -1
