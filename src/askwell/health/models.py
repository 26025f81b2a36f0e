"""What tells that Askwell works: its workers."""

from django.db import models

from askwell.lib.ids import uuid7


class Worker(models.Model):
    """A worker process, for as long as it says that it is there. Nobody's data: it belongs to no workspace."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField(help_text="its last sign of life")

    def __str__(self) -> str:
        return str(self.id)
