"""Pieces of text of a PDF's page, with where they stand."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pypdf import PageObject
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|-b(?![a-z])", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_RULE = re.compile(r"\s*[-–—_.·…]+\s*")
_LEADER = re.compile(r"\s*(?:[._…]\s?){4,}\s*")
_STRETCHED = 1.02
_DEEPEST = 8
_MOST_OPERATIONS = 200_000
_TURNED = {
    90: (0.0, -1.0, 1.0, 0.0, 0.0, 0.0),
    180: (-1.0, 0.0, 0.0, -1.0, 0.0, 0.0),
    270: (0.0, 1.0, -1.0, 0.0, 0.0, 0.0),
}
_SAME = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """Text shown by one operation: from `x0` to `x1` on the baseline `y` (upwards), in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool


@dataclass(slots=True)
class _State:
    matrix: Matrix = _SAME
    font: Any = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    thick: bool = False


def fonts_of(page: PageObject) -> dict[str, Any]:
    """The fonts of a page by the names that its text calls them."""
    return page._layout_mode_fonts()


def page_pieces(
    page: PageObject, fonts: dict[str, Any], heavy: frozenset[str] = frozenset()
) -> tuple[list[Piece], list[str]]:
    """The pieces of a page in the order in which they are shown, and the text that is turned on its side. `heavy` are
    the fonts that are bold without saying so."""
    walker = _Walker(page, heavy)
    start = _TURNED.get(int(page.rotation or 0) % 360, _SAME)
    walker.walk(page.get("/Contents"), fonts, page.get("/Resources"), _State(start), 0)
    return walker.pieces, walker.turned


_Show = Callable[[str, float, _State, Matrix], None]


@dataclass(slots=True)
class _Walker:
    """Follows the operators that set and show text."""

    page: PageObject
    heavy: frozenset[str] = frozenset()
    pieces: list[Piece] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)
    left: int = _MOST_OPERATIONS

    def walk(self, contents: Any, fonts: dict[str, Any], resources: Any, state: _State, depth: int) -> None:
        contents = contents.get_object() if contents is not None else None
        if not isinstance(contents, ArrayObject | StreamObject):
            return
        stack: list[_State] = []
        text = _Text(state, fonts, self._show)
        for operands, operator in ContentStream(contents, self.page.pdf, "bytes").operations:
            self.left -= 1
            if self.left < 0:
                return
            if operator == b"q":
                stack.append(replace(text.state))
            elif operator == b"Q" and stack:
                text.state = stack.pop()
            elif operator == b"Do" and depth < _DEEPEST:
                self._form(operands, resources, text.state, depth)
            else:
                text.follow(operator, operands)

    def _form(self, operands: Sequence[Any], resources: Any, state: _State, depth: int) -> None:
        """Text inside of a form that the page shows."""
        forms = resources.get_object().get("/XObject", {}).get_object() if resources is not None else {}
        form = forms[operands[0]].get_object() if operands and operands[0] in forms else None
        if not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form":
            return
        matrix = _numbers(form.get("/Matrix", ()), 6)
        inner = replace(state, matrix=_times(matrix, state.matrix) if matrix else state.matrix)
        self.walk(form, self._fonts_of(form), form.get("/Resources", DictionaryObject()), inner, depth + 1)

    def _fonts_of(self, form: StreamObject) -> dict[str, Any]:
        holder = PageObject(self.page.pdf)
        holder.update({name: form[name] for name in ("/Resources",) if name in form})
        return holder._layout_mode_fonts()

    def _show(self, text: str, width: float, state: _State, place: Matrix) -> None:
        a, b, c, d, x, y = _times(place, state.matrix)
        if abs(b) > abs(a):
            self.turned.append(text)
            return
        high = (c * c + d * d) ** 0.5
        if _is_rule(text, abs(a), high):
            return
        size = state.size * high
        name = f"{state.font.name} {getattr(state.font.font_descriptor, 'name', '')}"
        bold = state.thick or bool(_BOLD.search(name)) or state.font.name in self.heavy
        self.pieces.append(Piece(text, x, x + width * a, y + state.rise * d, size, bold, bool(_ITALIC.search(name))))


def _is_rule(text: str, wide: float, high: float) -> bool:
    """Whether it is no text but a line across the page: a dash drawn out, or a row of dots."""
    return bool(_LEADER.fullmatch(text) or (_RULE.fullmatch(text) and wide > _STRETCHED * high))


class _Text:
    """The text operators of one content stream."""

    def __init__(self, state: _State, fonts: dict[str, Any], show: _Show) -> None:
        self.state, self._fonts, self._show = state, fonts, show
        self._place = self._line = _SAME

    def follow(self, operator: bytes, operands: Sequence[Any]) -> None:
        name = operator.decode("latin-1")
        action = getattr(self, f"_do_{_NAMES.get(name, name)}", None)
        if action is not None:
            action(operands)

    def _do_BT(self, _: Sequence[Any]) -> None:
        self._place = self._line = _SAME

    def _do_cm(self, operands: Sequence[Any]) -> None:
        if matrix := _numbers(operands, 6):
            self.state.matrix = _times(matrix, self.state.matrix)

    def _do_Tf(self, operands: Sequence[Any]) -> None:
        if len(operands) == 2 and (size := _numbers(operands[1:], 1)):
            self.state.font, self.state.size = self._fonts.get(str(operands[0])), size[0]

    def _do_Tm(self, operands: Sequence[Any]) -> None:
        if matrix := _numbers(operands, 6):
            self._place = self._line = matrix

    def _do_Td(self, operands: Sequence[Any]) -> None:
        if step := _numbers(operands, 2):
            self._place = self._line = _times((1.0, 0.0, 0.0, 1.0, step[0], step[1]), self._line)

    def _do_TD(self, operands: Sequence[Any]) -> None:
        if step := _numbers(operands, 2):
            self.state.leading = -step[1]
            self._do_Td(operands)

    def _do_next(self, _: Sequence[Any]) -> None:
        self._do_Td((0.0, -self.state.leading))

    def _do_Tj(self, operands: Sequence[Any]) -> None:
        if operands:
            self._string(operands[-1])

    def _do_quote(self, operands: Sequence[Any]) -> None:
        self._do_next(())
        self._do_Tj(operands)

    def _do_double(self, operands: Sequence[Any]) -> None:
        if spacing := _numbers(operands, 2):
            self.state.word_spacing, self.state.spacing = spacing[0], spacing[1]
        self._do_quote(operands)

    def _do_TJ(self, operands: Sequence[Any]) -> None:
        for item in operands[0] if operands and isinstance(operands[0], list) else ():
            if isinstance(item, int | float):
                self._advance(-float(item) / 1000 * self.state.size * self.state.scale)
            else:
                self._string(item)

    def _do_set(self, name: str, operands: Sequence[Any]) -> None:
        if value := _numbers(operands, 1):
            setattr(self.state, name, value[0])

    def _do_Tc(self, operands: Sequence[Any]) -> None:
        self._do_set("spacing", operands)

    def _do_Tw(self, operands: Sequence[Any]) -> None:
        self._do_set("word_spacing", operands)

    def _do_TL(self, operands: Sequence[Any]) -> None:
        self._do_set("leading", operands)

    def _do_Ts(self, operands: Sequence[Any]) -> None:
        self._do_set("rise", operands)

    def _do_Tz(self, operands: Sequence[Any]) -> None:
        if value := _numbers(operands, 1):
            self.state.scale = value[0] / 100

    def _do_Tr(self, operands: Sequence[Any]) -> None:
        if value := _numbers(operands, 1):
            self.state.thick = int(value[0]) % 4 == 2

    def _string(self, value: Any) -> None:
        font, state = self.state.font, self.state
        if font is None or not isinstance(value, bytes):
            return
        codes, text = _decoded(font, value)
        width = sum(font.get_text_width(code) for code in codes) / 1000 * state.size
        width += len(codes) * state.spacing + codes.count(" ") * state.word_spacing
        if text:
            self._show(text, width * state.scale, state, self._place)
        self._advance(width * state.scale)

    def _advance(self, width: float) -> None:
        self._place = _times((1.0, 0.0, 0.0, 1.0, width, 0.0), self._place)


_NAMES = {"T*": "next", "'": "quote", '"': "double"}


def _decoded(font: Any, value: bytes) -> tuple[str, str]:
    """The codes of a string, a character each, and the text that they show."""
    if isinstance(font.encoding, str):
        codes = shown = value.decode(font.encoding, "replace")
    else:
        codes = value.decode("latin-1")
        shown = "".join(font.encoding.get(byte, chr(byte)) for byte in value)
    return codes, "".join(font.character_map.get(char, char) for char in shown)


def _numbers(values: Any, count: int) -> Any:
    """So many numbers from the front, or nothing where one is none."""
    found = list(values)[:count]
    good = len(found) == count and all(isinstance(value, int | float) for value in found)
    return tuple(map(float, found)) if good else ()


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)
