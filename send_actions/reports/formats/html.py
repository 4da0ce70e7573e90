"""A document as one HTML file: no script, nothing from elsewhere, light and dark, for paper and phones."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from markupsafe import Markup, escape

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

_NOT_FOLDED: Final = 2
"""Columns that a phone has room for beside one another."""

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
        lines=_lines,
        body=_body,
        policy=_POLICY.format(_digest(style)),
    )


def _lines(paragraph: Sequence[Sequence[Laid]]) -> Markup:
    """The lines of a paragraph; what was typed is escaped piece by piece."""
    return Markup("<br>".join("".join(map(_piece, line)) for line in paragraph))  # noqa: S704  see above


def _piece(piece: Laid) -> str:
    said = escape(piece["text"])
    if piece["kind"] == "strong":
        return f"<strong>{said}</strong>"
    return f'<span class="mark {escape(piece["colour"])}">{said}</span>' if piece["kind"] == "mark" else said


def _body(table: Laid) -> Markup:
    """The rows of a table, put together here since they are most of a paper; its first cell heads each.

    On a phone a cell of a narrow table stands below its heading, which it therefore names.
    """
    columns = table["columns"]
    folds = not table["wide"] and len(columns) > _NOT_FOLDED
    begin = [
        f'<td class="{_kind(column)}"' + (f' data-label="{escape(column["head"])}">' if folds else ">")
        for column in columns
    ]
    end = ["</td>\n"] * len(columns)
    if len(columns) > 1:
        begin[0], end[0] = f'<th scope="row" class="{_kind(columns[0])}">', "</th>\n"
    told = []
    for row in table["rows"]:
        told.append('<tr class="tall">\n' if row["tall"] else "<tr>\n")
        for opened, cell, closed in zip(begin, row["cells"], end, strict=True):
            told += (opened, _words(cell), closed)
        told.append("</tr>\n")
    return Markup("".join(told))  # noqa: S704  what was typed is escaped


def _words(cell: Laid) -> str:
    if cell["mark"]:
        return f'<span class="mark {escape(cell["colour"])}">{escape(" ".join(cell["lines"]))}</span>'
    return "<br>".join(map(escape, cell["lines"]))


def _kind(column: Laid) -> str:
    return f"{column['length']} number" if column["numeric"] else str(column["length"])


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
