"""Files that were made to do harm, or were damaged: one sentence each, in bounded memory."""

from __future__ import annotations

import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from office_files import a_document, a_workbook

from send_actions.errors import SendActionsError
from send_actions.importers.grids import zip_guard
from send_actions.importers.plan_file import read_plan_file

HEADER = ("Ref", "Action", "Lead", "Due", "Status")
ROWS = [HEADER, ("1.1", "Train", "Head of SEND", "May 2026", "Green")]
SHEET = "xl/worksheets/sheet1.xml"
TODAY = date(2026, 3, 31)


def with_part(file: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Change one part of a packed file, or add it."""
    with zipfile.ZipFile(file) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file


def refused(file: Path) -> str:
    with pytest.raises(SendActionsError) as told:
        read_plan_file(file, today=TODAY)
    words = str(told.value)
    assert "\n" not in words
    return words


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return a_workbook(tmp_path / "plan.xlsx", {"1 One": ROWS})


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return a_document(tmp_path / "plan.docx", "1. One", ROWS)


ENTITIES = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>'


def test_entities_are_refused_in_every_part(book: Path, paper: Path) -> None:
    def declared(content: bytes) -> bytes:
        head, mark, rest = content.partition(b"?>")
        return head + mark + ENTITIES + rest if mark else ENTITIES + content

    for file, part in ((book, SHEET), (paper, "word/document.xml")):
        assert "declares entities" in refused(with_part(file, part, declared))
    again = with_part(paper, "word/document.xml", lambda content: content.replace(ENTITIES, b""))
    utf16 = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'.encode("utf-16")
    assert "declares entities" in refused(with_part(again, "word/styles.xml", lambda _: utf16))


@pytest.mark.parametrize("cell", ["XFD1048576", "A100001", "SS5"])
def test_a_cell_far_out_is_named(book: Path, cell: str) -> None:
    row = "".join(filter(str.isdecimal, cell))
    far = f'<row r="{row}"><c r="{cell}" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'.encode()
    assert f"a cell at {cell}" in refused(
        with_part(book, SHEET, lambda content: content.replace(b"</sheetData>", far))
    )


def test_a_format_far_out_without_a_value_is_no_cell(book: Path) -> None:
    far = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    with_part(book, SHEET, lambda content: content.replace(b"</sheetData>", far))
    assert [line.ref for line in read_plan_file(book, today=TODAY).actions] == ["1.1"]


def test_a_bomb_is_refused_in_little_memory(book: Path) -> None:
    with_part(book, "xl/media/image1.xml", lambda _: b"<a>" + b" " * (300 * 1024 * 1024) + b"</a>")
    tracemalloc.start()
    try:
        told, peak = refused(book), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert told == "plan.xlsx unpacks to more than 200 MB: no action plan does."
    assert peak < 20 * 1024 * 1024


def test_more_elements_than_a_plan_has_are_refused_before_all_are_read(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zip_guard, "MOST_ELEMENTS", 1000)
    with_part(
        book,
        SHEET,
        lambda content: content.replace(b"</sheetData>", b"<row/>" * 1000 + b"</sheetData>"),
    )
    assert refused(book) == "plan.xlsx has more than six million elements: no action plan has."


@pytest.mark.parametrize("kept", [0, 3, 10, 200, 1000, -30])
def test_a_file_that_was_cut_short_is_damaged(book: Path, paper: Path, kept: int) -> None:
    for file in (book, paper):
        file.write_bytes(file.read_bytes()[:kept])
        assert "damaged" in refused(file) or "empty" in refused(file)


def test_a_file_with_a_password_or_of_an_old_kind_is_told_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert "save it as .xlsx without a password" in refused(file)


def test_macros_are_refused_under_any_name(book: Path) -> None:
    assert "holds macros" in refused(with_part(book, "xl/vbaProject.bin", lambda _: b"\xd0\xcf"))


def test_too_many_parts_are_refused(book: Path) -> None:
    with zipfile.ZipFile(book, "a") as packed:
        for number in range(2001):
            packed.writestr(f"xl/media/{number}.txt", b"")
    assert "more than 2,000 parts" in refused(book)


@pytest.mark.parametrize(
    "words", ["'=cmd|' /C calc'!A1", "\x1b]0;x\x07Train", "<script>alert(1)</script>", "x" * 30_000]
)
def test_text_is_only_text(tmp_path: Path, words: str) -> None:
    rows = [HEADER, ("1.1", words.replace("\x1b", "").replace("\x07", ""), "", "", "")]
    lines = read_plan_file(a_workbook(tmp_path / "plan.xlsx", {"1 One": rows}), today=TODAY)
    if len(words) > 400:
        assert "30,000 characters long" in "\n".join(map(str, lines.questions))
    else:
        assert all(line.title.isprintable() for line in lines.actions)


def test_a_formula_without_a_result_is_named(tmp_path: Path) -> None:
    rows = [HEADER, ("1.1", "Train", '=A2&"x"', "", "")]
    lines = read_plan_file(a_workbook(tmp_path / "plan.xlsx", {"1 One": rows}), today=TODAY)
    assert "Formulas without a result (1 One!C2)" in "\n".join(map(str, lines.problems))


@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
def test_another_file_under_the_name_is_refused(tmp_path: Path, book: Path, paper: Path, ending: str) -> None:
    other = tmp_path / f"other{ending}"
    other.write_bytes((paper if ending == ".xlsx" else book).read_bytes())
    assert f"under another name: give it the ending .{'docx' if ending == '.xlsx' else 'xlsx'}" in refused(
        other
    )
    other.write_text("ref,action\n1.1,Train\n", encoding="utf-8")
    assert "not what its ending says" in refused(other)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("plan.docx", b"%PDF-1.7", "is a PDF under another name: save it as a Word document (.docx)"),
        (
            "plan.docx",
            b"{\\rtf1 x}",
            "is an RTF document under another name: save it as a Word document (.docx)",
        ),
        ("plan.xlsx", b"<html>", "is a web page under another name: save it as an Excel workbook (.xlsx)"),
    ],
)
def test_a_file_under_another_kinds_name_is_called_what_it_is(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert said in refused(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "parts", "said"),
    [
        (
            "plan.xlsx",
            ["word/document.xml"],
            "is a Word document under another name: give it the ending .docx",
        ),
        (
            "plan.docx",
            ["xl/workbook.xml"],
            "is an Excel workbook under another name: give it the ending .xlsx",
        ),
        ("plan.docx", ["mimetype", "content.xml"], "is an OpenDocument file under another name"),
    ],
)
def test_a_packed_file_under_another_kinds_name_is_called_what_it_is(
    tmp_path: Path, name: str, parts: list[str], said: str
) -> None:
    with zipfile.ZipFile(tmp_path / name, "w") as packed:
        for part in parts:
            packed.writestr(part, "x")
    assert said in refused(tmp_path / name)
