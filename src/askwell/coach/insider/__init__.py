"""Somebody to practise with: an invented insider who answers what is asked.

`persona` makes one, `opening` is their first word, `answer` their next. All are pure: what the insider remembers is
read from the turns, so the same turns give the same reply. `warm` loads ahead what the first answer would wait for.
`reply_stream` has a language model speak instead, and goes on where that fails.
"""

from askwell.coach.insider.hearing import warm
from askwell.coach.insider.modelled import Ask, Piece, reply_stream
from askwell.coach.insider.replying import answer, opening
from askwell.coach.insider.trades import persona, trades
from askwell.coach.insider.values import KINDS, Mood, Persona, Reply, Trade

__all__ = [
    "KINDS",
    "Ask",
    "Mood",
    "Persona",
    "Piece",
    "Reply",
    "Trade",
    "answer",
    "opening",
    "persona",
    "reply_stream",
    "trades",
    "warm",
]
