"""Releases of the real sizes in the real layouts, of invented words: O*NET 31 as text, and ESCO in two languages."""

import csv
import random
from pathlib import Path

_SYLLABLES = "an bel cor dan el fer gal hu is jo kar lin mar nor os per qui ros sel tom ur vik wen xi yan zo"
SYLLABLES = _SYLLABLES.split(" ")
TRADES = {
    "en": "engineer technician manager clerk nurse teacher driver operator analyst assistant worker specialist",
    "fr": "ingénieur technicien gérant commis infirmier enseignant chauffeur opérateur analyste adjoint ouvrier",
}
CODE = "O*NET-SOC Code"
RATED = [CODE, "Element ID", "Element Name", "Scale ID", "Data Value"]
MEASURED = ["N", "Standard Error", "Lower CI Bound", "Upper CI Bound", "Recommend Suppress", "Not Relevant"]
DATED = ["Date", "Domain Source"]
CHANCE = random.Random(7)
WORDS = ["".join(CHANCE.choices(SYLLABLES, k=CHANCE.choice((2, 3, 4)))) for _ in range(20_000)]
Rows = list[list[object]]


def said(count: int) -> str:
    return " ".join(CHANCE.choices(WORDS, k=count))


def title(language: str) -> str:
    trade = CHANCE.choice(TRADES[language].split(" "))
    return f"{said(2)} {trade}" if language == "en" else f"{trade} {said(2)}"


def onet(folder: Path) -> None:
    """1,016 occupations, 57,000 and 8,000 other titles, 64,000 rows of skills, 32,000 of software, 19,000 tasks."""
    codes = [f"{11 + n // 40}-{1000 + n}.00" for n in range(1016)]
    rated, told = codes[:910], codes[:923]
    tabbed(folder, "Occupation Data", [CODE, "Title", "Description"], [[one, title("en"), said(25)] for one in codes])
    other = [[CHANCE.choice(codes), title("en").title(), "n/a", "01"] for _ in range(57_000)]
    tabbed(folder, "Job Titles", [CODE, "Job Title", "Short Title", "Source(s)"], other)
    reported = [[CHANCE.choice(codes), title("en").title(), "Y"] for _ in range(8_189)]
    tabbed(folder, "Sample of Reported Titles", [CODE, "Reported Job Title", "Shown in My Next Move"], reported)
    for name, kind, many in (("Essential Skills", "2.A", 10), ("Transferable Skills", "2.B", 25)):
        tabbed(folder, name, RATED + MEASURED + DATED, _ratings(rated, kind, many))
    software = [[CHANCE.choice(told), said(2), "2.E.1.a", said(3), "N", "N"] for _ in range(31_821)]
    columns = [CODE, "Workplace Example", "Element ID", "Element Name", "Hot Technology", "In Demand"]
    tabbed(folder, "Software Skills", columns, software)
    tasks = [[CHANCE.choice(told), n, said(18), "Core", 40, "08/2026", "Incumbent"] for n in range(18_838)]
    columns = [CODE, "Task ID", "Task", "Task Type", "Incumbents Responding", *DATED]
    tabbed(folder, "Task Statements", columns, tasks)
    tabbed(folder, "Career Interest Types", RATED + DATED, _interests(told))
    zones = [[one, CHANCE.randint(1, 5), "08/2026", "Analyst"] for one in told]
    tabbed(folder, "Job Zones", [CODE, "Job Zone", *DATED], zones)


def _ratings(codes: list[str], kind: str, many: int) -> Rows:
    names = [said(2) for _ in range(many)]
    measured = [8, 0.2, 3.1, 3.9, "N", "n/a", "08/2026", "Analyst"]
    return [
        [code, f"{kind}.{n}", name, scale, round(CHANCE.uniform(1, 5), 2), *measured]
        for code in codes
        for n, name in enumerate(names)
        for scale in ("IM", "LV")
    ]


def _interests(codes: list[str]) -> Rows:
    return [
        [code, f"1.B.1.{letter}", letter, scale, round(CHANCE.uniform(1, 7), 2), "08/2026", "Analyst"]
        for code in codes
        for letter, scale in (*((one, "OI") for one in "abcdef"), *((one, "IH") for one in "ghi"))
    ]


def esco(folder: Path) -> None:
    """3,000 occupations, each with ten other titles in English and in French; no skills."""
    for language in TRADES:
        with (folder / f"occupations_{language}.csv").open("w", newline="", encoding="utf-8") as stream:
            out = csv.writer(stream)
            out.writerow(["conceptType", "conceptUri", "iscoGroup", "preferredLabel", "altLabels", "description"])
            for n in range(3000):
                other = "\n".join(title(language) for _ in range(10))
                out.writerow(["Occupation", f"http://x.example/{n}", "2166", title(language), other, said(40)])


def tabbed(folder: Path, name: str, columns: list[str], rows: Rows) -> None:
    lines = ["\t".join(map(str, row)) for row in [columns, *rows]]
    (folder / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
