"""How English and French hand over to somebody else."""

import re

PARTICLES = "de|van|von|der|la|le|el|al|bin|di|da|du|des|del|dos|ten|van der|de la|den|st\\."
_not_names = """
i im ive ill id my our the a an you your we us he she they it this that these those there here yes no not sure sorry
thanks thank please hi hello hey dear good morning afternoon evening try ask contact talk speak reach write email call
phone see meet but and or so if when while for from to at in on of with by as after before maybe perhaps honestly
actually unfortunately however also just let lets do does did is are was were be can could would should will may might
must have has had how what which who why where best kind regards mr mrs ms dr prof monday tuesday wednesday thursday
friday saturday sunday mon tue wed thu fri sat sun january february march april june july august september october
november december jan feb mar apr jun jul aug sep sept oct nov dec zoom teams skype google meet facetime linkedin
facebook whatsapp wechat outlook iphone calendly hr it qa ux ui ceo cto cfo vp ps pm am ok canada canadian toronto
vancouver montreal calgary ottawa english french chinese mandarin ask drop give go head get find look check connect
happy glad any friend everyone somebody someone none nobody chinatown tell send say hope wish busy count put start
je j tu il elle nous vous ils elles on un une le la les l de des du d mon ma mes notre nos votre vos ce cet cette ces
c ca cela bonjour bonsoir salut merci oui non desole desolee malheureusement mais et ou donc car si quand comme pour
par avec sans chez sur dans en essayez contactez ecrivez parlez demandez adressez appelez voyez madame monsieur mme
m dre me pas plus bien tres lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin
juillet
aout septembre octobre
novembre decembre son sa ses quebec clsc cpe rh her his their
"""
NOT_NAMES = frozenset(_not_names.split())
"""Capitalised words that are no names, folded."""
_relations = """
colleague colleagues coworker co worker workmate friend friends buddy pal mate brother sister cousin uncle aunt husband
wife neighbour neighbor classmate business associe associee partenaire former old new good dear great ex own close
boss partner in law person one somebody
someone guy man woman my our the a an collegue collegues ami amie copain copine frere soeur cousine voisin voisine mari
femme son daughter mother father dad mom nephew niece fils fille pere mere neveu niece ancien ancienne bon bonne grand
chere cher conjoint conjointe beau belle camarade personne mon ma notre un une le la
"""
RELATIONS = frozenset(_relations.split())
"""Words that say how somebody is related, and not what they do."""

_a = r"(?:(?:my|our|the|a|an|your|his|her|their|one of my|one of our|mon|ma|mes|notre|nos|un|une|le|la|l['’]|à|au)\s?)"
_verb = (
    r"(?:talk(?:ing)? (?:to|with)|speak(?:ing)? (?:to|with)|chat(?:ting)? (?:to|with)|reach(?:ing)? out to|reach|"
    r"write(?: to)?|writ(?:e|ing) to|turn to|head to|go (?:to|see)|contact(?:ing)?|e-?mail(?:ing)?|ask(?:ing)?(?: "
    r"for)?|try(?:ing)?|call(?:ing)?|phone|ring|see|message|text|check (?:in )?with|connect(?:ing)? (?:you )?with|"
    r"get in touch with|get hold of|get ahold of|have a word with|touch base with|look up|look for|approach|consult|"
    r"suggest|recommend|referr?(?:ing|ed)? you to|refer you to|point(?:ing)? you (?:to|toward|towards|at)|"
    r"put(?:ting)? you in (?:touch|contact) with|introduc(?:e|ing) you to|copied(?: in)?|cc['’]?(?:d|ed|ing)?|"
    r"copying(?: in)?|adding|add|loop(?:ed|ing) in|forward(?:ed|ing) (?:\w+ ){1,4}to|pass(?:ed|ing) (?:\w+ ){1,5}to|"
    r"hand(?:ed|ing) (?:\w+ ){1,4}to|send (?:\w+ ){1,5}to|drop a (?:line|note) to|drop|shoot|direct (?:\w+ ){1,4}to|"
    r"(?:person|one|man|woman|guy|expert|contact|someone|somebody|name|bet|colleague|source) (?:(?:you want|you need|"
    r"to (?:ask|talk to|see|contact|speak to|know|call)|for (?:this|that|you|it)|here|would be|might be|now|i "
    r"(?:know|trust|recommend)|who (?:knows|can help|could help|handles it)) ?)*(?:is|would be|:|,|-|['’]s)|took "
    r"over (?:by|from)|replaced by|succeeded by|deals? with .{0,20} is|handled by|here is|meet|call up|message)"
)
_french_verb = (
    r"(?:parle[rz](?:-en)?(?: plutôt)?(?: avec| à)?|discute[rz] avec|contacte[rz]|écri(?:re|vez)(?:-lui)?(?: de ma "
    r"part)?(?: plutôt)?(?: à)?|adresse[rz](?:-vous)?(?: plutôt)? à|vous adresser(?: plutôt)? à|joindre|joignez|"
    r"appele[rz]|demande[rz](?: à)?|essaye[rz]|essaie[rz]?|voir|voyez|consulte[rz]|rencontre[rz]|(?:me|vous) mettre "
    r"en (?:contact|relation|lien) avec|mets en (?:contact|copie)|suggère|recommande|réfère à|présente[rz]?(?: à)?|"
    r"copie(?: conforme)?(?: à)?|(?:transmis|transféré|envoyé|relayé|fait suivre|acheminé) (?:\w+ ){1,4}à|"
    r"dirige[rz]?(?: vers)?|tourne[rz]-vous vers|communique[rz] "
    r"avec|fait(?:es)? signe à|posez (?:\w+ ){1,4}à|personne (?:est|serait|à (?:voir|contacter|joindre|qui "
    r"parler)(?: est|,|:)?)|remplacée? par|c['’]est|vers|auprès de|chez)"
)
HANDING = re.compile(
    rf"\b(?<!your )(?<!votre )(?:{_verb}|{_french_verb})(?:\s?:)?(?: (?:with|up|instead|first|maybe|also|perhaps|"
    rf"directly|out|either|plutôt|directement|d['’]abord|aussi))*\s+"
    rf"(?:{_a}(?:[\w'’éèêàçôîâû-]+ ){{0,4}}?(?:[\w'’éèêàçôîâû-]+[,:]? )?)?(?:(?:Dr|Mr|Mrs|Ms|Prof|Dre|Mme|Me|M)\.? )?$|"
    rf"\bI['’]?(?:ve| have)? (?:copied|cc['’]?d|added|looped in) $",
    re.IGNORECASE,
)
EXPERT = re.compile(
    r"^['’]s (?:world|department|area|field|domain|turf|line|specialty|speciality|job|business)\b|"
    r"^[^.?!\n]{0,90}?(?:\b(?:can|could|would|will|might|may|should|['’]ll|['’]d)\b[^.?!]{0,24}\b(?:help|talk|answer|"
    r"speak|chat|tell|advise|glad|happy|love|willing|guide|be (?:better|more|able|a better)|know)|\b(?:knows?|"
    r"understands?|loves? (?:this|to|talking)|enjoys?)\b|\b(?:is|['’]s|are) (?:the (?:\w+ ){0,2}(?:one|person|expert|"
    r"recruiter|man|woman|right|best)|your|better|more|much|a better|far|who)|\b(?:took over|takes over|has taken "
    r"over|replaced|handles|runs|leads|looks after|is in charge|manages|does that|does this|works? (?:in|as|on)|"
    r"teaches|specialis|specializ|has been|went through|did the same)|\b(?:saura|pourra|pourrait|peut|serait|sera|"
    r"connaît|s['’]occupe|travaille|dirige|gère|forme|enseigne|est (?:mieux|la personne|le|la|plus)|se fera|répondra|"
    r"aimerait|adore)\b)",
    re.IGNORECASE,
)
_role_words = r"[\w'’éèêàçôîâû&/ -]{2,60}?"
_end = (
    r"(?=\s*(?:[,.;:()!?\n]|$|who\b|that\b|which\b|qui\b|at\b|in\b(?! \w+ing)|from\b|and\b|now\b|-- |–|—|[\w.+-]+@|"
    r"\d))"
)
ROLE_AFTER = re.compile(
    rf"^\s?(?:,|\(|-|–|—)?\s?(?:(?:who(?:['’]s| is)|qui est|he['’]?s|she['’]?s|is|['’]s|est)(?: also| now| currently|"
    rf" actually)?\s)?(?:(?:our|the|my|a|an|your|his|her|their|notre|la|le|un|une|mon|ma|leur)\s|l['’](?!an\b|"
    rf"année|autre|été|hiver))(?P<role>{_role_words}){_end}|^\s?[,(]\s?(?P<bare>(?!(?:who|he|she|they|it|and|at|"
    rf"on|in|by|is|but|"
    rf"because|or|then|here|via|du|des|de la|saura|pourra|pourrait|peut|est|sera|serait|va|saurait|connaît|"
    rf"knows|can|could|"
    rf"will|would|is|has|loves|runs|may|might|should|qui|elle|il|au|à|sur|par|et|mais|ou|son|sa|chez|de ma|de "
    rf"la part|her|his|my|our|the|"
    rf"a|an)\b)[a-zé][\w'’éèêàçôîâû&/ -]{{2,50}}?)(?=\s*[,.;:()!?\n]|$|\s(?:at|in|who|qui|chez|au|à)\b)",
)
ROLE_IS = re.compile(
    r"^\s?est\s(?P<role>(?!(?:en|à|au|le|la|un|une|très|plus|mieux|bien|aussi|celui|celle|disponible|ravie?|"
    r"prête?|libre|"
    r"partie?|absente?|là|toujours)\b)[a-zé][\w'’éèêàçôîâû-]{2,40}(?: [a-zé][\w'’éèêàçôîâû-]{3,30})?)"
    r"(?=\s*[,.;:()!?]|$|\s(?:et|au|à|chez|dans|depuis|qui|pour|de)\b)"
)
ROLE_LATER = re.compile(
    rf"(?:^|[.;,!]\s?|\s)(?:(?:s?he|they)(?:['’]s| is| are|['’]re)|(?:elle|il) est|c['’]est)\s(?:also |now |currently |"
    rf"actually )?(?:(?:our|the|a|an|notre|la|le|un|une)\s|l['’])?(?P<role>(?!(?:the|a|an) |(?:great|very|more|much|"
    rf"better|happy|the one|super|plus|très|mieux|elle|lui|eux|moi|her|him|going|in|on|at|au|aux|à|en|dans|chez|"
    rf"de|sur|aussi|également|déjà|"
    rf"arrivée?|venue?|née?|still|retired|away|aware|expecting|always|glad|been|also|a great|nice|really|"
    rf"so)\b){_role_words}){_end}",
    re.IGNORECASE,
)
ROLE_BEFORE = re.compile(
    r"\b(?i:(?:my|our|the|a|an|your|notre|nos|mon|ma|la|le|une?)\s|l['’])(?P<role>(?:(?!(?:my|our|the|with|to|of|"
    r"notre|avec)\b)(?:[a-zéèêàçôîâû]|[A-Z]{2,4} )[\w'’éèêàçôîâû-]*(?: (?=[a-zé])|,? ?$|: ?$)){1,5})$"
)
ROLE_STOP = re.compile(
    r"\s(?:who|that|which|qui|at|from|now|and|I|i|you|used|de la maison|here|over|for (?!the)|in (?:my|our|the|"
    r"charge)|on|with|to|au|aux|chez|à|dans|je|est|serait|sera|pourrait|she|he|knows?|loves?|has|is|would|could|"
    r"can|will)\b"
)
