"""OAuth 2 (RFC 6749) with PKCE (RFC 7636), for providers that let programs in only so: the authorisation-code flow."""

import json
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from askwell.protocols.mail.servers.values import MailError, Trouble

LARGEST_ANSWER = 64 * 1024
TIMEOUT = 20  # seconds


@dataclass(frozen=True, slots=True)
class Provider:
    """Where users are sent, where codes become tokens, and what is asked for."""

    authorise_at: str
    tokens_at: str
    scope: str
    more: tuple[tuple[str, str], ...] = ()


PROVIDERS = {
    "google": Provider(
        "https://accounts.google.com/o/oauth2/v2/auth",
        "https://oauth2.googleapis.com/token",
        "https://mail.google.com/",
        (("access_type", "offline"), ("prompt", "consent")),
    ),
    "microsoft": Provider(
        "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
        "https://login.microsoftonline.com/common/oauth2/v2.0/token",
        "offline_access https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """What a provider knows Askwell by."""

    identifier: str
    secret: str
    redirect: str = ""

    def __repr__(self) -> str:
        return f"Client(identifier={self.identifier!r})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """`access` is good until `ends` (aware); `refresh` brings the next one."""

    access: str
    refresh: str
    ends: datetime

    def __repr__(self) -> str:
        return f"Tokens(ends={self.ends!r})"


def authorise_address(provider: Provider, client: Client, *, state: str, verifier: str, address: str) -> str:
    """Where the user says yes. `state` and `verifier`: random, kept by the browser that set out."""
    challenge = urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
    asked = {
        "response_type": "code",
        "client_id": client.identifier,
        "redirect_uri": client.redirect,
        "scope": provider.scope,
        "state": state,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
        "login_hint": address,
    }
    return f"{provider.authorise_at}?{urlencode(asked | dict(provider.more))}"


def exchange(provider: Provider, client: Client, *, code: str, verifier: str, now: datetime) -> Tokens:
    """The tokens for a code. Raises MailError(LOGIN_REFUSED, NO_ANSWER)."""
    asked = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}
    return _tokens(_post(provider, client, {**asked, "redirect_uri": client.redirect}), "", now)


def refreshed(provider: Provider, client: Client, *, refresh: str, now: datetime) -> Tokens:
    """The next tokens. Raises MailError(LOGIN_REFUSED) when the user took the permission back, NO_ANSWER."""
    return _tokens(_post(provider, client, {"grant_type": "refresh_token", "refresh_token": refresh}), refresh, now)


class _NoRedirect(HTTPRedirectHandler):
    """A token endpoint that sends elsewhere is not followed: the secret would go along."""

    def redirect_request(self, *_: object) -> None:
        return None


def _post(provider: Provider, client: Client, asked: dict[str, str]) -> dict[str, object]:
    if urlsplit(provider.tokens_at).scheme not in ("https", "http"):
        raise ValueError(provider.tokens_at)
    asked = asked | {"client_id": client.identifier, "client_secret": client.secret}
    request = Request(provider.tokens_at, urlencode(asked).encode(), {"Accept": "application/json"})  # noqa: S310  # checked
    try:
        with build_opener(_NoRedirect).open(request, timeout=TIMEOUT) as answer:
            said = json.loads(answer.read(LARGEST_ANSWER))
    except HTTPError as error:
        raise _refused(error) from None
    except (OSError, ValueError, HTTPException):
        raise MailError(Trouble.NO_ANSWER, permanent=False) from None
    if not isinstance(said, dict):
        raise MailError(Trouble.NO_ANSWER, permanent=False)
    return said


def _refused(error: HTTPError) -> MailError:
    """Only the provider's code is kept of what it said: `invalid_grant`."""
    with error:
        body = error.read(LARGEST_ANSWER)
    code = re.search(rb'"error"\s*:\s*"([a-z_]{1,60})"', body)
    if error.code in (400, 401, 403):
        return MailError(Trouble.LOGIN_REFUSED, permanent=True, said=code[1].decode() if code else "")
    return MailError(Trouble.NO_ANSWER, permanent=False, said=f"HTTP {error.code}")


def _tokens(said: dict[str, object], refresh: str, now: datetime) -> Tokens:
    access, seconds = said.get("access_token"), said.get("expires_in", 3600)
    refresh = str(said.get("refresh_token") or refresh)
    if not isinstance(access, str) or not re.fullmatch(r"[\x21-\x7e]{1,8192}", access) or not refresh:
        raise MailError(Trouble.LOGIN_REFUSED, permanent=True)
    lasts = int(seconds) if isinstance(seconds, int | float) and 0 < seconds < 10**8 else 3600
    return Tokens(access=access, refresh=refresh, ends=now + timedelta(seconds=lasts))
