"""Looked up, not worked out again; bounded."""

from askwell.lib.remembering import Remembered


def test_each_answer_is_worked_out_once() -> None:
    asked: list[str] = []
    lengths = Remembered(lambda text: asked.append(text) or len(text))
    assert [lengths[text] for text in ("ab", "abc", "ab")] == [2, 3, 2]
    assert asked == ["ab", "abc"]


def test_no_more_are_kept_than_allowed() -> None:
    lengths = Remembered(len, most=2)
    assert [lengths[text] for text in ("a", "ab", "abc", "ab")] == [1, 2, 3, 2]
    assert set(lengths) == {"abc", "ab"}
