"""Each field of a file stands in the model under its name, as what it is: nothing gets lost or changes places."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from okrlint.model.baseline import Baseline
from okrlint.model.key_result import KeyResult
from okrlint.model.located import Located
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.model.quantity import Quantity, parse_quantity
from okrlint.model.quarter import Quarter
from okrlint.source.reader import read
from tests.model.whole_files import TEXTS

PATHS = {
    "plan": "okrs/2026-Q4/marketing.yaml",
    "company": "okrs/company.yaml",
    "pipeline": "okrs/2026-Q3/pipeline.yaml",
}
OTHER_NAMES = {"from": "before", "to": "after", "class": "kind"}
"""Fields whose name is a word of Python, or says something else there."""
STATED = {"type": "stated_type", "due": "stated_due"}
"""What a key result works out has what was stated under another name."""
NO_FIELDS = ("kind", "version")
MINIMAL = """\
kind: plan
team: sales
objectives:
  - title: Win
    key_results:
      - title: Increase trials
        baseline: 40 trials
        target: 60
      - {}
"""


def _portfolio(**texts: str) -> Portfolio:
    return build_portfolio(read(text.encode(), PATHS[kind]) for kind, text in texts.items())


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    """One file of each kind with every field there is."""
    return _portfolio(**TEXTS)


def _inside(value: Any) -> Iterator[Located]:
    """The objects that stand in an object's own fields, at any depth."""
    if isinstance(value, Located):
        yield value
        for field in value.FIELDS:
            yield from _inside(_arrived(value, field))
    elif isinstance(value, tuple) and not isinstance(value, Quantity | Quarter):
        for held in value:
            yield from _inside(held)


def _arrived(found: Located, field: str) -> Any:
    if isinstance(found, KeyResult) and field in STATED:
        return getattr(found, STATED[field])
    if isinstance(found, KeyResult) and field == "target":
        return found.band or found.target
    name = "owners" if isinstance(found.raw.get(field), list) and field == "owner" else OTHER_NAMES.get(field, field)
    return getattr(found, name, None)


def _plain(value: Any) -> Any:
    """A value of the model as the file would have it."""
    if isinstance(value, Quantity):
        return value._replace(text="")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Quarter):
        return value.label
    if isinstance(value, dict):
        return {key: _plain(held) for key, held in value.items()}
    return [_plain(held) for held in value] if isinstance(value, tuple) else value


def _read_as(value: Any, like: Any) -> Any:
    """What a file says, as values of the model of one kind would be written."""
    if isinstance(like, Quantity):
        return parse_quantity(value)._replace(text="")
    if isinstance(like, Decimal):
        return Decimal(str(value))
    if isinstance(like, dict):
        return {key: _read_as(held, like[key]) for key, held in value.items()}
    if isinstance(like, tuple) and not isinstance(like, Quarter):
        return [
            _read_as(held, one) for held, one in zip(value if isinstance(value, list) else [value], like, strict=True)
        ]
    return value


def _said(found: Located, field: str) -> bool:
    return field not in NO_FIELDS and found.has(field)


def test_every_field_arrives_under_its_name(portfolio: Portfolio) -> None:
    """Texts as they are, dates as dates, numbers as quantities, lists in their order."""
    objects = list(_inside(tuple(file.item for file in portfolio.files)))
    rows = [(one, field, _arrived(one, field)) for one in objects for field in one.FIELDS if _said(one, field)]
    leaves = [row for row in rows if next(_inside(row[2]), None) is None]

    assert len({(type(one), field) for one, field, _ in leaves}) > 90
    for one, field, value in leaves:
        assert _plain(value) == _read_as(one.raw[field], value), (type(one).__name__, field)


def test_what_is_not_said_is_worked_out_or_not_there() -> None:
    """Names for what has none, one as a weight, the commitment of plans; the rest is empty."""
    (plan,) = _portfolio(plan=MINIMAL).plans
    (objective,) = plan.objectives
    first, second = objective.key_results

    assert (plan.quarter, plan.status, plan.lead, plan.agreed, plan.reviews) == (None, "active", None, None, ())
    assert (objective.id, objective.why, objective.owner, objective.owners, objective.supports) == (
        None,
        None,
        None,
        (),
        (),
    )
    assert (objective.commitment, objective.status, objective.address) == (None, "active", "sales/2026-Q4#1")
    assert (first.stated_type, first.type, first.goal, first.unit) == (None, "increase", Decimal(60), "trials")
    assert (first.weight, first.due, first.commitment, first.address) == (
        Decimal(1),
        None,
        "aspirational",
        "sales/2026-Q4#1.1",
    )
    assert isinstance(first.baseline, Baseline)
    assert (first.baseline.period, first.baseline.quarter, first.baseline.source) == (None, None, None)
    assert (second.title, second.type, second.baseline, second.goal, second.close) == (
        None,
        "unknown",
        None,
        None,
        None,
    )
    assert (second.actions, second.check_ins, second.revisions, second.milestones) == ((), (), (), ())


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ("title: Call", "todo"),
        ("{title: Call, done: 2026-10-28}", "done"),
        ("{title: Call, status: dropped, done: 2026-10-28}", "dropped"),
        ("{title: Call, due: 2026-10-28}", "todo"),
    ],
)
def test_an_action_with_a_day_on_which_it_was_done_is_done(fields: str, status: str) -> None:
    """Unless it says otherwise itself."""
    text = MINIMAL.replace("      - {}\n", f"      - actions:\n          - {fields}\n")
    (plan,) = _portfolio(plan=text).plans

    assert [action.status for action in plan.key_results[1].actions] == [status]
