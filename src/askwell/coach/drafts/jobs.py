"""Finds where a message asks for a job, an opening, a referral, or to pass on a resume."""

import re
from functools import lru_cache
from itertools import chain

from askwell.coach.drafts import job_words
from askwell.coach.drafts.anatomy import Span, han
from askwell.coach.lexicon import Lexicon

_searching = re.compile(
    r"\b(?:looking|searching|applying) for (?:an? |any |some )?(?:[\w-]+ ){0,2}(?:job|work|employment|"
    r"position)\b|\b(?:need|want|seek(?:ing)?) "
    r"(?!to )(?:an? |any )?(?:[\w-]+ )?(?:job|work|employment|position)\b|\b(?:cherche|recherche|besoin "
    r"d['’]) ?(?:un |une |du )?(?:emploi|travail|poste|stage)\b|"
    r"(?:找|求|需要|想要)(?:一?份|一?个)?.{0,4}(?:工作|职位)",
    re.I,
)
_ready = re.compile(
    r"\binterviews?\b|\bentrevue\b|面试|\bavailable (?:immediately|right away)|\bdisponible "
    r"(?:immédiatement|tout de suite)",
    re.I,
)
_not = re.compile(
    r"(?:\b(?:not|never|without|rather than|instead of|n['’]?est pas|ne|pas|sans|plutôt que)\b|(?<!would)"
    r"(?<!could)(?<!can)n['’]t\b)"
    r"[^.?!;,，。]{0,40}$|(?:不是|并非|不求|不为|无意|没有要|不会|不用|不必|不想|不打算|而不是|绝不|别|不麻烦您)"
    r"[^。？！，；]{0,12}$",
    re.I,
)

_latin_asks = Lexicon(*job_words.ENGLISH, *job_words.FRENCH)
_chinese_asks = Lexicon(*job_words.CHINESE)


@lru_cache(maxsize=1024)
def job_ask(text: str) -> re.Match[str] | None:
    """The first words of `text` (a sentence or a subject) that ask for a job, in any of the three languages.

    Words said to deny it ("I am not asking you to refer me") do not count.
    """
    lexicons = (_chinese_asks, _latin_asks) if han.search(text) else (_latin_asks,)
    matches = chain.from_iterable(lexicon.finditer(text) for lexicon in lexicons)
    return next((match for match in matches if not _not.search(text, 0, match.start())), None)


def searches(text: str) -> bool:
    """Whether the sentence says that the writer looks for a job (which alone asks nobody for one)."""
    match = _searching.search(text)
    return bool(match and not _not.search(text, 0, match.start()))


def applies(sentences: tuple[Span, ...]) -> Span | None:
    """The sentence that looks for a job in a message that reads like an application (interview, start at once)."""
    if any(_ready.search(sentence.text) for sentence in sentences):
        for sentence in sentences:
            if searches(sentence.text):
                return sentence
    return None
