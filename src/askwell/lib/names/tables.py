"""Words that stand around names, and a few that tell one part of a name from another.

All folded (lower case, no accents), credentials also without dots.
"""

_credentials = """
phd dphil edd md dds dmd dvm jd llb llm llmm mba emba msc ma ba bsc beng meng basc masc bcom bba mph mpa msw bsw bed
med mfa bfa mlis pmp pmiacp capm csm cspo psm prince2 itil cpa cga cma ca fcpa cfa frm cia cisa cissp cism ccna ccnp
aws shrm sphr phr chrp chrl cphr peng pe ing eng eit pgeng pgeo geng rn np lpn rpn bscn rph pharmd rd ot pt rmt rcc
ccc rsw rcic shrmcp shrmscp sixsigma lssbb lssgb ccp cscp cpim cpsm scmp rpp mcip leed leedap aia maibc architect pag
do dc nd esq kc qc obe mbe cbe om oc cm jp frcpc frcsc frsc facp fca acca aca cima fcca facs cips mcips mrics rics cfp
clu cim pfp cipp cippe tep cebs eccouncil ceh oscp pgp pgdip dess dea mst msn mscn dnp aprn crna mps mis mit mfin macc
jr sr ii iii iv fils pere ret'd retd
"""
CREDENTIALS = frozenset(_credentials.split())
_ambiguous = "ma ba do om oc cm ca pt ot it dc nd rd np pe qc kc jp ing eng med bed ii aws oscp ret aia ccc rcc tep"
AMBIGUOUS_CREDENTIALS = frozenset(_ambiguous.split())
"""May be a name too: taken for letters after a name only behind a comma, or in capitals after two words."""

_courtesy = """
mr mrs ms miss mx dr drs dre prof professor sir dame rev revd hon mme mlle messrs herr frau sra srta dott dottssa
shri smt sri ustad sheikh capt lt sgt col maj gen cllr
"""
COURTESY = frozenset(_courtesy.split())
_dotted_courtesy = "sr fr eng ing pr me st arch avv"
DOTTED_COURTESY = frozenset(_dotted_courtesy.split())
"""Courtesy titles only when written with a dot."""

_jobs = "hr vp ceo cto cfo coo cmo md gm pm"
JOB_LETTERS = frozenset(_jobs.split())
"""In capitals beside a name these say what somebody does."""

_pronouns = "she her hers he him his they them theirs elle il iel lui ze zir xe xem any all ta 她 他"
PRONOUNS = frozenset(_pronouns.split())

_particles = """
van von der den de del della delle di da das do dos du des la le les el al ter ten te zu zum zur af av vom 't bin ibn
bint abu st ste saint sainte san santa lo mac mc d' o' dela delos
"""
PARTICLES = frozenset(_particles.split())
_strong = "van von de del della di da das dos du des der den ter ten bin ibn bint zu vom af av el al la le dela"
STRONG_PARTICLES = frozenset(_strong.split())
"""In lower case these begin a family name wherever they stand."""

_devotional = """
carmen pilar mar rosario dios jesus rocio sol socorro consuelo cielo valle angeles mercedes dolores nieves luz
fatima lourdes guadalupe paz gracia asuncion refugio transito
"""
DEVOTIONAL = frozenset(_devotional.split())
"""After a particle these are still part of the given name: María del Carmen López."""

_iberian = """
garcia gonzalez gonzales rodriguez fernandez lopez martinez sanchez perez gomez martin jimenez ruiz hernandez diaz
moreno alvarez munoz romero alonso gutierrez navarro torres dominguez vazquez vasquez ramos gil ramirez serrano blanco
molina morales suarez ortega delgado castro ortiz rubio marin sanz iglesias medina castillo cortes garrido santos
guerrero lozano cano cruz mendez flores herrera pena leon marquez cabrera gallego calvo vidal campos reyes vega
fuentes carrasco aguilar caballero nieto santana vargas pascual gimenez herrero hidalgo montero lorenzo santiago
benitez duran ibanez arias mora ferrer rojas vicente soto crespo soler velasco pastor velasquez chavez mendoza
castaneda zuniga rivera rivas salazar silva pereira costa ferreira oliveira rodrigues martins sousa souza fernandes
goncalves gomes lopes marques alves almeida ribeiro pinto carvalho teixeira moreira correia mendes nunes soares vieira
monteiro cardoso rocha neves coelho cunha pires barbosa bautista aquino villanueva pineda acosta guzman escobar
"""
IBERIAN_SURNAMES = frozenset(_iberian.split())
_given = """
aaron adam adrian alan albert alex alexander alexandra alice alicia allen amanda amelia amy andrea andrew andy angel
angela angie anita ann anna anne annie anthony antonio arthur barbara ben benjamin betty billy bob brandon brenda
brian bruce calvin carl carol caroline catherine cecilia charles charlie charlotte chloe chris christina christine
christopher cindy claire coco connie crystal cynthia daisy daniel danny david dean deborah debbie dennis derek diana
diane donald doris dorothy douglas edward edwin elaine eleanor elizabeth ellen emily emma eric erica ethan eva evan
felix fiona florence frances francis frank fred gabriel gary george gilbert gina gloria grace gordon hannah harry
hazel heather helen henry ian irene iris isaac isabel ivan ivy jack jackie jackson jacky jacob james jamie jane janet
janice jason jasmine jeffrey jennifer jenny jeremy jerry jessica jessie jimmy joan joanna joanne joe john johnny
jonathan joseph joshua joyce judy julia julian julie justin karen kate katherine kathy katie keith kelly kelvin ken
kenneth kenny kevin laura lawrence leo leon leslie lily linda lisa louis louise lucy maggie marco marcus margaret
maria marie mark martin mary matthew may melissa melody michael michelle mike mimi monica nancy natalie nathan
nicholas nicole oliver olivia oscar pamela patricia patrick paul peggy peter philip phoebe queenie rachel ray raymond
rebecca richard robert robin roger ronald rose roy ruby ryan sally sam samantha samuel sandra sandy sarah scott sean
selina sharon shirley simon sophia sophie stanley stella stephanie stephen steve steven sue summer susan suzanne
sylvia tammy ted teresa terence terry theresa thomas tiffany timothy tina tom tommy tony tracy vanessa veronica
victor victoria vincent vivian walter wendy william wilson winnie yvonne zoe
"""
ENGLISH_GIVEN = frozenset(_given.split())
_also_given = "lee kim dean may ray jean sue dan jan ken ian sam song sunny juan ivan eva lin an"
ALSO_GIVEN = frozenset(_also_given.split())
"""East Asian family names or syllables that are Western given names as well."""

_chinese_surnames = """
李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜
范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍
韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单
包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商
蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺区司
"""
CHINESE_SURNAMES = frozenset("".join(_chinese_surnames.split()))
COMMON_SURNAMES = frozenset(_chinese_surnames[:100]) - frozenset("石金江白文高林方")
"""Those behind which 小 or 老 makes a familiar form (小王) rather than a given name (小文)."""
_chinese_degrees = "博士后 博士 硕士 副教授 助理教授 教授 院士 高级工程师 工程师 注册会计师 会计师"
CHINESE_DEGREES = tuple(_chinese_degrees.split())
_chinese_titles = """
老师 先生 女士 小姐 太太 夫人 同学 同事 师傅 师兄 师姐 学长 学姐 学弟 学妹 大哥 大姐 阿姨 叔叔 老板 董事长
总经理 副总经理 副总裁 总裁 副总 总监 经理 主任 主管 院长 校长 所长 处长 科长 部长 局长 会长 秘书长 秘书 律师
医生 大夫 护士 顾问 助理 博导 导师 教练 牧师 さん 様 씨 님
"""
CHINESE_TITLES = tuple(sorted(_chinese_titles.split(), key=len, reverse=True))
_after_surname = "总 工 导 董 哥 姐 叔 姨 处 局"
AFTER_SURNAME = frozenset(_after_surname.split())
"""One-character titles, only behind a bare family name (王总)."""
