"""Ties, addresses and sources as words."""

from django.utils.translation import gettext_lazy as _

from askwell.people.choices import ContactKind, Obtained, Strength, TieKind

TIES = {
    TieKind.FAMILY: _("Family"),
    TieKind.FRIEND: _("Friend"),
    TieKind.FORMER_COLLEAGUE: _("Former colleague"),
    TieKind.COLLEAGUE: _("Colleague"),
    TieKind.NEIGHBOUR: _("Neighbour"),
    TieKind.CLASSMATE: _("Classmate"),
    TieKind.PROFESSOR: _("Professor"),
    TieKind.MET_AT_EVENT: _("Met at an event"),
    TieKind.ALUMNI: _("Same school"),
    TieKind.INTRODUCED: _("Introduced by someone"),
    TieKind.PROGRAMME: _("Programme"),
    TieKind.NONE: _("No tie yet"),
}
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
}
SPOKEN = {"en": _("English"), "zh": _("Mandarin"), "yue": _("Cantonese"), "fr": _("French")}
UNREADABLE = {
    ContactKind.EMAIL: _("“%(text)s” is not an e-mail address: it needs a name, an @ and a domain."),
    ContactKind.PHONE: _("“%(text)s” is not a telephone number that can be dialled."),
    ContactKind.LINK: _("“%(text)s” is not a web address."),
    ContactKind.WECHAT: _("“%(text)s” is not a WeChat name."),
}
