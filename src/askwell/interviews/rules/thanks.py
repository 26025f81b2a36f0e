"""A first text of the thanks after an interview: short, within the day, with one thing they said (METHOD.md).

The seeker reads and changes it before it goes out. What they said is quoted as it was written down; where it
was written in another language than the thanks, the quotation stays as it is.
"""

from dataclasses import dataclass

from askwell.interviews.rules.offers import signed


@dataclass(frozen=True, slots=True)
class Thanked:
    """What the thanks may speak of. `said` is in their words, `named` a person they named, `todo` what they
    advised; `hello` and `sender` are names as the greeting and the closing want them."""

    language: str
    hello: str
    sender: str
    said: str
    named: str = ""
    todo: str = ""


def thanks(about: Thanked) -> tuple[str, str]:
    """Subject and body in about.language (en, fr, zh-Hans; English for any other)."""
    return {"fr": _french, "zh-Hans": _chinese}.get(about.language, _english)(about)


def quoted(said: str, language: str) -> str:
    """The first sentence or two of what they said, at most 160 characters, in the language's quotation marks."""
    text = " ".join(said.split()).strip("“”\"'«»「」‘’ ")
    if len(text) > 160:
        head, _space, _rest = text[:157].rpartition(" ")
        text = f"{(head if len(head) > 120 else text[:157]).rstrip('，。,.;； ')}…"
    opening, closing = {"fr": ("« ", " »"), "zh-Hans": ("“", "”")}.get(language, ("“", "”"))
    return f"{opening}{text}{closing}"


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _english(about: Thanked) -> tuple[str, str]:
    hello = f"Hi {about.hello}," if about.hello else "Hello,"
    named = f"I will write to {about.named} this week, as you suggested." if about.named else ""
    todo = f"I have already put this on my list: {_bare(about.todo)}." if about.todo and not named else ""
    body = _joined(
        "Thank you for your time and for talking with me so openly.",
        f"What stays with me most is what you said: {quoted(about.said, 'en')}{_stop(about.said)}",
        named,
        todo,
        "I will let you know how it goes.",
    )
    return "Thank you for our talk", _page(hello, body, signed("Thank you again", about.sender))


def _french(about: Thanked) -> tuple[str, str]:
    hello = f"Bonjour {about.hello}," if about.hello else "Bonjour,"
    named = f"J’écrirai cette semaine à {about.named}, comme vous me l’avez proposé." if about.named else ""
    todo = f"Je l’ai déjà noté dans ma liste : {_bare(about.todo)}." if about.todo and not named else ""
    body = _joined(
        "Merci du temps que vous m’avez accordé et de votre franchise.",
        f"Je retiens surtout ce que vous avez dit : {quoted(about.said, 'fr')}{_stop(about.said)}",
        named,
        todo,
        "Je vous donnerai des nouvelles.",
    )
    return "Merci pour notre échange", _page(hello, body, signed("Encore merci", about.sender))


def _chinese(about: Thanked) -> tuple[str, str]:
    hello = f"{about.hello}，您好：" if about.hello else "您好："
    named = f"您提到的{_spaced(about.named)}，我这周就去联系。" if about.named else ""
    todo = f"您的建议我已经记在清单上了：{_bare(about.todo)}。" if about.todo and not named else ""
    body = "".join(
        (
            "谢谢您抽时间和我聊，还聊得这么坦诚。",
            f"印象最深的是您说的：{quoted(about.said.rstrip(' 。'), 'zh-Hans')}。",
            named,
            todo,
            "后面有了进展，我再告诉您。",
        )
    )
    return "谢谢您的分享", _page(hello, body, f"再次感谢！\n{about.sender}")


def _stop(said: str) -> str:
    """The full stop after a quotation that brings none along."""
    return "" if quoted(said, "").rstrip("”").endswith((".", "!", "?", "…", "。", "！", "？")) else "."


def _bare(text: str) -> str:
    return text.strip().rstrip(".。!！")


def _spaced(name: str) -> str:
    """A Latin name stands apart from the Chinese around it."""
    return name if any("一" <= char <= "鿿" for char in name) else f" {name} "


def _page(hello: str, body: str, closing: str) -> str:
    return f"{hello}\n\n{body}\n\n{closing}".strip()
