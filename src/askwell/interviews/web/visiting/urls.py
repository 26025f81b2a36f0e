from django.urls import URLPattern, URLResolver, path

from askwell.interviews.web.visiting import booking, feed, kept, unsubscribing

app_name = "visiting"

urlpatterns: list[URLPattern | URLResolver] = [
    path("meet/<str:token>/", booking.meet, name="meet"),
    path("meet/<str:token>/meeting.ics", booking.meeting_file, name="file"),
    path("meet/<str:token>/kept/", kept.kept, name="kept"),
    path("unsubscribe/<str:token>/", unsubscribing.unsubscribe, name="unsubscribe"),
    path("calendar/<str:token>.ics", feed.feed, name="feed"),
]
