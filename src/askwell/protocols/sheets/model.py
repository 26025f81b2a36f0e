"""What reading a workbook may end in."""

from askwell.protocols.child import RefusedError


class SheetsError(RefusedError):
    """The workbook is not read, or not to its end.

    `code` says why: "damaged", "too_large" (more cells or text than any list of people has), or what a RefusedError
    says.
    """
