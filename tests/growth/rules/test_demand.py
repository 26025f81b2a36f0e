"""Which texts ask for which skill."""

from askwell.growth.rules.demand import asked_by

TEXTS = {
    1: "Strong Excel skills; you will write production schedules.",
    2: "负责需求预测与Excel表格。",
    3: "Prévision de la demande, anglais.",
    4: "Drive a truck.",
}
SKILLS = {
    "forecast": ("Demand forecasting", "需求预测", "Prévision de la demande"),
    "schedule": ("Production scheduling",),
    "none": ("",),
}


def test_a_skill_is_found_by_its_name_in_any_language_and_in_another_form() -> None:
    assert asked_by(SKILLS, TEXTS) == {"forecast": {2, 3}, "schedule": {1}, "none": set()}
    assert asked_by({"x": ("Excel",)}, TEXTS) == {"x": {1, 2}}
    assert asked_by({"x": ("Production schedules",)}, TEXTS) == {"x": {1}}


def test_an_example_in_a_name_counts_by_itself() -> None:
    texts = {1: "SAP is an asset.", 2: "会用SAP", 3: "Un système ERP.", 4: "Systems."}
    names = ("ERP systems such as SAP", "SAP等ERP系统", "Systèmes ERP comme SAP")

    assert asked_by({"x": names}, texts) == {"x": {1, 2, 3}}
