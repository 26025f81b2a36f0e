"""Dates as a document words them, in its own language."""

import pytest

from askwell.protocols.papers.dates import span, worded


@pytest.mark.parametrize(
    ("start", "end", "english", "chinese", "french"),
    [
        ("2023-06", "", "June 2023 to now", "2013年6月至今".replace("2013", "2023"), "de juin 2023 à aujourd'hui"),
        ("2013", "2019", "2013 to 2019", "2013年至2019年", "de 2013 à 2019"),
        ("2024-04", "2024-08", "April 2024 to August 2024", "2024年4月至2024年8月", "d'avril 2024 à août 2024"),
        (
            "2020-10-01",
            "2021-08-15",
            "October 2020 to August 2021",
            "2020年10月至2021年8月",
            "d'octobre 2020 à août 2021",
        ),
        ("", "2024-06", "June 2024", "2024年6月", "juin 2024"),
        ("2024-06", "2024-06", "June 2024", "2024年6月", "juin 2024"),
        ("", "", "", "", ""),
    ],
)
def test_a_span_is_worded_in_the_language_of_the_document(
    start: str, end: str, english: str, chinese: str, french: str
) -> None:
    assert [span(start, end, language) for language in ("en", "zh", "fr")] == [english, chinese, french]


@pytest.mark.parametrize("written", ["summer 2012", "2012-13", "99999", "since always", "12-2012"])
def test_what_is_no_date_stays_as_it_was_written(written: str) -> None:
    assert {worded(written, language) for language in ("en", "zh", "fr")} == {written}
