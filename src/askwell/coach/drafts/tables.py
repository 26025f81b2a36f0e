"""Word lists of the draft coach: names, titles, firms, and what is anybody's."""

_pet_names = """
michael mike mick mickey
david dave davey
robert rob bob bobby robbie bert
william will bill billy willy
richard rick dick rich ricky
james jim jimmy jamie
john jack johnny jon
joseph joe joey
thomas tom tommy
charles charlie chuck chas
edward ed eddie ted ned
elizabeth liz beth lizzie betty eliza lisa libby
margaret maggie meg peggy marge greta
katherine catherine kathryn kate katie kathy cathy kat kitty
patricia pat patty trish tricia
patrick pat paddy
anthony tony
alexander alex sasha xander sandy
alexandra alex sandra sasha
andrew andy drew
antonio tony
susan sue susie suzy
deborah deb debbie
barbara barb babs
jennifer jen jenny
jessica jess jessie
rebecca becky becca
stephen steve stevie
steven steve
gregory greg
lawrence larry
gerald gerry jerry
harold harry hal
henry harry hank
frederick fred freddy
francis frank
frances fran
theodore ted teddy theo
dorothy dot dottie
helen nell
eleanor ellie nell nora
victoria vicky tori
veronica ronnie
ronald ron
kenneth ken kenny
leonard len lenny
nicholas nick nicky
peter pete
philip phil
phillip phil
raymond ray
samantha sam
samuel sam
timothy tim
vincent vince
walter walt
zachary zach zack
matthew matt
nathaniel nate nathan
gabriel gabe
abigail abby
amanda mandy
christina tina chris chrissy
christine tina chris chrissy
christopher chris topher
cynthia cindy
daniel dan danny
danielle dani
donald don
douglas doug
emily em
isabella bella izzy
jacob jake
jonathan jon
joshua josh
judith judy
kimberly kim
melissa mel missy
natalie nat
pamela pam
penelope penny
roberta bobbie
sarah sally
theresa terry tess teresa
terrence terry
virginia ginny
wilhelmina mina
agnes nessa
maximilian max
mohammed mo muhammad mohamed
"""
PET_NAMES = [frozenset(line.split()) for line in _pet_names.strip().splitlines()]
"""Names that are short for one another, a line each."""

_not_names = """
a afternoon again all allo alum alumna alumni alumnus ami amie and aunt auntie aunty bonjour bonsoir brother
captain chef cher chere chers class coach colleague colleagues collegue concern cousin cousine day de dear des
directeur director directrice docteur doctor dr dre du engineer equipe et evening everybody everyone father
fellow folks friend friends good hello hey hi hiring it la le m ma madam madame manager may mentor miss mlle mme
mon monsieur morning mr mrs ms mx my neighbor neighbour nurse officer oncle or prof professeur professeure
professor reverend salut sir sister tante teacher team the there to tous toutes uncle voisin voisine vous whom
you
respected esteemed honored honoured distinguished
"""
NOT_NAMES = frozenset(_not_names.split())
"""Capitalised words of a greeting that name nobody."""

_surname_readings = """
bai cai cao chang chen cheng cui dai deng ding dong du duan fan fang feng fu gao gong gu guo han hao he hou hu
huang jia jiang jin kang kong lai lei li liang liao lin liu long lu luo lyu ma mao meng pan peng qian qiao qin
qiu ren shao shen shi song su sun tan tang tian wan wang wei wen wu xia xiao xie xiong xu xue yan yang yao ye yi
yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou
"""
SURNAME_READINGS = frozenset(_surname_readings.split())
"""Readings of the most common Chinese surnames."""

SURNAME_CHARACTERS = frozenset(
    "丁万丘丛严乔于仇任伍位何佘余侯俞倪傅兰关冉冯冼净凌刁刘包华卓单卜卢卫史叶司向吕吴周唐夏姚姜孔孙孟季宁"
    "安宋官宫封尤尹屈岑岳崔左席常庄庞康廖张强彭徐成戴房文方施时易景曲曹曾朱权李杜杨林柏查柯柳柴桂梁梅植樊"
    "欧武段殷毕毛江池汤汪沈沿洪涂温游滕潘焦熊牛牟王甄甘田申白盛石祁祝秦程窦章童符简管纪罗翁翟耿聂胡臧舒艾"
    "芦苏苑苗范莫萧葛董蒋蔡薄薛袁裴覃解詹许谢谭谷费贺贾赖赵路车辛边连邓邢邬邱邵邹郑郝郭金钟钱闫闵阎阮阳阴"
    "陆陈陶隋雷霍靳韦韩项顾颜饶马高魏鲁鲍黄黎齐龙龚"
)
"""First characters of Chinese surnames."""

_chinese_titles = """
老师 先生 女士 小姐 太太 夫人 经理 主任 医生 大夫 师傅 教授 总监 主管 博士 护士长 护士 校长 园长 店长 院长 律师
工程师 工 总 姐 哥 叔叔 叔 阿姨 姨 厨师长 大厨 主厨 队长 组长 部长 局长 处长 科长 站长 馆长 会长 社长 厂长 行长
所长 班长 船长 机长 老板 老板娘 同学 学长 学姐 师兄 师姐 顾问 专员 导演 编辑 记者 教练 领导 会计 警官 牧师 同事
兄 弟 妹 女士们 董 导 编 记 探长 前辈 大哥 大姐
"""
CHINESE_TITLES = "|".join(_chinese_titles.split())
"""What follows a surname in address, as alternatives of a regular expression."""

_not_firms = """
alberta april association august beijing british burnaby calgary canada china christmas club college columbia
conference day december edmonton expo facebook fair february festival forum friday halifax hamilton hong i india
institute january july june kong laval linkedin manitoba march markham may meetup mississauga monday montreal
montréal night november october ontario ottawa quebec québec richmond saskatchewan saturday school september
shanghai show society summit sunday surrey the thursday toronto tuesday university vancouver wednesday week
winnipeg youtube zoom
"""
NOT_FIRMS = frozenset(_not_firms.split())
"""First or last words of capitalised names that are places, dates or events."""

_firm_words = """
and bank canada center centre clinic co college company corp corporation de des du et group hospital hotel inc
international la le les limited llc ltd ltee of restaurant school service services solutions store the
university
"""
FIRM_WORDS = frozenset(_firm_words.split())
"""Words that many firms have in their names."""

_anybodys = """
advice aide answer area attention background bank banque branch bureau business career carriere center centre
clinic clinique compagnie companies company conseil conseils consideration contact courriel current day
departement department domaine ecole email entreprise equipe experience expertise field firm future group
guidance help hopital hospital hotel industry information insight insights job kindness knowledge lab leadership
life line linkedin magasin metier name network new nom number office opinion organisation organization own page
parcours path patience position poste products profession profil profile reply reponse reseau response
restaurant role school secteur service services shop site skills soutien store studio succes success succursale
support team temps thoughts time travail understanding view views website week work
"""
ANYBODYS = frozenset(_anybodys.split())
"""Things that everybody has: "your company" says nothing about the reader."""

_ranks = """
and assistant associate chef chief clerk consultant coordinator de des director du en et for head junior la le
lead manager of officer principal senior specialist staff supervisor the with worker
"""
RANKS = frozenset(_ranks.split())
"""Words of a title that do not say which work it is."""

_english = """
a about an and are as at be been but by can could dear did do does for forward from had has have he hello her
his hope how i if in is it looking may me my not of on or our please she thank thanks that the their there they
this to us was we were what when which who will with would you your
"""
ENGLISH = frozenset(_english.split())
"""English function words."""

_french = """
au auriez aux avec avez bien bonjour c'est ce cette comme d'une dans de des du est et j'ai je la le les leur ma
mais merci mes mon ne nous ou où par pas plus pour pourrais quand que qui sa se serait si son sont suis sur très
un une vos votre vous été
"""
FRENCH = frozenset(_french.split())
"""French function words."""

_hellos = """
bonjour career coffee dear greetings hello help hi inquiry introduction job question request salut thank thanks
"""
HELLOS = frozenset(_hellos.split())
"""Words of a subject that are plainly English or French."""
