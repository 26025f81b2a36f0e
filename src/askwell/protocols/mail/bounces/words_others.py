"""The words of servers and providers in Chinese, French, German, Spanish, Italian, Russian, Japanese and Korean.

Tried from the top, like the English ones.
"""

from askwell.protocols.mail.bounces.kinds import Kind

OTHERS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.MAILBOX_FULL,
        r"(?:邮箱|信箱|郵箱|收件箱|邮箱空间|空间|空間|容量|磁盘)[^。\n]{0,20}(?:已?满|已?滿|不足|超出|超过|超過|用完)|(?:超出|超过"
        r"|超過)[^。\n]{0,12}(?:配额|配額|容量|限额)",
    ),
    (
        Kind.PERMANENT,
        r"(?:收件人|用户|用戶|使用者|邮箱|信箱|郵箱|邮件地址|郵件地址|收件地址|邮箱地址|账号|帐号|帳號|域名|网域|網域|地址)[^。\n]{0,30}(?:不存在|无效|無效"
        r"|未找到|找不到|未注册|已停用|已注销|有误|错误|錯誤)"
        r"|(?:找不到|不存在|查无|查無|没有|沒有)(?:此|该|這個|这个|對應)?(?:收件人|用户|用戶|邮箱|信箱|域名|地址|账号|帳號|使用者)|无此用户|此人已离职|域名解析失败|无法解析",
    ),
    (
        Kind.BLOCKED,
        r"垃圾|病毒|反垃圾|反病毒|黑名单|黑名單|拦截|攔截|拒收|拒绝接收|被拒绝|被拒絕|屏蔽|内容被|過大|过大|超过大小|频率|频繁|信誉|违规|未经授权|禁止",
    ),
    (
        Kind.TEMPORARY,
        r"超时|逾時|稍后|稍後|连接失败|無法連接|无法连接|连接不上|暂时|暫時|重试|延迟|繁忙|网络异常|仍在尝试",
    ),
    (
        Kind.MAILBOX_FULL,
        r"(?:bo[iî]te|messagerie)[^.\n]{0,60}(?:pleine|satur|quota|surcharg)"
        r"|quota[^.\n]{0,30}d[ée]pass|postfach[^.\n]{0,30}voll|buz[óo]n[^.\n]{0,20}llen"
        r"|casella[^.\n]{0,20}piena|caixa[^.\n]{0,20}cheia",
    ),
    (
        Kind.TEMPORARY,
        r"veuillez (?:r[ée]?essayer|essayer) plus tard|compte[^.\n]{0,30}(?:bloqu|suspend"
        r"|d[ée]sactiv)|d[ée]lai[^.\n]{0,20}(?:expir|d[ée]pass)|r[ée]essay|temporairement"
        r"|sp[äa]ter (?:erneut|noch)|m[áa]s tarde",
    ),
    (
        Kind.BLOCKED,
        r"ind[ée]sirable|mail rejet|bloqu[ée]e? pour|refus[ée]e? (?:pour|en raison)|taille maximale"
        r"|trop volumineu|abgelehnt|rechazado por",
    ),
    (
        Kind.PERMANENT,
        r"(?:adresse|destinataire|utilisateur|compte|bo[iî]te)[^.\n]{0,50}(?:invalide|inconnu"
        r"|introuvable|inexistant|n[’'e]\s?existe|incorrecte?|erron)|n[’']a pas (?:pu [êe]tre"
        r"|été) trouv"
        r"|domaine[^.\n]{0,30}(?:inconnu|introuvable|n[’']existe)|(?:empf[äa]nger|adresse"
        r"|benutzer)[^.\n]{0,40}(?:unbekannt|nicht (?:gefunden|bekannt)|existiert nicht|ung[üu]ltig)"
        r"|(?:usuario|destinatario|direcci[óo]n|utente|indirizzo|cuenta)[^.\n]{0,40}(?:desconocid"
        r"|no existe|no encontr|non (?:esiste|trovat|valid)|sconosciut|inesistent|inv[áa]lid)"
        r"|(?:пользовател|адрес|ящик|получател)[^.\n]{0,60}(?:не существует|не найден|неизвест"
        r"|нет такого)|нет такого пользователя",
    ),
    (
        Kind.MAILBOX_FULL,
        r"ящик[^.\n]{0,40}(?:переполнен|заполнен)|メールボックス[^。\n]{0,20}(?:一杯|いっぱい|満杯|容量)|容量[^。\n]{0,10}超",
    ),
    (
        Kind.PERMANENT,
        r"(?:ユーザ|宛先|アドレス|受信者|ディレクトリ)[^。\n]{0,30}(?:見つかりません|存在しま|不明|ありません|無効)|(?:수신자|사용자"
        r"|주소)[^.\n]{0,30}(?:없|존재하지|찾을 수)",
    ),
    (Kind.BLOCKED, r"迷惑メール|спам|заблокирован|受信拒否|スパム"),
)
