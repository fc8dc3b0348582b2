"""Every setting in force, as TOML that could be a settings file, each with where it was set."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from okrlint.escaping import terminal
from okrlint.linting.presets import ALWAYS, OFF, find_preset
from okrlint.linting.rule import Rule
from okrlint.linting.settings import Key, Settings
from okrlint.source.limits import DEFAULT_LIMITS, Limits
from okrlint.tuples import NamedTuple

_LISTS = ("paths", "select", "extend_select", "ignore", "languages")
_ROUTE = 44
"""The column that the comments stand in where they fit."""


class Call(NamedTuple):
    """What a call adds to the settings."""

    as_of: datetime.date | None
    """The day of the run; None for a run without one."""
    day_flag: str | None
    limits: Limits
    limit_flags: frozenset[str]
    """The names of the limits that a flag sets."""


def settings_lines(settings: Settings, rules: Sequence[Rule], call: Call) -> Iterator[str]:
    """The settings of a run, line by line; what no settings file of a repository may say stands in comments."""
    yield _line("preset", _text(settings.preset), origin(settings, ("preset",)))
    for name in _LISTS:
        yield _line(name, _value(getattr(settings, name)), origin(settings, (name,)))
    yield _line("fail_on", _text(settings.fail_on), origin(settings, ("fail_on",)))
    yield _day(settings, call)
    yield _line("history", _value(settings.history), origin(settings, ("history",)))
    yield _baseline(settings)
    yield from (_limit(name, call) for name in Limits._fields)
    yield from ("", "[report]")
    for name, value in settings.report._asdict().items():
        yield _line(name, _value(value), origin(settings, ("report", name)))
    for rule in rules:
        yield from ("", f"[rules.{rule.id}]", *_of_rule(settings, rule))
    for number, entry in enumerate(settings.per_file):
        yield from ("", "[[per_file]]")
        for name in entry._fields:
            place = settings.place(("per_file", str(number), name)) or "default"
            yield _line(name, _value(getattr(entry, name)), place)


def _of_rule(settings: Settings, rule: Rule) -> Iterator[str]:
    name = "# severity" if rule.id in ALWAYS else "severity"
    yield _line(name, _text(str(settings.severity(rule) or OFF)), severity_origin(settings, rule))
    options = settings.options(rule)
    for name in rule.option_types:
        yield _line(name, _value(getattr(options, name)), option_origin(settings, rule, name))


def origin(settings: Settings, key: Key) -> str:
    """Where a value was set: the flag, the line of the file, both where they add up, or `default`."""
    return " and ".join(filter(None, (_place(settings, key), settings.flags.get(key)))) or "default"


def severity_origin(settings: Settings, rule: Rule) -> str:
    """Where the severity of a rule was decided, or that it is off."""
    if rule.id in ALWAYS:
        return "always"
    own = settings.flags.get(("rules", rule.id, "severity")) or _own_place(settings, rule, "severity")
    chosen = next((key for key in ("ignore", "select", "extend_select") if _decides(settings, rule, key)), None)
    if chosen == "ignore" or (chosen and not own):
        return _list_origin(settings, rule, chosen)
    if own:
        return own
    preset = find_preset(settings.preset)
    is_told = preset is not None and (rule.id in preset.severities or settings.severity(rule) is None)
    return f"preset {settings.preset}" if is_told else "default"


def _list_origin(settings: Settings, rule: Rule, name: str) -> str:
    """Which of the file and the flag has the rule on a list that may be of both."""
    usual, flag = settings.without_flags, settings.flags.get((name,))
    if usual is not None and flag is not None:
        return origin(usual, (name,)) if _decides(usual, rule, name) else flag
    return origin(settings, (name,))


def option_origin(settings: Settings, rule: Rule, name: str) -> str:
    """Where an option of a rule was set."""
    own = _own_place(settings, rule, name)
    if own:
        return own
    preset = find_preset(settings.preset)
    of_preset = preset.options.get(rule.id, {}) if preset is not None else {}
    return f"preset {settings.preset}" if name in of_preset else "default"


def _decides(settings: Settings, rule: Rule, key: str) -> bool:
    """Whether a list of rules is why a rule is on or off."""
    without = Settings(**{**settings.__dict__, key: ()})
    return (without.severity(rule) is None) is not (settings.severity(rule) is None)


def _own_place(settings: Settings, rule: Rule, name: str) -> str | None:
    places = (settings.place(("rules", own, name)) for own in (rule.id, *rule.aliases))
    return next(filter(None, places), None)


def _place(settings: Settings, key: Key) -> str | None:
    """Where the file sets a key that no flag replaces; flags add to some lists."""
    replaced = key in settings.flags and key not in (("extend_select",), ("ignore",))
    return None if replaced else settings.place(key)


def _day(settings: Settings, call: Call) -> str:
    if call.as_of is None:
        return _line("# as_of", _text("none"), "--no-clock")
    stated = call.day_flag or (settings.place(("as_of",)) if settings.as_of is not None else None)
    if stated is None:
        return _line("# as_of", _text("today"), "default")
    return _line("as_of", _text(call.as_of.isoformat()), stated)


def _baseline(settings: Settings) -> str:
    known = settings.baseline
    return _line("# baseline", _text(known.name if known else ""), f"{known.total if known else 0} known findings")


def _limit(name: str, call: Call) -> str:
    value = getattr(call.limits, name)
    raised = "default" if value == getattr(DEFAULT_LIMITS, name) else "your own settings file"
    return _line(f"# limit {name}", str(value), "--limit" if name in call.limit_flags else raised)


def _line(name: str, value: str, where: str) -> str:
    return f"{f'{name} = {value}'.ljust(_ROUTE)}  # {terminal(where)}"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_value(item) for item in value)}]"
    if isinstance(value, bool):
        return str(value).lower()
    return _text(value) if isinstance(value, str) else str(value)


def _text(text: str) -> str:
    """A text as TOML has it, which is as JSON has it but for the delete character."""
    import json

    return json.dumps(text).replace("\x7f", "\\u007f")
