"""Parts that were typed as sentences of their own, joined to one line."""

from askwell.coach.accomplishments import Part, compose


def test_a_task_and_a_result_that_are_sentences_are_joined() -> None:
    parts = {
        Part.ACTION: "Shared a forecast every Monday.",
        Part.TASK: "Bring lateness down without changing suppliers.",
        Part.RESULT: "Late deliveries went down a lot.",
        Part.MEASURE: "from 18 % to 6 % in one year",
    }
    assert compose(parts, "en") == (
        "Shared a forecast every Monday to bring lateness down without changing suppliers: late deliveries went down"
        " from 18 % to 6 % in one year."
    )


def test_a_task_that_cannot_be_joined_is_left_out() -> None:
    parts = {Part.ACTION: "Sorted expiry dates", Part.TASK: "The food bank threw a lot away"}
    assert compose(parts, "en") == "Sorted expiry dates."


def test_a_lot_stays_where_there_is_no_number() -> None:
    assert compose({Part.ACTION: "Sorted dates", Part.RESULT: "less was thrown away, a lot"}, "en").endswith("a lot.")


def test_a_name_keeps_its_capital() -> None:
    assert compose({Part.ACTION: "Wrote the plan", Part.RESULT: "Maple Basket saved 4 %"}, "en") == (
        "Wrote the plan: Maple Basket saved 4 %."
    )


def test_french_and_chinese_join_in_their_own_way() -> None:
    french = {
        Part.ACTION: "Préparé le plan",
        Part.TASK: "Réduire les retards",
        Part.RESULT: "Les retards ont nettement diminué",
        Part.MEASURE: "de moitié",
    }
    assert compose(french, "fr") == (
        "Préparé le plan pour réduire les retards\u00a0: les retards ont diminué de moitié."
    )
    chinese = {
        Part.ACTION: "每周一共享四周预测",
        Part.TASK: "减少迟交",
        Part.RESULT: "迟交大大减少",
        Part.MEASURE: "从18%到6%",
    }
    assert compose(chinese, "zh-Hans") == "为减少迟交，每周一共享四周预测，迟交减少从18%到6%。"
