"""Hosted: what allauth, axes and Django tell of signing in becomes entries of the audit log."""

from typing import Any
from uuid import UUID

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_login_failed
from django.http import HttpRequest

from askwell.accounts.actions import note
from askwell.accounts.choices import Deed
from askwell.accounts.models import User

SHOWN = "second_factor_of"
"""In the session: whose second factor was shown in it."""


def listen() -> None:
    """Hear them from now on, each once however often this is called."""
    for signal, hear in HEARD:
        signal.connect(hear, weak=False, dispatch_uid=f"audit_{hear.__name__}")


def own(deed: Deed, user: User, **facts: str) -> None:
    """An entry of a user about their own account."""
    note(deed, place=user.pk, by=user.pk, facts=facts)


def unknown(deed: Deed, email: str) -> None:
    """An entry of nobody about the account with this address; of an address without an account there is none."""
    key: UUID | None = User.objects.filter(email=email.strip().lower()).values_list("pk", flat=True).first()
    if key:
        note(deed, place=key, by=None)


def signed_in(user: User, request: HttpRequest, **_: Any) -> None:
    own(Deed.SIGNED_IN, user, by="second_factor" if request.session.get(SHOWN) == str(user.pk) else "password")


def failed(credentials: dict[str, Any], **_: Any) -> None:
    unknown(Deed.SIGN_IN_FAILED, str(credentials.get("email") or credentials.get("username") or ""))


def locked(username: str | None = None, **_: Any) -> None:
    unknown(Deed.LOCKED_OUT, username or "")


def password_changed(user: User, **_: Any) -> None:
    own(Deed.PASSWORD_CHANGED, user)


def password_reset(user: User, **_: Any) -> None:
    own(Deed.PASSWORD_CHANGED, user, by="mail")


def email_changed(user: User, **_: Any) -> None:
    own(Deed.EMAIL_CHANGED, user)


def factor_added(user: User, request: HttpRequest, authenticator: Authenticator, **_: Any) -> None:
    """Whoever has just set one up has shown it."""
    request.session[SHOWN] = str(user.pk)
    own(Deed.FACTOR_ADDED, user, factor=str(authenticator.type))


def factor_used(user: User, request: HttpRequest, **_: Any) -> None:
    request.session[SHOWN] = str(user.pk)


def factor_removed(user: User, request: HttpRequest, authenticator: Authenticator, **_: Any) -> None:
    if not Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
        request.session.pop(SHOWN, None)
    own(Deed.FACTOR_REMOVED, user, factor=str(authenticator.type))


def codes_renewed(user: User, **_: Any) -> None:
    own(Deed.CODES_RENEWED, user)


def factor_failed(user: User, **_: Any) -> None:
    note(Deed.FACTOR_FAILED, place=user.pk, by=None)


HEARD = [
    (account.user_logged_in, signed_in),
    (user_login_failed, failed),
    (user_locked_out, locked),
    (account.password_changed, password_changed),
    (account.password_set, password_changed),
    (account.password_reset, password_reset),
    (account.email_changed, email_changed),
    (mfa.authenticator_added, factor_added),
    (mfa.authenticator_used, factor_used),
    (mfa.authenticator_removed, factor_removed),
    (mfa.authenticator_reset, codes_renewed),
    (mfa.authentication_failed, factor_failed),
]


class Sessions(DefaultUserSessionsAdapter):  # type: ignore[misc] # allauth ships no types
    """Ends sessions, and writes it down."""

    def end_sessions(self, sessions: list[UserSession]) -> None:
        for user in {session.user for session in sessions}:
            own(Deed.SESSIONS_ENDED, user)
        super().end_sessions(sessions)
