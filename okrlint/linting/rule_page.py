"""The page of a rule: why, bad and good with their real output, options, how to suppress."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Sequence

from okrlint.escaping import terminal
from okrlint.linting.examples import documents_of, files_of, findings_of, fixes_of, shown_in, unmarked
from okrlint.linting.presets import OFF, PRESETS
from okrlint.linting.printed import printed
from okrlint.linting.rule import Example, Rule
from okrlint.linting.settings import Settings
from okrlint.linting.settings_shown import option_origin, severity_origin


def rule_page(rule: Rule, rules: Sequence[Rule], settings: Settings | None = None) -> str:
    """The rule's page as Markdown; everything in it is worked out from the rule.

    With settings it also says what is in force under them, which the published pages cannot know.
    """
    return "\n".join(_page(rule, rules, settings)) + "\n"


def _page(rule: Rule, rules: Sequence[Rule], settings: Settings | None) -> Iterator[str]:
    yield from (f"# {rule.id}", "", rule.explanation, "")
    if settings is not None:
        yield from _in_force(rule, settings)
    yield from _facts(rule)
    yield from _examples("Bad", rule.bad, rule, rules)
    yield from _examples("Good", rule.good, rule, rules)
    yield from _options(rule)
    yield from _suppression(rule)


def _facts(rule: Rule) -> Iterator[str]:
    needs = _needs(rule)
    yield from ("| | |", "|---|---|", f"| Group | {rule.group} |", f"| Severity | {rule.severity} by default |")
    yield f"| In presets | {'; '.join(_in_preset(rule, preset) for preset in PRESETS)} |"
    yield from (f"| Looks at | {needs} |", f"| Since | {rule.since} |")
    if rule.aliases:
        yield f"| Former names | {', '.join(rule.aliases)} |"
    yield ""


def _in_force(rule: Rule, settings: Settings) -> Iterator[str]:
    """What the settings of the repository make of the rule, and where they say so."""
    options, severity = settings.options(rule), str(settings.severity(rule) or OFF)
    own = [(name, _default(getattr(options, name)), option_origin(settings, rule, name)) for name in rule.option_types]
    rows = [("severity", severity, severity_origin(settings, rule)), *own]
    yield from ("## In force here", "", "| setting | value | set by |", "|---|---|---|")
    yield from (f"| {name} | {terminal(value)} | {terminal(where)} |" for name, value, where in rows)
    yield ""


_NEEDS = {
    "OkrFile": "one file",
    "Plan": "one plan, with what other files say of it",
    "Company": "the company file",
    "Pipeline": "one pipeline file",
    "Notes": "all plans of the run",
    "Portfolio": "all files of the run",
    "Suppressions": "the suppressions of one file",
}


def _needs(rule: Rule) -> str:
    if rule.needs_history:
        return "the commits of the repository; not asked without them"
    return "the day of the run; silent without it" if rule.clock else _NEEDS[rule.subject]


def _in_preset(rule: Rule, preset: str) -> str:
    return f"{preset} {Settings(preset=preset).severity(rule) or 'off'}"


def _examples(title: str, examples: Sequence[Example], rule: Rule, rules: Sequence[Rule]) -> Iterator[str]:
    yield from (f"## {title}", "")
    for example in examples:
        yield from _earlier(example)
        yield from ("```yaml", *_shown(example), "```", "")
        if title == "Bad":
            yield from _output(example, rule, rules)


def _earlier(example: Example) -> Iterator[str]:
    """What was committed before the example, each state under its day."""
    for day, text in example.before.items():
        yield from (f"Committed on {day}:", "", "```yaml", *text.strip("\n").splitlines(), "```", "")
    if example.committed is not None:
        yield from (f"Committed on {example.committed[0]}:", "")


def _shown(example: Example) -> Iterator[str]:
    """The example's own lines, without the marks; what it takes away is said in a comment."""
    yield from (f"# {path}\n{unmarked(text).rstrip()}\n" for path, text in example.files.items())
    if example.files or example.at != "key_result":
        yield f"# {shown_in(example)}{_PLACES[example.at]}"
    yield from unmarked(example.text.strip("\n")).splitlines()
    if example.without:
        yield f"# and no {', no '.join(example.without)}"


_PLACES = {
    "key_result": ", a key result",
    "objective": ", an objective",
    "plan": "",
    "company": "",
    "pipeline": "",
    "file": "",
}


def _output(example: Example, rule: Rule, rules: Sequence[Rule]) -> Iterator[str]:
    """What okrlint says of an example, and what it makes of it."""
    texts = {document.path: document.text for document in documents_of(files_of(example))}
    findings = findings_of(example, rule, rules)
    own = [finding for finding in findings if finding.rule == rule.id]
    printouts = (line for finding in own for line in printed(finding, texts[finding.location.path]))
    yield from ("```text", *printouts, "```", "")
    lines, safe = fixes_of(example, rule, findings)
    if lines:
        flag = "--fix" if safe else "--unsafe-fixes"
        yield from (f"`okrlint check {flag}` makes of it:", "", "```diff", *lines, "```", "")


def _options(rule: Rule) -> Iterator[str]:
    if rule.options is None:
        return
    yield from (
        "## Options",
        "",
        f"Set in `okrlint.toml` under `[rules.{rule.id}]`.",
        "",
        "| option | default | meaning |",
    )
    yield "|---|---|---|"
    for name, meaning in option_words(rule).items():
        yield f"| `{name}` | {_default(getattr(rule.options, name))} | {meaning} |"
    yield ""


def option_words(rule: Rule) -> dict[str, str]:
    """The meaning of each option: the docstring under its field, read from the source."""
    if rule.options is None:
        return {}
    body = ast.parse(inspect.getsource(rule.options)).body[0].body  # type: ignore[attr-defined]
    words = {}
    for field, after in zip(body, [*body[1:], None], strict=True):
        target = field.target if isinstance(field, ast.AnnAssign) else None
        if isinstance(target, ast.Name) and target.id in rule.option_types:
            text = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
            words[target.id] = " ".join(str(text).split())
    return words


def _default(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(f"`{item}`" for item in value) or "none"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _suppression(rule: Rule) -> Iterator[str]:
    yield from (
        "## Suppress",
        "",
        "On the line, or on the line before, with a reason and, if it is to end, a last day:",
        "",
    )
    yield from ("```yaml", f"# okrlint: ignore[{rule.id}] the reason in your words, until 2026-12-31", "```")
