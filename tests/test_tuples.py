"""Named tuples of our own do what the library's do."""

from __future__ import annotations

import copy
import pickle
from typing import NamedTuple as Library

import pytest

from okrlint.tuples import NamedTuple


class Ours(NamedTuple):
    """Three fields, one of them with a default, and something worked out."""

    first: int
    second: str
    third: tuple[int, ...] = ()

    @property
    def both(self) -> str:
        """A property."""
        return f"{self.second}{self.first}"

    @classmethod
    def made(cls) -> Ours:
        """Another way to make one."""
        return cls(1, "a")


class Theirs(Library):
    """The same by the library."""

    first: int
    second: str
    third: tuple[int, ...] = ()


class Untouched(NamedTuple):
    """One that no test makes in another way."""

    only: int = 3


@pytest.mark.parametrize(
    ("values", "named"), [((1, "a"), {}), ((1,), {"second": "a", "third": (2,)}), ((), {"second": "a", "first": 1})]
)
def test_values_stand_where_the_library_has_them(values: tuple[object, ...], named: dict[str, object]) -> None:
    """By place, by name, by default."""
    ours, theirs = Ours(*values, **named), Theirs(*values, **named)  # type: ignore[arg-type]

    assert ours == tuple(ours) == theirs
    assert hash(ours) == hash(theirs)
    assert (ours.first, ours.second, ours.third) == (theirs.first, theirs.second, theirs.third)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours._asdict() == theirs._asdict()


@pytest.mark.parametrize(
    ("values", "named"), [((), {}), ((1,), {}), ((1, "a", (), 4), {}), ((1, "a"), {"first": 1}), ((1, "a"), {"no": 1})]
)
def test_what_the_library_refuses_is_refused(values: tuple[object, ...], named: dict[str, object]) -> None:
    """A field too few, too many, twice, or one that is not there, in the same words."""
    with pytest.raises(TypeError) as theirs:
        Theirs(*values, **named)  # type: ignore[arg-type]
    with pytest.raises(TypeError) as ours:
        Ours(*values, **named)  # type: ignore[arg-type]

    assert str(ours.value) == str(theirs.value).replace("Theirs", "Ours")


def test_the_class_tells_what_the_library_tells() -> None:
    """Fields, defaults, patterns of a match, no dictionary of its own."""
    for name in ("_fields", "_field_defaults", "__match_args__", "__slots__"):
        assert getattr(Ours, name) == getattr(Theirs, name, ()), name
    assert not hasattr(Ours.made(), "__dict__")
    assert Ours.__doc__ == "Three fields, one of them with a default, and something worked out."


def test_a_changed_one_is_another_one() -> None:
    """`_replace` and `_make` as in the library."""
    one = Ours.made()

    assert one._replace(second="b") == Ours(1, "b") == Ours._make([1, "b", ()])
    assert type(one._replace(second="b")) is Ours
    with pytest.raises(ValueError, match="Got unexpected field names: \\['fourth'\\]"):
        one._replace(fourth=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Expected 3 arguments, got 1"):
        Ours._make([1])


def test_fields_are_not_changed() -> None:
    """It is a tuple."""
    with pytest.raises(AttributeError):
        Ours.made().first = 2  # type: ignore[misc]


def test_copies_are_equal_and_of_the_class() -> None:
    """What another process is sent, or a store keeps, comes back."""
    one = Ours(1, "a", (2,))

    for other in (pickle.loads(pickle.dumps(one)), copy.copy(one), copy.deepcopy(one)):  # noqa: S301  made right here
        assert type(other) is Ours
        assert other == one
        assert other.both == "a1"


def test_patterns_match_by_place() -> None:
    """As with the library."""
    match Ours.made():
        case Ours(first, second):
            assert (first, second) == (1, "a")


def test_a_field_without_a_default_cannot_follow() -> None:
    """Else the default would be another field's."""
    body = {"__annotations__": {"a": int, "b": int}, "a": 1, "__module__": __name__, "__qualname__": "Wrong"}

    with pytest.raises(TypeError, match="Wrong: fields with defaults come last"):
        __import__("types").new_class("Wrong", (NamedTuple,), exec_body=lambda space: space.update(body))


def test_nothing_is_written_before_the_first_object() -> None:
    """The constructor costs as much as all the rest of a class, and most classes make no object in a short run."""
    assert "__new__" not in Untouched.__dict__
    assert Untouched() == (3,)
    assert "__new__" in Untouched.__dict__
