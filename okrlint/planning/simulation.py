"""Forward simulation by cohorts: what MRR a given number of leads leads to.

Written without a look at the way back, so that it can prove it: every month's new customers are a cohort of their own,
and each cohort shrinks by the churn of every month after the one in which it was signed.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal


def simulate(mrr: Decimal, churn: Decimal, value_of_a_lead: Decimal, leads: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """MRR at the end of each month, one for each entry of `leads`.

    `leads` are those that close in the first, second, … month; `value_of_a_lead` is price × conversion, `churn` the
    fraction lost in a month on opening MRR.
    """
    kept = 1 - churn
    cohorts = [mrr, *(count * value_of_a_lead for count in leads)]
    return tuple(
        sum((cohort * kept ** (month - signed) for signed, cohort in enumerate(cohorts[: month + 1])), Decimal(0))
        for month in range(1, len(cohorts))
    )
