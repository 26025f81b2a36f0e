"""What the drills are called, and what is said of a try."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from askwell.coach.drills import (
    Following,
    Item,
    Kind,
    Next,
    NextJudgement,
    Opening,
    OpeningJudgement,
    Part,
    Scene,
    SpeakingJudgement,
)
from askwell.practice.rules.drilling import Judgement
from askwell.practice.web.words.job_interviews import length

Words = tuple[Promise, Promise]

KINDS: dict[Kind, Words] = {
    Kind.OPENING_UP: (_("Turn it open"), _("A yes-or-no question: ask it so that they tell you something.")),
    Kind.WHAT_NEXT: (
        _("They said this. What do you ask next?"),
        _("Find the word that wants to be asked about, and ask about it."),
    ),
    Kind.FIRST_SECONDS: (_("The first 30 seconds"), _("They have come. Begin.")),
    Kind.RECEPTIONIST: (
        _("Past the receptionist"),
        _("Somebody else answers the telephone. Be kind, and get a step further."),
    ),
    Kind.VOICEMAIL: (_("Leave a voicemail"), _("Who, why, how short, and your number twice.")),
    Kind.CLOSING: (_("The closing"), _("The time is up. Thank them, and leave with a next step.")),
    Kind.INTRODUCTION_30: (_("You, in 30 seconds"), _("What you do, what you did, what you look for.")),
    Kind.INTRODUCTION_60: (_("You, in 60 seconds"), _("The same with one story in it.")),
}
PARTS: dict[Part, Words] = {
    Part.GREETING: (_("a greeting"), _("Greet them, with their name if you know it.")),
    Part.WHO_I_AM: (_("who you are"), _("Say your name and, in one breath, who you are.")),
    Part.WHY_YOU: (_("why them"), _("Say what about this person made you come.")),
    Part.CONNECTION: (_("who led you here"), _("Say who gave you the name, or where you met.")),
    Part.PURPOSE: (_("what it is about"), _("Say what you would like to understand.")),
    Part.HOW_SHORT: (_("how short it is"), _("Say how many minutes or questions, and that you will keep to it.")),
    Part.ASK: (_("one clear request"), _("Ask for one thing.")),
    Part.THANKS: (_("thanks"), _("Thank them, best for something particular.")),
    Part.BEST_TIME: (_("when it suits them"), _("Ask when they are easiest to reach.")),
    Part.NUMBER: (_("your number, twice"), _("Say your number slowly, and once more.")),
    Part.POLITE_PERSISTENCE: (_("when to try again"), _("Ask when you may call again, or say that you will.")),
    Part.INSIGHT_BACK: (_("one thing they said"), _("Say which of their words you will take along.")),
    Part.OTHER_PERSON: (_("who else"), _("Ask who else you should talk to.")),
    Part.USE_YOUR_NAME: (_("may I use your name"), _("Ask whether you may say who sent you.")),
    Part.NEXT_STEP: (_("what happens next"), _("Say what you will do, and by when.")),
    Part.PRESENT: (_("what you do"), _("Say what you do now.")),
    Part.PAST: (_("what you did"), _("Say one thing that you did, and what came of it.")),
    Part.FUTURE: (_("what you look for"), _("Say what you would like to do or learn next.")),
}
NO_QUESTION: Words = (_("It does not ask yet"), _("End with a question mark: one question, then wait."))
FOLLOWS: dict[Following, Words] = {
    Following.YES: (_("You heard it"), _("Your question takes up what they said.")),
    Following.PERHAPS: (
        _("It might be asked of anybody"),
        _("Say one of their words in it, and they know that you listened."),
    ),
    Following.NO: (_("It passes the hook by"), _("They held something out to you. Ask about that first.")),
}
OPEN: Words = (_("An open question"), _("They cannot answer this with yes or no."))
NOT_OPEN: Words = (_("Not open yet"), _("Begin with what, how or which, and ask for one thing."))
ELSEWHERE: Words = (_("Open, but about something else"), _("Ask about the same thing as the closed question does."))
WHOLE: Words = (_("All of it is there"), _("Now say it aloud, twice, without reading."))
TOO_LONG: Words = (_("All there, but long"), _("Take out what they can ask about later."))


def told(item: Item) -> dict[str, Any]:
    """What stands above the field: the drill's `title` and `task`, and in whose words the exercise is."""
    title, task = KINDS[item.kind]
    return {"title": title, "task": task, "shape": _shape(item)}


def _shape(item: Item) -> str:
    return "opening" if isinstance(item, Opening) else "next" if isinstance(item, Next) else "scene"


def said(item: Item, judgement: Judgement) -> dict[str, Any]:
    """What is said of a try: `title` and `text`; of speaking its `parts` and `length`; of a question its `findings`."""
    if isinstance(judgement, SpeakingJudgement):
        assert isinstance(item, Scene)
        return _of_speaking(item, judgement)
    title, text = _of_opening(judgement) if isinstance(judgement, OpeningJudgement) else _of_next(judgement)
    return {"title": title, "text": text, "findings": judgement.findings}


def _of_opening(one: OpeningJudgement) -> Words:
    if not one.asks:
        return NO_QUESTION
    return OPEN if one.is_good else NOT_OPEN if one.findings else ELSEWHERE


def _of_next(one: NextJudgement) -> Words:
    return FOLLOWS[one.follows] if one.asks else NO_QUESTION


def _of_speaking(item: Scene, one: SpeakingJudgement) -> dict[str, Any]:
    title, text = (WHOLE if one.is_good else TOO_LONG) if not one.missing else _missing(one.missing)
    return {
        "title": title,
        "text": text,
        "parts": [(PARTS[part][0], one.found.get(part, ""), PARTS[part][1]) for part in item.parts],
        "length": length(one.seconds),
        "limit": length(item.seconds),
        "findings": (),
        "is_long": one.is_long,
    }


def _missing(parts: tuple[Part, ...]) -> Words:
    """What to add first."""
    return _("Still missing: %(part)s") % {"part": PARTS[parts[0]][0]}, PARTS[parts[0]][1]  # type: ignore[return-value]
