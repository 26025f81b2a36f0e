"""Signing in at the provider, where whoever runs Askwell has a client there (OAuth 2, authorisation code, PKCE)."""

import json
import secrets as random
from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from askwell.accounts.queries import profile_of, workspace_of
from askwell.outreach.actions.mail import mailboxes as actions
from askwell.outreach.actions.mail.tokens import client_of, written
from askwell.outreach.rules.mail.providers import Guess, guesses
from askwell.outreach.web.words import mailboxes as words
from askwell.protocols.mail.servers import MailError, SignIn
from askwell.protocols.mail.servers.oauth import PROVIDERS, Client, authorise_address, exchange
from askwell.ui.say import say

COOKIE = f"{'__Secure-' if settings.HOSTED else ''}askwell_mail_sign_in"
LASTS = timedelta(minutes=15)


@never_cache
@require_GET
def set_out(request: HttpRequest) -> HttpResponse:
    """Send the browser to the provider. What it must bring back lies in a signed cookie; nothing is stored here."""
    address = request.GET.get("address", "").strip()
    guess, client = _client_for(request, address, request.GET.get("at", ""))
    if not guess or not client:
        return redirect("outreach:connect_mailbox")
    state, verifier = random.token_urlsafe(32), random.token_urlsafe(48)
    where = authorise_address(PROVIDERS[guess.oauth], client, state=state, verifier=verifier, address=address)
    answer = HttpResponseRedirect(where)
    kept = TimestampSigner(salt=COOKIE).sign(json.dumps([state, verifier, address, guess.provider]))
    answer.set_cookie(
        COOKIE,
        kept,
        max_age=LASTS,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
        path=reverse("outreach:signed_in_mailbox"),
    )
    return answer


@never_cache
@require_http_methods(["GET", "POST"])
def come_back(request: HttpRequest) -> HttpResponse:
    """The provider sends the browser here with a code. Looking changes nothing; the page's form, which a script sends
    at once, connects."""
    if request.method == "GET" and request.GET.get("code") and request.GET.get("state"):
        page = {"code": request.GET["code"], "state": request.GET["state"]}
        return render(request, "outreach/mailbox_signed_in.html", page)
    if request.method == "GET":
        return _failed(request, words.Reason(_("The provider sent you back without a permission."), ""))
    try:
        mailbox_address = _connect(request)
    except (BadSignature, LookupError):
        return _failed(
            request, words.Reason(_("That took too long, or came from another browser. Start once more."), "")
        )
    except actions.TriedTooOftenError:
        return _failed(request, words.too_often())
    except MailError as error:
        return _failed(request, words.sign_in_refusal(error))
    except actions.ConnectError as failure:
        return _failed(request, words.refusal(failure))
    say(request, _("%(address)s is connected.") % {"address": mailbox_address})
    return redirect("outreach:mailboxes")


def _connect(request: HttpRequest) -> str:
    """Raises BadSignature or LookupError where the browser did not set out from here."""
    kept = TimestampSigner(salt=COOKIE).unsign(request.COOKIES.get(COOKIE, ""), max_age=LASTS)
    state, verifier, address, provider = json.loads(kept)
    if not constant_time_compare(state, request.POST.get("state", "")):
        raise LookupError(state)
    workspace, now = workspace_of(request.user), timezone.now()
    guess, client = _client_for(request, address, provider)
    if not guess or not client:
        raise LookupError(provider)
    code = request.POST.get("code", "")
    tokens = exchange(PROVIDERS[guess.oauth], client, code=code, verifier=verifier, now=now)
    wanted = actions.Wanted(
        address=address,
        name=profile_of(workspace).name,
        secret=written(guess.oauth, tokens),
        imap=[guess.imap],
        smtp=[guess.smtp],
        sign_in=SignIn.OAUTH,
        token=tokens.access,
    )
    return actions.connect_mailbox(workspace=workspace, wanted=wanted, now=now).address


def _client_for(request: HttpRequest, address: str, provider: str) -> tuple[Guess | None, Client | None]:
    """The provider of an address (of a university's two the chosen one), and what we are to it."""
    found = guesses(address)
    guess = next((one for one in found if one.provider == provider), found[0] if found else None)
    redirect_to = request.build_absolute_uri(reverse("outreach:signed_in_mailbox"))
    return guess, client_of(guess.oauth, redirect_to) if guess and guess.oauth else None


def _failed(request: HttpRequest, reason: words.Reason) -> HttpResponse:
    return render(request, "outreach/mailbox_signed_in.html", {"reason": reason}, status=422)
