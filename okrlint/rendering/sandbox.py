"""Where a theme's templates run: Jinja's sandbox, in which everything that could grow is counted.

A mistake in a theme, or malice, ends in a sentence and not in a full memory or an endless run: rounds of loops, calls
and templates are counted for each page, and so are the characters that are printed; values stay short; filters and
methods are those that can neither turn escaping off nor make much of little. Counting needs no clock, so that a theme
that works on one machine works on all.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from jinja2 import nodes, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.filters import do_join
from jinja2.sandbox import ImmutableSandboxedEnvironment

from okrlint.rendering.code import EscapedOnce

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from jinja2 import Template
    from jinja2.compiler import Frame
    from jinja2.nodes import EvalContext
    from jinja2.runtime import Context
    from markupsafe import Markup

MOST_STEPS = 500_000
"""For one page; ours take a tenth of that for a thousand rows."""
MOST_PRINTED = 64 * 1024 * 1024
"""Characters for one page; what a macro prints counts again where the macro is printed."""
LONGEST = 1024 * 1024
"""Characters of one value, or entries of a list."""
_BITS = 512
"""Of a whole number."""
_FILTERS = """
abs capitalize count d default dictsort e escape first float groupby int items last length list lower map max min reject
rejectattr reverse round select selectattr sort string sum title trim truncate unique upper wordcount
"""
_METHODS = frozenset(("capitalize", "endswith", "lower", "split", "startswith", "strip", "title", "upper"))
"""What a template may call on a text."""


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment that counts."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, **options: Any) -> None:
        """Take the options of any environment; filters and functions are added afterwards."""
        super().__init__(**options)
        self.filters = {name: self.filters[name] for name in _FILTERS.split()}
        self.filters.update(counted=self.counted, join=_join)
        self.globals = {"range": self.globals["range"]}
        self.code_generator_class = _BoundedCode
        self.start()

    def start(self) -> None:
        """Count from the beginning: another page."""
        self._steps = self._printed = 0

    def printing(self, finalize: Callable[[Any], Markup]) -> Callable[[Any], Markup]:
        """The same way to print, with its characters counted."""

        def counted(value: Any) -> Markup:
            text = finalize(self.bounded(value))
            self._printed += len(text)
            if self._printed > MOST_PRINTED:
                raise SecurityError(f"a page prints more than {MOST_PRINTED:,} characters")
            return text

        return counted

    def step(self) -> None:
        """Count one round, call or template. Raises SecurityError when it is enough."""
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise SecurityError(f"a page takes more than {MOST_STEPS:,} rounds of loops and calls")

    def counted(self, values: Iterable[Any]) -> Iterator[Any]:
        """The same values, each of them a step."""
        for value in values:
            self.step()
            yield value

    def bounded(self, value: Any) -> Any:
        """The value itself. Raises SecurityError where it is too long."""
        if isinstance(value, (str, list, tuple)) and len(value) > LONGEST:
            raise SecurityError(f"a value has more than {LONGEST:,} characters or entries")
        return value

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """A few methods of texts; everything else is as in Jinja's sandbox."""
        return (not isinstance(obj, str) or attr in _METHODS) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """No method that formats: it could make a text of any width. Jinja's sandbox lets some of them through."""
        del value

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Sums and products of numbers; of texts and lists, what stays short when it is added."""
        if isinstance(left, (int, float)) and isinstance(right, (int, float)):
            bits = sum(value.bit_length() for value in (left, right) if isinstance(value, int))
            if operator == "**" or bits > _BITS:
                raise SecurityError("a number is too large")
        elif operator != "+":
            raise SecurityError(f"{operator} is for numbers only")
        return self.bounded(super().call_binop(context, operator, left, right))

    def call(self, context: Context, called: Any, /, *args: Any, **named: Any) -> Any:
        """One step, and the call."""
        self.step()
        for value in (*args, *named.values()):
            self.bounded(value)
        return super().call(context, called, *args, **named)

    def _load_template(self, name: str, globals: Mapping[str, Any] | None) -> Template:  # noqa: A002  named by Jinja
        self.step()
        return super()._load_template(name, globals)  # type: ignore[arg-type]

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002  as Jinja has it
    ) -> str:
        """Compile a template, its loops counted."""
        for loop in source.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "counted", [], [], None, None, lineno=loop.lineno)
        return super()._generate(source, name, filename, defer_init)


class _BoundedCode(EscapedOnce):
    """Texts that are joined by `~` stay short."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  named by Jinja
        self.write("environment.bounded(")
        super().visit_Concat(node, frame)
        self.write(")")


@pass_eval_context
def _join(context: EvalContext, values: Iterable[Any], between: str = "") -> str:
    """A list as one text; a short one."""
    listed = list(islice(values, LONGEST))
    size = sum(len(value) for value in listed if isinstance(value, str)) + len(listed) * len(str(between))
    if size > LONGEST:
        raise SecurityError(f"a value has more than {LONGEST:,} characters")
    joined: str = do_join(context, listed, between)
    return joined
