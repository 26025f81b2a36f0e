"""The programme's settings: what it says of itself, its rules, its open forms."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings as site
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise as StrPromise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from askwell.outreach.queries.mail.mailboxes import usual_mailbox
from askwell.programmes.actions.errors import NoNameError
from askwell.programmes.actions.ruling import House, change_programme, renew_open_pages
from askwell.programmes.rules.people import MOST_TALKS
from askwell.programmes.web.doors import leads
from askwell.programmes.web.forming import point
from askwell.programmes.web.linking import open_link, volunteer_link
from askwell.ui.say import say
from askwell.ui.zones import ZoneField

GROUPS = [
    (gettext_lazy("What it says of itself"), "name organisation about email phone language zone"),
    (gettext_lazy("Below every mail"), "postal"),
    (gettext_lazy("Who may come in"), "takes_seekers takes_insiders approves"),
    (gettext_lazy("Its rules"), "most_talks rest_days answer_days most_missed"),
]


class ProgrammeForm(forms.Form):
    """What can be changed of a programme; each rule says what it does."""

    name = forms.CharField(label=gettext_lazy("Name of the programme"), max_length=120)
    organisation = forms.CharField(label=gettext_lazy("Who runs it"), max_length=200, required=False)
    about = forms.CharField(
        label=gettext_lazy("What it is, for those who are invited"), required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    email = forms.EmailField(label=gettext_lazy("Where its people reach it by e-mail"), required=False)
    phone = forms.CharField(label=gettext_lazy("and by phone"), max_length=40, required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Its language"), choices=site.LANGUAGES,
        help_text=gettext_lazy("In which its own questions are always there."),
    )  # fmt: skip
    zone = ZoneField(label=gettext_lazy("Its time zone"))
    postal = forms.CharField(
        label=gettext_lazy("Postal address"), required=False, max_length=400, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Canada’s anti-spam law wants it below every mail of a programme. Without it no mail leaves."
        ),
    )  # fmt: skip
    takes_seekers = forms.BooleanField(label=gettext_lazy("Seekers may sign up by the open form"), required=False)
    takes_insiders = forms.BooleanField(label=gettext_lazy("Insiders may volunteer by the open form"), required=False)
    approves = forms.BooleanField(
        label=gettext_lazy("A coordinator looks at who signs up before they are in"), required=False
    )  # fmt: skip
    most_talks = forms.IntegerField(
        label=gettext_lazy("Talks that a seeker may have at a time"), min_value=1, max_value=MOST_TALKS,
        help_text=gettext_lazy("Open ones: asked for or agreed. Whoever wants more waits until one was held."),
    )  # fmt: skip
    rest_days = forms.IntegerField(
        label=gettext_lazy("Days that an insider rests after each talk"), min_value=0, max_value=365,
        help_text=gettext_lazy("So that the willing are not used up. They can set a pause of their own besides."),
    )  # fmt: skip
    answer_days = forms.IntegerField(
        label=gettext_lazy("Days that an insider has to answer"), min_value=1, max_value=60,
        help_text=gettext_lazy("After that the seeker goes back to the waiting list, first in line."),
    )  # fmt: skip
    most_missed = forms.IntegerField(
        label=gettext_lazy("Talks missed before a caseworker is asked"), min_value=1, max_value=10,
        help_text=gettext_lazy("Who misses as many is matched again only after somebody has spoken with them."),
    )  # fmt: skip

    @property
    def house(self) -> House:
        return House(**self.cleaned_data)

    def groups(self) -> Sequence[tuple[StrPromise, list[forms.BoundField]]]:
        """The page's sections: a heading and its fields."""
        return [(title, [self[name] for name in names.split()]) for title, names in GROUPS]


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    at = leads(request)
    told: dict[str, Any] = {name: getattr(at.programme, name) for name in House.__dataclass_fields__}
    form = ProgrammeForm(request.POST if request.method == "POST" else None, initial=told)
    if form.is_valid():
        try:
            change_programme(workspace=at.workspace, house=form.house, by=at.user)
        except NoNameError:
            form.add_error("name", _("Give it a name: its people will read it."))
        else:
            say(request, _("Saved."))
            return redirect("programmes:settings")
    point(form)
    context = {
        "at": at,
        "form": form,
        "link": open_link(request, at.programme),
        "volunteer_link": volunteer_link(request, at.programme),
        "mailbox": usual_mailbox(at.workspace),
    }
    return render(request, "programmes/settings.html", context, status=422 if form.errors else 200)


@require_POST
def renew(request: HttpRequest) -> HttpResponse:
    """New links for the open forms."""
    renew_open_pages(workspace=leads(request).workspace)
    say(request, _("There is a new link. The one before leads nowhere now."))
    return redirect("programmes:settings")
