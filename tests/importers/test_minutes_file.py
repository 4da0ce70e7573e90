"""Minutes as they are kept: texts of several encodings, Word documents with tables, and other files."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from send_actions.domain.words.dates import say_due
from send_actions.errors import SendActionsError
from send_actions.importers.minutes.minutes_file import minutes_of, read_minutes
from send_actions.importers.minutes.minutes_offers import MinuteOffer
from send_actions.importers.minutes.minutes_text import find_offers
from send_actions.importers.plan_file import read_plan_file

MET = date(2026, 3, 11)
THERAPIES = """Therapies
Senior leaders will look at plans by end of May 2026.
Actions
Health and council colleagues will meet to settle who pays.
A joint meeting will be held in the summer."""


def offers(path: Path) -> list[MinuteOffer]:
    return find_offers(read_minutes(path).lines, met=MET)


def a_document(path: Path, *blocks: str | list[list[str]]) -> Path:
    document = Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block), len(block[0]))
        for row, cells in zip(table.rows, block, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    document.save(str(path))
    return path


def test_a_table_of_one_column_is_read_in_order_and_information_gives_no_date(tmp_path: Path) -> None:
    path = a_document(
        tmp_path / "board.docx",
        "Summary of minutes, 11 March 2026",
        [
            ["Actions from January's meeting\nAll closed but one."],
            [THERAPIES],
            ["Data\nMost of it is at hand."],
        ],
        "The next meeting is on 15 April 2026.",
    )
    assert [(one.text, one.who, one.due, one.line) for one in offers(path)] == [
        ("Meet to settle who pays.", "Health and council colleagues", None, 7),
        ("A joint meeting will be held in the summer.", "", None, 8),
    ]


def test_a_column_of_actions_has_who_and_by_when_beside_it(tmp_path: Path) -> None:
    path = a_document(
        tmp_path / "log.docx",
        [
            ["Item", "Discussion", "Action", "Owner", "By when"],
            ["1", "Waits will fall by June.", "Bring waits by ward", "Head of Therapies, ICB", "April 2026"],
            ["2", "The audit was good.", "", "", ""],
            ["3", "Guide", "DCO to write it\nNone", "", "next meeting"],
            ["4", "Costs", "Bring the costs", "Jo Bloggs", "TBC"],
        ],
    )
    found = offers(path)
    assert [(one.text, one.who, one.is_named, one.for_next) for one in found] == [
        ("Bring waits by ward", "Head of Therapies, ICB", False, False),
        ("Write it", "DCO", False, True),
        ("Bring the costs", "", True, False),
    ]
    assert [say_due(one.due) for one in found if one.due] == ["April 2026", "next meeting", "TBC"]


def test_a_column_of_actions_and_decisions_has_who_and_when_in_one_beside_it(tmp_path: Path) -> None:
    path = a_document(
        tmp_path / "log.docx",
        [
            ["Item", "Discussion", "Action / decision", "Who / when"],
            ["1", "Waits fell.", "Bring waits by ward", "TM – 06/01/27"],
            ["2", "The audit was good.", "", ""],
            ["3", "Guide", "Share the guide", "KB by end Jan"],
            ["4", "Costs", "2.1 to be reported red", ""],
            ["5", "Data", "Head of SEND to mend it", "next meeting"],
            ["6", "Data", "Mend the other", "Head of SEND, LA"],
            ["7", "Data", "Agreed: the audit moves to June", "30 April"],
        ],
    )
    assert [
        (str(one.kind), one.text, one.who, say_due(one.due) if one.due else "") for one in offers(path)
    ] == [
        ("action", "Bring waits by ward", "TM", "6 January 2027"),
        ("action", "Share the guide", "KB", "January 2027"),
        ("decision", "2.1 to be reported red", "", ""),
        ("action", "Mend it", "Head of SEND", "next meeting"),
        ("action", "Mend the other", "Head of SEND, LA", ""),
        ("decision", "The audit moves to June", "", ""),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_is_read_whatever_wrote_it(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "minutes.txt"
    path.write_bytes("Actions\r\n• Head of SEND to publish “One page”.\r\n".encode(encoding))
    assert [(one.text, one.who) for one in offers(path)] == [("Publish “One page”.", "Head of SEND")]
    assert read_minutes(path).guessed == ("Windows-1252" if encoding == "cp1252" else "")


def test_words_inserted_under_tracked_changes_are_read_and_deleted_ones_are_not(tmp_path: Path) -> None:
    path = a_document(tmp_path / "tracked.docx", "ACTION: Head of SEND to PLACE the page.")
    xml = zipfile.ZipFile(path).read("word/document.xml").decode()
    changed = xml.replace(
        "PLACE the page.</w:t></w:r>",
        '</w:t></w:r><w:ins w:id="1" w:author="x"><w:r><w:t xml:space="preserve">mend </w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="x"><w:r><w:delText>drop </w:delText></w:r></w:del>'
        "<w:r><w:t>the page.</w:t></w:r>",
    )
    lines = minutes_of(_packed(changed.encode()), "tracked.docx").lines
    assert [one.text for one in find_offers(lines, met=MET)] == ["Mend the page."]


def _body(blocks: str) -> bytes:
    """The bytes of a Word document with these blocks in its body."""
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    other = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    head = f'<w:document xmlns:w="{main}" xmlns:mc="{other}">'
    return _packed(f"{head}<w:body>{blocks}</w:body></w:document>".encode())


def _paragraph(words: str, properties: str = "") -> str:
    return f"<w:p><w:r>{properties}<w:t>{words}</w:t></w:r></w:p>"


def test_what_was_moved_is_read_once_and_what_is_hidden_not_at_all() -> None:
    words = "ACTION: Head of SEND to write the page."
    run = f"<w:r><w:t>{words}</w:t></w:r>"
    blocks = (
        f'<w:p><w:moveFrom w:id="1">{run}</w:moveFrom></w:p><w:p><w:moveTo w:id="1">{run}</w:moveTo></w:p>'
        + _paragraph("ACTION: Clerk to hide it.", "<w:rPr><w:vanish/></w:rPr>")
    )
    found = find_offers(minutes_of(_body(blocks), "moved.docx").lines, met=MET)
    assert [one.text for one in found] == ["Write the page."]


def test_a_text_box_is_read_once_though_word_keeps_it_twice() -> None:
    box = f"<w:txbxContent>{_paragraph('ACTION: Chair to call a meeting.')}</w:txbxContent>"
    kept = (
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    )
    held = (
        "<w:p><w:r><w:t>They met.</w:t></w:r><w:r>"
        f"<mc:AlternateContent>{kept}</mc:AlternateContent></w:r></w:p>"
    )
    lines = minutes_of(_body(held), "box.docx").lines
    assert [line.text for line in lines] == ["They met.", "ACTION: Chair to call a meeting."]


def test_tables_in_tables_in_tables_are_read_once_each() -> None:
    blocks = _paragraph("ACTION: Chair to call a meeting.")
    for _ in range(60):
        blocks = f"<w:tbl><w:tr><w:tc>{blocks}</w:tc></w:tr></w:tbl>"
    assert [one.text for one in find_offers(minutes_of(_body(blocks), "x").lines, met=MET)] == [
        "Call a meeting."
    ]


def _packed(xml: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", xml)
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7", "x is a PDF: save the minutes as Word (.docx) or as plain text, then read that file."),
        (b"\xd0\xcf\x11\xe0rest", "x is an old Word document or is locked by a password: save"),
        (b"{\\rtf1 a}", "x is an RTF document: save"),
        (b"PK\x03\x04", "x is no Word document that can be read: save"),
        (_packed(b"<w:document"), "x is damaged: open it in Word, and save it again."),
        (_packed(b" " * (21 << 20)), "x unpacks to more than any minutes: check the file."),
        (b"They talked.\n" * 200_000, "x is longer than any minutes: check the file."),
        (b"\x00\x01\x02\x00\xff", "x is no text: save the minutes as Word (.docx) or as plain text."),
    ],
)
def test_what_is_no_minutes_is_refused_in_one_sentence(content: bytes, said: str) -> None:
    with pytest.raises(SendActionsError) as refused:
        minutes_of(content, "x")
    assert str(refused.value).startswith(said)


def test_an_entity_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = (
        f'<!DOCTYPE d [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
        f"<w:document {name}><w:body><w:p><w:r><w:t>ACTION: DCO to &e; it</w:t></w:r></w:p></w:body>"
        "</w:document>"
    )
    lines = minutes_of(_packed(xml.encode()), "x").lines
    assert "secret" not in " ".join(line.text for line in lines)


@pytest.mark.parametrize("name", ["", "none.docx"])
def test_a_place_without_minutes_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SendActionsError, match=r"is a folder|There is no file .*: check its name"):
        read_minutes(tmp_path / name)


def test_minutes_as_text_that_are_given_as_a_plan_are_refused_with_the_command_for_them(
    tmp_path: Path,
) -> None:
    file = tmp_path / "board 14 October.txt"
    file.write_text("Board\n\n1. Waits\nRESOLVED: that waits be published, each month.\n", encoding="utf-8")
    with pytest.raises(SendActionsError, match=r'send-actions meeting minutes "board 14 October.txt" finds'):
        read_plan_file(file, today=date(2026, 12, 1))
