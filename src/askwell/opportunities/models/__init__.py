"""Opportunities and applications, what was brought in to be confirmed, and feeds."""

from askwell.opportunities.models.intakes import Feed, Intake
from askwell.opportunities.models.openings import Application, Opportunity, OwnStage, Step
from askwell.opportunities.models.signals import papers_asked

__all__ = ["Application", "Feed", "Intake", "Opportunity", "OwnStage", "Step", "papers_asked"]
