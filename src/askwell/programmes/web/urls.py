from django.urls import URLPattern, URLResolver, path

from askwell.programmes.web import board, home, pairs, rounds, unmet, weighing

app_name = "programmes"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("new/", home.new, name="new"),
    # rounds
    path("rounds/", rounds.rounds, name="rounds"),
    path("rounds/begin/", rounds.begin, name="begin_round"),
    path("rounds/waiting/", unmet.waiting, name="waiting"),
    path("rounds/<uuid:round_id>/", board.board, name="round"),
    path("rounds/<uuid:round_id>/progress/", board.progress, name="round_progress"),
    path("rounds/<uuid:round_id>/again/", board.again, name="match_again"),
    path("rounds/<uuid:round_id>/undo/", board.undo, name="undo_round"),
    path("rounds/<uuid:round_id>/rules/", weighing.weights, name="round_rules"),
    path("rounds/<uuid:round_id>/unmatched/", unmet.unmatched, name="unmatched"),
    path("rounds/<uuid:round_id>/problems/", unmet.problems, name="round_problems"),
    path("rounds/<uuid:round_id>/pairs/<uuid:participant_id>/<uuid:insider_id>/", pairs.pair, name="pair"),
]
