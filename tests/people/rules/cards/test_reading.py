"""A card's lines become the fields of a person: many layouts, three languages, no picture needed."""

from typing import Any

import pytest

from askwell.people.rules.cards import CardFields, read_card
from askwell.protocols.pictures import TextLine
from tests.people.rules.cards.boxes import box, centred, column, turned

SINGLE = ("name", "name_zh", "organisation", "organisation_zh", "title", "title_zh", "wechat")
SEVERAL = ("emails", "phones", "faxes", "urls", "addresses", "credentials", "languages")


def told(fields: CardFields) -> dict[str, Any]:
    """The fields that say something, as plain values."""
    single = {name: value.value for name in SINGLE if (value := getattr(fields, name))}
    several = {name: [getattr(one, "value", one) for one in getattr(fields, name)] for name in SEVERAL}
    return single | {name: values for name, values in several.items() if values}


CARDS: dict[str, tuple[list[TextLine], dict[str, Any]]] = {
    "name on top, firm below, address on two lines": (
        column(
            ("Ngozi Okafor", 44), ("Supply Planner", 22), ("Tidewater Foods Ltd.", 24), ("T. 604-555-0127 ext. 12",
            18),
            ("F. 604-555-0128", 18), ("ngozi.okafor@tidewaterfoods.example", 18), ("Unit 4 - 1180 Example Road", 18),
            ("Burnaby, BC V5X 0A1", 18),
        ),
        {
            "name": "Ngozi Okafor", "title": "Supply Planner", "organisation": "Tidewater Foods Ltd.",
            "emails": ["ngozi.okafor@tidewaterfoods.example"], "phones": ["+16045550127;ext=12"],
            "faxes": ["+16045550128"], "addresses": ["Unit 4 - 1180 Example Road Burnaby, BC V5X 0A1"],
            "languages": ["en"],
        },
    ),
    "the firm's name is the largest text, the person's in capitals with letters behind": (
        centred(
            ("Lantern Bay", 60), ("MARGARET O'BRIEN, P.Eng.", 30), ("Senior Process Safety Engineer", 20),
            ("mobrien@lanternbay.example | 778 555 0110", 18),
        ),
        {
            "name": "Margaret O'Brien", "credentials": ["P.Eng."], "title": "Senior Process Safety Engineer",
            "organisation": "Lantern Bay", "emails": ["mobrien@lanternbay.example"], "phones": ["+17785550110"],
            "languages": ["en"],
        },
    ),
    "a title that no list of titles knows stands under the name": (
        column(
            ("Sofia Marchetti", 40), ("Keeper of Tides", 20), ("Harbour Lights", 22),
            ("sofia@harbourlights.example", 18),
        ),
        {
            "name": "Sofia Marchetti", "title": "Keeper of Tides", "organisation": "Harbour Lights",
            "emails": ["sofia@harbourlights.example"], "languages": ["en"],
        },
    ),
    "a French card": (
        column(
            ("Coopérative Mille Lacs", 24), ("Marie-Ève Lachance", 40), ("Chargée de projets", 22),
            ("Tél. : 514 555-0101, poste 231", 18), ("Téléc. : 514 555-0102", 18), ("me.lachance@millelacs.example",
            18),
            ("1200, rue des Érables, bureau 300", 18), ("Montréal (Québec) H2X 0A1", 18),
        ),
        {
            "name": "Marie-Ève Lachance", "title": "Chargée de projets", "organisation": "Coopérative Mille Lacs",
            "emails": ["me.lachance@millelacs.example"], "phones": ["+15145550101;ext=231"],
            "faxes": ["+15145550102"],
            "addresses": ["1200, rue des Érables, bureau 300 Montréal (Québec) H2X 0A1"], "languages": ["fr"],
        },
    ),
    "a Chinese card with full-width signs, spaced name and Chinese address": (
        column(
            ("北京星河文化传媒有限公司", 26), ("王　小　明", 44), ("市场部　高级经理", 22),
            ("地址：北京市朝阳区建国路８８号现代城Ａ座１２０１室", 18), ("手机：１３８ ００００ ０１２３", 18),
            ("电话：010-5555 0199　传真：010-5555 0198", 18), ("邮箱：wangxm＠xinghe.example", 18),
            ("微信：wxm_2020", 18),
        ),
        {
            "name_zh": "王小明", "title_zh": "市场部高级经理", "organisation_zh": "北京星河文化传媒有限公司",
            "emails": ["wangxm@xinghe.example"], "phones": ["+8613800000123", "+861055550199"],
            "faxes": ["+861055550198"], "addresses": ["北京市朝阳区建国路８８号现代城Ａ座１２０１室"],
            "wechat": "wxm_2020", "languages": ["zh"],
        },
    ),
    "two scripts on each line": (
        column(
            ("远海物流 Farsea Logistics", 24), ("陈思远 Simon Chen", 40), ("供应链分析师 Supply Chain Analyst", 20),
            ("simon.chen@farsea.example", 18),
        ),
        {
            "name": "Simon Chen", "name_zh": "陈思远", "organisation": "Farsea Logistics",
            "organisation_zh": "远海物流",
            "title": "Supply Chain Analyst", "title_zh": "供应链分析师", "emails": ["simon.chen@farsea.example"],
            "languages": ["en", "zh"],
        },
    ),
    "Chinese written downwards": (
        [
            box("云杉律师事务所", 900, 60, 40, down=True), box("欧阳静", 760, 90, 80, down=True),
            box("合伙人", 680, 140, 36, down=True), *column(("电话 604-555-0143", 22),
            ("ouyang.jing@yunshan.example", 22), y=300),
        ],
        {
            "name_zh": "欧阳静", "organisation_zh": "云杉律师事务所", "title_zh": "合伙人",
            "emails": ["ouyang.jing@yunshan.example"], "phones": ["+16045550143"], "languages": ["zh"],
        },
    ),
    "two columns: English left, Chinese right": (
        [
            *column(("Amber Fox Marketing", 24), ("Jiayi Gao", 40), ("Art Director", 20)),
            *column(("琥珀狐营销", 24), ("高嘉怡", 40), ("美术指导", 20), x=600),
            *column(("jiayi.gao@amberfox.example", 18), ("www.amberfox.example", 18), y=360),
        ],
        {
            "name": "Jiayi Gao", "name_zh": "高嘉怡", "organisation": "Amber Fox Marketing",
            "organisation_zh": "琥珀狐营销",
            "title": "Art Director", "title_zh": "美术指导", "emails": ["jiayi.gao@amberfox.example"],
            "urls": ["www.amberfox.example"], "languages": ["en", "zh"],
        },
    ),
    "front and back say the same in two languages": (
        [
            *column(("Polar Kite", 24), ("Haoran Xu", 40), ("Engineer", 20), ("(780) 555-0106", 18)),
            *column(("极地风筝科技", 24), ("徐浩然", 40), ("工程师", 20), ("手机 780.555.0106", 18), side=1),
        ],
        {
            "name": "Haoran Xu", "name_zh": "徐浩然", "organisation": "Polar Kite", "organisation_zh": "极地风筝科技",
            "title": "Engineer", "title_zh": "工程师", "phones": ["+17805550106"], "languages": ["en", "zh"],
        },
    ),
    "labels in boxes of their own": (
        [
            *column(("Clara Whitfield", 40), ("Paralegal", 20)),
            box("Tel", 60, 200, 18), box("604 555 0133", 140, 201, 18), box("Fax", 60, 230, 18),
            box("604 555 0134", 140, 231, 18), box("E-mail", 60, 260, 18), box("clara@whitfieldlaw.example", 140,
            261, 18),
        ],
        {
            "name": "Clara Whitfield", "title": "Paralegal", "phones": ["+16045550133"], "faxes": ["+16045550134"],
            "emails": ["clara@whitfieldlaw.example"], "languages": ["en"],
        },
    ),
    "a public mail service says nothing about the employer": (
        column(("Tom Gallagher", 40), ("Carpenter", 20), ("tomgallagher@gmail.com", 18), ("C 250.555.0177", 18)),
        {
            "name": "Tom Gallagher", "title": "Carpenter", "emails": ["tomgallagher@gmail.com"],
            "phones": ["+12505550177"], "languages": ["en"],
        },
    ),
    "a firm and a title on two lines each": (
        column(
            ("Great Northern", 26), ("Forest Society", 26), ("Ines Duarte", 44), ("Director of Partnerships", 20),
            ("and Community Giving", 20), ("ines.duarte@gnfs.example", 18), space=0.3,
        ),
        {
            "name": "Ines Duarte", "organisation": "Great Northern Forest Society",
            "title": "Director of Partnerships and Community Giving", "emails": ["ines.duarte@gnfs.example"],
            "languages": ["en"],
        },
    ),
    "a slogan and a department are neither firm nor title": (
        column(
            ("Copper Kettle Hotels", 28), ("Warm rooms for cold travellers since 1911", 16), ("Daniel Osei", 40),
            ("Front Desk Manager", 20), ("Guest Services Department", 18), ("daniel.osei@copperkettle.example", 18),
        ),
        {
            "name": "Daniel Osei", "organisation": "Copper Kettle Hotels", "title": "Front Desk Manager",
            "emails": ["daniel.osei@copperkettle.example"], "languages": ["en"],
        },
    ),
    "numbers from elsewhere": (
        column(
            ("Priya Raman", 40), ("Architect", 20), ("Tel: +852 5550 0199 / +44 20 7946 0018", 18),
            ("priya@ramanstudio.example", 18),
        ),
        {
            "name": "Priya Raman", "title": "Architect", "phones": ["+85255500199", "+442079460018"],
            "emails": ["priya@ramanstudio.example"], "languages": ["en"],
        },
    ),
    "a Vietnamese name whose letters recognition does not know": (
        column(("Nguyn Th Mai", 40), ("Pharmacist", 20), ("mai.nguyen@larkspur.example", 18), ("Larkspur Pharmacy",
        22)),
        {
            "name": "Nguyen Thi Mai", "title": "Pharmacist", "organisation": "Larkspur Pharmacy",
            "emails": ["mai.nguyen@larkspur.example"], "languages": ["en"],
        },
    ),
    "a telephone that is a fax too counts as telephone; a telephone behind 'fax' in brackets does not": (
        column(("Lena Hoffman", 40), ("Tel/Fax: 604-555-0150", 18), ("604-555-0151 (fax)", 18)),
        {"name": "Lena Hoffman", "phones": ["+16045550150"], "faxes": ["+16045550151"], "languages": ["en"]},
    ),
    "an office name that is an acronym of the firm": (
        column(
            ("British Columbia Ferry Workers Alliance", 24), ("Kwame Mensah", 40), ("Organizer", 20),
            ("kmensah@bcfwa.example", 18), ("bcfwa.example", 18),
        ),
        {
            "name": "Kwame Mensah", "organisation": "British Columbia Ferry Workers Alliance", "title": "Organizer",
            "emails": ["kmensah@bcfwa.example"], "urls": ["bcfwa.example"], "languages": ["en"],
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("card", CARDS)
def test_a_card_is_read(card: str) -> None:
    lines, wanted = CARDS[card]
    assert told(read_card(lines)) == wanted


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("degrees", [-11, 8])
def test_a_card_photographed_askew_reads_the_same(card: str, degrees: float) -> None:
    lines, wanted = CARDS[card]
    assert told(read_card(turned(lines, degrees))) == wanted
