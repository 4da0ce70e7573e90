from __future__ import annotations

import shlex
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

import docx
import pytest
from running import Run
from terminals import on_a_terminal

REPLACED = (
    "A board paper was issued for the meeting of 11 March 2026 on 6 March 2026 (record 196): this one would "
    "take its place, and the next paper would compare with it."
)


def test_the_board_paper_goes_to_standard_output(program: Run) -> None:
    ran = program("report", "board")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# SEND improvement plan: board paper\n")


def test_a_paper_is_written_to_a_file_and_never_over_another(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "paper.md"
    assert run("report", "board", "-o", str(file)).code == 0
    first = file.read_bytes()
    run("set", "9.3", "off-track")
    assert run("report", "board", "-o", str(file)).code == 1
    assert file.read_bytes() == first
    assert run("report", "board", "-o", str(file), "--force").code == 0
    assert file.read_bytes() != first


@pytest.mark.parametrize("words", ["", "--as-at 11/3/2026"])
def test_of_a_paper_in_a_file_only_standard_error_speaks(run: Run, tmp_path: Path, words: str) -> None:
    file = tmp_path / "paper.md"
    ran = run("report", "board", "-o", str(file), *words.split())
    day = "11 March 2026" if words else "31 March 2026"
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith(f"Wrote {file}, as at {day}, record ")
    assert f"- **As at:** {day}, record " in file.read_text(encoding="utf-8")


def test_a_paper_can_be_made_again_as_it_was_known(run: Run, program: Run) -> None:
    record = run("list", "--json").document["record"]
    before = program("report", "board").out
    run("set", "9.3", "off-track")
    assert program("report", "board").out != before
    assert program("report", "board", "--record", str(record)).out == before


def test_a_format_there_is_not_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("report", "board", "-o", str(tmp_path / "paper.xyz")).code == 2
    assert run("report", "board", "--format", "markdwn").code == 2
    assert list(tmp_path.glob("paper*")) == []


@pytest.mark.parametrize("words", ["report baord", "report bord"])
def test_a_kind_there_is_not_is_named_with_the_nearest(run: Run, words: str) -> None:
    ran = run(*words.split())
    assert (ran.code, ran.err) == (2, f'There is no command "{words}": did you mean board?\n')


@pytest.mark.parametrize("words", ["--db {} report board", "report --db {} board", "report board --db {}"])
def test_the_plan_may_be_named_anywhere(run: Run, place: Path, tmp_path: Path, words: str) -> None:
    new = place.with_name("other.db")
    run("init", "--db", str(new), "--template", "empty", "--title", "The other plan")
    paper = tmp_path / "paper.md"
    assert run(*words.format(new).split(), "-o", str(paper)).code == 0
    assert "The other plan" in paper.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["md", "markdown"])
def test_markdown_has_two_names(program: Run, form: str) -> None:
    assert program("report", "board", "--format", form).out == program("report", "board").out != ""


def test_a_word_paper_is_dated_by_the_plan_and_is_issued_by_its_own_hash(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "paper.docx"

    ran = run("report", "board", "-o", str(file), "--as-at", "31 March 2026", "--issue", "next")

    assert ran.code == 0
    word = docx.Document(str(file))
    assert word.paragraphs[0].text == word.core_properties.title == "SEND improvement plan: board paper"
    assert ", as at 31 March 2026, record " in word.core_properties.subject
    assert word.core_properties.modified
    assert word.core_properties.modified.date() == date(2026, 3, 31)
    assert f"hash: {sha256(file.read_bytes()).hexdigest()[:11]}…" in run("history", "--plain").out


def test_a_word_paper_goes_into_a_pipe_as_it_goes_into_a_file(place: Path, tmp_path: Path, run: Run) -> None:
    del place
    file = tmp_path / "paper.docx"
    run("report", "board", "-o", str(file))
    program = [sys.executable, "-m", "send_actions", "report", "board", "--format", "word"]
    assert subprocess.run(program, capture_output=True, check=True).stdout == file.read_bytes()


def test_a_word_paper_is_not_thrown_at_a_terminal(place: Path) -> None:
    del place
    seen = on_a_terminal(80, "report", "board", "--format", "word", typed="\n")
    assert "This is no text for a screen: name a file, as in -o paper.docx." in seen


def test_a_template_is_for_word_alone_and_has_to_be_there(run: Run, tmp_path: Path) -> None:
    house = tmp_path / "house.docx"
    ran = run("report", "board", "--template", str(house))
    sentence = "Only a Word paper takes a template: end the file with .docx, or leave --template out.\n"
    assert (ran.code, ran.out, ran.err) == (2, "", sentence)
    ran = run(
        "report", "board", "-o", str(tmp_path / "paper.docx"), "--template", str(house), "--issue", "next"
    )
    assert (ran.code, ran.out) == (1, "")
    assert "house.docx could not be read (No such file or directory): name another template." in ran.err
    assert not (tmp_path / "paper.docx").exists()


def test_a_paper_goes_over_neither_its_template_nor_its_plan(run: Run, place: Path, tmp_path: Path) -> None:
    house, linked = tmp_path / "house.docx", tmp_path / "linked.docx"
    docx.Document().save(str(house))
    linked.symlink_to(house)
    kept = house.read_bytes(), place.read_bytes()
    for output in (house, linked):
        ran = run("report", "board", "-o", str(output), "--template", str(house), "--force")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == f"{output} is the template itself: name another file with -o.\n"
    ran = run("report", "board", "-o", str(place), "--format", "word", "--force")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"{place} is the plan itself: name another file with -o.\n"
    assert (house.read_bytes(), place.read_bytes()) == kept


def test_a_folder_is_no_file_to_write(run: Run) -> None:
    ran = run("report", "board", "-o", ".")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ". is a folder: name a file in it with -o, such as paper.docx.\n"


def test_a_council_s_template_gives_its_header(run: Run, tmp_path: Path) -> None:
    house, paper = tmp_path / "house.docx", tmp_path / "paper.docx"
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Anytown Council"
    word.save(str(house))
    assert run("report", "board", "-o", str(paper), "--template", str(house)).code == 0
    assert docx.Document(str(paper)).sections[0].header.paragraphs[0].text == "Anytown Council"


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("paper.html", b"<!doctype html>"),
        ("paper.htm", b"<!doctype html>"),
        ("paper.PDF", b"%PDF-1.7"),
        ("paper.xlsx", b"PK"),
        ("paper.ods", b"PK\3\4\24\0\0\0\0\0\0\0!\0"),
        ("paper.csv", b"\xef\xbb\xbfsection,"),
        ("paper.json", b'{\n  "kind": "paper",'),
    ],
)
def test_the_ending_of_the_file_chooses_the_format(run: Run, tmp_path: Path, name: str, start: bytes) -> None:
    assert run("report", "board", "-o", str(tmp_path / name)).code == 0
    assert (tmp_path / name).read_bytes().startswith(start)


def test_what_is_no_text_is_not_written_to_a_terminal(place: Path) -> None:
    words = ("report", "board", "--format", "pdf", "--db", str(place))
    assert (
        on_a_terminal(80, *words, typed="\n")
        == "\nThis is no text for a screen: name a file, as in -o paper.pdf.\n"
    )


def test_a_paper_that_is_issued_is_noted_as_one_change_with_its_hash(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "paper.md"
    record = run("list", "--json").document["record"]

    ran = run("report", "board", "-o", str(file), "--issue", "next")

    assert (ran.code, ran.out) == (0, "")
    label = f"Issue the board paper for the meeting of 15 April 2026 · record {record + 1} · "
    assert ran.err.startswith(label)
    assert ran.err.endswith(f"Wrote {file}, as at 31 March 2026, record {record}.\n")
    told = run("history", "--plain").out
    assert f"hash: {sha256(file.read_bytes()).hexdigest()[:11]}…" in told
    assert f"record issued: {record}" in told
    run("undo")
    again = run("report", "board", "-o", str(file), "--issue", "15 April 2026", "--force")
    assert "Issue the board paper" in again.err


def test_issued_again_the_same_paper_says_so_and_changes_nothing(
    run: Run, place: Path, tmp_path: Path
) -> None:
    file = tmp_path / "paper.md"
    run("report", "board", "-o", str(file), "--issue", "next")
    kept, paper = place.read_bytes(), file.read_bytes()

    ran = run("report", "board", "-o", str(file), "--issue", "next", "--force")

    assert ran.code == 0
    assert "It was issued for the meeting of 15 April 2026 already: nothing was changed." in ran.err
    assert (place.read_bytes(), file.read_bytes()) == (kept, paper)


def test_another_paper_for_the_same_meeting_is_asked_about_and_takes_its_place(
    run: Run, place: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.md", tmp_path / "second.md"
    run("report", "board", "-o", str(first), "--issue", "next")
    record = run("meeting", "list", "--json").document["record"] - 1
    run("set", "9.3", "at-risk", "-m", "Provider withdrew")
    kept, words = place.read_bytes(), ("report", "board", "-o", str(second), "--issue", "next")
    told = (
        f"A board paper was issued for the meeting of 15 April 2026 on 31 March 2026 (record {record}): "
        "this one would take its place, and the next paper would compare with it."
    )

    assert (
        run(*words).err == f"{told} Nothing was changed: name another meeting, or add --yes if it is meant.\n"
    )
    said = " ".join(on_a_terminal(80, *words, typed="n\n").split())
    assert f"{told} Issue it all the same? [y/N]" in said
    assert (second.exists(), place.read_bytes()) == (False, kept)
    assert run(*words, "--yes").code == 0
    (line,) = [i for i in run("meeting", "list", "--json").items if i["date"] == "2026-04-15"]
    assert line["issued_record"] == record + 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--issue today", "The diary has no meeting today"),
        ("--issue '14 April 2026'", "the nearest is that of 15 April 2026"),
        ("--issue next --audience everyone", "audience"),
        ("--issue next --format scroll", "format"),
    ],
)
def test_a_paper_that_cannot_be_issued_is_not_written_and_not_noted(
    run: Run, place: Path, tmp_path: Path, words: str, told: str
) -> None:
    kept = place.read_bytes()

    ran = run("report", "board", "-o", str(tmp_path / "paper.md"), *shlex.split(words))

    assert ran.code == 2
    assert told in ran.err
    assert place.read_bytes() == kept
    assert not (tmp_path / "paper.md").exists()


@pytest.mark.parametrize(
    ("meeting", "told"),
    [
        (
            "last",
            "The meeting of 11 March 2026 was before 31 March 2026, the day that the paper shows. "
            + REPLACED,
        ),
        (
            "13/5/2026",
            "The meeting of 13 May 2026 is of DfE and NHS England review, not of SEND Improvement Board.",
        ),
    ],
)
def test_a_paper_for_a_meeting_that_looks_like_a_slip_is_asked_about_before_it_is_written(
    run: Run, place: Path, tmp_path: Path, meeting: str, told: str
) -> None:
    kept, file = place.read_bytes(), tmp_path / "paper.md"
    words = ("report", "board", "-o", str(file), "--issue", meeting)

    assert (
        run(*words).err == f"{told} Nothing was changed: name another meeting, or add --yes if it is meant.\n"
    )
    said = " ".join(on_a_terminal(80, *words, typed="n\n").split())
    assert f"{told} Issue it all the same? [y/N]" in said
    assert (file.exists(), place.read_bytes()) == (False, kept)
    assert run(*words, "--yes").code == 0
    assert file.exists()


def test_a_file_in_the_way_leaves_nothing_noted(run: Run, place: Path, tmp_path: Path) -> None:
    file = tmp_path / "paper.md"
    file.write_text("mine", encoding="utf-8")
    kept = place.read_bytes()

    ran = run("report", "board", "-o", str(file), "--issue", "next")

    assert ran.code == 1
    assert (file.read_text(encoding="utf-8"), place.read_bytes()) == ("mine", kept)


def test_taking_back_what_an_issued_paper_showed_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("set", "9.3", "at-risk", "-m", "Provider withdrew")
    monkeypatch.setenv("SEND_ACTIONS_BY", "Clerk")
    run("report", "board", "-o", str(tmp_path / "paper.md"), "--issue", "next")
    assert "showed it" not in run("undo").err
    run("redo")
    monkeypatch.setenv("SEND_ACTIONS_BY", "Test lead")

    ran = run("undo")

    assert ran.code == 0
    assert ran.err.endswith("The paper for the meeting of 15 April 2026 showed it.\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_paper_that_standard_output_does_not_take_is_not_noted(program: Run, place: Path) -> None:
    kept = place.read_bytes()
    command = [sys.executable, "-m", "send_actions", "report", "board", "--issue", "next"]

    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)

    assert done.returncode == 1
    assert place.read_bytes() == kept
    assert program("report", "board", "--issue", "next").err.startswith("Issue the board paper")
