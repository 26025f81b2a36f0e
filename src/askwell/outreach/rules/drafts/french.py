"""The French sentences, as they are written in Québec: vous, and tu among family, friends and classmates.

Nothing agrees with the gender of the reader or of the writer, which is not known.
"""

import re

from askwell.outreach.choices import Channel
from askwell.outreach.rules.drafts.french_greetings import FAMILIAR_GREETINGS, FULL_NAME, GREETINGS
from askwell.outreach.rules.drafts.french_reasons import REASONS
from askwell.outreach.rules.drafts.occupation import after_de, lowered
from askwell.outreach.rules.drafts.wording import Register, Wording
from askwell.people.choices import TieKind

_ABOUT = (
    (
        "comment on débute en {topic}",
        "à quoi ressemble le travail en {topic}",
        "comment vous voyez le travail en {topic}",
    ),
    ("comment on devient {job}", "à quoi ressemble le travail {of_job}", "comment vous voyez le travail {of_job}"),
)
_POLITE = Register(
    greetings=GREETINGS,
    asks=(
        (
            "Auriez-vous {minutes} minutes, {ways}, pour me dire {about}? Le moment qui vous convient sera le bon.",
            "Pourrais-je vous parler {minutes} minutes, {ways} et quand cela vous convient, pour savoir {about}?",
            "Accepteriez-vous un échange de {minutes} minutes pour m'expliquer {about}? Vous choisissez le moment, "
            "{ways}.",
        ),
    ),
    about=(
        *_ABOUT,
        ("à quoi ressemble une semaine comme {title}", "ce que fait au juste une personne au poste de {title}"),
        ("comment vous travaillez chez {organisation}", "à quoi ressemble une semaine chez {organisation}"),
        ("comment s'est fait votre parcours", "à quoi ressemblent vos semaines"),
    ),
    about_after_role=(
        *_ABOUT,
        ("comment s'est fait votre parcours", "ce que vous diriez à quelqu'un qui débute"),
    ),
    about_inside=(
        ("comment on évolue ici vers le travail en {topic}", "à quoi ressemble ici le travail en {topic}"),
        ("comment on devient {job} ici", "à quoi ressemble ici le travail {of_job}"),
        (
            "comment vous voyez les gens passer ici d'une équipe à l'autre",
            "comment fonctionne votre côté de l'entreprise",
        ),
    ),
    inside_note=(
        ("Vous voyez aussi chez {organisation} des choses que je ne vois pas.",),
        ("Vous voyez aussi dans l'entreprise des choses que je ne vois pas.",),
    ),
    second=(
        (
            "Si une autre personne de votre entourage vous semble mieux placée, son nom m'aiderait tout autant.",
            "Et si quelqu'un d'autre est mieux placé pour me répondre, dites-le-moi simplement.",
        ),
    ),
    way_out={
        Channel.PHONE: (
            ("Si vous êtes en plein travail, dites-le-moi simplement.", "Si je tombe mal, dites-le-moi simplement."),
        ),
        Channel.IN_PERSON: (("Si ça n'adonne pas, dites-le-moi simplement.", "Et si c'est non, aucun souci."),),
    },
    closing=(
        ("Merci beaucoup,\n{me}", "Merci d'avance,\n{me}", "Cordialement,\n{me}"),
        ("Merci beaucoup.", "Merci d'avance."),
    ),
    nudges=(
        (
            "Je vous ai écrit il y a peu; {introducer} me l'avait suggéré.",
            "Vous avez peut-être vu mon message; {introducer} m'avait donné votre nom.",
        ),
        (
            "Je vous ai écrit il y a peu au sujet du travail en {topic}.",
            "Vous avez peut-être vu mon message au sujet du travail en {topic}.",
        ),
        ("Je vous ai écrit il y a peu au sujet du travail {of_job}.",),
        ("Je vous ai écrit il y a peu.", "Vous avez peut-être vu mon message d'il y a peu."),
    ),
    nudge_asks=(
        (
            "Si le temps manque, pourriez-vous répondre à une seule question: qu'est-ce qu'il faut apprendre d'abord "
            "en {topic}?",
            "Une seule question serait-elle plus simple: qu'auriez-vous aimé savoir avant de commencer en {topic}?",
        ),
        (
            "Si le temps manque, pourriez-vous répondre à une seule question: qu'est-ce qu'il faut apprendre d'abord "
            "dans votre métier?",
            "Une seule question serait-elle plus simple: qu'auriez-vous aimé savoir à vos débuts?",
        ),
    ),
    nudge_outs=(
        (
            "Si ce n'est pas le moment, un simple non me va très bien.",
            "Et si cela ne vous convient pas, un non est aussi une bonne réponse.",
            "Si vous préférez laisser tomber, aucun souci, et merci quand même.",
        ),
    ),
    voicemail=(
        (
            "{hello}, ici {me}. {introducer} m'a suggéré de vous appeler. Rien d'urgent, seulement quelques "
            "questions sur "
            "{matter}. Je vous enverrai un petit mot, inutile de me rappeler. Bonne journée.",
        ),
        (
            "{hello}, ici {me}. Rien d'urgent, seulement quelques questions sur {matter}. Je vous enverrai un petit "
            "mot, inutile de me rappeler. Bonne journée.",
        ),
        ("{hello}. Rien d'urgent, seulement quelques questions sur {matter}. Je rappellerai un autre jour. Bonne "
            "journée.",),
    ),
)  # fmt: skip

_FAMILIAR = Register(
    greetings=FAMILIAR_GREETINGS,
    asks=(
        (
            "Aurais-tu {minutes} minutes, {ways}, pour me dire {about}? Tu choisis le moment.",
            "Est-ce qu'on pourrait se parler {minutes} minutes, {ways}, pour que tu me dises {about}? Le moment qui "
            "t'adonne est le bon.",
            "Accepterais-tu de jaser {minutes} minutes pour m'expliquer {about}? Tu choisis quand, {ways}.",
        ),
    ),
    about=(
        (
            "comment on débute en {topic}",
            "à quoi ressemble le travail en {topic}",
            "comment tu vois le travail en {topic}",
        ),
        ("comment on devient {job}", "à quoi ressemble le travail {of_job}", "comment tu vois le travail {of_job}"),
        ("à quoi ressemble une semaine comme {title}", "ce que fait au juste une personne au poste de {title}"),
        ("comment tu travailles chez {organisation}", "à quoi ressemble une semaine chez {organisation}"),
        ("comment s'est fait ton parcours", "à quoi ressemblent tes semaines"),
    ),
    about_after_role=(
        ("comment on débute en {topic}",), ("comment on devient {job}",), ("comment s'est fait ton parcours",),
    ),
    about_inside=(
        ("comment on évolue ici vers le travail en {topic}", "à quoi ressemble ici le travail en {topic}"),
        ("comment on devient {job} ici", "à quoi ressemble ici le travail {of_job}"),
        ("comment tu vois les gens passer ici d'une équipe à l'autre", "comment fonctionne ton côté de l'entreprise"),
    ),
    inside_note=(
        ("Tu vois aussi chez {organisation} des choses que je ne vois pas.",),
        ("Tu vois aussi dans l'entreprise des choses que je ne vois pas.",),
    ),
    second=(
        (
            "Si tu connais quelqu'un de mieux placé, un nom m'aiderait tout autant.",
            "Et si une autre personne est mieux placée, dis-le-moi simplement.",
        ),
    ),
    way_out={
        Channel.PHONE: (("Si tu es en plein travail, dis-le-moi.", "Si le moment est mal choisi, dis-le-moi."),),
        Channel.IN_PERSON: (("Si ça n'adonne pas, dis-le-moi simplement.", "Et si c'est non, aucun souci."),),
    },
    closing=(("Merci,\n{me}", "Merci d'avance,\n{me}"), ("Merci.", "Merci d'avance.")),
    nudges=(
        (
            "Je t'ai écrit il y a peu au sujet du travail en {topic}.",
            "Tu as peut-être vu mon message au sujet du travail en {topic}.",
        ),
        ("Je t'ai écrit il y a peu au sujet du travail {of_job}.",),
        ("Je t'ai écrit il y a peu.", "Tu as peut-être vu mon message d'il y a peu."),
    ),
    nudge_asks=(
        (
            "Si le temps manque, pourrais-tu répondre à une seule question: à qui parlerais-tu du travail en {topic} "
            "à ma place?",
            "Une seule question serait-elle plus simple: par où commencerais-tu en {topic}?",
        ),
        (
            "Si le temps manque, pourrais-tu répondre à une seule question: que ferais-tu d'abord à ma place?",
            "Une seule question serait-elle plus simple: à qui parlerais-tu à ma place?",
        ),
    ),
    nudge_outs=(
        (
            "Si ce n'est pas le moment, un simple non me va très bien.",
            "Et si ça ne t'adonne pas, un non est aussi une bonne réponse.",
            "Si tu préfères laisser tomber, aucun souci, et merci quand même.",
        ),
    ),
    voicemail=(
        (
            "{hello}, c'est {me}. Rien d'urgent, seulement quelques questions sur {matter}. Je t'écris un petit mot, "
            "inutile de me rappeler. Bonne journée!",
        ),
        ("{hello}. Rien d'urgent, seulement quelques questions sur {matter}. Je rappellerai. Bonne journée!",),
    ),
)  # fmt: skip


def _at(place: str) -> str:
    """ "au Salon", "aux Journées", "à l'Université": the place with its preposition."""
    for article, contracted in (("le ", "au "), ("les ", "aux ")):
        if place.lower().startswith(article):
            return contracted + place[len(article) :]
    return f"à {place}"


def _said_of_them(text: str, variant: int) -> str:
    if re.match(r"(?:vous|tu)\b", text, re.I):
        return ("J'ai vu que {0}.", "J'ai appris que {0}.", "Je sais que {0}.")[variant % 3].format(_lower_first(text))
    if re.match(r"(?:votre|vos|ton|ta|tes)\b", text, re.I):
        return ("Je repense souvent à {0}.", "J'ai beaucoup appris de {0}.")[variant % 2].format(_lower_first(text))
    return f"Une chose chez vous a retenu mon attention: {text}."


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _said_of_self(text: str) -> str:
    if re.match(r"je\b|j['’]|mon\b|ma\b", text, re.I):
        return f"De mon côté, {_lower_first(text)}."
    done = re.match(r"(?:ai |(?=(?!né\b)\w+é\b))(.*)", text, re.I)
    return f"J'ai {_lower_first(done[1])}." if done else f"Un mot sur moi: {text}."


def _said_news(text: str) -> str:
    return f"Depuis, {_lower_first(text)}." if re.match(r"je\b|j['’]", text, re.I) else f"Du nouveau: {text}."


def _colons(text: str) -> str:
    """A no-break space before colons, as the French write them, and none before other marks (Québec)."""
    return re.sub(r"(?<=\w):(?= )", "\u00a0:", text)


_ADVICE = (("Ton avis sur le travail en {topic}",), ("Ton avis sur le travail {of_job}",), ("Ton avis sur la suite",))
FRENCH = Wording(
    polite=_POLITE,
    familiar=_FAMILIAR,
    familiar_when_close=False,
    reasons=REASONS,
    inside=(
        (
            "Nous travaillons tous deux chez {organisation}, et vous en voyez un côté que je connais mal.",
            "Nous sommes tous deux chez {organisation}, et le travail de votre équipe pique ma curiosité.",
        ),
        (
            "Nous travaillons à la même place, et vous en voyez un côté que je connais mal.",
            "Nous sommes dans la même entreprise, et le travail de votre équipe pique ma curiosité.",
        ),
    ),
    professor=FULL_NAME,
    hello=(("Bonjour {given}",), ("Bonjour",)),
    hello_professor=(("Bonjour {full}",), ("Bonjour",)),
    subjects={
        TieKind.INTRODUCED: (("{introducer} m'a suggéré de vous écrire", "{introducer} m'a donné votre nom"),),
        TieKind.MET_AT_EVENT: (("Notre rencontre {at_event}",),),
        TieKind.ALUMNI: (("Nous avons étudié {at_school}",),),
        TieKind.PROFESSOR: (("Vos cours me servent encore",),),
        TieKind.CLASSMATE: (("Une question pour toi",),),
        TieKind.FORMER_COLLEAGUE: (("J'aimerais avoir votre avis",),),
        TieKind.COLLEAGUE: (("Une question entre collègues",),),
        TieKind.NEIGHBOUR: (("Une question entre voisins",),),
        TieKind.FRIEND: _ADVICE,
        TieKind.FAMILY: _ADVICE,
        TieKind.PROGRAMME: (("{programme} nous a mis en contact",),),
    },
    any_subject=(
        ("{minutes} minutes sur le travail en {topic}",),
        ("{minutes} minutes sur le travail {of_job}",),
        ("{minutes} minutes sur votre travail chez {organisation}",),
        ("{minutes} minutes sur votre travail",),
    ),
    nudge_subject="Un petit suivi",
    write={
        Channel.EMAIL: "vous écrire",
        Channel.LINKEDIN: "vous écrire",
        Channel.WECHAT: "vous écrire",
        Channel.PHONE: "vous appeler",
        Channel.IN_PERSON: "vous parler",
    },
    ways={
        Channel.EMAIL: "par téléphone ou en vidéo",
        Channel.LINKEDIN: "par téléphone ou en vidéo",
        Channel.WECHAT: "par appel ou en vidéo",
        Channel.PHONE: "maintenant ou un autre jour",
        Channel.IN_PERSON: "autour d'un café ou par téléphone",
    },
    joint=" ",
    page="{greeting}\n\n{body}\n\n{closing}",
    matter=(("le travail en {topic}",), ("le travail {of_job}",), ("votre travail",)),
    told=str,
    number=str,
    at=_at,
    said_of_them=_said_of_them,
    said_of_self=_said_of_self,
    said_news=_said_news,
    field=lambda topic: lowered(re.sub(r"^(?:l['’]|la |le |les |une? |des )", "", topic, flags=re.I)),
    job=str,
    of_job=after_de,
    familiarly=str,
    finished=_colons,
)
