from django.urls import URLPattern, URLResolver, path

from askwell.practice.web import beginning, home, report, room

app_name = "practice"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
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
