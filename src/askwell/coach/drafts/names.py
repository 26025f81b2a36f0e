"""Finds a greeting that names somebody else, another firm, and the name of who sent the writer."""

import re
from collections.abc import Iterator

from askwell.coach.drafts.anatomy import Anatomy, Span, han
from askwell.coach.drafts.values import Message
from askwell.lib.names import reading_of
from askwell.lib.text import HAN, fold

_pet_names = """
michael mike mick mickey|david dave davey|robert rob bob bobby robbie bert|william will bill billy willy|richard rick dick rich ricky|
james jim jimmy jamie|john jack johnny jon|joseph joe joey|thomas tom tommy|charles charlie chuck chas|edward ed eddie ted ned|
elizabeth liz beth lizzie betty eliza lisa libby|margaret maggie meg peggy marge greta|katherine catherine kathryn kate katie kathy cathy kat kitty|
patricia pat patty trish tricia|patrick pat paddy|anthony tony|alexander alex sasha xander sandy|alexandra alex sandra sasha|
andrew andy drew|antonio tony|susan sue susie suzy|deborah deb debbie|barbara barb babs|jennifer jen jenny|jessica jess jessie|rebecca becky becca|
stephen steve stevie|steven steve|gregory greg|lawrence larry|gerald gerry jerry|harold harry hal|henry harry hank|frederick fred freddy|
francis frank|frances fran|theodore ted teddy theo|dorothy dot dottie|helen nell|eleanor ellie nell nora|victoria vicky tori|veronica ronnie|ronald ron|
kenneth ken kenny|leonard len lenny|nicholas nick nicky|peter pete|philip phil|phillip phil|raymond ray|samantha sam|samuel sam|timothy tim|
vincent vince|walter walt|zachary zach zack|matthew matt|nathaniel nate nathan|gabriel gabe|abigail abby|amanda mandy|christina tina chris chrissy|
christine tina chris chrissy|christopher chris topher|cynthia cindy|daniel dan danny|danielle dani|donald don|douglas doug|emily em|
isabella bella izzy|jacob jake|jonathan jon|joshua josh|judith judy|kimberly kim|melissa mel missy|natalie nat|pamela pam|penelope penny|
roberta bobbie|sarah sally|theresa terry tess teresa|terrence terry|virginia ginny|wilhelmina mina|agnes nessa|maximilian max|mohammed mo muhammad mohamed
"""
_same = [frozenset(line.split()) for line in _pet_names.replace("\n", "").split("|")]

_not_names = frozenset(
    """dr mr mrs ms miss mx prof professor sir madam madame monsieur mme m mlle docteur dre doctor professeur professeure team all everyone
    there hiring manager friend friends colleague colleagues neighbour neighbor coach chef auntie aunt aunty uncle teacher captain nurse
    and et or good morning afternoon evening day again hello hi dear hey bonjour bonsoir salut allo cher chere chers to whom it may concern fellow the
    you vous everybody folks class mentor alumni alum alumna alumnus director directeur directrice officer engineer reverend father sister brother
    tous toutes equipe de la le du des a cousin cousine tante oncle ami amie voisin voisine collegue my mon ma""".split()
)
_name_word = re.compile(r"[A-ZÀ-ÝŁŠŽ][\w'’]*")
_speaking_to = re.compile(
    r"\b(?:is this|am i speaking (?:to|with)|may i speak (?:to|with)|could i speak (?:to|with)|are you|parlé-je à|je parle (?:bien )?à|"
    r"suis-je bien (?:chez|avec))\s+((?:(?:Mr|Ms|Mrs|Dr|M|Mme)\.?\s+)?[A-ZÀ-Ý][\w'’-]+(?:\s+[A-ZÀ-Ý][\w'’-]+)?)(?= ?[?,.])"
)

_surname_characters = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎"
    "易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁"
    "柯阮桂闵欧阳解强柴华车冉房边净阴闫佘臧符连饶冼岑卓封池窦仇权简丘苑滕官艾刁邬宫"
)
_titles = (
    "老师|先生|女士|小姐|太太|夫人|经理|主任|医生|大夫|师傅|教授|总监|主管|博士|护士长|护士|校长|园长|店长|院长|律师|工程师|工|总|姐|哥|叔叔|叔|阿姨|姨|"
    "厨师长|大厨|主厨|队长|组长|部长|局长|处长|科长|站长|馆长|会长|社长|厂长|行长|所长|班长|船长|机长|老板|老板娘|同学|学长|学姐|师兄|师姐|顾问|专员|导演|编辑|记者|教练|领导|会计|警官|牧师|同事|兄|弟|妹|女士们|董|导|编|记|探长|前辈|大哥|大姐"
)
_chinese_head = re.compile(
    rf"(?:喂|嗨|哈喽)?[，,！!\s]*(?:您好|你好)?[，,！!：:\s]*(?:请问)?(?:是|您是)?(?:尊敬的|敬爱的|亲爱的|Dear |Hi |Hello )?"
    rf"(?P<name>[{HAN}·]{{1,8}}?)(?P<title>{_titles})?(?:，|,)?\s*(?P<hail>(?:您|你|早上|上午|中午|下午|晚上)?好|[：:，,！!]|吗)"
)
_no_name = frozenset("您 你 大家 各位 请问 打扰 不好意思 冒昧 谢谢 朋友 老师 先生 女士 经理 对不起 抱歉".split())

_firm = r"(?P<firm>(?:the )?(?:[A-ZÀ-Ý][\w'’&.+-]*)(?: (?:&|and|et|de|du|des|of|the|la|le|for)(?= [A-ZÀ-Ý])| [A-ZÀ-Ý0-9][\w'’&+-]*){0,5})"
_firm_patterns = (
    rf"\b(?:your|you|there|what it['’]?s like|what it is like|what is it like|what working|how|who|people|anyone)\b[^.?!,;]{{0,45}}?\b(?:work|working|works|job|role|position|career|team|department|"
    rf"unit|branch|office|day|days|life|path|colleagues|lead|manage|run|experience|do|time|years|joined|join|started|start|shift|people|hired|grow|is like|culture|staff|lab|kitchen|crew)\b"
    rf" (?:at|for|with|of) {_firm}",
    rf"\b(?:life|work|working|culture|interested in|about) (?:at|for) {_firm}",
    rf"\b(?:you(?:'re|’re| are)?) (?:(?:a|an|the) )?(?:[\w-]+ ){{1,4}}(?:at|for|with) {_firm}",
    rf"\b(?:votre|vous|vos)\b[^.?!,;]{{0,45}}?\b(?:chez|à la|à l['’]|au sein de|pour) ?{_firm}",
    rf"\b(?:le travail|travailler|l['’]équipe|la vie) (?:chez|à l['’]|au sein de) ?{_firm}",
)
_firm_latin = re.compile("|".join(re.sub(r"\?P<firm>", f"?P<firm{number}>", pattern) for number, pattern in enumerate(_firm_patterns)))
_mine = re.compile(r"\b(?:I|I['’]ve|my|we|he|she|they|who|mon|ma|je|j['’]\w*|nous)\s(?:\w+ ){0,3}$|\bI\b[^,;]{0,30}$", re.I)
_not_firms = frozenset(
    """canada ontario quebec québec alberta manitoba saskatchewan british columbia toronto vancouver montreal montréal ottawa calgary edmonton winnipeg halifax
    richmond burnaby surrey markham mississauga hamilton laval china beijing shanghai hong kong india the linkedin facebook youtube zoom monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas i
    university college school institute meetup conference fair summit week day festival expo forum night show club association society""".split()
)
_org_generic = frozenset(
    "the inc ltd llc corp corporation company co group services service solutions bank hospital school clinic college university hotel "
    "restaurant store and of de du la le les et des centre center limited ltee canada international".split()
)
_firm_han = re.compile(
    rf"(?:您|你|您们|你们)(?:现在|目前|如今)?(?:在|是|任职于|就职于|供职于|效力于|负责|管理)(?P<firm>[{HAN}A-Za-z&·]{{2,14}}?)"
    r"(?=的?(?:工作|担任|任职|做|当|负责|上班|岗位|团队|日常|就职|管|带|部门|经历|同事|职位|员工|店长|经理|主管|主任|工程师|老师|医生|护士|厨师|会计|分析师|设计师|专员|顾问))"
    rf"|贵(?:公司|单位|行|院|校|店)(?P<firm2>[{HAN}]{{2,8}}(?:公司|集团|银行|医院|学校|酒店))"
    rf"|(?:了解|听听|知道|请教|想问问?|关于)(?:一下)?(?P<firm3>[{HAN}A-Za-z&·]{{2,12}}?)的(?:工作(?:环境|氛围|日常|内容|情况|节奏)?|团队|文化|氛围|日常|企业文化|内部|培训|岗位)"
)
_firm_tail = re.compile(
    r"(?:公司|集团|银行|医院|学校|药房|药店|超市|酒店|宾馆|事务所|工作室|保险|科技|律所|餐厅|饭店|大学|学院|工厂|厂|咨询|广告|会计|建设|建筑|物流|软件|银号|诊所|幼儿园|商店|商场|百货|食品|能源|电力|电信|通信|通讯|航空|"
    r"传媒|出版社|报社|电视台|基金|证券|信托|地产|物业|制药|生物|实验室|研究所|研究院|中心|运输|货运|汽车|机械|电子|网络|数据|设计|面包房|面包店|咖啡馆|咖啡店|农场|书店|图书馆|博物馆|美术馆|剧院|工程|测绘|安防|牙科|护理院|养老院|托儿所|小学|中学)$"
)
_common_firm = re.compile(
    r"^(?:一家|这家|那家|某|本地|当地|大型|小型|国内|海外|社区|公立|私立|综合|连锁|跨国|外资|国有|民营|儿童|加拿大|温哥华|多伦多|蒙特利尔|卡尔加里|渥太华|那边|这边|这里|那里|家|大|小|一间|这间|政府|非营利|我们|咱们|哪|什么)"
)

_teller = r"(?:suggest(?:s|ed)|recommend(?:s|ed)|told|said|says|mention(?:s|ed)|gave|introduced|referred|pointed|encouraged|advised|thought|put|shared|connected|passed|speaks|spoke|kindly|urged)"
_sender_latin = re.compile(
    rf"\b(?P<a>[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý][\w'’-]+)(?:,[^,.?!]{{0,60}},)?(?: (?:\w+ )?(?:from|at|of) [^,.?!]{{0,40}}?)? (?:has |had |also |very |kindly |just )*{_teller}\b(?=[^.?!]*\b(?:I|me|you|your)\b)|"
    r"\b(?:name from|number from|e-?mail from|address from|introduced by|referred by|through|thanks to|via|suggestion of|recommendation of|conversation with|talk with|spoke with|spoke to|"
    r"talked with|talking with|talking to|speaking with) (?:my (?:\w+ ){1,2}|our (?:\w+ ){1,3})?(?P<b>[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý][\w'’-]+)|"
    r"\b(?P<c>[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý][\w'’-]+)(?:,[^,.?!]{0,60},)? (?:m['’]a|m['’]avait|me|nous a) (?:gentiment |aussi |vivement )?(?:suggéré|conseillé|recommandé|donné|dit|"
    r"parlé|proposé|encouragée?|référée?|présentée?|mise?|transmis|dirigée?|invitée?)|\b(?:de la part de|par l['’]entremise de|grâce à|présentée? par|référée? par|recommandée? par|nom de|reçu de|par|coordonnées de) "
    r"(?P<d>[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý][\w'’-]+)"
)
_sender_han = re.compile(
    rf"(?:^|[，。：:！\s是由经被受]|同事|朋友|同学|邻居|老师|同乡|师兄|师姐|校友|学长|学姐)(?P<a>(?:[{HAN}]{{2,4}}?(?<!老师)(?<!朋友)(?<!同学)(?<!同事)(?<!邻居)|[A-Z][a-z]+(?: [A-Z][a-z]+){{1,2}}))(?:老师|先生|女士|经理|教授)?\s?(?:建议|推荐|介绍|让|告诉|把您|把你|跟我|向我|给了?我|提到|说您|说你|给的|引荐)"
)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= 2 and long.startswith(short)) or any(one in row and other in row for row in _same)


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s.·]+", fold(name)) if word]


def _greeted(anatomy: Anatomy) -> Iterator[Span]:
    """The name words of a Latin greeting."""
    for match in _name_word.finditer(anatomy.greeting.text):
        if fold(match.group()) not in _not_names:
            yield Span(match.group(), match.start(), match.end())


def _spoken_to(message: Message) -> Iterator[Span]:
    match = _speaking_to.search(message.text)
    if match:
        for word in _name_word.finditer(message.text, match.start(1), match.end(1)):
            if fold(word.group()) not in _not_names:
                yield Span(word.group(), word.start(), word.end())


def _latin_name(message: Message) -> list[str]:
    """All words the recipient may be greeted by in Latin letters."""
    words = _words(message.recipient) if not han.search(message.recipient) else []
    native = message.native or (message.recipient if han.search(message.recipient) else "")
    if native and not words:
        words = _words(reading_of(native))
    return [*words, "".join(words), "".join(reversed(words))] if words else []


def wrong_person(message: Message, anatomy: Anatomy) -> Span | None:
    """The name in the greeting that is not the recipient's."""
    if not (message.recipient or message.native):
        return None
    if han.search(anatomy.greeting.text) or (not anatomy.greeting.text and han.search(message.text[:12])):
        return _wrong_chinese(message)
    known = _latin_name(message)
    for word in [*_greeted(anatomy), *_spoken_to(message)]:
        if known and not any(_alike(fold(word.text), name) for name in known):
            return word
    return None


def _wrong_chinese(message: Message) -> Span | None:
    head = _chinese_head.match(message.text)
    if not head or head["name"] in _no_name or head["name"][0] not in _surname_characters:
        return None
    name, title = fold(head["name"]), head["title"]
    looks_like_a_name = title or (head["hail"].endswith("好") and 2 <= len(name) <= 4) or head["hail"] in "：:" and 2 <= len(name) <= 3
    if not looks_like_a_name or _is_chinese_name(name, message):
        return None
    return Span(head["name"], head.start("name"), head.end("name"))


def _is_chinese_name(name: str, message: Message) -> bool:
    native = fold(message.native or (message.recipient if han.search(message.recipient) else ""))
    if native:
        native = "".join(char for char in native if han.match(char))
        return native.startswith(name) or native.endswith(name) or name.startswith(native[:1])
    latin = _words(message.recipient)
    return not latin or _words(reading_of(name[0]))[0] in latin or not _reads_chinese(latin)


def _reads_chinese(words: list[str]) -> bool:
    return any(word in _readings for word in words)


_readings = frozenset(
    "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao yuan "
    "deng fu shen zeng peng lu lyu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong "
    "bai cui kang mao qiu qin gu hou shao meng long wan duan lei qian yin yi chang qiao lai gong wen".split()
)


def wrong_firm(message: Message, anatomy: Anatomy) -> Span | None:
    """Another firm named as the recipient's; None when theirs is not known."""
    if not message.organisation:
        return None
    for sentence in anatomy.sentences:
        found = _other_firm_han(message, sentence) if han.search(sentence.text) else _other_firm_latin(message, sentence)
        if found:
            return found
    return None


def _other_firm_latin(message: Message, sentence: Span) -> Span | None:
    if han.search(message.organisation):
        return None
    for match in _firm_latin.finditer(sentence.text):
        group = match.lastgroup or ""
        firm, start = match[group], match.start(group)
        words = [word for word in _words(firm) if word not in ("the", "and", "of")]
        if _mine.search(sentence.text, 0, match.start() + 4) and not match.group().lower().startswith(("your", "you", "vo")):
            continue
        if words and words[0] not in _not_firms and words[-1] not in _not_firms and not _same_firm(firm, message.organisation):
            return Span(firm, sentence.start + start, sentence.start + start + len(firm))
    return None


def _same_firm(one: str, other: str) -> bool:
    first, second = ([w for w in _words(re.sub(r"[^\w\s]", " ", name)) if w not in _org_generic] or _words(name) for name in (one, other))
    initials = "".join(word[0] for word in _words(other))
    return bool(set(first) & set(second)) or "".join(first) in (initials, "".join(second)) or any(_alike(a, b) for a in first for b in second if len(a) > 3 < len(b))


def _other_firm_han(message: Message, sentence: Span) -> Span | None:
    for match in _firm_han.finditer(sentence.text):
        group = match.lastgroup or ""
        firm = match[group]
        if not _firm_tail.search(firm) or _common_firm.match(firm) or len(firm) < 3 or not han.search(message.organisation):
            continue
        core = _firm_tail.sub("", firm) or firm
        if not any(core[i : i + 2] in message.organisation for i in range(max(1, len(core) - 1))):
            return Span(firm, sentence.start + match.start(group), sentence.start + match.end(group))
    return None


def _is_somebody(name: str, sender: str) -> bool:
    """Whether `name` is a full name of somebody other than the writer."""
    if fold(name) == fold(sender):
        return False
    if han.search(name):
        return name[0] in _surname_characters and not re.search(rf"(?:{_titles})$", name)
    return fold(name.split()[0]) not in _not_names


def who_sent_you(anatomy: Anatomy, sender: str) -> Span | None:
    """The full name of the person who sent the writer, where one is named."""
    for sentence in anatomy.sentences:
        pattern = _sender_han if han.search(sentence.text) else _sender_latin
        for match in pattern.finditer(sentence.text):
            group = match.lastgroup or ""
            if _is_somebody(match[group], sender):
                return Span(match[group], sentence.start + match.start(group), sentence.start + match.end(group))
    return None
