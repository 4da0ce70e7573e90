"""The style of an HTML paper: what every paper has, after the colours and widths of this one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from send_actions.reports.formats.colours import SHADES, Shade
from send_actions.reports.formats.drawing.tones import Tone

DARK: Final = {
    "red": Shade("FFB4AB", "4A1512"),
    "amber": Shade("FFD08A", "432C00"),
    "green": Shade("9BE2B0", "0D3A1E"),
    "blue": Shade("A9D0FF", "0F3356"),
    "grey": Shade("CFD4DA", "33383E"),
    "none": Shade("E6E8EA", "16191C"),
}
"""The colours of statuses on a dark screen."""

_ON_DARK: Final = "@media screen and (prefers-color-scheme: dark)"
_EVERY_PAPER: Final = Path(__file__).with_name("html.css")


def style_of(tones: Iterable[Tone], shares: Iterable[int]) -> str:
    """The style sheet of a paper with charts in these tones, columns of these hundredths of their table."""
    dark = [_shades(DARK)]
    dark += (
        f".{one.name} {{ fill: #{one.dark_fill}; }} .on-{one.name} {{ fill: #{one.dark_ink}; }}"
        for one in tones
    )
    rules = [_shades(SHADES), f"{_ON_DARK} {{", *dark, "}"]
    rules += (f".{name} {{ color: var(--{name}); background: var(--{name}-fill); }}" for name in SHADES)
    rules += (f".w{share} {{ width: {share}%; }}" for share in shares)
    return "\n".join(["", *rules, _EVERY_PAPER.read_text(encoding="utf-8")])


def _shades(shades: Mapping[str, Shade]) -> str:
    said = (f"--{name}: #{shade.ink}; --{name}-fill: #{shade.fill};" for name, shade in shades.items())
    return f":root {{ {' '.join(said)} }}"
