"""The blocks of a laid out paper as HTML; what was typed is escaped piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import count
from typing import Final

from markupsafe import Markup, escape

from send_actions.reports.formats.drawing.canvas import told
from send_actions.reports.formats.layout import Laid

PART: Final = 2
"""The level of the headings that the contents list names."""

_NOT_FOLDED: Final = 2
"""Columns that a phone has room for beside one another."""


def sections_of(paper: Laid) -> Markup:
    """Every part of a paper as a section; the headings of the contents list have the ids `part-1` and on."""
    numbers = count(1)
    parts = (part for sheet in paper["sheets"] for part in sheet["parts"])
    lines = (line for part in parts for line in _section(part, numbers))
    return Markup("".join(lines))  # noqa: S704  each function below escapes what was typed


def headings_of(paper: Laid) -> list[str]:
    """The headings that the contents list names, in order."""
    return [
        block["text"]
        for sheet in paper["sheets"]
        for part in sheet["parts"]
        for block in part["blocks"]
        if _is_named(block)
    ]


def _section(part: Laid, numbers: Iterator[int]) -> Iterator[str]:
    """A section, block by block."""
    yield f'<section class="{"wide" if part["wide"] else "upright"}{" starts-page" * part["starts_page"]}">\n'
    for block in part["blocks"]:
        if _is_named(block):
            yield f'<h2 id="part-{next(numbers)}">{escape(block["text"])}</h2>\n'
        else:
            yield _BLOCKS[block["kind"]](block)
    yield "</section>\n"


def _is_named(block: Laid) -> bool:
    return bool(block["kind"] == "heading" and block["level"] == PART)


def _heading(block: Laid) -> str:
    return f"<h{block['level']}>{escape(block['text'])}</h{block['level']}>\n"


def _paragraph(block: Laid) -> str:
    name = "point" if block["number"] else "stamp" if block["stamp"] else ""
    names = f' class="{name}"' if name else ""
    return f"<p{names}>{_place(block['number'])}{_lines(block['lines'])}</p>\n"


def _listing(block: Laid, begin: str, end: str) -> str:
    items = (f"<li>{_place(item.get('number', ''))}{_lines(item['lines'])}</li>\n" for item in block["items"])
    return f"{begin}\n{''.join(items)}{end}\n"


def _place(number: str) -> str:
    return f'<span class="place">{escape(number)}</span> ' if number else ""


def _lines(paragraph: Sequence[Sequence[Laid]]) -> str:
    """The lines of a paragraph."""
    return "<br>".join("".join(map(_piece, line)) for line in paragraph)


def _piece(piece: Laid) -> str:
    said = escape(piece["text"])
    if piece["kind"] == "strong":
        return f"<strong>{said}</strong>"
    return f'<span class="mark {escape(piece["colour"])}">{said}</span>' if piece["kind"] == "mark" else said


def _chart(block: Laid) -> str:
    """A drawing, which its title names and its words describe."""
    drawing, number, title = block["drawing"], block["number"], escape(block["title"])
    width, height = told(drawing.width), told(drawing.height)
    described = f'aria-labelledby="chart-{number}" aria-describedby="chart-{number}-words"'
    size = f'viewBox="0 0 {width} {height}" width="{width}pt" height="{height}pt" font-size="8.5"'
    return f"""\
<figure>
<figcaption><span id="chart-{number}">{title}</span></figcaption>
<p id="chart-{number}-words">{escape(block["words"])}</p>
<div class="drawing" role="group" aria-label="{title}" tabindex="0">
<svg role="img" {described} {size}>{drawing.body}</svg>
</div>
</figure>
"""


def _table(block: Laid) -> str:
    """A table with its caption; a wide one scrolls, and the rows of a narrow one fold on a phone."""
    number, columns = block["number"], block["columns"]
    names = ["full"] * (not block["fits"]) + ["folds"] * _folds(block)
    scrolls = f' scrolls" role="region" aria-labelledby="table-{number}" tabindex="0"'
    shares = "".join(f'<col class="w{column["percent"]}">' for column in columns)
    heads = (f'<th scope="col" class="{_kind(one)}">{escape(one["head"])}</th>\n' for one in columns)
    return f"""\
<div class="table{scrolls if block["wide"] else '"'}>
<table{f' class="{" ".join(names)}"' if names else ""}>
<caption><span id="table-{number}">{escape(block["caption"])}</span></caption>
{"" if block["fits"] else f"<colgroup>{shares}</colgroup>{chr(10)}"}<thead>
<tr>
{"".join(heads)}</tr>
</thead>
<tbody>
{"".join(_rows(block))}</tbody>
</table>
</div>
"""


def _folds(table: Laid) -> bool:
    return not table["wide"] and len(table["columns"]) > _NOT_FOLDED


def _rows(table: Laid) -> Iterator[str]:
    """The rows of a table; its first cell heads each.

    On a phone a cell of a narrow table stands below its heading, which it therefore names.
    """
    columns = table["columns"]
    begin = [
        f'<td class="{_kind(column)}"'
        + (f' data-label="{escape(column["head"])}">' if _folds(table) else ">")
        for column in columns
    ]
    end = ["</td>\n"] * len(columns)
    if len(columns) > 1:
        begin[0], end[0] = f'<th scope="row" class="{_kind(columns[0])}">', "</th>\n"
    for row in table["rows"]:
        yield '<tr class="tall">\n' if row["tall"] else "<tr>\n"
        for opened, cell, closed in zip(begin, row["cells"], end, strict=True):
            yield f"{opened}{_words(cell)}{closed}"
        yield "</tr>\n"


def _words(cell: Laid) -> str:
    if cell["mark"]:
        return f'<span class="mark {escape(cell["colour"])}">{escape(" ".join(cell["lines"]))}</span>'
    return "<br>".join(map(escape, cell["lines"]))


def _kind(column: Laid) -> str:
    return f"{column['length']} number" if column["numeric"] else str(column["length"])


_BLOCKS: Final[dict[str, Callable[[Laid], str]]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullets": partial(_listing, begin="<ul>", end="</ul>"),
    "points": partial(_listing, begin='<ul class="points">', end="</ul>"),
    "numbered": partial(_listing, begin="<ol>", end="</ol>"),
    "chart": _chart,
    "table": _table,
}
"""What writes a block of each kind."""
