"""What the headings of address books mean, in the languages their exporters speak.

A heading is compared after `heading_key`: letters only, lower case, accents off, numbers and punctuation
dropped, so that "E-mail 2 - Value", "e-mail value" and "E-MAIL_VALUE" are one.
"""

import re
import unicodedata

from askwell.protocols.contacts.model import Field

_KNOWN: dict[Field, str] = {
    Field.GIVEN: """
        |first name|firstname|given name|givenname|forename|first|given names|legal first name|prenom
         |prenoms|vorname|primer nombre|nombre de pila|nombres|primeiro nome|nome proprio|voornaam|fornavn
         |fornamn|etunimi|imie|imya|имя|имя и отчество|ім'я|іmya|ten dem|ad|adi|名|名字|名稱(名)|名前名
         |メイ|이름 이름|الاسم الاول|نام|given name s""",
    Field.FAMILY: """
        |last name|lastname|family name|familyname|surname|last|sur name|family names|nom de famille
         |nachname|familienname|zuname|apellido|apellidos|sobrenome|apelido|ultimo nome|cognome|achternaam
         |etternavn|efternamn|sukunimi|nazwisko|фамилия|прізвище|ho dem|soyad|soyadi|姓|姓氏|苗字|성
         |اسم العائلة|نام خانوادگی""",
    Field.MIDDLE: """
        |middle name|middlename|additional name|middle|middle initial|deuxieme prenom|second prenom
         |zweiter vorname|weitere vornamen|segundo nombre|nome do meio|secondo nome|tweede voornaam|中间名
         |中間名|отчество""",
    Field.FULL_NAME: """
        |name|full name|fullname|display name|contact|contact name|person|who|your name|student name
         |alumni name|member|member name|attendee|speaker|participant|names|nom|nom complet|nom et prenom
         |prenom et nom|nom prenom|prenom nom|personne|vollstandiger name|anzeigename|vor und nachname
         |ansprechpartner|nombre|nombre completo|nombre y apellidos|nombre y apellido|contacto|nome
         |nome completo|nominativo|naam|volledige naam|navn|namn|nimi|imie i nazwisko|фио|полное имя|ho ten
         |ho va ten|ad soyad|姓名|名称|名稱|全名|联系人|聯絡人|联系人姓名|聯絡人姓名|人名|称呼|校友姓名
         |学生姓名|氏名|お名前|名前|이름|성명|성함|الاسم|نام و نام خانوادگی|file as""",
    Field.NATIVE_NAME: """
        |chinese name|name in chinese|name chinese|native name|local name|name in native script|hanzi
         |nom chinois|nom en chinois|chinesischer name|nombre chino|nome chines|中文名|中文姓名|中文名字
         |华文姓名|汉字姓名|漢字姓名|中文全名""",
    Field.NICKNAME: """
        |nickname|nick name|preferred name|preferred first name|known as|goes by|english name|alias
         |short name|surnom|prenom usuel|nom usuel|nom anglais|spitzname|rufname|apodo|apelido carinhoso
         |soprannome|bijnaam|英文名|英文名字|英文姓名|昵称|暱稱|别名|外号|小名|常用名|ニックネーム|별명
         |псевдоним""",
    Field.PREFIX: """
        |name prefix|prefix|salutation|honorific|courtesy title|mr ms|civilite|titre de civilite|anrede
         |tratamiento|tratamento|pronome de tratamento|aanhef|英文称谓|称谓|稱謂|敬称|头衔前缀|обращение""",
    Field.OWN: "askwell",
    Field.SUFFIX: """
        |letters after the name|titres apres le nom|名后头衔缩写|name suffix|suffix|credentials|degrees|suffixe
         |namenszusatz|sufijo|sufixo|后缀|後綴""",
    Field.ORGANISATION: """
        |company|company name|organization|organisation|organization name|organisation name|employer|firm
         |current employer|current company|employer name|place of work|workplace|business|business name
         |account name|affiliation|companies|company organization|institution|societe|entreprise
         |organisation nom|organisme|employeur|compagnie|etablissement|firma|unternehmen|arbeitgeber
         |firmenname|empresa|organizacion|compania|empleador|organizacao|companhia|empregador|azienda
         |societa|ditta|organizzazione|bedrijf|organisatie|werkgever|foretag|virksomhed|selskap|yritys
         |компания|организация|место работы|работодатель|компанія|cong ty|sirket|kurum|公司|单位|單位
         |工作单位|工作單位|公司名称|公司名稱|企业|企業|机构|機構|组织|組織|雇主|現職公司|就职公司|所在公司
         |单位名称|任职单位|会社|会社名|所属|勤務先|회사|회사명|소속|직장|الشركة|شرکت""",
    Field.DEPARTMENT: """
        |department|organization department|organisation department|division|team|business unit|service
         |departement|abteilung|departamento|seccion|reparto|dipartimento|afdeling|отдел|部门|部門|科室
         |部署|부서""",
    Field.TITLE: """
        |title|job title|position|occupation|role|organization title|organisation title|designation|job
         |current title|current position|headline|position title|jobtitle|function|what they do|poste
         |fonction|titre|titre du poste|intitule du poste|metier|profession actuelle|berufsbezeichnung
         |stellenbezeichnung|beruf|funktion|stelle|cargo|puesto|posicion|titulo|puesto de trabajo|ocupacion
         |cargo atual|funcao|posicao|profissao|qualifica|posizione|ruolo|mansione|functie|functietitel
         |stilling|befattning|titel|stanowisko|должность|позиция|посада|chuc vu|chuc danh|unvan|pozisyon
         |gorev|职位|職位|职务|職務|职称|職稱|岗位|崗位|头衔|頭銜|工作职位|现职|現職|担任职务|役職|肩書き
         |肩書|職種|직책|직위|직함|المسمى الوظيفي|سمت""",
    Field.EMAIL: """
        |email|email address|email value|emailaddress|emails|email addresses|mail|mail address|work email
         |personal email|home email|primary email|other email|contact email|school email|business email
         |email work|email personal|email home|alternate email|courriel|adresse courriel|adresse email
         |adresse de messagerie|adresse electronique|couriel|courriels|adresse mail|email adresse
         |emailadresse|mailadresse|adresse de courriel|adresse de courrier|correo|correo electronico
         |direccion de correo electronico|direccion de correo|email correo electronico|endereco de email
         |endereco de correio eletronico|correio eletronico|correio electronico|endereco email
         |indirizzo email|indirizzo di posta elettronica|posta elettronica|indirizzo e mail|emailadres
         |epost|epostadress|epostadresse|sahkoposti|adres email|adres e mail|почта|эл почта
         |электронная почта|адрес электронной почты|имейл|електронна пошта|dia chi email|thu dien tu|eposta
         |邮箱|郵箱|电子邮件|電子郵件|电邮|電郵|邮件|郵件|邮箱地址|郵箱地址|电子邮件地址|電子郵件地址
         |电子邮箱|电子信箱|電子信箱|邮件地址|电邮地址|電郵地址|邮箱邮箱|メール|メールアドレス|eメール
         |電子メール|電子メールアドレス|이메일|이메일 주소|전자우편|전자 메일 주소|البريد الالكتروني|ایمیل""",
    Field.PHONE: """
        |phone|phone number|telephone|tel|mobile|mobile phone|cell|cell phone|cellphone|phone value|phones
         |home phone|business phone|primary phone|other phone|work phone|telephone number|contact number
         |mobile number|cell number|phone numbers|mobile no|phone no|tel no|car phone|radio phone
         |phone mobile|phone work|phone home|direct line|telephone mobile|telephone portable|portable
         |mobile telephone|tel mobile|telephone bureau|telephone domicile|numero de telephone|cellulaire
         |tel bureau|telephone professionnel|telephone personnel|telefon|telefonnummer|handy|handynummer
         |mobiltelefon|mobil|telefon geschaftlich|telefon privat|mobilnummer|rufnummer|rufnummer mobil
         |telefono|telefono movil|movil|celular|numero de telefono|telefono particular|telefono del trabajo
         |telefono celular|telefono trabajo|telefone|telemovel|numero de telefone|telefone comercial
         |telefone residencial|telefone celular|cellulare|numero di telefono|telefoon|telefoonnummer|mobiel
         |telefonnr|puhelin|numer telefonu|телефон|мобильный|мобильный телефон|номер телефона|dien thoai
         |so dien thoai|cep telefonu|手机|手機|电话|電話|移动电话|行動電話|商务电话|商務電話|住宅电话
         |住宅電話|主要电话|主要電話|手机号|手机号码|手機號碼|电话号码|電話號碼|联系电话|聯絡電話|联系方式
         |固定电话|座机|办公电话|其他电话|其他電話|工作电话|手机电话|電話番号|携帯|携帯電話|携帯番号|전화
         |전화번호|휴대폰|휴대전화|연락처|핸드폰|هاتف|تلفن""",
    Field.LINK: """
        |url|link|website|web page|webpage|website value|linkedin|linkedin url|linkedin profile|profile url
         |profile|profile link|homepage|web|linkedin link|linkedin address|public profile url
         |personal web page|sites|web site|blog|site web|site internet|lien|profil linkedin|page web|profil
         |webseite|internetseite|linkedin profil|webadresse|sitio web|pagina web|enlace|perfil
         |perfil de linkedin|url de perfil|site|perfil do linkedin|sito web|profilo|сайт|ссылка|профиль
         |领英|領英|网页|網頁|网址|網址|链接|連結|个人主页|主页|网站|網站|领英主页|领英链接|リンク
         |ウェブサイト|웹사이트|링크""",
    Field.WECHAT: "wechat|wechat id|weixin|微信|微信号|微信號|wechat number|微信id|wechat name|id wechat",
    Field.PLACE: """
        |ville bureau|ville domicile|pays region bureau|dep region bureau|ort geschaftlich|region geschaftlich
         |land region geschaftlich|ort privat|region privat|land region privat|ciudad del trabajo
         |provincia o estado del trabajo|pais o region del trabajo|ciudad de residencia
         |location|city|address city|address region|address country|home city|home state|home country region
         |business city|business state|business country region|other city|other state|other country region
         |place|town|based in|region|country|province|state|current city|lives in|city country|ville|pays
         |lieu|localisation|localite|province etat|stadt|ort|land|ciudad|pais|ubicacion|lugar|cidade|estado
         |localizacao|citta|paese|stad|plaats|miasto|город|страна|城市|所在地|所在城市|地区|地區|国家|國家
         |省份|居住地|常住地|商务地址市县|商务地址省市自治区|商务地址国家地区|住宅地址市县
         |住宅地址省市自治区|住宅地址国家地区|其他地址市县|其他地址省市自治区|其他地址国家地区|都市|住所
         |도시|지역""",
    Field.NOTE: """
        |note|notes|comment|comments|remark|remarks|memo|description|how we met|how met|context|met at
         |details|message|remarque|remarques|commentaire|commentaires|notiz|notizen|bemerkung|bemerkungen
         |anmerkung|anmerkungen|kommentar|nota|notas|observaciones|comentarios|observacoes|comentario
         |note personali|opmerkingen|notities|notatki|uwagi|заметки|примечание|комментарий|ghi chu|notlar
         |备注|備註|附注|附註|说明|說明|笔记|备忘|備忘|备注信息|メモ|備考|메모|비고|ملاحظات|یادداشت
         |grad year|graduation year|year of graduation|class of|class year|graduated|graduation|programme
         |program|degree|major|field of study|cohort|faculty|school year|promotion|diplome
         |programme d etudes|annee de diplome|abschlussjahr|studiengang|届|毕业年份|畢業年份|毕业时间|专业
         |專業|学位|院系|年级|毕业年""",
    Field.KNOWN_SINCE: """
        |connected on|connected|connection date|date connected|known since|met on|date met|connected at
         |lien depuis|认识于
         |connexion le|date de connexion|connecte le|connectee le|en relation depuis|en relation depuis le
         |date de mise en relation|relation depuis|date de la connexion|connecte depuis|verbunden am
         |vernetzt am|kontakt seit|verbunden seit|datum der vernetzung|in kontakt seit|conectado el
         |fecha de conexion|conectados el|en contacto desde|contacto desde|conectado em|data da conexao
         |data de conexao|conexao em|conectado desde|ligado em|data de ligacao|collegato il
         |data di collegamento|collegati il|collegamento il|verbonden op|gekoppeld op|forbundet|ansluten
         |ansluten den|data polaczenia|дата соединения|установлен контакт|建立联系时间|建立聯繫時間
         |加为好友时间|加为好友日期|连接时间|連接時間|连接日期|加好友时间|好友添加时间|建立关系时间
         |建立關係時間|建立人脉时间|建立人脈時間|成为好友时间|结识日期|相识日期|认识时间|建立联系的时间
         |建立联系日期|聯絡日期|加入日期|联系建立时间|つながった日|つながり日|일촌 맺은 날짜|1촌 맺은 날짜
         |연결 날짜""",
    Field.LANGUAGE: """
        |language|languages|preferred language|langue|langues|sprache|idioma|lingua|taal|язык|语言|語言|言語
         |언어""",
    Field.TAG: """
        |labels|label|categories|category|tags|tag|group membership|groups|group|etiquettes|etiquette
         |categorie|groupe|kategorien|kategorie|categorias|categoria|grupo|etiquetas|类别|類別|标签|標籤
         |分组|群组|分類""",
}  # fmt: skip

_NOT_KEPT = """
        |how you know them|d'où vous vous connaissez|怎么认识的|do not contact since|ne plus contacter depuis
         |不再联系，起自|earlier roles|postes precedents|以前的职位
        |photo|birthday|gender|yomi name|given name yomi|additional name yomi|family name yomi
         |phonetic first name|phonetic middle name|phonetic last name|initials|maiden name
         |billing information|directory server|mileage|hobby|sensitivity|priority|subject|email type
         |email label|phone type|phone label|address type|address label|address formatted|address street
         |address po box|address postal code|address extended address|organization type
         |organization yomi name|organization symbol|organization location|organization job description
         |website type|website label|im type|im label|im service|im value|event type|event label
         |event value|relation type|relation label|relation value|custom field type|custom field label
         |custom field value|business street|business postal code|home street|home postal code|other street
         |other postal code|assistant s phone|business fax|home fax|other fax|fax|fax number|callback
         |company main phone|isdn|pager|tty tdd phone|telex|account|anniversary|assistant s name
         |business address po box|home address po box|other address po box|children|email display name
         |government id number|internet free busy|keywords|manager s name|office location
         |organizational id number|private|profession|referred by|spouse|user|createdat|source|商务地址街道
         |商务地址邮政编码|住宅地址街道|住宅地址邮政编码|其他地址街道|其他地址邮政编码|助理的电话|商务传真
         |回电话|车载电话|单位主要电话|住宅传真|其他传真|寻呼机|无绳电话|tty tdd 电话|tty tdd电话|电报
         |internet 忙闲|internet忙闲|办公地点|地点|电子邮件类型|电子邮件显示名称|电子邮件显示名|工作证号码
         |关键词|记帐信息|纪念日|经理姓名|里程|敏感度|目录服务器|配偶|其他地址邮箱|商务地址邮箱|身份证编号
         |生日|私有|缩写|性别|业余爱好|引用者|用户|优先级|帐户|职业|助理的姓名|住宅地址邮箱|子女|出生日期
         |年龄|传真|no|nr|id|row|index|序号|序號|编号|編號|date of birth|birth date|age|sex|geburtstag
         |date de naissance|anniversaire|street|street address|postal code|zip|zip code|address|adresse
         |anschrift|direccion|endereco|地址|邮编|時間戳|timestamp|horodateur"""

# Headings that mean a part of the name beside its other part, and the whole name alone.
WHOLE_OR_GIVEN = frozenset(
    {"nombre", "nome", "名字", "이름", "имя", "نام", "nombres", "navn", "namn", "imie", "ad", "名"}
)
WHOLE_OR_FAMILY = frozenset({"nom", "name", "naam"})
# "Title" is the job in most tables and the courtesy title beside a "Job Title".
TITLE_OR_PREFIX = frozenset({"title", "titel", "titre"})

_NOT_LETTERS = re.compile(r"[\d_\-–—:：*#./\\()（）\[\]'’\",;?!&+|·•\s]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_HAN_BLANK = re.compile(r"(?<=[\u3040-\u9fff]) (?=[\u3040-\u9fff])")


def heading_key(text: str) -> str:
    """The heading as it is compared (see the module)."""
    spaced = _CAMEL.sub(" ", text[:100])
    plain = unicodedata.normalize("NFKD", spaced.casefold())
    letters = "".join(char for char in plain if not "\u0300" <= char <= "\u036f")
    words = _NOT_LETTERS.sub(" ", unicodedata.normalize("NFKC", letters)).strip()
    for parted, joined in (("e mail", "email"), ("linked in", "linkedin"), ("we chat", "wechat")):
        words = words.replace(parted, joined)
    return _HAN_BLANK.sub("", words)


def _table(words: str) -> list[str]:
    return [heading_key(word) for word in re.split(r"\||\n", words) if word.strip()]


_FIELD_OF = {key: field for field, words in _KNOWN.items() for key in _table(words)}
_LEFT_OUT = frozenset(_table(_NOT_KEPT)) - _FIELD_OF.keys()


def is_known(key: str) -> bool:
    """Whether a heading with this key has been seen in an exporter's files."""
    return key in _FIELD_OF or key in _LEFT_OUT


def field_of(key: str) -> Field | None:
    """The field a heading with this key stands for; None when nothing is kept of it or it is unknown."""
    return _FIELD_OF.get(key)
