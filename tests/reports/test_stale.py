"""The list of key results that wait for a check-in."""

from __future__ import annotations

import shlex
from datetime import date

import pytest

from tests.rendering.parsed_html import Parsed
from tests.reports.sites import COMPANY, MARKETING, part, plan_text

OLD = "- {id: old, title: Older one, owner: ana, target: 10, check_ins: {2026-10-05: 1}}"
NEW = "- {id: new, title: Newer one, owner: ana, target: 10, check_ins: {2026-11-02: 1}}"
FRESH = "- {id: fresh, title: Fresh one, owner: ana, target: 10, check_ins: {2026-11-14: 1}}"


def _text(*rows: str, day: date = date(2026, 11, 15), more: str = "") -> str:
    files = {"okrs/company.yaml": COMPANY, MARKETING: plan_text("\n".join(rows), more=more)}
    return Parsed(part(files, "stale", day)["html/stale.html"]).text


def test_the_oldest_comes_first() -> None:
    """With whom to ask and the line that writes it; what was checked in this week is not there."""
    page = _text(NEW, OLD, FRESH)

    assert page.index("Older one") < page.index("Newer one")
    assert "Fresh one" not in page
    assert "asked for 34 days ago last check-in 2026-10-05, 41 days ago · weekly · Ana Alves" in page
    assert "okrlint check-in marketing/2026-Q4#demand.old VALUE" in page


@pytest.mark.parametrize(
    ("rows", "day", "more"),
    [
        pytest.param((FRESH,), date(2026, 11, 15), "", id="all are fresh"),
        pytest.param((OLD,), date(2026, 11, 15), "status: closed\n", id="the plan is closed"),
        pytest.param((OLD,), date(2026, 11, 15), "status: draft\n", id="the plan is a draft"),
        pytest.param((OLD,), date(2027, 3, 1), "", id="the quarter is long over"),
    ],
)
def test_nothing_waits(rows: tuple[str, ...], day: date, more: str) -> None:
    """The page says so."""
    assert "Every key result that asks for one has its check-in" in _text(*rows, day=day, more=more)


def test_yes_or_no_is_asked_where_that_is_the_value() -> None:
    """The line can be used as it stands."""
    page = _text("- {id: soc, title: Audit, owner: ana, type: done, due: 2026-11-01}")

    assert "okrlint check-in marketing/2026-Q4#demand.soc yes" in page


def test_odd_ids_are_quoted_for_a_shell() -> None:
    """Whatever an id holds, the shell hands it over as one argument."""
    text = plan_text("- {title: Odd, owner: ana, target: 10}").replace("id: demand", "id: a b$(reboot)'c")
    built = part({MARKETING: text}, "stale")
    line = next(found for found in Parsed(built["html/stale.html"]).words if found.startswith("okrlint check-in"))

    assert shlex.split(line) == ["okrlint", "check-in", "marketing/2026-Q4#a b$(reboot)'c.1", "VALUE"]
    assert "`okrlint" not in built["markdown/stale.md"]
