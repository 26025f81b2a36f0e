"""Phrases that ask for a job, an opening, a referral, or to pass on a resume, as regular expressions."""

_gap = r"(?:(?!for\b|of\b|about\b|in\b|on\b|to\b|with\b|from\b|at\b|how\b)[\w'’-]+ ){0,3}"
_opening = (
    r"(?:jobs?|positions?|openings?|vacanc(?:y|ies)|internships?|placements?|apprenticeships?|traineeships?|"
    r"co-?op (?:terms?|jobs?|placements?)|employment)"
)
_softer = rf"(?:{_opening[3:-1]}|roles?|posts?|spots?|shifts?|seats?|practicums?)"
_resume = r"(?:resumes?|resumés?|résumés?|cvs?\b|c\.v\.|curriculum(?: vitae)?|application)\b"
_place = (
    r"(?:company|companies|team|firm|organi[sz]ation|hospital|office|branch|department|store|shop|clinic|"
    r"school|restaurant|"
    r"hotel|bank|studio|lab|laboratory|warehouse|kitchen|cent(?:re|er)|group|unit|ward|site|plant|garage|"
    r"crew|business|agency|bakery|"
    r"farm|workshop|practice|library|fleet|employer|staff|salon|college|daycare|facility|factory|yard|"
    r"pharmacy|workplace|side)"
)
_yours = rf"your (?:[\w'’-]+ ){{0,2}}?{_place}"
_wish = (
    r"(?:(?:'d|’d|would) (?:really |very much |truly )?(?:like|love|be (?:happy|glad|honou?red|thrilled|"
    r"delighted))|want|wish|hop(?:e|ing)|"
    r"keen|eager|dream(?:ing)?|ready|willing|looking|opportunity|chance|aim(?:ing)?|interested)"
    r"(?: (?:to|for|of|in|a|an|the|one|day|someday|be|become|get|have|given|considered|forward|possible|"
    r"able|work|working|join|joining))*"
)
_third = (
    r"(?:manager|hr\b|human resources|recruit\w*|boss|supervisor|director|hiring|head|team lead|owner|"
    r"talent|decision|"
    r"principal|foreman|department|employer|people who hire|right (?:person|people|hands|desk)|team)"
)

ENGLISH = (
    # said around the corner
    r"\b(?:you|your [\w'’ ]{1,30}?) (?:could|can|might|would) (?:perhaps |possibly |also |still )?(?:take|use|need|"
    r"absorb|do with) "
    r"(?:another|one more|an? (?:extra|additional|new)|more|someone|a pair of hands)\b",
    r"\b(?:use|need|place for|want|room for|hire|looking for) (?:someone|somebody|a person|people|an? \w+) like me\b",
    r"\b(?:pass|forward|give|hand|send|submit|mention|share) my (?:contact )?(?:details|information|name|profile|"
    r"background|contacts?|file)\b",
    r"(?<!got )(?<!has )(?<!had )(?<!took )(?<!found )(?<!holds )\b(?:an?|any|the) (?:[\w-]+ ){0,2}(?:spot|opening|"
    r"position|vacancy|job|internship) (?:on|in|at|with|within) "
    r"your\b",
    r"\b(?:good |great |perfect |strong )?(?:fit|asset|addition|match) (?:for|to|with) your (?:[\w-]+ )?(?:team|"
    r"company|firm|organi[sz]ation|staff|"
    r"business|group|department|crew)\b",
    r"\bmy (?:candidacy|candidature)\b|\bconsider me\b",
    # to be taken on
    r"\b(?:hire|employ|recruit|interview) (?:me|us|someone like me|people like me)\b",
    r"\btake me on\b|\btry me (?:out|for)\b|\bgive me a (?:try|trial|shot|chance)\b|\bmy foot in the door\b",
    rf"\b(?:give|offer|get|find|grant|arrange|secure) me (?:with )?{_gap}(?:{_softer}|(?:some |any "
    r")?work\b(?! \w)|"
    r"(?<!information )(?<!informational )interview)\b",
    r"\b(?:help|assist|support) (?:me|us) (?:to )?(?:in )?(?:with )?(?:find(?:ing)?|get(?:ting)?|"
    r"land(?:ing)?|secur(?:e|ing)|"
    rf"obtain(?:ing)?|with|into)? ?{_gap}(?:{_opening}|(?<!you )work)\b",
    # hiring status
    r"\bare you (?:\w+ ){0,2}(?:hiring|recruiting)\b",
    r"(?:^|[,;:—–] ?|\b(?:if|whether|and|or|but|also|know|ask|wondering|say) )(?:if |whether )?"
    r"(?:are|is|will|do|does|would|has|have|might)\b[^.?!,]{1,40}?\b(?:(?<!in )(?:hiring|hire|recruiting|"
    r"recruit)\b(?! you)|taking on|adding (?:people|staff)|looking to "
    r"(?:add|fill)|looking for (?:new |more |another |an? |extra )+(?!perspective|challenge|job|home|"
    r"place|way)\w+|looking for (?:staff|people|someone))\b",
    r"\b(?:if|whether) (?!people\b|anyone\b)[^.?!,]{1,40}?\b(?:hiring|recruiting|looking to (?:hire|fill)|"
    r"looking for (?:an?|new|more|staff|another)|taking (?:people )?on)\b",
    r"\bwhen\b[^.?!]{1,40}\b(?:start|begin|open|resume|plan)\w* (?:to )?(?:hir\w+|recruit\w*)\b",
    rf"\b(?:do|does|if|whether|that|think|could) (?:you|{_yours}) (?:could |might |would |ever |also |"
    r"still |currently |now )*(?:need|use|require|"
    r"take on|want)s? (?:an?|any|another|one|more|some|extra|someone|anyone|anybody|somebody|people|staff|"
    r"help) ?(?!idea|moment|time|minute|change|"
    r"break|tool|software)",
    r"\b(?:room|space) for (?:one more|another|me|an? (?:\w+ )?(?:new|extra|junior)|someone)\b|\bin need "
    r"of (?:an?|another|more|extra|staff|people|someone)\b",
    r"\b(?:do|does|can|could|would|will) (?:you|your [\w'’ ]{1,25}?) (?:offer|provide|accept|take|run) "
    r"(?:any |an? |on )?(?:\w+ )?(?:internships?|"
    r"placements?|apprentices?|apprenticeships?|interns?|trainees?|practicums?|co-?ops?)\b",
    r"\b(?:can|could|may|might) i (?:please )?(?:work (?:for|at|in|with) (?:you\b|your)|intern|be hired|"
    rf"join {_yours})",
    rf"\b(?:my|i|i'd|i'm)\b[^.?!]{{0,40}}?\b(?:get|getting|find|land|have|obtain) (?:an?|the|any|some) "
    rf"(?:[\w-]+ )?{_opening} (?:at|in|with|within) {_yours}",
    r"\b(?:tell|speak to|talk to|ask|mention me to|write to|convince) your (?:\w+ )?(?:boss|manager|"
    r"supervisor|hr|director|owner|employer|principal)\b"
    r"[^.?!]{0,15}\b(?:about|for|on behalf of|to (?:hire|give|consider|see|meet)) ?(?:me|my)\b",
    # openings
    rf"(?<!in )(?<!than )\bany (?!question|advice|information|feedback|tips|thoughts){_gap}(?:{_softer}|"
    r"(?<!networking )(?<!learning )"
    r"(?<!training )(?<!volunteer )(?<!volunteering )opportunit(?:y|ies))\b",
    rf"\b(?:do|does|if|whether|would|could|might) (?:you|there|{_yours})\b[^.?!,]{{0,20}}?\b(?:have|has|"
    r"had|know of|know about|"
    r"hear of|see|be|is|are) (?:an?|some|space|room|open|available|current|suitable|free)\b "
    rf"{_gap}{_softer}\b(?! (?:description|market|shadow\w*))",
    r"\b(?:is|are) there (?:an?|some|space|room|open|available|current|suitable|still)\b "
    rf"{_gap}{_softer}\b(?! (?:description|market|shadow\w*))",
    r"\b(?:job|position|place|role|work|room|space|opening|something|anything|spot|vacancy) (?:open |"
    r"available )?(?:for|suits?|fits?|that "
    r"(?:suits?|fits?)) (?:me\b(?! to)|my (?:profile|skills|background|experience)|someone like me)",
    r"\b(?:job|current|suitable|available|relevant|upcoming|potential) (?:openings?|vacancies|positions)"
    r"\b|\bvacanc(?:y|ies)\b",
    r"\bopenings? (?:at|in|on|with|within|for) (?:your|you|me|my|the)\b",
    r"\b(?:let me know|tell me|contact me|keep me (?:posted|in mind|informed)|think of me|remember me)"
    rf"\b[^.?!]{{0,30}}\b(?:when|if|for|about|of)\b"
    rf"[^.?!]{{0,30}}\b(?:{_opening}|opens? up|comes? up|hir(?:es?|ing))\b",
    r"\bkeep me in mind\b|\bif you (?:ever )?hear (?:of|about) (?:anything|something)\b",
    r"\b(?:job|work|employment|career|internship|position) opportunit(?:y|ies) (?:at|in|with|within|on) "
    r"(?:your|you)\b",
    # a referral
    r"\b(?:to|please|you|and|also|would|could|can|may|might|will|kindly|perhaps|maybe|possibly|even|then|"
    r"who) (?:refer|recommend|endorse|"
    r"nominate|sponsor) me\b(?! (?:a|an|some|any|books?|resources?|courses?|what|which|to (?:someone|"
    r"somebody|anyone|people|a colleague|"
    r"another)))",
    r"\b(?:asking|ask|hoping|hope|looking|like|love|appreciate|need|want|give|giving|get|provide|"
    r"providing|request(?:ing)?|have|be|write|seeking|for)\b"
    r"[^.?!,]{0,25}(?<!thanks to )(?<!through )\breferrals?\b|\breferral (?:request|code|link)\b|"
    r"\b(?:internal|employee) referral\b",
    r"\b(?:good word|kind word) (?:for me|in|with|to)\b|\bput in a (?:good )?word\b|\bvouch for me\b|"
    r"\bput (?:me|my name) forward\b|\bpull "
    r"(?:some |a few )?strings\b|\bget me in\b(?!to the)|\bmy name (?:in front of|to (?:your|the|hr)\b)",
    r"\b(?:introduce|connect|put|refer) me (?:to|with|in touch with|through to) (?:your |the |a "
    r")?(?:[\w'’-]+ ){0,2}(?!team\b)(?:hiring|hr|human "
    r"resources|recruit\w*|boss|manager|director|talent|supervisor)\b",
    r"\b(?:speak|talk) to (?:your|the) (?:\w+ )?(?:boss|manager|hr|supervisor|director)"
    r"\b[^.?!]{0,20}\b(?:about|for|on behalf of) (?:me|my)\b",
    # the resume, handed on
    rf"\b(?:can|could|would|will|might|may|please|kindly|to|if|mind)\b[^.?!]{{0,30}}?\b(?:pass|forward|"
    r"submit|shar|hand|show|deliver|circulat|put|"
    r"slip|giv|present|relay|get|bring|tak|drop|leav|send|upload)(?:e|ing)?\b(?![^.?!]*\b(?:feedback|"
    r"advice|tips|opinion|thoughts|"
    rf"comments|suggestions|improve)\b)[^.?!]{{0,25}}?\b(?:my|the|attached|this|a copy of my) (?:\w+ "
    rf")?{_resume}",
    r"\b(?:pass|forward|hand|give|show|send|submit|bring|tak|circulate)(?:e|ing)? (?:it|this|them|that|"
    r"my (?:name|details|file|information|profile)) "
    rf"(?:along |on )?(?:to|with)\b[^.?!]{{0,30}}?\b{_third}",
    rf"\b{_resume} (?:to|in front of|on the desk of|into the hands of|reaches|get to)"
    rf"\b[^.?!]{{0,30}}?\b{_third}",
    rf"\b(?:keep|hold|consider|put) my {_resume}",
    # applying
    r"\bwriting to (?:formally )?apply\b|\b(?:would|'d|’d) like to apply\b(?! (?:what|these|this|my|it))|"
    r"\b(?:i am|i'm|i’m|hereby|i) "
    r"(?:applying|apply) for (?:a|an|the|any|this|your)\b",
    r"(?<!before )(?<!of )(?<!considering )(?<!ask )\b(?:to apply|applying|application|apply|candidate|"
    r"candidacy) (?:for|to) (?:an?|any|the|"
    rf"your|this|that|all|one of)\b[^.?!]{{0,40}}?\b(?:{_opening}|roles?|posts?|{_place})\b",
    r"\b(?:consider me|be considered|consider hiring|considering me|consider my|accept my application|"
    r"review my application)\b",
    r"\binterest(?:ed)? in (?:the|a|an|any|this|your|an open|joining|applying)\b(?: (?!in\b|of\b)"
    rf"[\w'’/-]+){{0,4}}? (?:position|opening|vacanc(?:y|ies)|"
    rf"internship|posting|{_yours})\b",
    rf"\b{_wish} (?:join(?:ing)?|part of|a member of|work(?:ing)? (?:for|at|in|with|on|under)|(?:a |any "
    r")?(?:job|career|position|role|future|place|"
    r"internship|placement) (?:at|in|with|on|within)|employed (?:by|at|in)|contribut(?:e|ing) to|"
    rf"start(?:ing)? at|on board at) (?:{_yours}|your)\b"
    r"(?! (?:field|industry|area|profession|line|trade|sector|kind|city|town|talk|call|event|meet\w*|"
    r"group chat|book))",
    rf"\b{_wish} (?:work(?:ing)?|employed) for you\b",
    r"\b(?:looking|seeking|search(?:ing)?|in need|need|want|after|asking|hoping) (?:for "
    rf")?{_gap}(?:{_opening}|work|roles?) (?:at|in|with|within|on|from) "
    r"(?:your|you)\b(?! (?:field|industry|area|profession|line|trade|sector|city|town))",
    r"\b(?:for|to|me|schedule|arrange|grant me) an? (?:job |personal |in-person )?interview\b(?! (?:you|"
    r"about|question|tips|practice|skill|prep))",
    r"\b(?:can|could|able to|ready to|available to) start (?:work(?:ing)? )?(?:immediately|right away|at "
    r"once|tomorrow|now|as soon as|any ?time|on "
    r"(?:mon|tues|wednes|thurs|fri)day|next week|monday)\b",
    r"\b(?:job|work|employment) (?:application|request|inquiry|enquiry)\b|\bapplication for (?:a|an|the|"
    r"any|employment|your)\b",
    r"\b(?:please|kindly) (?:give|offer|find|get) (?:me )?(?:a |some |any )?(?:job|work)\b",
    r"\b(?:sponsor|lmia|job offer)\b[^.?!]{0,30}\b(?:me|my)\b|\b(?:make|give|get|need|want|send)"
    r"\b[^.?!]{0,15}\bjob offer\b",
)  # fmt: skip

_poste = (
    r"(?:emplois?|jobs?|postes? (?:vacants?|ouverts?|disponibles?|à pourvoir|à combler|libres?)|postes?|"
    r"stages?|ouvertures?|débouchés?|"
    r"places?|offres? d['’]emploi)"
)
_chez_vous = (
    r"(?:chez vous|pour vous|votre (?:[\w'’-]+ )?(?:entreprise|équipe|compagnie|firme|organisation|"
    r"hôpital|bureau|cabinet|service|département|école|"
    r"magasin|clinique|restaurant|hôtel|banque|studio|laboratoire|entrepôt|cuisine|centre|groupe|unité|"
    r"usine|garage|agence|boulangerie|"
    r"boutique|pharmacie|établissement|société|succursale|garderie|atelier|chantier))"
)
FRENCH = (
    r"\b(?:quelque chose|du travail|de la place|une place|un emploi|un poste) pour moi\b|\bbesoin de (?:bras|"
    r"main-d['’]œuvre|relève)\b",
    r"\b(?:transmettre|donner|passer|remettre|acheminer) (?:mes coordonnées|mon nom|mon profil)\b",
    r"\b(?:m['’]|me )(?:embaucher|embauch\w*|engager|recruter|prendre à l['’]essai|prendre dans votre)\b",
    r"\b(?:me )(?:donner|offrir|trouver|proposer|obtenir|décrocher|dénicher) (?:un|une|du|quelques|mon)? "
    rf"?(?:\w+ )?(?:{_poste}|travail|"
    r"entrevue d['’]embauche)\b",
    r"\bm['’](?:aider|aidez|aideriez|appuyer) à (?:trouver|obtenir|décrocher|dénicher|entrer|avoir)"
    rf"\b[^.?!]{{0,30}}?\b(?:{_poste}|travail|chez)\b",
    r"\b(?:embauchez|recrutez|engagez|cherchez)-vous\b(?! (?:\w+ )?à \w+(?:er|ir|re)\b)|\b(?:est-ce que|si|quand)"
    r"\b[^.?!]{0,40}?\b(?:embauche|recrute|engage)(?:z|nt)?\b|"
    r"\b(?:embauche|recrute|engage)(?:-t-(?:elle|il|on)|nt-(?:ils|elles))\b",
    r"\b(?:avez-vous|auriez-vous|y a-t-il|y aurait-il|existe-t-il|est-ce qu['’]il y a|est-ce que vous "
    r"(?:avez|auriez)|s['’]il y a|si vous (?:avez|aviez)|connaissez-vous"
    rf"|savez-vous s['’]il y a)\b[^.?!,]{{0,30}}?\b(?:un|une|des|d['’]|du|quelque|aucun)[ ']?(?:\w+ "
    rf")?(?:{_poste}|travail)\b",
    rf"\b{_poste[3:-1].split('|')[0]} (?:pour moi|chez vous|dans votre)\b|\b(?:poste|travail|emploi|stage|"
    r"place) (?:pour moi|chez vous|dans votre|au sein de votre)\b",
    r"\bpostes? (?:vacants?|ouverts?|disponibles?|à pourvoir|à combler)\b",
    r"\b(?:postuler|poser ma candidature|soumettre ma candidature|présenter ma candidature|ma candidature|"
    r"candidature (?:spontanée|au poste|pour)|"
    r"déposer mon (?:cv|dossier))\b|^candidature\b",
    r"(?<!à )\bme (?:recommander|référer|pistonner|parrainer|présenter)(?! (?:un|une|des|quelques))"
    r"\b[^.?!]{0,30}?(?:\b(?:à|au|auprès|pour|aux?)\b|[.?!]|$)",
    r"\b(?:transmettre|remettre|faire suivre|donner|passer|acheminer|envoyer|déposer|glisser|montrer|"
    r"partager|transférer|faire circuler)\b[^.?!]{0,25}?"
    r"\b(?:mon|ma|le) (?:cv|c\.v\.|curriculum|dossier|candidature)\b",
    r"\b(?:le|la|les) (?:transmettre|remettre|faire suivre|donner|passer|acheminer) (?:à|au|aux)\b",
    r"\b(?:travailler|être (?:embauché\w*|engagé\w*)) (?:chez|pour|dans|avec|au sein de) "
    rf"{_chez_vous.replace('chez vous|pour vous|', 'vous|')}",
    rf"\b(?:joindre(?: à)?|rejoindre|intégrer|faire partie de) {_chez_vous}",
    rf"\b(?:avez-vous besoin|vous avez besoin|{_chez_vous} a(?:-t-elle|-t-il)? besoin) (?:d['’]une?|de "
    r"quelqu['’]un|de main|de personnel)\b|\bme prendre "
    r"(?:comme|en stage|à l['’]essai)\b|\bfaire mon stage (?:chez|avec|dans)\b",
    r"\b(?:m['’]accorder|pour|à|une) (?:une )?entrevue d['’]embauche\b|\b(?:disponible|convoque\w*|"
    r"m['’]accorder|passer|me convoquer)\b[^.?!]{0,30}?\b(?:pour|en|à|une) "
    r"?(?:une )?entrevue\b(?! d['’]information| exploratoire)",
    r"\b(?:glisser un mot|un bon mot|mot en ma faveur|appuyer ma)\b|\b(?:commencer|débuter) "
    r"(?:immédiatement|tout de suite|dès (?:demain|lundi|maintenant))",
    rf"\b(?:cherche|recherche|voudrais|veux|aimerais|souhaite|besoin d)\b[^.?!]{{0,25}}?\b(?:emploi|"
    rf"travail|poste|stage)\b[^.?!]{{0,15}}\b(?:{_chez_vous})",
    r"\brecommandation (?:interne|auprès|à l['’]interne)\b|\bdemande d['’]emploi\b|\boffre "
    r"d['’]emploi\b[^.?!]{0,20}\b(?:me|moi)\b",
)  # fmt: skip

_post = "(?:职位|岗位|工作|空缺|空位|名额|实习|位置|职缺|活儿|机会)"
CHINESE = (
    "(?:介绍|引荐|推荐|推|带)(?:给|到|去见)(?:贵|您|你们|您们|公司|单位|那边)?[^，。我您]{0,8}(?:人事|HR|招聘|主管|"
    "经理|老板|领导|负责人|店长|厂长|院长|总监)",
    "(?:您|你|贵|店|厂|公司|厨房|车队|部门|单位|那边|那里)[^，。？！]{0,8}(?:缺|招|收)[^，。？！您你]{0,6}(?:的|人|手)"
    "(?=[，。？！吗]|的话|$)",
    "(?:希望|想|盼|愿|能否|能不能|可否|渴望|期待|恳请)[^，。？！]{0,6}(?:进|加入|进入|入职|投奔)(?:到)?(?:贵|您|你们|"
    "您们)(?![^，。？！]{0,4}(?:课|群|微信|会|活动|直播|朋友圈))",
    "混口饭|赏口饭|给口饭|有没有.{0,4}活(?:干|儿|做)|(?:转达|递上|报上).{0,4}我的(?:情况|资料|信息|姓名)",
    "应聘|谋得?(?:到)?(?:一|个|份|职|差)|求职信|求职[。！!]?$|^求职|(?:我|来|在|想|正在)求职(?!经验|建议|经历|路|"
    "过程|方面|的)|内推|求推荐|求引荐|求介绍工作|"
    "求一?份?工作|求工作",
    "内部推荐|内荐|推荐码|推荐名额|(?:能|可以|请|希望|麻烦|可否|求|是否|愿意|帮忙|帮)[^，。？！]{0,10}?(?:推荐|引荐|"
    "举荐|保荐)一?下?我(?!们|来|联系|跟|向|几本|"
    "一些|什么|看|读|找您)|(?:帮|替|给|为)我(?:推荐|引荐)一?下?(?!.{0,4}(?:书|课|资料|网站|资源|人|几本))|(?:把|将)"
    "我(?:推荐|引荐)|"
    "(?:帮|替|给|为)我.{0,6}(?:美言|说句话|说几句好话|打个?招呼|走个?后门|牵线.{0,4}工作)|美言几句",
    "(?:转交|转发|转给|递交|递给|递一下|递上去|递送|投递|提交|交给|发给|送到|送给|呈给|转呈|传给|转一下|带给|代投|"
    "代为|拿给).{0,14}简历|"
    "简历.{0,10}(?:转交|转发|转给|转一下|转呈|递|提交|交给|投|推荐|送|呈|传给|带给|发给.{0,8}(?:经理|主管|人事|HR|"
    "老板|领导|部门|同事|负责人))|投.{0,2}简历",
    "(?:转交|转发|转给|递给|交给|发给|推荐给).{0,8}(?:招聘|人事|HR|人力|用人)",
    "(?:您|你|贵|公司|团队|部门|店|院|厂|校|那边|那里|这边|现在|目前|最近|还|否|在不在|是不是).{0,8}(?:招人|"
    "招聘(?!会|工作|经验|流程|经理|专员|主管|官|广告|部|"
    "方面|转|领域|行业|顾问|网站|的)"
    "|招工|招新人|招不招|缺人手?|缺不缺|要人|收人|进人|用人吗)",
    "(?:有没有|有无|是否有|是不是有|还有没有|会有|可有|有什么|有啥|有哪些|有合适|有适合|有空出|有空着)"
    f".{{0,10}}?{_post}(?!的?(?:时间|经验|认识|跟您|和您|向您|"
    "与您|请|听|见|聊|拜访|学习|建议|心得|体会|经历|技巧))",
    f"有(?:任何|适合我|合适)?的?{_post}.{{0,4}}(?:吗|么)(?!.{{0,4}}(?:聊|请教))",
    "(?:要不要|缺不缺|招不招|收不收|需不需要|招新|招生?不招)|(?:贵|您|你们|那[里儿边]|店|团队|部门)"
    "[^，。？！]{0,8}(?:招|缺|需要|收)(?!待|到|获|入|藏|聘)"
    "[^，。？！]{0,6}(?:员|工|徒|师|助理|实习生|新人|人手|帮手|护士|司机)(?=[吗么呢？?]|$)",
    "(?:想|希望|愿意|愿|能|可以|争取|期待|打算|渴望|梦想)[^，。？！]{0,6}(?:去|到|来|在|进)(?:贵|您的?|你们的?|"
    "您们的?)"
    "[^，。？！的]{1,8}?(?:工作|上班|任职|实习|做事|打工|干活)(?!的)",
    "(?:职位|岗位)?空缺|空出来的(?:职位|岗位|位置)|缺额",
    f"(?:给|帮|替|为)我.{{0,6}}(?:一份|一个|个|份|找|安排|介绍|谋|弄|提供).{{0,8}}{_post}(?!.{{0,3}}(?:聊|请教|学习|"
    "听|跟您|向您))",
    "(?:给|安排|提供).{0,4}(?:我)?.{0,4}(?:面试|试工|试用|上岗)|面试机会|(?:安排|约|通知|给).{0,4}面试|介绍(?:一份|"
    "一个|个|份|点)?(?:工作|活)",
    "(?:找|谋|要|求)(?:到)?(?:一份|一个|份|个|点)?.{0,6}(?:工作|职位|岗位|差事)(?=[吗，。？?]).{0,3}(?:您|你|能|可以|"
    "请|帮)|帮.{0,4}找.{0,6}工作",
    "(?:录用|聘用|雇用|雇佣|聘请|招聘|招|收留|收下|收|要|考虑)(?:一下)?我(?!们的?课|的问题|的请求|这个请求)"
    "(?=[吗吧呢？?。！!，,]|做|当|$|的简历|的申请)",
    "(?:加入|进入|进|入职|去|到|来|在|为)(?:贵|您的?|你们的?|您们的?)(?:公司|单位|团队|部门|店|医院|学校|那里|那儿|"
    "那边|们|行|所|院|厂|司|校|酒店|餐厅|银行|中心|"
    "集团|企业|机构|幼儿园)"
    "(?:里|内)?(?:的?团队)?(?:工作|上班|任职|做事|就职|实习|效力|打工|干活|发展)?(?=[。！!？?，,；;]|$|的机会|工作|"
    "上班|实习|任职|效力)(?<!在您那里)"
    "(?<!去您那里)(?<!到您那里)(?<!在您们)",
    "(?:申请|竞聘|谋求|争取|胜任).{0,8}(?:职位|岗位|职务|工作|这个职|该职)|(?:职位|岗位)申请|工作申请|申请工作",
    "(?:留意|关注|想着|惦记|记得|通知|告诉|联系).{0,12}(?:我|一下).{0,12}(?:职位|岗位|空缺|招人|招聘机会|工作机会)|"
    "(?:有|出现)(?:了)?.{0,4}(?:职位|"
    "岗位|空缺|机会).{0,8}(?:通知|告诉|联系|想到|想着|考虑)我",
    "(?:随时|马上|立刻|立即|明天|下周)(?:就)?(?:可以|能|都能|可)?(?:到岗|上岗|上班|入职|开工)|请给我(?:一份|一个|个|"
    "份)?工作",
    "(?:需要|求|想要|希望得到|希望获得|想得到).{0,4}(?:内部)?(?:推荐|引荐|担保)(?:信|人|机会|名额|"
    "资格)?(?=[。！!？?，,吗]|$)",
)  # fmt: skip
