"""Why two records may be one person, as people read it."""

import pytest
from django.utils.translation import override

from askwell.people.rules.linkage.judging import _CODES
from askwell.people.web.words.imports import FACTS, REASONS
from askwell.people.web.words.pairs import fact_of, reason_words


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (
            ["name_same", "周敏", "Min Zhou", 9.1],
            ("for", "The same name in two scripts: “<span lang=\"zh-Hans\">周敏</span>” and “Min Zhou”."),
        ),
        (["name_same", "Ana Lee", "Ana Lee", 9.1], ("for", "The same name: “Ana Lee”.")),
        (["name_same", "Ana Lee", "Lee Ana", 9.1],
         ("for", "The same name, written in two ways: “Ana Lee” and “Lee Ana”.")),
        (["email_same", "a@b.example", "a@b.example", 9.0], ("for", "The same e-mail: a@<wbr>b<wbr>.example.")),
        (
            ["employers_differ", "A & B <i>", "Foo", -2.0],
            ("against", "Two employers, “A &amp; B &lt;i&gt;” and “Foo”; people do change."),
        ),
        (["title_alike", "Buyer", "Head buyer", 0.2], ("neutral", "Similar work: “Buyer” and “Head buyer”.")),
    ],
)  # fmt: skip
def test_a_reason_is_a_sentence_with_its_values(reason: list[object], said: tuple[str, str]) -> None:
    with override("en"):
        assert reason_words([reason]) == [said]


def test_every_code_has_words_a_line_and_a_short_form() -> None:
    for code in {code for levels in _CODES.values() for code in levels.values()}:
        [(side, sentence)] = reason_words([[code, "one", "other", -3.0]])
        assert (side, sentence[-1]) == ("against", ".")
        assert fact_of(code) in FACTS
        assert code in REASONS or code in ("names_differ", "two_profiles", "employers_differ")
