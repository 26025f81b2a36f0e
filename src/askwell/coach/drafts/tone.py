"""Finds formula openings, begging, advertisement talk and attachments."""

import re

from askwell.coach.drafts.anatomy import Anatomy, Span, han
from askwell.coach.lexicon import Lexicon

_formulas = Lexicon(
    r"\b(?:I )?(?:hope|trust)(?: that)?(?: this| the| my)?(?: e-?mail| message| note| letter| mail)? ?(?:finds? you|"
    r"you (?:are|'re|’re)|all is|everything is|your (?:week|day|year|family)|you(?:'ve|’ve| have)? had|"
    r"you had)\b|\bhow are you(?: doing)?(?: today)?\b|\bI (?:am|'m|’m) writing (?:this e-?mail |to you )?(?:to you "
    r")?(?:because I (?:want|would)|in order to|to (?:introduce myself|express|inquire|enquire|ask|kindly|humbly))\b|"
    r"\bplease allow me to introduce myself\b|\b(?:allow me to|let me) introduce myself\b|\bI know (?:that "
    r")?you(?:['’]re| are| must be) (?:very |really |so |extremely )?busy\b|\bsorry (?:to|for) (?:bother|disturb|"
    r"interrupt)\w*\b|\b(?:I )?apologi[sz]e for "
    r"(?:the |my |any )?(?:disturb|bother|interrupt|intrusion|inconvenience|reaching|contacting|writing)\w*|\bit is "
    r"(?:with )?(?:a |my )?great (?:honou?r|pleasure)\b|\bgreetings of the day\b|\bwarm greetings\b|"
    r"\bj['’]espère que (?:vous (?:allez|vous portez|passez|êtes)|tout va|ce (?:message|courriel|mot)|tu vas)\b|"
    r"\bj['’]ai l['’]honneur de\b|\bje me permets de vous (?:écrire|contacter|déranger|solliciter|adresser)\b|"
    r"\bveuillez m['’]excuser de vous (?:déranger|importuner)\b|\bdésolée? de vous déranger\b|\bpermettez-moi de me "
    r"présenter\b|\bje vous écris (?:afin de|dans le but de)\b|\bcomment allez-vous\b|"
    r"冒昧(?:地)?(?:打扰|来信|写信|联系|致信|叨扰|给您|之处|请教|加您|打搅)?|打扰(?:您|你)?了|抱歉打扰|很抱歉打扰|"
    r"(?:百忙之中|百忙中)|(?:希望|愿|祝)您?(?:一切(?:都)?(?:顺利|安好|都好)|身体健康|工作顺利)|见信(?:好|安|如晤)|"
    r"久仰(?:大名)?|"
    r"您最近(?:还)?好吗|首先.{0,6}(?:自我介绍|感谢您)|请允许我.{0,6}(?:介绍|自我)|素昧平生|恕我(?:冒昧|直言)|"
    r"近来可好|别来无恙|很荣幸(?:能)?(?:给您|与您|写信)",
)

_desperate = Lexicon(
    r"\bdesperat\w+|\b(?:i['’]?m |i am |i )?(?:beg|begging|implore|imploring)\b|\b(?:only|last|final) (?:hope|chance|"
    r"resort|option)\b|\bplease,? please\b|\bplease\b[^.?!]{0,30}\bplease\b[^.?!]{0,40}\bplease\b|"
    r"\bi(?:['’]ll| will|['’]d| would| can| am willing to|['’]m willing to) do (?:literally )?(?:anything|any (?:job|"
    r"work|kind)|whatever)\b|\bno one else (?:to|will|can)\b|\bnobody else (?:to|will|can)\b|"
    r"\b(?:nobody|no one) (?:ever )?(?:answers|replies|helps|will help|wants|responds|has (?:answered|replied|helped)"
    r")\b|\bend of my rope\b|\bon my knees\b|\b(?:have )?(?:mercy|pity)\b|\bsave (?:me|my (?:life|family))\b|"
    r"\brescue me\b|\b(?:no|out of|running out of|without) money\b|\bcan(?:no|['’])t (?:pay|feed|afford) (?:my|the|"
    r"our) \w+|\b(?:a person|someone|somebody) like me\b(?= (?:does|should|is not|has no)|[.!,]| doesn)|\bnot "
    r"worthy\b|\b(?:i am|i['’]m) (?:a )?nobody\b|"
    r"\bhopeless\b|\bi have lost (?:all )?hope\b|\bmy (?:children|kids|family) (?:are|is|will) (?:hungry|starv)|"
    r"\bdon['’]t (?:ignore|reject|refuse) me\b|\bgive me (?:just )?one chance\b|\bfor god['’]s sake\b|\bi am "
    r"(?:crying|suffering)|\bplease help me\b[^.?!]*[!.] *\bplease\b|"
    r"\bdésespér\w+|\bje vous (?:en )?(?:supplie|conjure|implore)\b|\b(?:seul|dernier|unique|seule|dernière) "
    r"(?:espoir|chance|recours)\b|\bn['’]importe quo?i\b|\bje ferai(?:s)? tout\b|\bplus d['’]argent\b|\bà genoux\b|"
    r"\bpitié\b|\bpersonne ne (?:me )?(?:répond|veut|aide)|\bsauvez-moi\b|\baidez-moi\b|\bau bout du rouleau\b|\bune "
    r"personne comme moi\b|\bs['’]il vous plaît,? s['’]il vous plaît\b|"
    r"求求|跪求|哀求|苦苦|走投无路|(?:唯一|最后|仅有)的?(?:希望|机会|指望|稻草|办法)|什么(?:活|工作|都|苦)?(?:都|"
    r"活都|工作都|我都)?(?:愿意|肯|能|可以)(?:做|干|吃)|绝望|救救|可怜可怜|可怜我|拜托拜托|拜托了.{0,4}拜托|"
    r"实在是?(?:没|走)(?:有)?(?:办法|路)|"
    r"没(?:有)?(?:人)(?:愿意|肯|能)?(?:帮|理|回)我|没钱|揭不开锅|像?我这(?:样|种)的?(?:小)?人|不配|卑微|"
    r"千万(?:要)?(?:帮|救|答应|别拒绝)|行行好|发发慈悲|给您(?:磕头|跪)|求您了|求您(?:一定|帮|给|救|可怜|看在)|"
    r"撑不下去|活不下去|生活所迫|急死|没有活路|大恩大德|做牛做马|感激涕零|万分恳求|恳求您|万分(?:抱歉|歉意|惶恐)",
)
_sorry = Lexicon(
    r"\b(?:sorry|apolog\w+|forgive|pardon)\b|\b(?:bother|disturb|trouble|waste)(?:ing)? (?:you|your)\b|\btoo busy "
    r"for\b|\bmy (?:bad|poor|broken) english\b|\bdésolée?s?\b|\bexcus\w+\b|\bpardon\w*\b|\bnavrée?\b|\bdérang\w+\b|"
    r"\bimportun\w+\b|"
    r"抱歉|对不起|不好意思|见谅|海涵|恕罪|请原谅|打扰|麻烦您|不该麻烦|添麻烦|惭愧|浪费您",
)

_loud = re.compile(r"[!！]{2,}|(?:[!！][^!！]{1,60}){2}[!！]")
_advert = Lexicon(
    r"\b100 ?%(?! of)|\bguarantee\w*|\bact (?:now|fast|today)\b|\blimited[- ]time\b|\b(?:risk|obligation)[- ]free\b|"
    r"\bclick (?:here|below|now|the link)\b|\bdon['’]?t miss\b|\bonce[- ]in[- ]a[- ]lifetime\b|\bmoney[- ]back\b|"
    r"\b(?:amazing|incredible|unbelievable|exclusive|special|unmissable|unique|golden|fantastic) (?:offer|deal|"
    r"opportunity|chance)\b|\b(?:free|special) (?:offer|gift|bonus|trial|money)\b|\bwin[- ]win\b|\bno[- ]brainer\b|"
    r"\blast chance\b|\bhurry\b|\border now\b|\bsign up (?:now|today)\b|"
    r"\bcall now\b|\bbuy (?:now|today)\b|\bbest (?:ever|deal|price)\b|\bsatisfaction\b|\bworld[- ]class\b|\bnumber "
    r"one\b|#1\b|\bdouble your\b|\bgame[- ]?changer\b|\byou won['’]t (?:regret|believe)\b|\byou will (?:not|never) "
    r"regret\b|\bcongratulations\b|\bspecial promotion\b|\btoday only\b|\bwhile (?:supplies|it) lasts?\b|"
    r"\bgaranti(?:e|es|s)?\b|\bne manquez pas\b|\b(?:offre|occasion|chance|opportunité) (?:unique|incroyable|"
    r"exceptionnelle|limitée|spéciale|en or)\b|\bagissez (?:vite|maintenant)\b|\bcliquez\b|\bsans (?:risque|"
    r"engagement)\b|\bgratuit(?:e|ement)?\b[^.?!]{0,10}!|\bprofitez\b|\bdernière chance\b|\btemps limité\b|"
    r"百分之百|百分百|包您满意|(?<!质量)(?<!品质)(?<!生活)保证(?=[！!您成满让不]|，|。)|千万(?:别|不要)错过|(?:切勿|"
    r"不容|不要|别)错过|机会难得|机不可失|限时|限量|马上(?:行动|联系|报名|下单|加)|立即(?:行动|联系|报名|点击|抢)|"
    r"绝佳(?:机会)?|超值|特惠|优惠|赚大钱|稳赚|点击|震撼|速来|独家|史上最|全网最|最棒的|最牛|必看|重磅|惊喜|火爆|"
    r"抢购|欲购从速|扫码|千载难逢|绝无仅有|一本万利|无风险|零风险",
)
_shouted = re.compile(
    r"\b(?:FREE|NOW|BEST|URGENT|URGENTLY|AMAZING|ACT|LIMITED|HURRY|MUST|NEVER|REALLY|VERY|PLEASE|IMPORTANT|OFFER|"
    r"CHANCE|OPPORTUNITY|GREAT|INCREDIBLE|TODAY|HELP|NEED|LOVE|WOW|ASAP|DON['’]?T|MISS|ALWAYS|EVERY|ONLY|YES|"
    r"READ|CALL|REPLY|GUARANTEED?|PERFECT|SPECIAL|HUGE|SUPER|MEILLEURE?|VITE|GRATUIT|URGENTE?|INCROYABLE|OFFRE|"
    r"MAINTENANT|JAMAIS|TOUT|UNIQUE|EXCEPTIONNEL(?:LE)?|ATTENTION|BONJOUR|HELLO|AIDEZ|MERCI)\b"
)
_capitals = re.compile(r"\b[A-ZÀ-Ý]{4,}(?:[ ,]+[A-ZÀ-Ý]{2,}){2,}")

_papers_en = (
    r"(?:resum[eé]s?|résumés?|cvs?\b|c\.v\.|curriculum|portfolio|certificat\w*|transcripts?|diplomas?|credentials|"
    r"cover letter|work samples?|recommendation letters?|reference letters?)"
)
_papers_fr = (
    r"(?:cv\b|c\.v\.|curriculum|portfolio|certificats?|relevés?|diplômes?|attestations?|lettre de (?:motivation|"
    r"recommandation)|réalisations)"
)
_papers_zh = r"(?:简历|履历|作品集?|证书|成绩单|学位证|毕业证|推荐信|求职信|资历|\bCV\b|[Rr]esume|文凭|资格证|样稿)"
_link = r"(?:https?://|www\.|\b[\w-]+\.(?:com|ca|org|net|io|me|dev|example|cn)\b)"
_attached = Lexicon(
    r"\b(?:attach\w*|enclos\w*|included? (?:is|here|below)|please (?:find|see|refer to)|here (?:is|are)|herewith|"
    r"sending (?:you )?|i(?:['’]ve| have)? (?:also )?(?:add(?:ed)?|upload(?:ed)?|link(?:ed)?|sen[dt]|paste[d]?|"
    rf"includ\w*))\b[^.?!]{{0,50}}?\b{_papers_en}|"
    rf"\b(?<!your ){_papers_en}[^.?!]{{0,40}}?\b(?:attached|enclosed|below|is here|are here|in the attachment|at "
    r"this link|linked|via this link|at the bottom)\b|\b(?:see|view|read|check out|look at|find|download) my (?:\w+ "
    rf")?{_papers_en}|"
    rf"\b(?<!your ){_papers_en}[^?!\n]{{0,30}}?{_link}|{_link}[^.?!\s]*[^.?!]{{0,20}}\b{_papers_en}|"
    r"\b(?:ci-joint\w*|pièce[s]? jointe[s]?|je joins|j['’]ai joint|j['’]ai (?:annexé|inclus)|en annexe|vous "
    r"trouverez|veuillez trouver|voici|je vous (?:envoie|transmets|fais parvenir)|sous pli)"
    rf"\b[^.?!]{{0,50}}?\b{_papers_fr}|"
    rf"\b(?:mon|mes|ma|le) {_papers_fr}[^.?!]{{0,40}}?\b(?:ci-joint\w*|jointe?s?|en annexe|ci-dessous|en pièce|à ce "
    rf"lien|en lien)\b|\bmon {_papers_fr}[^?!\n]{{0,30}}?{_link}|"
    rf"(?:附件|附上|随信|随函|附了|附带|见附|附有|附(?=我)|附送|奉上|呈上|发上|后附)[^。？！]{{0,20}}?{_papers_zh}|"
    rf"{_papers_zh}[^。？！]{{0,12}}?(?:附件|附上|附后|见附|随信|随函|在附|附在|如下|已发|链接|已附|供您(?:参考|过目)"
    r"|请查收|请过目|请查看)|"
    rf"(?:发|寄|传)(?:给)?您?(?:了)?(?:一份)?我?的?{_papers_zh}|(?:这是|以下是|这里是|请看|请查收|请查看|请过目)"
    rf"我?的?{_papers_zh}|{_papers_zh}[^。？！\n]{{0,10}}?{_link}|(?:附件(?:是|里|中)|见附件|请查收附件)",
)
_not_attached = re.compile(r"(?:\b(?:not|no|without|n['’]t|ne|pas|aucun)\b|没有?|不|未)[^.?!。？！，,]{0,20}$", re.I)


def formula_opening(anatomy: Anatomy) -> Span | None:
    """The formula among the first two sentences: the whole sentence, or its first clause when more follows."""
    for sentence in anatomy.sentences[:2]:
        match = _formulas.search(sentence.text)
        if match and match.start() <= 25:
            return sentence
    return None


def formula_in(text: str) -> re.Match[str] | None:
    return _formulas.search(text)


def begging(text: str) -> re.Match[str] | None:
    """Words of despair, or the third word of apology."""
    match = _desperate.search(text)
    if match:
        return match
    apologies = sorted(_sorry.finditer(text), key=re.Match.start)
    plain = {found.group().casefold() for found in apologies}
    enough = 3 if len(plain) > 1 or not han.search(text) else 2
    return apologies[enough - 1] if len(apologies) >= enough else None


def spam(text: str) -> re.Match[str] | None:
    """Advertisement talk: its words, rows of exclamation marks, capitals."""
    return _loud.search(text) or _advert.search(text) or _shouted.search(text) or _capitals.search(text)


def attachment(text: str) -> re.Match[str] | None:
    """Where papers (resume, portfolio, certificates) are attached or linked."""
    for match in _attached.finditer(text):
        if not _not_attached.search(text, 0, match.start()):
            return match
    return None
