from django.urls import URLPattern, URLResolver, path

from askwell.decisions.web import (
    bearing,
    board,
    bringing,
    choosing,
    fields,
    home,
    options,
    removing,
    using,
    weights,
    wishes,
)

app_name = "decisions"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("use/<uuid:insight_id>/", using.use, name="use"),
    path("bring/", bringing.bring, name="bring"),
    path("<uuid:decision_id>/", board.board, name="decision"),
    path("<uuid:decision_id>/question/", home.question, name="question"),
    path("<uuid:decision_id>/remove/", removing.decision, name="remove_decision"),
    path("<uuid:decision_id>/restore/", removing.bring_back_decision, name="bring_back_decision"),
    path("<uuid:decision_id>/weights/", weights.keep, name="weights"),
    path("<uuid:decision_id>/weights/back/", weights.back, name="weights_back"),
    path("<uuid:decision_id>/option/", options.add, name="add_option"),
    path("options/<uuid:option_id>/", options.edit, name="option"),
    path("options/<uuid:option_id>/remove/", removing.option, name="remove_option"),
    path("options/<uuid:option_id>/restore/", removing.bring_back_option, name="bring_back_option"),
    path("<uuid:decision_id>/wish/", wishes.add, name="add_wish"),
    path("wishes/<uuid:criterion_id>/", wishes.edit, name="wish"),
    path("wishes/<uuid:criterion_id>/remove/", removing.wish, name="remove_wish"),
    path("wishes/<uuid:criterion_id>/restore/", removing.bring_back_wish, name="bring_back_wish"),
    path("fields/<uuid:option_id>/<uuid:criterion_id>/", fields.field, name="field"),
    path("fields/<uuid:option_id>/<uuid:criterion_id>/back/", fields.number_back, name="number_back"),
    path("fields/<uuid:option_id>/<uuid:criterion_id>/ask/<uuid:interview_id>/", fields.ask, name="ask"),
    path("evidence/<uuid:evidence_id>/remove/", removing.evidence, name="remove_evidence"),
    path("evidence/<uuid:evidence_id>/restore/", removing.bring_back_evidence, name="bring_back_evidence"),
    path("evidence/<uuid:evidence_id>/back/", bearing.back, name="evidence_back"),
    path("<uuid:decision_id>/choice/", choosing.write, name="write_choice"),
    path("choices/<uuid:choice_id>/", choosing.choice, name="choice"),
    path("choices/<uuid:choice_id>/correct/", choosing.correct_choice, name="correct_choice"),
    path("choices/<uuid:choice_id>/remove/", choosing.remove, name="remove_choice"),
    path("choices/<uuid:choice_id>/restore/", choosing.restore, name="bring_back_choice"),
]
