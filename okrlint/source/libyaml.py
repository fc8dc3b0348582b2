"""libyaml through PyYAML, without the other half of PyYAML.

`import yaml` makes PyYAML's own parser, resolver and emitter ready, which takes as long as Python itself takes to
start, and events need none of it. So the C module is loaded below a package that holds only the classes that it asks
for. The package is taken away again: whoever imports PyYAML later gets all of it, with the same events. Where anything
is not as expected, the whole of it is imported at once.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

_MARKED = ("scanner", "parser", "composer", "constructor")
_UNMARKED = ("reader", "emitter", "serializer", "representer")
"""The modules in which the C module looks for its errors, with a place in them or without."""


def c_module() -> Any:
    """The module of the C parser. Raises ImportError where PyYAML was built without it."""
    return sys.modules.get("yaml._yaml") or import_module("yaml._yaml")


def _load() -> None:
    """Load the C module below a bare package."""
    spec = find_spec("yaml")
    if spec is None:
        raise ImportError("PyYAML is not installed")
    package: Any = module_from_spec(spec)
    sys.modules["yaml"] = package
    try:
        errors = import_module("yaml.error")
        for name in ("tokens", "events", "nodes"):
            import_module(f"yaml.{name}")
        for module in (*_MARKED, *_UNMARKED):
            base = errors.MarkedYAMLError if module in _MARKED else errors.YAMLError
            name = f"{module.title()}Error"
            setattr(package, module, SimpleNamespace(**{name: type(name, (base,), {"__module__": f"yaml.{module}"})}))
        import_module("yaml._yaml")
    finally:
        del sys.modules["yaml"]


if "yaml" not in sys.modules:
    try:
        _load()
    except Exception:  # noqa: BLE001  another PyYAML than those that are known
        for _name in [name for name in sys.modules if name.startswith("yaml.")]:
            del sys.modules[_name]

if TYPE_CHECKING:
    from yaml.error import YAMLError as YAMLError  # noqa: PLC0414  it is handed on, like all below
    from yaml.events import AliasEvent as AliasEvent  # noqa: PLC0414
    from yaml.events import DocumentStartEvent as DocumentStartEvent  # noqa: PLC0414
    from yaml.events import MappingEndEvent as MappingEndEvent  # noqa: PLC0414
    from yaml.events import MappingStartEvent as MappingStartEvent  # noqa: PLC0414
    from yaml.events import ScalarEvent as ScalarEvent  # noqa: PLC0414
    from yaml.events import SequenceEndEvent as SequenceEndEvent  # noqa: PLC0414
    from yaml.events import SequenceStartEvent as SequenceStartEvent  # noqa: PLC0414
    from yaml.events import StreamEndEvent as StreamEndEvent  # noqa: PLC0414
else:
    for _module in ("error", "events"):
        _found = sys.modules.get(f"yaml.{_module}") or import_module(f"yaml.{_module}")
        globals().update({name: value for name, value in vars(_found).items() if name.endswith(("Event", "YAMLError"))})
