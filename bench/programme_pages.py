"""CPU per request of a programme's pages with 5,000 seekers and 1,500 insiders, against the floor page's.

    python bench/programme_pages.py [TURNS]

As `pages.py` measures: both sides serve in processes of their own and take turns; medians of each page, of the floor,
and of the ratios of neighbouring turns. "changed-": the database was changed before each request, so nothing that was
kept while nothing changes could be shown again. Limit: 1.5 for a page that is looked at again.
"""

import statistics
import sys
import tempfile

from pages import LIMIT, Child  # beside this file

KEPT = ("home", "seekers", "stuck", "report", "cohort")
PAGES = (*KEPT, "changed-home", "changed-stuck")


def main(turns: int) -> int:
    with tempfile.TemporaryDirectory(prefix="askwell-programme-") as folder:
        floor = Child("floor_page.py")
        settings = {"ASKWELL_DATA": folder, "DJANGO_SETTINGS_MODULE": "askwell.config.settings"}
        ours = Child("programme_pages_askwell.py", **settings)
        pairs = {page: [(ours.median(page), floor.median("floor")) for _ in range(turns)] for page in PAGES}
        floor.stop()
        ours.stop()
    worst = 0.0
    for page, measured in pairs.items():
        ratio = statistics.median(mine / least for mine, least in measured)
        worst = max(worst, ratio if page in KEPT else 0.0)
        mine, least = (statistics.median(side) for side in zip(*measured, strict=True))
        print(f"{page:16} {mine:7.2f} ms   floor {least:5.2f} ms   ratio {ratio:.2f}")
    return 0 if worst <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
