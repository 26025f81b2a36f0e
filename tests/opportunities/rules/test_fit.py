"""How a posting fits the story: reasons with their words."""

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
