"""Lists of insiders or of seekers: put in, looked at, applied, taken back."""

from collections.abc import Sequence
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts.actions import note
from askwell.accounts.choices import Deed
from askwell.programmes.actions import uploading
from askwell.programmes.actions.errors import InUseError, NotNowError, UnreadableListError, UploadTooLargeError
from askwell.programmes.choices import Audience, RowFault
from askwell.programmes.models import Upload
from askwell.programmes.queries.listed import brought_up_to_date
from askwell.programmes.queries.uploads import MOST_ROWS, hanging, uploads
from askwell.programmes.rules.columns import columns_for
from askwell.programmes.rules.listed import RowProblem
from askwell.programmes.web.acting import done
from askwell.programmes.web.doors import At, leads
from askwell.programmes.web.letter_kinds import KINDS
from askwell.programmes.web.words.insiders import column_name, refusal
from askwell.protocols.csv_out import write_csv
from askwell.ui.say import refuse, say

SHOWN = 200
"""Rows and problems that a page shows; the others are counted."""


def audience_of(request: HttpRequest) -> Audience:
    told = request.POST.get("audience") or request.GET.get("audience", "")
    return Audience.SEEKERS if told == Audience.SEEKERS else Audience.INSIDERS


@require_http_methods(["GET", "HEAD", "POST"])
def lists(request: HttpRequest) -> HttpResponse:
    """What was put in so far, and the field for the next file."""
    at, trouble = leads(request), ""
    if request.method == "POST":
        try:
            upload = _received(request, at)
        except UploadTooLargeError:
            trouble = _("More than %(n)s rows or 10 MB: put it in as several lists.") % {"n": MOST_ROWS}
        except UnreadableListError as error:
            trouble = refusal(error.code)
        else:
            return redirect("programmes:list", upload.pk)
    context = {"at": at, "uploads": uploads(at.workspace), "trouble": trouble, "audience": audience_of(request)}
    return render(request, "programmes/insiders/lists.html", context, status=422 if trouble else 200)


def _received(request: HttpRequest, at: At) -> Upload:
    file = request.FILES.get("file")
    if file is None:
        raise UnreadableListError("empty")
    if (file.size or 0) > uploading.LARGEST:
        raise UploadTooLargeError
    return uploading.receive_list(
        programme=at.programme,
        audience=audience_of(request),
        name=file.name or "",
        data=file.read(),
        by=at.user,
        now=timezone.now(),
    )


def _row(at: At, upload_id: UUID) -> Upload:
    found = Upload.objects.of(at.workspace).select_related("workspace").filter(pk=upload_id).first()
    if found is None:
        raise Http404
    return found


@require_safe
def one(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    """Before it is applied what would come in, afterwards what was left out."""
    at = leads(request)
    upload = _row(at, upload_id)
    if upload.applied_at:
        problems = [RowProblem(p["row"], RowFault(p["code"]), p["detail"], p["name"]) for p in upload.problems]
        letters = KINDS[Audience(upload.audience)].rows(at.workspace).count()
        context = {
            "at": at, "upload": upload, "hanging": hanging(upload), "letters": letters,
            "updated": brought_up_to_date(upload).count(), **_parted(problems),
        }  # fmt: skip
        return render(request, "programmes/insiders/list_done.html", context)
    return _preview(request, at, upload)


def _preview(request: HttpRequest, at: At, upload: Upload, trouble: str = "") -> HttpResponse:
    try:
        reading = uploading.read_list(upload)
    except UnreadableListError as error:  # what was read a moment ago, in a newer version
        return render(
            request, "programmes/insiders/lists.html",
            {"at": at, "uploads": [], "trouble": refusal(error.code), "audience": upload.audience}, status=422,
        )  # fmt: skip
    context = {
        "at": at,
        "upload": upload,
        "reading": reading,
        "fresh": reading.fresh[:10],
        "updates": reading.updates[:SHOWN],
        "more_updates": max(len(reading.updates) - SHOWN, 0),
        "unheeded": pgettext("list", ", ").join(f"“{heading}”" for heading in reading.unheeded),
        "choices": _choices(Audience(upload.audience)),
        "trouble": trouble or ("" if reading.has_names else refusal("no_names")),
        "obtained": request.POST.get("obtained", ""),
        **_parted(reading.problems),
    }
    return render(request, "programmes/insiders/list_preview.html", context, status=422 if trouble else 200)


def _choices(audience: Audience) -> list[tuple[str, str]]:
    """What a column may hold."""
    return [(code, column_name(code, audience)) for code in ("", *columns_for(audience))]


def _parted(problems: Sequence[RowProblem]) -> dict[str, object]:
    """Rows that stay out, and rows that come in without something."""
    out = [one for one in problems if one.leaves_out]
    gone = {one.row for one in out}
    partly = [one for one in problems if one.row not in gone]
    more = sum(max(len(found) - SHOWN, 0) for found in (out, partly))
    return {"out": out[:SHOWN], "partly": partly[:SHOWN], "more": more}


@require_POST
def columns(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    at = leads(request)
    try:
        uploading.choose_columns(
            workspace=at.workspace, upload_id=upload_id, columns=request.POST.getlist("column")[:200]
        )
    except (Upload.DoesNotExist, UnreadableListError):
        raise Http404 from None
    return redirect("programmes:list", upload_id)


@require_POST
def apply(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    at = leads(request)
    upload = _row(at, upload_id)
    obtained = request.POST.get("obtained", "")
    if not upload.applied_at and not obtained.strip() and _brings_somebody(upload):
        return _preview(request, at, upload, _("Say first where the addresses come from: it is kept with each."))
    try:
        uploading.apply_list(
            programme=at.programme, upload_id=upload_id, obtained=obtained, are_in=bool(request.POST.get("are_in")),
            updates=bool(request.POST.get("updates")), now=timezone.now(),
        )  # fmt: skip
    except NotNowError:
        refuse(request, _("It was applied already."))
    except UnreadableListError as error:
        return _preview(request, at, upload, refusal(error.code))
    else:
        note(Deed.LIST_BROUGHT, place=at.workspace.pk, by=at.user.pk)
        say(request, _("The list is in."), undo=reverse("programmes:list_back", args=[upload_id]))
    return redirect("programmes:list", upload_id)


@require_POST
def take_back(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    at = leads(request)
    upload = _row(at, upload_id)
    updated = brought_up_to_date(upload).count()
    try:
        count = uploading.take_list_back(workspace=at.workspace, upload_id=upload_id, now=timezone.now())
    except InUseError:
        refuse(request, _in_use(hanging(upload)))
    except NotNowError:
        refuse(request, _("It was taken back already."))
    else:
        gone = ngettext("%(n)s person is gone again.", "%(n)s people are gone again.", count) % {"n": count}
        say(request, _("What the list changed is as before.") if updated and not count else gone)
    return redirect("programmes:list", upload_id)


def _brings_somebody(upload: Upload) -> bool:
    """Else nobody asks how addresses were come by."""
    try:
        return bool(uploading.read_list(upload).fresh)
    except UnreadableListError:
        return False


def _in_use(count: int) -> str:
    return ngettext(
        "It cannot be taken back: with %(n)s of them something happened since. Remove people one by one.",
        "It cannot be taken back: with %(n)s of them something happened since. Remove people one by one.",
        count,
    ) % {"n": count}


@require_POST
def throw_away(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    at = leads(request)

    def act() -> None:
        uploading.throw_list_away(workspace=at.workspace, upload_id=upload_id)

    return done(request, act, _("Nothing was brought in."), "programmes:lists")


@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """An empty list with two rows as an example, in the reader's language."""
    leads(request)
    audience = audience_of(request)
    names = [name for name in columns_for(audience) if name not in ("given", "family")]
    rows = [[EXAMPLES[row].get(name, "") for name in names] for row in range(2)]
    answer = HttpResponse(
        write_csv([column_name(name, audience) for name in names], rows), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="{audience}.csv"'
    return answer


EXAMPLES = (
    {
        "name": "Rosa Osei", "email": "rosa@tidewater.example", "phone": "604-555-0134",
        "organisation": "Tidewater Ledger", "title": "Controller", "field": "Accounting",
        "topics": "month-end close; licensing", "languages": "English, French", "level": "senior", "talks": "2",
        "hours": "Mon 18:00-20:00; Sat 9-12", "zone": "America/Vancouver",
    },
    {
        "name": "Lin Wei", "native_name": "林薇", "email": "lin@harbour.example", "phone": "604-555-0171",
        "organisation": "Harbour Clinic", "title": "Lab lead", "field": "Laboratory", "topics": "GMP; quality control",
        "languages": "普通话、English", "level": "lead", "talks": "1", "hours": "周一18:00-20:00",
        "zone": "America/Toronto",
    },
)  # fmt: skip
"""Nobody real."""
