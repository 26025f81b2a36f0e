"""What the small tags give, and that none of them lets a user's text through as markup."""

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import mark_safe
from hypothesis import given, settings
from hypothesis import strategies as st

EVIL = "<b onclick=x>&\"'"
SAFE = "&lt;b onclick=x&gt;&amp;&quot;&#x27;"


def shown(template: str, language: str = "en", **values: object) -> str:
    with translation.override(language):
        return Template("{% load ui %}" + template).render(Context(values))


@pytest.mark.parametrize(
    ("latin", "native", "language", "html"),
    [
        ("Priya Nair", "", "en", "Priya Nair"),
        ("Zhou Min", "周敏", "en", '<span class="zh" lang="zh-Hans">周敏</span> Zhou Min'),
        ("Zhou Min", "周敏", "zh-hans", '<span class="zh" lang="zh-Hans">周敏</span> <span lang="en">Zhou Min</span>'),
        ("Priya Nair", "", "zh-hans", '<span lang="en">Priya Nair</span>'),
        ("", "周敏", "fr", '<span class="zh" lang="zh-Hans">周敏</span>'),
        ("周敏", "周敏", "en", '<span class="zh" lang="zh-Hans">周敏</span>'),
        ("Kim", "김민수", "en", "<bdi>김민수</bdi> Kim"),
        ("", "", "en", ""),
        (EVIL, "", "en", SAFE),
        ("", f"周{EVIL}", "en", f'<span class="zh" lang="zh-Hans">周{SAFE}</span>'),
    ],
)
def test_who(latin: str, native: str, language: str, html: str) -> None:
    assert shown("{% who latin native %}", language, latin=latin, native=native) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("priya@north.example", "priya@<wbr>north<wbr>.example"),
        ("https://site.example/in/ana", "https://<wbr>site<wbr>.example/<wbr>in/<wbr>ana"),
        ("Planner, Foods Inc.", "Planner, Foods Inc."),
    ],
)
def test_an_address_may_break_at_its_joints_only(text: str, html: str) -> None:
    assert shown("{{ text|breaks }}", text=text) == html
    assert shown("{% who text %}", text=text) == html


@pytest.mark.parametrize(
    ("text", "language", "lang"),
    [("周敏", "fr", "zh-Hans"), ("a day’s plan", "zh-hans", "en"), ("a day’s plan", "en", ""), ("", "zh-hans", "")],
)
def test_a_field_is_marked_with_the_language_that_stands_in_it(text: str, language: str, lang: str) -> None:
    assert shown("{{ text|spoken_in }}", language, text=text) == lang


def test_a_face_keeps_its_tint_by_name_and_speaks_to_the_eye_only() -> None:
    first = shown('{% face "周" "s" "Zhou Min" %}')
    assert first == shown('{% face "周" "s" "Zhou Min" %}')
    assert first.startswith('<span class="face s f')
    assert first.endswith(' lang="zh-Hans" aria-hidden="true">周</span>')


def test_a_face_has_one_of_three_sizes() -> None:
    with pytest.raises(ValueError, match="face size 'xl'"):
        shown('{% face "PN" "xl" %}')


@pytest.mark.parametrize(
    "template", ["{% face text %}", "{{ text|zh }}", "{{ text|breaks }}", '{{ text|marked:"q" }}', "{% kbd text %}"]
)
def test_a_users_text_is_never_markup(template: str) -> None:
    assert SAFE in shown(template, text=EVIL)


@pytest.mark.parametrize(
    ("opened", "ajar", "total", "states"),
    [
        (4, 1, 10, (4, 1, 5)),
        (0, 0, 10, (0, 0, 10)),
        (10, 1, 10, (10, 0, 0)),
        (12, 0, 10, (12, 0, 0)),
        (9, 3, 10, (9, 1, 0)),
    ],
)
def test_doors(opened: int, ajar: int, total: int, states: tuple[int, int, int]) -> None:
    html = shown("{% doors opened ajar total %}", opened=opened, ajar=ajar, total=total)
    assert tuple(html.count(f'<svg class="{state}"') for state in ("open", "next", "shut")) == states
    assert f'aria-label="{opened} of {max(opened, total)} interviews held"' in html


def test_an_unknown_state_of_a_door_is_refused() -> None:
    with pytest.raises(KeyError):
        shown('{% doorlet "slammed" %}')


@pytest.mark.parametrize(
    ("strength", "dots", "word"),
    [(None, 0, "no tie yet"), (1, 1, "slight tie"), (2, 2, "good tie"), (3, 3, "close tie"), (9, 3, "close tie")],
)
def test_tie(strength: int | None, dots: int, word: str) -> None:
    html = shown("{% tie strength %}", strength=strength)
    assert (html.count('class="on"'), html.count("<i"), f'aria-label="{word}"' in html) == (dots, 3, True)


@pytest.mark.parametrize(
    ("value", "maximum", "width"), [(6, 9, "66.67%"), (0, 9, "0%"), (12, 9, "100%"), (-1, 9, "0%"), (3, 0, "0%")]
)
def test_a_bar_stays_between_nothing_and_all(value: int, maximum: int, width: str) -> None:
    assert f'<rect width="{width}"' in shown("{% bar value maximum %}", value=value, maximum=maximum)


def test_a_split_bar_leaves_out_what_is_empty_and_cuts_between_the_rest() -> None:
    html = shown("{% split_bar parts %}", parts=[("new", 371), ("merge", 0), ("aside", 9)])
    assert html == (
        '<svg class="bar l" viewBox="0 0 380 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="c-new" x="0" width="371" height="10"/><rect class="c-aside" x="371" width="9" height="10"/>'
        '<path class="cut" d="M371 0v10"/></svg>'
    )


@pytest.mark.parametrize(
    ("count", "zone"), [(0, "good"), (99, "good"), (100, "long"), (119, "long"), (120, "over"), (900, "over")]
)
def test_a_count_takes_the_colour_of_its_zone_and_never_leaves_the_bar(count: int, zone: str) -> None:
    html = shown("{% limits_bar count 75 100 120 %}", count=count)
    assert f'<rect class="is-{zone}" width="{min(count, 140)}"' in html
    assert 'viewBox="0 0 140 10"' in html


@settings(deadline=None)  # the first render sets the template engine up
@given(text=st.text(), query=st.text())
def test_marking_changes_nothing_but_adds_marks(text: str, query: str) -> None:
    html = shown("{{ text|marked:query }}", text=text, query=query)
    assert html.replace("<mark>", "").replace("</mark>", "") == shown("{{ text }}", text=text)


def test_marking_ignores_case_and_takes_each_word() -> None:
    html = shown('{{ "Planning lead, Harbour"|marked:"plan HARB" }}')
    assert html == "<mark>Plan</mark>ning lead, <mark>Harb</mark>our"


def test_an_icon_is_for_the_eye_only() -> None:
    html = shown('{% icon "phone" %}')
    assert html.startswith("<svg ")
    assert 'class="icon" aria-hidden="true"' in html


@pytest.mark.parametrize("template", ["{% who text %}", "{% who '' text %}", "{% face text %}"])
def test_a_text_once_marked_safe_does_not_open_the_door_to_its_plain_twin(template: str) -> None:
    text = f"{EVIL} {template}"
    shown(template, text=mark_safe(text))
    assert "<b onclick" not in shown(template, text=text)


@pytest.mark.parametrize(("language", "said"), [("en", "One. Two &amp; more."), ("zh-hans", "One.Two &amp; more.")])
def test_sentences_on_lines_of_their_own_are_joined_as_the_language_does(language: str, said: str) -> None:
    template = "{% sentences %}\n  {{ one }}\n  {% if no %}Never.{% endif %}\n  {{ two }}\n{% endsentences %}"
    assert shown(template, language, one="One.", two="Two & more.") == said


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "the day’s plan", "the day’s plan"),
        ("zh-hans", "the day’s plan", '<span lang="en">the day’s plan</span>'),
        ("zh-hans", "今天的计划", '<span lang="zh-Hans">今天的计划</span>'),
        ("zh-hans", "", ""),
    ],
)
def test_what_somebody_wrote_is_marked_with_its_language(language: str, text: str, shown: str) -> None:
    with translation.override(language):
        assert Template("{% load ui %}{{ text|zh }}").render(Context({"text": text})) == shown
