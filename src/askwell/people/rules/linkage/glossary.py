"""Words of employers' names and job titles in Chinese and in English, to tell whether one translates the other.

General vocabulary of trades and offices, not a dictionary: enough to see that 菲沙坪社区健康中心 may be a
"Community Health" something, and that 注册护士 is a registered nurse.
"""

import re
from functools import lru_cache

from askwell.lib.text import HAN, fold

_TABLE = """
软件 software|科技 tech technology technologies|技术 tech technology technologies technical|
信息 information info|网络 network networks internet|数据 data|分析 analytics analysis analyst|云 cloud|
智能 smart intelligent ai|机器人 robotics robot|电子 electronics electronic|通信 communications telecom|
系统 systems system|数码 digital|数字 digital|游戏 games gaming|银行 bank banking|金融 finance financial|
财务 finance financial|保险 insurance|证券 securities|投资 investment investments|基金 fund foundation|
会计 accounting accountant cpa|审计 audit auditor|税务 tax|律师 law lawyer legal attorney|法律 law legal|
咨询 consulting consultants consultant|顾问 consultant advisor adviser counsellor counselor consulting|
物流 logistics|货运 freight|运输 transport transportation freight|快递 express courier|航运 shipping|
航空 air airlines aviation|公交 transit bus|交通 transit transport transportation|铁路 rail railway|
汽车 auto motors automotive|贸易 trading trade|进出口 import export|商贸 trading trade commerce|零售 retail|
电商 commerce|食品 food foods|餐饮 catering restaurant hospitality|餐厅 restaurant|烘焙 bakery|面包 bakery|
茶 tea|咖啡 coffee cafe|酒店 hotel hotels hospitality|旅游 travel tourism tours|旅行 travel|
渔业 fisheries fishery seafood|农业 agriculture farms agri|农场 farm farms|园林 landscaping gardens landscape|
花 flower flowers floral|建筑 construction architects architecture architect building builders|
建设 construction building|工程 engineering|工程师 engineer|土木 civil|机械 mechanical machinery|
电气 electrical|化学 chemical chemistry|化工 chemical chemicals|材料 materials|能源 energy|电力 power electric|
石油 oil petroleum|矿业 mining mines|钢铁 steel|制造 manufacturing|工业 industries industrial|
纺织 textile textiles|服装 apparel clothing fashion|家具 furniture|房地产 realty property estate|
地产 realty property estate|物业 property|装修 renovation renovations|设计 design designs|设计师 designer|
传媒 media|媒体 media|影视 film studios pictures|出版 publishing press|印刷 printing print|广告 advertising|
营销 marketing|市场 marketing market|公关 relations|工作室 studio studios|摄影 photography photo|音乐 music|
艺术 art arts|博物馆 museum|图书馆 library|剧院 theatre theater|体育 sports|健身 fitness gym|
户外 outdoor outdoors|玩具 toys|儿童 kids children|幼儿 early childhood|幼儿园 kindergarten preschool daycare|
学校 school|学院 college school institute academy|大学 university|教育 education learning|培训 training|
研究 research|研究院 institute research|实验室 lab labs laboratory|检测 testing test|医院 hospital|诊所 clinic|
医疗 medical health healthcare|健康 health wellness|卫生 health|牙科 dental dentistry|牙医 dental dentist|
药房 pharmacy drugs rx|药业 pharma pharmaceuticals|医药 pharma pharmaceuticals medical|
制药 pharma pharmaceuticals|生物 bio biotech biology biosciences|护理 care nursing|养老 seniors|长者 seniors|
社区 community|中心 centre center|协会 association society|学会 society|服务社 society services|
服务 services service|安置 settlement|移民 immigration settlement immigrant newcomer|慈善 charity|教会 church|
政府 government|市政府 city|政务 government|警察 police|消防 fire|人力资源 human resources hr|人才 talent|
招聘 recruitment recruiting recruiter talent|猎头 headhunter search|安全 security safety|安保 security|
清洁 cleaning|环保 environmental environment|环境 environmental environment|水务 water|支付 payments pay|
酒业 wine winery brewery|酒庄 winery|啤酒 brewery brewing|宠物 pet pets|兽医 veterinary vet|美容 beauty|
眼镜 optical|珠宝 jewellery jewelry|乐器 instruments|集团 group|局 authority bureau|公司 company|控股 holdings|
国际 international|全球 global|联合 united|第一 first|北 north northern|南 south southern|东 east eastern|
西 west western westerly|山 mountain mount hill peak|峰 peak summit|岭 ridge|谷 valley|河 river|溪 creek brook|
湖 lake|海 sea ocean|湾 bay|港 harbour harbor port|岛 island|桥 bridge|门 gate|街 street|巷 lane|路 road|
渡口 ferry|灯 lantern light lamp|星 star|月 moon lunar|日 sun|阳光 sunshine sunny|天 sky|风 wind|雨 rain|
雪 snow|潮 tide tidal|潮汐 tide tidewater tidal|石 stone rock|铜 copper|银 silver|金 gold golden|铁 iron|
玉 jade|翠 jade emerald green|琥珀 amber|珊瑚 coral|水晶 crystal|钻石 diamond|珍珠 pearl|蓝 blue azure|红 red|
绿 green|青 green|白 white|黑 black|紫 purple violet|橙 orange|松 pine|柏 cypress cedar|雪松 cedar|枫 maple|
橡 oak|杨 poplar|柳 willow|竹 bamboo|莲 lotus|荷 lotus|兰 orchid|梅 plum|果园 orchard|森林 forest|
林 forest grove woods|草原 prairie meadow|田 field|狐 fox|熊 bear|狼 wolf|鹿 deer elk|鹰 eagle hawk|鹭 heron|
鹤 crane|鸥 gull|燕 swallow|鲸 whale orca|鲑 salmon|三文鱼 salmon|鱼 fish|龙 dragon|蜻蜓 dragonfly|
蝴蝶 butterfly|蜂 bee|马 horse|虎 tiger|狮 lion lions|凤 phoenix|明 bright|光 light bright|新 new|
大 great grand big|长青 evergreen|常青 evergreen|春 spring|秋 autumn|冬 winter|夏 summer|高级 senior|
资深 senior|初级 junior|首席 chief|执行 executive|副 vice deputy associate|助理 assistant|总监 director|
主任 director head supervisor|经理 manager|总经理 manager general|主管 supervisor manager lead|组长 lead leader|
负责人 head lead|总裁 president|副总裁 vice president|董事 director|创始人 founder|合伙人 partner|
项目 project program|产品 product|运营 operations|业务 business|客户 customer client account|
客服 customer service|代表 representative rep|专员 coordinator specialist officer|专家 specialist expert|
协调员 coordinator|员 officer clerk|分析师 analyst|研究员 research researcher scientist|科学家 scientist|
开发 developer development|开发工程师 developer engineer|程序员 programmer developer|架构师 architect|
建筑师 architect|测试 test qa quality tester|质量 quality|运维 devops operations|管理员 administrator admin|
行政 administrative administration admin|秘书 secretary|文员 clerk|前台 receptionist|会计师 accountant|
出纳 cashier|销售 sales|采购 purchasing procurement buyer|供应链 supply chain|仓库 warehouse|仓储 warehouse|
司机 driver|护士 nurse|注册 registered|医生 doctor physician|医师 physician doctor|药剂师 pharmacist|
治疗师 therapist|心理 psychologist mental|社工 social worker|教师 teacher instructor|老师 teacher|
讲师 lecturer instructor|教授 professor|副教授 associate professor|翻译 translator interpreter translation|
编辑 editor|记者 journalist reporter|厨师 chef cook|服务员 server waiter|技师 technician|技术员 technician|
技工 technician|电工 electrician|木工 carpenter|律师助理 paralegal|法务 legal counsel|平面 graphic|用户体验 ux|
界面 ui|培训师 trainer|教练 coach|规划 planning planner|策划 planner planning|计划 planning planner|
伙伴 partner|志愿者 volunteer|实习生 intern|学生 student|博士后 postdoc postdoctoral|职业 career|
就业 employment|合规 compliance|风险 risk
"""
_WORDS = {
    chinese: frozenset(english)
    for chinese, *english in (entry.split() for entry in _TABLE.replace("\n", " ").strip().split("|"))
}
_LONGEST = max(map(len, _WORDS))
_chinese_run = re.compile(f"[{HAN}]+")
_word = re.compile(r"[a-z0-9]+")
_SAME_WORD = {
    "sr": "senior", "jr": "junior", "mgr": "manager", "dev": "developer", "eng": "engineer", "vp": "vice", "asst":
    "assistant", "dir": "director", "coord": "coordinator", "admin": "administrator", "rep": "representative",
    "rn": "nurse", "hr": "human", "qa": "quality",
}  # fmt: skip
_EMPTY_WORDS = frozenset(["of", "and", "the", "for", "in", "at", "de", "du", "la", "le", "et", "a", "an", "to"])
Meaning = tuple[frozenset[str], ...]
"""One set of words for each thing said; any of a set's words says it."""


@lru_cache(maxsize=1 << 14)
def meaning(text: str) -> Meaning:
    """What a folded name or title says, word by word, Chinese ones as the English words for them. What the
    glossary lacks in Chinese is an empty set."""
    said: list[frozenset[str]] = [word for run in _chinese_run.findall(text) for word in _translated(run)]
    words = _word.findall(_chinese_run.sub(" ", text))
    said += [frozenset((_SAME_WORD.get(word, word),)) for word in words if word not in _EMPTY_WORDS]
    return tuple(said)


def overlap(one: Meaning, other: Meaning) -> float:
    """The share of things said on either side that the other says too: 0 to 1."""
    if not one or not other:
        return 0.0
    here = sum(any(word & there for there in other) for word in one)
    there = sum(any(word & here for here in one) for word in other)
    return (here + there) / (len(one) + len(other))


@lru_cache(maxsize=1 << 14)
def title_overlap(one: str, other: str) -> float:
    """How much two job titles say the same, in whichever languages: 0 to 1."""
    return overlap(meaning(fold(one)), meaning(fold(other)))


def _translated(run: str) -> list[frozenset[str]]:
    said, place = [], 0
    while place < len(run):
        for size in range(min(_LONGEST, len(run) - place), 0, -1):
            if run[place : place + size] in _WORDS:
                said.append(_WORDS[run[place : place + size]])
                break
        else:
            size = 1
            said.append(frozenset())
        place += size
    return said
