"""What the pages of business cards say: why a picture was not read, and why a field wants a look."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from askwell.people.choices import Handed, ScanState
from askwell.people.rules.cards import Reading
from askwell.people.rules.cards.proposing import look_once

REFUSALS = {
    "empty": gettext_lazy("The file is empty."),
    "svg": gettext_lazy("This is a drawing (SVG), not a photograph. Take a photo of the card, or save it as JPEG."),
    "web_page": gettext_lazy("This is a web page, not a picture. Save the picture itself and choose that."),
    "pdf": gettext_lazy("This is a PDF. Take a photo of the card, or save the page as a picture."),
    "heic": gettext_lazy(
        "This picture is in Apple’s HEIC format, which cannot be read here. Send it as JPEG, or set the camera to"
        " “Most Compatible”."
    ),
    "not_a_picture": gettext_lazy("This is no picture that can be read here. JPEG, PNG and WebP can."),
    "damaged": gettext_lazy("The picture is damaged or was cut off on its way. Take it again."),
    "animated": gettext_lazy("This picture moves. Take a still one."),
    "too_many_bytes": gettext_lazy("The picture is larger than 30 MB. Take it smaller, or cut it to the card."),
    "too_many_pixels": gettext_lazy("The picture has more pixels than any camera needs for a card. Make it smaller."),
    "too_much_memory": gettext_lazy("Opening this picture would take too much memory, so it was given up."),
    "too_slow": gettext_lazy("Reading this picture took more than a minute and was given up. Take it again, closer."),
    "crashed": gettext_lazy("This picture broke the program that reads cards. It was stopped, and the rest went on."),
    "nothing_read": gettext_lazy("We could read nothing here. Type in what you see, or take the picture again."),
    "text_recognition_missing": gettext_lazy(
        "Only codes can be read here so far, and this card has none with a name in it. Type in what you see."
    ),
}  # fmt: skip
STATES = {
    ScanState.READING: gettext_lazy("being read"),
    ScanState.READY: gettext_lazy("waits for your yes"),
    ScanState.KEPT: gettext_lazy("kept"),
    ScanState.LEFT_OUT: gettext_lazy("left out"),
    ScanState.REFUSED: gettext_lazy("could not be read"),
}
HANDED = {
    Handed.BY_THEM: (gettext_lazy("They handed it to me"), gettext_lazy("you may write to them")),
    Handed.PASSED_ON: (gettext_lazy("Someone passed it on"), gettext_lazy("name them when you write")),
    Handed.PICKED_UP: (gettext_lazy("I picked it up"), gettext_lazy("say where you found it")),
}
MATCHED = {
    "email": gettext_lazy("the same e-mail"),
    "phone": gettext_lazy("the same telephone number"),
    "link": gettext_lazy("the same LinkedIn profile"),
    "name_employer": gettext_lazy("the same name and employer"),
    "name": gettext_lazy("the same name"),
}


def refusal(code: str) -> str:
    """Why a picture was not read, as a sentence or two."""
    return str(REFUSALS.get(code, _("The picture could not be read.")))


def doubt(reading: Reading) -> str:
    """Why a field wants a look; empty for one that is sure."""
    if "code_differs" in reading.notes:
        return _("The code says this; printed is “%(text)s”. We took the code.") % {"text": reading.printed}
    if "repaired" in reading.notes:
        return _("A letter was misread and mended by what else stands on the card.")
    if look_once(reading):
        return _("Hard to read. Compare it with the picture.")
    return ""
