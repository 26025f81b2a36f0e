"""The English sentences."""

import re

from askwell.outreach.choices import Channel
from askwell.outreach.rules.drafts.english_reasons import REASONS
from askwell.outreach.rules.drafts.met import with_the
from askwell.outreach.rules.drafts.occupation import lowered, with_article
from askwell.outreach.rules.drafts.wording import Register, Wording
from askwell.people.choices import TieKind

_GREETINGS = {
    Channel.EMAIL: (("Hi {given},", "Hello {given},"), ("Hello,",)),
    Channel.LINKEDIN: (("Hi {given},",), ("Hello,",)),
    Channel.WECHAT: (("Hi {given}, this is {me}.",), ("Hi {given},",), ("Hello, this is {me}.",), ("Hello,",)),
    Channel.PHONE: (("Hello {given}, my name is {me}.", "Hello {given}, this is {me}."), ("Hello, my name is {me}.",),
                    ("Hello {given}.",), ("Hello.",)),
    Channel.IN_PERSON: (("Hi {given}, I'm {me}.", "Hello {given}, my name is {me}."), ("Hello, I'm {me}.",),
                        ("Hi {given}.",), ("Hello.",)),
}  # fmt: skip

_ABOUT_JOB = ("what it takes to become {job}", "what the work {of_job} is really like", "how you see the work {of_job}")
_ABOUT = (
    ("how people get into {topic}", "what {topic} is really like", "how you see {topic}"),
    _ABOUT_JOB,
    ("your work as {title}", "what a week as {title} looks like"),
    ("your work at {organisation}", "what a week at {organisation} looks like"),
    ("your work and how you came to it", "what your weeks look like"),
)
_ABOUT_AFTER_ROLE = (
    ("how people get into {topic}", "what {topic} is really like", "how you see {topic}"),
    _ABOUT_JOB,
    ("how you came to it and what a week looks like", "what you would tell someone new to it"),
)
_ABOUT_INSIDE = (
    ("how people here grow into {topic}", "what {topic} is like here", "how you see {topic} here"),
    ("what it takes to become {job} here", "what the work {of_job} is like here"),
    ("how your side of the company works", "how you see people here move from one team to another"),
)
_INSIDE_NOTE = (
    ("You also know a side of {organisation} that I don't.",),
    ("You also know a side of our company that I don't.",),
)
_SECOND = (
    (
        "If a colleague of yours is a better person to ask, I would be glad to hear it.",
        "If you know someone closer to this, a name would help me as much.",
        "And if someone near you knows more about it, please just say so.",
    ),
)
_WAY_OUT = {
    Channel.PHONE: (
        ("If now is a bad moment, I am happy to call back.", "If this is a bad time, please just say so."),
    ),
    Channel.IN_PERSON: (("If it does not fit, just say so; that is fine.", "And if not, no harm done at all."),),
}
_NUDGES = (
    (
        "I wrote to you a little while ago, at {introducer}'s suggestion.",
        "You may have seen my message; {introducer} had given me your name.",
    ),
    ("I wrote to you a little while ago about {topic}.", "You may have seen my message about {topic}."),
    (
        "I wrote to you a little while ago about the work {of_job}.",
        "You may have seen my message about the work {of_job}.",
    ),
    ("I wrote to you a little while ago.", "You may have seen my message of a little while ago."),
)
_NUDGE_OUTS = (
    (
        "If now is not the time, a simple no is perfectly fine.",
        "And if it does not suit you, no is a good answer too.",
        "If you would rather not, just say so, and thank you all the same.",
    ),
)
_VOICEMAIL = (
    (
        "{hello}, this is {me}. {introducer} suggested that I call. It is nothing urgent, only a few questions about "
        "{matter}. "
        "I will send you a short message, so there is no need to call back. Have a good day.",
    ),
    (
        "{hello}, this is {me}. It is nothing urgent, only a few questions about {matter}. I will send you a short "
        "message, "
        "so there is no need to call back. Have a good day.",
    ),
    (
        "{hello}. It is nothing urgent, only a few questions about {matter}. I will try again another day. Have a "
        "good day.",
    ),
)

_POLITE = Register(
    greetings=_GREETINGS,
    asks=(
        (
            "Could I have {minutes} minutes of your time, {ways}, whenever suits you, to ask {told}?",
            "Would you have {minutes} minutes, {ways}, to tell me {told}? Any time that suits you is good.",
            "Could we talk for {minutes} minutes about {about}? You choose when, {ways}.",
        ),
    ),
    about=_ABOUT,
    about_after_role=_ABOUT_AFTER_ROLE,
    about_inside=_ABOUT_INSIDE,
    inside_note=_INSIDE_NOTE,
    second=_SECOND,
    way_out=_WAY_OUT,
    closing=(
        ("Thank you,\n{me}", "With thanks,\n{me}", "Warm regards,\n{me}"),
        ("Thank you.", "Many thanks.", "With thanks."),
    ),
    nudges=_NUDGES,
    nudge_asks=(
        (
            "If time is short, would you answer just one question: what should someone new to {topic} learn first?",
            "Would a single question be easier: what do you wish you had known about {topic} when you began?",
        ),
        (
            "If time is short, would you answer just one question: what should someone who wants to become {job} learn "
            "first?",
            "Would a single question be easier: what do you wish you had known before you became {job}?",
        ),
        (
            "If time is short, would you answer just one question: what should a beginner in your work learn first?",
            "Would a single question be easier: what do you wish you had known when you began?",
        ),
    ),
    nudge_outs=_NUDGE_OUTS,
    voicemail=_VOICEMAIL,
)

_FAMILIAR = Register(
    greetings={
        **_GREETINGS,
        Channel.EMAIL: (("Hi {given},",), ("Hi,",)),
        Channel.WECHAT: (("Hi {given},",), ("Hi,",)),
        Channel.PHONE: (("Hi {given}, it's {me}.",), ("Hi {given}.",), ("Hi, it's {me}.",), ("Hi.",)),
        Channel.IN_PERSON: (("Hi {given}.",), ("Hi.",)),
    },
    asks=(
        (
            "Could I pick your brain for {minutes} minutes about {about}, {ways}, whenever suits you?",
            "Do you have {minutes} minutes, {ways}, to tell me {told}? You choose when.",
            "Could we talk for {minutes} minutes about {about}? You choose when, {ways}.",
        ),
    ),
    about=_ABOUT,
    about_after_role=_ABOUT_AFTER_ROLE,
    about_inside=_ABOUT_INSIDE,
    inside_note=_INSIDE_NOTE,
    second=_SECOND,
    way_out=_WAY_OUT,
    closing=(("Thanks,\n{me}", "Thank you,\n{me}"), ("Thanks.", "Thank you.")),
    nudges=_NUDGES,
    nudge_asks=(
        (
            "If time is short, could you answer just one question: what should someone new to {topic} learn first?",
            "Would a single question be easier: whom would you ask about {topic} in my place?",
        ),
        (
            "If time is short, could you answer just one question: what would you do first in my place?",
            "Would a single question be easier: whom would you ask in my place?",
        ),
    ),
    nudge_outs=_NUDGE_OUTS,
    voicemail=_VOICEMAIL,
)

_said_you = (
    "I understand that {0}.",
    "I noticed that {0}.",
    "I was curious to learn that {0}.",
)
_said_thing = ("I keep thinking about {0}.", "I learned a lot from {0}.", "What stayed with me is {0}.")

_no_verb = re.compile(
    r"(?:\d|(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|many|over|more|from|in|for|with|as|after|at|we|"
    r"\w+(?:er|or|ist|ian|ing))\b)",
    re.I,
)


def _said_of_them(text: str, variant: int) -> str:
    clause = re.match(r"(?:that )?(you\b.*)", text, re.I)
    if clause:
        return _said_you[variant % 3].format(_lower_first(clause[1]))
    if re.match(r"your\b", text, re.I):
        return _said_thing[variant % 3].format(_lower_first(text))
    return f"One thing about you caught my eye: {text}."


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _said_of_self(text: str) -> str:
    """The clause with its subject: "I" where it was written to follow one."""
    if re.match(r"I\b", text):
        return f"{text}."
    if re.match(r"my\b", text, re.I):
        return f"As for me, {_lower_first(text)}."
    return f"A word about me: {text}." if _no_verb.match(text) else f"I {_lower_first(text)}."


def _said_news(text: str) -> str:
    return f"Since then, {text}." if re.match(r"(?:I|I['’]\w+)\b", text) else f"One thing is new: {text}."


_ADVICE = (
    ("Your advice about {topic}", "{minutes} minutes about {topic}"),
    ("Your advice on the work {of_job}",),
    ("Your advice on my next step",),
)
_ordinary_subjects = (
    ("{minutes} minutes about {topic}",),
    ("{minutes} minutes about the work {of_job}",),
    ("{minutes} minutes about your work at {organisation}",),
    ("{minutes} minutes about your work",),
)

ENGLISH = Wording(
    polite=_POLITE,
    familiar=_FAMILIAR,
    familiar_when_close=True,
    reasons=REASONS,
    inside=(
        (
            "We both work at {organisation}, and you know a side of it that I don't.",
            "We are both at {organisation}, and your team's work has made me curious.",
            "I also work at {organisation}, and you came to mind as I think about where to grow here.",
        ),
        (
            "We are in the same company, and you know a side of it that I don't.",
            "We are in the same company, and your team's work has made me curious.",
        ),
    ),
    professor={
        Channel.EMAIL: (("Dear Professor {family},",), ("Dear Professor,",)),
        Channel.LINKEDIN: (("Dear Professor {family},",), ("Dear Professor,",)),
        Channel.WECHAT: (
            ("Dear Professor {family}, this is {me}.",),
            ("Dear Professor {family},",),
            ("Dear Professor,",),
        ),
        Channel.PHONE: (("Hello Professor {family}, this is {me}.",), ("Hello Professor {family}.",),
                        ("Hello Professor, this is {me}.",), ("Hello Professor.",)),
        Channel.IN_PERSON: (("Hello Professor {family}, I'm {me}.",), ("Hello Professor {family}.",),
                            ("Hello Professor, I'm {me}.",), ("Hello Professor.",)),
    },
    hello=(("Hello {given}",), ("Hello",)),
    hello_professor=(("Hello Professor {family}",), ("Hello Professor",)),
    subjects={
        TieKind.INTRODUCED: (("{introducer} suggested I write", "{introducer} gave me your name"),),
        TieKind.MET_AT_EVENT: (("We met {at_event}", "After we met {at_event}"),),
        TieKind.ALUMNI: (
            ("From one {school} alum to another", "We both studied {at_school}"),
            ("We were both in the class of {class_year}",),
        ),
        TieKind.PROFESSOR: (("A question from a former student",),),
        TieKind.CLASSMATE: (("A question from an old classmate",),),
        TieKind.FORMER_COLLEAGUE: (("A question from a former colleague",),),
        TieKind.COLLEAGUE: (("A question from a colleague",),),
        TieKind.NEIGHBOUR: (("A question from your neighbour",),),
        TieKind.FRIEND: _ADVICE,
        TieKind.FAMILY: _ADVICE,
        TieKind.PROGRAMME: (("{programme} put us in touch", "{minutes} minutes, through {programme}"),),
    },
    any_subject=_ordinary_subjects,
    nudge_subject="A short follow-up",
    write={
        Channel.EMAIL: "write to you",
        Channel.LINKEDIN: "write to you",
        Channel.WECHAT: "write to you",
        Channel.PHONE: "call you",
        Channel.IN_PERSON: "talk to you",
    },
    ways={
        Channel.EMAIL: "by phone or video",
        Channel.LINKEDIN: "by phone or video",
        Channel.WECHAT: "by voice or video call",
        Channel.PHONE: "now or another day",
        Channel.IN_PERSON: "over coffee or by phone",
    },
    joint=" ",
    page="{greeting}\n\n{body}\n\n{closing}",
    matter=(("{topic}",), ("the work {of_job}",), ("your work",)),
    told=lambda about: f"about {about}" if about.startswith("your") else about,
    number=str,
    at=lambda place: f"at {with_the(place)}",
    said_of_them=_said_of_them,
    said_of_self=_said_of_self,
    said_news=_said_news,
    field=lambda topic: lowered(re.sub(r"^(?:an?|the) ", "", topic, flags=re.I)),
    job=with_article,
    of_job=lambda job: f"of {with_article(job)}",
    familiarly=str,
    finished=str,
)  # fmt: skip
