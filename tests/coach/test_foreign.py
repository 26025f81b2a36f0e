"""A language that the coach does not know is told from the three that it does."""

import json
from pathlib import Path

import pytest

from askwell.coach.foreign import is_foreign

CASES = Path(__file__).parents[2] / "cases"


@pytest.mark.parametrize(
    "text",
    [
        "¿Cómo llegó usted a este trabajo?",
        "Soy una persona muy trabajadora y siempre llego a tiempo.",
        "Reduzi os custos de compra em 12% ao negociar com três fornecedores.",
        "Ho organizzato la squadra e abbiamo consegnato tutto in tempo.",
        "Was machen Sie an einem normalen Tag?",
        "Ik heb het team georganiseerd en we hebben alles op tijd geleverd.",
        "Zorganizowałem zespół i dostarczyliśmy wszystko na czas.",
        "Tôi đã tổ chức lại nhóm và giao hàng đúng hạn.",
        "Inayos ko ang mga kasama ko at naipadala namin ang lahat.",
        "Ekibi topladım ve her şeyi zamanında teslim ettik.",
        "어떻게 이 일을 시작하셨나요?",
        "倉庫で働いていたとき、システムが三日間止まりました。",
        "Коли я працював на складі, система не працювала.",
        "عندما كنت أعمل في المستودع توقف النظام ثلاثة أيام",
        "जब मैं गोदाम में काम करता था",
    ],
)
def test_these_are_not_known(text: str) -> None:
    assert is_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ok",
        "😀😀 123",
        "Excel, SQL, Python",
        "Please go on.",
        "Fed fish, scrubbed tanks, tested water.",
        "Kim, Nguyễn, Müller and I built it.",
        "Managed the rollout at Universidad de los Andes en Bogotá",
        "Gestion de projets, Excel, SQL",
        "Pétri la pâte, allumé le four, rangé les grilles.",
        "我在José那里工作。",
        "東京で働いていた田中さん帮我联系了那家公司，后来我去了他们的仓库工作。",
        "Bonjour! Merci de votre temps.",
    ],
)
def test_names_terms_and_lists_are_known(text: str) -> None:
    assert not is_foreign(text)


def texts() -> list[str]:
    """What the cases label as answers, questions and lines: all in one of the three languages."""
    rows = [
        json.loads(line)
        for name in ("answers", "questions", "accomplishments")
        for path in sorted((CASES / name).glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    return [row.get("answer") or row.get("text", "") for row in rows]


def test_none_of_our_cases_is_taken_for_another_language() -> None:
    every = texts()
    assert len(every) > 4000
    assert [text for text in every if is_foreign(text)] == []
