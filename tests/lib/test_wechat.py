import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.wechat import normalise_wechat


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lin_wei88", "lin_wei88"),
        ("  lin_wei88\n", "lin_wei88"),
        ("weixin:lin_wei88", "lin_wei88"),
        ("WEIXIN://dl/chat", "dl/chat"),
        ("x-apple:wechat: lin_wei88", "lin_wei88"),
        ("林薇", "林薇"),
        ("WEIXIN:", None),
        (" ", None),
    ],
)
def test_a_name_without_its_scheme(text: str, expected: str | None) -> None:
    assert normalise_wechat(text) == expected


@given(st.lists(st.sampled_from(["weixin:", "WeChat://", " ", "im:", "a", "\u200b", "林", "\x00"])).map("".join))
def test_what_was_normalised_stays(text: str) -> None:
    once = normalise_wechat(text)
    assert once is None or normalise_wechat(once) == once
