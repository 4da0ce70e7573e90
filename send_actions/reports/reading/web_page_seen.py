"""An HTML file as it is seen: what its tags say, nothing in it run or fetched."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from send_actions.reports.reading.seen import Seen, SeenCell, SeenHeading, SeenLink, SeenPicture, SeenTable

_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_UNSAID: Final = {"style", "script", "template"}
_LINES: Final = {
    *(
        "p",
        "li",
        "dt",
        "dd",
        "div",
        "td",
        "th",
        "tr",
        "caption",
        "br",
        "section",
        "table",
        "ul",
        "ol",
        "body",
    ),
    *("figcaption", "text"),
    *_HEADINGS,
}
_COLOURED: Final = re.compile(
    r"background(?:-color)?\s*:\s*(?!none|transparent|inherit|#fff(?:fff)?\b|white)"
)


def see(content: bytes, called: str) -> Seen:
    """Return what an .html file has."""
    del called  # nothing in it is ever damaged: it says what it says
    page = _Page()
    page.feed(_whole_tags(content.decode("utf-8", "replace")))
    page.close()
    page.end_table()
    text = "".join(page.said)
    return Seen(
        lines=tuple(" ".join(line.split()) for line in text.split("\n") if line.strip()),
        keywords=page.keywords,
        title=page.title.strip(),
        language=page.language.strip(),
        headings=tuple(page.headings),
        tables=tuple(page.tables),
        pictures=tuple(page.pictures),
        links=tuple(page.links),
        has_main=page.has_main,
    )


def _whole_tags(text: str) -> str:
    """A page without its comments, and without a tag at its end that nothing closes.

    Over either the parser would begin again and again.
    """
    first, *commented = text.split("<!--")
    kept = "".join([first, *(part.partition("-->")[2] for part in commented)])
    return kept[: kept.rfind(">") + 1] or kept.replace("<", " ")


class _Page(HTMLParser):
    """Gathers what a page has while it is read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.title = self.language = self.keywords = ""
        self.has_main = False
        self.headings: list[SeenHeading] = []
        self.tables: list[SeenTable] = []
        self.pictures: list[SeenPicture] = []
        self.links: list[SeenLink] = []
        self._unsaid = self._pictured = 0
        self._in_title = False
        self._from: dict[str, int] = {}
        self._words = ""
        self._table: _Table | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the beginning of an element."""
        told = {name: value or "" for name, value in attrs}
        if tag in _LINES:
            self.said.append("\n")
        if tag in _UNSAID:
            self._unsaid += 1
        elif tag == "html":
            self.language = told.get("lang", "")
        elif tag == "title" and not self._pictured:
            self._in_title = True
        elif tag == "meta" and told.get("name", "").lower() == "keywords":
            self.keywords = told.get("content", "")
        elif tag == "main" or told.get("role") == "main":
            self.has_main = True
        elif tag in ("img", "svg"):
            self._picture(tag, told)
        elif tag == "a" and "href" in told:
            self._words = told.get("aria-label", "")
            self._from["a"] = len(self.said)
        elif tag in _HEADINGS:
            self._from[tag] = len(self.said)
        else:
            self._begin_of_table(tag, told)

    def _picture(self, tag: str, told: dict[str, str]) -> None:
        self._pictured += tag == "svg"
        is_hidden = told.get("aria-hidden") == "true" or told.get("role") in ("presentation", "none")
        if is_hidden or (tag == "img" and told.get("alt") == ""):
            return
        words = told.get("alt") or told.get("aria-label") or told.get("aria-labelledby")
        self.pictures.append(SeenPicture(f"Picture {len(self.pictures) + 1}", words))

    def _begin_of_table(self, tag: str, told: dict[str, str]) -> None:
        if tag == "table" and told.get("role") not in ("presentation", "none"):
            self.end_table()
            self._table = _Table(f"Table {len(self.tables) + 1}", len(self.said))
        elif self._table:
            self._table.begin(tag, told, len(self.said))

    def handle_endtag(self, tag: str) -> None:
        """Take the end of an element."""
        if tag in _UNSAID:
            self._unsaid = max(0, self._unsaid - 1)
        elif tag == "svg":
            self._pictured = max(0, self._pictured - 1)
        elif tag == "title":
            self._in_title = False
        elif tag == "a" and "a" in self._from:
            words = self._words or "".join(self.said[self._from.pop("a") :])
            self.links.append(SeenLink(f"Link {len(self.links) + 1}", " ".join(words.split())))
        elif tag in _HEADINGS and tag in self._from:
            words = " ".join("".join(self.said[self._from.pop(tag) :]).split())
            self.headings.append(SeenHeading(_HEADINGS[tag], words))
        elif tag == "table":
            self.end_table()
        elif self._table:
            self._table.end(tag, self.said)
        if tag in _LINES:
            self.said.append("\n")

    def end_table(self) -> None:
        """End the table that is open."""
        if self._table:
            self.tables.append(self._table.seen())
        self._table = None

    def handle_data(self, data: str) -> None:
        """Take words."""
        if self._in_title:
            self.title += data
        elif not self._unsaid:
            self.said.append(" ".join(re.split(r"\s+", data)) if data.strip() else " ")


class _Table:
    """A table while it is read."""

    def __init__(self, place: str, start: int) -> None:
        self._place = place
        self._start = start
        self._rows: list[list[SeenCell]] = []
        self._has_head = self._has_caption = self._is_coloured = False
        self._headers = self._unscoped = self._merged = 0

    def begin(self, tag: str, told: dict[str, str], start: int) -> None:
        """Begin a part of it."""
        if tag == "tr":
            self._rows.append([])
        elif tag == "thead":
            self._has_head = True
        elif tag == "caption":
            self._has_caption = True
        elif tag in ("td", "th"):
            self._start = start
            self._is_coloured = bool(_COLOURED.search(told.get("style", "").lower())) or "bgcolor" in told
            self._headers += tag == "th"
            self._unscoped += tag == "th" and not told.get("scope")
            self._merged += any(told.get(span, "1") not in ("", "1") for span in ("colspan", "rowspan"))

    def end(self, tag: str, said: list[str]) -> None:
        """End a part of it."""
        if tag in ("td", "th") and self._rows:
            self._rows[-1].append(SeenCell("".join(said[self._start :]).strip(), self._is_coloured))
            self._start = len(said)

    def seen(self) -> SeenTable:
        """The table as it was seen."""
        return SeenTable(
            place=self._place,
            rows=tuple(tuple(row) for row in self._rows),
            has_header=self._headers > 0,
            header_repeats=self._has_head,
            merged=self._merged,
            unscoped=self._unscoped,
            described=self._has_caption,
        )
