"""What a form is: its fields, what they ask, and what is said while one types."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from send_actions.tui.text_layout import Line

Values = Mapping[str, str]
"""What stands in the fields, by their ids."""

Echo = Callable[[str], str]
"""Says how the words of a field are understood, or why they are not."""


@dataclass(frozen=True)
class Entry:
    """One field: its id, its label, a quiet hint while it is empty, and how its words are understood.

    One that comes `later` stays away until Tab reaches it.
    """

    id: str
    label: str
    hint: str = ""
    echo: Echo | None = None
    later: bool = False


@dataclass(frozen=True)
class Form:
    """What a form asks.

    `doubts` are asked about once: a second Enter saves. `about_date` is what to say of the date field's
    words; without it there is no date to give. `standing` is what stands now, in words.
    """

    sentence: Line
    entries: Sequence[Entry]
    doubts: Callable[[Values], str]
    about_date: Callable[[str], str] | None
    standing: str = ""
