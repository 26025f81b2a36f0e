"""The bookmark that takes a page along."""

from urllib.parse import quote

from django.utils.safestring import SafeString, mark_safe

MOST = 400_000
"""Characters that go along in an address; browsers take two million."""

_SCRIPT = """(function(){var d=document,s=String(getSelection()),
j=[].map.call(d.querySelectorAll('script[type="application/ld+json"]'),function(e){return e.outerHTML}).join(''),
b=s||(d.body?d.body.innerText:''),
t='<title>'+d.title.replace(/</g,'&lt;')+'</title>'+j+'<body><pre>'+b.replace(/&/g,'&amp;').replace(/</g,'&lt;')+'</pre>';
open('ADDRESS#'+encodeURIComponent(JSON.stringify({url:location.href,title:d.title,html:t.slice(0,MOST)})),'_blank')})()"""


def bookmark(address: str) -> SafeString:
    """A javascript: address that opens `address` with the title, the address and the text of the page that is looked
    at, or what is selected on it, behind #."""
    script = _SCRIPT.replace("\n", "").replace("ADDRESS", address).replace("MOST", str(MOST))
    return mark_safe(f"javascript:{quote(script)}")  # noqa: S308  # nothing of it is unquoted
