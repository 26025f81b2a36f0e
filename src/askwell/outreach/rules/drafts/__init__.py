"""Composes a first message or a nudge from what is known; missing facts change the sentence."""

from askwell.outreach.rules.drafts.compose import compose
from askwell.outreach.rules.drafts.facts import Draft, DraftFacts, Kind
from askwell.outreach.rules.drafts.readers import language_for

__all__ = ["Draft", "DraftFacts", "Kind", "compose", "language_for"]
