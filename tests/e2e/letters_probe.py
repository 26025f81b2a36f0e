"""Keeps hostile mails in the data folder of a served Askwell, as fetching does, and prints the pages to look at.

Run as a process of its own with ASKWELL_DATA.
"""

from datetime import timedelta

import django

django.setup()

from django.db import transaction  # noqa: E402 - models need the settings first
from django.utils import timezone  # noqa: E402

from askwell.accounts.models import Workspace  # noqa: E402
from askwell.outreach.actions.mail.keeping import keep_mail  # noqa: E402
from askwell.outreach.models import Letter  # noqa: E402
from askwell.outreach.rules.mail.headings import read_heading  # noqa: E402
from askwell.outreach.rules.mail.matching import Match  # noqa: E402
from tests.factories.mails import heading, mail  # noqa: E402
from tests.factories.outreach import make_waiting  # noqa: E402

HTML = """<html><head><style>body { background: url(https://thief.example/style.png) }</style>
<link rel=stylesheet href="https://thief.example/sheet.css"><script src="https://thief.example/script.js"></script></head>
<body onload="window.canary=1"><img src="https://thief.example/pixel.gif" onerror="window.canary=2">
<script>window.canary=3</script><iframe src="https://thief.example/frame"></iframe>
<svg onload="window.canary=4"></svg><video poster="https://thief.example/poster.png"></video>
<p style="background: url(https://thief.example/inline.png)">Yes, happy to talk. Friday works.</p></body></html>"""
TEXT = """Yes, gladly. <img src=https://thief.example/text.gif onerror="window.canary=5">
<script>window.canary=6</script> "><svg/onload=window.canary=7> javascript:window.canary=8 https://thief.example/link"""
EVIL = '"><script>window.canary=9</script><img src=https://thief.example/x onerror=window.canary=10>'


def main() -> None:
    workspace = Workspace.objects.get()
    now = timezone.now()
    with transaction.atomic():
        threads = [make_waiting(workspace, now - timedelta(days=2), given=name) for name in ("Daniel", "Priya")]
    mails = [
        mail(HTML, kind="text/html; charset=utf-8", mail_id="html@thief.example", at=now - timedelta(minutes=9)),
        mail(TEXT, subject=EVIL, sender=f"{EVIL.replace('<', '&lt;')} <x@thief.example>", mail_id="text@thief.example",
             at=now - timedelta(minutes=8)),
    ]  # fmt: skip
    for data, thread in zip(mails, threads, strict=True):
        read = read_heading(heading(data))
        keep_mail(workspace=workspace, data=data, heading=read, match=Match(thread.pk), arrived_at=now, now=now)
    print("/")
    for letter in Letter.objects.of(workspace):
        print(f"/conversations/{letter.thread_id}/")
        print(f"/conversations/letters/{letter.pk}/")


main()
