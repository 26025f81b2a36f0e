"""Whoever came by a link and made an account first is led back to it, also from another browser."""

from urllib.parse import urlencode

from allauth.account.models import EmailConfirmation
from allauth.account.utils import get_next_redirect_url
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from askwell.accounts.models import User
from askwell.accounts.web.mailing import Mails


class ComingBack(Mails):
    """The mail that confirms an address says where one was going: signing in is next, and then that page. So does the
    page that is there until it is confirmed."""

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: EmailConfirmation) -> str:
        link: str = super().get_email_confirmation_url(request, emailconfirmation)
        wanted = get_next_redirect_url(request) if request else None  # only of this site
        if not wanted:
            return link
        return _with(link, _with(reverse("account_login"), wanted))

    def respond_email_verification_sent(self, request: HttpRequest, user: User | None) -> HttpResponseRedirect:
        wanted, page = get_next_redirect_url(request), reverse("account_email_verification_sent")
        return HttpResponseRedirect(_with(page, wanted) if wanted else page)


def _with(page: str, wanted: str) -> str:
    return f"{page}?{urlencode({'next': wanted})}"
