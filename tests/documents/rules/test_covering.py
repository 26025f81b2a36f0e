"""Where the words of a posting are said."""

from askwell.documents.rules.choosing import Choice, Picked
from askwell.documents.rules.covering import Source, cover
from askwell.documents.rules.making import resume_of
from askwell.documents.rules.selecting import select
from askwell.portfolio.rules.words import terms_of
from tests.documents.rules.stories import ability, line, part, story, uid


def test_a_word_is_found_on_the_page_only_in_the_story_or_nowhere() -> None:
    lines = (line(100, "Improved forecast accuracy"), line(101, "Trained buyers in SAP"))
    told = story(
        parts=(part(1, organisation="Lantian", end="2016", lines=lines),),
        skills=(ability(20, "food safety", shown=False),),
    )
    ticked = (Picked(str(uid(100))), Picked(str(uid(101)), on=False))
    off = (Picked(str(uid(20)), on=False),)
    selected = select(told, Choice(parts=(Picked(str(uid(1)), lines=ticked),), skills=off))
    terms = terms_of("Forecast accuracy, SAP, food safety, Power BI")

    covered = cover(terms, resume_of(selected, "en"), selected)

    assert [term.text for term in covered.said] == ["forecast accuracy"]
    assert [(one.term.text, one.source, one.id, one.where, one.when) for one in covered.in_story] == [
        ("SAP", Source.LINE, str(uid(101)), "Lantian", "2016"), ("food safety", Source.SKILL, str(uid(20)), "", ""),
    ]  # fmt: skip
    assert [term.text for term in covered.missing] == ["Power BI"]
