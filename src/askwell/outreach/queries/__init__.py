"""Reads of outreach, for its own pages and for the apps above.

The words of all codes are template filters: `{% load outreach %}`, then `{{ due|duty_title }}`,
`{{ due|duty_why }}`, `{{ due|duty_button }}`, `{{ due|duty_url }}`, `{{ stage|stage_word }}`,
`{{ stage|stage_why }}`, `{{ entry|entry_title }}`, `{{ reason|reason_words }}`, `{{ warning|warning_words }}`,
`{{ meets_by|channel_word }}`.
"""

from askwell.outreach.queries.balance import warnings
from askwell.outreach.queries.board import threads_board, threads_list
from askwell.outreach.queries.counts import expectation, tally
from askwell.outreach.queries.duties import count_due, count_greetings, due_follow_ups, greetings_due
from askwell.outreach.queries.next import whom_next
from askwell.outreach.queries.standing import at_stage, in_touch, where_it_stands
from askwell.outreach.queries.targets import targets
from askwell.outreach.queries.thread import thread_page, timeline

__all__ = [
    "at_stage",
    "count_due",
    "count_greetings",
    "due_follow_ups",
    "expectation",
    "greetings_due",
    "in_touch",
    "tally",
    "targets",
    "thread_page",
    "threads_board",
    "threads_list",
    "timeline",
    "warnings",
    "where_it_stands",
    "whom_next",
]
