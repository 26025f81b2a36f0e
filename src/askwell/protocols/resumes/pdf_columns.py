"""Columns of a page, told by headings of sections that stand beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from askwell.protocols.resumes.page.headings import section_named
from askwell.protocols.resumes.pdf_rows import Chunk

_APART = 90.0
"""Headings that begin this far from each other stand in different columns, in points."""
_NEAR = 25.0
_CROSSING = 0.15


@dataclass(slots=True)
class Flow:
    """Text to be read from top to bottom, over pages; `fresh`: nothing before it belongs to it."""

    chunks: list[Chunk] = field(default_factory=list)
    fresh: bool = True


def in_columns(pages: Sequence[Sequence[Chunk]]) -> list[Flow]:
    """The text of all pages as flows: what runs over the whole width first, then each column through all pages."""
    flows: list[Flow] = []
    gutter = 0.0
    for chunks in pages:
        found = _gutter(chunks) or (gutter if gutter and _is_parted(chunks, gutter) else 0.0)
        if not found:
            flows = _with(flows, [list(chunks)])
        else:
            flows = _with(flows if gutter else [*flows, Flow(), Flow(), Flow()], _parted(chunks, found))
        gutter = found
    return [flow for flow in flows if flow.chunks]


def _with(flows: list[Flow], parts: list[list[Chunk]]) -> list[Flow]:
    """The last flows go on with these parts."""
    if not flows:
        flows = [Flow() for _ in parts]
    for flow, part in zip(flows[-len(parts) :], parts, strict=True):
        flow.chunks += part
    return flows


def _gutter(chunks: Sequence[Chunk]) -> float:
    """Where the right column begins; 0 for a page of one column."""
    headings = [chunk for chunk in chunks if section_named(chunk.text.strip(" :：\t"))]
    left = min((chunk.x0 for chunk in headings), default=0.0)
    right = min((chunk.x0 for chunk in headings if chunk.x0 - left > _APART), default=0.0)
    if not right:
        return 0.0
    begins = min(chunk.x0 for chunk in chunks if right - _NEAR <= chunk.x0 <= right)
    top = max(chunk.y for chunk in headings if chunk.x0 >= begins)
    below = [chunk for chunk in chunks if chunk.y <= top]
    return begins - 1 if _is_parted(below, begins - 1) else 0.0


def _is_parted(chunks: Sequence[Chunk], gutter: float) -> bool:
    return sum(_crosses(chunk, gutter) for chunk in chunks) <= _CROSSING * len(chunks)


def _crosses(chunk: Chunk, gutter: float) -> bool:
    return chunk.x0 < gutter < chunk.x1


def _parted(chunks: Sequence[Chunk], gutter: float) -> list[list[Chunk]]:
    """What crosses, then the column with the largest type, which has the name, then the other."""
    crossing = [chunk for chunk in chunks if _crosses(chunk, gutter)]
    left = [chunk for chunk in chunks if chunk.x1 <= gutter]
    right = [chunk for chunk in chunks if chunk.x0 >= gutter]
    return [crossing, left, right]
