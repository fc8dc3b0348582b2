"""Named tuples that cost nothing before they are used.

`typing.NamedTuple` writes and compiles a constructor for each class when it is defined, a tenth of a millisecond each;
a check of one file defines eighty and makes objects of thirty. Here the constructor is written when the first object
is made; from then on everything is as in the library, whose type the checkers see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414  it is handed on
    from typing import Self

try:
    from _collections import _tuplegetter as _field  # type: ignore[import-not-found]
except ImportError:  # another Python than the usual one
    from operator import itemgetter

    def _field(index: int, words: str) -> property:
        return property(itemgetter(index), doc=words)


class _Tuple(tuple[Any, ...]):
    """What every named tuple can do."""

    __slots__ = ()
    _fields: ClassVar[tuple[str, ...]] = ()
    _field_defaults: ClassVar[dict[str, Any]] = {}

    def __new__(cls, *values: Any, **named: Any) -> Self:
        """Write the constructor, which takes the place of this one, and make the first object."""
        owner = next(base for base in cls.__mro__ if "_fields" in base.__dict__)
        type.__setattr__(owner, "__new__", _constructor(owner))
        return cls(*values, **named)

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Self:
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, **changed: Any) -> Self:
        made = self._make(map(changed.pop, self._fields, self))
        if changed:
            raise ValueError(f"Got unexpected field names: {list(changed)!r}")
        return made

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({shown})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


def _constructor(owner: Any) -> staticmethod[..., Any]:
    """As fast as one written by hand: all fields by place or name, the last ones with their defaults."""
    names = ", ".join(owner._fields)
    made = eval(f"lambda _cls, {names}: _new(_cls, ({names},))", {"_new": tuple.__new__})  # noqa: S307  names of fields
    made.__defaults__ = tuple(owner._field_defaults.values())
    made.__qualname__ = f"{owner.__qualname__}.__new__"
    return staticmethod(made)


class _Definition(type):
    """Makes a tuple of what stands in the body of a class."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        del bases
        fields = tuple(body["__annotations__"])
        defaults = {field: body[field] for field in fields if field in body}
        if fields[len(fields) - len(defaults) :] != tuple(defaults):
            raise TypeError(f"{name}: fields with defaults come last")
        getters = {field: _field(index, f"Alias for field number {index}") for index, field in enumerate(fields)}
        own = {"__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults}
        return type(name, (_Tuple,), {**body, **own, **getters})


class _Named:
    """Stands for the class that the library has: a base that leaves itself out."""

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type]:
        return (_BASE,)


_BASE = type.__new__(_Definition, "NamedTuple", (), {})
if not TYPE_CHECKING:
    NamedTuple = _Named()
