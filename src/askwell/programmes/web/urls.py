from django.urls import URLPattern, URLResolver, path

from askwell.programmes.web import board, home, pairs, rounds, unmet, weighing
from askwell.programmes.web.insiders import asking, listing, lists, moving, one, own, volunteering

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
    path("insiders/", listing.listing, name="insiders"),
    path("insiders/add/", one.add, name="insider_add"),
    path("insiders/ask/", asking.ask, name="insiders_ask"),
    path("insiders/letters.csv", asking.letters, name="insiders_letters"),
    path("insiders/<uuid:insider_id>/", one.one, name="insider"),
    path("insiders/<uuid:insider_id>/edit/", one.edit, name="insider_edit"),
    path("insiders/<uuid:insider_id>/move/<str:step>/", moving.move, name="insider_move"),
    path("lists/", lists.lists, name="lists"),
    path("lists/template.csv", lists.template, name="list_template"),
    path("lists/<uuid:upload_id>/", lists.one, name="list"),
    path("lists/<uuid:upload_id>/columns/", lists.columns, name="list_columns"),
    path("lists/<uuid:upload_id>/apply/", lists.apply, name="list_apply"),
    path("lists/<uuid:upload_id>/back/", lists.take_back, name="list_back"),
    path("lists/<uuid:upload_id>/away/", lists.throw_away, name="list_away"),
    path("insider/<str:token>/", own.own, name="own"),
    path("volunteer/<str:token>/", volunteering.sign_up, name="volunteer"),
    path("mine/<uuid:participant_id>/insider/", volunteering.returning, name="come_back"),
]
