"""A story to make papers of, and papers made of it through the actions that a page would call."""

from datetime import date, datetime

from askwell.accounts.models import Profile, Workspace
from askwell.documents.actions.letters import begin_letter
from askwell.documents.actions.resumes import About, begin_resume
from askwell.documents.models import Letter, Resume
from askwell.portfolio.models import (
    Accomplishment,
    Chapter,
    Proof,
    Reference,
    Skill,
    SpokenLanguage,
    Story,
)

POSTING = """Demand Planner, Northwind Provisions
What you will do:
- Own demand planning for perishable goods and improve forecast accuracy
- Work with suppliers and cross-functional teams on inventory
- Run the monthly S&OP meeting and keep reports in Power BI
- Support food safety audits
What you bring
- Strong Excel skills, SAP is an asset
- Mandarin an asset. Negotiation skills
"""
LINES = {
    "lantian": (
        "Cut late deliveries from 40 suppliers from about 18 % to 6 % in a year by sharing a four-week forecast every "
        "Monday and phoning the six worst before each run.",
        "Negotiated yearly prices with 12 suppliers, saving 4 % in 2018.",
        "Kept safety stock of 600 parts in Excel; no line stop for lack of stock in 2018.",
        "Trained two new buyers in SAP.",
    ),
    "maple": (
        "Order the dairy wall for three shifts a week; waste of perishable goods down from 5 % to 3 % since January.",
        "Plan the holiday order with the store's buyer and the night crew.",
    ),
    "food": (
        "Sorted inventory by expiry date onto three shelves; thrown-away food fell from about nine crates a week to "
        "three.",
    ),
    "course": ("Course project in demand planning: a 12-week forecast for a bakery, forecast accuracy 89 %.",),
}
CHINESE = {
    "lantian": (
        "每周一向40家供应商分享未来4周预测，开产前逐一致电最差的6家，一年内延迟交货率由约18%降至6%。",
        "与12家供应商谈定年度价格，2018年节省4%。",
        "用 Excel 管理600种零件的安全库存，2018年没有一次因缺料停线。",
        "带教两名新采购使用 SAP。",
    ),
    "maple": ("负责每周三个班次的乳品订货，生鲜损耗自1月起由5%降至3%。", "与店内采购和夜班一起安排节日订货。"),
    "food": ("按保质期把库存分到三层货架，每周丢弃的食品由约9箱降至3箱。",),
    "course": ("课程项目：为一家面包店做12周需求预测，预测准确率89%。",),
}


def _chapter(workspace: Workspace, key: str, chinese: dict[str, str] | None = None, **facts: object) -> Chapter:
    said = {"zh-hans": chinese} if chinese else {}
    chapter = Chapter.objects.create(workspace=workspace, said=said, **facts)
    for number, text in enumerate(LINES.get(key, ())):
        zh = {"zh-hans": {"text": CHINESE[key][number]}}
        Accomplishment.objects.create(workspace=workspace, chapter=chapter, text=text, number=number, said=zh)
    return chapter


def tell_story(workspace: Workspace) -> None:
    """Mei's: a buyer from Chengdu, now in a grocery in Burnaby, with one credential assessed and a reference agreed."""
    profile = {
        "name": "Xiaowen Ma", "native_name": "马晓雯", "email": "xiaowen.ma@mail.example", "phone": "604-555-0142",
        "place": "Burnaby", "occupation": "demand planner",
    }  # fmt: skip
    Profile.objects.update_or_create(workspace=workspace, defaults=profile)
    Story.objects.create(
        workspace=workspace, region="British Columbia", country="CA",
        links=[{"url": "https://linkedin.example/xiaowenma", "network": ""}],
        summary="Planner in training with six years of purchasing in home appliances and two in grocery. Trusted with "
        "perishable goods, at ease with suppliers, spreadsheets and cross-functional phone calls.",
        said={"zh-hans": {"summary": "六年家电采购、两年生鲜零售经验，正转向需求计划。熟悉供应商沟通与表格建模。"}},
    )  # fmt: skip
    lantian = _chapter(
        workspace, "lantian",
        {"title": "采购专员", "organisation": "蓝天家电", "place": "成都", "about": "1,200名员工"},
        title="Purchasing Specialist", organisation="Lantian Home Appliances", place="Chengdu, China",
        about="1,200 employees", start="2013-07", end="2019-06",
    )  # fmt: skip
    _chapter(
        workspace, "maple", {"title": "班长", "organisation": "枫篮超市", "place": "本拿比", "note": "由收银员晋升"},
        title="Shift Lead", organisation="Maple Basket Market", place="Burnaby", note="from Cashier", start="2023-06",
    )  # fmt: skip
    food = _chapter(
        workspace, "food", {"title": "库房帮手", "organisation": "港光食物银行", "place": "本拿比", "note": "每周六"},
        kind="volunteering", title="Stock Helper", organisation="Harbourlight Food Bank", place="Burnaby",
        note="Saturdays", start="2024-04", summary="",
    )  # fmt: skip
    _chapter(
        workspace, "course", {"title": "供应链计划证书", "organisation": "菲沙桥学院"}, kind="certificate",
        title="Certificate in Supply Chain Planning", organisation="Fraser Bridge College", place="Burnaby", end="2024",
    )  # fmt: skip
    _chapter(
        workspace, "",
        {"title": "管理学学士（物流）", "organisation": "锦江商学院", "place": "成都",
         "assessed_as": "加拿大四年制学位"},
        kind="education", title="Bachelor of Management (Logistics)", organisation="Jinjiang Institute of Commerce",
        place="Chengdu", end="2013", assessed_as="a Canadian four-year degree", assessor="Meridian Credentials",
        assessed_on=date(2023, 9, 1),
    )  # fmt: skip
    _skills(workspace, lantian, food)
    SpokenLanguage.objects.create(
        workspace=workspace, name="English", level="working", listening=8, speaking=8, reading=8, writing=8,
        said={"zh-hans": {"name": "英语"}},
    )  # fmt: skip
    SpokenLanguage.objects.create(
        workspace=workspace, name="Mandarin", level="native", number=1, said={"zh-hans": {"name": "普通话"}}
    )
    for name, agreed in (("Tom Reyes", date(2026, 10, 2)), ("Ada Quist", None)):
        Reference.objects.create(
            workspace=workspace, name=name, role="Warehouse Lead", organisation="Harbourlight Food Bank",
            chapter=food, asked_on=date(2026, 10, 1), agreed_on=agreed,
        )  # fmt: skip


def _skills(workspace: Workspace, lantian: Chapter, food: Chapter) -> None:
    told = (
        ("forecasting", "Planning", "预测", lantian), ("inventory control", "Planning", "库存管理", lantian),
        ("negotiation", "Suppliers", "谈判", lantian), ("Excel", "Tools", "Excel", lantian),
        ("SAP", "Tools", "SAP", lantian), ("food safety", "Planning", "食品安全", food),
        ("Java", "Tools", "Java", None),
    )  # fmt: skip
    groups = {"Planning": "计划", "Suppliers": "供应商", "Tools": "工具"}
    for number, (name, group, chinese, chapter) in enumerate(told):
        said = {"zh-hans": {"name": chinese, "group": groups[group]}}
        skill = Skill.objects.create(workspace=workspace, name=name, group=group, number=number, said=said)
        if chapter:
            Proof.objects.create(workspace=workspace, skill=skill, chapter=chapter)


def make_resume(workspace: Workspace, now: datetime, **about: object) -> Resume:
    """For the posting above, of whatever story there is."""
    told: dict[str, object] = {
        "name": "Planner", "title": "Demand planner", "employer": "Northwind Provisions", "posting": POSTING
    }  # fmt: skip
    return begin_resume(workspace=workspace, about=About(**{**told, **about}), now=now)  # type: ignore[arg-type]


def make_letter(workspace: Workspace, now: datetime, kind: str = "cover", language: str = "en", **facts: str) -> Letter:
    """With nothing told but these facts."""
    return begin_letter(
        workspace=workspace, kind=kind, language=language, facts=facts, recipient="Ms. Zhou\nNorthwind Provisions",
        day=now.date(), now=now,
    )  # fmt: skip
