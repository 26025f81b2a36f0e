"""What opportunities ask higher apps."""

from django.dispatch import Signal

papers_asked = Signal()
"""Asked by an opportunity's page: `papers_asked.send(sender=Opportunity, workspace=…, opportunity_id=…)`.

A receiver (documents: what was written for it) returns a list of `queries.values.Paper`.
"""
