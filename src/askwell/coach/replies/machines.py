"""Tells what a machine wrote from what a person wrote."""

import re
from collections.abc import Mapping

from askwell.coach.replies.acts import Words
from askwell.coach.replies.values import Act

_subject = re.compile(
    r"automatic|auto(?:[- ]?(?:reply|response)|:)|out[- ]of[- ](?:the[- ])?office|\booo\b|\baway\b|\bvacation\b|\bon "
    r"leave\b|\b(?:maternity|parental|paternity|annual|sick|medical) leave\b|\bsabbatical\b|\bclosed\b|\bholiday "
    r"hours\b|\b(?:office|shop|store|clinic|school) (?:is )?closed|no longer|unmonitored|thank you for (?:contacting|"
    r"your (?:message|enquiry|inquiry|e-?mail))|(?:we|have) received your|ticket ?#?|request received|\bcase #|"
    r"réponse automatique|\babsen(?:ce|te?)\b|hors du bureau|\bcongé|fermeture|accusé de réception|自动|系统|外出|"
    r"休假|出差|请假|放假|离职|不在办公室|已收到|收到您的|工单",
    re.IGNORECASE,
)
_plain_subject = re.compile(
    r"\s*(?:automatic reply|automatische|auto[- ]?(?:reply|response|matic)|auto:|out[- ]of[- ](?:the[- ])?office|"
    r"réponse automatique|message d['’]absence|absence du bureau|自动(?:回复|答复|回覆|应答))",
    re.IGNORECASE,
)
"""No person writes such a subject."""
_reply = re.compile(r"\s*(?:re|ré|回复|回覆|答复|答覆|aw|sv)\s?[:：]", re.IGNORECASE)
_robot = re.compile(r"\b(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|autoreply|auto-reply)\b", re.IGNORECASE)
_auto_headers = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-mailer-autoreply")


_many = re.compile(
    r"(?:^|[.!?。！？]\s*)\W*(?:(?:dear|hello|hi|hey|greetings|good \w+),? (?:\w+ ){0,2}?(?:all|every(?:one|"
    r"body)|friends|"
    r"colleagues|neighbou?rs|members|team|folks|alumni|supporters|parents|volunteers|subscribers|readers|"
    r"community)\b|"
    r"(?:bonjour|bonsoir|salut|chers?|chères?) (?:[\w·()-]+ ){0,3}?(?:tous|toutes|tout le monde|amie?s|"
    r"collègues|membres|"
    r"voisins|bénévoles|abonnée?s|parents|équipe)\b|(?:各位|大家好|(?:亲爱|尊敬)的(?:各位|朋友们|同事们|会员|"
    r"读者|家长|同学们|校友)))",
    re.IGNORECASE | re.MULTILINE,
)
_GREETING_WITHIN = 400


def greets_many(text: str) -> bool:
    """Whether a mail greets more than one reader: "Dear all", 大家好."""
    return bool(_many.search(text[:_GREETING_WITHIN]))


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value.strip().lower() for name, value in headers.items()}


def says_automatic(headers: Mapping[str, str]) -> bool:
    """Whether the headers say that a program answered (RFC 3834, and the older ones in use)."""
    known = _lower(headers)
    submitted = known.get("auto-submitted", "no").partition(";")[0].strip()
    return (
        submitted != "no"
        or any(name in known for name in _auto_headers)
        or known.get("precedence") in ("auto_reply", "auto-reply", "auto")
        or known.get("return-path") == "<>"
    )


def says_bulk(headers: Mapping[str, str]) -> bool:
    """Whether the headers say that it went to many."""
    known = _lower(headers)
    return "list-unsubscribe" in known or "list-id" in known or known.get("precedence") in ("bulk", "list", "junk")


def looks_automatic(words: Words, subject: str, sender: str) -> bool:
    """Whether subject, sender and words look like a program's, and nothing in them like a person's."""
    machine = words.having(Act.MACHINE)
    covered = machine + words.having(Act.AWAY)
    human = [
        said
        for said in words.having(Act.YES, Act.LATER, Act.WHEN, Act.FIRST, Act.NO, Act.WRITE)
        if not any(other.start < said.end and said.start < other.end for other in covered)
    ]
    told = _reply.match(subject) is None and _subject.search(subject) is not None
    if told and _plain_subject.match(subject):
        return True
    score = 2 * told + min(len(machine), 2) + bool(words.having(Act.AWAY)) + 2 * bool(_robot.search(sender))
    return score - min(len(human), 3) * (1 if told else 2) >= 2
