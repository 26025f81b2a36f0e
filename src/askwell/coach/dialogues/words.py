"""Words by which one greets, thanks, says who one is and that one wants work, in three languages."""

from askwell.coach.lexicon import Lexicon

GREETS = Lexicon(
    r"\b(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|nice to (?:meet|see) you)\b",
    r"\b(?:bonjour|bonsoir|allô|salut|enchantée?)\b",
    r"您好|你好|[早晚]上好|上午好|下午好|中午好|早安|早呀|早啊|幸会|老师好|嗨",
)
THANKS = Lexicon(
    r"\b(?:thank(?:s| you)|many thanks|(?:i['’]m|i am|i['’]d be) (?:\w+ )?grateful|i (?:\w+ )?appreciate|"
    r"appreciated)\b",
    r"\b(?:merci|je vous remercie|remerciements|c['’]est (?:très |bien )?gentil|reconnaissante?)\b",
    r"谢谢|感谢|多谢|谢了|谢过|劳您|辛苦您",
)
SAYS_WHO = Lexicon(
    r"\b(?:i['’]m|i am|my name(?:['’]s| is)|this is|it['’]s) (?!sorry|late|here|happy|glad|looking|just|very|"
    r"so\b|not|fine|"
    r"good|really|in need|available|ready|interested|flexible|hard)\w+",
    r"\b(?:je m['’]appelle|je suis|c['’]est|mon nom est|moi,? c['’]est)\b",
    r"我叫|我是|我姓|本人|叫我",
)
SAYS_WHY = Lexicon(
    r"\bi (?:\w+ )?(?:heard|read|saw|watched|attended|listened|found|met|noticed|followed|loved|came across|"
    r"was (?:on|at|in) "
    r"your|enjoyed)\b|\byour (?:talk|article|blog|post|workshop|campaign|podcast|presentation|book|panel|tour)\b|"
    r"\b(?:told me|mentioned|introduced|suggested|gave me your|recommended)\b|"
    r"\bi['’]?(?:d| would) (?:like|love) to (?:learn|hear|ask|know|understand)\b",
    r"\bj['’]ai (?:lu|vu|entendu|suivi|assisté|trouvé|aimé|écouté)\b|\bvotre (?:conférence|article|blogue|atelier|"
    r"présentation|livre|balado|exposé)\b|m['’]a (?:parlé|dit|recommandé|donné|conseillé)|"
    r"\bj['’]aimerais (?:savoir|apprendre|comprendre|vous)\b",
    r"听(?:了|过|您|说)|看(?:了|过|到|见)|读(?:了|过)|介绍|推荐|想(?:请教|了解|听听|问|学)|认识您|您的(?:文章|讲座|分享|书|视频)",
)
WANTS_WORK = Lexicon(
    r"\bi (?:really )?(?:need|want|am looking for|['’]m looking for) (?:a |any |some )?(?:job|work)\b|\bhire me\b",
    r"\bje (?:cherche|veux|voudrais) (?:un emploi|du travail|un poste)\b|\bengagez-moi\b",
    r"找(?:个|份|点)?(?:工作|活儿?)(?!的)|给我(?:安排|找)(?:一)?个|收下我",
)
