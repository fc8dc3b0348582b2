"""Calls in templates by a short way: macros, links, icons and charts are called a hundred times a page."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

from jinja2.runtime import Context, Macro

_PLAIN = (partial, type(lru_cache(len)))
"""What never asks for the context, which Jinja would look for at each call."""
_OWN = ("_loop_vars", "_block_vars")


class ShortCalls(Context):
    """Jinja's own context; what it does not know for certain takes Jinja's own way."""

    def call(self, called: Any, /, *args: Any, **named: Any) -> Any:
        """Call something with the arguments of a template."""
        kind = type(called)
        if kind is Macro or kind in _PLAIN:
            for own in _OWN:  # what Jinja hands to calls inside of loops and blocks, for functions that ask for it
                named.pop(own, None)
        if kind is Macro:
            return called(self.eval_ctx, *args, **named)
        if kind in _PLAIN:
            return called(*args, **named)
        return super().call(called, *args, **named)
