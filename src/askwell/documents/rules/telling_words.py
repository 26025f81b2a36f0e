"""The few words that a resume made from a story adds to it, in its language."""

import re
from datetime import date

_COMPARABLE = re.compile(
    r"^(?:assessed as |is )?comparable to |^(?:évalué comme )?comparable (?:à |au )|^(?:经评估)?相当于", re.IGNORECASE
)
BENCHMARKS = {"en": "CLB", "zh-Hans": "CLB", "fr": "NCLC"}
"""What the Canadian Language Benchmarks are called."""
FREE_SKILLS = {"en": "Skills", "zh-Hans": "技能", "fr": "Compétences"}
"""The group of skills that have none, beside others."""


def assessment(what: str, who: str, when: date | None, language: str) -> str:
    """What a foreign credential is comparable to, and who says so; empty where nobody does."""
    what = _COMPARABLE.sub("", what.strip().rstrip("."))
    if not what:
        return ""
    if language == "zh-Hans":
        by = f"经{who}评估" if who else "经评估"
        return f"{by}{f'（{when.year}年）' if when else ''}，相当于{what}"
    source = ", ".join(filter(None, (who, str(when.year) if when else "")))
    said = f"Évaluation comparative\u00a0: {what}" if language == "fr" else f"Assessed as comparable to {what}"
    return f"{said} ({source})" if source else said


def benchmark(levels: tuple[int | None, ...], language: str) -> str:
    """ "CLB 8", "CLB 7–9"; empty where nothing was tested."""
    tested = [level for level in levels if level]
    if not tested:
        return ""
    span = str(min(tested)) if min(tested) == max(tested) else f"{min(tested)}–{max(tested)}"
    return f"{BENCHMARKS[language]} {span}"
