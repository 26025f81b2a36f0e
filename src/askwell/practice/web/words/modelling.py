"""Why a language model said nothing, or nothing more, as words."""

from django.utils.translation import gettext_lazy as _

from askwell.protocols.chat import ChatTrouble

TROUBLES = {
    ChatTrouble.NO_LINK: _("That is no address of a model. It begins with http:// or https:// and often ends in /v1."),
    ChatTrouble.FORBIDDEN: _("That address leads into a private network, where Askwell does not go."),
    ChatTrouble.NO_SERVER: _("Nobody answered at that address."),
    ChatTrouble.TOO_SLOW: _("The model takes too long to answer."),
    ChatTrouble.REFUSED_KEY: _("The server refused the key."),
    ChatTrouble.REFUSED: _("The server answered, but without words of a model. Are the address and the name right?"),
    ChatTrouble.GARBLED: _("What came is not an answer of a model."),
    ChatTrouble.CUT: _("The answer broke off."),
    ChatTrouble.KEY_LOST: _("The key can no longer be read. Paste it again."),
}


def trouble_words(code: str) -> str:
    """Empty for none."""
    return str(TROUBLES[ChatTrouble(code)]) if code in set(ChatTrouble) else ""
