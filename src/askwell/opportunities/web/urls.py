from django.urls import URLPattern, URLResolver, path

from askwell.opportunities.web import adding, board, doors, feeds, intakes, joining, opening, removing, stages, writing

app_name = "opportunities"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", board.openings, name="board"),
    path("move/", board.move_card, name="move_card"),
    path("add/", adding.add, name="add"),
    path("new/", writing.new, name="new"),
    path("clip/", adding.clip, name="clip"),
    path("found/<uuid:intake_id>/", intakes.intake, name="intake"),
    path("found/<uuid:intake_id>/progress/", intakes.progress, name="intake_progress"),
    path("found/<uuid:intake_id>/keep/", intakes.keep, name="keep_intake"),
    path("found/<uuid:intake_id>/take-back/", intakes.take_back, name="take_intake_back"),
    path("found/<uuid:intake_id>/discard/", intakes.let_go, name="discard_intake"),
    path("doors/", doors.doors, name="doors"),
    path("feeds/", feeds.feeds, name="feeds"),
    path("feeds/<uuid:feed_id>/read/", feeds.read_now, name="read_feed"),
    path("feeds/<uuid:feed_id>/remove/", feeds.remove, name="remove_feed"),
    path("feeds/<uuid:feed_id>/restore/", feeds.restore, name="restore_feed"),
    path("stages/", stages.stages, name="stages"),
    path("stages/<uuid:own_stage_id>/", stages.change, name="change_stage"),
    path("stages/<uuid:own_stage_id>/drop/", stages.drop, name="drop_stage"),
    path("stages/<uuid:own_stage_id>/restore/", stages.restore, name="restore_stage"),
    path("leads/<uuid:lead_id>/", opening.lead, name="lead"),
    path("<uuid:opportunity_id>/", opening.opening, name="opening"),
    path("<uuid:opportunity_id>/edit/", writing.edit, name="edit"),
    path("<uuid:opportunity_id>/move/", opening.move, name="move"),
    path("<uuid:opportunity_id>/back/", opening.step_back, name="step_back"),
    path("<uuid:opportunity_id>/days/", opening.days, name="days"),
    path("<uuid:opportunity_id>/put-off/", opening.put_off, name="put_off"),
    path("<uuid:opportunity_id>/join/", joining.joined, name="join"),
    path("<uuid:opportunity_id>/part/", joining.parted, name="part"),
    path("<uuid:opportunity_id>/closes/", joining.closes, name="closes"),
    path("<uuid:opportunity_id>/remove/", removing.remove, name="remove"),
    path("<uuid:opportunity_id>/restore/", removing.restore, name="restore"),
]
