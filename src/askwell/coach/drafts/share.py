"""How much of a message is about the reader, by a simple count.

1. The greeting and the sign-off are left out; the rest is cut into clauses at commas, conjunctions and
   sentence ends.
2. A clause with words for the reader (you, your; vous, tu; 您, 你, 贵) counts for the reader, one with words
   for the writer (I, my; je, mon; 我, 本人) for the writer; with both it is divided by how many of each there are.
3. A clause with neither goes to whom the clause before it was about, and to nobody when it comes first.
4. The share is the reader's words (Chinese: characters) among those of both.
"""

import re
from functools import lru_cache

from askwell.coach.drafts.anatomy import Anatomy, Span, clauses, dissect, han
from askwell.coach.drafts.values import Message

_reader = re.compile(
    r"\b(?:you(?:['’](?:re|ve|d|ll))?|yours?|yourself|vous|votre|vos|vôtre|tu|toi|ton|ta|tes|t['’])\b|-vous\b|您们?|"
    r"你们?|贵",
    re.I,
)
_writer = re.compile(
    r"\b(?:I(?:['’](?:m|ve|d|ll))?|me|my|mine|myself|je|moi|mon|ma|mes)\b|\b[jm]['’]|我(?!们)|本人|自己|鄙人", re.I
)  # fmt: skip
_question = re.compile("[?？]")
_word = re.compile(r"\S+")
_solid = re.compile(r"[^\W_]")


def _weight(text: str) -> int:
    return len(_solid.findall(text)) if han.search(text) else len(_word.findall(text))


def _divide(clause: Span, before: float | None) -> tuple[float, float | None]:
    reader, writer = len(_reader.findall(clause.text)), len(_writer.findall(clause.text))
    part = reader / (reader + writer) if reader + writer else before
    return _weight(clause.text), part


def about(message: Message) -> tuple[int, int]:
    """Words (or Chinese characters) about the reader and about the writer."""
    parts = [_in_sentence(sentence.text) for sentence in dissect(message.text, message.sender).sentences]
    return round(sum(reader for reader, _ in parts)), round(sum(writer for _, writer in parts))


@lru_cache(maxsize=1024)
def _in_sentence(text: str) -> tuple[float, float]:
    reader = writer = 0.0
    part: float | None = None
    for clause in clauses(Span(text, 0, len(text))):
        weight, part = _divide(clause, part)
        if part is not None:
            reader += weight * part
            writer += weight * (1 - part)
    return reader, writer


def run_about_writer(anatomy: Anatomy) -> tuple[int, int, int]:
    """The longest row of sentences only about the writer: its length, start and end.

    Two Chinese clauses count as a sentence; a sentence about nobody goes on with the row.
    """
    best = (0, 0, 0)
    count, start = 0.0, 0
    for sentence in anatomy.sentences:
        if not _is_about_writer(sentence.text, going_on=count > 0):
            count = 0
            continue
        start = start if count else sentence.start
        count += max(1, len(list(clauses(sentence))) / 2) if han.search(sentence.text) else 1
        best = max(best, (int(count), start, sentence.end))
    return best


def _is_about_writer(text: str, *, going_on: bool) -> bool:
    if _reader.search(text):
        return False
    return bool(_writer.search(text)) or (going_on and not _question.search(text))
