"""The set `drafts` of the labelled cases: what the draft coach finds, under the labels of that set."""

from typing import Any

from askwell.coach import drafts

_flag = {
    drafts.Code.TOO_LONG: "too_long",
    drafts.Code.ASKS_FOR_JOB: "asks_for_job",
    drafts.Code.NO_ASK: "no_clear_ask",
    drafts.Code.NO_CONNECTION: "no_connection",
    drafts.Code.GENERIC: "generic",
    drafts.Code.ATTACHES_RESUME: "attaches_resume",
    drafts.Code.PLACEHOLDER_LEFT: "placeholder_left",
    drafts.Code.WRONG_NAME: "wrong_name",
    drafts.Code.BEGGING: "begging",
    drafts.Code.SELF_CENTRED: "self_centred",
    drafts.Code.NO_TIME_BOUND: "no_time_bound",
    drafts.Code.SPAM_WORDS: "spam_words",
    drafts.Code.LANGUAGE_MISMATCH: "language_mismatch",
}


def message(case: dict[str, Any]) -> drafts.Message:
    """The draft as the coach reads it."""
    recipient = case["recipient"]
    return drafts.Message(
        text=case["body"],
        channel=case["channel"].removesuffix("_script"),
        language=case["lang"],
        subject=case["subject"] or "",
        recipient=recipient["name"],
        role=recipient["role"],
        organisation=recipient["organisation"],
        sender=case["sender"]["name"],
    )


def predict(case: dict[str, Any]) -> dict[str, Any]:
    """One prediction line for one case."""
    found = {_flag[finding.code] for finding in drafts.check(message(case)) if finding.code in _flag}
    return {"id": case["id"], "flags": sorted(found)}
