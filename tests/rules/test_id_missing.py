"""Objectives and key results without an id."""

from __future__ import annotations

from collections.abc import Callable

Lint = Callable[..., list[str]]


def test_an_objective_with_nothing_is_told_once(lint: Lint) -> None:
    """A first plan has one finding an objective, not one a line."""
    text = """
        objectives:
          - title: Drive demand for our products and services
            key_results:
              - title: A
              - title: B
          - title: Be trusted
    """

    assert lint("id-missing", text) == [
        '6:12 error "Drive demand for our products and services" has no id, nor has any of its 2 key results',
        '10:12 error "Be trusted" has no id',
    ]


def test_a_single_gap_is_told_where_it_is(lint: Lint) -> None:
    """Where the rest has ids the one without is named."""
    text = """
        objectives:
          - id: demand
            title: Drive demand
            key_results:
              - {id: leads, title: A}
              - title: B
          - title: Be trusted
            key_results:
              - {id: nps, title: C}
              - title: D
    """

    assert lint("id-missing", text) == [
        '10:16 error "B" has no id',
        '11:12 error "Be trusted" has no id',
        '14:16 error "D" has no id',
    ]


def test_drafts_and_dropped_ones_need_none(lint: Lint) -> None:
    """An id is for what is merged and lives on."""
    text = """
        objectives:
          - {title: An idea, status: draft}
          - {title: Given up, status: dropped}
          - {id: demand, title: Drive demand, key_results: [{title: An idea, status: draft}]}
    """

    assert lint("id-missing", text) == []


def test_an_objective_without_a_title_is_called_by_its_number(lint: Lint) -> None:
    """A finding has a name for everything."""
    assert lint("id-missing", "objectives:\n  - owner: ana\n    title: A\n  - title: '???'") == [
        '7:12 error "A" has no id',
        '8:12 error "???" has no id',
    ]
