"""A language model that the seeker names speaks for the insider. It is off until they switch it on.

Never inside a transaction: a server may take half a minute.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.coach.dialogues import Turn
from askwell.coach.insider import Persona, Reply, reply_stream
from askwell.lib.text import clean
from askwell.outreach.actions.mail.opening import guard
from askwell.outreach.actions.mail.secrets import seal, unseal
from askwell.practice.choices import SpokenBy
from askwell.practice.models import ModelEndpoint
from askwell.protocols.chat import ChatError, ChatTrouble, Endpoint, Message, Patience, ask, host_of, link_of
from askwell.protocols.mail.servers import MailError

PATIENCE = Patience(connect=3, first_word=10, whole=25)
"""Seconds: somebody waits for a page."""
TRIAL = "Say in one short sentence that you are ready to talk about your work."
SHOWN = 300
"""Characters of what came when it was tried."""
REST = timedelta(minutes=10)
"""How long a model that failed is not asked, so that nobody waits for it at every turn."""


def name_model(*, workspace: Workspace, url: str, model: str, key: str) -> ModelEndpoint:
    """Keep where the model answers. An empty `key` leaves the one that is kept, as does the switch, but only at the
    same server: another one gets no key that was not meant for it, and no word before it is switched on.

    Raises ChatError, and keeps nothing then.
    """
    url = link_of(url, resolve=guard())
    with transaction.atomic():
        row, _new = ModelEndpoint.objects.of(workspace).select_for_update().get_or_create(workspace=workspace)
        if row.url and _server(row.url) != _server(url):
            row.sealed_key, row.is_on = "", False
        row.url, row.model, row.last_trouble, row.last_trouble_at, row.rests_until = url, model, "", None, None
        if key:
            row.sealed_key = seal(key, mailbox_id=row.pk)
        row.save()
    return row


def _server(url: str) -> tuple[str, str]:
    return url.split(":", 1)[0], host_of(url)


def switch(*, workspace: Workspace, on: bool) -> bool:
    """Let the model speak from now on, or no longer; False where none is named."""
    return ModelEndpoint.objects.of(workspace).update(is_on=on, rests_until=None) > 0


def wake_model(*, workspace: Workspace) -> None:
    """Where it rests after it failed, it is asked with the next turn all the same."""
    ModelEndpoint.objects.of(workspace).update(rests_until=None)


def forget_model(*, workspace: Workspace) -> None:
    """Its address and its key are gone."""
    ModelEndpoint.objects.of(workspace).delete()


def try_model(*, workspace: Workspace, now: datetime) -> str:
    """Have it say one sentence; the beginning of what came. Raises ChatError, ModelEndpoint.DoesNotExist."""
    row = ModelEndpoint.objects.of(workspace).get()
    try:
        came = clean("".join(_asked(row, [Message("user", TRIAL)])), limit=SHOWN)
        if not came:
            raise ChatError(ChatTrouble.GARBLED)
    except ChatError as error:
        _note(row, error.trouble, now)
        raise
    _note(row, None, now)
    return came


def spoken(
    *, workspace: Workspace, persona: Persona, turns: Sequence[Turn], reply: Reply, now: datetime, host: str
) -> tuple[Reply, str]:
    """What the insider says, and by whom it is spoken (a SpokenBy; empty where no model was asked, also because it
    failed and rests). `reply` is the built-in insider's: all of it but the words stays, and the words to ask about
    where they were still said. Only the server `host` is told, the one that the seeker was shown."""
    row = ModelEndpoint.objects.of(workspace).filter(is_on=True).exclude(rests_until__gt=now).first()
    if row is None or host_of(row.url) != host:
        return reply, ""
    pieces = list(reply_stream(lambda messages: _asked(row, messages), persona, turns, reply))
    trouble = pieces[-1].trouble
    if trouble is None and not pieces[-1].by_model:
        return reply, ""
    _note(row, trouble, now)
    text = "".join(piece.text for piece in pieces)
    hook = reply.hook if reply.hook in text else ""
    return replace(reply, text=text, hook=hook), SpokenBy.RELIEVED if trouble else SpokenBy.MODEL


def _asked(row: ModelEndpoint, messages: Sequence[Message]) -> Iterator[str]:
    try:
        key = unseal(row.sealed_key, mailbox_id=row.pk) if row.sealed_key else ""
    except MailError:
        raise ChatError(ChatTrouble.KEY_LOST) from None
    yield from ask(Endpoint(row.url, row.model, key), messages, resolve=guard(), patience=PATIENCE)


def _note(row: ModelEndpoint, trouble: ChatTrouble | None, now: datetime) -> None:
    """Only while the row still names the server that was asked."""
    if trouble or row.last_trouble:
        rows = ModelEndpoint.objects.of(row.workspace).filter(pk=row.pk, url=row.url)
        rests = now + REST if trouble else None
        rows.update(last_trouble=trouble or "", last_trouble_at=now if trouble else None, rests_until=rests)
