"""Rehearsals with a simulated insider, mock job interviews, drills, situations at work, and recordings."""

from askwell.practice.models.drills import DrillTry
from askwell.practice.models.job_interviews import JobAnswer, JobInterview
from askwell.practice.models.modelling import ModelEndpoint
from askwell.practice.models.recordings import Recording
from askwell.practice.models.rehearsals import Rehearsal, Utterance
from askwell.practice.models.situations import SituationAnswer, SituationCard

__all__ = [
    "DrillTry",
    "JobAnswer",
    "JobInterview",
    "ModelEndpoint",
    "Recording",
    "Rehearsal",
    "SituationAnswer",
    "SituationCard",
    "Utterance",
]
