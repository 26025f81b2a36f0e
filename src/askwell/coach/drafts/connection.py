"""Finds the reason why this person, and whether anything at all is about them."""

import re

from askwell.coach.drafts.anatomy import Anatomy, Span, han
from askwell.coach.drafts.jobs import job_ask, searches
from askwell.coach.drafts.values import Message
from askwell.lib.text import fold

_told = r"(?:suggested|recommended|told|said|says|mention(?:ed|s)|gave|introduced|referred|pointed|encouraged|advised|thinks|thought|put (?:me|us) in touch|connected|speaks|spoke|knows|know you|works with|worked with|trained with|studied with|lives|shared)"
_near = r"(?:friend|neighbou?r|classmate|teacher|professor|instructor|cousin|aunt|uncle|sister|brother|mother|father|husband|wife|daughter|son|colleague|co-?worker|roommate|landlord|mentor|coach|supervisor|boss|contact|former \w+|manager|counsell?or|advisor|doctor|dentist|pastor|mom|dad|parents?|in-laws?|kids?|children|child|team-?mate)"
_their = (
    r"(?:talks?|articles?|posts?|webinars?|videos?|books?|podcasts?|interviews?|campaigns?|panels?|presentations?|lectures?|workshops?|seminars?|threads?|blogs?|columns?|papers?|piece|stor(?:y|ies) (?:about|of|in|on)|speech|session|course|class|newsletter|"
    r"tutorials?|(?:comments?|answers?|reply|replies) (?:to|about|on|in)|designs?|projects?|paintings?|exhibition|demo|dashboard|review|profile of|performance|recipe|website on|research|study|report|keynote|poster|app|packaging|letter|essay|photos?|pictures?|tour|booth|stand|stall|work on|"
    r"move from|change from|switch from|transition|path from|journey from|step from|arrival|start as|way from|background in|garden|guide|mural|menu|bread|cakes?|ads?|film|documentary|show|concert|music|translation|novel|quiz|puzzles?|talk)"
)
_did = (
    r"(?!need|work\b|lead\b|mind|happen|should|could|would|can|may|might|will|are (?:free|available|open|willing|busy|well|doing|hiring|interested|able|not)|have (?:any|time|a (?:moment|minute|few)|\d|been well)|had (?:time|a (?:good|great|nice))|a?re a leading)"
    r"(?:\w{2,}ed\b|spoke|wrote|led|began|started|gave|made|built|went|came|taught|ran|won|grew|said|told|took|got|left|found|were|had been|chose|kept|drove|sold|bought|brought|spent|became|rose|knew|met|saw|held|stood|set up|"
    r"put|cut|grow|teach|coach|volunteer|also|both|first|once|are (?:an? )?(?:alum\w*|fellow|member|graduate|also|from|one of|originally)|used to|(?:manage|lead|head|run|coach) (?:the|that|this)\b|serve on|have been (?:a|an|the|in|with|working|at)|have (?:\w+ed|written|built|led|taught|grown|gone|done|made|come|run|won|spoken|been through)|passed|changed|switched|retrained|came from|come from)"
)
_english = (
    rf"\b(?:my|our|a|your) (?:\w+ ){{0,2}}{_near}\b[^.?!]{{0,60}}?\b(?:{_told}|did|took|had|is|was|has|goes|loves|enjoys?|talked|passed|learned|speaks?)\b",
    rf"\b(?:Mr|Ms|Mrs|Dr|Prof)\.? ?[A-Z][\w'’-]+[^.?!]{{0,80}}?\b{_told}\b|\bProfessor [A-Z]\w+[^.?!]{{0,60}}?\b{_told}\b|\b(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?:,[^.?!]{{0,60}},| from [^.?!]{{0,40}}?| at [^.?!]{{0,40}}?)? (?:has |had |also |kindly |just )*{_told}\b[^.?!]{{0,60}}?\b(?:you|your|me|I)\b",
    r"\b(?:got|have|had|found|received|was given|owe|know of) (?:your|you)(?:r)?\b[^.?!]{0,30}\b(?:from|through|via|by|thanks to) (?!linkedin|the (?:web|internet)|google|your (?:company|website|profile)|online|a search)|\b(?:introduced|referred|directed|sent|pointed) (?:to you )?by\b|\bin common\b|\bmutual (?:friend|contact|connection|acquaintance)s?\b|\bsuggest(?:ed|ion)\b[^.?!]{0,30}\b(?:you|contact|write|reach|talk)\b",
    r"\bwe (?:both |have |had |also |all |once |recently |briefly |last |first |already |just )*(?:met|spoke|talked|studied|worked|graduated|attended|sat|went|share|belong|live|grew|come from|came from|chatted|shook hands|served|played|volunteer\w*|took|are (?:both|all|neighbou?rs?|alumni|members?|from|fellow|old|in the same|family|friends|classmates|colleagues)|know each other|were|have known)\b",
    r"\b(?:meeting|seeing|hearing|talking (?:to|with)|speaking with|chatting with|running into) you (?:at|in|on|during|after|last|there|again|yesterday|in person)\b|\b(?:met|heard|saw|watched|listened to|spoke (?:to|with)|talked (?:to|with)|sat (?:next to|beside|in)|noticed|remember|recognis?zed) you\b(?!['’]?(?:re| are) (?:hiring|a leading)| (?:on linkedin|online|profile|work\b|are\b|have\b))|\bgood to meet you\b|\bthank(?:s| you) (?:so much |again )?for (?!accepting|adding|connecting|reading|taking|considering)\w+ing\b|\bsee you (?:with|at|on|in|every)\b",
    r"\b(?:alum(?:ni|na|nus)?|fellow|classmates?|schoolmates?|same (?:school|college|university|program\w*|class|town|city|village|province|street|building|hometown|company|team|path|club|church|language|country|neighbou?rhood|field trip|course|gym|choir|union)|hometown|old colleague|as (?:family|a friend|a colleague|your neighbou?r|neighbou?rs|friends|colleagues))\b|\b(?:your|a) (?:former |old |past )?(?:student|classmate|neighbou?r|colleague|customer|patient|client|tenant|guest|reader|listener|follower|subscriber|apprentice)\b|\bin your (?:class|course|building|choir|team|street)\b|\bread your|\bteach(?:es)? my\b|\byou teach\b",
    rf"\b(?:your|{{}}'s) (?:[\w'’+-]+ ){{0,4}}?{_their}\b".replace("|{}'s", ""),
    r"\byou(?:['’]ve| have|['’]d| had)? (?:also |both |first |once |just |recently |yourself |then |later |only |never |always |kindly |really |still )*" + _did,
    r"\b(?:stayed|shopped|shop|eat|ate|bought|buy|train|trained|volunteer(?:ed)?|interned|walk past|drive past|live (?:near|next|beside|above)|bank|banked|dine|dined|visited|toured|was treated|was served|took|practi[sc]ed|worked|studied|attended|joined|came to|went to|rented|bring my|brought my)\b[^.?!]{0,30}\b(?:at|with|in|from|by|near|past|to|into)? ?(?:your|you)\b(?! (?:company['’]?s website|website|website|linkedin))",
    r"\b(?:caught my eye|struck me|stayed with me|inspired me|impressed me|touched me|encouraged me|helped me|changed my mind|taught me|made me (?:think|want|laugh|curious|smile))\b|\b(?:follow|following|read|reading|enjoy|enjoyed|admire|admired|like|liked|love|loved|use|using|watch|watched|keep|kept) your (?!compan|organi|firm|website|profile|field|busi)\w+",
    r"\b(?:programme?|network|centre|center|agency|committee|association|club|mentor\w*|society)\b[^.?!]{0,40}\b(?:put us in touch|matched|connected|introduced|gave me your|suggested you|paired)",
)
_french = (
    r"\b(?:m['’]a|m['’]avait|m['’]ont|nous a|me l['’]a) (?:gentiment |aussi |vivement |beaucoup |tout de suite |déjà |tous )*(?:parlé|suggéré|conseillé|recommandé|donné|dit|proposé|encouragée?|référée?|présentée?|mise?s?|transmis|dirigée?|plu|appris|aidée?|marquée?|touchée?|inspirée?|impressionnée?|interpellée?|"
    r"accueillie?|frappée?|fait|permis|rassurée?|éclairée?|servi|captivée?|accrochée?|enseigné|montré|guidée?|raconté|vanté)\b|\bnous a(?:vons)? (?:mises?|mis) en contact\b|\bde la part de\b|\bpar l['’]entremise de\b|\bgrâce à (?!votre site)|\bprésentée? par\b|\bréférée? par\b|\brecommandée? par\b",
    r"\b(?:mon|ma|une?|mes|notre) (?:\w+ )?(?:amie?|voisine?|collègue|cousine?|professeure?|enseignante?|tante|oncle|sœur|frère|mère|père|fille|fils|mari|femme|conjointe?|camarade|ancien\w* \w+|coach|conseillère?|mentore?|patronne?|belle-\w+|beau-\w+|propriétaire|coiffeuse|dentiste|enfants?)\b",
    r"\b(?:nous nous sommes|nous avons|on s['’]est|on a|nous étions|nous sommes)\b[^.?!]{0,40}\b(?:rencontr\w+|croisée?s?|parlé|étudié|travaillé|connu\w*|vue?s?|côtoyé\w*|diplômée?s?|fréquenté|deux|voisine?s|collègues|anciens?|anciennes?|de la même|du même|amie?s|famille|gradué|échangé|discuté|suivi|jasé)\b",
    r"\bj['’]ai (?:bien |beaucoup |vraiment |tant |récemment |aussi |pu |eu la chance d['’])*(?:lue?|vue?|entendue?|écoutée?|aimée?|assistée?|suivie?|apprécié|adoré|appris|rencontré|participé|acheté|regardé|remarqué|visionné|consulté|visité|dévoré|été votre|goûté|noté|retenu|reconnu)\b[^.?!]{0,60}\b(?:vous|votre|vos|tu|ton|ta|tes)\b|\bje (?:suis(?= vos| votre travail| votre page)|lis|regarde|garde|magasine|fréquente|repense|pense souvent|me souviens|consulte|passe)\b[^.?!]{0,30}\b(?:vous|votre|vos|ton|ta|tes)\b",
    r"\bvotre (?:[\w'’-]+ ){0,2}?(?:conférence|article|publication|billet|vidéo|livre|balado|entrevue|campagne|présentation|atelier|cours|discours|témoignage|chronique|exposé|texte|passage|arrivée|histoire|projet|webinaire|infolettre|reportage|kiosque|parcours de|capsule|table ronde|recherche|mémoire|affiche|pain|jardin|émission|blogue|travail sur|étude|commentaire sur|réponse à)\b",
    r"\bvous (?:avez|aviez|étiez|êtes (?:aussi|arrivée?|passée?|venue?|partie?|devenue?|née?|entrée?|originaire|retournée?))\b(?! (?:du temps|un moment|\d+|le temps|quelques|des postes|besoin|disponible))|\bc['’]est vous qui\b|\btu (?:as|avais|étais|connais|es (?:passée?|devenue?))\b",
    r"\b(?:ancienne?s? (?:de|du|élève|étudiante?|collègue)|diplômée?s? (?:de|du|d['’])|même (?:école|université|programme|cohorte|ville|quartier|village|pays|chemin|rue|région|promotion|collège|cégep|équipe|formation|province|entreprise|immeuble)|en commun|votre (?:ancienne? )?(?:élève|étudiante?|voisine?|cliente?|patiente?|collègue|lectrice|lecteur)|voisine?s?|compatriotes?|comme (?:voisine?|collègue|amie?)|en famille|entre (?:collègues|amis|voisins))\b",
    r"\b(?:dans votre (?:classe|cours|immeuble|rue)|à votre (?:kiosque|atelier|conférence|cours|restaurant|boutique|hôtel)|chez vous (?:l['’]an|en|il y a)|lors (?:de|du|d['’])|au (?:salon|colloque|congrès|forum|gala)|plaisir de (?:vous )?(?:rencontrer|croiser|rencontre|échange))\b|\bbon de (?:vous|te) rencontrer\b|\bm['’]a (?:interpellée?|frappée?)|\battiré mon attention\b|\bretenu mon attention\b|\bm['’]est restée?\b",
)
_chinese = (
    "(?:建议|推荐|介绍|引荐|让|叫|托)(?:给)?(?:我|您)|(?:告诉|跟|向|对|给)(?:我|您)?(?:说|提|讲|介绍|推荐|过|了).{0,4}(?:您|你)|说(?:您|你)|提(?:到|起)(?:过)?(?:您|你)|提及您|(?:给|把)(?:了)?(?:我)?(?:您|你)的(?:电话|名片|微信|邮箱|联系方式|号码|名字)|给(?:了)?我(?:您|你)的|您的(?:电话|联系方式|微信|邮箱|名字)是|给我的(?:电话|微信|名片|联系)|从.{1,10}(?:那里|那儿|处)(?:得知|知道|听说|拿到|要到|认识)|介绍(?:我|您|给)",
    "听说(?:您|你)|得知(?:您|你)|知道(?:您|你)(?:当年|以前|曾|也|是从|从|在.{1,8}(?:做过|学过|读))|(?:您|你)(?:也|曾|曾经|当年|以前|之前|去年|前年|最早|刚来时|年轻时)(?!有空|方便|可以|能|愿意|许|忙)|(?:您|你)(?:是)?从.{1,12}(?:转|起步|做起|开始|到|出来|毕业|来|升|改行|走)|(?:您|你)(?:还|一边|边|刚|才)(?!有|在招|需要|招|缺)",
    "(?:听|看|读|学|上|参加|参与|跟)(?:了|过|完|到)?(?:您|你)(?:的|在|写|讲|上|做|发|办|主持|分享|主讲|那|这|关于|负责|演|开|组织|翻译|设计|拍)|(?:您|你)(?:的|在|写|讲|做|发|主持|分享|演示|拍|设计|带|办|翻译|回答|出|开|教|组织|谈|帮|救|修|种|烤|画|编)(?!的?(?:职业|工作|从业|个人|行业|成长|人生|求职)?(?:经历|经验))(?:过|了|的)?[^，。？！]{0,14}?(?:文章|讲座|演讲|分享|课|视频|帖子|帖|书|采访|访谈|报告|节目|播客|专栏|作品|广告|设计|海报|项目|故事|经历|发言|展|论文|展台|直播|公众号|朋友圈|照片|博客|回答|评论|工作坊|研讨会|培训|菜|面包|茶|花园|动画|纪录片|节|网店|谜题|软件|转型|转行|翻译|壁画|小说)(?!.{0,3}(?:吗|么))",
    "是(?:您|你)(?:带|讲|教|写|做|主持|设计|拍|烤|画|帮|治|修|主讲|翻译|办|组织)|(?:您|你)(?:讲|写|做|教|说|唱|演|拍|画|烤)得|(?:您|你)(?:写|讲|做|发|主持|演示|拍|设计|翻译|回答|出|开|办|教|组织|帮|治|修|种|烤|画|分享)(?:过|了|的)",
    "校友|同学(?!们|会不会)|同乡|老乡|同门|同班|同校|同系|同一(?:所|个|家|届|条|座)|同行者|邻居|街坊|同事(?!关系|氛围|怎么)|师兄|师姐|学长|学姐|学弟|学妹|师妹|师弟|老师(?:给|让|介绍|建议|推荐|说|告诉)|共事|我们都|咱们|咱俩|咱是|都是.{1,12}(?:毕业|来的|出身|人|的)|也是.{1,10}(?:毕业|来的|出身|人)|一起(?:上|读|学|工作|参加|做过)|同是|老朋友|自家人|一家人|(?<!交个)(?<!交)(?<!做个)(?<!做)(?<!为)朋友(?!圈)|亲戚|表[哥姐弟妹]|堂[哥姐弟妹]|同为",
    "(?:见过|遇到|碰到|(?<!想)(?<!望)(?<!能)(?<!兴)认识|碰见|遇见|聊过|打过招呼|加过|请教过|合作过|结识|见到|认出)(?:了)?(?:您|你)|(?:和|跟|与|同)(?:您|你)(?:见过|聊过|认识|一起|打过|合作|交换|换过|共事|坐|有过|同)|(?:上次|上周|上个月|那天|昨天|去年|前几天|之前|曾|上回).{0,16}(?:见|遇|碰|聊|认识|听|参加|坐|请教).{0,4}(?:您|你)|(?:在|于).{1,16}(?:上|里|中|时|会|展|节|活动|讲座|现场)?(?:见|遇|碰|认识|听|聊).{0,3}(?:您|你)|跟(?:您|你).{0,4}(?:聊过|见过)|您(?:来|到)(?:过)?(?:我们|学校|学院|社区|图书馆)",
    "(?:我|我家|家里|我们)?(?:女儿|儿子|孩子|太太|先生|爱人|妈妈|爸爸|母亲|父亲|妹妹|姐姐|哥哥|弟弟|姑姑|阿姨|叔叔|舅舅|奶奶|外婆|表姐|室友|房东|导师|前同事|老板|教练|牧师|家教|师傅|公公|婆婆|岳母).{0,16}(?:您|你|贵)|(?:常|经常|每天|总|一直|天天|老)(?:去|来|在|关注|读|看|听|用|吃|喝|买).{0,8}(?:您|你)|(?:您|你)(?:的|家的?)(?:店|面|菜|面包|咖啡|作品|文章|学生|患者|病人|顾客|客人|读者|粉丝|房客|听众|徒弟)|我是您(?:的|在|教|班)|您教(?:过|的)|您(?:的)?(?:学生|读者|听众|顾客|病人)",
    "(?:给我|让我)(?:很大|很多|极大|不少|深深)?的?(?:鼓励|启发|触动|印象|帮助|感动|震动)|印象(?:很|特别|非常|最)?深|很受(?:启发|鼓舞)|受益匪浅|深受|打动|收获|念念不忘|一直记得|还记得|触动|感触|佩服|(?:项目|活动|中心|机构|计划|协会|社团)(?:把|帮|为|给|牵线|安排|匹配|介绍|联系).{0,8}(?:您|你|我们)|通过.{1,14}(?:项目|计划|认识|介绍|联系|得知|知道)(?:上|到)?(?:了)?(?:您|你|我们)?",
)
_latin = re.compile("|".join(f"(?:{pattern})" for pattern in (*_english, *_french)), re.I)
_han = re.compile("|".join(f"(?:{pattern})" for pattern in _chinese))

_topic = re.compile(
    r"\b(?:interest(?:ed)? in|careers? in|working in|work in|learn(?:ing)? (?:more )?about|know (?:more )?about|exploring|explore|researching|research|study|studying|about|into|field of|profession of|move into|becoming an?|become an?|work as an?|world of|in the) "
    r"(?!your? |you\b|my\b|me\b|the (?:job|work|field|profession|role|position|industry|company|future|near|area|same)|this\b|it\b|that\b|opportunit|working|connecting|talking|how|what|a (?:job|position|career|chat|call|discussion)|job|jobs|careers?|contact|life|different|many|any|all|things|something|anything|canada|near|order|person|touch|advance|need|general|expanding|people|meeting|getting|finding|networking|success|future|help|my|myself|us)"
    r"(?:the |an? )?(?P<topic>[\w&/+-]{2,}(?: [\w&/+-]{2,})?)|\b(?:métier d[e'’]|domaine (?:de|du|des|d['’])|intéresse (?:à|au|aux)|secteur (?:de|du|des)|carrière en|travailler en|métiers? (?:de|du|des)|m['’]orienter (?:en|vers)|sur (?:le|la|les) )(?:la |le |les |l['’])?(?P<fr>[\w'’-]{3,})",
    re.I,
)
_topic_han = re.compile(
    rf"(?:了解|从事|学习|进入|转行(?:做|到)?|转到|想做|请教|关于|研究|喜欢|想当|怎么当|打听|对)(?:一下)?(?!您|你|我|这|那|一些|更多|职业|工作|行业|生活|加拿大|贵|怎么|什么|几个|一下|好|大家|各|问题|人生|未来|自己|您们)(?P<topic>[一-鿿A-Za-z]{{2,8}}?)(?:这个?(?:职业|行业|行当|领域|工作|岗位|一行)|行业|工作|领域|这行|这一行|方面|很?感兴趣|的工作|职业|岗位|有兴趣|，|。|？|$)"
)
_asking = re.compile(
    r"[?？]|\b(?:(?:could|can|may|might) (?:i|we|you)|would|let me know|please|['’]d (?:like|love)|hope|want|wish|interested|appreciate|grateful|waiting|look(?:ing)? forward|"
    r"pourr\w+|aimerais|voudrais|souhait\w+|auriez|seriez|espère|attente|intéress\w+)\b",
    re.I,
)
_theirs = re.compile(r"\b(?:your|votre|vos)\s+(?P<thing>[^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]*)?)", re.I)
_anybodys = frozenset(
    """company companies firm organisation organization business team career path work job role position field industry profession experience profile
    time help advice website site name email number reply response answer attention consideration support knowledge success life day week hospital office
    branch department store shop clinic school restaurant hotel bank studio lab centre center group area line linkedin page contact information expertise guidance kindness
    understanding patience network insights insight opinion view views thoughts background leadership service services products skills own new future current
    entreprise equipe compagnie carriere parcours travail metier poste domaine profil temps aide conseils conseil site nom courriel reponse attention experience soutien
    bureau service departement ecole hopital organisation secteur profession succursale magasin banque clinique succes reseau""".split()
)
_question = re.compile(r"[?？]")
_first_person = re.compile(r"(?:then |first |so |also )?(?:I\b|my\b|je\b|j['’]|mon\b|ma\b)|我|本人", re.I)
_second_person = re.compile(r"\byour?\b|\bvous|\bvotre|您|你", re.I)
_is_one = re.compile(r"我是|je suis|\bI am the\b", re.I)
_curious = re.compile(r"interest|explor|research|learn|curious|want to (?:work|be)|intéress|découvr|兴趣|了解|想(?:做|进|转)", re.I)
_thin = frozenset("the and for with of senior junior lead manager director officer assistant head chief staff clerk worker associate coordinator specialist supervisor consultant de la le du des en et chef principal".split())


def has_connection(anatomy: Anatomy) -> Span | None:
    """The words that say why this person: shared contact, place, school or event, or what they did or went through."""
    for sentence in anatomy.sentences:
        pattern = _han if han.search(sentence.text) else _latin
        match = pattern.search(sentence.text) or _thing_of_theirs(sentence.text)
        if match:
            return Span(match.group(), sentence.start + match.start(), sentence.start + match.end())
    return None


def _thing_of_theirs(text: str) -> re.Match[str] | None:
    """"Your goat cheese", "votre jardin": something particular of theirs, outside a request."""
    if _asking.search(text):
        return None
    for match in _theirs.finditer(text):
        if not _anybodys & set(fold(match["thing"]).split()):
            return match
    return None


def _stems(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"[^\W\d_]{2,}", fold(text)) if word not in _thin}


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
    if not wants_to_talk and _first_person.match(text) and not _second_person.search(text) and not _curious.search(text):
        return False
    if message.role and _mentions(text, message.role) and not _is_one.search(text):
        return True
    return bool((_topic_han if han.search(text) else _topic).search(text))
