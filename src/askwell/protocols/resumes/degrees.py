"""Degrees: what is one, and where its field begins."""

import re

from askwell.lib.text import HAN, clean
from askwell.lib.work_words import any_of

_han = re.compile(f"[{HAN}]")
_short = any_of(
    r"""
BA B\.A\.? BSc B\.Sc\.? BS B\.S\.? BBA B\.B\.A\.? BComm? B\.Comm?\.? BEng B\.Eng\.? BEd B\.Ed\.? BASc B\.A\.Sc\.? BFA
B\.F\.A\.? BMus BN BSN BScN BSW BTech B\.Tech\.? MA M\.A\.? MSc M\.Sc\.? MS M\.S\.? MBA M\.B\.A\.? MEng M\.Eng\.? MEd
M\.Ed\.? MASc M\.A\.Sc\.? MFA MSW MPH MPA MPP MTech M\.Tech\.? Ph\.?D\.? DPhil EdD Ed\.D\.? JD J\.D\.? LL\.?[BM]\.? MD
M\.D\.? DEC D\.E\.C\.? DEP D\.E\.P\.? AEC A\.E\.C\.? DESS D\.E\.S\.S\.? BTS DUT GED HND
"""
)
_before = any_of(
    r"""
honou?rs? joint advanced executive double combined post[\s-]?graduate graduate professional associate(?:['’]s)?
high_school secondary_school doctoral technical vocational applied national higher
"""
)
_nouns = any_of(
    r"""
bachelor(?:['’]?s)? master(?:['’]?s)? doctorate doctor associate diploma certificate certification degree
diplôme(?:_d['’]études(?:_(?:collégiales|secondaires|professionnelles|supérieures|universitaires|spécialisées))*)?
certificat baccalauréat bac licence maîtrise doctorat attestation(?:_d['’]études(?:_collégiales)?)? brevet
"""
)
_arts = any_of(
    r"""
arts? sciences? applied_sciences? business_administration commerce engineering education fine_arts laws? music nursing
social_work technology philosophy public_health public_administration architecture design medicine pharmacy management
"""
)
_LONG = (
    rf"(?:(?:{_before})\s+)*(?:{_nouns})(?!\w)(?:\s+(?:degree|diploma|certificate))?"
    rf"(?:\s+(?:of|de|d['’]|ès)\s*(?:{_arts})(?![\w-]))?(?:\s*\(hon(?:ou)?rs?\.?\)|,?\s+hon(?:ou)?rs(?!\w))?"
)
_DEGREE = re.compile(rf"(?:{_LONG}|(?:{_short})(?![\w.])(?:\s*\(hons?\.?\))?)", re.IGNORECASE)
_SHOUTED = re.compile(rf"(?:{_short})(?!\w)")
_faculties = any_of("理学 工学 文学 管理学 经济学 法学 医学 教育学 农学 艺术学 工商管理 历史学 哲学")
_steps = any_of(
    "学士 碩士 硕士 博士后 博士 大学本科 大學本科 本科 专科 大专 研究生 高中 中专 文凭 副学士 学位证书 证书课程 证书"
)
_CHINESE_DEGREE = re.compile(rf"(?:全日制|在职|双|荣誉)?(?:{_faculties})?(?:{_steps})(?:研究生)?(?:学位|文凭|学历)?")
_IN = re.compile(r"\s*(?:[,，:：·|–—(（-]|\bin\b|\ben\b|\bof\b|\bd['’]|\bde\b)\s*", re.IGNORECASE)
_INSIDE = re.compile(r"^(?P<degree>[^,，]*\w)\s+(?:in|en)\s+(?P<field>\w.*)$", re.IGNORECASE)
_EMPTY = re.compile(r"[(（]\s*[)）]")
_END = re.compile(r"[\s,，、:：·|–—)）(（-]+$")
_START = re.compile(r"^[\s,，、:：·|–—)）(（-]+")
_FIELD_WORD = re.compile(
    r"^(?:major(?:ing)?\s+in|major:?|specialization(?:\s+in)?:?|concentration(?:\s+in)?:?|主修|专业[:：])\s*",
    re.IGNORECASE,
)


def has_degree(text: str) -> bool:
    """Whether a degree is named in the text."""
    return _found(text) is not None


def split_degree(text: str) -> tuple[str, str]:
    """Degree and field of "BBA, Accounting", "Bachelor of Arts in Statistics", "Maîtrise en génie civil", 统计学学士,
    学士，统计学; the whole as degree where no field is told, as field where no degree is."""
    plain = clean(text)
    found = _found(plain)
    if found is None:
        parts = [part.strip() for part in re.split(r"[,，]", plain, maxsplit=1)]
        return (parts[0], parts[1]) if len(parts) == 2 else ("", _field(plain))
    before, after = plain[: found.start()], plain[found.end() :]
    inside = _INSIDE.match(plain)
    if inside and not before.strip() and found.end() <= inside.end("degree"):
        return inside["degree"], _field(inside["field"])
    if _IN.match(after) or not before.strip():
        behind = _IN.match(after)
        return _tidy(before + found[0]), _field(after[behind.end() :] if behind else after)
    return _tidy(found[0]), _field(before + after)


def _found(text: str) -> re.Match[str] | None:
    if _han.search(text):
        return _CHINESE_DEGREE.search(text) or _DEGREE.search(text)
    for found in _DEGREE.finditer(text):
        whole = found.start() == 0 or not text[found.start() - 1].isalnum()
        behind = text[found.end() : found.end() + 1]
        short = len(found[0].replace(".", "")) <= 4
        if whole and not behind.isalnum() and (not short or _SHOUTED.match(found[0])):
            return found
    return None


def _tidy(text: str) -> str:
    return text.strip(" ,，、:：·|–—-") or text.strip()


def _field(text: str) -> str:
    bare = _EMPTY.sub("", text).strip()
    if bare.count("(") != bare.count(")") or bare.count("（") != bare.count("）"):
        bare = _START.sub("", _END.sub("", bare))
    bare = _FIELD_WORD.sub("", bare.strip(" ,，、:：·|–—-"))
    return re.sub("专业$", "", bare) or bare
