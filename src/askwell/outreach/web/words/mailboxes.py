"""Why a mailbox does not go on, and what its provider wants, said kindly."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from askwell.outreach.actions.mail.mailboxes import ConnectError
from askwell.outreach.models import Mailbox
from askwell.outreach.queries.mail.mailboxes import Alert
from askwell.outreach.rules.mail.providers import Provider
from askwell.protocols.mail.servers import MailError, Trouble

TROUBLES: dict[Trouble, Promise] = {
    Trouble.NO_SERVER: gettext_lazy(
        "No mail server was found at %(server)s. Is the name right, and is this computer online?"
    ),
    Trouble.NO_ANSWER: gettext_lazy("%(server)s did not answer in time. It may be busy: try again in a few minutes."),
    Trouble.NOT_PRIVATE: gettext_lazy(
        "The connection to %(server)s cannot be kept private, so your password was not sent. Is the name right?"
    ),
    Trouble.FORBIDDEN_HOST: gettext_lazy(
        "%(server)s is an address inside a private network. Here only servers on the open internet can be used."
    ),
    Trouble.NOT_A_MAIL_SERVER: gettext_lazy(
        "What answers at %(server)s is no mail server. Are the name and the port right?"
    ),
    Trouble.LOGIN_REFUSED: gettext_lazy(
        "%(server)s does not take this password. Look whether it is the app password, and copied whole."
    ),
    Trouble.NEEDS_APP_LOGIN: gettext_lazy("%(server)s wants an app password, not the one that you sign in with."),
    Trouble.KEY_LOST: gettext_lazy("The password cannot be read any more on this computer. Please give it once more."),
    Trouble.REFUSED_NOW: gettext_lazy("%(server)s turns us away for now. Try again in a few minutes."),
    Trouble.REFUSED: gettext_lazy("%(server)s turns us away."),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """What is wrong, and the server's own words, if it said any."""

    text: str
    said: str


@dataclass(frozen=True, slots=True)
class Help:
    """What a provider wants: a heading, steps, and its page for it; `takes_passwords`: whether one can work at all."""

    title: Promise
    steps: tuple[Promise, ...]
    page: str = ""
    takes_passwords: bool = True


def refusal(failure: ConnectError) -> Reason:
    """Why a mailbox could not be connected."""
    return _reason(failure.error.trouble, failure.server.host, failure.error.said)


def sign_in_refusal(error: MailError) -> Reason:
    """Why a provider gave no permission."""
    if error.trouble is Trouble.LOGIN_REFUSED:
        return Reason(_("The provider did not give its permission. Start once more, and say yes there."), error.said)
    return Reason(_("The provider did not answer. Start once more in a few minutes."), error.said)


def too_often() -> Reason:
    return Reason(_("Ten tries in an hour are enough: your provider might lock you out. Try again later."), "")


def trouble_of(mailbox: Mailbox) -> Reason | None:
    """What is wrong with a mailbox that was connected; None while all is well."""
    if mailbox.trouble:
        return trouble_words(Trouble(mailbox.trouble), mailbox.imap_host, mailbox.trouble_said)
    if mailbox.out_trouble:
        return trouble_words(Trouble(mailbox.out_trouble), mailbox.smtp_host, mailbox.out_trouble_said)
    return None


def alert_words(alert: Alert) -> str:
    """For Today: which mailbox does not go on, and why."""
    why = trouble_words(alert.trouble, alert.address.rpartition("@")[2]).text
    words = (
        _("Nothing leaves from %(address)s any more. %(why)s")
        if alert.is_out
        else _("%(address)s is not heard any more, and nothing leaves from it. %(why)s")
    )
    return words % {"address": alert.address, "why": why}


def trouble_words(trouble: Trouble, server: str, said: str = "") -> Reason:
    """For any trouble of a mailbox."""
    return _reason(trouble, server, said)


def _reason(trouble: Trouble, server: str, said: str) -> Reason:
    words = TROUBLES.get(trouble, TROUBLES[Trouble.REFUSED])
    return Reason(str(words) % {"server": server or _("The server")}, said)


def help_for(provider: Provider | None) -> Help:
    return HELP.get(provider or Provider.OTHER, HELP[Provider.OTHER])


_CALL_IT = gettext_lazy("Make one called Askwell, and paste here what is shown.")
_TAKE_BACK = gettext_lazy("Your usual password stays with you, and you can take this one back there at any time.")
_GMAIL = (
    gettext_lazy("Turn on 2-Step Verification in your Google account, if it is off."),
    gettext_lazy("Open Google’s page for app passwords, make one called Askwell, and paste its 16 letters here."),
    _TAKE_BACK,
)
_GOOGLE_PAGE = "https://myaccount.google.com/apppasswords"
_YAHOO = (gettext_lazy("Open “Account security” at Yahoo and choose “Create app password”."), _CALL_IT, _TAKE_BACK)
_YAHOO_PAGE = "https://login.yahoo.com/account/security"
_CODE = gettext_lazy("Paste here the code that is shown, instead of your password.")
HELP: dict[Provider, Help] = {
    Provider.GMAIL: Help(gettext_lazy("Gmail wants an app password"), _GMAIL, _GOOGLE_PAGE),
    Provider.TELUS: Help(
        gettext_lazy("TELUS has its mail at Google, which wants an app password"), _GMAIL, _GOOGLE_PAGE
    ),
    Provider.UNIVERSITY_GOOGLE: Help(gettext_lazy("Google wants an app password"), _GMAIL, _GOOGLE_PAGE),
    Provider.YAHOO: Help(gettext_lazy("Yahoo wants an app password"), _YAHOO, _YAHOO_PAGE),
    Provider.ROGERS: Help(
        gettext_lazy("Rogers has its mail at Yahoo, which wants an app password"), _YAHOO, _YAHOO_PAGE
    ),
    Provider.OUTLOOK: Help(
        gettext_lazy("Outlook takes no passwords from other programs any more"),
        (
            gettext_lazy("Whoever runs this Askwell can register it with Microsoft; then you sign in there instead."),
            gettext_lazy("Until then use another address, or keep copying your messages into Outlook yourself."),
        ),
        takes_passwords=False,
    ),
    Provider.UNIVERSITY_MICROSOFT: Help(
        gettext_lazy("Most universities have their mail at Microsoft 365 or at Google"),
        (
            gettext_lazy("Google wants an app password, if your university allows one."),
            gettext_lazy("Microsoft 365 seldom lets other programs in: ask the help desk whether IMAP is open to you."),
            gettext_lazy("A private address works as well, and stays with you after you leave."),
        ),
    ),
    Provider.ICLOUD: Help(
        gettext_lazy("Apple wants an app-specific password"),
        (gettext_lazy("Sign in to your Apple account and open “App-Specific Passwords”."), _CALL_IT, _TAKE_BACK),
        "https://account.apple.com/",
    ),
    Provider.QQ: Help(
        gettext_lazy("QQ Mail wants an authorisation code"),
        (
            gettext_lazy("Open QQ Mail in the browser: Settings, Account, and turn on the IMAP/SMTP service."),
            gettext_lazy("Confirm it by text message; then QQ shows a code of 16 letters."),
            _CODE,
        ),
        "https://mail.qq.com/",
    ),
    Provider.NETEASE: Help(
        gettext_lazy("163 and 126 want an authorisation code"),
        (
            gettext_lazy("Open your mailbox in the browser: Settings, POP3/SMTP/IMAP, and turn on IMAP/SMTP."),
            gettext_lazy("Confirm it with your telephone."),
            _CODE,
        ),
        "https://mail.163.com/",
    ),
    Provider.SINA: Help(
        gettext_lazy("Sina Mail wants an authorisation code"),
        (
            gettext_lazy("Open your mailbox in the browser: Settings, client access, and turn on IMAP and SMTP."),
            _CODE,
        ),
        "https://mail.sina.com.cn/",
    ),
    Provider.ZOHO: Help(
        gettext_lazy("Zoho wants IMAP turned on"),
        (
            gettext_lazy("In Zoho Mail open Settings, Mail accounts, and turn on IMAP access."),
            gettext_lazy("With two-step sign-in make an app password, and paste it here; else your usual one works."),
        ),
        "https://accounts.zoho.com/home#security/app_password",
    ),
    Provider.FASTMAIL: Help(
        gettext_lazy("Fastmail wants an app password"),
        (gettext_lazy("Open Settings, Privacy & Security, “Manage app passwords”."), _CALL_IT, _TAKE_BACK),
        "https://app.fastmail.com/settings/security/apps",
    ),
    Provider.GMX: Help(
        gettext_lazy("GMX wants IMAP turned on"),
        (
            gettext_lazy("In GMX open E-mail, Settings, “POP3 & IMAP”, and allow access by other programs."),
            gettext_lazy("With two-step sign-in make an app password, and paste it here; else your usual one works."),
        ),
    ),
    Provider.OTHER: Help(
        gettext_lazy("The password of your mail"),
        (
            gettext_lazy("If you sign in with a code as well as a password, your provider has app passwords: use one."),
            gettext_lazy("We try the usual servers of your address. If yours are others, name them below."),
        ),
    ),
}
