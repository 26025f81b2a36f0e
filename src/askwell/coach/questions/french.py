"""The shape of French questions: what closes one, what is a request, where a second one begins."""

import re

_pronoun = r"(?:vous|tu|ils?|elles?|on|je|nous|ce)"
_inversion = rf"(?!rendez-vous|chez-|peut-être)\b[^\W\d_]+-(?:t-)?{_pronoun}\b"
_telling = (
    r"(?:dire|décrire|raconter|parler|expliquer|partager|donner|présenter|suggérer|recommander|conseiller|"
    r"préciser|citer|"
    r"nommer|indiquer|résumer|développer|évoquer|mettre|montrer|éclairer|demander|aider|savoir|proposer|"
    r"orienter|"
    r"diriger|envoyer|poser|guider|détailler|illustrer)"
)
_wh = (
    r"(?:comment|pourquoi|combien|quel(?:le)?s?|lesquel(?:le)?s|laquelle|lequel|auxquel(?:le)?s|auquel|"
    r"duquel|quoi)"
)
_prep = r"(?:(?:à|de|d'|en|dans|sur|pour|avec|par|chez|vers|auprès de|grâce à|depuis|jusqu'à) ?)?"

_asks = re.compile(
    rf"\b{_wh}\b|\bqu'est-ce\b|(?:^|[,;:—–] ?)(?:(?:et|alors|donc|mais) )?{_prep}(?:qui|que|qu'|quand|"
    rf"où)\b",
    re.IGNORECASE,
)
_turned = re.compile(rf"(?<!qu')(?<!qu'est-)(?:{_inversion}|\best-ce qu)", re.IGNORECASE)
_only_when = re.compile(rf"(?:quand|où|lorsque)\b(?!,)(?![^,?]*(?:{_inversion}|est-ce))(?=[^?]*,)", re.IGNORECASE)
_request = re.compile(
    rf"(?:(?:pourr|voudr|accepter|aur|ser)i?e[zs]-(?:vous|tu)|pourrais-tu|peux-tu|pouvez-vous|voulez-vous|"
    rf"puis-je|pourrais-je|"
    r"est-ce que (?:vous|tu) (?:pourriez|pouvez|accepteriez|voudriez|seriez|pourrais|peux)|est-ce que je "
    r"(?:peux|pourrais)|"
    r"(?:vous )?serait-il possible|est-il possible|cela vous|ça vous (?:dérange|ennuie|va)|aimeriez-vous|"
    r"j'aimerais|je voudrais|"
    r"je souhaiterais)\b"
    rf".{{0,45}}?\b{_telling}\b",
    re.IGNORECASE,
)
_whether = re.compile(r"(?:[- ](?:moi|nous))?,? ?(?:si|s'il)\b", re.IGNORECASE)
_open_in_effect = re.compile(
    r"(?:avez|auriez)-vous (?:un|une|des|d'autres|quelques|certains)\b.{0,15}?"
    r"\b(?:conseils?|suggestions?|recommandations?|astuces?|idées?|exemples?|anecdotes?|pistes?)\b"
    r"|(?:y a-t-il|y aurait-il|est-ce qu'il y a|existe-t-il)\b.{0,60}?\b(?:qu[e'] ?(?:vous|je|j'|l'on|tu)|à "
    r"qui|dont|auxquel\w*|avec qui)"
    r"|(?:connaissez|connaîtriez)-vous (?:quelqu'un|d'autres|des (?:gens|personnes|livres|groupes|ressources|"
    r"cours))"
    r"|(?:avez|auriez)-vous\b.{0,40}? à (?:me )?(?:conseiller|recommander|suggérer|partager|proposer|"
    r"donner)\b|permett\w+-vous\b"
    r"|(?:savez|vous souvenez|vous rappelez)-vous\b.{0,12}?\b(?:comment|pourquoi|quel|qui|où|quand|ce)",
    re.IGNORECASE,
)
_tag = re.compile(
    r",? ?(?:n'est-ce pas|pas vrai|hein|c'est ça|d'accord|non|oui) ?\?$|(?:^|[.,;] ?)(?:et |mais )?n(?:e |"
    r"')\w+-(?:vous|tu|il|elle|ce|on) pas\b",
    re.I,
)
_choice = re.compile(
    r"(?:lequel|laquelle|qu'est-ce qui|quel(?:le)?s?|que)\b[^,:?]*\b(?:mieux|meilleure?s?|plus|préférez|"
    r"recommandez|choisir)\b"
    r"[^,:?]*[,:—–] ?[^?]*\bou\b[^?]*\?",
    re.IGNORECASE,
)
_wonders = re.compile(r"\b(?:savoir|demande|voir) (?:si|s'il)\b", re.IGNORECASE)
_statement = re.compile(
    r"(?:vous|tu|on|c'est|ça|ils?|elles?|les?|la|votre|vos|l'|cela|je|j'|est-il|faut-il)", re.IGNORECASE
)
_favour = re.compile(
    r"\b(?:(?:pourr|voudr|accepter)iez-vous|pouvez-vous|puis-je|pourrais-je|peux-tu|pourrais-tu|auriez-vous "
    r"la|"
    r"est-ce que (?:vous|je) (?:pourriez|pouvez|peux|pourrais)|serait-il possible|s'il vous plaît)\b",
    re.IGNORECASE,
)
_second = re.compile(
    rf"(?:,? et|;|,? ainsi que|, ou encore|, puis)(?: aussi| sinon| ensuite)? (?={_prep}{_wh}\b|qu'est-ce|"
    rf"est-ce qu|{_prep}(?:qui|que|qu'|où|quand)\b[^,?]*?{_inversion}"
    rf"|{_inversion})|, (?={_prep}(?:{_wh}|que|qu')\b[^,?]*?{_inversion})",
    re.IGNORECASE,
)
_head = re.compile(
    rf"{_inversion}|\best-ce qu|\b{_wh}\b|^(?:que|qu'|parlez|décrivez|racontez|expliquez)", re.IGNORECASE
)
_pair = re.compile(rf"\b(?:entre|{_wh})$|\bentre\b[^?]*$", re.IGNORECASE)

Span = tuple[int, int]


def favour(question: str) -> bool:
    """Whether it asks for a deed (« Pourriez-vous transmettre… »)."""
    return bool(_favour.search(question))


def closed(question: str) -> Span | None:
    """The words that close it; None when it is open."""
    if tag := _tag.search(question) or _choice.match(question):
        return tag.span()
    if request := _request.search(question):
        whether = _whether.match(question, request.end())
        return (request.start(), whether.end()) if whether else None
    if _open_in_effect.search(question):
        return None
    return _by_order(question)


def _by_order(question: str) -> Span | None:
    """By what comes first: a question word opens, a verb before its pronoun closes."""
    begin = question.index(",") if _only_when.match(question) else 0
    asks, turned = _asks.search(question, begin), _turned.search(question, begin)
    if turned and not (asks and asks.start() <= turned.start()):
        return turned.span()
    if asks:
        return None
    if whether := _wonders.search(question):
        return whether.span()
    late = re.search(r"\b(?:quand|où|qui) ?\?$", question, re.IGNORECASE)
    is_said = question.endswith("?") and not late and _statement.match(question)
    return (0, len(question)) if is_said else None


def second_question(question: str) -> int | None:
    """Where a second question begins."""
    for cut in _second.finditer(question):
        before = question[: cut.start()]
        if _head.search(before) and not _only_when.match(question) and not _pair.search(before):
            return cut.end()
    return None
