"""A page as lines of text with what can be seen of them: what readers of DOCX and PDF give."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from askwell.lib.text import HAN, clean

_SPREAD = re.compile(rf"^\s*[{HAN}](?:\s+[{HAN}])+(?=\s*(?:[:：]|$))|(?<=\t)[{HAN}](?:[ \u3000]+[{HAN}])+(?=\s*[:：])")
_WIDE = re.compile(r"(?<![.!?:;,])[ \u00a0]{2,}|(?<=\S\S)\u3000+|(?<=\d)\u3000+")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line in one type; `size` in points, 0 where unknown."""

    text: str
    bold: bool = False
    italic: bool = False
    size: float = 0.0


@dataclass(frozen=True)
class Line:
    """One line, or one paragraph where the source tells where it ends. A TAB in the text parts what stands apart.

    `heading`: its style says that it is one. `bullet`: an item of a list, its mark left out. `gap`: whether more space
    than usual is above. `fresh`: nothing before it belongs to it (a column begins).
    """

    spans: Sequence[Span]
    heading: bool = False
    bullet: bool = False
    gap: bool = False
    fresh: bool = False

    @cached_property
    def text(self) -> str:
        written = "".join(span.text for span in self.spans)
        together = _SPREAD.sub(lambda found: re.sub(r"\s", "", found[0]), written)
        pieces = _WIDE.sub("\t", together).split("\t")
        return "\t".join(filter(None, map(clean, pieces)))

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is."""
        return all(span.bold for span in self.spans if span.text.strip())

    @cached_property
    def size(self) -> float:
        return max((span.size for span in self.spans if span.text.strip()), default=0.0)


def line_of(text: str) -> Line:
    """A line of which nothing is known but its text."""
    return Line((Span(text),))
