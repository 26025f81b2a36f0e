"""Invitations and answers as they come by mail."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.calendar import Answer, Method, Reading, UnreadableCalendar, read
from tests.protocols.calendar.samples import calendar, event, mail, mixed

HOME = "America/Vancouver"
REPLY = calendar(event("ATTENDEE;PARTSTAT=ACCEPTED:mailto:min@example.org"), method="REPLY")


def test_an_answer_says_who_and_how() -> None:
    reading = read(mail(REPLY), zone=HOME)
    assert (reading.method, reading.attendee, reading.answer) == (Method.REPLY, "min@example.org", Answer.ACCEPTED)
    assert reading.own_word


def test_an_answer_in_anothers_name_is_not_their_own_word() -> None:
    reading = read(mail(REPLY, sender="eve@example.org"), zone=HOME)
    assert (reading.attendee, reading.sender, reading.own_word) == ("min@example.org", "eve@example.org", False)


def test_an_invitation_is_its_organizers_word_only_from_them() -> None:
    data = calendar(event("ORGANIZER:mailto:min@example.org"), method="REQUEST")
    assert read(mail(data), zone=HOME).own_word
    assert not read(mail(data, sender="eve@example.org"), zone=HOME).own_word
    assert not read(mail(calendar(event(), method="REQUEST"), sender=""), zone=HOME).own_word


def test_of_several_attendees_the_sender_answers() -> None:
    data = calendar(
        event("ATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@example.org", "ATTENDEE;PARTSTAT=DECLINED:mailto:min@example.org"),
        method="REPLY",
    )
    assert (read(mail(data), zone=HOME).attendee, read(mail(data), zone=HOME).answer) == (
        "min@example.org",
        Answer.DECLINED,
    )
    assert read(mail(data, sender="bot@example.org"), zone=HOME).attendee == "ana@example.org"


def test_an_answer_without_an_attendee_is_the_senders_and_its_subjects() -> None:
    data = calendar(event("SUMMARY:Declined: Talk"), method="REPLY")
    reading = read(mail(data), zone=HOME)
    assert (reading.attendee, reading.answer) == ("min@example.org", Answer.DECLINED)


def test_a_calendar_twice_counts_once() -> None:
    twice = mixed(
        ("text/plain", b"You are invited"),
        ('application/octet-stream; name="invite.ICS"', REPLY.replace(b"METHOD:REPLY", b"METHOD:PUBLISH")),
        ("text/calendar; method=REPLY", REPLY),
    )
    assert (read(twice, zone=HOME).method, len(read(twice, zone=HOME).events)) == (Method.REPLY, 1)


def test_two_meetings_in_two_parts_are_two() -> None:
    both = mixed(("text/calendar", calendar(event(uid="a"))), ("text/calendar", calendar(event(uid="b"))))
    assert [one.uid for one in read(both, zone=HOME).events] == ["a", "b"]


def test_a_broken_copy_does_not_hide_the_whole_one() -> None:
    assert len(read(mixed(("text/calendar", b"oops"), ("application/ics", REPLY)), zone=HOME).events) == 1
    with pytest.raises(UnreadableCalendar, match="no_calendar"):
        read(mixed(("text/calendar", b"oops"), ("text/plain", b"hello")), zone=HOME)


def test_a_calendar_as_plain_text_is_one() -> None:
    assert read(mail(REPLY, kind="text/plain"), zone=HOME).method is Method.REPLY


def test_a_mail_that_is_only_attached_is_not_the_senders_word() -> None:
    forwarded = mixed(("text/plain", b"FYI"), ("message/rfc822", mail(REPLY)))
    assert read(forwarded, zone=HOME) == Reading(Method.NONE, sender="min@example.org")


def test_the_charset_of_the_mail_is_believed() -> None:
    data = calendar(event("SUMMARY:é")).decode().encode("latin-1")
    (found,) = read(mail(data, kind="text/calendar; charset=iso-8859-1"), zone=HOME).events
    assert found.summary == "é"


def test_a_charset_that_nobody_could_have_meant_is_not_believed() -> None:
    letter = mail(REPLY).replace(b"From: ", b"From: =?gb1\x008030?q?=D6=DC=C3=F4?= ", 1)
    assert read(letter, zone=HOME).sender == "min@example.org"


@pytest.mark.parametrize(
    ("subject", "answer"),
    [
        ("Accepted: Information interview", Answer.ACCEPTED),
        ("Accepted: Talk @ Tue May 4, 2027 11am (a@example.org)", Answer.ACCEPTED),
        ("[External] Declined: Talk", Answer.DECLINED),
        ("Tentatively Accepted: Talk", Answer.TENTATIVE),
        ("New Time Proposed: Talk", Answer.TENTATIVE),
        ("Accepté : Entretien", Answer.ACCEPTED),
        ("Refusé\u202f: Entretien", Answer.DECLINED),
        ("Provisoire : Entretien", Answer.TENTATIVE),
        ("Zugesagt: Gespräch", Answer.ACCEPTED),
        ("Abgelehnt: Gespräch", Answer.DECLINED),
        ("Mit Vorbehalt: Gespräch", Answer.TENTATIVE),
        ("已接受：信息访谈", Answer.ACCEPTED),
        ("已谢绝: 信息访谈", Answer.DECLINED),
        ("暂定：信息访谈", Answer.TENTATIVE),
        ("已拒絕：訪談", Answer.DECLINED),
        ("Event Invitation Reply (Accepted): Talk", Answer.ACCEPTED),
        ("Réponse à une invitation (Refusé) : Entretien", Answer.DECLINED),
        ("Min Zhou has accepted your invitation to the event: Talk", Answer.ACCEPTED),
        ("Min Zhou a refusé votre invitation à l’événement : Entretien", Answer.DECLINED),
        ("周敏已接受您的邀请：访谈", Answer.ACCEPTED),
        ("Re: Accepted: Talk", None),
        ("Abgesagt: Gespräch", None),
        ("I accepted: a new job", None),
        ("Accepted", None),
        ("Your paper was accepted: congratulations", None),
        ("Invitation: Talk", None),
        ("会议邀请：访谈", None),
        ("", None),
    ],
)
def test_an_answer_that_only_the_subject_tells(subject: str, answer: Answer | None) -> None:
    encoded = f"=?utf-8?b?{base64.b64encode(subject.encode()).decode()}?=" if subject else ""
    data = f"From: Min <min@example.org>\r\nSubject: {encoded}\r\n\r\nSee you".encode()
    sender = "min@example.org"
    assert read(data, zone=HOME) == Reading(Method.NONE, (), sender if answer else "", answer, sender)
    raw = b"From: Min <min@example.org>\r\nSubject: " + subject.encode() + b"\r\n\r\nSee you"
    assert read(raw, zone=HOME).answer == answer


def test_a_subject_in_gb18030_without_saying_so() -> None:
    data = b"From: min@example.org\r\nSubject: " + "已接受：信息访谈".encode("gb18030") + b"\r\n\r\n"
    assert read(data, zone=HOME).answer is Answer.ACCEPTED


def test_a_mail_nested_without_end_is_refused() -> None:
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(1_000))
    with pytest.raises(UnreadableCalendar, match="too_nested"):
        read(b"From: a@example.org\r\n" + deep, zone=HOME)


def test_headers_that_bring_parsers_down_are_read_around() -> None:
    for sender in ("(" * 5_000, "<" * 5_000, '"a\\' * 2_000, "=?utf-8?q?a?= " * 5_000):
        assert read(mail(REPLY, sender="x").replace(b"<x>", sender.encode()), zone=HOME).attendee == "min@example.org"
    monstrous = mail(REPLY, kind="text/calendar; " + "a*0*=b;" * 1_000)
    assert read(monstrous, zone=HOME).events == ()


def test_a_mail_of_a_million_lines_is_refused() -> None:
    with pytest.raises(UnreadableCalendar, match="too_large"):
        read(b"X: a\n" * 1_000_000, zone=HOME)


SOUND = mixed(("text/calendar; charset=gb2312; method=REPLY", REPLY), subject="=?gb18030?b?0tG908rcOg==?=")


@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.binary(max_size=4), st.integers(0, 30)), max_size=8))
def test_a_mangled_mail_ends_in_a_value_or_a_named_error(changes: list[tuple[int, bytes, int]]) -> None:
    data = bytearray(SOUND)
    for place, put, gone in changes:
        data[place : place + gone] = put
    try:
        reading = read(bytes(data), zone=HOME)
    except UnreadableCalendar:
        return
    assert reading.method in set(Method)
