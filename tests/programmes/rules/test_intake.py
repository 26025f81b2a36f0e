"""What cannot be is named, the rest is matched."""

from askwell.programmes.choices import Barrier, Fault
from askwell.programmes.rules.intake import Problem, admit
from askwell.programmes.rules.people import Insider, Round, Seeker, Window
from askwell.programmes.rules.solving import solve

HOURS = (Window(600, 720),)


def seeker(name: str, **said: object) -> Seeker:
    return Seeker(**{"id": name, "goals": {"tax": 1}, "languages": ("en",), "level": "entry", "wanted": 1,
                     "windows": HOURS, **said})  # type: ignore[arg-type]  # fmt: skip


def insider(name: str, **said: object) -> Insider:
    return Insider(**{"id": name, "topics": ("tax",), "languages": ("en",), "level": "mid", "capacity": 1,
                      "windows": HOURS, **said})  # type: ignore[arg-type]  # fmt: skip


def test_every_fault_is_named_and_the_rest_is_matched() -> None:
    seekers = (
        seeker("good"),
        seeker("good"),
        seeker("hours", windows=(Window(720, 600), Window(600, 640), Window(-30, 60), Window(11_000, 11_100))),
        seeker("silent", languages=()),
        seeker("aimless", goals={"tax": 0}),
        seeker("none", wanted=0),
        seeker("many", wanted=9),
        seeker("level", level="boss"),
    )
    insiders = (
        insider("kind", capacity=4, account="lin@cedar.example"),
        insider("again", account="lin@cedar.example"),
        insider("full", capacity=0),
        insider("less", capacity=-1),
        insider("vague", topics=(), capacity=4),
    )
    fit, problems = admit(Round(seekers, insiders, {("good", "nobody"): "family"}))
    assert problems == [
        Problem(Fault.SAME_ID, ("good",)),
        Problem(Fault.TWO_ACCOUNTS, ("kind", "again")),
        Problem(Fault.IMPOSSIBLE_WINDOW, ("hours",), ("720", "600")),
        Problem(Fault.IMPOSSIBLE_WINDOW, ("hours",), ("600", "640")),
        Problem(Fault.IMPOSSIBLE_WINDOW, ("hours",), ("-30", "60")),
        Problem(Fault.IMPOSSIBLE_WINDOW, ("hours",), ("11000", "11100")),
        Problem(Fault.NO_HOURS, ("hours",)),
        Problem(Fault.NO_LANGUAGE, ("silent",)),
        Problem(Fault.GOAL_WITHOUT_WEIGHT, ("aimless",), ("tax",)),
        Problem(Fault.NO_GOALS, ("aimless",)),
        Problem(Fault.WANTS_NONE, ("none",), ("0",)),
        Problem(Fault.WANTS_TOO_MANY, ("many",), ("9",)),
        Problem(Fault.UNKNOWN_LEVEL, ("level",), ("boss",)),
        Problem(Fault.NO_CAPACITY, ("full",)),
        Problem(Fault.NEGATIVE_CAPACITY, ("less",), ("-1",)),
        Problem(Fault.NO_TOPICS, ("vague",)),
        Problem(Fault.UNKNOWN_PERSON, ("good", "nobody")),
    ]
    solution = solve(fit)
    assert {pair[0] for pair in solution.matches} == {"good", "aimless", "many", "level"}
    assert solution.optimum.proven


def test_pins_that_cannot_be_kept() -> None:
    people = Round(
        (seeker("s"), seeker("t"), seeker("u", languages=("fr",))),
        (insider("i"), insider("j", capacity=2)),
        pins=frozenset({("s", "i"), ("s", "j"), ("t", "i"), ("u", "j"), ("u", "x")}),
    )
    fit, problems = admit(people)
    assert problems == [
        Problem(Fault.UNKNOWN_PERSON, ("u", "x")),
        Problem(Fault.PIN_OVER_WANTED, ("s", "j")),
        Problem(Fault.PIN_OVER_CAPACITY, ("t", "i")),
        Problem(Fault.PIN_NOT_ALLOWED, ("u", "j"), (Barrier.LANGUAGE,)),
    ]
    assert fit.pins == {("s", "i")}
    assert solve(fit).matches == [("s", "i"), ("t", "j")]
