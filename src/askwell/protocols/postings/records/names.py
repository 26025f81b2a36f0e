"""What the names of values mean, in boards, feeds and tables of three languages. Compared after `heading_key`."""

import re
from functools import lru_cache

from askwell.protocols.contacts.headings import heading_key

_NAMES = {
    "title": """
        |job title|position title|posting title|role title|title|opportunity title|volunteer role|volunteer opportunity
         |opportunity|event name|event title|course name|course title|class title|workshop|event|course|class|role
         |position|job name|job position|job|vacancy|opening|posting|program name|text|name|subject
         |titre du poste|intitule du poste|titre de l offre|titre|intitule|poste|offre d emploi|offre|emploi|mission
         |role benevole|poste benevole|benevolat|occasion|activite|nom de l activite|evenement|nom de l evenement
         |formation|titre de la formation|cours|titre du cours|atelier|fonction|nom
         |职位名称|岗位名称|职位|岗位|招聘职位|招聘岗位|工作名称|职务|标题|志愿岗位|志愿者岗位|志愿项目|义工岗位
         |项目名称|活动名称|活动|课程名称|课程|名称|題目|職位名稱|職位|崗位|職務""",
    "organisation": """
        |company name|hiring organization|hiring organisation|hiring company|organization name|organisation name
         |employer name|employer|company|organization|organisation|org|agency|charity|non profit|nonprofit|host
         |host organization|organizer|organiser|hosted by|provider|offered by|school|institution|business|business name
         |customer name|client
         |entreprise|nom de l entreprise|employeur|organisme|nom de l organisme|compagnie|societe|organisateur
         |etablissement|ecole|fournisseur|offert par
         |公司名称|公司|单位名称|单位|招聘单位|用人单位|企业|企业名称|机构|机构名称|组织|雇主|主办方|主办单位|主办
         |学校|培训机构|開課單位|公司名稱|單位|機構|組織""",
    "location": """
        |job location|work location|location name|location|locations|place|where|venue|work place|full location|job city
         |address|street address|candidate required location|site|location city|formatted location
         |lieu de travail|lieu|localisation|endroit|emplacement|adresse
         |工作地点|工作地址|工作城市|地点|地址|所在地|活动地点|上课地点|服务地点|位置|工作地點|地點""",
    "city": "|city|town|locality|municipality|address locality|ville|municipalite|localite|城市|市|所在城市",
    "region": """
        |province|state|province state|state province|province or territory|province territory|prov|region|address region
         |state code|province etat|etat|省份|省|州|省州|地区""",
    "country": "|country|country name|pays|国家|國家",
    "remote": """
        |is remote|remote|telecommuting|workplace type|work model|work arrangement|work mode|workplace|remote status
         |remote work|work from home|online|delivery|delivery mode|format|mode|job location type|location type
         |teletravail|a distance|mode de travail|en ligne|modalite|mode de prestation
         |远程|是否远程|远程办公|工作方式|办公方式|线上|是否线上|上课方式|授课方式|形式""",
    "employment": """
        |employment type|job type|job types|jobtype|type of employment|type of work|commitment|employment status
         |contract type|position type|work type|employment|job status|hours type|type|employment type code|schedule
         |type d emploi|type de contrat|type de poste|regime|statut d emploi|statut|horaire|contrat
         |工作类型|雇佣类型|用工类型|用工形式|工作性质|岗位类型|职位类型|职位性质|性质|类型|工作類型""",
    "posted": """
        |first published|published at|published on|published date|date published|date posted|posted|posted on|posted at
         |posted date|posting date|post date|publication date|published|pub date|created at|creation date|date created
         |released date|release date|open date|opening date|date opened|date added|listed|listed on|issued|start posting
         |date de publication|publie le|publiee le|publie|affiche le|affichee le|date d affichage|date d ajout|publication
         |发布日期|发布时间|发布|发布于|刊登日期|上架日期|發布日期|發佈日期""",
    "updated": "|updated",
    "closes": """
        |application deadline|deadline|apply by|apply before|closing date|close date|closes|closes on|closing|closed at
         |applications close|application closes|application close date|applications due|due date|expires|expires on
         |expiry|expiry date|expiration date|expiration|expires at|valid through|valid until|last day to apply|end posting
         |register by|registration deadline
         |date limite|date limite de candidature|date limite pour postuler|postuler avant|postulez avant|date de cloture
         |cloture|date de fermeture|fermeture|echeance|date d echeance|expire le|fin d affichage|limite
         |截止日期|截止时间|截止|申请截止|申请截止日期|报名截止|报名截止日期|投递截止|有效期|有效期至|截止日""",
    "salary": """
        |salary range|pay range|salary|pay|wage|wages|wage range|compensation|compensation tier summary|pay rate
         |hourly wage|hourly rate|hourly pay|annual salary|salary text|remuneration|rate of pay|salary description
         |salaire|echelle salariale|fourchette salariale|taux horaire|salaire horaire|salaire annuel|remuneration offerte
         |薪资|薪资范围|薪水|工资|薪酬|薪酬范围|待遇|薪资待遇|月薪|年薪|时薪|月薪范围|薪資""",
    "salary min": """
        |salary min|min salary|minimum salary|salary minimum|salary from|pay min|min pay|wage min|minimum wage|min wage
         |pay from|wage from|compensation min|from salary|min annual salary|lowest salary
         |salaire min|salaire minimum|salaire minimal|salaire de|最低薪资|薪资下限|最低工资|最低月薪""",
    "salary max": """
        |salary max|max salary|maximum salary|salary maximum|salary to|pay max|max pay|wage max|maximum wage|max wage
         |pay to|wage to|compensation max|to salary|max annual salary|highest salary
         |salaire max|salaire maximum|salaire maximal|salaire a|最高薪资|薪资上限|最高工资|最高月薪""",
    "salary unit": """
        |salary unit|pay period|salary period|salary interval|salary type|pay type|wage type|wage unit|per|period|interval
         |pay unit|pay frequency|salary frequency|compensation interval|rate type
         |unite|unite de salaire|periode|periode de paie|薪资单位|计薪方式|薪资周期|单位时间""",
    "currency": "|currency|salary currency|currency code|pay currency|devise|monnaie|币种|货币",
    "price": """
        |price|cost|fee|fees|tuition|tuition fee|course fee|ticket price|admission|registration fee
         |prix|cout|couts|frais|tarif|frais d inscription|droits de scolarite|费用|价格|学费|票价|收费|報名費""",
    "url": """
        |absolute url|hosted url|job url|posting url|careers url|listing url|event url|course url|url|permalink|link|links
         |web link|page url|details url|apply url|application url|apply link|redirect url|shortlink|external url|website
         |web page|online at|how to apply link|view job|url active
         |lien|lien web|lien vers l offre|url de l offre|adresse web|page web|site web|lien de l offre|pour postuler
         |链接|网址|网页|职位链接|申请链接|招聘链接|报名链接|详情链接|鏈接|連結""",
    "start": """
        |start date|start time|start|starts|starts at|starts on|start at|start datetime|begins|begin|begin date|event date
         |session start|date and time|when|date time|event start|first class|dtstart
         |date de debut|debut|commence le|debut le|date de l evenement|date et heure|quand
         |开始日期|开始时间|开始|活动时间|活动日期|开课日期|开课时间|时间|上课时间|開始日期""",
    "end": """
        |end date|end time|end|ends|ends at|ends on|end at|end datetime|finish|finish date|session end|event end
         |last class|dtend|date de fin|fin|se termine le|fin le|结束日期|结束时间|结束|结课日期""",
    "date": "|date|日期|jour",
    "status": "|status|event status|state of event|etat|状态",
    "kind": "|kind|opportunity type|posting type|listing type|category type|genre|种类|机会类型",
    "reference": """
        |requisition id|requisition number|req id|reference number|referencenumber|reference id|reference|ref number|ref no
         |job number|posting number|job reference|competition number|identifier|job id|posting id|ref|course code
         |numero de reference|numero de concours|no de reference|numero d offre|职位编号|编号|岗位编号|课程编号""",
    "text": """
        |content|description html|content html|description|job description|full description|role description|long description
         |content encoded|body|job ad|about|details|summary|about the role|description plain|content text|overview|excerpt
         |description du poste|description de l offre|resume|apercu|details de l offre
         |职位描述|岗位描述|工作描述|描述|详情|简介|内容|介绍|说明|工作内容|活动介绍|课程介绍|職位描述""",
    "more": """
        |lists|responsibilities|duties|what you will do|requirements|qualifications|skills|skills required|additional
         |closing text|commitment details|time commitment|training|notes|other information|benefits|job requirements
         |taches|responsabilites|exigences|competences|qualifications requises|competences requises|avantages|remarques
         |岗位职责|工作职责|职责|任职要求|岗位要求|职位要求|要求|技能要求|福利|备注""",
    "tags": "|category|categories|tags|keywords|subject tags|categorie|类别|标签",
    "is listed": "|is listed|is published",
    "hours": """
        |hours per week|hours a week|hours week|weekly hours|hours|time required|heures par semaine|heures|每周小时
         |每周时数|时数|服务时长""",
}  # fmt: skip


def _keys(names: str) -> list[str]:
    return [heading_key(name) for name in re.split(r"\||\n", names) if name.strip()]


ORDERED = {meaning: {key: place for place, key in enumerate(_keys(names))} for meaning, names in _NAMES.items()}
"""Meaning -> names, those first that say it most surely."""

_MEANINGS: dict[str, str] = {}
for _meaning, _ordered in ORDERED.items():
    for _key in _ordered:
        _MEANINGS.setdefault(_key, _meaning)


@lru_cache(maxsize=4096)
def meaning_of(name: str) -> str:
    """What a value of this name is; "" where it is not known."""
    return _MEANINGS.get(heading_key(name), "")


@lru_cache(maxsize=4096)
def place_of_name(name: str) -> int:
    """How surely a name says its meaning: 0 is the surest."""
    return ORDERED[meaning_of(name)][heading_key(name)]
