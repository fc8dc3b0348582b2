"""Check-ins as a table that people fill in with a spreadsheet, and the plans after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from okrlint.errors import OkrlintError
from okrlint.exchange.decoding import decode
from okrlint.exchange.flat import encoded
from okrlint.exchange.safe_cells import row_of, shown
from okrlint.exchange.sheets import read_sheet, without_points
from okrlint.exchange.values import day_of, house_form
from okrlint.exchange.vocabulary import plain
from okrlint.model.dates import parse_date
from okrlint.model.okr_file import build_file
from okrlint.model.plan import Plan
from okrlint.model.quantity import NotAQuantity, parse_quantity
from okrlint.source.edit import EditRefused, bytes_of, edited
from okrlint.tuples import NamedTuple
from okrlint.workspace.check_in_run import check_not_ahead, checked_fields
from okrlint.workspace.check_in_value import value_for
from okrlint.workspace.check_in_writing import NewCheckIn, check_day, check_in_insertion, find_key_result
from okrlint.workspace.fixing import FileChange, write_changes
from okrlint.workspace.import_run import bytes_of_file
from okrlint.workspace.plan_writing import together
from okrlint.workspace.turns import turn

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from okrlint.model.key_result import KeyResult
    from okrlint.model.portfolio import Portfolio
    from okrlint.source.document import Document
    from okrlint.workspace.workspace import Workspace

_COLUMNS = ("Key result", "Title", "Date", "Value", "Confidence", "Note", "Next", "By")
_NAMES = {"key result": "address", "address": "address", "kr": "address"}
_NEEDED = ("address", "date", "value")
_BESIDE = ("confidence", "note", "next", "by")
_SHOWN = 20


def table_of(plans: Sequence[Plan]) -> str:
    """The check-ins of open plans as CSV: a row for each, and one to fill in for each key result that takes values."""
    rows = [list(_COLUMNS)]
    for plan in plans:
        if plan.status != "closed":
            rows += [row for one in plan.counted_key_results if one.type != "milestones" for row in _rows(one)]
    return "".join(map(row_of, rows))


def _rows(key_result: KeyResult) -> Iterator[list[str]]:
    known = key_result.raw.get("check_ins")
    for day, entry in known.items() if isinstance(known, dict) else ():
        fields = entry if isinstance(entry, dict) else {"value": entry}
        cells = (_cell(fields.get(name)) for name in ("value", *_BESIDE))
        yield [key_result.address, key_result.name, day, *cells]
    yield [key_result.address, key_result.name, *[""] * (len(_COLUMNS) - 2)]


def _cell(value: Any) -> str:
    if isinstance(value, str):
        return value
    return ("yes" if value else "no") if isinstance(value, bool) else encoded(value, "value")


class _Line(NamedTuple):
    """A filled-in row."""

    place: str
    """The file and the line, for messages."""
    address: str
    date: str
    fields: dict[str, str]


class _Wanted(NamedTuple):
    key_result: KeyResult
    new: NewCheckIn


class CheckInTable:
    """What a table changes in the plans."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin without a change."""
        self.workspace = workspace
        self.preview: list[str] = []
        self.problems: list[str] = []
        self.changes: list[FileChange] = []
        self.count = 0

    def refuse_problems(self) -> None:
        """Raises OkrlintError where a row cannot be written: all of them are, or none."""
        if self.problems:
            rows = f"{len(self.problems)} rows" if len(self.problems) > 1 else "1 row"
            raise OkrlintError(f"{rows} cannot be written, and so nothing was")

    def write(self) -> str:
        """Write every plan or none; what was done in a sentence. Raises OkrlintError."""
        if not self.changes:
            return "Nothing in the table is new"
        with turn(self.workspace.root):
            refused = write_changes(self.workspace, tuple(self.changes))
            if refused:
                done = [one for one in self.changes if one.path not in refused]
                write_changes(self.workspace, tuple(FileChange(one.path, one.after, one.before) for one in done))
                raise OkrlintError(f"{next(iter(refused.values()))}; all other plans are as they were too")
        many = f"{self.count} check-ins" if self.count > 1 else "1 check-in"
        return f"Wrote {many} into {', '.join(one.path for one in self.changes)}"


def read_table(workspace: Workspace, files: Sequence[str], *, replace: bool) -> CheckInTable:
    """Compare tables with the plans. Raises OkrlintError for a file that is no such table."""
    table = CheckInTable(workspace)
    portfolio = workspace.load(workspace.paths())
    wanted: dict[tuple[str, str], _Wanted] = {}
    for file in files:
        for line in _lines(file):
            try:
                one = _wanted(line, portfolio, workspace, replace=replace)
            except OkrlintError as error:
                table.problems.append(f"{line.place}: {str(error).removeprefix('--')}")
                continue
            if one is None:
                continue
            key = (one.key_result.address, line.date)
            if key in wanted:
                table.problems.append(f"{line.place}: {key[0]} is there twice on {key[1]}")
                continue
            wanted[key] = one
            table.preview.append(_preview(one))
    table.count = len(wanted)
    if not table.problems:
        table.changes = _changes(list(wanted.values()), portfolio, workspace)
    return table


def _lines(file: str) -> Iterator[_Line]:
    """The rows of a file that are filled in. Raises OkrlintError where it has not the columns."""
    sheet = read_sheet(decode(bytes_of_file(file), file).text, file)
    names = [_NAMES.get(plain(cell), plain(cell)) for cell in sheet.rows[0]] if sheet.rows else []
    missing = [name for name in _NEEDED if name not in names]
    if missing:
        words = ", ".join("Key result" if name == "address" else name.capitalize() for name in missing)
        raise OkrlintError(f"{file} has no column {words}; `okrlint export --check-ins` writes such a table")
    rows = without_points([[shown(cell).strip() for cell in row] for row in sheet.rows], sheet.separator)
    for number, row in zip(sheet.lines[1:], rows[1:], strict=True):
        cells = dict(zip(names, row, strict=False))
        fields = {name: cells[name] for name in ("value", *_BESIDE) if cells.get(name)}
        if fields:
            yield _Line(f"{file}:{number}", cells.get("address", ""), cells.get("date", ""), fields)


def _wanted(line: _Line, portfolio: Portfolio, workspace: Workspace, *, replace: bool) -> _Wanted | None:
    """The check-in that a row asks for; None where the plan has it already. Raises OkrlintError."""
    day = parse_date(day_of(line.date))
    if day is None:
        raise OkrlintError(f"{line.date or 'nothing'} is not a day such as 2026-11-15")
    if not line.address:
        raise OkrlintError("the key result is not named")
    key_result = find_key_result(portfolio, line.address, day)
    known = _known(key_result, day)
    if known is not None and not _differs(known, line.fields):
        return None
    check_day(key_result, day)
    check_not_ahead(day, workspace.settings)
    if "value" not in line.fields and not isinstance(known, dict):
        raise OkrlintError(f"{key_result.address} has no value on {day}")
    fields = _checked(key_result, line.fields, known, portfolio, workspace)
    if known is not None and not replace:
        raise OkrlintError(f"{key_result.address} has {_words(known)} on {day} already; --replace writes over it")
    return _Wanted(key_result, NewCheckIn(day, fields, replace))


def _known(key_result: KeyResult, day: datetime.date) -> Any:
    """The check-in of a day as it stands in the plan; None for none."""
    check_ins = key_result.raw.get("check_ins")
    return check_ins.get(day.isoformat()) if isinstance(check_ins, dict) else None


def _checked(
    key_result: KeyResult, given: dict[str, str], known: Any, portfolio: Portfolio, workspace: Workspace
) -> dict[str, str]:
    language = workspace.settings.language(workspace.rules)
    beside = {name: given[name] for name in _BESIDE if name in given}
    if "confidence" in beside:
        beside["confidence"] = beside["confidence"].replace(",", ".")
    text = given.get("value") or str(known["value"])
    return {"value": value_for(key_result, house_form(text), language), **checked_fields(beside, portfolio.company)}


def _differs(known: Any, fields: dict[str, str]) -> bool:
    """Whether a row says something else than the plan; what it leaves empty stays as it is."""
    entry = known if isinstance(known, dict) else {"value": known}
    return any(_plain(name, entry.get(name)) != _plain(name, house_form(text)) for name, text in fields.items())


def _plain(name: str, raw: Any) -> Any:
    """A field without the ways to write it; a confidence is a share, so 60% is 0.6."""
    found = _plain_value(raw)
    is_share = name == "confidence" and isinstance(found, tuple) and found[1] == "%"
    return (found[0] / 100, "", found[2]) if is_share else found


def _plain_value(raw: Any) -> Any:
    """A value without the ways to write it: 1,950 is 1950, and 0.60 is 0.6."""
    if isinstance(raw, str) and raw.strip().lower() in ("yes", "no", "true", "false"):
        return raw.strip().lower() in ("yes", "true")
    try:
        return parse_quantity(raw)[:3]
    except NotAQuantity:
        return " ".join(raw.split()) if isinstance(raw, str) else raw


def _words(known: Any) -> str:
    return _cell(known.get("value") if isinstance(known, dict) else known)


def _preview(one: _Wanted) -> str:
    known = _known(one.key_result, one.new.day)
    before = "" if known is None else f" (now {_words(known)})"
    beside = "".join(f", {name} {text}" for name, text in one.new.fields.items() if name != "value")
    return f"{one.key_result.address}  {one.new.day}  {one.new.fields['value']}{beside}{before}"


def _changes(wanted: Sequence[_Wanted], portfolio: Portfolio, workspace: Workspace) -> list[FileChange]:
    """Each plan before and after. Raises OkrlintError where one cannot be edited."""
    found: list[FileChange] = []
    for file in portfolio.files:
        mine = [one for one in wanted if one.key_result.document is file.document]
        if mine:
            after = _edited(file.document, mine, portfolio, workspace)
            found.append(FileChange(file.path, bytes_of(file.document), bytes_of(after)))
    return found


def _edited(document: Document, wanted: list[_Wanted], portfolio: Portfolio, workspace: Workspace) -> Document:
    """A document with every check-in: of each key result one a round, because days are put in by those around them."""
    try:
        while wanted:
            plan = build_file(document, portfolio.company).item
            places = {one.path: one for one in plan.key_results} if isinstance(plan, Plan) else {}
            now = {one.key_result.path: one for one in reversed(wanted)}
            insertion = together(check_in_insertion(places[path], one.new) for path, one in now.items())
            document = edited(document, insertion.edits, insertion.changes, workspace.limits)
            wanted = [one for one in wanted if one not in now.values()]
    except EditRefused as error:
        raise OkrlintError(f"{document.path} cannot be edited: {error}; nothing was written") from error
    return document
