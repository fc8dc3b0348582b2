from __future__ import annotations

from pathlib import Path

import pytest

from tests.bars.table import Bar, bars, page, tallies

REPORT = """<testsuites><testsuite>
<testcase classname="tests.bars.test_r01_payloads" name="test_each_payload_alone_is_answered">
<properties><property name="figure" value="7 payloads"/></properties></testcase>
<testcase classname="tests.source.test_yaml_test_suite" name="test_no_case[a]"><failure message="x"/></testcase>
<testcase classname="tests.bars.test_r03_mutations" name="test_a"/>
<testcase classname="tests.bars.test_r03_mutations" name="test_b"><skipped message="x"/></testcase>
</testsuite></testsuites>"""


def test_every_promise_of_the_list_is_there() -> None:
    """R1 to R27, each once, in order."""
    assert [bar.id for bar in bars()] == [f"R{number}" for number in range(1, 28)]


@pytest.mark.parametrize("bar", bars(), ids=lambda bar: bar.id)
def test_the_tests_of_a_bar_exist(bar: Bar, checkout: Path) -> None:
    """A bar whose test was renamed would be met by nothing."""
    for test in bar.tests:
        file, _, name = test.partition("::")
        assert f"def {name or 'test_'}" in (checkout / file).read_text("utf-8"), test


def test_a_bar_is_met_only_if_all_of_it_ran_and_passed() -> None:
    """Failed is missed, passed over is not run, and nothing at all is not run either."""
    reached = tallies(REPORT)
    assert reached["R1"].verdict == "met"
    assert reached["R1"].figures == ("7 payloads",)
    assert reached["R2"].verdict == "missed"
    assert reached["R3"].verdict == "not run"
    assert reached["R5"].verdict == "not run"


def test_the_page_has_a_row_for_each_bar() -> None:
    """With what was asked and what was reached."""
    text = page(tallies(REPORT), "All", "2026-11-22", "abc1234", "Python 3.11 on Linux")
    assert text.count("\n| R") == len(bars())
    assert "7 payloads; 1 tests passed | met |" in text


def test_the_committed_page_speaks_of_the_same_bars(checkout: Path) -> None:
    """Whoever changes a promise runs `make bars` again."""
    written = (checkout / "docs" / "trust.md").read_text("utf-8")
    for bar in bars():
        assert f"| {bar.id} | {bar.promise} | {bar.asked} |" in written
