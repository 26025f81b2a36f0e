"""Reads of outreach, for its own pages and for the apps above.

    due_follow_ups(workspace, now, limit) -> list[DueFollowUp]      most urgent first, snoozed ones left out
    where_it_stands(workspace, person_ids) -> dict[UUID, Stage]     2 queries; who was never written to is absent
    stage_is(code) -> Q                                             on Person, for filters; pass it the workspace too
    timeline(workspace, person_id) -> list[Entry]                   newest first
    week(workspace, now) -> list[Agreed]                            agreed times of the coming seven days
    doors(workspace) -> Doors
    openers(workspace) -> list[Opener]                              what opened doors
    effort(workspace, now) -> Effort                                weeks begin on Monday in the current time zone
    expectation(workspace, tie_kind, channel) -> Opener
    whom_next(workspace, now, limit) -> list[Suggestion]
    warnings(workspace) -> list[BalanceWarning]
    threads_board(workspace, now) -> Board
    threads_list(workspace, …), thread_page(workspace, thread_id, now), targets(workspace)

The words of all codes are template filters: `{% load outreach %}`, then `{{ due|duty_title }}`,
`{{ due|duty_why }}`, `{{ due|duty_button }}`, `{{ due|duty_url }}`, `{{ stage|stage_word }}`,
`{{ stage|stage_why }}`, `{{ entry|entry_title }}`, `{{ reason|reason_words }}`, `{{ warning|warning_words }}`,
`{{ opener|opener_words }}`, `{{ meets_by|channel_word }}`.
"""
