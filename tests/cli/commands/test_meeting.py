from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from running import Run


@pytest.fixture
def own(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A plan of one's own, without meetings."""
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "own.db"))
    run("init", "--template", "empty")
    return run


def test_the_sample_lists_its_meetings(run: Run) -> None:
    items = run("meeting", "list", "--json").items
    assert run("meeting", "list", "--json").document["kind"] == "meetings"
    last = next(item for item in items if item["date"] == "2026-03-11")
    assert (last["main"], last["held"], last["series"]) == (True, True, "SEND Improvement Board")
    assert set(last) == {"date", "series", "main", "returns_due", "papers_due", "held"} | {
        "issued_on",
        "issued_record",
        "issued_kind",
    }
    assert (last["issued_on"], last["issued_record"], last["issued_kind"]) == ("2026-03-06", 196, "board")


def test_a_meeting_is_added_listed_and_taken_back(own: Run) -> None:
    added = own("meeting", "add", "13 May 2099", "--returns-due", "29 April", "--papers-due", "6 May")
    assert (added.code, added.out) == (0, "")
    assert added.err.startswith("Add the meeting of 13 May 2099 · record ")
    assert own("meeting", "list", "--json").items == [
        {
            "date": "2099-05-13",
            "series": "SEND Improvement Board",
            "main": True,
            "returns_due": "2099-04-29",
            "papers_due": "2099-05-06",
            "held": False,
            "issued_on": None,
            "issued_record": None,
            "issued_kind": None,
        }
    ]
    own("undo")
    ran = own("meeting", "list")
    assert (ran.out, ran.code) == ("", 0)
    assert ran.err.startswith(
        "No meetings yet: put one in the diary with `send-actions meeting add DATE` (as at "
    )


def test_each_form_says_the_same(own: Run) -> None:
    own("meeting", "add", "11 March 2026")
    own("meeting", "add", "3 June 2026", "--series", "Scrutiny", "--papers-due", "27 May 2026")
    rows = list(csv.DictReader(io.StringIO(own("meeting", "list", "--csv").table)))
    assert [(row["date"], row["main"], row["papers_due"]) for row in rows] == [
        ("2026-03-11", "yes", ""),
        ("2026-06-03", "no", "2026-05-27"),
    ]
    assert own("meeting", "list", "--plain").out.splitlines() == [
        "11 March 2026: SEND Improvement Board. Last meeting.",
        "3 June 2026: Scrutiny. Held. Papers due 27 May 2026.",
    ]
    earlier = own("meeting", "list", "--plain", "--as-at", "2 June 2026")
    assert earlier.out.splitlines() == ["11 March 2026: SEND Improvement Board. Last meeting."]


def test_a_screen_says_which_is_the_last_and_which_the_next(run: Run) -> None:
    out = run("meeting", "list").out
    assert out.count("last meeting") == 1
    assert out.count("next meeting, in 15 days") == 1


def test_a_meeting_is_held_when_its_day_is_over(run: Run) -> None:
    run("meeting", "add", "31 March 2026")
    held = {item["date"]: item["held"] for item in run("meeting", "list", "--json").items}
    assert (held["2026-03-24"], held["2026-03-31"], held["2026-04-15"]) == (True, False, False)
    assert "31 March 2026: SEND Improvement Board. Today." in run("meeting", "list", "--plain").out


def test_the_last_meeting_can_agree_to_a_date_then(own: Run) -> None:
    own("meeting", "add", "11 March 2026")
    own("add", "1", "Transport", "--area")
    own("add", "1", "Train the escorts")
    assert own("due", "1.1", "ongoing", "--agreed", "last").code == 0


def test_a_meeting_says_which_paper_it_was_shown(run: Run, tmp_path: Path) -> None:
    record = run("list", "--json").document["record"]
    run("report", "board", "-o", str(tmp_path / "paper.md"), "--issue", "next")
    line = next(line for line in run("meeting", "list", "--plain").out.splitlines() if "15 April" in line)
    assert line.endswith(f"Paper issued: board, 31 March 2026, record {record}.")
    assert f"board, 31 March 2026, record {record}\n" in run("meeting", "list").out


def test_a_meeting_says_of_every_kind_which_paper_it_was_shown_last(run: Run, tmp_path: Path) -> None:
    record = run("list", "--json").document["record"]
    for kind in ("since", "board"):
        run("report", kind, "-o", str(tmp_path / f"{kind}.md"), "--issue", "next")
    run("set", "9.3", "at-risk", "-m", "Provider withdrew")
    run("report", "since", "-o", str(tmp_path / "again.md"), "--issue", "next", "--yes")
    line = next(line for line in run("meeting", "list", "--plain").out.splitlines() if "15 April" in line)
    assert line.endswith(
        f"Paper issued: board, 31 March 2026, record {record + 1}; since, 31 March 2026, record {record + 3}."
    )
    (told,) = [one for one in run("meeting", "list", "--json").items if one["date"] == "2026-04-15"]
    assert (told["issued_record"], told["issued_kind"]) == (record + 3, "since")


def test_a_meeting_is_moved_and_removed_by_its_date_or_by_its_word(run: Run) -> None:
    said = run("meeting", "edit", "next", "--to", "22 April 2026", "--returns-due", "")
    assert said.err.startswith("Move the meeting of 15 April 2026 to 22 April 2026: returns due · record ")
    own = {item["date"]: item for item in run("meeting", "list", "--json").items}
    assert (own["2026-04-22"]["returns_due"], own["2026-04-22"]["papers_due"]) == (None, "2026-04-10")
    again = run("meeting", "edit", "22 April 2026", "--papers-due", "10 April")
    assert again.err == "The meeting of 22 April 2026 is in the diary so already: nothing was changed.\n"
    assert run("meeting", "remove", "22/4/2026").err.startswith(
        "Remove the meeting of 22 April 2026 · record "
    )
    assert "2026-04-22" not in run("meeting", "list", "--json").out
    assert run("undo").err.startswith("Undo: Remove the meeting of 22 April 2026")
    assert "2026-04-22" in run("meeting", "list", "--json").out


def test_of_two_boards_on_a_day_the_one_that_is_named_is_meant(run: Run) -> None:
    run("meeting", "add", "15 April 2026", "--series", "Scrutiny")
    assert run("meeting", "remove", "15/4/2026", "--series", "scrutiny").code == 0
    boards = [
        item["series"] for item in run("meeting", "list", "--json").items if item["date"] == "2026-04-15"
    ]
    assert boards == ["SEND Improvement Board"]
    ran = run("meeting", "remove", "15/4/2026", "--series", "Scrutiny")
    assert ran.err == (
        "There is no meeting of Children's Scrutiny Committee on 15 April 2026: the nearest is that of "
        "24 March 2026.\n"
    )
    ran = run("meeting", "remove", "15/4/2026", "--series", "Cabinet")
    assert ran.err == "There is no meeting of Cabinet on 15 April 2026: the plan knows of none.\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("add soonish", 2, "soonish"),
        ("add", 2, "DATE"),
        ("ad 11/3/2026", 2, 'There is no command "meeting ad": did you mean add?'),
        ("add 11/3/2026", 1, "There is a meeting of SEND Improvement Board on 11 March 2026 already."),
        (
            "edit next --to 11/3/2026 --returns-due= --papers-due=",
            1,
            "There is a meeting of SEND Improvement Board on 11 March 2026 already.",
        ),
        ("edit next --returns-due 16/4/2026", 2, "Returns are due by the meeting of 15 April 2026"),
        ("edit next", 2, "Say what to change, such as --to or --papers-due"),
        (
            "edit next --to 1/6/2016 --returns-due= --papers-due=",
            1,
            "is more than a year back. Nothing was changed",
        ),
        ("edit never --to 1/6/2026", 2, 'No meeting "never": give its date, or next, today, last'),
        ("remove last", 1, "The meeting of 11 March 2026 was shown the paper of record 196"),
        ("remove 1/6/2026", 2, "There is no meeting on 1 June 2026: the nearest is that of 13 May 2026."),
        ("add 1/6/2026 --returns-due 2/6/2026", 2, "Returns are due by the meeting of 1 June 2026"),
    ],
)
def test_what_cannot_be_is_one_clear_line(run: Run, words: str, code: int, said: str) -> None:
    before = run("meeting", "list", "--json").out
    ran = run("meeting", *words.split())
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert run("meeting", "list", "--json").out == before


def test_a_meeting_that_was_held_is_not_moved_to_a_day_to_come(run: Run) -> None:
    before = run("meeting", "list", "--json").items
    ran = run("meeting", "edit", "last", "--to", "22 April 2026", "--yes")
    assert ran.code == 1
    assert "has 5 entries in its minutes" in ran.err
    assert "it was held, and cannot be moved to 22 April 2026, which is to come." in ran.err
    assert run("meeting", "list", "--json").items == before
    assert run("meeting", "edit", "last", "--to", "12 March 2026").code == 0


def test_a_meeting_to_come_is_moved_with_the_paper_that_was_issued_for_it(run: Run, tmp_path: Path) -> None:
    run("report", "board", "-o", str(tmp_path / "paper.md"), "--issue", "next")
    issue = run("history", "--json").items[0]["id"]
    asked = run("meeting", "edit", "next", "--to", "22 April 2026")
    assert asked.code == 1
    assert asked.err == (
        f"The paper of record {issue - 1} was issued for the meeting of 15 April 2026: it stays with the "
        "meeting of 22 April 2026. Nothing was changed: add --yes if it is meant.\n"
    )
    assert run("meeting", "edit", "next", "--to", "22 April 2026", "--yes").code == 0
    moved = next(item for item in run("meeting", "list", "--json").items if item["date"] == "2026-04-22")
    assert (moved["issued_record"], moved["held"]) == (issue - 1, False)


def test_a_meeting_to_come_whose_paper_was_issued_says_how_it_is_removed(run: Run, tmp_path: Path) -> None:
    run("report", "board", "-o", str(tmp_path / "paper.md"), "--issue", "next")
    issue = run("history", "--json").items[0]["id"]
    ran = run("meeting", "remove", "next")
    assert ran.code == 1
    assert ran.err == (
        f"The meeting of 15 April 2026 has the paper of record {issue - 1}: nothing was removed; take back "
        f"that it was issued first (undo {issue}), or move the meeting to another day.\n"
    )
    assert run("undo", str(issue), "--yes").code == 0
    assert run("meeting", "remove", "next").code == 0


@pytest.fixture
def scrutiny(run: Run) -> Run:
    """The sample with a scrutiny committee that met in February, meets today and meets in June."""
    for day in ("10 February 2026", "31 March 2026", "9 June 2026"):
        assert run("meeting", "add", day, "--series", "Scrutiny").code == 0
    return run


@pytest.mark.parametrize(
    ("word", "day"), [("next", "2026-06-09"), ("last", "2026-02-10"), ("Today", "2026-03-31")]
)
@pytest.mark.parametrize("board", ["Scrutiny", "scrutiny "])
def test_next_last_and_today_are_those_of_the_board_that_is_named(
    scrutiny: Run, word: str, day: str, board: str
) -> None:
    before = {(item["date"], item["series"]) for item in scrutiny("meeting", "list", "--json").items}
    assert scrutiny("meeting", "remove", word, "--series", board).code == 0
    after = {(item["date"], item["series"]) for item in scrutiny("meeting", "list", "--json").items}
    assert before - after == {(day, "Scrutiny")}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("remove next --series Cabinet", "The diary has no next meeting of Cabinet: put it there with"),
        ("remove today --series Cabinet", "The diary has no meeting today of Cabinet: put it there with"),
        (
            "remove soonest --series Scrutiny",
            'No meeting "soonest": give its date, or next, today, last for that of 10 February 2026.',
        ),
        ("remove soonest --series Cabinet", 'No meeting "soonest": give its date, or next, today, last.'),
    ],
)
def test_of_a_board_that_has_no_such_meeting_the_line_names_the_board(
    scrutiny: Run, words: str, told: str
) -> None:
    ran = scrutiny("meeting", *words.split())
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert told in ran.err


@pytest.mark.parametrize("said", ["tomorrow", "+1d", "1/4"])
def test_what_is_due_tomorrow_is_counted_from_today_and_not_from_the_meeting(run: Run, said: str) -> None:
    assert run("meeting", "add", "3 April 2026", "--papers-due", said).code == 0
    added = next(item for item in run("meeting", "list", "--json").items if item["date"] == "2026-04-03")
    assert added["papers_due"] == "2026-04-01"
    assert run("meeting", "edit", "3 April 2026", "--returns-due", "tomorrow").code == 0
    again = next(item for item in run("meeting", "list", "--json").items if item["date"] == "2026-04-03")
    assert again["returns_due"] == "2026-04-01"
