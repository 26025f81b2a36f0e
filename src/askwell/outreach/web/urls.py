from django.urls import path

from askwell.outreach.web import board, duties, log, targets, thread, whom, write

app_name = "outreach"
urlpatterns = [
    path("conversations/", board.threads, name="threads"),
    path("conversations/<uuid:thread_id>/", thread.thread, name="thread"),
    path("conversations/<uuid:thread_id>/second/", thread.second, name="second"),
    path("conversations/<uuid:thread_id>/rest/", thread.rest, name="rest"),
    path("conversations/entries/<uuid:message_id>/undo/", thread.undo, name="undo"),
    path("conversations/drafts/<uuid:message_id>/discard/", write.discard, name="discard"),
    path("people/<uuid:person_id>/write/", write.write, name="write"),
    path("people/<uuid:person_id>/write/save/", write.autosave, name="autosave"),
    path("people/<uuid:person_id>/write/findings/", write.findings, name="findings"),
    path("people/<uuid:person_id>/write/restore/", write.undiscard, name="undiscard"),
    path("people/<uuid:person_id>/log/", log.log, name="log"),
    path("follow-ups/<uuid:follow_up_id>/snooze/", duties.snooze, name="snooze"),
    path("follow-ups/<uuid:follow_up_id>/wake/", duties.wake, name="wake"),
    path("follow-ups/<uuid:follow_up_id>/dismiss/", duties.dismiss, name="dismiss"),
    path("follow-ups/<uuid:follow_up_id>/done/", duties.done, name="done"),
    path("follow-ups/<uuid:follow_up_id>/reopen/", duties.reopen, name="reopen"),
    path("targets/", targets.targets, name="targets"),
    path("targets/<uuid:target_id>/", targets.change, name="target"),
    path("targets/<uuid:target_id>/restore/", targets.restore, name="restore_target"),
    path("next/", whom.whom, name="next"),
    path("next/<uuid:person_id>/pass/", whom.pass_over, name="pass"),
    path("next/<uuid:person_id>/pass/undo/", whom.undo_pass, name="undo_pass"),
]
