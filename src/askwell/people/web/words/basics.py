"""Strengths of ties, addresses and sources as words."""

from django.utils.translation import gettext_lazy as _

from askwell.people.choices import ContactKind, Obtained, Strength

STRENGTHS = {Strength.SLIGHT: _("slight"), Strength.GOOD: _("good"), Strength.CLOSE: _("close")}
KINDS = {
    ContactKind.EMAIL: _("E-mail"),
    ContactKind.PHONE: _("Phone"),
    ContactKind.LINK: _("Profile or web page"),
    ContactKind.WECHAT: _("WeChat"),
}
BY_HAND = {
    Obtained.BY_HAND: _("They told me, or I knew it"),
    Obtained.CARD: _("From their card"),
    Obtained.PUBLISHED: _("Published by them or their employer"),
    Obtained.REFERRED: _("From the person who introduced us"),
    Obtained.REPLIED: _("They wrote to me from it"),
    Obtained.PROGRAMME: _("From a programme"),
}
SOURCES = {
    **BY_HAND,
    Obtained.LINKEDIN: _("LinkedIn export"),
    Obtained.GOOGLE: _("Google Contacts"),
    Obtained.OUTLOOK: _("Outlook"),
    Obtained.VCARD: _("vCard"),
    Obtained.SPREADSHEET: _("Spreadsheet"),
    Obtained.PASTED: _("Pasted table"),
    Obtained.CSV: _("CSV file"),
    Obtained.PAGE: _("From the page on which they agreed"),
}
UNREADABLE = {
    ContactKind.EMAIL: _("“%(text)s” is not an e-mail address: it needs a name, an @ and a domain."),
    ContactKind.PHONE: _("“%(text)s” is not a telephone number that can be dialled."),
    ContactKind.LINK: _("“%(text)s” is not a web address."),
    ContactKind.WECHAT: _("“%(text)s” is not a WeChat name."),
}
