"""The folder or the name of a file says another quarter or team than the file itself.

People find a plan by its path and programs read what stands in it. When the two disagree, one team's
numbers are shown under another quarter or another team. It mostly happens when last quarter's file is
copied.

When to ignore: never for a file in the usual place, `<quarter>/<team>.yaml`. Paths that name no quarter
and no team are not judged, so any other order of folders is fine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.okr_file import OkrFile
from okrlint.model.pipeline import Pipeline
from okrlint.model.plan import Plan
from okrlint.model.quarter import suggest_quarter


def check(file: OkrFile, context: Context) -> Iterator[Problem]:
    """Compare a plan or a pipeline file with its path."""
    item = file.item
    if not isinstance(item, (Plan, Pipeline)):
        return
    said = _said_quarter(file.path, item)
    if item.quarter is not None and said is not None and said != item.quarter.label:
        yield Problem(
            item.at("quarter"),
            f"the path says {said}, the file {item.quarter.label}",
            "correct the quarter, or move the file to the folder of its quarter",
            address=item.address,
        )
    if isinstance(item, Plan):
        yield from _team(file.path, item)


@cache
def _name_of_quarter() -> re.Pattern[str]:
    forms = r"(?:FY)?\d{4}[-_ /]?Q[1-4]|FY\d\d[-_ /]?Q[1-4]|Q[1-4][-_ /]?(?:FY)?(?:\d{4}|\d\d)"
    return re.compile(rf"(?<![^\W_])(?:{forms})(?![^\W_])", re.IGNORECASE)


def _said_quarter(path: str, item: Plan | Pipeline) -> str | None:
    """The label of the last quarter that the path names; as it stands there where the calendar is another."""
    names = _name_of_quarter().findall(path)
    if not names or item.quarter is None:
        return None
    name, fiscal_start = names[-1], item.quarter.fiscal_start
    is_fiscal = "FY" in name.upper()
    return suggest_quarter(name, fiscal_start) if is_fiscal == (fiscal_start != 1) else name


def _team(path: str, plan: Plan) -> Iterator[Problem]:
    """In `<quarter>/<team>.yaml` and `<team>-<quarter>.yaml` the file's name says the team."""
    *folders, file = path.split("/")
    stem, point, ending = file.rpartition(".")
    name = _name_of_quarter().sub("", stem).strip("-_. ")
    if not name or plan.team is None or plan.team == name or plan.team in folders:
        return
    if name == stem and _name_of_quarter().search("/".join(folders[-2:])) is None:
        return
    yield Problem(
        plan.at("team"),
        f"the file is named {quoted(name)}, the team {quoted(plan.team)}",
        f"correct the team, or name the file {plan.team}{point}{ending}",
        address=plan.address,
    )


RULE = Rule(
    id="period-path-mismatch",
    group="structure",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example("quarter: 2027-Q1  # <- the path says 2026-Q4, the file 2027-Q1", at="plan"),
        Example('team: sales  # <- the file is named "marketing", the team "sales"', at="plan"),
        Example(
            """
quarter: 2026-Q3  # <- the path says 2026-Q4
as_of: 2026-06-30
leads:
  2026-04: 600
  2026-05: 621
  2026-06: 660
""",
            at="pipeline",
        ),
    ),
    good=(Example("team: marketing\nquarter: 2026-Q4", at="plan"),),
)
