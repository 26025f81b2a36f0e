"""Headings of a resume's sections, in English, French and Chinese."""

import re
from functools import cache

from askwell.lib.text import fold

_NAMES = """
summary: summary, professional summary, executive summary, career summary, profile, professional profile,
 personal profile, about, about me, objective, career objective, professional objective, overview, personal statement,
 highlights, summary of qualifications, qualifications summary, career profile, who i am, bio, introduction,
 professional overview, value proposition, résumé, sommaire, profil, profil professionnel, à propos, à propos de moi,
 objectif, objectif professionnel, objectif de carrière, sommaire professionnel, sommaire des qualifications,
 présentation, en bref, accroche, faits saillants, 个人简介, 自我评价, 个人总结, 个人概述, 职业概述, 职业目标, 简介,
 个人评价, 自我介绍, 自我描述, 关于我, 职业总结, 个人优势, 核心优势, 个人陈述, 职业简介, 概述, 个人特点
work: experience, work experience, professional experience, employment, employment history, work history, career
 history, career, relevant experience, related experience, employment experience, selected experience, professional
 background, work, job history, industry experience, canadian experience, international experience, internships,
 internship experience, experience highlights, positions held, additional experience, other experience, career
 experience, practical experience, teaching, teaching experience, where i have worked, expérience, expériences,
 expérience professionnelle,
 expériences professionnelles, expérience de travail, expériences de travail, parcours professionnel, emplois,
 enseignement, expérience d'enseignement, historique d'emploi, carrière, expérience pertinente,
 expériences pertinentes, stages, cheminement professionnel,
 antécédents professionnels, parcours, 工作经历, 工作经验, 职业经历, 从业经历, 实习经历, 工作履历, 任职经历, 职业经验,
 教学经历, 教学经验, 工作背景, 实习经验, 工作与实习经历, 工作/实习经历, 主要工作经历, 专业经历, 就业经历, 工作
volunteering: volunteering, volunteer, volunteer experience, volunteer work, community involvement, community service,
 volunteer activities, community, community engagement, volunteer and community involvement, volunteer service,
 volunteer & community, giving back, community experience, leadership and volunteering, extracurricular activities,
 volunteer roles, bénévolat, expérience bénévole, expériences bénévoles, engagement communautaire, engagement,
 engagements, implication communautaire, activités bénévoles, implication sociale, engagement bénévole,
 action bénévole, expérience de bénévolat, implication bénévole, vie associative, 志愿服务, 志愿者经历, 志愿经历,
 义工经历, 公益经历, 社会实践, 社区服务, 志愿活动, 志愿者服务, 社会服务, 义工, 志愿者, 公益活动, 志愿服务经历,
 志愿工作,
 社区参与, 社团经历, 校园经历, 义工服务
education: education, academic background, education and training, academic history, educational background,
 qualifications, academic qualifications, studies, schooling, academic credentials, education & training, degrees,
 education history, formal education, academics, formation, formations, éducation, études, scolarité,
 formation académique, parcours scolaire, parcours académique, diplômes, formation et diplômes, formation scolaire,
 études et formation, formation universitaire, éducation et formation, 教育背景, 教育经历, 学历, 学习经历, 教育,
 学历背景, 求学经历, 教育程度, 学业背景, 学历教育, 学术背景, 教育信息
certificates: certificates, certifications, certification, licenses, licences, licenses and certifications, licences
 and certifications, certificates and licences, certificates and licenses, professional certifications, credentials,
 training, training and certifications, certifications and training, professional development, courses,
 certificates and training, licences and certificates, accreditations, professional designations, designations,
 training & certificates, additional training, courses and certificates, licences & certificates,
 licenses & certifications, permits, certificats, permis, permis et certifications, accréditations, attestations,
 certificats et permis, perfectionnement, formation continue, certifications professionnelles, formations
 complémentaires, titres professionnels, cours, certifications et permis, 证书, 资格证书, 职业资格, 资格认证,
 专业认证,
 证书与资格, 培训经历, 培训与证书, 认证, 职业证书, 所获证书, 资质证书, 证书资质, 专业证书, 执业资格, 资质, 培训,
 证书与培训, 技能证书, 资格与证书, 培训证书
skills: skills, technical skills, key skills, core competencies, core skills, competencies, areas of expertise,
 expertise, skills and tools, technologies, tools, tools and technologies, professional skills, skill set, skills
 summary, computer skills, strengths, abilities, hard skills, soft skills, it skills, key competencies, proficiencies,
 skills & tools, relevant skills, skills and abilities, technical proficiencies, what i do well, software, skills
 & abilities, core strengths, compétences, compétences techniques, compétences clés, habiletés, aptitudes,
 savoir-faire, outils, compétences professionnelles, compétences informatiques, atouts, expertises,
 domaines de compétence, logiciels, connaissances informatiques, connaissances, outils et technologies,
 principales compétences, 技能, 专业技能, 职业技能, 核心技能, 技能专长, 专长, 核心能力, 技术技能, 个人技能, 掌握技能,
 技能特长, 专业能力, 技术能力, 能力, 工作技能, 主要技能, 技能清单, 技术栈, 工具, 计算机技能, 特长
skills and languages: skills and languages, languages and skills, skills & languages, languages & skills, technical
 skills and languages, compétences et langues, langues et compétences, compétences & langues, 技能与语言, 语言与技能,
 技能和语言, 技能及语言, 语言和技能, 语言及技能, 技能、语言
languages: languages, language skills, language proficiency, languages spoken, language, linguistic skills,
 language abilities, spoken languages, langues, langues parlées, compétences linguistiques,
 connaissances linguistiques,
 langue, maîtrise des langues, 语言, 语言能力, 语言技能, 外语水平, 外语, 语言水平, 外语能力, 掌握语言
projects: projects, selected projects, personal projects, key projects, academic projects, project experience,
 side projects, notable projects, research projects, project highlights, projets, projets personnels,
 réalisations, projets choisis, projets académiques, principaux projets, 项目经历, 项目经验, 项目, 主要项目, 科研项目,
 个人项目, 代表项目, 项目实践, 研究项目
awards: awards, honors, honours, achievements, awards and honours, awards and honors, honours and awards, honors and
 awards, accomplishments, recognition, scholarships, awards and scholarships, scholarships and awards, distinctions,
 awards & honours, awards & recognition, awards and recognition, key achievements, prix, prix et distinctions,
 distinctions et prix, bourses, récompenses, bourses et prix, mentions, honneurs, 获奖情况, 获奖经历, 荣誉, 荣誉奖项,
 奖项, 所获荣誉, 奖励, 奖项荣誉, 荣誉与奖项, 奖学金, 获得荣誉, 荣誉奖励, 获奖
publications: publications, papers, selected publications, research, presentations, articles, conference papers,
 publications and presentations, patents, talks, publications sélectionnées, communications, conférences, articles
 publiés, recherche, brevets, 论文, 发表论文, 出版物, 论文发表, 学术成果, 科研成果, 著作, 论文与著作, 专利,
 发表文章, 学术论文
interests: interests, hobbies, hobbies and interests, interests and hobbies, personal interests, activities, hobbies
 & interests, activities and interests, loisirs, centres d'intérêt, intérêts, passe-temps, activités, loisirs et
 intérêts, intérêts personnels, champs d'intérêt, centres d'intérêts, divers, 兴趣爱好, 爱好, 兴趣, 个人爱好,
 业余爱好,
 个人兴趣
references: references, reference, référence, referees, professional references,
 references available upon request, recommendations,
 testimonials, références, références professionnelles, 推荐人, 证明人, 推荐信, 参考人
contact: contact, contact information, contact details, personal information, personal details, contact me, details,
 personal data, get in touch, coordonnées, contactez-moi, informations personnelles, renseignements personnels,
 état civil, données personnelles, 联系方式, 个人信息, 基本信息, 基本资料, 个人资料, 联系信息, 联络方式, 个人基本信息,
 联系我
other: additional information, other, miscellaneous, other information, memberships, affiliations, professional
 affiliations, professional memberships, associations, availability, additional, work authorization, citizenship,
 autres, informations complémentaires, renseignements supplémentaires, affiliations professionnelles, disponibilité,
 其他, 其他信息, 附加信息, 补充信息, 附加说明
"""
_SKILLS, _TONGUES, _AND = "(?:skills|competenc|技能)", "(?:languages?|langues?|语言)", "(?:and|et|/|与|和|及)"
_KEYWORDS = (
    ("skills and languages", rf"{_SKILLS}\w*\s*{_AND}\s*{_TONGUES}|{_TONGUES}\s*{_AND}\s*{_SKILLS}"),
    ("volunteering", r"volunt|benevol|community|志愿|义工|公益|社区"),
    ("projects", r"\bprojects?\b|\bprojets?\b|项目"),
    ("publications", r"publication|papers|论文|专利"),
    ("references", r"\breferences?\b|referees|推荐人|证明人"),
    ("languages", r"\blanguages?\b|\blangues?\b|linguisti|语言"),
    ("education", r"\beducation|academic|\betudes\b|scolar|diplom|教育|学历"),
    ("certificates", r"certific|licen[cs]es|accredit|training|permis|证书|资格|培训"),
    ("awards", r"awards?\b|honou?rs|distinctions|scholarship|\bprix\b|bourses|奖|荣誉"),
    ("work", r"experience|employment|work history|career|emplois?\b|parcours prof|工作|实习|任职|职业经历"),
    ("skills", r"skills|competenc|expertise|aptitudes|habiletes|technolog|技能|能力|专长"),
    ("summary", r"summary|profile?\b|objecti[fv]|about|sommaire|简介|评价|总结"),
    ("interests", r"interests?\b|hobbies|loisirs|爱好|兴趣"),
    ("contact", r"\bcontact\b|coordonnees|联系"),
)
_NUMBER = re.compile(r"^(?:[ivx]{1,4}|\d{1,2}|[一二三四五六七八九十]{1,2})\s*[.、)．:]\s*", re.IGNORECASE)
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SPREAD = re.compile(r"^(?:\w )+\w$")
_LONGEST_EXACT, _LONGEST = 45, 60


def heading_key(text: str) -> str:
    """A heading as it is compared: letters spread out ("S K I L L S") are joined, numbers and marks around go."""
    words = [part.replace(" ", "") if _SPREAD.match(part) else part for part in re.split(r"\s{2,}|\t", text.strip())]
    plain = _EDGES.sub("", _NUMBER.sub("", fold(" ".join(words))))
    plain = _EDGES.sub("", plain.replace("&", " and "))
    return " ".join(plain.split())


def section_named(text: str) -> str:
    """The section that exactly this heading opens, "" for any other text."""
    if len(text) > (2 * _LONGEST_EXACT if _SPREAD.match(text) else _LONGEST_EXACT):
        return ""
    key = heading_key(text)
    return _table().get(key, "") or (_joined().get(key, "") if _SPREAD.match(text) else "")


def section_hinted(text: str) -> str:
    """The section that a line known to be a heading opens, by the words in it; "other" where none says anything."""
    plain = heading_key(text)
    found = next((section for section, words in _KEYWORDS if re.search(words, plain)), "")
    return section_named(text) or found or "other"


@cache
def _table() -> dict[str, str]:
    lines = (line.split(":", 1) for line in _NAMES.replace("\n ", " ").strip().splitlines())
    return {heading_key(name): section for section, names in lines for name in names.split(",")}


@cache
def _joined() -> dict[str, str]:
    """The headings without blanks, as one in spread letters is read."""
    return {key.replace(" ", ""): section for key, section in _table().items()}
