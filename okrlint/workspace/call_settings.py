"""The flags of a call laid over the settings of the repository and the limits of the user."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NoReturn

from okrlint.errors import OkrlintError
from okrlint.linting.finding import SEVERITIES
from okrlint.linting.nearest import near, preset_fault, shown
from okrlint.linting.presets import ALWAYS, OFF
from okrlint.linting.rule import Rule
from okrlint.linting.settings import Key, RuleSettings, Settings
from okrlint.source.limits import Limits
from okrlint.workspace.settings_file import check_ignored, check_names, rule_names

_LISTS = ("select", "extend_select", "ignore")
_MOST_DIGITS = 12


def under_flags(settings: Settings, rules: Sequence[Rule], flags: Mapping[str, Any]) -> Settings:
    """The settings of a call. Raises OkrlintError with the flag that is wrong."""
    given = [name for name in ("preset", *_LISTS, "fail_on", "severity") if flags[name] not in (None, ())]
    if not given:
        return settings
    by_name = rule_names(rules)
    _check(flags, by_name)
    severities = dict(_severity(pair, by_name) for pair in flags["severity"])
    own = {rule: _weighed(settings.rules.get(rule, RuleSettings()), word) for rule, word in severities.items()}
    return settings.changed(
        {**{(name,): _flag(name) for name in given}, **{_severity_key(rule): "--severity" for rule in severities}},
        preset=flags["preset"],
        select=flags["select"] or None,
        extend_select=(*settings.extend_select, *flags["extend_select"]),
        ignore=(*settings.ignore, *flags["ignore"]),
        fail_on=flags["fail_on"],
        rules={**settings.rules, **own},
    )


def under_limits(limits: Limits, pairs: Iterable[str]) -> Limits:
    """The limits with those of `--limit NAME=VALUE` in their place. Raises OkrlintError."""
    for pair in pairs:
        name, _, number = pair.partition("=")
        if name not in Limits._fields or not number.isdecimal() or len(number) > _MOST_DIGITS or not int(number):
            known = ", ".join(Limits._fields)
            _refuse("limit", f"{shown(pair)} is not NAME=NUMBER with one of {known}{near(name, Limits._fields)}")
        limits = limits._replace(**{name: int(number)})
    return limits


def _check(flags: Mapping[str, Any], by_name: Mapping[str, Rule]) -> None:
    for flag in _LISTS:
        check_names(flags[flag], by_name, partial(_refuse, flag))
    check_ignored(flags["ignore"], partial(_refuse, "ignore"))
    fault = "" if flags["preset"] is None else preset_fault(flags["preset"])
    if fault:
        _refuse("preset", fault)


def _severity(pair: str, by_name: Mapping[str, Rule]) -> tuple[str, str]:
    """The id of a rule and the word for its new severity."""
    name, _, word = pair.partition("=")
    if word not in (*SEVERITIES, OFF):
        _refuse("severity", f"{shown(pair)} is not RULE=LEVEL with error, warning, info or off")
    if name not in by_name:
        _refuse("severity", f"{shown(name)} is no rule{near(name, by_name)}")
    if by_name[name].id in ALWAYS:
        _refuse("severity", f"{shown(name)}: what cannot be read is always an error")
    return by_name[name].id, word


def _weighed(own: RuleSettings, word: str) -> RuleSettings:
    return RuleSettings(SEVERITIES.get(word), word == OFF, own.options)


def _severity_key(rule: str) -> Key:
    return ("rules", rule, "severity")


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _refuse(name: str, words: str) -> NoReturn:
    raise OkrlintError(f"{_flag(name)}: {words}")
