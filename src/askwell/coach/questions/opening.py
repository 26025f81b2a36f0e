"""Opens a question that a yes, a no or one of its choices answers, in its own words."""

import re
from collections.abc import Callable, Iterator

from askwell.coach.questions.languages import CHINESE, ENGLISH, FRENCH

_should_en = re.compile(r"should i (?P<rest>.+?)\?*$", re.I)
_do_en = re.compile(r"(?:do|does|did|can|could)\b(?! i\b)", re.I)
_do_you_ever_en = re.compile(r"do you (?:ever|sometimes) (?P<rest>(?!regret|wish|wonder|feel|think).+?)\?*$", re.I)
_you_have_en = re.compile(r"have you (?:ever |already )?(?P<rest>.+?)\?*$", re.I)
_there_en = re.compile(r"(?:is|are) there (?:any |an? )?(?P<rest>.+?)\?*$", re.I)
_inverted_en = re.compile(
    r"(?:do|does|did|can|could|is|are|was|were|will|would|has|have|had|should|might|must)\b", re.I
)
_it_is_en = re.compile(
    r"(?P<verb>is|was) it (?:(?:really|very|so) )?(?P<how>[a-z]+) (?P<rest>(?:to|for|at|in|when|that)\b.+?)\?*$", re.I
)
_goes_with_no_how_en = re.compile(r"\b(?:ever|already|yet)\b|^do you (?:think|believe|know|regret|mind|happen)\b", re.I)
_lead_in_en = re.compile(r"^(?:so|and|but|well|ok|okay|also|now)\b,? ", re.I)

_should_fr = re.compile(
    r"(?:devrais-je|dois-je|est-ce que je (?:dois|devrais)|faut-il (?:que j[e'] ?)?)\s*(?P<rest>.+?)\s*\?*$", re.I
)
_there_fr = re.compile(r"(?:y a-t-il|est-ce qu'il y a)\s+(?:d(?:es|e la|e|u|')\s*)?(?P<rest>.+?)\s*\?*$", re.I)

_tail_zh = re.compile(r"(?:了没有|没有|了没|吗|吧|么|嘛|呢|对不对|是不是|对吧|是吧)+[?\s]*$")
_head_zh = re.compile(
    r"^(?:那|请问|想问一?下?|,)*(?:您|你)?(?:们)?(?:的)?(?:现在|平时|以前|当时)?(?:有没有|是不是|是否|会不会|能不能|可不可以|要不要|"
    r"需不需要|会|能|可以|有|是)?"
)
_should_zh = re.compile(
    r"(?:您|你)?(?:觉得|认为|看)?,?我(?:现在|是不是)?(?:要不要|需不需要|该不该|应不应该|应该|该|需要|要)(?P<rest>.+)"
)
_opinion_zh = re.compile(r"^(?:那|请问|,)*(?:您|你)?(?:觉得|认为|感觉|说),?")
_how_zh = re.compile(r"(?P<what>.{2,12}?)(?P<how>\w{1,2})不(?P=how)")
_no_noun_zh = re.compile(r"[了着过]$|觉得|认为")
_again_zh = re.compile(r"(\w{1,2})不\1")


def opened(question: str, language: str) -> Iterator[str]:
    """Ways to ask it openly, the closest to its words first. `question` is plain."""
    return _ways[language](question.strip())


def _english(question: str) -> Iterator[str]:
    question = _lead_in_en.sub("", question)
    if should := _should_en.match(question):
        yield f"What would you weigh up before deciding whether to {should['rest']}?"
    if hard := _it_is_en.match(question):
        yield f"How {hard['how']} {hard['verb'].lower()} it {hard['rest']}?"
    if there := _there_en.match(question):
        yield f"What should I know about {there['rest']}?"
    if ever := _do_you_ever_en.match(question):
        yield f"In what situations do you {ever['rest']}?"
    if have := _you_have_en.match(question):
        yield f"In what situations have you {have['rest']}?"
    if not _goes_with_no_how_en.search(question):
        yield from _inverted(question)


def _inverted(question: str) -> Iterator[str]:
    if _do_en.match(question):
        yield f"How {_small(question)}"
    if _inverted_en.match(question):
        yield f"To what extent {_small(question)}"
        yield f"In what ways {_small(question)}"


def _french(question: str) -> Iterator[str]:
    if should := _should_fr.match(question):
        yield f"Que pèseriez-vous avant de décider s'il faut {should['rest']}?"
    if there := _there_fr.match(question):
        yield f"Que devrais-je savoir sur {there['rest']}?"
    if re.search(r"-(?:t-)?(?:vous|tu|il|elle|on|ils|elles|ce|je|nous)\b|^est-ce qu", question, re.I):
        yield f"Dans quelle mesure {_small(question)}"
        yield f"Comment {_small(question)}"


def _chinese(question: str) -> Iterator[str]:
    said = _tail_zh.sub("", question).rstrip("?。 ")
    if should := _should_zh.fullmatch(said):
        yield f"换作是您，会怎么考虑要不要{should['rest'].strip()}？"
    said = _opinion_zh.sub("", said, count=1)
    if hard := _how_zh.fullmatch(said):
        yield f"{hard['what']}最{hard['how']}的是哪一部分？"
        return
    said = _again_zh.sub(r"\1", _head_zh.sub("", said, count=1))
    if len(said) >= 2 and not _no_noun_zh.search(said):
        yield f"在{said}这件事上，您的经历是怎样的？"
        yield f"说到{said}，实际情况是怎样的？"


def _small(question: str) -> str:
    return question[:1].lower() + question[1:]


_ways: dict[str, Callable[[str], Iterator[str]]] = {ENGLISH: _english, FRENCH: _french, CHINESE: _chinese}
