"""Whether the work asked about is named as a field (supply planning) or as a job (Supply planner); how to say it."""

import re

_english_job = re.compile(
    r"(?:(?:er|or|ist|yst|ian|eer|ician)|(?:account|consult|assist|attend|merch)ant|"
    r"\b(?:nurse|chef|cook|clerk|lead|head|agent|aide|guard|pilot|coach|judge|midwife|surgeon|architect|rep|"
    r"representative|president|superintendent|specialist|executive|scientist|mechanic|associate|intern))$",
    re.I,
)
_no_english_job = re.compile(
    r"\b(?:computer|water|labor|power|weather|cyber|paper|timber|career|interior|customer)$", re.I
)
_french_job = re.compile(
    r"^(?:\w+(?:eur|euse|trice|ien|ienne|iste|yste|ier|ière|logue)|agente?|chef|cheffe|commis|comptable|avocate?|médecin|"
    r"architecte|secrétaire|adjointe?|gestionnaire|responsable|conseillère?|consultante?|enseignante?)\b",
    re.I,
)
_chinese_job = re.compile("(?:员|师|工|家|经理|主管|助理|顾问|总监|护士|医生|会计|司机|分析师|教授|设计|秘书)$")
_chinese_field = re.compile("设计$|加工$|施工$|化工$")
_own_capital = re.compile(
    r"(?:English|French|Chinese|Mandarin|Cantonese|Spanish|German|Japanese|Canadian|Java|Python|Montessori|Excel)\b"
)
_spelled_out = re.compile(r"[FHLMNRSX](?=[A-Z]|\b)")
_vowel_sound = re.compile(r"[aeio]|u(?!ni|s[ei]|x\b|ti)", re.I)


def is_job(topic: str, language: str) -> bool:
    """Whether the words name somebody who does the work."""
    if language.startswith("zh"):
        return bool(_chinese_job.search(topic)) and not _chinese_field.search(topic)
    english = bool(_english_job.search(topic)) and not _no_english_job.search(topic)
    return english or (language == "fr" and bool(_french_job.match(topic)))


def lowered(topic: str) -> str:
    """Without the capitals of a heading: Supply Planner is supply planner; UX, Java and French keep theirs."""
    return re.sub(
        r"\b[A-ZÀ-Ý](?=[a-zà-ÿ]+\b)",
        lambda found: found[0] if _own_capital.match(topic, found.start()) else found[0].lower(),
        topic,
    )


def with_article(job: str) -> str:
    """A supply planner, an accountant, an HR manager."""
    vowel = _spelled_out.match(job) or (_vowel_sound.match(job) and not re.match("U[A-Z]|eu|one", job))
    return f"{'an' if vowel else 'a'} {job}"


def after_de(job: str) -> str:
    """De planificateur, d'infirmière."""
    return f"d'{job}" if re.match(r"[aeiouyàâéèêîôœ]|h(?:ô|o(?:r|m)|y)", job, re.I) else f"de {job}"
