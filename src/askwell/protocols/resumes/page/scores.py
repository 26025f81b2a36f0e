"""How much speaks for a piece of text being a job title, an organisation or a school."""

import re

from askwell.lib.text import HAN
from askwell.lib.work_words import FIRM, FIRM_ZH, LEGAL, LEGAL_ZH, SURE_TITLE_ZH, TITLE, any_of

_han = re.compile(f"[{HAN}]")
_more_titles = any_of(
    r"""
host guide helper mentor member captain organi[sz]er facilitator picker packer labou?rer merchandiser dishwasher
custodian janitor cleaner housekeeper stocker usher marshal greeter ambassador fundraiser coordinator clinician
superintendent foreperson dispatcher handler loader installer assembler fabricator developer_advocate postdoc fellow
columnist blogger interviewer moderator referee umpire observer auxiliary liaison webmaster sysadmin devops admin
salesperson telemarketer phlebotomist sonographer doula nanny babysitter waiter waitress bartender sous-chef
bénévole animat(?:eur|rice) accompagnat(?:eur|rice) aide stagiaire entraîneure? tut(?:eur|rice) membre chargée?
ouvri(?:er|ère) manutentionnaire livreu(?:r|se) serveu(?:r|se) plongeu(?:r|se) aide-cuisini(?:er|ère) apprentie?
programmeu(?:r|se) administrat(?:eur|rice) assistante? auxiliaire moniteur monitrice hôte hôtesse réceptionniste
soudeu(?:r|se) menuisi(?:er|ère) plombi(?:er|ère) peintre chauffeu(?:r|se) magasini(?:er|ère) interprète bibliothécaire
acheteu(?:r|se) répartit(?:eur|rice) planificat(?:eur|rice) inspect(?:eur|rice) vérificat(?:eur|rice) trésori(?:er|ère)
chef_d['’]équipe chargée?_de_projets? ingénieur(?:e)? consultante? spécialiste technologue maître surveillante?
"""
)
_MORE_TITLES = re.compile(rf"\b(?:{_more_titles})\b", re.IGNORECASE)
_chinese = any_of(
    """
领队 义工 志愿者 导师 实习生 组长 队长 班长 会员 成员 护理员 收银员 服务员 店员 讲师 主持人 管培生 学徒 技工 客服 前台
助手 测试员 驾驶员 仓管员 理货员 保育员 家教 助教 研究助理 团长 社长 会长 副会长 干部 委员 召集人 发起人 组织者 讲解员
护士 药师 技师 厨师 主厨 面点师 理发师 美容师 裁缝 保安 保洁员 快递员 外卖员 分拣员 焊工 钳工 车工 瓦工 油漆工 工人
工长 主播 运营 策划 剪辑师 画师 插画师 文案 编导 记账员 统计员 核算员 报关员 跟单员 业务员 销售员 售货员 营业员 调度员
"""
)
_CHINESE_TITLE = re.compile(f"(?:{_chinese})(?:[（(].*[)）])?$")
_more_firms = any_of(
    r"""
club friends kitchen pantry bank market mart store stores shop garden gardens league network alliance federation
chamber cooperative church temple mosque shelter hospice aquarium zoo observatory arena rink team project initiative
program programme festival fair airport port railway railways brewery winery cafe diner bistro grill
pizzeria deli catering hospitality translation accounting bookkeeping staffing recruiting recruitment cleaning
landscaping roofing plumbing electric moving storage warehouse distribution packaging printing textiles apparel
fashion furniture jewellery cosmetics dental optical veterinary rehabilitation physiotherapy wellness fitness gym yoga
studio theater cinema radio television broadcasting magazine newspaper bookstore books toys sports outdoor outdoors
automotive auto tire parts aviation aerospace aviation space satellite wireless internet cloud digital data cyber
security guard banque alimentaire cuisine jardin ligue réseau fédération chambre église refuge festival épicerie
marché magasin boutique dépanneur pharmacie quincaillerie garage traiteur hôtellerie traduction comptabilité
entreprises? entrepôt imprimerie clinique résidence garderie foyer accueil bibliothèque amis
"""
)
_MORE_FIRMS = re.compile(rf"\b(?:{_more_firms})\b", re.IGNORECASE)
_schools = any_of(
    r"""
university universit[éy] college collège cégep cegep school école institute institut academy académie polytechnic
polytechnique lycée universidade? università universität instituto istituto colegio escuela escola facultad
hochschule faculty faculté conservatory conservatoire seminary campus bcit sait nait
"""
)
_SCHOOL = re.compile(
    rf"\b(?:{_schools})\b|(?:大学|大學|学院|學院|学校|學校|中学|高中|专科|职校|技校|研究院|研究所|党校|附中|一中)(?![位历])",
    re.IGNORECASE,
)
_UNFIRM = re.compile(r"\b(?:of|for|at|in|de|des|du|pour|chez)\b.*$", re.IGNORECASE)


def title_score(text: str) -> float:
    """From 0 to 2: 2 where the last word, or the last before "of …", is a title."""
    if _han.search(text):
        return 2.0 if SURE_TITLE_ZH.search(text) or _CHINESE_TITLE.search(text) else 0.0
    found = [*TITLE.finditer(text), *_MORE_TITLES.finditer(text)]
    if not found:
        return 0.0
    last = max(match.end() for match in found)
    bare = _UNFIRM.sub("", text.split(",")[0].split("(")[0]).rstrip(" .")
    at_end = last >= len(text.rstrip(" .)")) or last >= len(bare)
    first_french = min(match.start() for match in found) == 0
    return 2.0 if at_end or first_french else 0.8


def firm_score(text: str) -> float:
    """From 0 to 2: 2 for words that only organisations have in their names."""
    if _han.search(text):
        return 2.0 if LEGAL_ZH.search(text) else 1.2 if FIRM_ZH.search(text) and not title_score(text) else 0.0
    if LEGAL.search(text) or _SCHOOL.search(text):
        return 2.0
    return 1.2 if FIRM.search(text) or _MORE_FIRMS.search(text) else 0.0


def is_school(text: str) -> bool:
    return bool(_SCHOOL.search(text))
