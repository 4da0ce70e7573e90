from __future__ import annotations

from pathlib import Path

import pytest
from running import Run


def said_of(run: Run, ref: str) -> dict[str, object]:
    (item,) = run("show", ref, "--json").items
    return item


def test_a_status_is_set_with_its_reason_and_path(run: Run) -> None:
    ran = run(
        *(
            "set",
            "9.3",
            "off-track",
            "-m",
            "Provider withdrew",
            "--path",
            "Interim cover",
            "--path-by",
            "30 May",
        ),
        *("--impact", "none-yet", "--heard", "e-mail", "--from", "CHT"),
    )
    said = said_of(run, "9.3")
    assert (ran.code, ran.out) == (0, "")
    assert said["status"] == "off-track"
    assert said["was"] == "on-track"
    assert (said["reason"], said["path"], said["path_by"]) == (
        "Provider withdrew",
        "Interim cover",
        "2026-05-30",
    )
    assert said["impact"] == "none-yet"


def test_one_line_says_what_changed_and_how_it_is_taken_back(run: Run, place: Path) -> None:
    record = run("list", "--json").document["record"]
    ran = run("set", "9.3", "off-track", "-m", "Provider withdrew", "--db", str(place))
    assert ran.err == f"Set 9.3 to off track · record {record + 1} · send-actions undo takes it back\n"


@pytest.mark.parametrize(
    "words", ["confirm 9.3", "due 9.3 ongoing -m Late", "edit 9.3 --title Advice", "undo", "redo"]
)
def test_the_plan_s_file_is_named_unless_the_command_line_named_it(run: Run, place: Path, words: str) -> None:
    run("set", "9.3", "off-track")
    if words == "redo":
        run("undo")
    assert run(*words.split()).err.splitlines()[0].endswith(f" · in {place}")
    assert f"in {place}" not in run("--db", str(place), "note", "9.3", "Said").err


@pytest.mark.parametrize("word", ["a", "amber", "At risk", "at_risk", "▲"])
def test_a_status_may_be_a_letter_word_colour_or_symbol(run: Run, word: str) -> None:
    assert run("set", "9.3", word).code == 0
    assert said_of(run, "9.3")["status"] == "at-risk"


def test_a_status_of_two_words_needs_no_quotes(run: Run) -> None:
    assert run("set", "9.1", "9.3", "at", "risk").code == 0
    assert said_of(run, "9.1")["status"] == "at-risk"


def test_several_actions_are_one_change(run: Run) -> None:
    record = run("list", "--json").document["record"]
    ran = run("set", "9.3", "9.4", "red")
    assert ran.err.startswith(f"Set 9.3, 9.4 to off track · record {record + 1} ")
    assert run("undo").code == 0
    assert said_of(run, "9.4")["status"] == "at-risk"


def test_the_very_same_of_the_same_day_changes_nothing(run: Run) -> None:
    run("set", "9.3", "on-track")
    record = run("list", "--json").document["record"]
    ran = run("set", "9.3", "on-track")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "9.3 was set to on track for 31 March 2026 already: nothing was changed.\n"
    assert run("list", "--json").document["record"] == record


def test_what_is_heard_again_is_kept_and_what_is_left_out_of_several_is_named(run: Run) -> None:
    run("set", "1.4", "green", "--on", "12 March")
    ran = run("set", "1.4", "2.5", "17.2", "green", "--on", "12 March")
    first, second = ran.err.splitlines()
    late = "for 12 March 2026; 17.2 at risk of 27 March 2026 stands"
    assert first.startswith(f"Set 2.5, 17.2 to on track {late} · record ")
    assert second == "1.4 was set to on track for 12 March 2026 already: left out."
    assert said_of(run, "2.5")["updated_on"] == "2026-03-12"


def test_on_last_speaks_of_the_day_of_the_last_meeting(run: Run) -> None:
    assert run("set", "9.3", "off-track", "--on", "last").code == 0
    assert "11 March 2026: Off track" in run("show", "9.3", "--plain").out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("9.3", "9.44", "red"), 'There is no action "9.44": did you mean 9.4?'),
        (("9.3", "of-track"), "did you mean off-track?"),
        (("9.3", "red", "--path-by", "31 June"), "31 June"),
        (("9.3", "red", "--impact", "emergin"), "did you mean emerging?"),
        (("9.3", "red", "--heard", "fax"), "fax"),
        (("9.3", "red", "--agreed", "12 March 2026"), "the nearest is that of 11 March 2026"),
        (("9.3", "red", "--on", "1 April 2026"), "1 April 2026"),
        (("red",), "Something is missing"),
    ],
)
def test_a_wrong_word_is_named_and_nothing_is_written(
    run: Run, arguments: tuple[str, ...], named: str
) -> None:
    before = run("list", "--json").document
    ran = run("set", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert named in ran.err
    assert ran.err.count("\n") == 1
    assert run("list", "--json").document == before


def test_on_hold_has_a_date_to_look_again_and_a_meeting(run: Run) -> None:
    run("set", "9.3", "on-hold", "-m", "Waits for funds", "--until", "1 September", "--agreed", "last")
    said = said_of(run, "9.3")
    assert (said["look_again"], said["status_agreed"]) == ("2026-09-01", True)


def test_complete_has_its_proof(run: Run) -> None:
    run("set", "9.3", "complete", "--proof", "Minutes of the launch")
    assert said_of(run, "9.3")["proof"] == "Minutes of the launch"


def test_of_two_boards_on_one_day_the_main_one_has_agreed(run: Run) -> None:
    run("meeting", "add", "24 March 2026")
    run("set", "9.3", "on-hold", "-m", "Waits for funds", "--agreed", "24 March 2026")
    assert "Agreed by SEND Improvement Board on 24 March 2026." in run("show", "9.3", "--plain").out


def test_an_action_named_twice_is_set_once(run: Run) -> None:
    ran = run("set", "9.3", " 9.3", "off-track", "-m", "Provider withdrew")
    assert ran.err.startswith("Set 9.3 to off track · record ")
    assert len([u for u in run("show", "9.3", "--json").items[0]["updates"] if u["on"] == "2026-03-31"]) == 1


def test_what_shows_the_impact_stands_apart_from_what_proves_it_done(run: Run) -> None:
    run(
        "set",
        "9.3",
        "complete",
        "--proof",
        "Launch minutes",
        "--impact",
        "emerging",
        "--shown-by",
        "Call log",
    )
    said = said_of(run, "9.3")
    assert (said["proof"], said["impact_shown_by"]) == ("Launch minutes", "Call log")


def test_a_late_entry_does_not_overwrite_what_was_said_after(run: Run) -> None:
    run("set", "9.3", "off-track", "--on", "30 March 2026")
    run("set", "9.3", "at-risk", "--on", "20 March 2026")
    assert said_of(run, "9.3")["status"] == "off-track"


def test_a_reason_that_looks_personal_is_refused_until_it_is_confirmed(run: Run) -> None:
    ran = run("set", "9.3", "red", "-m", "Write to sam@example.org")
    assert (ran.code, ran.out) == (1, "")
    assert "--not-personal" in ran.err
    assert "sam@" not in ran.err
    assert run("set", "9.3", "red", "-m", "Write to sam@example.org", "--not-personal").code == 0


def test_text_with_orders_for_a_terminal_is_kept_without_them(run: Run) -> None:
    run("set", "9.3", "red", "-m", "\x1b[31mred\x1b[0m \x9b2Jgone")
    assert said_of(run, "9.3")["reason"] == "[31mred[0m 2Jgone"


def test_a_missing_reason_is_said_to_be_listed_and_stands_in_nobody_s_way(run: Run) -> None:
    ran = run("set", "9.3", "9.1", "red")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[1] == (
        "No reason given for 9.1, 9.3: the check no-reason lists that; "
        "`send-actions set 9.1 9.3 off-track -m WHY` adds one."
    )
    assert {"9.1", "9.3"} <= {item["ref"] for item in run("check", "--code", "no-reason", "--json").items}
    assert run("set", "9.1", "9.3", "off-track", "-m", "Provider withdrew").err.count("\n") == 1
    assert run("set", "9.1", "9.3", "off-track", "--path", "Interim cover").err.count("\n") == 1


def test_no_reason_is_missed_where_none_is_asked_for(run: Run) -> None:
    assert run("set", "9.4", "green").err.count("\n") == 1
    assert run("set", "9.3", "off-track", "--on", "1 June 2025", "--yes").err.count("\n") == 1


def test_what_is_asked_of_the_board_is_kept_beside_the_reason_and_told_in_history(run: Run) -> None:
    ran = run("set", "9.3", "off-track", "-m", "Provider withdrew", "--ask", "Two officers to September")

    assert ran.code == 0
    said = said_of(run, "9.3")
    assert (said["ask"], said["ask_on"]) == ("Two officers to September", "2026-03-31")
    assert "Ask: 31 March 2026: Two officers to September" in run("show", "9.3", "--plain").out
    history = " ".join(run("history", "9.3").out.split())
    assert "9.3 asked of the board Two officers to September" in history
    run("undo")
    assert said_of(run, "9.3")["ask"] == ""


def test_a_person_s_number_in_what_is_asked_is_questioned(run: Run) -> None:
    ran = run("set", "9.3", "off-track", "--ask", "Help for 943 476 5919")

    assert ran.code == 1
    assert "--not-personal" in ran.err


def test_a_late_status_says_its_day_and_what_stands_today(run: Run) -> None:
    ran = run("set", "9.2", "at-risk", "-m", "Late word", "--on", "28 January 2026")
    told = "Set 9.2 to at risk for 28 January 2026; off track of 11 March 2026 stands · record "
    assert ran.err.startswith(told)
    assert ran.err.count("\n") == 1
    assert run("show", "9.2", "--json").items[0]["status"] == "off-track"


def test_of_several_late_statuses_each_that_stands_is_named(run: Run) -> None:
    ran = run("set", "9.2", "9.4", "at-risk", "-m", "Late word", "--on", "29 January 2026")
    stands = "9.2 off track of 11 March 2026, 9.4 at risk of 6 March 2026 stand"
    assert ran.err.startswith(f"Set 9.2, 9.4 to at risk for 29 January 2026; {stands} · record ")


def test_a_late_word_that_still_stands_says_only_its_day(run: Run) -> None:
    assert run("set", "9.2", "red", "-m", "Worse", "--on", "30 March").err.startswith(
        "Set 9.2 to off track for 30 March 2026 · record "
    )
    assert run("note", "9.2", "Asked", "--on", "28 January").err.startswith(
        "Note on 9.2 for 28 January 2026 · "
    )
    assert run("set", "9.2", "red", "-m", "Still").err.startswith("Set 9.2 to off track · record ")


@pytest.mark.parametrize("status", ["complete", "embedded"])
def test_what_is_done_without_proof_is_saved_and_told(run: Run, status: str) -> None:
    ran = run("set", "1.2", "1.4", status)
    assert ran.code == 0
    assert ran.err.splitlines()[1] == (
        "No proof or evidence of 1.2, 1.4 yet: the check no-proof lists that; "
        f"`send-actions set 1.2 1.4 {status} --proof TEXT` names it, `send-actions evidence add` files it."
    )
    assert run("show", "1.2", "--json").items[0]["status"] == status


def test_of_what_is_done_and_shown_nothing_more_is_told(run: Run) -> None:
    assert run("set", "1.2", "complete", "--proof", "Audit of March").err.count("\n") == 1
    run("evidence", "add", "1.4", "Audit of March")
    assert run("set", "1.4", "complete").err.count("\n") == 1


@pytest.mark.parametrize(
    ("typed", "apart"),
    [
        ("9.1-9.3 g", "9.1 9.2 9.3"),
        ("9.2, 9.3 g", "9.2"),
        ("9.* g", "9.1 9.2 9.3 9.4"),
        ("9.1-10.2 g", "9.1 9.2 9.3 9.4 …"),
    ],
)
def test_refs_that_are_not_apart_are_told_apart(run: Run, typed: str, apart: str) -> None:
    ran = run("set", *typed.split())
    assert ran.code == 2
    assert "write refs apart, with spaces, as in " + apart in ran.err


@pytest.mark.parametrize(("by", "day"), [("end of March", "2026-03-31"), ("next month", "2026-04-30")])
def test_a_path_by_a_period_is_by_its_last_day(run: Run, by: str, day: str) -> None:
    assert run("set", "9.3", "red", "-m", "Late.", "--path", "Cover.", "--path-by", by).code == 0
    (item,) = run("show", "9.3", "--json").items
    assert item["path_by"] == day
