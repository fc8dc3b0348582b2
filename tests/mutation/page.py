"""docs/mutation.md: how many mutants were killed, and which were not. Values in, Markdown out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tests.mutation.verdicts import ROOMS, Mutant, room

ASKED = 0.85
"""The part of the mutants that tests are to kill."""
UNEXPLAINED = "not looked at yet"
Notes = Mapping[tuple[str, str], "Note"]
"""What is known of survivors, by place and change: a mutant's number is another one when the code above it changes."""


class Note(NamedTuple):
    """What a person found out about a survivor."""

    reason: str
    killed_by: str = ""
    """The test that came of it, or was too late for its turn, and with which it was tried once more and killed."""


_INTRODUCTION = """# Do the tests bite?

mutmut changes the code of the rooms that decide what a person is told (source, model, linting) and of the edits that
change files, in one small way at a time: a sign, a number, a text, an argument that is left out. For each change, a
mutant, those tests of `tests/{source,model,linting,rules,formats,exchange}` and a few more run that reach its function,
fifteen seconds of them at most. A mutant that none of them notices survives; one that none reaches counts as surviving.
Properties and other functions with a decorator are not changed: mutmut cannot. `make mutation` draws a sample by a seed,
each room with its share, tries it and writes this page."""
_SURVIVORS = """## Survivors

Each with what was taken away, what was put in, and why no test failed."""


class Sampling(NamedTuple):
    """One sample and when it was tried."""

    mutants: Sequence[Mutant]
    total: int
    """Of how many it was drawn."""
    seed: int
    day: str
    commit: str


def page(sampling: Sampling, notes: Notes) -> str:
    """The page for a sample, with what is known of its survivors."""
    mutants = sampling.mutants
    survivors = sorted((one for one in mutants if not one.is_killed), key=lambda one: (one.place, one.change))
    lines = [
        _INTRODUCTION,
        "",
        f"On {sampling.day} at commit {sampling.commit}: {_share(mutants)}, drawn from {sampling.total:,} mutants by the seed",
        f"{sampling.seed}; {ASKED:.0%} are asked for.",
        *_since(mutants, survivors, notes),
        "",
        *_rooms(mutants),
        "",
        _SURVIVORS,
        "",
        *(_survivor(one, notes.get((one.place, one.change), Note(UNEXPLAINED))) for one in survivors),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _share(mutants: Sequence[Mutant]) -> str:
    killed = sum(one.is_killed for one in mutants)
    return f"{killed} of {len(mutants)} killed ({killed / max(len(mutants), 1):.1%})"


def _since(mutants: Sequence[Mutant], survivors: Sequence[Mutant], notes: Notes) -> Iterator[str]:
    """How many survivors were killed when they were tried once more; nothing where none was."""
    again = sum(bool(notes.get((one.place, one.change), Note("")).killed_by) for one in survivors)
    if again:
        killed = len(mutants) - len(survivors) + again
        share = f"{killed} of {len(mutants)} ({killed / len(mutants):.1%})"
        yield ""
        yield f"{again} of the survivors were tried once more, alone, each with a test that had come of it or had not had its turn:"
        yield f"all {again} were killed, which makes {share}."


def _rooms(mutants: Sequence[Mutant]) -> Iterator[str]:
    yield "| Room | Sampled | A test failed | Never ended or crashed | Survived | Reached by no test | Killed |"
    yield "|---|---|---|---|---|---|---|"
    for name in ROOMS:
        there = [one for one in mutants if room(one.name) == name]
        if not there:
            continue
        kinds = [one.verdict for one in there]
        counts = [kinds.count("killed"), kinds.count("no end") + kinds.count("crashed")]
        counts += [kinds.count("survived"), kinds.count("no test")]
        share = sum(one.is_killed for one in there) / len(there)
        yield f"| {name} | {len(there)} | {' | '.join(map(str, counts))} | {share:.0%} |"


def _survivor(one: Mutant, note: Note) -> str:
    since = f" Killed since by `{note.killed_by}`." if note.killed_by else ""
    return f"* `{one.place}`: {_code(one.change)}\n  {note.reason}{since}"


def _code(change: str) -> str:
    return f"`` {change} ``" if "`" in change else f"`{change}`"
