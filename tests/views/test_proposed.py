"""Proposed key results as YAML: the words above them."""

from __future__ import annotations

from okrlint.planning.key_results import propose
from okrlint.views.proposed import key_results_yaml
from tests.planning.worked_example import PATH, WHOLE, calculation


def test_numbers_are_rounded_as_everywhere() -> None:
    """What a percentage comes to is rounded up like the need beside it, so that it never seems to fall short."""
    plan = calculation(WHOLE.replace("5% per month", "4.4% per month"))
    (leads, *_) = proposals = propose(plan, "committed", source=PATH)
    assert int(leads.need) == int(leads.target) < leads.need
    need = f"{int(leads.need) + 1:,}"
    lines = key_results_yaml(proposals, "committed", None).splitlines()
    assert lines[1] == f"# leads: 1,900 to {need}; the plan needs {need}"
