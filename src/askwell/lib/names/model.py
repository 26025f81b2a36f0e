"""What a name is made of."""

from typing import NamedTuple


class PersonName(NamedTuple):
    """A person's name in parts; every part may be empty.

    `given` and `family` are in Latin (or another alphabet's) letters; `native` is the full name in
    Chinese characters (or kana, hangul) as written, family name first; `reading` its pinyin, family name
    first ("Zhou Min"). `credentials` are the letters after the name ("PhD", "Jr."), as written.
    """

    given: str = ""
    family: str = ""
    native: str = ""
    reading: str = ""
    nickname: str = ""
    credentials: tuple[str, ...] = ()
