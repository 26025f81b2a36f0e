"""Shared vocabulary of accounts."""

from enum import StrEnum


class WorkspaceKind(StrEnum):
    SEEKER = "seeker"
    PROGRAMME = "programme"


class MembershipRole(StrEnum):
    """As what somebody works in a workspace. Caseworkers and coordinators are of a programme."""

    OWNER = "owner"  # of a seeker's workspace the seeker; of a programme who may do everything in it
    COORDINATOR = "coordinator"
    CASEWORKER = "caseworker"
