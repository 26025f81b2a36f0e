"""The faults of `bench/faults/hearing.py` in a short form: nothing is heard twice, nothing is missed."""

from bench.faults import hearing
from tests.outreach.actions.mail.conftest import Post


def test_new_numbers(post: Post, thread: object) -> None:
    assert hearing.renumbered(post, 120)[2] == "4 letters; looked at 120 and 121, kept 1 anew"


def test_a_connection_that_is_lost_again_and_again(post: Post, thread: object) -> None:
    _, wanted, measured = hearing.cut(post, 12, 6)
    assert (wanted, measured) == ("12 letters, none twice", "12 letters; 0 more when nothing was cut")


def test_the_same_mail_in_two_folders(post: Post, thread: object) -> None:
    assert hearing.in_two_folders(post)[2] == "1 letter"


def test_monstrous_mails_stop_nobody(post: Post, thread: object) -> None:
    assert hearing.monstrous(post, 12 * hearing.MEGABYTE, 1_000)[2].startswith("1 heard")


def test_programs_that_answer_each_other_get_no_answer_from_us(post: Post, thread: object) -> None:
    assert hearing.loop(post, 6)[2] == "0 mails from us, noted 1 times, 6 letters kept"
