"""The page of a resume: what the story offers on the left, the page as it will print on the right."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.coach import meaning
from askwell.coach.accomplishments import judge
from askwell.documents.actions import resumes as actions
from askwell.documents.actions.errors import ChangedElsewhereError, DocumentError, NoSuchChoiceError
from askwell.documents.actions.versions import take_out_resume
from askwell.documents.choices import Form
from askwell.documents.models import Resume
from askwell.documents.queries.resumes import Opened, opened, resume_row
from askwell.documents.rules.changing import moved, reworded, ticked
from askwell.documents.rules.choosing import Choice
from askwell.documents.rules.selecting import ChosenLine, Selected
from askwell.documents.rules.standing import move_part, move_section
from askwell.documents.web.editor_view import context_of, language_of, named, pages_of, row_of, words_of
from askwell.documents.web.files import file_of
from askwell.documents.web.pictures import inline, page, pictured, shown
from askwell.documents.web.sheet import Sheet, sheet_of
from askwell.documents.web.words import codes
from askwell.lib.numbers import whole_number
from askwell.ui.say import say

Change = Callable[[Opened, Choice, str], Choice]


@never_cache
def edit(request: HttpRequest, resume_id: UUID) -> HttpResponse:
    """The page; a POST keeps what was typed and ticked, and does what its button says (`do`)."""
    kept, now = _opened(request, resume_id), timezone.now()
    if request.method != "POST":
        return render(request, "documents/resume.html", context_of(kept, now, request.GET.get("open", "")))
    sheet, (verb, _dash, key) = sheet_of(request.POST, kept), request.POST.get("do", "save").partition("-")
    change = CHANGES.get(verb)
    sheet = replace(sheet, choice=change(kept, sheet.choice, key)) if change else sheet
    if verb == "pages":
        sheet = replace(sheet, look=replace(sheet.look, pages=whole_number(key, 0)))
    try:
        row = _kept(request, resume_id, sheet, now)
        if verb == "language":
            _say_untold(request, actions.speak(workspace=row.workspace, resume_id=resume_id, language=key, now=now))
        if verb in set(Form):
            return file_of(take_out_resume(opened=opened(row), form=verb, now=now), verb)
    except ChangedElsewhereError:
        return _refused(request, kept, sheet, now)
    except DocumentError:
        raise Http404 from None
    key = "order" if verb in ("rise", "fall") else key
    where = f"?open={key}#at-{key}" if change else ""
    return redirect(reverse("documents:resume", args=[resume_id]) + where)


def _say_untold(request: HttpRequest, row: Resume) -> None:
    """How many lines of the page stand there in another language than its own."""
    untold = sum(line.is_untold for part in opened(row).selected.parts if part.on for line in part.used)
    if untold:
        said = ngettext(
            "Your story does not tell %(n)s line of this page in %(language)s yet: it stands here as it was told.",
            "Your story does not tell %(n)s lines of this page in %(language)s yet: they stand here as they were told.",
            untold,
        )
        say(request, said % {"n": untold, "language": codes.language(row.language)})


def _refused(request: HttpRequest, kept: Opened, sheet: Sheet, now: datetime) -> HttpResponse:
    """The page with what was typed, which is not kept: another page changed the resume since."""
    typed = _with(kept, sheet)
    elsewhere, typed.row.version = typed.row.version, sheet.version
    context = context_of(typed, now, sheet.editing) | {"elsewhere": elsewhere}
    context["sources"] = inline(pictured(typed.resume, typed.layout()))
    return render(request, "documents/resume.html", context, status=422)


def _kept(request: HttpRequest, resume_id: UUID, sheet: Sheet, now: datetime) -> Resume:
    return actions.choose(
        workspace=workspace_of(request.user), resume_id=resume_id, choice=sheet.choice, look=sheet.look,
        version=sheet.version, editor=sheet.editor, now=now,
    )  # fmt: skip


@require_POST
def autosave(request: HttpRequest, resume_id: UUID) -> HttpResponse:
    """Keeps what is typed: 204, which says whether there is a step back now, or 409 where another page has it."""
    sheet = sheet_of(request.POST, _opened(request, resume_id))
    try:
        row = _kept(request, resume_id, sheet, timezone.now())
    except (ChangedElsewhereError, NoSuchChoiceError):
        return HttpResponse(status=409)
    return HttpResponse(status=204, headers={"X-Step-Back": "yes" if row.before else "no"})


@require_POST
def preview(request: HttpRequest, resume_id: UUID) -> HttpResponse:
    """The pages as they would print now, with the edited line marked; nothing is kept."""
    typed, sheet = _typed(request, resume_id)
    line = _line(typed, sheet.editing)
    made = pictured(typed.resume, typed.layout(marked=line.text if line else ""))
    context = shown(made, typed.row.pages, inline(made), max(pages_of(typed.row))) | {
        "row": typed.row,
        "opened": typed,
        "groups": typed.groups,
        "oob": True,
    }
    return render(request, "documents/parts/pages.html", context)


@require_POST
def words(request: HttpRequest, resume_id: UUID) -> HttpResponse:
    """The words of the posting against what is typed."""
    typed, _sheet = _typed(request, resume_id)
    return render(request, "documents/parts/words.html", words_of(typed, timezone.now()))


@require_POST
def remark(request: HttpRequest, resume_id: UUID) -> HttpResponse:
    """What the coach says of the line that is being typed (`about`)."""
    typed, _sheet = _typed(request, resume_id)
    line = _line(typed, request.GET.get("about", ""))
    if line is None:
        raise Http404
    meaning.warm()
    uncovered = [found.term for found in typed.coverage.in_story]
    return render(request, "documents/parts/remark.html", {"one": row_of(line, typed, uncovered), **named(typed)})


@require_safe
def remarks(request: HttpRequest, resume_id: UUID) -> HttpResponse:
    """What the coach says of every line, each for its own place."""
    kept = _opened(request, resume_id)
    meaning.warm()
    uncovered = [found.term for found in kept.coverage.in_story]
    rows = [row_of(line, kept, uncovered) for part in kept.selected.parts for line in part.lines]
    return render(request, "documents/parts/remarks.html", {"rows": rows, **named(kept)})


@require_safe
def resume_page(request: HttpRequest, resume_id: UUID, number: str) -> HttpResponse:
    """One page as a picture."""
    kept = _opened(request, resume_id)
    return page(pictured(kept.resume, kept.layout()), number)


@require_POST
def step_back(request: HttpRequest, resume_id: UUID) -> HttpResponse:
    try:
        actions.step_back(workspace=workspace_of(request.user), resume_id=resume_id, now=timezone.now())
    except Resume.DoesNotExist:
        raise Http404 from None
    return redirect("documents:resume", resume_id)


def _opened(request: HttpRequest, resume_id: UUID) -> Opened:
    try:
        return opened(resume_row(workspace_of(request.user), resume_id))
    except Resume.DoesNotExist:
        raise Http404 from None


def _typed(request: HttpRequest, resume_id: UUID) -> tuple[Opened, Sheet]:
    """The resume as the page has it; nothing is kept. Raises Http404."""
    kept = _opened(request, resume_id)
    sheet = sheet_of(request.POST, kept)
    return _with(kept, sheet), sheet


def _with(kept: Opened, sheet: Sheet) -> Opened:
    """The resume as this sheet has it. Raises Http404."""
    if not sheet.look.is_known:
        raise Http404
    row = kept.row
    row.template, row.paper, row.pages = sheet.look.template, sheet.look.paper, sheet.look.pages
    return replace(kept, choice=sheet.choice)


def _there(selected: Selected) -> set[str]:
    """The ids of what stands on the page beside its parts."""
    lines = {line.id for part in selected.parts for line in part.lines}
    vouchers = {one.id for one in selected.references}
    return lines | {one.id for one in selected.skills} | {one.id for one in selected.languages} | vouchers


def _line(kept: Opened, key: str) -> ChosenLine | None:
    return next((line for part in kept.selected.parts for line in part.lines if line.id == key), None)


def _move(step: int) -> Change:
    def move(kept: Opened, choice: Choice, key: str) -> Choice:
        selected = replace(kept, choice=choice).selected
        if key in {part.id for part in selected.parts}:
            return move_part(selected, choice, key, step)
        return moved(choice, key, step, among=_there(selected))

    return move


def _shift(step: int) -> Change:
    def shift(kept: Opened, choice: Choice, key: str) -> Choice:
        return replace(choice, order=move_section(replace(kept, choice=choice).groups, key, step))

    return shift


def _usual(kept: Opened, choice: Choice, key: str) -> Choice:
    """Sections as the template has them."""
    return replace(choice, order=())


def _newest(kept: Opened, choice: Choice, key: str) -> Choice:
    """Jobs by their dates again."""
    return replace(choice, by_hand=False)


def _story(kept: Opened, choice: Choice, key: str) -> Choice:
    """The story's own words again."""
    return reworded(choice, key, kept.telling.language, None)


def _better(kept: Opened, choice: Choice, key: str) -> Choice:
    """The line as the coach would have it."""
    line = _line(replace(kept, choice=choice), key)
    findings = judge(line.text, language_of(line, kept)).findings if line else ()
    better = findings[0].better if findings else None
    return reworded(choice, key, kept.telling.language, better, line.it.text) if line and better else choice


def _add(kept: Opened, choice: Choice, key: str) -> Choice:
    return ticked(choice, key)


CHANGES: dict[str, Change] = {
    "up": _move(-1),
    "down": _move(1),
    "rise": _shift(-1),
    "fall": _shift(1),
    "usual": _usual,
    "newest": _newest,
    "story": _story,
    "better": _better,
    "add": _add,
}
"""What a button changes; its value is one of these, a dash, and an id or the code of a section."""
