"""Skills, languages and references in two languages."""

from dataclasses import dataclass
from dataclasses import field as fresh
from uuid import UUID, uuid4

import pytest

from askwell.portfolio.rules.bringing.entries import Named
from askwell.portfolio.rules.bringing.naming import languages_beside, references_beside, skills_beside

ZH = "zh-hans"


@dataclass(frozen=True)
class Known:
    name: str
    language: str = "en"
    group: str = ""
    level: str = ""
    note: str = ""
    email: str = ""
    role: str = ""
    words: str = ""
    id: UUID = fresh(default_factory=uuid4)


def named(*names: str) -> list[Named]:
    return [Named(f"x-{n}", name) for n, name in enumerate(names)]


@pytest.mark.parametrize(
    ("new", "there"),
    [("普通话", "Chinese (Mandarin)"), ("英语", "English"), ("中文", "mandarin"), ("粤语", "Cantonese")],
)
def test_a_language_is_the_same_in_every_language(new: str, there: str) -> None:
    (found,) = languages_beside(named(new), [Known("Korean"), Known(there)], ZH)
    assert (found.there and found.there.name, found.words) == (there, {"name": new})


def test_a_language_that_is_told_already_is_there_and_another_is_new() -> None:
    story = [Known("普通话", ZH), Known("English")]
    first, second = languages_beside(named("普通话", "法语"), story, ZH)
    assert (first.is_there, second.there, second.is_doubtful) == (True, None, False)


def test_skills_are_the_same_by_latin_words_or_by_meaning() -> None:
    story = [Known("Technical writing"), Known("PCSWMM"), Known("AutoCAD Civil 3D"), Known("Hydraulic modelling")]
    found = skills_beside(named("水力建模", "PCSWMM", "AutoCAD Civil 3D制图", "技术写作"), story, ZH)
    assert [one.there and one.there.name for one in found] == [
        "Hydraulic modelling", "PCSWMM", "AutoCAD Civil 3D", "Technical writing",
    ]  # fmt: skip
    assert [one.is_same for one in found] == [False, True, False, False]
    assert all(one.is_retold for one in found)


def test_a_skill_that_may_be_there_in_other_words_is_doubtful() -> None:
    (found,) = skills_beside(named("遛狗"), [Known("Negotiation")], ZH)
    assert (found.there, found.is_doubtful) == (None, True)
    (found,) = skills_beside(named("遛狗"), [Known("谈判", ZH)], ZH)
    assert found.is_doubtful is False
    (found,) = skills_beside(named("遛狗"), [Known("Negotiation")], "")
    assert found.is_doubtful is False


def test_a_reference_is_the_same_by_mailbox_or_name() -> None:
    story = [Known("Gordon Mackie", role="Senior Engineer"), Known("Ana Li", email="ana@firm.example")]
    new = [Named("x-0", "Gordon Mackie", note="高级工程师"), Named("x-1", "李安娜", email="ana@firm.example")]
    first, second = references_beside(new, story, ZH)
    assert (first.there, first.words) == (story[0], {"role": "高级工程师"})
    assert (second.there, second.is_there) == (story[1], True)
