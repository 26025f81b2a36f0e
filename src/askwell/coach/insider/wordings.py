"""Wordings that tell whether somebody asks, agrees, or speaks of themselves, by language."""

import re


def _by_language(english: str, french: str, chinese: str) -> dict[str, re.Pattern[str]]:
    return {"en": re.compile(english, re.I), "fr": re.compile(french, re.I), "zh-Hans": re.compile(chinese)}


ASKING = _by_language(
    r"\?|^\W*(?:(?:and|so|but|ok(?:ay)?|well|oh|then|also|great|thanks|sorry)\b\W*)*"
    r"(?:what|how|why|who|whom|whose|which|where|when|do|does|did|is|are|was|were|can|could|would|will|have|has|had"
    r"|should|may|might)\b",
    r"\?|^\W*(?:(?:et|alors|mais|ok|bon|ah|oh|puis|donc|aussi|merci|pardon)\b\W*)*"
    r"(?:qu['’]est-ce|est-ce|que\b|qu['’]|quoi|quel|quelle|quels|quelles|comment|pourquoi|qui|où|quand|combien|à quoi"
    r"|avez-vous|êtes-vous|pouvez-vous|pourriez-vous|puis-je|y a-t-il|auriez-vous)\b",
    r"[?？]|吗|呢[。！]?$|什么|怎么|怎样|如何|哪|谁|几[个年点]|多少|为什么|有没有|(.)不\1"
    r"|多[久长大]",
)  # fmt: skip
CLAUSES = _by_language(
    r",? (?:and|or) (?=(?:also )?(?:how|what|why|who|where|when|which|can|could|do|does|did|is|are|would|will|have"
    r"|has) (?:\w+ )?"
    r"(?:i|you|your|the|it|there|they|he|she|people|one|much|many|long|do|does|did|is|are|can|could|would)\b)",
    r",? (?:et|ou) (?=(?:combien|comment|pourquoi|quels?|quelles?|est-ce|qu['’]est-ce|qui|où|quand|avez-vous"
    r"|êtes-vous|puis-je|pouvez-vous)\b)",
    r"[，,](?:还有|另外|再有|顺便问(?:一下|一句)?)[，,]?",
)  # fmt: skip
"""Where one question of a sentence ends and another begins."""

AIMS = _by_language(
    r"\b(?:tell me|i(?:['’]d| would) (?:just |only |really |also )?(?:like|love) to (?:hear|know|learn|understand|ask)"
    r"|i wonder|i(?:['’]m| am) (?:curious|wondering|interested in)|(?:walk|talk) me through"
    r"|i (?:just |only |really |also )?want(?:ed)? to (?:ask|know|hear)|my (?:next |first |last )?question is"
    r"|please (?:tell|describe|explain|share)|describe|explain|let['’]s talk about)\b",
    r"\b(?:parlez-moi|racontez|dites-moi|décrivez|expliquez|j['’]aimerais (?:savoir|entendre|comprendre"
    r"|vous demander)"
    r"|je (?:voudrais|veux) (?:savoir|comprendre|vous demander)|je me demande|ma (?:prochaine |première )?question"
    r"|je suis curieu)",
    r"想(?:请)?(?:问|知道|听|了解)|请(?:问|讲|说|教)|说说|讲讲|聊聊|谈谈|告诉我|介绍一下(?!我)|好奇",
)  # fmt: skip
ASKING_ON = _by_language(
    r"\b(?:you (?:just |also |once )?(?:mentioned|said|spoke of|talked about)|tell me more|say more"
    r"|more about (?:that|it|this)|go on"
    r"|what happened|what then|and then|what came (?:of|next)|for example|how (?:so|come)|how did .{1,30}(?:react"
    r"|respond|end|turn out|take it|answer|go)"
    r"|what did (?!you).{1,30}(?:say|do|answer|think)|did (?:he|she|they|it))\b",
    r"\b(?:vous (?:disiez|parliez|mentionniez)|vous (?:avez|venez d['’e]) ?(?:dit|parlé|mentionné|dire|mentionner"
    r"|parler)"
    r"|(?:en|m['’]en) dire (?:un peu )?plus|continuez|et (?:puis|ensuite|après|alors)"
    r"|qu['’]est-ce qui s['’]est passé|par exemple|ensuite\W*$|réagi|a-t-(?:il|elle|on)|ont-(?:ils|elles))",
    r"刚才|刚刚|您?(?:说|提)(?:到|过|起)的?|再(?:说|讲)(?:说|讲)|多(?:说|讲)(?:几句|一点|点)|反应|(?:他|她|他们"
    r"|老板|经理|同事)(?:当时)?(?:怎么|说了?什么)|结果(?:呢|怎么)|后来|然后|接着|比如"
    r"|怎么(?:讲|说)[？?]",
)  # fmt: skip
REWORDING = _by_language(
    r"\b(?:another way|in other words|simpler|more simply|rephrase|(?:say|put|explain) (?:(?:it|that"
    r"|this) )?differently|what do you mean"
    r"|meaning of (?:that|this|the)"
    r"|what does .{1,40} mean"
    r"|don['’]t (?:know|understand) (?:that|the|this) word|easier words|explain that again|didn['’]t understand"
    r"|don['’]t understand)\b",
    r"\b(?:(?:dire|expliquer|formuler|dit) (?:ça |cela )?autrement|autrement dit|plus simple|plus simplement"
    r"|en d['’]autres (?:mots|termes)|voulez-vous dire|(?:veut"
    r"|voulait) dire|pas (?:bien )?compris"
    r"|comprends pas)\b",
    r"换(?:句话|个说法|种说法)|简单(?:点|一点|地)|什么意思|没(?:太)?(?:听)?(?:懂|明白)|听不懂|不(?:太)?(?:懂|明白)",
)  # fmt: skip
LIKING = _by_language(
    r"\bdo you (?:still |really |actually )?(?:like|love|enjoy) (?:your|the|this|it|being|working|what)\b"
    r"|\bare you (?:still |really )?(?:happy|satisfied|content) (?:with|in|at) (?:your|the|this) (?:job|work|role)\b",
    r"\b(?:aimez-vous|vous aimez) (?:encore |toujours |vraiment )?(?:votre|ce|cet|le|la|ça|travailler)\b"
    r"|\b(?:êtes-vous|vous êtes) (?:heureux|heureuse|content|contente|satisfaite?) (?:de|dans|avec) (?:votre|ce|cet)\b",
    r"喜欢(?:您|你)?(?:现在)?(?:的)?(?:工作|这行|这份|这个工作|干这)"
    r"|(?:您|你)(?:对)?(?:现在)?(?:的|这份|这个)?(?:工作)?(?:还)?(?:满意|开心)(?:现在)?(?:的|这份|这个)?(?:工作)?吗",
)
"""Asks, in the closed way, what one likes about the work."""

HARD = _by_language(
    r"\b(?:is|was) (?:your|the|this) (?:job|work|role) (?:very |really |so )?(?:hard|difficult|tough|demanding)\b",
    r"\b(?:votre|ce|cet) (?:travail|emploi|métier|poste) est(?:-il)? (?:très |si )?(?:difficile|dur|exigeant)\b",
    r"(?:工作|这行|这份活)(?:很)?(?:难|辛苦)(?:不难|不辛苦)?(?:吗|[?？])",
)
"""Asks, in the closed way, what is hard about the work."""

THEIR_JOB = _by_language(
    r"^(?!.*\b(?:for|give|get|help|hire|hiring|hires|offer|offers|have) me\b)"
    r"(?!.*\b(?:openings?|vacanc|hir(?:e|ing)|apply))"
    r".*\byour (?:own )?(?:job|work|role|position)\b",
    r"^(?!.*\b(?:pour moi|m['’]embaucher|m['’]engager|postuler|me (?:donner|trouver|proposer)))"
    r".*\bvotre (?:propre )?(?:emploi|travail|poste|métier)\b",
    r"^(?!.*(?:给我|帮我|招|应聘)).*(?:您|你)(?:现在)?(?:的|这份|这个)(?:工作|职位|岗位)",
)  # fmt: skip
"""Speaks of the job that the insider has, and asks for none."""

NAMING = _by_language(
    r"\bwho(?:m)?(?: else)? (?:(?:should|could|can|would|do) (?:i|you)|i should)\b|\b(?:any|some)(?:one"
    r"|body) (?:else )?(?:i|you|whose|who|that i)\b"
    r"|\b(?:introduce|refer) me to (?:some|any|a (?:colleague|friend|person))",
    r"\bà qui (?:d['’]autre )?(?:je |devrais|pourrais|puis|dois)|\bquelqu['’]un (?:d['’]autre )?(?:à qui|que je"
    r"|qui (?:pourrait|voit))"
    r"|\bme (?:présenter|recommander|suggérer) (?:à )?quelqu['’]un",
    r"(?:介绍|推荐)(?:我)?(?:一下)?(?:给我)?(?:几?个|一?位|别)?(?:的)?(?:人|谁)|(?:找|认识|请教|问)(?:哪些人|谁)"
    r"|谁(?:还)?(?:可以|能|最)"
    r"|(?:别的|其他|另外的?)(?:什么)?人(?:可以|能|聊)",
)  # fmt: skip
APOLOGY = _by_language(
    r"^\W*(?:(?:oh|ok|okay)\W+)*(?:i(?:['’]m| am) )?(?:so |very |really )?(?:sorry|i apologi[sz]e|my apologies)\b"
    r"(?!.*(?:repeat|again|catch|miss|once more|hear|get (?:that|the)))",
    r"^\W*(?:(?:oh|ok|ah)\W+)*(?:pardon|désolée?|excusez-moi|je m['’]excuse|toutes mes excuses)\b"
    r"(?!.*(?:répét|redire|encore une fois|suivi|entend|compris|saisi))",
    r"^\W*(?:不好意思|抱歉|对不起)(?!.*(?:再说|重复|没听|听清|听懂|一遍|没懂|不懂))",
)  # fmt: skip
NO_JOB = _by_language(
    r"(?:\b(?:not|never)|n['’]t)\b[^.?!;]{0,20}\b(?:ask\w*|look(?:ing)?|here|come|coming|calling|writing|after|want"
    r"|expect\w*|hoping)\b[^.?!;]{0,24}\b(?:jobs?|work|positions?|employment|openings?|hired)\b",
    r"\b(?:ne|n['’]|pas)\s?[^.?!;]{0,12}(?:cherche|demande|viens|venue?|veux|attends|suis (?:pas )?(?:ici|là))"
    r"\w*\b[^.?!;]{0,30}\b(?:emploi|poste|travail|job|embauch\w*)\b"
    r"|\bpas (?:ici |là )?pour [^.?!;]{0,24}\b(?:emploi|poste|travail|job)\b",
    r"(?<!是)(?:不是|并非|不会|不想|没想)[^。？！；，,]{0,6}(?:求职|谋职|(?:找|要|讨)(?:份|个|一份)?工作)",
)
"""Says that no job is wanted."""

ANNOUNCING = _by_language(
    r"\b(?:i (?:have|prepared|wrote down|brought)|i['’]ve (?:got|prepared)|i['’]d (?:like|love) to ask(?: you)?"
    r"|(?:may|can|could) i ask(?: you)?) (?:just )?(?:a few|some|a couple of|several|two|three|four|five) "
    r"(?:\w+ )?questions?\b(?![^.]*:)",
    r"\b(?:j['’]ai (?:préparé |noté )?|vous poser |vous demander )(?:juste )?(?:quelques|deux|trois|quatre|des) "
    r"(?:\w+ )?questions?\b(?! (?:sur|à propos))",
    r"(?:请教|问|准备了?|有)(?:您|你)?(?:几|一些|两|三|四|五)个?(?:小|简单的)?问题",
)
"""Says that questions will come."""

YES = _by_language(
    r"^\W*(?:yes|yeah|yep|sure|please|ok(?:ay)?|of course|i['’]d (?:like|love) that|absolutely|go ahead|gladly"
    r"|why not"
    r"|that would|sounds good|great)\b",
    r"^\W*(?:oui|ouais|bien sûr|volontiers|d['’]accord|s['’]il vous plaît|avec plaisir|ok|allez-y|pourquoi pas"
    r"|j['’]aimerais"
    r"|certainement|absolument|bonne idée)\b",
    r"^\W*(?:好|要|行|可以|想|当然|嗯|是|对|请|没问题|愿意)",
)  # fmt: skip
NO = _by_language(
    r"^\W*(?:no|nope|not really|rather not|no thanks)\b",
    r"^\W*(?:non|pas vraiment|pas besoin|sans façon)\b",
    r"^\W*(?:不|算了|别)",
)
COURTESIES = {
    "close": _by_language(
        r"\b(?:good ?bye|bye(?:[- ]bye)?|see you|have a (?:good|nice|great|lovely) (?:day|evening|night|one"
        r"|weekend|shift))\b[^?]*$",
        r"\b(?:au revoir|bye|à bientôt|bonne (?:journée|soirée|fin de journée|continuation|semaine))\b[^?]*$",
        r"(?:再见|拜拜|回头见|改天见)[^?？]*$",
    ),
    "how_are_you": _by_language(
        r"\bhow (?:are|have) you(?: (?:been|doing))?\b[^?]{0,12}\?|\bhow(?:['’]s| is) (?:it going|your day)"
        r"|\bhow do you do\b",
        r"\bcomment (?:allez-vous|ça va|vas-tu)|\bça va\b(?: bien)? ?\?|\bvous allez bien",
        r"你好吗|您好吗|最近(?:怎么样|好吗|忙吗)|还好吗|身体好吗",
    ),
    "good_time": _by_language(
        r"\b(?:is (?:this|it|now) (?:still )?(?:a (?:good|bad) (?:time|moment)|ok(?:ay)? to talk)"
        r"|am i (?:disturbing|calling at a bad)"
        r"|can you talk(?: now)?\W*$|do you have a (?:minute|moment))",
        r"\b(?:est-ce (?:que c['’]est )?(?:toujours )?(?:le |un )bon moment|je (?:ne )?vous dérange"
        r"|vous avez (?:une|deux) minutes?)",
        r"(?:现在|这会儿)?(?:您|你)?(?:说话)?方便吗|方便说话|打扰(?:到)?您?(?:了)?吗",
    ),
}  # fmt: skip
SELF = _by_language(r"\b(?:i|i['’]m|i['’]ve|me|my|we)\b", r"\b(?:je|moi|mon|ma|mes|nous)\b|\bj['’]", r"我|咱")
