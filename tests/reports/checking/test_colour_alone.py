"""Words that only their colour tells apart are found, and such as say what the colour means are not."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml.parser import OxmlElement
from docx.shared import RGBColor

from send_actions.errors import UsageError
from send_actions.reports.checking.file_check import check_file

RED, GREEN, GREY, NAVY = "C00000", "00B050", "595959", "002060"
TOLD = "told apart by the colour of words"
Row = tuple[tuple[str, str], ...]


def findings_of(file: Path) -> list[str]:
    return [f"{one.place}: {one.what}" for one in check_file(file) if one.rule.word == "colour-of-words"]


def a_word_file(folder: Path, *rows: Row) -> Path:
    word = docx.Document()
    table = word.add_table(len(rows) + 1, len(rows[0]))
    for cell in table.rows[0].cells:
        cell.text = "Heading"
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row, cells in enumerate(rows, start=1):
        for column, (text, colour) in enumerate(cells):
            run = table.cell(row, column).paragraphs[0].add_run(text)
            if colour:
                run.font.color.rgb = RGBColor.from_string(colour)
    word.save(str(folder / "minutes.docx"))
    return folder / "minutes.docx"


def a_page(folder: Path, *rows: Row, by: str = '<td style="color:#{}">{}</td>') -> Path:
    body = "".join(
        "<tr>" + "".join(by.format(c, t) if c else f"<td>{t}</td>" for t, c in row) + "</tr>" for row in rows
    )
    head = "".join("<th scope=col>Heading</th>" for _ in rows[0])
    file = folder / "minutes.html"
    file.write_text(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>", encoding="utf-8")
    return file


LATE: tuple[Row, ...] = (
    (("Publish the pathway, with a new form", ""), ("31 March 2026", RED)),
    (("Recruit two officers", ""), ("30 April 2026", "")),
    (("Open a centre for families to meet in", ""), ("31/05/2026", GREEN)),
)


def test_a_date_in_red_alone_is_found_in_word_and_on_pages(tmp_path: Path) -> None:
    told = f"Table 1: 2 cells {TOLD}: row 2 column 2, row 4 column 2"
    assert findings_of(a_word_file(tmp_path, *LATE)) == [told]
    for by in (
        '<td style="color:#{}">{}</td>',
        "<td><span style='font-weight:bold; color: #{}'>{}</span></td>",
        "<td><b><font color='#{}'>{}</font></b></td>",
    ):
        assert findings_of(a_page(tmp_path, *LATE, by=by)) == [told]


@pytest.mark.parametrize(
    "rows",
    [
        ((("One", ""), ("31 March 2026, overdue", RED)), (("Two", ""), ("30 April 2026", ""))),
        ((("One", ""), ("31 March 2026", RED), ("Off track", "")), (("Two", ""), ("30 April", ""), ("", ""))),
        ((("One", GREEN), ("31 March 2026", "")), (("Two", GREEN), ("30 April 2026", ""))),
        ((("One", ""), ("R", RED)), (("Two", ""), ("G", GREEN))),
        ((("One", ""), ("−5%", RED)), (("Two", ""), ("3%", ""))),
        ((("One", GREY), ("Two", NAVY)), (("Three", ""), ("Four", "FFFFFF"))),
    ],
)
def test_what_words_or_signs_say_too_is_not(tmp_path: Path, rows: tuple[Row, ...]) -> None:
    assert findings_of(a_word_file(tmp_path, *rows)) == []
    assert findings_of(a_page(tmp_path, *rows)) == []


def test_of_a_cell_only_the_colour_of_all_its_words_counts(tmp_path: Path) -> None:
    file = a_word_file(tmp_path, *LATE)
    word = docx.Document(str(file))
    for row in (1, 3):
        word.tables[0].cell(row, 1).paragraphs[0].add_run(" or so")
    word.save(str(file))
    assert findings_of(file) == []
    for by in (
        "<td><b style='color:#{}'>{}</b> or so</td>",
        "<td>About <b style='color:#{}'>{}</b></td>",
        "<td><span style='color:#{}'>*</span> {}</td>",
        "<td><span style='color:#{}'></span>{}</td>",
        "<td><span style='color:#{}'><span style='color:#000'>{}</span></span></td>",
        "<td style='color:#{}'><p style='color:black'>{}</td>",
        "<td><p style='color:#{}'>31/3</p><p>{}</p></td>",
        "<td><p style='color:#{}'>31/3<p>{}</td>",
        "<td><b style='color:#{}'>31/3<table><tr><td>One</table></b>{}</td>",
    ):
        assert findings_of(a_page(tmp_path, *LATE, by=by)) == [], by


def test_all_words_of_a_cell_may_have_their_colour_in_pieces(tmp_path: Path) -> None:
    told = f"Table 1: 2 cells {TOLD}: row 2 column 2, row 4 column 2"
    for by in (
        "<td><b style='color:#{0}'>By</b> <i style='color:#{0}'>{1}</i></td>",
        "<td style='color:#{}'>By <i>{}</i></td>",
        "<td style='color:black'><i style='color:#{}'>{}</i></td>",
        "<td><span style='color:#{}'>By <b>{}</b></span> </td>",
    ):
        assert findings_of(a_page(tmp_path, *LATE, by=by)) == [told], by


@pytest.mark.parametrize("beside", ["-", "–", "Next board up"])
def test_a_sign_for_nothing_or_a_word_in_passing_says_no_state(tmp_path: Path, beside: str) -> None:
    rows = (((beside, ""), ("31 March 2026", RED)), (("Two", ""), ("30 April 2026", "")))
    for file in (a_word_file(tmp_path, *rows), a_page(tmp_path, *rows)):
        assert len(findings_of(file)) == 1


@pytest.mark.parametrize("beside", ["- 5%", "-5%", "Up 3 on March", "is down", "Waits: up by 4"])
def test_a_sign_or_word_of_direction_does(tmp_path: Path, beside: str) -> None:
    rows = (((beside, ""), ("31 March 2026", RED)), (("Two", ""), ("30 April 2026", "")))
    for file in (a_word_file(tmp_path, *rows), a_page(tmp_path, *rows)):
        assert findings_of(file) == []


@pytest.mark.parametrize(
    "colour", ["red", "#f00", "rgb(200, 0, 0)", "#C00000 !important", "rgba(200 0 0 / 1)", "#ff0", "yellow"]
)
def test_a_colour_of_states_is_one_however_a_page_writes_it(tmp_path: Path, colour: str) -> None:
    by = f'<td style="color:{colour}"><!--{{}}-->{{}}</td>'
    assert len(findings_of(a_page(tmp_path, *LATE[:2], by=by))) == 1


def test_a_file_that_cannot_be_checked_is_told_which_can(tmp_path: Path) -> None:
    for name in ("photo.png", "list.csv", "draft.eml"):
        (tmp_path / name).write_bytes(b"")
        with pytest.raises(
            UsageError, match=r"\.docx, \.pdf, \.html, \.htm, \.odt, \.ods, \.xlsx, \.md"
        ) as told:
            check_file(tmp_path / name)
        assert not {".csv", ".json", ".txt", ".eml"} & set(str(told.value).rstrip(".").split(", ")[1:])
