from django.urls import URLPattern, URLResolver, path

from askwell.interviews.web import calendar, finish, insights, listing, prepare, progress, questions, talk, times

app_name = "interviews"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", listing.interviews, name="list"),
    path("with/<uuid:person_id>/", times.offer, name="offer"),
    path("of/<uuid:thread_id>/", prepare.of_thread, name="of_thread"),
    path("<uuid:interview_id>/", prepare.prepare, name="prepare"),
    path("<uuid:interview_id>/brief/", prepare.brief, name="brief"),
    path("<uuid:interview_id>/times/", times.times, name="times"),
    path("<uuid:interview_id>/interview.ics", calendar.calendar, name="calendar"),
    path("<uuid:interview_id>/talk/", talk.talk, name="talk"),
    path("<uuid:interview_id>/talk/note/", talk.note, name="note"),
    path("<uuid:interview_id>/talk/catch/", talk.catch, name="catch"),
    path("<uuid:interview_id>/talk/let-go/", talk.let_go, name="let_go"),
    path("<uuid:interview_id>/talk/again/", talk.catch_again, name="catch_again"),
    path("<uuid:interview_id>/finish/", finish.closing, name="finish"),
    path("<uuid:interview_id>/finish/back/", finish.undo, name="take_back"),
    path("<uuid:interview_id>/bank/", questions.bank, name="bank"),
    path("<uuid:interview_id>/questions/", questions.add, name="add_question"),
    path("<uuid:interview_id>/questions/back/", questions.put_back, name="put_back"),
    path("questions/<uuid:question_id>/", questions.change, name="question"),
    path("questions/<uuid:question_id>/move/", questions.move, name="move_question"),
    path("questions/<uuid:question_id>/remove/", questions.remove, name="remove_question"),
    path("questions/<uuid:question_id>/instead/", questions.instead, name="instead"),
    path("questions/<uuid:question_id>/keep/", questions.keep, name="keep_question"),
    path("questions/<uuid:question_id>/words/", questions.own_words, name="own_words"),
    path("progress/", progress.progress, name="progress"),
    path("insights/", insights.insights, name="insights"),
    path("insights/<uuid:insight_id>/", insights.change, name="insight"),
    path("insights/voices/<uuid:voice_id>/", insights.unhear, name="voice"),
]
