"""A document as OpenDocument text (.odt), for whoever edits it in LibreOffice or Word."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Final

from send_actions.reports.document import Document
from send_actions.reports.formats.archive import packed
from send_actions.reports.formats.colours import SHADES
from send_actions.reports.formats.drawing.draw import drawn_charts
from send_actions.reports.formats.layout import Laid, lay_out
from send_actions.reports.formats.points import is_headed
from send_actions.reports.formats.templating import template

MEDIA_TYPE: Final = "application/vnd.oasis.opendocument.text"

LISTED: Final = 3
"""The lowest level of headings that contents list."""

_PARTS: Final = ("content.xml", "META-INF/manifest.xml", "meta.xml", "styles.xml")
"""Each has a template of its own in `odt/`; ours has neither an author nor a past."""


def render(document: Document) -> bytes:
    """The whole file; the same document gives the same bytes."""
    language, _, country = document.language.partition("-")
    paper = lay_out(document)
    pictures = _pictures(paper)
    told = {
        "paper": paper,
        "is_headed": is_headed(document),
        "pictures": pictures,
        "tables": list(_blocks(paper, "table")),
        "headings": [block for block in _blocks(paper, "heading") if block["level"] <= LISTED],
        "language": language,
        "country": country or "none",
        "shades": SHADES,
        "media_type": MEDIA_TYPE,
    }
    parts = {"mimetype": MEDIA_TYPE.encode()}  # first and as it is, so that it names the file
    for part in _PARTS:
        stem = part.rpartition("/")[2].removesuffix(".xml")
        parts[part] = template(f"odt/{stem}.jinja").render(told).encode()
    return packed(parts | pictures, as_it_is="mimetype")


def _blocks(paper: Laid, kind: str) -> Iterator[Laid]:
    """Every block of a kind, in reading order."""
    for sheet in paper["sheets"]:
        for part in sheet["parts"]:
            yield from (block for block in part["blocks"] if block["kind"] == kind)


def _pictures(paper: Laid) -> dict[str, bytes]:
    """Draw every chart, name its part in it, and return the parts; what makes them is loaded only then."""
    drawn = list(drawn_charts(paper))
    if not drawn:
        return {}
    for chart, drawing in drawn:
        chart["part"] = f"Pictures/chart-{chart['number']}.png"
        chart["width"], chart["height"] = f"{drawing.width:.1f}pt", f"{drawing.height:.1f}pt"
    pixels = import_module("send_actions.reports.formats.drawing.pixels")
    contents = pixels.pixels_of([drawing for _, drawing in drawn])
    return {chart["part"]: content for (chart, _), content in zip(drawn, contents, strict=True)}
