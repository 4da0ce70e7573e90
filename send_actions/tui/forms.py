"""What a form is: its fields, what they ask, and what is said while one types."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from send_actions.tui.text_layout import Line

Values = Mapping[str, str]
"""What stands in the fields, by their ids."""


@dataclass(frozen=True)
class Completion:
    """What → would put into the fields, by their ids, and how it goes on behind what is typed, if it does."""

    shown: str
    values: Values


Complete = Callable[[Values], Completion | None]
"""Finds what a field's words may go on to, from what stands in all fields."""

Echo = Callable[[str], str]
"""Says how the words of a field are understood, or why they are not."""


@dataclass(frozen=True)
class Entry:
    """One field: its id, its label, a quiet hint while it is empty, and how its words are understood.

    One that comes `later` stays away until Tab reaches it; one that is `long` goes on in more lines; one
    that is `apart` has an empty line before it where the form fills the screen.
    """

    id: str
    label: str
    hint: str = ""
    echo: Echo | None = None
    later: bool = False
    is_long: bool = False
    complete: Complete | None = None
    apart: bool = False


@dataclass(frozen=True)
class Form:
    """What a form asks.

    `doubts` are asked about once: a second Enter saves. `about_date` is what to say of the date field's
    words; without it there is no date to give. `standing` is what stands now, in words;
    `told` says what the fields come to together.
    """

    sentence: Line
    entries: Sequence[Entry]
    doubts: Callable[[Values], str]
    about_date: Callable[[str], str] | None
    standing: str = ""
    told: Callable[[Values], str] = lambda _values: ""
