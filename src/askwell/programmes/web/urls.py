from django.urls import URLPattern, URLResolver, path

from askwell.programmes.web import home

app_name = "programmes"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("new/", home.new, name="new"),
]
