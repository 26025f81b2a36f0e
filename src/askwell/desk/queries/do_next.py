"""Do next: what is due, then whom to write to; for the web and the terminal."""

from dataclasses import dataclass
from datetime import datetime

from askwell.accounts.models import Profile, Workspace
from askwell.outreach.queries import count_due, due_follow_ups, whom_next
from askwell.outreach.queries.values import DueFollowUp, Suggestion, Who

AT_ONCE = 6
FEWEST_SUGGESTED = 1
MOST_SUGGESTED = 3
MINUTES_TO_WRITE = 10
"""About how long a first message takes; our own guess."""


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do: a duty that is due, or a person to write to. Exactly one of `due` and `suggested` is set."""

    who: Who
    minutes: int
    due: DueFollowUp | None = None
    suggested: Suggestion | None = None


@dataclass(frozen=True, slots=True)
class DoNext:
    """The things in the order to do them; `more` further duties are due as well."""

    todos: tuple[Todo, ...]
    more: int

    @property
    def minutes(self) -> int:
        """About how long all of them take."""
        return sum(todo.minutes for todo in self.todos)


def do_next(
    workspace: Workspace,
    now: datetime,
    limit: int = AT_ONCE,
    *,
    counted: int | None = None,
    profile: Profile | None = None,
) -> DoNext:
    """At most `limit` things: duties first, the most urgent on top, then one to three people to write to.

    However much is due, one new person is always among them: a search that only reacts runs dry. `counted` (how
    much is due) and `profile` are for whoever has them already.
    """
    due = due_follow_ups(workspace, now, limit)
    wanted = min(MOST_SUGGESTED, max(FEWEST_SUGGESTED, limit - len(due)))
    owed = {one.who.id for one in due}
    weighed = whom_next(workspace, now, wanted + len(owed), profile=profile)
    people = [one for one in weighed if one.who.id not in owed][:wanted]
    shown = due[: max(limit - len(people), 0)]
    if counted is None:
        counted = count_due(workspace, now) if len(due) == limit else len(due)
    todos = (*(_duty(one) for one in shown), *(_letter(one) for one in people))
    return DoNext(todos[:limit], counted - len(shown))


def _duty(due: DueFollowUp) -> Todo:
    return Todo(who=due.who, minutes=due.minutes, due=due)


def _letter(suggestion: Suggestion) -> Todo:
    return Todo(who=suggestion.who, minutes=MINUTES_TO_WRITE, suggested=suggestion)
