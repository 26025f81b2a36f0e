"""How two people know each other, as somebody noted it in a few words, made fit for a sentence.

The note is free: a school, "class of 2017", "group work in Logistics II", "port careers evening", "my first manager".
What it is decides how it can be said; what nobody could say is left out.
"""

import re

_CLASS = re.compile(r"(?:the |our )?class of (\d{4})|promotion (?:de |of )?(\d{4})|(\d{4}) ?[级届]", re.I)
_SCHOOL = re.compile(r"universit|colleg|école|ecole|cégep|school|institut|polytechni|academ|[大中小]学|学院", re.I)
_WITH_YEAR = re.compile(r",? \(?class of \d{4}\)?$", re.I)
_DONE = re.compile(r"\b(?:group work|projects?|assignments?|thesis|presentations?|labs?|work|case)\b", re.I)
_TAKEN = re.compile(r"\b(?:courses?|class|classes|seminars?|workshops?|teams?|clubs?|study group|choir|band)\b", re.I)
_PERSON = re.compile(
    r"\b(?:manager|boss|supervisor|teacher|professor|mentor|coach|friend|colleague|neighbou?r|roommate|classmate|"
    r"cousin|uncle|aunt)s?$",
    re.I,
)
_DETERMINED = re.compile(r"(?:the|an?|my|our|your|his|her|their|this|that|some)\b|\d", re.I)


def class_year(note: str) -> str:
    """The year of a class that both were in; empty where the note says something else."""
    found = _CLASS.fullmatch(note)
    return next(filter(None, found.groups())) if found else ""


def together(note: str) -> str:
    """In English what they did together ("did the group work in Logistics II"); empty where it is nothing like it."""
    if class_year(note) or _SCHOOL.search(note) or _PERSON.search(note):
        return ""
    if _DONE.search(note):
        return f"did {with_the(note)}"
    return f"were in {with_the(note)}" if _TAKEN.search(note) else ""


def school(note: str) -> str:
    """The school in the note, without the year of the class; empty where it names none."""
    note = _WITH_YEAR.sub("", note)
    return "" if class_year(note) or together(note) or _PERSON.search(note) else note


def occasion(note: str) -> str:
    """The note where it can be an event rather than a person."""
    return "" if _PERSON.search(note) else note


def with_the(note: str) -> str:
    """An English common noun with its article: the port careers evening; a name stays bare."""
    return f"the {note}" if note[:1].islower() and not _DETERMINED.match(note) else note
