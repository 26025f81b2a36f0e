"""Pages as pictures. They hold what people typed: as the source of an image nothing in them can run."""

import base64
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.http import Http404, HttpResponse

from askwell.documents.web.words.pages import room_of
from askwell.lib.numbers import whole_number
from askwell.protocols import papers, resumes
from askwell.protocols.papers import Layout, Pictured

POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@lru_cache(maxsize=16)
def pictured(document: resumes.Resume | papers.Letter, layout: Layout) -> Pictured:
    return papers.pictures(document, layout)


def page(made: Pictured, number: str) -> HttpResponse:
    """One page, from 1. Raises Http404."""
    place = whole_number(number, 0)
    if not 1 <= place <= len(made.svgs):
        raise Http404
    headers = {
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(made.svgs[place - 1], content_type="image/svg+xml; charset=utf-8", headers=headers)


def inline(made: Pictured) -> list[str]:
    """The pages as sources of images, for an answer that is nothing but them."""
    return [f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}" for svg in made.svgs]


def shown(made: Pictured, allowed: int, sources: Sequence[str], most: int = 0) -> dict[str, Any]:
    """What the part with the pages needs; `most` pages may be allowed."""
    return {"room": room_of(made, allowed, most), "sources": sources, "pages": len(sources)}
