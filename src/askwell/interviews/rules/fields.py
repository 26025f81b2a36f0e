"""Which families of occupations a title or an occupation belongs to, so that fitting questions are offered.

By words that stand in it, in English, French and Chinese. A hint, nothing more: a title that fits none gets
the questions that suit everybody.
"""

import re

from askwell.interviews.rules.bank import Family
from askwell.lib.text import fold

WORDS = {
    Family.TECHNOLOGY: "software developer devops data cloud cyber network programmer developpeur informatique logiciel"
    " frontend backend it 软件 程序 开发 数据 运维 算法 前端 后端",
    Family.BUSINESS: "marketing sales business consultant product project manager hr recruiter operations vente ventes"
    " commercial ressources humaines chef de produit 市场 销售 商务 产品 项目 人力 运营",
    Family.FINANCE: "accountant accounting finance financial bank banking audit auditor tax actuary investment"
    " comptable comptabilite banque fiscal 会计 财务 金融 银行 审计 税务",
    Family.SUPPLY_CHAIN: "supply logistics planner planning procurement purchasing buyer warehouse freight inventory"
    " demand approvisionnement logistique achats acheteur entrepot 供应链 物流 采购 仓储 计划 货运",
    Family.HEALTH: "nurse nursing doctor physician pharmacist clinic clinical hospital dental therapist care infirmier"
    " infirmiere medecin pharmacien soins 护士 护理 医生 药师 医院 临床",
    Family.EDUCATION: "teacher teaching professor lecturer school educator tutor instructor enseignant professeur"
    " 教师 老师 教授 教育 讲师",
    Family.ENGINEERING_TRADES: "engineer engineering mechanic electrician technician welder construction manufacturing"
    " plant ingenieur mecanicien electricien soudeur 工程师 机械 电工 技工 施工 制造",
    Family.PUBLIC_NONPROFIT: "policy government public nonprofit settlement social community municipal politique"
    " communautaire organisme 政府 政策 公益 社工 社区 移民服务",
    Family.CREATIVE_MEDIA: "designer design writer editor journalist film video media graphic redacteur graphiste"
    " journaliste 设计 编辑 记者 影视 媒体 文案",
    Family.SCIENCE: "scientist research researcher laboratory lab biologist chemist chercheur laboratoire"
    " 科研 研究员 实验室",
    Family.HOSPITALITY_RETAIL: "hotel restaurant chef cook retail store server barista hospitality cuisinier vendeur"
    " magasin 酒店 餐厅 厨师 零售 门店",
    Family.LAW: "lawyer legal paralegal law solicitor notary avocat juridique notaire 律师 法务 法律",
}  # fmt: skip
_han = re.compile(r"[一-鿿]")


def families_of(*titles: str) -> frozenset[Family]:
    """The families that the words of any of these titles speak of."""
    folded = fold(" ".join(titles))
    words = set(re.findall(r"[^\W_]+", folded))
    return frozenset(
        family
        for family, named in WORDS.items()
        if any(word in folded if _han.search(word) else word in words for word in named.split())
    )
