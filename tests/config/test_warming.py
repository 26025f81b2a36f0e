"""What a web server reads before it forks."""

from django.template import engines

from askwell.config.warming import warm


def test_no_first_page_waits_for_its_template() -> None:
    [loader] = engines["django"].engine.template_loaders
    loader.reset()
    warm()
    read = set(loader.get_template_cache)
    assert {"desk/today.html", "programmes/home.html", "ui/base.html"} <= read
