"""Aspirational targets whose par misses what the plan needs: 2,564.07 leads, 115,762.50 of MRR."""

from __future__ import annotations

import pytest

from okrlint.discovery import load
from okrlint.linting.fixing import fix_files
from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import build_portfolio
from okrlint.source.reader import read
from tests.rules.conftest import Lint
from tests.rules.pipeline_plans import PLAN_PATH, channel, leads, quarter

_RULE = "par-versus-need"
_COMMITTED = "commitment: committed"
_MRR = "title: Raise MRR from $100,000 to {target}\nbaseline: $100,000\ntarget: {target}\n"


@pytest.mark.parametrize(
    ("key_result", "found"),
    [
        pytest.param(leads("35%"), "13:17 warning at par (0.7) it ends at 2,365 leads; the plan needs 2,565", id="the need itself"),
        pytest.param(leads("42%"), "13:17 warning at par (0.7) it ends at 2,458 leads; the plan needs 2,565", id="more than the need, and par misses it"),
        pytest.param(leads("50%"), None, id="the stretch"),
        pytest.param(leads("48.1%"), None, id="within a percent of it"),
        pytest.param(leads("35%", _COMMITTED), None, id="a promise"),
        pytest.param(leads("20%"), None, id="below the need, which is another finding"),
        pytest.param("title: Reach 2,600 leads\ntarget: 2600", "11:17 warning at par (0.7) it ends at 1,820 leads; the plan needs 2,565", id="a count"),
        pytest.param(_MRR.format(target="$115,763"), "12:17 warning at par (0.7) it ends at $111,034 of MRR; the plan needs $115,763", id="MRR"),
        pytest.param(_MRR.format(target="$115,763") + _COMMITTED, None, id="MRR as a promise"),
        pytest.param(_MRR.format(target="$123,000"), None, id="MRR so far that par is enough"),
        pytest.param(_MRR.format(target="$115,763").replace("$100,000", "$40,000"), None, id="MRR of a part of the company"),
    ],
)  # fmt: skip
def test_par_against_the_need(key_result: str, found: str | None, lint: Lint) -> None:
    """Par brings 0.7 of the way, a promise all of it."""
    assert lint(_RULE, files=quarter(key_result)) == ([] if found is None else [f"{PLAN_PATH}:{found}"])


def test_channels_are_added_up(lint: Lint) -> None:
    """Committed channels count whole, aspirational ones at par, and the finding is told once."""
    files = quarter(
        channel("organic-search", "15%", 760, extra=_COMMITTED), channel("content", "20%", 285, extra=_COMMITTED),
        channel("referral", "10%", 285, extra=_COMMITTED), channel("paid-search", "82%", 380), channel("paid-social", "82%", 190),
    )  # fmt: skip

    assert lint(_RULE, files=files) == [
        f"{PLAN_PATH}:36:17 warning at par (0.7) the 2 of them end at 2,426 leads; the plan needs 2,565"
    ]


def test_what_is_closed_is_left_alone(lint: Lint) -> None:
    """A quarter that is over can no longer be planned better."""
    assert lint(_RULE, files=quarter(leads("35%"), status="closed")) == []


def test_the_fix_aims_so_far_that_par_is_enough() -> None:
    """49.9298% rounded up, in the title too; only with unsafe fixes, because it changes what the team aims at."""
    files = quarter(leads("35%  # from the plan"))
    documents = {path: read(text.encode(), path) for path, text in files.items()}
    findings = run(build_portfolio(documents.values()), (load("okrlint.rules", _RULE, "RULE"),), Settings()).findings

    assert fix_files(findings, documents, unsafe=False) == {}
    fixed = fix_files(findings, documents, unsafe=True)[PLAN_PATH].data.decode()
    assert fixed == files[PLAN_PATH].replace("35%", "50%")
