"""Reads what an insider's answer means, in English, Chinese and French, without a language model.

`read_reply` tells the intent (yes, no, later, a question, somebody else …) and the facts stated: times offered, the day
to write again on, the person named, the channel. It looks for what the words do, clause by clause, and lets the last
stance count; `why` holds the words that decided, so that a page can show them. Pure; codes are put into words by the
pages.
"""

from askwell.coach.replies.reading import read_reply
from askwell.coach.replies.values import Channel, Intent, Named, Reading, Reply
from askwell.coach.replies.when import Start

__all__ = ["Channel", "Intent", "Named", "Reading", "Reply", "Start", "read_reply"]
