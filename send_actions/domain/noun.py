"""Frozen values that are as dataclasses are, each finished as one only when it is asked for its fields.

To write the methods of thirty dataclasses takes a thirtieth of a second, which each command would wait before
it reads a row.
"""

from __future__ import annotations

from dataclasses import field, make_dataclass
from functools import cache
from typing import Any, ClassVar, NoReturn, dataclass_transform


@cache
def _finished(kind: type[Any]) -> Any:
    """Return the dataclass of the same fields."""
    own = vars(kind)
    named = [
        (name, Any, field(default=own[name])) if name in own else (name, Any) for name in kind.__annotations__
    ]
    return make_dataclass(kind.__name__, named, frozen=True, repr=False, eq=False)


@cache
def _signature(kind: type[Any]) -> tuple[tuple[str, ...], dict[str, Any]]:
    """Return the names of the fields, and the values of those that may be left out."""
    own, names = vars(kind), tuple(kind.__annotations__)
    return names, {name: own[name] for name in names if name in own}


class _Fields:
    """The fields as `dataclasses.replace` and its kin ask for them."""

    def __get__(self, _value: Noun | None, kind: Any) -> Any:
        return vars(_finished(kind))["__dataclass_fields__"]


def _refuse_to_change(value: object, name: str, *_to: object) -> NoReturn:
    raise AttributeError(f"{type(value).__name__} is never changed: {name}")


@dataclass_transform(frozen_default=True)
class Noun:
    """A value whose fields are its annotations; two are equal when all fields are but the version."""

    __dataclass_fields__: ClassVar[Any] = _Fields()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for parent in cls.__bases__:
            if parent is not Noun and issubclass(parent, Noun):
                raise TypeError(
                    f"{cls.__name__} would lose the fields of {parent.__name__}: stand on Noun alone."
                )

    def __init__(self, *values: Any, **named: Any) -> None:
        kind: Any = type(self)
        names, defaults = _signature(kind)
        fields = vars(self)
        fields.update(zip(names, values, strict=False))
        if not named and len(values) == len(names):  # as the nouns of many rows are made
            return
        is_twice = bool(values and named) and not named.keys().isdisjoint(fields)
        if named or len(values) < len(names):
            fields.update(defaults | fields | named)
        if is_twice or len(fields) != len(names) or len(values) > len(names):
            _finished(kind)(*values, **named)  # raises TypeError, naming the argument

    __setattr__ = __delattr__ = _refuse_to_change

    def _compared(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.__annotations__ if name != "version")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self is other or self._compared() == other._compared()

    def __hash__(self) -> int:
        return hash(self._compared())

    def __repr__(self) -> str:
        told = (f"{name}={getattr(self, name)!r}" for name in self.__annotations__)
        return f"{type(self).__name__}({', '.join(told)})"
