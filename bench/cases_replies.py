"""The set `replies` of the labelled cases: the newest words of an answer, and what they mean."""

from datetime import datetime
from email.utils import parseaddr
from typing import Any

from askwell.coach.replies import Reply, read_reply
from askwell.protocols.mail.newest import newest


def predict(case: dict[str, Any]) -> dict[str, Any]:
    """One prediction line for one case."""
    sender, address = parseaddr(case["from"])
    text = newest(case["body"], sender).text
    reading = read_reply(
        Reply(
            text,
            datetime.fromisoformat(case["date"]),
            subject=case["subject"],
            sender=sender,
            address=address,
            headers=case["headers"],
        )
    )
    person = reading.person
    return {
        "id": case["id"],
        "newest_text": text,
        "intent": reading.intent,
        "facts": {
            "times": [start.isoformat() for start in reading.times],
            "until": reading.until and reading.until.isoformat(),
            "person": person and {"name": person.name, "email": person.email or None, "role": person.role or None},
            "channel": reading.channel,
        },
    }
