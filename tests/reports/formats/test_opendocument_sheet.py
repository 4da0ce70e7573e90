"""OpenDocument sheets: the same sheets as Excel's, in parts that say nothing of who made them or when."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from lxml import etree  # type: ignore[import-untyped]
from reports.formats.office_papers import written_elsewhere
from reports.formats.sheet_reading import (
    DOCUMENTS,
    GREEN,
    HOSTILE,
    RED,
    a_document,
    excel,
    opendocument,
    opendocument_faults,
    part,
)
from reports.sample_paper import the_paper

from send_actions.reports.document import (
    Day,
    Document,
    Heading,
    Number,
    Paragraph,
    Stamp,
    StatusMark,
    Strong,
    Table,
    text_of,
)
from send_actions.reports.formats import excel as as_excel
from send_actions.reports.formats.colours import SHADES
from send_actions.reports.formats.figures import Figure
from send_actions.reports.formats.opendocument_sheet import render
from send_actions.reports.formats.workbook import SIZE, Value, arrange
from send_actions.reports.formats.workbook import text_of as words_of

COUNTS = Table(
    "Actions by status",
    ("Status", "Now", "Change", "Since"),
    (
        (RED, Number(6, "6"), Number(2, "+2"), Day(date(2026, 3, 6), "6 March 2026")),
        (GREEN, Number(1200, "1,200"), Number(-1, "−1"), Day(date(2025, 12, 31), "31 December 2025")),
    ),
)


def found(content: bytes, path: str, name: str = "content.xml") -> list[str]:
    """What a path finds in a part, with the prefixes that the part itself has."""
    root = etree.fromstring(part(content, name).encode())
    names = {prefix: uri for prefix, uri in root.nsmap.items() if prefix}
    return [str(one) for one in root.xpath(path, namespaces=names)]


def _as_read(value: Value) -> object:
    match value:
        case Figure():
            return value.value
        case date():
            return value
        case _:
            return words_of(value)


def test_it_has_the_sheets_of_the_excel_file() -> None:
    book = excel(as_excel.render(the_paper()))
    assert list(opendocument(render(the_paper()))) == book.sheetnames


def test_numbers_and_dates_are_real() -> None:
    content = render(a_document(COUNTS))
    assert opendocument(content)["1 Actions by status"] == [
        ["Table 1. Actions by status"],
        ["Status", "Now", "Change", "Since"],
        ["■ R Off track", 6, 2, date(2026, 3, 6)],
        ["● G On track", 1200, -1, date(2025, 12, 31)],
    ]
    assert found(content, "//table:table-cell/@office:date-value") == ["2026-03-06", "2025-12-31"]


def test_a_change_is_written_with_its_sign() -> None:
    content = render(a_document(COUNTS))
    signs = found(content, "//number:number-style[@style:volatile]/number:text/text()", "styles.xml")
    assert signs == ["+", "−"]


def test_the_header_stays_in_sight_is_printed_on_every_page_and_filters() -> None:
    content = render(a_document(COUNTS))
    heads = "//table:table[2]/table:table-header-rows/table:table-row"
    assert len(found(content, heads)) == 2
    name = "config:config-item-map-entry[@config:name='1 Actions by status']"
    split = f"//{name}/config:config-item[@config:name='VerticalSplitPosition']/text()"
    assert found(content, split, "settings.xml") == ["2"]
    assert found(content, "//table:database-range/@table:target-range-address") == [
        "'1 Actions by status'.A2:'1 Actions by status'.D4",
        "'Legend'.A2:'Legend'.C5",
    ]


def test_a_status_stands_on_its_colour_and_is_chosen_from_the_legend() -> None:
    content = render(a_document(COUNTS))
    cell = "//table:table[2]/table:table-row[1]/table:table-cell[1]"
    assert found(content, f"{cell}/@table:style-name") == ["Status_red"]
    assert found(content, f"{cell}/@table:content-validation-name") == ["status"]
    assert found(content, "//table:content-validation[@table:name='status']/@table:condition") == [
        "of:cell-content-is-in-list([$Legend.$A$3:.$A$5])"
    ]
    fill = "//style:style[@style:name='Status_red']/style:table-cell-properties/@fo:background-color"
    assert found(content, fill, "styles.xml") == [f"#{SHADES['red'].fill}"]
    assert found(content, "//table:table[2]//calcext:condition/@calcext:apply-style-name") == [
        "Status_none",
        "Status_red",
        "Status_green",
        "Status_none",
    ]


def test_tables_lie_on_their_side_and_words_stand_upright() -> None:
    content = render(a_document(COUNTS))
    ways = found(content, "//style:page-layout-properties/@style:print-orientation", "styles.xml")
    assert ways == ["portrait", "landscape"]
    assert found(content, "//style:page-layout-properties/@style:scale-to-X", "styles.xml") == ["1", "1"]


def test_pages_are_counted_on_from_the_words_to_the_tables() -> None:
    begins = "//style:page-layout-properties/@style:first-page-number"
    assert found(render(a_document(COUNTS)), begins, "styles.xml") == ["continue", "continue"]


def test_tables_together_are_led_to_each_by_its_row() -> None:
    content = render(a_document(COUNTS, replace(COUNTS, caption="Actions by impact")))
    assert found(content, "//text:a/@xlink:href") == [
        "#'1 Actions by'.A1",
        "#'1 Actions by'.A5",
    ]


def test_the_file_says_title_subject_language_and_date_and_nothing_of_who_made_it() -> None:
    content = render(a_document(title="Plan\nof <1>"))
    assert found(content, "//office:meta/*/text()", "meta.xml") == [
        "Plan / of <1>",
        "Told",
        "en-GB",
        "2026-03-31T00:00:00",
        "2026-03-31T00:00:00",
    ]
    assert found(content, "//style:default-style/style:text-properties/@fo:country", "styles.xml") == ["GB"]
    assert "creation-date" not in part(render(replace(a_document(), as_at=None)), "meta.xml")


def test_the_file_bears_its_stamp_by_which_it_is_verified() -> None:
    stamp = Stamp("send-actions report board --record 412", "0123abcd")
    content = render(replace(a_document(), stamp=stamp))
    assert found(content, "//meta:keyword/text()", "meta.xml") == [stamp.keywords]


def test_text_of_several_lines_keeps_them() -> None:
    content = render(a_document(text_of("one\ntwo"), Table("T", ("A",), (("three\n\nfour",),))))
    read = opendocument(content)
    assert read["Paper"][2] == ["one\ntwo"]
    assert read["1 T"][2] == ["three\nfour"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str, tmp_path: Path) -> None:
    mark = StatusMark(text, text, text, text)
    paper = Document(text, ((text, text),), (Heading(2, text), Table(text, (text, text), ((text, mark),))))
    content = render(replace(paper, legend=(mark,), subject=text))
    assert found(content, "//@table:formula") == []
    assert [link for link in found(content, "//text:a/@xlink:href") if not link.startswith("#'")] == []
    assert opendocument_faults(content, tmp_path) == []


@given(DOCUMENTS)
def test_any_document_is_read_back_with_the_very_texts_of_its_tables(document: Document) -> None:
    arranged, read = arrange(document), opendocument(render(document))
    assert read.pop("Paper") == [[line.text] for line in arranged.lines]
    for sheet in arranged.sheets:
        heads = [column.head for column in sheet.columns]
        rows = [[_as_read(value) for value in row] for row in sheet.rows]
        assert read.pop(sheet.name) == [[sheet.caption], heads, *rows]
    assert read == {}


def test_every_kind_of_block_is_valid_by_the_schemas_of_opendocument(tmp_path: Path) -> None:
    assert opendocument_faults(render(the_paper()), tmp_path) == []
    empty = Table("Nothing", ("A", "a"), ())
    assert opendocument_faults(render(a_document(COUNTS, empty, COUNTS)), tmp_path) == []


def test_a_document_that_says_nothing_is_a_file_all_the_same(tmp_path: Path) -> None:
    content = render(Document("", (), ()))
    assert opendocument(content) == {"Paper": [["Paper"]]}
    assert opendocument_faults(content, tmp_path) == []


def test_what_it_is_comes_first_and_as_it_is() -> None:
    with ZipFile(io.BytesIO(render(the_paper()))) as archive:
        first, *others = archive.infolist()
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert {one.date_time for one in others} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_paper_has_the_same_bytes_wherever_and_by_whom_it_is_made(tmp_path: Path) -> None:
    here = render(the_paper())
    assert here == render(the_paper()) == written_elsewhere("opendocument_sheet", tmp_path)


def test_rows_have_the_heights_that_we_worked_out() -> None:
    """LibreOffice's own, worked out as for a screen, let rows lie over each other on paper."""
    content = render(the_paper())
    assert set(found(content, "//style:table-row-properties/@style:use-optimal-row-height")) == {"false"}
    heights = found(content, "//style:table-row-properties/@style:row-height")
    assert heights
    assert all(float(height.removesuffix("pt")) > SIZE for height in heights)


def test_labels_are_bold_by_a_style_that_the_content_itself_has() -> None:
    """LibreOffice does not find a span's style among the common styles of a workbook."""
    content = render(a_document(Paragraph((Strong("Why:"), " two posts"))))
    named = found(content, "//text:span[text()='Why:']/@text:style-name")
    bold = "style:style[@style:family='text'][style:text-properties/@fo:font-weight='bold']/@style:name"
    assert named
    assert named == found(content, f"//office:automatic-styles/{bold}")
