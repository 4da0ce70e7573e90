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
    "measure": "measure add 'Calls in a day' --unit % --better up --area 9 --target 80% --moved-by 9.3",
    "new target": "measure edit 'Health advice' --target '95 %' --target-by 'March 2027'",
    "reading": "measure reading 'Health advice' 81 'March 2026' --note 'Two clinics more'",
    "correction": "measure reading 'Health advice' 78 'February 2026'",
    "moves": "measure moves 'Health advice in six weeks' 6.3 9.4",
    "new date": "step edit 9.3 3 --by 'July 2026'",
    "new words": "step edit 9.3 '60 calls' --words '61 calls in a month'",
    "owner": "owner add 'Head of Inclusive Play, LA'",
    "new role": "owner edit 'Head of Inclusion' --role 'Head of Inclusive Schools'",
    "one owner": "owner edit 'Chief Executive' --role 'Head of Inclusion' --yes",
    "evidence": "evidence add 9.3 'Call log, March' --kind data --shows '62 calls' --place 'Folder 9'",
    "evidence of an area": "evidence add 9 'What parents say' --area --kind voice",
    "source": "source add 'Annual conversation' --on '2 February 2026' --kind diagnostic --author DfE",
    "finding": "finding add 'Peer review' 'Families wait for answers.' --place 'page 4' --area 13 --area 14",
    "evidence renamed": "evidence edit 6.1 Caseload --title 'Caseloads' --on '20 January 2026' --exempt",
    "evidence gone": "evidence remove 6.1 Caseload",
    "source renamed": "source edit 'Peer review' --title 'Review by peers' --kind diagnostic --author ''",
    "finding reworded": "finding edit 'Peer review' 'asked for views' --place '' --area 14 --not-area 13",
    "finding gone": "finding remove 'Peer review' 'Publish what every'",
    "measure gone": "measure remove 'Health advice'",
    "plan": "plan --title 'Our plan' --no-sign-off",
}
LABELS = {
    "step": "Add a step to 9.3: 70 calls in a month, by June 2026",
    "reached": "Reach a step of 9.3 on 27 March 2026: 60 calls in a month",
    "measure": "Add the measure Calls in a day",
    "reading": "Read Health advice in six weeks: 81%, March 2026",
    "correction": "Correct Health advice in six weeks: 78%, February 2026",
    "moves": "Say that 6.3, 9.4 move Health advice in six weeks",
    "new target": "Change the measure Health advice in six weeks: target, target by",
    "new date": "Change a step of 9.3: 60 calls in a month, by July 2026",
    "new words": "Change a step of 9.3: 61 calls in a month, by 31 December 2025",
    "owner": "Add the owner Head of Inclusive Play, LA",
    "new role": "Rename the owner Head of Inclusion, LA to Head of Inclusive Schools, LA",
    "one owner": "Make the owner Chief Executive, LA one with Head of Inclusion, LA",
    "evidence": "File evidence for 9.3: Call log, March",
    "evidence of an area": "File evidence for area 9: What parents say",
    "source": "Enter the source Annual conversation",
    "finding": "Enter an area for improvement of Peer review of SEND services (invented): "
    "Families wait for answers.",
    "evidence renamed": "Change evidence for 6.1, Caseload report, January 2026: date, title, exempt",
    "evidence gone": "Remove evidence for 6.1: Caseload report, January 2026",
    "source renamed": "Change the source Peer review of SEND services (invented): kind, title, author",
    "finding reworded": "Change a finding of Peer review of SEND services (invented): "
    "Parents are asked for views after decisions more often than…: place, areas",
    "finding gone": "Remove a finding of Peer review of SEND services (invented): "
    "Publish what every mainstream school is expected to offer a…",
    "measure gone": "Remove the measure Health advice in six weeks with its 7 readings",
    "plan": "Change the plan: title, signs off from",
}
NAMED_ANEW = {
    *("measure", "source", "new words", "new role", "one owner"),
    *("evidence gone", "source renamed", "finding gone", "measure gone"),
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


@pytest.mark.parametrize("thing", sorted(set(ADDED) - NAMED_ANEW))
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
        ("step add 9.3 Soon --by soonish", 2, 'Cannot read "soonish" as a date: write 31/03/2026, March'),
        ("measure edit 'Health advice' --target-by Q3", 2, 'Cannot read "Q3" as a date (it names no year)'),
        ("measure reading 'Health advice' 81 2025/26", 2, 'Cannot read "2025/26" as a period (it is a'),
        ("measure reading 'Health advice' 81 Q3", 2, 'Cannot read "Q3" as a period (it names no year)'),
        ("step add 9.3 Late --by '1 May 2019'", 1, "more than a year back"),
        ("step reached 9.3 7", 2, "see `send-actions step list 9.3`"),
        ("step reached 9.1 1", 2, "9.1 has no steps"),
        ("step reached 9.3 3 --on '1 March 2024'", 1, "add --yes"),
        ("step reached 9.3 3 --on '1 May 2026'", 2, "still to come"),
        ("measure add 'Health advice in six weeks' --unit % --better up", 1, "another title"),
        (
            "measure add New --unit % --better sideways",
            2,
            'No better way "sideways": use one of higher, lower, neither',
        ),
        (
            "measure add New",
            2,
            "(--better higher, lower or neither) and in what it is measured (--unit %, weeks",
        ),
        ("measure add New --better lower", 2, "Say in what it is measured (--unit %, weeks, £, number …)."),
        ("measure add New --unit %", 2, "Say which way is better (--better higher, lower or neither)."),
        ("measure add New --unit % --better up --target 0.8", 1, '"0.8" is read as 0.8%, not as 80%.'),
        ("measure edit 'Health advice' --target lots", 2, 'Cannot read "lots" as a value'),
        ("measure edit 'Health advice' --unit ''", 2, "A measure needs its unit"),
        ("measure edit 'Health advice' --better ''", 2, "No better way given: use one of higher"),
        ("measure edit 'Health advice' --title 'NEET with an EHC plan'", 1, "another title"),
        ("measure edit 'Health advice'", 2, "Say what to change, such as --title or --target"),
        (
            "measure reading 'Health advice' 0.81 'March 2026'",
            1,
            '"0.81" is read as 0.81%, not as 81%. Nothing',
        ),
        ("measure reading 'Health advice' '£81' 'March 2026'", 2, '"£81" is in £ and the measure is in %: '),
        ("step edit 9.3 3", 2, "Say what to change, --words or --by"),
        ("step edit 9.3 3 --by 'May 2019'", 1, "more than a year back"),
        ("step edit 9.3 3 --words ''", 2, "needs words"),
        (
            "step edit 9.3 3 --by May 2019",
            2,
            'Put what --by says in quotes: `send-actions step edit 9.3 3 --by "May 2019"`',
        ),
        ("step remove 9.3 7", 2, "see `send-actions step list 9.3`"),
        ("owner add TBC", 2, "That is nobody: name a role and its organisation"),
        ("owner add 'Jane Smith, LA'", 1, "--not-personal"),
        ("owner edit 'No such role' --role New", 2, "There is no owner"),
        ("owner edit 'Head of' --role New", 2, "Give more of it."),
        ("owner edit 'Head of Inclusion'", 2, "Say what to change, --role, --org"),
        ("owner edit 'Head of Inclusion' --role ''", 2, "An owner needs a role."),
        ("measure reading tides 5 'March 2026'", 2, "There is no measure"),
        ("measure reading wait 5 'March 2026'", 2, "Give more of it"),
        ("measure reading 'Health advice' 81 'April 2026'", 2, "still to come"),
        ("measure reading 'Health advice' 81 'April 2001'", 1, "more than a year back"),
        ("measure reading 'Health advice' many 'March 2026'", 2, "many"),
        ("measure moves 'Health advice' 99.9", 2, "no action"),
        ("evidence add 9.3 Log --kind gossip", 2, "audit"),
        ("evidence add 9.33 Log", 2, "did you mean"),
        (
            "source add Letter --on '1 May 2025'",
            2,
            "KIND is missing: write it as in `send-actions source add",
        ),
        ("source add Letter --kind diagnostic --on '1 May 2001'", 1, "more than 10 years back"),
        ("source add Letter --kind diagnostic --on 'next year'", 2, ""),
        ("finding add 'No such letter' Slow", 2, "There is no source"),
        ("finding add 'Peer review' Slow --area 99", 2, "no area"),
        ("plan --title ''", 2, "needs a title"),
        ("plan --signs-off-from today --no-sign-off", 2, "give one of"),
        ("step add 9.3 'Ask 943 476 5919' --by May", 1, "--not-personal"),
        ("measure add 'Ask ann@example.org' --unit % --better up", 1, "--not-personal"),
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
    run("measure", "add", "@SUM(A1) [bold]\x07", "--unit", "=1\x1b[2J", "--better", "higher")

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


def test_a_step_that_was_reached_keeps_its_day_unless_another_is_given(run: Run) -> None:
    said(run, "step reached 9.3 3 --on '2 March 2026'")

    again = said(run, "step reached 9.3 3")
    assert (again.code, again.err) == (
        0,
        "It was reached on 2 March 2026 already: nothing was changed. Another day is said with --on.\n",
    )
    assert said(run, "step list 9.3 --json").items[2]["reached_on"] == "2026-03-02"
    said(run, "step reached 9.3 3 --on '3 March 2026'")
    assert said(run, "step list 9.3 --json").items[2]["reached_on"] == "2026-03-03"


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


@pytest.mark.parametrize(("typed", "kept"), [("81", 81), ("81%", 81), ("81 %", 81), ("80.5 per cent", 80.5)])
def test_a_reading_is_read_with_its_unit_or_without(run: Run, typed: str, kept: float) -> None:
    assert run("measure", "reading", "Health advice", typed, "March 2026").code == 0
    found = {item["title"]: item["last"] for item in run("measure", "list", "--json").items}
    assert found["Health advice in six weeks"] == kept


def test_large_values_are_read_and_written_whole(run: Run) -> None:
    said(run, "measure add 'Cost of transport' --unit £ --better lower --baseline '£1,204,500'")
    ran = said(run, "measure reading cost '1,234,567.5' 'March 2026'")
    assert ran.err.startswith("Read Cost of transport: £1,234,567.5, March 2026 · record ")
    assert (
        "Was £1,204,500 (no period given). Is £1,234,567.5 (March 2026)."
        in said(run, "measure list --plain").out
    )


def test_a_step_is_removed_and_brought_back(run: Run) -> None:
    before = said(run, "step list 9.3 --json").items
    assert said(run, "step remove 9.3 '60 calls'").err.startswith(
        "Remove a step of 9.3: 60 calls in a month · "
    )
    assert said(run, "step list 9.3 --json").items == before[:2]
    assert run("undo").code == 0
    assert said(run, "step list 9.3 --json").items == before


def test_all_that_a_role_leads_follows_its_new_name(run: Run) -> None:
    led = [item["ref"] for item in run("list", 'lead:"Head of Inclusion"', "--json").items]
    ran = said(run, ADDED["new role"])
    assert ran.err.endswith("\n11 actions and areas 2, 18 go with it.\n")
    assert [item["ref"] for item in run("list", 'lead:"Head of Inclusive Schools"', "--json").items] == led
    assert run("list", 'lead:"Head of Inclusion"', "--as-at", "30 March 2026", "--json").document[
        "count"
    ] == len(led)


def test_two_names_for_one_owner_become_one(run: Run) -> None:
    run("edit", "9.3", "--lead", "Head of Children's Therapeis, CHT")
    ran = said(run, 'owner edit Therapeis --role "Head of Children\'s Therapies" --yes')
    assert ran.err.endswith("\n1 action goes with it.\n")
    assert run("show", "9.3", "--json").items[0]["lead"]["role"] == "Head of Children's Therapies"
    assert "Therapeis" not in run("owner", "list").out


def test_an_owner_who_was_added_is_told_how_to_lead(run: Run) -> None:
    told = said(run, ADDED["owner"]).err.splitlines()[1]
    assert told.startswith('`send-actions edit REF --lead "Head of Inclusive Play, LA"` gives them an action')
    assert run("edit", "9.3", "--lead", "Head of Inclusive Play, LA").code == 0
    leads = {item["role"]: item["leads"] for item in run("owner", "list", "--json").items}
    assert leads["Head of Inclusive Play"] == 1


def test_a_new_name_for_an_owner_is_read_as_any_owner_is_typed(run: Run) -> None:
    assert "That is nobody" in run("owner", "edit", "SENDIASS", "--role", "TBC").err
    ran = run("owner", "edit", "SENDIASS", "--role", "Head of SEND, LA", "--yes")
    assert ran.code == 0
    assert "LA, LA" not in run("owner", "list").out
    ran = run("owner", "edit", "Area SENCO Lead", "--role", "Head of SENDs")
    assert "Head of SENDs, LA" in run("owner", "list").out
    assert "nearly “Head of SEND, LA”" in ran.err


def test_a_step_is_not_changed_into_another_of_its_action(run: Run) -> None:
    run("step", "add", "9.3", "First thing", "--by", "30 June 2026")
    run("step", "add", "9.3", "Second thing", "--by", "30 June 2026")
    ran = run("step", "edit", "9.3", "Second thing", "--words", "First thing")
    assert ran.code == 2
    assert "9.3 has a step of these words and this date already." in ran.err
