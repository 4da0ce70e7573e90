"""Evidence, sources, findings and measures changed and removed: only what is given."""

from __future__ import annotations

import shlex

import pytest
from running import Ran, Run
from sqlmodel import SQLModel

from send_actions.changes.measures import OF_A_MEASURE

REVIEW = "Peer review of SEND services (invented)"


def said(run: Run, line: str) -> Ran:
    return run(*shlex.split(line))


def find(run: Run, line: str, **wanted: str) -> dict[str, object]:
    items = said(run, f"{line} --json").items
    return next(item for item in items if all(item[name] == value for name, value in wanted.items()))


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("evidence edit 6.1 Caseload", 2, "Say what to change, such as --title"),
        ("evidence edit 6.1 Caseload --title ''", 2, "Evidence needs a title."),
        ("evidence edit 6.1 Caseload --kind film", 2, 'No kind of evidence "film"'),
        ("evidence edit 6.1 Caseload --on '1 May 2026'", 2, "still to come"),
        ("evidence edit 6.1 Caseload --on '1 May 2019'", 1, "add --yes"),
        ("evidence edit 6.1 Caseload --place ann@example.org", 1, "add --not-personal"),
        ("evidence edit 6.1 'No such'", 2, "Say what to change"),
        (
            "evidence remove 6.1 'No such'",
            2,
            'There is no evidence "No such" of 6.1: it has “Caseload report, ',
        ),
        (
            "evidence edit 8.1 Log --title New",
            2,
            "There is no evidence of 8.1 yet: see `send-actions evidence list 8.1`.",
        ),
        ("evidence edit 3 Log --area --title New", 2, "There is no evidence of area 3 yet: see"),
        (
            "step reached 9.3 7",
            2,
            "There is no step 7 of 9.3: it has 1 to 3, see `send-actions step list 9.3`.",
        ),
        ("step reached 9.3 soon", 2, 'There is no step "soon" of 9.3: it has 1 to 3, see'),
        (
            "finding edit 'Peer review' tides --place x",
            2,
            'There is no finding "tides" of Peer review of SEND ',
        ),
        ("evidence remove 9 'No such' --area", 2, "of area 9: it has “Show of hands in the SENCO network”."),
        ("evidence remove 14.1 'No such'", 2, "of 14.1: it has “Families' survey 2025”."),
        ("evidence edit 6.1 Caseload --action 9.33", 2, 'There is no action "9.33": did you mean 9.3?'),
        ("evidence edit 6.1 Caseload --action 9", 2, "9 is an area, not an action"),
        ("evidence edit 6.1 Caseload --into 99", 2, 'There is no area "99"'),
        ("evidence edit 6.1 Caseload --action 9.3 --into 9", 2, "give --action or --into."),
        ("source edit 'Peer review'", 2, "Say what to change, such as --title"),
        ("source edit 'Peer review' --title 'Area SEND inspection letter (invented)'", 1, "another title"),
        ("source edit 'Peer review' --kind rumour", 2, 'No kind of source "rumour"'),
        ("source edit 'Peer review' --on '1 May 2012'", 1, "more than 10 years back"),
        ("source remove 'Peer review'", 1, "has 5 findings: nothing was removed; remove them first."),
        ("source remove 'No such'", 2, 'There is no source "No such"'),
        ("finding edit 'Peer review' 'asked for views'", 2, "Say what to change, such as --words"),
        ("finding edit 'Peer review' 'asked for views' --words ''", 2, "A finding needs words."),
        ("finding edit 'Peer review' 'asked for views' --area 14 --not-area 14", 2, "Area 14 either answers"),
        ("finding edit 'Peer review' 'what' --place x", 2, "Give more of it."),
        ("finding remove 'Peer review' 'No such'", 2, 'There is no finding "No such"'),
        ("measure remove 'No such'", 2, 'There is no measure "No such"'),
    ],
)
def test_what_cannot_be_is_one_clear_line(run: Run, line: str, code: int, told: str) -> None:
    before = run("history", "--json").out
    ran = said(run, line)
    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert run("history", "--json").out == before


def test_only_what_is_given_of_evidence_is_changed(run: Run) -> None:
    before = find(run, "evidence list 6.1", ref="6.1")
    assert said(run, "evidence edit 6.1 Caseload --shows 'Average 160'").code == 0
    assert find(run, "evidence list 6.1", ref="6.1") == before | {"shows": "Average 160"}
    assert said(run, "evidence edit 6.1 Caseload --shows '' --exempt").code == 0
    assert said(run, "evidence edit 6.1 Caseload --not-exempt").code == 0
    assert find(run, "evidence list 6.1", ref="6.1") == before | {"shows": ""}


def test_of_two_of_one_title_the_day_says_which(run: Run) -> None:
    said(run, "evidence add 9.3 'Call log' --on '3 March 2026'")
    said(run, "evidence add 9.3 'Call log' --on '24 March 2026'")
    ran = said(run, "evidence remove 9.3 'call log'")
    assert ran.code == 2
    assert "Call log, 3 March 2026; Call log, 24 March 2026. Give more of it." in ran.err
    assert said(run, "evidence remove 9.3 'Call log, 3 March 2026'").code == 0
    left = [item["on"] for item in said(run, "evidence list 9.3 --json").items if item["title"] == "Call log"]
    assert left == ["2026-03-24"]


SAME_DAY = "evidence add 9.3 'Call log' --on '3 March 2026'"


@pytest.mark.parametrize(
    ("one", "other", "told", "picks"),
    [
        ("--kind data", "--kind audit", "Call log, data; Call log, audit", "Call log, data"),
        ("--shows '62 calls'", "--shows '41 calls'", "Call log, 62 calls; Call log, 41 calls", "62 calls"),
        ("--place 'Folder 9'", "", "Call log, Folder 9; Call log, no place", "call log, folder 9"),
        ("--exempt", "", "Call log, exempt; Call log, not exempt", "Call log, exempt"),
        (
            "--kind data --shows 62",
            "--kind audit --shows 41",
            "Call log, data, 62; Call log, audit, 41",
            "Call log, 62",
        ),
    ],
)
def test_of_two_of_one_title_and_day_what_differs_says_which(
    run: Run, one: str, other: str, told: str, picks: str
) -> None:
    said(run, f"{SAME_DAY} {other}")
    kept = said(run, "evidence list 9.3 --json").items
    said(run, f"{SAME_DAY} {one}")
    for line in ("evidence remove 9.3 'Call log'", "evidence edit 9.3 'call log' --place x"):
        ran = said(run, line)
        assert ran.code == 2
        parts = ran.err.removesuffix(". Give more of it.\n").partition(
            " are words of 2 pieces of evidence: "
        )[2]
        assert sorted(parts.split("; ")) == sorted(told.split("; "))
    assert run("evidence", "remove", "9.3", picks).code == 0
    assert said(run, "evidence list 9.3 --json").items == kept


def test_of_two_titles_that_differ_in_capitals_the_one_typed_is_meant(run: Run) -> None:
    for title in ("Call log", "Call Log"):
        said(run, f"evidence add 9.3 '{title}' --on '3 March 2026'")
    assert "Call log; Call Log" in said(run, "evidence remove 9.3 'call LOG'").err
    ran = said(run, "evidence remove 9.3 'Call Log'")
    assert ran.err.startswith("Remove evidence for 9.3: Call Log · record ")


def test_of_two_findings_of_the_same_words_the_kind_or_place_says_which(run: Run) -> None:
    words = "Families wait too long. " * 5
    for more in ("--kind strength", "--kind recommendation", "--kind strength --place 'page 4'"):
        said(run, f"finding add 'Peer review' '{words}' {more}")
    ran = run("finding", "remove", "Peer review", words)
    assert ran.code == 2
    for told in ("strength, no place", "recommendation, no place", "strength, page 4"):
        assert f"…, {told}" in ran.err
    assert said(run, f"finding remove 'Peer review' '{words.strip()}, strength'").code == 2
    assert said(run, "finding remove 'Peer review' recommendation").code == 0
    assert said(run, f"finding remove 'Peer review' '{words.strip()}, page 4'").code == 0
    left = [item for item in said(run, "finding list --json").items if item["text"] == words.strip()]
    assert [(item["kind"], item["place"]) for item in left] == [("strength", "")]


def test_evidence_of_an_area_is_named_with_its_area(run: Run) -> None:
    said(run, "evidence add 9 'What parents say' --area --kind voice")
    assert said(run, "evidence edit 9 parents --area --place 'Folder 9'").code == 0
    assert find(run, "evidence list", area="9", title="What parents say")["place"] == "Folder 9"
    ran = said(run, "evidence remove 9 parents --area")
    assert ran.err.startswith("Remove evidence for area 9: What parents say · record ")


def test_evidence_is_not_made_the_same_as_another(run: Run) -> None:
    for title in ("Call log", "Call list"):
        said(run, f"evidence add 9.3 '{title}'")
    ran = said(run, "evidence edit 9.3 'Call list' --title 'Call log'")
    assert (ran.code, ran.err) == (2, "The very same is filed there already.\n")


def test_a_source_goes_when_its_findings_went(run: Run) -> None:
    for item in said(run, "finding list --json").items:
        if item["source"] == REVIEW:
            assert run("finding", "remove", "Peer review", str(item["text"])).code == 0
    ran = said(run, "source remove 'Peer review'")
    assert ran.err.startswith(f"Remove the source {REVIEW} · record ")
    assert REVIEW not in run("source", "list", "--json").out
    assert REVIEW in run("source", "list", "--json", "--as-at", "30 March 2026").out


def test_which_areas_answer_a_finding_is_changed_one_by_one(run: Run) -> None:
    words = "Publish what every"
    assert said(run, f"finding edit 'Peer review' '{words}' --area 3 --not-area 18").code == 0
    found = next(item for item in said(run, "finding list --json").items if item["text"].startswith(words))
    assert found["areas"] == ["2", "3"]
    ran = said(run, f"finding edit 'Peer review' '{words}' --area 3 --not-area 18")
    assert ran.err == "That finding is so already: nothing was changed.\n"


def test_a_measure_goes_with_its_readings_and_from_the_actions_that_name_it(run: Run) -> None:
    title = "Health advice in six weeks"
    assert title in run("show", "6.2", "--json").items[0]["measures"]
    assert run("measure", "remove", title).code == 0
    assert title not in run("show", "6.2", "--json").items[0]["measures"]
    assert title not in run("measure", "list", "--json").out
    assert title in run("measure", "list", "--json", "--as-at", "30 March 2026").out
    assert title in run("show", "6.2", "--json", "--as-at", "30 March 2026").items[0]["measures"]
    assert run("measure", "add", title, "--unit", "%", "--better", "up").code == 0
    assert find(run, "measure list", title=title)["readings"] == 0
    assert run("report", "board", "-o", "-").code == 0


def test_all_that_is_a_measure_s_is_known_to_be() -> None:
    named = {
        table.name
        for table in SQLModel.metadata.tables.values()
        for column in table.columns
        for key in column.foreign_keys
        if key.target_fullname == "measure.id"
    }
    assert set(OF_A_MEASURE) == named


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "measure edit 'Health advice' --unit weeks",
            "7 readings (the last 79%), 2 milestones, the baseline 54% and the target 90% would stand",
        ),
        (
            "measure edit 'Health advice' --unit weeks --target '5 weeks' --baseline 9",
            "7 readings (the last 79%) and 2 milestones would stand as they are, in weeks.",
        ),
        (
            "measure edit 'Requests for assessment' --unit £",
            "5 readings (the last 214 requests) and the baseline 126 requests would stand",
        ),
    ],
)
def test_another_unit_under_values_that_are_there_is_asked_about(run: Run, line: str, told: str) -> None:
    ran = said(run, line)
    assert ran.code == 1
    tail = "Nothing was changed: add a measure of its own, or add --yes if it is meant."
    assert ran.err.startswith(told)
    assert ran.err.endswith(f". {tail}\n")
    assert said(run, f"{line} --yes").code == 0


@pytest.mark.parametrize(
    "line",
    [
        "measure edit 'Health advice' --unit 'per cent'",
        "measure edit 'Health advice' --unit '% of requests'",
        "measure edit 'Health advice' --unit %",
        "measure edit Requests --unit request",
    ],
)
def test_the_same_unit_in_other_words_is_no_slip(run: Run, line: str) -> None:
    assert said(run, line).code == 0


def test_a_measure_without_values_takes_any_unit(run: Run) -> None:
    said(run, "measure add 'Calls' --unit % --better up")
    assert said(run, "measure edit Calls --unit calls").code == 0


@pytest.mark.parametrize(
    ("line", "label", "now"),
    [
        ("--action 9.4", "now for 9.4", {"ref": "9.4", "area": ""}),
        ("--into 9 --place Here", "now for area 9, place", {"ref": "", "area": "9"}),
    ],
)
def test_evidence_is_moved_to_what_it_is_for_and_back(
    run: Run, line: str, label: str, now: dict[str, str]
) -> None:
    before = said(run, "evidence list --json").items
    ran = said(run, f"evidence edit 6.1 Caseload {line}")
    told = "Change evidence for 6.1, Caseload report, January 2026: "
    assert ran.err.startswith(f"{told}{label} · record ")
    (moved,) = [one for one in said(run, "evidence list --json").items if one not in before]
    assert {name: moved[name] for name in now} == now
    assert said(run, f"evidence edit {now['ref'] or '9 --area'} Caseload {line}").err.endswith(
        "is so already: nothing was changed.\n"
    )
    assert run("undo").code == 0
    assert said(run, "evidence list --json").items == before
