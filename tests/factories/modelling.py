"""A language model that was named, as its page does it."""

from askwell.accounts.models import Workspace
from askwell.practice.actions import modelling
from askwell.practice.models import ModelEndpoint

KEY = "sk-canary-4711"


def make_model(workspace: Workspace, url: str, *, key: str = KEY, on: bool = True) -> ModelEndpoint:
    modelling.name_model(workspace=workspace, url=url, model="small", key=key)
    modelling.switch(workspace=workspace, on=on)
    return ModelEndpoint.objects.of(workspace).get()
