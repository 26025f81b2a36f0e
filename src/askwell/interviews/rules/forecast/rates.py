"""How often a first message becomes a successful interview: Beta priors, moved by the seeker's own counts.

For each of a few values of the seeker's factor (a shift of every group's log-odds, normally distributed): the
Beta posterior of every group, and the factor's weight from the beta-binomial chance of all counts together.
That is the exact posterior of a hierarchical model, on a grid.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, lgamma

from askwell.interviews.rules.chances import beta_interval, beta_of
from askwell.interviews.rules.forecast.pace import Delay
from askwell.interviews.rules.forecast.values import Case, Counts, GroupRate, TieGroup
from askwell.outreach.choices import Channel

Group = tuple[Channel, TieGroup]

# What a seeker in the middle meets: METHOD.md's starting rates of 5, 10, 20, 30 and 40 % (grade C). Which group starts
# where is our reading of "success by email or phone is rare unless someone introduces you", and of Roghanizad and
# Bohns on asking face to face.
_WRITTEN = {TieGroup.COLD: 0.05, TieGroup.LOOSE: 0.20, TieGroup.CLOSE: 0.30, TieGroup.INTRODUCED: 0.30}
STARTING: Mapping[Channel, Mapping[TieGroup, float]] = {
    Channel.EMAIL: _WRITTEN,
    Channel.LINKEDIN: {**_WRITTEN, TieGroup.LOOSE: 0.10, TieGroup.CLOSE: 0.20},
    Channel.PHONE: {**_WRITTEN, TieGroup.INTRODUCED: 0.40},
    Channel.WECHAT: {**_WRITTEN, TieGroup.COLD: 0.10, TieGroup.INTRODUCED: 0.40},
    Channel.IN_PERSON: {
        TieGroup.COLD: 0.20,
        TieGroup.LOOSE: 0.30,
        TieGroup.CLOSE: 0.40,
        TieGroup.INTRODUCED: 0.40,
    },
}
# Whom one writes to before there are counts; worth five contacts. Our choice, C.
STARTING_MIX: Mapping[Group, float] = {
    (Channel.EMAIL, TieGroup.COLD): 1.5,
    (Channel.EMAIL, TieGroup.LOOSE): 1.0,
    (Channel.EMAIL, TieGroup.CLOSE): 0.5,
    (Channel.EMAIL, TieGroup.INTRODUCED): 1.0,
    (Channel.LINKEDIN, TieGroup.LOOSE): 1.0,
}
PRIOR_WORTH = 12.0  # contacts: how much one group differs from what the seeker meets elsewhere
SEEKERS_DIFFER = 0.7  # standard deviation of the seeker's factor, in log-odds
FOLLOW_THROUGH = 0.75  # of agreed interviews become successful ones; our choice, C
LEAST_OWN = 10
_FACTORS = [step / 2 * SEEKERS_DIFFER for step in range(-5, 6)]
_NEGLIGIBLE = 1e-4


@dataclass(frozen=True, slots=True)
class Belief:
    """One value of the seeker's factor: its weight, the groups' Beta posteriors, and what the next contact brings.

    `rate` and `spread` are mean and variance of the chance that a contact of the seeker's usual mix succeeds.
    """

    weight: float
    groups: Mapping[Group, tuple[float, float]]
    rate: float
    spread: float


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a group's threads say: successes and tries, both in fractions where it is still open."""

    group: Group
    successes: float
    tries: float


def beliefs(case: Case, delay: Delay) -> tuple[Belief, ...]:
    """The posterior over the seeker's factor; weights sum to 1."""
    mix = _mix(case)
    seen = {one.group: one for one in (_seen(counts, delay) for counts in case.counts)}
    rows = [_row(factor, mix, seen) for factor in _FACTORS]
    highest = max(score for score, _ in rows)
    weights = [exp(score - highest) for score, _ in rows]
    weights = [weight if weight > _NEGLIGIBLE else 0.0 for weight in weights]
    total = sum(weights)
    return tuple(
        Belief(weight / total, groups, *_of_mix(mix, groups))
        for weight, (_, groups) in zip(weights, rows, strict=True)
        if weight
    )


def next_contact(case: Case, minds: Sequence[Belief], delay: Delay) -> GroupRate:
    """The chance that one more contact of the seeker's usual mix succeeds."""
    parts = [(mind.weight, mind.rate, mind.spread) for mind in minds]
    return _shown(None, parts, case.counts, delay)


def group_rates(case: Case, minds: Sequence[Belief], delay: Delay) -> tuple[GroupRate, ...]:
    """The rate of each group of the case, most contacts first."""
    ordered = sorted(case.counts, key=lambda counts: (-counts.all, counts.channel, counts.tie))
    return tuple(_group_rate(counts, minds, delay) for counts in ordered)


def _group_rate(counts: Counts, minds: Sequence[Belief], delay: Delay) -> GroupRate:
    group = (counts.channel, counts.tie)
    betas = [(mind.weight, *mind.groups[group]) for mind in minds]
    parts = [(weight, mean_of(yes, no), _variance_of(yes, no)) for weight, yes, no in betas]
    return _shown(group, parts, (counts,), delay)


def _shown(
    group: Group | None, parts: Sequence[tuple[float, float, float]], own: Sequence[Counts], delay: Delay
) -> GroupRate:
    mean = sum(weight * rate for weight, rate, _ in parts)
    variance = sum(weight * (spread + (rate - mean) ** 2) for weight, rate, spread in parts)
    channel, tie = group or (None, None)
    return GroupRate(
        channel,
        tie,
        mean,
        *beta_interval(*beta_of(mean, variance)),
        successful=sum(counts.successful for counts in own),
        settled=sum(counts.settled for counts in own),
        from_prior=sum(_seen(counts, delay).tries for counts in own) < LEAST_OWN,
    )


def _mix(case: Case) -> Mapping[Group, float]:
    """The shares of the groups in the contacts to come; they sum to 1."""
    counts = dict(STARTING_MIX)
    for one in case.counts:
        counts[one.channel, one.tie] = counts.get((one.channel, one.tie), 0.0) + one.all
    total = sum(counts.values())
    return {group: count / total for group, count in counts.items()}


def _seen(counts: Counts, delay: Delay) -> _Seen:
    """An open thread is a failure only as far as its success would be due; an agreed one is nearly a success."""
    due = sum(delay.by(age) for age in counts.open_ages)
    agreed = len(counts.agreed)
    return _Seen(
        (counts.channel, counts.tie), counts.successful + FOLLOW_THROUGH * agreed, counts.settled + due + agreed
    )


def _row(
    factor: float, mix: Mapping[Group, float], seen: Mapping[Group, _Seen]
) -> tuple[float, Mapping[Group, tuple[float, float]]]:
    """For one factor: the logarithm of its weight and the groups' posteriors."""
    score = -0.5 * (factor / SEEKERS_DIFFER) ** 2
    groups = {}
    for group in mix:
        yes, no = _prior(group, factor)
        if one := seen.get(group):
            failures = one.tries - one.successes
            score += _log_likelihood(yes, no, one.successes, failures)
            yes, no = yes + one.successes, no + failures
        groups[group] = (yes, no)
    return score, groups


def _prior(group: Group, factor: float) -> tuple[float, float]:
    channel, tie = group
    start = STARTING[channel][tie]
    mean = 1 / (1 + (1 - start) / start * exp(-factor))
    return PRIOR_WORTH * mean, PRIOR_WORTH * (1 - mean)


def _log_likelihood(yes: float, no: float, successes: float, failures: float) -> float:
    """Beta-binomial, without what does not depend on the factor (yes + no is the same for all)."""
    return lgamma(yes + successes) - lgamma(yes) + lgamma(no + failures) - lgamma(no)


def _of_mix(mix: Mapping[Group, float], groups: Mapping[Group, tuple[float, float]]) -> tuple[float, float]:
    rate = sum(share * mean_of(*groups[group]) for group, share in mix.items())
    spread = sum(share**2 * _variance_of(*groups[group]) for group, share in mix.items())
    return rate, spread


def mean_of(yes: float, no: float) -> float:
    """The mean of a Beta distribution."""
    return yes / (yes + no)


def _variance_of(yes: float, no: float) -> float:
    worth = yes + no
    return yes * no / (worth * worth * (worth + 1))
