"""A programme's letters in French."""

WHY = {
    "topics": "{programme} vous met en relation\u00a0: vous connaissez {topics}, ce que {seeker} aimerait comprendre.",
    "field": "{programme} vous met en relation\u00a0: vous travaillez dans le domaine que vise {seeker} ({field}).",
    "bare": (
        "{programme} vous met en relation\u00a0: vous avez une heure libre en commun, "
        "et {seeker} aimerait apprendre de quelqu’un qui connaît la vie professionnelle d’ici."
    ),
}

LETTERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "ask": (
        "{programme}\u00a0: {minutes} minutes avec {seeker}?",
        (
            "Bonjour {hello},",
            "Vous avez offert à {programme} de parler de votre métier avec des personnes qui cherchent leur voie. "
            "Cette fois, il s’agit de {seeker}.",
            "Ce que vise {seeker}\u00a0: {field}.",
            "Pourquoi vous deux\u00a0: vous connaissez {topics}, et c’est ce que {seeker} aimerait comprendre.",
            "D’après les heures que vous nous avez données tous les deux, ces moments conviennent. Chacun dure "
            "{minutes} "
            "minutes, en visio ou par téléphone\u00a0:",
            "{times}",
            "Choisissez-en un, proposez-en un autre ou dites non d’un seul clic, sans compte\u00a0:\n{link}",
            "Il s’agit de parler de votre métier, et on ne vous demandera pas d’emploi. Un non est aussi une "
            "réponse\u00a0: "
            "personne ne vous en voudra, et nous demanderons à quelqu’un d’autre. Sans nouvelles de vous le "
            "{until}, nous "
            "ferons de même.",
            "Pour souffler un peu ou recevoir moins de demandes, vous pouvez faire une pause ici à tout moment\u00a0:\n"
            "{own_page}",
            "Merci,\n{sign}",
        ),
    ),
    "remind": (
        "{programme}\u00a0: {minutes} minutes avec {seeker}, cela vous irait?",
        (
            "Bonjour {hello},",
            "Il y a quelque temps, nous vous avons demandé {minutes} minutes pour {seeker}. Notre message s’est "
            "peut-être "
            "perdu parmi d’autres\u00a0: le revoici, une seule fois.",
            "Choisissez un moment, proposez-en un autre ou dites non d’un seul clic\u00a0:\n{link}",
            "Sans nouvelles de vous le {until}, nous demanderons à quelqu’un d’autre. Vous n’avez rien à expliquer.",
            "Pour faire une pause\u00a0:\n{own_page}",
            "Merci,\n{sign}",
        ),
    ),
    "come": (
        "{programme}\u00a0: inscrivez-vous pour avoir un entretien",
        (
            "Bonjour {hello},",
            "Vous êtes sur la liste de {programme}, pour des entretiens avec des gens du métier que vous visez. Vous "
            "posez des questions, ils racontent\u00a0: {minutes} minutes, par vidéo ou par téléphone.",
            "Pour qu’un entretien puisse être le vôtre, rejoignez d’abord le programme avec votre propre compte. Cela "
            "prend deux minutes. Les entretiens, vos questions et vos notes sont alors chez vous, et vous dites point "
            "par point ce que nous en voyons\u00a0:\n{link}",
            "Dès que c’est fait et que quelqu’un vous convient, nous lui demandons un entretien pour vous.",
            "Si vous préférez ne pas participer, vous n’avez rien à faire.",
            "{sign}",
        ),
    ),
    "join": (
        "Nous avons trouvé quelqu’un pour vous\u00a0: inscrivez-vous d’abord",
        (
            "Bonjour {hello},",
            "Nous avons trouvé quelqu’un pour un entretien avec vous.",
            "Pourquoi vous deux\u00a0: cette personne connaît {topics}, ce que vous voulez comprendre.",
            "Avant que nous lui demandions, rejoignez le programme avec votre propre compte. Cela prend deux minutes. "
            "L’entretien, vos questions et vos notes sont alors chez vous, et vous dites point par point ce que nous "
            "en voyons\u00a0:\n{link}",
            "Dès que c’est fait, nous lui demandons {minutes} minutes, à des heures que vous avez données tous les "
            "deux.",
            "{sign}",
        ),
    ),
    "asked": (
        "Nous avons demandé à {insider} un entretien pour vous",
        (
            "Bonjour {hello},",
            "Le jumelage est fait\u00a0: nous avons demandé à {insider} {minutes} minutes pour vous.",
            "Qui est-ce\u00a0: {job}.",
            "Pourquoi vous deux\u00a0: {insider} connaît {topics}, ce que vous voulez comprendre.",
            "Gardez ces moments libres jusqu’à la réponse\u00a0:",
            "{times}",
            "Dès que {insider} en choisit un, vous le voyez dans Aujourd’hui et dans Entretiens, où vous pouvez aussi "
            "préparer vos questions\u00a0:\n{link}",
            "Si l’entretien ne peut pas avoir lieu, annulez-le là au moins un jour avant. Quelqu’un garde ce "
            "moment pour vous.",
            "{sign}",
        ),
    ),
    "off_insider": (
        "{programme}\u00a0: l’entretien avec {seeker} n’aura pas lieu",
        (
            "Bonjour {hello},",
            "L’entretien avec {seeker} que nous vous avions demandé n’aura pas lieu. Vous n’avez plus rien à faire.",
            "Il était prévu le {when}\u00a0: ce moment est de nouveau à vous.",
            "{reason}",
            "Toutes nos excuses pour le dérangement, et merci de votre disponibilité.",
            "{sign}",
        ),
    ),
    "off_seeker": (
        "L’entretien avec {insider} n’aura pas lieu",
        (
            "Bonjour {hello},",
            "L’entretien avec {insider} n’aura pas lieu. Cela n’a rien à voir avec vous.",
            "Il était prévu le {when}\u00a0: ce moment est de nouveau libre.",
            "{reason}",
            "Vous serez dans le prochain jumelage sans rien avoir à faire. Ce que vous avez préparé reste dans "
            "Askwell et "
            "servira au prochain entretien.",
            "{sign}",
        ),
    ),
    "how_insider": (
        "{programme}\u00a0: comment s’est passé l’entretien avec {seeker}?",
        (
            "Bonjour {hello},",
            "Votre entretien avec {seeker} devait avoir lieu le {when}. Comment s’est-il passé? Cela prend une "
            "minute, sans "
            "compte, et seul {programme} le lit, sauf si vous cochez que vos mots peuvent être transmis\u00a0:\n{link}",
            "Vous pouvez aussi y dire si {seeker} n’était pas là.",
            "Merci,\n{sign}",
        ),
    ),
    "how_seeker": (
        "Comment s’est passé l’entretien avec {insider}?",
        (
            "Bonjour {hello},",
            "Votre entretien avec {insider} devait avoir lieu le {when}. Deux minutes maintenant valent "
            "beaucoup\u00a0: notez "
            "ce que vous avez appris et remerciez dans la journée. Vous trouvez les deux dans Askwell, sous "
            "Entretiens.",
            "Et dites-nous comment c’était\u00a0:\n{link}",
            "{sign}",
        ),
    ),
    "thanks": (
        "Merci de votre temps avec {seeker}",
        (
            "Bonjour {hello},",
            "Merci d’avoir parlé avec {seeker}. Pour quelqu’un qui cherche sa voie ici, un tel échange vaut "
            "plus que bien des "
            "candidatures.",
            "Ce qu’en dit {seeker}\u00a0: utile, {useful} sur 5.",
            "Dans ses propres mots\u00a0: «\u00a0{said}\u00a0»",
            "Les personnes que vous avez nommées comptent aussi\u00a0: {referrals}.",
            "Et pour vous, comment était-ce? Cela prend une minute, sans compte, et {programme} seul le lit"
            "\u00a0:\n{how}",
            "Vous pouvez souffler\u00a0: nous ne vous redemanderons rien avant le {rest}.",
            "Votre page, pour changer quoi que ce soit ou faire une pause\u00a0:\n{own_page}",
            "Avec nos remerciements,\n{sign}",
        ),
    ),
    "thanks_left": (
        "Merci pour votre entretien",
        (
            "Bonjour {hello},",
            "Merci pour l’entretien que {programme} vous a demandé. Pour quelqu’un qui cherche sa voie ici, un tel "
            "échange vaut plus que bien des candidatures.",
            "Vous pouvez souffler\u00a0: nous ne vous redemanderons rien avant le {rest}.",
            "Votre page, pour changer quoi que ce soit ou faire une pause\u00a0:\n{own_page}",
            "Avec nos remerciements,\n{sign}",
        ),
    ),
    "missed": (
        "Au sujet de l’entretien avec {other}",
        (
            "Bonjour {hello},",
            "On nous dit que l’entretien avec {other} du {when} n’a pas eu lieu, parce que vous n’avez pas pu "
            "venir ou l’avez "
            "annulé au dernier moment. Un imprévu, cela arrive à tout le monde.",
            "{other} avait gardé ce moment. La prochaine fois, annulez un jour avant, d’un clic sur la même page.",
            "Si ce n’est pas exact, écrivez-nous simplement.",
            "{sign}",
        ),
    ),
    "paused": (
        "Avant le prochain entretien, parlons-en brièvement",
        (
            "Bonjour {hello},",
            "On nous dit que l’entretien avec {other} du {when} n’a pas eu lieu non plus. Avant de demander à "
            "quelqu’un "
            "d’autre, nous aimerions savoir ce qui vous aiderait\u00a0: d’autres heures, moins d’entretiens ou "
            "une pause.",
            "Écrivez-nous ou appelez-nous quand cela vous convient. Rien n’est perdu, et votre place est gardée.",
            "{sign}",
        ),
    ),
}
