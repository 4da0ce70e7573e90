"""One paper written in one format, by us or by the bare library: of a page its tables, of data all of it.

`python tests/benchmarks/bare_papers.py FORMAT ours|bare PLAN` makes the board paper of a plan and prints the
milliseconds of process time from there, the document in memory, to the bytes of its file, with the loading of
what writes it.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from send_actions.papers.kinds import make_paper
from send_actions.papers.request import PaperRequest
from send_actions.reports.audience import Audience
from send_actions.reports.document import Document, Table
from send_actions.reports.output import encode
from send_actions.store.reader import open_reader, read_plan

TODAY: Final = date(2026, 3, 31)


class Bare(NamedTuple):
    """A table as its words: caption, header and rows."""

    caption: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]


def word(tables: Sequence[Bare]) -> bytes:
    """python-docx, each row a copy of the one before."""
    from copy import deepcopy
    from io import BytesIO

    import docx

    file = docx.Document()
    for table in tables:
        file.add_paragraph(table.caption)
        made = file.add_table(1, len(table.header))
        for cell, text in zip(made.rows[0].cells, table.header, strict=True):
            cell.text = text
        first = made.rows[0]._tr
        for row in table.rows:
            copy = deepcopy(first)
            for one, text in zip(copy.tc_lst, row, strict=True):
                one.p_lst[0].r_lst[0].text = text
            made._tbl.append(copy)
    kept = BytesIO()
    file.save(kept)
    return kept.getvalue()


_TYPST: Final = """
#set document(title: "Tables")
#set text(lang: "en", region: "GB")
#set page(flipped: true)
#for one in json(bytes(sys.inputs.data)) [
  #text(one.caption)
  #table(
    columns: one.header.len(),
    table.header(..one.header),
    ..one.rows.flatten(),
  )
]
"""


def pdf(tables: Sequence[Bare]) -> bytes:
    """typst, with what makes a PDF that can be read aloud."""
    import json

    import typst

    data = json.dumps([table._asdict() for table in tables])
    made: bytes = typst.compile(
        _TYPST.encode(), sys_inputs={"data": data}, pdf_standards="ua-1", format="pdf"
    )
    return made


_JINJA: Final = """<!doctype html><title>Tables</title>
{% for table in tables %}<table><caption>{{ table.caption }}</caption>
<tr>{% for head in table.header %}<th>{{ head }}</th>{% endfor %}</tr>
{% for row in table.rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>
{% endfor %}</table>{% endfor %}
"""


def html(tables: Sequence[Bare]) -> bytes:
    """Jinja2."""
    from jinja2 import Environment

    return Environment(autoescape=True).from_string(_JINJA).render(tables=tables).encode()


def excel(tables: Sequence[Bare]) -> bytes:
    """xlsxwriter, each table on a sheet of its own as Excel knows tables."""
    from io import BytesIO

    from xlsxwriter import Workbook

    kept = BytesIO()
    book = Workbook(kept, {"in_memory": True})
    for table in tables:
        sheet = book.add_worksheet()
        heads = [{"header": f"{place} {head}"} for place, head in enumerate(table.header)]
        last = (max(1, len(table.rows)), len(table.header) - 1)
        sheet.add_table(
            0, 0, *last, {"data": table.rows, "columns": heads, "name": f"Table_{len(book.worksheets())}"}
        )
    book.close()
    return kept.getvalue()


def markdown(tables: Sequence[Bare]) -> bytes:
    """tabulate, each table with its pipes under one another as ours have them."""
    from tabulate import tabulate

    parts = []
    for table in tables:
        parts += [table.caption, tabulate(table.rows, table.header, tablefmt="pipe", disable_numparse=True)]
    return "\n\n".join(parts).encode()


def csv(rows: Sequence[Sequence[str]]) -> bytes:
    """The module csv, with the very rows that we write."""
    import csv
    from io import StringIO

    kept = StringIO()
    csv.writer(kept).writerows(rows)
    return kept.getvalue().encode()


def json(value: Any) -> bytes:
    """The module json, with the very values that we write."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def same(document: Document, format_name: str) -> Any:
    """What the bare library writes: the tables of a document, of plain data all that it says."""
    match format_name:
        case "csv":
            from csv import reader

            rows = list(reader(encode(document, "csv").decode().splitlines()))
            del sys.modules["csv"]
            return rows
        case "json":
            from json import loads

            value = loads(encode(document, "json"))
            del sys.modules["json"]
            return value
        case _:
            return bare_tables(document)


def bare_tables(document: Document) -> list[Bare]:
    """The tables of a document as their words."""
    return [
        Bare(one.caption, one.header, [[str(cell) for cell in row] for row in one.rows])
        for one in document.blocks
        if isinstance(one, Table)
    ]


BARE: Final[dict[str, Callable[[Any], bytes]]] = {
    "word": word,
    "pdf": pdf,
    "html": html,
    "excel": excel,
    "markdown": markdown,
    "csv": csv,
    "json": json,
}
"""The bare library by the format it writes."""


def main(format_name: str, whose: str, place: str) -> None:
    """Write once and print what it took."""
    reader = open_reader(place)
    document = make_paper(reader, read_plan(reader, TODAY), PaperRequest("board", Audience.BOARD))
    reader.close()
    write: Callable[[Any], bytes]
    if whose == "ours":
        given, write = document, partial(encode, format_name=format_name)
    else:
        given, write = same(document, format_name), BARE[format_name]
    gc.disable()  # as the program does
    begun = time.process_time()
    write(given)
    sys.stdout.write(f"{(time.process_time() - begun) * 1000}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
