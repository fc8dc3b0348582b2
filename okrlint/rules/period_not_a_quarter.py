"""A plan is for no quarter, or for a period that is none, or company.yaml names one that is none.

A year is too far away to steer by, and setting and scoring goals every month leaves no time to reach
them. Plans of all teams must also share one calendar, so that they can be put side by side: the label has
one form, and a company with a fiscal year of its own uses that one. So do `since` of the focus and `until` of a
priority in company.yaml; what is written there in another way is not understood, and nothing ends or begins by it.

When to ignore: never; a plan without a quarter has no beginning and no end, and nothing in it can be
paced. What is meant for a year belongs to `priorities` in company.yaml.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from okrlint.linting.finding import Fix, Problem, Severity
from okrlint.linting.fixes import replace_value, write_fields
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.company import Company
from okrlint.model.dates import parse_date
from okrlint.model.located import Located
from okrlint.model.okr_file import OkrFile
from okrlint.model.pipeline import Pipeline
from okrlint.model.plan import Plan
from okrlint.model.quarter import NotAQuarter, parse_quarter, quarter_of, suggest_quarter

_OTHER_PERIODS = {
    r"(?:FY ?)?(?:\d{4}|\d\d)": "a year",
    r"(?:FY ?)?(?:\d{4}|\d\d)[-/ ]?H[12]|H[12][-/ ]?(?:FY ?)?(?:\d{4}|\d\d)": "a half-year",
    r"\d{4}-(?:0[1-9]|1[0-2])": "a month",
    r"\d{4}-\d\d-\d\d": "a day",
    r"(?:FY ?)?\d{2,4}[-/ ]?Q[1-4] ?(?:-|–|to|and|,) ?(?:\d{4}-)?Q[1-4]": "more than one quarter",
    r"Q[1-4]": "a quarter of no year",
}
_YEARS = range(1000, 3000)
_MIDDLE = 15
"""A day in the middle of a month."""


def check(file: OkrFile, context: Context) -> Iterator[Problem]:
    """Look at the quarter of a plan or a pipeline file, and at those of the company file."""
    item = file.item
    if isinstance(item, Company):
        yield from _company(item)
        return
    if not isinstance(item, (Plan, Pipeline)) or item.quarter is not None:
        return
    written = item.raw.get("quarter")
    fiscal_start = context.company.fiscal_year_start if context.company is not None else 1
    if isinstance(written, str) and written.strip():
        message, hint = _judge(written.strip(), fiscal_start)
        fix = _fix(item, _same(written.strip(), fiscal_start), context)
        yield Problem(item.at("quarter"), message, hint, address=item.address, fix=fix)
    elif written is None or isinstance(written, str):
        folder = PurePosixPath(file.path).parent.name
        label = _label(folder, fiscal_start)
        shown = label or ("2026-Q4" if fiscal_start == 1 else "FY27-Q1")
        fix = _fix(item, label if label == folder else None, context)
        yield Problem(item.at("quarter"), "no quarter", f"add a line such as `quarter: {shown}`", fix=fix)


def _company(company: Company) -> Iterator[Problem]:
    """The quarters in which the focus began and priorities end."""
    written: list[tuple[Located, str, str | None, str]] = [
        *((focus, "since", focus.since, "company#focus") for focus in company.focus),
        *((one, "until", one.until, f"company#priorities.{one.id}" if one.id else "") for one in company.priorities),
    ]
    for owner, field, text, address in written:
        label = text.strip() if text is not None else ""
        if label and not _is_quarter(label, company.fiscal_year_start):
            message, hint = _judge(label, company.fiscal_year_start)
            same = _same(label, company.fiscal_year_start)
            fix = replace_value(owner, field, same) if same is not None else None
            yield Problem(owner.at(field), message, hint, address=address, fix=fix)


def _is_quarter(label: str, fiscal_start: int) -> bool:
    try:
        parse_quarter(label, fiscal_start)
    except NotAQuarter:
        return False
    return True


def _fix(item: Plan | Pipeline, label: str | None, context: Context) -> Fix | None:
    """The label written in; none where a file refers to the plan by the name that it has so far."""
    if label is None or any(found.startswith(f"{item.address}#") for found in context.portfolio.mentioned):
        return None
    return write_fields(item, {"quarter": label}, ("team", "version", "kind"))


def _label(text: str, fiscal_start: int) -> str | None:
    """The label of a quarter that is written in another way, where it can mean only one."""
    is_fiscal = "FY" in text.upper()
    label = suggest_quarter(text, fiscal_start) if is_fiscal == (fiscal_start != 1) else None
    return label if label is not None and label[:1] in "12F" else None


def _same(text: str, fiscal_start: int) -> str | None:
    """The label of the one quarter that is written in another way, or by its first and last day."""
    label, days = _label(text, fiscal_start), _days(text)
    if label is None and days is not None:
        quarter = quarter_of(days[0], fiscal_start)
        return quarter.label if (quarter.start, quarter.end) == days else None
    return label


def _days(text: str) -> tuple[datetime.date, datetime.date] | None:
    """The two days of a range, of years that a label can have."""
    found = [parse_date(day) for day in re.findall(r"\d{4}-\d\d-\d\d", text)]
    days = [day for day in found if day is not None and day.year in _YEARS]
    return (days[0], days[1]) if len(days) == len(found) == len(("first", "last")) else None


def _judge(text: str, fiscal_start: int) -> tuple[str, str]:
    label, days = _same(text, fiscal_start), _days(text)
    if label is not None:
        return f"{quoted(text)} is not the one form of a quarter's name", f"write {label}"
    if days is not None:
        return _range(*days, fiscal_start)
    for pattern, kind in _OTHER_PERIODS.items():
        if re.fullmatch(pattern, text, re.IGNORECASE):
            return f"{quoted(text)} is {kind}, not a quarter", _form(fiscal_start)
    return _other_calendar(text, fiscal_start) or (f"{quoted(text)} is not a quarter", _form(fiscal_start))


def _range(first: datetime.date, last: datetime.date, fiscal_start: int) -> tuple[str, str]:
    quarter = quarter_of(first, fiscal_start)
    length = (last - first).days + 1
    near = f"{quarter.label} runs from {quarter.start} to {quarter.end}"
    return f"{first} to {last} are {length} days and not a quarter", near


def _other_calendar(text: str, fiscal_start: int) -> tuple[str, str] | None:
    """A calendar label where a fiscal year is set, or the other way round."""
    found = suggest_quarter(text)
    if found is None or found[:1] not in "12":  # of a year that no plan is for
        return None
    if fiscal_start == 1:
        hint = f"write {found} if the calendar year is meant, else set `fiscal_year_start` in company.yaml"
        return f"{quoted(text)} is a fiscal quarter, and no fiscal year is set", hint
    calendar = parse_quarter(found)
    middle = calendar.start.replace(month=calendar.start.month + 1, day=_MIDDLE)
    fiscal = quarter_of(middle, fiscal_start)
    message = f"{quoted(text)} is a calendar quarter; the fiscal year begins in month {fiscal_start}"
    return message, f"write {fiscal.label} if {fiscal.start} to {fiscal.end} is meant"


def _form(fiscal_start: int) -> str:
    try:
        parse_quarter("", fiscal_start)
    except NotAQuarter as form:
        return str(form)
    return ""


RULE = Rule(
    id="period-not-a-quarter",
    group="structure",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example("quarter: '2026'  # <- a year, not a quarter", at="plan"),
        Example(
            "quarter: Q4 2026  # <- not the one form",
            at="plan",
            fixed="""
- quarter: Q4 2026
+ quarter: 2026-Q4
""",
        ),
        Example("quarter: 2026-10-01 to 2027-01-31  # <- 123 days", at="plan"),
        Example("team: marketing  # <- no quarter", at="plan", without=("quarter",), fixed="+ quarter: 2026-Q4"),
        Example(
            """
focus:
  metric: mrr
  growth: 5% per month
  since: Q1 2026  # <- not the one form
  why: Our runway hangs on it
priorities:
  - id: self-serve
    title: Self-serve first
    until: "2026"  # <- a year, not a quarter
""",
            at="company",
            fixed="""
- since: Q1 2026
+ since: 2026-Q1
""",
        ),
    ),
    good=(Example("quarter: 2026-Q4", at="plan"),),
)
