from __future__ import annotations

from running import Run


def test_a_date_moves_with_its_reason_and_the_first_is_kept(run: Run) -> None:
    ran = run("due", "9.3", "June 2026", "-m", "The provider asked for it", "--agreed", "11 March 2026")
    assert ran.err.startswith("Move the due date of 9.3 to June 2026 · record ")
    (item,) = run("show", "9.3", "--json").items
    assert item["due"] == {"date": "2026-06-30", "precision": "month", "text": "June 2026"}
    assert item["first_due"] == "2025-12-31"
    assert item["due_agreed"] is True


def test_moving_a_date_without_a_reason_is_a_refusal_that_names_the_flag(run: Run) -> None:
    before = run("list", "--json").out
    ran = run("due", "9.3", "June 2026")
    assert (ran.code, ran.out) == (1, "")
    assert "-m" in ran.err
    assert run("list", "--json").out == before


def test_a_first_date_needs_no_reason(run: Run) -> None:
    run("add", "9", "Train the trainers", "--ref", "9.9")
    assert run("due", "9.9", "ongoing").code == 0
    (item,) = run("show", "9.9", "--json").items
    assert item["due"]["precision"] == "ongoing"


def test_the_same_date_again_changes_nothing(run: Run) -> None:
    ran = run("due", "9.2", "31 January 2026")
    assert (ran.code, ran.err) == (0, "9.2 is due 31 January 2026 already: nothing was changed.\n")


def test_words_that_are_no_date_are_refused(run: Run) -> None:
    ran = run("due", "9.3", "soonish", "-m", "Late")
    assert ran.code == 2
    assert "soonish" in ran.err
