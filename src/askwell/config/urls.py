"""Every address of the site. Each app names its own under its name."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from askwell.ui.sure import sure_to_change

handler500 = "askwell.config.failing.broken"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("askwell.desk.web.urls")),
    path("people/", include("askwell.people.web.urls")),
    path("story/", include("askwell.portfolio.web.urls")),
    path("occupations/", include("askwell.occupations.web.urls")),
    path("", include("askwell.outreach.web.urls")),
    path("interviews/", include("askwell.interviews.web.urls")),
    path("", include("askwell.interviews.web.visiting.urls")),
    path("openings/", include("askwell.opportunities.web.urls")),
    path("plan/", include("askwell.growth.web.urls")),
    path("practice/", include("askwell.practice.web.urls")),
    path("decide/", include("askwell.decisions.web.urls")),
    path("papers/", include("askwell.documents.web.urls")),
    path("programmes/", include("askwell.programmes.web.urls")),
    path("account/", include("askwell.accounts.web.urls")),
]
if settings.HOSTED:
    from allauth.usersessions.views import list_usersessions

    urlpatterns += [
        path("sign-in/", include("allauth.account.urls")),
        path("sign-in/factors/", include("allauth.mfa.urls")),
        path("sign-in/sessions/", sure_to_change(list_usersessions), name="usersessions_list"),
    ]
