"""What somebody may put where a word is expected, to make something of it that is no word."""

BEACON = "http://beacon.evil.example"
"""Whoever asks there was led to."""

WORDS = {
    "header": "Mei\r\nBcc: all@evil.example\r\n\r\nHello",
    "html": f'"><script>document.title="taken"</script><img src={BEACON}/i onerror=alert(1)>',
    "attribute": f"' onmouseover=alert(1) style=background:url({BEACON}/s) x='",
    "link": "javascript:alert(document.cookie)",
    "formula": f'=HYPERLINK("{BEACON}/f","Mei")',
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "template": "{{ 7|add:7 }}{% debug %}${7*7}<%= 7*7 %>#{7*7}",
    "format": "%s%n%(name)s{0.__class__.__mro__}{settings.SECRET_KEY}",
    "path": "../../../../etc/passwd",
    "windows path": "..\\..\\con.txt",
    "xml": f'<!DOCTYPE a [<!ENTITY x SYSTEM "{BEACON}/x">]><a>&x;]]></a>',
    "calendar": "Mei\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:taken\\n;ATTENDEE=x",
    "card": "Mei\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Taken\r\n",
    "sql": "Robert'); DROP TABLE people_person; --",
    "typst": '#eval("1+1") #read("/etc/passwd") $x$ @mei <mei>',
    "nothing": "\0",
    "controls": "\x1b[2J\x07\x08M\x00ei\x7f\ufeff\u2028",
    "turned": "\u202egro.live\u202c \u2066x",
    "marks": "M" + "\u0301" * 300 + "ei",
    "half a letter": "Mei \ud800",
    "joined": "👩‍👩‍👧‍👦" * 40,
    "long": "long word " * 3_000,
    "one long word": "x" * 30_000,
    "number": "9" * 400,
    "not a number": "NaN",
    "date": "0000-00-00",
    "far date": "999999-12-31T23:59:60Z",
    "json": '{"__proto__": {"is_admin": true}, "a": [[[[',
    "list": "[]",
    "nil": "null",
    "empty": "",
}
