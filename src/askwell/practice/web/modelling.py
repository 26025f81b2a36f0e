"""The page of the language model that may speak for an insider."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.queries import workspace_of
from askwell.practice.actions import modelling
from askwell.practice.models import ModelEndpoint
from askwell.practice.queries.modelling import named_model
from askwell.practice.web.forms import ModelForm
from askwell.practice.web.words.modelling import TROUBLES, trouble_words
from askwell.protocols.chat import ChatError
from askwell.ui.say import say


def page(request: HttpRequest) -> HttpResponse:
    """What it is for and what leaves the machine; a POST names the model."""
    form = ModelForm(request.POST) if request.method == "POST" else None
    if form is None or not form.is_valid():
        return _shown(request, form)
    try:
        modelling.name_model(workspace=workspace_of(request.user), **form.cleaned_data)
    except ChatError as error:
        form.add_error("url", str(TROUBLES[error.trouble]))
        return _shown(request, form)
    say(request, _("Saved. Try it before you switch it on."))
    return redirect("practice:model")


@require_POST
def attempt(request: HttpRequest) -> HttpResponse:
    """Have it say one sentence."""
    try:
        came = modelling.try_model(workspace=workspace_of(request.user), now=timezone.now())
    except ModelEndpoint.DoesNotExist:
        raise Http404 from None
    except ChatError:
        return _shown(request, has_failed=True)
    return _shown(request, came=came)


@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    on = request.POST.get("on") == "1"
    if modelling.switch(workspace=workspace_of(request.user), on=on):
        say(request, _("Switched on.") if on else _("Switched off. The built-in insider answers, on this machine."))
    return redirect("practice:model")


@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    modelling.forget_model(workspace=workspace_of(request.user))
    say(request, _("Removed. Its address and its key are gone from here."))
    return redirect("practice:model")


def _shown(request: HttpRequest, form: ModelForm | None = None, **tried: Any) -> HttpResponse:
    model = named_model(workspace_of(request.user))
    form = form or ModelForm(initial={"url": model.url, "model": model.model} if model else None)
    context = {"form": form, "model": model, "trouble": trouble_words(model.trouble) if model else "", **tried}
    failed = form.errors or tried.get("has_failed")
    return render(request, "practice/model.html", context, status=422 if failed else 200)
