"""A batch of card pictures: each gives fields and a cleaned picture, or the reason why not."""

import io
from pathlib import Path

import pytest
from PIL import Image

from askwell.people.actions.cards import CardResult, read_cards
from askwell.people.rules.cards import Reading
from askwell.protocols.pictures import Reader, Seen

CARDS = Path(__file__).parents[2] / "data" / "cards"


def sides(card: str) -> list[bytes]:
    paths = sorted(CARDS.glob(f"{card}*.jpg"), key=lambda path: path.stem.endswith("_back"))
    return [path.read_bytes() for path in paths]


def values(result: CardResult, *names: str) -> list[object]:
    found = [getattr(result.fields, name) for name in names]
    return [
        one.value if isinstance(one, Reading) else [part.value for part in one] if isinstance(one, tuple) else one
        for one in found
    ]


@pytest.fixture(scope="module")
def batch() -> dict[str, CardResult]:
    """One batch of good and bad, as they come from one upload."""
    bomb = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(bomb, "PNG")
    blank = io.BytesIO()
    Image.new("RGB", (400, 240), "white").save(blank, "PNG")
    good = {card: sides(card) for card in ("card08", "card09", "card17", "card20")}
    bad = {"bomb": [bomb.getvalue()], "svg": [b"<svg/>"], "blank": [blank.getvalue()], "none": []}
    half = {"half": [sides("card20")[0], b"%PDF-1.4"]}
    cards = {**bad, **good, **half}
    return dict(zip(cards, read_cards(cards=cards.values()), strict=True))


def test_bad_pictures_say_why_and_the_others_are_read(batch: dict[str, CardResult]) -> None:
    assert {card: result.error for card, result in batch.items() if result.error} == {
        "bomb": "too_many_pixels", "svg": "svg", "blank": "nothing_read", "none": "empty",
    }  # fmt: skip


def test_chinese_written_downwards(batch: dict[str, CardResult]) -> None:
    assert values(batch["card08"], "name_zh", "organisation_zh", "title_zh", "name", "emails", "phones", "urls") == [
        "黄怡婷", "荷港茶业", "行政助理", None, ["yiting.huang@lotusharbour.example"], ["+19055550125", "+17785550106"],
        ["lotusharbour.example"],
    ]  # fmt: skip


def test_a_hard_photograph_is_mended_and_its_link_kept_apart(batch: dict[str, CardResult]) -> None:
    result = batch["card09"]
    assert values(result, "name", "organisation", "emails", "urls") == [
        "Seung-woo Jang", "Silver Salmon Fisheries Ltd.", ["seungwoo.jang@silversalmon.example"],
        ["https://silversalmon.example"],
    ]  # fmt: skip
    assert result.fields is not None
    assert result.fields.links == ("https://silversalmon.example/c/96dd3a",)


def test_front_and_back_are_one_person(batch: dict[str, CardResult]) -> None:
    result = batch["card17"]
    assert values(result, "name", "name_zh", "organisation", "organisation_zh", "title", "title_zh", "phones") == [
        "Shaofang Lu", "卢少芳", "Dragonfly Freight", "蜻蜓货运", "Marketing Manager", "市场经理",
        ["+12365550126", "+14385550109"],
    ]  # fmt: skip
    assert result.fields is not None
    assert result.fields.name_zh is not None
    assert [result.lines[line].side for line in result.fields.name_zh.lines] == [1]


def test_the_code_gives_letters_that_recognition_does_not_know(batch: dict[str, CardResult]) -> None:
    assert values(batch["card20"], "name", "phones", "faxes") == [
        "Quang Phạm", ["+19055550112", "+16135550119"], ["+16475550120"],
    ]  # fmt: skip


def test_a_good_side_is_read_beside_a_bad_one(batch: dict[str, CardResult]) -> None:
    result = batch["half"]
    assert [side.error for side in result.sides] == ["", "pdf"]
    assert values(result, "name") == ["Quang Phạm"]


def test_the_pictures_to_keep_are_clean(batch: dict[str, CardResult]) -> None:
    for side in batch["card17"].sides:
        picture = Image.open(io.BytesIO(side.picture))
        assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", (side.width, side.height), {})


class WithoutRecognition(Reader):
    """What the child answers where the extra is not installed: codes, and no text."""

    def look(self, data: bytes, turn: int = 0) -> Seen:
        codes = (data.decode(),) if data else ()
        return Seen(b"jpeg", 40, 30, codes, (), text_read=False)


@pytest.mark.parametrize(
    ("code", "error", "name"),
    [
        (b"MECARD:N:Okafor,Ngozi;TEL:6045550127;;", "", "Ngozi Okafor"),
        (b"", "text_recognition_missing", None),
        (b"https://tidewater.example", "text_recognition_missing", None),
    ],
)
def test_without_text_recognition_a_contacts_code_is_enough_and_nothing_else(
    code: bytes, error: str, name: str | None
) -> None:
    (result,) = read_cards(cards=[[code]], reader=WithoutRecognition())
    read = result.fields.name.value if result.fields and result.fields.name else None
    assert (result.error, read) == (error, name)
    assert result.sides[0].picture == b"jpeg"
