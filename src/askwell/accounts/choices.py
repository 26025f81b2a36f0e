"""Shared vocabulary of accounts."""

from enum import StrEnum


class WorkspaceKind(StrEnum):
    SEEKER = "seeker"
    PROGRAMME = "programme"


class MembershipRole(StrEnum):
    OWNER = "owner"
