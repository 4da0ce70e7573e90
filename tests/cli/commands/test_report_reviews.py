from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from running import Run

REVIEWS = ["stocktake", "evidence", "coverage", "full", "handover", "journey"]


@pytest.mark.parametrize("kind", REVIEWS)
def test_each_goes_to_standard_output_and_its_last_lines_make_it_again(program: Run, kind: str) -> None:
    ran = program("report", kind)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# SEND improvement plan: ")
    told = re.search(r"To make this paper again: `?send-actions (.*?)`?\n", ran.out)
    assert told
    assert program(*shlex.split(told[1])).out == ran.out


@pytest.mark.parametrize("kind", REVIEWS)
@pytest.mark.parametrize("ending", ["docx", "pdf", "html"])
def test_each_is_written_in_a_format_by_the_file_s_ending(
    run: Run, tmp_path: Path, kind: str, ending: str
) -> None:
    files = [tmp_path / f"first.{ending}", tmp_path / f"second.{ending}"]
    for file in files:
        assert run("report", kind, "-o", str(file), "--as-at", "31 March 2026").code == 0
    assert files[0].read_bytes() == files[1].read_bytes() != b""


@pytest.mark.parametrize("kind", REVIEWS)
def test_each_can_be_made_of_an_empty_plan(run: Run, place: Path, kind: str) -> None:
    new = place.with_name("empty.db")
    run("init", "--db", str(new), "--template", "empty", "--title", "A new plan")
    ran = run("report", kind, "--db", str(new))
    assert ran.code == 0
    assert ran.out.startswith("# A new plan: ")


def test_a_handover_has_the_command_of_the_paper_that_the_board_was_shown(run: Run) -> None:
    run("report", "board", "--issue", "last", "--audience", "internal", "-y")
    told = run("report", "handover").out
    assert "send-actions report board --audience internal --as-at 2026-03-31 --record 216." in told


def test_only_the_handover_is_for_those_inside_when_nobody_says_for_whom(run: Run) -> None:
    for kind in REVIEWS:
        whom = "Internal: " if kind == "handover" else "Board: "
        assert f"**Audience:** {whom}" in run("report", kind).out
    assert "**Audience:** Board: " in run("report", "handover", "--audience", "board").out


def test_a_stocktake_is_of_the_last_four_boards_when_nobody_says_from_when(run: Run) -> None:
    out = run("report", "stocktake", "--as-at", "31 March 2026").out
    assert "**Period:** 12 November 2025 to 31 March 2026" in out
    assert "| 12 Nov 25 (board) |" in out


def test_a_stocktake_before_any_board_is_of_a_year(run: Run) -> None:
    out = run("report", "stocktake", "--as-at", "1 September 2025").out
    assert "**Period:** 1 September 2024 to 1 September 2025" in out


def test_a_stocktake_has_its_days_and_its_command_says_them_in_full(run: Run) -> None:
    out = run("report", "stocktake", "--from", "17 Sept 2025", "--to", "11 March 2026").out
    assert "**As at:** 11 March 2026" in out
    assert "**Period:** 17 September 2025 to 11 March 2026" in out
    assert "report stocktake --from 2025-09-17 --to 2026-03-11 --audience board --as-at 2026-03-11" in out


def test_a_stocktake_may_end_before_its_as_at_date(run: Run) -> None:
    words = ("report", "stocktake", "--to", "2026-01-28", "--as-at", "2026-03-31")
    out = run(*words).out
    assert "**As at:** 28 January 2026" in out
    assert "--to 2026-01-28 --audience board --as-at 2026-01-28" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--from 2026-03-31", "--from 31 March 2026 is not before 31 March 2026: give an earlier day."),
        ("--from 2026-02-01 --to 2026-01-01", "--from 1 February 2026 is not before 1 January 2026"),
        ("--to 2026-03-31 --as-at 2026-01-01", "--to 31 March 2026 is after the paper's own date"),
        ("--from 2027-01-01", "The beginning of the period 1 January 2027 is still to come"),
        ("--to 2027-01-01 --as-at 2026-01-01", "The end of the period 1 January 2027 is still to come"),
        ("--from whenever", 'Cannot read "whenever" as a date'),
    ],
)
def test_a_period_that_is_none_is_refused(run: Run, words: str, told: str) -> None:
    ran = run("report", "stocktake", *words.split())
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_a_review_can_be_issued_to_a_meeting(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "evidence.docx"
    ran = run("report", "evidence", "-o", str(file), "--issue", "next")
    assert ran.code == 0
    assert "Issue the evidence paper for the meeting of 15 April 2026" in ran.err


def test_what_became_exempt_is_in_no_review_made_again(run: Run) -> None:
    record = str(run("list", "--json").document["record"])
    assert "Settle" in run("report", "coverage").out
    run("edit", "9.2", "--exempt")
    for kind in REVIEWS:
        out = run("report", kind, "--record", record, "--audience", "board").out
        assert "sensory" not in out, kind


def test_a_stocktake_up_to_an_earlier_day_is_issued_and_told_as_of_that_day(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "stocktake.md"
    period = ("report", "stocktake", "--to", "11 March 2026", "--as-at", "31 March 2026")
    words = (*period, "-o", str(file), "--issue", "next", "--yes")
    ran = run(*words)
    assert ran.code == 0, ran.err
    assert f"Wrote {file}, as at 11 March 2026, record 216." in ran.err
    assert "**As at:** 11 March 2026, record 216" in file.read_text(encoding="utf-8")
    assert "as at: 11 March 2026" in run("history", "--plain").out
    verified = run("report", "verify", str(file)).out
    assert "as at 11 March 2026, record 216, for board" in verified
    assert "Issued: this very file, on 31 March 2026" in verified
    assert "File: as it was written, byte by byte" in verified
    again = run(*words, "--force")
    assert "It was issued for the meeting of 15 April 2026 already: nothing was changed." in again.err


def test_a_meeting_is_held_against_the_day_that_the_paper_shows(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "stocktake.md"
    period = ("report", "stocktake", "--to", "10 March 2026", "--as-at", "31 March 2026")
    words = (*period, "-o", str(file), "--issue")
    assert run(*words, "11 March 2026").code == 0
    ran = run(*words, "next", "--force")
    assert (ran.code, "is not the next, which is on 11 March 2026." in ran.err) == (1, True)


def test_the_journey_has_every_area_at_every_board_on_one_page_with_its_key(
    program: Run, tmp_path: Path
) -> None:
    told = program("report", "journey").out
    assert "| Area " in told
    assert len(re.findall(r"(?m)^\| \d+ ", told)) == 18
    assert "■ R is off track, ▲ A is at risk, ● G is on track." in told
    file = tmp_path / "journey.pdf"
    assert program("report", "journey", "-o", str(file)).code == 0
    assert len(re.findall(rb"/Type ?/Page\b", file.read_bytes())) == 1
