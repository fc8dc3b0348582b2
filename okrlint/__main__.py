"""`python -m okrlint`."""

from __future__ import annotations

from okrlint.cli import main

main()
