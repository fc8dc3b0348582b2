"""What a line of an outline is in a plan."""

from __future__ import annotations

from typing import Literal

from okrlint.exchange.outline import Node

Role = Literal["objective", "key_result", "action", "why", "context", "section", "note", "aside"]
"""`context` says of which quarter or team all below it is, `section` what the list below it is."""

Roles = dict[Node, Role]
