"""The cost of a plan against its budget."""

from __future__ import annotations

import pytest

from tests.planning.worked_example import HEAD, PATH, WHOLE
from tests.rules.conftest import Lint


@pytest.mark.parametrize(
    ("budget", "message"),
    [
        pytest.param("150000", None, id="enough"),
        pytest.param("141645", None, id="just enough"),
        pytest.param("141644", "the sessions cost $141,645, $1 more than the budget of $141,644", id="a dollar short"),
        pytest.param("$100k", "the sessions cost $141,645, $41,645 more than the budget of $100,000", id="with a sign"),
        pytest.param("0", "the sessions cost $141,645, $141,645 more than the budget of $0", id="no money at all"),
    ],
)
def test_cost_over_budget(budget: str, message: str | None, lint: Lint) -> None:
    """The plan of the worked example costs 141,644.77."""
    found = lint("budget-exceeded", files={PATH: WHOLE.replace("budget: 150000", f"budget: {budget}")})

    assert found == ([] if message is None else [f"{PATH}:52:9 warning {message}"])


def test_nothing_to_compare(lint: Lint) -> None:
    """Without a budget, or without channels that cost something, there is nothing to say."""
    assert lint("budget-exceeded", files={PATH: WHOLE.replace("budget: 150000\n", "")}) == []
    assert lint("budget-exceeded", files={PATH: HEAD + "budget: 1\n"}) == []
