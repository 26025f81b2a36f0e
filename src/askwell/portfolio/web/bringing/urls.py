from django.urls import URLPattern, path

from askwell.portfolio.web.bringing import checking, choosing, keeping

urlpatterns: list[URLPattern] = [
    path("", choosing.files, name="bring"),
    path("<uuid:story_file_id>/", checking.file, name="story_file"),
    path("<uuid:story_file_id>/progress/", checking.progress, name="story_file_progress"),
    path("<uuid:story_file_id>/keep/", keeping.keep, name="keep_story_file"),
    path("<uuid:story_file_id>/take-back/", keeping.take_back, name="take_story_file_back"),
    path("<uuid:story_file_id>/discard/", keeping.discard, name="discard_story_file"),
]
