"""How long a resume takes to become a PDF and a picture, and how large it is, beside a bare `typst.Compiler`.

`papers.py`: milliseconds of wall clock and of processor, medians of rounds taken turn about in one run; every round has
another content, so nothing is served from memory. "bare" has the words as JSON ready and only compiles our sheet;
"by hand" compiles a short page of the same words without boxes, keeping together or fitting. Both reuse a compiler.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import typst

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from askwell.protocols import papers
from askwell.protocols.papers.fonts import fonts
from askwell.protocols.papers.laying import lay
from askwell.protocols.papers.payload import payload
from askwell.protocols.papers.setting import _SHEETS
from askwell.protocols.papers.steps import step
from askwell.protocols.resumes import Resume
from tests.factories.papers import LETTERS, LONG_RESUMES, RESUMES

ROUNDS = 40
LAYOUT = papers.Layout(volunteering_with_work=True)
CHINESE = replace(LAYOUT, template=papers.Template.CHINESE)
BY_HAND = r"""
#let c = json(bytes(sys.inputs.content))
#set document(title: c.title)
#set page(paper: "us-letter", margin: (x: 1.8cm, y: 1.5cm))
#set text(font: "Source Sans 3", size: 10pt)
#show heading: it => block(text(12pt, font: "Source Serif 4", weight: 600, it.body))
= #c.name
#for p in c.reach [#p.text · ]

#for s in c.sections {
  if s.heading != "" [== #s.heading]
  for e in s.entries {
    if s.shape == "entries" {
      grid(columns: (1fr, auto), [*#e.first*], e.when)
      [#e.second #e.text]
      list(..e.lines)
    } else [#e.first #e.second #e.text \ ]
  }
}
"""


def changed(resume: Resume, number: int) -> Resume:
    """The same resume with other words in every line."""
    work = tuple(replace(job, lines=tuple(f"{line} {number}" for line in job.lines)) for job in resume.work)
    return replace(resume, name=f"{resume.name} {number}", summary=f"{resume.summary} {number}", work=work)


def bare(path: Path) -> Callable[[str], object]:
    compiler = typst.Compiler(path, root=path.parent, font_paths=fonts(), ignore_system_fonts=True)
    measures = json.dumps(asdict(step(0, "en")))
    return lambda words: compiler.compile(format="pdf", sys_inputs={"content": words, "step": measures})


def words_of(resume: Resume) -> str:
    return payload(lay(resume, LAYOUT), LAYOUT)[0]


def measured(way: Callable[[Any], object], content: object) -> tuple[float, float]:
    wall, processor = time.perf_counter(), time.process_time()
    way(content)
    return 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - processor)


def printing(layout: papers.Layout = LAYOUT) -> Callable[[Resume], object]:
    return lambda resume: papers.pdf(resume, layout)


def picturing(layout: papers.Layout = LAYOUT) -> Callable[[Resume], object]:
    return lambda resume: papers.pictures(resume, replace(layout, marked=resume.work[0].lines[0]))


Way = tuple[Resume, Callable[[Resume], object], Callable[[Any], object]]
"""What is set, how it is made ready before the clock starts, and what is measured."""


def ways() -> dict[str, Way]:
    by_hand = Path(tempfile.mkdtemp()) / "page.typ"
    by_hand.write_text(BY_HAND, encoding="utf-8")
    english, long = replace(RESUMES["en"], native_name=""), LONG_RESUMES["en"]
    dense, two = replace(english, work=(*english.work, *long.work[:1])), replace(LAYOUT, pages=2)
    return {
        "by hand, one page": (english, words_of, bare(by_hand)),
        "bare, one page": (english, words_of, bare(_SHEETS / "classic.typ")),
        "PDF, one page": (english, itself, printing()),
        "PDF, one page after tightening": (dense, itself, printing()),
        "PDF, two pages": (long, itself, printing(two)),
        "PDF, one page of Chinese": (RESUMES["zh-Hans"], itself, printing(CHINESE)),
        "picture, one page": (english, itself, picturing()),
        "picture, one page after tightening": (dense, itself, picturing()),
        "picture, two pages": (long, itself, picturing(two)),
        "picture, one page of Chinese": (RESUMES["zh-Hans"], itself, picturing(CHINESE)),
        "Word": (english, itself, lambda resume: papers.docx(resume, LAYOUT)),
    }


def itself(resume: Resume) -> object:
    return resume


def main() -> None:
    began = time.perf_counter()
    papers.pdf(RESUMES["en"], LAYOUT)
    sys.stdout.write(f"the first in a process {1000 * (time.perf_counter() - began):.0f} ms\n")
    each = ways()
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in each}
    for number in range(-3, ROUNDS):
        for place, (name, (resume, ready, way)) in enumerate(each.items()):
            one = measured(way, ready(changed(resume, 1000 + number * len(each) + place)))
            if number >= 0:
                took[name].append(one)
    for name, times in took.items():
        wall, processor = (statistics.median(column) for column in zip(*times, strict=True))
        sys.stdout.write(f"{name:36} {wall:6.1f} ms, {processor:6.1f} of processor\n")
    for floor in ("bare, one page", "by hand, one page"):
        ratios = [ours[1] / its[1] for ours, its in zip(took["PDF, one page"], took[floor], strict=True)]
        sys.stdout.write(f"PDF, one page, to {floor}: {statistics.median(ratios):.2f} times the processor\n")
    sizes()


def sizes() -> None:
    for template in papers.Template:
        made = papers.pdf(replace(RESUMES["en"], native_name=""), replace(LAYOUT, template=template))
        sys.stdout.write(f"{template.value}: one page of English {len(made.data) / 1000:.1f} kB\n")
    chinese, letter = papers.pdf(RESUMES["zh-Hans"], CHINESE), papers.pdf(LETTERS["en"], LAYOUT)
    sys.stdout.write(
        f"one page of Chinese {len(chinese.data) / 1000:.1f} kB, a letter {len(letter.data) / 1000:.1f} kB\n"
    )


if __name__ == "__main__":
    main()
