"""All that was said suggests to ask insiders about, to be copied."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from askwell.accounts.queries import workspace_of
from askwell.portfolio.queries.reflecting import suggested
from askwell.portfolio.web.spoken import of_page
from askwell.portfolio.web.words.knowing import about


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    language = of_page()
    found = suggested(workspace_of(request.user), language)
    rows = [(about(one.about, one.side, language), one.questions) for one in found]
    whole = "\n".join(question for _name, asked in rows for question in asked)
    return render(request, "portfolio/knowing/questions.html", {"suggested": rows, "whole": whole})
