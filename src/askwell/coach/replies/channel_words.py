"""How the channels of a talk are named, in the three languages."""

_rooms = (
    r"(?:office|shop|lab|studio|store|trailer|clinic|classroom|workshop|kitchen|site|booth|counter|bench|front desk|"
    r"desk|centre|center|plant|yard|barn|lobby|cafeteria|canteen|diner|bakery|greenhouse|garage|hangar|gym|school|"
    r"hospital|warehouse|library|salon|pub|market|farm|depot|station|church|theatre|theater|gallery|museum|house|"
    r"building)"
)
VIDEO = (
    r"\b(?:zoom|teams|google meet|g-?meet|meet link|facetime|skype|webex|video|jitsi|visio(?:conférence|conference)?|"
    r"vidéo(?:conférence)?|hangouts?|on camera|virtual(?:ly)?|screen ?share|online|en ligne|à distance|caméra)\b",
    r"视频|腾讯会议|线上|飞书|钉钉|网上聊|网络会议|云会议|会议号|zoom|teams|skype|facetime|webex",
)
MEETING = (
    r"\b(?:coffee|tea|(?<!my )lunch(?! (?:hour|break|time))|breakfast|dinner|brunch|beer|pint|drink|bite|in person|"
    r"face[- ]to[- ]face|sit down)\b|\b(?:come|drop|stop|swing|pop|walk|stroll|pass|hop|head) (?:on |right )?(?:by|"
    r"over|in|round|around|to|see|along|up|down|into|and|meet|for|through|find)\b(?! (?:touch|with|line))|"
    r"\bvisit(?:ing)?\b|\b(?:come|pull|swing) (?:taste|say|find|look|sit|watch|meet|have|up)\b|\b(?:restaurant|diner|"
    r"pub|bistro|food court|taco|truck stop|cafeteria)\b|\bmeet (?:me |up |you )?(?:\w+ ){0,6}?(?:at|in|by|near|"
    r"outside|downtown|for) (?!\d|noon|the end|the moment|my end)|\bshow you (?:around|the|how|our)|\b(?:catch|find|"
    r"meet) me (?:at|in|by)\b|\b(?:hang|stick) around\b|\bwelcome to (?:see|visit|look|watch|tour|sit|join|walk|come|"
    r"drop|stop)\b|\b(?:tour|join (?:me|us) (?:at|for|on))\b|\bsee you (?:at|in) (?:the|my|our)\b|\bask for me in\b|"
    r"\bask for me\b",
    r"\b(?:casse-croûte|restos?|restaurant|brasserie|bistro|cantine|café|cafe|dîner|diner|souper|déjeuner|bière|en "
    r"personne|face à face|prendre un verre)\b|\bvenir (?:observer|nous|me|voir|visiter|faire|à|au)\b|\b(?:passez|"
    r"venez|visit\w*|rejoignez-moi|retrouv\w+|rencontrons|se (?:voit|voir|rencontre|rencontrer|retrouve) (?:au|à|"
    r"chez|dans|en)|vous (?:reçois|recevrai|attends|attendrai|montrerai|accueill\w+|ferai visiter)|bienvenue (?:à|au|"
    r"chez))\b",
    r"咖啡|喝茶|吃个?饭|午饭|午餐|晚饭|早餐|早茶|茶餐厅|饭馆|面谈|面聊|当面|见个?面|见一面|碰个?面|碰头|坐坐|参观|"
    r"来吧|来[^。，不往说看]{1,5}吧|来[^。，不]{0,6}找我|来(?:找我|我|我们|店|公司|办公|一趟|看|坐|剪|现场|工地|车间|"
    r"实验室|诊所|学校|医院|网点)|(?:^|[，。！你您就再请])[^。，发打寄传给微]{0,6}过来|在[^。，]{1,8}见|到(?:我|店|"
    r"公司|办公|现场|车间|诊所|学校|医院|实验室|网点)[^。，]{0,8}(?:来|找|聊|见|坐|看|谈)|大堂|楼下|门口|请客|(?:店|"
    r"室|公司|商场|广场|楼|厅|院|馆|场|铺)[里内]?(?:见|碰|聊|等|找我)|线下",
)
CALLING = (
    r"\b(?:call|phone|ring|dial|buzz|telephone) (?:me|you|my|us|then|in)\b|\b(?:call|ring) \d|\bgive (?:me|us|you|"
    r"(?:the|my|our) \w+) a (?:call|ring|buzz|bell|tinkle)\b|\b(?:by|over the|on the|via) (?:tele)?phone\b|\bphone "
    r"call\b|\b(?:appelez|téléphonez)\b|\b(?:vous|m['’]) ?appel|\bs['’]appelle\b|\bpar téléphone\b|\bau téléphone\b|"
    r"\bcoup de fil\b",
    r"电话|打给|打我|拨打",
)
PLACE = (
    rf"\b(?:my|our|the) (?:\w+ )?{_rooms}\b(?! (?:phone|number|line|is (?:closed|shut))| hours)|\bin the (?:shop|"
    rf"store)\b|\b(?:my|our) place\b|\bsit in\b|\b(?:find me|stall|farmers['’]? market)\b|\bshadow\b",
    r"\bsur (?:le|la|les) (?:quai|chantier|place|site|terrain|lieu|ferme)\b|\b(?:au|à mon|à notre|à l['’]|à la|dans "
    r"mon|chez) ?(?:bureau|atelier|boutique|clinique|labo\w*|kiosque|usine|nous|moi|comptoir|magasin|studio|garage|"
    r"école|boulangerie|librairie|ferme|caserne|salle|terrasse|pharmacie|bibliothèque|maison|galerie|centre|hôpital|"
    r"hôtel|restaurant|bar|pub|serre|chantier|musée|laboratoire|cuisine|local|entrepôt|salon)\b",
    r"你来就|在(?:店|厂|公司|办公室|车间|诊所|现场|工地)里?",
)
PHONE = (
    r"\b(?:phone|telephone|phoning|calls?|calling|cell|mobile|landline|desk line|extension)\b|\b(?:appel(?:er|s)?|"
    r"téléphon\w+|cellulaire|rappel(?:ez|er)|joindre au|poste \d)\b",
    r"通话|来电|语音|手机",
)
NOT = (
    r"(?:\b(?:no|not|never|can['’]?t|cannot|won['’]?t|don['’]?t|doesn['’]?t|isn['’]?t|rather than|instead of|"
    r"(?<!more )than|without|unable to|avoid|skip the|off the|hate|pas|plutôt que|sans|ne|au lieu d\w*|évite)\b|"
    r"\bqu['’]|不|没法|无法|别|而不是|除了)[^.?!;,，。；]{0,22}$"
)
REFUSED = (
    r"^[^.?!;,，。；]{0,20}(?:\b(?:is|are) (?:\w+ )?(?:tricky|hard|difficult|out|impossible)\b|\b(?:isn['’]?t|"
    r"aren['’]?t|doesn['’]?t|don['’]?t|not|won['’]?t)\b|\b(?:est|sont) (?:difficiles?|compliquée?s?|impossibles?)|"
    r"不(?:太|大)?(?:方便|行|合适|可以|能|想|习惯)|没法|算了|免了)"
)
ARRANGING = (
    r"(?:\b(?:if (?:you['’]re|you are|you get|anything|something|you can['’]t)|when you (?:are|get|arrive)|when "
    r"you['’]re)\b|确认|到了|来之?前)[^.?!。]{0,24}$"
)
TO_ARRANGE = r"[^.?!。]{0,14}\b(?:to (?:confirm|arrange|set|fix)|when you (?:arrive|get|are)|if you)\b"
_means = r"phone|call|zoom|teams|video|coffee|in person|téléphone|visio\w*|café"
SOMEWHERE = (
    r"\bat (?:the|my|our) (?!phone|office number|end|moment|same|latest|earliest|very|time|beginning|start|top|"
    r"bottom|number)\w+|\bcome (?:on )?(?:out |over |down |up )?to\b",
    r"\b(?:au|à la|à l['’]) ?(?!téléphone|plaisir|fin|mi\b|mi-|début|rentrée|prochaine|semaine|place|retour|moment|"
    r"milieu|mois|nord|sud|suite|fois|demande|question|avance|aise|écrit|autre|heure|automne|hiver|été|"
    r"printemps)[a-zé]\w+",
)
"""Any place, where nothing else tells the channel."""
CHOICE = (
    rf"\b(?P<one>{_means})\b[^.?!]{{0,14}}\b(?:or|ou)\b[^.?!]{{0,14}}\b(?P<other>{_means})\b|"
    r"(?P<here>电话|视频|线上|见面|微信)[^。！？，]{0,4}(?:还是|或者?|、)[^。！？，]{0,6}(?P<there>电话|视频|线下|"
    r"见面|语音)|线上线下"
)
