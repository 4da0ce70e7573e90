from __future__ import annotations

import pytest
from running import Run
from terminals import on_a_terminal


def test_all_there_is_to_say_of_an_action_is_shown(run: Run) -> None:
    out = run("show", "9.2").out
    assert "9.2  Agree who pays for sensory and equipment assessments" in out
    assert "■ R Off track since 11 March 2026, was at risk" in out
    assert "31 January 2026, 59 days overdue; first 30 November 2025, moved once, not yet agreed" in out
    assert "11 Mar 26  ■ R Off track  Funding dispute" in out


def test_json_holds_one_item_with_its_past(run: Run) -> None:
    ran = run("show", "9.2", "--json")
    assert (ran.document["kind"], ran.document["count"]) == ("action", 1)
    (item,) = ran.items
    assert item["sro"] == {"role": "Director of Integrated Commissioning", "org": "ICB"}
    assert item["updates"][0]["on"] == "2026-03-11"
    assert [deadline["due"]["date"] for deadline in item["deadlines"]] == ["2026-01-31", "2025-11-30"]
    assert {question["code"] for question in item["questions"]} == set(item["checks"])


def test_plain_lines_have_a_label_each(run: Run) -> None:
    lines = run("show", "9.2", "--plain").out.splitlines()
    assert "Status: Off track since 11 March 2026, was at risk" in lines
    assert all(": " in line for line in lines)


def test_a_ref_is_found_without_regard_to_capitals_and_spaces(run: Run) -> None:
    run("edit", "9.3", "--ref", "OT.3")
    assert run("show", " ot.3").code == 0


def test_a_wrong_ref_is_named_with_the_nearest(run: Run) -> None:
    ran = run("show", "9.44")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == 'There is no action "9.44": did you mean 9.4?\n'


@pytest.mark.parametrize("words", ["show 9.3", "history 9.3", "undo --show"])
def test_a_private_note_is_shown_on_a_terminal_alone(run: Run, words: str) -> None:
    run("note", "9.3", "Ask her again in May", "--private")
    assert "Ask her again in May" in on_a_terminal(80, *words.split())
    ran = run(*words.split())
    assert (ran.code, "Ask her" in ran.out) == (0, False)
    assert "1 private note not shown." in ran.err.splitlines()


def test_a_terminal_that_shows_private_notes_is_not_told_that_they_are_left_out(run: Run) -> None:
    run("note", "9.3", "Ask her again in May", "--private")
    said = on_a_terminal(80, "show", "9.3", typed="\n")
    assert ("Ask her again in May" in said, "not shown" in said) == (True, False)


@pytest.mark.parametrize("words", ["show 9.3", "history 9.3", "list"])
@pytest.mark.parametrize("form", ["--json", "--csv", "--plain"])
def test_a_private_note_leaves_in_no_file(run: Run, words: str, form: str) -> None:
    run("note", "9.3", "Ask her again in May", "--private")
    assert "Ask her" not in run(*words.split(), form).out


def test_without_private_notes_nothing_is_said_of_them(run: Run) -> None:
    assert "private" not in run("show", "9.3").err


def test_the_rest_of_what_was_said_beside_a_private_note_is_shown(run: Run) -> None:
    run("set", "9.3", "at-risk", "-m", "Two posts are vacant")
    run("note", "9.3", "Ask her again in May", "--private")
    assert "Two posts are vacant" in run("show", "9.3").out


def test_a_ref_that_is_like_none_says_how_to_list_them(run: Run) -> None:
    ran = run("show", "99.9")
    assert ran.err == 'There is no action "99.9", nor one like it: see `send-actions list`.\n'


def test_what_was_said_last_on_a_day_stands_first(run: Run) -> None:
    run("set", "9.4", "off-track", "-m", "Provider withdrew")
    run("due", "9.4", "ongoing", "-m", "No date can be given")
    run("note", "9.4", "Who pays?", "--heard", "meeting")
    said = [line for line in run("show", "9.4", "--plain").out.splitlines() if line.startswith("31 March")]
    assert said == [
        "31 March 2026: Who pays? (meeting)",
        "31 March 2026: Due date moved to ongoing: No date can be given.",
        "31 March 2026: Off track. Provider withdrew.",
    ]


def test_a_status_holds_since_the_day_it_was_set_whatever_was_said_after(run: Run) -> None:
    run("note", "9.2", "The panel has met")
    (item,) = run("show", "9.2", "--json").items
    assert (item["since"], item["updated_on"]) == ("2026-03-11", "2026-03-31")
    assert "Status: Off track since 11 March 2026, was at risk" in run("show", "9.2", "--plain").out


def test_the_evidence_shown_is_the_action_s_own(run: Run) -> None:
    evidence = [line for line in run("show", "9.4", "--plain").out.splitlines() if "Evidence" in line]
    assert evidence == ["Evidence: Trust waiting list, February 2026, 27 February 2026"]
    assert "Evidence:" not in run("show", "9.3", "--plain").out


def test_a_status_that_was_confirmed_is_not_said_to_lack_its_reason(run: Run) -> None:
    run("confirm", "8.2")
    out = run("show", "8.2").out
    assert "31 Mar 26  ■ R Off track  No change, still right." in out
    assert "No reason given" not in out


@pytest.mark.parametrize(
    ("first", "again"),
    [("March 2027", "31st March 2027"), ("31 March 2027", "March 2027"), ("ongoing", "ongoing")],
)
def test_a_due_date_that_means_the_same_is_still_due_then_and_was_not_moved(
    run: Run, first: str, again: str
) -> None:
    run("add", "9", "Keep the helpline", "--ref", "9.99", "--due", first)
    run("due", "9.99", again, "-m", "As the board asked.")
    out = run("show", "9.99").out
    assert f"Still due {again.replace('st', '')}: As the board asked." in out
    assert "moved" not in out


def test_a_due_date_that_took_the_place_of_another_was_moved(run: Run) -> None:
    assert "Due date moved to 31 January 2026" in run("show", "9.2").out
