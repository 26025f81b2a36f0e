"""What a topic means, however it is written."""

import json
from pathlib import Path

import pytest

from askwell.programmes.rules.topics import _topics, covering, idea_of, is_field, named, offered, own_word, wider

DATA = Path(__file__).parents[2] / "data" / "programme"


@pytest.mark.parametrize(
    "same",
    [
        ("audit", "Auditing", "ＡＵＤＩＴ", "审计", "審計", "审计工作", "vérification comptable"),
        ("bookkeeping", "记账", "記賬", "做账", "Tenue de livres"),
        ("month-end close", "Month–end closing", "月末结账", "月結", "clôture de fin de mois"),
        ("accounting", "会计", "Accountant", "会计师", "Comptabilité"),
        ("wound care", "Wound Care", "伤口护理", "soins des plaies"),  # a skill that Askwell brings along
        ("Dental assistant", "dental assistants", "牙科助理", "assistante dentaire"),  # an occupation's usual title
        ("tea tasting", "Tea-Tasting", "tea tastings"),  # what no vocabulary knows
        ("品茶", "品茶行业"),
    ],
)
def test_what_means_the_same_is_one_idea(same: tuple[str, ...]) -> None:
    assert len(set(map(idea_of, same))) == 1


def test_what_means_something_else_is_another() -> None:
    named = {topic for one in _people() for topic in one}

    assert len({idea_of(topic) for topic in named}) == len(named) == 71
    assert not any(is_field(idea_of(topic)) for topic in named)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("R", "R&D"),
        (".NET", "net"),
        ("Plan A", "plan"),
        ("vitamin D", "vitamins"),
        ("A/B testing", "B testing"),
        ("Q&A", "Q"),
        ("OR nursing", "nursing"),
        ("in-house counsel", "house counsel"),
    ],
)
def test_a_small_part_of_a_name_is_not_lost(one: str, other: str) -> None:
    assert idea_of(one) != idea_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("R & D", "(r&d)"),
        ("sales and marketing", "Sales & marketing"),
        ("the night shift", "night shifts"),
        ("gestion de la paie du personnel", "gestion paie personnel"),
        (".NET", ".net"),
    ],
)
def test_small_words_that_only_join_make_no_other_topic(one: str, other: str) -> None:
    assert idea_of(one) == idea_of(other)


def _people() -> list[list[str]]:
    told = json.loads((DATA / "dev-400x120.json").read_text())
    return [list(one.get("goals") or one.get("topics")) for one in (*told["seekers"], *told["insiders"])]


def test_no_two_of_our_own_topics_have_a_name_in_common() -> None:
    for topic in _topics():
        assert {idea_of(name) for names in topic.names.values() for name in names} == {topic.idea}, topic


def test_a_field_is_wider_than_its_topics() -> None:
    assert wider(idea_of("审计")) == idea_of("会计")
    assert (wider(idea_of("会计")), wider("tea tasting")) == ("", "")
    assert covering(["审计", "Python"], "") == {idea_of("accounting"), idea_of("software")}
    assert covering([], "会计") == {idea_of("accounting")}
    assert covering(["tea tasting", 7], "Tea") == set()


def test_a_topic_is_told_in_its_writers_word() -> None:
    assert own_word(["Python", "审计"], idea_of("audit")) == "审计"
    assert own_word(["Python", "audit"], idea_of("会计")) == "audit"
    assert own_word(["Python"], idea_of("audit")) == ""
    assert own_word(["tea tasting"], "") == ""


def test_topics_are_offered_in_the_pages_language() -> None:
    assert offered(["Accounting"], "zh-hans")[:3] == ["记账", "审计", "月末结账"]
    assert offered(["供应链"], "fr")[0] == "chaîne d’approvisionnement"
    assert offered(["Tea", ""], "en") == []
    assert (named("Auditing", "zh-hans"), named("tea", "zh-hans")) == ("审计", "tea")
