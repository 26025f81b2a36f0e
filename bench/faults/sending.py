"""What can go wrong when mail is sent, against a real SMTP sink and Dovecot: a table of test, expected, measured.

    python bench/faults/sending.py [--quick] [--postgresql]

`--quick` is the short form that the tests run. Workers are processes of their own and are killed with SIGKILL at
random moments (`--seed`); their clocks go ahead by eleven minutes after each, so that the next one sees that the last
is dead. Ends with 1 when something measured is not what was expected.
"""

import argparse
import os
import random
import sys
from datetime import date, timedelta
from pathlib import Path

from bed import ROOT, Bed, bed
from breaking import dropped, full_disk, greylisted, killed, refused, two_workers, wrong_password
from meanwhile import answered, cancelled, clocks, hanging


def all_of(bed: Bed, chosen: argparse.Namespace) -> None:
    mails, kills = (30, 8) if chosen.quick else (chosen.mails, chosen.kills)
    few = 10 if chosen.quick else 300
    killed(bed, mails, kills, saves_sent=True)
    killed(bed, few, max(kills // 4, 4), saves_sent=None)
    two_workers(bed, few)
    full_disk(bed, few, 4 if chosen.quick else 40)
    for keeps in (True, False):
        for saves_sent in (True, None):
            dropped(bed, 3 if chosen.quick else 20, keeps=keeps, saves_sent=saves_sent)
    greylisted(bed, (0, 1, 20, 29, 30, 31, 60) if chosen.quick else range(62))
    hour = timedelta(minutes=31)
    refused(bed, "421 in mid-session", {"RCPT": ["421 4.3.2 closing"]}, {"sent": 3}, hour)
    refused(bed, "550", {"RCPT": ["550 5.1.1 No such user"]}, {"sent": 2, "failed": 1}, hour)
    refused(bed, "552", {"DATA": ["552 5.3.4 Too big"]}, {"sent": 2, "failed": 1}, hour)
    wrong_password(bed, 5 if chosen.quick else 60)
    hanging(bed)
    cancelled(bed, 20 if chosen.quick else 500)
    answered(bed, 3 if chosen.quick else 20)
    clocks(bed, 1 if chosen.quick else 6, timedelta(minutes=20 if chosen.quick else 5))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mails", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL server of its own")
    chosen = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    random.seed(chosen.seed)
    if not chosen.postgresql:
        return measured(chosen)
    from tests.postgresql import server

    with server() as address:
        os.environ["ASKWELL_DATABASE"] = address
        return measured(chosen)


def measured(chosen: argparse.Namespace) -> int:
    with bed() as found:
        set_up(found.folder)
        all_of(found, chosen)
    print(f"{found.table.wrong} not as expected")
    return 1 if found.table.wrong else 0


def set_up(folder: Path) -> None:
    os.environ["ASKWELL_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "askwell.config.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from askwell.lib.days import is_business_day
    from askwell.outreach import tasks

    assert tasks.POST  # what a worker has loaded when it begins, so that a kill meets its work
    is_business_day(date(2026, 1, 2), region="CA-BC")


if __name__ == "__main__":
    sys.exit(main())
