"""What stands against a message before it goes out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from askwell.outreach.choices import FindingCode, MessageKind, Severity
from askwell.outreach.rules.guard import NEAR, Finding, Sent, check, may_send, similarity

F, K = FindingCode, MessageKind
NOW = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)
ZONE = "America/Vancouver"

ENGLISH = """Dear Ms. Khan,
Lin Hua told me you moved from retail into supply planning two years ago, the step I would like to take. I
bought packaging for six years in Suzhou and finished the supply chain diploma at Fraser Ridge.
Could you spare 15 minutes, by phone or video, whenever suits you, to tell me what surprised you most?
Best regards,
Mei Tan"""
CHINESE = (
    "王老师，您好！林华说您两年前从零售转到供应链计划，这正是我想走的一步。我在苏州做了六年包装采购，去年在菲沙岭读完供应链文凭。"
    "想请教您十五分钟，电话或视频都行，看您方便：转过来以后最出乎意料的是什么？谢谢！谭梅"
)
FRENCH = """Bonjour Madame Gagnon,
Lin Hua m’a dit que vous êtes passée du commerce de détail à la planification il y a deux ans, le pas que
j’aimerais faire. J’ai acheté des emballages pendant six ans à Suzhou et je viens de finir le diplôme de
logistique à Fraser Ridge.
Auriez-vous quinze minutes, par téléphone ou en vidéo, quand cela vous convient, pour me dire ce qui vous a le
plus surprise ?
Cordialement,
Mei Tan"""
NAMES = {
    "en": ("Aisha Khan", "Khan", "Kwame Boateng", "Boateng"),
    "zh": ("王敏", "王", "李强", "李"),
    "fr": ("Hélène Gagnon", "Gagnon", "Marc Tremblay", "Tremblay"),
}

NEAR_IDENTICAL: list[tuple[str, str, str, str]] = [
    ("en", "only the name changed", ENGLISH, ENGLISH.replace("Ms. Khan", "Mr. Boateng")),
    ("en", "shouted, without accents or line breaks", ENGLISH, ENGLISH.upper().replace("\n", "  ")),
    (
        "en",
        "sentences in another order",
        ENGLISH,
        """Dear Mr. Boateng,
I bought packaging for six years in Suzhou and finished the supply chain diploma at Fraser Ridge. Lin Hua told
me you moved from retail into supply planning two years ago, the step I would like to take.
Could you spare 15 minutes, by phone or video, whenever suits you, to tell me what surprised you most?
Best regards,
Mei Tan""",
    ),
    (
        "en",
        "words exchanged here and there",
        ENGLISH,
        """Hello Mr. Boateng,
Lin Hua mentioned you moved from retail into demand planning three years ago, a step I would like to take too.
I bought packaging for six years in Suzhou and finished the supply chain diploma at Fraser Ridge College.
Could you spare 20 minutes, by phone or video, whenever suits you, to tell me what surprised you most?
Kind regards,
Mei Tan""",
    ),
    ("zh", "only the name changed", CHINESE, CHINESE.replace("王老师", "李经理")),
    ("zh", "traditional characters", "林华说您从零售转到供应链计划", "林華說您從零售轉到供應鏈計劃"),
    (
        "zh",
        "words exchanged here and there",
        CHINESE,
        "李经理，早上好！林华提起您三年前从零售转到需求计划，这也是我想走的一步。我在苏州做了六年包装采购，去年在菲沙岭学院读完供应链"
        "文凭。想请教您二十分钟，电话或视频都行，看您方便：转过来以后最意外的是什么？多谢！谭梅",
    ),
    (
        "fr",
        "the name and the endings changed",
        FRENCH,
        FRENCH.replace("Madame Gagnon", "Monsieur Tremblay").replace("passée", "passé").replace("surprise", "surpris"),
    ),
    (
        "fr",
        "words exchanged here and there",
        FRENCH,
        """Bonjour Monsieur Tremblay,
Lin Hua m’a raconté que vous êtes passé du commerce de détail à la prévision il y a trois ans, un pas que
j’aimerais faire aussi. J’ai acheté des emballages pendant six ans à Suzhou et je viens de finir le diplôme de
logistique à Fraser Ridge.
Auriez-vous vingt minutes, par téléphone ou en vidéo, quand cela vous convient, pour me dire ce qui vous a le
plus étonné ?
Bien cordialement,
Mei Tan""",
    ),
]

OF_ITS_OWN: list[tuple[str, str, str, str]] = [
    (
        "en",
        "another reason and another question",
        ENGLISH,
        """Dear Mr. Boateng,
Your talk at the port careers evening about forecasting fresh fish with a spreadsheet stayed with me. I bought
packaging for six years in Suzhou and finished the supply chain diploma at Fraser Ridge.
Could you spare 15 minutes, by phone or video, whenever suits you, to tell me how your team decides what to
order first?
Best regards,
Mei Tan""",
    ),
    (
        "en",
        "another message",
        ENGLISH,
        """Hi Kwame,
We were in Professor Baptiste's logistics class together in 2016. I saw that you run the cold store at
Tidewater now; I am learning how warehouses here are planned.
May I ask you three questions over coffee one day next week, twenty minutes at most?
Mei""",
    ),
    (
        "zh",
        "another reason and another question",
        CHINESE,
        "李经理，您好！上个月港口招聘会上您讲用表格预测鲜鱼销量，我一直记着。我在苏州做了六年包装采购，去年在菲沙岭读完供应链文凭。"
        "想请教您十五分钟，电话或视频都行，看您方便：你们组怎么决定先订哪一样？谢谢！谭梅",
    ),
    (
        "zh",
        "another message",
        CHINESE,
        "小李，好久不见！我们零六年一起上过白老师的物流课。听说你现在管冷库，我正想弄明白这边的仓库是怎么排的。"
        "下周哪天喝杯咖啡，问你三个问题，二十分钟就够，行吗？谭梅",
    ),
    (
        "fr",
        "another reason and another question",
        FRENCH,
        """Bonjour Monsieur Tremblay,
Votre exposé à la soirée du port, sur la prévision du poisson frais avec un simple tableur, m’est resté. J’ai
acheté des emballages pendant six ans à Suzhou et je viens de finir le diplôme de logistique à Fraser Ridge.
Auriez-vous quinze minutes, par téléphone ou en vidéo, quand cela vous convient, pour me dire comment votre
équipe choisit ce qu’elle commande d’abord ?
Cordialement,
Mei Tan""",
    ),
    (
        "fr",
        "another message",
        FRENCH,
        """Salut Marc,
Nous étions ensemble au cours de logistique du professeur Baptiste en 2016. J’ai vu que tu diriges maintenant
l’entrepôt frigorifique ; j’apprends comment on planifie ici.
Je peux te poser trois questions autour d’un café la semaine prochaine, vingt minutes au plus ?
Mei""",
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "other"),
    [(r[0], *r[2:]) for r in NEAR_IDENTICAL],
    ids=[f"{r[0]}: {r[1]}" for r in NEAR_IDENTICAL],
)
def test_near_identical(language: str, text: str, other: str) -> None:
    assert similarity(text, other, names=NAMES[language]) >= NEAR + 5


@pytest.mark.parametrize(
    ("language", "text", "other"), [(r[0], *r[2:]) for r in OF_ITS_OWN], ids=[f"{r[0]}: {r[1]}" for r in OF_ITS_OWN]
)
def test_a_message_of_its_own(language: str, text: str, other: str) -> None:
    assert similarity(text, other, names=NAMES[language]) <= NEAR - 5


def test_names_do_not_tell_messages_apart() -> None:
    one, other = "Dear Kwame Boateng, hello", "Dear Hélène Gagnon, hello"
    assert similarity(one, other, names=("Kwame Boateng", "Kwame", "Hélène Gagnon")) == 100
    assert similarity(one, other) < 100
    assert similarity("Dear Anna", "Dear Ann", names=("Ann",)) < 100


@pytest.mark.parametrize("empty", ["", "…", "Kwame"])
def test_nothing_is_like_nothing(empty: str) -> None:
    assert similarity(empty, empty, names=("Kwame",)) == 0


def sent(
    person: str,
    text: str = "",
    *,
    employer: str = "tidewater",
    ago: timedelta = timedelta(),
    kind: MessageKind = K.FIRST,
) -> Sent:
    return Sent(person, employer, (person,), text, kind, NOW - ago)


def found(message: Sent, *earlier: Sent, do_not_contact: bool = False, unanswered: int = 0) -> list[Finding]:
    return list(check(message, earlier, zone=ZONE, do_not_contact=do_not_contact, unanswered=unanswered))


TO_AISHA = sent("Aisha", ENGLISH)
A_DAY = timedelta(days=1)
COLLEAGUES: list[tuple[str, Sent, bool]] = [
    ("a colleague, yesterday", sent("Kwame", ENGLISH, ago=A_DAY), True),
    ("a colleague, seven days ago to the second", sent("Kwame", ENGLISH, ago=7 * A_DAY), True),
    ("a colleague, a second longer ago", sent("Kwame", ENGLISH, ago=7 * A_DAY + timedelta(seconds=1)), False),
    ("a colleague, later than this message", sent("Kwame", ENGLISH, ago=-A_DAY), False),
    ("the same person", sent("Aisha", ENGLISH, ago=A_DAY), False),
    ("somebody elsewhere", sent("Kwame", ENGLISH, employer="harbourline", ago=A_DAY), False),
    ("a colleague, otherwise", sent("Kwame", OF_ITS_OWN[0][3], ago=A_DAY), False),
    ("a colleague, by telephone", sent("Kwame", "", ago=A_DAY), False),
]


@pytest.mark.parametrize(("earlier", "refused"), [r[1:] for r in COLLEAGUES], ids=[r[0] for r in COLLEAGUES])
def test_the_same_to_a_colleague_within_a_week(earlier: Sent, refused: bool) -> None:
    facts = {"name": "Kwame", "sent_at": earlier.sent_at, "similarity": 100}
    expected = [Finding(F.NEAR_IDENTICAL, Severity.REFUSE, facts)] if refused else []
    assert found(TO_AISHA, earlier) == expected


def test_the_nearest_colleague_is_named() -> None:
    tweaked = sent("Kwame", NEAR_IDENTICAL[3][3], ago=A_DAY)
    same = sent("Marc", ENGLISH, ago=2 * A_DAY)
    (finding,) = found(TO_AISHA, tweaked, same)
    assert (finding.facts["name"], finding.facts["similarity"]) == ("Marc", 100)


def test_two_unknown_employers_are_not_the_same() -> None:
    assert found(sent("Aisha", ENGLISH, employer=""), sent("Kwame", ENGLISH, employer="", ago=A_DAY)) == []


AN_HOUR = timedelta(hours=1)
BURSTS: list[tuple[str, Sent, list[Sent], list[Finding]]] = [
    ("the second to one employer", sent("Aisha"), [sent("Kwame", ago=AN_HOUR)], []),
    (
        "the third to one employer",
        sent("Aisha"),
        [sent("Kwame", ago=AN_HOUR), sent("Marc", ago=AN_HOUR)],
        [Finding(F.BURST_EMPLOYER, Severity.WARN, {"count": 3, "limit": 2})],
    ),
    (
        "the third, but one was yesterday",
        sent("Aisha"),
        [sent("Kwame", ago=AN_HOUR), sent("Marc", ago=12 * AN_HOUR)],
        [],
    ),
    ("two to one colleague", sent("Aisha"), [sent("Kwame", ago=AN_HOUR), sent("Kwame", ago=2 * AN_HOUR)], []),
    ("answers to colleagues", sent("Aisha"), [sent(n, ago=AN_HOUR, kind=K.REPLY) for n in "KM"], []),
    ("thanks after many", sent("Aisha", kind=K.THANKS), [sent(n, ago=AN_HOUR) for n in "KMN"], []),
    ("three of unknown employers", sent("Aisha", employer=""), [sent(n, employer="", ago=AN_HOUR) for n in "KM"], []),
    ("the tenth in all", sent("Aisha"), [sent(n, employer=n, ago=AN_HOUR) for n in "KMNOPQRST"], []),
    (
        "the eleventh in all",
        sent("Aisha"),
        [sent(n, employer=n, ago=AN_HOUR) for n in "KMNOPQRSTU"],
        [Finding(F.BURST_ALL, Severity.WARN, {"count": 11, "limit": 10})],
    ),
]


@pytest.mark.parametrize(("message", "earlier", "expected"), [r[1:] for r in BURSTS], ids=[r[0] for r in BURSTS])
def test_bursts_of_one_day_where_the_seeker_is(message: Sent, earlier: list[Sent], expected: list[Finding]) -> None:
    assert found(message, *earlier) == expected


REFUSED = [
    ("asked not to be contacted", K.FIRST, True, 0, [F.DO_NOT_CONTACT]),
    ("asked not to be contacted: not even thanks", K.THANKS, True, 0, [F.DO_NOT_CONTACT]),
    ("a nudge after one", K.NUDGE, False, 1, []),
    ("a third", K.NUDGE, False, 2, [F.THIRD_UNANSWERED]),
    ("a third, on the telephone", K.CALL, False, 2, [F.THIRD_UNANSWERED]),
    ("thanks are no third", K.THANKS, False, 2, []),
    ("both", K.FIRST, True, 2, [F.DO_NOT_CONTACT, F.THIRD_UNANSWERED]),
]


@pytest.mark.parametrize(("kind", "stop", "unanswered", "codes"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_refusals(kind: MessageKind, stop: bool, unanswered: int, codes: list[FindingCode]) -> None:
    message = replace(TO_AISHA, kind=kind)
    findings = found(message, do_not_contact=stop, unanswered=unanswered)
    assert findings == [Finding(code, Severity.REFUSE) for code in codes]


def test_only_warnings_can_be_overridden() -> None:
    warning = Finding(F.BURST_ALL, Severity.WARN)
    refusal = Finding(F.DO_NOT_CONTACT, Severity.REFUSE)
    assert may_send([])
    assert not may_send([warning])
    assert may_send([warning], overridden=True)
    assert not may_send([refusal], overridden=True)
    assert not may_send([warning, refusal], overridden=True)
