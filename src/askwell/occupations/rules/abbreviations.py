"""Short forms of titles that people type, spelled out."""

import re

from askwell.lib.text import fold

SHORT = {
    "rn": "registered nurse", "lpn": "licensed practical nurse", "rpn": "registered practical nurse",
    "psw": "personal support worker", "hca": "health care aide", "pab": "préposé aux bénéficiaires",
    "cpa": "chartered professional accountant", "hr": "human resources", "rh": "ressources humaines",
    "qa": "quality assurance", "aq": "assurance qualité", "ba": "business analyst", "pm": "project manager",
    "ece": "early childhood educator", "epe": "éducateur de la petite enfance", "ea": "education assistant",
    "ta": "teaching assistant", "it": "information technology", "ti": "technologies de l’information",
    "ux": "user experience", "ui": "user interface", "gis": "geographic information systems",
    "sig": "systèmes d’information géographique", "mlt": "medical laboratory technologist",
    "rmt": "registered massage therapist", "csr": "customer service representative",
    "pta": "physiotherapy assistant", "hvac": "heating ventilation air conditioning", "bi": "business intelligence",
    "rcic": "regulated immigration consultant", "ot": "occupational therapist", "pt": "physiotherapist",
    "vp": "vice president", "ceo": "chief executive officer", "cfo": "chief financial officer",
    "swe": "software engineer", "sde": "software developer", "dev": "developer", "admin": "administrative assistant",
    "ap": "accounts payable", "ar": "accounts receivable", "esl": "english as a second language",
    "emt": "emergency medical technician", "er": "emergency room",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


def spelled_out(typed: str) -> tuple[str, ...]:
    """What was typed with its short forms spelled out; nothing where there is none."""
    text = fold(typed.replace(".", ""))
    spelled = _WORD.sub(lambda found: SHORT.get(found.group(), found.group()), text)
    return (spelled,) if spelled != text else ()
