"""The codes of plans as words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from askwell.growth.choices import ReferenceStage, StepKind, StepState

IDEA, PLANNED, UNDER_WAY, DONE, DROPPED = StepState

KINDS: dict[str, Promise] = {
    StepKind.COURSE: _("Course"),
    StepKind.VOLUNTEER: _("Volunteer role"),
    StepKind.CONVERSATION: pgettext_lazy("step", "Conversation"),
    StepKind.PRACTICE: pgettext_lazy("step", "Practice of your own"),
}
ICONS = {
    StepKind.COURSE: "graduation-cap",
    StepKind.VOLUNTEER: "heart-handshake",
    StepKind.CONVERSATION: "message-circle",
    StepKind.PRACTICE: "hammer",
}
STATES: dict[StepState, Promise] = {
    IDEA: pgettext_lazy("step", "an idea"),
    PLANNED: pgettext_lazy("step", "planned"),
    UNDER_WAY: pgettext_lazy("step", "under way"),
    DONE: pgettext_lazy("step", "done"),
    DROPPED: pgettext_lazy("step", "dropped"),
}
MOVES: dict[StepState, Promise] = {
    IDEA: pgettext_lazy("step", "Back to an idea"),
    PLANNED: pgettext_lazy("step", "Plan it"),
    UNDER_WAY: pgettext_lazy("step", "I begin it"),
    DONE: pgettext_lazy("step", "It is done"),
    DROPPED: pgettext_lazy("step", "Drop it"),
}
ONWARD = {IDEA: PLANNED, PLANNED: UNDER_WAY, UNDER_WAY: DONE}
"""What usually comes next."""
STAGES: dict[ReferenceStage, Promise] = {
    ReferenceStage.NOT_ASKED: pgettext_lazy("reference", "not asked yet"),
    ReferenceStage.ASKED: pgettext_lazy("reference", "asked"),
    ReferenceStage.AGREED: pgettext_lazy("reference", "agreed"),
    ReferenceStage.DECLINED: pgettext_lazy("reference", "declined"),
    ReferenceStage.GIVEN: pgettext_lazy("reference", "given"),
}
NOTED: dict[ReferenceStage, Promise] = {
    ReferenceStage.ASKED: pgettext_lazy("reference", "asked on %(day)s"),
    ReferenceStage.AGREED: pgettext_lazy("reference", "agreed on %(day)s"),
    ReferenceStage.DECLINED: pgettext_lazy("reference", "declined on %(day)s"),
    ReferenceStage.GIVEN: pgettext_lazy("reference", "given on %(day)s"),
}
NOTES: dict[ReferenceStage, Promise] = {
    ReferenceStage.ASKED: pgettext_lazy("reference", "I asked"),
    ReferenceStage.AGREED: _("They agreed"),
    ReferenceStage.DECLINED: _("They said no"),
    ReferenceStage.GIVEN: _("They gave it"),
}
