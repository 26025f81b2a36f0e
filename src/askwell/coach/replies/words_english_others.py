"""What English words do in a reply beside saying yes or no."""

from askwell.coach.replies.values import Act

_i = r"\b(?:i|we)(?:['’](?:d|ll|m|ve|re))?"

OTHERS: dict[Act, tuple[str, ...]] = {
    Act.MACHINE: (
        r"\b(?:automatic(?:ally)?|automated) (?:\w+ )?(?:repl(?:y|ies)|response|generated|message|e-?mail)|"
        r"\bauto-?(?:reply|response|generated)|\bthis is an? auto|\bdo not (?:reply|respond) to this\b|"
        r"\bunmonitored\b|\bnot monitored\b|\bno longer monitored\b",
        r"\byour (?:message|e-?mail|request|enquiry|inquiry|note|submission|application|question)\b.{0,20}\b(?:has "
        r"been|was|is) (?:\w+ )?(?:received|logged|registered|forwarded|assigned|queued|recorded|filed|opened)|\bwe "
        r"(?:have )?(?:received|got) your (?:message|e-?mail|request|enquiry|inquiry|submission)|\b(?:ticket|case|"
        r"reference|request) (?:#|no\.?|number|id)\s?\w|\bwithin (?:\w+ ){1,3}(?:business|working) (?:days?|hours?)|"
        r"\bthank you for (?:contacting|your (?:enquiry|inquiry|e-?mail to))|\bone of our (?:agents|team|"
        r"representatives|advisors)|\ban? (?:agent|member of our team|representative) will",
        r"\b(?:no longer (?:works?|is|employed|with|part of)|has (?:left|retired|moved on from|departed)|is no "
        r"longer|left the (?:company|firm|organi[sz]ation))\b.{0,40}(?=.{0,120}\b(?:please|kindly|direct|contact|"
        r"forward|send|address))",
        r"\bin my absence\b|\bduring my absence\b|\b(?:for|if|in case of)\b.{0,20}\b(?:urgent|emergenc|immediate|"
        r"pressing)\w*\b|\bif (?:it is|it['’]s|this is|your (?:matter|request|message) is) urgent",
        r"\b(?:limited|no|sporadic|intermittent|without|patchy|little) (?:access to |\w+ to )?(?:e-?mail|internet|my "
        r"inbox)\b|\bchecking (?:messages|e-?mail|my inbox)|\bnot checking\b",
        r"\bwill (?:respond|reply|get back to you|answer|be in touch|return (?:your|messages|"
        r"e-?mails))\b.{0,30}\b(?:as soon as|upon|on my return|when i (?:return|am back|get back)|shortly|within|"
        r"after my return|at that time|at my earliest)",
        r"\b(?:office|shop|store|clinic|school|studio|desk|practice|company|branch|firm|museum|library|plant|"
        r"lab)\b.{0,12} (?:is|are|will be|remains) (?:\w+ )?(?:closed|shut)\b|\bwe (?:will|are|re-?open|"
        r"shall)\b.{0,20}\bre-?open\b|\breopens?\b",
        r"\bnot be (?:reading|checking|answering|monitoring|available)\b|\b(?:is|are) not monitored\b|\b(?:mailbox|"
        r"inbox|account|address|number)\b.{0,24}\bnot\b.{0,12}\b(?:monitored|checked|read|in use|attended)|"
        r"\breference\b:? ?#?[\d-]{4,}|\bour team (?:is|will)\b|\b(?:it|your \w+)(?: has been| was| is)? (?:assigned|"
        r"logged)\b|\blet you know (?:that )?we have received|\bcase number\b|\bfor anything urgent\b|"
        r"\b(?-i:[A-Z])\w+ is (?:away|out|on leave|unavailable|absent|off)\b",
        r"\bcannot (?:answer|read|check|access|reply to) (?:my )?e-?mails?\b|\bif it cannot wait\b|\bif it can['’]?t "
        r"wait\b",
        r"\b(?:be |are )open again\b|\bclosed (?:today|tomorrow|for|until|from|on)\b",
    ),
    Act.AWAY: (
        rf"{_i}(?: am| are| will be| shall be)?(?: currently| presently| now| still)? (?:out of (?:the )?office|away|"
        rf"out(?: of "
        r"town| sick| until| from| on|$)|off (?:work|sick|until|from|on)|on (?:\w+ )?(?:leave|vacation|holidays?|"
        r"sabbatical|annual leave|furlough|assignment|training|the road|a (?:trip|course))|travell?ing|abroad|"
        r"overseas|at sea|in (?:training|the field|transit)|unavailable|attending)\b",
        r"\b(?:out of (?:the )?office|maternity leave|parental leave|paternity leave|annual leave|on vacation|sick "
        r"leave)\b",
        r"\b(?:be|am|i['’]m|is) (?:back|ashore|returning)\b|\breturn(?:ing)? (?:to|on|from)\b|\bwill return\b|\bback "
        r"(?:at|in|to|on|from)\b",
        r"\bi(?:['’]m| am| will be|['’]ll be) (?:on|at|attending|participating in|travell?ing) (?:a |an |the |for "
        r")?(?:site visit|business|conference|course|trip|tour|retreat|workshop|training|jury duty|leave|assignment|"
        r"mission|convention|trade show)\b",
    ),
    Act.STOP: (
        r"\b(?:stop|cease|quit|refrain from) (?:\w+ )?(?:contacting|e-?mailing|writing|messaging|sending|calling|"
        r"bothering|spamming|harassing|pestering|texting)\b|(?:^|[.!?,;]\s*|\bplease |\bkindly )(?:stop|"
        r"enough)(?=[.!]|$)|\b(?:stop|cease) (?:all |any |this |these )(?:communication|contact|correspondence|"
        r"e-?mails?|messages?|at once)",
        r"(?<!\bi )(?<!\bwe )\b(?:do not|don['’]?t|never|not to|must not)\b.{0,12}\b(?:contact|e-?mail|write|message|"
        r"call|bother|reach out|send|text|approach|disturb)\b.{0,20}\b(?:again|any ?more|any longer|any further|in "
        r"(?:the )?future|ever)\b|(?:^|[.,;!?]\s*|\bplease |\bkindly |\band |\bjust )(?:do not|don['’]?t|never) "
        r"(?:ever )?(?:contact|e-?mail|message|bother|text|approach|disturb|write(?: to)?|write,? call or text|call "
        r"or text)(?: me| us)?(?: again)?(?=\W*$|[.!;]|, and)|(?:^|[.,;!?]\s*|\bplease |\band )(?:do not|don['’]?t|"
        r"never) (?:write|reply|write back)(?: to me)?(?: again)?[.!]*$|(?<!\bi )(?:do not|don['’]?t) send (?:me "
        r")?(?:any ?more|any more of|any further|more|further|another|anything (?:else|more))\b|\bi(?:['’]d| would)? "
        r"(?:do not|don['’]?t|never) (?:wish|want|care)(?: to)? .{0,24}\b(?:hear from you|be contacted|receive "
        r"(?:any|more|further|e-?mails?|messages|these|your)|get (?:any more|more|these)|these e-?mails|e-?mails? "
        r"from you|your e-?mails)",
        r"\bleave (?:me|us) alone\b|\bunsubscribe\b|\bopt(?:ing)? me out\b|\blose (?:my|this) (?:number|address|"
        r"e-?mail)|\bif (?:you|i) .{0,24}\b(?:again|another|one more)\b.{0,24}\b(?:report|block|lawyer|police|spam|"
        r"complain)\w*",
        r"\b(?:remove|delete|erase|strike|scrub|wipe|purge)\b (?:\w+ ){0,2}?(?:me\b|my (?:\w+[ -])?(?:name|e-?mail|"
        r"address|details|data|info\w*|contacts?|number|records?|file))(?: \w+){0,3}?(?: (?:from|off|out)\b|\W*$|"
        r"[.,;!]| and\b)|\b(?:take|get|drop) (?:me|my (?:name|address|e-?mail)) (?:off|out of|from)\b",
        r"\b(?:no|not) (?:further|more)(?: \w+)? (?:messages?|e-?mails?|mails?|contact|correspondence|"
        r"communications?|letters)\b|\b(?:did not|didn['’]?t|never) (?:agree|consent|asked?|sign(?:ed)?|subscribed?|"
        r"give|gave)\b.{0,24}\b(?:receive|be contacted|e-?mails?|messages|up for|subscribed?|to this|for this|"
        r"permission|this address|out)\b|\bnever signed up\b|\bwants? no (?:further|more)\b|\b(?:this is|consider "
        r"it) (?:spam|harassment)\b|\breport(?:ed|ing)? (?:you|this|it) (?:as (?:spam|junk|harassment)|to the "
        r"(?:police|authorities))",
        r"\bi(?:['’]ve| have) blocked\b|\bi will block\b|\bdelete me\b|\byou(?:['’]re| are) not to (?:write|email|"
        r"contact)\b|\bi want my (?:information|data|details|address|name) (?:removed|deleted|erased)",
    ),
    Act.STRANGER: (
        r"\b(?:the )?wrong (?:person|address|number|inbox|man|woman|guy|e-?mail|desk|company|[a-z]{3,}\W*$)|\bwrong "
        r"[A-Z]\w+|\b(?:e-?mailed|written to|reached|got|have|contacted|messaged|found) the wrong\b",
        r"\bnot the [\w ,.'-]{0,40}you(?:['’]re| are| were)? (?:looking|want|think|after|mean|trying|seek)",
        r"\b(?:someone|somebody) else['’]?s?\b.{0,20}\b(?:name|e-?mail|message)|\b(?:meant|intended) for (?:someone|"
        r"somebody|another|a different)|\b(?:another|different|other|same) (?:person|name|[A-Z]\w+)(?: "
        r"[A-Z]\w+)?\b.{0,20}\b(?:with|by|of|who|that|than)\b.{0,12}\b(?:name|wrote|you)|\bby another [A-Z]|"
        r"\bmistaken identity\b|\bmix(?:ed)?[- ]?(?:me )?up\b|\bconfus(?:ed|ing) me\b|\bmistak(?:en|ing) me\b|"
        r"\bnothing to do with\b|\b(?:sent|came|arrived|reached me) (?:to me )?(?:by mistake|in error)\b|\bi(?:['’]m|"
        r" am) (?:only |just |actually )?an? [\w ]{2,24},? not (?:an? |the )",
        r"\bi(?:['’]m| am) not (?-i:[A-Z])[a-z]+\b(?! (?:speaker|native|citizen|born|canadian))|\b(?:had|has|used to "
        r"have) this (?:number|address|e-?mail|account) before\b|\b(?:belongs?|belonged) to (?:somebody|someone|"
        r"another|my predecessor)|\bno idea (?:who|what this)|\bdon['’]?t know (?:who you are|any(?:one|body) "
        r"(?:called|named|by that name))|\bsome confusion\b|\bdifferent (?:applicant|candidate|person|department)\b|"
        r"\bnot (?:the )?who(?:m)? you think",
        r"\bthinking of (?:my|another|someone)\b|\bi run an? \w+ (?:shop|store|farm|salon)\b|\bnobody (?:called|"
        r"named)\b|\bnew owner of\b|\bwrong (?-i:[A-Z])\w+",
        r"\b(?:meant|wanted|want|trying|looking|write|writing|reach|e-?mail\w*|found|got)\b.{0,24}\b(?:different|"
        r"other|another|wrong) (?-i:[A-Z])\w+|\b(?:a|the) different (?-i:[A-Z])\w+",
    ),
    Act.AFTERWARDS: (
        r"\byou(?:['’]re| are) (?:very |most |always |quite )?welcome\b(?! to)|\bwelcome!|\bdon['’]t mention it\b|"
        r"\bglad (?:it|that|you (?:found|enjoyed|liked|got)|to hear|i could)\b|\bhappy (?:to hear|i could|it helped|"
        r"for you)\b|\bso pleased (?:to hear|for you|it)\b",
        r"\b(?:it was|was|were|that was|i|we|really|so)\b.{0,14}\b(?:great|good|nice|lovely|fun|wonderful|enjoyed|"
        r"pleasure|delight(?:ed|ful)?|loved|fantastic|interesting)\b.{0,16}\b(?:meeting|meet|talking|talk|speaking|"
        r"speak|chatting|chat|having you|conversation|seeing|see you|to have met|visit|coffee|lunch|"
        r"discussion)\b(?!.{0,30}\b(?:would|will))",
        r"\bhere(?:['’]s| is| are) (?:the|that|those|my|a)\b.{0,60}\b(?:mentioned|promised|talked|spoke|discussed|"
        r"told|said|asked)\b|\bas (?:promised|discussed|mentioned when)\b|\bwhen we (?:talked|spoke|met|chatted)\b|"
        r"\bour (?:chat|talk|conversation|meeting|coffee|call) (?:yesterday|today|last|on|this|earlier|the other)|"
        r"\b(?:yesterday|last (?:week|night|month|\w+day))['’]s (?:chat|talk|meeting|coffee|call)|\b(?:attached|"
        r"enclosed|forwarding) (?:is|are|the|please)",
        r"^\W*(?:got it|noted|received|thanks?|thank you|cheers|great|perfect|ok(?:ay)?|understood|will do|see you|"
        r"congrat\w*|well done)\b(?!.{0,14}\b(?:for|but|your|i)\b)[^?]{0,40}$|\bcongratulations?\b|\bkeep (?:me "
        r"posted|in touch|it up)\b|\bstay in touch\b|\blet me know how\b.{0,40}\b(?:goes?|went|works? out|turns? "
        r"out)\b|\bgood luck (?:with|on|for|at)\b|\bhappy (?:new year|holidays|birthday)|\bthanks? (?:you )?for "
        r"(?:letting me know|the (?:update|card|flowers|note|kind|gift)|coming|visiting|stopping|your (?:visit|card|"
        r"kind))",
        r"^\W*(?:likewise|same here|my pleasure|any ?time(?=[.!]|$)|the pleasure was (?:all )?mine|glad (?:it|that|i|"
        r"to)|so glad|good to (?:see|meet|hear)|nice to (?:see|meet|have met)|great to (?:see|meet|hear)|lovely to "
        r"(?:see|meet|hear)|that['’]s (?:great|wonderful|good|fantastic|lovely) (?:news|to hear)|what (?:great|"
        r"wonderful|good) news|well deserved|safe travels|well done)\b|\b(?:great|nice|good|lovely|wonderful) news\b|"
        r"\bsafe travels\b|\byou (?:asked|were asking) (?:about|for) (?:when|at|on|last)|\bfor the (?:lovely|nice|"
        r"great|good|kind|wonderful|thank-you) (?:chat|talk|note|card|conversation|visit|coffee|words|message)|\bi "
        r"enjoyed (?:our|the|your|meeting|talking|speaking)",
        r"\b(?:great|good|nice|lovely) (?:chatting|talking|meeting|speaking|catching up)\b|\bhope the new (?:role|"
        r"job)\b|\bmade my day\b|\bslides\b|\bthanks for paying\b|\bmade it home\b",
        r"\b(?:thanks|thank you) for (?:confirming|the (?:confirmation|reminder|heads[- ]up|head's up|follow-up)|"
        r"letting|telling|writing back|the quick)\b",
        r"^\W*(?:good|great|nice|lovely) to (?:talk|speak|chat|have met|catch up)\b|\bsee you then\b[.!]*$",
    ),
    Act.FIRST: (
        r"\bbefore (?:i|we|agreeing|setting|saying|deciding|anything|going|that|you|committing|scheduling)\b|"
        r"\bfirst\b(?! (?:week|thing|of|year|years|day|name|job|half|floor|message|aid|person|class|time|hand|few|in "
        r"line|come))|\bso (?:that )?(?:i|we) (?:can|know|could)\b|\bto see (?:if|whether|how)\b|\bdepend(?:s|ing) "
        r"on\b|\b(?:may|might|could|can) i (?:know|ask)\b|\bhappy to consider\b|\bif i may (?:ask|know)\b|"
        r"\bi(?:['’]d| would) (?:like|need|want) to know\b|\bneed to know\b|\bcould you (?:tell|explain|clarify|"
        r"share|say|remind|describe|give)\b|\bcan you (?:tell|explain|clarify|share|say|remind|describe)\b|\b(?:a "
        r"bit|little|bit) more (?:about|detail|info|context)\b|\bremind me (?:who|how|what|where)\b|"
        r"\bbefore\b[^.?!]{0,24}\?",
        r"\b(?:tell|send|show|write) (?:me|us) first\b|\bfirst,? (?:tell|send|show|write|let me know|i['’]?d)|"
        r"\bbefore (?:replying|answering|agreeing|i (?:say|answer|agree|commit|decide|reply))|\bi(?:['’]d| would|"
        r"['’]ll) (?:like|need|want|have) (?:to (?:know|understand|see|hear)|your|a bit|some|more)\b|\bwant to "
        r"understand\b|\bwhat (?:exactly|precisely)\b",
        r"\b(?:beforehand|in advance|ahead of time)\b|\bso (?:that )?i can (?:judge|see|decide|tell|know|prepare|"
        r"check)\b|\b(?:judge|tell|know|check) (?:if|whether)\b",
    ),
    Act.ARRANGES: (
        r"\b(?:does|do|would|will|is|are|how about|what about|how does|can|could|shall) (?:that|this|it|the|a|an|my|"
        r"\w+day|noon|\d|next|tomorrow|zoom|teams|we|either|\w+ \d)\b[^?.!]{0,50}\b(?:works?|suits?|okay|ok|fit|"
        r"sound|alright|convenient|good for you|free|do)\b[^?.!]{0,30}\?|\b(?:okay|ok|good|fine|alright|deal|works|"
        r"noon|am|pm|\d)\?|\bcall you\b[^?.!]{0,30}\?|\b(?:phone|zoom|teams|video|call|coffee|in person|mornings?|"
        r"afternoons?)\b[^?.!]{0,20}\bor\b[^?.!]{0,30}\?|\b(?:easiest|better|best|prefer|simplest)\b[^?.!]{0,30}\?",
    ),
    Act.SHUT: (
        r"\b(?:not|except|but not|other than|can['’]?t (?:do|make|manage)|cannot (?:do|make|manage)|won['’]?t work|"
        r"doesn['’]?t work|unavailable|(?:i['’]?m|i am|am|are|is|be) (?:out|away|off)|booked|busy|closed|"
        r"impossible)\b(?:(?! but\b| how\b| so\b| though\b)[^,;.!?]){0,40}",
        r"(?:(?!\bbut\b|\bhow\b)[^,;.!?]){0,40}\b(?:is out\b|won['’]?t work|doesn['’]?t work|is (?:impossible|full|"
        r"booked|no good|bad)|are (?:impossible|full|booked)|i can['’]?t\b|i cannot\b|though$)",
        r"\b(?:until|till|til|ends? (?:on|in)|closes|opens (?:on|a|in|to)|deadline|due|back|return(?:ing|s)?|leaving|"
        r"leave|heading|away|since|yesterday|ago|last|hired|started|you (?:suggested|proposed|mentioned)|instead of|"
        r"rather than|starting school)\b(?:(?! but\b| how\b| so\b)[^,;.!?]){0,30}",
        r"\b(?:was|were|enjoyed|loved|met|spoke|talked|saw)\b(?:(?! but\b| so\b)[^;.!?]){0,70}",
        r"\b(?:apart from|except(?: for)?|aside from|other than|but for|all but)\b(?:(?! but\b)[^,;.!?]){0,30}",
        r"(?:(?!\bbut\b|\bor\b)[^,;.!?]){0,30}\b(?:i['’]?m|i am|we['’]?re) (?:in (?:court|class|meetings?|surgery|"
        r"transit|the field|training|rehearsals?|school)|tied|busy|teaching|travell?ing|booked|away|out|off|working|"
        r"on (?:shift|duty|call|the road))\b[^,;.!?]{0,20}|\b\w+day (?:too|as well|also)\b",
        r"\b\w+day (?:neither|nor)\b|\bneither \w+day nor \w+day\b",
    ),
    Act.BUSY: (
        r"\b(?:busy|swamped|slammed|crazy|hectic|underwater|under water|snowed under|tied up|up to my (?:neck|eyes|"
        r"ears)|crunch|deadlines?|bad time|busiest|write-off|buried|flat out|full on|stretched|overloaded|"
        r"overwhelmed|drowning|packed|brutal|insane|madness|chaos|chaotic|hands (?:are )?full|nonstop|non-stop|rush|"
        r"peak|audit|short-?staffed|no time|inspection|moving house|harvest|renovat\w+|backlog|juggling|all hands|in "
        r"full swing|exam season|hard for me|bogged down|run off (?:my|our) feet|up against it|rammed|jammed)\b",
        r"\ba (?:bit|lot|little) (?:too )?much\b|\bupside down\b|\b(?:knee|neck|waist)-deep\b|\bmiddle of\b|\bunder "
        r"the weather\b|\bhospital\b|\bfind my feet\b|\btech week\b|\bcan['’]?t breathe\b|\bno (?:spare )?(?:minute|"
        r"moment)\b|\bsurviv\w+\b|\bunderstaffed\b|\bfrantic\b|\bmanic\b|\bon (?:my|our) knees\b|\bstretched thin\b|"
        r"\bup to here\b|\bsnowballing\b|\bclosing the books\b",
    ),
    Act.AGREES: (r"\b(?:no problem|no worries|any ?time|cheers|great|perfect|fine|ok(?:ay)?|sure)\b",),
}
