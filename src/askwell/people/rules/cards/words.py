"""Words that tell what a line of a business card is, in English, French and Chinese.

Blocks of alternatives of a regular expression, parted by blanks; "_" stands for a blank within one.
"""

import re

from askwell.lib.text import HAN
from askwell.lib.work_words import any_of

_I = re.IGNORECASE


_label_words = r"""
t(?:el|él)(?:e?phone|éphone)? ph(?:one)? mob(?:ile)? cell(?:ulaire|phone)? m t p c o d w e f h dir(?:ect)? office
bureau main toll[_-]?free sans_frais fax téléc(?:opieur|opie)?\.? telec\.? e-?mail mail courriel web(?:site)?
site(?:_web)? url internet add(?:ress|r)? adresse wechat whatsapp linkedin qq 电话 電話 手机 手機 移动电话 行動電話
座机 直线 传真 傳真 邮箱 郵箱
电邮 電郵 邮件 電子郵件 电子邮箱 电子邮件 网址 網址 网站 網站 地址 微信 微信号 邮编 郵編 总机 热线 联系电话
"""
_labels = any_of(_label_words)
LABEL = re.compile(rf"(?:(?:{_labels})[ .:：/&]*(?:{_labels})?|[@☎✆✉➤⌂☏])[ .:：)\]-]*", _I)
"""A label and nothing else: "Tel:", "E", 手机, 电话 Tel."""
LABEL_BEFORE = re.compile(rf"(?:^|(?<=[\s|,;，；]))(?:{_labels})[ .:：/&]*(?:(?:{_labels})[ .:：]*)?$", _I)
"""A label at the end of what stands before a number or an address."""
FAX = re.compile(r"fax|\b[l1]ax\b|téléc|\btelec\b|传真|傳真", _I)
LONE_F = re.compile(r"(?:^|[\s|(/])F[\s.:)]*$")
PHONE_WORD = re.compile(r"\bt[eé]l(?![eé]c)|\bph|mob|cell|电话|電話|手机", _I)
WEB_WORD = re.compile(r"\b(?:web|site|url|internet|w)\b|网址|網址|网站|網站|主页", _I)
SLOGAN = re.compile(
    r"\b(?:since|est\.?|established|founded|depuis|fondée?)\b.*\d{4}|\b(?:your|our|we|notre|nos|vos|votre)\b|[!?]|始于|创立于",
    _I,
)
WECHAT = re.compile(r"(?:微信|wechat|weixin)\s*(?:号|id)?\s*[:：]?\s*([A-Za-z][A-Za-z0-9_-]{4,19}|1[3-9]\d{9})", _I)

FRENCH_TITLE = re.compile(
    r"\b(?:de|des|du|d['’]\w+|en|à|aux|et)\b|directeur|directrice|ingénieure?|conseill[eè]|infirmi|comptable|analyste|adjointe?|chargée?"
    r"|cheffe|ère\b|rice\b|euse\b|ien(?:ne)?\b|avocat|médecin|représentant|responsable|gestionnaire|secrétaire|enseignant",
    _I,
)
FRENCH_SIGN = re.compile(
    r"\b(?:rue|boulevard|boul\.|chemin|courriel|tél|téléc\w*|poste|bureau|québec)\b|[àâçèêëîïôùûœ]", _I
)

_streets = r"""
street st road rd avenue ave av boulevard boul blvd crescent cres drive dr lane ln way court ct place pl square sq
terrace highway hwy parkway pkwy quay wharf row close mews hill trail circle rue chemin ch côte allée impasse route
rang montée promenade suite unit apt floor fl étage bureau room rm building bldg tower plaza p\.?o\.?_box case_postale
c\.p\. stra(?:ss|ß)e via calle
"""
STREET = re.compile(rf"\b(?:{any_of(_streets)})\b\.?", _I)
POSTCODE = re.compile(
    r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b"  # Canada
    r"|\b[A-Z]{2} \d{5}(?:-\d{4})?\b"  # United States, behind the state
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"  # Britain
    r"|\b\d{5,6}\b"
)
PROVINCE = re.compile(
    r"\b(?:BC|AB|SK|MB|ON|QC|NB|NS|PE|PEI|NL|YT|NT|NU|British Columbia|Alberta|Ontario|Qu[ée]bec|Manitoba|Saskatchewan"
    r"|Canada|USA|China|CN|CA|NY|WA)\b|\(Québec\)"
)
ADDRESS_ZH = re.compile(
    f"(?:省|市|区|區|县|州)[{HAN}0-9A-Za-z]*(?:路|街|道|大道|巷|弄|镇|园|区|村|里)"
    "|(?:路|街|道|巷|弄)[ ]?[0-9一二三四五六七八九十]+(?:-\\d+)?[号號]"
    f"|[0-9一二三四五六七八九十]+(?:楼|樓|层|層|室|栋|座|号楼)|大厦|大廈|广场[{HAN}]*\\d|邮编"
)
