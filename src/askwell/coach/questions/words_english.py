"""Phrases that show a flaw in English, as regular expressions over plain text (`parts.plain`)."""

from askwell.coach.questions.values import Code

_org = (
    r"(?:company|firm|organi[sz]ation|employer|business|school|hospital|bank|store|shop|clinic|agency|studio|"
    r"lab(?:oratory)?|"
    r"university|college|daycare|restaurant|hotel|office|team|plant|factory|warehouse|union|association|"
    r"cent(?:re|er)|museum|"
    r"library|airline|garage|salon|pharmacy|practice|brand|group|bakery|farm|department|board|chain|"
    r"brokerage)"
)
_the_org = rf"(?:your|the|this) (?:[\w-]+ ){{0,2}}?{_org}"
_broad = (
    r"(?:(?:the|your|this|that|our|my) )?(?!(?:first|last|typical|next|usual) )(?:[a-z-]+ ){0,2}?"
    r"(?:industry|field|jobs?|work|company|market|job market|business|profession|sector|life|things|"
    r"everything|career|"
    r"economy|canada|culture|workplace|environment|world|experience|situation|future|employer|"
    r"organi[sz]ation|team|people|"
    r"trade|occupation|role|position|situation|nursing|teaching|accounting|engineering|marketing|sales|"
    r"banking|design|retail|research)"
)
_subject = (
    r"(?:your |the |this |being an? )?(?!(?:a|an|how|what|why|one|some|any|most|being) )(?:(?!first|last|"
    r"typical|usual|hardest|biggest|favou?rite|recent|daily|most|training)[\w-]+ ){0,2}"
    r"(?!day|week|month|shift|year|project|path|process|team's|decision|challenge|moment|training|routine|"
    r"yourself|experience|life|education|journey|story|start|route)[\w-]+"
)
_end = (
    r"(?: (?:here|there|now|these days|today|in general|generally|overall|in canada|going|doing|like|right "
    r"now|for you|for me|so far|at all|in (?:the|this|your) (?:field|industry|area|profession|job|"
    r"business)))* ?[?.!]*$"
)
_harsh = (
    r"(?:boring|dull|tedious|monotonous|unfair|terrible|awful|horrible|miserable|lazy|rude|bad|toxic|stupid|"
    r"useless|pointless|"
    r"dead-end|meaningless|underpaid|low-paid|badly paid|poorly paid|slow|corrupt|greedy|cruel|thankless|"
    r"outdated|"
    r"old-fashioned|hopeless|ridiculous|incompetent|cold|unfriendly|arrogant|selfish|racist|sexist|strict|"
    r"cheap|"
    r"unwilling|bureaucratic|inefficient|disorgani[sz]ed|messy|depressing|disrespectful|expensive)"
)

NO_REQUEST = (
    r"\babout (?:your|the|that|an?|this) (?:[\w'-]+ ){0,2}?(?:jobs?|positions?|apprenticeships?|"
    r"internships?|placements?|roles?|work|practicums?|applications?|interviews?)\b",
    r"\brecommend me to (?:join|read|take|try|attend|learn|start|follow)\b",
    r"\bwhen (?:(?:you|your \w+|they|employers|companies|people)(?:'re| are| is)? )?(?:hire|hires|hiring|"
    r"recruits?|recruiting|interview\w*)\b",
    r"\b(?:your|their|people's|a|the|one's) (?:own |very )?(?:first|last|previous|old|current|present|"
    r"dream) (?:[\w-]+ )?(?:job|position|internship|placement|role)\b",
)
"""Talk of jobs that asks for none."""

FLAWS: dict[Code, tuple[str, ...]] = {
    Code.ASKS_FOR_JOB: (
        r"\b(?:get|be|getting|being) hired (?:at|by|in|on) your\b",
        r"(?:^|[.,;!] |\b(?:if|whether|know|think) )(?:so |and |also |by the way,? )*(?:(?:do|would) you "
        r"(?:know|think)(?: if| whether)? )?(?:when |how soon |how often )?"
        r"(?:is|are|will|does|do|would|has|have) (?:your|the|you|they|this|there|any)\b(?! (?:look|think|"
        r"find|see|feel))[^.?!,]{0,30}?\b(?:hiring|hire|recruit(?:ing)?|"
        r"taking on|looking for (?:new |more |any )?(?:people|staff|someone|\w+s)\b|need(?:ing)? (?:any |"
        r"more |new |another )?(?:people|staff|help|workers|employees|hands))\b"
        r"(?! (?:manager|process|team|decision|market))|\bhow many (?:\w+ ){1,3}(?:will|do|does|are|is) "
        r"(?:you|your \w+) (?:planning to |going to )?(?:hire|hiring|recruit)",
        r"\b(?:send|give|submit|leave|hand|drop|show|forward|pass)\b[^.?!]{0,25}\bmy (?:resume|résumé|"
        r"cv)\b(?![^?]*\b(?:feedback|advice|improve|opinion)\b)"
        r"|\b(?:can|could|may) i (?:work|intern|join|start|apply)\b[^?]{0,20}\b(?:you|your)\b|\b(?:room|"
        r"place|spot|job|something) for me\b",
        r"\b(?:would|will|could|can) you (?:hire|employ|take on|sponsor)\b|\bsponsor (?:me|my|work "
        r"(?:permits?|visas?)|visas?)\b"
        r"|\b(?:do|does|would|will|can) (?:you|your \w+) (?:ever )?(?:sponsor|offer sponsorship)\b",
        r"\b(?:hiring freeze|headcount|hire (?:anyone|someone|people|more|new)\b[^.?!]{0,25}\b(?:soon|this|"
        r"next|now|year|month|spring|"
        r"summer|fall|winter))",
        r"\brefer me (?!to (?:any|some|a|other) (?:book|course|group|resource|site))|\brecommend me (?!to "
        r"(?:join|read|take|learn|do)|a |an |some |any )|\b(?:job|position|opening|vacanc\w+|internship)s? "
        r"(?:for me|available|open)\b|\bput in a word\b",
    ),
    Code.PUBLIC_FACT: (
        rf"\bwhat are {_the_org}(?:'s)? (?:\w+ )?(?:products|services|clients|brands|locations|values)\b|"
        rf"\b(?:which|what) "
        rf"(?:cities|countries|provinces|languages) (?:is|does) {_the_org}\b|\bhow many (?:people|\w+s) "
        rf"does {_the_org} (?:employ|have)\b",
        rf"\b(?:where (?:is|are|was)|what (?:city|town|country|street) is) "
        rf"{_the_org}\b[^?]{{0,30}}\b(?:located|based|headquartered|situated)\b"
        r"|\bwhere (?:is|are) your (?:\w+ )?(?:head ?office|headquarters|offices?|branch(?:es)?|stores?|"
        r"campus(?:es)?|locations?)\b"
        r"|\b(?:head ?office|headquarters)\b[^?]{0,15}\b(?:located|based|address)\b",
        rf"\b(?:when|what year|in which year|in what year|who|how long ago)\b (?:was|were|did|has) "
        rf"{_the_org}\b[^?]{{0,25}}\b(?:founded|"
        r"established|created|opened|open|started|built|start|founding|begin)\b|\bhow old is "
        + _the_org +
            r"\b|\bwho (?:founded|owns|started|runs) "
        + _the_org,
        r"\bhow many (?:\w+ )?(?:employees|stores|branches|locations|offices|people (?:work|are employed)|"
        r"staff|beds|students|"
        r"countries|members|outlets|restaurants|campuses|clients|customers|trucks|rooms|hotels|warehouses|"
        r"schools)"
        rf"\b[^?]{{0,30}}\b(?:{_org}|you have|there|here)\b",
        rf"\bwhat (?:exactly )?(?:does|do|is) {_the_org} (?:actually )?(?:do|make|sell|produce|offer|about|"
        rf"called|known for)\b ?[^?]{{0,12}}\?"
        rf"|\bwhat (?:products|services|programs?|courses|brands)\b[^?]{{0,12}}\b(?:does|do) (?:{_the_org}|"
        rf"you) (?:sell|offer|make|provide|have|carry)\b",
        rf"\bhow (?:big|large) is {_the_org}\b|\bhow long has {_the_org} (?:existed|been (?:in business|open|"
        rf"around|operating))\b"
        r"|\bwhat(?:'s| is) the (?:name|phone number|cost|price|length|duration|pass rate) of\b",
        r"\bwho is (?:the|your) (?:\w+ ){0,2}?(?:ceo|president|founder|owner|chair\w*|director general|"
        r"minister|principal)\b",
        r"\b(?:opening|business|office|store|closing) hours\b|\bwhat time (?:do|does) (?:you|your \w+|the "
        r"\w+) (?:open|close)\b"
        r"|\bwhen (?:do|does) (?:you|your \w+|the \w+) (?:open|close)\b",
        r"\b(?:tuition|(?:exam|registration|application|membership|licen[cs]e|course|annual|enrol\w*) "
        r"fees?)\b[^?]{0,40}\?"
        r"|\bhow (?:much|long) (?:does|is|are|do) (?:the|a|an|your) (?:[\w-]+ ){0,4}?(?:cost|course|"
        r"program\w*|exam|licen[cs]e|certificate|diploma|membership)\b"
        r"(?! (?:really|take you))",
        rf"\b(?:website|phone number|postal code|(?:e-?mail|street|mailing) address|address) (?:of|for) "
        rf"{_the_org}|"
        rf"\b(?:your|the) {_org}(?:'s)? (?:website|address|mission statement|mission|revenue|stock price|"
        rf"share price|annual revenue|logo|slogan)\b"
        r"|\bwhat is (?:your|the) (?:website|address|mission|annual revenue|revenue)\b|\b(?:minimum wage|"
        r"deadline (?:to|for) (?:apply|application))\b",
        rf"\b(?:is|are) {_the_org} (?:a )?(?:publicly traded|public|private|non-?profit|unioni[sz]ed|listed|"
        rf"canadian|american|international|"
        r"a chain|family-owned|government)\b|\b(?:do|does) (?:you|your \w+) have (?:an? |any |other "
        r")?(?:\w+ )?(?:offices?|branch(?:es)?|stores?|locations?|website|campus\w*)\b",
    ),
    Code.LEADING: (
        r"\bhate about\b|\b(?:such|so|this) (?:low|bad|poor|little) (?:pay|wages|money)\b|\bwhy (?:do|does|"
        r"did) [^?]{0,30}\b(?:bully|cheat|despise)\b",
        r"\b(?:don't|doesn't|didn't|isn't|aren't|wasn't|won't|wouldn't|shouldn't|couldn't|haven't|hasn't|"
        r"can't) "
        r"(?:you|it|they|that|this|there|the|your|most|people|everyone|employers|managers)\b(?<!why don't "
        r"you)",
        r"(?:^|[.,;!] )(?:so |and |but )?(?:you|it|they|that|this|people|everyone|your (?:work|job)) (?:must|"
        r"definitely|probably)\b[^?]*\?|\b(?:surely|obviously)\b|\bclearly,"
        r"|\b(?:do|would|did) you (?:also|too|not) (?:think|feel|hate|find|believe)\b|\b(?:hate|dislike) "
        r"(?:the )?most\b|\bhow much do you (?:hate|love)\b",
        r"[, ](?:right|correct|true|huh|eh)\?$|\byou (?:would )?agree\b|\bdo you agree\b|\bwould you "
        r"agree\b|\bisn't that\b",
        rf"\bwhy (?:is|are|was|were|does|do) (?!you\b)[^?]{{0,50}}?\b(?:so|such|too|always|never|really) "
        rf"(?!(?:an? )?(?:many|much|few|often|important|valued|crucial|useful|popular|common|central|"
        rf"rare)\b)\w+|\bwhy would (?:anyone|anybody)\b|\bwhat makes [^?]{{0,30}}\bso {_harsh}\b|\bwhy (?:is|"
        rf"are) [^?]{{0,40}}?\b{_harsh}\b",
        r"\bwhy (?:don't|doesn't|won't|aren't|isn't|can't) (?!you\b|i\b)|\bwhy (?:is|are) "
        r"[^?]{0,40}?\b(?:better|worse|easier|superior|overrated|underrated)\b"
        r"|\bwhy (?:do|does|did) (?!you (?:like|choose|stay|enjoy)|i )[^?]{0,40}?\b(?:refuse|ignore|hate|"
        r"fail|discriminate|"
        r"exploit|mistreat|look down|reject|never|always|dislike|underpay|waste|lie|trick|only (?:hire|care|"
        r"promote))\b",
        rf"\bhow (?:do|can|could|did) (?:you|anyone|people) (?:stand|put up with|tolerate|bear|endure) [^?]*"
        rf"|\bhow (?:do|can|could|did) (?:you|anyone|people)\b[^?]*\b(?:such|so|this|these|that) (?:an? "
        rf")?{_harsh}\b",
        rf"\bhow (?:bad|terrible|awful|horrible|unfair|boring|amazing|great|wonderful|stupid|lazy|rude|"
        rf"toxic)\b (?:is|are|was|were|do|does)\b|\bgiven how {_harsh}|\bi (?:bet|guess|imagine|suppose|"
        rf"assume)\b[^?.]*\?"
        rf"|\b(?:since|because|given that|now that) (?:everyone|everybody|we all)\b|\b(?:everyone|everybody|"
        rf"we all) (?:knows?|says?|agrees?)\b",
        r"\bwhat(?:'s| is| are)? (?:so )?(?:wrong|bad|terrible) (?:with|about)\b|\byou('d| would) (?:say|"
        r"recommend|agree)\b[^?]*(?:right|no|yes)\?",
        r"\b(?:it|that|this)(?:'s| is) (?:[\w-]+ ){1,5}(?:isn't it|no|right)\?|, (?:isn't|aren't|don't|"
        r"doesn't|won't|wouldn't|didn't) \w+\?$",
    ),
    Code.TOO_PERSONAL: (
        r"\b(?:your|you're|you are) (?:[\w-]+ ){0,2}?(?<!salary range for )(?:salary|income|wages?|paycheck|"
        r"pay ?check|bonus|net worth|hourly rate|earnings|pay|savings|mortgage|rent|debts?)\b"
        r"(?! (?:attention|off|range (?:for|in)|negotiat))(?<!your team's pay)",
        r"\bhow much (?:money )?(?:do|did|are|were|have|will) you\b[^?]{0,20}?\b(?:make|earn|paid|get paid|"
        r"take home|making|earning|saved|owe|pay for)\b"
        r"|\bwhat (?:do|did) you (?:make|earn|get paid)\b(?! of)(?=[^?]{0,25}\?)|\bhow (?:well|much) (?:are|"
        r"do) (?:they pay you|you (?:get )?paid)\b",
        r"\bhow old (?:are|were) (?:you|your (?:kids|children|wife|husband))\b|\byour (?:age|birthday|date "
        r"of birth|birth ?date)\b|\b(?:what year|when) were you born\b"
        r"|\byou (?:married|single|divorced|pregnant|dating|engaged|separated)\b|\bare you (?:\w+ "
        r")?(?:married|single|divorced|pregnant|dating|gay|straight)\b",
        r"\b(?:do|did|will|would) you (?:have|want|plan)\b[^?]{0,20}\b(?:kids|children|a baby|a family|a "
        r"boyfriend|a girlfriend|a husband|a wife)\b"
        r"|\byour (?:husband|wife|spouse|kids|children|marriage|boyfriend|girlfriend|love life|marital "
        r"status|family planning|divorce)\b",
        r"\b(?:your|you get(?:ting)?|you (?:got|have|had|hold)|did you get) (?:(?:your|a|the|an?|own|"
        r"canadian) )*(?:visa|permanent residen\w+|pr(?: card| status)?|citizenship|"
        r"immigration (?:status|application|case)|refugee|work permit|green card|residency|papers|"
        r"passport)\b",
        r"\bare you (?:a |an |now |already )*(?:\w+ )?(?:citizen|permanent resident|refugee|immigrant|"
        r"illegal|landed)\b|\bwhat (?:is|was) your (?:\w+ )?status\b"
        r"|\bwhat (?:visa|status|immigration)\b[^?]{0,25}\byou\b|\bhow did you immigrate\b",
        r"\byour (?:religion|faith|church|beliefs|religious|god|ethnicity|race|sexual\w*|political|"
        r"politics)\b|\b(?:are you|do you) (?:a |an )?(?:\w+ )?(?:religious|muslim|"
        r"christian|catholic|jewish|hindu|buddhist|sikh|atheist|believe in god|pray|go to (?:church|mosque|"
        r"temple))\b|\b(?:who|which party) (?:did|do) you vote\b",
        r"\byour (?!own health)(?:[\w-]+ )?(?:health|illness|disability|medical|depression|diagnosis|weight|"
        r"medication|injur(?:y|ies)|pregnancy|anxiety)\b"
        r"|\byou (?:ever )?(?:been |have |had |suffer\w* |get |take )+(?:[\w-]+ ){0,4}?(?:health "
        r"(?:problems?|issues?|conditions?)|illness|disability|depression|"
        r"depressed|sick|burn(?:ed|t)? ?out|disease|cancer|medication|mental)\b|\bdo you (?:drink|smoke)\b",
    ),
    Code.VAGUE: (
        rf"^(?:so |and |well )?how(?:'s| is| are| was| were| about) {_broad}{_end}|^how (?:is|are|was) "
        rf"(?:it|[\w-]+){_end}",
        rf"^(?:so |and )?what do you think (?:of|about) (?:[^?]{{0,40}}\b(?:in general|generally|overall)|"
        rf"{_broad}(?: in \w+)?|{_subject}){_end}",
        rf"\b(?:tell|talk to|say to) me (?:\w+ )?(?:all|everything|more|anything|something|a (?:bit|little)|"
        rf"what you know)?(?: more)? ?about "
        rf"(?:yourself|you|your background|your story|it|{_broad}){_end}|\btell me (?:everything|anything|"
        rf"something){_end}",
        rf"\b(?:tell me|talk to me|(?:i(?:'d| would| want)[\w ]{{1,12}}|can i )(?:know|hear|learn)) (?:\w+ "
        rf")?(?:all |everything |more |anything |something )?about {_subject}{_end}|\bwhat should i know "
        rf"about {_subject}{_end}"
        r"|\bgive me (?:any |some |your |a few )?(?:\w+ )?(?:advice|tips)[?.! ]*$",
        rf"^(?:so |and )?what(?:'s| is| are| was) (?:it|{_broad}|{_subject}|working(?: here| there)?) "
        rf"(?:really |actually )?like{_end}",
        r"^(?:so |and )?(?:do you have |have you got |got )?(?:any|some|your) (?:\w+ )?(?:advice|tips|"
        r"suggestions|thoughts|recommendations|comments)"
        rf"{_end}|^what(?:'s| is| are)? (?:your )?(?:\w+ )?(?:advice|tips|suggestions|thoughts)(?: (?:do|"
        rf"would|can) you (?:have|give)(?: me)?)?{_end}",
        rf"^what (?:should|can|could|must) i (?:do|know|learn|expect){_end}|\bhow (?:can|do|could|should|to) "
        rf"(?:i |one |you )?(?:succeed|be successful|get started|"
        rf"start|do well|make it|get (?:a |into )?(?:job|ahead)|find (?:a )?(?:job|work)){_end}",
        rf"\bwhat can you tell me(?: about {_broad})?{_end}|\bhow does (?:everything|it|all this|{_broad}) "
        rf"work{_end}|\bwhat(?:'s| is) (?:new|up|important|the secret|your secret){_end}",
        rf"\b(?:anything|everything) (?:else )?(?:i should know|you (?:want|can|could) (?:to )?(?:tell|"
        rf"share)\w*)(?: me)?(?: about {_broad})?{_end}",
        rf"\b(?:describe|explain) (?:yourself|everything|{_broad}){_end}|\bhow do you (?:like|find|see|feel "
        rf"about) {_broad}{_end}|\bhow(?:'s| is) (?:everything|life)\b",
    ),
}  # fmt: skip
