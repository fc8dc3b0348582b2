"""Thousands of files in little memory: each is kept packed, and read and built while somebody looks at it.

A plan that was read takes twenty times the memory of its text, and a packed text a quarter of it. What a run was given
is what it judges to its end: a file that changes on the disk meanwhile changes nothing.
"""

from __future__ import annotations

import gc
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from weakref import WeakValueDictionary

from okrlint.errors import Misread
from okrlint.model.company import Company
from okrlint.model.heading import Heading
from okrlint.model.located import Located
from okrlint.model.objective import Objective
from okrlint.model.okr_file import OkrFile, build_file
from okrlint.model.pipeline import Pipeline
from okrlint.model.plan import Plan, quarter_or_none
from okrlint.model.portfolio import Portfolio, addresses_in, plan_order
from okrlint.model.quarter import Quarter
from okrlint.model.reach import Reach
from okrlint.records import unbind
from okrlint.source.document import Document

Content = bytes | str
"""The bytes of a file; a text says why there are none."""
Read = Callable[[str, Content], Document]
"""Makes the document of a path and its content; never raises."""
_FAST = 1
"""The level of packing: the higher ones take three times as long for a tenth less."""
_MOST_LOADED = 128
"""Files that are kept unpacked although nobody may look at them any more."""
_KINDS = _PLAN, _OBJECTIVE, _KEY_RESULT = "p", "o", "k"


class Shelf(Portfolio):
    """A portfolio whose plans are not all in memory; the company and the pipelines are."""

    packed: dict[str, Content]
    """Every file by path."""
    headings: dict[str, Heading]
    """What each plan says that it is, by path."""
    apart: dict[str, OkrFile]
    """The files with a company or a pipeline."""
    read: Read
    cadence: str

    @property
    def paths(self) -> tuple[str, ...]:
        """The path of every file."""
        return tuple(self.packed)

    @cached_property
    def _loaded(self) -> dict[str, OkrFile]:
        return {}

    @cached_property
    def _answered(self) -> dict[tuple[str, Quarter], Plan | None]:
        """The plans of teams that were asked for since files were let go."""
        return {}

    @cached_property
    def _alive(self) -> WeakValueDictionary[str, Plan]:
        """Plans that somebody looks at: who asks again is given the same one."""
        return WeakValueDictionary()

    @cached_property
    def addresses(self) -> dict[str, str]:
        """What has an address in each plan that was read so far: a line each, without the plan's own name.

        Before it stands its kind.
        """
        return {}

    def file(self, path: str) -> OkrFile:
        """The file at a path. Raises KeyError for a path that is none of the run's, Misread for a false heading."""
        if path in self.apart:
            return self.apart[path]
        self._reach.touch((path,))
        found = self._loaded.get(path)
        if found is None:
            self._make_room()
            found = self._loaded[path] = self._build(path)
        return found

    def _build(self, path: str) -> OkrFile:
        file = build_file(self._document(path), self.company, self.cadence)
        if file.item is None:
            return file
        if not isinstance(file.item, Plan) or self.headings.get(path) != (file.item.team, file.item.quarter_text):
            raise Misread(path)
        plan = self._alive.setdefault(path, file.item)
        if path not in self.addresses:
            self.addresses[path] = _register(plan)
        return OkrFile(document=plan.document, kind=file.kind, item=plan, shape=file.shape)

    def _document(self, path: str) -> Document:
        packed = self.packed[path]
        return self.read(path, packed if isinstance(packed, str) else zlib.decompress(packed))

    def _make_room(self) -> None:
        """Forget all where there is too much, so that one rule that looks at everything does not fill the memory."""
        if len(self._loaded) >= _MOST_LOADED:
            self._forget()
            gc.collect()  # A plan and its key results know one another, and the command line collects nothing itself.

    def let_go(self) -> None:
        """Forget the files of a batch; its plans must not be looked at any more."""
        for path, file in self._loaded.items():
            if isinstance(file.item, Plan):
                self._alive.pop(path, None)
                _unlink(file.item)
        self._forget()

    def _forget(self) -> None:
        self._loaded.clear()
        self._answered.clear()

    def units(self) -> Iterator[tuple[str, ...]]:
        """The paths of all plans of one team at a time, by quarter; then the company and the pipelines."""
        paths = sorted(self.packed.keys() - self.apart.keys(), key=self._unit_order)
        for _, unit in groupby(paths, key=lambda path: self._unit_order(path)[0] or path):
            yield tuple(unit)
        if self.apart:
            yield tuple(self.apart)

    def look_at(self, paths: Iterable[str]) -> list[OkrFile]:
        """The files of a unit; from here on it is known whether anything else is asked for."""
        self._reach.begin(paths)
        return [self.file(path) for path in paths]

    @property
    def stayed_inside(self) -> bool:
        """Whether nothing but the unit that was looked at last, the company and the pipelines was asked for since."""
        return not self._reach.is_outside

    @cached_property
    def _reach(self) -> Reach:
        return Reach()

    def _unit_order(self, path: str) -> tuple[str, str, str]:
        heading = self.headings.get(path)
        return ("", "", path) if heading is None else (heading.team or "", heading.quarter_text or "", path)

    @cached_property
    def companies(self) -> tuple[Company, ...]:
        """Every company file; exactly one is right."""
        return tuple(file.item for file in self.apart.values() if isinstance(file.item, Company))

    @cached_property
    def pipelines(self) -> tuple[Pipeline, ...]:
        """By path."""
        return tuple(file.item for file in self.apart.values() if isinstance(file.item, Pipeline))

    @property
    def plans(self) -> tuple[Plan, ...]:
        """Every plan, which takes the memory that a shelf is there to save."""
        self._reach.leave()
        return self._plans(self.headings)

    def plans_of_team(self, team: str | None) -> tuple[Plan, ...]:
        """Every plan of a team, by quarter."""
        return self._plans(self._asked(self._paths_by(team, None))) if team else ()

    def plans_of_quarter(self, quarter: Quarter | None) -> tuple[Plan, ...]:
        """Every team's plan for a quarter."""
        self._reach.leave()
        return self._plans(self._paths_by(None, quarter)) if quarter is not None else ()

    def plan(self, team: str | None, quarter: Quarter | None) -> Plan | None:
        """The plan of a team for a quarter."""
        if not (team and quarter):
            return None
        self._asked(self._paths_by(team, None))
        if (team, quarter) not in self._answered:
            self._answered[team, quarter] = next(iter(self._plans(self._paths_by(team, quarter))), None)
        return self._answered[team, quarter]

    def _plans(self, paths: Iterable[str]) -> tuple[Plan, ...]:
        items = (self.file(path).item for path in paths)
        return tuple(sorted((item for item in items if isinstance(item, Plan)), key=plan_order))

    def _asked(self, paths: Sequence[str]) -> Sequence[str]:
        """The paths of a question; where there are none, the answer depends on what else there is."""
        self._reach.touch(paths)
        return paths

    def _paths_by(self, team: str | None, quarter: Quarter | None) -> tuple[str, ...]:
        return tuple(self._places.get((team, quarter), ()))

    @cached_property
    def _places(self) -> dict[tuple[str | None, Quarter | None], list[str]]:
        """The paths by team and quarter, by team alone and by quarter alone."""
        fiscal_start = self.company.fiscal_year_start if self.company is not None else 1
        found: dict[tuple[str | None, Quarter | None], list[str]] = {}
        for path, (team, quarter_text) in self.headings.items():
            quarter = quarter_or_none(quarter_text, fiscal_start)
            for key in {(team, quarter), (team, None), (None, quarter)}:
                found.setdefault(key, []).append(path)
        return found

    @cached_property
    def _paths_by_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path, heading in self.headings.items():
            found.setdefault(heading.name(path), []).append(path)
        return found

    @cached_property
    def _by_address_apart(self) -> dict[str, Located]:
        return dict(reversed(tuple(self._addressed_apart())))

    def find(self, address: str) -> Located | None:
        """The object of an address such as `marketing/2026-Q4#demand.leads`."""
        plans = self._plans(self._asked(self._paths_by_name.get(address.partition("#")[0], ())))
        found = next((plan.by_address[address] for plan in plans if address in plan.by_address), None)
        return found or self._by_address_apart.get(address)

    def knows(self, address: str) -> bool:
        """Whether there is an object with this address."""
        return any(self._registered(address, kind) for kind in _KINDS) or address in self._by_address_apart

    def is_objective(self, address: str) -> bool:
        """Whether there is an objective with this address."""
        return self._registered(address, _OBJECTIVE)

    def _registered(self, address: str, kind: str) -> bool:
        name = address.partition("#")[0]
        line = f"\n{kind}{address[len(name) :]}\n"
        return any(line in self._addresses_at(path) for path in self._asked(self._paths_by_name.get(name, ())))

    def _addresses_at(self, path: str) -> str:
        if path not in self.addresses:
            self.file(path)
        return self.addresses.get(path, "")

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """Every address of an objective or key result that is written somewhere in the files."""
        self._reach.leave()
        sign = re.compile(rb"/[^\s#/]+#[^\s#]")
        contents = ((path, zlib.decompress(data)) for path, data in self.packed.items() if isinstance(data, bytes))
        return addresses_in(self.read(path, data).text.text for path, data in contents if sign.search(data))


def packed(content: Content) -> Content:
    """A content in a fraction of its memory."""
    return zlib.compress(content, _FAST) if isinstance(content, bytes) else content


def _register(plan: Plan) -> str:
    kinds = {Plan: _PLAN, Objective: _OBJECTIVE}
    name = len(plan.address)
    lines = (f"{kinds.get(type(item), _KEY_RESULT)}{address[name:]}\n" for address, item in plan.by_address.items())
    return "\n" + "".join(lines)


def _unlink(plan: Plan) -> None:
    """Cut a plan off from its parts, so that their memory is free at once."""
    for objective in plan.objectives:
        for key_result in objective.key_results:
            unbind(key_result, "plan", "objective")
        unbind(objective, "plan")
    unbind(plan, "by_address")
