"""Whatever is typed or pasted, the judges of questions and drafts answer, and mark only what is there."""

from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.coach import drafts, questions

PIECES = st.sampled_from(
    [
        "Are you hiring? ",
        "你们招人吗？",
        "Avez-vous un poste? ",
        "\u202e",
        "\u200f",
        "👩🏽\u200d🔧",
        "\n",
        "Здравствуйте ",
        "\0",
        "[Name] ",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=12).map("".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(["", "en", "zh-Hans", "fr", "xx"]))
def test_any_question(text: str, language: str) -> None:
    for finding in questions.check(questions.Question(text, language)):
        assert finding.span is None or 0 <= finding.span[0] < finding.span[1] <= len(text)
    better = questions.better(text, language)
    assert better is None or questions.check(questions.Question(better, language)) == ()
    assert questions.topic_of(text, language)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.sampled_from(["en", "zh-Hans", "fr"]))
def test_any_draft(text: str, language: str) -> None:
    for finding in drafts.check(drafts.Message(text=text, language=language, recipient="Aisha Khan")):
        assert 0 <= finding.start <= finding.end <= len(text)


def test_a_hundred_kilobytes_are_judged_by_their_beginning() -> None:
    long = "Are you hiring at the moment? " * 3500
    assert questions.check(questions.Question(long, "en")) == questions.check(questions.Question(long[:2000], "en"))
    assert drafts.Code.TOO_LONG in {one.code for one in drafts.check(drafts.Message(text=long, recipient="Aisha Khan"))}
