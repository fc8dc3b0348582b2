"""Key results proposed by a plan."""

from __future__ import annotations

from decimal import Decimal

import pytest

from okrlint.planning.key_results import Proposal, propose
from tests.planning.worked_example import HEAD, PATH, WHOLE, calculation


def _proposed(
    text: str = WHOLE, commitment: str = "committed", channels: list[str] | None = None
) -> tuple[Proposal, ...]:
    return propose(calculation(text), commitment, source=PATH, channels=channels)


def test_leads_and_the_two_channels_that_add_most() -> None:
    """Three in all, which every preset takes."""
    assert [(found.id, found.data["growth"]) for found in _proposed()] == [
        ("leads", "35%"), ("sessions-paid-search", "81.6%"), ("sessions-paid-social", "81.6%"),
    ]  # fmt: skip
    assert [found.data["growth"] for found in _proposed(commitment="aspirational")] == ["50%", "116.5%", "116.5%"]


@pytest.mark.parametrize("commitment", ["committed", "aspirational"])
def test_text_and_number_agree_and_cover_the_need(commitment: str) -> None:
    """The target is what the percentage comes to, and at par it is enough."""
    par = Decimal(1) if commitment == "committed" else Decimal("0.7")
    for found in _proposed(commitment=commitment):
        percent = Decimal(found.data["growth"].rstrip("%"))
        assert found.target == found.baseline * (1 + percent / 100)
        assert found.data["growth"] in found.data["title"]
        assert found.baseline + (found.target - found.baseline) * par >= found.need


def test_channels_can_be_chosen() -> None:
    """In the order asked for; one without sessions is counted in leads."""
    text = WHOLE.replace("    sessions: {2026-04: 18600, 2026-05: 19100, 2026-06: 19300}\n", "")

    assert [found.data["title"] for found in _proposed(text, channels=["content", "organic-search"])[1:]] == [
        "Increase sessions from content and social by 20% vs. 2026-Q2", "Increase leads from organic search by 15% vs. 2026-Q2",
    ]  # fmt: skip


def test_what_need_not_grow_gets_no_key_result() -> None:
    """A plan that is there already asks for nothing."""
    assert _proposed(HEAD.replace("growth: 5%", "growth: -5%")) == ()


def test_a_name_in_capitals_stays() -> None:
    """Only the first letter of a word gets small inside a sentence."""
    title = _proposed(WHOLE.replace("name: Paid search", "name: SEA campaigns"))[1].data["title"]

    assert title == "Increase sessions from SEA campaigns by 81.6% vs. 2026-Q2"
