"""Which words of servers and postmasters say which kind: our own table, by meaning.

Tried from the top, the English ones first.

What is refused for its sender comes first: "sender domain not found" is not about the recipient. Each pattern is
matched without regard to case in one line of text.
"""

import re

from askwell.protocols.mail.bounces.kinds import Kind
from askwell.protocols.mail.bounces.words_others import OTHERS

_ENGLISH: tuple[tuple[Kind, str], ...] = (
    (Kind.PERMANENT, r"(?:account|user|address) or domain may not exist|inactive email address"),
    # Whose fault it is: the sender's name, address, server.
    (
        Kind.BLOCKED,
        r"sender(?:'s)? (?:e-?mail |mail )?(?:address|domain|verif)[^;]{0,60}(?:reject|refus"
        r"|not (?:found|exist|valid|allow|verif)"
        r"|does not|fail|invalid|denied|unknown)|(?:domain of )?sender address \S+ does not"
        r"|sender (?:was |is )?"
        r"(?:rejected|denied|unknown|not allowed)|(?:invalid|bad|unknown|unresolvable|illegal) sender"
        r"|valid sender|sender verify|cannot resolve your|purported responsible|unauthenticated"
        r"|not authenticated"
        r"|you(?:'re| are) not (?:allowed|authorized|a member)|email address is not verified|identities failed",
    ),
    (
        Kind.TEMPORARY,
        r"receiving (?:mail|email|messages) (?:at a rate|too quickly)|too many (?:recipients|messages) this",
    ),
    (
        Kind.BLOCKED,
        r"\bspf\b|\bdkim\b|\bdmarc\b|\bptr\b|reverse (?:dns|lookup|hostname|mapping)|rdns|forward[- ]confirmed"
        r"|spamhaus|sorbs|barracudacentral|spamcop|dnsbl|\brbls?\b|blacklist|black list|blocklist"
        r"|block list|banned|invalid ip\b"
        r"|mismatches client|client host (?:rejected|blocked)|helo (?:command )?reject"
        r"|cannot find your (?:host|reverse)"
        r"|connections not accepted from|no access from|open relay|dynamic (?:ip|address)"
        r"|generic (?:ip|hostname)",
    ),
    (
        Kind.MAILBOX_FULL,
        r"(?:mail ?box|mail ?drop|inbox|mail ?folder|account|mail ?store|maildir"
        r"|user)[^.;\n]{0,40}(?:is |was |be )?\b(?:full|over ?quota|"
        r"exceed\w* (?:its |the |their |his )?(?:disk |storage |mail ?box |local |size )?(?:quota"
        r"|limit|space))\b(?! of)"
        r"|(?:over|exceed\w*|out of|insufficient)[^.;\n]{0,40}(?:quota|disk space|disk limit|storage)"
        r"|quota[^.;\n]{0,30}(?:exceed|violat|full|reached)"
        r"|quota_?exceed|mail ?box ?full|not enough (?:disk |storage )?(?:space|room)"
        r"|no (?:disk )?space left on|quotaexceeded"
        r"|mailbox size limit|messages in recipient's mailbox exceeded"
        r"|mailbox[^.;\n]{0,20} too (?:large|full|big)|storage (?:quota|limit)",
    ),
    (
        Kind.BLOCKED,
        r"(?:message|mail|content|letter|size|data)[^.;\n]{0,40}(?:too (?:big|large|long)"
        r"|exceed\w*[^.;\n]{0,30}(?:size|limit|length|maximum))"
        r"|size limit exceeded|recipsizelimit|max(?:imum)? (?:message |mail )?size"
        r"|message length exceeds|larger than",
    ),
    (
        Kind.BLOCKED,
        r"\bvirus\b|malware|infected|phishing|(?:detected|scored|identified|classified|considered"
        r"|looks like|as|likely) (?:to be )?(?:as )?spam",
    ),
    (
        Kind.TEMPORARY,
        r"(?:account|mail ?box|user|recipient)[^.;\n]{0,80}(?:disabled|suspended|frozen|locked"
        r"|blocked|is inactive|inactive for|discontinued|restricted|expired"
        r"|unavailable temporar|temporarily)|disabled (?:recipient|account|user)|suspended (?:account"
        r"|user|mailbox)|account (?:disabled|inactive)"
        r"|on (?:vacation )?hold\b|not currently accepting|currently suspended",
    ),
    (
        Kind.BLOCKED,
        r"relay(?:ing)? (?:access )?(?:denied|not (?:permitted|allowed)|prohibited)|(?:unable to"
        r"|not configured to|cannot|can't|no|insecure mail|not) relay"
        r"|relaying|authentication required|authrequired|must (?:first )?(?:authenticate|check for new mail)",
    ),
    # Whom it was for.
    (
        Kind.PERMANENT,
        r"(?:unknown|no such|invalid|illegal|nonexistent|non-existent|unrouteable|undeliverable"
        r"|not a (?:known|valid)|bad)[- ]"
        r"(?:or illegal |destination |local |virtual |e-?mail |mail |rcpt |this )?(?:user|recipients?"
        r"|mail ?box|address|account|alias|mail ?drop|addressee|final delivery user ?id"
        r"|person|people|customer|user ?name|local[- ]?part|forward[- ]?path)\b"
        r"|(?:user|recipient|mail ?box|address|account|addressee|name|alias|person|rcpt|login"
        r"|user ?id)[^.;\n@]{0,60}\b(?:unknown|(?:does|do|did|could|is|was|are|were|has|have)"
        r"(?:n't| not|n.t)(?: been)?(?: \w+)? ?(?:exist|found|valid|known|recogni[sz]ed|listed"
        r"|available|registered|match\w*|resolve\w*|a (?:valid|member))"
        r"|not (?:found|known|valid|recogni[sz]ed|listed|exist\w*|registered|our customer|a valid)"
        r"|no longer|invalid|nonexist\w*)",
    ),
    (
        Kind.PERMANENT,
        r"(?:user|recipient|account|mail ?box|address|mailing list)[^;\n]{0,60}(?:unknown"
        r"|doesn't (?:have|exist)|does not (?:have|exist)|not found|wasn.t found|couldn.t be found"
        r"|no longer)"
        r"|no (?:mail ?box|account|user|recipient|address|one|person"
        r"|valid recipients?)\b[^.;\n]{0,50}(?:here|by that name|found|with (?:that|this)|for this"
        r"|matching|such|exists?)"
        r"|no valid (?:recipient|address|user)|recipient(?:name)?(?: name)? is not recogni"
        r"|recipnotfound|recipient not found|not listed in (?:domino|public|directory)"
        r"|has moved|have moved|no forwarding address|left (?:the )?(?:company|organi[sz]ation)"
        r"|no longer (?:here|with|employed|on server|valid|in use|active|available)"
        r"|address (?:was )?rejected\W*(?:$|user|unknown|undeliverable|\S+@)|mailbox unavailable"
        r"|user reject|not our customer|inactive (?:e-?mail|user|address)|unknown to "
        r"|recipient address rejected: access denied|check (?:if|that"
        r"|whether) (?:the )?(?:e-?mail )?address is correct|this address no longer"
        r"|does not like recipient\W*$|can't find (?:the )?(?:user|recipient)"
        r"|cannot find (?:the )?(?:user|recipient)",
    ),
    (
        Kind.PERMANENT,
        r"(?:unknown|no such|unrouteable|invalid|illegal|bad|non-?existent) (?:mail )?(?:host|domain"
        r"|destination|system)|(?:host|domain|machine)(?: or domain name| name|name)?[^;\n]{0,60}"
        r"(?:not found|unknown|does(?:n't| not) exist|not known|couldn't be found|no such|not be found)"
        r"|nxdomain|no mx (?:record|host)?|null ?mx|no smtp service|no mx found|mail exchanger or ip"
        r"|any host named|does not accept (?:e-?mail|mail|any)|never accept"
        r"|not accepting (?:network )?messages"
        r"|domain (?:is )?not reachable|bad destination|malformed or unexpected name"
        r"|domain (?:may )?not (?:exist|found)|all relevant mx records point",
    ),
    # What went wrong on the way.
    (
        Kind.TEMPORARY,
        r"time[- ]?d? ?out|timeout|retry (?:time|later)|try (?:again )?later|deferred|greylist"
        r"|graylist|temporar(?:y|ily)|expired|giving up|too long|not yet been delivered"
        r"|connection (?:refused|reset|dropped|lost|closed|rate|timed|was)|lost connection"
        r"|refused to talk|could ?n(?:o|')t connect|unable to connect|couldn.t establish"
        r"|wasn't able to establish"
        r"|not accept our requests|no route|network is unreachable|socket error|resources|hop count"
        r"|too many hops|loop|all hosts have been failing"
        r"|service (?:is )?(?:currently )?(?:unavailable|not available)"
        r"|has been delayed|will be retried|keep trying|system (?:error|full|resources)"
        r"|internal (?:system |server )?error|local error|disk full|too many (?:connections"
        r"|concurrent|sessions)|shutting down|delayed",
    ),
    (
        Kind.BLOCKED,
        r"spam|\bube\b|unsolicited|junk|bulk|policy|policies|reputation|suspicious|complaint|blocked"
        r"|prohibited|not permitted|unacceptable|access denied|content (?:reject|filter|not)"
        r"|denied|refused|filtered|rejected|not (?:accepted|allowed|authorized)|forbidden|banned"
        r"|header error|protocol (?:violation|error)|unsupported|attachment|rate limit|too many",
    ),
)
_MEANINGS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _ENGLISH + OTHERS)
LONGEST = 3_000


def said(text: str) -> tuple[Kind, str] | None:
    """The kind that `text` says, with the words that say it; None when it says none. Looks at `LONGEST` characters."""
    line = " ".join(text[:LONGEST].split())
    for kind, pattern in _MEANINGS:
        if found := pattern.search(line):
            return kind, found[0]
    return None
