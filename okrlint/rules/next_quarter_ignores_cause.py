"""A key result is carried on as if its last quarter had taught nothing.

The cause of a miss is written down so that the next plan is another one: a goal that was too high asks for less now, a
slow channel gets something that speeds it up or a smaller part, a short budget grows or the funnel converts better,
lack of time brings another owner, more people or fewer key results, and a wrong key result is measured otherwise. What
was too easy asks for more. `decision: retry` with a sentence under `learned` says that the same again is meant.
Causes that lie outside of the plan (a new priority, somebody else's delay) leave no trace that could be looked for.

When to ignore: when the answer to the cause stands outside of these files; the reason then says where.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from okrlint.linting.asked import asked
from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.limits import counted
from okrlint.linting.notes import Notes
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.pipeline import measured_text, names_conversion_rate
from okrlint.model.close import Close
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.model.portfolio import Portfolio, plan_order
from okrlint.model.quarter import Quarter
from okrlint.tuples import NamedTuple

_OUT_OF_TIME = "ran-out-of-time"


class _Pair(NamedTuple):
    """A key result and the one of the quarter before that it carries on."""

    now: KeyResult
    before: KeyResult
    close: Close
    portfolio: Portfolio
    language: str
    load: Mapping[tuple[str, str], int] = {}
    """How many key results each person owns, by the first day of a quarter and the person."""

    @property
    def cause(self) -> str:
        return self.close.cause or ""

    @property
    def label(self) -> str:
        return self.before.plan.quarter_text or "last quarter"


class _Ignored(NamedTuple):
    field: str
    """The field that shows no trace."""
    message: str
    hint: str


class _Note(NamedTuple):
    """What a plan has to say of the causes of the quarter before."""

    owned: tuple[tuple[str, int], ...]
    """How many key results each person owns."""
    is_ignored: bool
    """Whether a cause left no trace, whatever other plans say."""
    out_of_time: tuple[tuple[str, str, str], ...]
    """Owners who ran out of time, with the first days of the quarter then and of the one now."""


def note(plan: Plan, context: Context) -> _Note | None:
    """Look at every key result whose predecessor was closed with a cause."""
    pairs = list(_pairs(plan, context))
    owned = Counter(owner for kr in plan.counted_key_results for owner in dict.fromkeys(kr.owners))
    told = any(_ignored(pair) is not None for pair in pairs if pair.cause != _OUT_OF_TIME)
    late = [pair for pair in pairs if pair.cause == _OUT_OF_TIME and _has_as_little_time(pair)]
    found = _Note(
        tuple(owned.items()), told, tuple((pair.now.owner or "", _day(pair.before), _day(pair.now)) for pair in late)
    )
    return found if any(found) else None


def check(notes: Notes, context: Context) -> Iterator[Problem]:
    """Tell what left no trace, and where somebody who ran out of time owns as much as before."""
    said = [(noted, _Note(*noted.value)) for noted in notes]
    load: dict[tuple[str, str], int] = Counter()
    for noted, note_of_plan in said:
        for owner, count in note_of_plan.owned:
            load[noted.order[0], owner] += count
    for noted, note_of_plan in said:
        late = any(load[now, owner] >= load[before, owner] for owner, before, now in note_of_plan.out_of_time)
        if note_of_plan.is_ignored or late:
            for pair in _pairs(notes.plan(noted), context):
                yield from _problem(pair._replace(load=load))


def _pairs(plan: Plan, context: Context) -> Iterator[_Pair]:
    if plan.quarter is None:
        return
    before = context.portfolio.plan(plan.team, plan.quarter.previous())
    closed = before.key_results if before is not None else ()
    taught = [kr for kr in closed if kr.close is not None and kr.close.cause]
    names = {name for kr in taught for name in (kr.metric, (kr.objective.id, kr.id))}
    for key_result in plan.counted_key_results:
        known = key_result.metric in names or (key_result.objective.id, key_result.id) in names
        earlier = context.portfolio.predecessor(key_result) if known or key_result.carried_from else None
        close = earlier.close if earlier is not None and _is_earlier(earlier, plan.quarter) else None
        if earlier is not None and close is not None and close.cause and not _is_meant(close):
            yield _Pair(key_result, earlier, close, context.portfolio, context.language)


def _is_earlier(key_result: KeyResult, quarter: Quarter) -> bool:
    """`carried_from` may lead anywhere, even back to where it stands."""
    return key_result.plan.quarter is not None and key_result.plan.quarter < quarter


def _is_meant(close: Close) -> bool:
    return close.decision == "retry" and close.learned is not None


def _problem(pair: _Pair) -> Iterator[Problem]:
    ignored = _ignored(pair)
    if ignored is not None:
        yield Problem(
            pair.now.at(ignored.field),
            ignored.message,
            f"{ignored.hint}, or close {pair.label} with `decision: retry` and the reason under `learned`",
            (Related(pair.close.at("cause"), f"the cause: {pair.close.cause}"),),
            pair.now.address,
        )


def _ignored(pair: _Pair) -> _Ignored | None:
    look = _LOOKS.get(pair.cause)
    return look(pair) if look is not None else None


def _unrealistic(pair: _Pair) -> _Ignored | None:
    now, before = asked(pair.now), asked(pair.before)
    if now is None or before is None or now.kind != before.kind or now.amount < before.amount:
        return None
    message = f"asks for {now.words}, and the {before.words} of {pair.label} was closed as unrealistic"
    return _Ignored(_goal(pair.now), message, "ask for less this time")


def _too_easy(pair: _Pair) -> _Ignored | None:
    now, before = asked(pair.now), asked(pair.before)
    if now is None or before is None or now.kind != before.kind or now.amount > before.amount:
        return None
    message = f"asks for {now.words}, and the {before.words} of {pair.label} was closed as too easy"
    return _Ignored(_goal(pair.now), message, "ask for more this time")


def _channel(pair: _Pair) -> _Ignored | None:
    if not _asks_no_less(pair) or _new_action(pair):
        return None
    message = f"asks no less of a channel that was too slow in {pair.label}, and no new action speeds it up"
    return _Ignored(_goal(pair.now), message, "add the action that speeds it up, or ask for less of it")


def _budget(pair: _Pair) -> _Ignored | None:
    converts = any(names_conversion_rate(measured_text(kr), pair.language) for kr in pair.now.plan.counted_key_results)
    if not _asks_no_less(pair) or _new_action(pair) or converts or _grew(pair, "budget"):
        return None
    message = f"asks no less after a budget too short in {pair.label}; budget, funnel and actions are the same"
    return _Ignored(_goal(pair.now), message, "raise the budget, add a key result on conversion, or ask for less")


def _has_as_little_time(pair: _Pair) -> bool:
    """Whether nobody else helps and no less is asked; how much its owner has to do is another question."""
    owner = pair.now.owner
    return _asks_no_less(pair) and owner is not None and owner in pair.before.owners and not _grew(pair, "people")


def _time(pair: _Pair) -> _Ignored | None:
    owner = pair.now.owner
    if owner is None or not _has_as_little_time(pair):
        return None
    before, now = (pair.load.get((_day(kr), owner), 0) for kr in (pair.before, pair.now))
    if now < before:
        return None
    message = f"{owner} ran out of time in {pair.label} with {counted(before, 'key result')}, and owns {now} now"
    return _Ignored("owner", message, "find another owner or a second pair of hands, leave something out, or ask less")


def _day(key_result: KeyResult) -> str:
    """The first day of its quarter, as the order of plans has it."""
    return plan_order(key_result.plan)[0]


def _wrong(pair: _Pair) -> _Ignored | None:
    now, before = pair.now.metric, pair.before.metric
    if now is None or before is None or now.casefold() != before.casefold():
        return None
    message = f"measures {now} again, which {pair.label} closed as the wrong key result"
    return _Ignored("metric", message, "measure what shows that the objective is reached")


def _asks_no_less(pair: _Pair) -> bool:
    """Whether two asks can be compared and the new one is not smaller; another kind of ask is a change by itself."""
    now, before = asked(pair.now), asked(pair.before)
    return now is not None and before is not None and now.kind == before.kind and now.amount >= before.amount


def _new_action(pair: _Pair) -> bool:
    known = {(action.title or "").casefold() for action in pair.before.actions}
    return any(a.status != "dropped" and (a.title or "").casefold() not in known for a in pair.now.actions)


def _grew(pair: _Pair, field: str) -> bool:
    """Whether a number of the pipeline file is greater than in the quarter before."""
    files = [pair.portfolio.pipeline(kr.plan.quarter) for kr in (pair.before, pair.now)]
    before, now = (getattr(file, field) if file is not None else None for file in files)
    return bool(now is not None and now.value > (before.value if before is not None else Decimal(0)))


def _goal(key_result: KeyResult) -> str:
    return "growth" if key_result.growth is not None else "target"


_LOOKS: dict[str, Callable[[_Pair], _Ignored | None]] = {
    "unrealistic-goal": _unrealistic,
    "channel-slower": _channel,
    "budget-short": _budget,
    _OUT_OF_TIME: _time,
    "wrong-key-result": _wrong,
    "target-too-easy": _too_easy,
}


_BEFORE = """\
kind: plan
version: 1
team: marketing
quarter: 2026-Q3
status: closed
objectives:
  - id: demand
    title: Make agencies ask for us by name
    owner: ana
    key_results:
      - id: leads
        title: Increase leads by 50% vs. 2026-Q2
        owner: ben
        metric: leads
        baseline: 1650
        growth: 50%
        check_ins: {2026-09-28: 1881}
        close:
          score: 0.28
          cause: unrealistic-goal
          learned: We had never grown by half, and no channel could
          decision: change
      - {id: reviews, title: Raise public reviews to 48, owner: ben, baseline: 34, target: 48}
      - {id: nps, title: Raise the net promoter score to 35, owner: ana, baseline: 25, target: 35}
"""
_FILES = {"okrs/2026-Q3/marketing.yaml": _BEFORE}

RULE = Rule(
    id="next-quarter-ignores-cause",
    group="ambition and scoring",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    note=note,
    bad=(
        Example(
            """
title: Increase leads by 50% vs. 2026-Q3
growth: 50%  # <- asks for 50%, and the 50% of 2026-Q3 was closed as unrealistic
""",
            files=_FILES,
        ),
    ),
    good=(
        Example(
            """
title: Increase leads by 25% vs. 2026-Q3
growth: 25%
""",
            files=_FILES,
        ),
        Example(
            """
title: Increase leads by 50% vs. 2026-Q3
growth: 50%
""",
            files={"okrs/2026-Q3/marketing.yaml": _BEFORE.replace("decision: change", "decision: retry")},
        ),
    ),
)
