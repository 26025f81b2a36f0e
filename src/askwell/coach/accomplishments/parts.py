"""The wizard of a line: which part it still lacks, and a line made of parts."""

from collections.abc import Mapping

from askwell.coach.accomplishments import counting, joining
from askwell.coach.accomplishments.values import Judgement, Part
from askwell.coach.questions.languages import settled

_after = ".;,。；，、 \t\n"

ORDER = {
    "en": (Part.ACTION, Part.TASK, Part.RESULT, Part.MEASURE),
    "fr": (Part.ACTION, Part.TASK, Part.RESULT, Part.MEASURE),
    "zh-Hans": (Part.TASK, Part.ACTION, Part.RESULT, Part.MEASURE),
}
"""In Chinese the reason stands first."""


def missing(judgement: Judgement) -> tuple[Part, ...]:
    """The parts to ask for, the most needed first: what was done, what came of it, how much, for whom or why."""
    return tuple(part for part in Part if part not in judgement.parts)


def compose(parts: Mapping[Part, str], language: str = "") -> str:
    """One line of the parts that were given: what was done, for whom or why, what came of it, and how much.

    Parts may be typed as sentences of their own. A task that cannot be joined is left out, and a measure takes the
    place of "a lot", and stands in brackets behind a result that says how much already.
    Empty parts are left out; an empty mapping makes an empty line.
    """
    given = {part: text.strip(_after) for part, text in parts.items() if text.strip(_after)}
    language = settled(language, " ".join(given.values()))
    if Part.TASK in given:
        given[Part.TASK] = joining.reason(given[Part.TASK], language)
    if Part.RESULT in given and Part.MEASURE in given:
        given[Part.RESULT] = joining.exact(given[Part.RESULT], language)
        if counting.measure(given[Part.RESULT], language):
            given[Part.MEASURE] = joining.bracketed(given[Part.MEASURE], language)
    line = ""
    for part in ORDER[language]:
        if text := given.get(part, ""):
            line += _joined(part, text, language) if line else text
    stop = "。" if language == "zh-Hans" else "."
    return line[:1].upper() + line[1:] + stop if line else ""


def _joined(part: Part, text: str, language: str) -> str:
    """A part behind what stands there already."""
    if part is Part.RESULT:
        return joining.before_result(text, language) + joining.lowered(text)
    if language == "zh-Hans":
        return text
    return f" {text}"
