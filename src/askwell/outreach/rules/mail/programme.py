"""Below every mail of a programme: who sends it, where they can be written to, and how to get no more of it.

Canada's anti-spam law (CASL, section 6) asks for all three.
"""

from collections.abc import Sequence

from askwell.protocols.mail.writing import Letterhead

NO_MORE = {
    "en": "You get no more of these mails if you press the button here:",
    "zh": "不想再收到这样的邮件，请点开这里按一下按钮：",
    "fr": "Vous ne recevrez plus de tels courriels si vous appuyez sur le bouton ici\u00a0:",
}


def letterhead(*, sender: str, postal: Sequence[str], unsubscribe: str, language: str) -> Letterhead:
    """In the language (en, zh-hans, fr; others in English); `unsubscribe` is an https address."""
    words = NO_MORE.get(language[:2], NO_MORE["en"])
    return Letterhead(sender=sender, postal=tuple(postal), no_more=words, unsubscribe=unsubscribe)
