from __future__ import annotations

import pytest
from running import Run


def test_a_date_moves_with_its_reason_and_the_first_is_kept(run: Run) -> None:
    ran = run("due", "9.3", "June 2026", "-m", "The provider asked for it", "--agreed", "11 March 2026")
    assert ran.err.startswith("Move the due date of 9.3 to June 2026 · record ")
    (item,) = run("show", "9.3", "--json").items
    assert item["due"] == {"date": "2026-06-30", "precision": "month", "text": "June 2026"}
    assert item["first_due"] == "2025-12-31"
    assert item["due_agreed"] is True


def test_moving_a_date_without_a_reason_is_kept_and_said_to_be_listed(run: Run) -> None:
    ran = run("due", "9.4", "June 2027")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[1] == (
        "No reason given: the check not-agreed lists the move; "
        "`send-actions due 9.4 'June 2027' -m WHY` adds one."
    )
    assert "9.4" in {item["ref"] for item in run("check", "--code", "not-agreed", "--json").items}
    again = run("due", "9.4", "June 2027", "-m", "The provider asked for it")
    assert again.err.startswith("Say more of the due date of 9.4")
    assert again.err.count("\n") == 1


def test_a_reason_for_a_move_that_a_meeting_agreed_is_listed_by_no_check(run: Run) -> None:
    ran = run("due", "9.4", "ongoing", "--agreed", "last")
    assert ran.err.splitlines()[1:] == ["No reason given: `send-actions due 9.4 ongoing -m WHY` adds one."]


def test_a_minute_that_looks_personal_is_refused(run: Run) -> None:
    ran = run("due", "9.4", "ongoing", "-m", "Late", "--agreed", "last", "--minute", "Ask sam@example.org")
    assert (ran.code, ran.out) == (1, "")
    assert "--not-personal" in ran.err
    assert run("show", "9.4", "--json").items[0]["due"]["precision"] == "quarter"


def test_a_first_date_needs_no_reason(run: Run) -> None:
    run("add", "9", "Train the trainers", "--ref", "9.9")
    ran = run("due", "9.9", "ongoing")
    assert (ran.code, ran.err.count("\n")) == (0, 1)
    (item,) = run("show", "9.9", "--json").items
    assert item["due"]["precision"] == "ongoing"


def test_the_same_date_again_changes_nothing(run: Run) -> None:
    ran = run("due", "9.2", "31 January 2026")
    assert (ran.code, ran.err) == (0, "9.2 is due 31 January 2026 already: nothing was changed.\n")


def test_words_that_are_no_date_are_refused(run: Run) -> None:
    ran = run("due", "9.3", "soonish", "-m", "Late")
    assert ran.code == 2
    assert "soonish" in ran.err


def test_a_date_moved_there_and_back_says_so(run: Run) -> None:
    run("due", "9.4", "30 September 2026", "-m", "Post not filled")
    assert run("due", "9.4", "30 June 2026", "-m", "Post filled after all").code == 0
    due = next(line for line in run("show", "9.4").out.splitlines() if line.startswith("Due "))
    assert due.endswith("30 June 2026; moved twice, back at its first date")
    told = run("check", "--plain").out
    assert "9.4: date-moved-twice: Due date moved twice, and back to 30 June 2026, its first." in told
    assert "9.4: not-agreed" not in told
    paper = run("report", "board").out
    assert "from 30 June 2026 to 30 June 2026" not in paper


def test_more_is_said_of_a_date_that_has_passed_without_a_question(run: Run) -> None:
    assert run("due", "9.3", "31 December 2025", "-m", "The lease ran out").code == 0


def test_a_late_due_date_says_its_day_and_what_stands(run: Run) -> None:
    ran = run("due", "9.2", "30 June 2026", "--on", "1 November 2025", "-m", "Later")
    assert ran.err.startswith(
        "Move the due date of 9.2 to 30 June 2026 for 1 November 2025; "
        "31 January 2026, said on 26 November 2025, stands · record "
    )


@pytest.mark.parametrize("again", ["Continuous", "On-going", "continuing"])
def test_ongoing_in_other_words_is_no_move(run: Run, again: str) -> None:
    run("add", "9", "Keep the helpline", "--ref", "9.99", "--due", "ongoing")
    assert "9.99 is due ongoing already: nothing was changed." in run("due", "9.99", again).err
    (item,) = run("show", "9.99", "--json").items
    assert (item["due_moves"], "not-agreed" in item["checks"]) == (0, False)


@pytest.mark.parametrize("season", ["autumn 2026", "Summer 2027"])
def test_a_season_names_the_term_that_it_may_be(run: Run, season: str) -> None:
    ran = run("due", "9.3", season)
    name, year = season.lower().split()
    assert ran.code == 2
    assert f"is {name} term {year} meant?" in ran.err
