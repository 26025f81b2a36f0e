"""The work asked about, as a seeker types it: the sentences read well for a field and for a job."""

import pytest

from askwell.outreach.choices import Channel
from askwell.outreach.rules.drafts import DraftFacts, Kind, compose
from askwell.people.choices import TieKind

ASKED = [
    ("en", "Supply planner", "to ask what it takes to become a supply planner?"),
    ("en", "HR Manager", "to ask what it takes to become an HR manager?"),
    ("en", "UX designer", "to ask what it takes to become a UX designer?"),
    ("en", "Accountant", "to ask what it takes to become an accountant?"),
    ("en", "Nurse", "to ask what it takes to become a nurse?"),
    ("en", "French teacher", "to ask what it takes to become a French teacher?"),
    ("en", "Supply planning", "to ask how people get into supply planning?"),
    ("en", "Nursing", "to ask how people get into nursing?"),
    ("en", "power", "to ask how people get into power?"),
    ("fr", "Supply planner", "pour me dire comment on devient supply planner?"),
    ("fr", "Infirmière", "pour me dire comment on devient infirmière?"),
    ("fr", "la logistique", "pour me dire comment on débute en logistique?"),
    ("zh-Hans", "供应链计划员", "听您说说怎么当上供应链计划员的，"),
    ("zh-Hans", "会计", "听您说说怎么当上会计的，"),
    ("zh-Hans", "供应计划", "听您说说供应计划这一行怎么入门，"),
    ("zh-Hans", "平面设计", "听您说说平面设计这一行怎么入门，"),
]


def facts(language: str, topic: str, **known: object) -> DraftFacts:
    told: dict[str, object] = {"channel": Channel.EMAIL, "tie": TieKind.ALUMNI, "given": "Aisha", "sender": "Mei Tan"}
    return DraftFacts(language=language, topic=topic, **{**told, **known})  # type: ignore[arg-type] # types differ


@pytest.mark.parametrize(("language", "topic", "words"), ASKED)
def test_the_question_fits_a_field_and_a_job(language: str, topic: str, words: str) -> None:
    assert words in compose(facts(language, topic)).body


@pytest.mark.parametrize(
    ("language", "topic", "words"),
    [
        ("en", "Supply planner", "a few questions about the work of a supply planner."),
        ("fr", "Infirmière", "quelques questions sur le travail d'infirmière."),
        ("fr", "comptabilité", "quelques questions sur le travail en comptabilité."),
        ("zh-Hans", "供应链计划员", "几个关于供应链计划员这份工作的问题。"),
    ],
)
def test_a_voicemail_names_the_work(language: str, topic: str, words: str) -> None:
    assert words in compose(facts(language, topic, channel=Channel.PHONE)).voicemail


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("tie", TieKind)
@pytest.mark.parametrize("kind", Kind)
def test_no_english_sentence_gets_into_a_person(channel: Channel, tie: TieKind, kind: Kind) -> None:
    for variant in range(3):
        draft = compose(facts("en", "Supply planner", channel=channel, tie=tie, kind=kind, variant=variant))
        said = f"{draft.subject} {draft.body} {draft.voicemail}"
        assert said.count("supply planner") == said.count("a supply planner")
        assert "Supply" not in said
