"""Cards as our own export writes them."""

import json
from typing import Any

_ESCAPED = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;"})


def own_card(facts: dict[str, Any], *lines: str) -> bytes:
    """The vCard of Min Zhou with these lines, and with `facts` (as `protocols.contacts.own` has them) for us."""
    own = json.dumps({"given": "Min", "family": "Zhou", **facts}).translate(_ESCAPED)
    all_lines = ("BEGIN:VCARD", "VERSION:4.0", "FN:Min Zhou", "N:Zhou;Min;;;", *lines, f"X-ASKWELL:{own}", "END:VCARD")
    return "\r\n".join((*all_lines, "")).encode()
