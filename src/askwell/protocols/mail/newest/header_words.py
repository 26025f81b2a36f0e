"""How mail programs announce a quoted message."""

import re

ORIGINAL = re.compile(
    r"[-_=\s]{0,60}(?:Original Message|Original Appointment|Forwarded [Mm]essage|Begin forwarded message|"
    r"Message d['’]origine|Message original|Message initial|Message transféré|Message d['’]origine transféré|"
    r"Début du message (?:transféré|réexpédié)|Courriel original|"
    r"原始邮件|原邮件|原始信件|原始郵件|原文|转发的?邮件(?:信息)?|转发邮件信息|轉寄的郵件|回复的?原邮件|"
    r"Ursprüngliche Nachricht|Weitergeleitete Nachricht|Mensaje original|Mensagem original|Messaggio originale|"
    r"Oprindelig meddelelse|Ursprungligt meddelande|Oorspronkelijk bericht)[-_=\s]{0,60}:?",
    re.IGNORECASE,
)
_from = r"From|De|发件人|寄件者|寄件人|發件人|Von|Da|Från|Fra|Van|От|Od"
_fields = (
    rf"{_from}|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance|Attachments|"
    r"Envoyé(?: le)?|Objet|À|A|Pour|Copie(?: à)?|Répondre à|"
    r"发送(?:时间|日期)|日期|时间|收件人|抄送|主题|回复|傳送時間|寄件日期|收件者|副本|主旨|"
    r"Gesendet|An|Betreff|Datum|Data|Risposta|Oggetto|Skickat|Till|Ämne|Dato|Til|Emne|Enviado(?: el)?|Para|Asunto|"
    r"Verzonden|Aan|Onderwerp|Assunto"
)
FROM_FIELD = re.compile(rf"(?:{_from})\s?[:：]", re.IGNORECASE)
FIELD = re.compile(rf"(?:{_fields})\s?[:：]", re.IGNORECASE)

BEGINS = re.compile(
    r"(?:On|At|Le|Am|El|Il|Em|Op|Dnia|Den|-{2,6} On|-{2,6} Le)\s|在|于|於|"
    r"(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\b"
)
"""A header of several lines."""
MAY_BEGIN = re.compile(r".{0,120}[\d<@]|.{1,60}\bvia\b")
"""A header that does not begin with one of these words: at most two lines."""
WROTE = re.compile(
    r"(?:\bwrote(?: the following)?|\ba écrit|\ba ecrit|写道|寫道|\bschrieb(?:.{0,60})?|\bescribió|\bescreveu|"
    r"\bha scritto|\bnapisał(?:\(a\)|a)?|написала?|пише|\bskrev(?:.{0,80})?|geschreven|\bschreef.{0,80})"
    r"\s?(?:[:：]|-{3,6})$"
)
DATE_OR_ADDRESS = re.compile(r"\d{4}|\d{1,2}[:.h]\d\d|\d{1,2}[月/.-]\d|\S@\S|\d{1,2} \w{3,10}|\w{3,10} \d{1,2}\b")
DATED_SENDER = re.compile(
    r"\d{4}[-/]\d{1,2}[-/]\d{1,2}(?: \d{1,2}:\d\d(?::\d\d)?)?(?: (?:GMT|UTC)\s?[+-]?[\d:]{0,5})? [^\d.,;:!?]{2,60}"
    r"(?:<[^<>\s]{3,120}>)?:?"
)
RULE = re.compile(r"_{5,}|-{20,}")
