"""An HTML file as it is seen: what its tags say, nothing in it run or fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

from send_actions.errors import SendActionsError
from send_actions.reports.reading.guarded import decoded
from send_actions.reports.reading.seen import Seen, SeenHeading, SeenLink, SeenPicture
from send_actions.reports.reading.web_table_seen import WebTable
from send_actions.reports.reading.xml_tree import DEEPEST, MOST_ELEMENTS

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
_FOR_LOOKS: Final = ("presentation", "none")
_ENDED_BY_NEXT: Final = {"p", "li", "dt", "dd", "td", "th", "tr", "option"}
"""Elements whose end a page need not say before the next of the kind."""
_VOID: Final = {"img", "br", "hr", "input", "meta", "link", "source", "wbr", "col", "area", "embed", "base"}


def see(content: bytes, called: str) -> Seen:
    """Return what an .html file has; raises SendActionsError for what is no text or far too much."""
    page = _Page(called)
    page.feed(_whole_tags(decoded(content, called, errors="replace")))
    page.close()
    text = "".join(page.said)
    return Seen(
        lines=tuple(" ".join(line.split()) for line in text.split("\n") if line.strip()),
        keywords=page.keywords,
        title=page.title.strip(),
        language=page.language.strip(),
        headings=tuple(page.headings),
        tables=tuple(
            table.seen(f"Table {number}", page.ids) for number, table in enumerate(page.tables, start=1)
        ),
        pictures=tuple(
            SeenPicture(f"Picture {number}", page.named(named) or None)
            for number, named in enumerate(page.pictures, start=1)
        ),
        links=tuple(
            SeenLink(f"Link {number}", page.named(named)) for number, named in enumerate(page.links, start=1)
        ),
        has_main=page.has_main,
    )


def _whole_tags(text: str) -> str:
    """A page without its comments, and without a tag at its end that nothing closes.

    Over either the parser would begin again and again.
    """
    first, *commented = text.split("<!--")
    kept = "".join([first, *(part.partition("-->")[2] for part in commented)])
    return kept[: kept.rfind(">") + 1] or kept.replace("<", " ")


@dataclass
class _Named:
    """A picture or link while it is read: its words, and the ids of what else names it."""

    words: list[str]
    ids: list[str]
    title: str = ""
    start: int = 0
    is_labelled: bool = False


class _Page(HTMLParser):
    """Gathers what a page has while it is read."""

    def __init__(self, called: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.title = self.language = self.keywords = ""
        self.has_main = False
        self.ids: set[str] = set()
        self.headings: list[SeenHeading] = []
        self.tables: list[WebTable] = []
        self.pictures: list[_Named] = []
        self.links: list[_Named] = []
        self._called = called
        self._elements = self._unsaid = self._pictured = 0
        self._in_title = False
        self._hidden = ("", 0)
        self._from: dict[str, int] = {}
        self._link: _Named | None = None
        self._drawn: _Named | None = None
        self._titling: _Named | None = None
        self._nested: list[WebTable | None] = []

    def named(self, one: _Named) -> str:
        """What a picture or link is called, where no words name it, the ids of what does."""
        words = " ".join("".join(one.words).split())
        return words or " ".join(name for name in one.ids if name in self.ids) or one.title.strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the beginning of an element."""
        told = {name: value or "" for name, value in attrs}
        self._count(tag, told)
        if tag in _LINES:
            self.said.append("\n")
        self.has_main = self.has_main or tag == "main" or told.get("role") == "main"
        if tag in _UNSAID:
            self._unsaid += 1
        elif tag == "html":
            self.language = told.get("lang", "")
        elif tag == "title":
            self._begin_title()
        elif tag == "meta" and told.get("name", "").lower() == "keywords":
            self.keywords = told.get("content", "")
        elif tag in ("img", "svg"):
            self._picture(tag, told)
        elif tag == "a" and "href" in told:
            self._link = _named(told, len(self.said))
        elif tag in _HEADINGS:
            self._from[tag] = len(self.said)
        else:
            self._begin_of_table(tag, told)

    def _count(self, tag: str, told: dict[str, str]) -> None:
        """Count an element, and what is hidden with it until it ends."""
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise _too_much(self._called)
        if name := told.get("id"):
            self.ids.add(name)
        hidden, depth = self._hidden
        if depth and tag == hidden and tag in _ENDED_BY_NEXT:
            depth = 0
            self._hidden = ("", 0)
        if depth and tag == hidden:
            self._hidden = (hidden, depth + 1)
        elif not depth and tag not in _VOID and ("hidden" in told or told.get("aria-hidden") == "true"):
            self._hidden = (tag, 1)

    def _begin_title(self) -> None:
        if not self._pictured:
            self._in_title = True
        elif self._drawn:
            self._titling, self._drawn = self._drawn, None

    def _picture(self, tag: str, told: dict[str, str]) -> None:
        self._pictured += tag == "svg"
        hidden = self._hidden[1] or "hidden" in told or told.get("aria-hidden") == "true"
        if hidden or told.get("role") in _FOR_LOOKS or (tag == "img" and told.get("alt") == ""):
            return
        picture = _named(told, len(self.said))
        self.pictures.append(picture)
        self._drawn = picture if tag == "svg" else self._drawn
        if self._link:
            self._link.ids += picture.ids
            self._link.title = self._link.title or self.named(picture)
        if self._nested and (table := self._nested[-1]):
            table.fill()

    def _begin_of_table(self, tag: str, told: dict[str, str]) -> None:
        if tag == "table":
            if len(self._nested) >= DEEPEST:
                raise _too_much(self._called)
            if self._nested and (outer := self._nested[-1]):
                outer.pause()
            is_seen = told.get("role") not in _FOR_LOOKS and not self._hidden[1]
            self._nested.append(WebTable(told, self.said) if is_seen else None)
            self.tables += filter(None, self._nested[-1:])
        elif self._nested and (table := self._nested[-1]):
            table.begin(tag, told)

    def handle_endtag(self, tag: str) -> None:
        """Take the end of an element."""
        if tag in _UNSAID:
            self._unsaid = max(0, self._unsaid - 1)
        elif tag == "svg":
            self._pictured = max(0, self._pictured - 1)
            self._drawn = None
        elif tag == "title":
            self._in_title, self._titling = False, None
        elif tag == "a" and self._link:
            self._end_link(self._link)
        elif tag in self._from:
            words = " ".join("".join(self.said[self._from.pop(tag) :]).split())
            if not self._hidden[1]:
                self.headings.append(SeenHeading(_HEADINGS[tag], words))
        else:
            self._end_of_table(tag)
        hidden, depth = self._hidden
        if tag == hidden:
            self._hidden = (hidden, max(0, depth - 1))
        if tag in _LINES:
            self.said.append("\n")

    def _end_link(self, link: _Named) -> None:
        if not link.is_labelled:
            link.words = self.said[link.start :]
        if not self._hidden[1]:
            self.links.append(link)
        self._link = None

    def _end_of_table(self, tag: str) -> None:
        if not self._nested:
            return
        if tag == "table":
            if ended := self._nested.pop():
                ended.end("td")
            if self._nested and (outer := self._nested[-1]):
                outer.go_on()
        elif table := self._nested[-1]:
            table.end(tag)

    def handle_data(self, data: str) -> None:
        """Take words."""
        if self._in_title:
            self.title += data
        elif not self._unsaid:
            self.said.append(" ".join(re.split(r"\s+", data)) if data.strip() else " ")
            if self._titling:
                self._titling.words.append(data)


def _named(told: dict[str, str], start: int) -> _Named:
    """What the attributes of a picture or link call it."""
    label = told.get("aria-label", "").strip() or told.get("alt", "")
    ids = told.get("aria-labelledby", "").split()
    return _Named(
        [label] if label else [], ids, told.get("title", ""), start, is_labelled=bool(label.strip())
    )


def _too_much(called: str) -> SendActionsError:
    return SendActionsError(
        f"{called} holds far more than any page of a paper: check where the file is from."
    )
