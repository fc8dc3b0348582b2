"""`okrlint` and `python -m okrlint`: the step before the door, where the shortest question is answered.

Telling the version needs nothing of what commands need, and reading how a command line is written takes three times as
long as Python takes to start. Whatever else is asked, or goes wrong, is for the door.
"""

from __future__ import annotations

import sys

from okrlint import __version__


def main() -> None:
    """Run the command line and exit with its code."""
    if sys.argv[1:] == ["--version"] and _tells(f"okrlint {__version__}\n"):
        return
    from okrlint.door import main as door

    door()


def _tells(text: str) -> bool:
    """Whether a text could be written; a closed output is for the door, which knows what to say of it."""
    try:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
    except (AttributeError, OSError, ValueError):
        return False
    return True


if __name__ == "__main__":
    main()
