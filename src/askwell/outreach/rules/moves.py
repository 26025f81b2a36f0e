"""Which moves a thread can make, as one table.

What the table decides beyond DESIGN.md:

* *waiting* and *nudged* mean it is their turn, *answered* the seeker's. A reply that expects an answer puts
  an answered thread back to waiting, so the follow-up rules hold for the second round as for the first.
* A no is answered, not closed: thanking them closes it. The same for being passed on to somebody else.
* After "not now" a reply only acknowledges; writing again on the date they named starts a new wait.
* Only messages that expect an answer count as unanswered. A third one in a row is refused whatever it is
  called, a call nobody picked up included.
* Closed stays closed, with three exceptions. A thread let rest is reopened by any late answer; one that was
  declined by any answer but another no; both by a chance meeting. After *met* whatever comes is kept on
  the timeline and changes nothing. After *stopped* nothing reopens it and nothing can be sent, nor after *joined*:
  there the person's other thread goes on.
* A question that came back (its address is dead) keeps its state too, but asks to be sent again by another way: `LOST`.
* A machine's out-of-office note keeps every state; what it moves are the dates (see `followups`).
"""

from collections.abc import Iterable, Mapping

from askwell.outreach.choices import Answer, MessageKind, Outcome, ThreadState

Trigger = MessageKind | Answer
"""What the table is asked for: an answer where there is one, else the kind of the entry."""

Situation = tuple[ThreadState, Answer | Outcome | None]
"""A state; for answered also the answer, for closed the outcome, where these matter."""

_S, _K, _A, _O = ThreadState, MessageKind, Answer, Outcome
ANSWERS: tuple[Answer, ...] = (_A.ACCEPTS, _A.ASKS, _A.DEFERS, _A.DECLINES, _A.REFERS)
EXPECTING: frozenset[Trigger] = frozenset({_K.FIRST, _K.NUDGE, _K.REPLY, _K.AGAIN, _K.CALL})


def _row(
    moves: Mapping[Trigger, ThreadState], *, stay: ThreadState, keeps: Iterable[Trigger] = ()
) -> dict[Trigger, ThreadState]:
    """One row of the table; a note and a stop are possible everywhere, and any open thread can be joined."""
    always: dict[Trigger, ThreadState] = {_K.NOTE: stay, _A.STOP: _S.CLOSED}
    if stay is not _S.CLOSED:
        always[_K.JOINED] = _S.CLOSED
    return {**moves, **dict.fromkeys(keeps, stay), **always}


def _answers(*leave_out: Answer) -> dict[Trigger, ThreadState]:
    return {answer: _S.ANSWERED for answer in ANSWERS if answer not in leave_out}


def _answered(**own: ThreadState) -> dict[Trigger, ThreadState]:
    """A row of *answered*: `own` says what the seeker's side leads to after this answer."""
    moves: dict[Trigger, ThreadState] = {MessageKind(kind): state for kind, state in own.items()}
    moves |= {**_answers(), _K.RESTED: _S.CLOSED}
    return _row(moves, stay=_S.ANSWERED, keeps=(_K.CHANCE_MEETING, _A.OUT_OF_OFFICE))


def _without(row: Mapping[Trigger, ThreadState], *leave_out: Trigger) -> dict[Trigger, ThreadState]:
    return {trigger: state for trigger, state in row.items() if trigger not in leave_out}


_AGREED = {"scheduled": _S.SCHEDULED, "met": _S.CLOSED}
_SILENCE: dict[Trigger, ThreadState] = {
    **_answers(),
    _K.CHANCE_MEETING: _S.ANSWERED,
    _K.SCHEDULED: _S.SCHEDULED,
    _K.RESTED: _S.CLOSED,
}

MOVES: Mapping[Situation, Mapping[Trigger, ThreadState]] = {
    (_S.DRAFTING, None): _row(
        {_K.FIRST: _S.WAITING, _K.CALL: _S.WAITING, **_answers()},
        stay=_S.DRAFTING,
        keeps=(_K.CHANCE_MEETING,),
    ),
    (_S.WAITING, None): _row(
        {_K.NUDGE: _S.NUDGED, _K.CALL: _S.NUDGED, **_SILENCE}, stay=_S.WAITING, keeps=(_A.OUT_OF_OFFICE,)
    ),
    (_S.NUDGED, None): _row(_SILENCE, stay=_S.NUDGED, keeps=(_A.OUT_OF_OFFICE,)),
    (_S.ANSWERED, None): _answered(reply=_S.WAITING, call=_S.WAITING, thanks=_S.ANSWERED, **_AGREED),
    (_S.ANSWERED, _A.DEFERS): _answered(
        reply=_S.ANSWERED, again=_S.WAITING, call=_S.WAITING, thanks=_S.ANSWERED, **_AGREED
    ),
    (_S.ANSWERED, _A.DECLINES): _answered(thanks=_S.CLOSED),
    (_S.ANSWERED, _A.REFERS): _answered(thanks=_S.CLOSED, reply=_S.WAITING, call=_S.WAITING, **_AGREED),
    (_S.SCHEDULED, None): _row(
        {
            _K.MET: _S.CLOSED,
            _K.CANCELLED: _S.ANSWERED,
            _A.DEFERS: _S.ANSWERED,
            _A.DECLINES: _S.ANSWERED,
        },
        stay=_S.SCHEDULED,
        keeps=(
            *(_K.SCHEDULED, _K.REPLY, _K.CALL, _K.THANKS, _K.CHANCE_MEETING),
            *(_A.ACCEPTS, _A.ASKS, _A.REFERS, _A.OUT_OF_OFFICE),
        ),
    ),
    (_S.CLOSED, _O.MET): _row(
        {},
        stay=_S.CLOSED,
        keeps=(_K.THANKS, _K.REPLY, _K.CALL, _K.CHANCE_MEETING, *ANSWERS, _A.OUT_OF_OFFICE),
    ),
    (_S.CLOSED, _O.DECLINED): _row(
        {**_answers(_A.DECLINES), _K.CHANCE_MEETING: _S.ANSWERED},
        stay=_S.CLOSED,
        keeps=(_A.DECLINES, _K.THANKS, _A.OUT_OF_OFFICE),
    ),
    (_S.CLOSED, _O.SILENT): _row(
        {**_answers(), _K.CHANCE_MEETING: _S.ANSWERED}, stay=_S.CLOSED, keeps=(_A.OUT_OF_OFFICE,)
    ),
    (_S.CLOSED, _O.STOPPED): _row({}, stay=_S.CLOSED, keeps=(_A.OUT_OF_OFFICE,)),
    (_S.CLOSED, _O.JOINED): _row({}, stay=_S.CLOSED),  # what is possible here must be possible without the join
}

_ONCE_MORE: dict[Trigger, ThreadState] = dict.fromkeys((_K.FIRST, _K.REPLY, _K.AGAIN, _K.CALL), _S.WAITING)
LOST: Mapping[ThreadState, Mapping[Trigger, ThreadState]] = {
    _S.WAITING: {**_without(MOVES[_S.WAITING, None], _K.NUDGE), **_ONCE_MORE},
    _S.NUDGED: {**MOVES[_S.NUDGED, None], _K.NUDGE: _S.NUDGED, _K.CALL: _S.NUDGED},
}
"""The rows while the last question is known to have reached nobody: it is asked once more, nothing else is asked."""
