"""The words that a document adds to what its writer said, in the language of the document."""

from dataclasses import dataclass

ENGLISH, CHINESE, FRENCH = "en", "zh", "fr"


@dataclass(frozen=True, slots=True)
class Words:
    """`comma` and `colon` part words as the language does; `open_bracket` carries the space before it."""

    tag: str
    document: str
    headings: dict[str, str]
    levels: dict[str, str]
    comma: str
    colon: str
    semicolon: str
    stop: str
    open_bracket: str
    close_bracket: str
    open_quote: str
    close_quote: str
    volunteer: str
    courses: str
    on_request: str


_ENGLISH = Words(
    tag=ENGLISH,
    document="Resume",
    headings={
        "summary": "Summary",
        "experience": "Experience",
        "volunteering": "Volunteering",
        "teaching": "Teaching",
        "education": "Education",
        "certificates": "Certificates",
        "projects": "Projects",
        "publications": "Publications",
        "awards": "Awards",
        "skills": "Skills",
        "languages": "Languages",
        "skills and languages": "Skills and languages",
        "interests": "Interests",
        "reference": "Reference",
        "references": "References",
    },
    levels={
        "elementary": "elementary",
        "limited": "limited working",
        "working": "working proficiency",
        "full": "fluent",
        "native": "first language",
    },
    comma=", ",
    colon=": ",
    semicolon="; ",
    stop=". ",
    open_bracket=" (",
    close_bracket=")",
    open_quote="“",
    close_quote="”",
    volunteer="volunteer",
    courses="Courses",
    on_request="details on request",
)
_CHINESE = Words(
    tag=CHINESE,
    document="简历",
    headings={
        "summary": "自我评价",
        "experience": "工作经历",
        "volunteering": "志愿者经历",
        "teaching": "教学经历",
        "education": "教育背景",
        "certificates": "证书",
        "projects": "项目经历",
        "publications": "论文与著作",
        "awards": "获奖情况",
        "skills": "专业技能",
        "languages": "语言能力",
        "skills and languages": "技能与语言",
        "interests": "兴趣爱好",
        "reference": "推荐人",
        "references": "推荐人",
    },
    levels={"elementary": "入门", "limited": "日常交流", "working": "工作语言", "full": "流利", "native": "母语"},
    comma="，",
    colon="：",
    semicolon="；",
    stop="。",
    open_bracket="（",
    close_bracket="）",
    open_quote="“",
    close_quote="”",
    volunteer="志愿者",
    courses="主修课程",
    on_request="联系方式备索",
)
_FRENCH = Words(
    tag=FRENCH,
    document="Curriculum vitæ",
    headings={
        "summary": "Profil",
        "experience": "Expérience professionnelle",
        "volunteering": "Bénévolat",
        "teaching": "Enseignement",
        "education": "Formation",
        "certificates": "Certificats et permis",
        "projects": "Projets",
        "publications": "Publications",
        "awards": "Prix et distinctions",
        "skills": "Compétences",
        "languages": "Langues",
        "skills and languages": "Compétences et langues",
        "interests": "Intérêts",
        "reference": "Référence",
        "references": "Références",
    },
    levels={
        "elementary": "notions",
        "limited": "conversation courante",
        "working": "niveau professionnel",
        "full": "courant",
        "native": "langue maternelle",
    },
    comma=", ",
    colon="\u00a0: ",
    semicolon="; ",
    stop=". ",
    open_bracket=" (",
    close_bracket=")",
    open_quote="«\u00a0",
    close_quote="\u00a0»",
    volunteer="bénévole",
    courses="Cours",
    on_request="coordonnées sur demande",
)


def words_of(language: str) -> Words:
    """The words of a language tag; those of English where it is unknown."""
    by_tag = {CHINESE: _CHINESE, FRENCH: _FRENCH}
    return by_tag.get(language[:2].lower(), _ENGLISH)
