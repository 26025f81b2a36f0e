"""Phrases that tell a question's topic, in the order they are tried; regular expressions over plain text."""

Table = tuple[tuple[str, tuple[str, ...]], ...]

_english: Table = (
    ("closing", (
        r"\b(?:use|mention|give) (?:your name|you when)\b|\b(?:keep|stay|be) in touch\b|\breach (?:them|the "
        r"people|you)\b|\b(?:have|haven't|didn't) (?:i )?(?:asked|ask|think to ask)\b",
        r"\b(?:of all|everything) (?:that )?we\b|\bfrom this (?:talk|conversation)\b|\bbest way to (?:thank|"
        r"follow up|reach)\b|\b(?:let you know|hear how it went|useful to you|return the favou?r)\b|"
        r"\banother question comes\b",
    )),
    ("resources", (
        r"\b(?:who|whom|anyone|anybody|someone|people) (?:else )?(?:\w+ ){0,4}?(?:should|could|would|might|"
        r"can|to) (?:i |you |me )?(?:\w+ )?(?:talk|speak|meet|contact|reach|know|follow|recommend|suggest|"
        r"learn)\b",
        r"\bwhose\b|\bwho (?:in|on|else|teaches|have|do)\b|\b(?:books?|podcasts?|blogs?|websites?|"
        r"newsletters?|magazines?|associations?|communit(?:y|ies)|meetups?|conferences?|seminars?|mentors?|"
        r"clubs?)\b",
        r"\bwhich (?:\w+ ){0,2}(?:groups?|events?|courses?|sources?|networks?|organi[sz]ations?|programs?|"
        r"programmes?|training|employers|data)\b(?! (?:grow|did your))|\bwhere (?:do|can|could|would|should|"
        r"have) (?:i|you|people|\w+ people)\b",
        r"\b(?:groups?|events?|resources?|networks?|data ?sets?) (?:\w+ )?(?:that |do |would |are |should |"
        r"for |did |helped )|\b(?:read|listen to)\b[^?]*\b(?:up to date|current|field)\b|\bkeep (?:up|"
        r"current)\b|\b(?:look|turn) first\b|\bintroduce me\b",
    )),
    ("trends", (
        r"\bchang(?:e|es|ed|ing)\b(?![^?]*\b(?:you made|you led|your mind|jobs|careers|direction|"
        r"fields)\b)(?<!you change)(?<!me change)|\btrends?\b|\bfuture\b|\b(?:next|coming|past|last|recent) "
        r"(?:\w+ )?(?:\w+ )?years\b|\b(?:AI|automation|robots?|artificial intelligence)\b",
        r"\b(?:evolv\w+|disappear\w*|emerging|shifting|growing|declin\w+|shrinking|outlook|heading|these "
        r"days|years ago|post-pandemic|in demand|demand for|newest|new (?:rules?|technolog\w+|tools|method|"
        r"law|regulations?))\b|\bgoing to (?:be|look|affect)\b",
        r"\b(?:any ?more|once proud|in (?:two|three|five|ten) years|no longer|now that|than before|used to "
        r"(?:be|do|learn)|nowadays|machines?|by software|oversold|overhyped|hype|budgets? (?:get|are))\b",
    )),
    ("assignments", (
        r"\bprojects?\b(?! manag| coord)|\b(?:assignments?|dashboards?|campaigns?|memo)\b|\b(?:last|recent|"
        r"a|one|which|the) (?:[\w-]+ ){0,2}?(?:case|task|test|request|complaint|lesson|piece of work|"
        r"incident|report|problem)\b",
        r"\btasks? (?:do|does|would|are|might|a|for)\b|\b(?:beginner|junior|newcomer|new (?:hire|member|"
        r"person|grad\w*))\b[^?]*\b(?:first|given|hand|run|start|tasks?|months?)\b|\bthe last [^?]* (?:you|"
        r"that)\b",
        r"\b(?:which|what) (?:[\w-]+ ){0,2}(?:case|task|exercise|assignment|request|brief|piece|incident|"
        r"complaint|programme|experiment|order|client|lesson|decision|volunteer work|mistake)\b|\btrust "
        r"(?:someone|a \w+) to do\b",
    )),
    ("advice", (
        r"\bshould i\b|\b(?:advice|advise|tips?)\b|\b(?:in my (?:place|shoes|position)|if you were me|like "
        r"mine|my background)\b|\b(?:would|do) you (?:recommend|suggest)\b|\bhow (?:would|can|could|should) "
        r"(?:you|i)\b|\bwhat (?:can|could|would) (?:i|you)\b",
        r"\bwould you (?:\w+ )?(?:do|learn|choose|take|study|start|tell|look|prepare|weigh|spend|try|"
        r"want)\b|\b(?:worth it|prepare for|would help me|i am deciding)\b|\bhelp someone\b|\b(?:would|"
        r"might) you (?:\w+ )?(?:close|bring|put|explore|use|show|fit|judge|join|present|raise|pick|drop|"
        r"skip|avoid|earn|practi[sc]e|send me)\b|\bmake you walk away\b",
    )),
    ("path", (
        r"\b(?:get|got|getting|came|come|end up|move|moved|switch|go) (?:\w+ )?(?:into|from|here|"
        r"in)\b(?=[^?]*)|\b(?:made|led|drew|brought|attracted|inspired|pushed) you\b|\b(?:become|became)\b|"
        r"\byour (?:path|first (?:job|step|role)|career|route|journey|studies|background)\b",
        r"\byou (?:first )?(?:decide|decided|choose|chose|start(?:ed)?|studied|enter(?:ed)?|land(?:ed)?|"
        r"train(?:ed)?|find|found) (?:\w+ )*(?:job|field|work|career|direction|here|here|company|start|out|"
        r"on)\b|\bchang\w+ (?:the direction|direction|careers|fields|jobs)\b|\bearly on\b|\b(?:looking back|"
        r"turning point|right for you|nearly (?:become|chose|did)|turn(?:ed)? down|what you studied|place in "
        r"your first|first feel|instead of another|rather than another)\b"
        r"|\b(?:introduced us|met today|your week been|this city|favou?rite spot)\b",
    )),
)  # fmt: skip

_chinese: Table = (
    ("closing", (
        "(?:提到|提起|提)(?:您|你)比较|(?:用|提|报)(?:一下)?(?:您|你)的名字|保持联系|(?:没想到|忘了|没|"
        "还有什么我)(?:该|应该)?问|今天聊|打扰(?:您|你)|提到的几位|(?:您|你)用得上|怎么跟(?:您|你)说一声",
    )),
    ("resources", (
        "(?:找|认识|联系|请教|跟|问|关注|介绍)(?:一下)?(?:谁|哪些人|哪位|哪些同行|什么人)|谁(?:写|的|聊|会)|"
        "有谁|还有谁|从谁|跟谁|(?:哪|什么)[^,?]{0,8}(?:书|课|网站|公众号|播客|协会|社群|社区|活动|论坛|组织|"
        "讲座|群|资料|数据库|培训|比赛|消息来源|会议|机构|老师|单位)",
        "(?:书|课程?|网站|播客|公众号|协会|活动|社团|资源|渠道|圈子|学习资料)[^,?]{0,12}(?:哪|推荐|什么|"
        "值得)|(?:在|去|上)(?:哪儿|哪里|哪些场合)(?!坐坐)|看些什么|(?:同行|大家)[^,?]{0,10}(?:哪|聚|交流)",
    )),
    ("trends", (
        "趋势|变化|变了|改变(?!了?(?:您|你))|未来|今后|将来|这[几两]年|近[几两]年|前[几两]年|"
        "[一两二三五十几]年(?:后|前|内)|AI|人工智能|自动化|越来越|新(?:技术|工具|规定|政策|法规|工艺)|前景|"
        "消失|说过头|(?:不再|派不上|多了起来|淘汰|流行|机器|软件都|看数据|比(?:前|以前|过去)|还(?:没|"
        "有)[^,?]{0,6}解决|跟着有什么)|(?:一变|变动)|转型|跟以前|取代|以前|发展方向|收紧",
    )),
    ("assignments", (
        "项目(?!经理|协调|管理)|课题|任务|案例|病例|案子|方案|(?:哪|最近|上|上一|"
        "一)(?:一)?[次件个笔堂]?[^,?]{0,10}(?:检测|故障|投诉|活动|工程|预测|改流程|报表|作业|课|"
        "工作)(?:[^,?]{0,12}(?:怎么|过程|吗|\\?)|$)|新人[^,?]{0,12}(?:哪些|什么|先|头)|交给|练手|做过的|"
        "(?:哪|什么)(?:一|个|样的|类)?(?:件|堂|次|笔|个|种)?(?:作业|任务|练习|工程|细节|难题|要求|文书|实验|"
        "义务工作|投诉|创意|订单)|哪(?:一)?件(?:工作|事)(?!对)|(?:上一次|上次|最近)[^?]{0,16}(?:怎么|如何)|"
        "放手让",
    )),
    ("advice", (
        "建议|如果(?:您|你)是我|换(?:作|做|成)(?:是)?(?:您|你)|我(?:该|应该|要不要|需要|可以|能|得)|(?:该|"
        "应该)(?:怎么|先|如何|学|准备|放)|劝|(?:您|你)会(?:先|怎么|让|选|挑)|比较(?:好|合适)|最该|值得(?:考|"
        "读|学)|怎么(?:准备|写简历|安排|挑|练|介绍|看得出|掂量|插上话|赢得)|忠告|像我|以我|我最该|"
        "要是(?:今天|您)|假如|(?:您|你)(?:觉得)?(?:先)?(?:会|建议)",
    )),
    ("path", (
        "怎么(?:入|进|走|转|开始|找到|踏|想到|会选|来到)|当初|当年|入行|转行|转到|第一份(?:工作)?|"
        "为什么(?:选|会选|进|做这)|选择?了?这一?行|起步|走到(?:今天|现在)|职业(?:道路|路|生涯|经历)|"
        "学的专业|什么(?:原因|契机|机缘)|吸引(?:您|你)|让(?:您|你)(?:选|决定|留|走上)|转折|差一点|一路|"
        "转方向|最舍不得|适合自己|回头看|连起来|站住脚|这(?:个)?(?:星期|周)过得|认识的\\?|见面之前|附近|"
        "座城市|头一个星期",
    )),
)  # fmt: skip

_french: Table = (
    ("closing", (
        r"\b(?:votre nom|parle de vous|rester en contact|garder (?:le )?contact|donner des nouvelles|avoir "
        r"de mes nouvelles|oublié de vous|aurais dû (?:vous )?demander|notre (?:échange|conversation)|dont "
        r"nous avons parlé|vous serait utile|me vient plus tard)\b|\bjoindre\b",
    )),
    ("resources", (
        r"\b(?:à|avec|de|chez) qui\b|\bqui (?:d'autre|devrais|puis|pourrais|dans|avez)\b|^qui\b|"
        r"\b(?:livres?|balados?|blogues?|sites?|infolettres?|revues?|associations?|groupes?|communautés?|"
        r"événements?|colloques?|conférences?|mentors?|réseaux?|ressources?|formations?|séminaires?|clubs?|"
        r"sources?)\b(?! (?:de travail|d'âge))",
        r"\b(?:quels?|quelles?) (?:\w+ )?(?:cours|ouvrages?|programmes?|rencontres?|employeurs?|"
        r"outils?)\b(?![^?]*équipe)|\boù (?:les|puis|pourrais|peut|trouver|vous|m'|enverriez|allez)\b|"
        r"\blisez-vous\b|\bauprès de qui\b|\bvers (?:qui|quoi|quel)\b",
    )),
    ("trends", (
        r"\b(?:chang\w+|tendances?|avenir|évolu\w+|disparaî\w+|disparaissent|prochaines? (?:\w+ )?années|"
        r"dernières années|ans à venir|ia|intelligence artificielle|automatisation|nouvel(?:le)?s? "
        r"(?:technologies?|outils?|règles?|lois?|méthodes?)|aujourd'hui|de plus en plus|il y a (?:quelques|"
        r"deux|cinq)|machines?|données|logiciels? (?:les plus )?récents?|désormais|maintenant que|autrefois|"
        r"surestimé\w*|budgets?|devient|devenue? (?:rare|courante?)|dans deux ans|plus souvent|de nos "
        r"jours)\b(?<!fait changer)",
    )),
    ("assignments", (
        r"\b(?:projets?|mandats?|tâches?|dossiers?|cas|campagnes?)\b|\b(?:dernier|dernière|récent|récente) "
        r"(?!emploi|année|fois|mois)\w+|\bconfie\w*\b|\bpremiers? (?:travail|mois)\b|\bquel(?:le)?s? (?:\w+ "
        r")?(?:commande|demande|plainte|panne|expérience|exercice|leçon|cours avez|travail|détail|problème|"
        r"client|erreur|décision)\b|\blaisse-t-on faire\b|\ben toute autonomie\b",
    )),
    ("advice", (
        r"\b(?:conseils?|conseill\w+|suggér\w+|recommand\w+|à ma place|si vous étiez|comme le mien|"
        r"devrais-je|dois-je|faut-il|que feriez|pourrais-je|mon parcours|puis-je)\b|"
        r"\b\w+riez-vous\b(?<!pourriez-vous)(?<!accepteriez-vous)(?<!voudriez-vous)(?<!auriez-vous)",
    )),
    ("path", (
        r"\b(?:devenue?|parcours|premier emploi|débuts?|débuté|carrière|attirée?|poussée?|amenée?|choisi|"
        r"choisir|vos études|arrivée? (?:dans|à|ici)|entrée? dans|décidée?|premier pas|changé de (?:voie|"
        r"métier|domaine)|tournant|failli|envie de (?:travailler|faire)|avec le recul|vos (?:études|débuts)|"
        r"fait pour vous|le hasard|première fois|notre rencontre|la ville|votre semaine|nous nous parlons|"
        r"endroit préféré)\b",
    )),
)  # fmt: skip

TOPICS: dict[str, Table] = {"en": _english, "zh-Hans": _chinese, "fr": _french}
