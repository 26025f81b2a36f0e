from django.urls import URLPattern, URLResolver, path

from askwell.programmes.web import home, intake, joining, mine, seekers, settings, team

app_name = "programmes"
SEEKER = "seekers/<uuid:participant_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("new/", home.new, name="new"),
    path("settings/", settings.settings, name="settings"),
    path("settings/links/", settings.renew, name="renew_open_pages"),
    path("team/", team.people, name="team"),
    path("team/role/", team.role, name="team_role"),
    path("team/dismiss/", team.dismiss, name="team_dismiss"),
    path("team/name/", team.call, name="team_name"),
    path("team/back/<str:token>/", team.back, name="team_back"),
    path("team/join/<str:token>/", team.join, name="join_team"),
    path("team/<uuid:staff_invitation_id>/withdraw/", team.withdraw, name="withdraw_invitation"),
    path("team/<uuid:staff_invitation_id>/again/", team.invite_again, name="invite_again"),
    path("intake/", intake.intake, name="intake"),
    path("intake/<uuid:intake_question_id>/", intake.change, name="question"),
    path("intake/<uuid:intake_question_id>/move/", intake.move, name="move_question"),
    path("intake/<uuid:intake_question_id>/remove/", intake.remove, name="remove_question"),
    path("intake/<uuid:intake_question_id>/restore/", intake.restore, name="restore_question"),
    path("seekers/", seekers.seekers, name="seekers"),
    path("seekers/new/", seekers.new_seeker, name="new_seeker"),
    path(SEEKER, seekers.seeker, name="seeker"),
    path(f"{SEEKER}edit/", seekers.edit_seeker, name="edit_seeker"),
    path(f"{SEEKER}place/", seekers.place, name="place_seeker"),
    path(f"{SEEKER}note/", seekers.note, name="note_seeker"),
    path(f"{SEEKER}stand/<str:state>/", seekers.stand, name="seeker_stand"),
    path(f"{SEEKER}link/", seekers.renew, name="renew_seeker"),
    path(f"{SEEKER}remove/", seekers.remove, name="remove_seeker"),
    path("join/me/<str:token>/", joining.join_me, name="join_me"),
    path("join/<str:token>/", joining.sign_up, name="join"),
    path("mine/", mine.mine, name="mine"),
    path("mine/<uuid:participant_id>/edit/", mine.edit, name="mine_edit"),
    path("mine/<uuid:participant_id>/share/", mine.share, name="mine_share"),
    path("mine/<uuid:participant_id>/leave/", mine.leave, name="mine_leave"),
]
