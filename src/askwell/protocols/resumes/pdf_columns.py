"""Columns of a page, told by headings of sections that stand beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from askwell.protocols.resumes.page.headings import section_named
from askwell.protocols.resumes.pdf_rows import Chunk

_APART = 90.0
"""Headings that begin this far from each other stand in different columns, in points."""
_NEAR = 25.0
_SAME_LINE = 3.0
_CROSSING = 0.15
_WINDOW, _SHARE = 10, 0.4


@dataclass(slots=True)
class Flow:
    """Text to be read from top to bottom, over pages; `fresh`: nothing before it belongs to it."""

    chunks: list[Chunk] = field(default_factory=list)
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class _Cut:
    """A page whose middle has two columns beside the `gutter`."""

    gutter: float
    above: list[Chunk]
    left: list[Chunk]
    right: list[Chunk]
    below: list[Chunk]


def in_columns(pages: Sequence[Sequence[Chunk]]) -> list[Flow]:
    """The text of all pages as flows: what runs over the whole width, then each column through all pages."""
    flows: list[Flow] = []
    columns: list[Flow] = []
    gutter = 0.0
    for chunks in pages:
        cut = _cut(chunks, gutter)
        if cut is None:
            flows = flows or [Flow()]
            flows[-1].chunks += chunks
            columns, gutter = [], 0.0
        elif columns and not cut.above and abs(cut.gutter - gutter) < _NEAR:
            columns[0].chunks += cut.left
            columns[1].chunks += cut.right
        else:
            columns, gutter = [Flow(cut.left), Flow(cut.right)], cut.gutter
            flows += [Flow(cut.above), *columns, Flow(cut.below)]
    return [part for flow in flows for part in _deeper(flow)]


def _deeper(flow: Flow) -> list[Flow]:
    """A column that is parted itself, and none without text."""
    cut = _cut(flow.chunks, 0.0) if len({chunk.page for chunk in flow.chunks}) == 1 else None
    if cut is None or not cut.left:
        return [flow] if flow.chunks else []
    parts = (cut.above, cut.left, cut.right, cut.below)
    return [deep for part in parts if part for deep in _deeper(Flow(part))]


def _cut(chunks: Sequence[Chunk], before: float) -> _Cut | None:
    """The columns of a page: where it has headings beside each other, or goes on from a page that was parted so."""
    gutter, top = _gutter(chunks)
    if not gutter and before and chunks:
        gutter, top = before, max(chunk.y for chunk in chunks)
    if not gutter:
        return None
    crossing = [chunk for chunk in chunks if chunk.x0 < gutter < chunk.x1]
    upper = _top(chunks, crossing, gutter, top)
    lower = _bottom([chunk for chunk in chunks if chunk.y <= top], gutter)
    middle = [chunk for chunk in chunks if lower < chunk.y < upper - 0.5]
    stray = sum(chunk in crossing for chunk in middle)
    if stray > _CROSSING * len(middle):
        return None
    return _Cut(
        gutter,
        [chunk for chunk in chunks if chunk.y >= upper - 0.5],
        [chunk for chunk in middle if chunk.x0 < gutter],
        [chunk for chunk in middle if chunk.x0 >= gutter],
        [chunk for chunk in chunks if chunk.y <= lower],
    )


def _top(chunks: Sequence[Chunk], crossing: Sequence[Chunk], gutter: float, top: float) -> float:
    """Where the columns begin: with headings on one baseline there, else below what runs over the whole width."""
    beside = [chunk for chunk in chunks if abs(chunk.y - top) < _SAME_LINE and section_named(chunk.text.strip(" :："))]
    if {chunk.x0 < gutter for chunk in beside} == {True, False}:
        return top + _SAME_LINE
    return min((chunk.y for chunk in crossing if chunk.y > top), default=top + 10_000)


def _gutter(chunks: Sequence[Chunk]) -> tuple[float, float]:
    """Where the right column begins and how high its first heading is; nothing for a page of one column."""
    headings = [chunk for chunk in chunks if section_named(chunk.text.strip(" :：\t"))]
    left = min((chunk.x0 for chunk in headings), default=0.0)
    right = min((chunk.x0 for chunk in headings if chunk.x0 - left > _APART), default=0.0)
    if not right:
        return 0.0, 0.0
    begins = min(chunk.x0 for chunk in chunks if right - _NEAR <= chunk.x0 <= right)
    return begins - 1, max(chunk.y for chunk in headings if chunk.x0 >= begins)


def _bottom(chunks: Sequence[Chunk], gutter: float) -> float:
    """Where text over the whole width begins again below the columns."""
    for place, chunk in enumerate(chunks):
        following = chunks[place : place + _WINDOW]
        crossing = [one for one in following if one.x0 < gutter < one.x1]
        if chunk in crossing and len(crossing) >= _SHARE * len(following):
            return chunk.y + 0.5
    return -1.0
