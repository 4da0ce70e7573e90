"""A document as one HTML file: no script, nothing from elsewhere, light and dark, for paper and phones."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Final

from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Document
from send_actions.reports.formats.colours import SHADES, Shade
from send_actions.reports.formats.drawing.canvas import told
from send_actions.reports.formats.drawing.draw import drawn_charts
from send_actions.reports.formats.drawing.tones import Tone
from send_actions.reports.formats.layout import Laid, lay_out
from send_actions.reports.formats.templating import template

DARK: Final = {
    "red": Shade("FFB4AB", "4A1512"),
    "amber": Shade("FFD08A", "432C00"),
    "green": Shade("9BE2B0", "0D3A1E"),
    "blue": Shade("A9D0FF", "0F3356"),
    "grey": Shade("CFD4DA", "33383E"),
    "none": Shade("E6E8EA", "16191C"),
}
"""The colours of statuses on a dark screen."""

_POLICY: Final = "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
"""What a browser may load for the page: its own style and nothing else."""


def render(document: Document) -> str:
    """The whole page; the same document gives the same text."""
    paper = lay_out(document)
    tones: set[Tone] = set()
    for chart, drawing in drawn_charts(paper):
        chart["drawing"] = drawing
        tones.update(drawing.tones)
    shares = sorted(_shares(paper))
    style = template("html.css").render(light=SHADES, dark=DARK, shares=shares, tones=sorted(tones))
    return template("html.jinja").render(
        paper=paper,
        as_at=say_date(document.as_at) if document.as_at else "",
        style=style,
        told=told,
        policy=_POLICY.format(_digest(style)),
    )


def _digest(style: str) -> str:
    """What a browser compares the style with before it follows it."""
    return b64encode(sha256(style.encode()).digest()).decode()


def _shares(paper: Laid) -> set[int]:
    """The widths that columns have, in hundredths of their table."""
    return {
        column["percent"]
        for sheet in paper["sheets"]
        for part in sheet["parts"]
        for block in part["blocks"]
        if block["kind"] == "table" and not block["fits"]
        for column in block["columns"]
    }
