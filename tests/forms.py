"""The forms of a page, filled in as a reader might: with what stands there, and something fitting in the gaps."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

WORDS = {
    "email": "someone@mail.example",
    "url": "https://jobs.example/1",
    "date": "2026-12-01",
    "datetime-local": "2026-12-01T10:00",
    "time": "10:00",
    "month": "2026-12",
    "number": "1",
    "file": "",
}
Attributes = dict[str, str | None]


@dataclass
class Form:
    """`presses`: the buttons that send it, each with what it adds and where it goes."""

    action: str
    is_post: bool = True
    told: dict[str, list[str]] = field(default_factory=dict)
    presses: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def add(self, name: str | None, value: str) -> None:
        if name:
            self.told.setdefault(name, []).append(value)


def posts(page: str, address: str) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Each way to send something from this page: where to, and what."""
    reader = _Reader(address)
    reader.feed(page)
    for form in reader.forms:
        for action, pressed in (form.presses or [("", {})]) if form.is_post else ():
            yield urljoin(address, action or form.action), form.told | {name: [one] for name, one in pressed.items()}
    for action in reader.posted:
        yield urljoin(address, action), {}


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.forms, self.posted = address, list[Form](), list[str]()
        self.named: dict[str, Form] = {}
        self.open: Form | None = None
        self.select: tuple[Form, str | None, list[tuple[str, bool]]] | None = None
        self.area: tuple[Form, str | None, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if target := told.get("hx-post"):
            self.posted.append(target)
        if tag == "form":
            self._begin(told)
        elif form := self.named.get(told.get("form") or "") or self.open:
            self._field(tag, told, form)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None
        elif tag == "select" and self.select:
            form, name, options = self.select
            chosen = [value for value, is_chosen in options if is_chosen]
            form.add(name, (chosen or [value for value, _no in reversed(options) if value] or [""])[0])
            self.select = None
        elif tag == "textarea" and self.area:
            form, name, texts = self.area
            form.add(name, "".join(texts).strip() or "Some words.")
            self.area = None

    def handle_data(self, data: str) -> None:
        if self.area:
            self.area[2].append(data)

    def _begin(self, told: Attributes) -> None:
        is_post = (told.get("method") or "get").lower() == "post"
        self.open = Form(told.get("action") or self.address, is_post)
        self.forms.append(self.open)
        if name := told.get("id"):
            self.named[name] = self.open

    def _field(self, tag: str, told: Attributes, form: Form) -> None:
        name, kind, value = told.get("name"), (told.get("type") or "").lower(), told.get("value")
        if tag == "select":
            self.select = (form, name, [])
        elif tag == "option" and self.select:
            self.select[2].append((value or "", "selected" in told))
        elif tag == "textarea":
            self.area = (form, name, [])
        elif tag == "button" and kind in ("", "submit"):
            form.presses.append((told.get("formaction") or "", {name: value or ""} if name else {}))
        elif tag == "input" and kind in ("checkbox", "radio"):
            if "checked" in told or (kind == "radio" and name not in form.told):
                form.add(name, value or "on")
        elif tag == "input" and kind != "submit":
            form.add(name, value or ("" if kind == "hidden" else WORDS.get(kind, "Some words")))
