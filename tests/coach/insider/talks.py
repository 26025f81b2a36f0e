"""A talk with the insider, turn by turn."""

from dataclasses import dataclass, field

from askwell.coach import insider
from askwell.coach.dialogues import Turn
from askwell.coach.insider import Persona, Reply


@dataclass
class Talk:
    persona: Persona
    turns: list[Turn] = field(default_factory=list)
    elapsed: float = 0

    def __post_init__(self) -> None:
        self.turns.append(Turn("insider", insider.opening(self.persona)))

    def say(self, text: str, *, after: float = 10) -> Reply:
        """What the insider says to `text`, spoken `after` seconds."""
        self.elapsed += after
        self.turns.append(Turn("seeker", text))
        reply = insider.answer(self.persona, self.turns, elapsed=self.elapsed)
        self.turns.append(Turn("insider", reply.text))
        return reply

    def ask(self, *texts: str) -> list[Reply]:
        return [self.say(text) for text in texts]


def talk(
    trade: str = "accountant", language: str = "en", mood: str = "friendly", minutes: int = 20, seed: int = 3
) -> Talk:
    return Talk(insider.persona(trade=trade, language=language, mood=mood, minutes=minutes, seed=seed))


HOW_IN = {
    "en": "How did you get into this line of work?",
    "fr": "Comment êtes-vous arrivé dans ce métier?",
    "zh-Hans": "您是怎么进这一行的？",
}
DAY = {
    "en": "What does a typical day look like?",
    "fr": "À quoi ressemble une journée typique?",
    "zh-Hans": "您平常一天是怎么过的？",
}
HARDEST = {
    "en": "What is the hardest part of your work?",
    "fr": "Qu'est-ce qui est le plus difficile dans votre travail?",
    "zh-Hans": "这份工作最难的是什么？",
}
JOB = {
    "en": "Are there any openings in your team? I need a job.",
    "fr": "Avez-vous un poste pour moi?",
    "zh-Hans": "你们那儿还招人吗？我想找份工作。",
}
NAMES = {
    "en": "Who else should I talk to?",
    "fr": "À qui d'autre devrais-je parler?",
    "zh-Hans": "您觉得我还应该找谁聊聊？",
}
ON = {"en": "What happened then?", "fr": "Et ensuite, que s'est-il passé?", "zh-Hans": "后来呢？"}
AGAIN = {
    "en": "Sorry, could you repeat that?",
    "fr": "Pardon, pouvez-vous répéter?",
    "zh-Hans": "不好意思，您能再说一遍吗？",
}
BYE = {"en": "Thank you, goodbye!", "fr": "Merci, au revoir!", "zh-Hans": "谢谢您，再见！"}
HELLO = {"en": "Hello, nice to meet you.", "fr": "Bonjour, enchanté.", "zh-Hans": "您好，很高兴认识您。"}
PAY = {"en": "What is your personal salary?", "fr": "Êtes-vous marié?", "zh-Hans": "您工资多少？"}
OTHER = {
    "en": "您是怎么进这一行的？",
    "fr": "How did you get into this line of work?",
    "zh-Hans": "How did you get into this line of work?",
}
