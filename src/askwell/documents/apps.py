from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import AppConfig

if TYPE_CHECKING:
    from askwell.accounts.models import Workspace
    from askwell.opportunities.queries.values import Paper


class DocumentsConfig(AppConfig):
    name = "askwell.documents"

    def ready(self) -> None:
        """An opening's page shows what was written for it."""
        from askwell.opportunities.models import papers_asked  # noqa: PLC0415 - models load after the apps

        papers_asked.connect(written_for, dispatch_uid="documents")


def written_for(*, workspace: "Workspace", opportunity_id: UUID, **_: Any) -> "list[Paper]":
    from askwell.documents.queries.versions import written_for as papers  # noqa: PLC0415 - as above

    return papers(workspace, opportunity_id)
