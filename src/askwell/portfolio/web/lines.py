"""Lines of a chapter: told, put in order, and made accomplishments of, a step at a time."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.lib.numbers import whole_number
from askwell.portfolio.actions.accomplishments import MEASURE, add_line, change_line, move_line, show_skills
from askwell.portfolio.actions.errors import ChangedElsewhereError, NothingToldError, UnknownCodeError
from askwell.portfolio.actions.skills import add_skill
from askwell.portfolio.models import Accomplishment, Chapter, Proof, Skill
from askwell.portfolio.queries.telling import said
from askwell.portfolio.queries.wizard import STEPS, Improving, improving
from askwell.portfolio.web.forms import LineForm
from askwell.portfolio.web.keeping import attempt, back, form_page, found, query, told_in
from askwell.portfolio.web.words import lines as words
from askwell.ui.say import say


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, chapter_id: UUID) -> HttpResponse:
    """A new line; `then` says whether it is made an accomplishment at once."""
    chapter = found(request, Chapter, chapter_id)
    form = LineForm(request.POST if request.method == "POST" else None, language=told_in(request))
    if form.is_valid() and (kept := attempt(form, lambda: _added(chapter, form))):
        if "improve" in request.POST:
            return redirect(back(request, "star", reverse("portfolio:line", args=[kept.pk])))
        say(request, _("Kept."), undo=reverse("portfolio:remove_line", args=[kept.pk]))
        return redirect(back(request, f"c-{chapter_id}"))
    of = said(chapter, "title", told_in(request)) or said(chapter, "organisation", told_in(request))
    return form_page(request, form, title=_("Add what you did"), anchor=f"c-{chapter_id}", of=of, improves=True)


def _added(chapter: Chapter, form: LineForm) -> Accomplishment:
    return add_line(workspace=chapter.workspace, chapter_id=chapter.pk, language=form.told, text=form.facts()["text"])


@require_safe
def line(request: HttpRequest, accomplishment_id: UUID) -> HttpResponse:
    """The wizard. `?step=` shows that part's field, `?own` the line's own."""
    return _wizard(request, _improving(request, accomplishment_id))


def _improving(request: HttpRequest, accomplishment_id: UUID) -> Improving:
    try:
        return improving(workspace_of(request.user), accomplishment_id)
    except Accomplishment.DoesNotExist:
        raise Http404 from None


def _wizard(request: HttpRequest, one: Improving, status: int = 200, **more: Any) -> HttpResponse:
    """`typed` stays in the field of a step that was refused; `elsewhere` is the version that stands since."""
    row, asked = one.line, request.GET.get("step", more.get("step", ""))
    step = asked if asked in STEPS else one.step
    context = {
        "one": one,
        "line": row,
        "chapter": row.chapter,
        "step": step,
        "steps": [(name, words.STEPS[name][0], getattr(row, name)) for name in STEPS],
        "question": words.STEPS[step][1],
        "value": getattr(row, step),
        "measure": row.measure,
        "sources": words.SOURCES.items(),
        "no_measure": words.NO_MEASURE,
        "own": "own" in request.GET or (one.composed is not None and not one.is_good),
        "mine": one.composed.text if one.composed else row.text,
        "parts": _marked(one),
        "skills": _skills(row, told_in(request)),
        "back": back(request, f"c-{row.chapter_id}"),
        "others": [(code, name) for code, name in settings.LANGUAGES if code != row.language],
        "query": query(request),
        "and_in": query(request).replace("?", "&"),
        "version": row.version,
        **more,
    }
    return render(request, "portfolio/line.html", context, status=status)


def _marked(one: Improving) -> tuple[str, str, str]:
    """The composed line around the words that say how much."""
    text = one.composed.text if one.composed else ""
    before, measure, after = text.partition(one.measure) if one.measure else (text, "", "")
    return before, measure, after


def _skills(row: Accomplishment, language: str) -> list[tuple[UUID, str, bool]]:
    shown = set(Proof.objects.of(row.workspace).filter(accomplishment=row).values_list("skill_id", flat=True))
    return [
        (skill.pk, said(skill, "name", language), skill.pk in shown) for skill in Skill.kept(row.workspace)
    ]  # fmt: skip


@require_POST
def step(request: HttpRequest, accomplishment_id: UUID) -> HttpResponse:
    """Keep one part, with the last also how much, and go on to the next that is not told."""
    one, name = _improving(request, accomplishment_id), request.POST.get("step", "")
    if name not in STEPS:
        raise Http404
    facts: dict[str, Any] = {name: request.POST.get("text", "")}
    if name == STEPS[-1]:
        facts["measure"] = {part: request.POST.get(part, "") for part in MEASURE}
        facts["source"] = request.POST.get("source", "")
    try:
        change_line(
            workspace=one.line.workspace, accomplishment_id=accomplishment_id, version=_version(request), **facts
        )  # fmt: skip
    except ChangedElsewhereError as error:
        typed = {"value": facts[name], "measure": facts.get("measure", one.line.measure), "step": name}
        return _wizard(request, one, 422, elsewhere=error.now, theirs=getattr(one.line, name), **typed)
    except UnknownCodeError:
        raise Http404 from None
    address = reverse("portfolio:line", args=[accomplishment_id])
    return redirect(back(request, "star", address))


def _version(request: HttpRequest) -> int:
    return whole_number(request.POST.get("over", ""), whole_number(request.POST.get("version", ""), 0))


@require_POST
def keep(request: HttpRequest, accomplishment_id: UUID) -> HttpResponse:
    """This is how the line reads from now on; how it read before waits in the session for an undo."""
    one, text = _improving(request, accomplishment_id), request.POST.get("text", "")
    try:
        kept = change_line(
            workspace=one.line.workspace, accomplishment_id=accomplishment_id, version=_version(request), text=text
        )  # fmt: skip
    except ChangedElsewhereError as error:
        return _wizard(request, one, 422, own=True, mine=text, elsewhere_own=error.now)
    except NothingToldError:
        return _wizard(request, one, 422, own=True, mine=text, trouble=_("Something has to stand here."))
    request.session[_before(accomplishment_id)] = {"text": one.line.text, "version": kept.version}
    undo = reverse("portfolio:earlier_words", args=[accomplishment_id])
    say(request, _("So it reads now."), undo=undo + query(request))
    return redirect(back(request, f"c-{one.line.chapter_id}"))


@require_POST
def earlier_words(request: HttpRequest, accomplishment_id: UUID) -> HttpResponse:
    """Undo of `keep`, in the same session."""
    line = _improving(request, accomplishment_id).line
    before = request.session.pop(_before(accomplishment_id), None)
    if before is None:
        raise Http404
    try:
        change_line(workspace=line.workspace, accomplishment_id=line.pk, **before)
    except ChangedElsewhereError:
        say(request, _("The line was changed since. It stays as it is."))
    return redirect(back(request, f"c-{line.chapter_id}"))


def _before(accomplishment_id: UUID) -> str:
    return f"line-before-{accomplishment_id}"


@require_POST
def move(request: HttpRequest, accomplishment_id: UUID) -> HttpResponse:
    """A place up or, without `up`, down."""
    workspace = workspace_of(request.user)
    try:
        moved = move_line(workspace=workspace, accomplishment_id=accomplishment_id, up="up" in request.POST)
    except Accomplishment.DoesNotExist:
        raise Http404 from None
    return redirect(back(request, f"c-{moved.chapter_id}"))


@require_POST
def show(request: HttpRequest, accomplishment_id: UUID) -> HttpResponse:
    """The line shows the skills that are ticked, and one more that is named."""
    one = _improving(request, accomplishment_id)
    try:
        _show(one.line.workspace, one.line, request.POST.getlist("skill"), request.POST.get("another", ""))
    except (Skill.DoesNotExist, ValueError):
        raise Http404 from None
    say(request, _("Kept."))
    return redirect(back(request, "skills", reverse("portfolio:line", args=[accomplishment_id])))


def _show(workspace: Workspace, row: Accomplishment, ticked: list[str], another: str) -> None:
    show_skills(workspace=workspace, accomplishment_id=row.pk, skills=[UUID(key) for key in ticked])
    if another.strip():
        add_skill(workspace=workspace, name=another, language=row.language, lines=[row.pk])
