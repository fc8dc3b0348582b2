"""Plans put together from the lines of an outline, once each line has its role."""

from __future__ import annotations

import re
from collections.abc import Collection

from okrlint.exchange.columns import names_parts
from okrlint.exchange.draft import Draft, Reading
from okrlint.exchange.fields import LONGEST, Cell, take, value_of
from okrlint.exchange.headings import context_of, is_context, looks_like_team, team_id
from okrlint.exchange.outline import Node
from okrlint.exchange.roles import Roles
from okrlint.exchange.table import Place, read_table
from okrlint.exchange.titles import SCORE, give_title
from okrlint.exchange.values import day_of
from okrlint.exchange.vocabulary import field_of, label_of, unwrapped
from okrlint.tuples import NamedTuple

_VALUE = re.compile(r"[\s*_]*(?P<name>[^\W\d_][^:：=\n]{0,40}?)[\s*_]*[:：=][\s*_]*(?P<value>\S.*)")
_SCORED = re.compile(rf"[\s*_]*(?P<name>[^\W\d_][\w -]{{0,20}}?)[\s*_]+(?P<value>(?:{SCORE}))[\s*_]*")
"""A score behind its name without a colon."""
_DATED = re.compile(r"(?P<day>[\d./-]{8,10}):\s*(?P<value>[^–—:]{1,60}?)(?:\s+[–—]\s+(?P<note>.{1,500}))?")
_PAIR = 2
_NO_VALUE = (
    "objective",
    "key_result",
    "title",
    "row_number",
    "actions",
    "objectives",
    "key_results",
    "check_ins",
    None,
)


class Where(NamedTuple):
    """What holds for a line by what stands above it."""

    quarter: str | None = None
    team: str | None = None
    objective: Draft | None = None
    key_result: Draft | None = None


def _value_field(name: str) -> str | None:
    """The field that the name of a value means, if it is one that values go into."""
    field = field_of(name)
    return None if field in _NO_VALUE else field


def _value_in(text: str) -> re.Match[str] | None:
    """A line that is a name with its value: `Owner: Ana`, `Score 0.6`."""
    found = _SCORED.fullmatch(text)
    return found if found is not None and field_of(found["name"]) == "score" else _VALUE.fullmatch(text)


def _is_remark(text: str) -> bool:
    """Whether a line begins with a name in bold type and a colon, or with a day: news and not work."""
    return re.match(r"(\*\*|__)[^*_\n]{1,40}(?::\1|\1:)|\d{4}-\d\d-\d\d:", text.strip()) is not None


class Assembler:
    """Walks an outline in the order of the file."""

    def __init__(
        self,
        roles: Roles,
        reading: Reading,
        teams: Collection[Node],
        known_teams: Collection[str],
        *,
        has_labels: bool,
    ) -> None:
        """`teams` are the headings that name teams; with labels a table without any is no table of key results."""
        self._has_labels = has_labels
        self._roles = roles
        self._reading = reading
        self._teams = teams
        self._known = known_teams
        self._last: Draft | None = None
        """The objective that was made last: key results may stand beside it instead of below."""

    def below(self, node: Node, where: Where) -> None:
        """Read everything below a node; what a line says of its plan holds for those behind it."""
        for child in node.children:
            where = self._read(child, where)

    def _read(self, node: Node, where: Where) -> Where:
        role = self._roles.get(node)
        self._reading.marks += [node.number] if node.number else []
        if node.kind == "table":
            self._table(node, where)
        elif role is None or role == "note":
            return self._remark(node, where)
        elif role == "context":
            self.below(node, self._context(node, where))
        elif role == "section":
            self._reading.marks.append(node.text)
            self.below(node, where)
        elif role == "objective":
            self._objective(node, where)
        else:
            return self._inside(node, where._replace(objective=where.objective or self._last), role)
        return where

    def _table(self, node: Node, where: Where) -> None:
        """A table of key results; one inside a key result says more of it, and others are kept as they are."""
        pairs = all(sum(map(bool, row)) == _PAIR for row in node.rows)
        if where.key_result is not None and pairs:
            cells = [Cell(unwrapped(name), _value_field(name), unwrapped(value)) for name, value in node.rows[1:]]
            self._reading.marks += node.rows[0]
            take(where.key_result, cells, self._reading)
        elif where.objective is not None or not self._has_labels or names_parts(node.rows):
            read_table(node.rows, node.line, self._reading, Place(where.quarter, where.team, where.objective))
        else:
            for number, row in enumerate(node.rows):
                self._keep(Node("prose", " | ".join(row), node.line + number), where)

    def _context(self, node: Node, where: Where) -> Where:
        """A heading that names a quarter, a team, or just the document."""
        context = context_of(node.text, self._reading.fiscal_start)
        self._last = None
        where = where._replace(quarter=context.quarter or where.quarter, objective=None, key_result=None)
        is_team = node in self._teams or (bool(context.rest) and looks_like_team(context.rest, context, self._known))
        if is_team:
            self._reading.marks.append(node.text)
            return where._replace(team=team_id(context.rest))
        if context.rest:
            self._keep(node, where)
        else:
            self._reading.marks.append(node.text)
        return where

    def _objective(self, node: Node, where: Where) -> None:
        objective = Draft("objective", line=node.line)
        give_title(objective, self._text(node), self._reading)
        self._tick(objective, node)
        objective.above = where.objective
        self._reading.plan(where.quarter, where.team).add(objective)
        self._last = objective
        self.below(node, where._replace(objective=objective, key_result=None))

    def _inside(self, node: Node, where: Where, role: str) -> Where:
        """A key result, an action or a reason, with what stands below it."""
        if not node.lines and self._takes_value(node, where):
            self.below(node, where)
            return where
        if role == "action" and _is_remark(node.text):
            return self._remark(node, where)
        part = self._part(node, where, role)
        if part is None:
            self._keep(node, where)
            self.below(node, where)
            return where
        self.below(node, where._replace(key_result=part if part.kind == "key_result" else where.key_result))
        return where

    def _part(self, node: Node, where: Where, role: str) -> Draft | None:
        is_why = role == "why" and len(node.text) <= LONGEST
        if is_why and where.objective is not None and "why" not in where.objective.fields:
            where.objective.fields["why"] = self._text(node)
            return where.objective
        if role == "action" and where.key_result is not None:
            return self._titled("action", node, where.key_result)
        if role == "key_result":
            return self._titled("key_result", node, self._objective_for(node, where))
        return None

    def _titled(self, kind: str, node: Node, owner: Draft) -> Draft:
        part = Draft("action" if kind == "action" else "key_result", line=node.line)
        give_title(part, self._text(node), self._reading)
        self._tick(part, node)
        return owner.add(part)

    def _tick(self, part: Draft, node: Node) -> None:
        part.ticked = node.ticked
        self._reading.marks += ["[x]"] if node.ticked else []

    def _objective_for(self, node: Node, where: Where) -> Draft:
        """The objective of a key result; one without a name where there is none."""
        if where.objective is not None:
            return where.objective
        plan = self._reading.plan(where.quarter, where.team)
        if not plan.parts or "title" in plan.parts[-1].fields:
            plan.add(Draft("objective", line=node.line))
        return plan.parts[-1]

    def _text(self, node: Node) -> str:
        """The text of a line without its label."""
        label = label_of(node.text) if node.kind != "prose" else None
        if label is None or not label.text:
            return node.text.strip().removeprefix("> ")
        self._reading.marks.append(label.label)
        return label.text

    def _takes_value(self, node: Node, where: Where) -> bool:
        """Whether a line is a value with its name, such as `Owner: Ana`, that the part above it has a field for."""
        draft = where.key_result or where.objective
        if where.key_result is not None and self._takes_check_in(node, where.key_result):
            return True
        found = _value_in(node.text) if draft is not None else None
        field = field_of(found["name"]) if found else None
        if draft is None or found is None or field in _NO_VALUE:
            return False
        take(draft, [Cell(found["name"], field, unwrapped(found["value"]))], self._reading)
        self._reading.marks += ["[x]"] if node.ticked else []
        return True

    def _takes_check_in(self, node: Node, key_result: Draft) -> bool:
        """Whether a line is a value with its day: `2026-10-19: 2,010 – a remark`."""
        found = _DATED.fullmatch(node.text)
        day, value = (day_of(found["day"]), value_of(found["value"])) if found else (None, None)
        known = key_result.fields.get("check_ins", {})
        if found is None or day is None or value is None or day in known:
            return False
        key_result.fields["check_ins"] = {
            **known,
            day: {"value": value, "note": found["note"]} if found["note"] else value,
        }
        self._reading.marks.append(node.text)
        return True

    def _remark(self, node: Node, where: Where) -> Where:
        """Words that are no part of a plan: a value with its name goes into its field, the rest into remarks."""
        if node.kind == "prose" and "\n" in node.text and _value_in(node.text.split("\n")[0]):
            for number, line in enumerate(node.text.split("\n")):
                where = self._remark(Node("prose", line, node.line + number), where)
            return where
        if where.objective is None:
            stated = self._of_plan(node, where)
            if stated is not None:
                self.below(node, stated)
                return stated
            context = context_of(node.text, self._reading.fiscal_start)
            if node.kind == "prose" and context.quarter and is_context(context):
                return self._context(node, where)
        if not self._takes_value(node, where):
            self._keep(node, where)
        self.below(node, where)
        return where

    def _of_plan(self, node: Node, where: Where) -> Where | None:
        """`Team: Marketing` and `Quarter: Q4 2026` hold for all that follows."""
        found = _VALUE.fullmatch(node.text)
        field = field_of(found["name"]) if found else None
        if found is None or field not in ("team", "quarter"):
            return None
        value = unwrapped(found["value"])
        context = context_of(value, self._reading.fiscal_start)
        if field == "quarter" and context.quarter is None:
            return None
        self._reading.marks += [node.text, *(["[x]"] if node.ticked else [])]
        return where._replace(quarter=context.quarter) if field == "quarter" else where._replace(team=team_id(value))

    def _keep(self, node: Node, where: Where) -> None:
        draft = where.key_result or where.objective
        box = "" if node.ticked is None else "[x] " if node.ticked else "[ ] "
        text = f"- {box}{node.text}" if node.kind == "item" else node.text
        if draft is not None:
            draft.note(text)
            self._reading.doubt(node.line, node.text.split("\n")[0])
        elif where.quarter or where.team or (None, None) in self._reading.plans:
            self._reading.plan(where.quarter, where.team).note(text)
        else:
            self._reading.notes.append(text)
