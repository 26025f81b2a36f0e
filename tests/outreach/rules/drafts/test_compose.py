"""Composed messages: nothing unfilled, within the limits, and nothing for the coach to find."""

import re
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from askwell.coach import drafts as coach
from askwell.outreach.choices import Channel
from askwell.outreach.rules import guard
from askwell.outreach.rules.drafts import Draft, DraftFacts, Kind, compose
from askwell.outreach.rules.drafts.compose import as_message
from askwell.people.choices import Strength, TieKind

HAN = re.compile("[\u4e00-\u9fff]")
KNOWN = {
    "en": {
        "given": "Aisha",
        "family": "Khan",
        "organisation": "Tidewater Foods",
        "title": "Supply Planner",
        "introducer": "Lin Hua",
        "event": "the Fraser Ridge fair",
        "school": "Fraser Ridge College",
        "programme": "the Connector Program",
        "did": "you moved from retail into planning two years ago",
        "sender": "Mei Tan",
        "about_me": "I bought packaging for six years in Suzhou",
        "topic": "supply planning",
        "news": "I finished the first course",
    },
    "fr": {
        "given": "Aïcha",
        "family": "Khan",
        "organisation": "Aliments Marée",
        "title": "planificatrice",
        "introducer": "Lise Roy",
        "event": "le Salon des métiers",
        "school": "l'Université Laval",
        "programme": "le programme Connexion",
        "did": "vous avez quitté le commerce il y a deux ans",
        "sender": "Mei Tan",
        "about_me": "J'ai acheté des emballages pendant six ans",
        "topic": "la planification",
        "news": "j'ai terminé le premier cours",
    },
    "zh-Hans": {
        "given": "Min",
        "family": "Zhou",
        "native": "周敏",
        "organisation": "海潮食品",
        "title": "供应计划主管",
        "introducer": "林华",
        "event": "数据聚会",
        "school": "浙江大学",
        "programme": "连接项目",
        "did": "您两年前从零售转到了计划",
        "sender": "谭梅",
        "about_me": "我在苏州做过六年采购",
        "topic": "供应计划",
        "news": "我学完了第一门课",
    },
}
LANGUAGES = sorted(KNOWN)


def facts(language: str, **changes: object) -> DraftFacts:
    known: dict[str, object] = {"channel": Channel.EMAIL, **KNOWN[language], **changes}
    return DraftFacts(language=language, **known)  # type: ignore[arg-type]  # the fields' types differ


def faults(draft: Draft, of: DraftFacts) -> set[coach.Code]:
    return {
        finding.code for finding in coach.check(as_message(draft, of)) if finding.severity is not coach.Severity.GOOD
    }


def tolerated(of: DraftFacts) -> set[coach.Code]:
    """A stranger of whom nothing particular is known is no connection; without a role or a firm, generic."""
    if of.tie is not TieKind.NONE or of.did or of.own_company:
        return set()
    return {coach.Code.NO_CONNECTION} if of.title or of.organisation else {coach.Code.NO_CONNECTION, coach.Code.GENERIC}


def assert_well_formed(draft: Draft, of: DraftFacts) -> None:
    for text in (draft.subject, draft.body, draft.voicemail):
        assert not re.search(
            r"[\[\]{}<>]|None|  |\n\n\n|^\s|\s$|[,，、;:：]\s*$| [,.!?]|,,|\.\.|，。|，，|。。", text
        ), text
    assert len(re.findall("[?？]", draft.body)) == 1
    limit = coach.figures(as_message(draft, of)).good
    assert coach.size(draft.body, channel=draft.channel, language=draft.language) <= limit
    if draft.channel is Channel.LINKEDIN:
        assert len(draft.body) <= 300
    if draft.language == "zh-Hans":
        assert HAN.search(draft.body)
    else:
        assert not HAN.search(draft.body)
    assert faults(draft, of) <= tolerated(of)


EVERY = list(product(LANGUAGES, Channel, TieKind))


@pytest.mark.parametrize(("language", "channel", "tie"), EVERY)
def test_every_message_is_well_formed_and_passes_the_coach(language: str, channel: Channel, tie: TieKind) -> None:
    for kind, variant in product(Kind, range(3)):
        of = facts(language, channel=channel, tie=tie, kind=kind, variant=variant, own_company=variant == 2)
        assert_well_formed(compose(of), of)


@settings(max_examples=300, deadline=None)
@given(
    language=st.sampled_from(LANGUAGES),
    channel=st.sampled_from(Channel),
    tie=st.sampled_from(TieKind),
    kind=st.sampled_from(Kind),
    strength=st.sampled_from(Strength),
    missing=st.sets(st.sampled_from([*KNOWN["en"], "native"])),
    variant=st.integers(0, 8),
    minutes=st.sampled_from([15, 20]),
    own_company=st.booleans(),
)
def test_missing_facts_change_the_sentence_and_leave_no_gap(
    language: str,
    channel: Channel,
    tie: TieKind,
    kind: Kind,
    strength: Strength,
    missing: set[str],
    variant: int,
    minutes: int,
    own_company: bool,
) -> None:
    of = facts(
        language,
        channel=channel,
        tie=tie,
        kind=kind,
        strength=strength,
        variant=variant,
        minutes=minutes,
        own_company=own_company,
        **dict.fromkeys(missing, ""),
    )
    assert_well_formed(compose(of), of)


FREE = ("event", "topic", "did", "about_me", "news", "programme")
MORE_WORDS = {
    "en": {"event": "the port careers evening", "about_me": "planned supply", "did": "moved to planning"},
    "fr": {"event": "une soirée carrières au port", "topic": "la planification des achats"},
    "zh-Hans": {"event": "港口招聘夜"},
}


@settings(max_examples=300, deadline=None)
@given(
    language=st.sampled_from(LANGUAGES),
    other=st.sampled_from(LANGUAGES),
    channel=st.sampled_from(Channel),
    tie=st.sampled_from(TieKind),
    kind=st.sampled_from(Kind),
    foreign=st.sets(st.sampled_from(FREE), min_size=1),
    variant=st.integers(0, 2),
    more=st.booleans(),
)
def test_free_words_of_another_language_are_not_mixed_in(
    language: str,
    other: str,
    channel: Channel,
    tie: TieKind,
    kind: Kind,
    foreign: set[str],
    variant: int,
    more: bool,
) -> None:
    assume(other != language)
    words = {**KNOWN[other], **(MORE_WORDS[other] if more else {})}
    if {language, other} == {"en", "fr"}:  # a bare "supply planning" or "moved to planning" is anybody's
        foreign = {name for name in foreign if name not in ("topic", "did", "about_me") or other == "fr"}
    of = facts(language, channel=channel, tie=tie, kind=kind, variant=variant, **{n: words[n] for n in foreign})
    draft = compose(of)
    for name in foreign:
        assert words[name] not in f"{draft.subject}\n{draft.body}\n{draft.voicemail}"
    assert_well_formed(draft, replace(of, **dict.fromkeys(foreign, "")))


@pytest.mark.parametrize(
    ("language", "event", "said"),
    [
        ("fr", "the port careers evening", False),
        ("fr", "Harbour job fair", False),
        ("fr", "PyCon", True),
        ("zh-Hans", "the port careers evening", False),
        ("zh-Hans", "PyCon", True),
        ("zh-Hans", "Harbour 招聘会", True),
        ("en", "le Salon des métiers", False),
        ("en", "the Montréal job fair", True),
    ],
)
def test_an_event_is_named_where_its_name_reads_in_the_language(language: str, event: str, said: bool) -> None:
    body = compose(facts(language, tie=TieKind.MET_AT_EVENT, event=event)).body
    assert (event in body) is said


@pytest.mark.parametrize(
    ("topic", "said"), [("supply planning", False), ("Nursing", False), ("IT", True), ("UX", True)]
)
def test_a_chinese_draft_names_a_latin_field_only_by_its_acronym(topic: str, said: bool) -> None:
    body = compose(facts("zh-Hans", tie=TieKind.INTRODUCED, topic=topic)).body
    assert (topic in body) is said


@settings(max_examples=200, deadline=None)
@given(
    language=st.sampled_from(LANGUAGES),
    tie=st.sampled_from(TieKind),
    kind=st.sampled_from(Kind),
    field=st.sampled_from(list(KNOWN["en"])),
    text=st.text(max_size=400),
)
def test_a_linkedin_note_fits_whatever_the_facts(
    language: str, tie: TieKind, kind: Kind, field: str, text: str
) -> None:
    draft = compose(facts(language, channel=Channel.LINKEDIN, tie=tie, kind=kind, **{field: text}))
    assert 0 < len(draft.body) <= 300


@pytest.mark.parametrize(("language", "channel", "tie"), EVERY)
def test_two_colleagues_get_different_words(language: str, channel: Channel, tie: TieKind) -> None:
    one, other = (
        compose(facts(language, channel=channel, tie=tie, variant=variant, did="", about_me="")) for variant in (0, 1)
    )
    assert guard.similarity(one.body, other.body) < guard.NEAR


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_introducer_is_named_in_full_in_the_first_sentence(language: str) -> None:
    of = facts(language, tie=TieKind.INTRODUCED)
    first = re.split(r"(?<=[.。])", compose(of).body)[0]
    assert of.introducer in first


@pytest.mark.parametrize(
    ("tie", "strength", "greeting"),
    [
        (TieKind.NONE, Strength.SLIGHT, "周敏您好："),
        (TieKind.PROFESSOR, Strength.GOOD, "周老师您好："),
        (TieKind.FRIEND, Strength.SLIGHT, "周敏，你好："),
        (TieKind.COLLEAGUE, Strength.SLIGHT, "周敏您好："),
        (TieKind.COLLEAGUE, Strength.CLOSE, "周敏，你好："),
    ],
)
def test_chinese_address_follows_the_tie(tie: TieKind, strength: Strength, greeting: str) -> None:
    body = compose(facts("zh-Hans", tie=tie, strength=strength)).body
    assert body.splitlines()[0] == greeting
    assert ("您" in body) is ("您" in greeting)


def test_a_two_character_given_name_is_enough_among_friends() -> None:
    assert compose(facts("zh-Hans", tie=TieKind.FRIEND, native="陈国栋")).body.startswith("国栋，你好：")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nobodys_gender_is_guessed(language: str) -> None:
    for tie, channel in product(TieKind, Channel):
        body = compose(facts(language, tie=tie, channel=channel, given="")).body
        assert not re.search(r"\b(?:Mr|Ms|Mrs|Sir|Madam|Monsieur|Madame|M\.|Mme)\b", body)


def test_french_says_tu_to_friends_and_drops_a_phrase_in_the_other_address() -> None:
    body = compose(facts("fr", tie=TieKind.FRIEND, did="vous avez quitté le commerce")).body
    assert not re.search(r"\b(?:vous|votre)\b", body, re.I)
    assert "tu as quitté" in compose(facts("fr", tie=TieKind.FRIEND, did="tu as quitté le commerce")).body


def test_french_articles_contract_with_their_preposition() -> None:
    assert "au Salon des métiers" in compose(facts("fr", tie=TieKind.MET_AT_EVENT)).body


@pytest.mark.parametrize(
    ("did", "said"),
    [
        ("you moved from retail into planning", "I understand that you moved from retail into planning."),
        ("Your talk on oysters.", "I keep thinking about your talk on oysters."),
        ("from retail into planning", "One thing about you caught my eye: from retail into planning."),
    ],
)
def test_a_free_phrase_about_them_becomes_a_sentence(did: str, said: str) -> None:
    assert said in compose(facts("en", tie=TieKind.INTRODUCED, did=did)).body


@pytest.mark.parametrize(
    ("language", "about", "said"),
    [
        ("en", "planned supply for five years", "I planned supply for five years."),
        ("en", "Planned supply for five years.", "I planned supply for five years."),
        ("en", "I planned supply for five years", "I planned supply for five years."),
        ("en", "five years in supply planning", "A word about me: five years in supply planning."),
        ("zh-Hans", "在苏州做过六年采购", "我在苏州做过六年采购。"),
        ("zh-Hans", "我在苏州做过六年采购", "我在苏州做过六年采购。"),
        ("zh-Hans", "六年采购经验", "我有六年采购经验。"),
        ("fr", "j'ai planifié pendant six ans", "De mon côté, j'ai planifié pendant six ans."),
        ("fr", "ai planifié pendant six ans", "J'ai planifié pendant six ans."),
        ("fr", "planifié pendant six ans", "J'ai planifié pendant six ans."),
    ],
)
def test_the_clause_about_the_writer_has_a_subject(language: str, about: str, said: str) -> None:
    for variant in range(3 if language != "zh-Hans" else 1):  # the longer Chinese wordings leave it out
        body = compose(facts(language, tie=TieKind.INTRODUCED, about_me=about, did="", variant=variant)).body
        assert re.search(rf"(?:^|[ \n。？]){re.escape(said)}", body), body


def test_what_the_reader_cannot_read_is_left_out() -> None:
    body = compose(facts("en", tie=TieKind.INTRODUCED, organisation="健康栈", topic="供应计划", did="您转行了")).body
    assert not HAN.search(body)
    assert "Lin Hua" in body


def test_an_open_slot_in_a_fact_is_left_out() -> None:
    of = facts("en", tie=TieKind.INTRODUCED, topic="[your field]", did="", about_me="")
    assert "field" not in compose(of).body


def test_a_native_name_alone_is_greeted_by_its_reading_in_english() -> None:
    of = facts("en", given="", family="", native="周敏", tie=TieKind.PROFESSOR)
    assert compose(of).body.startswith("Dear Professor Zhou,")
    assert compose(replace(of, tie=TieKind.INTRODUCED)).body.startswith("Hi Min,")


def test_inside_the_own_company_the_message_says_so_and_asks_about_growing_here() -> None:
    body = compose(facts("en", tie=TieKind.COLLEAGUE, own_company=True, did="")).body
    assert "We both work at Tidewater Foods" in body
    assert "grow into supply planning" in body


def test_a_nudge_answers_the_first_message_adds_a_question_and_makes_no_easy() -> None:
    draft = compose(facts("en", kind=Kind.NUDGE, tie=TieKind.INTRODUCED, earlier_subject="Lin Hua suggested I write"))
    assert draft.subject == "Re: Lin Hua suggested I write"
    assert "Since then, I finished the first course." in draft.body
    assert "a simple no is perfectly fine" in draft.body
    assert "15" not in draft.body


def test_an_answer_to_an_answer_is_not_marked_twice() -> None:
    assert compose(facts("en", kind=Kind.NUDGE, earlier_subject="Re: Planning")).subject == "Re: Planning"


def test_only_an_email_has_a_subject_and_only_a_call_has_words_for_voicemail() -> None:
    drafts = {channel: compose(facts("en", channel=channel, tie=TieKind.INTRODUCED)) for channel in Channel}
    assert {channel for channel, draft in drafts.items() if draft.subject} == {Channel.EMAIL}
    assert {channel for channel, draft in drafts.items() if draft.voicemail} == {Channel.PHONE}
    assert "Lin Hua suggested that I call" in drafts[Channel.PHONE].voicemail


def test_in_person_leaves_a_way_out() -> None:
    assert "just say so" in compose(facts("en", channel=Channel.IN_PERSON, tie=TieKind.INTRODUCED)).body


def test_minutes_are_said_as_people_say_them() -> None:
    assert "二十分钟" in compose(facts("zh-Hans", minutes=20)).body
    assert "20 minutes" in compose(facts("en", minutes=20)).body


@pytest.mark.parametrize("changes", [{"minutes": 90}, {"minutes": 0}])
def test_refuses_a_talk_of_no_sensible_length(changes: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="minutes"):
        compose(facts("en", **changes))


def test_refuses_a_language_it_does_not_write() -> None:
    with pytest.raises(ValueError, match="de"):
        compose(replace(facts("en"), language="de"))


def test_the_language_code_may_be_in_any_case() -> None:
    assert compose(replace(facts("zh-Hans"), language="zh-hans")).language == "zh-Hans"


REACH = {
    "en": ("Bo Wong", "Northwind Foods"),
    "fr": ("Bo Wong", "Aliments Boréal"),
    "zh-Hans": ("王波", "北风食品"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.LINKEDIN, Channel.WECHAT, Channel.PHONE])
@pytest.mark.parametrize("tie", list(TieKind))
def test_an_introduction_is_asked_for_by_name_without_asking_for_a_job(
    language: str, channel: Channel, tie: TieKind
) -> None:
    name, employer = REACH[language]
    for variant in range(3):
        asked = facts(language, channel=channel, tie=tie, variant=variant, reach=name, reach_employer=employer)
        draft = compose(asked)
        assert name in draft.body
        assert faults(draft, asked) <= {coach.Code.NO_CONNECTION, coach.Code.GENERIC}
        assert channel is not Channel.EMAIL or name in draft.subject


NOTED = [
    (TieKind.ALUMNI, "class of 2017", "in the class of 2017"),
    (TieKind.CLASSMATE, "class of 2020", "in the class of 2020"),
    (TieKind.CLASSMATE, "group work in Logistics II", "we did the group work in Logistics II together"),
    (TieKind.ALUMNI, "Fraser Ridge, class of 2016", "Fraser Ridge, "),
    (TieKind.ALUMNI, "my first manager", "the same school"),
]


@pytest.mark.parametrize(("tie", "note", "said"), NOTED, ids=[note for _tie, note, _said in NOTED])
def test_how_they_know_each_other_is_said_as_people_say_it(tie: TieKind, note: str, said: str) -> None:
    facts = DraftFacts(
        channel=Channel.EMAIL, language="en", tie=tie, school=note, given="Aisha", sender="Mei", variant=1
    )
    texts = [compose(replace(facts, variant=variant)) for variant in range(3)]
    assert any(said.lower() in text.body.lower() for text in texts)
    for text in texts:
        both = f"{text.subject} {text.body}"
        assert not re.search(r"(?:at|of) (?:class of|group work|my first)", both), both
        assert "class of 2016" not in both


def test_an_event_gets_its_article_and_a_person_is_no_event() -> None:
    facts = DraftFacts(channel=Channel.EMAIL, language="en", tie=TieKind.MET_AT_EVENT, given="Aisha", sender="Mei")
    assert "at the port careers evening" in compose(replace(facts, event="port careers evening")).body
    assert "at Fraser Ridge Night" in compose(replace(facts, event="Fraser Ridge Night")).body
    assert "manager" not in compose(replace(facts, event="my first manager")).body
