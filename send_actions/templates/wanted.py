"""What somebody wants to begin with at the first run."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

SPREADSHEET: Final = "spreadsheet"
EIGHTEEN: Final = "eighteen"
EMPTY: Final = "empty"
SAMPLE: Final = "sample"

CHOICES: Final = {
    SPREADSHEET: ("Bring in my spreadsheet", "or a Word plan; you see first what it holds"),
    EIGHTEEN: ("Start from eighteen areas", "of a self-evaluation, to change as you like"),
    EMPTY: ("Start from an empty plan", "and make your own areas and actions"),
    SAMPLE: ("Look at the sample", "an invented plan: nothing you do there is kept"),
}
"""What there is to begin with, and what to know of it."""


class Wanted(NamedTuple):
    """The choice and what goes with it; without `copies` there are none, without `by` the name is known."""

    choice: str
    place: Path
    file: Path | None = None
    copies: Path | None = None
    partnership: str = ""
    by: str = ""
