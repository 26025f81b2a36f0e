from django.urls import URLPattern, URLResolver, path

from askwell.programmes.web import cohorts, home, outcomes, report, sessions, stuck

app_name = "programmes"
COHORT = "cohorts/<uuid:cohort_id>/"
SESSION = "sessions/<uuid:session_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("new/", home.new, name="new"),
    # cohorts, sessions, numbers
    path("cohorts/", cohorts.cohorts, name="cohorts"),
    path("cohorts/new/", cohorts.new_cohort, name="new_cohort"),
    path(COHORT, cohorts.cohort, name="cohort"),
    path(f"{COHORT}edit/", cohorts.edit_cohort, name="edit_cohort"),
    path(f"{COHORT}remove/", cohorts.remove_cohort, name="remove_cohort"),
    path(f"{COHORT}restore/", cohorts.bring_back_cohort, name="bring_back_cohort"),
    path(f"{COHORT}in/", cohorts.put_in, name="put_in"),
    path(f"{COHORT}in/back/", cohorts.take_out_again, name="take_out_again"),
    path(f"{COHORT}out/", cohorts.take_out, name="take_out"),
    path("sessions/new/", sessions.new_session, name="new_session"),
    path(SESSION, sessions.session, name="session"),
    path(f"{SESSION}edit/", sessions.edit_session, name="edit_session"),
    path(f"{SESSION}remove/", sessions.remove_session, name="remove_session"),
    path(f"{SESSION}restore/", sessions.bring_back_session, name="bring_back_session"),
    path(f"{SESSION}attendance/", sessions.attendance, name="attendance"),
    path(f"{SESSION}attendance/back/", sessions.attendance_back, name="attendance_back"),
    path(f"{SESSION}calendar/", sessions.session_calendar, name="session_calendar"),
    path("seekers/<uuid:participant_id>/outcomes/", outcomes.put_down, name="put_down_outcome"),
    path("outcomes/<uuid:outcome_id>/remove/", outcomes.remove, name="remove_outcome"),
    path("outcomes/<uuid:outcome_id>/restore/", outcomes.bring_back, name="bring_back_outcome"),
    path("mine/<uuid:participant_id>/outcomes/", outcomes.tell, name="tell_outcome"),
    path("mine/outcomes/<uuid:outcome_id>/remove/", outcomes.remove_mine, name="remove_my_outcome"),
    path("mine/outcomes/<uuid:outcome_id>/restore/", outcomes.bring_back_mine, name="bring_back_my_outcome"),
    path("mine/sessions/<uuid:session_id>/calendar/", outcomes.my_calendar, name="my_session_calendar"),
    path("report/", report.report, name="report"),
    path("report/<str:form>/", report.report_file, name="report_file"),
    path("stuck/", stuck.stuck, name="stuck"),
]
