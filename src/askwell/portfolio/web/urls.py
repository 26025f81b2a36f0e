from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, include, path

from askwell.portfolio.web import chapters, head, languages, lines, page, references, removing, saying, skills
from askwell.portfolio.web.kinds import KINDS

app_name = "portfolio"


def of_every_kind() -> Iterator[URLPattern]:
    """What can be done with a thing, whatever it is."""
    for kind in KINDS:
        one = f"{kind.path}/<uuid:{kind.key}>/"
        yield path(f"{one}in/<slug:language>/", saying.in_language(kind), name=f"say_{kind.name}")
        yield path(f"{one}remove/", removing.remove(kind), name=f"remove_{kind.name}")
        yield path(f"{one}restore/", removing.restore(kind), name=f"bring_back_{kind.name}")


urlpatterns: list[URLPattern | URLResolver] = [
    path("", page.story, name="story"),
    path("head/", head.edit, name="head"),
    path("head/in/<slug:language>/", saying.head, name="say_head"),
    path("add/", chapters.choose, name="choose"),
    path("add/<slug:kind>/", chapters.add, name="add_chapter"),
    path("chapters/<uuid:chapter_id>/", chapters.edit, name="chapter"),
    path("chapters/<uuid:chapter_id>/lines/", lines.add, name="add_line"),
    path("lines/<uuid:accomplishment_id>/", lines.line, name="line"),
    path("lines/<uuid:accomplishment_id>/step/", lines.step, name="step"),
    path("lines/<uuid:accomplishment_id>/keep/", lines.keep, name="keep_line"),
    path("lines/<uuid:accomplishment_id>/back/", lines.earlier_words, name="earlier_words"),
    path("lines/<uuid:accomplishment_id>/move/", lines.move, name="move_line"),
    path("lines/<uuid:accomplishment_id>/skills/", lines.show, name="show_skills"),
    path("skills/add/", skills.add, name="add_skill"),
    path("skills/<uuid:skill_id>/", skills.edit, name="skill"),
    path("languages/add/", languages.add, name="add_language"),
    path("languages/<uuid:spoken_language_id>/", languages.edit, name="language"),
    path("references/add/", references.add, name="add_reference"),
    path("references/<uuid:reference_id>/", references.edit, name="reference"),
    *of_every_kind(),
    path("knowing/", include("askwell.portfolio.web.knowing.urls")),
    path("bring/", include("askwell.portfolio.web.bringing.urls")),
]
