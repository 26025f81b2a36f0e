"""What short values say: the type of employment, the kind of posting, whether it is remote."""

import re
from typing import Any

from askwell.lib.text import fold
from askwell.protocols.postings.model import Employment, Kind, Status

_EMPLOYMENT: tuple[tuple[Employment, re.Pattern[str]], ...] = (
    ("volunteer", re.compile(r"volunt|benevol|志愿|义工")),
    ("internship", re.compile(r"\bintern(?:s|ship)?\b|\bstages?\b|stagiaire|\bco ?op\b|实习")),
    ("part_time", re.compile(r"part[ _]*time|temps partiel|mi temps|parttime|兼职|半职|非全职|非全日")),
    ("full_time", re.compile(r"full[ _]*time|temps plein|plein temps|temps complet|(?<!非)全职|(?<!非)全日制")),
    ("temporary", re.compile(r"\btemp\b|temporary|temporaire|seasonal|saisonnier|\bcasual\b|occasionnel|临时|短期")),
    ("contract", re.compile(r"\bcontract\b|contractor|contractuel|\bcontrat\b|freelance|pigiste|fixed term|合同|合约")),
)
_FILLER = re.compile(
    r"\b(?:permanent|regular|regulier|position|poste|job|role|work|employment|emploi|paid|remunere|months?|mois|weeks?|year"
    r"|term|and|or|et|ou|a|an|opportunity|de|volunteer|er|e|e?s)\b|岗位|职位|工作|者|[\W\d]+"
)
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("volunteer", re.compile(r"volunt|benevol|志愿|义工")),
    ("course", re.compile(r"\bcourses?\b|\bcours\b|\bformations?\b|\btraining\b|课程|培训班")),
    ("event", re.compile(r"\bevents?\b|\bevenements?\b|\bjob fair|\bworkshop|\bwebinar|活动|讲座|招聘会")),
    ("job", re.compile(r"\bjobs?\b|\bcareers?\b|\bemplois?\b|\bcarrieres?\b|职位|招聘|工作")),
)
_PLACELESS = (
    r"remote(?:ly)?|fully remote|100 ?% remote|telecommut\w*|work(?:ing)? from home|wfh|home based|online|virtual(?:ly)?"
    r"|(?:en )?teletravail|(?:100 ?% )?a distance|en ligne|virtuel(?:le)?|远程(?:办公|工作)?|居家(?:办公)?|在家办公|线上|网上|在线"
)
_REMOTE = re.compile(rf"(?<![a-z])(?:{_PLACELESS})(?![a-z])")
_NOT_REMOTE = re.compile(
    r"\b(?:not|no|non|pas|pas de|isnt|cannot be|aucun)\s+(?:a |en |de )?(?:remote|teletravail|online|virtual|a distance)"
    r"|不(?:支持|接受|可|能|提供)?(?:远程|居家)|非远程"
    r"|hybrid|混合|\bon ?site\b|sur place|sur site|\bin person\b|en personne|presentiel|\bin office\b|partial|partiel"
    r"|\bdays?\b|\bjours?\b|线下|现场"
)
_HYBRID = re.compile(r"hybrid|混合")
_WHOLE_REMOTE = re.compile(
    rf"(?:{_PLACELESS}|hybrid\w*|混合\w*|on ?site|presentiel|anywhere|flexible)(?: (?:ok|only|first|possible|friendly))?"
)
_YES = frozenset(("true", "yes", "y", "1", "oui", "vrai", "是", "对", "可", "可以", "支持"))
_STATUS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("cancelled", re.compile(r"cancel|annule|取消")),
    ("postponed", re.compile(r"postpone|reporte|推迟|延期")),
    ("rescheduled", re.compile(r"reschedul|replanifie|deplace|改期")),
    ("scheduled", re.compile(r"schedul|movedonline|moved online|confirm|planifie|prevu|如期")),
)


def employment_of(value: str) -> Employment:
    """The type that a value names first ("Full-time, permanent", FULL_TIME, "temps partiel", 全职); "" for none."""
    plain = fold(value[:200]).replace("_", " ")
    found = [(at.start(), employment) for employment, words in _EMPLOYMENT if (at := words.search(plain))]
    return min(found)[1] if found else ""


def first_employment(values: list[str]) -> Employment:
    """The first type that one of the values names."""
    return next(filter(None, map(employment_of, values)), "")


def employments_in(value: str) -> set[Employment]:
    """Every type that a short text names."""
    plain = fold(value[:200]).replace("_", " ")
    return {employment for employment, words in _EMPLOYMENT if words.search(plain)}


def is_only_employment(part: str) -> bool:
    """Whether a part of a line says the type of employment and nothing else: "Full-time, permanent"."""
    plain = fold(part[:100]).replace("_", " ")
    left = plain
    for _, words in _EMPLOYMENT:
        left = words.sub(" ", left)
    return left != plain and not _FILLER.sub("", left)


def kind_in(text: str) -> Kind | None:
    """The kind that a text speaks of."""
    plain = fold(text[:500])
    return next((kind for kind, words in _KINDS if words.search(plain)), None)


def is_remote(value: Any) -> bool:
    """Whether a value says remote, and not hybrid or on site."""
    if isinstance(value, bool | int):
        return bool(value)
    plain = fold(value[:300]) if isinstance(value, str) else ""
    return plain in _YES or bool(_REMOTE.search(plain) and not _NOT_REMOTE.search(plain))


def is_hybrid(text: str) -> bool:
    return bool(_HYBRID.search(fold(text[:300])))


def is_only_remote(part: str) -> bool:
    """Whether a part of a place says how one works and not where: "Remote", "Hybrid"."""
    return bool(_WHOLE_REMOTE.fullmatch(fold(part[:100]).strip(" .,:*")))


def status_of(value: str) -> Status:
    plain = fold(value[:200])
    return next((status for status, words in _STATUS if words.search(plain)), "")
