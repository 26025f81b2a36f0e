"""Somebody to practise with: an invented insider who answers what is asked.

`persona` makes one, `opening` is their first word, `answer` their next. All are pure: what the insider remembers is
read from the turns, so the same turns give the same reply.
"""

from askwell.coach.insider.trades import persona, trades
from askwell.coach.insider.values import Mood, Persona, Reply, Trade

__all__ = ["Mood", "Persona", "Reply", "Trade", "persona", "trades"]
