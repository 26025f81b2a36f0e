"""The pages that are shown when something went wrong."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from tests.ui.conftest import request_for


@pytest.mark.parametrize("name", ["404.html", "403.html", "403_csrf.html"])
def test_an_error_page_is_a_page_of_the_house_with_a_way_back(name: str) -> None:
    with translation.override("en"):
        html = render_to_string(name, {}, request_for("/nowhere/"))
    assert html.count("<h1>") == 1
    assert '<nav class="rooms"' in html
    assert '<a class="button primary" href="/">Back to Today</a>' in html


@pytest.mark.parametrize("name", ["500.html", "503.html"])
def test_a_page_of_last_resort_needs_nothing_and_speaks_three_languages(name: str) -> None:
    html = render_to_string(name)
    assert html.count("<h1>") == 1
    assert [f'lang="{code}"' in html for code in ("en", "zh-Hans", "fr")] == [True, True, True]
    assert "{" not in html
