"""Whether a text is in a language that the coach does not know: none of English, Chinese and French.

Judged by letters, and in Latin ones by the small words that every sentence has. A list of names, terms and figures has
none, and counts as known; so does a text that mixes languages, as long as a known one has the most of it.
"""

import re
import unicodedata
from functools import lru_cache

LONGEST = 2000
"""Characters that are looked at."""
FEWEST = 2
"""Small words of another language that tell it."""

_KANA = re.compile("[\u3041-\u30fa]")
_name = re.compile(r"(?<=[^\W\d_] )(?:[a-z]{1,3} ){1,2}(?=[A-ZÀ-Þ])")
"""What stands between the words of a name: Universidad de los Andes."""
_word = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_elided = re.compile(r"(?:[jldcnmst]|qu)['’](?=[^\W\d_]{2})(?!ve$|re$|ll$)", re.IGNORECASE)
_ALIEN = re.compile("[ñßãõäöåøæłżźśćńęąğışăţșțđơưűőčřšžěůýþðạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ¿¡]")
"""Letters that a small-written English or French word has not."""

_KNOWN = {
    "en": (
        "the a an is are was were be been am do does did you your i my me we our us it its that this these those of "
        "to in on for with and or but so what how why which who when where would could can should will have has had at "
        "from about any not no if as by they their them he she his her there then than up out all one more after "
        "before go please per let yes into over some other every each"
    ),
    "fr": (
        "le la les un une des du de et ou est sont était vous votre vos tu te je me nous notre ce cet cette ces ça que "
        "qui quoi quel quelle quels quelles comment pourquoi dans sur pour par avec sans ne pas plus au aux en il elle "
        "ils elles on avez êtes avons ont ai suis été faire mon ma mes son sa ses leur leurs mais donc si y se à a où "
        "quand très bien tout tous fait après avant chez "
        "non oui si moi toi lui"
    ),
}
_OTHERS = {
    "es": (
        "el la los las un una unos de del que en con por para es son era fue no se me mi mis tu su sus lo le les al "
        "como cómo más pero muy este esta esto ese esa yo usted ustedes qué cuál cuándo dónde cuando donde porque hay "
        "tiene tengo estoy soy está todo todos nada sobre desde hasta también ha he"
    ),
    "pt": (
        "os as um uma de do da dos das ou que em no na nos nas com por para são era foi não se me meu minha seu sua "
        "ao como mais mas muito este esta isso eu você vocês qual quando onde porque há tem tenho estou sou está tudo "
        "também ele ela nós pelo pela"
    ),
    "it": (
        "il lo la gli le un una di del della dei che in nel con per sono era non si mi mio mia suo sua al come cosa "
        "più ma molto questo questa io lei quale quando dove perché c'è ha ho sto tutto tutti anche da dal alla "
        "abbiamo nella"
    ),
    "de": (
        "der die das den dem des ein eine einen einem einer und oder ist sind war waren nicht ich mich mir mein meine "
        "sie ihr ihre ihnen wir uns es was wie warum wer wann wo in im zu zum zur mit von vom für auf an am bei nach "
        "aus als wenn dass aber auch sehr hat habe haben kann wird werden man noch nur"
    ),
    "nl": (
        "de het een en of is zijn was waren niet ik me mij mijn uw je jouw we wij ons wat hoe waarom wie wanneer waar "
        "in te van voor met op aan bij naar uit als dat die dit deze maar ook zeer heb heeft hebben kan wordt er nog "
        "om"
    ),
    "sv": (
        "jag du vi ni de den det en ett och eller är var inte som på av för med till från att om när vad hur varför "
        "min mitt mina sin har hade kan ska men också mycket efter hos oss alla"
    ),
    "pl": (
        "na do że się nie jest są był była było to co jak kto gdy kiedy dlaczego ale też już mój moja moje pan pani "
        "ja my on ona przez dla od po za ze mnie go jego ich który która czy tak bardzo jestem"
    ),
    "cs": (
        "na do že se si ne je jsem jsou byl byla bylo to co jak kdo když proč ale také už můj moje já my on ona pro "
        "od po za který která tak velmi jsme nebo aby"
    ),
    "hr": (
        "na iz do da se ne je sam su bio bila bilo to što kako tko kada zašto ali već moj moja ja mi on ona za od po "
        "koji koja tako vrlo smo ili kod nije"
    ),
    "hu": (
        "az egy és vagy hogy nem is volt van vagyok mit hogyan ki mikor miért de már én mi ön meg ezt azt amikor "
        "nagyon csak ha el minden"
    ),
    "tr": (
        "bir ve veya bu şu ne nasıl neden kim ben biz siz ile için çok ama da de mi mı var yok olarak gibi daha sonra "
        "kadar her gün işe"
    ),
    "ro": (
        "un și sau că în pe cu la de din este sunt era nu se eu mea meu noi dumneavoastră ce cum cine când unde dar "
        "foarte acest această am are ai pentru fost mai după tot"
    ),
    "vi": (
        "tôi là của và có không được trong cho với những các một người này đã sẽ làm việc khi thì mà như để ra gì anh "
        "chị em bạn biết rất nhưng cũng phải đi năm lại"
    ),
    "tl": (
        "ang ng sa mga na at ay ako ko siya kami namin natin niya po ba kung ano paano bakit sino kailan hindi ito "
        "iyon may para dahil pero lang din rin noong isang nang si walang lahat"
    ),
    "id": (
        "yang dan di ke dari untuk dengan tidak saya kami anda itu ini ada adalah akan sudah apa bagaimana mengapa "
        "siapa kapan pada atau juga karena tetapi bisa selama ketika telah lebih semua bahwa"
    ),
    "sw": ("na ya wa kwa ni si mimi sisi wewe yeye hii hiyo kama lakini nini vipi sana katika yangu yetu wakati kila"),
    "so": (
        "waa oo iyo ka ku la ma in uu aan ay waxa waxaan markii si wax aad badan laakiin sidee maxaa ah kuu soo dhan"
    ),
    "ht": ("mwen ou li nou yo nan pou ki te ak pa sa se kijan poukisa kisa men gen tankou lè tout anpil yon fè"),
}


def is_foreign(text: str) -> bool:
    """Whether it is plainly in a language that the coach does not know."""
    start = text[:LONGEST]
    letters = [letter for letter in start if letter.isalpha()]
    strange = sum(not _is_known(letter) for letter in letters)
    if strange * 2 > len(letters):
        return True
    return strange == 0 and _is_other_latin(start)


def _is_known(letter: str) -> bool:
    return letter.isascii() or (unicodedata.name(letter, "").startswith(("LATIN", "CJK")) and not _KANA.match(letter))


def _is_other_latin(text: str) -> bool:
    plain = unicodedata.normalize("NFC", text).replace("’", "'")
    words = _word.findall(_name.sub(" ", plain))
    alien = {word.casefold() for word in words if word[0].islower() and _ALIEN.search(word)}
    lowered = [word.casefold() for word in words]
    known = max(sum(word in small for word in lowered) for small in _tables(_KNOWN))
    known += sum(bool(_elided.match(word)) for word in lowered)
    other = max(sum(word in small or word in alien for word in lowered) for small in _tables(_OTHERS))
    return other >= FEWEST and other > known + len(words) / 20


def _tables(languages: dict[str, str]) -> tuple[frozenset[str], ...]:
    return _split(tuple(languages.values()))


@lru_cache(maxsize=2)
def _split(tables: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(one.split()) for one in tables)
