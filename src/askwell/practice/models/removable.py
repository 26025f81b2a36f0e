"""What a seeker made in practice, and can throw away."""

from typing import Self

from django.db import models

from askwell.accounts.models import Workspace, WorkspaceModel


class Removable(WorkspaceModel):
    """A row that can be thrown away. It is out of sight at once, and gone when the next thing is thrown away."""

    removed_at = models.DateTimeField(null=True, help_text="thrown away; only an undo sees it")

    class Meta:
        abstract = True

    @classmethod
    def kept(cls, workspace: Workspace) -> models.QuerySet[Self]:
        """This workspace's rows that were not thrown away."""
        return cls.objects.of(workspace).filter(removed_at=None)
