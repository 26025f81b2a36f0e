"""The shape of English questions: what closes one, what is a request, where a second one begins."""

import re

_aux = r"(?:do|does|did|is|are|am|was|were|has|have|had|can|could|will|would|should|shall|may|might|must)"
_wh = r"(?:what|which|how|why|who|whom|whose|where|when)"
_prep = r"(?:(?:in|on|at|to|from|for|with|by|about|of|during|through|over|under) )?"
_subject = (
    r"(?:you|i|we|they|he|she|it|there|this|that|these|those|the|your|my|our|their|people|anyone|anybody|"
    r"anything|"
    r"someone|most|many|a|an|any|some|one|new\w*|all|employers|managers)"
)
_soft = r"(?:please |kindly |maybe |perhaps |possibly |also |just |briefly |quickly |first |then |ever )*"
_telling = (
    r"(?:tell|share|describe|explain|walk|talk|take|paint|give|elaborate|expand|say|outline|list|name|"
    r"recommend|suggest|"
    r"point|introduce|put|connect|help|show|compare|speak|go (?:into|over|through)|let|send|advise|comment|"
    r"recall|"
    r"think of|shed|sketch|summari[sz]e|teach|remember|offer|provide|mention|bring|look (?:at|over)|read|"
    r"review|check)"
)

_clause = re.compile(r"(?:^|[,;:—–] ?|\. | - )")
_lead = re.compile(
    r"(?:so|and|but|well|also|then|now|ok|okay|hi|hello|please|honestly|just curious|finally|first|lastly|"
    r"actually|basically|or)\b[, ]*",
    re.IGNORECASE,
)
_request = re.compile(
    rf"(?:(?:can|could|will|would|might|may) you {_soft}(?:be (?:willing|able|open|happy|kind enough|so kind "
    rf"as|comfortable|"
    rf"ok|okay|up|prepared) .*?|mind |care to |like to )?{_soft}(?:{_telling}|sharing|telling|describing|"
    rf"explaining|walking|"
    r"talking|giving|taking|recommending|suggesting|elaborating|if i (?:ask|asked)|my asking|me asking)\b"
    r"|do you mind (?:\w+ing|if i ask|my asking|me asking)"
    rf"|are you (?:able|willing|open|happy|comfortable)\b.{{0,12}}\b(?:{_telling}|sharing|telling|talking|"
    rf"describing)\b"
    r"|(?:may|can|could|might) i (?:please )?(?:ask|know|hear|learn)\b"
    rf"|(?:would|is) it (?:be )?(?:possible|ok|okay|all right|alright|fine)\b.{{0,24}}\b(?:{_telling}|ask|"
    rf"hear|learn)\b"
    r"|(?:may|can|could|might) i (?:please )?(?:visit|shadow|observe|contact|e-?mail|connect|follow up|keep "
    r"in touch|use your|mention|come (?:back|by|and))\b"
    r"|is there any (?:way|chance) (?:you|i) (?:could|can|might)\b|would love to hear|i would like to|i'd "
    r"(?:like|love) to)",
    re.IGNORECASE,
)
_whether = re.compile(r"[^,]{0,24}?\b(?:if|whether)\b(?! (?:i|you) (?:ask|may|can|could|don't mind))", re.IGNORECASE)
_imperative = re.compile(
    r"(?:please )?(?:tell|describe|share|explain|walk|talk|take me|give|think|imagine|suppose)\b", re.I
)
_open_in_effect = re.compile(
    r"(?:do|would|might) you (?:also |perhaps |happen to )?have (?:any|some|a|an|other|further|one)\b.{0,20}?"
    r"\b(?:advice|tips?|suggestions?|recommendations?|thoughts|ideas?|words|examples?|stor(?:y|ies)|"
    r"insights?|favou?rites?)\b"
    r"|(?:is|are|was|were) there (?:any|some|no)(?:thing|one|body)\b.{0,30}?\b(?:you|i|we)\b"
    r"|(?:is|are|was|were) there (?:a|an|any|some|one|other|particular|certain|specific)\b.{0,50}?"
    r"\b(?:you(?:'d|'ve| would| could| can| have| wish| think| find| are| were| felt| remember)?|i (?:should|"
    r"could|can|might))\b"
    r"|(?:do|would|did) you (?:happen to )?(?:know|remember|recall|see|understand) (?:of )?(?:anyone|anybody|"
    r"someone|somebody|"
    rf"people|{_wh})\b|can you (?:think|recall|remember)\b",
    re.IGNORECASE,
)
_yes_or_no = re.compile(rf"{_aux}(?:n't|not)?\b(?! {_wh}\b)", re.IGNORECASE)
_asks_wh = re.compile(rf"{_prep}{_wh}(?:'s|'re|'d|'ve)?\b", re.IGNORECASE)
_subordinate = re.compile(
    rf"(?:when|while|where|whatever|whenever|what|how|who)\b(?!'| {_aux}\b)(?=[^?]*,)", re.IGNORECASE
)
_inverted = re.compile(rf"\b{_aux}(?:n't)? {_subject}\b", re.IGNORECASE)
_any_wh = re.compile(rf"\b{_wh}\b", re.IGNORECASE)
_tag = re.compile(
    r"[, ](?:right|correct|yes|no|true|huh|eh|okay)\?$"
    rf"|, ?(?:{_aux}(?:n't)?|won't|can't|don't|shan't|ain't) (?:you|it|they|he|she|there|we|i|that|this)(?: "
    rf"agree| think)?\?$",
    re.IGNORECASE,
)
_wonders = re.compile(r"\b(?:wonder\w*|know|ask|see|curious|sure|understand) (?:if|whether)\b", re.IGNORECASE)
_statement = re.compile(r"(?:you|i|it|this|that|there|they|we|your|the|he|she|people|any openings?)\b", re.IGNORECASE)
_choice = re.compile(
    r"(?:which|what|who)\b[^,:?]*\b(?:better|best|harder|easier|more|prefer|worse|faster|safer|recommend|"
    r"choose)\b[^,:?]*[,:—–] ?"
    r"[^?]*\bor\b[^?]*\?|which (?:one|of these|of the two)\b[^?]*[,:—–][^?]*\bor\b[^?]*\?",
    re.IGNORECASE,
)
_favour = re.compile(
    r"\b(?:(?:can|could|will|may|might) (?:you|i|we)|would you (?!hire|consider|take|ever|employ|want|need)|"
    r"(?:can|could) someone"
    r"|would it be possible|do you mind|would you mind|is there any (?:way|chance) you|please)\b",
    re.IGNORECASE,
)
_second = re.compile(
    rf"(?:,? and|;|, also|, plus|,? as well as|, but|, or also)(?: also| then| if so,?| in general,?)? "
    rf"(?={_prep}{_wh}\b|{_aux} {_subject}\b)|, (?={_prep}{_wh}(?: \w+){{0,2}} {_aux} (?:you|i|we|they|your|"
    rf"the|it)\b)"
    rf"|, (?=(?:do|does|did|is|are|was|were|can|could|should|have|has) (?:you|i|we|they|it|there|your|"
    rf"the)\b(?! \w+\?$))",
    re.IGNORECASE,
)
_tail_wh = re.compile(rf"\b{_wh}$", re.IGNORECASE)
_pair = re.compile(r"\b(?:between|from|both|versus|not only)\b[^?]*$", re.IGNORECASE)
_head = re.compile(
    rf"(?:^|[,:—–] |\. )(?:(?:so|and|but|well|also) )*(?:{_prep}(?:what|which|how|why|who|whose|whom)\b|"
    rf"{_prep}(?:when|where) {_aux}\b"
    rf"|{_aux} {_subject}\b|(?:please )?(?:tell|describe|share|explain|walk|talk))",
    re.IGNORECASE,
)
_wh_word = re.compile(rf"{_prep}({_wh})\b", re.IGNORECASE)

Span = tuple[int, int]


def favour(question: str) -> bool:
    """Whether it asks for a deed ("Could you pass on…")."""
    return bool(_favour.search(question))


def closed(question: str) -> Span | None:
    """The words that close it; None when it is open."""
    tag = _tag.search(question) or _choice.match(question)
    if tag:
        return tag.span()
    for boundary in _clause.finditer(question):
        start = boundary.end()
        while lead := _lead.match(question, start):
            start = lead.end()
        verdict = _clause_verdict(question, start)
        if verdict is not None:
            return verdict or None
    return _without_head(question)


def _clause_verdict(question: str, start: int) -> Span | tuple[()] | None:
    """The span that closes the clause, empty when it opens the question, None when the clause does not "
    "ask."""
    if request := _request.match(question, start):
        whether = _whether.match(question, request.end())
        return (start, whether.end()) if whether else ()
    if _imperative.match(question, start) or _open_in_effect.match(question, start):
        return ()
    if yes := _yes_or_no.match(question, start):
        return yes.span()
    if _asks_wh.match(question, start) and not _subordinate.match(question, start):
        return ()
    return None


def _without_head(question: str) -> Span | None:
    """A question whose clauses do not begin like one: by what comes first, turned order or a question "
    "word."""
    if whether := _wonders.search(question):
        return whether.span()
    turned, asks = _inverted.search(question), _any_wh.search(question)
    if turned and not (asks and asks.start() < turned.start()):
        return turned.span()
    if asks or not question.endswith("?"):
        return None
    stated = _statement.match(_lead.sub("", question, count=1) if _lead.match(question) else question)
    return (0, len(question)) if stated else None


def second_question(question: str) -> int | None:
    """Where a second question begins."""
    for cut in _second.finditer(question):
        before = question[: cut.start()]
        if _asks_alone(before) and not _is_pair(before, question[cut.end() :]):
            return cut.end()
    return None


def _asks_alone(before: str) -> bool:
    head = _head.search(before)
    return bool(head and len(before.split()) > 2)


def _is_pair(before: str, after: str) -> bool:
    """Two halves of one question: "how and why", "between what … and what …", "what to keep and what to "
    "drop"."""
    if _tail_wh.search(before) or _pair.search(before):
        return True
    second = _wh_word.match(after)
    asking = [match.group().lower() for match in _any_wh.finditer(before)]
    return bool(
        second and second.group(1).lower() in asking[1:] or (second and len(asking) == 1 and _same_told(before, second))
    )


def _same_told(before: str, second: re.Match[str]) -> bool:
    """The one question word before is the object of a request: "tell me what works and what does not"."""
    first = _any_wh.search(before)
    return bool(first and first.start() and first.group().lower() == second.group(1).lower())
