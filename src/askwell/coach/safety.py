"""Whether somebody writes what practice must not just answer: harm to themselves, threats, insults, a heavy heart.

Few false alarms matter as much as none missed: idioms ("this deadline is killing me") are no concern. What the pages
say then is theirs.
"""

import re
import unicodedata
from enum import StrEnum

from askwell.coach.despair import DISTRESS, SELF_HARM
from askwell.coach.lexicon import Lexicon
from askwell.lib.text import to_simplified

LONGEST = 4000
"""Characters that are looked at, from the end."""


class Concern(StrEnum):
    SELF_HARM = "self_harm"  # of the writer, or of somebody whom they fear for
    HARASSMENT = "harassment"  # threats, unwanted closeness, hatred
    INSULT = "insult"  # rude to the reader
    DISTRESS = "distress"  # cannot cope, without a word of harm


_HARASSMENT = Lexicon(
    r"\bi(?:['’]ll| will|['’]m going to| am going to|['’]m gonna|['’]d like to| want to"
    r"| could) (?:really )?(?:kill|hurt|beat|stab|shoot|rape|smash|destroy|ruin|find and hurt) "
    r"(?:you|him|her|them|my (?:boss|manager|colleague|coworker|wife|husband|ex)|your (?:family|wife|husband|kids"
    r"|children))\b(?! with kindness| (?:in|at|on) (?:the|my|this|that|your) (?:\w+ )?(?:interview|meeting|demo"
    r"|stage|test))",
    r"\bi (?:know|will find out|['’]ll find out|found out) where (?:you|he|she|they) lives?\b|\bwatch your back\b"
    r"|\byou(?:['’]ll| will) regret this\b",
    r"\b(?:send|show) me (?:your )?(?:nudes?|naked|pictures? of your body|your (?:body|breasts))"
    r"|\bsleep with (?:me|you)\b|\bhave sex with\b"
    r"|\byou(?:['’]re| are) (?:so |very |really )?(?:sexy|hot)\b(?! (?:on|under|to))"
    r"|\bwhat are you wearing\b(?= (?:under|right now|tonight)|\W*$)|\bi want to (?:kiss|touch|undress) you\b"
    r"|\bbe my girlfriend\b",
    r"(?:^|[.!?,;:]\s*|\b(?:just|please|should(?: all)?|you people|can) )go back to (?:your (?:own |home )?country"
    r"|where you (?:came|come) from)\b|\byou people (?:are|should|smell|steal)\b"
    r"|\bpeople like you (?:should(?:n['’]t)?|don['’]t belong|have no place|are (?:animals|vermin|parasites))\b",
    r"\bje (?:vais|veux|pourrais) (?:te|vous|le|la|les) (?:tuer|frapper|tabasser|faire (?:du )?mal|violer|détruire"
    r"|retrouver)\b(?! (?:à|en|dans|lors de) ?(?:l['’]|cette |mon )?(?:entrevue|entretien|réunion))"
    r"|\bje vais (?:tuer|frapper) (?:mon|ma|ce|cette) (?:patron|patronne|chef|collègue|femme|mari|ex)\b",
    r"\bje sais où (?:tu habites|vous habitez|il habite|elle habite)\b|\b(?:vous allez|tu vas) (?:le regretter"
    r"|le payer cher|me le payer)\b",
    r"\b(?:coucher|baiser) avec (?:toi|vous|moi)\b|\bvous êtes (?:si |très |tellement )?(?:sexy|bandante?)\b"
    r"|\bt['’]es (?:si |trop |tellement )?(?:sexy|bandante?)\b"
    r"|\benvo(?:ie|yez)[- ]moi (?:des |une |tes |vos )?(?:photos? nues?|nudes?|photos? de (?:ton|votre) corps)"
    r"|\bje (?:veux|voudrais) (?:t['’]|vous )embrasser\b"
    r"|\bqu['’]est-ce que (?:tu portes|vous portez) (?:sous|en ce moment)",
    r"\b(?:retourne|retournez) (?:dans (?:ton|votre) pays|chez (?:toi|vous) (?:sale|l['’]étranger))"
    r"|\bles gens comme (?:toi|vous) (?:ne devraient|n['’]ont pas leur place|sont des (?:animaux|parasites))",
    r"(?:我(?:要|会|一定)|老子(?:要)?|真想|想)(?:杀了?|弄死|打死|砍死|揍死?|捅死?|整死|强奸)(?:了)?(?:你|他|她"
    r"|你们|老板|我?老板|经理|同事|你全家)(?!个措手不及)",
    r"我知道你(?:家)?住(?:在)?哪|你(?:给我)?等着(?:瞧|，|！|吧)|让你(?:吃不了兜着走|没好日子过|后悔一辈子)"
    r"|小心你的(?:命|家人|狗命)",
    r"(?:跟|和|陪)我(?:上床|睡(?:一?觉|一晚)?(?:吧|好吗|嘛|$)|开房)|想(?:亲|吻|摸|睡)你|发(?:张|点"
    r"|个)?(?:你的?)?(?:裸照|果照)|你(?:好|真|太)(?:性感|骚)|做我(?:女朋友|情人|小三)吧?",
    r"滚回你?(?:的|们)?(?:老家|国家|国|乡下)|你们这(?:种|些)人(?:都|就)?(?:该死|不配|是畜生|滚)",
)  # fmt: skip
_INSULT = Lexicon(
    r"\b(?:you(?:['’]re| are)|u r|ur) (?:just |really |so |such |all |nothing but |being )*(?:an? "
    r"|the )?(?:(?!not\b)\w+ )?"
    r"(?:stupid|idiot(?:ic|s)?|moron(?:s)?|dumb|imbecile|useless|worthless|pathetic|fool|loser(?:s)?|jerk|liar"
    r"|asshole|bitch|clown|trash|garbage|scum|disgusting)\b"
    r"(?! (?:question|idea|rule|mistake|to ask))",
    r"\byou (?:\w+ )?(?:stupid|dumb|fucking|bloody|damn|little) (?:idiot|moron|cow|bitch|bastard|fool|man|woman"
    r"|liar|piece)\b|\byou (?:idiot|moron|asshole|bastard|bitch|jerk|scumbag)\b",
    r"\bf(?:u|\*|@)(?:c|\*)?k (?:you|off|yourself)\b|\bscrew you\b|\bgo to hell\b|\bshut up\b(?! shop)"
    r"|\bpiss off\b|\bdrop dead\b|\bgo die\b|\bkill yourself\b",
    r"\b(?:vous êtes|t['’]es|tu es|espèce d['’e]) ?(?:un |une |des |vraiment |tellement |trop |juste )*(?:gros "
    r"|grosse |sale |pauvre |vrai |vraie |maudit |maudite )?"
    r"(?:idiote?s?|imbéciles?|cons?|connes?|nuls?|nulles?|stupides?|débiles?|crétine?s?|abrutie?s?|incapables?"
    r"|minables?|menteurs?|menteuses?|merdes?|salauds?|ordures?|clowns?|bons? à rien)\b"
    r"(?! (?:de (?:\w+er|\w+ir)\b|en (?:maths|dessin|sport)))",
    r"\b(?:ta gueule|va te faire|allez vous faire|va chier|allez chier|ferme-la|fermez-la"
    r"|(?<!\w )la ferme(?=\W*(?:!|$))|connard"
    r"|connasse|salope|enculé|trou de cul|(?<!\w )va mourir|crève donc)\b|\bpauvre (?:con|conne|type|tache|idiot)\b"
    r"|\bmaudit (?:niaiseux|cave|con)\b",
    r"(?<!当)(?<!个)傻[逼比叉屄]|煞笔|沙雕玩意|王八蛋|混蛋(?!们?逻辑)|狗东西|狗娘养|操你|[草艹肏]你|去你(?:妈|娘"
    r"|大爷)|你他?妈(?!妈)(?:的)?(?=[是算有懂傻神])|你(?:有病|脑子有病|脑残)|(?:^|[，。！？!?,.\s])(?:快)?滚(?:开"
    r"|蛋|吧|出去|一边去)?(?=$|[，。！!,.\s])|给我滚|(?:^|[，。！？!?,.\s]|给我|你)闭嘴(?=$|[，。！!,.\s]|吧)"
    r"|去死(?:吧|$|[，。！!])",
    r"你(?:就|真|真是|简直|可真|怎么这么|怎么那么|们都|们)?(?:是)?(?:个|太|这个|这种|一个|一群)?(?:大)?(?:蠢货"
    r"|白痴|笨蛋|傻瓜|废物|垃圾|蠢(?=$|[，。！!的])|骗子|畜生|贱人|饭桶|窝囊废|弱智|脑残)",
)  # fmt: skip
_KINDER = re.compile(
    r"\b(?:i|he|she|they|who|someone|somebody|(?:an?|the|my|your|our|some|one|another) \w+) (?:\w+ )?"
    r"(?:thinks?|thought|says?|said|tells? (?:me|you|us)|told (?:me|you|us|him|her|them|every(?:one|body)|the \w+)"
    r"|calls?|called|shouts?|shouted|writes?|wrote"
    r"|yells?|yelled)\b[^.!?]*$"
    r"|[“\"«「][^”\"»」]*$"
    r"|(?:他|她|老板|经理|同事|有人|客人|客户)[^。！？]{0,6}(?:说|骂|喊)[^。！？]*$"
    r"|\b(?:il|elle|on|mon \w+|ma \w+|un client|une cliente) (?:\w+ )?(?:m['’]a|a) (?:dit|crié|traité\w*"
    r"|écrit)[^.!?]*$",
    re.IGNORECASE,
)
"""What stands before words that somebody else said: they are told, not meant."""

_OF_CLIENTS = re.compile(
    r"\b(?:patients?|clients?|customers?|residents?|callers?|usagers?) (?:who |that |qui )?(?:says?|said|tells?"
    r"|told|feels?"
    r"|wants?|dit|disent|veut|veulent)\b[^.!?]*$|(?:病人|患者|来访者|客户|客人)[^。！？]{0,4}(?:说|讲|觉得"
    r"|喊)[^。！？]*$",
    re.IGNORECASE,
)
"""What stands before despair that somebody meets at work: they ask how to help."""


def look(text: str, language: str) -> Concern | None:
    """The gravest concern in a text, None where there is none. `language` is the one of the talk; concerns are found
    in all three, for people swear and despair in their own."""
    plain = unicodedata.normalize("NFKC", text[-LONGEST:])
    if language == "zh-Hans":
        plain = to_simplified(plain)
    if any(not _OF_CLIENTS.search(plain[: found.start() + 1]) for found in SELF_HARM.finditer(plain)):
        return Concern.SELF_HARM
    lighter = ((Concern.HARASSMENT, _HARASSMENT), (Concern.INSULT, _INSULT), (Concern.DISTRESS, DISTRESS))
    for concern, words in lighter:
        if any(not _KINDER.search(plain[: found.start()]) for found in words.finditer(plain)):
            return concern
    return None
