"""What is said to and of mail servers."""

from dataclasses import dataclass
from enum import StrEnum


class Security(StrEnum):
    """How a connection is kept private."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"  # only to this machine itself


class SignIn(StrEnum):
    LOGIN = "login"  # name and password, mostly an app password
    OAUTH = "oauth"  # XOAUTH2: the secret is an access token


class Trouble(StrEnum):
    """Why a mailbox, or one message, does not go on."""

    NO_SERVER = "no_server"  # there is none at that name and port
    NO_ANSWER = "no_answer"  # it hung, or the connection was lost
    NOT_PRIVATE = "not_private"  # no TLS, or a certificate that cannot be trusted
    FORBIDDEN_HOST = "forbidden_host"  # a private address, where Askwell is hosted
    NOT_A_MAIL_SERVER = "not_a_mail_server"
    LOGIN_REFUSED = "login_refused"
    NEEDS_APP_LOGIN = "needs_app_login"  # the provider wants an app password
    KEY_LOST = "key_lost"  # encrypted with a key that is gone
    REFUSED_NOW = "refused_now"  # 4xx: it is tried again
    REFUSED = "refused"  # 5xx: for good
    TOO_BIG = "too_big"
    LOST_AFTER_DATA = "lost_after_data"  # the answer to the whole mail never came: it may have been sent
    HEARD_MEANWHILE = "heard_meanwhile"  # an answer came before the follow-up went out
    CAME_BACK = "came_back"  # the last letter to that address did, for good
    NOT_POSSIBLE = "not_possible"  # what stood against it when its time came
    GAVE_UP = "gave_up"  # four days of 4xx


class MailError(Exception):
    """What went wrong with a server. `permanent`: the same again would end the same; `said`: the server's own
    words, one line, at most 300 characters, never with the secret in them."""

    def __init__(self, trouble: Trouble, *, permanent: bool, said: str = "") -> None:
        super().__init__(trouble, said)
        self.trouble, self.permanent, self.said = trouble, permanent, said


@dataclass(frozen=True, slots=True)
class Server:
    host: str
    port: int
    security: Security


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """`secret` never shows itself in a traceback or a log."""

    login: str
    secret: str
    sign_in: SignIn = SignIn.LOGIN

    def __repr__(self) -> str:
        return f"Credentials(login={self.login!r})"
