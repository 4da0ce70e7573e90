"""A PDF as it is seen: the tags that a screen reader follows, and the words of its pages."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any, Final

import pikepdf

from send_actions.errors import SendActionsError
from send_actions.reports.reading.guarded import MOST_UNPACKED
from send_actions.reports.reading.pdf_words import page_lines
from send_actions.reports.reading.seen import Seen, SeenCell, SeenHeading, SeenPicture, SeenTable

_MOST_PAGES: Final = 2000
_MOST_ELEMENTS: Final = 500_000
_STREAM: Final = re.compile(rb"stream\r?\n")
_TWICE: Final = re.compile(rb"/(?:FlateDecode|Fl)\s*/(?:FlateDecode|Fl|LZWDecode|LZW)\b|/LZWDecode\b")
_PIECE: Final = 1 << 20
_HEADING: Final = re.compile(r"H([1-6])?")
_UNREADABLE: Final = (pikepdf.PdfError, ValueError, TypeError, LookupError, AttributeError, RecursionError)


def see(content: bytes, called: str) -> Seen:
    """Return what a .pdf file has; raises SendActionsError for one that is damaged, locked or swells."""
    _refuse_swelling(content, called)
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if len(pdf.pages) > _MOST_PAGES:
                raise SendActionsError(
                    f"{called} has more than {_MOST_PAGES} pages: no paper has; check the file."
                )
            return _seen(pdf)
    except pikepdf.PasswordError as error:
        raise SendActionsError(f"{called} is locked by a password: save it without one.") from error
    except _UNREADABLE as error:
        raise SendActionsError(
            f"{called} is damaged or no PDF: write or save it again, and give that."
        ) from error


def _seen(pdf: pikepdf.Pdf) -> Seen:
    root: Any = pdf.Root
    marked = root.get("/MarkInfo", {}).get("/Marked", False)
    tree = root.get("/StructTreeRoot")
    elements = list(_elements(tree)) if tree is not None else []
    roles = tree.get("/RoleMap", {}) if tree is not None else {}
    tags = [_tag(one, roles) for one in elements]
    information: Any = pdf.docinfo
    return Seen(
        lines=tuple(line for page in pdf.pages for line in page_lines(page)),
        keywords=str(information.get("/Keywords", "")),
        title=str(information.get("/Title", "")).strip(),
        language=str(root.get("/Lang", "")),
        headings=_headings(tags),
        tables=tuple(_tables(elements, tags)),
        pictures=tuple(_pictures(elements, tags)),
        is_tagged=bool(marked) and bool(elements),
        shows_title=bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
    )


def _elements(tree: Any) -> Iterator[Any]:
    """Every element of a structure tree in reading order, each once, however the tree loops."""
    waiting, known, many = [tree.get("/K")], set[tuple[int, int]](), 0
    while waiting:
        one = waiting.pop()
        many += 1
        if many > _MOST_ELEMENTS:
            raise ValueError("a tree without end")
        if isinstance(one, pikepdf.Array):
            waiting += reversed(list(one))
        elif isinstance(one, pikepdf.Dictionary):
            if one.is_indirect and one.objgen in known:
                continue
            known.add(one.objgen)
            if "/S" in one:
                yield one
            waiting.append(one.get("/K"))


def _tag(element: Any, roles: Any) -> str:
    """What an element is, by its own tag where that is one of the usual."""
    own = str(element["/S"])
    role = str(roles.get(own, own)) if own not in ("/Title", "/H") else own
    return role.removeprefix("/")


def _headings(tags: list[str]) -> tuple[SeenHeading, ...]:
    has_title = "Title" in tags
    found: list[SeenHeading] = []
    for tag in tags:
        if tag == "Title":
            found.append(SeenHeading(1, "the title"))
        elif level := _HEADING.fullmatch(tag):
            found.append(SeenHeading(int(level[1] or 1) + has_title, f"heading {len(found) + 1}"))
    return tuple(found)


def _tables(elements: list[Any], tags: list[str]) -> Iterator[SeenTable]:
    """The tables; those of one stand in its part of the list up to the next."""
    starts = [place for place, tag in enumerate(tags) if tag == "Table"]
    for number, start in enumerate(starts, start=1):
        end = starts[number] if number < len(starts) else len(tags)
        rows: list[list[SeenCell]] = []
        headers = unscoped = merged = 0
        for element, tag in zip(elements[start:end], tags[start:end], strict=True):
            if tag == "TR":
                rows.append([])
            elif tag in ("TH", "TD") and rows:
                rows[-1].append(SeenCell(None if _has_content(element) else ""))
                headers += tag == "TH"
                unscoped += tag == "TH" and not _attribute(element, "/Scope")
                merged += any(str(_attribute(element, span) or 1) != "1" for span in ("/ColSpan", "/RowSpan"))
        cells = tuple(map(tuple, rows))
        yield SeenTable(
            f"Table {number}",
            cells,
            has_header=headers > 0,
            merged=merged,
            unscoped=unscoped if headers else 0,
        )


def _has_content(element: Any) -> bool:
    content = element.get("/K")
    return content is not None and not (isinstance(content, pikepdf.Array) and len(content) == 0)


def _attribute(element: Any, name: str) -> Any:
    told = element.get("/A")
    for one in told if isinstance(told, pikepdf.Array) else [told]:
        if isinstance(one, pikepdf.Dictionary) and name in one:
            return one[name]
    return None


def _pictures(elements: list[Any], tags: list[str]) -> Iterator[SeenPicture]:
    place = 0
    for element, tag in zip(elements, tags, strict=True):
        if tag in ("Figure", "Formula"):
            place += 1
            words = element.get("/Alt") or element.get("/ActualText")
            yield SeenPicture(f"Picture {place}", str(words) if words else None)


def _refuse_swelling(content: bytes, called: str) -> None:
    """Refuse a file whose streams unpack to more than a paper's do, before anything else reads them."""
    if not content[:1024].lstrip().startswith(b"%PDF"):
        raise SendActionsError(f"{called} is damaged or no PDF: write or save it again, and give that.")
    left = MOST_UNPACKED
    for found in _STREAM.finditer(content):
        left -= _unpacked(content, found.end(), left)
        if left < 0:
            break
    if left < 0 or _TWICE.search(content):
        raise SendActionsError(
            f"{called} unpacks to more than a paper does, or in ways that none does: check where the file is "
            "from."
        )


def _unpacked(content: bytes, start: int, most: int) -> int:
    """How many bytes a stream unpacks to; no more are counted than matter."""
    end = content.find(b"endstream", start)
    packed = memoryview(content)[start : end if end >= 0 else len(content)]
    inflating, many = zlib.decompressobj(), 0
    try:
        piece = inflating.decompress(packed, _PIECE)
        while piece and many <= most:
            many += len(piece)
            piece = inflating.decompress(inflating.unconsumed_tail, _PIECE)
    except zlib.error:
        return many
    return many
