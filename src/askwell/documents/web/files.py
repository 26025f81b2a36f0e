"""Documents as files."""

import json
import re

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from askwell.documents.choices import Form
from askwell.documents.models import Version
from askwell.documents.queries.versions import document_of
from askwell.documents.rules.freezing import json_resume
from askwell.lib.text import clean
from askwell.protocols import papers
from askwell.protocols.papers import Letter

TYPES = {
    Form.PDF: "application/pdf",
    Form.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.TEXT: "text/plain; charset=utf-8",
    Form.JSON: "application/json",
}
_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def file_of(version: Version, form: str) -> HttpResponse:
    """The document to keep on a disk. Raises Http404 for a form that it does not have."""
    if form not in set(Form):
        raise Http404
    kind = Form(form)
    headers = {
        "Content-Disposition": content_disposition_header(True, name_of(version, kind)) or "",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(_data(version, kind), content_type=TYPES[kind], headers=headers)


def name_of(version: Version, form: Form) -> str:
    """Who and what for, without anything that a file system minds."""
    document, _layout = document_of(version)
    parts = (document.name, version.name.replace(" · ", " "))
    name = clean(_NO_NAME.sub(" ", " - ".join(filter(None, parts))), limit=110).strip(". ")
    return f"{name or 'document'}.{form.value}"


def _data(version: Version, form: Form) -> bytes:
    document, layout = document_of(version)
    if form is Form.PDF:
        return papers.pdf(document, layout).data
    if form is Form.WORD:
        return papers.docx(document, layout)
    if form is Form.TEXT:
        return papers.text(document, document.language, layout).encode()
    if isinstance(document, Letter):
        raise Http404
    return json.dumps(json_resume(document, layout), ensure_ascii=False, indent=2).encode()
