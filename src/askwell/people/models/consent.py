"""Who asked not to be contacted, kept without saying who."""

from django.db import models

from askwell.accounts.models import WorkspaceModel


class StoppedAddress(WorkspaceModel):
    """An address whose owner asked not to be contacted, as a salted hash: it outlives the person's erasure and
    keeps a later import from bringing them back. No two workspaces share a salt."""

    salt = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, help_text="SHA-256 of salt, kind and key")
    stopped_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "digest"], name="stopped_address_once")]
