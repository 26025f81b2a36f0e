from collections.abc import Sequence
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


MORNING, NOON, AFTERNOON, EVENING = ("09:00", "12:00"), ("12:00", "13:30"), ("13:00", "17:00"), ("17:30", "20:30")
WHOLE = ("09:00", "20:30")
WEEKDAYS, WEEKEND, ALL = range(5), (5, 6), range(7)


@pytest.mark.parametrize(
    ("text", "days", "span"),
    [
        ("Tue evenings", [1], EVENING), ("evenings on Tuesday", [1], EVENING), ("周二晚上", [1], EVENING),
        ("mardi soir", [1], EVENING), ("Mon-Wed evenings", range(3), EVENING), ("周二、四晚上", [1, 3], EVENING),
        ("周一三五晚上", [0, 2, 4], EVENING), ("les mardis et jeudis soirs", [1, 3], EVENING),
        ("weeknights", WEEKDAYS, EVENING), ("M-F evenings", WEEKDAYS, EVENING), ("soirs de semaine", WEEKDAYS, EVENING),
        ("周一到周五下班后", WEEKDAYS, EVENING), ("每天晚上", ALL, EVENING), ("evenings", ALL, EVENING),
        ("Sat morning", [5], MORNING), ("samedi matin", [5], MORNING), ("周末上午", WEEKEND, MORNING),
        ("Sat AM", [5], MORNING), ("Sat until noon", [5], MORNING), ("before noon", ALL, MORNING),
        ("l’avant-midi", ALL, MORNING), ("周六12点前", [5], MORNING), ("Tue p.m.", [1], AFTERNOON),
        ("le lundi après-midi", [0], AFTERNOON), ("周三下午", [2], AFTERNOON), ("weekday lunch", WEEKDAYS, NOON),
        ("工作日中午", WEEKDAYS, NOON), ("en semaine le midi", WEEKDAYS, NOON), ("vendredi midi", [4], NOON),
        ("anytime", ALL, WHOLE), ("随时", ALL, WHOLE), ("n'importe quand", ALL, WHOLE), ("flexible", ALL, WHOLE),
        ("weekends", WEEKEND, WHOLE), ("周末", WEEKEND, WHOLE), ("fins de semaine", WEEKEND, WHOLE),
        ("Tue", [1], WHOLE),
        ("Thursday after 6", [3], ("18:00", "20:30")), ("Thu evenings after 6", [3], ("18:00", "20:30")),
        ("周四六点以后", [3], ("18:00", "20:30")), ("jeudi après 18 h", [3], ("18:00", "20:30")),
        ("lundi dès 18 h", [0], ("18:00", "20:30")), ("Mon 6pm onwards", [0], ("18:00", "20:30")),
        ("Mon after 9 pm", [0], ("21:00", "23:00")), ("Mon before 8", [0], ("06:00", "08:00")),
        ("any time after 5 on weekdays", WEEKDAYS, ("17:00", "20:30")), ("早", ALL, MORNING),
        ("周六下午3点后", [5], ("15:00", "20:30")), ("Mon early mornings", [0], ("07:00", "09:00")),
        ("late afternoon Fri", [4], ("16:00", "18:00")),
    ],
)  # fmt: skip
def test_parts_of_a_day_are_plain_spans(text: str, days: Sequence[int], span: tuple[str, str]) -> None:
    hours = read_hours(text)

    assert hours.windows == [[day, *span] for day in days]
    assert (hours.wrong, hours.is_free) == ((), True)


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("Mon 6-8 in the evening", MON_EVENING),
        ("Mon evening 6-8", MON_EVENING),
        ("周一18:00-20:00（晚上）", MON_EVENING),
        ("Mon\n18:00-20:00", MON_EVENING),
        ("Mon - 18:00-20:00", MON_EVENING),
        ("周一 9点到下午3点", [[0, "09:00", "15:00"]]),
    ],
)
def test_a_part_of_the_day_beside_two_times_only_says_which_half(text: str, windows: list[list[int | str]]) -> None:
    hours = read_hours(text)

    assert hours.windows == windows
    assert (hours.wrong, hours.is_free) == ((), False)


@pytest.mark.parametrize("text", ["weekday evenings and weekends", "weekends and weekday evenings"])
def test_weekends_stay_whole_beside_evenings(text: str) -> None:
    wanted = [*([day, *EVENING] for day in WEEKDAYS), *([day, *WHOLE] for day in WEEKEND)]

    assert read_hours(text).windows == wanted


def test_each_day_has_its_own_part() -> None:
    wanted = [[0, *EVENING], [2, *AFTERNOON]]

    assert read_hours("Mon evening, Wed afternoon").windows == wanted
    assert read_hours("evenings Mon, afternoons Wed").windows == wanted
    assert read_hours("lundi soir et mercredi après-midi").windows == wanted
    assert read_hours("周一晚上，周三下午").windows == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Mon 25:00-26:00", "Mon 18:61-20:00", "Mon 20:00-18:00", "Mon 18:00-18:30", "18:00-20:00", "when I can",
        "Mon 18:00", "Mon 18:00-", "Mon -", "Mon 18:00-20:00 unless I am away", "周一二十五点到二十六点", "not Mondays",
        "anytime except Monday", "Fri 9-12 evenings", "evenings Mon mornings", "Mon evening - Wed morning",
        "Mon after 25:00", "after 23:30", "before 0:30",
    ],
)  # fmt: skip
def test_what_cannot_be_is_named(text: str) -> None:
    assert read_hours(text).windows == []
    assert read_hours(text).wrong == (text,)


def test_the_rest_of_a_text_holds_beside_what_is_wrong() -> None:
    hours = read_hours("Mon 25:00-26:00; Mon 18:00-20:00; when I can")

    assert hours.windows == MON_EVENING
    assert hours.wrong == ("Mon 25:00-26:00", "when I can")


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


@given(st.text(max_size=300) | st.text("Mon 1280:-;,至周一点半后晚上pmah", max_size=80))
def test_whatever_is_written_every_window_is_possible(text: str) -> None:
    hours = read_hours(text)

    assert len(hours.windows) <= MOST
    for day, start, end in hours.windows:
        assert day in range(7)
        first, last = time.fromisoformat(str(start)), time.fromisoformat(str(end))
        length = (last.hour * 60 + last.minute - first.hour * 60 - first.minute) % 1440
        assert length >= 60 or first == last == time()
