"""The wizard of a line: which part it still lacks, and a line made of parts."""

from collections.abc import Mapping

from askwell.coach.accomplishments.values import Judgement, Part
from askwell.coach.questions.languages import settled

_after = ".;,。；，、 \t\n"
_joint = {
    "en": {Part.TASK: " ", Part.RESULT: ", ", Part.MEASURE: " "},
    "fr": {Part.TASK: " ", Part.RESULT: ", ", Part.MEASURE: " "},
    "zh-Hans": {Part.ACTION: "", Part.RESULT: "，", Part.MEASURE: ""},
}


def missing(judgement: Judgement) -> tuple[Part, ...]:
    """The parts to ask for, the most needed first: what was done, what came of it, how much, for whom or why."""
    return tuple(part for part in Part if part not in judgement.parts)


def compose(parts: Mapping[Part, str], language: str = "") -> str:
    """One line of the parts that were given: what was done, for whom or why, what came of it, and how much.

    In Chinese the reason stands first. Empty parts are left out; an empty mapping makes an empty line.
    """
    given = {part: text.strip(_after) for part, text in parts.items() if text.strip(_after)}
    language = settled(language, " ".join(given.values()))
    if language == "zh-Hans":
        return _joined(given, language, (Part.TASK, Part.ACTION, Part.RESULT, Part.MEASURE), "。")
    line = _joined(given, language, (Part.ACTION, Part.TASK, Part.RESULT, Part.MEASURE), ".")
    return line[:1].upper() + line[1:]


def _joined(given: Mapping[Part, str], language: str, order: tuple[Part, ...], stop: str) -> str:
    line = ""
    for part in order:
        if part in given:
            line += (_joint[language][part] if line else "") + given[part]
    return line + stop if line else ""
