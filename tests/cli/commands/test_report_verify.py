"""`report verify`: whether the plan still says what a paper says, and what has moved since."""

from __future__ import annotations

import re
import shlex
import shutil
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx
import openpyxl
import pytest
from running import Run

from send_actions.__main__ import main
from send_actions.cli.location import shown_location
from send_actions.papers.kinds import KINDS, is_written_as
from send_actions.reports.output import FORMATS

ENDINGS = [
    endings[0] for form, endings in FORMATS.items() if form != "icalendar" and is_written_as("board", form)
]
SUBJECTS: dict[str, tuple[str, ...]] = {
    "impact": ("9",),
    "owner": ("Head of SEND, LA",),
    "meeting": ("last",),
}
"""What the kinds are asked about here, of those that cannot do without."""

Write = Callable[[str], Path]


@pytest.fixture(scope="session")
def _written(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Write:
    folder = tmp_path_factory.mktemp("board papers")

    @cache
    def write(ending: str) -> Path:
        file = folder / f"paper{ending}"
        assert main(("report", "board", "-o", str(file), "--db", str(sample))) == 0
        return file

    return write


@pytest.fixture
def board(run: Run, tmp_path: Path, _written: Write) -> Write:
    """The board paper of the sample in a file of any ending: written once, a copy for each test."""
    del run
    return lambda ending: Path(shutil.copy(_written(ending), tmp_path))


@pytest.fixture
def paper(board: Write) -> Path:
    """The board paper of the sample as a Word file."""
    return board(".docx")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_paper_in_any_format_is_as_it_was_written(run: Run, board: Write, ending: str) -> None:
    file = board(ending)
    ran = run("report", "verify", str(file))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "SEND improvement plan: board paper, as at 31 March 2026, record 216, for board",
        "Plan: still says the same as at 31 March 2026, record 216",
        "File: as it was written, byte by byte",
        "Entered later: nothing that changes 31 March 2026",
        "Since then, up to 31 March 2026 and record 216: nothing has moved",
    ]


def test_a_command_that_markdown_would_read_as_more_can_be_pasted_and_read_back(
    run: Run, tmp_path: Path
) -> None:
    who = "Head of *SEN* `x` a_b_, LA \\| <b>"
    run("owner", "add", who, "--organisation", "LA")
    run("edit", "5.3", "--lead", f"{who}, LA")
    file = tmp_path / "list.md"
    assert run("report", "owner", f"{who}, LA", "--format", "markdown", "-o", str(file)).code == 0
    text = file.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "send-actions report " in line)
    command = line.partition(" Content: ")[0].strip("`").strip()
    words = shlex.split(command)[1:]
    assert words[2] == f"{who}, LA"
    assert run(*words, "--format", "markdown").out == text
    assert run("report", "verify", str(file)).out.splitlines()[2] == "File: as it was written, byte by byte"


def test_a_markdown_file_with_its_stamp_as_it_was_written_before_is_read(run: Run, board: Write) -> None:
    file = board(".md")
    new = file.read_text(encoding="utf-8")
    old = re.sub(r"again: `(.*)`\n\nContent", r"again: \1\\\nContent", new)
    assert old != new
    file.write_text(old, encoding="utf-8")
    assert run("report", "verify", str(file)).out.splitlines()[1:3] == [
        "Plan: still says the same as at 31 March 2026, record 216",
        "File: the same words; saved again, or written by another version or in another template",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_of_any_kind_is_as_it_was_written(run: Run, tmp_path: Path, kind: str) -> None:
    for form in ("word", "text", "email"):
        file = tmp_path / f"paper{FORMATS[form][0]}"
        if is_written_as(kind, form):
            run("report", kind, *SUBJECTS.get(kind, ()), "-o", str(file))
            ran = run("report", "verify", str(file))
            assert (ran.code, ran.err) == (0, "")
            assert "\nFile: as it was written, byte by byte\n" in ran.out


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_late_entry_is_told_first_and_that_the_record_still_holds(
    run: Run, board: Write, ending: str
) -> None:
    file = board(ending)
    run("set", "9.3", "off-track", "-m", "Provider withdrew", "--on", "1 March 2026")
    run("due", "9.4", "30 September 2026", "-m", "Posts vacant")
    ran = run("report", "verify", str(file))
    assert ran.code == 1
    assert ran.out.splitlines()[1:] == [
        "Plan: says otherwise of 31 March 2026 now, by later entries; record 216 still says the same",
        "File: as it was written, byte by byte",
        "Entered later, up to record 218, of 31 March 2026 or before:",
        "    9.3 Start an advice line for schools and parents: On track → Off track",
        "    9.4 Bring waits within 18 weeks: due end of June 2026 → 30 September 2026",
        "Since then, up to 31 March 2026: what was entered later, and no more",
    ]


def test_what_moved_since_an_earlier_date_is_counted_and_cut(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "paper.md"
    run("report", "board", "-o", str(file), "--as-at", "28 January 2026")
    ran = run("report", "verify", str(file))
    assert ran.code == 0
    since = ran.out.partition("Since then, up to 31 March 2026 and record 216:\n")[2].splitlines()
    assert len([line for line in since if line.startswith("    ")]) == 7
    assert " more" in since[6]
    assert since[7].startswith("  also: ")
    assert "Entered later" in ran.out


def test_a_note_alone_is_told_as_words_that_moved(run: Run, paper: Path) -> None:
    run("note", "9.3", "The line is open on Saturdays now")
    ran = run("report", "verify", str(paper))
    assert ran.code == 1
    assert "Plan: says otherwise of 31 March 2026 now, by later entries" in ran.out
    assert "  also: what is said of 1 other action" in ran.out


def test_an_entry_that_was_taken_back_later_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "paper.md"
    run("set", "9.3", "off-track", "-m", "Provider withdrew", "--on", "20 January 2026")
    run("report", "board", "-o", str(file), "--as-at", "28 January 2026")
    run("undo")
    ran = run("report", "verify", str(file))
    assert ran.code == 1
    assert "Plan: says otherwise of 28 January 2026 now, by later entries" in ran.out


def test_what_is_entered_of_another_day_leaves_the_paper_as_it_is(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "paper.md"
    run("report", "board", "-o", str(file), "--as-at", "28 January 2026")
    run("set", "9.3", "off-track", "-m", "Provider withdrew")
    ran = run("report", "verify", str(file))
    assert (ran.code, "Plan: still says the same as at 28 January 2026" in ran.out) == (0, True)


def test_an_edited_word_file_is_told_line_by_line(run: Run, paper: Path) -> None:
    word = docx.Document(str(paper))
    changed = next(p for p in word.paragraphs if p.text.startswith("9.2 Agree who pays"))
    changed.runs[-1].text += " We are content."
    word.save(str(paper))
    ran = run("report", "verify", str(paper))
    assert ran.code == 1
    assert "Plan: still says the same" in ran.out
    assert "File: its words are not those of the paper made again now" in ran.out
    assert "1 line only in the file:" in ran.out
    assert "1 line only in the plan:" in ran.out
    assert ran.out.startswith("EDITED: 1 line is not as it was written\nSEND improvement plan: board paper, ")


def test_of_a_long_line_the_part_is_shown_that_differs(run: Run, paper: Path) -> None:
    word = docx.Document(str(paper))
    changed = max(word.paragraphs, key=lambda one: len(one.text))
    before = changed.text
    assert len(before) > 200
    changed.runs[0].text = f"{before} The date is 24 May 2026."
    for run_ in changed.runs[1:]:
        run_.text = ""
    word.save(str(paper))
    told = run("report", "verify", str(paper)).out
    in_file, in_plan = (
        told.partition(f"only in the {side}:\n    ")[2].splitlines()[0] for side in ("file", "plan")
    )
    assert in_file != in_plan
    assert in_file.startswith("…")
    assert in_file.endswith("The date is 24 May 2026.")
    assert in_plan.startswith("…")
    assert in_plan.endswith(before[-30:])
    assert max(len(in_file), len(in_plan)) <= 160


def test_a_file_saved_again_has_the_same_words(run: Run, paper: Path) -> None:
    word = docx.Document(str(paper))
    word.save(str(paper))
    ran = run("report", "verify", str(paper))
    assert ran.code == 0
    assert (
        "File: the same words; saved again, or written by another version or in another template" in ran.out
    )


def test_a_paper_in_a_council_s_template_has_the_same_words(run: Run, tmp_path: Path) -> None:
    house, file = tmp_path / "house.docx", tmp_path / "paper.docx"
    docx.Document().save(str(house))
    run("report", "board", "-o", str(file), "--template", str(house))
    ran = run("report", "verify", str(file))
    assert (ran.code, "File: the same words" in ran.out) == (0, True)


def test_the_numbers_of_paragraphs_may_be_written_out_and_refs_may_not_change(run: Run, paper: Path) -> None:
    word = docx.Document(str(paper))
    line = next(p for p in word.paragraphs if p.text.startswith("9.2 Agree who pays"))
    line.runs[0].text = f"1.1 {line.runs[0].text}"
    word.save(str(paper))
    ran = run("report", "verify", str(paper))
    assert (ran.code, "File: the same words" in ran.out) == (0, True)

    line.runs[0].text = line.runs[0].text.replace("1.1 9.2", "9.3")
    word.save(str(paper))
    ran = run("report", "verify", str(paper))
    assert (ran.code, "1 line only in the file:\n    9.3 Agree who pays" in ran.out) == (1, True)


@pytest.mark.parametrize("number", ["A  B", "A\u00a0\u2003B", " A B "])
def test_a_number_with_many_spaces_has_them_singly_and_the_paper_holds(
    run: Run, tmp_path: Path, number: str
) -> None:
    file = tmp_path / "paper.md"
    run("report", "board", "--number", number, "-o", str(file))
    ran = run("report", "verify", str(file))
    assert (ran.code, "Plan: still says the same" in ran.out) == (0, True)


def test_an_owner_and_a_series_with_many_spaces_are_found_again(run: Run, tmp_path: Path) -> None:
    run("edit", "5.3", "--lead", "Head  of   Things, LA")
    run("meeting", "add", "6 May 2026", "--series", "Area  board")
    for name, words in (
        ("owner.txt", ("owner", "Head  of   Things, LA")),
        ("meeting.txt", ("meeting", "6 May 2026", "--series", "Area  board")),
    ):
        assert run("report", *words, "-o", str(tmp_path / name)).code == 0
        ran = run("report", "verify", str(tmp_path / name))
        assert (ran.code, "Plan: still says the same" in ran.out) == (0, True)


def test_a_stamp_whose_hash_was_changed_is_told(run: Run, board: Write) -> None:
    file = board(".txt")
    text = file.read_text(encoding="utf-8")
    digest = re.findall(r"Content: ([0-9a-f]{32})", text)[-1]
    file.write_text(text.replace(digest, "0" * 32), encoding="utf-8")
    ran = run("report", "verify", str(file))
    assert ran.code == 1
    assert "Plan: says the words of the file still, as at 31 March 2026, record 216" in ran.out
    assert "  but the file's stamp is that of others: the stamp was changed" in ran.out
    assert "Plan: says otherwise" not in ran.out


@pytest.mark.parametrize("line", ["Content: approved by all.", f"Content: {'0' * 32}"])
@pytest.mark.parametrize("ending", [".docx", ".md"])
def test_a_line_that_was_added_is_told_even_when_it_looks_like_a_stamp_s(
    run: Run, board: Write, ending: str, line: str
) -> None:
    file = board(ending)
    if ending == ".md":
        before = file.read_text(encoding="utf-8")
        file.write_text(before.replace("\n## ", f"\n{line}\n\n## ", 1), encoding="utf-8")
    else:
        word = docx.Document(str(file))
        word.paragraphs[5].insert_paragraph_before(line)
        word.save(str(file))
    ran = run("report", "verify", str(file))
    assert ran.code == 1
    assert f"1 line only in the file:\n    {line}" in ran.out


def test_words_in_a_footer_are_told_and_pictures_not_compared(run: Run, paper: Path) -> None:
    word = docx.Document(str(paper))
    word.sections[0].footer.paragraphs[0].add_run(" DRAFT NOT FOR BOARD")
    word.save(str(paper))
    told = run("report", "verify", str(paper)).out.splitlines()
    at = next(place for place, line in enumerate(told) if line.startswith("File: the same words;"))
    assert told[at + 1] == "  1 line in its headers and footers that our paper has not:"
    assert told[at + 2].endswith("Page # of # DRAFT NOT FOR BOARD")
    assert told[at + 3] == "  (its pictures are not compared)"


def test_words_above_and_below_a_sheet_are_told(run: Run, board: Write) -> None:
    file = board(".xlsx")
    book = openpyxl.load_workbook(file)
    book.worksheets[0].oddHeader.center.text = "DRAFT"
    book.save(file)
    told = run("report", "verify", str(file)).out
    assert "  1 line in its headers and footers that our paper has not:\n    DRAFT\n" in told


def test_words_below_the_page_of_an_open_document_are_told(run: Run, board: Write) -> None:
    file = board(".odt")
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["styles.xml"] = parts["styles.xml"].replace(b"Page <", b"DRAFT Page <")
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    told = run("report", "verify", str(file)).out
    assert " in its headers and footers that our paper has not:\n" in told
    assert "DRAFT Page #" in told


def test_words_that_changed_places_are_no_longer_the_same(run: Run, paper: Path) -> None:
    word = docx.Document(str(paper))
    table = next(t for t in word.tables if t.cell(0, 1).text == "Status")
    cells = [table.cell(row, 1) for row in range(1, len(table.rows))]
    other = next(cell for cell in cells if cell.text != cells[0].text)
    runs = [cell.paragraphs[0].runs[0] for cell in (cells[0], other)]
    runs[0].text, runs[1].text = runs[1].text, runs[0].text
    word.save(str(paper))
    ran = run("report", "verify", str(paper))
    assert ran.code == 1
    assert ran.out.startswith("EDITED: its words stand in another order than was written\n")
    assert f"File: the same words in another order, first at “{runs[0].text}”" in ran.out


def test_a_workbook_saved_by_another_program_has_the_same_words(run: Run, board: Write) -> None:
    file = board(".xlsx")
    book = openpyxl.load_workbook(file)
    book.save(file)
    ran = run("report", "verify", str(file))
    assert (ran.code, "File: the same words" in ran.out) == (0, True)

    sheet = next(sheet for sheet in book if sheet["B2"].value == "Status")
    sheet["B3"] = "● G On track"
    book.save(file)
    ran = run("report", "verify", str(file))
    assert (ran.code, "only in the file:\n    ● G On track" in ran.out) == (1, True)


def test_what_another_program_laid_out_cannot_be_compared(run: Run, board: Write) -> None:
    file = board(".txt")
    words = file.read_text(encoding="utf-8").split()
    file.write_text(
        "\n".join(" ".join(words[at : at + 9]) for at in range(0, len(words), 9)), encoding="utf-8"
    )
    ran = run("report", "verify", str(file))
    assert ran.code == 1
    assert "Plan: still says the same" in ran.out
    assert (
        "File: laid out by another program, or cut; its lines cannot be compared with the paper's" in ran.out
    )


def test_a_copy_that_was_pasted_as_text_is_known_by_its_last_paragraph(
    run: Run, paper: Path, tmp_path: Path
) -> None:
    word = docx.Document(str(paper))
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    (tmp_path / "pasted.txt").write_text(text, encoding="utf-8")
    ran = run("report", "verify", str(tmp_path / "pasted.txt"))
    assert ran.code == 1  # its tables are not there
    assert "Plan: still says the same" in ran.out


def test_what_has_become_exempt_since_makes_another_paper(run: Run, paper: Path) -> None:
    assert run("edit", "9.2", "--exempt").code == 0
    ran = run("report", "verify", str(paper))
    assert ran.code == 1
    assert "Plan: says otherwise now, made again as at 31 March 2026, record 216" in ran.out
    assert "what became exempt since is left out" in ran.out
    plan_lines = ran.out.partition("only in the plan:")[2]
    assert "sensory and equipment" not in plan_lines


def test_a_paper_that_was_issued_says_for_which_meeting(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    run("report", "board", "-o", str(file), "--issue", "next")
    ran = run("report", "verify", str(file))
    assert ran.code == 0
    assert "Issued: this very file, on 31 March 2026 for the meeting of 15 April 2026" in ran.out
    assert "nothing has moved" in ran.out


def test_a_paper_of_a_newer_copy_is_refused(run: Run, place: Path, tmp_path: Path) -> None:
    shutil.copy(place, tmp_path / "older.db")
    run("set", "9.3", "off-track", "-m", "Provider withdrew")
    file = tmp_path / "paper.md"
    run("report", "board", "-o", str(file))
    ran = run("report", "verify", str(file), "--db", str(tmp_path / "older.db"))
    assert (ran.code, ran.out) == (1, "")
    asked = shown_location(str(tmp_path / "older.db"))
    assert ran.err == (
        f"paper.md is a paper of another plan than {asked}, or of a newer copy of it: name its "
        "plan with --db. There is no record 217: the last is 216.\n"
    )


def test_a_paper_that_was_replaced_says_by_which(run: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "first.docx", tmp_path / "second.docx"
    run("report", "board", "-o", str(first), "--issue", "next")
    run("set", "9.3", "off-track", "-m", "Provider withdrew")
    run("report", "since", "-o", str(tmp_path / "since.md"), "--issue", "next")
    replaced = "Replaced: record 219 was issued for that meeting later, on 31 March 2026: use that"
    assert "Replaced: " not in run("report", "verify", str(first)).out
    run("report", "board", "-o", str(second), "--issue", "next", "--yes")
    assert run("report", "verify", str(first)).out.splitlines()[2] == replaced
    assert "Replaced: " not in run("report", "verify", str(second)).out


def test_the_same_paper_in_another_format_replaces_none(run: Run, tmp_path: Path) -> None:
    for ending in (".docx", ".pdf"):
        run("report", "board", "-o", str(tmp_path / f"paper{ending}"), "--issue", "next", "--yes")
    told = run("report", "verify", str(tmp_path / "paper.docx")).out
    assert "Issued: this very file" in told
    assert "Replaced: " not in told


def test_pages_on_two_areas_replace_neither_the_other(run: Run, tmp_path: Path) -> None:
    for area in ("3", "9"):
        run("report", "impact", area, "-o", str(tmp_path / f"{area}.md"), "--issue", "next")
    told = run("report", "verify", str(tmp_path / "3.md")).out
    assert "Issued: this very file" in told
    assert "Replaced: " not in told


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_paper_of_another_partnership_s_plan_of_the_same_title_is_refused(
    run: Run, place: Path, tmp_path: Path, ending: str
) -> None:
    other, file = str(tmp_path / "other.db"), tmp_path / f"own{ending}"
    run("init", "--db", other, "--template", "eighteen", "--partnership", "Our partnership")
    run("report", "board", "-o", str(file), "--db", other)
    ran = run("report", "verify", str(file))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        f"own{ending} is a paper of another plan than {shown_location(str(place))}, “SEND improvement plan: "
        "board paper” of Sample partnership (invented): name its plan with --db.\n"
    )
    assert run("report", "verify", str(file), "--db", other).code == 0


def test_a_paper_that_names_no_partnership_may_be_of_another_plan(run: Run, tmp_path: Path) -> None:
    other, file = str(tmp_path / "other.db"), tmp_path / "full.json"
    run("init", "--db", other, "--template", "eighteen", "--partnership", "Sample partnership (invented)")
    run("report", "full", "-o", str(file), "--db", other)
    told = run("report", "verify", str(file)).out
    assert "\n  (or it is a paper of another plan than " in told
    assert ": name its plan with --db)\n" in told


def test_a_paper_of_another_plan_is_refused(run: Run, paper: Path, place: Path, tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    run("init", "--db", other, "--template", "empty", "--title", "The other plan")
    file = tmp_path / "other.md"
    run("report", "board", "-o", str(file), "--db", other)
    ran = run("report", "verify", str(file))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(
        f"other.md is a paper of another plan than {shown_location(str(place))}, “SEND "
    )
    assert run("report", "verify", str(paper), "--db", other).code == 1


@pytest.mark.parametrize("name", ["paper.md", "paper.docx", "paper.pdf", "paper.csv"])
def test_a_file_without_a_stamp_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    match file.suffix:
        case ".docx":
            docx.Document().save(str(file))
        case ".pdf":
            import pikepdf

            pdf = pikepdf.new()
            pdf.add_blank_page()
            pdf.save(file)
        case _:
            file.write_text("Minutes\n", encoding="utf-8")
    ran = run("report", "verify", str(file))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        f"{name} carries no stamp of a paper of ours: give a file that `send-actions report` wrote.\n"
    )


def test_a_forged_stamp_runs_nothing_and_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "paper.md"
    told = tmp_path / "written"
    for command in (f"board -o {told}", f"board; touch {told}", f"$(touch {told})", "horoscope"):
        file.write_text(
            f"send-actions report {command} --audience board --as-at 2026-03-31 --record 7\n"
            f"Content: {'0' * 32}\n",
            encoding="utf-8",
        )
        ran = run("report", "verify", str(file))
        assert (ran.code in (1, 2), ran.out) == (True, "")
        assert len(ran.err.splitlines()) == 1
    assert not told.exists()


def test_a_calendar_is_refused_kindly(run: Run, tmp_path: Path) -> None:
    (tmp_path / "dates.ics").write_text("BEGIN:VCALENDAR\n", encoding="utf-8")
    ran = run("report", "verify", str(tmp_path / "dates.ics"))
    assert (ran.code, ran.out) == (2, "")
    assert "is a calendar, which carries no stamp: give the paper that it came with." in ran.err


@pytest.mark.parametrize("word", ["verify", "check"])
@pytest.mark.parametrize("name", [".", "..", "mine"])
def test_a_folder_is_told_to_be_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, word: str
) -> None:
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path)
    ran = run("report", word, name)
    assert (ran.code, ran.out, ran.err) == (2, "", f"{name} is a folder: name a file in it.\n")


def test_looking_changes_nothing(run: Run, place: Path, paper: Path) -> None:
    kept, content = place.read_bytes(), paper.read_bytes()
    run("report", "verify", str(paper))
    assert (place.read_bytes(), paper.read_bytes()) == (kept, content)
