from django.urls import URLPattern, URLResolver, path

from askwell.practice.web import beginning, drills, home, job_interviews, modelling, report, room, situations

app_name = "practice"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("model/", modelling.page, name="model"),
    path("model/try/", modelling.attempt, name="try_model"),
    path("model/switch/", modelling.switch, name="switch_model"),
    path("model/remove/", modelling.remove, name="remove_model"),
    path("job-interviews/", job_interviews.begin, name="job_interviews"),
    path("job-interviews/<uuid:job_interview_id>/", job_interviews.question, name="job_question"),
    path("job-interviews/<uuid:job_interview_id>/answer/", job_interviews.answer, name="answer_job_question"),
    path("job-interviews/<uuid:job_interview_id>/report/", job_interviews.report, name="job_report"),
    path("job-answers/<uuid:job_answer_id>/", job_interviews.job_answer, name="job_answer"),
    path("drills/", drills.drills, name="drills"),
    path("drills/choose/", drills.choose, name="choose_drills"),
    path("drills/try/", drills.attempt, name="try_drill"),
    path("drills/tries/<uuid:drill_try_id>/", drills.drill_try, name="drill_try"),
    path("drills/<slug:kind>/", drills.drill, name="drill"),
    path("situations/", situations.situation, name="situation"),
    path("situations/choose/", situations.choose, name="choose_situations"),
    path("situations/answer/", situations.answer, name="answer_situation"),
    path("situations/<uuid:situation_answer_id>/", situations.situation_answer, name="situation_answer"),
    path("situations/<uuid:situation_answer_id>/guess/", situations.guess, name="guess_situation"),
    path("situations/<uuid:situation_answer_id>/take-back/", situations.take_back, name="take_back_situation"),
    path("begin/", beginning.begin, name="begin"),
    path("begin/for/<uuid:interview_id>/", beginning.begin, name="begin_for"),
    path("<uuid:rehearsal_id>/", room.room, name="room"),
    path("<uuid:rehearsal_id>/say/", room.say, name="say"),
    path("<uuid:rehearsal_id>/take-back/", room.take_back, name="take_back"),
    path("<uuid:rehearsal_id>/pause/", room.pause, name="pause"),
    path("<uuid:rehearsal_id>/go-on/", room.go_on, name="go_on"),
    path("<uuid:rehearsal_id>/asked/<uuid:question_id>/", room.tick, name="tick"),
    path("<uuid:rehearsal_id>/end/", room.end, name="end"),
    path("<uuid:rehearsal_id>/again/", beginning.again, name="again"),
    path("<uuid:rehearsal_id>/report/", report.report, name="report"),
]
