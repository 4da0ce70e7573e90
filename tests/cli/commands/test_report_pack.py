"""`report pack`: everything that a board needs, in one folder, of one date and record."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import cache
from hashlib import sha256
from io import StringIO
from pathlib import Path

import pytest
from running import Run
from terminals import on_a_terminal

from send_actions.__main__ import main
from send_actions.papers.kinds import KINDS
from send_actions.papers.pack import ISSUED_FORMAT
from send_actions.papers.pack_parts import (
    BOARD_FOLDER,
    CHASE_FOLDER,
    MEETING_FOLDER,
    OWN_FOLDER,
    PARTS,
    PUBLIC_FOLDER,
)
from send_actions.papers.stamped_command import find_stamp, read_command
from send_actions.reports.audience import Audience
from send_actions.reports.folder import CONTENTS
from send_actions.reports.output import FORMATS
from send_actions.reports.reading.read_back import read_back


@pytest.fixture(scope="session")
def _papers(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    @cache
    def write() -> Path:
        folder = tmp_path_factory.mktemp("pack") / "papers"
        with redirect_stdout(StringIO()) as out:
            assert main(("report", "pack", "--meeting", "next", str(folder), "--db", str(sample))) == 0
        assert out.getvalue() == ""
        return folder

    return write


@pytest.fixture
def packed(run: Run, tmp_path: Path, _papers: Callable[[], Path]) -> Path:
    """The papers of the next board: written once, a copy for each test."""
    del run
    return shutil.copytree(_papers(), tmp_path / "papers")


def files(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their names, as they sort."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_the_contents_come_first_and_name_every_file(packed: Path) -> None:
    names = list(files(packed))
    told = (packed / CONTENTS).read_text(encoding="utf-8")
    assert sorted(names) == names
    assert names[0] == CONTENTS
    assert set(re.findall(r"^  (\d-\S+)$", told, re.MULTILINE)) == set(names[1:])
    assert told.splitlines()[:2] == [
        "Papers for the meeting of 15 April 2026, SEND Improvement Board",
        "SEND improvement plan, as at 31 March 2026, record 216",
    ]


def test_every_kind_and_format_that_there_is_stands_in_it(packed: Path) -> None:
    names = list(files(packed))
    for part in PARTS:
        if part.kind not in KINDS:
            continue
        for form in part.formats:
            if form in FORMATS:
                wanted = re.compile(rf"{part.folder}/\d\d-{part.name}[a-z0-9-]*\{FORMATS[form][0]}")
                assert any(wanted.fullmatch(name) for name in names), (part.name, form)


def test_all_papers_are_of_one_date_and_record_and_for_those_of_their_folder(packed: Path) -> None:
    for name in files(packed):
        if name == CONTENTS or name.endswith(".ics"):
            continue
        _, seen = read_back(packed / name)
        stamp = find_stamp((seen.keywords, "\n".join(seen.lines)))
        assert stamp, name
        asked = read_command(stamp.command)
        assert (asked.as_at.isoformat(), asked.record) == ("2026-03-31", 216), name
        folder, audience = name.partition("/")[0], asked.request.audience
        assert (folder == PUBLIC_FOLDER) == (audience is Audience.PUBLIC), name
        if folder == BOARD_FOLDER:
            assert audience is Audience.BOARD, name


def test_each_lead_of_what_is_open_has_a_draft_of_their_own(run: Run, packed: Path) -> None:
    drafts = [name for name in files(packed) if name.startswith(CHASE_FOLDER)]
    items = run("list", "status:red,amber,green,grey", "--json").items
    leads = {tuple(item["lead"].values()) for item in items if item["lead"] and item["status"] != "on-hold"}
    told = (packed / CONTENTS).read_text(encoding="utf-8")
    calm = told.partition("Asked nothing now, so there is no draft to them:\n")[2].partition("\n\n")[0]
    assert "  SENDIASS Manager, SENDIASS" in calm.splitlines()
    assert len(drafts) + len(calm.splitlines()) == len(leads)
    assert all(name.endswith(".eml") for name in drafts)
    assert not any(b"nothing is asked now" in files(packed)[name] for name in drafts)


def test_no_name_or_address_of_a_person_goes_out_of_the_internal_folder(packed: Path) -> None:
    for name, content in files(packed).items():
        if not name.startswith((OWN_FOLDER, CHASE_FOLDER)):
            assert b"@example." not in content, name


def test_the_same_command_makes_the_same_bytes(run: Run, packed: Path, tmp_path: Path) -> None:
    run("report", "pack", str(tmp_path / "again"))
    assert files(tmp_path / "again") == files(packed)
    run("set", "9.3", "off-track", "-m", "Provider withdrew")
    run("report", "pack", str(tmp_path / "third"), "--record", "216")
    assert files(tmp_path / "third") == files(packed)


def test_its_papers_are_verified_and_checked_like_any(run: Run, packed: Path) -> None:
    for name in files(packed):
        if name != CONTENTS and not name.endswith(".ics"):
            ran = run("report", "verify", str(packed / name))
            assert (ran.code, "File: as it was written, byte by byte" in ran.out) == (0, True), (name, ran)


def test_a_meeting_that_was_held_has_its_papers_as_it_was_shown_them(run: Run, tmp_path: Path) -> None:
    assert run("report", "pack", "--meeting", "last", str(tmp_path / "papers")).code == 0
    told = (tmp_path / "papers" / CONTENTS).read_text(encoding="utf-8")
    assert "the meeting of 11 March 2026" in told
    assert "as at 6 March 2026, record 196" in told
    asked = run("report", "pack", "--meeting", "last", "--as-at", "11 March 2026", str(tmp_path / "asked"))
    assert "as at 23 January 2026, record 169" in asked.err
    told = (tmp_path / "asked" / CONTENTS).read_text(encoding="utf-8")
    assert "the meeting of 28 January 2026" in told
    assert "11 March" not in told


def test_what_moved_is_compared_with_what_the_board_paper_is_though_it_was_issued_since(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    assert run("report", "pack", str(folder), "--issue").code == 0
    assert "another file" not in (folder / CONTENTS).read_text(encoding="utf-8")
    run("set", "13.3", "off-track", "-m", "Provider withdrew")
    assert run("report", "pack", str(folder), "--force").code == 0
    lines = read_back(folder / BOARD_FOLDER / "03-since-last-time.docx")[1].lines
    compared = "the board paper issued on 6 March 2026, record 196"
    assert any(compared in line for line in lines)
    assert (
        "Issued for this meeting is another file than the board paper here:\n"
        "  issued on 31 March 2026, as at 31 March 2026, record 216\n"
    ) in (folder / CONTENTS).read_text(encoding="utf-8")
    assert "issued on 31 March 2026" in run("report", "since", "--format", "md").out
    assert compared in run("report", "since", "--since", "shown", "--format", "md").out


def test_on_the_morning_of_the_board_its_pack_has_the_agenda(run: Run, tmp_path: Path) -> None:
    run("meeting", "add", "today")
    assert run("report", "pack", "--meeting", "today", str(tmp_path / "papers")).code == 0
    told = (tmp_path / "papers" / CONTENTS).read_text(encoding="utf-8")
    assert f"For the chair and the clerk.\n  {BOARD_FOLDER}/02-agenda.docx\n" in told
    _, seen = read_back(tmp_path / "papers" / BOARD_FOLDER / "02-agenda.docx")
    assert "SEND Improvement Board, 31 March 2026: agenda" in seen.lines


def test_the_agenda_is_that_of_the_meeting_whatever_its_series(run: Run, tmp_path: Path) -> None:
    assert run("report", "pack", "--meeting", "13 May 2026", str(tmp_path / "papers")).code == 0
    _, seen = read_back(tmp_path / "papers" / MEETING_FOLDER / "01-agenda.docx")
    assert "DfE and NHS England review, 13 May 2026: agenda" in seen.lines
    stamp = find_stamp((seen.keywords, "\n".join(seen.lines)))
    assert stamp
    assert stamp.command.startswith(
        "send-actions report meeting 2026-05-13 --series 'DfE and NHS England review' "
    )


def test_a_folder_with_files_in_it_stays_unless_forced(run: Run, packed: Path) -> None:
    kept = files(packed)
    run("set", "9.3", "off-track", "-m", "Provider withdrew")
    ran = run("report", "pack", str(packed))
    assert (ran.code, files(packed)) == (1, kept)
    assert "holds papers written before" in ran.err
    assert run("report", "pack", str(packed), "--force").code == 0
    assert files(packed).keys() == kept.keys()
    assert files(packed) != kept


def test_issued_it_is_noted_with_the_hash_of_the_board_paper(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    ran = run("report", "pack", str(folder), "--issue")
    assert ran.code == 0
    assert ran.err.startswith("Issue the board paper for the meeting of 15 April 2026 · record 217 · ")
    paper = folder / BOARD_FOLDER / f"01-board-paper{FORMATS[ISSUED_FORMAT][0]}"
    assert f"hash: {sha256(paper.read_bytes()).hexdigest()[:11]}…" in run("history", "--plain").out
    assert "Issued: this very file" in run("report", "verify", str(paper)).out
    again = run("report", "pack", str(folder), "--issue", "--force")
    assert "It was issued for the meeting of 15 April 2026 already: nothing was changed." in again.err


def test_what_cannot_be_written_is_not_noted(run: Run, place: Path, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "mine.txt").write_text("mine")
    kept = place.read_bytes()
    ran = run("report", "pack", str(tmp_path / "papers"), "--issue", "--force")
    assert (ran.code, place.read_bytes()) == (1, kept)
    assert list(files(tmp_path / "papers")) == ["mine.txt"]


def test_a_meeting_that_looks_like_a_slip_is_asked_about_before_it_is_written(
    run: Run, place: Path, tmp_path: Path
) -> None:
    run("meeting", "add", "20 May 2026")
    kept, folder = place.read_bytes(), tmp_path / "papers"
    words = ("report", "pack", "--meeting", "20 May 2026", str(folder), "--issue")
    ran = run(*words)
    assert (ran.code, folder.exists(), place.read_bytes()) == (1, False, kept)
    assert "The meeting of 20 May 2026 is not the next, which is on 15 April 2026." in ran.err
    assert "Issue it all the same? [y/N]" in " ".join(on_a_terminal(80, *words, typed="n\n").split())
    assert not folder.exists()


@pytest.mark.parametrize("words", ["--meeting someday", "--meeting 'today'"])
def test_a_meeting_there_is_not_is_named(run: Run, tmp_path: Path, words: str) -> None:
    ran = run("report", "pack", str(tmp_path / "papers"), *words.replace("'", "").split())
    assert (ran.code, ran.out) == (2, "")
    assert not (tmp_path / "papers").exists()


def test_a_name_too_long_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    ran = run("report", "pack", str(tmp_path / ("x" * 300)))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("could not be written (File name too long): name another folder.\n")


def test_what_a_killed_pack_left_is_named_by_the_next(run: Run, tmp_path: Path) -> None:
    left = tmp_path / f".papers-{'0a' * 8}.part"
    left.mkdir()
    ran = run("report", "pack", str(tmp_path / "papers"))
    assert ran.code == 0
    assert f"{left} is of a `report pack` that was killed" in ran.err
    assert left.is_dir()
