from django.urls import URLPattern, path

from askwell.occupations.web import pages

app_name = "occupations"

urlpatterns: list[URLPattern] = [
    path("", pages.search_page, name="search"),
    path("<uuid:occupation_id>/", pages.occupation_page, name="occupation"),
]
