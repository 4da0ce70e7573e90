"""A document as one HTML file: no script, nothing from elsewhere, light and dark, for paper and phones."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Document
from send_actions.reports.formats.layout import COLOURS, Laid, lay_out

DARK: Final = {
    "red": ("#ffb4ab", "#4a1512"),
    "amber": ("#ffd08a", "#432c00"),
    "green": ("#9be2b0", "#0d3a1e"),
    "blue": ("#a9d0ff", "#0f3356"),
    "grey": ("#cfd4da", "#33383e"),
}
"""Of each colour the ink and the fill that a status has on a dark screen."""

_POLICY: Final = "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
"""What a browser may load for the page: its own style and nothing else."""

_HERE: Final = Path(__file__).parent


def render(document: Document) -> str:
    """The whole page; the same document gives the same text."""
    paper = lay_out(document)
    style = _template("html.css").render(light=COLOURS, dark=DARK, shares=sorted(_shares(paper)))
    return _template("html.jinja").render(
        paper=paper,
        as_at=say_date(document.as_at) if document.as_at else "",
        style=style,
        policy=_POLICY.format(_digest(style)),
    )


@cache
def _template(name: str) -> Template:
    """A file beside this one, read once."""
    files = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return files.get_template(name)


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
