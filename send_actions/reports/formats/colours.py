"""The colours of statuses as papers show them: quiet ones, whose words are read as easily as any other."""

from __future__ import annotations

from typing import Final, NamedTuple


class Shade(NamedTuple):
    """The colour of words and of what is behind them, each as RRGGBB."""

    ink: str
    fill: str


SHADES: Final = {
    "red": Shade("7A1414", "F8D4CF"),
    "amber": Shade("5A3700", "FCE4B8"),
    "green": Shade("0E4A27", "D2ECD9"),
    "blue": Shade("113D72", "D5E4F7"),
    "grey": Shade("363B41", "E4E7EA"),
    "none": Shade("363B41", "FFFFFF"),
}
"""Each colour that a legend may name; every ink stands on its fill at a contrast of 7 or more."""


def shade_of(colour: str) -> Shade:
    """The shade of a colour by its name; one that is not known is none."""
    return SHADES.get(colour, SHADES["none"])
