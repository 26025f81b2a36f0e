"""Why this person, in French, by tie."""

from askwell.outreach.rules.drafts.wording import Levels
from askwell.people.choices import TieKind

REASONS: dict[TieKind, Levels] = {
    TieKind.INTRODUCED: (
        (
            "{introducer} m'a suggéré de {write}.",
            "J'ai eu votre nom par {introducer}.",
            "{introducer} m'a parlé de vous et de votre travail.",
        ),
        (
            "Une personne que nous connaissons en commun m'a suggéré de {write}.",
            "J'ai eu votre nom par une connaissance en commun.",
        ),
    ),
    TieKind.MET_AT_EVENT: (
        (
            "Ce fut un plaisir de vous rencontrer {at_event}.",
            "Nous nous sommes rencontrés {at_event}, et j'en garde un bon souvenir.",
            "Merci encore d'avoir pris le temps de me parler {at_event}.",
        ),
        (
            "Ce fut un plaisir de vous rencontrer.",
            "Nous nous sommes rencontrés une fois, et j'en garde un bon souvenir.",
        ),
    ),
    TieKind.ALUMNI: (
        (
            "Nous avons étudié à la même école, {school}, et c'est ainsi que j'ai trouvé votre nom.",
            "J'ai aussi étudié {at_school}, alors j'ai pensé à vous.",
        ),
        ("Nous étions de la même promotion, celle de {class_year}, alors j'ai pensé à vous.",),
        ("Nous avons étudié à la même école, et c'est ainsi que j'ai trouvé votre nom.",),
    ),
    TieKind.PROFESSOR: (
        (
            "J'ai suivi vos cours {at_school}, et ils me servent encore.",
            "Vous m'avez enseigné {at_school}, et votre avis compte pour moi.",
        ),
        ("J'ai suivi vos cours, et ils me servent encore.", "Vous m'avez enseigné, et votre avis compte pour moi."),
    ),
    TieKind.CLASSMATE: (
        (
            "On a étudié ensemble {at_school}, alors tu sais d'où je pars.",
            "Ça fait un bout qu'on a étudié ensemble {at_school}, et j'ai pensé à toi.",
        ),
        (
            "On a étudié ensemble, alors tu sais d'où je pars.",
            "Ça fait un bout qu'on a étudié ensemble, et j'ai pensé à toi.",
        ),
    ),
    TieKind.FORMER_COLLEAGUE: (
        (
            "Nous avons travaillé ensemble, et votre avis compte pour moi.",
            "Vous savez comment je travaille, puisque nous avons travaillé ensemble.",
            "J'ai pensé à vous parce que nous avons travaillé ensemble.",
        ),
    ),
    TieKind.COLLEAGUE: (
        (
            "Nous sommes collègues, et vous voyez un côté du travail que je connais mal.",
            "Vous savez comment je travaille, puisque nous sommes collègues.",
            "Nous sommes collègues, et votre avis compte pour moi.",
        ),
    ),
    TieKind.NEIGHBOUR: (
        (
            "Nous sommes voisins, alors j'ai pensé à vous.",
            "Nous sommes voisins, et votre travail pique ma curiosité.",
            "J'ai pensé à vous parce que nous sommes voisins.",
        ),
    ),
    TieKind.FRIEND: (
        (
            "J'ai pensé à toi parce qu'entre amis, tu me connais bien.",
            "On est amis, alors ton avis franc compte pour moi.",
            "Entre amis, tu sais ce que je fais bien.",
        ),
    ),
    TieKind.FAMILY: (
        (
            "J'ai pensé à toi parce qu'en famille, tu me connais bien.",
            "On est de la même famille, alors ton avis franc compte pour moi.",
            "En famille, tu sais ce que je fais bien.",
        ),
    ),
    TieKind.PROGRAMME: (
        (
            "{programme} nous a mis en contact.",
            "J'ai eu votre nom par {programme}.",
            "{programme} m'a donné votre nom.",
        ),
        (
            "Un programme nous a mis en contact, et votre travail pique ma curiosité.",
            "J'ai eu votre nom par le programme que je suis.",
        ),
    ),
    TieKind.NONE: (
        (
            "Vous travaillez comme {title} chez {organisation}, et c'est le travail que j'aimerais comprendre.",
            "Votre travail comme {title} chez {organisation} est celui que j'aimerais connaître de l'intérieur.",
        ),
        (
            "Vous travaillez comme {title}, et c'est le travail que j'aimerais comprendre.",
            "Votre travail comme {title} est celui que j'aimerais connaître de l'intérieur.",
        ),
        (
            "Vous connaissez {organisation} de l'intérieur, et j'aimerais comprendre le travail qui s'y fait.",
            "Chez {organisation}, vous faites un travail que j'aimerais comprendre.",
        ),
        ("Vous connaissez le travail en {topic} de l'intérieur, et je n'en suis qu'au début.",),
        ("Vous connaissez le travail {of_job} de l'intérieur, et je n'en suis qu'au début.",),
        (
            "Vous faites un travail que j'aimerais comprendre.",
            "Votre travail de tous les jours est celui que j'aimerais comprendre.",
        ),
    ),
}
