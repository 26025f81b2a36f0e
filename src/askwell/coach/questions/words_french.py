"""Phrases that show a flaw in French, as regular expressions over plain text (`parts.plain`)."""

from askwell.coach.questions.values import Code

_org = (
    r"(?:entreprise|compagnie|organisation|organisme|société|firme|école|hôpital|banque|magasin|boutique|"
    r"clinique|agence|studio|"
    r"laboratoire|université|collège|cégep|garderie|cpe|restaurant|hôtel|bureau|équipe|usine|entrepôt|"
    r"syndicat|association|centre|"
    r"musée|bibliothèque|garage|salon|pharmacie|cabinet|groupe|boulangerie|ferme|service|commission scolaire)"
)
_the_org = rf"(?:votre|l'|la|le|cette|ce|ton) ?(?:\w+ )?{_org}"
_broad = (
    r"(?:(?:le|la|l'|les|du|de la|de l'|des|de|d'|votre|vos|ce|cette|cet|ton|mon) ?)*(?:métier d(?:e |')\w+|"
    r"travail d(?:e |')\w+|domaine d(?:e la |u |e l'|e |es )\w+|secteur d(?:e la |u |e l'|e |es )\w+|métier|"
    r"travail|secteur|domaine|industrie|milieu|emploi|marché(?: du travail)?|"
    r"vie|entreprise|compagnie|carrière|profession|boulot|économie|québec|canada|parcours|situation|avenir|"
    r"quotidien|poste|tout|choses?)"
)
_end = (
    r"(?: (?:ici|là-bas|en général|aujourd'hui|actuellement|maintenant|en ce moment|globalement|pour moi|"
    r"pour vous|au québec|au canada|chez vous|à me donner))* ?[?.!]*$"
)
_harsh = (
    r"(?:ennuyeu\w+|plate|monotone|injuste\w*|terribles?|affreu\w+|horribles?|paresseu\w+|impoli\w*|"
    r"mauvais\w*|toxiques?|stupides?|inutiles?|"
    r"mal payé\w*|lent\w*|corrompu\w*|ingrat\w*|dépassé\w*|ridicules?|froid\w*|fermé\w*|sévères?|radins?|"
    r"difficiles?|racistes?|méfiant\w*|pénibles?)"
)

NO_REQUEST = (
    r"\bquelqu'un à me recommander\b|\bme (?:présenter|recommander|référer) (?:à )?(?:une? (?:autre"
    r" )?(?:collègue|personne|"
    r"confrère|consœur)|quelqu'un)(?! (?:d'autre )?(?:qui|pour) (?:embauche|recrute|un (?:poste|emploi)))",
    r"\b(?:quand|lorsque|lorsqu'|avant d'|avant de|en) ?(?:vous |on |il |elle |votre équipe |un employeur |"
    r"les employeurs )?(?:embauch|recrut|engag)\w*",
    r"\b(?:parle\w*|raconte\w*)\b[^.?!]{0,15}\b(?:votre|du|de l')(?: ?\w+)? ?(?:stage|emploi|poste|travail|"
    r"entrevue)\b|\b(?:votre|un|son|leur) (?:premier|dernier|ancien) (?:emploi|poste|stage)\b",
)
"""Talk of jobs that asks for none."""

FLAWS: dict[Code, tuple[str, ...]] = {
    Code.ASKS_FOR_JOB: (
        r"(?:^|[.,;] ?)(?:et |est-ce que |quand (?:est-ce que )?|savez-vous si )*(?:vous|votre [\w' "
        r"-]{2,20}?|l'\w+|ils|on) (?:va |allez |vont )?(?:embauch|recrut|engag)(?:e|ez|ent|era|erez|er)\b"
        r"|\b(?:embauch|recrut|engag)\w+-(?:t-)?(?:vous|elle|il|on|ils)\b(?<!quand vous)|\b(?:allez|va|"
        r"comptez|pensez|prévoyez|prévoit)-(?:t-)?(?:vous|elle|il) (?:bientôt )?(?:embaucher|recruter|"
        r"engager)\b",
        r"\b(?:prochaines? embauches?|postes? (?:ouverts?|vacants?|disponibles?|à combler)|me (?:référer|"
        r"recommander|pistonner|parrainer|embaucher|engager))\b",
        r"\b(?:parrain\w+|commandit\w+) (?:mon|ma|un|une|des|le|les) (?:visa|permis|immigration|"
        r"travailleurs?)\b",
    ),
    Code.PUBLIC_FACT: (
        rf"\boù (?:est|se trouve|se situe|sont)(?:-\w+)? (?:{_the_org}|votre siège|le siège|vos (?:bureaux|"
        rf"succursales|magasins))|\boù {_the_org} (?:est|se trouve|a)",
        rf"\b(?:quand|en quelle année|depuis quand|qui)\b[^?]{{0,20}}{_the_org}[^?]{{0,20}}\b(?:fondée?|"
        rf"créée?|ouverte?|existe|ouvert|construite?|appartient)|\bqui (?:a fondé|dirige|possède) {_the_org}"
        rf"|\bquand {_the_org} a-t-(?:elle|il) été",
        r"\bcombien (?:d'|de )(?:employé\w*|magasins|succursales|bureaux|lits|élèves|étudiant\w*|clients|"
        r"membres|pays|personnes (?:travaillent|compte)|salarié\w*|places|chambres|camions|enfants)\b"
        rf"[^?]{{0,25}}\b(?:{_org}|avez-vous|compte|y a-t-il|a-t-(?:il|elle))",
        rf"\bque (?:fait|vend|produit|fabrique|offre) {_the_org}|\bqu'est-ce que (?:fait|vend|produit) "
        rf"{_the_org}|\bquels (?:produits|services|programmes)\b[^?]{{0,15}}\b(?:offrez|vendez|offre|"
        rf"propose)",
        r"\bqui est (?:le|la|votre) (?:pdg|président\w*|fondat\w+|propriétaire|direct\w+ général\w*)|"
        r"\bheures? d'ouverture\b|\bhoraires? d'ouverture\b|\bà quelle heure (?:ouvr|ferm)\w+",
        r"\b(?:frais (?:de scolarité|d'inscription|d'examen|d'adhésion|annuels)|droits de scolarité|coût "
        r"(?:de la formation|du cours|du programme|de l'examen)|salaire minimum)\b"
        r"|\bcombien (?:coûte|dure)(?:nt)?(?:-\w+)? (?:la|le|l'|un|une|votre) ?(?:formation|cours|programme|"
        r"examen|permis|diplôme|cotisation)|\bcombien de temps dure",
        r"\b(?:quelle est|quel est) (?:l'adresse|le site|le numéro|la mission|le chiffre d'affaires|votre "
        r"(?:adresse|site|chiffre d'affaires|mission))\b|\bavez-vous (?:d'autres |des )?(?:succursales|"
        r"bureaux|un site)",
    ),
    Code.LEADING: (
        r"(?:^|[.,;] ?)(?:et |mais )?n(?:e |')\w+-(?:vous|tu|il|elle|ce|on)(?:-\w+)? pas\b|\bvous ne "
        r"(?:pensez|trouvez|croyez) pas\b|\bn'est-ce pas\b|\bpas vrai \?|,? non ?\?$|, hein\b",
        r"\bvous devez (?!.{0,20}(?:comment|quel))[^?]{0,40}\?$|\b(?:évidemment|forcément|sûrement|"
        r"certainement)\b[^?]*\?|\b(?:j'imagine|je suppose|ça doit|cela doit|vous êtes sûrement)\b[^?.]*\?|"
        r"\bpourquoi (?![^?]*-vous)[^?]*\b(?:ne|n') ?[\w' -]{1,20} (?:pas|jamais)\b|\b(?:tout le monde|"
        r"chacun) (?:sait|dit)\b|\b(?:êtes|seriez)-vous d'accord\b",
        rf"\bpourquoi [^?]{{0,60}}?\b(?:si(?! (?:important|répandu|populaire|utile|peu|rare|demandé))|aussi|"
        rf"tellement|toujours|jamais|trop|{_harsh})\b|\bpourquoi "
        rf"[^?]{{0,40}}\b(?:refus|ignor|détest|mépris|exploit)\w+",
        rf"\bcomment (?:faites-vous|pouvez-vous|peut-on|fait-on)[^?]{{0,20}}\b(?:supporter|tolérer|endurer|"
        rf"survivre)\b|\bcomment\b[^?]{{0,40}}\b(?:si(?! (?:important|répandu|populaire|utile|peu|rare|"
        rf"demandé))|aussi|tellement|cet? ?\w*) {_harsh}",
    ),
    Code.TOO_PERSONAL: (
        r"\b(?:votre|ton) (?:\w+ )?(?:salaire|revenu|paie|paye|âge|religion|foi|mari|femme|conjointe?|"
        r"mariage|divorce|santé|maladie|grossesse|poids|loyer|hypothèque|"
        r"statut(?: d'immigration)?|visa|résidence permanente|citoyenneté|permis de travail|état civil|"
        r"orientation|handicap|prime)\b(?! d'entrée)",
        r"\bcombien (?:gagnez|touchez|êtes)-vous\b[^?]{0,15}(?:payée?)?|\bcombien (?:vous )?(?:gagnez|"
        r"touchez)\b|\bquel âge\b|\bquelle année êtes-vous née?\b|\bêtes-vous (?:mariée?|célibataire|"
        r"divorcée?|enceinte|"
        r"croyante?|pratiquante?|musulmane?|chrétienne?|catholique|citoyenne?|résidente? permanente?|"
        r"réfugiée?|malade|en couple|déprimée?)\b",
        r"\b(?:avez|aurez|voulez|désirez)-vous (?:des |d'autres |un |une |combien d')?(?:enfants?|famille|"
        r"conjointe?|mari|problèmes? de santé|maladie|dettes)|\bcombien d'enfants avez-vous\b|\bvos "
        r"(?:enfants|dettes|problèmes de santé|croyances)\b",
        r"\b(?:obtenu|eu|reçu) (?:votre|la|le) (?:\w+ )?(?:résidence|statut|citoyenneté|visa|permis)\b|"
        r"\bvotez-vous\b|\bavez-vous (?:immigré|déjà été (?:malade|en dépression))|\bquelle est votre "
        r"(?:religion|origine)\b",
    ),
    Code.VAGUE: (
        rf"^(?:que pensez-vous|qu'est-ce que vous pensez|que penses-tu) (?:[^?]{{0,40}}\ben général|"
        rf"{_broad}|(?:de la |du |de l'|des )[\w-]+){_end}",
        rf"^(?:et )?comment (?:va|vont|est|sont|c'est|trouvez-vous|voyez-vous|se porte|se passe|fonctionne|"
        rf"marche) {_broad}{_end}|^comment (?:ça|c'est)(?: \w+){{0,2}}{_end}|^{_broad},? (?:c'est|ça va) "
        rf"comment",
        rf"\b(?:parlez|parler|dites|racontez)(?:-moi| un peu)*(?: un peu)? (?:de (?:vous|tout)|{_broad}|"
        rf"tout|(?:de la|du|de l'|des) ?(?!premi|derni|journ|form)[\w-]+){_end}|\b(?:donne[rz])(?:-moi)? "
        rf"(?:des|quelques|un) conseils?{_end}",
        rf"^(?:avez-vous |auriez-vous )?(?:des|un|quelques|quels?) (?:conseils?|suggestions?|astuces?)(?: "
        rf"avez-vous| auriez-vous)?{_end}|^un conseil\b{_end}",
        rf"^(?:que|qu'est-ce que je) (?:dois|devrais|puis|peux)(?:-je)? (?:faire|savoir){_end}|^comment "
        rf"(?:réussir|percer|commencer|trouver (?:un emploi|du travail)){_end}|^comment est {_broad}",
        rf"\bcomment (?:est|était)-(?:il|elle|ce)\b{_end}|\bà quoi ressemble {_broad}{_end}|\b{_broad} "
        rf"(?:est|va)-(?:il|elle) comment",
    ),
}  # fmt: skip
