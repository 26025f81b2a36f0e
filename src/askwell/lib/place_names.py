"""Places and the holiday region they lie in, in English, French and Chinese (folded when read).

One line a region: its code, a colon, names parted by commas.
"""

SUBDIVISIONS = """
CA-BC: british columbia, colombie britannique, b.c., bc, 不列颠哥伦比亚, 卑诗, BC省, 英属哥伦比亚
CA-AB: alberta, ab, 阿尔伯塔, 亚伯达, 艾伯塔
CA-SK: saskatchewan, sk, 萨斯喀彻温, 萨省
CA-MB: manitoba, mb, 曼尼托巴, 曼省
CA-ON: ontario, on, ont, 安大略, 安省
CA-QC: quebec, qc, pq, 魁北克
CA-NB: new brunswick, nouveau brunswick, nb, 新不伦瑞克
CA-NS: nova scotia, nouvelle ecosse, ns, 新斯科舍
CA-PE: prince edward island, ile du prince edouard, pei, pe, 爱德华王子岛
CA-NL: newfoundland and labrador, newfoundland, terre neuve et labrador, terre neuve, nl, 纽芬兰
CA-YT: yukon, yt, 育空
CA-NT: northwest territories, territoires du nord ouest, nt, 西北地区
CA-NU: nunavut, nu, 努纳武特
US-AL: alabama, al, 阿拉巴马
US-AK: alaska, ak, 阿拉斯加
US-AZ: arizona, az, 亚利桑那
US-AR: arkansas, ar, 阿肯色
US-CA: california, californie, ca, calif, 加利福尼亚, 加州
US-CO: colorado, co, 科罗拉多
US-CT: connecticut, ct, 康涅狄格
US-DE: delaware, de, 特拉华
US-DC: district of columbia, washington dc, washington d.c., dc, d.c., 华盛顿特区
US-FL: florida, floride, fl, 佛罗里达
US-GA: georgia, ga, 佐治亚
US-HI: hawaii, hi, 夏威夷
US-ID: idaho, id, 爱达荷
US-IL: illinois, il, 伊利诺伊
US-IN: indiana, in, 印第安纳
US-IA: iowa, ia, 艾奥瓦, 爱荷华
US-KS: kansas, ks, 堪萨斯州
US-KY: kentucky, ky, 肯塔基
US-LA: louisiana, louisiane, la, 路易斯安那
US-ME: maine, me, 缅因
US-MD: maryland, md, 马里兰
US-MA: massachusetts, ma, mass, 马萨诸塞, 麻省
US-MI: michigan, mi, 密歇根
US-MN: minnesota, mn, 明尼苏达
US-MS: mississippi, ms, 密西西比
US-MO: missouri, mo, 密苏里
US-MT: montana, mt, 蒙大拿
US-NE: nebraska, ne, 内布拉斯加
US-NV: nevada, nv, 内华达
US-NH: new hampshire, nh, 新罕布什尔
US-NJ: new jersey, nj, 新泽西
US-NM: new mexico, nm, 新墨西哥
US-NY: new york state, state of new york, ny, 纽约州
US-NC: north carolina, caroline du nord, nc, 北卡罗来纳, 北卡
US-ND: north dakota, nd, 北达科他
US-OH: ohio, oh, 俄亥俄
US-OK: oklahoma, ok, 俄克拉何马
US-OR: oregon, or, 俄勒冈
US-PA: pennsylvania, pennsylvanie, pa, 宾夕法尼亚, 宾州
US-RI: rhode island, ri, 罗得岛
US-SC: south carolina, sc, 南卡罗来纳, 南卡
US-SD: south dakota, sd, 南达科他
US-TN: tennessee, tn, 田纳西
US-TX: texas, tx, 得克萨斯, 德州, 德克萨斯
US-UT: utah, ut, 犹他
US-VT: vermont, vt, 佛蒙特
US-VA: virginia, virginie, va, 弗吉尼亚
US-WA: washington state, wa, 华盛顿州
US-WV: west virginia, wv, 西弗吉尼亚
US-WI: wisconsin, wi, 威斯康星
US-WY: wyoming, wy, 怀俄明
GB-ENG: england, angleterre, 英格兰
GB-SCT: scotland, ecosse, 苏格兰
GB-WLS: wales, pays de galles, 威尔士
GB-NIR: northern ireland, irlande du nord, 北爱尔兰
AU-NSW: new south wales, nouvelle galles du sud, nsw, 新南威尔士
AU-VIC: victoria australia, vic, 维多利亚州
AU-QLD: queensland, qld, 昆士兰
"""

CITIES = """
CA-BC: vancouver, greater vancouver, metro vancouver, lower mainland, north vancouver, west vancouver, burnaby,
 richmond, surrey, coquitlam, port coquitlam, port moody, new westminster, delta, langley, white rock, maple ridge,
 abbotsford, chilliwack, victoria, nanaimo, kelowna, kamloops, prince george, penticton, vernon, squamish, whistler,
 温哥华, 大温, 本拿比, 列治文, 素里, 高贵林, 维多利亚, 基洛纳, 兰里, 三角洲, 北温, 西温, 甘露市, 新西敏
CA-AB: calgary, edmonton, red deer, lethbridge, medicine hat, fort mcmurray, grande prairie, banff, canmore, airdrie,
 卡尔加里, 卡加利, 埃德蒙顿, 爱民顿, 爱德蒙顿, 红鹿市
CA-SK: saskatoon, regina, moose jaw, prince albert, 萨斯卡通, 里贾纳
CA-MB: winnipeg, brandon, 温尼伯
CA-ON: toronto, greater toronto area, gta, mississauga, brampton, markham, richmond hill, vaughan, scarborough,
 etobicoke, north york, oakville, burlington, hamilton, ottawa, kitchener, waterloo, guelph, windsor, kingston, oshawa,
 ajax, pickering, whitby, barrie, sudbury, thunder bay, st. catharines, niagara falls, london ontario, peterborough,
 多伦多, 大多伦多, 密西沙加, 万锦, 士嘉堡, 列治文山, 渥太华, 滑铁卢, 汉密尔顿, 温莎, 金斯顿, 宾顿, 旺市, 奥克维尔
CA-QC: montreal, greater montreal, laval, quebec city, ville de quebec, gatineau, longueuil, sherbrooke, brossard,
 trois rivieres, saguenay, levis, 蒙特利尔, 满地可, 魁北克市, 拉瓦尔, 加蒂诺
CA-NB: moncton, fredericton, saint john, 蒙克顿, 弗雷德里克顿
CA-NS: halifax, dartmouth, 哈利法克斯
CA-PE: charlottetown, 夏洛特敦
CA-NL: st. john's, saint jean de terre neuve, 圣约翰斯
CA-YT: whitehorse, 白马市
CA-NT: yellowknife, 黄刀镇, 耶洛奈夫
CA-NU: iqaluit, 伊卡卢伊特
US-WA: seattle, bellevue, redmond, tacoma, spokane, kirkland, 西雅图, 贝尔维尤, 雷德蒙德
US-OR: portland, 波特兰
US-CA: san francisco, bay area, san francisco bay area, silicon valley, los angeles, san diego, san jose, oakland,
 palo alto, mountain view, sunnyvale, cupertino, menlo park, fremont, berkeley, sacramento, irvine,
 旧金山, 三藩市, 湾区, 硅谷, 洛杉矶, 圣地亚哥, 圣何塞, 尔湾
US-NY: new york, new york city, nyc, manhattan, brooklyn, queens, buffalo, 纽约, 曼哈顿, 布鲁克林, 法拉盛
US-NJ: jersey city, newark, princeton, 新泽西
US-MA: boston, greater boston, cambridge massachusetts, 波士顿
US-IL: chicago, 芝加哥
US-TX: houston, dallas, austin, san antonio, plano, 休斯敦, 休斯顿, 达拉斯, 奥斯汀
US-FL: miami, orlando, tampa, 迈阿密, 奥兰多
US-GA: atlanta, 亚特兰大
US-PA: philadelphia, pittsburgh, 费城, 匹兹堡
US-MI: detroit, ann arbor, 底特律, 安娜堡
US-CO: denver, boulder, 丹佛
US-AZ: phoenix, tempe, 凤凰城
US-NV: las vegas, 拉斯维加斯
US-UT: salt lake city, 盐湖城
US-MN: minneapolis, saint paul, 明尼阿波利斯
US-NC: charlotte, raleigh, durham, 夏洛特
US-DC: washington, 华盛顿
US-HI: honolulu, 檀香山
CN: beijing, pekin, peking, shanghai, guangzhou, canton, shenzhen, hangzhou, nanjing, suzhou, wuxi, ningbo, chengdu,
 chongqing, wuhan, xi'an, xian, tianjin, qingdao, jinan, dalian, shenyang, harbin, changchun, changsha, zhengzhou,
 hefei, fuzhou, xiamen, kunming, nanning, guiyang, dongguan, foshan, zhuhai, shijiazhuang, taiyuan, nanchang, hainan,
 haikou, sanya, lanzhou, urumqi, hohhot, lhasa, wenzhou,
 北京, 上海, 广州, 深圳, 杭州, 南京, 苏州, 无锡, 宁波, 成都, 重庆, 武汉, 西安, 天津, 青岛, 济南, 大连, 沈阳, 哈尔滨,
 长春, 长沙, 郑州, 合肥, 福州, 厦门, 昆明, 南宁, 贵阳, 东莞, 佛山, 珠海, 石家庄, 太原, 南昌, 海口, 三亚, 兰州, 乌鲁木齐,
 温州, 呼和浩特, 拉萨,
 广东, 江苏, 浙江, 四川, 山东, 湖北, 湖南, 河南, 河北, 福建, 陕西, 辽宁, 吉林, 黑龙江, 安徽, 江西, 云南,
 广西, 贵州, 山西, 甘肃, 海南, 新疆, 内蒙古, 西藏, 青海, 宁夏, 常州, 南通, 徐州, 泉州, 烟台, 惠州, 中山市
HK: hong kong, hongkong, kowloon, new territories, 香港, 九龙, 新界
MO: macau, macao, 澳门
TW: taiwan, taipei, new taipei, kaohsiung, taichung, tainan, hsinchu, taoyuan,
 台湾, 台北, 新北, 高雄, 台中, 台南, 新竹, 桃园
SG: singapore, singapour, 新加坡
GB-ENG: london, londres, greater london, manchester, birmingham, leeds, liverpool, bristol, cambridge, oxford,
 sheffield,  newcastle upon tyne, nottingham, reading, 伦敦, 曼彻斯特, 伯明翰, 利兹, 利物浦, 剑桥, 牛津, 布里斯托
GB-SCT: edinburgh, edimbourg, glasgow, aberdeen, 爱丁堡, 格拉斯哥
GB-WLS: cardiff, swansea, 加的夫
GB-NIR: belfast, 贝尔法斯特
FR: paris, lyon, marseille, toulouse, nice, nantes, bordeaux, lille, rennes, grenoble, montpellier, strasbourg,
 ile de france, la defense, sophia antipolis, 巴黎, 里昂, 马赛, 图卢兹, 尼斯, 南特, 波尔多, 里尔, 格勒诺布尔
IN-MH: mumbai, bombay, pune, 孟买, 浦那
IN-KA: bangalore, bengaluru, 班加罗尔
IN-DL: delhi, new delhi, 德里, 新德里
IN-HR: gurgaon, gurugram, 古尔冈
IN-UP: noida
IN-TG: hyderabad, 海得拉巴
IN-TN: chennai, madras, 金奈
IN-WB: kolkata, calcutta, 加尔各答
IN-GJ: ahmedabad, surat
IN-PB: ludhiana, amritsar, punjab
IN-KL: kochi, kerala
AU-NSW: sydney, 悉尼
AU-VIC: melbourne, 墨尔本
AU-QLD: brisbane, 布里斯班
AU-WA: perth, 珀斯
NZ: auckland, wellington, 奥克兰, 惠灵顿
JP: tokyo, osaka, kyoto, 东京, 大阪, 京都
KR: seoul, busan, 首尔, 釜山
DE-BE: berlin, 柏林
DE-BY: munich, munchen, muenchen, 慕尼黑
DE-HE: frankfurt, 法兰克福
DE-HH: hamburg, 汉堡
CH-ZH: zurich, 苏黎世
CH-GE: geneva, geneve, 日内瓦
BE: brussels, bruxelles, 布鲁塞尔
NL: amsterdam, rotterdam, the hague, 阿姆斯特丹
IE: dublin, 都柏林
AE: dubai, abu dhabi, 迪拜
MY: kuala lumpur, 吉隆坡
TH: bangkok, 曼谷
VN: hanoi, ho chi minh city, saigon, 河内, 胡志明市
PH: manila, metro manila, makati, cebu, 马尼拉
MX: mexico city, guadalajara, monterrey, 墨西哥城
BR: sao paulo, rio de janeiro, 圣保罗
"""

COUNTRIES = """
CA: canada, 加拿大
US: united states, united states of america, usa, u.s.a., u.s., us, etats unis, 美国
CN: china, prc, chine, 中国
GB: united kingdom, uk, u.k., great britain, royaume uni, 英国
FR: france, 法国
IN: india, inde, 印度
AU: australia, australie, 澳大利亚, 澳洲
NZ: new zealand, nouvelle zelande, 新西兰
JP: japan, japon, 日本
KR: south korea, korea, coree du sud, 韩国
DE: germany, allemagne, deutschland, 德国
CH: switzerland, suisse, 瑞士
BE: belgium, belgique, 比利时
NL: netherlands, pays bas, 荷兰
IE: ireland, irlande, 爱尔兰
IT: italy, italie, 意大利
ES: spain, espagne, 西班牙
PT: portugal, 葡萄牙
SE: sweden, suede, 瑞典
AE: united arab emirates, uae, emirats arabes unis, 阿联酋
MY: malaysia, malaisie, 马来西亚
TH: thailand, thailande, 泰国
VN: vietnam, viet nam, 越南
PH: philippines, 菲律宾
ID: indonesia, indonesie, 印度尼西亚, 印尼
PK: pakistan, 巴基斯坦
BD: bangladesh, 孟加拉国
IR: iran, 伊朗
UA: ukraine, 乌克兰
BR: brazil, bresil, brasil, 巴西
MX: mexico, mexique, 墨西哥
NG: nigeria, 尼日利亚
"""

ZONES = """
CA-BC: America/Vancouver America/Dawson_Creek America/Fort_Nelson America/Creston Canada/Pacific
CA-AB: America/Edmonton Canada/Mountain America/Calgary
CA-SK: America/Regina America/Swift_Current Canada/Saskatchewan
CA-MB: America/Winnipeg Canada/Central
CA-ON: America/Toronto America/Thunder_Bay America/Atikokan Canada/Eastern
CA-QC: America/Montreal America/Blanc-Sablon
CA-NB: America/Moncton
CA-NS: America/Halifax America/Glace_Bay Canada/Atlantic
CA-NL: America/St_Johns America/Goose_Bay Canada/Newfoundland
CA-YT: America/Whitehorse America/Dawson Canada/Yukon
CA-NT: America/Yellowknife America/Inuvik
CA-NU: America/Iqaluit America/Rankin_Inlet America/Cambridge_Bay
US-CA: America/Los_Angeles US/Pacific
US-NY: America/New_York US/Eastern
US-IL: America/Chicago US/Central
US-CO: America/Denver US/Mountain
US-AZ: America/Phoenix US/Arizona
US-MI: America/Detroit US/Michigan
US-AK: America/Anchorage US/Alaska
US-HI: Pacific/Honolulu US/Hawaii
US-ID: America/Boise
CN: Asia/Shanghai Asia/Urumqi Asia/Chongqing Asia/Harbin PRC
HK: Asia/Hong_Kong Hongkong
TW: Asia/Taipei ROC
SG: Asia/Singapore Singapore
GB-ENG: Europe/London GB
AU-NSW: Australia/Sydney
AU-VIC: Australia/Melbourne
AU-QLD: Australia/Brisbane
AU-WA: Australia/Perth
DE-BE: Europe/Berlin
CH-ZH: Europe/Zurich
IN: Asia/Kolkata Asia/Calcutta
VN: Asia/Ho_Chi_Minh Asia/Saigon
"""
