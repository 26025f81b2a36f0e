"""The write page's form as it comes in, and how two forms that are open on one draft are kept apart.

A form names the version of the draft that its text was typed on, and itself (`editor`), since a form that saves as
one types meets its own saves. Nothing else in web/ knows of versions.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from uuid import UUID

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from askwell.coach.drafts import Code
from askwell.lib.ids import id_of
from askwell.lib.numbers import whole_number
from askwell.lib.text import clean_block
from askwell.outreach.actions.errors import DoNotContactError, LockedDraftError, StaleEditError
from askwell.outreach.choices import Channel, MessageKind
from askwell.outreach.models import Message
from askwell.outreach.queries.drafts import DraftText, text_of
from askwell.outreach.queries.write import LANGUAGES, WRITTEN, Wish
from askwell.outreach.web.draft_view import fingerprint
from askwell.outreach.web.log import why_not
from askwell.people.models import Person


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form's text, the version of the draft it was typed on (0 for none yet), and the fingerprint of the text
    that it began as. `reach`: to whom it asks to be introduced."""

    version: int
    composed: str
    text: DraftText
    reach: UUID | None = None


class RefusedError(Exception):
    """The text was not kept: `sheet` is what to show, `why` what the page says of it."""

    def __init__(self, sheet: Sheet, **why: object) -> None:
        super().__init__(sheet, why)
        self.sheet, self.why = sheet, why


@contextmanager
def kept_apart(sheet: Sheet) -> Iterator[None]:
    """Around whatever saves or sends a sheet. Raises RefusedError and, for nobody known, Http404."""
    try:
        yield
    except Person.DoesNotExist:
        raise Http404 from None
    except StaleEditError as error:
        raise RefusedError(_anew(sheet, error.current), stale=True, theirs=_body(error.current)) from None
    except DoNotContactError as error:
        raise RefusedError(sheet, refusal=why_not(error)) from None
    except LockedDraftError:
        refusal = _("This message is in the outbox already. Call it back to write on it.")
        raise RefusedError(sheet, refusal=refusal) from None


def _anew(sheet: Sheet, current: Message | None) -> Sheet:
    """As a new form on what stands there now: saving it, the seeker has seen the other text."""
    return replace(sheet, version=current.version if current else 0, text=replace(sheet.text, editor=""))


def _body(current: Message | None) -> str:
    return text_of(current).body if current else ""


def sheet_of(posted: QueryDict) -> Sheet:
    """Anything that a browser can send makes a sheet."""
    wish = wish_of(posted)
    body = clean_block(posted.get("body", ""))
    composed = posted.get("composed", "")
    text = DraftText(
        kind=wish.kind or MessageKind.FIRST,
        channel=wish.channel or Channel.EMAIL,
        language=wish.language or "en",
        body=body,
        subject=posted.get("subject", ""),
        address=posted.get("address", ""),
        variant=wish.variant,
        edited=fingerprint(body) != composed,
        editor=posted.get("editor", "")[:32],
        template=id_of(posted.get("template", "")),
        dismissed=tuple(dict.fromkeys(code for code in posted.getlist("dismissed") if code in set(Code))),
    )
    return Sheet(whole_number(posted.get("version", ""), 0), composed, text, wish.reach)


def wish_of(query: QueryDict) -> Wish:
    """What is asked for of kind, channel, language and wording; what is unknown is not asked for."""
    kind, channel, language = (query.get(name, "") for name in ("kind", "channel", "language"))
    return Wish(
        kind=MessageKind(kind) if kind in WRITTEN else None,
        channel=Channel(channel) if channel in set(Channel) else None,
        language=language if language in LANGUAGES else "",
        variant=whole_number(query.get("variant", ""), 0),
        reach=id_of(query.get("introduce", "")),
    )
