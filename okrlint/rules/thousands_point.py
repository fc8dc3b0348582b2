"""A point stands where thousands are separated, and the number is read a thousand times too small.

In much of Europe 1.000 is a thousand. In plans, as in YAML, a point begins the decimals, so `1.000` is one, and a
score of 800 visitors against it looks splendid. Nothing else about the number is wrong, so nobody is told. Three
digits behind a point are rare in goals; two or four are left alone, and so is a number below one.

When to ignore: when three decimals are really meant, such as an exchange rate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.place import address_at
from okrlint.model.okr_file import OkrFile
from okrlint.source.document import Path
from okrlint.source.span import Location

_FIELDS = frozenset(
    "baseline target check_ins mrr new_mrr new_customers average_sale_price churn leads sessions budget".split()  # noqa: SIM905  shorter
)
"""Fields that hold amounts, whatever lies between them and the number."""
_LONGEST = 40


def check(file: OkrFile, context: Context) -> Iterator[Problem]:
    """Look at the amounts of files that have such a number at all."""
    text, (decimals, quick, whole) = file.document.text.text, _patterns()
    if file.document.data is None or decimals.search(text) is None or quick.search(text) is None:
        return
    for path, scalar in file.document.scalars():
        found = whole.fullmatch(scalar.raw) if len(scalar.raw) <= _LONGEST and _is_amount(path) else None
        if found is not None:
            number = found.group("number")
            yield Problem(
                Location(file.path, scalar.span),
                f"`{scalar.raw}` is read as {number.rstrip('0').rstrip('.')}: a point begins the decimals",
                f"write {number.replace('.', ',')} if thousands are meant",
                address=address_at(file, path),
            )


def _is_amount(path: Path) -> bool:
    return not _FIELDS.isdisjoint(path)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Two looks at a whole file, the first by a sign that is found fast, and one at a value."""
    number = r"[1-9]\d{0,2}\.\d{3}"
    quick = re.compile(rf"(?<![\d.,]){number}(?![\d.,])", re.ASCII)
    whole = rf"(?:[$€£¥]|[A-Z]{{3}} )?(?P<number>{number})(?: ?[$€£¥]| [^\W\d][^\d]*)?"
    return re.compile(r"\.\d{3}", re.ASCII), quick, re.compile(whole, re.ASCII)


RULE = Rule(
    id="thousands-point",
    group="measure",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
title: Raise weekly readers of the guide
metric: Weekly readers of the guide
baseline: 1.250 readers  # <- is read as 1.25: a point begins the decimals
target: 1.900 readers  # <- is read as 1.9
""",
            without=("growth",),
        ),
    ),
    good=(
        Example(
            """
title: Raise weekly readers of the guide from 650 to 1,000
metric: Weekly readers of the guide
baseline: 650
target: 1,000
""",
            without=("growth",),
        ),
        Example(
            """
title: Lower the share of failed payments from 2.5% to 1.25%
metric: Failed payments
baseline: 2.5%
target: 1.25%
""",
            without=("growth",),
        ),
    ),
)
