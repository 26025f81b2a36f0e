from django.urls import URLPattern, URLResolver, path

from askwell.growth.web import adding, finishing, home, log, moving, planning, referring, removing, step, supervising

app_name = "growth"
ONE = "steps/<uuid:plan_step_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("begin/", planning.begin, name="begin"),
    path("step/", adding.add, name="add_step"),
    path("use/<uuid:insight_id>/", adding.use, name="use"),
    path("<uuid:plan_id>/", planning.plan, name="plan"),
    path("<uuid:plan_id>/title/", planning.title, name="title"),
    path("<uuid:plan_id>/gap/", planning.add_gap, name="add_gap"),
    path("<uuid:plan_id>/gaps/remove/", removing.gaps, name="remove_gaps"),
    path("<uuid:plan_id>/remove/", removing.plan, name="remove_plan"),
    path("<uuid:plan_id>/restore/", removing.bring_back_plan, name="bring_back_plan"),
    path("gaps/<uuid:gap_id>/remove/", removing.gap, name="remove_gap"),
    path("gaps/<uuid:gap_id>/restore/", removing.bring_back_gap, name="bring_back_gap"),
    path("gaps/<uuid:gap_id>/close/", planning.close_gap, name="close_gap"),
    path("gaps/<uuid:gap_id>/open/", planning.open_gap, name="open_gap"),
    path(ONE, step.step, name="step"),
    path(f"{ONE}edit/", step.edit, name="edit_step"),
    path(f"{ONE}edit/back/", step.edit_back, name="edit_back"),
    path(f"{ONE}move/", moving.move, name="move"),
    path(f"{ONE}move/back/", moving.move_back, name="move_back"),
    path(f"{ONE}off/", moving.put_off, name="put_off"),
    path(f"{ONE}done/", finishing.done, name="done"),
    path(f"{ONE}remove/", removing.step, name="remove_step"),
    path(f"{ONE}restore/", removing.bring_back_step, name="bring_back_step"),
    path(f"{ONE}hours/", log.add, name="log"),
    path(f"{ONE}supervisor/", supervising.supervisor, name="supervisor"),
    path(f"{ONE}supervisor/back/", supervising.back, name="supervisor_back"),
    path(f"{ONE}reference/", referring.note, name="reference"),
    path(f"{ONE}reference/back/", referring.back, name="reference_back"),
    path(f"{ONE}worth/", step.hear, name="worth"),
    path("hours/<uuid:hours_id>/", log.edit, name="hours"),
    path("hours/<uuid:hours_id>/back/", log.back, name="hours_back"),
    path("hours/<uuid:hours_id>/remove/", removing.hours, name="remove_hours"),
    path("hours/<uuid:hours_id>/restore/", removing.bring_back_hours, name="bring_back_hours"),
    path("hours/<uuid:hours_id>/line/", log.line, name="line"),
    path("hours/<uuid:hours_id>/line/back/", log.line_back, name="line_back"),
    path("worths/<uuid:worth_id>/remove/", removing.worth, name="remove_worth"),
    path("worths/<uuid:worth_id>/restore/", removing.bring_back_worth, name="bring_back_worth"),
]
