"""Letters: the list, a new one by its kind, and the page on which it is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.documents.actions import letters as actions
from askwell.documents.actions.errors import ChangedElsewhereError, DocumentError, GapsError
from askwell.documents.actions.letters import LetterText
from askwell.documents.actions.versions import LETTER_PAGES, take_out_letter
from askwell.documents.choices import LANGUAGES, Form, LetterKind
from askwell.documents.models import Letter, Resume
from askwell.documents.queries import letters as reads
from askwell.documents.queries.resumes import resumes
from askwell.documents.rules.letters import gaps_in, wording
from askwell.documents.web.files import file_of
from askwell.documents.web.letter_view import context_of, layout_of
from askwell.documents.web.pictures import inline, page, pictured, shown
from askwell.documents.web.words import codes
from askwell.interviews.queries.insights import ClaimRow
from askwell.lib.ids import id_of
from askwell.lib.numbers import whole_number
from askwell.ui.rooms import bcp47
from askwell.ui.say import say

SHORT = {"reader", "job", "employer", "start", "day", "call", "pay", "point", "wish", "last_day", "person", "reach"}
"""Fields of a few words."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of a form: its code, what it asks, an example, and what is known for it."""

    name: str
    label: str
    example: str
    is_optional: bool
    is_long: bool
    told: str


@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """The kinds to begin with, and what was written."""
    rows = [
        (one, codes.letter(one.kind), codes.language(one.language)) for one in reads.letters(workspace_of(request.user))
    ]
    kinds = [(kind.value, *codes.LETTERS[kind]) for kind in LetterKind]
    return render(request, "documents/letters.html", {"rows": rows, "kinds": kinds})


def new(request: HttpRequest) -> HttpResponse:
    """What a letter of a kind (`kind`, `language`) needs to be told; a POST writes it."""
    sent = request.POST if request.method == "POST" else request.GET
    verb, _dash, other = sent.get("do", "").partition("-")
    kind, language = sent.get("kind", LetterKind.COVER), sent.get("language", bcp47(translation.get_language() or "en"))
    language = other if verb == "language" else language
    if kind not in set(LetterKind) or language not in LANGUAGES:
        raise Http404
    workspace, now = workspace_of(request.user), timezone.now()
    if request.method == "POST" and verb != "language":
        return _begun(request, workspace, kind, language, now)
    return render(request, "documents/letter_new.html", _asking(workspace, kind, language, sent))


def _asking(workspace: Workspace, kind: str, language: str, sent: QueryDict) -> dict[str, Any]:
    said, rows = wording(kind, language), resumes(workspace)
    goes_with = next((row for row in rows if str(row.id) == sent.get("resume")), None)
    told = _told(workspace, sent)
    asked = [name for name in said.fields if name != "insider"]
    return {
        "kind": kind,
        "title": codes.letter(kind),
        "why": codes.LETTERS[LetterKind(kind)][1],
        "language": language,
        "languages": codes.LANGUAGES.items(),
        "fields": [
            Asked(name, *codes.field(name, language), name in said.optional, name not in SHORT, told.get(name, ""))
            for name in asked
        ],
        "claims": reads.claims(workspace, sent.get("claim", "")) if "insight" in said.fields else (),
        "resumes": rows if kind in (LetterKind.COVER, LetterKind.REFERENCE_REQUEST) else (),
        "goes_with": goes_with,
        "recipient": sent.get("recipient", ""),
        "chosen": id_of(sent.get("claim", "")),
        "may_name": "may_name" in sent,
    }


def _told(workspace: Workspace, sent: QueryDict) -> dict[str, str]:
    """What was typed; what the chosen resume is for, where nothing was."""
    told = {name: text for name, text in sent.items() if isinstance(text, str) and text.strip()}
    row = next((one for one in resumes(workspace) if str(one.id) == sent.get("resume")), None)
    return {"job": row.title, "employer": row.employer} | told if row else told


def _begun(request: HttpRequest, workspace: Workspace, kind: str, language: str, now: datetime) -> HttpResponse:
    told = _told(workspace, request.POST)
    facts = {name: told.get(name, "") for name in wording(kind, language).fields if name != "insider"}
    claim = reads.claim_named(workspace, request.POST.get("claim", ""))
    if claim:
        facts["insight"] = facts["insight"].strip() or claim.text
        if "may_name" in request.POST:
            native = language == "zh-Hans" and claim.who.native
            facts["insider"] = claim.who.native if native else claim.who.latin or claim.who.native
        elif given := _giving_away(claim, facts["insight"]):
            told_apart = _("The letter does not name who told you, but says %(word)s: does that give them away?")
            say(request, told_apart % {"word": given})
    try:
        row = actions.begin_letter(
            workspace=workspace, kind=kind, language=language, facts=facts,
            recipient=request.POST.get("recipient", ""), resume_id=id_of(request.POST.get("resume", "")),
            day=timezone.localdate(), now=now,
        )  # fmt: skip
    except (DocumentError, Resume.DoesNotExist):
        raise Http404 from None
    return redirect("documents:letter", row.pk)


def _giving_away(claim: ClaimRow, text: str) -> str:
    """What in a text tells who said it: their name or their employer; empty where nothing does."""
    who, low = claim.who, text.casefold()
    words = (who.organisation, who.native, who.latin, who.family)
    return next((word for word in words if len(word) > 1 and word.casefold() in low), "")


@never_cache
def letter(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """The page; a POST keeps what was typed, and takes the letter out where its button says so (`do`)."""
    row, now = _row(request, letter_id), timezone.now()
    if request.method != "POST":
        return render(request, "documents/letter.html", context_of(row))
    do = request.POST.get("do", "save")
    try:
        row = _kept(request, row, now)
        if do in set(Form):
            name, despite = codes.letter(row.kind, row.language), "despite_gaps" in request.POST
            return file_of(take_out_letter(letter=row, name=name, form=do, despite_gaps=despite, now=now), do)
    except ChangedElsewhereError:
        return _refused(request, row)
    except GapsError as error:
        return _with_gaps(request, row, error.gaps, do)
    except DocumentError:
        raise Http404 from None
    return redirect("documents:letter", letter_id)


def _refused(request: HttpRequest, row: Letter) -> HttpResponse:
    """The page with what was typed, which is not kept: another page changed the letter since."""
    elsewhere, row.version = row.version, whole_number(request.POST.get("version", ""), 0)
    actions.put(row, text_of(request.POST))
    context = context_of(row) | {"elsewhere": elsewhere}
    context["sources"] = inline(pictured(reads.written_letter(row), layout_of(row)))
    return render(request, "documents/letter.html", context, status=422)


def _with_gaps(request: HttpRequest, row: Letter, gaps: Sequence[str], do: str) -> HttpResponse:
    return render(request, "documents/letter.html", {**context_of(row), "refused": gaps, "wanted": do}, status=422)


@require_POST
def autosave(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """Keeps what is typed: 204, or 409 where another page has it."""
    try:
        _kept(request, _row(request, letter_id), timezone.now())
    except DocumentError:
        return HttpResponse(status=409)
    return HttpResponse(status=204)


@require_POST
def preview(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """The pages as they would print now; nothing is kept."""
    row = _row(request, letter_id)
    actions.put(row, text_of(request.POST))
    written = reads.written_letter(row)
    made = pictured(written, layout_of(row))
    context = shown(made, LETTER_PAGES, inline(made)) | {"row": row, "gaps": gaps_in(written)}
    return render(request, "documents/parts/letter_pages.html", context)


@require_safe
def letter_page(request: HttpRequest, letter_id: UUID, number: str) -> HttpResponse:
    """One page as a picture."""
    row = _row(request, letter_id)
    return page(pictured(reads.written_letter(row), layout_of(row)), number)


def text_of(post: QueryDict) -> LetterText:
    """What was typed."""
    names = ("date", "recipient", "subject", "greeting", "body", "closing")
    return LetterText(**{name: post.get(name, "") for name in names}, paper=post.get("paper", "letter"))


def _kept(request: HttpRequest, row: Letter, now: datetime) -> Letter:
    post = request.POST
    version = whole_number(post.get("over", post.get("version", "")), 0)
    return actions.write_letter(
        workspace=row.workspace, letter_id=row.pk, text=text_of(post), version=version,
        editor=post.get("editor", "")[:40], now=now,
    )  # fmt: skip


def _row(request: HttpRequest, letter_id: UUID) -> Letter:
    try:
        return reads.letter_row(workspace_of(request.user), letter_id)
    except Letter.DoesNotExist:
        raise Http404 from None
