"""The forward simulation proves the way back: it knows nothing of it and comes to the same end."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.planning.worked_example import calculation, near

MRR = ("104,400.0000", "108,912.0000", "115,762.5000", "121,550.6250", "127,628.15625")
WHOLE_LEADS = (640, 660, 903, 811, 851)


def test_the_plan_reaches_its_targets() -> None:
    """Month by month the simulated MRR is that of the plan."""
    result = calculation()
    found = result.simulated([step.leads for step in result.path])

    assert all(near(mrr, expected) for mrr, expected in zip(found, MRR, strict=True))


@pytest.mark.parametrize(
    ("month", "mrr"), [(2, "115763.7600"), (3, "121558.4848"), (4, "127637.3151")], ids=["Sep", "Oct", "Nov"]
)
def test_whole_leads_are_enough(month: int, mrr: str) -> None:
    """Rounded up, leads end at or above each target."""
    result = calculation()
    found = result.simulated([Decimal(leads) for leads in WHOLE_LEADS])

    assert near(found[month], mrr)
    assert found[month] >= result.path[month].target
