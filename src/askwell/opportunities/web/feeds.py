"""Feeds: the list, a new one, read now, thrown away."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.accounts.actions import bring_back, throw_away
from askwell.accounts.queries import workspace_of
from askwell.opportunities.actions.errors import NoLinkError
from askwell.opportunities.actions.feeds import add_feed
from askwell.opportunities.models import Feed
from askwell.opportunities.queries.intakes import feeds as rows
from askwell.opportunities.tasks import queue_feed
from askwell.opportunities.web.forms import FeedForm
from askwell.opportunities.web.words.refusals import refusal
from askwell.ui.say import say


@require_http_methods(["GET", "HEAD", "POST"])
def feeds(request: HttpRequest) -> HttpResponse:
    workspace = workspace_of(request.user)
    form = FeedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = add_feed(workspace=workspace, now=timezone.now(), **form.cleaned_data)
        except NoLinkError:
            form.add_error("address", refusal("no_link"))
        else:
            queue_feed(workspace.pk, row.pk)
            say(request, _("It is being read. What is new in it waits here for you."))
            return redirect("opportunities:feeds")
    context = {"form": form, "rows": rows(workspace)}
    return render(request, "opportunities/feeds.html", context, status=422 if form.errors else 200)


@require_POST
def read_now(request: HttpRequest, feed_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    if not Feed.kept(workspace).filter(pk=feed_id).exists():
        raise Http404
    queue_feed(workspace.pk, feed_id)
    say(request, _("It is being read again."))
    return redirect("opportunities:feeds")


@require_POST
def remove(request: HttpRequest, feed_id: UUID) -> HttpResponse:
    try:
        throw_away(Feed, workspace=workspace_of(request.user), key=feed_id, now=timezone.now())
    except Feed.DoesNotExist:
        raise Http404 from None
    undo = reverse("opportunities:restore_feed", args=[feed_id])
    say(request, _("The feed is not read any more. What came from it stays."), undo=undo)
    return redirect("opportunities:feeds")


@require_POST
def restore(request: HttpRequest, feed_id: UUID) -> HttpResponse:
    try:
        bring_back(Feed, workspace=workspace_of(request.user), key=feed_id)
    except Feed.DoesNotExist:
        raise Http404 from None
    return redirect("opportunities:feeds")
