"""A page of one's own making inside the real base, answered to a real browser without a server or a database."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory
from django.utils import translation
from playwright.sync_api import Browser, Page, Request, Route

from askwell.ui.say import say

SITE = "https://askwell.example"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src blob:; connect-src 'self'"
Show = Callable[..., Page]


def request_for(path: str = "/", *, toast: str = "", undo: str = "") -> HttpRequest:
    """A signed-in viewer's request for `path`, with a toast waiting where one is wanted."""
    request = RequestFactory().get(path)
    request.user = SimpleNamespace(is_authenticated=True, pk=1)
    request.session = {}
    request._messages = FallbackStorage(request)
    if toast:
        say(request, toast, undo=undo)
    return request


def render(main: str, language: str = "en", **options: str) -> str:
    """The base with `main` in it."""
    source = '{% extends "ui/base.html" %}{% load ui %}{% block title %}Trial{% endblock %}{% block main %}' + main
    with translation.override(language):
        return engines["django"].from_string(source + "{% endblock %}").render({}, request_for(**options))


class Site:
    """Answers a browser's requests from memory and remembers what was posted."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, str]] = {}
        self.posted: list[tuple[str, str]] = []

    def answer(self, route: Route, request: Request) -> None:
        path = request.url.removeprefix(SITE)
        if request.method == "POST":
            self.posted.append((path, request.post_data or ""))
        if path.startswith("/static/"):
            found = finders.find(path.removeprefix("/static/"))
            route.fulfill(path=str(Path(str(found)))) if found else route.fulfill(status=404)
            return
        status, body = self.pages.get(path, self.pages.get(path.split("?")[0], (404, "")))
        headers = {"Content-Security-Policy": POLICY, "Content-Type": "text/html; charset=utf-8"}
        route.fulfill(status=status, body=body, headers=headers)


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    """A fresh browser profile on the site; any script error or refusal by the content policy fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(5000)
    page.route(f"{SITE}/**", site.answer)
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if "Content Security" in said.text else None)
    yield page
    context.close()
    assert troubles == []


@pytest.fixture
def show(page: Page, site: Site) -> Show:
    """Puts `main` into the base and opens it."""

    def shown(main: str, **options: str) -> Page:
        site.pages["/"] = (200, render(main, **options))
        page.goto(f"{SITE}/")
        return page

    return shown
