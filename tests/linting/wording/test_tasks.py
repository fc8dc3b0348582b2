"""Words for work that are nouns: what they stand before says so."""

from __future__ import annotations

import pytest

from okrlint.linting.wording.tasks import task


@pytest.mark.parametrize("title", ["Release is on time", "Releases are on time", "Test of strength", "Build time down"])
def test_a_noun_is_no_task(title: str) -> None:
    """Something is said of it, or it is a part of a name."""
    assert task(title) is None


@pytest.mark.parametrize("title", ["Release the app", "Test the app", "Build an app"])
def test_a_verb_is_one(title: str) -> None:
    """The same words with something that they act on."""
    found = task(title)

    assert found is not None
    assert (found.text, found.start) == (title.split(maxsplit=1)[0], 0)
