"""Requests that sound like a favour and ask for no job: to be told something, or for another person to talk to."""

from askwell.coach.lexicon import Lexicon

_NEXT_PERSON = Lexicon(
    r"\bwho (?:on|in|at|from|among) [^.!?]{1,30} (?:would|might|could) [^.!?]{0,20}\b(?:talk|speak"
    r"|chat)(?:ing)? (?:to|with) me\b",
    r"\bqui (?:dans|parmi|chez|de) [^.!?]{1,30}\b(?:accepterait|voudrait|pourrait)\b[^.!?]{0,20}\bparler\b"
    r"|\bme (?:présenter|recommander|référer) (?:à )?(?:une? (?:autre )?(?:collègue|personne|confrère|consœur)"
    r"|quelqu['’]un)\b",
    r"认识[^。！？?]{0,6}(?:愿意|可以|能)[^。！？?]{0,3}[跟和与][我][^。！？?]{0,8}"
    r"|有(?:没有)?人[^。！？?]{0,4}(?:愿意|可以|能)[^。！？?]{0,3}[跟和与]我[^。！？?]{0,4}[聊谈讲]",
    r"\b(?:who(?:m)? else|anyone else|anybody else|someone else|somebody else|who could|whom (?:should|could|"
    r"would|can)|"
    r"who (?:should|would|might) (?:i|you)|who do you (?:know|think))\b",
    r"\b(?:another|one more|other|a second|next|different) (?:\w+ ){0,2}(?:person|people|name|colleague|"
    r"professional|\w+er|"
    r"\w+ist|\w+ian)\b[^.?!]{0,60}\b(?:talk|speak|meet|contact|ask|visit|learn|reach|write|listen|see)\b",
    r"\b(?:anyone|anybody|someone|somebody|people|person|colleagues?|a name)\b[^.?!]{0,50}\b(?:i|"
    r"you)\b[^.?!]{0,45}\b(?:talk|"
    r"speak|meet|contact|ask|visit|learn|reach|write|introduce|see|turn to|recommend|suggest)\b",
    r"\b(?:introduce|connect|point|refer) me (?:to|with) (?:someone|somebody|anyone|another|one|a|other|people)\b",
    r"\bdo you know (?:an?|any|some)(?:other|one)?\b[^.?!]{0,70}\b(?:talk|speak|meet|contact|ask|visit|learn|write)\b",
    r"\bqui d['’]autre\b|\bà qui\b|\bquelqu['’]un d['’]autre\b|\bd['’]autres? (?:personnes?|gens|collègues?)\b|"
    r"\b(?:une|un) autre (?:personne|collègue|nom)\b|\bauprès de qui\b|\bvers qui\b|\bqui (?:devrais|pourrais)-je\b|"
    r"\bqui me (?:conseill|recommand|suggér)\w+|\b(?:quelqu['’]un|une personne|des gens|un nom|"
    r"un collègue)\b[^.?!]{0,60}"
    r"\b(?:parler|rencontrer|contacter|écrire|aller voir|consulter|joindre|m['’]aider|apprendre)\b",
    r"(?:还|再)(?:可以|能|应该|该|有|认识|想)?[^。？！?!]{0,8}(?:谁|哪位|哪些人|别人|什么人|人选|其他人|朋友|同行)|"
    r"(?:找|跟|和|向|问|见|拜访|联系|请教|认识)(?:谁|哪位|哪些人|别人)|谁(?:还)?(?:能|可以|值得|愿意)|"
    r"(?:介绍|推荐|引荐)[^。？！?!]{0,6}(?:一位|几位|一个人|别人|其他|另一|另外|谁|同行|朋友|给我认识)|"
    r"认识(?:哪位|别的|其他|做|谁)[^。？！?!]{0,20}",
)
_TELL = Lexicon(
    r"\b(?:(?:could|can|would|will) you|would you mind|(?:would|might) you be (?:able|willing) to) (?:please "
    r"|maybe |perhaps "
    r"|possibly )?(?:walk(?:ing)? me through|tak(?:e|ing) me through|tell(?:ing)? me|talk(?:ing)? me through"
    r"|show(?:ing)? me how"
    r"|explain(?:ing)?|describ(?:e|ing)|say(?:ing)?)\b",
    r"\b(?:pourriez|pouvez|voudriez|accepteriez)-vous (?:de )?(?:me |m['’])?(?:dire|raconter|expliquer|décrire"
    r"|parler|montrer)\b"
    r"|\bvous (?:pourriez|pouvez|voudriez) (?:me |m['’])?(?:dire|raconter|expliquer|décrire|parler|montrer)\b",
    r"(?:能不能|可不可以|能否|可否|可以|能|方便|愿意)[^，,。！？?]{0,4}(?:讲|说|谈|聊|介绍|分享|描述"
    r"|回忆)(?:一下)?(?:讲|说|谈|聊)?",
)
_WORK = Lexicon(
    r"\b(?:about me|jobs?|hir(?:e|es|ed|ing)|position|openings?|vacanc\w+|roles?|appl(?:y|ying|ication\w*)"
    r"|resume|résumé"
    r"|cv|refer(?! me to"
    r" (?:another|someone|somebody|a colleague))|referral|intern\w*|recruit\w*|hr|human resources|boss"
    r"|managers?|employ\w*"
    r"|sponsor\w*|visas?|candidates?|interview me|good word|put in a word|work (?:with|for|at|in) (?:you|your))\b",
    r"\b(?:(?:de|pour) moi|emplois?|postes?|embauch\w*|recrut\w*|engag\w*|stages?|patron\w*|candidat\w*"
    r"|ressources humaines|rh"
    r"|employeurs?"
    r"|gestionnaires?|directeur|directrice|parrain\w*|travailler (?:chez|avec|pour) vous|postul\w*)\b",
    r"帮我说|替我说|工作|招[人聘工新]|在招|岗|职位|简历|内推|推荐我|引荐我|面试|老板|经理|主管|人事|缺人|雇"
    r"|录用|要我|用我"
    r"|名额|空缺|机会|实习|收我|担保",
)


def asks_for_next(text: str) -> bool:
    """Whether it asks for another person to talk to."""
    return bool(_NEXT_PERSON.search(text))


def asks_no_job(text: str) -> bool:
    """Whether it asks only to be told something, or for another person to talk to: no word of work is in it."""
    return bool(_NEXT_PERSON.search(text) or _TELL.search(text)) and not _WORK.search(text)
