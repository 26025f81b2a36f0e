"""What official data say is paid now and at the target; nothing where either is unknown. No other source is asked."""

from askwell.accounts.models import Workspace
from askwell.growth.queries.values import Wages
from askwell.lib.text import fold
from askwell.occupations.queries.search import search
from askwell.occupations.queries.telling import Told, tell
from askwell.portfolio.choices import ChapterKind
from askwell.portfolio.models import Chapter


def wages(workspace: Workspace, target: Told | None, language: str) -> Wages | None:
    """In the first region for which both are known, by the same unit of time. One query where the target has none, ten
    more where it has."""
    if target is None or not target.wages:
        return None
    now = _today(workspace, language)
    if now is None or now.noc == target.noc:
        return None
    theirs = {(one.region, one.per): one for one in now.wages if one.median is not None}
    then = next((one for one in target.wages if one.median is not None and (one.region, one.per) in theirs), None)
    return Wages(then.region, now.title, theirs[then.region, then.per], then) if then else None


def _today(workspace: Workspace, language: str) -> Told | None:
    """The occupation whose name is exactly what the seeker's present work is called."""
    work = Chapter.kept(workspace).filter(kind=ChapterKind.WORK, end="").exclude(title="").order_by("-start").first()
    if work is None:
        return None
    hits = search(work.title, language, 3)
    hit = next((one for one in hits if fold(one.matched) == fold(work.title)), None)
    return tell(hit.id, language) if hit else None
