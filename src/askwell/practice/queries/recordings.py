"""Recordings, as pages show them: never their sound."""

from uuid import UUID

from django.conf import settings

from askwell.accounts.models import Workspace
from askwell.practice.models import Recording
from askwell.protocols.speech import speech_is_readable


def is_offered() -> bool:
    """Whether recordings are written down here: the extra is there, and whoever runs Askwell has it on."""
    return bool(settings.SPEECH) and speech_is_readable()


def recording_of(workspace: Workspace, recording_id: UUID) -> Recording:
    """How far it is, and what was said. Raises Recording.DoesNotExist."""
    return Recording.objects.of(workspace).defer("sound").get(pk=recording_id)
