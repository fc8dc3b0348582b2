"""company.yaml names no focus, or more than one.

A company that pulls in one direction knows the one metric that matters now; every objective can then say how it
helps. With two of them every team picks the nearer one, and with none each team invents its own. It changes as
the company changes, but at any time there is exactly one. Repositories without a company.yaml hear nothing.

When to ignore: never; what matters almost as much is a priority.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.company import Company


def check(company: Company, context: Context) -> Iterator[Problem]:
    """Count the focus metrics of a company."""
    if len(company.focus) == 1:
        return
    if not company.focus:
        message = "no metric is the focus of the company"
        hint = "add `focus` with the one `metric` that matters now, how fast it should grow, and why"
        yield Problem(company.at("focus"), message, hint, address=company.address)
        return
    first, second, *_ = company.focus
    names = " and ".join(quoted(focus.metric or "?") for focus in company.focus[:3])
    more = f" and {len(company.focus) - 3} more" if len(company.focus) > 3 else ""  # noqa: PLR2004  as shown
    yield Problem(
        second.at("metric"),
        f"{len(company.focus)} metrics are the focus: {names}{more}",
        "keep the one that matters most now, and make the others `priorities`",
        (Related(first.at("metric"), "the first one"),),
        company.address,
    )


RULE = Rule(
    id="focus-missing",
    group="alignment",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example("name: Acme  # <- no metric is the focus of the company", at="company", without=("focus",)),
        Example(
            """
focus:
  - metric: mrr
    growth: 5% per month
  - metric: leads  # <- 2 metrics are the focus: "mrr" and "leads"
    growth: 10% per month
""",
            at="company",
        ),
    ),
    good=(
        Example(
            """
focus:
  metric: mrr
  growth: 5% per month
  why: Our runway hangs on it
""",
            at="company",
        ),
    ),
)
