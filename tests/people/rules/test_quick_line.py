"""One line that names a person, in three languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.names import PersonName
from askwell.people.rules.quick_line import parse_line


@pytest.mark.parametrize(
    ("line", "given_name", "family", "native", "title", "organisation", "tie", "how_met"),
    [
        ("Aisha Khan, supply planner at Tidewater Foods, met at the port careers evening",
         "Aisha", "Khan", "", "supply planner", "Tidewater Foods", "met_at_event", "the port careers evening"),
        ("周敏，雪松食品需求计划员，在物流聚会认识",
         "Min", "Zhou", "周敏", "需求计划员", "雪松食品", "met_at_event", "物流聚会"),
        ("Marc Tremblay, directeur chez Épiceries Laurier, rencontré au salon de l'emploi",
         "Marc", "Tremblay", "", "directeur", "Épiceries Laurier", "met_at_event", "salon de l'emploi"),
        ("Priya Nair, North Shore Logistics, introduced by Lin Hua",
         "Priya", "Nair", "", "", "North Shore Logistics", "introduced", "Lin Hua"),
        ("Zoé Roy, acheteuse à la Banque Laurier, présentée par Marc Tremblay",
         "Zoé", "Roy", "", "acheteuse", "Banque Laurier", "introduced", "Marc Tremblay"),
        ("王小明，在海港货运公司做仓库主管，前同事",
         "Xiaoming", "Wang", "王小明", "仓库主管", "海港货运公司", "former_colleague", ""),
        ("张老师，物流公司的经理，我的邻居", "", "Zhang", "张", "经理", "物流公司", "neighbour", ""),
        ("Lin Hua 林华, neighbour", "Hua", "Lin", "林华", "", "", "neighbour", ""),
        ("Sam Lee at Tidewater", "Sam", "Lee", "", "", "Tidewater", "none", ""),
        ("Chen, Lei (buyer at Foo)", "Lei", "Chen", "", "buyer", "Foo", "none", ""),
        ("Chen, Lei", "Lei", "Chen", "", "", "", "none", ""),
        ("Chen, Siyuan, analyst at Lantern Bay", "Siyuan", "Chen", "", "analyst", "Lantern Bay", "none", ""),
        ("Wong, Ka Chun, buyer @ Foo", "Ka Chun", "Wong", "", "buyer", "Foo", "none", ""),
        ("Tremblay, David, Harbour Logistics", "David", "Tremblay", "", "", "Harbour Logistics", "none", ""),
        ("Lin, Huawei, met at the fair", "Lin", "", "", "Huawei", "", "met_at_event", "the fair"),
        ("Chen, buyer at Foo", "Chen", "", "", "buyer", "Foo", "none", ""),
        ("Tom, neighbour", "Tom", "", "", "", "", "neighbour", ""),
        ("David, Martin, met at church", "David", "", "", "Martin", "", "met_at_event", "church"),
        ("林华", "Hua", "Lin", "林华", "", "", "none", ""),
        ("Dr. Ngozi Okafor (VP @ Acme), introduced by 周敏", "Ngozi", "Okafor", "", "VP", "Acme", "introduced", "周敏"),
        ("Ngozi Okafor (VP at Acme)", "Ngozi", "Okafor", "", "VP", "Acme", "none", ""),
        ("Ngozi Okafor [VP, Acme]", "Ngozi", "Okafor", "", "VP", "Acme", "none", ""),
        ("Ngozi Okafor @ Acme", "Ngozi", "Okafor", "", "", "Acme", "none", ""),
        ("Ngozi Okafor (nurse)", "Ngozi", "Okafor", "", "nurse", "", "none", ""),
        ("周敏 (需求计划员 @ 雪松食品)", "Min", "Zhou", "周敏", "需求计划员", "雪松食品", "none", ""),
        ("周敏（Min Zhou），雪松食品", "Min", "Zhou", "周敏", "", "雪松食品", "none", ""),
        ("Ngozi Okafor introduced by Min Zhou", "Ngozi", "Okafor", "", "", "", "introduced", "Min Zhou"),
        ("Introduced by Min Zhou: Ngozi Okafor", "Ngozi", "Okafor", "", "", "", "introduced", "Min Zhou"),
        ("Ngozi Okafor, intro: Min Zhou", "Ngozi", "Okafor", "", "", "", "introduced", "Min Zhou"),
        ("Zoé Roy présentée par Marc Tremblay", "Zoé", "Roy", "", "", "", "introduced", "Marc Tremblay"),
        ("李强，会计，介绍人：周敏", "Qiang", "Li", "李强", "会计", "", "introduced", "周敏"),
        ("介绍人：周敏，李强，会计", "Qiang", "Li", "李强", "会计", "", "introduced", "周敏"),
        ("李强（周敏介绍的）", "Qiang", "Li", "李强", "", "", "introduced", "周敏"),
        ("周敏介绍的李强", "Qiang", "Li", "李强", "", "", "introduced", "周敏"),
        ("我邻居老李", "", "Li", "李", "", "", "neighbour", ""),
        ("我的邻居老李", "", "Li", "李", "", "", "neighbour", ""),
        ("我同学王芳，在华为", "Fang", "Wang", "王芳", "", "华为", "classmate", ""),
        ("我前同事张伟", "Wei", "Zhang", "张伟", "", "", "former_colleague", ""),
        ("我的老板陈总", "", "Chen", "陈", "", "", "colleague", ""),
        ("my neighbour Tom Li", "Tom", "Li", "", "", "", "neighbour", ""),
        ("friend of mine, Tom", "Tom", "", "", "", "", "friend", ""),
        ("mon ancien collègue Marc Roy", "Marc", "Roy", "", "", "", "former_colleague", ""),
    ],
)  # fmt: skip
def test_a_line_says_who_what_where_and_how(
    line: str, given_name: str, family: str, native: str, title: str, organisation: str, tie: str, how_met: str
) -> None:
    quick = parse_line(line)
    name = quick.name
    assert (name.given, name.family, name.native) == (given_name, family, native)
    assert (quick.title, quick.organisation, quick.tie_kind, quick.how_met) == (title, organisation, tie, how_met)


def test_addresses_are_found_wherever_they_stand() -> None:
    quick = parse_line(
        "Dana Roy priya@nsl.example, planner, +1 604 555 0123, linkedin.com/in/dana-roy, wechat: dana_2020, likes tea"
    )
    assert (quick.name.given, quick.name.family, quick.title) == ("Dana", "Roy", "planner")
    assert quick.emails == ("priya@nsl.example",)
    assert quick.phones == ("+16045550123",)
    assert quick.links == ("https://linkedin.com/in/dana-roy",)
    assert quick.wechat == "dana_2020"
    assert quick.organisation == "likes tea"


def test_what_fits_nowhere_becomes_the_note() -> None:
    quick = parse_line("Bob Ray, buyer at Foo Foods, two children, plays chess")
    assert quick.note == "two children, plays chess"


def test_who_is_called_old_or_little_keeps_what_they_are_called() -> None:
    assert [parse_line(line).name.nickname for line in ("我邻居老李", "我前同事小王")] == ["老李", "小王"]


@pytest.mark.parametrize("line", ["introduced by 周敏", "VP @ Acme", "我女儿同学的妈妈王芳", "在物流聚会认识"])
def test_a_line_that_names_nobody_gives_no_name_and_loses_nothing(line: str) -> None:
    quick = parse_line(line)
    assert quick.name == PersonName()
    assert quick.note or quick.title or quick.how_met


def test_an_empty_line_is_nobody() -> None:
    assert parse_line("  \n ").name.given == ""


@given(st.text(max_size=300))
def test_no_line_breaks_it(line: str) -> None:
    quick = parse_line(line)
    assert len(quick.title) <= 200
    assert len(quick.organisation) <= 200
    assert len(quick.how_met) <= 200


WORD = st.sampled_from(["Aisha", "Marc", "Priya", "Samuel", "Noémie", "Gurpreet"])
LAST = st.sampled_from(["Khan", "Tremblay", "Nair", "Okonkwo", "Fraser"])
TITLE = st.sampled_from(["supply planner", "data analyst", "nurse", "store manager"])
FIRM = st.sampled_from(["Tidewater Foods", "North Shore Logistics", "Cedar & Pine", "Lantern Bay Provisions"])


@given(WORD, LAST, TITLE, FIRM, st.sampled_from([" at ", " chez ", " @ "]), st.sampled_from([", ", "; ", "，", " - "]))
def test_any_name_title_and_employer_come_out_as_they_went_in(
    given_name: str, last: str, title: str, firm: str, between: str, comma: str
) -> None:
    quick = parse_line(f"{given_name} {last}{comma}{title}{between}{firm}")
    assert (quick.name.given, quick.name.family, quick.title, quick.organisation) == (given_name, last, title, firm)


@given(st.integers(0, 9999), WORD)
def test_an_email_is_never_lost(number: int, word: str) -> None:
    email = f"p{number}@mail.example"
    assert parse_line(f"{word}, {email}, met at a fair").emails == (email,)
    assert parse_line(f"{email} {word}").emails == (email,)
