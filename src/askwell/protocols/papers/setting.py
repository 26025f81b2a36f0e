"""Typst sets what was laid out: as PDF/UA-1, or as pictures.

A sheet (`sheets/*.typ`) is a template's look. It gets the words as JSON through `sys.inputs` and sees no file but the
sheets; nothing that somebody wrote is ever Typst code. Each sheet has one compiler a process, made when first asked
for, which keeps what it laid out before; a lock keeps threads apart.
"""

import json
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Literal

import typst

from askwell.protocols.papers.compact import compact
from askwell.protocols.papers.fonts import fonts
from askwell.protocols.papers.laid import Laid, LaidLetter, LaidReport
from askwell.protocols.papers.laying import lay
from askwell.protocols.papers.laying_letters import lay_letter
from askwell.protocols.papers.layout import Layout, Pictured, Printed
from askwell.protocols.papers.letter import Letter
from askwell.protocols.papers.payload import payload
from askwell.protocols.papers.report import Report, lay_report
from askwell.protocols.papers.steps import HEIGHTS, Step, fitting
from askwell.protocols.papers.steps import step as measures
from askwell.protocols.resumes import Resume

_SHEETS = Path(__file__).parent / "sheets"
Format = Literal["pdf", "svg"]
Content = Resume | Letter | Report


def pdf(content: Content, layout: Layout) -> Printed:
    """The document as tagged PDF, without the moment it was made; the same content gives the same bytes."""
    data, fit, missing = _made(content, replace(layout, marked=""), "pdf")
    return Printed(compact(data[0]), fit.pages, fit.fill, fit.pages > layout.pages, missing)


def pictures(content: Content, layout: Layout) -> Pictured:
    """The pages as pictures, with the marked line highlighted."""
    data, fit, missing = _made(content, layout, "svg")
    svgs = tuple(page.decode() for page in data)
    return Pictured(svgs, fit.pages, fit.fill, fit.pages > layout.pages, missing)


@dataclass(frozen=True, slots=True)
class Fit:
    """How many pages a document takes, and how much of the last it fills."""

    pages: int
    fill: float

    @property
    def used(self) -> float:
        return self.pages - 1 + self.fill


Made = tuple[list[bytes], Fit]


def _made(content: Content, layout: Layout, form: Format) -> tuple[list[bytes], Fit, tuple[str, ...]]:
    name, laid = _laid(content, layout)
    written, missing = payload(laid, layout)
    return *_sheet(name).fitted(written, laid.language, layout, form), missing


def _laid(content: Content, layout: Layout) -> tuple[str, Laid | LaidLetter | LaidReport]:
    """Its words on the page, and the sheet that they are set with."""
    if isinstance(content, Report):
        return "report", lay_report(content)
    if isinstance(content, Letter):
        return "letter", lay_letter(content)
    return layout.template.value, lay(content, layout)


@cache
def _sheet(name: str) -> "Sheet":
    return Sheet(_SHEETS / f"{name}.typ")


class Sheet:
    """A template's look with its compiler."""

    def __init__(self, path: Path) -> None:
        self._compiler = typst.Compiler(path, root=_SHEETS, font_paths=fonts(), ignore_system_fonts=True)
        self._lock = Lock()

    def fitted(self, content: str, language: str, layout: Layout, form: Format) -> Made:
        """The document at the widest step at which it takes the pages allowed, or at the tightest."""
        height = HEIGHTS[layout.paper]
        with self._lock:
            return fitting(lambda number: self._at(measures(number, language), content, height, form), layout.pages)

    def _at(self, step: Step, content: str, height: float, form: Format) -> Made:
        made = self._compiled({"content": content, "step": json.dumps(asdict(step))}, form)
        end = json.loads(self._compiler.eval("locate(<end>).position()"))
        used = (float(end["y"].removesuffix("pt")) - step.top) / (height - 2 * step.top)
        return made, Fit(end["page"], round(min(1.0, max(0.0, used)), 3))

    def _compiled(self, inputs: dict[str, str], form: Format) -> list[bytes]:
        standards: list[typst.PDFStandard] = ["ua-1"] if form == "pdf" else []
        try:
            made = self._compiler.compile(format=form, sys_inputs=inputs, pdf_standards=standards, timestamp=0)
        except typst.TypstError:
            # A script that no font of ours joins as it should: a page without the promise of UA rather than none.
            made = self._compiler.compile(format=form, sys_inputs=inputs, timestamp=0)
        return made if isinstance(made, list) else [made or b""]
