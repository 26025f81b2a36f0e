"""How the parts of a line are joined: what each may begin with, and what stands before it."""

import re

_for_whom = {
    "en": re.compile(
        r"(?:to|for|so that|so|because|in order to|before|after|as|when|while|since|during|with|at|in|on|amid|under"
        r"|despite|across|from|until|without)\b",
        re.I,
    ),
    "fr": re.compile(
        r"(?:pour|afin|parce que|avant|après|lorsque|quand|pendant|durant|avec|à|au|aux|en|dans|chez|sous|malgré|sans"
        r"|dès|depuis)\b",
        re.I,
    ),
    "zh-Hans": re.compile("[为在于向给因对就从面针]"),
}
_what_for = {
    "en": re.compile(
        r"(?:bring|cut|reduce|lower|raise|keep|find|make|build|train|serve|plan|stop|end|save|get|help|improve|increase"
        r"|prevent|avoid|ensure|replace|prepare|move|open|close|finish|deliver|meet|organi[sz]e|set|teach|support|win"
        r"|reach|clear|sort|speed|simplify|shorten|double|halve|fill|fix|solve|protect|provide|secure|handle|lead|run"
        r"|start|launch|give|let|free|grow|hold|switch|learn|show|complete|manage|maintain|repair|hire|sell|buy)\b",
        re.I,
    ),
    "fr": re.compile(r"\w+(?:er|ir|re)\b", re.I),
    "zh-Hans": re.compile("."),
}
_purpose = {"en": "to ", "fr": "pour ", "zh-Hans": "为"}
_hangs_on = {
    "en": re.compile(r"\w+ing\b|(?:which|so|and|thus|thereby|with|without|to|who|that)\b", re.I),
    "fr": re.compile(r"\w+ant\b|(?:ce qui|qui|et|d['’]où|donc|ainsi|avec|sans|pour|soit)\b", re.I),
}
_vague = {
    "en": re.compile(
        r"\s+(?:(?:(?:very |quite )?(?:a lot|much))$"
        r"|(?:significantly|considerably|greatly|dramatically|substantially|noticeably|strongly)(?=\s|$))",
        re.I,
    ),
    "fr": re.compile(
        r"\s+(?:(?:de )?beaucoup$|(?:nettement|considérablement|fortement|grandement|sensiblement)(?=\s|$))", re.I
    ),
    "zh-Hans": re.compile("大大|大幅度?|明显|显著|(?:很多|不少|许多|了?很多)$"),
}
_name = re.compile(r"[A-ZÀ-Ý]\S*\s+[A-ZÀ-Ý]|\S?[A-ZÀ-Ý]{2}|\S*\d")


def reason(text: str, language: str) -> str:
    """The task as a line says it, with what it begins with: "to bring lateness down". Empty where it is a sentence
    of its own, which cannot be joined."""
    if _for_whom[language].match(text):
        return lowered(text)
    if not _what_for[language].match(text):
        return ""
    return _purpose[language] + lowered(text) + ("，" if language == "zh-Hans" else "")


def before_result(text: str, language: str) -> str:
    """What stands between a line and its result: a comma where it hangs on what was done, a colon where it is a
    sentence of its own."""
    if language == "zh-Hans":
        return "，"
    if _hangs_on[language].match(text):
        return ", "
    return "\u00a0: " if language == "fr" else ": "


def exact(text: str, language: str) -> str:
    """A result without words such as "a lot", whose place a measure takes."""
    return _vague[language].sub("", text)


def bracketed(text: str, language: str) -> str:
    return f"（{text}）" if language == "zh-Hans" else f"({text})"


def lowered(text: str) -> str:
    """As it stands inside a sentence; a name keeps its capital."""
    return text if _name.match(text) else text[:1].lower() + text[1:]
