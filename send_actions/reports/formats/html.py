"""A document as one HTML file: no script, nothing from elsewhere, light and dark, for paper and phones."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Final

from markupsafe import Markup

from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Document
from send_actions.reports.formats.drawing.draw import drawn_charts
from send_actions.reports.formats.drawing.tones import Tone
from send_actions.reports.formats.html_blocks import headings_of, sections_of
from send_actions.reports.formats.html_style import style_of
from send_actions.reports.formats.layout import Laid, lay_out
from send_actions.reports.formats.templating import template

_POLICY: Final = "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
"""What a browser may load for the page: its own style and nothing else."""


def render(document: Document) -> str:
    """The whole page; the same document gives the same text."""
    paper = lay_out(document)
    tones: set[Tone] = set()
    for chart, drawing in drawn_charts(paper):
        chart["drawing"] = drawing
        tones.update(drawing.tones)
    style = style_of(sorted(tones), sorted(_shares(paper)))
    return template("html.jinja").render(
        paper=paper,
        as_at=say_date(document.as_at) if document.as_at else "",
        style=Markup(style),  # noqa: S704  no word of a paper is in it
        policy=_POLICY.format(_digest(style)),
        headings=headings_of(paper),
        sections=sections_of(paper),
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
