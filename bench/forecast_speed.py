"""How long one forecast takes: CPU milliseconds, the median of 51, limit 20.

`forecast_speed.py`: a new seeker, one in the middle of a search, one with 500 unanswered messages, and the worst we
could think of: every channel and tie, 400 open threads, 40 agreed interviews and a goal of 100.
"""

import statistics
import sys
import time
from datetime import date, timedelta

from askwell.interviews.rules.forecast import Case, Counts, TieGroup, forecast
from askwell.outreach.choices import Channel

TODAY = date(2026, 11, 25)
ROUNDS = 51
AGES = tuple(range(0, 60, 3))
MIDDLE = (
    Counts(Channel.EMAIL, TieGroup.INTRODUCED, 9, 4, (3, 5), (TODAY + timedelta(1),)),
    Counts(Channel.EMAIL, TieGroup.LOOSE, 14, 2, (2, 9, 12)),
    Counts(Channel.LINKEDIN, TieGroup.COLD, 17, 0, (4,) * 6, (TODAY + timedelta(2),)),
)
SILENT = (Counts(Channel.EMAIL, TieGroup.COLD, 0, 0, tuple(range(100)) * 5),)
WORST = tuple(
    Counts(channel, tie, 20, 2, AGES, (TODAY, TODAY + timedelta(9))) for channel in Channel for tie in TieGroup
)
CASES = {
    "new": Case(TODAY, 10),
    "in the middle": Case(TODAY, 10, 6, MIDDLE, (5, 4, 6, 7, 3, 5), (14, 20, 9, 12), TODAY + timedelta(60)),
    "500 without an answer": Case(TODAY, 10, 0, SILENT, (40,) * 8),
    "worst": Case(TODAY, 100, 0, WORST, (50,) * 8, AGES, TODAY + timedelta(60)),
}


def cpu(case: Case) -> float:
    before = time.process_time()
    forecast.__wrapped__(case)  # past what is kept
    return 1000 * (time.process_time() - before)


def main() -> None:
    for name, case in CASES.items():
        sys.stdout.write(f"{name}: {statistics.median(cpu(case) for _ in range(ROUNDS)):.1f} ms\n")


if __name__ == "__main__":
    main()
