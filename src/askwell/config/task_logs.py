"""Tasks in the log: what is logged during one carries its name and workspace, and one that failed is a line."""

import logging
import re
from contextlib import suppress
from typing import Any
from uuid import UUID

from django_tasks import TaskResult, TaskResultStatus
from django_tasks.signals import task_finished, task_started

from askwell.config.logs import FRAMES, Facts, doing

log = logging.getLogger(__name__)

FRAME = re.compile(r'^  File "(?:[^"]*[/\\])?([^"/\\]+)\.py", line (\d+), in (\w+|<\w+>)$', re.MULTILINE)


def tell_of_tasks() -> None:
    """From now on this process does."""
    task_started.connect(_begins, dispatch_uid="logs")
    task_finished.connect(_ended, dispatch_uid="logs")


def _begins(*, task_result: TaskResult[Any], **_: Any) -> None:
    doing.set(lambda: facts(task_result))


def _ended(*, task_result: TaskResult[Any], **_: Any) -> None:
    if task_result.status == TaskResultStatus.FAILED and task_result.errors:
        last = task_result.errors[-1]
        error = {"type": last.exception_class_path, "at": places(last.traceback)}
        log.error("a task failed", extra={"facts": {**facts(task_result), "error": error}})
    doing.set(None)


def facts(task_result: TaskResult[Any]) -> Facts:
    """A task's name and number, and the workspace that it was given."""
    with suppress(IndexError, ValueError):
        return {**_named(task_result), "workspace": str(UUID(str(task_result.args[0])))}
    return _named(task_result)


def _named(task_result: TaskResult[Any]) -> Facts:
    return {"task": task_result.task.name, "task_id": str(task_result.id)}


def places(traceback: str) -> list[str]:
    """Module, line and function of each frame, without what stood there."""
    return [f"{module}:{line} {function}" for module, line, function in FRAME.findall(traceback)][-FRAMES:]
