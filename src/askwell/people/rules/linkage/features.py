"""Records prepared for comparing: everything folded once, so that a comparison is a few look-ups."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from askwell.lib.links import linkedin_key
from askwell.lib.names import PersonName
from askwell.lib.pinyin import reading_parts, split_native
from askwell.lib.remembering import Remembered
from askwell.lib.text import fold
from askwell.people.rules.linkage.records import Record
from askwell.people.rules.names import NameKey, name_key, name_key_of
from askwell.people.rules.organisations import keys_of, organisation_keys

_former = re.compile(
    r"\b(?:(?:former(?:ly)?|previously|used to (?:work|be)|worked|was|anciennement|auparavant)"
    r"(?: (?:at|with|of|for|chez|à))+ |ex-)\s*([^,;.()\n]{3,60})"
    r"|(?:之前|以前|曾经|曾|原先|原来|从前|原|前)(?:在|任职于|就职于|供职于)([^，。；,;()（）\n]{2,30}?)"
    r"(?:工作|任职|上班|就职|做|当|$|(?=[，。；,;()（）\n]))",
    re.IGNORECASE | re.MULTILINE,
)
_other_readings = """
柏 bo bai|乐 le yue|茜 qian xi|朝 chao zhao|行 xing hang|长 chang zhang|盛 sheng cheng|蔚 wei yu|晟 sheng cheng|
奇 qi ji|调 diao tiao|重 chong zhong|参 can shen|隽 jun juan|莞 guan wan|露 lu lou|觉 jue jiao|艾 ai yi|
娜 na nuo|率 shuai lv|单 dan shan|曾 zeng ceng|沈 shen chen|薄 bo bao|藏 zang cang|扎 zha za|强 qiang jiang|
仔 zai zi|殷 yin yan|翟 zhai di|伽 jia qie|颉 jie xie|亘 gen xuan|菀 wan yuan|筠 yun jun
"""
_OTHER_READINGS = {
    char: tuple(readings)
    for char, *readings in (entry.split() for entry in _other_readings.replace("\n", " ").strip().split("|"))
    if len(readings) > 1
}
"""Characters of given names that are read in more than one way; the surname readings stand in lib.pinyin."""


class Features(NamedTuple):
    """The comparing form of a record. `names`: every way the person is called, the written one first.
    `employers`: keys of all organisations, as learned (see `employers`); `formers`: of those that a note says
    the person was at before."""

    names: tuple[NameKey, ...]
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    links: tuple[str, ...]
    employers: tuple[str, ...]
    titles: tuple[str, ...]
    formers: tuple[str, ...]

    @property
    def same_name(self) -> str:
        """One text for all orders of one spelling: of Chinese characters, their reading."""
        if not self.names:
            return ""
        name = self.names[-1]
        given, family = name.joined, name.family
        return f"{given} {family}" if given < family else f"{family} {given}"


def features_of(record: Record) -> Features:
    """Prepare one record."""
    name, other_names, emails, phones, links, jobs, notes, _ = record
    names = _names(record) if other_names else _of(name)
    employers: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    for organisation, title, _, _ in jobs:
        employers += keys_of[organisation]
        titles += _titles[title]
    slugs = tuple([slug for link in links if (slug := linkedin_key(link))]) if links else ()
    return Features(names, emails, phones, slugs, employers, titles, former_employers(notes) if notes else ())


def spellings(record: Record, aliases: Mapping[str, str]) -> dict[str, str]:
    """How the record itself writes what a reason speaks of: from the comparing form of its names, employers (under
    `aliases` too), titles and profiles to what stands in it."""
    written = {shown_name(key): _written(name) for name in (*record.other_names, record.name) for key in _of(name)}
    for job in record.jobs:
        written[fold(job.title)] = job.title
        for key in organisation_keys(job.organisation) if job.organisation else ():
            written[key] = written[aliases.get(key, key)] = job.organisation
    for link in record.links:
        if slug := linkedin_key(link):
            written[slug] = link
    return written


def shown_name(name: NameKey) -> str:
    """A folded name as reasons tell it."""
    return name.native or f"{' '.join(name.given)} {name.family}".strip()


def _written(name: PersonName) -> str:
    return name.native or f"{name.given} {name.family}".strip()


def former_employers(notes: Iterable[str]) -> tuple[str, ...]:
    """Keys of the employers that notes say somebody was at before: "ex-Cedar Foods", "formerly at …", 之前在…."""
    told = [part.strip() for note in notes for found in _former.finditer(note) for part in found.groups() if part]
    return tuple(dict.fromkeys(key for name in told for key in organisation_keys(name)))


_titles = Remembered(lambda title: (fold(title),) if title else ())


def _names(record: Record) -> tuple[NameKey, ...]:
    return tuple(dict.fromkeys(key for name in (record.name, *record.other_names) for key in _of(name)))


def _of(name: PersonName) -> tuple[NameKey, ...]:
    """A name as written; beside Chinese characters and another Latin name also its reading."""
    own = name_key(name)
    if not (own.given or own.family or own.native):
        return ()
    if not name.native or not name.reading:
        return (own,)
    family, _, given = name.reading.partition(" ")
    read = [
        name_key_of(one, family, name.native, name.nickname) for one in (given, *other_readings(name.native, given))
    ]
    return tuple(dict.fromkeys((own, *read)))


def other_readings(native: str, given: str) -> list[str]:
    """The given name as others may read it: 柏豪 is Bohao and Baihao."""
    chars = split_native(native)[1]
    found = []
    for char in set(chars) & _OTHER_READINGS.keys():
        usual = reading_parts(f"王{char}")[1].lower()
        found += [given.lower().replace(usual, other) for other in _OTHER_READINGS[char] if other != usual]
    return found
