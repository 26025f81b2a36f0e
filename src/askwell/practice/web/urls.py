from django.urls import URLPattern, URLResolver, path

from askwell.practice.web import home

app_name = "practice"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
]
