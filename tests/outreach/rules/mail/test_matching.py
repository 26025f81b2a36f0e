"""Whose a mail is, and what a stranger who writes a From cannot do."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.outreach.choices import FolderRole
from askwell.outreach.rules.mail.headings import could_concern, plain_subject, read_heading
from askwell.outreach.rules.mail.matching import Known, Match, Ours, Talk, failed, signs_of, whose
from askwell.protocols.mail.bounces import read_bounce
from tests.factories.mails import bounce, heading, mail

DANIEL, OTHER, OLD = uuid4(), uuid4(), uuid4()
ADDRESS = "daniel@harbourline.example"
SENT = "first-1@askwell.example"
BEGAN = datetime(2026, 11, 16, tzinfo=UTC)
NOW = datetime(2026, 11, 20, tzinfo=UTC)
KNOWN = Known(
    ours={SENT: Ours(DANIEL, frozenset({ADDRESS}))},
    heard={"heard-1@harbourline.example": DANIEL},
    talks={ADDRESS: (Talk(DANIEL, BEGAN), Talk(OLD, BEGAN, frozenset({"planning at harbourline"})))},
    own=frozenset({"mei@seeker.example"}),
)


def match(
    data: bytes, *, role: FolderRole = FolderRole.INBOX, at: datetime = NOW, known: Known = KNOWN
) -> Match | None:
    return whose(read_heading(heading(data)), known, role=role, at=at)


def test_an_answer_to_our_mail_from_whom_it_went_to_is_sure() -> None:
    assert match(mail(answers=SENT)) == Match(DANIEL, sure=True, answers=True)


def test_our_id_far_back_in_the_references_is_found() -> None:
    others = "".join(f" <other-{n}@harbourline.example>" for n in range(60))
    data = mail(headers=f"References: <{SENT}>{others}\r\n")
    assert match(data) == Match(DANIEL, sure=True, answers=True)


def test_an_answer_from_another_address_is_his_conversation_but_not_sure() -> None:
    assert match(mail(answers=SENT, sender="d.wong@home.example")) == Match(DANIEL, answers=True)


def test_a_from_that_anybody_can_write_is_never_sure() -> None:
    assert match(mail("Stop writing to me.")) == Match(DANIEL)


def test_an_answer_to_a_letter_of_theirs_belongs_to_its_conversation_but_is_not_sure() -> None:
    found = match(mail(answers="heard-1@harbourline.example", sender="boss@harbourline.example"))
    assert found == Match(DANIEL, answers=True)


def test_the_same_subject_names_the_conversation_among_several() -> None:
    assert match(mail(subject="RE: Re: Planning at Harbourline")) == Match(OLD)


@pytest.mark.parametrize(
    "data",
    [
        mail(sender="news@shop.example"),
        mail(sender="news@shop.example", answers="nobody-1@elsewhere.example"),
        mail(headers="List-Id: <all.harbourline.example>\r\n"),
        mail(sender="Mei Tan <mei@seeker.example>"),
        bounce(SENT),
    ],
)
def test_what_is_nobodys_is_not_read(data: bytes) -> None:
    assert match(data) is None


def test_what_came_before_the_conversation_is_not_part_of_it() -> None:
    assert match(mail(), at=datetime(2026, 11, 15, tzinfo=UTC)) is None


def test_what_is_kept_already_is_not_read_again() -> None:
    kept = read_heading(heading(mail())).key
    assert match(mail(), known=Known(talks=KNOWN.talks, keys=frozenset({kept}))) is None


def test_the_same_id_from_another_sender_hides_nothing() -> None:
    first, second = read_heading(heading(mail())), read_heading(heading(mail(sender="thief@other.example")))
    assert first.mail_id == second.mail_id
    assert first.key != second.key


def test_what_the_seeker_wrote_elsewhere_is_found_by_whom_it_went_to() -> None:
    data = mail(sender="mei@seeker.example", to=f"Someone <x@y.example>, {ADDRESS}", mail_id="own-1@seeker.example")
    assert match(data, role=FolderRole.SENT) == Match(DANIEL, own=True, to=ADDRESS)


def test_what_was_sent_from_here_is_not_found_again_in_sent_mail() -> None:
    data = mail(sender="mei@seeker.example", to=ADDRESS, mail_id=SENT)
    assert match(data, role=FolderRole.SENT) is None


def test_a_mail_in_sent_mail_that_somebody_else_wrote_is_nobodys() -> None:
    assert match(mail(to=ADDRESS), role=FolderRole.SENT) is None


def test_a_bounce_counts_with_our_id_and_whom_we_wrote_to() -> None:
    found = read_bounce(bounce(SENT))
    assert found
    told = failed(found, KNOWN)
    assert told
    assert (told[0].thread, told[1].kind) == (DANIEL, "permanent")


@pytest.mark.parametrize(
    "data", [bounce("guessed-1@askwell.example"), bounce(SENT, recipient="boss@harbourline.example")]
)
def test_a_forged_bounce_counts_for_nobody(data: bytes) -> None:
    found = read_bounce(data)
    assert found
    assert failed(found, KNOWN) is None


@pytest.mark.parametrize("subject", ["Re: Planning", "RE : planning", "回复：Planning", "Re[2]: Fwd: 答复: planning"])
def test_subjects_are_compared_without_what_programs_put_before(subject: str) -> None:
    assert plain_subject(subject) == "planning"


@given(st.binary(max_size=400))
def test_any_bytes_give_a_heading_that_a_database_takes(data: bytes) -> None:
    read = read_heading(b"Message-ID: <" + data + b">\r\nFrom: " + data + b"\r\nReferences: <" + data + b">\r\n")
    for text in (read.key, read.mail_id, read.sender, read.subject, *read.receivers, *read.answers):
        text.encode()
        assert "\0" not in text


@pytest.mark.parametrize(
    "data",
    [
        mail(answers=SENT, sender="x@y.example"),
        mail(sender="Daniel <DANIEL@Harbourline.example>"),
        mail(sender="x@y.example", headers=f"References: <a@b.example>\r\n <{SENT}>\r\n"),
        mail(sender="张伟 <x@y.example>"),
        bounce(SENT),
        mail(sender="=?utf-8?b?57O757uf6YCA5L+h?= <x@y.example>"),
        mail(sender="x@y.example", headers="Return-Path: <>\r\n"),
    ],
)
def test_the_quick_look_lets_everything_through_that_can_belong_to_somebody(data: bytes) -> None:
    assert could_concern(heading(data), signs_of(KNOWN))


def test_the_quick_look_spares_the_rest() -> None:
    assert not could_concern(heading(mail(sender="news@shop.example")), signs_of(KNOWN))


@given(
    st.sampled_from(
        [ADDRESS, ADDRESS.upper(), f"<{ADDRESS}>", f'"Wong, D." <{ADDRESS}>', f"D <{ADDRESS}>, e@f.example"]
    )
)
def test_whatever_is_matched_was_let_through(sender: str) -> None:
    data = heading(mail(sender=sender))
    assert match(data) is None or could_concern(data, signs_of(KNOWN))
