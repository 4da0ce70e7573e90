"""A number as a cell of a sheet has it: the figure that is written, and how it is written."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from send_actions.reports.document import Number

_WRITTEN: Final = re.compile(
    r"(?P<sign>[+−-]?)(?P<before>£?)(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<places>\d+))?"
    r"(?P<after> ?[A-Za-z%][A-Za-z% ]{0,19})?",
    re.ASCII,
)
_MOST_DIGITS: Final = 15
"""What spreadsheets keep of a number."""


class Figure(NamedTuple):
    """A figure as it is written: its decimals, commas, sign, and the words before and after it."""

    value: float
    text: str
    decimals: int
    is_grouped: bool
    is_signed: bool
    before: str
    after: str

    @property
    def has_words(self) -> bool:
        """Whether it is written with more than digits and a sign."""
        return bool(self.before or self.after)

    @property
    def pattern(self) -> str:
        """How a spreadsheet writes it, in the words of Excel."""
        digits = ("#,##0" if self.is_grouped else "0") + ("." + "0" * self.decimals if self.decimals else "")
        before, after = (f'"{words}"' if words else "" for words in (self.before, self.after))
        figure = f"{before}{digits}{after}"
        return f'+{figure};"−"{figure};{figure}' if self.is_signed else figure


def figure_of(number: Number) -> Figure | None:
    """The figure that a number's words write; None where they say something else, such as "fewer than 6".

    What is written counts: it is the figure of a sheet too, so that no format says more than another.
    """
    written = _WRITTEN.fullmatch(number.text.strip())
    if written is None:
        return None
    sign, before, digits, places, after = written.groups(default="")
    if len(digits) + len(places) > _MOST_DIGITS or (digits.startswith("0") and len(digits) > 1):
        return None
    value = float(f"{digits.replace(',', '')}.{places or 0}")
    value = -value if sign in ("−", "-") else value
    if not abs(value - number.value) <= 10.0 ** -len(places) / 2 * (1 + 1e-9):
        return None
    figure = value if places else int(value)
    return Figure(figure, number.text.strip(), len(places), "," in digits, sign in ("+", "−"), before, after)
