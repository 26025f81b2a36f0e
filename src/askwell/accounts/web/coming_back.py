"""Whoever came by a link and made an account first is led back to it, also from another browser."""

from urllib.parse import urlencode

from allauth.account.models import EmailConfirmation
from allauth.account.utils import get_next_redirect_url
from django.http import HttpRequest
from django.urls import reverse

from askwell.accounts.web.mailing import Mails


class Adapter(Mails):
    """The mail that confirms an address says where one was going: signing in is next, and then that page."""

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: EmailConfirmation) -> str:
        link: str = super().get_email_confirmation_url(request, emailconfirmation)
        wanted = get_next_redirect_url(request) if request else None  # only of this site
        if not wanted:
            return link
        signing_in = f"{reverse('account_login')}?{urlencode({'next': wanted})}"
        return f"{link}?{urlencode({'next': signing_in})}"
