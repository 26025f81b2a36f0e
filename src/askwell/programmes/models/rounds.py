"""Rounds of matching, their pairs, and what both sides said afterwards."""

from django.db import models
from django.db.models import Q

from askwell.accounts.models import OwnKey, User, WorkspaceModel
from askwell.programmes.choices import MatchState, RoundState, Side, WishKind
from askwell.programmes.models.house import Participant
from askwell.programmes.models.insiders import Insider
from askwell.programmes.models.sessions import Cohort


class Round(WorkspaceModel):
    """One matching of the active seekers (of a cohort, or of all) with the insiders who have places."""

    number = models.PositiveIntegerField()
    name = models.CharField(max_length=120, blank=True)
    cohort = OwnKey(Cohort, models.SET_NULL, null=True, related_name="rounds")
    state = models.CharField(max_length=10, default=RoundState.DRAFT)
    week = models.DateField(help_text="a Monday: whose clocks count where zones differ")
    weights = models.JSONField(default=dict, help_text="topics, language, seniority, decay: [over, under]")
    with_unjoined = models.BooleanField(default=True, help_text="who has not joined yet takes what the others leave")
    version = models.PositiveIntegerField(default=1, help_text="up with every wish, weight or person that changes it")
    solved_version = models.PositiveIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True, help_text="a worker is solving since then")
    tries = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=20, blank=True)
    solved_at = models.DateTimeField(null=True)
    seconds = models.FloatField(null=True, help_text="that solving took")
    summary = models.JSONField(default=dict, help_text="what was matched: seekers, insiders, places, met, objective")
    problems = models.JSONField(default=list, help_text="[{fault, who, detail}] of rules.intake")
    change = models.JSONField(default=dict, help_text="what the last change cost whom")
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "number"], name="round_number_once")]


class Wish(WorkspaceModel):
    """A coordinator's: these two in any case, or never."""

    round = OwnKey(Round, models.CASCADE, db_index=False, related_name="wishes")
    participant = OwnKey(Participant, models.CASCADE, related_name="+")
    insider = OwnKey(Insider, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, default=WishKind.PIN)
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "round", "participant", "insider"], name="one_wish_a_pair")
        ]


class Match(WorkspaceModel):
    """A seeker and an insider who are to meet. The talk itself lies in the seeker's own workspace; here is only how it
    stands. `participant` is forgotten when they leave: the count stays."""

    round = OwnKey(Round, models.CASCADE, db_index=False, related_name="matches")
    participant = OwnKey(Participant, models.SET_NULL, null=True, related_name="matches")
    leaver = models.UUIDField(null=True, help_text="of one who left: the same for all their talks, and tells no more")
    insider = OwnKey(Insider, models.SET_NULL, null=True, related_name="matches")
    cohort = OwnKey(Cohort, models.SET_NULL, null=True, related_name="+")
    field = models.CharField(max_length=120, blank=True, help_text="the insider's, for counts")
    language = models.CharField(max_length=10, blank=True, help_text="the first that both speak, for counts")
    state = models.CharField(max_length=10, default=MatchState.PROPOSED)
    is_pinned = models.BooleanField(default=False)
    place = models.PositiveSmallIntegerField(default=1, help_text="1: the seeker's best talk of the round")
    score = models.PositiveSmallIntegerField(default=0, help_text="0-100")
    reason = models.JSONField(default=dict, help_text="rules.reasons.PairReason, as JSON")
    thread_id = models.UUIDField(null=True, help_text="outreach.Thread in the seeker's workspace")
    answer = models.CharField(
        max_length=300, blank=True, help_text="what the insider said with a no, or the programme as it called it off"
    )
    send_at = models.DateTimeField(null=True, help_text="the coordinator pressed Send then; a worker has not come by")
    trouble = models.CharField(max_length=10, blank=True, help_text="a NotSent: why it was not sent")
    asked_at = models.DateTimeField(null=True, help_text="the letter to the insider left; None: to be sent by hand")
    reminded_at = models.DateTimeField(null=True)
    inquired_at = models.DateTimeField(null=True, help_text="both were asked how it went")
    by_hand = models.CharField(
        max_length=80, blank=True, help_text="letters that could not leave, to be passed on: letters.Kind, by blanks"
    )
    answered_at = models.DateTimeField(null=True)
    starts_at = models.DateTimeField(null=True, help_text="the agreed time; once held, when it was")
    ended_at = models.DateTimeField(null=True, help_text="held, declined, missed or cancelled since")
    missed_by = models.CharField(max_length=8, blank=True, help_text="a Side: who did not come, or called off late")
    thanks_ready_at = models.DateTimeField(null=True, help_text="the thank-you could not leave: it is sent by hand")
    thanked_at = models.DateTimeField(null=True, help_text="the programme thanked the insider, or they want no mail")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "round", "participant", "insider"],
                condition=Q(participant__isnull=False, insider__isnull=False),
                name="match_once_a_round",
            )
        ]
        indexes = [
            models.Index(fields=["workspace", "round", "state"], name="match_by_state"),
            models.Index(fields=["workspace", "state", "asked_at"], name="match_unanswered"),
            models.Index(fields=["thread_id"], name="match_of_thread"),
        ]


class Unmatched(WorkspaceModel):
    """A seeker of a round who has no talk, and why."""

    round = OwnKey(Round, models.CASCADE, db_index=False, related_name="unmatched")
    participant = OwnKey(Participant, models.CASCADE, related_name="+")
    reason = models.JSONField(default=dict, help_text="rules.reasons.UnmetReason, as JSON")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "round", "participant"], name="unmatched_once")]


class Feedback(WorkspaceModel):
    """What one of the two said of a talk, to the programme alone."""

    match = OwnKey(Match, models.CASCADE, db_index=False, related_name="feedback")
    side = models.CharField(max_length=8, default=Side.SEEKER)
    came = models.BooleanField(null=True, help_text="whether the other came")
    useful = models.PositiveSmallIntegerField(null=True, help_text="1-5")
    again = models.BooleanField(null=True, help_text="would do it again")
    referrals = models.PositiveSmallIntegerField(default=0, help_text="how many people were named")
    text = models.TextField(blank=True)
    may_tell = models.BooleanField(default=False, help_text="the words may be told to the other side")
    given_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "match", "side"], name="feedback_once_a_side")]
