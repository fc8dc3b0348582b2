"""A corpus of plans in our format, made from a seed: the same seed and number give the same bytes.

One file is a team's quarter of about 9 KB and 265 lines: three objectives with three key results each, check-ins, actions,
notes and comments; seven quarters of a team are closed with their scores, the eighth is running. A corpus of 1,000 files
begins with the files of a corpus of 100.
"""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Iterator
from pathlib import Path
from random import Random

RUNNING = "2026-Q4"
VERBS = ("Raise", "Increase", "Grow", "Lift")
THINGS = (
    "invoices", "dashboards", "replies", "guides", "exports", "webinars", "invitations", "refunds", "backups", "interviews",
    "prototypes", "partners", "alerts", "templates", "releases", "audits", "bookings", "reviews", "courses", "integrations",
)  # fmt: skip
PLACES = (
    "Norway", "Portugal", "Chile", "Japan", "Kenya", "Texas", "Bavaria", "Quebec", "Sicily", "Scotland", "Jutland", "Java",
    "Peru", "Ghana", "Tasmania", "Ohio", "Burgundy", "Goa", "Malta", "Crete", "Fiji", "Nepal", "Oman", "Utah", "Wales",
)  # fmt: skip
AIMS = (
    "Make the first week feel effortless", "Become the name that agencies ask for", "Let customers answer their own questions",
    "Win back the accounts that went quiet", "Put every number where people decide",
)  # fmt: skip
WORDS = ["the", "team", "agreed", "that", "a", "smaller", "scope", "helps", "because", "last", "quarter", "showed", "how", "much", "work", "hides", "behind", "one", "number", "and", "customers", "told", "us", "in", "interviews", "that", "they", "look", "at", "speed", "first", "so", "we", "watch", "what", "they", "feel", "and", "say", "it", "every", "week"]  # fmt: skip


def _sentence(random: Random, words: int) -> str:
    start = random.randrange(len(WORDS))
    return " ".join(WORDS[(start + 3 * step) % len(WORDS)] for step in range(words)).capitalize()


def quarter_of(index: int, count: int) -> str:
    """The quarter of a plan: up to eight quarters of each team, the running one first."""
    number = 7 - index % min(8, count)
    return f"{2025 + number // 4}-Q{number % 4 + 1}"


def company(count: int) -> str:
    """The company file: the people and metrics that so many plans refer to."""
    people = "".join(
        f"  - id: person-{team}-{n}\n    name: Person {n} of team {team}\n    team: team-{team:03}\n"
        for team in range(_teams(count))
        for n in range(4)
    )
    metrics = "".join(
        f"  - id: metric-{n}\n    name: {name.capitalize()}\n    unit: accounts\n    category: product\n    source: Report {n}\n"
        for n, name in enumerate(THINGS)
    )
    return (
        "kind: company\nversion: 1\nname: Benchmark\nfiscal_year_start: 1\nfocus:\n  metric: metric-0\n  growth: 5% per month\n"
        f"  since: 2025-Q1\npeople:\n{people}metrics:\n{metrics}"
    )


def _teams(count: int) -> int:
    return (count + 7) // 8


def plan(index: int, count: int, seed: int = 1) -> str:
    """The plan of one team for one quarter."""
    random = Random(f"{seed}/{index}")  # noqa: S311  a benchmark needs the same numbers again, not secret ones
    quarter, team = quarter_of(index, count), index // 8
    lines = [
        "# yaml-language-server: $schema=../../schemas/plan.schema.json",
        "kind: plan", "version: 1", f"team: team-{team:03}", f"quarter: {quarter}",
        f"status: {'active' if quarter == RUNNING else 'closed'}",
        f"lead: person-{team}-0", "agreed:", f"  date: {_day(quarter, -7)}", "  by:",
        *(f"    - person-{team}-{step}" for step in range(3)), "objectives:",
    ]  # fmt: skip
    for number in range(3):
        lines += _objective(random, team, number, quarter)
    lines.append("reviews:")
    for week in (1, 3, 5):
        lines += [f"  - date: {_day(quarter, 7 * week)}", f"    note: {_sentence(random, 8)}"]
    return "\n".join(lines) + "\n"


def _day(quarter: str, days: int) -> datetime.date:
    first = datetime.date(int(quarter[:4]), 3 * int(quarter[-1]) - 2, 1)
    return first + datetime.timedelta(days=days)


def _objective(random: Random, team: int, number: int, quarter: str) -> Iterator[str]:
    yield f"  - id: objective-{number}"
    yield f"    title: {AIMS[(team + number) % len(AIMS)]}"
    yield "    why: >-"
    yield from (f"      {_sentence(random, 17)}" for _ in range(2))
    yield f"    owner: person-{team}-{number}"
    yield "    commitment: aspirational"
    yield "    supports: focus"
    yield "    key_results:"
    for position in range(3):
        yield from _key_result(random, team, 3 * number + position, quarter)


def _measure(team: int, number: int, quarter: str) -> str:
    """What a key result counts, different for every team and quarter."""
    quarters = 4 * int(quarter[:4]) + int(quarter[-1]) - 8101
    place, thing = divmod(72 * team + 9 * quarters + number, len(THINGS))
    return f"{THINGS[thing]} from {PLACES[place % len(PLACES)]} by region {place // len(PLACES)}"


def _key_result(random: Random, team: int, number: int, quarter: str) -> Iterator[str]:
    baseline, goal, reached = 1000 * random.randrange(1, 20), random.randrange(10, 40), random.randrange(5, 10)
    measure = _measure(team, number, quarter)
    yield f"      - id: result-{quarter.lower()}-{number}"
    yield f"        title: {random.choice(VERBS)} {measure} by {goal}%"
    yield f"        owner: person-{team}-{number % 4}"
    yield f"        metric: {measure.capitalize()}"
    yield "        baseline:"
    yield f"          value: {baseline}"
    yield f"          source: Report {number}  # read on the first day"
    yield f"        growth: {goal}%"
    yield "        guard: Complaints a week"
    yield "        actions:"
    yield f"          - title: {_sentence(random, 9)}"
    yield f"            owner: person-{team}-{(number + 1) % 4}"
    yield f"            due: {_day(quarter, random.randrange(50, 80))}"
    yield "        check_ins:"
    yield f"          {_day(quarter, 12)}: {baseline + baseline * goal // 500}"
    yield f"          {_day(quarter, 26)}: {baseline + baseline * goal // 300}"
    yield f"          {_day(quarter, 44 if quarter == RUNNING else 89)}:"
    yield f"            value: {baseline + baseline * goal * reached // 1000}"
    yield "            confidence: 0.7"
    yield f"            note: {_sentence(random, 14)}"
    if quarter != RUNNING:
        yield "        close:"
        yield f"          score: 0.{reached}"
        yield "          cause: channel-slower"
        yield f"          learned: {_sentence(random, 12)}"
        yield "          decision: continue"


def write(folder: Path, count: int, seed: int = 1) -> list[Path]:
    """Write a corpus of that many plans, a company and the settings; the paths of the plans.

    It is no git repository: there okrlint asks git which files are ignored, and other tools do not.
    """
    (folder / "okrs").mkdir(parents=True)
    (folder / "okrlint.toml").write_text('paths = ["okrs"]\nas_of = "2026-11-15"\n', "utf-8")
    (folder / "okrs" / "company.yaml").write_text(company(count), "utf-8")
    paths = []
    for index in range(count):
        path = folder / "okrs" / quarter_of(index, count) / f"team-{index // 8:03}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(plan(index, count, seed), "utf-8")
        paths.append(path)
    return paths


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-n", "--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.folder, given.count, given.seed)
