"""Parts of owners' names in papers for the public: whoever makes one is told where, without the name."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Run

LEAD = "Head of Inclusion, LA"
TOLD = (
    f"Part of the name of {LEAD} seems to stand in the words of 9.3: say the role there before the paper "
    "goes out (`history REF` tells the record of a note, `undo RECORD` takes it back, `note` says it anew).\n"
)


@pytest.fixture
def named(run: Run) -> Run:
    """The program on the sample with an invented name for one lead."""
    assert run("owner", "edit", LEAD, "--name", "Will Invented-Person").code == 0
    return run


def test_a_surname_alone_is_told_with_the_ref_and_without_the_name(named: Run, tmp_path: Path) -> None:
    assert named("note", "9.3", "Mrs Invented-Person’s line is open").code == 0
    ran = named("report", "public", "-o", str(tmp_path / "plan.html"))
    assert (ran.code, ran.err.count(TOLD)) == (0, 1)
    assert "Invented-Person" in (tmp_path / "plan.html").read_text(encoding="utf-8")
    assert TOLD in named("report", "pack", str(tmp_path / "papers")).err


@pytest.mark.parametrize("paper", ["board", "full", "impact 9", "since --since last"])
def test_a_paper_for_the_board_says_so_too_where_it_prints_the_words(named: Run, paper: str) -> None:
    ran = named("report", *paper.split(), "--audience", "internal")
    assert named("note", "9.3", "Mrs Invented-Person’s line is open").code == 0
    ran = named("report", *paper.split())
    assert (TOLD in ran.err) == ("Invented-Person" in ran.out)
    assert "Invented-Person" not in ran.err
    assert named("report", *paper.split(), "--audience", "internal").err == ""


def test_only_what_the_paper_prints_is_told(named: Run) -> None:
    assert named("note", "9.3", "Mrs Invented-Person’s line is open").code == 0
    assert named("note", "5.3", "Shown to Mrs Invented-Person by a colleague").code == 0
    ran = named("report", "public")
    assert "by a colleague" not in ran.out
    assert TOLD in ran.err


@pytest.mark.parametrize(
    ("note", "is_told"),
    [
        ("Tom Smith still waits", True),
        ("A boy (aged 7) of Oak School still waits", True),
        ("One 7-year-old still waits", True),
        ("Pupils aged 7 and young people aged 16 to 25 wait at Victoria Road", False),
        ("The Head of Inclusion met the Parent Carer Forum", False),
    ],
)
def test_a_name_or_age_that_is_no_owners_is_told_of_a_public_paper(
    run: Run, note: str, is_told: bool
) -> None:
    assert run("note", "9.3", note).code == 0
    told = "Somebody's name or age seems to stand in the words of 9.3: "
    ran = run("report", "public")
    assert (told in ran.err, ran.err == "") == (is_told, not is_told)
    assert "Tom" not in ran.err
    assert run("report", "board").err == ""


@pytest.mark.parametrize(
    "note", ["Will it last? It will", "Said Will Invented-Person", "The inclusion team opened a line"]
)
def test_ordinary_words_and_whole_names_are_not(named: Run, tmp_path: Path, note: str) -> None:
    assert named("note", "9.3", note).code == 0
    ran = named("report", "public", "-o", str(tmp_path / "plan.html"))
    assert (ran.code, "Part of the name" in ran.err) == (0, False)


def test_a_word_of_a_title_or_a_role_is_no_name(run: Run, tmp_path: Path) -> None:
    run("owner", "edit", LEAD, "--name", "Parent Carer Inclusion")
    assert "Part of the name" not in run("report", "public", "-o", str(tmp_path / "plan.html")).err


def test_a_role_stands_for_a_name_that_was_given_or_changed_after_the_papers_day(run: Run) -> None:
    said = ("Jo Invented-Person opened the line.", "--on", "2026-03-20", "--not-personal")
    assert run("note", "9.3", *said).code == 0
    # given, changed and taken back
    for name in ("Jo Invented-Person", "Alex Invented-Newcomer", ""):
        assert run("owner", "edit", LEAD, "--name", name).code == 0
        for day in ("2026-03-25", "2026-03-31"):
            for paper in (("public",), ("full", "--audience", "board")):
                ran = run("report", *paper, "--as-at", day)
                assert ("Head of Inclusion opened the line." in ran.out, ran.err) == (True, ""), (name, day)


def test_a_part_of_a_name_that_was_another_is_told(named: Run, tmp_path: Path) -> None:
    assert named("note", "9.3", "Mrs Invented-Person’s line is open").code == 0
    assert named("owner", "edit", LEAD, "--name", "Alex Newcomer").code == 0
    assert named("report", "public", "-o", str(tmp_path / "plan.html")).err.count(TOLD) == 1


def test_what_is_called_by_a_name_is_told_by_what_it_is_about(named: Run, tmp_path: Path) -> None:
    evidence = ("evidence", "add", "--kind", "audit", "--on", "2026-03-20")
    assert named(*evidence, "9.3", "Letter to Mrs Invented-Person", "--shows", "It works.").code == 0
    assert (
        named(
            "measure", "add", "Invented-Person list", "--area", "9", "--unit", "%", "--better", "higher"
        ).code
        == 0
    )
    assert (
        named("source", "add", "Invented-Person review", "--on", "2026-03-02", "--kind", "peer-review").code
        == 0
    )
    told = named("report", "public", "-o", str(tmp_path / "plan.html")).err
    assert "the words of a measure of area 9: say" in told
    told = named("report", "full", "-o", str(tmp_path / "full.html")).err
    assert "the evidence for 9.3, a measure of area 9, a source of 2 March 2026: say" in told
    assert "Invented" not in told.replace(str(tmp_path), "")


@pytest.mark.parametrize(
    "note",
    [
        "All is well.\nInvented-Person said so",
        "All is “well”, it's said. Mrs Person, 'so'",
        "MRS PERSON agrees",
    ],
)
def test_it_is_told_where_whatever_the_words_are_between(named: Run, tmp_path: Path, note: str) -> None:
    assert named("note", "9.3", note).code == 0
    assert TOLD in named("report", "public", "-o", str(tmp_path / "plan.html")).err
