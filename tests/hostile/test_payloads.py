from __future__ import annotations

from functools import cache

import pytest

from tests.hostile.conftest import Result, make_repository, run_okrlint
from tests.hostile.payloads import GROUPS, PAYLOADS, Payload


def _path(payload: Payload) -> str:
    return f"okrs/2026-Q4/payload-{PAYLOADS.index(payload):03}.yaml"


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> object:
    """Runs a group of payloads through one child process, beside a healthy plan."""

    @cache
    def check(group: str) -> Result:
        root = make_repository(tmp_path_factory.mktemp("hostile") / "repository")
        for payload in GROUPS[group]:
            (root / _path(payload)).write_bytes(payload.data)
        return run_okrlint(root, "check", "--format", "json")

    return check


CASES = [pytest.param(group, payload, id=payload.id) for group, found in GROUPS.items() for payload in found]


@pytest.mark.parametrize(("group", "payload"), CASES)
def test_hostile_text_is_a_finding_and_the_rest_goes_on(group: str, payload: Payload, checked: object) -> None:
    """The command line says what is wrong and where, in bounded time and memory, and still checks the other files."""
    result: Result = checked(group)  # type: ignore[operator]
    findings = result.of(_path(payload))
    syntax = [finding for finding in findings if finding["rule"] == "syntax"]
    first = next((finding for finding in (*syntax, *findings) if finding["rule"] in ("syntax", "schema")), None)

    assert result.code == 1
    assert result.knows_the_known
    if payload.words is None:
        assert first is None
    else:
        assert first is not None
        assert payload.words in first["message"]
        assert first["line"] == payload.line


def test_payloads_have_names_of_their_own() -> None:
    """Two payloads of one name would hide each other in a list of failures."""
    assert len({payload.id for payload in PAYLOADS}) == len(PAYLOADS)
