"""Small portfolios whose plans refer to one another in every way, made from a seed: the same seed gives the same texts."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

TEAMS = ("atlas", "birch", "cedar", "delta")
QUARTERS = ("2026-Q2", "2026-Q3", "2026-Q4")
_PEOPLE = ("ana", "ben", "chloe", "nobody-knows-her", "atlas")
_METRICS = ("leads", "visits", "active-users", "Conversion from visit to trial", "Users", "New trials")
_TITLES = ("Raise trials", "Grow the trials", "Lift conversion rate", "Reach more users", "Ship the app")
_CAUSES = ("ran-out-of-time", "unrealistic-goal", "wrong-key-result", "target-too-easy", "budget-short")
COMPANY = """\
kind: company
version: 1
name: Web
focus: {metric: leads, growth: 5% per month, since: 2026-Q1}
priorities: [{id: reach, title: Reach}]
people: [{id: ana, name: Ana}, {id: ben, name: Ben}, {id: chloe, name: Chloe}]
metrics: [{id: leads, name: Leads, category: pipeline}, {id: visits, name: Visits}, {id: active-users, name: Users}]
"""
PIPELINE = """\
kind: pipeline
version: 1
quarter: 2026-Q4
mrr: 100000
growth: 10%
average_sale_price: 1000
channels: [{id: search, name: Search}, {id: social, name: Social}]
"""
RATE = """\
kind: plan
version: 1
team: echo
quarter: 2026-Q1
objectives:
  - id: o1
    title: Trials that stay
    supports: focus
    key_results:
      - {id: k1, title: Raise the trial-to-paid rate from 9% to 12%, owner: ben, baseline: 9%, target: 12%}
"""
"""A quarter of its own with a conversion rate and no volume."""


def web(seed: int) -> dict[str, str]:
    """The files by path: a company, a pipeline file and a plan of each team for each quarter, some of them twice."""
    dice = Random(seed)  # noqa: S311 - the same on every machine is what is wanted
    files = {"okrs/company.yaml": COMPANY, "okrs/2026-Q4/pipeline.yaml": PIPELINE, "okrs/2026-Q1/echo.yaml": RATE}
    for quarter in QUARTERS:
        for team in TEAMS:
            files[f"okrs/{quarter}/{team}.yaml"] = "\n".join(_plan(dice, team, quarter)) + "\n"
    files["okrs/again.yaml"] = dice.choice([*files.values()])
    return files


def _plan(dice: Random, team: str, quarter: str) -> Iterator[str]:
    kind = dice.choice(("kind: plan", "kind: plan", "kind: plan", '"kind": plan', "kind:  plan # as ever"))
    status = "active" if quarter == QUARTERS[-1] else dice.choice(("closed", "closed", "active"))
    written = dice.choice((quarter, quarter, quarter, f'"{quarter}"', "2026 Q4"))
    yield from (kind, "version: 1", f"team: {team}", f"quarter: {written}", f"status: {status}", "lead: ana")
    if dice.random() < 0.1:
        yield dice.choice(("surprise: 1", "note: [", "# okrlint: ignore[no-such-rule] because"))
    yield "objectives:"
    for number in range(1, 4):
        yield f"  - title: {dice.choice(_TITLES)} for {team}"
        yield from _fields(dice, "    ", id=_id(dice, "o", number), owner=dice.choice(_PEOPLE), supports=_target(dice))
        yield "    key_results:"
        for count in range(1, 3):
            yield from _key_result(dice, count, status)


def _key_result(dice: Random, number: int, status: str) -> Iterator[str]:
    yield f"      - title: {dice.choice(_TITLES)} by {dice.choice((10, 20))}%"
    carried = _address(dice) if dice.random() < 0.2 else ""
    yield from _fields(
        dice,
        "        ",
        id=_id(dice, "k", number),
        owner=dice.choice(_PEOPLE),
        metric=dice.choice(_METRICS),
        channel=dice.choice(("", "", "search", "fax")),
        shared_with=_address(dice) if dice.random() < 0.2 else "",
        carried_from=carried,
    )
    yield f"        {dice.choice(('baseline: 50', 'baseline: 60'))}"
    yield f"        {dice.choice(('growth: 10%', 'target: 80', 'growth: 25%'))}"
    if status == "closed":
        yield f"        close: {{score: 0.4, cause: {dice.choice(_CAUSES)}}}"


def _fields(dice: Random, indent: str, **fields: str) -> Iterator[str]:
    for name, value in fields.items():
        if value:
            yield f"{indent}{name}: {value}" + dice.choice(("", "", "", "  # okrlint: ignore[overlap] they talk"))


def _id(dice: Random, letter: str, number: int) -> str:
    return dice.choice((f"{letter}{number}", f"{letter}{number}", f"{letter}1", ""))


def _target(dice: Random) -> str:
    return dice.choice(("focus", "health", "reach", "nowhere", "", _address(dice), f"[health, {_address(dice)}]"))


def _address(dice: Random) -> str:
    objective = f"{dice.choice((*TEAMS, 'gone'))}/{dice.choice(QUARTERS)}#o{dice.randint(1, 4)}"
    return objective + dice.choice(("", f".k{dice.randint(1, 3)}", ".1"))
