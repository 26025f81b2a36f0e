"""How the insider tells what they know, and whom they know."""

import re

import numpy as np

from askwell.coach import meaning
from askwell.coach.insider.hearing import likest
from askwell.coach.insider.lines import chats, lines, topics
from askwell.coach.insider.memory import Memory, sentences
from askwell.coach.insider.trades import Story
from askwell.coach.insider.values import Mood, Reply
from askwell.lib.text import HAN

_between_han = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])")

NEEDED = {Mood.FRIENDLY: 2, Mood.HURRIED: 2, Mood.SHY: 4, Mood.SCEPTICAL: 4}
"""How much must have been told before somebody is named."""


def filled(text: str, memory: Memory, **more: object) -> str:
    persona = memory.persona
    said = text.format(name=persona.name, minutes=persona.minutes, city=persona.city, **more) if text else ""
    return _between_han.sub("", said)


def joined(language: str, *parts: str) -> str:
    return ("" if language == "zh-Hans" else " ").join(part for part in parts if part)


def tell(aspect: str, memory: Memory, *, story: Story | None = None, several: bool = False, lead: str = "") -> Reply:
    """The story of an aspect that fits best and was not told yet; else a word that this is all."""
    every = [one for one in memory.knowledge.stories if one.aspect == aspect]
    fresh = [one for one in every if memory.stages[one] == 0]
    chosen = story if story in fresh else likest(memory, fresh) if fresh else None
    if chosen:
        return _part(chosen, memory, lead=lead or _lead(memory, several=several, again=len(fresh) < len(every)))
    if memory.current in every and memory.stages[memory.current] < 3:
        return _part(memory.current, memory)
    return _instead(memory, "told_already")


def go_on(memory: Memory, *, story: Story | None = None) -> Reply:
    """The next part of the story told last, or of an earlier one that the seeker comes back to."""
    chosen = story or memory.current
    if chosen and memory.stages[chosen] < 3:
        return _part(chosen, memory, lead=memory.unused("back") if story else "")
    return _instead(memory, "end_of_story")


def _part(story: Story, memory: Memory, *, lead: str = "") -> Reply:
    stage = memory.stages[story]
    hook = story.hooks[stage] if stage < len(story.hooks) else ""
    after = memory.unused("why_ask") if memory.persona.mood is Mood.SCEPTICAL and memory.parts_told == 0 else ""
    text = joined(memory.persona.language, lead, story.parts[stage], after)
    return Reply(text=text, heard=story.aspect if stage == 0 else "", hook=hook)


def _lead(memory: Memory, *, several: bool, again: bool) -> str:
    """A word before an answer: now and then, and none from somebody who has gone cool."""
    if several and (said := memory.unused("two_questions")):
        return said
    if memory.is_cool:
        return ""
    if again and (said := memory.unused("again")):
        return said
    return memory.unused("lead") if memory.chance("whether to lead").random() < 0.4 else ""


def _instead(memory: Memory, occasion: str) -> Reply:
    """Says that there is no more, and offers something else unless in no mood for it."""
    said = memory.unused(occasion)
    offering = not memory.is_cool and memory.persona.mood in (Mood.FRIENDLY, Mood.SHY)
    if said and not (offering or memory.used(occasion, memory.last)):
        return Reply(text=said)
    offered = offer(memory)
    return Reply(text=joined(memory.persona.language, said, offered.text), ending=offered.ending)


def offer(memory: Memory) -> Reply:
    """A topic that was not talked about yet; when there is none, the talk is over."""
    open_topics = _open_topics(memory)
    said = memory.unused("offer")
    if not said or not open_topics:
        return Reply(text=memory.unused("nothing_left"), ending=True)
    topic = memory.chance("topic").choice(open_topics)
    return Reply(text=filled(said, memory, topic=topic))


def _open_topics(memory: Memory) -> list[str]:
    told = {story.aspect for story, stage in memory.stages.items() if stage}
    every = topics(memory.persona.language)
    return [topic for aspect, topic in every.items() if aspect not in told and topic not in memory.said]


def name_somebody(memory: Memory) -> Reply:
    """Somebody to talk with next, from who was asked well and has the mood for it. No text: nothing left to say."""
    if memory.is_cool or memory.used("job_again", memory.said):
        return Reply(text=memory.unused("names_no"))
    if memory.parts_told < NEEDED[memory.persona.mood]:
        return Reply(text=memory.unused("names_not_yet"))
    left = [one for one in memory.knowledge.contacts if one not in memory.named]
    if not left:
        return Reply(text=memory.unused("names_none_left"))
    who = left[0]
    line = memory.chance("names").choice(_ways_to_name(memory))
    return Reply(text=filled(line, memory, contact=who.name, role=who.role, why=who.why), named=who.name)


def _ways_to_name(memory: Memory) -> list[str]:
    every = lines(memory.persona.language, "names", memory.persona.mood.value)
    return memory.left(every) or [line.text for line in every]


def said_again(memory: Memory, *, in_short: bool) -> str:
    """What was said last once more, or the heart of it; empty where there is nothing."""
    repeated = memory.used("repeat", memory.last) or memory.used("shorter", memory.last)
    story = memory.current
    if not story or not memory.last:
        return ""
    part = story.parts[memory.stages[story] - 1]
    if not (in_short or repeated) and (lead := memory.unused("repeat")):
        return joined(memory.persona.language, lead, part)
    lead = memory.unused("shorter")
    return joined(memory.persona.language, lead, _heart(story, part, memory.persona.language)) if lead else ""


def _heart(story: Story, part: str, language: str) -> str:
    """The first sentence, which answers, and the one that holds the hook, or the last."""
    every = sentences(part)
    hooked = next((one for one in every if any(hook in one for hook in story.hooks)), every[-1])
    return joined(language, *dict.fromkeys((every[0], hooked)))


def small_talk(memory: Memory) -> str:
    """What suits a remark beside the work best."""
    every = chats(memory.persona.language)
    seen = meaning.vector(memory.words[-meaning.LONGEST :])
    alike = [float(np.max(meaning.vectors(one.asks) @ seen)) for one in every]
    best = int(np.argmax(alike))
    own = memory.left(every[best].lines) if alike[best] > 0.4 else []
    return own[0] if own else memory.unused("small_talk")
