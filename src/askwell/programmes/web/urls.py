from django.urls import URLPattern, URLResolver, path

from askwell.programmes.web import home
from askwell.programmes.web.talks import deciding, mine, said, sending, talk, talks

app_name = "programmes"
TALK = "talks/<uuid:match_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("new/", home.new, name="new"),
    # talks
    path("rounds/<uuid:round_id>/talks/", talks.talks, name="talks"),
    path("rounds/<uuid:round_id>/send/", sending.send, name="send_round"),
    path("rounds/<uuid:round_id>/close/", sending.close, name="close_round"),
    path("rounds/<uuid:round_id>/reopen/", sending.reopen, name="reopen_round"),
    path("rounds/<uuid:round_id>/next/", sending.following, name="next_round"),
    path(TALK, talk.talk, name="talk"),
    path(f"{TALK}send/", sending.send_one, name="send_talk"),
    path(f"{TALK}asked/", sending.asked, name="talk_asked"),
    path(f"{TALK}asked/back/", sending.asked_back, name="talk_asked_back"),
    path(f"{TALK}remind/", deciding.remind, name="remind_talk"),
    path(f"{TALK}off/", deciding.off, name="talk_off"),
    path(f"{TALK}off/back/", deciding.off_back, name="talk_off_back"),
    path(f"{TALK}held/", deciding.held, name="talk_held"),
    path(f"{TALK}missed/", deciding.missed, name="talk_missed"),
    path(f"{TALK}unmark/", deciding.unmark, name="unmark_talk"),
    path("talk/<str:token>/", said.talk_said, name="talk_said"),
    path("mine/talks/", mine.my_talks, name="my_talks"),
    path("mine/talks/<uuid:match_id>/", mine.my_talk, name="my_talk"),
]
