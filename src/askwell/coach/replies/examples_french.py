"""French replies in one or two sentences, by what they mean, parted by bars: what `examples` learns from."""

from askwell.coach.replies.values import Intent

EXAMPLES = {
    Intent.ACCEPTS: """
Ça me tente bien, dites-moi quand. | Pas de souci, appelez-moi quand vous voulez. |
Je serais heureuse de vous accueillir à l'atelier. | Oui, bien entendu. Comment souhaitez-vous procéder? |
Vous tombez bien, j'ai du temps ces jours-ci. | J'accepte volontiers de vous rencontrer. |
Pourquoi pas? Proposez une date. | D'accord pour une demi-heure au téléphone. |
Votre démarche me plaît, parlons-nous. | C'est avec plaisir que je répondrai à vos questions par courriel. |
Je vous laisse choisir le moment. | Écrivez-moi vos questions, je vous répondrai. |
Aucun problème, passez me voir. | Bonne idée! Prenons un café. | Je peux vous consacrer vingt minutes. |
Je suis tout à fait disposé à échanger avec vous. | Réservez un créneau ici : https://agenda.example/luc |
Je n'ai rien contre l'idée, voyons-nous un de ces jours. | Comptez sur moi pour un petit entretien. |
Votre courriel m'a touché. Oui, on peut se parler. | J'ai toujours un moment pour la relève. |
Un appel rapide, ça se fait. Quel est votre numéro? |
Vous êtes chanceux, je suis en congé cette semaine et j'ai du temps libre. | Va pour un café. |
Je vous donnerai un coup de main avec joie. | Entendu. Faites-moi signe dès que vous voulez. |
C'est une belle initiative, je suis partant. |
Je répondrai par écrit, c'est plus simple pour moi. Envoyez vos questions. |
Mon agenda est assez libre, à vous de me dire. | Je suis preneuse! Vos disponibilités? |
Si ça peut vous aider, je vous raconte mon parcours quand vous voulez. |
Je consens à vous rencontrer une vingtaine de minutes. | Parfait, on s'organise ça par Zoom. |
Contactez mon adjointe, elle vous trouvera une place à mon agenda. | Ce sera un honneur. |
Je dis toujours oui aux anciens de mon école. | Oui, mais par téléphone seulement. |
Je me ferai un plaisir de vous éclairer. | On se prend ça quand vous voulez, je finis à 16 h tous les jours. |
Ma foi, pourquoi pas. | J'aime bien encourager les nouveaux venus, alors c'est oui. |
Votre curiosité fait plaisir à voir. Venez faire un tour. | Je suis disponible pour vous répondre. |
Allons-y! Je vous laisse proposer l'heure. | Je vous accorde un quart d'heure, pas plus. |
C'est gentil de penser à moi, je serais contente d'en jaser. | Faisons ça simple : un appel, un soir de semaine. |
Je vous attends à la garderie, la porte est ouverte. | Oui oui, on peut s'arranger. |
Ma collègue vous trouvera un trou dans mon horaire. | Je n'ai pas d'objection. |
J'aurais du temps en fin de journée. | Ça tombe bien, je cherchais justement à aider quelqu'un. |
Mettez-moi quelque chose à l'agenda. | Je réponds aux courriels, allez-y avec vos questions. |
Je préfère l'écrit. Posez vos questions, j'y répondrai. | Oui, je peux vous aider. Quand seriez-vous disponible? |
Ce serait un plaisir de vous parler. Proposez-moi une date. | Bien sûr! Venez me voir à mon bureau. |
D'accord, appelez-moi quand vous pourrez. | Vous pouvez m'envoyer vos questions par courriel, je vous répondrai.
""",
    Intent.ASKS_QUESTION: """
Quel est votre parcours? | Qui vous a donné mon adresse? |
Cherchez-vous un emploi ou seulement des renseignements? | De quoi aimeriez-vous discuter au juste? |
Avez-vous un diplôme dans le domaine? | Pouvez-vous m'en dire un peu plus sur vous? | Pourquoi moi? |
Est-ce pour un travail d'école? | Combien de temps cela prendrait-il? | On se connaît? |
Qu'est-ce qui vous attire dans ce métier? | Dans quelle ville êtes-vous? | Vous étudiez où? |
Êtes-vous bilingue? | À quel titre m'écrivez-vous? | Pourriez-vous m'envoyer votre CV avant qu'on se parle? |
Sur quoi porteraient vos questions? | Avez-vous de l'expérience en cuisine? |
Je ne suis pas certain de comprendre, que cherchez-vous? | Est-ce que cela engage mon entreprise? |
Nous sommes-nous déjà rencontrés? | C'est pour quel programme? | Vous cherchez un stage? |
Quels sont vos objectifs? | Qui êtes-vous au juste? | Parlez-vous anglais? | Avez-vous lu mon article? |
Pouvez-vous préciser votre question? | Quel genre d'emploi visez-vous? | Depuis quand êtes-vous au pays? |
J'aimerais d'abord savoir ce que vous attendez de moi. | Serait-ce enregistré? | Que voulez-vous savoir? |
Comment avez-vous trouvé mon nom? | Pouvez-vous d'abord me parler de vous? | Êtes-vous étudiante?
""",
    Intent.DEFERS: """
Pas avant l'été, je suis débordé. | Le moment est mal choisi, réessayez dans quelques mois. |
Laissez-moi passer la fin de session et on s'en reparle. | Je pars en congé, on pourra se parler à mon retour. |
Revenez me voir quand la saison sera terminée. | En ce moment c'est la folie, plus tard peut-être. |
Je vous recontacterai quand j'aurai un peu de temps. | Il faudrait reporter au mois prochain. |
Je viens de changer de poste, laissez-moi quelques semaines. |
Je suis en plein déménagement, on s'en reparle dans un mois. |
Impossible ces temps-ci. Après les fêtes peut-être. | Je vous ferai signe quand ça se calmera. |
Attendons que la rentrée soit passée. | Je n'ai pas une minute avant juin. |
On verra ça plus tard, si vous le voulez bien. |
Je traverse une période difficile, écrivez-moi dans quelques mois. |
Nous sommes en inventaire. Rappelez la semaine prochaine. | Cette semaine est trop chargée pour moi. |
Je pars en vacances demain, contactez-moi à mon retour. | Pas tout de suite, j'ai un gros dossier à boucler. |
J'aimerais bien, mais pas avant le printemps. | Remettons cela à l'an prochain. |
Pas cette année, mais l'an prochain, qui sait. | Je viens d'accoucher, on verra dans quelques mois. |
Rappelez-moi quand les récoltes seront faites. | Je suis sur un gros contrat, je vous fais signe après. |
Ce n'est pas un bon moment pour moi. | Peut-on se reprendre en automne? |
J'ai besoin d'un peu de temps avant de vous répondre. | Ça devra attendre la fin des travaux. |
Mon père est malade, je ne peux pas m'engager en ce moment. | Laissez passer la tempête, on se reparlera. |
Je garde votre message et je vous reviens quand j'aurai du temps. |
Un peu plus tard dans la saison, ce serait mieux. | Je suis très occupé ce mois-ci. Recontactez-moi en mai. |
Pas maintenant, peut-être plus tard. | Pouvez-vous me réécrire dans trois semaines? |
Je vous écrirai quand j'aurai plus de temps.
""",
    Intent.DECLINES: """
Je regrette, mais je dois refuser. | Je n'accorde pas ce type d'entretien. |
Malheureusement, mon horaire ne me le permet pas. | Je ne crois pas pouvoir vous être utile. |
Désolé, ce n'est pas possible. | Je passe mon tour, merci. | Ce n'est pas dans mes habitudes. |
Notre employeur ne nous autorise pas à parler de notre travail. | Je préfère ne pas m'engager. |
Je suis à la retraite et j'ai tourné la page. | Votre proposition ne m'intéresse pas. |
Je vous remercie, mais ce sera non. | Je ne donne pas suite à ce genre de message. |
Je suis mal placé pour vous conseiller. | Je n'ai malheureusement rien à vous apprendre. |
Cela ne fait pas partie de mes fonctions. | Je ne rencontre que des gens que je connais. |
Mon emploi du temps est complet et le restera. | Non, je ne suis pas intéressée. | Je vais devoir dire non. |
Je n'ai ni le temps ni l'énergie de le faire. | Je décline votre invitation. |
Nous ne pouvons malheureusement pas répondre favorablement à votre demande. |
J'ai quitté ce milieu il y a longtemps. | Il m'est impossible d'accéder à votre requête. |
Je ne tiens pas à parler de mon travail. | Trop de gens m'écrivent, je ne réponds plus à personne. |
Ce n'est pas quelque chose que je fais. | Merci, mais pas pour moi. | Je n'ai pas grand-chose à dire là-dessus. |
Votre demande dépasse ce que je peux offrir. | Je ne prends plus de nouveaux engagements. |
Je ne fais pas de mentorat. | Je vous souhaite bonne chance, mais je ne participerai pas. |
Cherchez plutôt ailleurs, désolé. | Je ne me sens pas qualifiée pour cela. |
Ce genre de rencontre n'est pas permis chez nous. | Mes horaires sont trop serrés pour ce genre de choses. |
J'ai cessé de faire ce genre d'entretiens. | Je n'y vois pas d'intérêt. | Le secret professionnel m'en empêche. |
Pas question, désolé. | Je dois malheureusement vous dire non. | Je ne réponds pas aux inconnus. |
Je suis navrée, je n'ai pas le temps. | Je suis désolé, je ne peux pas vous aider. |
Merci, mais je ne suis pas intéressé. | Malheureusement, je n'ai pas le temps de vous rencontrer. |
Notre entreprise ne permet pas ce genre d'entretien. | Je préfère refuser, bonne chance.
""",
    Intent.STOP: """
Cessez de me contacter. | Je ne veux plus recevoir de messages de votre part. |
Supprimez mon adresse de vos listes. | Ne m'écrivez plus jamais. | Arrêtez de m'envoyer des courriels. |
Merci de ne plus me solliciter. | N'utilisez plus cette adresse pour me joindre. |
Je vous demande de me retirer de votre liste d'envoi. | Votre insistance me dérange. N'écrivez plus. |
Effacez mes données, je n'ai rien demandé. | Fichez-moi la paix. | Aucun autre message, merci. |
Je ne vous ai jamais autorisé à m'écrire. Oubliez mon adresse. | Stop, ça suffit. | Ne me relancez plus. |
Je vais vous signaler comme indésirable. | Retirez-moi de vos contacts immédiatement. |
Plus jamais de messages, compris? | Ne me contactez plus, s'il vous plaît. | Veuillez supprimer mon adresse.
""",
    Intent.OTHER: """
Vous faites erreur, je ne connais rien à ce métier, je suis dentiste. | Merci pour votre gentil mot! |
Content d'avoir pu vous aider. | Bravo pour votre nouvel emploi! | C'était un plaisir d'échanger avec vous hier. |
Bien reçu, merci. | Ce message ne m'est pas destiné. |
Vous avez le mauvais courriel, je ne suis pas Julie Tremblay. | Merci de votre visite de jeudi! |
Heureux que notre conversation vous ait été utile. | Voici le document promis. | Bonne chance pour votre examen! |
Tout le plaisir a été pour moi. | Il doit y avoir une erreur, je suis étudiante. |
Ce numéro n'est plus le sien, je suis le nouveau propriétaire. |
Je vous confonds peut-être, mais je ne suis pas avocat, je suis pâtissier. | Super nouvelle, félicitations! |
Merci, j'ai bien reçu votre carte. | J'ai passé un bon moment avec vous l'autre jour. |
Voici les coordonnées promises lors de notre rencontre. | Contente que ça ait servi. |
Bon succès dans vos démarches, ce fut agréable de vous parler. | Infolettre de mai : nos formations à venir. |
De rien, ce fut un plaisir de vous rencontrer. | Vous vous trompez de personne. |
Merci de m'avoir prévenu, à bientôt.
""",
    Intent.AUTO_REPLY: """
Je suis absent jusqu'au lundi 16 mars. | Nous avons bien reçu votre message et y répondrons sous peu. |
Je suis en congé de maternité. Veuillez écrire à accueil@firme.example. | Cette boîte n'est pas surveillée. |
Nos bureaux sont fermés pour le congé de Pâques. |
Merci de votre message. Je suis absente et je vous répondrai dès mon retour. |
Votre demande a été enregistrée sous le numéro 3321. |
Je suis en télétravail avec un accès limité à ma messagerie. | Je suis à l'extérieur du bureau jusqu'au 3 avril. |
Ceci est une réponse automatisée. | Merci de nous avoir écrit. Nous traiterons votre demande sous peu. |
Je ne travaille plus ici. Écrivez à info@firme.example.
""",
}
