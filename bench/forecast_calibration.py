"""How often the forecast's intervals hold: simulated seekers whose search does not follow the forecast's model.

`forecast_calibration.py [--seekers 2000] [--seed 1] [--shift 0.0] [--plot FILE.svg]`. Each seeker is looked at once, on
the first day (one in four) or at the end of a random week from the first to the fortieth; whoever has reached the
goal by then is drawn again. The day of looking does not depend on what comes after it.

The search, with parameters that are not the model's and are not fitted to it:

* log-odds of a group's chance: METHOD.md's starting rate + `shift` + N(0, 0.6) a seeker + N(0, 0.5) a group;
* the mix of groups: Dirichlet, five in all around a typical mix that is not the model's;
* new contacts in a week: Poisson around a gamma of shape U(0.8, 4), whose mean is log-normal (median 4.5, 0.5) and
  walks by 6 % a week; in 6 % of weeks one to three weeks off begin;
* yes after log-normal days (median 5 times the seeker's own factor, 0.8), the interview a gamma of mean 11 days later,
  one in ten moved by a week; the share of agreed interviews that become successful is Beta(9, 3) a seeker;
* no: four in ten say so, the others are let rest after 21 days, or by three seekers in ten never.
"""

import argparse
import math
import random
import statistics
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from askwell.interviews.rules.forecast import Case, Counts, Forecast, TieGroup, chances_by, forecast
from askwell.interviews.rules.forecast.rates import STARTING, Group
from askwell.outreach.choices import Channel

DAY_ONE = date(2026, 1, 5)  # a Monday
GOAL, LAST_DAY, HORIZON, RECENT = 10, 1095, 730, 8
TYPICAL = {
    (Channel.EMAIL, TieGroup.COLD): 0.25,
    (Channel.EMAIL, TieGroup.LOOSE): 0.2,
    (Channel.LINKEDIN, TieGroup.COLD): 0.15,
    (Channel.LINKEDIN, TieGroup.LOOSE): 0.15,
    (Channel.EMAIL, TieGroup.INTRODUCED): 0.15,
    (Channel.WECHAT, TieGroup.CLOSE): 0.05,
    (Channel.IN_PERSON, TieGroup.LOOSE): 0.05,
}
LEVELS = (10, 20, 30, 40, 50, 60, 70, 80, 90, 95)
STAGES = ("all", "no data", "some", "much")


@dataclass(frozen=True)
class Contact:
    """One first message: days since the start. `ends` is when they say yes or no (infinite: never)."""

    group: Group
    sent: int
    yes: bool
    ends: float
    meets: int
    success: bool

    @property
    def counts_on(self) -> float:
        return self.meets + 1 if self.success else math.inf


class Seeker:
    """Draws one search."""

    def __init__(self, dice: random.Random, shift: float) -> None:
        self.dice = dice
        skill = dice.gauss(0, 0.6) + shift
        self.chances = {group: self._chance(group, skill) for group in TYPICAL}
        shares = [dice.gammavariate(5 * share, 1) for share in TYPICAL.values()]
        self.mix = shares if sum(shares) > 0 else list(TYPICAL.values())
        self.follow_through = dice.betavariate(9, 3)
        self.slow = dice.lognormvariate(0, 0.25)
        self.tidy = dice.random() < 0.7
        self.weeks = self._weeks()
        days = [7 * week for week, count in enumerate(self.weeks) for _ in range(count)]
        self.contacts = [self.contact(monday + dice.randrange(7)) for monday in days]

    def _chance(self, group: Group, skill: float) -> float:
        start = STARTING[group[0]][group[1]]
        return 1 / (1 + (1 - start) / start * math.exp(-skill - self.dice.gauss(0, 0.5)))

    def _weeks(self) -> list[int]:
        pace, shape, off = self.dice.lognormvariate(math.log(4.5), 0.5), self.dice.uniform(0.8, 4), 0
        found = []
        for _ in range(LAST_DAY // 7):
            pace *= math.exp(self.dice.gauss(0, 0.06))
            if off == 0 and self.dice.random() < 0.06:
                off = self.dice.randint(1, 3)
            found.append(0 if off else self._poisson(self.dice.gammavariate(shape, pace / shape)))
            off = max(0, off - 1)
        return found

    def _poisson(self, mean: float) -> int:
        count, left = 0, self.dice.expovariate(1)
        while left < mean:
            count, left = count + 1, left + self.dice.expovariate(1)
        return count

    def contact(self, sent: int) -> Contact:
        dice = self.dice
        group = dice.choices(list(TYPICAL), self.mix)[0]
        yes = dice.random() < min(0.95, self.chances[group] / self.follow_through)
        answers = sent + dice.lognormvariate(math.log(5 * self.slow), 0.8)
        if yes:
            meets = round(answers + dice.gammavariate(2, 5.5) + (7 if dice.random() < 0.1 else 0))
            return Contact(group, sent, True, answers, meets, dice.random() < self.follow_through)
        ends = answers if dice.random() < 0.4 else (sent + 21 if self.tidy else math.inf)
        return Contact(group, sent, False, ends, 0, False)

    def reached_on(self) -> float:
        days = sorted(contact.counts_on for contact in self.contacts)
        return days[GOAL - 1] if len(days) >= GOAL else math.inf


def seen(seeker: Seeker, today: int) -> Case:
    """What Askwell would know at the start of day `today`."""
    sent = [contact for contact in seeker.contacts if contact.sent < today]
    groups = defaultdict(list)
    for contact in sent:
        groups[contact.group].append(contact)
    met = [contact for contact in sent if contact.yes and contact.meets < today]
    week = today // 7
    return Case(
        today=DAY_ONE + timedelta(today),
        goal=GOAL,
        done=sum(contact.counts_on <= today for contact in sent),
        counts=tuple(counted(group, contacts, today) for group, contacts in groups.items()),
        weeks=tuple(seeker.weeks[max(0, week - RECENT) : week]),
        delays=tuple(contact.meets - contact.sent for contact in met),
    )


def counted(group: Group, contacts: list[Contact], today: int) -> Counts:
    waits = [one for one in contacts if one.ends > today]
    agreed = [one for one in contacts if one.yes and one.ends <= today and one.meets + 1 > today]
    return Counts(
        *group,
        settled=len(contacts) - len(waits) - len(agreed),
        successful=sum(one.counts_on <= today for one in contacts),
        open_ages=tuple(today - one.sent for one in waits),
        agreed=tuple(DAY_ONE + timedelta(one.meets) for one in agreed),
    )


@dataclass(frozen=True)
class Look:
    """One forecast beside what happened; `before` and `by` are the chances given to the day before and the day."""

    stage: str
    told: Forecast
    day: date | None
    before: float
    by: float
    contacts: int

    def holds(self, level: float) -> bool:
        low, high = (1 - level) / 2, (1 + level) / 2
        return self.before < high and (self.day is None or self.by >= low)

    @property
    def in_interval(self) -> bool:
        """From the dates as the page shows them."""
        low, high = self.told.low or date.max, self.told.high or date.max
        return low <= (self.day or date.max) <= high if self.day else self.told.high is None


def look(dice: random.Random, shift: float) -> Look:
    while True:
        seeker = Seeker(dice, shift)
        today = 0 if dice.random() < 0.25 else 7 * dice.randint(1, 40)
        reached = seeker.reached_on()
        if reached > today:
            break
    case = seen(seeker, today)
    settled = sum(counts.settled for counts in case.counts)
    stage = "no data" if settled == 0 else "some" if settled < 40 else "much"
    within = reached - today <= HORIZON
    day = DAY_ONE + timedelta(int(reached)) if within else None
    last = day or case.today + timedelta(HORIZON + 1)
    before, by = chances_by(case, (min(last - timedelta(1), case.today + timedelta(HORIZON)), last))
    return Look(stage, forecast(case), day, before, by, contacts_it_took(seeker, today, case.still))


def contacts_it_took(seeker: Seeker, today: int, still: int) -> int:
    """New contacts until the goal was sure to be reached, whatever the day."""
    had = sum(one.success and one.counts_on > today for one in seeker.contacts if one.sent < today)
    count = 0
    while had < still and count < 5000:
        count += 1
        had += seeker.contact(today).success
    return count


def report(looks: list[Look]) -> dict[str, dict[int, float]]:
    """Prints the figures by stage, and gives coverage by stage and nominal level, in percent."""
    curves = {}
    for stage in STAGES:
        some = [one for one in looks if stage in ("all", one.stage)]
        curves[stage] = {level: 100 * statistics.mean(one.holds(level / 100) for one in some) for level in LEVELS}
        inside = 100 * statistics.mean(one.in_interval for one in some)
        early = 100 * statistics.mean(one.before < 0.1 and one.by < 0.1 for one in some)
        late = 100 * statistics.mean(one.before >= 0.9 for one in some)
        enough = 100 * statistics.mean(one.contacts <= (one.told.contacts or 5000) for one in some)
        sooner = 100 * statistics.mean(one.by <= 0.5 for one in some)
        off = [(one.day - one.told.expected).days / 7 for one in some if one.day and one.told.expected]
        wide = [(one.told.high - one.told.low).days / 7 for one in some if one.told.high and one.told.low]
        sys.stdout.write(
            f"{stage:8} n {len(some):5}  80 % interval holds {inside:5.1f} % (before {early:.1f}, after {late:.1f})  "
            f"before the median {sooner:.1f} %  median error {statistics.median(off):+.1f} weeks  "
            f"width {statistics.median(wide):.0f} weeks  contacts enough {enough:.1f} %\n"
        )
    return curves


def draw(curves: dict[str, dict[int, float]], looks: list[Look]) -> str:
    """Coverage over nominal level, one line a stage; the target band at 80 %."""
    counts = Counter(one.stage for one in looks)
    strokes = {
        "all": ("#1b1b1b", ""),
        "no data": ("#b3541e", "7 4"),
        "some": ("#1f6f78", "2 3"),
        "much": ("#6b4fa0", ""),
    }

    def spot(x: float, y: float) -> tuple[float, float]:
        return 60 + 4.4 * x, 470 - 4.4 * y

    out = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 540" '
        'font-family="sans-serif" font-size="14" fill="#1b1b1b">',
        "<title>How often the forecast's interval holds, over its nominal level</title>",
        '<rect width="700" height="540" fill="#ffffff"/>',
        f'<rect x="60" y="{spot(0, 85)[1]:.1f}" width="440" height="44" fill="#efe7d6"/>',
        f'<text x="66" y="{spot(0, 80)[1] - 7:.1f}" font-size="12">75 to 85 %: wanted at 80</text>',
    ]
    for tick in range(0, 101, 20):
        x, y = spot(tick, tick)
        out.append(f'<path d="M60 {y:.1f}H500M{x:.1f} 30V470" stroke="#d8d8d8" fill="none"/>')
        out.append(f'<text x="50" y="{y + 5:.1f}" text-anchor="end">{tick}</text>')
        out.append(f'<text x="{x:.1f}" y="490" text-anchor="middle">{tick}</text>')
    out.append('<path d="M60 470L500 30" stroke="#8a8a8a" stroke-dasharray="1 4" fill="none"/>')
    for number, (stage, curve) in enumerate(curves.items()):
        colour, dash = strokes[stage]
        points = " ".join("{:.1f},{:.1f}".format(*spot(level, held)) for level, held in curve.items())
        line = f'stroke="{colour}" stroke-width="{3 if stage == "all" else 2}" stroke-dasharray="{dash}" fill="none"'
        out.append(f'<polyline points="{points}" {line}/>')
        y = 60 + 46 * number
        n = len(looks) if stage == "all" else counts[stage]
        out.append(f'<path d="M516 {y}h34" {line}/><text x="558" y="{y + 5}">{stage}</text>')
        out.append(f'<text x="558" y="{y + 22}" font-size="12">{n:,} seekers, {curve[80]:.0f} at 80</text>')
    out.append('<text x="280" y="520" text-anchor="middle">the interval should hold, %</text>')
    out.append('<text transform="translate(16 250) rotate(-90)" text-anchor="middle">it held, %</text></svg>')
    return "\n".join(out) + "\n"


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--seekers", type=int, default=2000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--shift", type=float, default=0.0, help="of everybody's log-odds, away from METHOD's rates")
    options.add_argument("--plot", type=Path)
    given = options.parse_args()
    dice = random.Random(given.seed)
    looks = [look(dice, given.shift) for _ in range(given.seekers)]
    curves = report(looks)
    if given.plot:
        given.plot.write_text(draw(curves, looks), "utf-8")


if __name__ == "__main__":
    main()
