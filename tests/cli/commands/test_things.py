"""Steps, measures, evidence, sources, findings, owners and the plan's rules: written, listed, taken back."""

from __future__ import annotations

import csv
import io
import shlex
from pathlib import Path

import pytest
from running import Ran, Run

ADDED = {
    "step": "step add 9.3 '70 calls in a month' --by 'June 2026'",
    "reached": "step reached 9.3 '60 calls' --on '27 March 2026'",
    "measure": "measure add 'Calls answered in a day' --area 9 --baseline 40 --target 80 --moved-by 9.3",
    "reading": "measure reading 'Health advice' 81 'March 2026' --note 'Two clinics more'",
    "correction": "measure reading 'Health advice' 78 'February 2026'",
    "moves": "measure moves 'Health advice in six weeks' 6.3 9.4",
    "evidence": "evidence add 9.3 'Call log, March' --kind data --shows '62 calls' --place 'Folder 9'",
    "evidence of an area": "evidence add 9 'What parents say' --area --kind voice",
    "source": "source add 'Annual conversation' --on '2 February 2026' --kind diagnostic --author DfE",
    "finding": "finding add 'Peer review' 'Families wait for answers.' --place 'page 4' --area 13 --area 14",
    "plan": "plan --title 'Our plan' --no-sign-off",
}
LABELS = {
    "step": "Add a step to 9.3: 70 calls in a month, by June 2026",
    "reached": "Reach a step of 9.3 on 27 March 2026: 60 calls in a month",
    "measure": "Add the measure Calls answered in a day",
    "reading": "Read Health advice in six weeks: 81%, March 2026",
    "correction": "Correct Health advice in six weeks: 78%, February 2026",
    "moves": "Say that 6.3, 9.4 move Health advice in six weeks",
    "evidence": "File evidence for 9.3: Call log, March",
    "evidence of an area": "File evidence for area 9: What parents say",
    "source": "Enter the source Annual conversation",
    "finding": "Enter a finding of Peer review of SEND services (invented): Families wait for answers.",
    "plan": "Change the plan: title, signs off from",
}
LISTS = (
    *("step list", "measure list", "evidence list", "source list", "finding list", "owner list", "plan"),
    *("show 9.3", "show 6.3"),
)


def said(run: Run, line: str) -> Ran:
    return run(*shlex.split(line))


def everything(run: Run) -> list[object]:
    return [said(run, f"{line} --json").items for line in LISTS]


@pytest.mark.parametrize("thing", ADDED)
def test_each_is_one_change_told_in_history_and_taken_back_and_brought_back(run: Run, thing: str) -> None:
    before = everything(run)

    ran = said(run, ADDED[thing])

    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith(f"{LABELS[thing]} · record ")
    after = everything(run)
    assert after != before
    assert run("history", "--json").items[0]["label"].startswith(LABELS[thing])
    assert run("undo").code == 0
    assert everything(run) == before
    assert run("redo").code == 0
    assert everything(run) == after


@pytest.mark.parametrize("thing", sorted(set(ADDED) - {"measure", "source"}))
def test_the_same_again_changes_nothing_and_says_so(run: Run, place: Path, thing: str) -> None:
    said(run, ADDED[thing])
    before = place.read_bytes()

    ran = said(run, ADDED[thing])

    assert ran.code == 0
    assert "already: nothing was changed" in ran.err
    assert place.read_bytes() == before


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("step add 9.3 Soon --by ongoing", 2, "needs a date"),
        ("step add 9.3 '' --by May", 2, "needs words"),
        ("step add 9.3 Late --by '1 May 2019'", 1, "more than a year back"),
        ("step reached 9.3 7", 2, "see `send-actions step list 9.3`"),
        ("step reached 9.1 1", 2, "9.1 has no steps"),
        ("step reached 9.3 3 --on '1 March 2024'", 1, "add --yes"),
        ("step reached 9.3 3 --on '1 May 2026'", 2, "still to come"),
        ("measure add 'Health advice in six weeks'", 1, "another title"),
        ("measure add New --better sideways", 2, "higher"),
        ("measure reading tides 5 'March 2026'", 2, "There is no measure"),
        ("measure reading wait 5 'March 2026'", 2, "Give more of the title"),
        ("measure reading 'Health advice' 81 'April 2026'", 2, "still to come"),
        ("measure reading 'Health advice' 81 'April 2001'", 1, "more than a year back"),
        ("measure reading 'Health advice' many 'March 2026'", 2, "many"),
        ("measure moves 'Health advice' 99.9", 2, "no action"),
        ("evidence add 9.3 Log --kind gossip", 2, "audit"),
        ("evidence add 9.33 Log", 2, "did you mean"),
        ("source add Letter --on '1 May 2001'", 1, "more than 10 years back"),
        ("source add Letter --on 'next year'", 2, ""),
        ("finding add 'No such letter' Slow", 2, "There is no source"),
        ("finding add 'Peer review' Slow --area 99", 2, "no area"),
        ("plan --title ''", 2, "needs a title"),
        ("plan --signs-off-from today --no-sign-off", 2, "give one of"),
        ("step add 9.3 'Ask 943 476 5919' --by May", 1, "--not-personal"),
        ("measure add 'Ask ann@example.org'", 1, "--not-personal"),
        ("evidence add 9.3 'Ask ann@example.org'", 1, "--not-personal"),
        ("finding add 'Peer review' 'Ask ann@example.org'", 1, "--not-personal"),
    ],
)
def test_what_is_wrong_is_refused_with_one_line_that_helps(
    run: Run, place: Path, line: str, code: int, told: str
) -> None:
    before = place.read_bytes()

    ran = said(run, line)

    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err
    assert place.read_bytes() == before


@pytest.mark.parametrize("line", LISTS[:7])
def test_each_listing_has_every_form_and_looks_back(run: Run, line: str) -> None:
    items = said(run, f"{line} --json").items
    rows = list(csv.DictReader(io.StringIO(said(run, f"{line} --csv").out.removeprefix("\ufeff"))))
    plain = said(run, f"{line} --plain").out.splitlines()

    assert len(items) == len(rows) == len(plain) > 0
    assert list(items[0]) == list(rows[0])
    assert said(run, f"{line} --as-at 2019-01-01 --json").items != items
    assert said(run, f"{line} --json --csv").code == 2


def test_words_typed_into_things_never_act(run: Run) -> None:
    run("step", "add", "9.3", "=1+1 \x1b[31mred\x9b2J", "--by", "June 2026")
    run("measure", "add", "@SUM(A1) [bold]\x07")

    for line in ("step list", "measure list", "history 9.3"):
        for form in ("", " --plain", " --csv", " --json"):
            out = said(run, line + form).out
            assert not set(out) & set("\x1b\x9b\x07")
    assert "'=1+1" in run("step", "list", "--csv").out


def test_a_step_reached_lately_counts_from_its_day(run: Run) -> None:
    said(run, "step reached 9.3 3 --on '2 March 2026'")

    found = [
        said(run, f"step list 9.3 --json --as-at {day}").items[2]["reached_on"]
        for day in ("2026-03-01", "2026-03-02")
    ]
    assert found == [None, "2026-03-02"]


def test_another_s_later_word_on_a_step_stands_against_its_undo(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(run, ADDED["step"])
    monkeypatch.setenv("SEND_ACTIONS_BY", "Somebody else")
    said(run, "step reached 9.3 '70 calls'")
    monkeypatch.setenv("SEND_ACTIONS_BY", "Test lead")

    ran = run("undo")

    assert ran.code == 1
    assert "Somebody else has since done “Reach a step of 9.3: 70 calls in a month”" in ran.err


def test_a_correction_of_a_reading_keeps_one_value_for_the_period(run: Run) -> None:
    before = next(i for i in run("measure", "list", "--json").items if i["title"].startswith("Health advice"))
    said(run, ADDED["correction"])
    after = next(i for i in run("measure", "list", "--json").items if i["title"].startswith("Health advice"))

    assert (before["last"], after["last"]) == (79.0, 78.0)
    assert after["readings"] == before["readings"]


def test_owners_are_listed_with_what_they_lead_and_who_may_be_the_same(run: Run) -> None:
    run("edit", "9.3", "--lead", "Head of Children's Therapeis, CHT")
    run("edit", "9.4", "--lead", "Head of Inclusion")

    found = {(item["role"], item["org"]): item for item in run("owner", "list", "--json").items}

    mistyped = found["Head of Children's Therapeis", "CHT"]
    assert (mistyped["leads"], mistyped["perhaps"]) == (1, ["Head of Children's Therapies, CHT"])
    assert found["Head of Inclusion", ""]["perhaps"] == ["Head of Inclusion, LA"]
    assert found["Chief Executive", "LA"]["perhaps"] == []


def test_a_meeting_signs_off_from_the_day_given(run: Run) -> None:
    run("plan", "--no-sign-off")
    assert "7.3" not in run("check", "--code", "not-agreed").out
    run("plan", "--signs-off-from", "20 March 2026")
    assert "7.3" in run("check", "--code", "not-agreed").out
    assert run("plan", "--json").items[0]["signs_off_from"] == "2026-03-20"
