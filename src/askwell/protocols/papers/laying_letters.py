"""From a letter to the words on the page, in the order of its language."""

from askwell.protocols.papers.cleaning import clean, cleaned
from askwell.protocols.papers.laid import Block, LaidLetter, Role
from askwell.protocols.papers.laying import runs_right_to_left
from askwell.protocols.papers.letter import Letter
from askwell.protocols.papers.words import CHINESE, words_of

_ORDER: tuple[Role, ...] = ("sender", "date", "recipient", "subject", "greeting", "body", "closing", "name")
# In French the subject stands before the greeting too; in English it may, after the greeting it looks like a form. A
# Chinese letter ends with who wrote it and when.
_ORDERS: dict[str, tuple[Role, ...]] = {
    CHINESE: ("sender", "subject", "recipient", "greeting", "body", "closing", "name", "date"),
}


def lay_letter(letter: Letter) -> LaidLetter:
    """What is printed of a letter, in order; parts that say nothing are left out."""
    closing = tuple(line for part in letter.closing.splitlines() if (line := clean(part)))
    letter = cleaned(letter)
    words = words_of(letter.language)
    lines: dict[Role, tuple[str, ...]] = {
        "sender": letter.sender,
        "date": (letter.date,),
        "recipient": letter.recipient,
        "subject": (letter.subject,),
        "greeting": (letter.greeting,),
        "body": letter.paragraphs,
        "closing": closing,
        "name": (letter.name,),
    }
    blocks = (Block(role, tuple(line for line in lines[role] if line)) for role in _ORDERS.get(words.tag, _ORDER))
    return LaidLetter(
        language=words.tag,
        title=letter.subject or letter.name or letter.greeting or "–",
        name=letter.name,
        blocks=tuple(block for block in blocks if block.lines),
        right_to_left=runs_right_to_left(letter.paragraphs),
    )
