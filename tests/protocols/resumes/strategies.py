"""Any resume, as hypothesis makes them: clean text, real dates, web addresses ready to be opened."""

from dataclasses import fields
from typing import Any, get_args

from hypothesis import strategies as st

from askwell.lib.emails import normalise_email
from askwell.lib.links import normalise_link
from askwell.lib.text import clean, clean_block
from askwell.protocols.resumes import (
    Award,
    Certificate,
    Interest,
    Job,
    Level,
    Link,
    Project,
    Publication,
    Reference,
    Resume,
    Skill,
    Spoken,
    Study,
)

ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["2021-03", "现在"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
_LINES = st.text(max_size=30).map(clean)
_BLOCKS = st.text(st.sampled_from("ab \n é中.\u2028<"), max_size=30).map(clean_block)
_DATES = st.just("") | st.dates().map(lambda day: day.isoformat()).filter(lambda day: day[:2] in ("19", "20"))
_DATES |= st.from_regex(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", fullmatch=True)
_LINKS = (
    st.sampled_from(["", "https://portfolio.example", "http://a.example/x?y=1", "https://例子.example/é"])
    .map(lambda link: normalise_link(link) if link else "")
    .map(lambda link: link or "")
)
_EMAILS = st.sampled_from(["", "a@b.example", "张三@公司.example"]).map(lambda email: normalise_email(email) or "")
_KINDS: dict[str, st.SearchStrategy[Any]] = {
    "start": _DATES,
    "end": _DATES,
    "date": _DATES,
    "url": _LINKS,
    "email": _EMAILS,
    "summary": _BLOCKS,
    "words": _BLOCKS,
    "level": st.sampled_from(get_args(Level)),
    "country": st.sampled_from(["", "CA", "CN"]),
    "lines": st.lists(_LINES.filter(bool), max_size=3).map(tuple),
    "courses": st.lists(_LINES.filter(bool), max_size=3).map(tuple),
    "parts": st.lists(_LINES.filter(bool), max_size=3).map(tuple),
}


def _fields(kind: Any) -> dict[str, st.SearchStrategy[Any]]:
    kinds = _KINDS | ({"level": _LINES} if kind is Skill else {})
    return {field.name: kinds.get(field.name, _LINES) for field in fields(kind)}


def _some(kind: Any) -> st.SearchStrategy[Any]:
    """Items of a kind that say something, a few."""
    says = st.builds(kind, **_fields(kind)).filter(lambda one: any(getattr(one, field.name) for field in fields(kind)))
    return st.lists(says, max_size=2).map(tuple)


RESUMES = st.builds(
    Resume,
    **_fields(Resume)
    | {
        "links": _some(Link),
        "work": _some(Job),
        "volunteering": _some(Job),
        "education": _some(Study),
        "certificates": _some(Certificate),
        "projects": _some(Project),
        "skills": _some(Skill),
        "languages": _some(Spoken),
        "awards": _some(Award),
        "publications": _some(Publication),
        "interests": _some(Interest),
        "references": _some(Reference),
    },
)
