"""Whether somebody writes what practice must not just answer: harm to themselves, threats, insults, a heavy heart.

Few false alarms matter as much as none missed: idioms ("this deadline is killing me") are no concern. What the pages
say then is theirs.
"""

import re
import unicodedata
from enum import StrEnum

from askwell.coach.lexicon import Lexicon
from askwell.lib.text import to_simplified

LONGEST = 4000
"""Characters that are looked at, from the end."""


class Concern(StrEnum):
    SELF_HARM = "self_harm"  # of the writer, or of somebody whom they fear for
    HARASSMENT = "harassment"  # threats, unwanted closeness, hatred
    INSULT = "insult"  # rude to the reader
    DISTRESS = "distress"  # cannot cope, without a word of harm


_SELF_HARM = Lexicon(
    r"\b(?:kill(?:ing)?|hurt(?:ing)?|harm(?:ing)?) (?:myself|ourselves)\b",
    r"\b(?:wants?|wanted|going|might|trying|tried|threatens?|threatened) to (?:kill|hurt|harm) (?:himself|herself"
    r"|themselves|themself)\b",
    r"\bcut(?:ting)? myself (?:on purpose|again|at night|to feel)|\bcutting myself\b(?! (?:some|off|short|a))",
    r"\b(?:end|ending|take|taking) my (?:own )?life\b|\bend(?:ing)? it all\b",
    r"\b(?:i|i['’]d) (?:just |really |only |sometimes |often )*(?:want|wish|like|would like|prefer) to (?:die"
    r"|be dead|disappear forever)\b"
    r"(?! (?:of|from|laughing|when|on that hill))",
    r"\bi (?:just )?wish i (?:was|were) dead\b|\bi(?:['’]d| would) be better off dead\b|\bbetter off without me\b",
    r"\bi (?:don['’]?t|do not) (?:want|wish) to (?:live|be alive|wake up|go on living|be here) ?(?:any ?more"
    r"|any longer)?(?=\W*(?:$|[.!?,;]|and\b|any))",
    r"\b(?:no|not any) (?:reason|point|will) (?:left )?(?:to|in) (?:live|living|go on living|being alive)\b"
    r"|\bnothing (?:left )?to live for\b",
    r"\bi(?:['’]m| am| feel| have been|['’]ve been|['’]ve felt| felt) (?:\w+ )?suicidal\b|\bmy suicide\b",
    r"\b(?:thinking|think|thought|thoughts) (?:about|of) (?:suicide|ending (?:it|my life)|killing myself)\b"
    r"|\bcommit(?:ting)? suicide\b",
    r"\bsuicidal thoughts\b",
    r"\b(?:me tuer|me suicider|me pendre|m['’]enlever la vie|m['’]ôter la vie|me faire (?:du )?mal(?: exprès)?"
    r"|me mutiler|me couper les veines)\b"
    r"(?<!va me tuer)(?<!vont me tuer)(?<!faire me tuer)(?<!va finir par me tuer)(?<!pourrait me tuer)",
    r"\b(?:se suicider|s['’]enlever la vie)\b|\bidées? (?:suicidaires?|noires de mort)\b|\b(?:je suis|je me sens"
    r"|me sens) suicidaire\b",
    r"\bpens(?:e|é|ées?|ais) (?:souvent |parfois |beaucoup )?(?:au|de|du) suicide\b|\bmon suicide\b",
    r"\b(?:mettre fin à|en finir avec) (?:mes jours|la vie|ma vie)\b|\ben finir pour de bon\b",
    r"\b(?:je (?:veux|voudrais|préfère|préférerais)|j['’]ai envie de|envie de|j['’]aimerais|je souhaite) (?:juste "
    r"|vraiment )?(?:mourir|être mort(?:e)?)\b"
    r"(?! (?:de|d['’]|à|quand|sur))",
    r"\b(?:plus|aucune?) (?:envie|raison|goût) de vivre\b|\bje ne veux plus (?:vivre(?! (?:loin|à|au|aux|en|dans"
    r"|avec|ici|là|seule?s?|chez|de|d['’]|comme|cette|ce|ça)\b)|être en vie|me réveiller)\b"
    r"|\bmieux (?:sans moi|si j['’]étais mort)",
    r"不想(?:再)?活(?:了|下去)|活(?:着|得)(?:真)?没(?:有)?(?:什么)?(?:意思|意义)|没(?:有)?活(?:下去|着)的(?:意义"
    r"|理由|勇气)|(?<![让怎])(?:我|真的?|实在|快)活不下去(?:了)",
    r"(?:想|要|去|打算|准备)(?:自杀|自尽|轻生|寻死|自残|跳楼|割腕|上吊)|自杀的(?:念头|想法|冲动)|(?:我|他"
    r"|她)(?:试过|想过|曾经)(?:要)?(?:自杀|自残|轻生|去死)",
    r"结束(?:我|自己)?的?(?:生命|这条命)|了结(?:自己|生命|这一生|此生)|伤害(?:我)?自己|(?:我|真的?|就|只|好|很"
    r"|有时候?|有点)想死(?![你我他她了机])(?:了)?(?=$|\W|的心|算了|，|。)",
    r"不如死(?:了|掉)|死了(?:算了|一了百了|更好|干净)|(?:世界|你们|他们|大家)没有我(?:会|就)?(?:更|还)好",
)  # fmt: skip
_HARASSMENT = Lexicon(
    r"\bi(?:['’]ll| will|['’]m going to| am going to|['’]m gonna|['’]d like to| want to"
    r"| could) (?:really )?(?:kill|hurt|beat|stab|shoot|rape|smash|destroy|ruin|find and hurt) "
    r"(?:you|him|her|them|my (?:boss|manager|colleague|coworker|wife|husband|ex)|your (?:family|wife|husband|kids"
    r"|children))\b(?! with kindness)",
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
    r"|retrouver)\b"
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
    r"|connasse|salope|enculé|trou de cul|va mourir|crève donc)\b|\bpauvre (?:con|conne|type|tache|idiot)\b"
    r"|\bmaudit (?:niaiseux|cave|con)\b",
    r"(?<!当)(?<!个)傻[逼比叉屄]|煞笔|沙雕玩意|王八蛋|混蛋(?!们?逻辑)|狗东西|狗娘养|操你|[草艹肏]你|去你(?:妈|娘"
    r"|大爷)|你他?妈(?!妈)(?:的)?(?=[是算有懂傻神])|你(?:有病|脑子有病|脑残)|(?:^|[，。！？!?,.\s])(?:快)?滚(?:开"
    r"|蛋|吧|出去|一边去)?(?=$|[，。！!,.\s])|给我滚|(?:^|[，。！？!?,.\s]|给我|你)闭嘴(?=$|[，。！!,.\s]|吧)"
    r"|去死(?:吧|$|[，。！!])",
    r"你(?:就|真|真是|简直|可真|怎么这么|怎么那么|们都|们)?(?:是)?(?:个|太|这个|这种|一个|一群)?(?:大)?(?:蠢货"
    r"|白痴|笨蛋|傻瓜|废物|垃圾|蠢(?=$|[，。！!的])|骗子|畜生|贱人|饭桶|窝囊废|弱智|脑残)",
)  # fmt: skip
_DISTRESS = Lexicon(
    r"\b(?:i(?:['’]m| am| feel|['’]ve felt| have felt|['’]ve been feeling|['’]ve been| have been) (?:so |very |really "
    r"|just |completely |totally |all |quite )?(?:hopeless|worthless|depressed|in despair|a burden|like a failure"
    r"|so alone|all alone))\b(?! at)",
    r"\bi can(?:['’]?t|not) (?:go on|take (?:it|this)|cope|do this) any ?more\b"
    r"|\bi(?:['’]ve| have) (?:lost (?:all )?hope|given up hope)\b",
    r"\bje (?:suis|me sens|me sentais) (?:si |tellement |très |trop |complètement |vraiment )?"
    r"(?:désespérée?|sans espoir|déprimée?|bonne? à rien|un fardeau)\b",
    r"\bje n['’]en peux (?:vraiment )?plus\b|\bj['’]ai perdu (?:tout )?espoir\b"
    r"|\bje n['’]ai plus (?:d['’]|aucun )espoir\b",
    r"(?:我|觉得|感到|感觉|真的?|实在)[^，。！？]{0,6}(?:绝望(?!的客|的病)|没(?:有)?希望了|撑不(?:下去|住)了"
    r"|熬不下去了)",
    r"我(?:真的?|都|快|已经|有点)?(?:要)?崩溃了?(?=$|[，。！!])"
    r"|我(?:觉得|感觉)自己(?:很|真|太)?(?:没用|失败|是个?累赘|一无是处)",
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


def look(text: str, language: str) -> Concern | None:
    """The gravest concern in a text, None where there is none. `language` is the one of the talk; concerns are found
    in all three, for people swear and despair in their own."""
    plain = unicodedata.normalize("NFKC", text[-LONGEST:])
    if language == "zh-Hans":
        plain = to_simplified(plain)
    if _SELF_HARM.search(plain):
        return Concern.SELF_HARM
    lighter = ((Concern.HARASSMENT, _HARASSMENT), (Concern.INSULT, _INSULT), (Concern.DISTRESS, _DISTRESS))
    for concern, words in lighter:
        if any(not _KINDER.search(plain[: found.start()]) for found in words.finditer(plain)):
            return concern
    return None
