"""Openings on a board and as a list."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.lib.ids import id_of
from askwell.lib.numbers import whole_number
from askwell.opportunities.actions.applications import move
from askwell.opportunities.choices import Kind, Source, Stage
from askwell.opportunities.models import Application, OwnStage
from askwell.opportunities.queries.home import home, listing
from askwell.opportunities.queries.stages import own_stages
from askwell.opportunities.queries.values import Column
from askwell.opportunities.rules.stages import ENDED, MOVES, OPEN, ImpossibleMoveError
from askwell.opportunities.web.words import codes
from askwell.ui.say import say

CSS = {
    Stage.INTERESTED: "wait", Stage.ASKED: "wait", Stage.APPLIED: "due", Stage.JOB_INTERVIEW: "set",
    Stage.OFFER: "yes", Stage.ACCEPTED: "yes", Stage.DECLINED: "rest", Stage.SILENT: "rest",
}  # fmt: skip
DOORS = {
    Stage.INTERESTED: "shut", Stage.ASKED: "knocked", Stage.APPLIED: "knocked", Stage.JOB_INTERVIEW: "ajar",
    Stage.OFFER: "ajar", Stage.ACCEPTED: "open", Stage.DECLINED: "shut", Stage.SILENT: "shut",
}  # fmt: skip


@require_safe
def openings(request: HttpRequest) -> HttpResponse:
    return _list(request) if request.GET.get("view") == "list" else _board(request)


def _board(request: HttpRequest) -> HttpResponse:
    today, kind = timezone.localdate(), request.GET.get("kind", "")
    page = home(workspace_of(request.user), timezone.now(), today, kind)
    context = {
        "board": page.board, "kind": kind, "kinds": codes.KINDS_MANY.items(), "today": today,
        "open": [column_of(column) for column in page.board.among(OPEN)],
        "ended": [column_of(column) for column in page.board.among(ENDED)],
        "leads": page.leads, "intakes": page.intakes,
    }  # fmt: skip
    return render(request, "opportunities/board.html", context)


def column_of(column: Column) -> tuple[object, ...]:
    """With how it looks, its words, and from which stages a card may be dropped there."""
    stage = column.stage
    hint = _("counts as “%(stage)s”") % {"stage": codes.STAGES[stage]} if column.own_id else codes.HINTS.get(stage, "")
    return column, CSS[stage], DOORS[stage], column.name or codes.STAGES[stage], hint, allowed(stage)


def allowed(stage: Stage) -> str:
    """From which stages a card may be dropped here, for the board's script: also from other columns of this stage."""
    return " ".join(one for one, to in MOVES.items() if stage in to or one == stage)


def _list(request: HttpRequest) -> HttpResponse:
    asked = {name: request.GET.get(name, "")[:100] for name in ("stage", "kind", "source", "q")}
    number = whole_number(request.GET.get("page", ""), 1)
    workspace = workspace_of(request.user)
    page = listing(workspace, timezone.now(), timezone.localdate(), number=number, **asked)
    rest = urlencode({name: value for name, value in asked.items() if value})
    context = {
        "page": page, **asked, "rest": rest, "is_narrowed": any(asked.values()),
        "kinds": [(code, codes.KINDS[code]) for code in Kind],
        "stages": [(code, codes.STAGES[code]) for code in Stage],
        "own_stages": [(str(own.pk), own.name) for own in own_stages(workspace)],
        "sources": [(code, codes.SOURCES[code]) for code in Source],
    }  # fmt: skip
    return render(request, "opportunities/list.html", context)


@require_POST
def move_card(request: HttpRequest) -> HttpResponse:
    """`move=<id>:<stage>`, from a button of the board or a card that was dropped; a stage of the seeker's own by its
    id."""
    key, _colon, to = request.POST.get("move", "").partition(":")
    opportunity_id = id_of(key)
    if opportunity_id and (to in set(Stage) or id_of(to)):
        _move(request, opportunity_id, to)
    return redirect("opportunities:board")


def _move(request: HttpRequest, opportunity_id: UUID, to: str) -> None:
    own = id_of(to)
    told = {"to": None if own else Stage(to), "own": own, "now": timezone.now()}
    try:
        step = move(workspace=workspace_of(request.user), opportunity_id=opportunity_id, **told)  # type: ignore[arg-type]
    except (Application.DoesNotExist, OwnStage.DoesNotExist):
        say(request, _("This opening, or this stage, is gone."))
    except ImpossibleMoveError as error:
        say(request, impossible(error))
    else:
        undo = reverse("opportunities:step_back", args=[opportunity_id]) + f"?from=board&step={step.pk}"
        name = step.own.name if step.own else codes.STAGES[Stage(step.stage)]
        say(request, _("Moved to “%(stage)s”.") % {"stage": name}, undo=undo)


def impossible(error: ImpossibleMoveError) -> str:
    told = {"stage": codes.STAGES[error.stage], "to": codes.STAGES[error.to]}
    return _("It cannot go from “%(stage)s” to “%(to)s”.") % told
