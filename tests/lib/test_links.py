import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.links import linkedin_key, normalise_link


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("example.com", "https://example.com"),
        ("https://Example.COM/", "https://example.com"),
        ("http://example.com/About", "http://example.com/About"),
        ("//example.com/a", "https://example.com/a"),
        ("example.com/a?utm_source=x&id=2#top", "https://example.com/a?id=2"),
        ("example.com/周", "https://example.com/%E5%91%A8"),
        ("example.com/a%2Fb", "https://example.com/a%2Fb"),
        ("example.com:8080/a", "https://example.com:8080/a"),
        (" linkedin.com/in/min-zhou ", "https://linkedin.com/in/min-zhou"),
    ],
)
def test_links_are_completed_and_cleared_of_tracking(written: str, link: str) -> None:
    assert normalise_link(written) == link


@pytest.mark.parametrize(
    "written",
    [
        "", "n/a", "localhost", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "mailto:a@b.ca",
        "https://user:secret@example.com", "ftp://example.com", "http://", "https://[::1", "min zhou",
        "java\nscript:a.b",
    ],
)  # fmt: skip
def test_what_is_no_web_address_gives_none(written: str) -> None:
    assert normalise_link(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "https://www.linkedin.com/in/min-zhou-123",
        "https://linkedin.com/in/Min-Zhou-123/",
        "ca.linkedin.com/in/min-zhou-123?trk=people",
        "http://cn.linkedin.com/in/min-zhou-123/en",
        "https://www.linkedin.com/in/min-zhou-123/#about",
        "https://www.linkedin.com/mwlite/in/min-zhou-123",
    ],
)
def test_one_profile_has_one_key_however_it_is_written(written: str) -> None:
    assert linkedin_key(written) == "min-zhou-123"


def test_chinese_profiles_have_one_key_encoded_or_not() -> None:
    assert linkedin_key("https://www.linkedin.com/in/%E5%91%A8%E6%95%8F-12") == "周敏-12"
    assert linkedin_key("https://www.linkedin.com/in/周敏-12/") == "周敏-12"


@pytest.mark.parametrize(
    "written",
    ["", "https://example.com/in/min", "https://notlinkedin.com/in/min", "linkedin.com/company/x", "linkedin.com/in/"],
)
def test_what_is_no_profile_has_no_key(written: str) -> None:
    assert linkedin_key(written) is None


ADDRESSES = st.from_regex(r"(https?://)?[\w.-]{1,9}\.[a-z]{2,4}(/[^\s]{0,9})?(\?[^\s]{0,9})?")


@given(st.one_of(st.text(), ADDRESSES))
def test_a_link_stays_as_it_is_and_any_text_is_survived(text: str) -> None:
    link = normalise_link(text)
    if link is not None:
        assert normalise_link(link) == link
        assert link.startswith(("https://", "http://"))
        assert not set(link) & set(' "<>\\\n\r\t')
    linkedin_key(text)


@given(ADDRESSES.map(lambda tail: f"https://www.linkedin.com/in/{tail}"))
def test_the_key_is_the_same_before_and_after_a_link_is_normalised(url: str) -> None:
    link = normalise_link(url)
    assert link is None or linkedin_key(link) == linkedin_key(url)
