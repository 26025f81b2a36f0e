"""The funder's report: on screen, and as a file."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from askwell.accounts.actions import note
from askwell.accounts.choices import Deed
from askwell.lib.ids import id_of
from askwell.lib.times import local_day
from askwell.programmes.models import Cohort
from askwell.programmes.queries.cohorts import kept_cohorts
from askwell.programmes.queries.numbers import Period, period_numbers
from askwell.programmes.web.doors import At, staff
from askwell.programmes.web.report_files import as_csv, as_pdf, as_xlsx, report_of
from askwell.protocols.papers import Report
from askwell.ui.sure import sure

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMS = {
    "pdf": (as_pdf, "application/pdf"),
    "xlsx": (as_xlsx, SPREADSHEET),
    "csv": (as_csv, "text/csv; charset=utf-8"),
}


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """`first`, `last` and `cohort` in the address say of what; else of this year so far."""
    at = staff(request)
    period, trouble = _period(request, at)
    cohorts = list(kept_cohorts(at.workspace))
    cohort = next((row for row in cohorts if row.pk == id_of(request.GET.get("cohort", ""))), None)
    told: dict[str, Any] = {
        "at": at, "period": period, "trouble": trouble, "cohorts": cohorts, "cohort": cohort,
        "report": _report(at, period, cohort), "forms": list(FORMS),
    }  # fmt: skip
    return render(request, "programmes/report.html", told, status=422 if trouble else 200)


@sure
@require_safe
def report_file(request: HttpRequest, form: str) -> HttpResponse:
    at = staff(request)
    period, trouble = _period(request, at)
    key = id_of(request.GET.get("cohort", ""))
    cohort = kept_cohorts(at.workspace).filter(pk=key).first() if key else None
    if form not in FORMS or trouble or (request.GET.get("cohort") and cohort is None):
        raise Http404
    write, kind = FORMS[form]
    note(Deed.REPORT_TAKEN, place=at.workspace.pk, by=at.user.pk, facts={"form": form})
    name = f"report {period.first} {period.last}.{form}"
    headers = {
        "Content-Disposition": content_disposition_header(True, name) or "",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(write(_report(at, period, cohort)), content_type=kind, headers=headers)


def _report(at: At, period: Period, cohort: Cohort | None) -> Report:
    return report_of(at.programme, period, period_numbers(at.programme, period), cohort)


def _period(request: HttpRequest, at: At) -> tuple[Period, str]:
    """The period that is asked for, and what is wrong with it: then it is this year's."""
    today = local_day(timezone.now(), at.programme.zone)
    usual = Period(today.replace(month=1, day=1), today)
    first, last = (_day(request.GET.get(name, "")) for name in ("first", "last"))
    if not (request.GET.get("first") or request.GET.get("last")):
        return usual, ""
    if first is None or last is None:
        return usual, _("Write both days, such as 2026-11-25.")
    return (Period(first, last), "") if first <= last else (usual, _("It cannot end before it starts."))


def _day(text: str) -> date | None:
    try:
        day = parse_date(text)
    except ValueError:
        return None
    return day if day and 2000 <= day.year <= 2100 else None
