"""Words of despair: a wish to die or to harm oneself, and a heavy heart without one, in three languages."""

from askwell.coach.lexicon import Lexicon

_JE_VEUX = (
    r"\bj(?:e |['’])(?:ne )?(?:veux|voudrais|vais|aimerais|préfère|souhaite|ai (?:juste |vraiment |souvent "
    r"|parfois )?envie)"
    r"(?: d(?:e\b|['’] ?(?=en\b|être\b)))?"
)
"""Who speaks wants it themselves. What is wanted follows after a space, or after the elided "d'"."""

SELF_HARM = Lexicon(
    r"\b(?:kill(?:ing)?|hurt(?:ing)?|harm(?:ing)?) (?:myself|ourselves)\b",
    r"\b(?:wants?|wanted|going|might|trying|tried|threatens?|threatened) to (?:kill|hurt|harm) (?:himself|herself"
    r"|themselves|themself)\b",
    r"\bcut(?:ting)? myself (?:on purpose|again|at night|to feel)|\bcutting myself\b(?! (?:some|off|short|a))",
    r"\b(?:end|ending|take|taking) my (?:own )?life\b|\bend(?:ing)? it all\b(?! (?:with|by|at|in|before|on)\b)",
    r"\b(?:i|i['’]d) (?:just |really |only |sometimes |often )*(?:want|wish|like|would like|prefer) to (?:die"
    r"|be dead|disappear forever)\b"
    r"(?! (?:of|from|laughing|when|on that hill|than|for)\b)",
    r"\bi (?:just )?wish i (?:was|were) dead\b|\bi(?:['’]d| would) be better off dead\b|\bbetter off without me\b",
    r"\bi (?:don['’]?t|do not) (?:want|wish) to (?:live|be alive|wake up|go on living|be here) ?(?:any ?more"
    r"|any longer)?(?=\W*(?:$|[.!?,;]|and\b|any))(?![^.!?]*\b(?:mov|relocat|transfer))",
    r"\b(?:no|any|a|what['’]?s the|what is the|see the|no more) (?:real )?(?:reason|point|will) (?:left )?(?:to"
    r"|in|of|for)"
    r" (?:keep |go on |carry on |keep on )?(?:live|living|being alive|existing|be alive)\b"
    r"(?! (?:in(?! (?:this world|pain))|near|at|with|out|far|here|there|downtown|on|together|off|alone)\b)"
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
    r"不想(?:再)?活(?:着|了|下去|(?=$|[，。！!]))|活(?:着|得)(?:真)?没(?:有)?(?:什么)?(?:意思|意义)"
    r"|没(?:有)?活(?:下去|着)的(?:意义"
    r"|理由|勇气)|(?<![让怎])(?:我|真的?|实在|快)活不下去(?:了)",
    r"(?:想|要|去|打算|准备)(?:自杀|自尽|轻生|寻死|自残|跳楼|割腕|上吊)|自杀的(?:念头|想法|冲动)|(?:我|他"
    r"|她)(?:试过|想过|曾经)(?:要)?(?:自杀|自残|轻生|去死)",
    r"结束(?:我|自己)?的?(?:生命|这条命)|了结(?:自己|生命|这一生|此生)|伤害(?:我)?自己|(?:我|真的?|就|只|好|很"
    r"|有时候?|有点)想死(?![你我他她了机])(?:了)?(?=$|\W|的心|算了|，|。)",
    r"不如死(?:了|掉|(?=$|[，。！!]))|死了(?:算了|一了百了|更好|干净)|(?:世界|你们|他们|大家)没有我(?:会"
    r"|就)?(?:更|还)好",
    r"\bi\b[^.!?,;]{0,25}\b(?:wanna|want to|wish to|gonna|going to|about to|ready to|should|might as well"
    r"|deserve to|hope i"
    r"|rather) (?:just |really |simply )?(?:die|be dead|not exist|stop existing|stop living|end it(?=\W*(?:$|[.!?,;]"
    r"|tonight|for good))|disappear(?=\W*(?:$|[.!?]|forever|for good)))\b(?! (?:of|from|laughing|when|on that hill|than"
    r"|for|with|in sales)\b)",
    r"\b(?:gonna|wanna|to|should|might|i['’]ll) (?:just )?kms\b|\b(?:want|wish) (?:it all|everything|all of it"
    r"|this all)"
    r" to (?:be over|end|stop)(?=\W*(?:$|[.!?,;]|for good))",
    r"\b(?:no ?body|no one) (?:would|will|['’]d) (?:even |really |ever )?miss me\b(?! (?:at|in|on)\b)"
    r"|\b(?:no ?body|no one|who) (?:would|will|['’]d) (?:even |really |ever )?(?:notice|care|cry|mind)\b[^.!?]{0,5}"
    r" (?:if|when) i (?:die|died|was gone|were gone|am gone|disappeared|was dead|were dead)\b",
    r"\b(?:think\w*|thought|want|wanna|going|feel like|dream\w*|urge)\b[^.!?]{0,20}\b(?:jump(?:ing)?"
    r"|throw(?:ing)? myself"
    r"|step(?:ping)?|walk(?:ing)?) (?:off|from|in front of|under|out of) (?:a|the|my|this|that) (?:\w+ )?(?:bridge|roof"
    r"|building|balcony|cliff|window|ledge|train|bus|truck|traffic)\b(?! (?:project|team|job))",
    r"\b(?:done with|tired of|sick of|fed up with|had enough of|exhausted by) (?:life|living|being alive|existing)\b"
    r"(?=\W*(?:$|[.!?,;]|and\b|any ?more|now\b|so\b))",
    r"\bbetter off if i (?:were|was|am|['’]m) (?:dead|gone)\b|\b(?:world|family|kids|children|everyone"
    r"|everybody|parents"
    r"|wife|husband|they|people)\b[^.!?]{0,20}\bbetter (?:off )?without me\b",
    r"\bi\b[^.!?]{0,25}\bpills\b[^.!?]{0,20}\b(?:ready|saved up)\b|\b(?:take|swallow|taking|swallowing) (?:all (?:of )?"
    r"(?:my|the|these) pills|the whole bottle)\b|\b(?:want|wanna|going|thinking)\b[^.!?]{0,10}\boverdos(?:e|ing)\b",
    r"\b(?:never been|was never|were never|wasn['’]t|hadn['’]t been) born\b(?! (?:here|in|into|with|yesterday)\b)"
    r"|(?:\bnot|n['’]t|no longer|hardly) worth living\b(?! (?:in|near|at|here|there)\b)",
    r"\bthink\w* (?:about|of) (?:dying|my own death|being dead|not existing|ways to die)\b(?=\W*(?:$|[.!?,;]"
    r"|and\b|all\b"
    r"|a lot|every|again|at night|these days))|\bexcept (?:dying|death)\b",
    r"\b(?:wish|hope|want|sleep|rather)\b[^.!?]{0,25}(?:\bnever|\bnot|n['’]t) (?:ever )?(?:have to )?(?:wake"
    r"|woken) up\b"
    r"(?! (?:at|so|before|early|with|to)\b)|\b(?:suicide|goodbye) note\b|\bi don['’]?t want to (?:live|exist)(?=\W*$)",
    rf"{_JE_VEUX} ?(?:juste |vraiment |simplement )?en finir(?=\W*(?:$|[.!?,;]|une fois|maintenant|ce soir|avec"
    rf" (?:la vie"
    r"|tout|ma vie|mes jours|cette vie)\b))|\bplus de vivre(?=\W*(?:$|[.!?,;]|comme))",
    rf"{_JE_VEUX} ?(?:juste |vraiment |simplement )?(?:mourir|crever|être morte?|ne plus (?:jamais )?(?:me"
    rf" réveiller|exister"
    r"|être là(?=\W*(?:$|[.!?,;]))|être de ce monde)|disparaître(?=\W*(?:$|[.!?,;]|pour toujours|à jamais)))\b"
    r"(?! (?:de|d['’]|à|quand|sur|mon|ma|mes|un|une|le|la)\b)",
    r"\bpersonne ne\b[^.!?]{0,30}\bsi je (?:mourais|meurs|disparaissais|n['’]étais plus là)\b|\bne manquer(?:ais|ai) à"
    r" personne\b|\bj(?:e (?:ne )?|['’])veux plus être là(?=\W*(?:$|[.!?,;]|,))",
    r"\b(?:pens\w+|song\w+|envie|veux|voudrais|vais|rêve)\b[^.!?]{0,12}\b(?:sauter (?:du (?:pont|toit|balcon|haut)"
    r"|d['’]un (?:pont|toit|immeuble)|par la fenêtre|dans le vide)|me (?:jeter|lancer) (?:sous|devant|en bas|par la"
    r"|du (?:pont|toit|balcon)|d['’]un|dans le (?:vide|fleuve)))\b",
    r"\b(?:plus|pas) la peine d['’]être vécue\b|\bà quoi bon (?:vivre|exister|continuer à vivre)\b(?! (?:à|au"
    r"|aux|en|dans"
    r"|avec|ici|là|loin|chez|ensemble)\b)",
    r"\b(?:fatiguée?|tannée?|lasse?|épuisée?|marre|assez) de (?:vivre|la vie|exister)(?=\W*(?:$|[.!?,;]|et\b))"
    r"|\bplus (?:la |de |le )(?:force|courage|raison|goût) de (?:vivre|continuer à vivre)\b(?! (?:à|dans|en"
    r"|avec|loin)\b)",
    r"\bje pense (?:souvent |tout le temps |beaucoup |sans cesse )?à (?:la mort|mourir|ma mort)(?=\W*(?:$"
    r"|[.!?,;]|tou|chaque"
    r"|la nuit|souvent|sans))",
    r"\bme (?:foutre en l['’]air|supprimer|flinguer|tirer une balle(?! dans le pied))\b|\bm['’]ouvrir les veines\b"
    r"|\bavaler (?:tous |toutes )?(?:mes|les|des) (?:pilules|comprimés|cachets|somnifères)\b",
    r"\b(?:jamais|ne pas) (?:naître|être née?)\b|\b(?:vaut|vaudrait) mieux que je (?:sois morte?|meure|disparaisse)\b"
    r"|\bmérite (?:pas de vivre|de mourir)\b",
    r"\bje me (?:coupe|taillade|scarifie|mutile) (?:les (?:bras|veines|poignets|jambes|cuisses)|exprès|pour me)"
    r"|\b(?:veux|voudrais) que (?:tout|tout ça|ça) s['’]arrête(?=\W*(?:$|[.!?,;]|enfin|pour de bon))",
    r"(?:想|要|不如|干脆|就此)[^，。！？]{0,4}一了百了|(?:^|[，。！？,.\s])(?:也|都|只|就|真|好"
    r"|我)?想(?:去)?死(?=$|[，。！!,.\s])"
    r"|(?:我|真|好)(?:想|要)去死|想死的心都有|(?:让|叫)我死了?[吧算]",
    r"(?:想|要|求|盼|渴望)(?:着)?(?:早点|快点|赶紧|彻底|早日)?解脱(?=$|[，。！!了])|(?:想|要)(?:早点|快点|赶紧"
    r"|彻底)?结束"
    r"(?:掉)?(?:这一切|一切|这(?:种|样)(?:的)?日子|痛苦)",
    r"(?:想|要|打算|准备)[^，。！？]{0,3}(?:从[^，。！？]{0,6}[楼桥台窗崖顶][^，。！？]{0,3}[跳翻][下出]|往下跳"
    r"|跳(?:河|江|海|桥|湖|轨)"
    r"|跳下去(?=$|[，。！!]))",
    r"活着(?:还|到底|究竟)?(?:有|图|干)(?:个)?(?:什么|啥|何)(?:意思|意义|用|劲|盼头|呢|$)|活着(?:就|也|真"
    r"|只)?(?:是)?[^，。！？]{0,3}"
    r"(?:多余|拖累)|(?:^|我|[，。！？\s]|真的?|早就?|已经)活(?:够|腻)了",
    r"(?:睡|希望|想|要是|如果|但愿)[^。！？]{0,12}(?:不要|不用|不再|再也不|永远不|别)(?:再)?(?:用|要)?醒(?:来|过来|了)"
    r"|(?:希望|宁愿|宁可|要是|恨不得)[^。！？]{0,8}没(?:有)?(?:被)?(?:出生|生下来|来过这|来到这)",
    r"我(?:要是|如果|就算|真)?(?:死|不在|消失)了[^。！？]{0,4}(?:没(?:有)?人|谁)(?:会"
    r"|也)?[^，。！？]{0,3}(?:在乎|知道|在意|难过|发现"
    r"|关心|伤心)|没(?:有)?我[，,]?[^。！？，]{0,4}(?:家里?人?|爸妈|父母|老婆|老公|孩子|他们"
    r"|大家)[^。！？，]{0,5}(?:更好|会好|轻松)",
    r"(?:老|总|常|天天|整天|一直|满脑子|脑子里)[^，。！？]{0,5}[想是][到着]?死(?=$|[，。！!])|(?:想|希望"
    r"|恨不得)(?:就这样|自己|能|永远"
    r"|彻底)*消失(?=在这|掉?(?:$|[，。！!])|算了)",
    r"(?:安眠药|一瓶药|整瓶|农药)[^。！？]{0,10}(?:吃下|吞|都吃|全吃|喝下)|(?:想|要)(?:吞|喝)(?:药|农药|安眠药)"
    r"|刀片?[^，。！？]{0,3}[划割][^，。！？]{0,3}(?:自己|我的|手腕|手臂|胳膊)",
    r"人间不值得[^。！？]{0,6}(?:走|离开|死)|(?:想|要|准备|打算)[^，。！？]{0,4}(?:离开|告别)(?:这个世界|这世界"
    r"|人世|人间)",
    r"\b(?:happier|better off|fine|better) (?:with me (?:dead|gone)|if i (?:wasn['’]t|weren['’]t|was not)"
    r" (?:around|here|alive))\b"
    r"|\bif i (?:died|was dead|were dead|disappeared)\b[^.!?]{0,15}\b(?:no ?body|no one)\b|\bsleep forever\b",
    r"\bi wish (?:a|some|the) (?:car|bus|truck|train) would (?:just )?(?:hit|run over) me\b|\bi cut my (?:arms?"
    r"|wrists?|legs?|thighs?)\b"
    r"(?! (?:on|off|hair|short)\b)|\bnothing left (?:for me )?to live for\b|\bnot want to (?:live|exist)(?=\W*$)",
    r"\bi(?:['’]ve)? (?:bought|have|got|found) (?:a |some |the )?(?:rope|razor blades?"
    r"|noose)\b(?=[^.!?]*(?:don['’]t know|ready|end|do it|stop))"
    r"|\bi (?:just )?want out\b(?= for good|\W*$)|\bi don['’]?t (?:even )?want to (?:exist|be alive)\b",
    r"\bsi je (?:mourais|meurs|disparaissais)\b[^.!?]{0,25}\bpersonne\b|\bne (?:veux|voudrais) plus exister\b"
    r"|\bne plus (?:jamais )?me réveiller\b"
    r"|\bj['’]ai (?:acheté|préparé|trouvé) (?:une|la) corde(?=\W*(?:$|[.!?]|pour (?:me|en)))",
    r"\bvie n['’](?:a|est) plus (?:de|aucun|du tout|d['’]) ?(?:sens|goût|intérêt|but)(?! (?:à|au|en|dans)\b)"
    r"|\bje me fais (?:du )?mal(?= quand| exprès| la nuit| le soir)"
    r"|\bque ma vie s['’]arrête\b|\b(?:vivre|souffr\w+|mal|vie)\b[^.!?]{0,25}\bje veux partir pour de bon(?=\W*$)",
    r"(?:宁愿|宁可|情愿)(?:去)?死(?=$|[，。！!了])|不想(?:再)?存在"
    r"|我[^，。！？]{0,4}死了[，]?(?:也)?(?:没(?:有)?人|谁)|遗书(?!的法律|公证)|自我了断|自寻短见"
    r"|死了(?:就|才)(?:不用|不会|能|可以|好)|我想过(?:要|去)?(?:跳楼|跳河|死|割腕)",
    r"活着(?:对我来?说)?[，]?(?:真的?|已经|也|都)?(?:没(?:有)?|毫无|失去)(?:了|什么|任何)?(?:意义|意思|价值)"
    r"|(?:想|希望|要是)(?:能|就)?(?:这样)?一睡不醒"
    r"|我(?:走|死|消失|不在)了[，]?[^。！？]{0,2}(?:大家|他们|家人|孩子|爸妈|你们)[^。！？]{0,4}(?:轻松|更好"
    r"|解脱|好过)",
    r"\b(?:hang|drown|shoot|poison) myself\b(?! in the foot)|\bbe gone (?:forever|for good)\b|\b(?:dying|death)"
    r" (?:would|might|must)"
    r" be (?:easier|better|a relief)\b",
    r"\b(?:espère|voudrais|aimerais) ne (?:pas|plus) me réveiller\b|\b(?:mourir|la mort) serait (?:plus|mieux"
    r"|un soulagement)"
    r"|\benvie d['’]être en vie\b",
    r"不想(?:再)?醒(?:来|过来)?(?=了|$|[，。！!])|死了?比活(?:着|下去)|我(?:真|好)?想永远离开(?=$|[，。！!])"
    r"|我[^，。！？]{0,4}死了[，,](?:也)?(?:没(?:有)?人|谁)",
)  # fmt: skip
DISTRESS = Lexicon(
    r"\b(?:i(?:['’]m| am| feel|['’]ve felt| have felt|['’]ve been feeling|['’]ve been| have been) (?:so |very |really "
    r"|just |completely |totally |all |quite )?(?:hopeless|worthless|depressed|in despair|a burden|like a failure"
    r"|so alone|all alone))\b(?! at)",
    r"\bi can(?:['’]?t|not) (?:go on|take (?:it|this)|cope|do this) any ?more\b"
    r"|\bi(?:['’]ve| have) (?:lost (?:all )?hope|given up hope)\b",
    r"\bje (?:suis|me sens|me sentais) (?:si |tellement |très |trop |complètement |vraiment )?"
    r"(?:désespérée?|sans espoir|déprimée?|bonne? à rien|un fardeau)\b",
    r"\bj(?:e n)?['’]en peux (?:vraiment |juste |tellement )?plus\b(?! d(?:e |u |es |['’])(?!cette vie))"
    r"|\bj['’]ai perdu (?:tout )?espoir\b"
    r"|\bje n['’]ai plus (?:d['’]|aucun )espoir\b",
    r"(?:我|觉得|感到|感觉|真的?|实在)[^，。！？]{0,6}(?:绝望(?!的客|的病)|没(?:有)?希望了|撑不(?:下去|住)了"
    r"|熬不下去了)",
    r"我(?:真的?|都|快|已经|有点)?(?:要)?崩溃了?(?=$|[，。！!])"
    r"|我(?:觉得|感觉)自己(?:很|真|太)?(?:没用|失败|是个?累赘|一无是处)",
    r"\bi can(?:['’]?t|not) (?:keep going|keep doing this|live like this)(?: any ?more| any longer)?(?=\W*(?:$"
    r"|[.!?,;]))"
    r"|\bat the end of my (?:rope|tether)\b|\bi(?:['’]m| am) (?:falling apart|broken)\b",
    r"\bi\b[^.!?]{0,15}\bcry(?:ing)? (?:every (?:night|day)|all (?:night|day)|myself to sleep)\b|\bcan(?:['’]?t"
    r"|not) stop"
    r" crying\b|\beverything (?:feels|is|seems) (?:so )?(?:hopeless|pointless|meaningless)\b|\bi hate (?:myself"
    r"|my life)(?=\W*(?:$|[.!?,;]|and\b|so\b))",
    r"\bje suis (?:vraiment |complètement |totalement |rendue? )?à bout(?! (?:de souffle|portant))\b|\bau bout"
    r" du rouleau\b"
    r"|\bje craque(?! pour)\b|\bje pleure (?:tou|chaque|sans arrêt|la nuit)|\bje me (?:hais|déteste)\b",
    r"\bje n['’]y arrive plus(?=\W*(?:$|[.!?,;]))|\btout est (?:perdu|fichu|foutu)\b|\bje me sens (?:si "
    r"|tellement |très |trop "
    r"|complètement |vraiment )(?:seule?|inutile|vide)\b",
    r"(?:我|真的?|快|实在|已经)(?:真的?|快|要|已经|也|都)*(?:受不了了|(?:扛|坚持|撑|熬)不(?:下去|住)了)(?=$|[，。！!])"
    r"|看不到(?:一点|任何|半点|什么)?希望|(?:万念俱灰|走投无路)|我[^。！？]{0,16}[，,](?:很|好|真|太|特别)绝望",
    r"我[^，。！？]{0,2}(?:每天|天天|整天|每晚)[^，。！？]{0,4}哭|我?整个人都?(?:垮|崩溃|废)了|活(?:着|得)(?:真"
    r"|太|好)累"
    r"|(?:我|真)(?:恨|讨厌)自己",
    r"\bi(?:['’]ve| have) given up(?=\W*(?:$|[.!?]|on (?:life|everything|myself)))|\bcan(?:['’]?t|not)"
    r" cope\b(?=[^.!?]{0,12}\bany ?more|\W*$)"
    r"|\bhaving a (?:nervous |mental )?breakdown\b|\bcan(?:['’]?t|not) get out of bed\b",
    r"\bje me sens (?:vide|perdue?|inutile)(?=\W*(?:$|[.!?,;]|et\b))|\bmoral à zéro\b|\bplus de"
    r" forces?(?=\W*(?:$|[.!?]))"
    r"|\bje suis en train de craquer\b|\bje (?:déteste|hais) ma vie(?=\W*(?:$|[.!?,;]))",
    r"我(?:是不是)?(?:可能|已经|好像)?(?:得了)?抑郁(?:症)?了(?=$|[，。！!])|起不了床|我(?:觉得"
    r"|感觉)?(?:自己)?(?:就|真)?是(?:个)?(?:废物|累赘|负担)"
    r"|心里(?:好|太|真|很)(?:苦|难受)|(?:^|[，。！？\s])(?:天天|每天|整天)(?:都)?(?:在)?哭(?=$|[，。！!])|(?:我"
    r"|好|太)(?:好|太|很)?孤独[，]?没(?:有)?(?:一个)?人",
    r"\bau bord du gouffre\b|(?:我|好|太)(?:好|太|很)?孤独[，,]没(?:有)?(?:一个)?人",
)  # fmt: skip
