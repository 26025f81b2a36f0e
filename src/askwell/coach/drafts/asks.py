"""Finds the request for a conversation, how short it is said to be, and where it stands."""

import re
from dataclasses import dataclass
from functools import lru_cache

from askwell.coach.drafts.anatomy import Anatomy, Span, clauses, han, is_question
from askwell.coach.drafts.jobs import job_ask
from askwell.coach.lexicon import Lexicon

_number = (
    r"(?:\d+|one|two|three|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|twenty[- ]five|thirty|"
    r"forty|forty[- ]five|"
    r"cinq|six|sept|huit|dix|douze|quinze|vingt|vingt[- ]cinq|trente|quarante|a few|a couple of|a handful "
    r"of|quelques)"
)
_bound = re.compile(
    rf"\b{_number}(?: ?(?:to|or|-|–|à|ou) ?{_number})?[\s\u00a0–-]*(?:short |quick |little |petites? "
    r")?(?:min(?:ute)?s?\b|m\b)"
    r"(?! (?:away|walk|drive|from|late|ago|before|after (?:the|your))\b)|\b(?:half|quarter)[- ](?:of "
    r")?(?:an |a )?hour\b|"
    r"\bquarter of an hour\b|\b(?:an|one|1) hour\b(?! (?:away|from|ago|drive))|\bdemi-heure\b|\bquart "
    r"d['’]heure\b|\bune heure\b|"
    r"[\d０-９一二两三四五六七八九十几半]+(?:[到至~～、-]+[\d一二三四五六七八九十]+)?\s*(?:来|多)?个?(?:分钟|分鐘|"
    r"刻钟|刻鐘|小时|小時|钟头)|"
    r"半个?小时|[一二三两几]刻钟",
    re.I,
)

_english_request = (
    r"\b(?:could|can|may|might|would|will|shall)\b|['’]d (?:like|love|appreciate|be|welcome|value|enjoy|"
    r"really|so)\b|\bhop(?:e|ing)\b|"
    r"\bwonder|\bwant(?:ed)? to\b|\blet me know\b|\bplease\b|\bany chance\b|\b(?:are|if) you (?:free|"
    r"available|open|willing|up)\b|"
    r"\bdo you have\b|\bhave you (?:got )?\b|\blet['’]?s\b|\bbeg you\b|\bask(?:ing)? (?:you )?for\b|"
    r"\binterested in (?:talking|speaking|chatting|meeting)\b|"
    r"\bif you (?:have|could|can|ever)\b|\bappreciate\b|\bgrateful\b|\bkeen to\b|\blooking (?:to|for a)\b|"
    r"\bhow about\b|\bwhat about\b|"
    r"\bI seek\b|\brequest|\bis there\b|\bwish to\b|\bto see (?:if|whether)\b|\bpossible\b|\?"
)
_english_talk = (
    r"\b(?:phone |video |zoom |short |quick |brief |a |an |the )*(?<!wake-up )call\b(?! (?:cent(?:re|er)|"
    r"for|me if|me when|me about the))|\bcalls?\b(?= you)|"
    r"\b(?:a|an|some|short|quick|brief|minute|to|we|you|let['’]s|lets|your time|us|and|or|perhaps|"
    r"informal|friendly|little|open to|little|virtual|can i|could i) "
    r"(?:quick |short |brief |\d+-minute )?(?:chat|talk|conversation|discussion|catch[- ]?up|sit[- ]?down|"
    r"visit)\b|\bchat(?:ting)?\b|\bconversation\b|"
    r"\btalk(?:ing)? (?:to|with|about|for|by|on|over|again|some|soon|at|next|this)\b|(?<!your )"
    r"\btalk\b(?= ?[?.,!]|$)|"
    r"\bspeak(?:ing)?\b(?! (?:english|french|mandarin|chinese|cantonese|fluent|highly|three|two|four|both|"
    r"well))|\b(?:coffee|tea|lunch|breakfast)\b(?! (?:shop|house|box|packag|company))|"
    r"\bmeet(?:ing)?\b(?! (?:all|the|every|those|your|these) (?:\w+ )?(?:requirement|qualification|"
    r"criteri))|\bzoom\b|\bskype\b|\bfacetime\b|\bgoogle meet\b|\bvideo (?:call|chat|meeting)\b|"
    r"\b(?:by|over|via|on) (?:the )?(?:phone|video|telephone)\b|\bphone (?:call|chat|conversation)\b|"
    r"\bquestions?\b|\bmin(?:ute)?s?\b|\bhalf an hour\b|"
    r"\bhear(?:ing)? (?:about|how|what|your|more|why|a little|a bit)\b|\bquarter of an hour\b|\bhour of your time\b|"
    r"\bhalf an hour\b|\b(?:ring|phone|telephone) you\b|\bask you\b|\bask (?:about|how|"
    r"what|for your)\b|\bpick(?:ing)? your brain|\bsit(?:ting)? down with\b|"
    r"\bget together\b|\b(?:drop|stop|come) by\b|\bshadow\b|\bvisit you\b|\byour (?:advice|perspective|"
    r"insights?|story|thoughts)\b(?= (?:on|about)|\?)|"
    r"\btell me (?:about|how|what|more|a)\b|\bshare (?:how|what|your (?:experience|story|path|advice|"
    r"insight))|\bwalk me through\b|\binformation(?:al)? interview\b|\blet['’]?s connect\b"
)
_english_no_talk = (
    r"\bhear(?:ing)? (?:back )?from you\b|\b(?:nice|great|good|lovely|pleasure|happy|glad) (?:to|it was "
    r"to) (?:meet|have met|talk|chat|speak)\w*\b|"
    r"\byour (?:talk|call|speech)\b|\b(?:attended|heard|enjoyed|loved|liked|saw|watched)"
    r"\b[^.?!]{0,20}\b(?:talk|call|chat|conversation|meeting)\b|"
    r"\banswered my questions?\b|\bif you have (?:any )?questions\b|\bspoke\b|\bmet\b|\bfor an "
    r"interview\b|\bat (?:the|a|your|last) [\w ]{0,20}meeting\b"
)
_french_request = (
    r"\bpourr(?:ais|ait|iez|ions|ai)\b|\bpuis-je\b|\bpeut-on\b|\bpouvez-vous\b|\bpouvons-nous\b|"
    r"\bserait-(?:il|ce)\b|\bauriez-vous\b|\baccepteriez-vous\b|\bseriez-vous\b|"
    r"\bj['’](?:aimerais|apprécierais|espère|ose)\b|\bje (?:voudrais|souhaite(?:rais)?|serais|"
    r"désire(?:rais)?)\b|\best-ce que\b|\bavez-vous\b|\bêtes-vous\b|\bquand\b|"
    r"\bs['’]il vous plaît\b|\bparlons\b|\baccord(?:er|ez|eriez)\b|\bme permett|\bvoudriez-vous\b|\bme "
    r"feriez\b|\bon pourrait\b|\bas-tu\b|\baurais-tu\b|\bpourrais-tu\b|"
    r"\bpeux-tu\b|\baccepterais-tu\b|\bserais-tu\b|\bon (?:se|prend)\b|\?"
)
_french_talk = (
    r"\bappel\b|\b(?:vous|t['’]|te) ?(?:appeler|téléphoner|parler|rencontrer|entendre|voir)\b|\bparl(?:er|"
    r"ons|ions)\b|\bdiscut(?:er|ons|ions)\b|\bdiscussion\b|\bcafé\b(?! (?:du|des))|"
    r"\brencontrer?\b|\bêtre? rencontr|\béchang(?:er|e|eons|ions)\b|\b(?:par|au) téléphone\b|\bappel "
    r"téléphonique\b|\ben? (?:visio\w*|vidéo)\b|\bpar (?:visio\w*|vidéo)\b|\bzoom\b|\bteams\b|"
    r"\bquestions?\b|\bjaser\b|\bjasette\b|\bconversation\b|\bentretien\b|\bminutes?\b|\bdemi-heure\b|"
    r"\bquart d['’]heure\b|\b(?:vous|te) poser\b|\bdîner\b|\bdiner\b|\bvisiter\b|\b(?:passer|venir) (?:vous|te) voir\b|"
    r"\bentrevue (?:d['’]information|exploratoire)\b|\bme raconter\b|\bvous (?:écouter|consulter)\b|\bvos "
    r"conseils\b(?= (?:sur|pour)|\?)|\bme dire (?:comment|ce)\b|\bprendre un (?:café|thé)\b"
)
_french_no_talk = (
    r"\b(?:ravie?|heureu(?:x|se)|enchantée?|plaisir) de vous (?:rencontrer|parler|avoir)\b|\bdans "
    r"l['’]attente\b"
)
_chinese_request = (
    r"[想请盼望求约]|希望|能否|可否|能不能|可不可以|可以|方便|愿意|是否|能|有空|有时间|有没有(?:时间|空|机会)|抽|"
    r"不知|劳|借|占用|耽误|期待|给我|冒昧|恳请|行吗|好吗|"
    r"吗[？?]|[？?]|什么时候|何时|哪天|马上|联系我|打算|考虑"
)
_chinese_talk = (
    r"请教|讨教|求教|聊|通话|通个?(?:电话|话)|打.{0,10}电话|(?:电话|视频|语音|微信|线上)(?:里|上)?(?:聊|问|说|沟通|"
    r"交流|请教|谈|访谈)|(?:个|次|通)"
    r"(?:电话|视频|语音)|喝.{0,6}(?:咖啡|茶)|咖啡|"
    r"吃.{0,3}(?:饭|便饭)|见.{0,2}面|见您一面|面谈|面聊|碰.{0,2}面|视频|占用|回答.{0,8}问题|问.{0,8}(?:问题|您|几|"
    r"怎么|一下)|交流|拜访|当面|坐坐|"
    r"谈谈|谈一?谈|谈.{0,3}分钟|听.{0,3}(?:您|你)(?:讲|说|聊|谈|分享|介绍)|"
    r"分钟|刻钟|半小时|小时|(?:向|跟|和|找|同|与)(?:您|你)(?:了解|打听|咨询|学习|取经|探讨|沟通|取取经|询问)|取取?经|"
    r"咨询(?:您|一下|几)|指点(?:一二|迷津|一下|"
    r"几句)|给我讲讲|讲讲|说说|访谈|沟通"
)
_chinese_no_talk = (
    r"谢谢.{0,6}(?:分享|电话|交流|请教)|上次.{0,6}(?:聊|见面|电话)(?:得|时|之后|以后|中)?[^？?]{0,12}$|面试"
)


_latin_words = (
    Lexicon(_english_request, _french_request),
    Lexicon(_english_talk, _french_talk),
    Lexicon(_english_no_talk, _french_no_talk),
)
_han_words = (Lexicon(_chinese_request), Lexicon(_chinese_talk), Lexicon(_chinese_no_talk))
_open_when = re.compile(
    r"\b(?:when|what (?:day|time)|which (?:day|time))\b.{0,40}\b(?:good|free|available|suit|work|"
    r"convenient|best)|\bquand\b.{0,25}"
    r"\b(?:libre|disponible|possible)|(?:什么时候|何时|哪天|几时).{0,6}(?:方便|有空|合适|有时间)", re.I
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ask:
    """A sentence that asks for a conversation."""

    sentence: Span
    question: bool


@lru_cache(maxsize=1024)
def _asks(piece: str) -> bool:
    """Whether the words ask, and what they ask for is a conversation."""
    request, talk, no_talk = _han_words if han.search(piece) else _latin_words
    for match in no_talk.finditer(piece):
        piece = piece[: match.start()] + "\0" * len(match.group()) + piece[match.end() :]
    return bool(request.search(piece) and talk.search(piece))


def _without_job(sentence: Span) -> Span:
    """The sentence, with the clauses that ask for a job blanked out."""
    if not job_ask(sentence.text):
        return sentence
    kept = list(sentence.text)
    for clause in clauses(sentence):
        if job_ask(clause.text):
            begin = clause.start - sentence.start
            kept[begin : begin + len(clause.text)] = "\0" * len(clause.text)
    text = "".join(kept)
    return Span("" if job_ask(text.replace("\0", " ")) else text, sentence.start, sentence.end)


def conversation_asks(anatomy: Anatomy) -> list[Ask]:
    """The asks for a conversation, in order. Asking for a job is none."""
    return [
        Ask(sentence, is_question(sentence.text))
        for sentence in anatomy.sentences
        if _asks(_without_job(sentence).text)
    ]


def bound(text: str) -> re.Match[str] | None:
    """Where the text says how short the conversation is to be."""
    return _bound.search(text)


def only_when(sentence: Span) -> bool:
    """Whether the sentence only asks when: part of the ask before it, not an ask of its own."""
    return bool(_open_when.search(sentence.text))
