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


class Deed(StrEnum):
    """What the audit log knows of. An entry also says who, whose data, when, and facts that are codes."""

    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    LOCKED_OUT = "locked_out"
    FACTOR_FAILED = "factor_failed"
    FACTOR_ADDED = "factor_added"
    FACTOR_REMOVED = "factor_removed"
    CODES_RENEWED = "codes_renewed"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 # a code
    EMAIL_CHANGED = "email_changed"
    SESSIONS_ENDED = "sessions_ended"
    EXPORTED = "exported"  # all of a workspace
    TAKEN_OUT = "taken_out"  # people, as a file
    RESTORED = "restored"
    PERSON_ERASED = "person_erased"
    ALL_ERASED = "all_erased"
    ADMITTED = "admitted"
    ROLE_CHANGED = "role_changed"
    DISMISSED = "dismissed"
    LOOKED = "looked"  # a caseworker, at what a seeker shares
    PROGRAMME_CHANGED = "programme_changed"
    REPORT_TAKEN = "report_taken"
    ROUND_BEGUN = "round_begun"
    ROUND_SENT = "round_sent"
    PAIR_FORBIDDEN = "pair_forbidden"
    TALK_CALLED_OFF = "talk_called_off"
    LIST_BROUGHT = "list_brought"


class Gone(StrEnum):
    """What is erased for good. Codes, also in a file beside the database."""

    EVERYTHING = "everything"  # of a workspace
    ACCOUNT = "account"  # of a user, with the workspace that was theirs
    PERSON = "person"  # of an address book
    SEEKER = "seeker"  # their part in a programme
    INSIDER = "insider"  # a programme's volunteer
