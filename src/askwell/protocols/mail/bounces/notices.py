"""Notices for people, by mail servers that write no report: is it one, whom it is about, what it says of whom."""

import re

from askwell.protocols.mail.letters import Letter

LONGEST = 60_000
MOST_RECIPIENTS = 50
_LINES_ABOUT = 12
_SENDER = re.compile(
    r"mailer[-_ .]?daemon|post[-_]?master|mail[-_ .]?deliver|delivery[-_ .]?(?:sub)?system"
    r"|mail[-_ ]?system|mailadmin"
    r"|mail administrator|system administrator|^bounces?@|ndr admin|非递送|系统退信",
    re.IGNORECASE,
)
_DAEMON = re.compile(r"mailer[-_ .]?daemon|deliver", re.IGNORECASE)
_CODE = re.compile(r"(?<![\d.])[45](?:\.\d{1,3}\.\d{1,3}|\d\d (?=[\w<]))")
_SUBJECT = re.compile(
    r"undeliver|returned (?:mail|to sender|message)|return(?:ed|ing) (?:message|mail|to)"
    r"|fail(?:ure|ed)[^a-z]{0,3}(?:notice|delivery|to deliver)"
    r"|delivery (?:\w+ ){0,3}(?:fail|notif|problem|error|report|delay|status)|(?:mail"
    r"|message)[^:]{0,30}(?:fail|could ?n.t be|not (?:be )?deliver|bounced|rejected|delayed"
    r"|undeliv|error)"
    r"|non[- ]?deliver|non[- ]remis|nicht zustellbar|unzustellbar|unable to deliver"
    r"|could not (?:send|be delivered|deliver)|couldn't be delivered|cannot (?:send|be delivered)"
    r"|delivery failed|notdeliver|not delivered|bounce|error sending|mail (?:system )?error"
    r"|mail failure|failure notice|warning: (?:message|could not)|delivery (?:has )?fail"
    r"|échec|non distribu|n[’']a pas (?:pu|été) (?:être )?(?:remis|distribu|livr|envoy)"
    r"|no se (?:ha )?(?:pudo|podido) entregar|no entregad|mancata consegna|non recapitabil"
    r"|não entreg"
    r"|退信|退回|投递失败|投遞失敗|无法投递|無法投遞|未送达|未送達|发送失败|傳送失敗"
    r"|无法送达|無法傳遞|未传递|недоставлен|не доставлен|配信不能"
    r"|配信できません|送信エラー|エラー|전송 실패|반송",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"(?:could ?n(?:o|.)t|can(?:not| not|.t)|was(?: not|n.t)|has not(?: yet)?|unable to"
    r"|wasn.t able to|not able to|were not|did not|problem|trouble|error)[^.\n]{0,60}(?:deliver"
    r"|reach|transmit)"
    r"|undeliver|deliver\w* (?:\w+ ){0,6}(?:fail|has been delayed|problem)"
    r"|permanent (?:fatal )?errors?|transcript of (?:the )?session|returned to (?:sender|you)"
    r"|following (?:recipient|address)\S*[^\n]{0,60}(?:fail|error|reject|could)"
    r"|requested action not taken|invalid user address|message (?:was|has been) (?:rejected"
    r"|bounced|blocked|not delivered)|rejected your message|failed addresses|remote (?:host"
    r"|server) said|mailbox is full|fail(?:ed|ure) (?:to|in) (?:deliver|send|processing)"
    r"|non[- ]delivery|did not reach|n[’']a pas (?:pu|été) (?:être )?(?:remis|distribu|livr|envoy"
    r"|transmis)|impossible (?:de|d[’'])\s?(?:remettre|distribuer|livrer|envoyer)"
    r"|échec de la (?:remise|distribution|livraison)"
    r"|(?:konnte|kann|wurde)[^.\n]{0,60}nicht[^.\n]{0,30}(?:zugestellt|übermittelt)"
    r"|no se (?:ha )?(?:pudo|podido) entregar|退信|退回|投递失败|无法投递|投遞失敗|無法投遞"
    r"|未能送达|无法送达|无法发送|發送失敗|发送失败"
    r"|未送達|無法傳遞"
    r"|не (?:было |может быть )?доставлен|送信できません|配信できません|届けることができません|전달되지|전송할 수 없",
    re.IGNORECASE,
)
_TRIES_ON = re.compile(
    r"(?:will|be|keeps?|still|continue to|been) (?:\w+ ){0,2}?(?:re-?tr(?:y|ied|ying)|try(?:ing)?|attempt(?:s|"
    r"ed|ing)?)\b"
    r"(?! (?:again )?(?:later|yourself))|do not need to (?:do anything|resend)|delivery (?:has been |is )?delayed|"
    r"continuer[ao]n?t? (?:à|d)|nouvelles? tentatives?|tentera de nouveau|继续(?:尝试|重试)|将(?:会)?(?:重试|"
    r"继续)|稍后重试|仍在尝试",
    re.IGNORECASE,
)
_GAVE_UP = re.compile(
    r"gave up|giving up|given up|no longer (?:be )?(?:tr|attempt)|too long|expired|could not be delivered for|"
    r"abandonn|放弃|不再(?:尝试|重试)",
    re.IGNORECASE,
)
_NOT_A_BOUNCE = re.compile(r"not a bounce|confirm your subscription|verify your (?:e-?mail|account)", re.IGNORECASE)
_ORIGINAL = re.compile(
    r"^[ \t]*(?:"
    r"[-=_*~|# ]{2,}[^\n]{0,20}(?:original|below this line|copy of|unsent message|message text"
    r"|returned message|header|undelivered|message (?:body )?follow|message headers|原始|邮件原文|原文"
    r"|original-?nachricht|message d[’']origine|исходно)[^\n]{0,80}"
    r"|(?:original message (?:follows|headers)|message headers follow|bounced e-?mail"
    r"|(?:the )?(?:full|first|beginning of)[^\n]{0,40}(?:message"
    r"|headers)[^\n]{0,20}follow)[^\n]{0,60}"
    r"|(?:Received|Return-Path|DKIM-Signature|Delivered-To|X-Received|MIME-Version|X-Originating-IP):[^\n]*"
    r")$",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"[\w.!#$%&*+/=?^`{|}~'-]{1,64}@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def announces(sender: str, subject: str, *, is_returned: bool) -> bool:
    """Whether a message from this sender may be a notice: a mail system's, or with an empty return path and a title
    that says so."""
    return bool(_SENDER.search(sender)) or (is_returned and bool(_SUBJECT.search(subject)))


def is_notice(letter: Letter, notice: str, auto_submitted: str) -> bool:
    """Whether a letter without a report is a notice that something was not delivered; its Auto-Submitted beside it.

    Who wrote it and what is written must both say so; where only its headers say that a program wrote it, the text
    must. A person who writes about a failed delivery is no machine; a machine that says nothing of a failure, as an
    out-of-office, is no bounce; nor is what somebody's own program answers ("auto-replied", RFC 3834), unless it
    names a mail server's code.
    """
    if _NOT_A_BOUNCE.search(letter.subject):
        return False
    sender = letter.sender
    shown = f"{sender.name} {sender.email}" if sender else "mailer-daemon"
    mail_system = bool(_SENDER.search(shown)) or letter.return_path == ""
    if (
        auto_submitted.strip().lower().startswith("auto-replied")
        and not _DAEMON.search(shown)
        and not _CODE.search(notice)
    ):
        return False
    told = bool(_FAILED.search(notice))
    titled = bool(_SUBJECT.search(letter.subject))
    if mail_system:
        return told or titled
    return bool(letter.automatic) and (told or (titled and bool(_CODE.search(notice))))


def keeps_trying(notice: str) -> bool:
    """Whether a notice says that the letter is only late."""
    return bool(_TRIES_ON.search(notice)) and not _GAVE_UP.search(notice)


def parted(text: str) -> tuple[str, str]:
    """The notice itself, and what it returns of the letter (from the line that announces it, or its first header)."""
    text = text[:LONGEST]
    found = _ORIGINAL.search(text)
    return (text[: found.start()], text[found.start() :]) if found else (text, "")


def recipients(notice: str, own: set[str]) -> list[str]:
    """The addresses that the notice names, in its order; not the sender's own, whom it is written to."""
    found = dict.fromkeys(match[0].strip(".'") for match in _ADDRESS.finditer(notice))
    named = [each for each in found if each.lower() not in own and not _SENDER.search(each)]
    return named[:MOST_RECIPIENTS]


def about(notice: str, addresses: list[str]) -> dict[str, str]:
    """Of each address (in lower case) the lines that speak of it: that name it, and what follows up to another one."""
    kept: dict[str, list[str]] = {each.lower(): [] for each in addresses}
    spoken_of: set[str] = set()
    left = 0
    for line in notice[:LONGEST].split("\n"):
        named = {each.strip(".'").lower() for each in _ADDRESS.findall(line)} & kept.keys()
        if named:
            spoken_of, left = named, _LINES_ABOUT
        if left:
            left -= 1
            for each in spoken_of:
                kept[each].append(line)
    return {each: "\n".join(lines) for each, lines in kept.items()}
