"""Finds the reason why this person, and whether anything at all is about them."""

import re
from functools import lru_cache

from askwell.coach.drafts import connection_words
from askwell.coach.drafts.anatomy import Anatomy, Span, han
from askwell.coach.drafts.jobs import job_ask, searches
from askwell.coach.drafts.tables import ANYBODYS, RANKS
from askwell.coach.drafts.values import Message
from askwell.coach.lexicon import Lexicon
from askwell.lib.text import fold

_latin = Lexicon(*connection_words.ENGLISH, *connection_words.FRENCH)
_han = Lexicon(*connection_words.CHINESE)

_topic = re.compile(
    r"\b(?:interest(?:ed)? in|careers? in|working in|work in|learn(?:ing)? (?:more )?about|know (?:more "
    r")?about|exploring|explore|researching|research|study|studying|about|into|field of|profession of|"
    r"move into|becoming an?|become an?|work as an?|world of|in the) "
    r"(?!your? |you\b|my\b|me\b|the (?:job|work|field|profession|role|position|industry|company|future|"
    r"near|area|same)|this\b|it\b|that\b|opportunit|working|connecting|talking|how|what|a (?:job|position|"
    r"career|chat|call|discussion)|job|jobs|careers?|contact|life|different|many|any|all|things|something|"
    r"anything|canada|near|order|person|touch|advance|need|general|expanding|people|meeting|getting|"
    r"finding|networking|success|future|help|my|myself|us)"
    r"(?:the |an? )?(?P<topic>[\w&/+-]{2,}(?: [\w&/+-]{2,})?)|\b(?:métier d[e'’]|domaine (?:de|du|des|"
    r"d['’])|intéresse (?:à|au|aux)|secteur (?:de|du|des)|carrière en|travailler en|métiers? (?:de|du|des)"
    r"|m['’]orienter (?:en|vers)|sur (?:le|la|les) )(?:la |le |les |l['’])?(?P<fr>[\w'’-]{3,})",
    re.I,
)
_topic_han = re.compile(
    r"(?:了解|从事|学习|进入|转行(?:做|到)?|转到|想做|请教|关于|研究|喜欢|想当|怎么当|打听|对)(?:一下)?(?!您|你|我|"
    r"这|那|一些|更多|职业|工作|行业|生活|加拿大|"
    r"贵|怎么|什么|几个|一下|好|大家|各|问题|人生|未来|自己|您们)(?P<topic>[一-鿿A-Za-z]{2,8}?)(?:这个?(?:职业|"
    r"行业|行当|领域|工作|岗位|一行)|"
    r"行业|工作|领域|这行|这一行|方面|很?感兴趣|的工作|职业|岗位|有兴趣|，|。|？|$)"
)
_asking = re.compile(
    r"[?？]|\b(?:(?:could|can|may|might) (?:i|we|you)|would|let me know|please|['’]d (?:like|love)|hope|"
    r"want|wish|interested|appreciate|grateful|waiting|look(?:ing)? forward|"
    r"pourr\w+|aimerais|voudrais|souhait\w+|auriez|seriez|espère|attente|intéress\w+)\b",
    re.I,
)
_theirs = re.compile(r"\b(?:your|votre|vos)\s+(?P<thing>[^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]*)?)", re.I)
_question = re.compile(r"[?？]")
_first_person = re.compile(r"(?:then |first |so |also )?(?:I\b|my\b|je\b|j['’]|mon\b|ma\b)|我|本人", re.I)
_second_person = re.compile(r"\byour?\b|\bvous|\bvotre|您|你", re.I)
_is_one = re.compile(r"我是|je suis|\bI am the\b", re.I)
_curious = re.compile(
    r"interest|explor|research|learn|curious|want to (?:work|be)|intéress|découvr|兴趣|了解|"
    r"想(?:做|进|转)",
    re.I,
)


def has_connection(anatomy: Anatomy) -> Span | None:
    """The words that say why this person: shared contact, place, school or event, or what they did or went through."""
    for sentence in anatomy.sentences:
        match = _reason(sentence.text)
        if match:
            return Span(match.group(), sentence.start + match.start(), sentence.start + match.end())
    return None


@lru_cache(maxsize=1024)
def _reason(sentence: str) -> re.Match[str] | None:
    return (_han if han.search(sentence) else _latin).search(sentence) or _thing_of_theirs(sentence)


def _thing_of_theirs(text: str) -> re.Match[str] | None:
    """Something particular of theirs ("your goat cheese", "votre jardin"), outside a request."""
    if _asking.search(text):
        return None
    for match in _theirs.finditer(text):
        if not ANYBODYS & set(fold(match["thing"]).split()):
            return match
    return None


def _stems(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"[^\W\d_]{2,}", fold(text)) if word not in RANKS}


def _mentions(sentence: str, about: str) -> bool:
    if han.search(about):
        return any(about[i : i + 2] in sentence for i in range(max(1, len(about) - 1)) if len(about[i : i + 2]) == 2)
    return any(re.search(rf"\b{re.escape(stem)}", fold(sentence)) for stem in _stems(about))


def is_generic(message: Message, anatomy: Anatomy, *, wants_to_talk: bool) -> bool:
    """Whether nothing is about the reader's role, firm, field or work.

    In a message that asks for no conversation, what the writer says of themselves does not count.
    """
    return not any(_is_about_them(message, sentence.text, wants_to_talk) for sentence in anatomy.sentences)


def _is_about_them(message: Message, text: str, wants_to_talk: bool) -> bool:
    if job_ask(text):
        return bool(_question.search(text))
    if searches(text):
        return False
    if message.organisation and _mentions(text, message.organisation):
        return True
    if (
        not wants_to_talk
        and _first_person.match(text)
        and not _second_person.search(text)
        and not _curious.search(text)
    ):
        return False
    if message.role and _mentions(text, message.role) and not _is_one.search(text):
        return True
    return bool((_topic_han if han.search(text) else _topic).search(text))
