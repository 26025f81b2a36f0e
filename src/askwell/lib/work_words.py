"""Words that tell a job title or an organisation, in English, French and Chinese.

Blocks of alternatives of a regular expression, parted by blanks; "_" stands for a blank within one.
"""

import re

from askwell.lib.text import HAN

_I = re.IGNORECASE


def any_of(block: str) -> str:
    """The alternatives of a block, for use inside a group of a regular expression."""
    return "|".join(word.replace("_", " ") for word in block.split())


_chinese_titles = r"""
经理 經理 工程师 工程師 总监 總監 顾问 顧問 分析师 分析師 主管 助理 专员 專員 会计 會計 会计师 老师 教师 教授 讲师
设计师 設計師 主任 律师 律師 医生 醫生 医师 醫師 护士 護士 护士长 厨师 廚師 厨师长
销售 采购 总裁 總裁 副总裁 副总 总经理 董事 董事长 董事長 创始人 創辦人 合伙人 策划 规划师 计划员 文员 秘书 店长
老板 开发 程序员 架构师 架構師 翻译 记者 编辑 研究员 研究員 科学家 技术员 技师 操作员
管理员 负责人 代表 司机 药剂师 藥劑師 出纳 审计 审计师 培训师 协调员 督导 社工 社会工作者 辅导员 校长 院长 所长 处长
科长 部长 局长 主席 理事 干事 秘书长 首席 总工 总工程师 质检员 检验员 电工 焊工 木工
教练 营养师 治疗师 心理师 咨询师 摄影师 美术指导 制片 导演 经纪人 代理
"""
SURE_TITLE_ZH = re.compile(f"(?:{any_of(_chinese_titles)})$")
TITLE_ZH = re.compile(f"(?:{any_of(_chinese_titles)}|员|師|师|家|长|官|手)$")
"""Also characters that may end a title or a name."""
_chinese_firms = r"""
公司 集团 集團 银行 銀行 大学 大學 学院 學院 学校 學校 中学 小学 幼儿园 医院 醫院 诊所 診所 药房 餐厅 酒店 超市 协会
協會 学会 商会 基金会 中心 事务所 律所 研究所 研究院 出版社 工厂 报社 合作社 博物馆
图书馆 美术馆 工作室 俱乐部 委员会 食品 物流 货运 科技 技术 贸易 软件 网络 建筑 建设 工程 保险 能源 电力 制造 咨询
传媒 文化 机构 政府 商店 地产 置业 物业 证券 基金 资本 投资 金融 信托 航空 航运 港口
仓储 零售 电子 生物 制药 医药 教育 培训 设计 广告 营销 旅游 旅行社 农业 渔业 林业 茶业 酒业 实业 工业 产业 企业 控股
国际 环保 海事 船舶 汽车 机械 材料 化工 纺织 服饰 家居 家具 珠宝 公交 交通 铁路
电信 通信 服务 养老院 护理院 之家 电台 电视台 剧院 乐团 部 局 厂 店 馆 社 院 所 会 行 坊 园
"""
FIRM_ZH = re.compile(rf"(?:{any_of(_chinese_firms)})(?:[（(][^()（）]*[)）])?$")
LEGAL_ZH = re.compile(
    "公司|集团|集團|银行|大学|学院|医院|协会|协會|中心|事务所|研究所|研究院|合作社|博物馆|基金会|委员会|学会|商会"
)
_firms = r"""
公司 集团 集團 银行 銀行 大学 大學 学院 學院 学校 學校 中学 小学 幼儿园 医院 醫院 诊所 診所 药房 餐厅 酒店 超市 协会
協會 学会 商会 基金会 中心 事务所 律所 研究所 研究院 出版社 工厂 报社 合作社 博物馆
图书馆 美术馆 工作室 俱乐部 委员会 食品 物流 货运 科技 技术 贸易 软件 网络 建筑 建设 工程 保险 能源 电力 制造 咨询
传媒 文化 机构 政府 商店 地产 置业 物业 证券 基金 资本 投资 金融 信托 航空 航运 港口
仓储 零售 电子 生物 制药 医药 教育 培训 设计 广告 营销 旅游 旅行社 农业 渔业 林业 茶业 酒业 实业 工业 产业 企业 控股
国际 环保 海事 船舶 汽车 机械 材料 化工 纺织 服饰 家居 家具 珠宝 公交 交通 铁路
电信 通信 服务 养老院 护理院 之家 电台 电视台 剧院 乐团 部 局 厂 店 馆 社 院 所 会 行 坊 园
"""
FIRM_ZH = re.compile(rf"(?:{any_of(_chinese_firms)})(?:[（(][^()（）]*[)）])?$")
LEGAL_ZH = re.compile(
    "公司|集团|集團|银行|大学|学院|医院|协会|协會|中心|事务所|研究所|研究院|合作社|博物馆|基金会|委员会|学会|商会"
)
DEPARTMENT = re.compile(
    f"^(?:(?:department|dept\\.?|division|faculty|school) of\\b.*|.*\\b(?:department|division|dept\\.?)"
    f"|(?:service|département|direction) (?:de|des|du)\\b.*|[{HAN}]{{2,10}}(?:部|部门|部門|事业部|事業部|处|科|系))$",
    _I,
)
_firms = r"""
inc incorporated ltd limited llc llp lp corp corporation co company plc gmbh ag sa sas sarl bv nv pty ulc ltée ltee
enr senc group groupe holdings? partners associates associés university université college collège cégep school école
institute institut academy bank banque hospital hôpital clinic clinique society société association foundation
fondation council conseil centre center ministry ministère authority agency agence commission union coop cooperative
coopérative credit_union caisse city_of ville_de government gouvernement museum musée library bibliothèque theatre
théâtre church ventures? capital investments? consulting consultants solutions systems? systèmes technolog(?:y|ies)
software logiciels? labs? laboratories laboratoires? studios? foods? aliments bakery boulangerie brewing brasserie
restaurants? hotels? hôtels? resorts? logistics logistique freight transport(?:s|ation)? transit shipping marine
airlines? motors manufacturing industries energy énergie power electric construction builders constructions properties
realty immobilier insurance assurances? financial financière media médias press presse publishing éditions design
architects architectes law legal avocats pharmacy pharmacie health santé care soins services farms? fermes? fisheries
pêcheries forestry mining mines robotics analytics networks? telecom communications retail trading imports? exports?
supply supplies works ateliers? maison chez tea coffee café provisions marketing games jeux travel voyages hébergement
kids seniors
"""
FIRM = re.compile(rf"\b(?:{any_of(_firms)})\b\.?", _I)
LEGAL = re.compile(
    r"\b(?:inc|ltd|limited|llc|llp|corp|corporation|plc|gmbh|s\.?a\.?r\.?l|pty|ulc|ltée|university|université|college"
    r"|society|société|association|coopérative|co\.,? ltd|co)\b\.?",
    _I,
)
_titles = r"""
vp svp evp ceo cto cfo coo cmo cio chro hr manager director engineer developer designer consultant coordinator
assistant associate officer nurse teacher president specialist accountant administrator advis[eo]r lead leader head
founder co-founder partner planner buyer supervisor clerk chef cook technician technologist driver owner professor
lecturer instructor tutor scientist researcher research_fellow analyst architect pharmacist physician doctor dentist
therapist counsell?or counsel lawyer attorney paralegal notary secretary receptionist representative rep agent broker
recruiter strategist producer editor writer copywriter journalist reporter photographer artist illustrator animator
programmer tester foreman operator machinist welder electrician plumber carpenter mechanic inspector surveyor
estimator scheduler controller auditor bookkeeper treasurer cashier teller underwriter actuary economist statistician
biologist chemist physicist geologist librarian curator translator interpreter social_worker case_?worker worker aide
caregiver educator principal dean chair(?:man|woman|person)? trainer coach dietitian nutritionist paramedic
veterinarian hygienist optometrist radiographer midwife intern trainee apprentice student volunteer executive
ambassador evangelist steward barista server baker captain pilot directeur directrice ingénieure? conseill(?:er|ère)
gestionnaire responsable acheteu(?:r|se) infirmi(?:er|ère) comptable analyste adjointe? chargée?_de cheffe? chargé
développeu(?:r|se) concept(?:eur|rice) rédact(?:eur|rice) traduct(?:eur|rice) avocate? notaire médecin
pharmacien(?:ne)? technicien(?:ne)? représentante? agente? coordonnat(?:eur|rice) superviseure? président(?:e)?
vice-présidente? secrétaire enseignante? professeure? formateur formatrice éducat(?:eur|rice) intervenante?
travailleu(?:r|se)_sociale? associée? fondat(?:eur|rice) propriétaire architecte graphiste journaliste vendeu(?:r|se)
cuisini(?:er|ère) mécanicien(?:ne)? électricien(?:ne)? chercheu(?:r|se) géran(?:te)? gérante? commis caissi(?:er|ère)
préposée? orthophoniste physiothérapeute psychologue bibliothécaire économiste urbaniste courti(?:er|ère)
"""
TITLE = re.compile(rf"\b(?:{any_of(_titles)})\b", _I)
TITLE_ENDING = re.compile(r"(?:er|or|ist|ian|ant|eur|euse|rice|iste|ien|ienne)$", _I)
