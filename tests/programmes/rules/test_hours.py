from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.programmes.rules.hours import MOST, read_hours

MON_EVENING = [[0, "18:00", "20:00"]]


@pytest.mark.parametrize(
    "text",
    [
        "Mon 18:00-20:00", "monday 6-8pm", "Mondays from 6 p.m. to 8 p.m.", "Mon 18.00–20.00", "Mon: 18-20",
        "周一 18:00-20:00", "星期一晚上6点到8点", "礼拜一下午六点至八点", "週一 18：00～20：00",
        "lun. 18 h à 20 h", "lundi de 18h00 à 20h00", "le lundi, 18 h-20 h",
    ],
)  # fmt: skip
def test_one_evening_as_people_write_it(text: str) -> None:
    assert read_hours(text).windows == MON_EVENING
    assert read_hours(text).wrong == ()


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("Mon 18:00-20:00; Sat 9-12", [*MON_EVENING, [5, "09:00", "12:00"]]),
        ("Mon, Wed 6-8pm, Sat 10am-noon", [*MON_EVENING, [2, "18:00", "20:00"], [5, "10:00", "12:00"]]),
        ("周一、三 18:00-20:00；周六上午九点半到十二点", [*MON_EVENING, [2, "18:00", "20:00"], [5, "09:30", "12:00"]]),
        ("lundi et mercredi de 18 h à 20 h", [*MON_EVENING, [2, "18:00", "20:00"]]),
        ("Mon-Wed 9-5", [[day, "09:00", "17:00"] for day in range(3)]),
        ("Sat-Mon 9-11", [[day, "09:00", "11:00"] for day in (0, 5, 6)]),
        ("en semaine 18 h à 20 h", [[day, "18:00", "20:00"] for day in range(5)]),
        ("周末 10:00-12:00", [[5, "10:00", "12:00"], [6, "10:00", "12:00"]]),
        ("Mon 9-12 and 13-15", [[0, "09:00", "12:00"], [0, "13:00", "15:00"]]),
        ("Mon 9-12; 13-15", [[0, "09:00", "12:00"], [0, "13:00", "15:00"]]),
        ("Fri 22:00-02:00", [[4, "22:00", "02:00"]]),
        ("Fri 20-24", [[4, "20:00", "00:00"]]),
    ],
)
def test_several_days_and_times(text: str, windows: list[list[int | str]]) -> None:
    assert read_hours(text).windows == windows
    assert read_hours(text).wrong == ()


@pytest.mark.parametrize(
    "text",
    [
        "Mon 25:00-26:00", "Mon 18:61-20:00", "Mon 20:00-18:00", "Mon 18:00-18:30", "18:00-20:00", "Tue", "evenings",
        "Mon 18:00", "Mon 18:00-", "Lundi soir", "Mon 18:00-20:00 unless I am away", "周一二十五点到二十六点",
    ],
)  # fmt: skip
def test_what_cannot_be_is_named(text: str) -> None:
    assert read_hours(text).windows == []
    assert read_hours(text).wrong == (text,)


def test_the_rest_of_a_text_holds_beside_what_is_wrong() -> None:
    hours = read_hours("Mon 25:00-26:00; Mon 18:00-20:00; whenever")

    assert hours.windows == MON_EVENING
    assert hours.wrong == ("Mon 25:00-26:00", "whenever")


def test_no_text_tells_nothing() -> None:
    assert read_hours(" \n;; ") == read_hours("")
    assert read_hours("").wrong == ()


ENGLISH = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
FRENCH = ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.")
windows = st.tuples(st.integers(0, 6), st.integers(0, 22), st.integers(0, 59), st.integers(60, 1439)).filter(
    lambda told: told[1] * 60 + told[2] + told[3] <= 1439
)


def written(told: tuple[int, int, int, int]) -> tuple[int, time, time]:
    day, hour, minute, length = told
    end = hour * 60 + minute + length
    return day, time(hour, minute), time(end // 60, end % 60)


@given(st.lists(windows, min_size=1, max_size=MOST))
def test_a_window_written_in_any_language_is_read_as_it_was(told: list[tuple[int, int, int, int]]) -> None:
    rows = [written(one) for one in told]
    wanted = [[day, f"{start:%H:%M}", f"{end:%H:%M}"] for day, start, end in sorted(set(rows))]

    english = "; ".join(f"{ENGLISH[day]} {start:%H:%M}-{end:%H:%M}" for day, start, end in rows)
    french = "\n".join(f"{FRENCH[day]} {start:%H} h {start:%M} à {end:%H} h {end:%M}" for day, start, end in rows)
    chinese = "；".join(
        f"周{'一二三四五六日'[day]}{start:%H}点{start:%M}分到{end:%H}点{end:%M}分" for day, start, end in rows
    )

    assert read_hours(english).windows == wanted
    assert read_hours(french).windows == wanted
    assert read_hours(chinese).windows == wanted


@given(st.text(max_size=300) | st.text("Mon 1280:-;,至周一点半pmah", max_size=80))
def test_whatever_is_written_every_window_is_possible(text: str) -> None:
    hours = read_hours(text)

    assert len(hours.windows) <= MOST
    for day, start, end in hours.windows:
        assert day in range(7)
        first, last = time.fromisoformat(str(start)), time.fromisoformat(str(end))
        length = (last.hour * 60 + last.minute - first.hour * 60 - first.minute) % 1440
        assert length >= 60 or first == last == time()
