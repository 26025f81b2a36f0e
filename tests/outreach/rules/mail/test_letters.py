"""The subject, the threading and the signature of a mail."""

import pytest

from askwell.outreach.rules.mail.letters import MOST_REFERENCES, answering, chain, signed

BODY = "Dear Daniel,\n\nCould I ask you for 15 minutes?\n\nBest wishes,\nMei Chen"


@pytest.mark.parametrize("subject", ["Re: Berths", "RE: Berths", "回复：泊位", "re[2]: Berths", "AW: Berths"])
def test_an_answer_is_not_marked_as_one_twice(subject: str) -> None:
    assert answering(subject) == subject


def test_an_answer_is_marked_as_one() -> None:
    assert (answering("Berths"), answering("Regarding berths"), answering("")) == (
        "Re: Berths", "Re: Regarding berths", "",
    )  # fmt: skip


def test_references_keep_the_first_and_the_last_each_once() -> None:
    assert chain(["a", "", "b", "a", "c"]) == ("b", "a", "c")
    many = chain([str(number) for number in range(50)])
    assert (len(many), many[0], many[1], many[-1]) == (MOST_REFERENCES, "0", "31", "49")


def test_the_signature_stands_for_the_name_that_a_text_ends_with() -> None:
    assert signed(BODY, "Mei Chen\nVancouver", ["Mei Chen", "陈美"]) == f"{BODY}\nVancouver"
    assert signed("您好！\n\n谢谢！\n陈美 ", "Mei Chen 陈美\n温哥华", ["Mei Chen", "陈美"]).endswith(
        "谢谢！\nMei Chen 陈美\n温哥华"
    )
    assert signed(BODY, "604-555-0134", ["Mei Chen"]) == f"{BODY}\n604-555-0134"


def test_signing_twice_is_signing_once() -> None:
    for signature in ("Mei Chen\nVancouver", "604-555-0134", "Mei Chen"):
        once = signed(BODY, signature, ["Mei Chen"])
        assert signed(once, signature, ["Mei Chen"]) == once


def test_a_name_with_lines_below_it_is_signed_already() -> None:
    body = f"{BODY}\nSupply planner"
    assert signed(body, "Mei Chen\nVancouver", ["Mei Chen"]) == body


def test_a_text_without_the_name_gets_the_signature_once() -> None:
    once = signed("Thank you, Daniel!", "Mei Chen\nVancouver", ["Mei Chen"])
    assert once == "Thank you, Daniel!\n\nMei Chen\nVancouver"
    assert signed(once, "Mei Chen\nVancouver", ["Somebody"]) == once


def test_a_name_inside_a_sentence_does_not_sign() -> None:
    assert signed("I am Mei Chen, a clerk.", "Mei Chen", ["Mei Chen"]).endswith("\n\nMei Chen")


def test_without_a_signature_the_text_stays() -> None:
    assert signed("Thank you!", "", ["Mei"]) == "Thank you!"
