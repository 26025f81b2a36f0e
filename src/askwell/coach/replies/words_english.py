"""What English words do in a reply: yes, no, later; the rest is in `words_english_others`."""

from askwell.coach.replies.values import Act
from askwell.coach.replies.words_english_others import OTHERS

_cannot = (
    r"(?:\b(?:can ?not|could not|will not|would not|may not|do not|does not|did not|am not|are not|is not|must not|"
    r"won['’]?t|can['’]?t|cant|couldn['’]?t|wouldn['’]?t|don['’]?t|dont|doesn['’]?t|isn['’]?t|aren['’]?t|i['’]?m not|"
    r"we['’]re not|not|unable to|never|no longer|nobody|no one)\b)"
)
_talk = (
    r"(?:talk|talks|chat|speak|meet|meeting|meetings|call|calls|help|assist|discuss|interviews?|participate|take "
    r"part|conversations?|connect|answer|share|advise|offer|oblige|accommodate|commit|join|do (?:this|it|that|these|"
    r"those|so|interviews|calls|any)|take (?:this|it|that|any|personal|part|on)|give (?:\w+ )?(?:interviews|advice|"
    r"time)|be of|make (?:the )?time|find (?:the )?time|spare|see (?:people|you|visitors)|host|mentor|agree|accept|"
    r"grant|provide|sit down|get together|catch up)"
)
_write_again = (
    r"(?:(?:contact|write|email|e-mail|message|ping|try|ask|remind|nudge|poke|approach|find|catch|hit|bug) (?:to "
    r")?(?:me|us)|(?:reach|follow|circle|check|come|get) (?:out|up|back|in touch|in)|get in touch|touch base|drop "
    r"(?:me|us) (?:a|an) (?:line|note|email|message)|(?:shoot|send|give|fire|toss) (?:me|us) (?:a|an|another) "
    r"(?:line|note|email|message|shout|ping|text|reminder|nudge)|write (?:again|back)|try again|ask again|email "
    r"again|reconnect|resend|revisit|regroup|pick (?:this|it) (?:back )?up)"
)
_again = (
    rf"(?:{_write_again}|(?:call|ring|phone|text) (?:me|us|back|again)|give (?:me|us) (?:a|another) (?:ring|call|"
    rf"buzz))"
)
_month = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|"
    r"jul|aug|sept?|oct|nov|dec)\b"
)
_later = (
    rf"\b(?:in|after|by|around|from|come|until|till|for|to|into|early|mid|late|end of|next)[ -](?:\w+ "
    rf"){{0,3}}?{_month}|"
    r"\b(?:in|after|for) (?:about |another )?(?:\w+) (?:days?|weeks?|months?|fortnight)\b|\blater\b(?! (?:that|on) "
    r"(?:day|\w+day))|\b(?:after|once|when|until|till|as soon as|by the time) (?:that|then|i|we|the|my|our|things|it|"
    r"this|\w+ (?:is|are)|[a-z]+ \d|\w+ends|holidays|christmas|easter|summer|tax)\b|\bnext (?:month|year|quarter|"
    r"term|semester|season|spring|summer|fall|autumn|winter)|\b(?:in|over|after|during) the (?:spring|summer|fall|"
    r"autumn|winter|new year|holidays|future)|\bthe week (?:of|after)|\bnew year\b|\bsome ?(?:other )?time\b|"
    r"\banother time\b|\bdown the (?:road|line)\b|\bin the future\b|\b(?:after|around|past|until|over) (?:the "
    r")?(?:thanksgiving|christmas|easter|labou?r day|canada day|ramadan|diwali|lunar new year|spring festival|"
    r"passover|hanukkah)\b|\bin a (?:few|couple|week|month|bit|while|little)\b"
)
_future = rf"(?:{_later}|\bthen\b|\bagain\b|\bon (?:the )?\w+ \d)"

ACTS: dict[Act, tuple[str, ...]] = {
    **OTHERS,
    Act.WRITE: (
        r"\b(?:answer|reply|respond|get (?:through|to|back)|go through|work through|tackle|write back|do (?:it|this|"
        r"that))\b.{0,40}\b(?:by|via|over|in|through|on) (?:e-?mail|writing|text|message|here)\b",
        r"\b(?:send|type|e-?mail|write|put|fire|shoot|jot|pop|list|drop|forward|share)\b.{0,24}\b(?:questions?|them|"
        r"what you (?:want|need|would like)|it|list|queries)\b(?!.{0,60}\b(?:first|beforehand|in advance|ahead of|"
        r"see if|see whether|decide|judge|tell if|know if|know whether)\b).{0,60}\b(?:i(?:['’]ll|['’]d| will| can| "
        r"shall| would| promise)|and i|happy|glad)\b(?!.{0,12}\b(?:see|decide|tell you|know|let you know))",
        r"\b(?:answer(?:ing)?|reply(?:ing)? to|respond(?:ing)? to|help with|take|taking|tackle) (?:\w+ "
        r"){0,3}questions?\b.{0,30}\b(?:if you (?:send|write|e-?mail)|here|by e-?mail|in writing|this way|over "
        r"e-?mail|whenever)",
        r"\b(?:e-?mail|writing|in writing|written) (?:is|would be|works|might be) (?:best|better|easier|fine|good|"
        r"simplest)|\bprefer (?:e-?mail|writing|to write|to answer in writing)|\bhappy to (?:answer|reply|respond|"
        r"correspond|write)\b.{0,30}\b(?:e-?mail|writing|questions)",
        r"\byou(?:['’]ll| will) (?:get|have) (?:your |my |an |some )?(?:answers?|reply|response)\b|\bsend (?:me "
        r")?(?:\w+ )?questions and i['’]?(?:ll| will| can)\b",
        r"\be-?mails? (?:is|are|would be|works?|suits?) (?:\w+ )?(?:best|better|easier|fine|good|simplest|preferable|"
        r"me)\b",
        r"\bwrite\b.{0,14}\bi(?:['’]ll| will| can) (?:\w+ )?(?:answer|reply|respond)\b",
    ),
    Act.WHEN: (
        r"\b(?:let me know|tell me|just (?:say|tell|let)|say|text me|send word|holler)\b.{0,8}\b(?:when|what (?:time|"
        r"day|works|suits)|which (?:day|time|one|works|suits)|your availab\w+|a (?:time|day|date)|where and when|the "
        r"time|how your)",
        r"(?:^|[,.;:!?] |\band |\bso )(?:so )?when (?:are|can|could|would|will|is|do|does|works|suits|should|shall|"
        r"might)\b(?!.{0,20}\bgraduat)|\bwhat (?:days?|times?|dates?|works|suits|would suit|is a good|are good|'s a "
        r"good)\b|\bwhich (?:days?|times?|dates?|afternoon|morning|evening|week)\b|\bhow(?:['’]s| is| does| do| "
        r"about| are) (?:your|you)\b.{0,14}\b(?:calendar|schedule|week|availab\w+|look|fixed)",
        r"\b(?:send|suggest|propose|offer|give|throw|toss|shoot|name|pick|choose|list|share)\b.{0,16}\b(?:times?\b|"
        r"dates?|days?\b|slots?|options|availab\w+|openings|a time|some times|windows?|whichever|whenever|moments?)",
        r"\byour (?:availab\w+|calendar|schedule)\b|\b(?:up to you|your (?:call|choice|pick)|you (?:pick|choose|"
        r"decide|name|set|tell me)(?=[.!,;]|$| (?:a|the|any|one|whichever|when|what|which|your)\b)|leave (?:it|the "
        r"\w+|that) (?:up )?to you|whatever (?:works|suits)|whenever (?:you|it|suits|works)|any (?:time|day|week "
        r"?day|afternoon|morning|evening)\b)",
        r"\bwhat(?:['’]s| is) (?:your|the best) (?:number|phone|cell|time zone)|\bbest (?:number|way) to (?:reach|"
        r"call|contact)\b|\bwhat number\b|\bwhere (?:can|do|should) i (?:call|reach|find) you",
    ),
    Act.YES: (
        r"\b(?:yes|yeah|yep|yup|yea|aye|sure thing|of course|certainly|absolutely|definitely|gladly|happily|you bet|"
        r"by all means|why not|with pleasure|(?:be|it['’]?s) my pleasure|my pleasure to|count me in|i['’]?m (?:in|"
        r"game|down|up for)\b|totally|fine (?:by|with) me|consider it done|works for me|suits me|sounds (?:\w+ "
        r")?(?:good|great|fun|lovely|like a (?:plan|good)|fine|nice|interesting|wonderful|perfect)|great idea|lovely "
        r"idea|good idea|any friend of|be my guest|it['’]?s a (?:deal|date|yes|pleasure))\b",
        r"(?:^|[.!,;\n]\s*|\bbut )sure\b(?! (?:if|whether|what|how|why|who|i|about|that|you))",
        r"\b(?:i['’]?d|i would|we['’]?d|we would|i['’]?ll|i will|would|it['’]?d|it would|i am|i['’]?m|we['’]?re|we "
        r"are|am|more than|only too|quite|always|very|so|really|also|be|as)\b(?: also| be| really| very| certainly| "
        r"gladly| always| only too| more than| absolutely| quite| so| most| happily| a| my| an| truly| just| "
        r"still){0,4} (?:happy|glad|delighted|pleased|thrilled|honou?red|willing|open to|keen|up for|game for|love "
        r"to|love that|pleasure|privilege|enjoy (?:that|it|talking|meeting)|welcome (?:it|the|a|that)|flattered|"
        r"excited|tickled|chuffed)\b(?! (?:to (?:hear|consider|learn|see (?:that|your|you are))|you|it|that you|"
        r"about|for you|with your))",
        r"(?:^|[.!?,;:\n]\s*|\bbut |\band |\bstill |\bis )(?:very |always |more than |only too |quite |really "
        r")?(?:happy|glad|delighted|pleased|thrilled|honou?red|love|willing) (?:to (?!hear|consider|learn|see that)|"
        r"you (?:wrote|asked|reached|got in touch))",
        r"\b(?:don['’]?t|do not|wouldn['’]?t|would not) mind (?:\w+ing|a|if|you)|\bi (?:do )?accept\b|\bagree(?:d)? "
        r"to (?:talk|meet|speak)|\bi (?:also )?(?:can|could|might be able to|am able to|should be able to|['’]ll be "
        r"able to) (?:certainly |easily |probably |definitely |also |always |still |only )?(?:do|talk|meet|chat|"
        r"speak|spare|give|offer|make|fit|squeeze|see you|manage|answer|help|call|show|tell|share|be there|host|take "
        r"you|find|block|free up|carve|set aside|put)\b",
        r"(?:^|[.!?,;:\n\-]\s*|\b(?:and|please|just|so|then|or|best to|feel free to|better|either|you can|can you|"
        r"could you|do|to|but) )(?:call|phone|ring|text|dial|buzz|facetime|skype|zoom) (?:me|my)\b|\bgive (?:me|us) "
        r"a (?:call|ring|buzz|tinkle|bell)\b|\bcall(?:ing)? \d|\breach me (?:at|on|by)\b|(?:^|[.!?,;:\n\-]\s*|"
        r"\b(?:and|please|just|so|then|you can|can|to|welcome to|you should|why don['’]?t you|feel free to|do) "
        r")(?:come|drop|stop|swing|pop|hop|walk|stroll|pass) (?:on )?(?:by|over|in\b|round|around|to (?:my|our|the)|"
        r"see|visit|along|up|down|into|and|meet|join|find|for)\b|\bvisit (?:us|me|our|the)\b|\bjoin (?:me|us)\b",
        r"\blet['’]?s (?:do|meet|talk|chat|grab|have|set|find|get|book|make|say|plan|arrange|hop|schedule|speak|go|"
        r"sit|try|connect|aim|pencil|fix|call|zoom|use)\b|\b(?:shall|should|can|could) we (?:say|do|meet|talk|try|"
        r"make it|speak|aim)\b|\b(?:use|here(?:['’]s| is)|click|follow|through|via) (?:this|my|the) (?:booking |"
        r"calendar |scheduling )?(?:link|calendar|page|calendly)\b|\bbook (?:a|any|yourself|some|time|one|directly|"
        r"via|through|whatever|here)\b|\b(?:put|add|grab|pick|choose|find|take|claim|reserve) (?:something|a (?:slot|"
        r"time|spot)|any (?:slot|time)|yourself|whichever|one|a day)\b|\b(?:calendly|cal\.com|doodle)\b",
        r"\blook(?:ing)? forward to (?!hearing)|\b(?<!good to )(?<!nice to )(?<!great to )see you (?:then|there|on|"
        r"at|in)\b|\bi(?:['’]ll| will| shall) (?:call|phone|ring|send (?:you )?(?:a|an|the) (?:\w+ )?(?:invite|"
        r"invitation|link)|be there|meet you|buy|pick up|show you|save|set up|host|bring|be (?:at|in|free|around|"
        r"available|home))\b|\bmy treat\b|\bon me\b",
        r"\b(?:i['’]?m|i am|im|we['’]?re|i['’]?ll be) (?:\w+ )?(?:free|around|available|open|flexible|home|in the "
        r"(?:shop|office|studio|store|van|clinic)|best|usually in|off) (?!until|till|this week,? and|to you)|\bi "
        r"have (?:\w+ ){0,3}(?:opening|openings|slot|slots|gap|window|time|half an hour|an hour|minutes?)\b(?! "
        r"(?:for this|to spare right))|\bmy (?:\w+days? (?:and \w+days? )?(?:are|is)|afternoons|mornings|evenings|"
        r"lunch) .{0,20}(?:open|free|best|quiet\w*|good|clear)|\b(?:would|will|might|could|can) (?:suit|work)\b(?! "
        r"(?:if|on (?:my|your) own))|(?<!things )\b(?:is|are|would be|will be) (?:best|good|great|fine|convenient|"
        r"ideal|perfect|better|easiest|quietest)(?: for me)?\b|\bi(?:['’]d| would) (?:rather|suggest|prefer|propose) "
        r"(?!not)(?:do|we|over|to (?:do|meet|talk)|\w+day|a )|\bi(?:['’]?ve| have) (?:got )?(?:\w+ )?(?:\d+|twenty|"
        r"thirty|fifteen|half) ",
        r"\b(?:remember|know) (?:what it was like|being in your|how hard|the feeling)|\bbeen (?:there|in your "
        r"shoes)\b|\bhappy to pay it forward\b|\bi(?:['’]?m| am) all yours\b|\bask away\b|\bfire away\b|"
        r"\bshoot\b(?=[.!]|$)",
        r"\b(?:at your (?:disposal|service)|works (?:on|for|at|from) (?:my|our|this) (?:end|side|part)|(?:always|up|"
        r"down|game) (?:up )?for (?:a|it|that|this)\b|(?:caught|found|got) me at (?:a good|the right)|(?:got|have) "
        r"(?:\w+ ){0,2}room in my|no objections?|arrange (?:it|this|a time|things) with|my door is|(?:turn|show|"
        r"pull) up\b|just knock|hit me up|make (?:the |some )?time for (?:you|this|that|it)|love talking|"
        r"you(?:['’]re| are) in luck|(?:fairly|pretty|quite|mostly|usually|generally|totally|wide) (?:free|open|"
        r"flexible)|open book|ask me anything|very well,)",
        r"\bi(?:['’]ll| will| shall| can| could| might) (?:gladly |happily |certainly |easily |probably )?(?:give|"
        r"offer|grant|spare|find|free|block|carve|set aside|tell|share|fit|squeeze|put|pencil|clear|make (?:time|it "
        r"work|room|space)|do that|do it)\b(?! (?:up|out|away))|\b(?:anything|happy) for (?:a|an|any|her|his|our|"
        r"your)\b|\bname (?:your|the|a) (?:day|time|date|place)|\bcould (?:go on|talk) (?:\w+ )?(?:about|for)|\bsay "
        r"when\b|\bwhat(?:['’]s| is) (?:a )?good (?:time|day)|\bthe (?:chair|shop|kettle|coffee|floor|line)['’]?s? "
        r"(?:is )?(?:open|on|ready|yours)\b|\bkettle\b|\bworth a (?:chat|call)|\b(?:i['’]?m|we['’]re) (?:in|on "
        r"board)\b|\bgame on\b|\bgood by me\b|\bwon['’]?t say no\b|\bhow could i (?:refuse|say no)|\bhave (?:a|your) "
        r"questions? ready|\bbring your questions|\bask me whatever|\bwelcome (?:to (?:ask|come|call|visit|drop|stop|"
        r"join|pick)|any ?time|aboard)|\bcount on me\b|\bfeel free to (?:call|phone|ring|come|drop|stop|ask|book|"
        r"send)",
        r"\b(?:you(?:['’]re| are|['’]d be)|always|most|very|more than) welcome (?:to|at|in|any|here)\b|(?:^|"
        r"[.!,;]\s*|\b(?:just|please|then|and) )(?:call|phone|ring|see|ask|tell) (?:the|my|our) (?:front desk|office|"
        r"assistant|secretary|shop|reception|receptionist|desk)\b",
    ),
    Act.NO: (
        rf"{_cannot}(?: \w+){{0,5}}? {_talk}\b(?! (?:until|till|before|earlier|sooner|right now|just now|at the "
        rf"moment|this "
        r"(?:week|month)|on (?:\w+day|the \d)))",
        rf"{_cannot}(?: \w+){{0,4}}? (?:able|allowed|permitted|in a position|comfortable|interested|available|"
        rf"possible|"
        r"the right (?:fit|time)|a good fit|much use|(?:much|any|of) (?:help|use)|(?:have|got) (?:\w+ ){0,3}(?:time|"
        r"capacity|bandwidth|room|availability|space|energy|hours?)|make it work|my thing|for me|worth|open to|up "
        r"for|suitable|appropriate|willing|at liberty|looking to|taking (?:on|any|such)|doing (?:these|this|any|"
        r"interviews)|wish to|want to|care to|feel (?:able|comfortable)|think (?:i can|it|this)|do (?:these|this|any|"
        r"that|informational|interviews|such))\b",
        r"\b(?:decline|declining|pass on|have to pass|going to pass|gonna pass|i['’]ll pass|take a pass|hard pass|"
        r"(?<!never )say no|it['’]?s a no|is a no|a no from|answer is no|turn (?:this|you|it) down|prefer not|rather "
        r"not|no thanks?|no,? thank you|nope|nah|not interested|not for me|count me out|must refuse|regret(?:tably|"
        r"fully)?|opt out of|bow out|sit this one out|beg off|decided against|unable to|sadly not|afraid not|have "
        r"nothing to (?:offer|add|say))\b",
        r"\b(?:policy|policies|rules?|compliance|confidentiality|contract|employer|management|"
        r"legal)\b.{0,40}\b(?:not allow|forbid|prohibit|prevent|bar|against|not permit|stops?|restrict|may not|"
        r"cannot|can['’]?t|require)\w*|\bagainst (?:\w+ )?policy\b|\bnot (?:allowed|permitted) to\b|\bunder an? "
        r"nda\b",
        r"\b(?:retired from|left (?:that|the) (?:field|work|industry|profession)|left \w+ (?:work )?(?:years|long) "
        r"ago|(?:many|a lot of|so many|too many|lots of) (?:of these |such |similar )?requests|too many of these|"
        r"stopped (?:doing|taking|giving|accepting)|gave (?:this|that|it) up|no (?:capacity|time for|room for|"
        r"interest)|wouldn['’]?t be (?:much|any|of|fair|right|appropriate)|not hiring)\b",
        r"\b(?:i|we) (?:really |simply |just |honestly )?(?:can['’]?t|cannot|won['’]?t|couldn['’]?t|shouldn['’]?t|"
        r"can not)\W*(?:$|[.,;!])|\b(?:do not|don['’]?t) (?:think|believe|feel|see) (?:that |how )?(?:i|we|this|it|"
        r"my)(?:['’](?:m|d|s))?\b|\b(?:stopped|quit|given up) (?:\w+ing)|\b(?:plate|hands|schedule|calendar|dance "
        r"card|diary|days?) (?:is|are) (?:\w+ )?full\b|\bcan['’]?t (?:add|take on|fit|squeeze|manage|swing|spare|"
        r"commit)\b|\brather (?:keep|stay|leave|not|you didn['’]t)|\bbetter not\b|\bno can do\b|\b(?:have|got|there "
        r"is|there['’]s) nothing (?:\w+ )?(?:to|of|for|i)\b|\bnot something (?:we|i)\b|\bput (?:all |that |it |this "
        r")+behind\b|\bwish i could\b|\b(?:does not|doesn['’]?t|do not|don['’]?t|won['’]?t|will not) (?:really |"
        r"simply )?(?:permit|allow|let)\b|\bonly (?:speak|talk|meet|deal|work) with\b|\bnot my (?:cup of tea|thing|"
        r"area|field|style|department)\b|\bhave to (?:turn|let) (?:you|this) down|\bbow out\b|\bnot (?:a )?fan of\b|"
        r"\bno longer (?:do|offer|give|take|accept|available|involved)|\b(?:never|seldom|rarely) (?:do|give|accept|"
        r"agree|meet|talk)\b|\b(?:find|look for|try|ask) (?:someone|somebody|anyone) else\b|\bcan['’]?t say yes\b|"
        r"\bhard no\b|\bunlikely to (?:change|happen)|\bnot (?:going|about) to happen\b|\bout of the question\b|"
        r"\bkeep (?:my|that|work) .{0,12}private|\bnot (?:feel )?qualified\b|\b(?:against|outside) (?:our|my|the) "
        r"(?:rules?|policy|practice|remit)|\bregret to (?:say|inform|tell)|\bturning down\b|\bnot be doing\b|"
        r"\bcan['’]?t be of\b|\bno time\b(?! (?:like|at all (?:this|until)|this|until|before|right now))|\bi(?:['’]m|"
        r" am) (?:long )?retired\b",
        r"\b(?:not|unable to|can['’]?t|cannot) (?:respond|reply|answer) to (?:them|these|each|every)\b",
        r"(?:^|[.,;]\s|\bso |\bso it['’]?s |\brespectfully,? )no\b(?=[.!]|$)|\bbetter off (?:asking|with|talking)|"
        r"\bagainst my\b|\bkeep my (?:evenings|weekends|time|days|work)|\bnot to talk to\b|\bnot taking on\b|\bnot "
        r"to take part\b|\bnever mix\b|\bcan['’]?t say yes\b|\bnot a service\b|\bno service\b|\bi['’]m good\b(?=[.!]|"
        r"$)",
        r"\b(?:isn['’]?t|is not|not) something (?:we|i)\b|\bnever (?:to )?(?:meet|talk|speak|agree|do)\b",
    ),
    Act.LATER: (
        rf"\b{_write_again}\b.{{0,40}}{_future}|\b{_again}\b.{{0,40}}(?:{_later}|\bagain\b)",
        rf"{_future},? .{{0,20}}\b{_write_again}\b|\b(?:can|could|would|will) you (?:please "
        rf")?{_write_again}\b.{{0,40}}(?:\?|$)",
        rf"\b(?:let['’]?s|can we|could we|shall we|maybe we|perhaps we|we can|we could|we should|could this|can this|"
        rf"could it|can it|would you|happy to|glad to|i can|i could|i could do|i might|might be able to|i['’]ll|i "
        rf"will|i['’]d|willing to|love to|like to|time then|up then)\b(?:.{{0,40}}(?:{_later})|(?<=then))",
        r"\b(?:push|postpone|move|put|hold|delay|defer|shelve|table|park|leave|save|kick|bump|"
        r"reschedule)\b.{0,14}\b(?:to|off|until|till|for|back|later|on hold)\b|\b(?:can|could|should|might|must|have "
        r"to|will have to|may) wait\b|\bwait (?:until|till|a (?:few|bit|while|month|week|couple))|\brain ?check\b|"
        r"\bhold (?:off|that thought)\b",
        r"\b(?:not|isn['’]?t|can['’]?t|cannot|unable|won['’]?t|not be able)\b.{0,40}\b(?:right now|just now|at the "
        r"moment|at present|currently|for now|just yet|yet|this (?:week|month|season|term|quarter|summer|spring|fall|"
        r"winter)|these days|until|till|a (?:good|great|ideal) (?:time|moment|week|month)|the (?:best|right) (?:time|"
        r"moment))\b",
        r"\b(?:maybe|perhaps|possibly|probably|better|try|ask me|another|some other|hopefully)\b.{0,14}\b(?:later|"
        r"another time|in the (?:fall|autumn|spring|summer|winter|future|new year)|next (?:month|year|season|spring|"
        r"summer|fall|winter)|some (?:other )?time|time|once|after)\b|\blater (?:on|in the|this (?:year|month|spring|"
        r"summer|fall))\b|\banother time\b|\bsome other time\b|\bin the future\b|\bdown the (?:road|line)\b",
        r"\bi(?:['’]ll| will) (?:get back to you|reach out|be in touch|let you know|contact you|write (?:to )?you|"
        r"email you|come back to you|circle back|follow up|get in touch|ping you|message you)\b|\bremind me\b(?! "
        r"(?:who|how|what|where|why|of|when we))|\bthen i(?:['’]m| am) all yours\b",
        r"\b(?:a|the) (?:better|calmer|quieter|easier) (?:time|month|moment|season)\b.{0,30}\b(?:would|might|will|"
        r"is)\b",
        r"\b(?:bad|wrong|awkward|terrible|poor|rough|tricky) (?:timing|time)\b|\bnow (?:is|isn['’]t) (?:not |a )?|"
        r"\blet me (?:first )?(?:get|finish|clear|see|sort|catch|wrap|survive|settle|check (?:back|when|"
        r"my))\b.{0,40}\b(?:first|then|before|through|done|and)\b|\bbear with me\b|\bwhen (?:things|it|life|work|all "
        r"this|the \w+) (?:\w+ )?(?:settles?|calms?|quiets?|slows?|gets?|is|are|has|clears?|eases?)\b|\bgive me (?:a "
        r"few|some|until|till|a couple|two|three|a little|a week|a month|another)\b|\b(?:rather|prefer to|would|have "
        r"to|need to|let['’]?s|better) wait\b|\bnot (?:yet|now|this (?:week|month|year|time of year)|today|until|"
        r"till|before)\b|\b(?:when|once|after) (?:the )?(?:dust|snow|rush|season|audit|launch|project|conference|"
        r"semester|term|year|exams?|harvest|holidays?|move|merger|renovation|show|tour|trial|quarter|baby|move)\b|"
        r"\bin (?:a few|a couple of|two|three|six|several|some) (?:days|weeks|months)\b|\bsome ?(?:other )?(?:time|"
        r"day)\?|\b(?:after|till|until) (?:that|then|this),? (?:sure|yes|i(?:['’]m|['’]d| am| can| will)|we can|"
        r"happy|fine|ok|gladly|no problem|maybe|perhaps|by all means)|\btill then\b|\bwrite (?:to )?me (?:once|when|"
        r"after)|\bnot before\b|\bbehind (?:us|me)\b",
        rf"(?:^|[.!?]\s)(?:maybe |perhaps |how about |say |better )?(?:(?:early|mid|late)[- ])?(?:in )?{_month}(?:,? "
        rf"(?:please|maybe|perhaps|then|instead|would be better|might work))?[.!?]*$",
        r"\bput a pin in\b|\bin the weeds\b|\b(?:come|get) back to you\b|\btime to think\b|\bthink about it\b|"
        r"\bheadspace\b|\bgive it (?:a|some|another)\b|\bnot while\b|\bhave to wait\b|\bdue any day\b|\bonce "
        r"i(?:['’]ve| have)\b.{0,40}\bwe\b|\bwhen the snow\b",
        r"\b(?:let['’]?s|we can|we could|we['’]ll|i can|happy to|glad to|i['’]d (?:love|be glad|be happy) "
        r"to)\b.{0,40}\bthen\b(?=[.!?]|$)|\b(?:holler|shout|give me a shout) (?:at me )?(?:around|after|in|on|once|"
        r"when|again)\b|\bsend me a reminder\b|\bremind me then\b|\bturn human\b",
        r"\b(?:at the moment|right now|this (?:week|month)|just now|these days)\b.{0,24}\b(?:not|can['’]?t|cannot|"
        r"unable|no time)\b",
        r"\b(?:after|until|till|past) (?:that|this) (?:date|day|point|week|month)\b.{0,24}\b(?:i|we|sure|happy|"
        r"glad)\b",
        rf"\b(?:how|what) about\b.{{0,44}}(?:{_later})",
    ),
}
