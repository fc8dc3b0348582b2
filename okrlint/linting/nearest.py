"""What somebody probably meant: the nearest known name for a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable

from okrlint.linting.presets import EDITIONS, PRESETS, find_preset, preset_names

_LONGEST_SHOWN = 60


def near(name: str, known: Iterable[str]) -> str:
    """`; did you mean …?` where a known name is near, else nothing."""
    from okrlint.model.shape_fields import nearest

    found = nearest(name, tuple(known))
    return f"; did you mean {found}?" if found else ""


def preset_fault(name: str) -> str:
    """What is wrong with the name of a preset, with the nearest one; empty where there is such a preset."""
    if find_preset(name) is not None:
        return ""
    plain, pinned, _ = name.partition("@")
    if plain in PRESETS:
        editions = [found.id for found in EDITIONS]
        newest = f"{plain}@{editions[-1]}"
        return f"{shown(name)} is of no edition that there is: {', '.join(editions)}; did you mean {newest}?"
    return f"{shown(name)} is none of {', '.join(PRESETS)}{near(name, preset_names() if pinned else PRESETS)}"


def shown(value: object) -> str:
    """A value that somebody wrote, in backticks on one line, cut where it is long."""
    line = " ".join(str(value).split())
    return f"`{line[: _LONGEST_SHOWN - 1]}…`" if len(line) > _LONGEST_SHOWN else f"`{line}`"
