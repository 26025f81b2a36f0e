"""Phrases that say why this person, as regular expressions."""

_told = (
    r"(?:suggested|recommended|told|said|says|mention(?:ed|s)|gave|introduced|referred|pointed|encouraged|"
    r"advised|thinks|thought|put (?:me|us) in touch|connected|speaks|spoke|knows|know you|works with|"
    r"worked with|trained with|studied with|lives|shared)"
)
_near = (
    r"(?:friend|neighbou?r|classmate|teacher|professor|instructor|cousin|aunt|uncle|sister|brother|mother|"
    r"father|husband|wife|daughter|son|colleague|co-?worker|roommate|landlord|mentor|coach|supervisor|"
    r"boss|contact|former \w+|manager|counsell?or|advisor|doctor|dentist|pastor|mom|dad|parents?|in-laws?|"
    r"kids?|children|child|team-?mate)"
)
_their = (
    r"(?:talks?|articles?|posts?|webinars?|videos?|books?|podcasts?|interviews?|campaigns?|panels?|"
    r"presentations?|lectures?|workshops?|seminars?|threads?|blogs?|columns?|papers?|piece|stor(?:y|ies) "
    r"(?:about|of|in|on)|speech|session|course|class|newsletter|"
    r"tutorials?|(?:comments?|answers?|reply|replies) (?:to|about|on|in)|designs?|projects?|paintings?|"
    r"exhibition|demo|dashboard|review|profile of|performance|recipe|website on|research|study|report|"
    r"keynote|poster|app|packaging|letter|essay|photos?|pictures?|tour|booth|stand|stall|work on|"
    r"move from|change from|switch from|transition|path from|journey from|step from|arrival|start as|way "
    r"from|background in|garden|guide|mural|menu|bread|cakes?|ads?|film|documentary|show|concert|music|"
    r"translation|novel|quiz|puzzles?|talk)"
)
_did = (
    r"(?!need|work\b|lead\b|mind|happen|should|could|would|can|may|might|will|are (?:free|available|open|"
    r"willing|busy|well|doing|hiring|interested|able|not)|have (?:any|time|a (?:moment|minute|few)|\d|"
    r"been well)|had (?:time|a (?:good|great|nice))|a?re a leading)"
    r"(?:\w{2,}ed\b|spoke|wrote|led|began|started|gave|made|built|went|came|taught|ran|won|grew|said|told|"
    r"took|got|left|found|were|had been|chose|kept|drove|sold|bought|brought|spent|became|rose|knew|met|"
    r"saw|held|stood|set up|"
    r"put|cut|grow|teach|coach|volunteer|also|both|first|once|are (?:an? )?(?:alum\w*|fellow|member|"
    r"graduate|also|from|one of|originally)|used to|(?:manage|lead|head|run|coach) (?:the|that|this)\b|"
    r"serve on|have been (?:a|an|the|in|with|working|at)|have (?:\w+ed|written|built|led|taught|grown|"
    r"gone|done|made|come|run|won|spoken|been through)|passed|changed|switched|retrained|came from|come "
    r"from)"
)
ENGLISH = (
    rf"\b(?:my|our|a|your) (?:\w+ ){{0,2}}{_near}\b[^.?!]{{0,60}}?\b(?:{_told}|did|took|had|is|was|has|"
    r"goes|loves|enjoys?|talked|passed|learned|speaks?)\b",
    rf"\b(?:Mr|Ms|Mrs|Dr|Prof)\.? ?[A-Z][\w'’-]+[^.?!]{{0,80}}?\b{_told}\b|\bProfessor "
    rf"[A-Z]\w+[^.?!]{{0,60}}?\b{_told}\b|\b(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?:,[^.?!]{{0,60}},| "
    rf"from [^.?!]{{0,40}}?| at [^.?!]{{0,40}}?)? (?:has |had |also |kindly |just "
    rf")*{_told}\b[^.?!]{{0,60}}?\b(?:you|your|me|I)\b",
    r"\b(?:got|have|had|found|received|was given|owe|know of) (?:your|you)(?:r)?\b[^.?!]{0,30}\b(?:from|"
    r"through|via|by|thanks to) (?!linkedin|the (?:web|internet)|google|your (?:company|website|profile)|"
    r"online|a search)|\b(?:introduced|referred|directed|sent|pointed) (?:to you )?by\b|\bin common\b|"
    r"\bput (?:us|me) in touch\b|\bgave me your (?:name|number|address|e-?mail)\b|\b(?:connected|matched|"
    r"paired) us\b|\bmutual (?:friend|contact|connection|acquaintance)s?\b|\bsuggest(?:ed|ion)"
    r"\b[^.?!]{0,30}\b(?:you|contact|write|reach|talk)\b",
    r"\bwe (?:both |have |had |also |all |once |recently |briefly |last |first |already |just )*(?:met|"
    r"spoke|talked|stud(?:y|ied)|work(?:ed)? (?:together|at|in|for|with|on)|graduated|attended|sat|went|"
    r"share|belong|live|grew|come from|came from|chatted|shook hands|served|played|volunteer\w*|took|are "
    r"(?:both|all|neighbou?rs?|alumni|members?|from|fellow|old|in the same|family|friends|classmates|"
    r"colleagues)|know each other|were|have known)\b",
    r"\b(?:meeting|seeing|hearing|talking (?:to|with)|speaking with|chatting with|running into) you (?:at|"
    r"in|on|during|after|last|there|again|yesterday|in person)\b|\b(?:met|heard|saw|watched|listened to|"
    r"spoke (?:to|with)|talked (?:to|with)|sat (?:next to|beside|in)|noticed|remember|recognis?zed) "
    r"you\b(?!['’]?(?:re| are) (?:hiring|a leading)| (?:on linkedin|online|profile|work\b|are\b|have\b))|"
    r"\bgood to meet you\b|\bthank(?:s| you) (?:so much |again )?for (?!accepting|adding|connecting|"
    r"reading|taking|considering)\w+ing\b|\bsee you (?:with|at|on|in|every)\b",
    r"\b(?:alum(?:ni|na|nus)?|fellow|classmates?|schoolmates?|same (?:school|college|university|"
    r"program\w*|class|town|city|village|province|street|building|hometown|company|team|path|club|church|"
    r"language|country|neighbou?rhood|field trip|course|gym|choir|union)|hometown|old colleague|as "
    r"(?:family|a friend|a colleague|your neighbou?r|neighbou?rs|friends|colleagues))\b|\b(?:your|a) "
    r"(?:former |old |past )?(?:student|classmate|neighbou?r|colleague|customer|patient|client|tenant|"
    r"guest|reader|listener|follower|subscriber|apprentice)\b|\bin your (?:class|course|building|choir|"
    r"team|street)\b|\bread your|\bteach(?:es)? my\b|\byou teach\b",
    rf"\b(?:your|{{}}'s) (?:[\w'’+-]+ ){{0,4}}?{_their}\b".replace("|{}'s", ""),
    r"\byou(?:['’]ve| have|['’]d| had)? (?:also |both |first |once |just |recently |yourself |then |later "
    r"|only |never |always |kindly |really |still )*" + _did,
    r"\b(?:stayed|shopped|shop|eat|ate|bought|buy|train|trained|volunteer(?:ed)?|interned|walk past|drive "
    r"past|live (?:near|next|beside|above)|bank|banked|dine|dined|visited|toured|was treated|was served|"
    r"took|practi[sc]ed|worked|studied|attended|joined|came to|went to|rented|bring my|brought my)"
    r"\b[^.?!]{0,30}\b(?:at|with|in|from|by|near|past|to|into)? ?(?:your|you)\b(?! (?:company['’]?s "
    r"website|website|website|linkedin))",
    r"\b(?:caught my eye|struck me|stayed with me|inspired me|impressed me|touched me|encouraged me|"
    r"helped me|changed my mind|taught me|made me (?:think|want|laugh|curious|smile))\b|\b(?:follow|"
    r"following|read|reading|enjoy|enjoyed|admire|admired|like|liked|love|loved|use|using|watch|watched|"
    r"keep|kept) your (?!compan|organi|firm|website|profile|field|busi)\w+",
    r"\b(?:programme?|network|centre|center|agency|committee|association|club|mentor\w*|society)"
    r"\b[^.?!]{0,40}\b(?:put us in touch|matched|connected|introduced|gave me your|suggested you|paired)",
)
FRENCH = (
    r"\b(?:nous avons|on a) (?:déjà |aussi |souvent )?\w+ ensemble\b",
    r"\b(?:m['’]a|m['’]avait|m['’]ont|nous a|me l['’]a) (?:gentiment |aussi |vivement |beaucoup |tout de "
    r"suite |déjà |tous )*(?:parlé|suggéré|conseillé|recommandé|donné|dit|proposé|encouragée?|référée?|"
    r"présentée?|mise?s?|transmis|dirigée?|plu|appris|aidée?|marquée?|touchée?|inspirée?|impressionnée?|"
    r"interpellée?|"
    r"accueillie?|frappée?|fait|permis|rassurée?|éclairée?|servi|captivée?|accrochée?|enseigné|montré|"
    r"guidée?|raconté|vanté)\b|\bnous a(?:vons)? (?:mises?|mis) en contact\b|\bde la part de\b|\b(?:eu|"
    r"obtenu|reçu) (?:votre|vos|ton|tes) (?:nom|coordonnées|adresse|courriel|numéro) (?:par|grâce|de|via|"
    r"auprès)|\bj['’]ai aussi (?:étudié|travaillé|habité|vécu|fait|suivi)\b|\bpar l['’]entremise de\b|"
    r"\bgrâce à (?!votre site)|\bprésentée? par\b|\bréférée? par\b|\brecommandée? par\b",
    r"\b(?:mon|ma|une?|mes|notre) (?:\w+ )?(?:amie?|voisine?|collègue|cousine?|professeure?|enseignante?|"
    r"tante|oncle|sœur|frère|mère|père|fille|fils|mari|femme|conjointe?|camarade|ancien\w* \w+|coach|"
    r"conseillère?|mentore?|patronne?|belle-\w+|beau-\w+|propriétaire|coiffeuse|dentiste|enfants?)\b",
    r"\bnous (?:travaillons|étudions|habitons|vivons|chantons|jouons|partageons)\b|\bon est (?:de la même|"
    r"de vieux|de vieilles|amie?s|voisine?s|collègues|cousine?s)\b|\b(?:nous nous sommes|nous avons|on "
    r"s['’]est|on a|nous étions|nous sommes)\b[^.?!]{0,40}\b(?:rencontr\w+|croisée?s?|parlé|étudié|"
    r"travaillé|connu\w*|vue?s?|côtoyé\w*|diplômée?s?|fréquenté|deux|voisine?s|collègues|anciens?|"
    r"anciennes?|de la même|du même|amie?s|famille|gradué|échangé|discuté|suivi|jasé)\b",
    r"\bj['’]ai (?:bien |beaucoup |vraiment |tant |récemment |aussi |pu |eu la chance d['’])*(?:lue?|vue?|"
    r"entendue?|écoutée?|aimée?|assistée?|suivie?|apprécié|adoré|appris|rencontré|participé|acheté|"
    r"regardé|remarqué|visionné|consulté|visité|dévoré|été votre|goûté|noté|retenu|reconnu)"
    r"\b[^.?!]{0,60}\b(?:vous|votre|vos|tu|ton|ta|tes)\b|\bje (?:suis(?= vos| votre travail| votre page)|"
    r"lis|regarde|garde|magasine|fréquente|repense|pense souvent|me souviens|consulte|passe)"
    r"\b[^.?!]{0,30}\b(?:vous|votre|vos|ton|ta|tes)\b",
    r"\bvotre (?:[\w'’-]+ ){0,2}?(?:conférence|article|publication|billet|vidéo|livre|balado|entrevue|"
    r"campagne|présentation|atelier|cours|discours|témoignage|chronique|exposé|texte|passage|arrivée|"
    r"histoire|projet|webinaire|infolettre|reportage|kiosque|parcours de|capsule|table ronde|recherche|"
    r"mémoire|affiche|pain|jardin|émission|blogue|travail sur|étude|commentaire sur|réponse à)\b",
    r"\bvous (?:avez|aviez|étiez|êtes (?:aussi|arrivée?|passée?|venue?|partie?|devenue?|née?|entrée?|"
    r"originaire|retournée?))\b(?! (?:du temps|un moment|\d+|le temps|quelques|des postes|besoin|"
    r"disponible))|\bc['’]est vous qui\b|\btu (?:as|avais|étais|connais|es (?:passée?|devenue?))\b",
    r"\b(?:ancienne?s? (?:de|du|élève|étudiante?|collègue)|diplômée?s? (?:de|du|d['’])|même (?:école|"
    r"université|programme|cohorte|ville|quartier|village|pays|chemin|rue|région|promotion|collège|cégep|"
    r"équipe|formation|province|entreprise|immeuble)|en commun|votre (?:ancienne? )?(?:élève|étudiante?|"
    r"voisine?|cliente?|patiente?|collègue|lectrice|lecteur)|voisine?s?|compatriotes?|comme (?:voisine?|"
    r"collègue|amie?)|en famille|entre (?:collègues|amis|voisins))\b",
    r"\b(?:dans votre (?:classe|cours|immeuble|rue)|à votre (?:kiosque|atelier|conférence|cours|"
    r"restaurant|boutique|hôtel)|chez vous (?:l['’]an|en|il y a)|lors (?:de|du|d['’])|au (?:salon|"
    r"colloque|congrès|forum|gala)|plaisir de (?:vous )?(?:rencontrer|croiser|rencontre|échange))\b|\bbon "
    r"de (?:vous|te) rencontrer\b|\bm['’]a (?:interpellée?|frappée?)|\battiré mon attention\b|\bretenu "
    r"mon attention\b|\bm['’]est restée?\b",
)
CHINESE = (
    "(?:您|你)(?:上周|上个?月|昨天|去年|今年|前几天|那天|上次|周[一二三四五六日天]|星期.|.{1,2}月)[^，。？！]{0,14}"
    "(?:讲|写|做|教|说|分享|办|演|画|拍|主持|展)",
    "(?:建议|推荐|介绍|引荐|让|叫|托)(?:给)?(?:我|您)|(?:告诉|跟|向|对|给)(?:我|您)?(?:说|提|讲|介绍|推荐|过|了)"
    ".{0,4}(?:您|你)|说(?:您|你)|"
    "提(?:到|起)(?:过)?(?:您|你)|提及您|(?:给|把)(?:了)?(?:我)?(?:您|你)的(?:电话|名片|微信|邮箱|联系方式|号码|名字)|"
    "给(?:了)?我(?:您|你)的|"
    "您的(?:电话|联系方式|微信|邮箱|名字)是|给我的(?:电话|微信|名片|联系)|从.{1,10}(?:那里|那儿|处)(?:得知|知道|听说|"
    "拿到|要到|认识)|介绍(?:您|给我)|介绍我(?!给)",
    "听说(?:您|你)|得知(?:您|你)|知道(?:您|你)(?:当年|以前|曾|也|是从|从|在.{1,8}(?:做过|学过|读))|(?:您|你)(?:也|曾|"
    "曾经|当年|以前|之前|去年|前年|"
    "最早|刚来时|年轻时)(?!有空|方便|可以|能|愿意|许|忙)|(?:您|你)(?:是)?从.{1,12}(?:转|起步|做起|开始|到|出来|毕业|"
    "来|升|改行|走)|(?:您|你)(?:还|一边|"
    "边|刚|才)(?!有|在招|需要|招|缺)",
    "(?:听|看|读|学|上|参加|参与|跟)(?:了|过|完|到)?(?:您|你)(?:的|在|写|讲|上|做|发|办|主持|分享|主讲|那|这|关于|"
    "负责|演|开|组织|翻译|设计|拍)|(?:您|你)"
    "(?:的|在|写|讲|做|发|主持|分享|演示|拍|设计|带|办|翻译|回答|出|开|教|组织|谈|帮|救|修|种|烤|画|编)(?!的?(?:职业|"
    "工作|从业|个人|行业|成长|人生|"
    "求职)?(?:经历|经验))(?:过|了|的)?[^，。？！]{0,14}?(?:文章|讲座|演讲|分享|课|视频|帖子|帖|书|采访|访谈|报告|"
    "节目|播客|专栏|作品|广告|设计|海报|项目|故事|"
    "经历|发言|展|论文|展台|直播|公众号|朋友圈|照片|博客|回答|评论|工作坊|研讨会|培训|菜|面包|茶|花园|动画|纪录片|节|"
    "网店|谜题|软件|转型|转行|翻译|壁画|小说)"
    "(?!.{0,3}(?:吗|么))",
    "(?:您|你)[^，。？！的]{0,12}(?:转到|转行|转做|转成|改行|毕业|辞职|创办|开了|读了|考过|考了|做过|创业|来到|搬到|"
    "学会|拿到|获得)",
    "谢谢(?:您|你)(?:上次|上周|那天|当时|在|来|帮|教|给|带|跟|陪)(?!.{0,4}(?:时间|阅读|查看|关注))",
    "是(?:您|你)(?:带|讲|教|写|做|主持|设计|拍|烤|画|帮|治|修|主讲|翻译|办|组织)|(?:您|你)(?:讲|写|做|教|说|唱|演|拍|"
    "画|烤)得|(?:您|你)(?:写|讲|做|发|"
    "主持|演示|拍|设计|翻译|回答|出|开|办|教|组织|帮|治|修|种|烤|画|分享)(?:过|了|的)",
    "校友|同学(?!们|会不会)|同乡|老乡|同门|同班|同校|同系|同一(?:所|个|家|届|条|座)|同行者|邻居|街坊|同事(?!关系|"
    "氛围|怎么)|师兄|师姐|学长|学姐|学弟|学妹|师妹|师弟|"
    "老师(?:给|让|介绍|建议|推荐|说|告诉)|共事|我们都|咱们|咱俩|咱是|都是.{1,12}(?:毕业|来的|出身|人|的)|"
    "也是.{1,10}(?:毕业|来的|出身|人)|一起(?:上|读|学|"
    "工作|参加|做过)|同是|老朋友|自家人|一家人|(?<!交个)(?<!交)(?<!做个)(?<!做)(?<!为)朋友(?!圈)|亲戚|表[哥姐弟妹]|"
    "堂[哥姐弟妹]|同为",
    "(?:见过|遇到|碰到|(?<!想)(?<!望)(?<!能)(?<!兴)认识|碰见|遇见|聊过|打过招呼|加过|请教过|合作过|结识|见到|认出)"
    "(?:了)?(?:您|你)|(?:和|跟|与|同)"
    "(?:您|你)(?:见过|聊过|认识|一起|打过|合作|交换|换过|共事|坐|有过|同)|(?:上次|上周|上个月|那天|昨天|去年|前几天|"
    "之前|曾|上回).{0,16}(?:见|遇|碰|聊|认识|"
    "听|参加|坐|请教).{0,4}(?:您|你)|(?:在|于).{1,16}(?:上|里|中|时|会|展|节|活动|讲座|现场)?(?:见|遇|碰|认识|听|聊)"
    ".{0,3}(?:您|你)|跟(?:您|"
    "你).{0,4}(?:聊过|见过)|您(?:来|到)(?:过)?(?:我们|学校|学院|社区|图书馆)",
    "(?:我|我家|家里|我们)?(?:女儿|儿子|孩子|太太|先生|爱人|妈妈|爸爸|母亲|父亲|妹妹|姐姐|哥哥|弟弟|姑姑|阿姨|叔叔|"
    "舅舅|奶奶|外婆|表姐|室友|房东|导师|前同事|老板|教练|"
    "牧师|家教|师傅|公公|婆婆|岳母).{0,16}(?:您|你|贵)|(?:常|经常|每天|总|一直|天天|老)(?:去|来|在|关注|读|看|听|用|"
    "吃|喝|买).{0,8}(?:您|你)|(?:您|"
    "你)(?:的|家的?)(?:店|面|菜|面包|咖啡|作品|文章|学生|患者|病人|顾客|客人|读者|粉丝|房客|听众|徒弟)|我是您(?:的|"
    "在|教|班)|您教(?:过|的)|您(?:的)?(?:学生|"
    "读者|听众|顾客|病人)",
    "(?:给我|让我)(?:很大|很多|极大|不少|深深)?的?(?:鼓励|启发|触动|印象|帮助|感动|震动)|印象(?:很|特别|非常|最)?深|"
    "很受(?:启发|鼓舞)|受益匪浅|深受|打动|收获|"
    "念念不忘|一直记得|还记得|触动|感触|佩服|(?:项目|活动|中心|机构|计划|协会|社团)(?:把|帮|为|给|牵线|安排|匹配|"
    "介绍|联系).{0,8}(?:您|你|我们)|"
    "通过.{1,14}(?:项目|计划|认识|介绍|联系|得知|知道)(?:上|到)?(?:了)?(?:您|你|我们)?",
)
