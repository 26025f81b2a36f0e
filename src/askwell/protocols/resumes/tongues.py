"""Languages: which one a resume is in, and how well one is said to be spoken."""

import re

from askwell.lib.text import HAN, fold
from askwell.protocols.resumes.model import Level

_LEVELS: tuple[tuple[Level, str], ...] = (
    ("native", r"native|bilingual|mother\s*tongue|first language|maternelle|bilingue|natif|native|母语|母語|双语|雙語"),
    (
        "elementary",
        r"elementary|beginner|basic|novice|notions?|debutante?|elementaires?|de base|scolaire|a1\b|a2\b"
        r"|入门|初级|初級|基础|基礎|日常用语",
    ),
    (
        "limited",
        r"limited|intermediate|conversation|intermediaire|limitee?|moyen|b1\b|中级|中級|一般|有限|日常交流|会话",
    ),
    (
        "working",
        r"professional working|working|professional\b|upper.intermediate|good|b2\b|professionnel"
        r"|bon(?:ne)? (?:niveau|maitrise|connaissance)|工作熟练|工作语言|良好|熟练|熟練|中高级",
    ),
    (
        "full",
        r"full|fluent|fluency|advanced|proficient|excellent|couramment|courante?|avancee?|parfait|c1\b|c2\b|流利|精通|高级|高級|专业",
    ),
)
_FIRST = re.compile(r"(?:full|complete|entiere?)\s+professional|professional\s+full|capacite professionnelle complete")
_BENCHMARK = re.compile(r"\b(?:clb|nclc|canadian language benchmarks?)\D{0,12}(\d{1,2})")
_WORDS = re.compile(r"[^\W\d_]+")
_FRENCH = re.compile(
    r"\b(?:le|la|les|des|du|de|et|en|une|un|pour|avec|dans|sur|au|aux|par|chez|aujourd|ans|est|expérience|compétences"
    r"|formation|langues)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:the|of|and|in|to|for|with|at|by|from|an|as|is|experience|skills|education|languages)\b", re.IGNORECASE
)
_han = re.compile(f"[{HAN}]")


def level_of(said: str) -> Level:
    """The step that the words name ("Full professional proficiency", "courant", "CLB 8", 工作熟练); "" for others."""
    plain = fold(said)
    benchmark = _BENCHMARK.search(plain)
    if benchmark:
        return _of_benchmark(int(benchmark[1]))
    if _FIRST.search(plain):
        return "full"
    return next((level for level, words in _LEVELS if re.search(rf"(?<![a-z])(?:{words})", plain)), "")


def _of_benchmark(step: int) -> Level:
    bounds: tuple[tuple[int, Level], ...] = ((4, "elementary"), (6, "limited"), (8, "working"), (12, "full"))
    return next((level for bound, level in bounds if 0 < step <= bound), "")


def language_of(text: str) -> str:
    """ "zh-Hans" where a fifth of the letters is Chinese, else "fr" or "en" by the small words; "" for too few."""
    sample = text[:20_000]
    letters = sum(map(len, _WORDS.findall(sample)))
    if letters and len(_han.findall(sample)) * 5 >= letters:
        return "zh-Hans"
    french, english = (len(words.findall(sample)) for words in (_FRENCH, _ENGLISH))
    return "" if not french and not english else "fr" if french > english else "en"
