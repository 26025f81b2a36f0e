from django.urls import URLPattern, URLResolver, path

from askwell.practice.web import home, situations

app_name = "practice"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("situations/", situations.situation, name="situation"),
    path("situations/choose/", situations.choose, name="choose_situations"),
    path("situations/answer/", situations.answer, name="answer_situation"),
    path("situations/<uuid:situation_answer_id>/", situations.situation_answer, name="situation_answer"),
    path("situations/<uuid:situation_answer_id>/guess/", situations.guess, name="guess_situation"),
    path("situations/<uuid:situation_answer_id>/take-back/", situations.take_back, name="take_back_situation"),
]
