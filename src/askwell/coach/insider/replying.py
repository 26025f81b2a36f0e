"""What the insider says next."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from askwell.coach import safety
from askwell.coach.dialogues.values import Turn
from askwell.coach.insider import telling
from askwell.coach.insider.hearing import ENOUGH_TO_PART, Heard, hear
from askwell.coach.insider.lines import topics
from askwell.coach.insider.memory import Memory
from askwell.coach.insider.values import Persona, Reply

LAST_MINUTES = 180  # seconds before the end at which the insider says so


def opening(persona: Persona) -> str:
    """The insider's first words."""
    memory = Memory(persona, ())
    return telling.filled(memory.unused("opening"), memory)


def answer(persona: Persona, turns: Sequence[Turn], *, elapsed: float) -> Reply:
    """What the insider says to the last of `turns`, which is the seeker's, `elapsed` seconds after the talk began."""
    memory = Memory(persona, tuple(turns))
    if memory.is_over:
        return Reply(text="", ending=True)
    if concern := safety.look(memory.words, persona.language):
        return _concerned(concern, memory)
    left = persona.minutes * 60 - elapsed
    if left <= 0:
        return _out_of_time(memory)
    heard = hear(memory)
    reply = _REPLIES.get(heard.act, _about_work)(heard, memory, left)
    return _with_time(replace(reply, heard=reply.heard or heard.act), memory, left)


def _concerned(concern: safety.Concern, memory: Memory) -> Reply:
    if concern is safety.Concern.SELF_HARM:
        return Reply(text=memory.unused("pause"), help=concern.value)
    if concern is safety.Concern.DISTRESS:
        return Reply(text=memory.unused("distress") or memory.unused("pause"), help=concern.value)
    again = concern is safety.Concern.HARASSMENT or memory.used("insult", memory.said) > 0
    text = memory.unused("insult_end" if again else "insult")
    return Reply(text=text, cooler=True, ending=again, help=concern.value)


def _out_of_time(memory: Memory) -> Reply:
    """A name that was asked for in time is still given."""
    heard = hear(memory)
    if heard.act in ("close", "thanks_for_time"):
        return replace(_close(heard, memory, 0), heard=heard.act)
    goodbye = memory.unused("time_over")
    if heard.act == "names" and (named := telling.name_somebody(memory)).named:
        return replace(named, text=_joined(memory, named.text, goodbye), heard=heard.act, ending=True)
    return Reply(text=goodbye, heard=heard.act, ending=True)


def _with_time(reply: Reply, memory: Memory, left: float) -> Reply:
    """Says once that the time is nearly up."""
    short = min(LAST_MINUTES, memory.persona.minutes * 20)
    told = memory.used("time_left", memory.said) or memory.used("time_almost", memory.said)
    if reply.ending or not reply.text or told or left > short or reply.heard == "time_check":
        return reply
    return replace(reply, text=_joined(memory, reply.text, _minutes_left(memory, left, "time_left")))


def _minutes_left(memory: Memory, left: float, occasion: str) -> str:
    minutes = round(left / 60)
    return (
        telling.filled(memory.unused(occasion), memory, left=minutes) if minutes > 1 else memory.unused("time_almost")
    )


def _joined(memory: Memory, *parts: str) -> str:
    return telling.joined(memory.persona.language, *parts)


def _first(memory: Memory, *occasions: str) -> Reply:
    """A line of the first occasion that has one left; the talk is over when nothing is left to say."""
    for occasion in occasions:
        if text := memory.unused(occasion):
            return Reply(text=telling.filled(text, memory))
    return telling.offer(memory)


def _about_work(heard: Heard, memory: Memory, _left: float) -> Reply:
    if heard.act not in topics(memory.persona.language):
        return _unclear(heard, memory, _left)
    return telling.tell(heard.act, memory, story=heard.story, several=heard.several)


def _follow(heard: Heard, memory: Memory, _left: float) -> Reply:
    if heard.story or memory.current:
        return telling.go_on(memory, story=heard.story)
    return _first(memory, "told") if heard.act == "mirror" else _unclear(heard, memory, _left)


def _unclear(_heard: Heard, memory: Memory, _left: float) -> Reply:
    """Leads back to the work; who asks three such things in a row is offered something."""
    return telling.offer(memory) if memory.puzzled >= 2 else _first(memory, "deflect")


def _job(_heard: Heard, memory: Memory, _left: float) -> Reply:
    times = memory.used("job", memory.said) + memory.used("job_again", memory.said)
    occasion = ("job", "job_again", "job_end")[min(times, 2)]
    return replace(_first(memory, occasion, "job_end"), cooler=True, ending=occasion == "job_end")


def _personal(_heard: Heard, memory: Memory, _left: float) -> Reply:
    return replace(_first(memory, "personal", "deflect"), cooler=True)


def _names(_heard: Heard, memory: Memory, _left: float) -> Reply:
    named = telling.name_somebody(memory)
    return named if named.text else _first(memory, "deflect")


def _may_use_name(_heard: Heard, memory: Memory, _left: float) -> Reply:
    allowed = memory.named and not memory.is_cool
    return _first(memory, "may_use_name" if allowed else "may_not_use_name", "told")


def _time_check(_heard: Heard, memory: Memory, left: float) -> Reply:
    text = _minutes_left(memory, left, "time_answer")
    return Reply(text=text) if text else _first(memory, "told")


def _repeat(heard: Heard, memory: Memory, _left: float) -> Reply:
    said = telling.said_again(memory, in_short=heard.act == "reword")
    return Reply(text=said) if said else _first(memory, "nothing_to_repeat", "deflect")


def _close(_heard: Heard, memory: Memory, _left: float) -> Reply:
    return Reply(text=memory.unused("close"), ending=True)


def _yes(_heard: Heard, memory: Memory, _left: float) -> Reply:
    return telling.tell(memory.offered, memory, lead=memory.unused("accepted"))


def _rapport(_heard: Heard, memory: Memory, _left: float) -> Reply:
    text = telling.small_talk(memory)
    return Reply(text=telling.filled(text, memory)) if text else _first(memory, "told", "deflect")


def _introduced(_heard: Heard, memory: Memory, _left: float) -> Reply:
    """Nobody asks where to begin when the talk has long begun."""
    return _first(memory, *(("introduce",) if memory.parts_told < ENOUGH_TO_PART else ()), "told", "deflect")


def _manners(*occasions: str) -> Callable[[Heard, Memory, float], Reply]:
    return lambda _heard, memory, _left: _first(memory, *occasions)


_REPLIES: dict[str, Callable[[Heard, Memory, float], Reply]] = {
    "go_on": _follow,
    "mirror": _follow,
    "job": _job,
    "personal": _personal,
    "names": _names,
    "may_use_name": _may_use_name,
    "time_check": _time_check,
    "repeat": _repeat,
    "reword": _repeat,
    "close": _close,
    "yes": _yes,
    "no": _manners("declined", "told"),
    "rapport": _rapport,
    "greet": _manners("greet", "told", "deflect"),
    "how_are_you": _manners("how_are_you", "greet", "told", "deflect"),
    "good_time": _manners("good_time", "greet", "told", "deflect"),
    "no_job": _manners("no_job", "introduce", "told", "deflect"),
    "announced": _manners("announced", "told", "deflect"),
    "introduce": _introduced,
    "told": _manners("told", "deflect"),
    "thanks_for_time": _manners("thanks", "told", "deflect"),
    "silence": _manners("silence", "deflect"),
    "other_language": _manners("other_language", "deflect"),
    "unclear": _unclear,
}
