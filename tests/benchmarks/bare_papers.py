"""One paper written in one format, by us or by the bare library with nothing but its tables.

`python tests/benchmarks/bare_papers.py FORMAT ours|bare PICKLED_DOCUMENT` prints the milliseconds of process
time from the document in memory to the bytes of its file, with the loading of what writes it.
"""

from __future__ import annotations

import pickle
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

ROOT: Final = Path(__file__).parents[2]


class Bare(NamedTuple):
    """A table as its words: caption, header and rows."""

    caption: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]


def word(tables: Sequence[Bare]) -> bytes:
    """python-docx, each row a copy of the one before."""
    from copy import deepcopy
    from io import BytesIO

    from docx import Document

    file = Document()
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
    made: bytes = typst.compile(_TYPST.encode(), sys_inputs={"data": data}, pdf_standards="ua-1", format="pdf")
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
        sheet.add_table(0, 0, *last, {"data": table.rows, "columns": heads, "name": f"Table_{len(book.worksheets())}"})
    book.close()
    return kept.getvalue()


def markdown(tables: Sequence[Bare]) -> bytes:
    """Strings put together."""
    lines = []
    for table in tables:
        lines += [table.caption, "", " | ".join(table.header), "|".join("---" for _ in table.header)]
        lines += [" | ".join(row) for row in table.rows]
    return "\n".join(lines).encode()


def csv(tables: Sequence[Bare]) -> bytes:
    """The module csv."""
    import csv
    from io import StringIO

    kept = StringIO()
    writer = csv.writer(kept)
    for table in tables:
        writer.writerow((table.caption,))
        writer.writerow(table.header)
        writer.writerows(table.rows)
    return kept.getvalue().encode()


def json(tables: Sequence[Bare]) -> bytes:
    """The module json."""
    import json

    return json.dumps([table._asdict() for table in tables], ensure_ascii=False, indent=1).encode()


BARE: Final[dict[str, Callable[[Sequence[Bare]], bytes]]] = {
    "word": word,
    "pdf": pdf,
    "html": html,
    "excel": excel,
    "markdown": markdown,
    "csv": csv,
    "json": json,
}
"""The bare library by the format it writes."""


def bare_tables(document: Any) -> list[Bare]:
    """The tables of a document as their words."""
    from send_actions.reports.document import Table

    return [
        Bare(one.caption, one.header, [[str(cell) for cell in row] for row in one.rows])
        for one in document.blocks
        if isinstance(one, Table)
    ]


def main(format_name: str, whose: str, place: str) -> None:
    """Write once and print what it took."""
    sys.path.insert(0, str(ROOT))
    document = pickle.loads(Path(place).read_bytes())  # noqa: S301  written by the benchmarks themselves
    tables = bare_tables(document)
    from send_actions.reports.output import encode

    begun = time.process_time()
    content = encode(document, format_name) if whose == "ours" else BARE[format_name](tables)
    taken = time.process_time() - begun
    sys.stdout.write(f"{taken * 1000} {len(content)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
