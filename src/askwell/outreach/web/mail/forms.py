"""What is asked for to connect a mailbox."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from askwell.outreach.actions.mail.mailboxes import Wanted, is_writable
from askwell.outreach.rules.mail.providers import Guess, Provider, tidied
from askwell.protocols.mail.servers import Security, Server

WAYS = {
    Security.TLS: _("TLS from the start (usual)"),
    Security.STARTTLS: _("STARTTLS"),
    Security.NONE: _("None (this computer only)"),
}
SECRETS = {
    **dict.fromkeys((Provider.QQ, Provider.NETEASE, Provider.SINA), _("Authorisation code")),
    **dict.fromkeys((Provider.OTHER, Provider.SHAW, Provider.BELL, Provider.VIDEOTRON), _("Password")),
    **dict.fromkeys((Provider.GMX, Provider.ZOHO, Provider.UNIVERSITY_MICROSOFT), _("Password or app password")),
}
PORTS = {
    "imap": {Security.TLS: 993, Security.STARTTLS: 143, Security.NONE: 143},
    "smtp": {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25},
}


class AddressForm(forms.Form):
    address = forms.EmailField(
        label=_("Your e-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )

    def clean_address(self) -> str:
        """One that mail can be written from."""
        address: str = self.cleaned_data["address"]
        if not is_writable(address):
            raise forms.ValidationError(
                _("Before the @ only plain letters, digits and single dots: many mail servers take nothing else.")
            )
        return address


class ConnectForm(forms.Form):
    """The password, and what the seeker knows better than our guess. Servers left empty are the guessed ones."""

    address = forms.EmailField(max_length=254, widget=forms.HiddenInput)
    at = forms.ChoiceField(label=_("Where your university has its mail"), widget=forms.RadioSelect, required=False)
    secret = forms.CharField(
        label=_("App password"), max_length=500, strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "off"})
    )
    name = forms.CharField(
        label=_("Your name, as readers see it"), max_length=200, required=False, empty_value="",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip
    login = forms.CharField(label=_("Log-in name, if it is not the address"), max_length=320, required=False)
    imap_host = forms.CharField(label=_("Server for mail that comes in (IMAP)"), max_length=253, required=False)
    imap_security = forms.ChoiceField(label=_("Kept private by"), required=False)
    imap_port = forms.IntegerField(label=_("Port"), required=False)
    smtp_host = forms.CharField(label=_("Server for mail that goes out (SMTP)"), max_length=253, required=False)
    smtp_security = forms.ChoiceField(label=_("Kept private by"), required=False)
    smtp_port = forms.IntegerField(label=_("Port"), required=False)

    def __init__(self, *args: Any, guessed: tuple[Guess, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.guessed = guessed
        ways = [(way, word) for way, word in WAYS.items() if way is not Security.NONE or not settings.HOSTED]
        for side in ("imap", "smtp"):
            self.fields[f"{side}_security"].choices = ways  # type: ignore[attr-defined]  # a ChoiceField
            self.fields[f"{side}_port"].validators += [MinValueValidator(1), MaxValueValidator(65535)]
        if self.is_campus:
            two = [(Provider.UNIVERSITY_MICROSOFT, "Microsoft 365 (Outlook)"), (Provider.UNIVERSITY_GOOGLE, "Google")]
            self.fields["at"].choices = two  # type: ignore[attr-defined]  # a ChoiceField
            self.fields["at"].initial = two[0][0]
        else:
            del self.fields["at"]
        self.fields["secret"].label = SECRETS.get(guessed[0].provider, _("App password")) if guessed else _("Password")

    @property
    def is_campus(self) -> bool:
        return bool(self.guessed) and self.guessed[0].provider is Provider.UNIVERSITY_MICROSOFT

    @property
    def knows_servers(self) -> bool:
        """Whether the guess is more than a guess."""
        return bool(self.guessed) and self.guessed[0].provider is not Provider.OTHER

    def main_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("at", "secret", "name") if name in self.fields]

    def server_rows(self) -> list[list[forms.BoundField]]:
        return [[self[f"{side}_{what}"] for what in ("host", "security", "port")] for side in ("imap", "smtp")]

    def wanted(self) -> Wanted:
        """What to connect, after `is_valid`."""
        guessed = [one for one in self.guessed if one.provider == (self.cleaned_data.get("at") or one.provider)]
        imap, smtp = self._own("imap"), self._own("smtp")
        return Wanted(
            address=self.cleaned_data["address"],
            name=self.cleaned_data["name"],
            login=self.cleaned_data["login"],
            secret=tidied(self.cleaned_data["secret"]),
            imap=imap or list(dict.fromkeys(one.imap for one in guessed)),
            smtp=smtp or list(dict.fromkeys(one.smtp for one in guessed)),
        )

    def _own(self, side: str) -> list[Server]:
        """The server that the seeker named, if they did."""
        host = self.cleaned_data[f"{side}_host"].strip()
        security = Security(self.cleaned_data[f"{side}_security"] or Security.TLS)
        port = self.cleaned_data[f"{side}_port"] or PORTS[side][security]
        return [Server(host, port, security)] if host else []


class SignatureForm(forms.Form):
    name = forms.CharField(label=_("Your name, as readers see it"), max_length=200, required=False)
    signature = forms.CharField(
        label=_("Signature"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Stands under every message. Two or three lines: your name, your telephone number."),
    )
    is_usual = forms.BooleanField(label=_("Messages leave from this mailbox"), required=False)
