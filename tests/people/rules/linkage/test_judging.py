"""Certain, likely, or two people: what Askwell knows of names, addresses and employers, as tables."""

import pytest

from askwell.lib.emails import find_emails
from askwell.lib.names import PersonName, parse_name
from askwell.people.rules.linkage import Job, Network, Outcome, Record, find
from askwell.people.rules.linkage.judging import outcome_of
from askwell.people.rules.linkage.naming import NameLevel
from askwell.people.rules.linkage.weights import MISSING, Pattern

CERTAIN, LIKELY, NO = Outcome.CERTAIN, Outcome.LIKELY, Outcome.NO


def who(name: str, address: str = "", at: str = "", title: str = "", note: str = "") -> Record:
    """A record in brief: `address` an e-mail, a number in E.164 or a link, several parted by blanks."""
    words = address.split()
    return Record(
        parse_name(name) if name else PersonName(),
        emails=tuple(find_emails(address)) if "@" in address else (),
        phones=tuple(word for word in words if word.startswith("+")),
        links=tuple(word for word in words if word.startswith("https://")),
        jobs=(Job(at, title),) if at or title else (),
        notes=(note,) if note else (),
    )


def between(one: Record, other: Record, *, beside: tuple[Record, ...] = ()) -> Outcome:
    """The outcome for two of a book, either way round."""
    outcomes = set()
    for pair in ((one, other), (other, one)):
        matches = find([*pair, *beside]).matches
        outcomes.add(next((match.outcome for match in matches if (match.one, match.other) == (0, 1)), NO))
    assert len(outcomes) == 1
    return outcomes.pop()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Min Zhou", "周敏"),
        ("Zhou Min", "Min Zhou"),
        ("Min Zhou", "ZHOU, Min 🌟 (PMP)"),
        ("單偉", "Wei Shan"),
        ("曾国强", "Zeng Guoqiang"),
        ("Bohao Du", "杜柏豪"),
        ("Baihao Du", "杜柏豪"),
        ("Ka Chun Lau", "刘家俊"),
        ("Kuo-chiang Hsu", "徐国强"),
        ("Wing Yan Fung", "馮穎欣"),
        ("張偉", "张伟"),
        ("Robert Fraser", "Bob Fraser"),
        ("S. Y. Li", "Shiya Li"),
        ("Ximena Castañeda", "Castaneda Ximena"),
        ("Josephine Thackeray", "Josehine Thackeray"),
        ("Th??o Bùi", "Thảo Bùi"),
        ("Wang Wai Kong", "Kong Wang Wai"),
    ],
)
def test_one_name_in_two_spellings_at_one_employer_in_one_role(one: str, other: str) -> None:
    pair = [who(name, at="Cedar & Pine Foods", title="Buyer") for name in (one, other)]
    assert between(*pair) in (CERTAIN, LIKELY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("王小明", "王晓明"),
        ("John Smith", "Mary Smith"),
        ("Yan Li", "Yang Li"),
        ("Susan Hathaway", "Susan Morrisette"),
        ("Michael Wang", "Mingzhe Wang"),
    ],
)
def test_two_names_at_one_employer_are_two_people(one: str, other: str) -> None:
    assert between(who(one, at="Cedar & Pine Foods"), who(other, at="Cedar & Pine Foods")) is NO


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        (who("Anika Lee", "a@mail.example"), who("Annika Lee", "a@mail.example"), CERTAIN),
        (who("Min Zhou", "+16045550101"), who("周敏", "+16045550101"), CERTAIN),
        (who("Ana Lee", "https://www.linkedin.com/in/ana"), who("Ana Lee", "https://ca.linkedin.com/in/Ana/"), CERTAIN),
        (who("", "ana@mail.example"), who("Ana Lee", "ana@mail.example"), CERTAIN),
        (who("Dorothy Sinclair", "d@mail.example"), who("Dorothy Pemberton", "d@mail.example"), LIKELY),
        (who("Michael Wang", "m@mail.example"), who("王小明", "m@mail.example"), LIKELY),
        (who("John Smith", "js@mail.example"), who("Mary Smith", "js@mail.example"), NO),
        (who("Ana Lee", "info@firm.example"), who("Bo Chan", "info@firm.example"), NO),
        (who("Ana Lee", "https://www.linkedin.com/in/ana"), who("Ana Lee", "https://www.linkedin.com/in/ana-2"), NO),
    ],
)
def test_an_address_in_common(one: Record, other: Record, outcome: Outcome) -> None:
    assert between(one, other) is outcome


def test_an_address_that_a_couple_shares_does_not_merge_namesakes_of_either() -> None:
    couple = (who("John Smith", "+16045550101"), who("Mary Smith", "+16045550101"))
    found = find([*couple, who("J. Smith", "+16045550101")])
    assert [match for match in found.matches if match.outcome is CERTAIN and match.one == 1] == []
    assert found.likely[0] != found.likely[1]


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        (who("Ana Lee", at="Foo Foods", title="Buyer"), who("Ana Lee", at="Foo Foods Ltd.", title="buyer"), CERTAIN),
        (who("Ana Lee", at="Foo Foods", title="Buyer"), who("Ana Lee", at="Foo Foods", title="Nurse"), LIKELY),
        (who("Ana Lee", at="Foo Foods"), who("Ana Lee", at="Bar Freight"), NO),
        (who("Ana Lee", at="Foo Foods", title="Buyer"), who("Ana Lee", at="Bar Freight", title="Buyer"), NO),
        (who("Ana Lee", at="Foo Foods"), who("Ana Lee", at="Bar Freight", note="formerly at Foo Foods"), LIKELY),
        (who("周敏", at="果园街学院"), who("Min Zhou", at="Bar Freight", note="之前在果园街学院工作"), LIKELY),
        (who("周敏", at="Orchard Street College"), who("Min Zhou", at="Bar Freight", note="之前在果园街学院"), LIKELY),
    ],
)
def test_employers_now_and_before(one: Record, other: Record, outcome: Outcome) -> None:
    assert between(one, other) is outcome


def test_an_employer_in_two_languages_is_learned_from_a_name_in_both() -> None:
    teller = who("Bo Chan", at="琥珀狐营销 Amber Fox Marketing")
    pair = who("Min Zhou", at="Amber Fox Marketing"), who("周敏", at="琥珀狐营销")
    assert between(*pair, beside=(teller,)) is LIKELY


def test_a_mail_domain_that_spells_the_employer_stands_for_it() -> None:
    pair = who("Min Zhou", at="Blue Heron Software", title="Nurse"), who("周敏", "zm@blueheronsoft.example")
    known = who("Ana Lee", "ana@blueheronsoft.example", at="Blue Heron Software")
    assert between(*pair, beside=(known,)) is LIKELY


def test_a_pair_that_was_denied_is_neither_suggested_nor_joined_over_a_third() -> None:
    three = [
        who("Ana Lee", "a@mail.example"),
        who("Ana Lee", "a@mail.example +16045550101"),
        who("Ana Lee", "+16045550101"),
    ]
    assert len(set(find(three).certain)) == 1
    denied = find(three, apart=[(2, 0)])
    assert denied.certain[0] != denied.certain[2]
    assert {(match.one, match.other) for match in denied.matches} == {(0, 1), (1, 2)}


def test_reasons_are_codes_with_the_values_they_speak_of() -> None:
    network = Network(
        [who("Min Zhou", "z@mail.example", at="Foo Foods"), who("周敏", "z@mail.example", at="Foo Foods Ltd.")]
    )
    [match] = network.find().matches
    told = {reason.code: (reason.one, reason.other) for reason in network.reasons(match)}
    assert told == {
        "name_same": ("min zhou", "周敏"),
        "email_same": ("z@mail.example", "z@mail.example"),
        "employer_same": ("foo foods", "foo foods"),
    }
    assert all(reason.bits > 0 for reason in network.reasons(match))


def test_an_employer_in_two_languages_is_learned_from_people_who_stand_at_both() -> None:
    phones = ("+16045550103", "+16045550104")
    tellers = [who(f"{name} Chan", phone, at=at) for at in ("Zedrell Vint", "柘榴")
               for name, phone in zip(("Bo", "Ana"), phones, strict=True)]  # fmt: skip
    network = Network([who("Min Zhou", at="Zedrell Vint"), who("周敏", at="柘榴"), *tellers])
    [match] = [match for match in network.find().matches if (match.one, match.other) == (0, 1)]
    assert "employer_same" in {reason.code for reason in network.reasons(match)}


_ = MISSING


@pytest.mark.parametrize(
    ("pattern", "outcome"),  # name, e-mail, phone, link, employer, title
    [
        ((NameLevel.RARE, _, _, _, 0, 2), NO),
        ((NameLevel.RARE, 0, _, _, _, _), NO),
        ((NameLevel.RARE, 0, _, _, _, 0), NO),
        ((NameLevel.RARE, _, 0, _, _, 1), LIKELY),
        ((NameLevel.RARE, _, _, _, 3, 0), LIKELY),
        ((NameLevel.RARE, 2, _, _, 0, _), LIKELY),
        ((NameLevel.RARE, _, _, _, _, _), LIKELY),
        ((NameLevel.RARE, _, _, _, 3, 2), CERTAIN),
        ((NameLevel.RARE, 0, _, _, 3, 2), LIKELY),
        ((NameLevel.RARE, _, 0, _, 3, 2), LIKELY),
    ],
)
def test_a_name_alone_decides_nothing_however_much_it_weighs(pattern: Pattern, outcome: Outcome) -> None:
    assert outcome_of(pattern, 20.0) is outcome
