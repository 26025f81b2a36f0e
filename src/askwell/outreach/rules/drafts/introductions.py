"""The sentences that ask somebody to introduce the seeker to another person.

Askwell only guesses that the two know each other: every opening leaves that open. The other person stands for a
`{reach}`, and is never said to be he or she.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from askwell.outreach.rules.drafts.wording import Levels


@dataclass(frozen=True, slots=True, kw_only=True)
class Introducing:
    """One language's sentences in one address; slots as in `compose.slots_of`, and `{reach}` of `whom`."""

    opens: Levels
    asks: Levels
    offers: Levels  # what makes it easy for them
    outs: Levels
    subjects: Levels
    whom: Callable[[str, str], str]  # the other person's name and employer


_ENGLISH = Introducing(
    opens=(
        (
            "You may know {reach}, who could tell me how people get into {topic}.",
            "I believe you know {reach}, and you would know best how to ask about {topic}.",
        ),
        ("You may know {reach}, who could tell me what it takes to become {job}.",),
        ("You may know {reach}, whose work I would like to understand.",),
    ),
    asks=(
        (
            "Would you introduce us, for {minutes} minutes by phone or video?",
            "Could you put us in touch, for a talk of {minutes} minutes by phone or video?",
        ),
    ),
    offers=(
        (
            "You would only have to pass on two lines from me.",
            "To save you time, I can send two lines for you to pass on.",
        ),
    ),
    outs=(
        (
            "If you would rather not, just say so; that is fine.",
            "And if it does not suit you, no is a good answer too.",
        ),
    ),
    subjects=(("Would you introduce me to {reach_name}?", "A word to {reach_name}?"),),
    whom=lambda name, employer: f"{name} ({employer})" if employer else name,
)
_CHINESE = Introducing(
    opens=(
        (
            "我正在了解{topic}这一行怎么入门，您应该认识{reach}吧。",
            "想跟{reach}请教{topic}这一行的事，您应该认识吧。",
        ),
        ("我正在了解怎么当上{job}，您应该认识{reach}吧。", "想跟{reach}请教{job}这份工作，您应该认识吧。"),
        ("您应该认识{reach}吧，我很想了解那边的工作。",),
    ),
    asks=(
        (
            "能不能请您引荐一下，让我请教对方{minutes}分钟？电话、视频都行。",
            "能不能麻烦您牵个线，让我跟对方聊{minutes}分钟？电话、视频都可以。",
        ),
    ),
    offers=(("我可以写好两句话，您转过去就行。", "转发用的两句话我来写，您转一下就好。"),),
    outs=(("要是不方便，您直说就好，没关系。", "不合适也没关系，您说一声就行。"),),
    subjects=(("想请您引荐{reach_name}", "能否请您牵个线：{reach_name}"),),
    whom=lambda name, employer: f"{employer}的{name}" if employer else name,
)
_FRENCH_POLITE = Introducing(
    opens=(
        (
            "Vous connaissez peut-être {reach}, qui saurait me dire comment on débute en {topic}.",
            "Je crois que vous connaissez {reach}, et vous sauriez comment aborder le travail en {topic}.",
        ),
        ("Vous connaissez peut-être {reach}, qui saurait me dire comment on devient {job}.",),
        ("Vous connaissez peut-être {reach}, dont j'aimerais comprendre le travail.",),
    ),
    asks=(
        (
            "Accepteriez-vous de nous mettre en contact, pour {minutes} minutes par téléphone ou en visio?",
            "Pourriez-vous nous mettre en contact, pour {minutes} minutes par téléphone ou en visio?",
        ),
    ),
    offers=(("Vous n'auriez que deux lignes de moi à transmettre.",),),
    outs=(("Si cela vous gêne, dites-le-moi simplement.", "Et si vous préférez que non, aucun souci."),),
    subjects=(("Nous mettriez-vous en contact, {reach_name} et moi?", "Un mot à {reach_name}?"),),
    whom=_ENGLISH.whom,
)
_FRENCH_FAMILIAR = Introducing(
    opens=(
        (
            "Tu connais peut-être {reach}, qui saurait me dire comment on débute en {topic}.",
            "Je crois que tu connais {reach}, et tu saurais comment aborder le travail en {topic}.",
        ),
        ("Tu connais peut-être {reach}, qui saurait me dire comment on devient {job}.",),
        ("Tu connais peut-être {reach}, dont j'aimerais comprendre le travail.",),
    ),
    asks=(
        (
            "Accepterais-tu de nous mettre en contact, pour {minutes} minutes par téléphone ou en visio?",
            "Pourrais-tu nous mettre en contact, pour {minutes} minutes par téléphone ou en visio?",
        ),
    ),
    offers=(("Tu n'aurais que deux lignes de moi à transmettre.",),),
    outs=(("Si ça te gêne, dis-le-moi simplement.", "Et si tu préfères que non, aucun souci."),),
    subjects=(("Nous mettrais-tu en contact, {reach_name} et moi?", "Un mot à {reach_name}?"),),
    whom=_ENGLISH.whom,
)
_FAMILIAR: Mapping[str, Introducing] = {"en": _ENGLISH, "zh-Hans": _CHINESE, "fr": _FRENCH_FAMILIAR}
_POLITE: Mapping[str, Introducing] = {**_FAMILIAR, "fr": _FRENCH_POLITE}


def introducing(language: str, *, familiar: bool) -> Introducing:
    """The sentences of one of the drafts' languages. Chinese says 您: the whole text is turned into 你 at the end."""
    return (_FAMILIAR if familiar else _POLITE)[language]
