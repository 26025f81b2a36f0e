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


def bare(path: Path) -> Callable[[Resume], int]:
    compiler = typst.Compiler(path, root=path.parent, font_paths=fonts(), ignore_system_fonts=True)
    measures = json.dumps(asdict(step(0, "en")))

    def make(words: str) -> int:
        return len(compiler.compile(format="pdf", sys_inputs={"content": words, "step": measures}) or b"")

    return make


def words_of(resume: Resume) -> str:
    return payload(lay(resume, LAYOUT), LAYOUT)[0]


def measured(way: Callable[[], object]) -> tuple[float, float]:
    wall, processor = time.perf_counter(), time.process_time()
    way()
    return 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - processor)


def main() -> None:
    by_hand = Path(tempfile.mkdtemp()) / "page.typ"
    by_hand.write_text(BY_HAND, encoding="utf-8")
    page, short = bare(_SHEETS / "classic.typ"), bare(by_hand)
    english = replace(RESUMES["en"], native_name="")
    dense = replace(english, work=(*english.work, *LONG_RESUMES["en"].work[:1]))

    def pictured(resume: Resume, layout: papers.Layout = LAYOUT) -> object:
        return papers.pictures(resume, replace(layout, marked=resume.work[0].lines[0]))

    two = replace(LAYOUT, pages=2)
    ways: dict[str, tuple[Resume, Callable[[Resume], object]]] = {
        "by hand, one page": (english, lambda resume: short(words_of(resume))),
        "bare, one page": (english, lambda resume: page(words_of(resume))),
        "PDF, one page": (english, lambda resume: papers.pdf(resume, LAYOUT)),
        "PDF, one page after tightening": (dense, lambda resume: papers.pdf(resume, LAYOUT)),
        "PDF, two pages": (LONG_RESUMES["en"], lambda resume: papers.pdf(resume, two)),
        "PDF, one page of Chinese": (RESUMES["zh-Hans"], lambda resume: papers.pdf(resume, LAYOUT)),
        "picture, one page": (english, pictured),
        "picture, one page after tightening": (dense, pictured),
        "picture, two pages": (LONG_RESUMES["en"], lambda resume: pictured(resume, two)),
        "Word": (english, lambda resume: papers.docx(resume, LAYOUT)),
    }
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for number in range(-3, ROUNDS):
        for name, (resume, way) in ways.items():
            ready = changed(resume, number * len(ways) + list(ways).index(name) + 1000)
            words = words_of(ready)
            made = {"by hand, one page": short, "bare, one page": page}.get(name)
            one = measured((lambda words=words, made=made: made(words)) if made else (lambda: way(ready)))  # noqa: B023
            if number >= 0:
                took[name].append(one)
    for name, times in took.items():
        wall, processor = (statistics.median(column) for column in zip(*times, strict=True))
        sys.stdout.write(f"{name:36} {wall:6.1f} ms, {processor:6.1f} of processor\n")
    ratios = [ours[1] / floor[1] for ours, floor in zip(took["PDF, one page"], took["bare, one page"], strict=True)]
    sys.stdout.write(f"PDF, one page, to bare: {statistics.median(ratios):.2f} times\n")
    sizes()


def sizes() -> None:
    for template in papers.Template:
        made = papers.pdf(replace(RESUMES["en"], native_name=""), replace(LAYOUT, template=template))
        sys.stdout.write(f"{template.value}: one page of English {len(made.data) / 1000:.1f} kB\n")
    made = papers.pdf(RESUMES["zh-Hans"], replace(LAYOUT, template=papers.Template.CHINESE))
    letter = papers.pdf(LETTERS["en"], LAYOUT)
    sys.stdout.write(f"one page of Chinese {len(made.data) / 1000:.1f} kB, a letter {len(letter.data) / 1000:.1f} kB\n")


if __name__ == "__main__":
    main()
