"""Action logs, trackers and learning logs as governance and audit teams keep them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook

from send_actions.errors import SendActionsError
from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 12, 1)
Rows = Sequence[Sequence[str]]


def read(folder: Path, rows: Rows, columns: Mapping[str, str] | None = None, name: str = "Plan") -> PlanLines:
    return read_books(folder, {name: rows}, columns)


def read_books(
    folder: Path, sheets: Mapping[str, Rows], columns: Mapping[str, str] | None = None
) -> PlanLines:
    file = a_workbook(folder / "plan.xlsx", sheets)
    return read_plan_file(file, today=TODAY, answers=Answers(columns=columns or {}))


def read_csv(folder: Path, text: str, columns: Mapping[str, str] | None = None) -> PlanLines:
    file = folder / "plan.csv"
    file.write_text(text, encoding="utf-8")
    return read_plan_file(file, today=TODAY, answers=Answers(columns=columns or {}))


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


def asked(lines: PlanLines) -> list[str]:
    return [str(question.answer) for question in lines.questions]


def said(lines: PlanLines) -> list[tuple[str, str | None]]:
    return [(line.status.value if line.status else "", line.note) for line in lines.actions]


@pytest.mark.parametrize("heading", ["Outcome", "Result"])
def test_outcomes_that_begin_with_a_status_are_the_status_of_a_log(tmp_path: Path, heading: str) -> None:
    lines = read(
        tmp_path,
        [
            ("Ref", "Area", "Action", "Owner", heading),
            ("4.2", "Board", "Circulate the dashboard", "Chair", "Closed – circulated 27 January."),
            ("5.1", "Board", "Invite the clinical officer", "Chair", "Closed"),
            ("7.3", "Board", "Bring a paper on transport", "Chair", "Carried forward to May"),
            ("7.4", "Board", "Agree terms of reference", "Chair", "Open. Sent to legal."),
            ("7.5", "Board", "Confirm who sits", "Chair", "Open"),
        ],
    )

    assert said(lines)[:2] == [("complete", "circulated 27 January."), ("complete", None)]
    assert asked(lines) == ['--status "Carried forward to May=…"', '--status "Open=…"']


def test_outcomes_in_words_are_kept_in_words(tmp_path: Path) -> None:
    lines = read(
        tmp_path,
        [
            ("Ref", "Area", "Action", "Outcome"),
            ("1", "Board", "Circulate the dashboard", "Complete plans for all children"),
            ("2", "Board", "Invite the clinical officer", "Children are seen sooner"),
        ],
    )

    assert said(lines) == [("", None), ("", None)]
    assert lines.actions[0].success_measure == "Outcome: Complete plans for all children"


@pytest.mark.parametrize("heading", ["Progress", "Where are we now?"])
def test_how_much_is_done_before_other_words_is_the_status(tmp_path: Path, heading: str) -> None:
    lines = read(
        tmp_path,
        [
            ("Ref", "Area", "Action", heading),
            ("1", "Board", "Screen every child", "75%"),
            ("2", "Board", "Agree a protocol", "100% complete"),
            ("3", "Board", "Train magistrates", "0%"),
            ("4", "Board", "Seek a quality mark", "40% – self-assessment under way"),
        ],
    )

    assert [status for status, _ in said(lines)] == ["", "complete", "not-started", ""]
    assert asked(lines) == ['--status "Under 100%=…"']


def test_a_sign_alone_in_a_note_is_asked_about_where_nothing_else_says_a_status(tmp_path: Path) -> None:
    lines = read(
        tmp_path,
        [
            ("Ref", "Area", "Action", "Where are we now?"),
            ("1", "Board", "Rewrite the guidance", "🟢 Guidance drafted"),
            ("2", "Board", "Train every SENCO", "🟡"),
            ("3", "Board", "Look at plans each month", "✅"),
            ("4", "Board", "Publish waiting times", "⚪"),
            ("5", "Board", "Recruit", "–"),
        ],
    )

    assert [status for status, _ in said(lines)] == ["on-track", "at-risk", "", "", ""]
    assert asked(lines) == ['--status "✅=…"', '--status "⚪=…"']


def test_a_title_is_no_status_where_another_sheet_is_named_for_one(tmp_path: Path) -> None:
    header = ("Ref", "Area", "Action", "Lead")
    lines = read_books(
        tmp_path,
        {
            "Live": [
                ("Riverford Learning Trust – SEND plan 2026/27", "", "", ""),
                header,
                ("1", "Leadership", "Appoint a director", "CEO"),
            ],
            "Completed": [header, ("2", "Leadership", "Commission the challenge", "CEO")],
        },
    )

    assert said(lines) == [("", None), ("complete", None)]
    assert lines.questions == ()
    assert "Live!C2: Nothing says a status of the rows below" in told(lines)


@pytest.mark.parametrize("heading", ["Minute ref", "Case reference", "Finding no", "Condition number"])
def test_the_flag_is_named_that_reads_the_refs_of_what_a_log_is_about(tmp_path: Path, heading: str) -> None:
    rows = [(heading, "Area", "Action"), ("4.2", "Board", "Circulate"), ("7.3", "Board", "Bring a paper")]
    lines = read(tmp_path, rows)

    assert f'no column is the ref: --map "{heading}=ref" reads it so.' in told(lines)
    assert [line.ref for line in read(tmp_path, rows, {heading: "ref"}).actions] == ["4.2", "7.3"]


def test_no_flag_is_named_where_rows_share_such_a_ref_or_have_their_own(tmp_path: Path) -> None:
    shared = [("Minute ref", "Area", "Action"), ("4.2", "Board", "Circulate"), ("4.2", "Board", "Bring")]
    own = [
        ("Ref", "Minute ref", "Area", "Action"),
        ("1", "4.2", "Board", "Write"),
        ("2", "5", "Board", "Ask"),
    ]

    assert "no column is the ref" not in told(read(tmp_path, shared)) + told(read(tmp_path, own))


@pytest.mark.parametrize(
    "heading",
    ["What we’re going to do", "What we'll do", "Our ask", "Item title", "What we’ve agreed to do"],
)
def test_headings_of_actions_as_people_say_them(tmp_path: Path, heading: str) -> None:
    lines = read(tmp_path, [("Ref", "Area", heading, "Lead"), ("1", "Board", "Circulate", "Chair")])

    assert [line.title for line in lines.actions] == ["Circulate"]


@pytest.mark.parametrize(
    "heading",
    ["What happened", "How’s it going?", "How it’s going", "We did", "What has happened since", "Highlight"],
)
def test_headings_of_notes_as_people_say_them(tmp_path: Path, heading: str) -> None:
    rows = [("Ref", "Area", "Action", heading), ("1", "Board", "Circulate", "Eight parents read the letters")]

    assert said(read(tmp_path, rows)) == [("", "Eight parents read the letters")]


@pytest.mark.parametrize(
    "heading", ["You said", "Fault found", "Cabinet response", "Outcome for children", "Issues", "Result"]
)
def test_what_an_action_answers_is_kept_in_words(tmp_path: Path, heading: str) -> None:
    rows = [("Ref", "Area", "Action", heading), ("1", "Board", "Circulate", "Letters are full of jargon")]
    (line,) = read(tmp_path, rows).actions

    kept = [line.success_measure, line.note, *(then.note for then in line.said)]
    assert f"{heading}: Letters are full of jargon" in kept


def test_a_column_of_csv_that_is_answered_of_is_found_below_a_title(tmp_path: Path) -> None:
    text = "Preparing for adulthood,,,\nNo,PfA outcome,Pledge,Contact\nE1,Work,Double internships,PfA Lead\n"
    lines = read_csv(tmp_path, text, {"Pledge": "action", "PfA outcome": "area"})

    assert [(line.ref, line.title) for line in lines.actions] == [("E1", "Double internships")]


def test_the_refusal_of_a_csv_names_a_column_of_its_headings_and_not_of_its_title(tmp_path: Path) -> None:
    text = "Preparing for adulthood,,,\nNo,PfA outcome,Pledge,Lead\nE1,Work,Double internships by 2027,PfA\n"

    with pytest.raises(SendActionsError, match='--map "pledge=action"'):
        read_csv(tmp_path, text)


RISKS = [
    ("Risk ID", "Risk", "Likelihood", "Impact", "Score", "Mitigating action", "Action owner", "Action due"),
    ("SR1", "Tribunals rise", "4", "4", "16", "Recruit two officers", "Head of SEND", "31/01/2027"),
    ("SR2", "Deficit grows", "5", "5", "25", "Deliver the plan", "Director of Finance", "31/03/2028"),
]


def test_the_flag_that_is_named_for_a_tracker_of_risks_reads_it(tmp_path: Path) -> None:
    with pytest.raises(SendActionsError, match='--column "Mitigating action=action"'):
        read(tmp_path, RISKS)
    lines = read(tmp_path, RISKS, {"Mitigating action": "action"})

    assert [line.title for line in lines.actions] == ["Recruit two officers", "Deliver the plan"]
    assert [line.impact for line in lines.actions] == [None, None]


def test_what_is_answered_of_a_heading_makes_no_actions_of_risks_beside_a_plan(tmp_path: Path) -> None:
    plan = [("Ref", "Area", "Mitigating action", "Lead"), ("1.1", "One", "Open a door", "Head of SEND")]
    lines = read_books(tmp_path, {"Plan": plan, "Risks": RISKS}, {"Mitigating action": "action"})

    assert [line.title for line in lines.actions] == ["Open a door"]


@pytest.mark.parametrize(
    ("headings", "days"),
    [
        (("Aut 1", "Aut 2", "Spr 1"), [date(2026, 10, 31), TODAY]),
        (("Autumn 1", "Autumn 2", "Spring 1"), [date(2026, 10, 31), TODAY]),
        (("HT1", "HT2", "HT3"), [date(2026, 10, 31), TODAY]),
    ],
)
def test_half_terms_over_statuses_are_reviews(
    tmp_path: Path, headings: tuple[str, ...], days: list[date]
) -> None:
    lines = read(
        tmp_path,
        [
            ("SEND action plan 2026/27", "", "", "", "", ""),
            ("Ref", "Area", "Action", *headings),
            ("1", "Leadership", "Appoint a director", "Green", "Complete", ""),
            ("2", "Leadership", "Train trustees", "Amber", "Red", ""),
        ],
    )

    assert [[then.on for then in line.said] for line in lines.actions] == [days, days]
    assert [line.latest_status.value for line in lines.actions if line.latest_status] == [
        "complete",
        "off-track",
    ]


def test_a_half_term_without_a_year_says_that_its_year_is_taken(tmp_path: Path) -> None:
    rows = [("Ref", "Area", "Action", "When"), ("1", "Board", "Train magistrates", "Autumn half term")]

    assert "“Autumn half term” is taken as October 2027: half-term has no one date. Say the year" in told(
        read(tmp_path, rows)
    )


@pytest.mark.parametrize("words", ["No actions arising", "No action required", "No further actions."])
def test_a_row_that_says_there_is_no_action_is_none(tmp_path: Path, words: str) -> None:
    rows = [("Ref", "Area", "Action", "Lead"), ("1", "Board", "Circulate", "Chair"), ("", "", words, "")]
    lines = read(tmp_path, rows)

    assert [line.title for line in lines.actions] == ["Circulate"]
    assert "says that there is no action: left out." in told(lines)


def test_a_row_without_an_action_is_asked_about_with_the_flag_that_leaves_it_out(tmp_path: Path) -> None:
    header = ("Ref", "Area", "Recommendation", "Action", "Lead")
    rows = [header, ("R1", "T", "Promote", "Leaflet", "Head"), ("R2", "T", "Insource all routes", "", "Head")]
    lines = read(tmp_path, rows)

    assert asked(lines) == ['--ref "Plan!A3=none"']


def test_the_likely_column_of_actions_is_not_one_that_says_whether_they_are_done(tmp_path: Path) -> None:
    rows = [("#", "Our wish", "Who", "Done? Y/N"), ("1", "A named person for every family", "Head", "N")]

    with pytest.raises(SendActionsError, match='--column "Our wish=action"'):
        read(tmp_path, rows)


@pytest.mark.parametrize(
    "title", ["Youth Justice Plan 2026/27", "Youth Justice Plan 2026/27: priority actions"]
)
def test_a_half_term_is_of_the_year_in_the_title_of_the_plan(tmp_path: Path, title: str) -> None:
    header = ("Ref", "Area", "Action", "When")
    rows = [(title, "", "", ""), header, ("1", "Board", "Train magistrates", "Autumn half term")]

    assert f"is taken as October 2026, as the file says “{title[:26]}" in told(read(tmp_path, rows))


@pytest.mark.parametrize("heading", ["Current (Nov 2026)", "Current", "Latest"])
def test_where_a_measure_stands_is_its_reading(tmp_path: Path, heading: str) -> None:
    lines = read(
        tmp_path,
        [
            ("Ref", "Area", "Action", "KPI", "Baseline (July 2025)", "Target (July 2027)", heading),
            ("1", "Exclusions", "Launch outreach", "Permanent exclusions", "84", "50", "61"),
        ],
    )

    (measure,) = lines.actions[0].measures
    assert [reading.value for reading in measure.readings][-1:] == [61]


def test_what_is_answered_of_a_sign_alone_is_its_status(tmp_path: Path) -> None:
    header = ("Ref", "Area", "Action", "Where are we now?")
    rows = [header, ("1", "Board", "Train", "🟡 Slow start"), ("2", "Board", "Look at plans", "✅")]
    file = a_workbook(tmp_path / "plan.xlsx", {"Plan": rows})
    lines = read_plan_file(file, today=TODAY, answers=Answers().with_answer("--status", "✅=complete"))

    assert said(lines) == [("at-risk", "Slow start"), ("complete", None)]
    assert lines.questions == ()


@pytest.mark.parametrize("heading", ["Status", "Progress", "% complete"])
def test_how_much_is_done_is_noted_once_beside_what_was_answered_of_it(tmp_path: Path, heading: str) -> None:
    rows = [("Ref", "Area", "Action", heading), ("1", "Board", "Train", "75%"), ("2", "Board", "Look", "0%")]
    file = a_workbook(tmp_path / "plan.xlsx", {"Plan": rows})
    lines = read_plan_file(file, today=TODAY, answers=Answers().with_answer("--status", "75%=on-track"))

    assert said(lines)[0] == ("on-track", "75% complete")
