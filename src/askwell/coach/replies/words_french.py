"""What French words do in an insider's reply."""

from askwell.coach.replies.values import Act

_month = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_later = (
    rf"(?:\b(?:en|après|d['’]ici|fin|mi|début|vers|dès|à partir de|au mois de|pour|courant|jusqu['’]en) ?-?(?:de |"
    rf"d['’]|du |le |la mi-|\d+ )?{_month}|\b(?:à|au début|à la|en) (?:la )?(?:mi|fin|début)[- ]|\bdans (?:\w+ |"
    rf"quelques |environ )(?:jours?|"
    r"semaines?|mois)\b|\bplus tard\b|\bune autre fois\b|\bun autre (?:moment|jour)\b|\b(?:après|avant) (?:les?|la|"
    r"l['’]|mon|mes|ma|ça|cela|quoi)|\bune fois (?:que|le|la|les|mon|ma|cette|ce)|\b(?:quand|lorsque|dès que) (?:je|"
    r"j['’]|tout|ce|les|la|le|nous|on)|\b(?:mois|an|année|semaine|saison|trimestre) prochaine?|\bà l['’]automne|\bau "
    r"printemps|\bcet (?:automne|hiver|été)|\bau retour|\bà mon retour|\bà la rentrée|\bl['’]an prochain|\bnouvelle "
    r"année|\bnouvel an|\bd['’]ici (?:quelques|un|deux|là)|\bà ce moment-là|\b(?:le|au) \d{1,2}\b|\bsemaine du|\bpar "
    r"la suite|\bplus calme)"
)
_write_again = (
    r"(?:r[ée]?écri(?:vez|re|s)|relanc(?:ez|er|e)|recontact(?:ez|er|e)|rappel(?:ez|er|le)|reven(?:ez|ir)|"
    r"contact(?:ez|er)|écri(?:vez|re)|reparl(?:ons|er|era)|repren(?:ez|ons|dre)|faites-moi signe|faire signe|"
    r"redonn\w+|renvoy\w+|réessay\w+|attend(?:re|ez|ons)|patient\w+|report(?:er|ons|é)|remettre|remettons|repouss\w+|"
    r"décal\w+|recommuniqu\w+|communiqu\w+|joindre|se parler|se voir|se reparler|en discuter|en parler|relancez-moi)"
)
_cannot = (
    r"(?:\b(?:ne|n['’])\s?(?:\w+[\s-]){0,3}?(?:pas|plus|guère|jamais|aucune?)\b|\b(?:impossible|incapable|hors de "
    r"question)\b)"
)

ACTS: dict[Act, tuple[str, ...]] = {
    Act.MACHINE: (
        r"\bréponse automatique\b|\bmessage automatique\b|\bgénéré automatiquement\b|\bne pas répondre (?:à ce|"
        r"directement)|\baccus(?:ons|é|e) (?:de )?réception\b|\bnous avons (?:bien )?reçu votre|\bvotre (?:courriel|"
        r"message|demande|requête)\b.{0,12} (?:a (?:bien )?été|sera) (?:\w+ )?(?:reçue?|enregistrée?|traitée?|"
        r"transmise?)|\bun (?:conseiller|agent|membre de notre équipe)\b.{0,12}\b(?:communiquera|vous répondra|vous "
        r"contactera)|\bjours ouvrables\b|\bnuméro de (?:dossier|billet|demande)\b",
        r"\b(?:en|pendant|durant) mon absence\b|\ben cas d['’]urgence\b|\bpour (?:toute|les) (?:urgences?|questions? "
        r"urgentes?|demandes? urgentes?)|\bsi (?:c['’]est|votre \w+ est) urgent|\bun accès (?:limité|restreint)\b|"
        r"\bsans accès à (?:mes|mon)|\bne travaille plus (?:chez|ici|pour|à)|\ba quitté (?:l|notre|son)|\bn['’]est "
        r"plus (?:à l['’]emploi|en poste|parmi)",
        r"\b(?:bureau|magasin|clinique|école|entreprise|boutique|cabinet|musée)\b.{0,20} (?:est|sera|sont) "
        r"(?:fermée?s?)\b|\b(?:je )?(?:vous )?répondrai\b.{0,30}\b(?:à mon retour|dès mon retour|dès que|dans les)|"
        r"\bà notre retour\b|\bde retour (?:au bureau )?(?:le|lundi|mardi|mercredi|jeudi|vendredi|dès)",
        r"\b(?:bureaux?|clinique|magasins?)\b.{0,12}\bfermée?s?\b|\b(?:boîte|adresse|messagerie)\b.{0,30}\b(?:pas|"
        r"plus) (?:surveillée|consultée|relevée|active|utilisée)|\by répondrons\b|\bdans les (?:meilleurs|plus "
        r"brefs) délais|\bveuillez (?:écrire|contacter|vous adresser|communiquer|composer|joindre)\b|\bcomposez le\b",
        r"\b(?:réponse|message) automatisée?\b|\bnous traiterons\b|\bmerci de nous avoir (?:écrit|contactés?)",
        r"\bne (?:peux|pourrai|puis) (?:répondre|lire|consulter)(?: aux| mes| les)? (?:courriels|messages)",
    ),
    Act.AWAY: (
        r"\bje (?:suis|serai)(?: actuellement| présentement)? (?:absente?|en (?:vacances|congé|déplacement|formation|"
        r"voyage|mission|arrêt|réunion)|à l['’]extérieur|hors du bureau|de retour|en mer)\b|\babsente? du bureau\b|"
        r"\babsence du bureau\b|\bcongé de (?:maternité|paternité|maladie)\b|\b(?:serai|de) retour\b|\bje (?:reviens|"
        r"rentre|reviendrai)\b|\breprendrai\b",
        r"\bje suis en (?:visite|mission|tournée|stage|conférence|colloque|congrès|déplacement)\b",
    ),
    Act.STOP: (
        r"\bne (?:plus|pas) (?:me |m['’]|nous )(?:re)?(?:contacter|écrire|envoyer|solliciter|déranger|importuner|"
        r"appeler|joindre|relancer)\b(?! (?:avant|après|le|pendant|au|à|en|entre|demain|lundi|sur))|\bne plus "
        r"(?:écrire|envoyer|insister)\b|\bne (?:me |m['’])\w+ez(?: \w+)? plus\b|\bn['’](?:écrivez|envoyez|insistez|"
        r"utilisez) plus\b|\bne me (?:contactez|écrivez|relancez|dérangez|sollicitez)(?: plus| pas)?(?=[.!,;]|$| "
        r"jamais)|\bne m['’]écrivez (?:plus|pas)(?=[.!,;]|$| jamais)",
        r"\b(?:cess|arrêt)(?:ez|er)\b.{0,24}\b(?:contacter|écrire|envoyer|solliciter|déranger|relancer|harceler|"
        r"messages|courriels)\b|\blaissez-moi (?:tranquille|en paix)\b|\bdésabonn|\bdésinscri|\bfichez-moi\b|"
        r"\bfoutez-moi\b|\bc['’]est assez(?=[.,!]|$)|(?:^|[.!?]\s)stop\b|\bça suffit(?=[.,!]|$)",
        r"\b(?:retir(?:ez|er)|supprim(?:ez|er)|effac(?:ez|er)|enlev(?:ez|er)|ray(?:ez|er))\b.{0,20}(?:-moi\b|\bmoi\b|"
        r"\bmon (?:nom|adresse|courriel)|\bmes (?:coordonnées|données|informations|renseignements)|\bvos? (?:listes?|"
        r"fichiers?|registres?|contacts))|\b(?:ray|retir|enlev|supprim|effac)(?:ez)-moi\b|\bme retirer de (?:votre|"
        r"vos|la|cette) (?:liste|contacts|envois)",
        r"\b(?:ne souhaite|ne veux|ne désire)\b.{0,10}(?:plus|pas)\b.{0,30}(?:recevoir|être (?:contacté|sollicité)|"
        r"vos (?:messages|courriels)|de vos|de votre part)|\bne veux (?:pas|plus) (?:de )?(?:ces|vos|tes|"
        r"d['’]autres) ?(?:courriels|messages|mails|relances)\b|\b(?:plus )?aucun (?:autre )?(?:message|"
        r"courriel)(?=[.,!]|$)|\bjamais (?:consenti|accepté de recevoir|demandé à recevoir|autorisée? à m['’])|(?:^|"
        r"[.!?]\s)plus (?:jamais )?(?:de|d['’]) ?(?:courriels?|messages?|mails?|relances?)\b|\boubliez mon adresse|"
        r"\bcomme indésirable\b|\bsignaler\b.{0,20}\b(?:indésirable|pourriel|spam)",
    ),
    Act.STRANGER: (
        r"\b(?:mauvaise|pas la bonne) (?:personne|adresse)\b(?=[^.]{0,40}(?:je suis (?!pas)|fleuriste|\.$|$))|\bne "
        r"(?:m['’]|me )(?:était|est|étaient) (?:sans doute |probablement )?pas destiné|\bpas destinée? à moi|"
        r"\berreur (?:sur la personne|de (?:personne|destinataire|nom|courriel|adresse))|\bpar erreur\b|\bvous "
        r"(?:vous )?(?:trompez|êtes trompée?|confondez|faites erreur)|\b(?:un|une) autre [A-ZÉ]|\bconfond(?:ez|u)\b|"
        r"\bhomonyme\b|\bpas (?:celui|celle) que vous cherchez|\bje ne suis pas (?:le|la|l['’]) ?[A-ZÉ]\w+",
        r"\bfaites erreur\b|\bne (?:m['’]|me )est pas destiné|\bje ne (?:connais|sais) rien à\b|\bje suis (?:plutôt "
        r")?(?:dentiste|fleuriste|garagiste|plombier)",
        r"\bmauvais(?:e)? (?:courriel|adresse|numéro|destinataire)\b|\bje ne suis pas (?-i:[A-ZÉ])\w+ "
        r"(?-i:[A-ZÉ])\w+",
        r"\bje ne suis pas (?:avocate?|médecin|comptable|ingénieure?),? (?:je suis|mais)|\bnouveau propriétaire\b|"
        r"\bn['’]est plus le sien\b|\bconfonds\b|\bdoit y avoir (?:une )?erreur\b",
    ),
    Act.AFTERWARDS: (
        r"\b(?:de rien|je vous en prie|il n['’]y a pas de quoi|pas de quoi|bienvenue!|tout le plaisir (?:était|fut|"
        r"est))\b|\bc['’](?:était|a été|fut)\b.{0,30}\b(?:plaisir|agréable|bien|intéressant|super|un bon|une belle|"
        r"chouette)|\bce fut\b|\b(?:ravie?|heureu(?:x|se)|content[e]?) (?:de (?:vous avoir|notre)|que|d['’]avoir)|"
        r"\bj['’]ai (?:bien |beaucoup )?(?:aimé|apprécié)\b|\bvoici (?:le|la|les|l['’])\b.{0,50}\b(?:parl|promis|"
        r"mentionn|disais)|\bcomme (?:promis|convenu|discuté)\b|\bbonne continuation\b|\b(?:bien|c['’]est) (?:noté|"
        r"reçu|compris)\b|\bfélicitations\b|\bdonnez-moi des nouvelles\b|\bau plaisir de vous revoir\b|\bnotre "
        r"(?:rencontre|conversation|discussion|café) (?:d['’]hier|de|du|hier)|\bhier\b|^\W*(?:merci|parfait|"
        r"super)\b(?!.{0,6}\bmais\b)[^?]{0,40}$",
        r"\b(?:moi de même|pareillement|bon retour|bravo|contente? (?:d['’]|que|de)|gentil mot|bien reçu|heureu(?:x|"
        r"se) d['’]avoir)\b|\bplaisir (?:d['’]|de vous )(?:échanger|rencontrer|parler|voir|avoir)\b.{0,20}\b(?:hier|"
        r"lundi|mardi|mercredi|jeudi|vendredi|dernier|dernière|la semaine)",
        r"\bm['’]a fait (?:\w+ )?plaisir\b|\btenez-moi au courant\b",
        r"\bmerci (?:de|pour) (?:votre|la) (?:visite|rencontre|carte|gentil|mot)|\bbonne chance (?:pour|à|dans) "
        r"(?:votre|vos|l['’]|la|le|cet|ton)\b|\btout le plaisir\b",
        r"\bpassé un bon moment\b|\bl['’]autre jour\b|\blors de notre (?:rencontre|entretien|conversation)|\bm['’]a "
        r"(?:beaucoup )?(?:plu|touchée?)\b.{0,10}\bvotre carte",
        r"\bétaient? (?:\w+ )?(?:pertinentes?|intéressante?s?|excellente?s?|très)\b|\bsaluez\b|\bvos questions "
        r"étaient\b",
        r"\bmerci (?:de|pour) (?:la|votre|m['’]avoir) (?:confirm\w+|réponse rapide|prévenue?|rappel)",
    ),
    Act.AGREES: (r"\b(?:pas de problème|parfait|super|merci|d['’]accord|ok)\b",),
    Act.WRITE: (
        r"\b(?:répond(?:rai|re|s)|traiter)\b.{0,30}\b(?:par (?:écrit|courriel|mail|retour)|à vos questions|dès que|à "
        r"l['’]écrit)|\b(?:envoy|écri|transmett|pos|adress)\w*(?:-moi|ez| moi)?\b.{0,20}\b(?:vos |les |vos quelques "
        r")?questions?\b.{0,40}\b(?:j['’](?:y|en)|je (?:vous|les|tâcherai|prendrai|ferai)|par écrit|par "
        r"courriel)(?!.{0,20}(?:voir|dirai si))|\bpar (?:écrit|courriel|mail)\b.{0,30}(?:préfère|mieux|plus simple|"
        r"plus facile|volontiers|je répond)|\b(?:préfère|plus simple)\b.{0,30}par (?:écrit|courriel|mail)",
    ),
    Act.WHEN: (
        r"\bquand (?:seriez|êtes|pouvez|pourriez|voulez|souhaitez|est-ce|cela|ça|aimeriez|avez)|\bquel(?:le)?s? "
        r"(?:jours?|moments?|heures?|dates?|journée|plage|créneau|soir)\b|\b(?:vos|quelles sont vos|tes) "
        r"(?:disponibilités|dispos)|\b(?:dites|faites|laissez|indiquez|précisez|donnez)(?:-moi| savoir|"
        r"-le-moi)\b.{0,20}\b(?:quand|quel|vos|moment|jour|date|quelques|un|ce qui vous|savoir)|\b(?:propos|envoy|"
        r"suggér|donn)\w*(?:-moi|ez)\b.{0,30}\b(?:moments?|dates?|jours?|plages?|heures?|créneaux?|disponibilités|"
        r"dispos|choix|options)|\b(?:à votre convenance|choisissez|quand vous (?:voulez|voudrez|pouvez)|à vous de "
        r"(?:choisir|décider)|c['’]est vous qui|comme (?:cela|ça) vous (?:arrange|convient)|ce qui vous arrange|"
        r"n['’]importe (?:quand|quel))",
        r"\bdites-moi (?:simplement |juste )?quand|\blaisse (?:le |vous )?choisir|\b(?:fixez|choisissez|nommez|"
        r"trouvez|proposez)\b.{0,8}\b(?:date|jour|moment|heure|créneau|plage)|\bcréneau\b|\b(?:quand|comme) vous "
        r"(?:voulez|voudrez|souhaitez|préférez)\b|\bcomment souhaitez-vous procéder",
        r"\bquel est (?:votre|le meilleur) (?:numéro|téléphone|moment)|\bà quel numéro|\boù (?:puis-je|peut-on) vous "
        r"joindre",
    ),
    Act.YES: (
        r"(?:^|[.!,;:\n]\s*|\bmais |\bbien )(?:oui|ouais|bien sûr|certainement|absolument|volontiers|avec (?:grand "
        r")?(?:plaisir|joie)|d['’]accord|entendu|pourquoi pas|bonne idée|excellente idée|sans problème|sans faute|"
        r"certes|parfait pour moi|assurément|évidemment|allons-y|marché conclu)\b|\b(?:avec (?:grand |un réel "
        r")?(?:plaisir|joie)|volontiers|c['’]est d['’]accord|bien volontiers|j['’]accepte|je veux bien|je suis "
        r"partante?|ça marche|ça me va|me va très bien|cela me convient|ça me convient|me (?:conviendrait|convient)|"
        r"comptez sur moi|bienvenue (?:chez|à|au|dans|ici)|vous êtes (?:la|le) bienvenue?)\b",
        r"\b(?:me (?:ferait|fera|fait) (?:\w+ )?plaisir|ce (?:serait|sera) (?:un|avec) (?:\w+ )?(?:plaisir|honneur|"
        r"joie)|je (?:serais|serai|suis) (?:\w+ )?(?:ravie?|heureu(?:x|se)|enchantée?|contente?|disposée?|prête?|"
        r"ouverte?|honorée?|libre|disponible|partante?)|ravie? de (?:vous (?:parler|aider|rencontrer|recevoir)|"
        r"partager|échanger|répondre)|j['’](?:aimerais|adorerais) (?:bien )?(?:vous|échanger|discuter|en)|ça "
        r"m['’]intéresse|cela m['’]intéresse|m['’]intéresse beaucoup|je peux (?:vous|t['’]|me libérer|faire|dégager|"
        r"trouver)|je pourrais vous|on peut (?:se|s['’]|en|prévoir|faire|discuter|jaser)|nous pouvons (?:nous|en)|"
        r"nous pourrions (?:nous|en)|on pourrait (?:se|s['’]|en|prévoir)|je vous (?:propose|reçois|recevrai|attends|"
        r"attendrai|appelle|appellerai|invite|offre|accorde|montrerai|ferai visiter|envoie (?:un|le) lien)|j['’]ai "
        r"(?:(?:bien|un peu de|une) )?(?:temps|heure|demi-heure|un (?:trou|créneau|moment))|je suis (?:souvent|"
        r"toujours|là|généralement|habituellement|au|chez|à l['’]atelier)|partager mon)\b",
        r"\b(?:appelez|téléphonez|passez|venez|retrouvons|rencontrons|voyons|parlons|prenons|discutons|rejoignez|"
        r"réservez|joignez|rappelez|sonnez|textez|arrêtez-vous|écrivez-moi sur|fixons|jasons|disons)(?:-nous|-moi|"
        r"-y)?\b(?!.{0,16}\b(?:plutôt à|à [A-Z]))|\bon (?:s['’]appelle|se (?:parle|voit|retrouve|rencontre|fait|"
        r"prend|jase)|fait ça|prend un|dîne|en parle|peut)\b|\bque diriez-vous\b|\b(?:est-ce que )?(?:ça|cela) "
        r"(?:vous )?(?:irait|va|conviendrait|convient|vous va|vous convient)\b|\bau plaisir (?:d['’]|de (?:vous "
        r"(?:parler|rencontrer|recevoir)|discuter|jaser|notre))|\ble plus simple (?:serait|est)|\bvoici (?:mon|un|"
        r"le) (?:lien|calendrier|agenda)|\bc['’]est (?:oui|possible|bon pour moi|parfait)\b",
        r"\b(?:me tente|ça m['’]arrange|pas de souci|aucun (?:problème|souci)|vous tombez (?:bien|à point)|j['’]ai "
        r"(?:du|le) temps|ma porte est|tout à fait (?:disposée?|d['’]accord|possible|partante?)|à votre "
        r"(?:disposition|service)|je vous (?:consacrerai|consacre|accorderai|laisse choisir)|je peux (?:vous "
        r")?(?:consacrer|accorder|offrir|donner)|me plaît|parlons|fixons|(?:bien )?sûr que oui|ça me va|moi,? ça|"
        r"avec enthousiasme|je suis (?:toute? )?(?:à vous|ouïe)|profitez|comptez-moi|j['’]en serais|j['’]en "
        r"parlerais|passez me voir|passez quand|venez quand)\b",
        r"\bvous pouvez (?:venir|passer|m['’]appeler|me (?:joindre|téléphoner|rejoindre|contacter|appeler)|appeler|"
        r"réserver)\b",
        r"\bd['’]en (?:jaser|parler|discuter)\b|\bje n['’]ai (?:pas d['’]objection|rien contre)|\bmettez-moi "
        r"(?:quelque chose )?à l['’]agenda|\b(?:un|petit) (?:trou|créneau|moment) dans (?:mon|son)|\b(?:va|oui|ok) "
        r"pour (?:un|une|le|la)\b|\bça se fait\b|\bje consens\b|\ball?ons-y\b|\ballez-y\b|\bquand vous v(?:oulez|"
        r"oudrez)\b|\bje dis (?:toujours )?oui\b|\bon s['’]organise\b|\bcontente? d['’]en\b|\bc['’]est oui\b|"
        r"\btoujours un moment\b|\bmon (?:agenda|horaire) est (?:assez |plutôt |très )?(?:libre|flexible|ouvert|"
        r"souple)|\bj['’]aurais (?:du|un peu de) temps\b|\bvenez faire un tour\b",
    ),
    Act.NO: (
        rf"{_cannot}.{{0,50}}\b(?:aider|aide|rencontrer|rencontres?|parler|discuter|répondre|recevoir|accepter|"
        rf"accorder|donner|"
        r"participer|offrir|disponible|intéressée?|mesure|possible|temps|entretiens?|entrevues?|demande|suite|utile|"
        r"appels?|conseils?|pertinente?|permis|autorisée?|prendre|envisager|à l['’]aise|place|bon\w* personne|"
        r"engager|disposée?|partager|secours|faire|ce genre|pour moi|domaine)\b",
        r"\b(?:ne|n['’])\s?(?:pourrai|peux|puis|pourrais|saurais|souhaite|veux|désire|suis|fais|donne|accorde|prends|"
        r"reçois)\b(?:\s\w+['’]?){0,2}?\s(?:pas|plus|malheureusement)|\b(?:je (?:dois|préfère|regrette de devoir|"
        r"suis (?:obligée?|contrainte?) de) )(?:\w+ )?(?:décliner|refuser|dire non|m['’]abstenir|ne pas|passer mon "
        r"tour)|\b(?:décline|refuse|non,? merci|sans façon|ce (?:sera|serait) non|c['’]est non|pas intéressée?|hors "
        r"de question)\b|^\W*(?:désolée?,? )?non\b|\bpréfère (?:ne|m['’]abstenir|décliner|éviter|pas)\b",
        r"\b(?:politique|règles?|règlements?|règlementation|code|employeur|direction|entreprise|consignes?|"
        r"contrat)\b.{0,40}\b(?:interdi(?:t|sent)|permet(?:tent)? pas|empêche|défend|proscri|n['’]autoris|ne me "
        r"permet|nous interdi|m['’]interdi)|\b(?:suis|prends ma) retraitée?\b|\bà la retraite\b|\btrop de "
        r"(?:demandes|sollicitations)\b|\b(?:je (?:dois|me vois)|contrainte? de) (?:\w+ )?(?:décliner|refuser)|"
        r"\bdésolée?,? (?:mais )?(?:c['’]est )?impossible|\bplus mon domaine\b|\bvais devoir (?:dire non|refuser|"
        r"décliner)\b",
        r"\bni\b.{0,20}\bni\b|\b(?:ne|n['’])\s?(?:me |m['’]|nous )?(?:le |l['’]|y )?(?:permet|permettent|autorise|"
        r"intéresse|concerne|convient|correspond|vois|crois|pense|souhaiterais|serai|"
        r"serais)\b(?:\s\w+){0,2}\s?(?:pas|plus|guère)\b|\bpasse mon tour\b|\bpas dans mes (?:habitudes|cordes|"
        r"moyens|priorités)|\btourné la page\b|\b(?:je dois|je me vois|suis au regret de)\b.{0,24}\b(?:refuser|"
        r"décliner|dire non)|\bj['’]aimerais mieux (?:ne )?pas|\bpas (?:mon|ma) (?:domaine|métier|spécialité|tasse "
        r"de thé)|\bce n['’]est pas possible\b|\bsans moi\b|\bnon plus\b|\baucune? (?:envie|intérêt|disponibilité)|"
        r"\binterdi\w+\b",
        r"\bne (?:peux|puis|saurais|pourrai|pourrais)\b(?! (?:que|plus tard))|\bdonner suite\b",
        r"\bne (?:participerai|réponds|réponds plus|rencontre|reçois|prends|tiens|souhaite|compte|fais)\b(?: "
        r"\w+['’]?){0,2} ?(?:pas|plus|que|jamais|aucun)\b|\bmal placée?\b|\brien à (?:vous )?(?:apprendre|dire|"
        r"offrir|ajouter)|\bpas (?:question|pour moi|qualifiée?|mon genre|permis|possible)\b(?!.{0,20}\b(?:avant|"
        r"cette semaine|maintenant))|\bne fait pas partie\b|\bj['’]ai (?:quitté|cessé|arrêté)\b|\bm['’]en empêche\b|"
        r"\bdépasse ce que\b|\bcherchez (?:plutôt )?ailleurs\b|\bquelque chose que je fais\b|\bn['’]y vois pas\b|"
        r"\bsecret professionnel\b|\btrop de (?:gens|personnes|monde)\b.{0,30}\b(?:écri|demand|sollicit)",
        r"\b(?:alors|donc|mais|désolée?,?) je passe\b|\bje passe(?=[.!]|$)|\bne rien (?:ajouter|prendre|accepter)",
    ),
    Act.LATER: (
        rf"\b{_write_again}\b.{{0,50}}{_later}|{_later}.{{0,40}}\b{_write_again}\b",
        r"\b(?:pas|peu|guère)\b.{0,24}\b(?:maintenant|pour (?:le moment|l['’]instant)|en ce moment|actuellement|"
        r"présentement|ces (?:jours|temps)-ci|cette (?:semaine|saison|année)|ce mois-ci|avant|tout de suite|dans "
        r"l['’]immédiat|encore|le bon moment)\b|"
        r"\b(?:peut-être|plutôt|possible|attendons|plus tard|disponible)\b.{0,24}" + _later + r"|"
        r"" + _later + r".{0,30}\b(?:sera|"
        r"serait|ce sera|possible|préférable|mieux|conviendrait|peut-être)\b",
        r"\bplus tard\b|\bune autre fois\b|\bun autre (?:moment|jour)\b|\b(?:report|remett|repouss|décal)\w+\b|\bje "
        r"vous (?:recontacte|réécri|reviens|relance|ferai signe|rappellerai|fais signe|redonne|tiens au courant)\w*|"
        r"\bvous revenir\b|\brelancez-moi\b|\brappelez-moi à l|\bpeut-être (?:à|au|en|dans|l)",
        r"\blaissez-moi\b.{0,40}\b(?:passer|finir|terminer|quelques|le temps|jusqu|une|deux|trois|un peu)\b|"
        r"\b(?:s['’]en|en|se|nous) (?:reparle\w*|recause\w*)|\breparlons|\ble moment est mal|\bmal (?:choisi|tombe)|"
        r"\bmauvais moment|\btombe[z]? mal|\bpas avant\b|\b(?:pourra|pourrons|pourrait|on)\b.{0,20}\bà mon retour|"
        r"\bquand (?:la|le|les|j['’]aurai|ce sera|tout)\b.{0,30}\b(?:terminée?s?|finie?s?|passée?|temps|calme)|"
        r"\bviens de changer\b|\bdonnez-moi (?:des nouvelles|quelques|jusqu|deux|trois|un peu)|\bà (?:ce moment-là|"
        r"cette date)|\bje (?:pars|suis en partance)\b|\bça (?:devra|peut) attendre|\bj['’]attends? (?:d['’]avoir|la "
        r"fin)",
        r"\bpas (?:un|le) bon (?:moment|temps)\b|\bpeut-on (?:se )?repren\w+|\bse reprendre\b|\bqui sait\b|\bvous "
        r"revien\w+\b|\bça se calme\w*|\bje vous f(?:erai|ais) signe\b|\bréfléchi\w+\b|\bun peu de temps avant\b|"
        r"\bon verra\b|\btrop chargée?\b|\bdu retard\b",
        r"\b(?:on|nous) (?:s['’]en |se |nous )?(?:parle|reparle|voit|verra|parlera|reparlera)(?: là| alors| à ce "
        r"moment)\b|\brappel à ce moment|\benvoyer un rappel",
        r"\b(?:re)?faites-moi signe\b|\brefaire signe\b|\b(?:en|à partir de|dès|après|vers) .{0,16}\bje (?:serai|"
        r"pourrai)\b.{0,12}\b(?:libre|disponible|dispo|mieux|là)\b",
        r"\b(?:écri|contact|relanc|rappel|réécri|recontact)\w*(?:-moi)? (?:après|ensuite|alors|plus tard)\b",
    ),
    Act.BUSY: (
        r"\b(?:débordée?|occupée?|surchargée?|submergée?|croule|surmenée?|prise? (?:par|jusqu)|dans le jus|dans le "
        r"rush|plein[e]? (?:saison|rush|déménagement|période)|pas (?:le|une) (?:temps|minute)|dernière minute|"
        r"échéances?|bouclage|fin d['’]année|période (?:chargée|intense|occupée|folle)|horaire chargé|agenda "
        r"(?:plein|chargé|complet)|complet|inventaire|récoltes?|semis|d['’]abord!|fou|folle|impôts|examens?|rentrée|"
        r"courir)\b",
    ),
    Act.FIRST: (
        r"\b(?:d['’]abord|avant (?:de|d['’]|tout|que|toute)|au préalable|auparavant|ensuite)\b|\bpour (?:que je|voir "
        r"si|savoir si)|\b(?:pourriez|pouvez|puis|peux|voulez)-(?:vous|je|tu)\b.{0,24}\b(?:préciser|expliquer|dire|"
        r"savoir|décrire|rappeler|demander|présenter|parler de vous|donner plus|en dire)|\ben savoir (?:plus|"
        r"davantage)\b|\bsavoir (?:si|qui|comment|ce que|quel)|\btout dépend\b|\bcela dépend\b|\bça dépend\b",
        r"\b(?:dites|expliquez|précisez|envoyez|parlez)(?:-moi|-m['’]en)?\b.{0,6}\bd['’]abord|\bm['’]en dire (?:un "
        r"peu )?plus\b",
    ),
    Act.ARRANGES: (
        r"\b(?:ça|cela|ce|vous|on|est-ce|préf|convien|irait|va|serait|par|libre|possible)\b.{0,40}\b(?:va|irait|"
        r"convien\w+|convenir|arrange|possible|téléphone|zoom|teams|visio\w*|vidéo|café|appelle|bon|libre|disponible|"
        r"heures?|h|midi|préf\w+|voit|parle)\b.{0,20}\?|\b(?:ok|ça va|d['’]accord)\s?\?",
    ),
    Act.SHUT: (
        r"\b(?:impossible|pas|sauf|absente?|indisponible|fermée?|prise?|occupée?|jusqu['’]\w*|termine|finit|commence|"
        r"ouvre|retour|depuis|hier|au lieu d\w|plutôt que|déjà)\b(?:(?!\bmais\b|\bdonc\b|\s?: )[^,;.!?]){0,40}",
        r"\b\w+di,? (?:non|impossible)\b",
        r"(?:(?!\bmais\b)[^,;.!?]){0,30}\b(?:ne (?:me )?(?:va|convient|marche|fonctionne) pas|est (?:impossible|"
        r"complet|plein))",
        r"\b(?:fait (?:\w+ )?plaisir|aimé|apprécié|était|avons|étions|fut|rencontrés?|parlé|"
        r"adoré)\b(?:(?!\bmais\b)[^;.!?]){0,60}",
        r"\b(?:visite|rencontre|conversation|discussion|message|appel) (?:de|d['’]) ?(?:\w+di|hier)\b",
    ),
}
