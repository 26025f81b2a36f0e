"""The table of who may do what at which address, docs/permissions.md: `python tools/permissions.py` writes it anew.

It is measured: tests/hosted_permissions.py asks every address as every role and hands the answers over. The test
tests/test_permissions.py fails where the table in the repository says something else.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUIET = ("--show-capture=no",)  # every refusal is a warning, thousands of them
TABLE = ROOT / "docs" / "permissions.md"
ROLES = (
    "visitor", "seeker", "other seeker", "caseworker", "coordinator", "owner",
    "caseworker elsewhere", "coordinator elsewhere", "owner elsewhere",
)  # fmt: skip
HEAD = """# Who may do what

Made by `python tools/permissions.py`, which asks every address as every role on a hosted Askwell. Do not edit it: run the tool, and look at what changed as you would at code. CI fails where it is not up to date.

The rows asked for belong to *seeker* (addresses of seekers) or to the programme of *caseworker*, *coordinator* and *owner* (addresses of programmes). The seeker is in that programme and shares everything that can be shared. *Other seeker* is in none. *Elsewhere* is another programme. All staff have shown a second factor.

| Word | What happens |
|---|---|
| yes | let in: the page, a form that says what is missing, or a redirect after the work |
| door | sent to sign in |
| home | led to the programme's first page, or from a programme's to one's own |
| again | asked to show once more that it is them |
| none | not found: to them there is no such page, no such row, or it is not its moment (bringing back what was not thrown away) |
| no | refused |

Two words, parted by a stroke, where looking (GET) and doing (POST) differ. A link with a token that was made up is *none* to everybody: who has the right one is let in, whoever they are.

"""  # noqa: E501 # a paragraph is a line

Rows = dict[tuple[str, str], tuple[str, ...]]
"""(address, methods it takes) → a word for each role."""


def written(rows: Rows) -> str:
    """The whole file."""
    lines = [f"| Address | Takes | {' | '.join(ROLES)} |", "|---" * (len(ROLES) + 2) + "|"]
    lines += [f"| `/{route}` | {takes} | {' | '.join(words)} |" for (route, takes), words in sorted(rows.items())]
    return HEAD + "\n".join(lines) + "\n"


def read(text: str) -> Rows:
    """The rows of a file that `written` wrote."""
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in text.splitlines() if "| `/" in line]
    return {(row[0].strip("`").removeprefix("/"), row[1]): tuple(row[2:]) for row in cells}


def differences(told: Rows, found: Rows) -> list[str]:
    """What the table says that is not so, a line each, in words."""
    lines = [f"not in the table: {address(key)}" for key in sorted(found.keys() - told.keys())]
    lines += [f"in the table, and gone: {address(key)}" for key in sorted(told.keys() - found.keys())]
    for key in sorted(found.keys() & told.keys()):
        for role, was, is_now in zip(ROLES, told[key], found[key], strict=True):
            if was != is_now:
                lines.append(f"{address(key)}: {role} was “{was}”, is “{is_now}”")
    return lines


def address(key: tuple[str, str]) -> str:
    return f"/{key[0]} ({key[1]})"


def measure() -> str:
    """The file as it must be, from a hosted Askwell in a process of its own. Raises RuntimeError with its output."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "permissions.md"
        worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "tests/hosted_permissions.py", "-p", "no:cacheprovider", *QUIET],
            env={
                **os.environ,
                "ASKWELL_DATA": folder,
                "ASKWELL_HOSTED": "1",
                "ASKWELL_SECRET_KEY": "s" * 50,
                "ASKWELL_ALLOWED_HOSTS": "askwell.example",
                "PERMISSIONS_TO": str(answer),
                "PYTEST_XDIST_WORKER": f"{worker}_permissions",
            },
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode != 0:
            raise RuntimeError(done.stdout[-4000:] + done.stderr[-2000:])
        return answer.read_text()


if __name__ == "__main__":
    TABLE.write_text(measure())
    print(f"Wrote {TABLE.relative_to(ROOT)}: {len(read(TABLE.read_text()))} rows.")
