"""Words that more than one app says, by the codes that the apps store: ties, channels, spoken languages."""

from django.utils.translation import get_language_info, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

TIES = {
    "family": _("Family"),
    "friend": _("Friend"),
    "former_colleague": _("Former colleague"),
    "colleague": _("Colleague"),
    "neighbour": _("Neighbour"),
    "classmate": _("Classmate"),
    "professor": _("Professor"),
    "met_at_event": _("Met at an event"),
    "alumni": _("Same school"),
    "introduced": _("Introduced by someone"),
    "programme": _("Programme"),
    "none": _("No tie yet"),
}
CHANNELS = {
    "email": _("E-mail"),
    "linkedin": _("LinkedIn"),
    "phone": _("Phone"),
    "wechat": _("WeChat"),
    "in_person": _("In person"),
}
CHANNELS_INSIDE = {
    "email": pgettext_lazy("inside a sentence", "e-mail"),
    "linkedin": pgettext_lazy("inside a sentence", "LinkedIn"),
    "phone": pgettext_lazy("inside a sentence", "phone"),
    "wechat": pgettext_lazy("inside a sentence", "WeChat"),
    "in_person": pgettext_lazy("inside a sentence", "in person"),
}
MEETINGS = {
    "video": _("video"),
    "phone": _("phone"),
    "in_person": _("in person"),
}
SPOKEN = {
    "en": _("English"),
    "zh": _("Mandarin"),
    "yue": _("Cantonese"),
    "fr": _("French"),
    "pa": _("Punjabi"),
    "hi": _("Hindi"),
    "ur": _("Urdu"),
    "fa": _("Persian"),
    "ar": _("Arabic"),
    "tl": _("Tagalog"),
    "ko": _("Korean"),
    "ja": _("Japanese"),
    "vi": _("Vietnamese"),
    "es": _("Spanish"),
    "pt": _("Portuguese"),
    "de": _("German"),
    "it": _("Italian"),
    "pl": _("Polish"),
    "ru": _("Russian"),
    "uk": _("Ukrainian"),
    "ta": _("Tamil"),
    "ml": _("Malayalam"),
    "bn": _("Bengali"),
    "gu": _("Gujarati"),
    "nl": _("Dutch"),
    "no": _("Norwegian"),
    "cs": _("Czech"),
    "ro": _("Romanian"),
    "tr": _("Turkish"),
    "yo": _("Yoruba"),
    "ig": _("Igbo"),
    "ak": _("Akan"),
    "so": _("Somali"),
    "sw": _("Swahili"),
}
USUAL = ("en", "zh", "yue", "fr")
"""The languages that a form offers to everyone."""


def tie_word(code: str) -> str:
    """A tie's kind; an unknown one is no tie."""
    return str(TIES.get(code, TIES["none"]))


def channel_word(code: str) -> str:
    """What a message went by."""
    return str(CHANNELS[code])


def channel_inside(code: str) -> str:
    """A channel as a word among others: e-mail, in person."""
    return str(CHANNELS_INSIDE[code])


def spoken_word(code: str) -> str:
    """A spoken language, whatever country its code names; a code that nobody has a word for stays as it is."""
    return known_language(code) or code


def known_language(code: str) -> str:
    """The same; empty where nobody has a word for it."""
    language = code.partition("-")[0].lower()
    if word := SPOKEN.get(code) or SPOKEN.get(language):
        return str(word)
    try:
        return str(get_language_info(language)["name_translated"])
    except KeyError:
        return ""


def way_word(tie: str, channel: str) -> str:
    """How somebody was asked: Introduced by someone; Same school, LinkedIn; Cold, phone.

    Beside a tie, e-mail goes without saying.
    """
    if tie in ("", "none"):
        return gettext("Cold, %(channel)s") % {"channel": channel_inside(channel)}
    if channel == "email":
        return tie_word(tie)
    return gettext("%(tie)s, %(channel)s") % {"tie": tie_word(tie), "channel": channel_inside(channel)}
