"""Findings about the inputs of a pipeline file; what each of them says is tested with the readers of the inputs."""

from __future__ import annotations

from okrlint.discovery import load
from okrlint.linting.fixing import fix_files
from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import build_portfolio
from okrlint.source.reader import read
from tests.planning.worked_example import HEAD, PATH, WHOLE
from tests.rules.conftest import Lint

_PARTS = "new_mrr: $6,912\nnew_customers: 27\n"


def _fixed(text: str) -> str:
    document = read(text.encode(), PATH)
    findings = run(
        build_portfolio([document]), (load("okrlint.rules", "pipeline-inputs", "RULE"),), Settings()
    ).findings
    return fix_files(findings, {PATH: document}, unsafe=False)[PATH].data.decode()


def test_good_inputs_have_no_finding(lint: Lint) -> None:
    """The worked example is clean."""
    assert lint("pipeline-inputs", files={PATH: WHOLE}) == []


def test_each_slip_is_a_finding_at_its_line(lint: Lint) -> None:
    """Several slips in one file are told apart."""
    text = (
        WHOLE.replace("rate: 4%", "rate: 4")
        .replace("sales_cycle: 60 days", "sales_cycle: 60")
        .replace("cap: 15%", "cap: 15")
    )

    assert lint("pipeline-inputs", files={PATH: text}) == [
        f"{PATH}:12:9 error `rate` is a bare 4, which may mean 4% or 400%",
        f"{PATH}:14:14 error `sales_cycle` is 60, which is no number of days",
        f"{PATH}:25:10 error `cap` is a bare 15, which may mean 15% or 1,500%",
    ]


def test_what_yaml_cannot_read_is_not_also_missing(lint: Lint) -> None:
    """`.nan` is a finding of the reader, and the field is there."""
    assert lint("pipeline-inputs", files={PATH: HEAD.replace("mrr: 100000", "mrr: .nan")}) == []


def test_a_price_becomes_what_its_parts_come_to() -> None:
    """The fix writes the derived price in the form of the stated one, and a second run finds nothing."""
    text = WHOLE.replace("average_sale_price: 250\n", f"average_sale_price: $250  # from billing\n{_PARTS}")

    fixed = _fixed(text)

    assert fixed == text.replace("$250", "$256")


def test_churn_becomes_what_its_parts_come_to() -> None:
    """The same for churn, with its period."""
    parts = "churn: {opening_mrr: 98000, churned: 3400, contraction: 500, expansion: 1200, reactivation: 340}"
    text = WHOLE.replace("net_mrr_churn: 2% per month", f"net_mrr_churn: 2% a month\n{parts}")

    assert _fixed(text) == text.replace("2% a month", "2.41% per month")


def test_a_file_without_a_quarter_is_left_alone(lint: Lint) -> None:
    """Another rule asks for the quarter; without it nobody knows which months are meant."""
    assert lint("pipeline-inputs", files={PATH: HEAD.replace("quarter: 2026-Q3\n", "")}) == []
