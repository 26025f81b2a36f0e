"""The language model that may speak for an insider."""

from django.db import models

from askwell.accounts.models import WorkspaceModel


class ModelEndpoint(WorkspaceModel):
    """Where the seeker's model answers. Its key is sealed, and no export holds it."""

    url = models.TextField(help_text="up to where /chat/completions begins")
    model = models.CharField(max_length=200, help_text="its name at the server")
    sealed_key = models.TextField(blank=True)
    is_on = models.BooleanField(default=False)
    last_trouble = models.CharField(max_length=20, blank=True, help_text="a ChatTrouble; empty: it answered last")
    last_trouble_at = models.DateTimeField(null=True)
    rests_until = models.DateTimeField(null=True, help_text="not asked before: it failed, see last_trouble")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace"], name="model_endpoint_once")]
