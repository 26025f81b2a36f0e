"""What the columns of a list of insiders or of seekers mean, by their headings in three languages."""

import re
from collections.abc import Sequence
from enum import StrEnum

from askwell.programmes.choices import Audience
from askwell.protocols.contacts.headings import field_of, heading_key
from askwell.protocols.contacts.model import Field

HEADING_WITHIN = 20
"""The heading is one of the first so many rows: some lists have a title above it."""


class Column(StrEnum):
    """What a column of a list can hold."""

    NAME = "name"
    GIVEN = "given"
    FAMILY = "family"
    NATIVE_NAME = "native_name"
    EMAIL = "email"
    PHONE = "phone"
    ORGANISATION = "organisation"
    TITLE = "title"
    FIELD = "field"
    TOPICS = "topics"
    LANGUAGES = "languages"
    LEVEL = "level"
    TALKS = "talks"
    HOURS = "hours"
    ZONE = "zone"
    PAGE_LANGUAGE = "page_language"
    NOT_EMPLOYERS = "not_employers"
    NOT_PEOPLE = "not_people"
    COHORT = "cohort"
    NOTE = "note"


ONLY_SEEKERS = (Column.PHONE, Column.COHORT)
ONLY_INSIDERS = (Column.TITLE, Column.NOT_EMPLOYERS, Column.NOT_PEOPLE)

_WORDS = {
    Column.NATIVE_NAME: """
        |name in chinese characters|nom en caracteres chinois|nom en sinogrammes|中文姓名|汉字姓名""",
    Column.EMAIL: "courriel|adresse courriel",
    Column.TITLE: "role|poste|fonction|角色|职务|职位",
    Column.NOTE: "note|notes|own note|remarque|remarques|备注|注意|附注",
    Column.FIELD: """
        |field|looking for|looking for field|looking for work in|field of interest|desired field
        |industry|sector|area|area of work|profession|occupation|discipline|domaine|secteur
        |secteur d activite|metier|profession visee|domaine vise|target field|target occupation|行业|行業|领域
        |領域|专业领域|职业|目标行业|目标职业|专业""",
    Column.TOPICS: """
        |topics|topic|expertise|skills|skill|can talk about|subjects|interests|goals|wants to know
        |wants to learn|questions about|sujets|sujet|themes|competences|objectifs|peut parler de|interets|话题
        |話題|主题|主題|擅长|技能|可聊话题|目标|想了解|感兴趣的话题""",
    Column.LANGUAGES: """
        |languages|language|spoken languages|languages spoken|speaks|langues|langue|langues parlees|parle|语言
        |語言|会说的语言|交流语言|语种""",
    Column.LEVEL: """
        |level|seniority|career stage|career level|experience|niveau|anciennete|niveau de carriere|级别|級別
        |资历|职级|职业阶段|经验""",
    Column.TALKS: """
        |talks a month|talks per month|talks|capacity|places|how many talks|how many a month|meetings per month
        |meetings a month|talks wanted|number of talks|wanted|entretiens par mois|entretiens|places par mois
        |capacite|nombre d entretiens|entretiens souhaites|rencontres par mois|nombre de rencontres
        |nombre de rencontres par mois
        |nombre d entretiens par mois|每月次数|每月几次|每月可谈次数
        |次数|名额|想谈几次|人数""",
    Column.HOURS: """
        |hours|free hours|weekly hours|availability|available|times|free times|free time|when
        |when free|when are you free|when available|best times|free|schedule|heures
        |heures libres|disponibilites|disponibilite|disponible|horaire|horaires|quand|plages|时间|時間|空闲时间
        |有空的时间|可用时间|每周时间|空闲时段|方便的时间""",
    Column.ZONE: """
        |time zone|timezone|zone|fuseau horaire|fuseau|时区|時區""",
    Column.PAGE_LANGUAGE: """
        |page language|writes to them in|preferred language|language of letters|correspondence language
        |langue de la page|langue de correspondance|langue preferee|页面语言|通信语言|首选语言""",
    Column.NOT_EMPLOYERS: """
        |not employers|not from|not with people of|excluded employers|employers to avoid|conflicts
        |employeurs a eviter|employeurs exclus|pas de|回避的雇主|不想见的雇主|回避公司|回避单位""",
    Column.NOT_PEOPLE: """
        |not people|not with|excluded people|people to avoid|personnes a eviter|personnes exclues|回避的人
        |不想见的人""",
    Column.COHORT: """
        |cohort|group|class|intake|cohorte|groupe|期|班级|批次|小组|班""",
}
_KNOWN = {
    heading_key(word): column for column, words in _WORDS.items() for word in re.split(r"\||\n", words) if word.strip()
}
_OF_CONTACTS = {
    Field.FULL_NAME: Column.NAME,
    Field.GIVEN: Column.GIVEN,
    Field.FAMILY: Column.FAMILY,
    Field.NATIVE_NAME: Column.NATIVE_NAME,
    Field.EMAIL: Column.EMAIL,
    Field.PHONE: Column.PHONE,
    Field.ORGANISATION: Column.ORGANISATION,
    Field.TITLE: Column.TITLE,
    Field.NOTE: Column.NOTE,
}


def columns_for(audience: Audience) -> list[Column]:
    """All that a list of theirs can hold."""
    others = ONLY_INSIDERS if audience == Audience.SEEKERS else ONLY_SEEKERS
    return [column for column in Column if column not in others]


def meaning(heading: str) -> Column | None:
    """What a heading says; None for one that is not known."""
    key = heading_key(heading)
    known = field_of(key)
    return _KNOWN.get(key) or (_OF_CONTACTS.get(known) if known else None)


def heading_row(rows: Sequence[Sequence[str]], audience: Audience) -> int:
    """Which of the first rows is the heading: the one with most known headings; -1 where none has two."""
    scores = [len(set(recognised(cells, audience)) - {None}) for cells in rows[:HEADING_WITHIN]]
    best = max(scores, default=0)
    return scores.index(best) if best > 1 else -1


def recognised(headings: Sequence[str], audience: Audience) -> list[Column | None]:
    """What each column holds; the first of two alike. A "nom" beside a "prénom" is the family name, a 名字 alone the
    whole name."""
    allowed, found = columns_for(audience), list[Column | None]()
    for heading in headings:
        column = meaning(heading)
        found.append(column if column in allowed and column not in found else None)
    if Column.GIVEN in found and Column.NAME in found and Column.FAMILY not in found:
        found[found.index(Column.NAME)] = Column.FAMILY
    if Column.GIVEN in found and Column.FAMILY not in found and Column.NAME not in found:
        found[found.index(Column.GIVEN)] = Column.NAME
    return found
