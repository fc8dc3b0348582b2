"""Does this okrlint work? A few small runs in memory over its own examples, each with a known answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

_DAY = date(2026, 11, 15)
_PLAN = "okrs/2026-Q4/marketing.yaml"
_BAD = "title: Grow by XX leads\n"


def fault_of(name: str) -> str:
    """What is wrong with one of the checks; empty where it passes. Raises nothing."""
    try:
        return CHECKS[name]()
    except Exception as error:  # noqa: BLE001  a doctor names what is broken, whatever it is
        return f"{type(error).__name__}: {error}"


def _rules() -> str:
    """The clean example has no error, and a slot in a title is found."""
    clean, slot = _errors(""), _errors(_BAD)
    if clean:
        return f"the clean example has the finding {clean[0]}"
    return "" if "placeholder" in slot else "the finding placeholder is not there"


def _errors(text: str) -> list[str]:
    from okrlint.discovery import discover
    from okrlint.linting.examples import files_of
    from okrlint.linting.finding import Severity
    from okrlint.linting.rule import Example
    from okrlint.linting.run import run
    from okrlint.linting.settings import Settings
    from okrlint.model.portfolio import build_portfolio
    from okrlint.source.reader import read

    files = files_of(Example(text))
    portfolio = build_portfolio(read(data.encode(), path) for path, data in files.items())
    outcome = run(portfolio, discover("okrlint.rules", "RULE"), Settings(), None, None)
    return [found.rule for found in outcome.findings if found.severity == Severity.ERROR]


def _scores() -> str:
    """The article's example: 650 leads, to grow by 25%, end at 731.25 and score 0.5."""
    from okrlint.model.plan import build_plan
    from okrlint.model.scoring import score
    from okrlint.source.reader import read

    text = (
        "quarter: 2026-Q4\nobjectives: [{key_results: [{baseline: 650, growth: 25%, check_ins: {2026-11-09: 731.25}}]}]"
    )
    reached = score(build_plan(read(text.encode(), _PLAN), None).key_results[0], _DAY).score
    return "" if reached == Decimal("0.5") else f"{reached} instead of 0.5"


def _edits() -> str:
    """Two readers agree on a new line, and on no other."""
    from okrlint.source.edit import apply
    from okrlint.source.entry_insertion import insert_entries
    from okrlint.source.reader import read

    document = read(b"a: 1  # one\nb: 2\n", "edit")
    after = apply(document, *insert_entries(document, (), {"c": "3 or more"}, "a"))
    return "" if after == b"a: 1  # one\nc: 3 or more\nb: 2\n" else f"wrote {after!r}"


def _documents() -> str:
    """A document has its title, and nothing in it gets live."""
    from okrlint.model.portfolio import build_portfolio
    from okrlint.source.reader import read
    from okrlint.views.agenda import agenda_row
    from okrlint.views.documents import document
    from okrlint.views.report import ReportInput
    from okrlint.views.survey import Survey

    key_result = '{title: "<b>Up</b> @all", baseline: 0, target: 10}'
    text = f"kind: plan\nteam: marketing\nquarter: 2026-Q4\nobjectives: [{{key_results: [{key_result}]}}]\n"
    portfolio = build_portfolio([read(text.encode(), _PLAN)])
    shown = document("agenda", agenda_row(portfolio.plans[0], Survey(ReportInput(portfolio, (), _DAY, None))))
    return "" if "Up" in shown and "<b>" not in shown and "@all" not in shown else "an agenda is not what it should be"


CHECKS: dict[str, Callable[[], str]] = {"rules": _rules, "scores": _scores, "edits": _edits, "documents": _documents}
