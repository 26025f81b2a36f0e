"""Why this person, in English, by tie."""

from askwell.outreach.rules.drafts.wording import Levels
from askwell.people.choices import TieKind

REASONS: dict[TieKind, Levels] = {
    TieKind.INTRODUCED: (
        (
            "{introducer} suggested that I {write}.",
            "I have your name from {introducer}.",
            "{introducer} told me about you and your work.",
        ),
        ("Someone we both know suggested that I {write}.", "I have your name from a mutual contact."),
    ),
    TieKind.MET_AT_EVENT: (
        (
            "It was good to meet you {at_event}.",
            "We met {at_event}, and I was glad we did.",
            "Thank you for talking with me {at_event}.",
        ),
        ("We have met once, and I was glad we did.", "Thank you for talking with me when we met."),
    ),
    TieKind.ALUMNI: (
        (
            "We both studied {at_school}, which is how I found you.",
            "I found your name among the alumni of {school}, where I studied too.",
            "We are both alumni of {school}, so I thought of you.",
        ),
        (
            "We were both in the class of {class_year}, so I thought of you.",
            "You came to mind because we were both in the class of {class_year}.",
        ),
        ("You came to mind because we {together} together.",),
        ("We went to the same school, which is how I found you.", "I found your name among the alumni of my school."),
    ),
    TieKind.PROFESSOR: (
        (
            "I was your student {at_school}, and I still use what you taught me.",
            "You taught me {at_school}, and your view would count for a lot.",
        ),
        (
            "I was your student, and I still use what you taught me.",
            "You taught me once, and your view would count for a lot.",
        ),
    ),
    TieKind.CLASSMATE: (
        (
            "We studied together {at_school}, so you know where I started.",
            "It has been a while since we studied together {at_school}.",
            "You came to mind because we were classmates {at_school}.",
        ),
        (
            "We were both in the class of {class_year}, so you know where I started.",
            "You came to mind because we were both in the class of {class_year}.",
        ),
        (
            "We {together} together, so you know where I started.",
            "You came to mind because we {together} together.",
        ),
        ("We studied together, so you know where I started.", "It has been a while since we studied together."),
    ),
    TieKind.FORMER_COLLEAGUE: (
        (
            "It has been a while since we worked together, and your view would count for a lot.",
            "You know how I work, since we worked together.",
            "You came to mind because we worked together.",
        ),
    ),
    TieKind.COLLEAGUE: (
        (
            "As a colleague, you see a side of the work that I don't.",
            "You know how I work, since we are colleagues.",
            "We are colleagues, and your view would count for a lot.",
        ),
    ),
    TieKind.NEIGHBOUR: (
        (
            "We are neighbours, so I thought of you.",
            "We are neighbours, and your work has made me curious.",
            "You came to mind because we are neighbours.",
        ),
    ),
    TieKind.FRIEND: (
        (
            "You came to mind because, as a friend, you know me well.",
            "We are friends, and your honest view on my next step would help.",
            "As a friend, you know what I am good at.",
        ),
    ),
    TieKind.FAMILY: (
        (
            "You came to mind because, as family, you know me well.",
            "We are family, and your honest view on my next step would help.",
            "As family, you know what I am good at.",
        ),
    ),
    TieKind.PROGRAMME: (
        ("{programme} put us in touch.", "I have your name from {programme}.", "{programme} gave me your name."),
        ("The programme I take part in put us in touch.", "I have your name from the programme I take part in."),
    ),
    TieKind.NONE: (
        (
            "You work as {title} at {organisation}, and that is the work I hope to understand.",
            "Your role as {title} at {organisation} is the work I would like to know from the inside.",
            "I came upon your name as {title} at {organisation}, and your work is close to my own plans.",
        ),
        (
            "You work as {title}, and that is the work I hope to understand.",
            "Your role as {title} is the work I would like to know from the inside.",
        ),
        (
            "You know {organisation} from the inside, and I would like to understand the work there.",
            "You are the person at {organisation} whose work I would like to understand.",
        ),
        (
            "You know {topic} from the inside, and I am only finding my way in.",
            "You do what I hope to do: {topic}.",
        ),
        ("You know the work {of_job} from the inside, and I am only finding my way in.",),
        ("You do work that I would like to understand.", "Your everyday work is something I would like to understand."),
    ),
}
