"""Connect a mailbox: the address, then its password, tried at once."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.accounts.queries import profile_of, workspace_of
from askwell.outreach.actions.mail import mailboxes as actions
from askwell.outreach.rules.mail.providers import guesses
from askwell.outreach.web.mail.forms import AddressForm, ConnectForm
from askwell.outreach.web.words import mailboxes as words
from askwell.ui.say import say


@require_http_methods(["GET", "POST"])
def connect(request: HttpRequest) -> HttpResponse:
    """The first step asks for the address, the second for its password; a POST with a password connects."""
    if request.method == "POST" and "secret" in request.POST:
        return _connect(request)
    form = AddressForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "outreach/mailbox_address.html", {"form": form}, status=status)
    address = form.cleaned_data["address"]
    initial = {"address": address, "name": profile_of(workspace_of(request.user)).name}
    return _second(request, address, ConnectForm(initial=initial, guessed=guesses(address)))


def _connect(request: HttpRequest) -> HttpResponse:
    address = request.POST.get("address", "").strip()
    form = ConnectForm(request.POST, guessed=guesses(address))
    if not form.is_valid():
        return _second(request, address, form, status=422)
    try:
        mailbox = actions.connect_mailbox(
            workspace=workspace_of(request.user), wanted=form.wanted(), now=timezone.now()
        )
    except actions.BadAddressError:
        return redirect("outreach:connect_mailbox")
    except actions.TriedTooOftenError:
        return _second(request, address, form, reason=words.too_often(), status=429)
    except actions.ConnectError as failure:
        return _second(request, address, form, reason=words.refusal(failure), status=422)
    say(request, _("%(address)s is connected.") % {"address": mailbox.address})
    return redirect("outreach:mailboxes")


def _second(
    request: HttpRequest,
    address: str,
    form: ConnectForm,
    *,
    reason: words.Reason | None = None,
    status: int = 200,
) -> HttpResponse:
    guess = form.guessed[0] if form.guessed else None
    page = {
        "address": address,
        "form": form,
        "help": words.help_for(guess.provider if guess else None),
        "guess": guess,
        "sign_in": guess.oauth if guess and guess.oauth in settings.MAIL_CLIENT_SECRETS else "",
        "reason": reason,
    }
    return render(request, "outreach/mailbox_connect.html", page, status=status)
