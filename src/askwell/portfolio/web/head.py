"""Who the story is about: one form, whose name and addresses are the profile's."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of, workspace_of
from askwell.portfolio.actions.story import REACHED, tell_head
from askwell.portfolio.models import Story
from askwell.portfolio.web.forms import HeadForm
from askwell.portfolio.web.keeping import attempt, back, form_page, told_in
from askwell.ui.say import say


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    workspace = workspace_of(request.user)
    story = Story.objects.of(workspace).first()
    form = HeadForm(
        request.POST if request.method == "POST" else None, language=story.language if story else told_in(request),
        version=story.version if story else None, initial=_initial(workspace, story or Story(workspace=workspace)),
    )  # fmt: skip
    if form.is_valid() and attempt(form, lambda: _told(workspace, form)):
        say(request, _("Kept."))
        return redirect(back(request))
    return form_page(request, form, title=_("You, in short"), row=story, name="head", anchor="")


def _told(workspace: Workspace, form: HeadForm) -> Story:
    language = form.cleaned_data.get("told_in")
    return tell_head(workspace=workspace, version=form.over, language=language, **form.facts())


def _initial(workspace: Workspace, story: Story) -> dict[str, Any]:
    profile = profile_of(workspace)
    own = {name: getattr(story, name) for name in ("headline", "summary", "region", "country", "landed")}
    reached = {name: getattr(profile, name) for name in REACHED}
    return own | reached | {"links": "\n".join(link["url"] for link in story.links)}
