"""A run that may be answered from memory: where nothing has changed since an earlier one, nothing is judged again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from okrlint.records import bind
from okrlint.source.text import SourceText
from okrlint.workspace.checking import Checked, Target, check_target, target_of
from okrlint.workspace.past import Past, past_parts
from okrlint.workspace.request import Request
from okrlint.workspace.workspace import Workspace, read_file

if TYPE_CHECKING:
    from okrlint.model.portfolio import Portfolio
    from okrlint.source.limits import Limits
    from okrlint.workspace.run_memory import RunMemory

_WORTH_IT = 20
"""Files below which a run is over before a database is open."""


class _Sources(Mapping[str, SourceText]):
    """The texts of a run by path, each read where somebody asks for it."""

    def __init__(self, workspace: Workspace, limits: Limits, paths: Sequence[str]) -> None:
        self._root, self._limits, self._paths = workspace.root, limits, dict.fromkeys(paths)

    def __getitem__(self, path: str) -> SourceText:
        if path not in self._paths:
            raise KeyError(path)
        return read_file(self._root, path, self._limits).text

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


class Recalled(Checked):
    """A run that was the same as an earlier one; the files are read again only where somebody asks for them."""

    load: Callable[[], Portfolio]

    def __getattr__(self, name: str) -> Any:
        """Load the portfolio; nothing else is missing."""
        if name != "portfolio":
            raise AttributeError(name)
        bind(self, portfolio=self.load())
        return self.portfolio


def check_or_recall(workspace: Workspace, request: Request) -> Checked:
    """What `check` gives, from an earlier run that was the same where there is one."""
    target = target_of(workspace, request)
    memory = _memory(workspace, request, target)
    if memory is None:
        return check_target(workspace, request, target)
    answer = memory.recall()
    if answer is not None:
        values: dict[str, Any] = {
            "outcome": answer.outcome,
            "settings": workspace.settings,
            "focus": target.focus,
            "past": Past(None, answer.why_no_history),
            "sources": _Sources(workspace, request.limits, target.paths),
        }
        return Recalled(load=partial(workspace.load, target.paths, request.limits), **values)
    checked = check_target(workspace, request, target)
    now = _memory(workspace, request, target)
    if now is not None and now.key == memory.key:  # else a file has changed while it was judged
        memory.keep(checked.outcome, checked.past.why_not)
    return checked


def _memory(workspace: Workspace, request: Request, target: Target) -> RunMemory | None:
    """Where the answer of a run is kept; None where that is not worth it, or more plays a part than is known here."""
    is_plain = target.change is None and request.typed is None and workspace.settings.baseline is None
    if not (request.cache and is_plain) or len(target.paths) < _WORTH_IT:
        return None
    from okrlint.workspace.cache_folder import user_cache
    from okrlint.workspace.run_memory import RunMemory, run_key, settings_parts

    cache = user_cache()
    if not cache:
        return None
    about = (request.limits, request.as_of, None if target.focus is None else sorted(target.focus))
    parts = (*settings_parts(workspace.settings), *about, *past_parts(workspace, request))
    return RunMemory(cache, run_key(parts, workspace.contents(target.paths, request.limits)))
