"""`minute`: what a meeting asked, decided and agreed, on the sample of 31 March 2026."""

from __future__ import annotations

from typing import Any

import pytest
from running import Run

MEETING = "SEND Improvement Board"


def newest(run: Run) -> dict[str, Any]:
    return max(run("minute", "list", "--json").items, key=lambda item: item["minute"])


def codes(run: Run, code: str) -> list[str]:
    return [item["ref"] for item in run("check", "--code", code, "--json").items]


def test_the_sample_lists_what_is_open_oldest_first(run: Run) -> None:
    listed = run("minute", "list", "--open", "--json")
    assert listed.document["kind"] == "minutes"
    assert [(i["meeting"], i["kind"], i["ref"]) for i in listed.items][:2] == [
        ("2025-11-25", "question", "10.4"),
        ("2026-01-28", "request", "9.2"),
    ]
    assert all(not i["answer"] for i in listed.items)


def test_a_request_has_its_owner_and_its_date_and_is_taken_back(run: Run) -> None:
    told = ("--owner", "Designated Clinical Officer, ICB", "--by", "15 April 2026")
    added = run("minute", "add", "request", "Bring the costs.", "--about", "9.2", *told)
    assert added.code == 0
    assert added.err.startswith("Requested on 11 March 2026 of 9.2: “Bring the costs.” · record ")
    kept = newest(run)
    assert (kept["owner"], kept["due"], kept["series"]) == (
        "Designated Clinical Officer, ICB",
        "2026-04-15",
        MEETING,
    )
    run("undo")
    assert newest(run)["words"] != "Bring the costs."


def test_it_goes_to_the_meeting_that_is_named(run: Run) -> None:
    run("minute", "add", "decision", "It goes on.", "--area", "9", "--at", "24 March 2026")
    assert (newest(run)["series"], newest(run)["area"]) == ("Children's Scrutiny Committee", "9")
    run("minute", "add", "question", "Why?", "--series", "dfe and nhs england review")
    assert (newest(run)["meeting"], newest(run)["ref"], newest(run)["area"]) == ("2026-02-11", "", "")
    later = run("minute", "add", "question", "Why?", "--at", "next")
    assert (later.code, later.err) == (
        1,
        "The meeting of 15 April 2026 has not been yet: write down what it says on its day.\n",
    )


def test_an_answer_closes_a_question(run: Run) -> None:
    ran = run("minute", "answer", "waits by ward", "By postcode from May.", "--on", "27 March 2026")
    assert ran.err.startswith("Answer the question of 10.4: “By postcode from May.” · record ")
    assert "10.4" not in codes(run, "board-asked")
    again = run("minute", "answer", "19", "By postcode from May.")
    assert again.err == "That is its answer already: nothing was changed.\n"


def test_agreed_closes_what_was_proposed(run: Run) -> None:
    before = codes(run, "not-agreed")
    assert {"4.3", "7.3"} <= set(before)
    ran = run("minute", "agree", "4.3", "7.3", "--at", "last")
    assert ran.err.startswith("Agreed by the meeting of 11 March 2026: 4.3, 7.3 · record ")
    assert set(before) - set(codes(run, "not-agreed")) == {"4.3", "7.3"}
    assert newest(run)["kind"] == "resolved"
    run("undo")
    assert codes(run, "not-agreed") == before
    nothing = run("minute", "agree", "9.1")
    assert (nothing.code, nothing.err) == (
        1,
        "Nothing of 9.1 waits for a meeting: no moved date, hold, withdrawal, sign-off or ask.\n",
    )


def test_a_request_becomes_an_action_and_the_action_log_says_so(run: Run) -> None:
    ran = run("minute", "action", "sensory", "--by", "30 April 2026")
    assert ran.err.startswith("Add 9.5, as was requested · record ")
    shown = run("show", "9.5").out
    assert "A one page note on what each body pays for" in shown
    assert "30 April 2026" in shown
    assert run("minute", "list", "--open", "--json").items != []
    log = run("report", "meeting", "28 January 2026", "-o", "-", "--format", "txt").out
    assert "Became 9.5 A one page note" in log
    assert run("minute", "action", "sensory").err == "It became action 9.5 already.\n"
    plan = run("minute", "action", "29")
    assert (plan.code, plan.err) == (2, "It is about the whole plan: name the action's area with --area.\n")


def test_what_is_made_of_a_request_about_an_exempt_action_is_exempt(run: Run) -> None:
    run("edit", "9.2", "--exempt")
    run("minute", "action", "sensory")
    assert "Exempt      yes" in run("show", "9.5").out


def test_it_is_changed_and_removed(run: Run) -> None:
    edited = run("minute", "edit", "28", "--words", "Two pages.", "--by", "May 2026")
    assert edited.err.startswith("Change the request of 9.2: text, due · record ")
    assert run("minute", "remove", "Two pages").err.startswith(
        "Remove the request of 9.2: “Two pages.” · record "
    )
    assert "minute list" in run("minute", "remove", "Two pages").err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("add", "decree", "So."), 'No kind of minute "decree": use one of question'),
        (("add", "decision", "So.", "--owner", "Head of SEND"), "Only a question or a request has someone"),
        (("add", "question", " "), "Say in words what the meeting said."),
        (("answer", "trajectory", "So."), '"trajectory" are words of 2 minutes: give its number'),
        (("answer", "999", "So."), 'There is no minute "999": see `send-actions minute list`.'),
        (("answer", "35", "So."), "nothing is asked"),
        (("edit", "28"), "Say what to change"),
        (("add", "question", "Call ana@example.org", "--about", "9.2"), "--not-personal"),
    ],
)
def test_what_cannot_be_is_one_clear_line(run: Run, typed: tuple[str, ...], said: str) -> None:
    before = len(run("history", "--json").items)
    ran = run("minute", *typed)
    assert ran.code in (1, 2)
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert len(run("history", "--json").items) == before
