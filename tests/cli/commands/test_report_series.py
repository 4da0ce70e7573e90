"""Papers for the meetings of another series than the board's: what they hold, and for whom they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Run

from send_actions.papers.pack_parts import MEETING_FOLDER, MEETING_OWN_FOLDER
from send_actions.reports.folder import CONTENTS
from send_actions.reports.reading.read_back import read_back

REVIEW = "DfE and NHS England review"


def lines_of(file: Path) -> str:
    return " ".join(" ".join(read_back(file)[1].lines).split())


def test_the_pack_of_another_meeting_holds_what_that_meeting_needs(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    assert run("report", "pack", "--meeting", "13 May 2026", str(folder)).code == 0
    told = (folder / CONTENTS).read_text(encoding="utf-8")
    assert told.startswith(f"Papers for the meeting of 13 May 2026, {REVIEW}\n")
    assert {path.name for path in folder.iterdir()} == {CONTENTS, MEETING_FOLDER, MEETING_OWN_FOLDER}
    assert MEETING_OWN_FOLDER.startswith("2-")
    assert "How the plan went since they met last. For every member.\n" in told
    names = [path.stem for path in sorted((folder / MEETING_FOLDER).glob("*.docx"))]
    assert names == ["01-agenda", "02-stocktake", "03-since-last-time", "04-evidence", "05-coverage"]
    for path in (folder / MEETING_FOLDER).glob("*.docx"):
        said = lines_of(path)
        assert REVIEW in said
        assert "For: SEND Improvement Board" not in said
        assert "Plan: still says the same" in run("report", "verify", str(path)).out
    assert "Period: 11 February 2026 to 31 March 2026" in lines_of(
        folder / MEETING_FOLDER / f"{names[1]}.docx"
    )
    assert "since 11 February 2026" in lines_of(folder / MEETING_FOLDER / f"{names[2]}.docx")


def test_a_series_that_never_met_gets_no_paper_of_what_moved_since(run: Run, tmp_path: Path) -> None:
    run("meeting", "add", "20 May 2026", "--series", "Schools Forum")
    folder = tmp_path / "papers"
    assert run("report", "pack", "--meeting", "20 May 2026", str(folder)).code == 0
    names = [path.stem for path in sorted((folder / MEETING_FOLDER).glob("*.docx"))]
    assert names == ["01-agenda", "02-stocktake", "03-evidence", "04-coverage"]
    told = (folder / CONTENTS).read_text(encoding="utf-8")
    assert "How the plan went, as they have not met before. For every member.\n" in told
    assert "since they met last" not in told


def test_what_is_written_down_of_a_meeting_is_told_in_its_pack_as_an_action_log(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    assert run("report", "pack", "--meeting", "24 March 2026", str(folder)).code == 0
    told = (folder / CONTENTS).read_text(encoding="utf-8")
    assert (
        "\nThe action log: what was asked, decided and agreed there. For the chair and the clerk.\n"
        f"  {MEETING_FOLDER}/01-action-log.docx\n"
    ) in told
    assert "genda" not in told
    assert "24 March 2026: action log" in lines_of(folder / MEETING_FOLDER / "01-action-log.docx")


def test_no_board_paper_is_issued_with_the_papers_of_another_meeting(
    run: Run, place: Path, tmp_path: Path
) -> None:
    kept = place.read_bytes()
    ran = run("report", "pack", "--meeting", "13 May 2026", "--issue", str(tmp_path / "papers"))
    assert (ran.code, place.read_bytes()) == (2, kept)
    assert ran.err == (
        f"The meeting of 13 May 2026 is of {REVIEW}, not of SEND Improvement Board: its papers hold no board "
        "paper to issue. Leave --issue out.\n"
    )
    assert not (tmp_path / "papers").exists()


@pytest.mark.parametrize("kind", ["stocktake", "evidence", "coverage", "since"])
def test_a_paper_may_be_for_another_series(run: Run, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "paper.md"
    ran = run("report", kind, "--series", "dfe and NHS england review", "-o", str(file))
    assert ran.code == 0
    assert f"**For:** {REVIEW}, Sample partnership (invented)\n" in file.read_text(encoding="utf-8")
    assert "Plan: still says the same" in run("report", "verify", str(file)).out
    board = run("report", kind, "--series", "SEND Improvement Board").out
    assert board == run("report", kind).out


def test_a_single_paper_for_a_series_is_the_one_in_its_pack(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    run("report", "pack", "--meeting", "13 May 2026", str(folder))
    for name, kind in (
        ("02-stocktake", "stocktake"),
        ("03-since-last-time", "since"),
        ("04-evidence", "evidence"),
    ):
        assert run("report", kind, "--series", REVIEW, "-o", str(tmp_path / f"{kind}.docx")).code == 0
        in_pack = (folder / MEETING_FOLDER / f"{name}.docx").read_bytes()
        assert (tmp_path / f"{kind}.docx").read_bytes() == in_pack, kind


def test_last_is_the_last_meeting_of_the_series_and_a_day_that_is_said_counts(run: Run) -> None:
    for words, day in (
        (("since", "--since", "last"), "the plan on 11 February 2026"),
        (("since", "--since", "2026-03-01"), "the plan on 1 March 2026"),
        (("stocktake", "--from", "2025-12-01"), "1 December 2025 to 31 March 2026"),
        (("stocktake", "--to", "2026-02-28"), "11 February 2026 to 28 February 2026"),
        (
            ("stocktake", "--to", "2026-02-28", "--as-at", "2026-03-31"),
            "11 February 2026 to 28 February 2026",
        ),
    ):
        ran = run("report", *words, "--series", REVIEW)
        assert (ran.code, day in ran.out) == (0, True), words


def test_what_moved_since_a_meeting_that_never_was_is_asked_about(run: Run) -> None:
    run("meeting", "add", "20 May 2026", "--series", "Schools Forum")
    ran = run("report", "since", "--series", "Schools Forum")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "Schools Forum has not met before 31 March 2026: say with --since from when on to tell.\n"
    )
    assert run("report", "since", "--series", "Schools Forum", "--since", "2026-02-01").code == 0
    assert run("report", "stocktake", "--series", "Schools Forum").code == 0


def test_a_series_that_never_meets_is_named(run: Run) -> None:
    ran = run("report", "evidence", "--series", "Cabinet")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith('The diary has no meeting of "Cabinet": it has SEND Improvement Board; ')


@pytest.mark.parametrize("kind", ["stocktake", "evidence", "coverage", "since", "meeting"])
def test_a_series_may_be_named_by_words_that_one_alone_has(run: Run, kind: str) -> None:
    part = run("report", kind, "--series", "dfe")
    assert (part.code, part.out) == (0, run("report", kind, "--series", REVIEW).out)


def test_words_of_two_series_name_neither(run: Run) -> None:
    run("meeting", "add", "20 May 2026", "--series", "DfE monitoring")
    ran = run("report", "evidence", "--series", "dfe")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith('The diary has no meeting of "dfe": it has ')


@pytest.mark.parametrize("kind", ["stocktake", "evidence", "coverage", "since"])
def test_as_at_last_with_a_series_is_the_day_of_its_own_last_meeting(run: Run, kind: str) -> None:
    own = run("report", kind, "--series", "Scrutiny", "--as-at", "24 March 2026")
    ran = run("report", kind, "--series", "Scrutiny", "--as-at", "last")
    assert (ran.code, ran.out) == (0, own.out)
    assert run("report", kind, "--as-at", "last").out != ran.out


def test_a_period_to_last_with_a_series_ends_on_its_own_last_meeting(run: Run) -> None:
    own = run("report", "stocktake", "--series", "Scrutiny", "--to", "24 March 2026")
    ran = run("report", "stocktake", "--series", "Scrutiny", "--to", "last")
    assert (ran.code, ran.out) == (0, own.out)
