"""Skills: added, edited, with what shows them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.accounts.queries import workspace_of
from askwell.portfolio.actions.skills import add_skill, change_skill
from askwell.portfolio.models import Skill
from askwell.portfolio.queries.telling import tell
from askwell.portfolio.web.forms import SkillForm
from askwell.portfolio.web.keeping import attempt, back, form_page, found, told_in
from askwell.ui.say import say

LINE, CHAPTER = "line:", "chapter:"


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    form = SkillForm(
        request.POST if request.method == "POST" else None, proofs=_offered(request), language=told_in(request),
        initial={"name": request.GET.get("name", "")[:120]},
    )  # fmt: skip
    if form.is_valid() and (kept := attempt(form, lambda: _added(request, form))):
        say(request, _("Kept."), undo=reverse("portfolio:remove_skill", args=[kept.pk]))
        return redirect(back(request, "skills"))
    return form_page(request, form, title=_("Add a skill"), anchor="skills")


def _added(request: HttpRequest, form: SkillForm) -> Skill:
    return add_skill(workspace=workspace_of(request.user), language=form.told, **_facts(form))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, skill_id: UUID) -> HttpResponse:
    skill = found(request, Skill, skill_id)
    proofs = skill.proofs.values_list("accomplishment_id", "chapter_id")
    shown = [f"{LINE}{line}" if line else f"{CHAPTER}{chapter}" for line, chapter in proofs]
    form = SkillForm(
        request.POST if request.method == "POST" else None, proofs=_offered(request), language=skill.language,
        version=skill.version,
        initial={"name": skill.name, "group": skill.group, "level": skill.level, "proofs": shown},
    )  # fmt: skip
    if form.is_valid() and attempt(form, lambda: _changed(skill, form)):
        say(request, _("Kept."))
        return redirect(back(request, "skills"))
    return form_page(request, form, title=skill.name, row=skill, name="skill", anchor="skills")


def _changed(skill: Skill, form: SkillForm) -> Skill:
    return change_skill(workspace=skill.workspace, skill_id=skill.pk, version=form.over, **_facts(form))


def _facts(form: SkillForm) -> dict[str, Any]:
    facts = form.facts()
    proofs = facts.pop("proofs")
    return {**facts, "lines": _keys(proofs, LINE), "chapters": _keys(proofs, CHAPTER)}


def _keys(proofs: Iterable[str], kind: str) -> list[UUID]:
    return [UUID(proof.removeprefix(kind)) for proof in proofs if proof.startswith(kind)]


def _offered(request: HttpRequest) -> list[Any]:
    """Chapters with their lines, to be ticked."""
    telling = tell(workspace_of(request.user), told_in(request))
    return [
        (
            part.title or part.organisation,
            [
                (f"{CHAPTER}{part.id}", _("all of it")),
                *((f"{LINE}{line.id}", line.text) for line in part.lines),
            ],
        )
        for part in telling.parts
    ]
