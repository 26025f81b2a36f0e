"""When the goal of successful interviews is reached: the model, in the order in which it is computed.

1. *Rates* (`rates.py`). A first message becomes a successful interview with a chance that depends on its
   channel and on the tie. METHOD.md's five starting rates (grade C) are the means of Beta priors; one factor
   of the seeker, common to all their groups, shifts them all, so that every group is shrunk towards what the
   seeker meets elsewhere. An open thread counts as a failure only as far as its success would be due by now.
2. *Pace* (`pace.py`). New contacts a week with more spread than chance alone, and how long from the first
   message to the interview that counts.
3. *Dates* (`dates.py`). The chance of the goal by a day, from agreed interviews, open threads and contacts
   still to be made; its quantiles. *Contacts* (`contacts.py`) is the same without time.

Deterministic: sums over a grid, no random numbers. How well the intervals hold is measured by
`bench/forecast_calibration.py`.
"""

from askwell.interviews.rules.forecast.answer import chances_by, forecast
from askwell.interviews.rules.forecast.values import Case, Counts, Faster, Forecast, GroupRate, TieGroup, tie_group

__all__ = [
    "Case",
    "Counts",
    "Faster",
    "Forecast",
    "GroupRate",
    "TieGroup",
    "chances_by",
    "forecast",
    "tie_group",
]
