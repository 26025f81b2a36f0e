"""What an error page may show: nothing of where passwords and keys are at hand, also while debugging."""

import logging
import re
from types import FrameType
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter

HIDDEN = (
    "askwell.protocols.mail.servers",
    "askwell.protocols.calendar.fetching",
    "askwell.protocols.fetching",
    "askwell.protocols.chat",
    "askwell.protocols.connecting",
    "askwell.outreach.actions.mail",
    "askwell.outreach.web.mail",
    "askwell.interviews.actions.own_calendars",
    "askwell.interviews.web.own_calendars",
    "askwell.practice.actions.modelling",
    "askwell.practice.web.modelling",
)
SECRET_FIELDS = frozenset({"link", "code", "state", "sealed"})  # beside what Django takes for secret
PRIVATE_LINK = re.compile(r"(/(?:meet|calendar|unsubscribe|enter|join|volunteer|insider)/)[^\s/?]+")


class WithoutLinks(logging.Filter):
    """Private links open what they name to whoever reads them, so a log says only which kind was asked for."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = PRIVATE_LINK.sub(r"\1…", record.getMessage())
        record.args = None
        return True


class Discreet(SafeExceptionReporterFilter):
    """Django's, which shows everything while DEBUG is on, made to hide what is secret then too."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True

    def get_post_parameters(self, request: HttpRequest | None) -> Any:
        if request is None:
            return {}
        shown = request.POST.copy()
        for name in shown:
            if name in SECRET_FIELDS or self.hidden_settings.search(name):
                shown[name] = self.cleansed_substitute
        return shown

    def get_traceback_frame_variables(self, request: HttpRequest | None, tb_frame: FrameType) -> Any:
        shown = super().get_traceback_frame_variables(request, tb_frame)
        if _is_near_secrets(tb_frame):
            return [(name, self.cleansed_substitute) for name, _ in shown]
        return shown


def _is_near_secrets(frame: FrameType | None) -> bool:
    """Whether this function, or one that called it, handles passwords of mailboxes."""
    while frame:
        if str(frame.f_globals.get("__name__", "")).startswith(HIDDEN):
            return True
        frame = frame.f_back
    return False
