"""Finds what the words of a reply do: agree, refuse, put off, ask, ask for rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from askwell.coach.drafts.anatomy import Span, greeting, han, is_question, split
from askwell.coach.lexicon import Lexicon
from askwell.coach.replies import words_chinese, words_english, words_french
from askwell.coach.replies.values import Act, Said
from askwell.lib.emails import IN_TEXT

_words = {"en": words_english.ACTS, "fr": words_french.ACTS, "zh-Hans": words_chinese.ACTS}
_whole = {Act.MACHINE}
"""What may be said over several sentences."""
_link = re.compile(rf"https?://\S{{1,300}}|www\.\S{{1,300}}|{IN_TEXT}")
_chinese_greeting = re.compile(r"\s*[^，。！？,!?\n]{0,8}(?:您|你)好[，。！：,:!\s]*")
_asked = {
    "行不行": "可以吗",
    "好不好": "可以吗",
    "成不成": "可以吗",
    "可不可以": " 可以吗",
    "方不方便": " 方便吗",
    "合不合适": " 合适吗",
}
_yes_or_no = re.compile("|".join(_asked))
_half_day = re.compile(r"(?<=[ap])\.\s?m\.", re.IGNORECASE)
_condition = re.compile(r"(?:if it|if you(?:['’]re| are)|si c['’]est|si vous|如果|要是)", re.IGNORECASE)
_will_answer = re.compile(r"i(?:['’]ll| will) (?:answer|reply|respond)", re.IGNORECASE)
_about_reader = re.compile(r"\b(?:are|do|have|would|did|were|can|could|will) you\b|-vous\b|-tu\b", re.IGNORECASE)
_offer = re.compile(
    r"\b(?:want to|care to|like to|fancy|let['’]?s|shall we|how about|what about|why don['’]?t)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Words:
    """A text made ready: links masked at the same length, its sentences without the greeting, and what they do."""

    text: str
    language: str
    sentences: tuple[Span, ...]
    acts: tuple[Said, ...]

    def having(self, *acts: Act) -> list[Said]:
        return [said for said in self.acts if said.act in acts]

    def sentence_of(self, place: int) -> Span | None:
        return next((span for span in self.sentences if span.start <= place < span.end), None)

    def questions(self) -> list[Span]:
        return [sentence for sentence in self.sentences if is_question(sentence.text)]


@cache
def _lexicon(language: str, act: Act) -> Lexicon:
    return Lexicon(*_words[language].get(act, ()))


def plain(text: str) -> str:
    """The text with links masked, "a.m." without points, 行不行 as 可以吗; every character at its place."""
    masked = _link.sub(lambda match: "¤" * len(match.group()), text)
    masked = _half_day.sub(lambda match: "m" + " " * (len(match.group()) - 1), masked)
    masked = re.sub(r"(?<=\d)：(?=\d)", ":", masked)
    masked = _yes_or_no.sub(lambda match: _asked[match.group()], masked)
    return masked.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


def understand(text: str, language: str) -> Words:
    """The sentences of a text and what each does."""
    ready = plain(text)
    start = _greeting_end(ready, language)
    sentences = tuple(split(ready, start, len(ready)))
    found = [
        said for act in _words[language] if act in _whole for said in _said(language, act, Span(ready, 0, len(ready)))
    ]
    for sentence in sentences:
        asks = is_question(sentence.text)
        for act in _words[language]:
            if act not in _whole:
                found += [said for said in _said(language, act, sentence) if not _undone(said, sentence, asks)]
    return Words(ready, language, sentences, tuple(_settled(ready, found)))


def _greeting_end(text: str, language: str) -> int:
    """Where the greeting ends; 0 when nothing follows it."""
    if language == "zh-Hans":
        match = _chinese_greeting.match(text)
        end = match.end() if match else 0
    else:
        end = greeting(text).end
    return end if text[end:].strip() else 0


def _said(language: str, act: Act, where: Span) -> Iterator[Said]:
    for match in _lexicon(language, act).finditer(where.text):
        yield Said(act, where.start + match.start(), where.start + match.end())


def _undone(said: Said, sentence: Span, asks: bool) -> bool:
    """Whether a question or a condition takes the meaning away: "would you be willing", "if it's a job, I can't"."""
    if said.act is Act.NO:
        return asks or bool(_condition.match(sentence.text))
    if said.act is not Act.YES or not asks:
        return False
    if han.search(sentence.text):
        return bool(_question_words.search(sentence.text)) or not _chinese_offer.search(sentence.text)
    before = sentence.text[: max(said.start - sentence.start, 0) + 12]
    return bool(_about_reader.search(before)) and not _offer.search(before)


_clause_end = re.compile(r"[,，.。;；!！?？:：]|\b(?:but|mais|so|though|however|although)\b|但|不过|可以")
_chinese_offer = re.compile(
    r"(?:可以|行|好|方便|合适|没问题|怎么样|如何|OK|ok|愿意|要不|不如|吧)[^。？?]{0,3}[吗么？?]|[你您]看"
)
_question_words = re.compile(r"还是|多长|多久|多少|什么|怎么|谁|为什么|为何|有没有|是否")
_stronger = {
    Act.YES: (Act.NO, Act.LATER, Act.STOP, Act.MACHINE),
    Act.AGREES: (Act.NO, Act.LATER, Act.STOP, Act.MACHINE, Act.AFTERWARDS),
    Act.WHEN: (Act.NO, Act.LATER, Act.STOP),
    Act.NO: (Act.LATER, Act.STOP),
}


def _settled(text: str, found: list[Said]) -> list[Said]:
    """Without the acts whose words lie within those of a stronger one, or are what a refusal refuses."""
    refusals = [said for said in found if said.act is Act.NO]
    kept = [
        said
        for said in found
        if not any(_outweighs(other, said) for other in found)
        and not (said.act is Act.YES and any(_governs(text, no, said) for no in refusals))
        and not (said.act is Act.LATER and any(_answers(text, other, said) for other in found))
    ]
    return sorted(set(kept), key=lambda said: (said.start, said.end))


def _outweighs(other: Said, said: Said) -> bool:
    within = other.start <= said.start < other.end and said.end <= other.end + 2
    return within and other.act in _stronger.get(said.act, ())


def _governs(text: str, refusal: Said, said: Said) -> bool:
    """Whether the agreement follows the refusal in its clause, and so is what is refused."""
    near = refusal.start < said.start <= refusal.end + 40 and said.end > refusal.end
    return near and not _clause_end.search(text, refusal.end - 1, max(said.start, refusal.end - 1))


def _answers(text: str, other: Said, said: Said) -> bool:
    """Whether it only promises an answer in writing: "send your questions, I'll reply when I can"."""
    if other.act is not Act.WRITE or other.start >= said.start:
        return False
    return bool(_will_answer.match(text, said.start)) or not re.search(r"[.!?。！？]", text[other.start : said.start])
