"""What a form about a talk says."""

from django.http import QueryDict

from askwell.lib.numbers import whole_number
from askwell.programmes.actions.feedback import Said

YES, NO = "yes", "no"


def said_of(post: QueryDict) -> Said | None:
    """None where it does not say whether the other came."""
    if post.get("came") not in (YES, NO):
        return None
    again = {YES: True, NO: False}.get(post.get("again", ""))
    return Said(
        came=post["came"] == YES,
        useful=whole_number(post.get("useful", ""), 0) or None,
        again=again,
        referrals=whole_number(post.get("referrals", ""), 0),
        text=post.get("text", ""),
        may_tell=bool(post.get("may_tell")),
    )
