"""What a folder is for: by what the server says of it (RFC 6154), else by the names that servers give."""

import re
from base64 import b64decode
from binascii import Error as BadBase64
from dataclasses import dataclass
from typing import Literal

Role = Literal["inbox", "sent", "junk", "other"]

SENT = {
    "sent", "sent messages", "sent items", "sent mail", "sent-mail", "outbox.sent", "已发送", "已发送邮件",
    "已发送消息", "已傳送", "寄件備份", "éléments envoyés", "messages envoyés", "envoyés", "courrier envoyé",
}  # fmt: skip
JUNK = {
    "junk", "junk e-mail", "junk email", "junk mail", "spam", "bulk mail", "bulk", "垃圾邮件", "垃圾郵件", "广告邮件",
    "courrier indésirable", "pourriel", "indésirables", "spamverdacht",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FolderName:
    """`name` is as the server spells it, and is what `select` and `append` take; `readable` is for people."""

    name: str
    role: Role

    @property
    def readable(self) -> str:
        return decoded(self.name)


def decoded(name: str) -> str:
    """Modified UTF-7 (RFC 3501, 5.1.3) as text; what is not well written stays as it is."""
    return re.sub(r"&([^-&]*)-", _piece, name)


def _piece(match: "re.Match[str]") -> str:
    if not match[1]:
        return "&"
    base64 = match[1].replace(",", "/")
    try:
        return b64decode(base64 + "=" * (-len(base64) % 4), validate=True).decode("utf-16-be")
    except (BadBase64, ValueError):
        return match[0]


def role_of(name: str, flags: frozenset[str], divider: str) -> Role:
    """`flags` in small letters, as `\\sent`; `divider` stands between the names of a folder and its parent."""
    if name.upper() == "INBOX":
        return "inbox"
    if r"\sent" in flags:
        return "sent"
    return "junk" if r"\junk" in flags else "other"


def role_by_name(name: str, divider: str) -> Role:
    """For servers that do not say what their folders are for."""
    last = decoded(name).rpartition(divider)[2] if divider else decoded(name)
    if last.casefold() in SENT:
        return "sent"
    return "junk" if last.casefold() in JUNK else "other"
