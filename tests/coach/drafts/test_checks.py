"""Single findings: severity, place in the text, facts and rewrites."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.coach.drafts import Code, Finding, Message, Severity, apply, by_rules, check, figures

GOOD_EN = (
    "Hi Aisha,\n\nLin Hua suggested that I write to you. I read that you moved from retail into planning two years "
    "ago. Could I ask you for 15 minutes, by phone or video, what surprised you most?\n\nThank you,\nMei Tan"
)
GOOD_ZH = "周敏您好：\n林华建议我联系您。听说您两年前从零售转到了计划。能请教您十五分钟吗？时间您定。\n谢谢！\n谭梅"


def english(text: str, **known: object) -> Message:
    fields: dict[str, object] = {
        "recipient": "Aisha Khan",
        "role": "supply planner",
        "organisation": "Tidewater Foods",
        "sender": "Mei Tan",
        **known,
    }
    return Message(text=text, **fields)  # type: ignore[arg-type]  # the fields' types differ


def chinese(text: str, **known: object) -> Message:
    return english(
        text,
        **{
            "language": "zh-Hans",
            "native": "周敏",
            "recipient": "Min Zhou",
            "organisation": "海潮食品",
            "sender": "谭梅",
            **known,
        },
    )


def only(code: Code, of: Message) -> Finding:
    [finding] = [finding for finding in check(of) if finding.code is code]
    return finding


def codes(of: Message) -> set[Code]:
    return {finding.code for finding in check(of)}


def ruled(of: Message) -> set[Code]:
    return {finding.code for finding in by_rules(of)}


def marked(of: Message, code: Code) -> str:
    finding = only(code, of)
    return of.text[finding.start : finding.end]


@pytest.mark.parametrize("of", [english(GOOD_EN), chinese(GOOD_ZH)])
def test_a_good_message_gets_only_praise(of: Message) -> None:
    assert codes(of) == {Code.LENGTH_GOOD, Code.NAMES_WHO_SENT_YOU, Code.ONE_ASK_AS_QUESTION}


def test_an_empty_text_has_no_findings_and_no_share() -> None:
    assert check(english("  \n")) == []
    assert figures(english("")).size == 0
    assert figures(english("")).share is None


@pytest.mark.parametrize(
    ("size", "code"),
    [(75, Code.LENGTH_GOOD), (76, None), (100, None), (101, Code.LONG), (120, Code.LONG), (121, Code.TOO_LONG)],
)
def test_english_words(size: int, code: Code | None) -> None:
    lengths = codes(english("word " * size)) & {Code.LENGTH_GOOD, Code.LONG, Code.TOO_LONG}
    assert lengths == ({code} if code else set())


@pytest.mark.parametrize(
    ("size", "code"),
    [(120, Code.LENGTH_GOOD), (121, None), (160, None), (161, Code.LONG), (200, Code.LONG), (201, Code.TOO_LONG)],
)
def test_chinese_characters_without_white_space(size: int, code: Code | None) -> None:
    lengths = codes(chinese("\n 好" * size)) & {Code.LENGTH_GOOD, Code.LONG, Code.TOO_LONG}
    assert lengths == ({code} if code else set())


@pytest.mark.parametrize(("size", "code"), [(300, Code.LENGTH_GOOD), (301, Code.TOO_LONG)])
def test_a_linkedin_note_counts_characters(size: int, code: Code) -> None:
    assert code in codes(english("x" * size, channel="linkedin"))


def test_what_is_beyond_the_limit_is_marked() -> None:
    of = english(" ".join(f"w{number}" for number in range(1, 124)))
    assert marked(of, Code.TOO_LONG) == "w121 w122 w123"
    assert only(Code.TOO_LONG, of).facts == {"size": 123, "unit": "words", "limit": 120}


def test_figures() -> None:
    shown = figures(english(GOOD_EN))
    assert (shown.size, shown.unit, shown.good, shown.long, shown.limit) == (41, "words", 75, 100, 120)
    assert figures(chinese(GOOD_ZH)).unit == "characters"
    assert figures(english(GOOD_EN, channel="linkedin")).limit == 300


def test_the_share_counts_clauses_by_their_pronouns() -> None:
    assert figures(english("Hi Aisha,\n\nYou lead the team of ten, and I like tea.")).share == 60  # six words to four
    assert figures(english("I know you well.")).share == 50


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Dear [Name],\n\nHello.", "[Name]"),
        ("Hi {{first_name}}, hello.", "{{first_name}}"),
        ("Dear XXX, hello.", "XXX"),
        ("Hi Aisha, I found you through (mutual friend).", "(mutual friend)"),
        ("Dear Mr./Ms. Khan, hello.", "Mr./Ms."),
        ("您好，【姓名】老师", "【姓名】"),
        ("我想了解某某公司的工作", "某某"),
        ("Bonjour (prénom),", "(prénom)"),
        ("I work at YOUR COMPANY HERE.", "YOUR COMPANY HERE"),
    ],
)
def test_a_slot_left_open_is_marked(text: str, slot: str) -> None:
    of = english(text)
    assert marked(of, Code.PLACEHOLDER_LEFT) == slot
    assert only(Code.PLACEHOLDER_LEFT, of).severity is Severity.STOP
    assert Code.WRONG_NAME not in codes(of)


@pytest.mark.parametrize(
    "text",
    [
        "I read « Les Affaires ».",
        "您在《物流周刊》的采访",
        "I work in HR (human resources).",
        "Your name came up.",
        "Mon nom est Li.",
    ],
)
def test_brackets_and_names_that_are_meant(text: str) -> None:
    assert Code.PLACEHOLDER_LEFT not in codes(english(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Dear Jessica,\n\nHello.", "Jessica"),
        ("Dear Ms. Brown,\n\nHello.", "Brown"),
        ("Hello, is this Tom Fischer? This is Mei.", "Tom"),
        ("李老师您好，谢谢。", "李"),
        ("Bonjour Madame Gagné,\n\nMerci.", "Gagné"),
    ],
)
def test_a_greeting_of_somebody_else(text: str, wrong: str) -> None:
    of = english(text, native="周敏")
    assert marked(of, Code.WRONG_NAME) == wrong
    assert only(Code.WRONG_NAME, of).facts["kind"] == "person"


@pytest.mark.parametrize(
    ("text", "recipient", "native"),
    [
        ("Hi Mike, hello.", "Michael Brown", ""),
        ("Dear Dr. Smith-Jones,", "Ann Smith-Jones", ""),
        ("Dear Ms. Zhou,", "", "周敏"),
        ("Hello Greg I watched your video.", "Greg MacLeod", ""),
        ("Dear Sir or Madam,", "Aisha Khan", ""),
        ("Hi. We both studied here.", "Aisha Khan", ""),
        ("周老师您好：", "Min Zhou", ""),
        ("周工好，", "", "周敏"),
        ("小敏你好，", "", "周敏"),
        ("陈老师您好，", "", "陳國棟"),
        ("Bonjour à vous,", "Aisha Khan", ""),
    ],
)
def test_a_greeting_that_fits(text: str, recipient: str, native: str) -> None:
    assert Code.WRONG_NAME not in codes(english(text, recipient=recipient, native=native))


@pytest.mark.parametrize(
    ("text", "organisation", "wrong"),
    [
        ("Hi Aisha, tell me about your work at Greenfield Drug Mart.", "Tidewater Foods", "Greenfield Drug Mart"),
        ("Hi Aisha, what is it like to work for Blue Ocean?", "Tidewater Foods", "Blue Ocean"),
        ("您好，想请教您在绿野药房的工作。", "海潮食品", "绿野药房"),
    ],
)
def test_another_firm_named_as_theirs(text: str, organisation: str, wrong: str) -> None:
    of = english(text, organisation=organisation)
    assert marked(of, Code.WRONG_NAME) == wrong
    assert only(Code.WRONG_NAME, of).facts["kind"] == "organisation"


@pytest.mark.parametrize(
    "text",
    [
        "Hi Aisha, tell me about your work at Tidewater.",
        "Hi Aisha, I worked at Greenfield Drug Mart before.",
        "Hi Aisha, your talk at the Data Meetup was fine.",
        "Hi Aisha, you spoke at Seneca College.",
    ],
)
def test_other_firms_that_may_be_named(text: str) -> None:
    assert Code.WRONG_NAME not in codes(english(text))


def test_asking_for_a_job_stops_and_offers_a_question_instead() -> None:
    of = english("Hi Aisha,\n\nWe met at the fair. Are you hiring planners? Could we talk for 15 minutes?\n\nMei Tan")
    finding = only(Code.ASKS_FOR_JOB, of)
    assert finding.severity is Severity.STOP
    assert marked(of, Code.ASKS_FOR_JOB) == "Are you hiring planners?"
    assert finding.rewrite == "What would you advise someone who is starting out in this work?"
    assert Code.ASKS_FOR_JOB not in codes(english(apply(of.text, finding)))


def test_a_second_job_ask_is_just_dropped() -> None:
    of = english("Are you hiring planners? Could you refer me for the job?")
    rewrites = [finding.rewrite for finding in check(of) if finding.code is Code.ASKS_FOR_JOB]
    asked = "Would you have 15 minutes to tell me what you would advise someone who is starting out in this work?"
    assert rewrites == [asked, ""]


def test_where_a_talk_is_asked_for_already_only_advice_is_asked_instead_of_a_job() -> None:
    of = english(GOOD_EN.replace("Could I ask", "Could you refer me for the job? Could I ask"))
    [finding] = [finding for finding in check(of) if finding.code is Code.ASKS_FOR_JOB]
    assert finding.rewrite == "What would you advise someone who is starting out in this work?"


def test_a_job_asked_for_in_the_subject_alone_counts() -> None:
    of = english(GOOD_EN, subject="Job application")
    assert only(Code.ASKS_FOR_JOB, of).facts == {"text": "Job application", "part": "subject"}


def test_asking_for_a_job_is_no_ask_for_a_conversation() -> None:
    assert Code.NO_ASK in codes(english("We met at the fair. Could you pass my resume to your manager?"))
    assert Code.NO_ASK not in codes(
        english("Can we have coffee? Maybe you can recommend me to your boss for a position.")
    )


@pytest.mark.parametrize(
    ("ask", "rewritten"),
    [
        ("Could we talk next week?", "Could we talk for 15 minutes next week?"),
        ("Would you be open to a call?", "Would you be open to a 15-minute call?"),
        ("Could we meet for coffee?", "Could we meet for 15 minutes for coffee?"),
        ("有时间可以聊聊吗？", "有时间可以聊十五分钟吗？"),
        ("能给您打个电话吗？", "能给您打个十五分钟的电话吗？"),
        ("Pourrait-on se parler bientôt?", "Pourrait-on se parler 15 minutes bientôt?"),
        ("Auriez-vous le temps pour un appel?", "Auriez-vous le temps pour un appel de 15 minutes?"),
    ],
)
def test_a_missing_time_bound_is_put_in(ask: str, rewritten: str) -> None:
    finding = only(Code.NO_TIME_BOUND, english(ask))
    assert finding.rewrite == rewritten
    assert Code.NO_TIME_BOUND not in codes(english(apply(ask, finding)))


@pytest.mark.parametrize(
    "text",
    [
        "Could we talk for half an hour?",
        "能请教您一刻钟吗？",
        "Could I call you for ten minutes?",
        "Auriez-vous un quart d'heure pour un appel?",
    ],
)
def test_ways_to_say_how_short(text: str) -> None:
    assert not {Code.NO_TIME_BOUND, Code.NO_ASK} & codes(english(text))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hi Aisha,\n\nI hope you are doing well. Lin Hua sent me.", "Hi Aisha,\n\nLin Hua sent me."),
        ("周敏您好：\n冒昧打扰您。林华介绍我联系您。", "周敏您好：\n林华介绍我联系您。"),
        ("周敏您好：\n冒昧打扰，林华介绍我联系您，想请教您十分钟。", "周敏您好：\n林华介绍我联系您，想请教您十分钟。"),
        ("Bonjour Aisha,\n\nJ'espère que vous allez bien. Lise Roy m'envoie.", "Bonjour Aisha,\n\nLise Roy m'envoie."),
    ],
)
def test_a_formula_opening_is_dropped(text: str, left: str) -> None:
    finding = only(Code.FORMULA_OPENING, english(text))
    assert apply(text, finding) == left


def test_an_ask_behind_long_supporting_talk_is_buried() -> None:
    talk = "I bought packaging for a tea company in Suzhou and finished a diploma here last year. " * 3
    of = english(f"Hi Aisha,\n\n{talk}Could I ask you for 15 minutes?\n\nMei Tan")
    assert only(Code.ASK_BURIED, of).facts == {"before": 48, "unit": "words"}
    assert Code.ASK_BURIED not in codes(english(f"Hi Aisha,\n\nCould I ask you for 15 minutes? {talk}\n\nMei Tan"))


def test_who_sent_the_writer_is_praised_when_named_in_full() -> None:
    assert only(Code.NAMES_WHO_SENT_YOU, english(GOOD_EN)).facts == {"name": "Lin Hua"}
    assert only(Code.NAMES_WHO_SENT_YOU, chinese(GOOD_ZH)).facts == {"name": "林华"}
    assert Code.NAMES_WHO_SENT_YOU not in codes(english("Hi Aisha, Mrs. Lee suggested that I write to you."))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I am begging you, you are my only hope.", Code.BEGGING),
        ("求求您帮帮我，我走投无路了。", Code.BEGGING),
        ("I attach my resume for you.", Code.ATTACHES_RESUME),
        ("附件是我的简历。", Code.ATTACHES_RESUME),
        ("Vous trouverez mon CV en pièce jointe.", Code.ATTACHES_RESUME),
        ("ACT NOW, this is a limited time offer!!!", Code.SPAM_WORDS),
        ("I read your post. 我也想转行做财务，希望能请教您。", Code.LANGUAGE_MISMATCH),
    ],
)
def test_manner(text: str, code: Code) -> None:
    assert code in codes(english(text))


@pytest.mark.parametrize(
    "text",
    [
        "Sorry to bother you, could we talk for 15 minutes?",
        "I am not attaching my resume.",
        "I studied for the NCLEX and the CELPIP.",
        "Dear 周敏, could we talk for 15 minutes?",
    ],
)
def test_manner_that_is_fine(text: str) -> None:
    unkind = {Code.BEGGING, Code.ATTACHES_RESUME, Code.SPAM_WORDS, Code.LANGUAGE_MISMATCH}
    assert not codes(english(text)) & unkind


def test_four_sentences_in_a_row_about_the_writer() -> None:
    of = english(
        "Hi Aisha,\n\nI have a degree. I won a prize. I speak two languages. My dream is a house. Can we talk?"
    )
    assert only(Code.SELF_CENTRED, of).facts == {"sentences": 4}
    assert Code.MORE_ABOUT_YOU in codes(of)


def test_a_nudge_need_not_say_again_why_and_how_short() -> None:
    text = "Hi Aisha,\n\nI wrote to you last week. Would you answer one question: where would you start?"
    assert codes(english(text, follow_up=True)) == {Code.LENGTH_GOOD, Code.ONE_ASK_AS_QUESTION}


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=300),
    st.sampled_from(["en", "fr", "zh-Hans"]),
    st.sampled_from(["email", "linkedin", "phone", "wechat", "in_person"]),
)
def test_any_text_is_judged_and_every_finding_lies_within_it(text: str, language: str, channel: str) -> None:
    of = english(text, language=language, channel=channel, subject=text[:40])
    for finding in check(of):
        assert 0 <= finding.start <= finding.end <= len(text)
    assert figures(of).size >= 0


def test_the_draft_of_the_writing_page() -> None:
    of = english(
        "Dear Ms. Khan,\nI hope you are doing well. My name is Mei Tan. I bought packaging for six years in Suzhou and "
        "finished the supply chain diploma at Fraser Ridge. Lin Hua told me you moved from retail into supply planning "
        "two years ago.\nCould you spare 15 minutes, by phone or video, whenever suits you, to tell me what surprised "
        "you most?\nBest regards,\nMei Tan"
    )
    assert {finding.code for finding in check(of) if finding.severity is not Severity.GOOD} == {
        Code.FORMULA_OPENING,
        Code.MORE_ABOUT_YOU,
        Code.ASK_BURIED,
    }
    assert figures(of).size == 68
    assert figures(of).share == 41


@pytest.mark.parametrize("last", ["谢谢，方便内推吗", "方便内推吗", "期待您帮我内推"])
def test_thanks_at_the_end_do_not_hide_that_a_job_is_asked_for(last: str) -> None:
    assert Code.ASKS_FOR_JOB in codes(chinese(f"周敏您好：\n林华建议我联系您。\n{last}"))


@pytest.mark.parametrize("last", ["谢谢您！", "期待您的回复。", "祝好"])
def test_a_plain_chinese_farewell_stays_one(last: str) -> None:
    assert Code.ASKS_FOR_JOB not in codes(chinese(GOOD_ZH.replace("谢谢！", last)))


CLOSING_QUESTIONS = [
    "方便的话能聊15分钟吗", "谢谢，方便的话能聊15分钟吗", "期待能请教您15分钟，不知方不方便", "能否请教您15分钟",
    "可否请教您15分钟。", "您什么时候方便聊15分钟呢",
]  # fmt: skip


@pytest.mark.parametrize("last", CLOSING_QUESTIONS)
def test_a_closing_chinese_question_without_a_mark_is_an_ask(last: str) -> None:
    found = codes(chinese(f"周敏您好：\n林华建议我联系您。听说您两年前从零售转到了计划。\n{last}"))
    assert found == {Code.LENGTH_GOOD, Code.NAMES_WHO_SENT_YOU, Code.ONE_ASK_AS_QUESTION}


@pytest.mark.parametrize("last", ["谢谢您！", "期待您的回复", "多谢", "祝好"])
def test_thanks_without_a_question_ask_nothing(last: str) -> None:
    assert Code.NO_ASK in ruled(chinese(f"周敏您好：\n林华建议我联系您。听说您两年前从零售转到了计划。\n{last}"))


def test_a_polite_word_before_the_title_is_no_name() -> None:
    ask = "\n\nCould I ask you three questions, 15 minutes by phone this week?\nLin"
    other = check(Message(recipient="Beatriz Alonso", sender="Lin Chen", text="Dear Respected Ms. Chen," + ask))
    right = check(Message(recipient="Beatriz Alonso", sender="Lin Chen", text="Dear Respected Ms. Alonso," + ask))
    assert [one.facts["text"] for one in other if one.code is Code.WRONG_NAME] == ["Chen"]
    assert Code.WRONG_NAME not in {one.code for one in right}


@pytest.mark.parametrize(
    ("text", "is_begging"),
    [
        ("李老师您好：冒昧打扰，实在万分抱歉。恳请您这两周抽十五分钟跟我聊聊社区护理。王强", True),
        ("李老师您好：打扰您了。这两周能请您抽十五分钟跟我聊聊社区护理吗？王强", False),
        ("Hi Na, sorry to bother you. Could I ask you three questions by phone this week? Wei", False),
        ("Bonjour Na, désolée de vous déranger. Auriez-vous quinze minutes cette semaine? Wei", False),
    ],
)
def test_one_apology_is_polite_and_ten_thousand_are_too_many(text: str, is_begging: bool) -> None:
    found = {one.code for one in check(Message(recipient="Li Na", native="李娜", sender="王强", text=text))}
    assert (Code.BEGGING in found) is is_begging
