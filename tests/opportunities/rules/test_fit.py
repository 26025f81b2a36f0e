"""How a posting fits the story: reasons with their words."""

import pytest

from askwell.opportunities.rules.fit import Code, Reason, Said, Story, Wanted, reasons
from askwell.portfolio.rules.words import terms_of

STORY = Story(
    said=(
        Said("skill", "Excel", "Excel"),
        Said("work", "Lantian", "Buyer\nRaised forecast accuracy to 92 %."),
        Said("education", "Fraser Ridge College", "Diploma in Supply Chain Management"),
    ),
    languages=(("English", "working"), ("普通话", "native")),
    place="Vancouver",
)


def of(text: str, location: str = "", *, is_remote: bool = False, story: Story = STORY) -> list[tuple[Code, str, str]]:
    terms = terms_of(text)
    found = reasons(Wanted(text, location, is_remote, terms), story)
    return [(one.code, one.word, one.where) for one in found]


def test_words_of_the_trade_are_found_in_the_story_or_not() -> None:
    found = of("Excel, forecast accuracy and Power BI")
    assert (Code.TERM, "Excel", "Excel") in found
    assert (Code.TERM, "forecast accuracy", "Lantian") in found
    assert (Code.NO_TERM, "Power BI", "") in found


def test_languages_are_compared_whatever_they_are_called() -> None:
    found = of("Fluent English; Mandarin is an asset; French too")
    assert (Code.LANGUAGE, "en", "working") in found
    assert (Code.LANGUAGE, "zh", "native") in found
    assert (Code.NO_LANGUAGE, "fr", "") in found
    assert not [one for one in found if one[0] in (Code.TERM, Code.NO_TERM)]


def test_a_credential_is_found_in_the_story_or_not() -> None:
    assert of("A diploma or like it. CPA an asset.")[:2] == [
        (Code.CREDENTIAL, "diploma", "Fraser Ridge College"), (Code.NO_CREDENTIAL, "cpa", ""),
    ]  # fmt: skip


def test_the_place_is_near_far_or_anywhere() -> None:
    assert of("", "Burnaby, BC") == [(Code.NEAR, "Burnaby, BC", "Vancouver")]
    assert of("", "Toronto, ON") == [(Code.FAR, "Toronto, ON", "Vancouver")]
    assert of("", "Toronto, ON", is_remote=True) == [(Code.REMOTE, "Toronto, ON", "")]
    assert of("", "somewhere") == []


def test_reasons_for_are_told_from_gaps() -> None:
    assert Reason(Code.TERM, "Excel").is_for
    assert not Reason(Code.NO_TERM, "SAP").is_for


CODES = {Code.LANGUAGE: "+", Code.CREDENTIAL: "+", Code.NO_LANGUAGE: "-", Code.NO_CREDENTIAL: "-"}
ASKED = (
    ("English required.", "en+"),
    ("No French needed.", ""),
    ("French is not required.", ""),
    ("French is an asset.", "fr-"),
    ("Knowledge of French not necessary.", ""),
    ("You do not need to speak Mandarin.", ""),
    ("English or French.", "en+"),
    ("Cantonese or Mandarin helps.", "zh+"),
    ("English and French required.", "en+ fr-"),
    ("Our office lies near English Bay.", ""),
    ("You serve in a Chinese restaurant.", ""),
    ("Lunch comes from the French bakery.", ""),
    ("A bachelor's degree or a diploma or CPA.", "diploma+"),
    ("A CPA is not required.", ""),
    ("No driver's licence needed.", ""),
    ("Bachelor's degree and CPA required.", "bachelor- cpa-"),
    ("Bachelor's degree or master's degree required.", "bachelor-"),
    ("Must speak Punjabi.", "pa-"),
    ("Punjabi or Hindi is an asset.", "pa-"),
    ("Strong English, no Punjabi needed.", "en+"),
    ("Le français n'est pas exigé.", ""),
    ("Anglais obligatoire.", "en+"),
    ("Anglais ou français.", "en+"),
    ("Aucune connaissance du français requise.", ""),
    ("Maîtrise du français et de l'anglais.", "en+ fr-"),
    ("Diplôme ou baccalauréat en gestion.", "diploma+"),
    ("Permis de conduire non requis.", ""),
    ("Un restaurant chinois au centre-ville.", ""),
    ("Pas besoin de parler mandarin.", ""),
    ("Le mandarin ou le cantonais est un atout.", "zh+"),
    ("不需要会法语。", ""),
    ("英语流利。", "en+"),
    ("会粤语或普通话优先。", "zh+"),
    ("无需驾照。", ""),
    ("本科或大专学历。", "diploma+"),
    ("中餐馆招聘服务员。", ""),
    ("要求会法语。", "fr-"),
    ("不要求法语，要求英语。", "en+"),
    ("English Bay 附近的法国餐厅。", ""),
    ("普通话或英语均可。", "en+ zh+"),
)
"""A sentence of a posting, and what it asks of one who speaks English and Mandarin and has a diploma: + is there,
- is missing."""


@pytest.mark.parametrize(("sentence", "wanted"), ASKED)
def test_what_a_sentence_asks_for(sentence: str, wanted: str) -> None:
    said = (f"{word}{CODES[code]}" for code, word, _where in of(sentence) if code in CODES)
    assert " ".join(sorted(said)) == wanted


NO_GAPS = (
    "We expect you once the shop opens. Coming soon. Planned and clearly raised. Coffee and cake.",
    "We sold a million last year. Existing role. Hiring once.",
    "No SAP needed. Excel or Power BI.",
    "我们去年增长很快。随时面谈。",
    "Nous avons grandi. Bientôt plus grand.",
)


@pytest.mark.parametrize("text", NO_GAPS)
def test_words_that_are_no_things_to_know_are_no_gaps(text: str) -> None:
    assert [word for code, word, _where in of(text) if code is Code.NO_TERM] == []


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("You know SAP.", "SAP"),
        ("Experience with inventory management.", "inventory management"),
        ("The cold chain is ours. You run the cold chain.", "cold chain"),
        ("Maîtrise de Power BI.", "Power BI"),
        ("熟悉SAP系统。", "SAP"),
    ],
)
def test_names_skills_and_what_is_said_twice_are_gaps(text: str, gap: str) -> None:
    assert gap in [word for code, word, _where in of(text) if code is Code.NO_TERM]
