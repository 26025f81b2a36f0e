"""A programme's letters in English."""

WHY = {
    "topics": "{programme} brings you together: you know {topics}, which {seeker} hopes to understand.",
    "field": "{programme} brings you together: you work in the field that {seeker} is aiming at ({field}).",
    "bare": (
        "{programme} brings you together: you have an hour in common, and {seeker} hopes to learn from somebody who "
        "knows working life here."
    ),
}

LETTERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "ask": (
        "{programme}: {minutes} minutes with {seeker}?",
        (
            "Hello {hello},",
            "You volunteered with {programme} to talk with people who are finding their way. This time it is {seeker}.",
            "What {seeker} is aiming at: {field}.",
            "Why you two: you know {topics}, and that is what {seeker} hopes to understand.",
            "By the hours that you both gave us, these times fit. Each is {minutes} minutes, by video or phone:",
            "{times}",
            "Pick one, name another time, or say no with one press, without an account:\n{link}",
            "It is a talk about your work, and you will not be asked for a job. A no is an answer too: nobody "
            "minds, and "
            "we ask somebody else. If we have heard nothing by {until}, we do the same.",
            "If you would like a rest, or fewer talks, you can pause here at any time:\n{own_page}",
            "Thank you,\n{sign}",
        ),
    ),
    "remind": (
        "{programme}: would {minutes} minutes with {seeker} suit you?",
        (
            "Hello {hello},",
            "A while ago we asked whether you would talk with {seeker} for {minutes} minutes. Perhaps it got "
            "lost among "
            "other mail, so here it is once more, and only this once.",
            "Pick a time, name another, or say no with one press:\n{link}",
            "If we have heard nothing by {until}, we ask somebody else. There is nothing to explain.",
            "If you would like a rest, you can pause here:\n{own_page}",
            "Thank you,\n{sign}",
        ),
    ),
    "come": (
        "{programme}: please join, so that a talk can be yours",
        (
            "Hello {hello},",
            "You are on the list of {programme}, for talks with people who know the work that you are aiming at. You "
            "ask, they tell: {minutes} minutes, by video or phone.",
            "Before a talk can be yours, please join with an account of your own. It takes two minutes. The talks, "
            "your questions and your notes then lie with you, and you say thing by thing what we see of them:\n{link}",
            "As soon as you have joined and somebody fits, we ask them for you.",
            "If you would rather not take part, you need do nothing.",
            "{sign}",
        ),
    ),
    "join": (
        "We found somebody for you: please join first",
        (
            "Hello {hello},",
            "We found somebody for a talk with you.",
            "Why you two: they know {topics}, which you want to understand.",
            "Before we ask them, please join with an account of your own. It takes two minutes. The talk, your "
            "questions and your notes then lie with you, and you say thing by thing what we see of them:\n{link}",
            "As soon as you have joined, we ask them for {minutes} minutes at hours that you both gave us.",
            "{sign}",
        ),
    ),
    "asked": (
        "We asked {insider} for a talk with you",
        (
            "Hello {hello},",
            "You were matched: we asked {insider} for {minutes} minutes with you.",
            "Who that is: {job}.",
            "Why you two: {insider} knows {topics}, which you want to understand.",
            "Please keep these times free until there is an answer:",
            "{times}",
            "As soon as {insider} picks one, you see it on Today and under Interviews, where you can also prepare your "
            "questions:\n{link}",
            "If a talk can't happen after all, call it off there at least a day before. Somebody keeps the time "
            "free for you.",
            "{sign}",
        ),
    ),
    "off_insider": (
        "{programme}: the talk with {seeker} does not take place",
        (
            "Hello {hello},",
            "The talk with {seeker} that we asked you for does not take place. You need do nothing more.",
            "It was agreed for {when}; that time is yours again.",
            "{reason}",
            "We are sorry for the trouble, and thank you for being ready to talk.",
            "{sign}",
        ),
    ),
    "off_seeker": (
        "The talk with {insider} does not take place",
        (
            "Hello {hello},",
            "The talk with {insider} does not take place. That has nothing to do with you.",
            "It was agreed for {when}; that time is free again.",
            "{reason}",
            "You are in the next matching again, without doing anything. Whatever you prepared stays in Askwell "
            "and serves "
            "the next talk.",
            "{sign}",
        ),
    ),
    "how_insider": (
        "{programme}: how was the talk with {seeker}?",
        (
            "Hello {hello},",
            "Your talk with {seeker} was to be on {when}. How did it go? It takes a minute, needs no account, and is "
            "read by {programme} alone, unless you tick that your words may be passed on:\n{link}",
            "There you can also say if {seeker} did not come.",
            "Thank you,\n{sign}",
        ),
    ),
    "how_seeker": (
        "How was the talk with {insider}?",
        (
            "Hello {hello},",
            "Your talk with {insider} was to be on {when}. Two minutes now are worth a lot: write down what you "
            "learned, "
            "and send your thanks within a day. You find both in Askwell under Interviews.",
            "And tell us how it was:\n{link}",
            "{sign}",
        ),
    ),
    "thanks": (
        "Thank you for your time with {seeker}",
        (
            "Hello {hello},",
            "Thank you for talking with {seeker}. For somebody who is finding their way here, such a talk is "
            "worth more than "
            "many applications.",
            "What {seeker} said of it: useful, {useful} of 5.",
            "In {seeker}'s own words: “{said}”",
            "People you pointed them to: {referrals}. That counts too.",
            "How was it for you? It takes a minute, needs no account, and is read by {programme} alone:\n{how}",
            "You now have a rest: we don't ask you again before {rest}.",
            "Your page, to change anything or to pause:\n{own_page}",
            "With thanks,\n{sign}",
        ),
    ),
    "thanks_left": (
        "Thank you for your talk",
        (
            "Hello {hello},",
            "Thank you for the talk that {programme} asked you for. For somebody who is finding their way here, such a "
            "talk is worth more than many applications.",
            "You now have a rest: we don't ask you again before {rest}.",
            "Your page, to change anything or to pause:\n{own_page}",
            "With thanks,\n{sign}",
        ),
    ),
    "missed": (
        "About the talk with {other}",
        (
            "Hello {hello},",
            "We heard that the talk with {other} on {when} did not take place, because you could not be there "
            "or called it "
            "off at short notice. Something may have come in between: that happens to everybody.",
            "{other} kept the time free. Next time, please call it off a day before, with one press on the same page.",
            "If we heard wrong, just write to us.",
            "{sign}",
        ),
    ),
    "paused": (
        "Before the next talk, let us talk briefly",
        (
            "Hello {hello},",
            "We heard that the talk with {other} on {when} did not take place either. Before we ask anybody "
            "else, we would "
            "like to hear from you what would help: other hours, fewer talks, or a rest.",
            "Write or call us when it suits you. Nothing is lost, and your place is kept.",
            "{sign}",
        ),
    ),
}
