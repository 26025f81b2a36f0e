"""How letters close, and what programs put below them."""

import re

_device = (
    r"(?:my |a |an |mon |ma |un |une |the )?(?:\w{1,12} )?(?:i ?phone|i ?pad|i ?pod|android|galaxy|samsung|huawei|"
    r"xiaomi|"
    r"pixel|blackberry|mobile|cell|phone|tablet|alcatel|htc|nokia|windows|outlook|yahoo|gmail|mail|mailbox|airmail|"
    r"proton ?mail|spark|ti-\d+|smartphone|téléphone|appareil|portable|courriel|cellulaire)\b"
)
_english = (
    rf"[<({{\[]{{0,2}}(?:sent|posted) (?:from|with|via|by|on|using) \[?{_device}.{{0,120}}|"
    r"(?:from my|typed on my|written on my) (?:i ?phone|i ?pad|android|mobile|phone|cell|blackberry)\b.{0,20}|"
    r"\w{1,20} from (?:my )?mobile|get \[?outlook for .{0,80}|virus-free\b.{0,60}|ᐧ"
)
_french = (
    rf"(?:envoyé|envoye|expédié) (?:de|depuis|à partir de|à partir d['’]|avec|via|par|sur) ?(?:l['’]application )?"
    rf"{_device}.{{0,80}}|envoyé à partir d['’].{{3,60}}|(?:télécharger|obtenez) outlook pour .{{0,60}}|"
    r"garanti sans virus\b.{0,60}"
)
_chinese = (
    r"(?:发自|發自)\s?.{1,40}|[来來]自\s?(?:我的|foxmail|qq|网易|outlook|yahoo|gmail|微信邮|手机|iphone|华为|小米|"
    r"163|126).{0,20}|"
    r"[从從由]我的.{1,30}(?:传送|傳送|发送|寄出)|获取 ?outlook.{0,40}"
)
_others = (
    r"sendt fra .{0,40}|skickat från .{0,40}|verzonden (?:met|vanaf) .{0,40}|enviado desde .{0,40}|"
    r"inviato da.{0,40}|(?:diese nachricht wurde )?von mein.{1,60}gesendet\.?"
)
FOOTER = re.compile("|".join((_english, _french, _chinese, _others)), re.IGNORECASE)
NOTICE = re.compile(
    r"(?:\*{0,3}\s?)?(?:"
    r"(?:this|the (?:information|content)s?)(?: in this| of this)? (?:e-?mail|message|communication|transmission)\b"
    r".{0,80}(?:confidential|privileged|intended|property|may contain|virus)|"
    r"confidentiality (?:notice|note)|disclaimer\b|notice of confidentiality|privileged and confidential|"
    r"(?:please |think |do )?(?:consider the environment|before you print|before printing)|"
    r"(?:if you|you) (?:have )?received this (?:e-?mail|message) (?:in error|by mistake)|"
    r"(?:to unsubscribe|unsubscribe here|you are receiving this)|"
    r"(?:ce (?:courriel|message|mail|courrier)|le (?:présent|contenu de ce) (?:courriel|message)|"
    r"l['’]information contenue)"
    r".{0,80}(?:confidentiel|destiné|privilégi|réservé|usage exclusif)|"
    r"(?:avis de confidentialité|avis important|pensez à l['’]environnement|n['’]imprimez)|"
    r"(?:本|此|该)(?:电子)?(?:邮件|信息|郵件).{0,40}(?:保密|机密|機密|仅供|僅供|收件人|特定|可能含有|可能包含)|"
    r"(?:保密|免责)(?:声明|提示)|请考虑环境|打印(?:本|此)?邮件前)",
    re.IGNORECASE,
)
POSTSCRIPT = re.compile(r"\s*(?:P\.? ?S\.?|N\.?B\.?|附言|又及|另外?[：:]|PS)\s?[:：.\-–—,，]?\s?\S", re.IGNORECASE)
RULE = re.compile(r"[-=_*#~+—–·ᐧ.\s]+")
STOPS = ".!?…)。！？）～~"
CONTENT = re.compile(
    r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:lun|mar|mercre|jeu|vendre|same)di\b|\b(?:yes|no|oui|non)\b|"
    r"\b(?:call|write|email|appelez|écrivez)\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(
    r"[?？]|\b(?:I|I'm|I'll|you|your|je|vous|nous|we) [a-zé]|\b(?:j['’])\w|[。]\s*\S|[我你您].{2,}|"
    r"\b[a-zé]+ [a-zé]+ [a-zé]+ [a-zé]+ [a-zé]+",
)
ORNAMENT = re.compile(r"^[-–—~/*\s]+|\s*(?:[:;]-?[)D(]|[\U0001F300-\U0001FAFF☺❤️😀-🙏]+)\s*$|[.,，;]+$")
LONE_NAME = re.compile(
    r"[-–—~/]{0,2}\s?(?:[A-ZÀ-Ý][a-zà-ÿ'’]{1,14}|[A-Z]\.?)(?:[ -](?:[A-ZÀ-Ý][\w'’]{1,14}|[A-Z]\.)){0,2}(?: ?:\))?|"
    r"[\u4e00-\u9fff]{2,3}|[A-ZÀ-Ý]{1,3}"
)

_name = r"(?:[ ,，!！.。—–-]{1,3}(?:[A-ZÀ-Ý][\w'’.-]{0,20}(?: [A-ZÀ-Ý][\w'’.-]{0,20}){0,2}|[\u4e00-\u9fff]{2,4}))?"
_english_regards = (
    r"(?:(?:with )?(?:many |kind(?:est)? |best |warm(?:est)? |warmly |all (?:the|my) |very |my )*"
    r"(?:regards|wishes|best|thanks(?: again| so much| and regards)?|thx|thank you(?: again| very much| so much)?|"
    r"cheers|"
    r"respectfully|sincerely|warmly|kindly|rgds|br|kr|ttyl|xx?|xo)|(?:yours|very|most)(?: (?:truly|sincerely|"
    r"faithfully|very"
    r" truly|respectfully|aye))+(?: yours)?|sincerely(?: yours)?|yours|take care|talk (?:to you )?(?:soon|then|later)|"
    r"speak (?:to you )?(?:soon|then)|see you soon|until then|(?:have a|enjoy your) (?:great|good|nice|"
    r"lovely|wonderful) (?:day|week|weekend|one|evening)|thanks (?:and|&) (?:best|kind|regards|best regards|"
    r"take care)|"
    r"in (?:haste|solidarity|friendship|peace)|with (?:gratitude|appreciation|thanks|best wishes)|looking forward|"
    r"good luck,|best of luck,|hope (?:this|that) helps,|stay (?:safe|well)|be well|peace)"
)
_french_regards = (
    r"(?:(?:bien |très |sincèrement |meilleures |mes |sincères |amicales |cordiales |avec mes |recevez mes |"
    r"mes meilleures |mes sincères |mes salutations )*(?:cordialement|amicalement|sincèrement|respectueusement|"
    r"salutations"
    r"(?: distinguées| cordiales| les meilleures| sincères)?|amitiés|vôtre|à vous)|cdlt|cdt|bàv|bien (?:à vous|à toi|"
    r"cordialement)|merci(?: (?:encore|beaucoup|et (?:bonne journée|à bientôt)))?|au plaisir(?: de (?:vous|"
    r"te) (?:lire|"
    r"parler|rencontrer|voir))?|à (?:bientôt|très bientôt|plus|la prochaine|tantôt)|(?:bonne|belle|excellente) "
    r"(?:journée|soirée|semaine|fin de (?:journée|semaine)|continuation)|bon(?:ne)? (?:week-end|après-midi|été)|"
    r"bonne chance,|bon succès,|veuillez (?:agréer|recevoir|accepter).{0,50}|meilleurs sentiments)"
)
_chinese_regards = (
    r"(?:(?:此致|顺致|顺颂|顺祝|敬颂|即颂|谨祝|祝|颂|敬祝|恭祝|祝您|祝你)[\u4e00-\u9fff，, ]{0,7}|敬礼|(?:多|"
    r"非常)?(?:谢谢|感谢|谢)"
    r"(?:您|你|啦|了)?|顺祝商祺|商祺|敬上|谨上|谨启|以上|再联系|回聊|回见|保持联系|best|regards|thanks|cheers)"
)
CLOSING = re.compile(
    rf"[-–—~ ]{{0,3}}(?:{_english_regards}|{_french_regards}|"
    rf"{_chinese_regards})[ ,，.。!！~～…]{{0,3}}{_name}[ ,，.。!！:)]{{0,4}}",
    re.IGNORECASE,
)
