"""The same plan with one number changed: read again from the start, so that a slip in it is found like any other."""

from __future__ import annotations

import copy
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from okrlint.errors import OkrlintError
from okrlint.model.pipeline import build_pipeline
from okrlint.planning.read_inputs import read_inputs
from okrlint.source.new_yaml import dump
from okrlint.source.reader import read

if TYPE_CHECKING:
    from okrlint.model.pipeline import Pipeline
    from okrlint.source.document import Path

NAMES: dict[str, tuple[str, ...]] = {
    "mrr": ("mrr",),
    "growth": ("growth",),
    "price": ("average_sale_price",),
    "churn": ("net_mrr_churn",),
    "conversion": ("lead_to_customer", "rate"),
    "cycle": ("sales_cycle",),
    "budget": ("budget",),
    "average_sale_price": ("average_sale_price",),
    "net_mrr_churn": ("net_mrr_churn",),
    "lead_to_customer": ("lead_to_customer", "rate"),
    "sales_cycle": ("sales_cycle",),
}
"""What can be changed, by its short name and by that of its field."""
_CHANNEL_FIELDS = ("cap", "cost_per_session")
_REPLACED = {"average_sale_price": ("new_mrr", "new_customers"), "net_mrr_churn": ("churn",)}
"""Parts that no longer hold once the whole is given."""


def changed(pipeline: Pipeline, name: str, value: str) -> Pipeline:
    """A pipeline with another value of an input, as `--set name=value` gives it.

    Raises OkrlintError with what was expected, for an unknown name or a value that cannot be meant.
    """
    path = _path_of(pipeline, name)
    data = copy.deepcopy(pipeline.document.data)
    for part in _REPLACED.get(str(path[0]), ()):
        data.pop(part, None)
    _put(data, path, value)
    document = read(dump(data).encode(), pipeline.document.path)
    result = build_pipeline(document, pipeline.quarter.fiscal_start if pipeline.quarter else 1)
    _refuse_new_problems(pipeline, result, f"{name}={value}")
    return result


def _path_of(pipeline: Pipeline, name: str) -> Path:
    if name in NAMES:
        return NAMES[name]
    channels = {channel.id: number for number, channel in enumerate(pipeline.channels) if channel.id}
    channel, _, field = name.rpartition(".")
    if channel in channels and field in _CHANNEL_FIELDS:
        return ("channels", channels[channel], field)
    known = [*NAMES, *(f"{channel}.{field}" for channel in channels for field in _CHANNEL_FIELDS)]
    close = get_close_matches(name, known, n=1)
    hint = f"did you mean {close[0]}?" if close else f"one of {', '.join(list(NAMES)[:7])}, CHANNEL.cap"
    raise OkrlintError(f"--set: there is no {name} to set; {hint}")


def _put(data: Any, path: Path, value: str) -> None:
    *inner, last = path
    for step in inner:
        if isinstance(step, str) and not isinstance(data.get(step), dict | list):
            data[step] = {}
        data = data[step]
    data[last] = value


def _refuse_new_problems(before: Pipeline, after: Pipeline, setting: str) -> None:
    known = {problem.message for problem in read_inputs(before).problems}
    reading = read_inputs(after)
    new = next((problem for problem in reading.problems if problem.message not in known), None)
    if new is not None:
        raise OkrlintError(f"--set {setting}: {new.message}; {new.hint}")
    if reading.inputs is None and read_inputs(before).inputs is not None:
        raise OkrlintError(f"--set {setting}: the value cannot be read; write it as in the file, such as 4% or 60 days")
