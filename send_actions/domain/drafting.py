"""What all drafts do: clean what comes in, and report everything that is wrong at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields, replace
from typing import Any, Self

from send_actions.domain.plan import Due
from send_actions.domain.text import clean
from send_actions.errors import UsageError

LONGEST_LINE = 400
LONGEST_TEXT = 20_000
LONGEST_REF = 40


def one_line(default: str = "", needed: str = "") -> Any:
    """Return a dataclass field for a single line of text; `needed` is what to say when it is empty."""
    return field(default=default, metadata={"one_line": True, "needed": needed})


def too_long(name: str, text: str, *, one_line: bool) -> str | None:
    """Return what is wrong with the length of a text, if anything."""
    longest = LONGEST_LINE if one_line else LONGEST_TEXT
    if len(text) <= longest:
        return None
    return f"The {name.replace('_', ' ')} is {len(text):,} characters long: shorten it to {longest:,}."


@dataclass(frozen=True)
class Draft:
    """What all drafts do: clean every text on the way in, and refuse with everything that is wrong."""

    def __post_init__(self) -> None:
        for item in fields(self):
            value = getattr(self, item.name)
            if isinstance(value, str) and type(value) is str:
                object.__setattr__(self, item.name, clean(value, one_line=_is_line(item)))
            elif isinstance(value, Due):
                words = clean(value.text, one_line=True)
                object.__setattr__(self, item.name, replace(value, text=words))

    def problems(self) -> list[str]:
        """Return every problem as a sentence."""
        return [problem for found in self.problems_by_field().values() for problem in found]

    def problems_by_field(self) -> Mapping[str, list[str]]:
        """Return what is wrong with each field by itself, as sentences, by the fields' names."""
        return {
            item.name: found for item in fields(self) if (found := _wrong(item, getattr(self, item.name)))
        }

    def checked(self) -> Self:
        """Return itself; raises UsageError with every problem."""
        if found := self.problems():
            raise UsageError(" ".join(found))
        return self


def _wrong(item: Field[Any], value: Any) -> list[str]:
    """Return what is wrong with one field of a draft by itself."""
    found = [None if value else item.metadata.get("needed")]
    if item.name in {"number", "ref"} and len(value) > LONGEST_REF:
        found.append(f"The {item.name} has {len(value):,} characters: give it at most {LONGEST_REF}.")
    if isinstance(value, str | Due):
        name, text = ("due date", value.text) if isinstance(value, Due) else (item.name, value)
        found.append(too_long(name, text, one_line=_is_line(item) or name != item.name))
    return [problem for problem in found if problem]


def _is_line(item: Field[Any]) -> bool:
    return bool(item.metadata.get("one_line"))
