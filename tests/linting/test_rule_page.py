"""The page of a rule: whole, for a rule that is made up here."""

from __future__ import annotations

import pytest

from okrlint.linting.finding import Severity
from okrlint.linting.rule import Example, Rule
from okrlint.linting.rule_page import rule_page
from okrlint.linting.settings import Key, RuleSettings, Settings
from okrlint.records import Record
from tests.linting.conftest import check

SALES = """\
kind: plan
version: 1
team: sales
quarter: 2026-Q4
objectives:
  - title: Win
    key_results:
      - title: Bad wins  # <- bad under
"""
HEAD = """\
# made-up

Small rules and portfolios for the tests of the machine, so that no real rule can disturb them.

"""
IN_FORCE = """\
## In force here

| setting | value | set by |
|---|---|---|
| severity | error | okrlint.toml:8 |
| words | `a`, `b` | okrlint.toml:9 |
| strict | `true` | default |

"""
FACTS = """\
| | |
|---|---|
| Group | wording |
| Severity | warning by default |
| In presets | geckoboard warning; t2d3 warning; saas warning; google warning; minimal off; all warning |
| Looks at | one plan, with what other files say of it |
| Since | 0.1.0 |
| Former names | old-name |

"""
EXAMPLES = """\
## Bad

```yaml
title: Bad leads
```

```text
okrs/2026-Q4/marketing.yaml:19:16: warning made-up: bad under geckoboard
  19 |         title: Bad leads
     |                ^^^^^^^^^
  hint: mend it
```

```yaml
# okrs/2026-Q4/sales.yaml
kind: plan
version: 1
team: sales
quarter: 2026-Q4
objectives:
  - title: Win
    key_results:
      - title: Bad wins

# okrs/2026-Q4/marketing.yaml, a key result
title: Bad sales
# and no owner, no due
```

```text
okrs/2026-Q4/marketing.yaml:19:16: warning made-up: bad under geckoboard
  19 |         title: Bad sales
     |                ^^^^^^^^^
  hint: mend it
okrs/2026-Q4/sales.yaml:8:16: warning made-up: bad under geckoboard
  8 |       - title: Bad wins
    |                ^^^^^^^^
  hint: mend it
```

## Good

Committed on 2026-10-01:

```yaml
why: reasons
```

Committed on 2026-10-05:

```yaml
# okrs/2026-Q4/marketing.yaml, an objective
why: because
```

"""
OPTIONS = """\
## Options

Set in `okrlint.toml` under `[rules.made-up]`.

| option | default | meaning |
|---|---|---|
| `words` | none | What to find. |
| `strict` | `true` | Whether to find all, told on two lines. |

"""
SUPPRESS = """\
## Suppress

On the line, or on the line before, with a reason and, if it is to end, a last day:

```yaml
# okrlint: ignore[made-up] the reason in your words, until 2026-12-31
```
"""


class Words(Record):
    """Words and a choice."""

    words: tuple[str, ...] = ()
    """What to find."""
    strict: bool = True
    """Whether to find all,
    told on two lines."""


@pytest.fixture
def made_up() -> Rule:
    """A rule with everything that a page can show."""
    return Rule(
        id="made-up",
        group="wording",
        severity=Severity.WARNING,
        since="0.1.0",
        check=check,
        options=Words,
        aliases=("old-name",),
        bad=(
            Example("title: Bad leads  # <- bad under"),
            Example(
                "title: Bad sales  # <- bad under", without=("owner", "due"), files={"okrs/2026-Q4/sales.yaml": SALES}
            ),
        ),
        good=(
            Example(
                "why: because", at="objective", before={"2026-10-01": "why: reasons\n"}, committed=("2026-10-05", "why")
            ),
        ),
    )


def test_a_page_is_worked_out_from_the_rule(made_up: Rule) -> None:
    """Why, facts, examples with their real output, options, how to suppress."""
    assert rule_page(made_up, (made_up,)) == HEAD + FACTS + EXAMPLES + OPTIONS + SUPPRESS


def test_what_is_in_force_stands_before_all_else(made_up: Rule) -> None:
    """Under settings, with where they are set."""
    places: dict[Key, str] = {
        ("rules", "made-up", "severity"): "okrlint.toml:8",
        ("rules", "old-name", "words"): "okrlint.toml:9",
    }
    settings = Settings(
        rules={"made-up": RuleSettings(Severity.ERROR, options={"words": ("a", "b")})}, place=places.get
    )

    assert rule_page(made_up, (made_up,), settings).startswith(HEAD + IN_FORCE + FACTS)


def test_a_rule_without_options_has_no_table_of_them(made_up: Rule) -> None:
    """Nor former names where it never had another."""
    plain = Rule(**{**made_up.__dict__, "options": None, "aliases": (), "clock": True})
    page = rule_page(plain, (plain,))

    assert "## Options" not in page
    assert "Former names" not in page
    assert "| Looks at | the day of the run; silent without it |\n" in page
