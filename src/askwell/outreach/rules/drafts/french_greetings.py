"""How French messages begin."""

from askwell.outreach.choices import Channel
from askwell.outreach.rules.drafts.wording import Levels

GREETINGS: dict[Channel, Levels] = {
    Channel.EMAIL: (("Bonjour {given},",), ("Bonjour,",)),
    Channel.LINKEDIN: (("Bonjour {given},",), ("Bonjour,",)),
    Channel.WECHAT: (("Bonjour {given}, ici {me}.",), ("Bonjour {given},",), ("Bonjour, ici {me}.",), ("Bonjour,",)),
    Channel.PHONE: (
        ("Bonjour {given}, je m'appelle {me}.", "Bonjour {given}, ici {me}."),
        ("Bonjour, je m'appelle {me}.",),
        ("Bonjour {given}.",),
        ("Bonjour.",),
    ),
    Channel.IN_PERSON: (
        ("Bonjour {given}, je m'appelle {me}.",),
        ("Bonjour, je m'appelle {me}.",),
        ("Bonjour {given}.",),
        ("Bonjour.",),
    ),
}
FAMILIAR_GREETINGS: dict[Channel, Levels] = {
    Channel.EMAIL: (("Salut {given},",), ("Salut,",)),
    Channel.LINKEDIN: (("Salut {given},",), ("Salut,",)),
    Channel.WECHAT: (("Salut {given},",), ("Salut,",)),
    Channel.PHONE: (("Salut {given}, c'est {me}.",), ("Salut {given}.",), ("Salut, c'est {me}.",), ("Salut.",)),
    Channel.IN_PERSON: (("Salut {given}.",), ("Salut.",)),
}
FULL_NAME: dict[Channel, Levels] = {
    channel: tuple(tuple(phrase.replace("{given}", "{full}") for phrase in level) for level in levels)
    for channel, levels in GREETINGS.items()
}
