"""Lists of tasks that Planner, Trello, Jira, Monday, Asana and Smartsheet write."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from table_formats import Row, Saved, each_format, in_text, in_workbook

from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import ActionLine, PlanLines

PLANNER = (
    *("Task ID", "Task Name", "Bucket Name", "Progress", "Priority", "Assigned To", "Created By"),
    *("Start date", "Due date", "Late", "Completed Date", "Checklist Items", "Labels", "Description"),
)
OF_PLANNER: list[Row] = [
    PLANNER,
    (
        *("Xy0-Ab12cdEfGh_9", "Open a hub", "Early help", "In progress", "Medium", "Head of SEND"),
        *("Jane Smith", "01/09/2026", "30/06/2027", "false", "", "Find rooms;Hire staff", "Board", "Words"),
    ),
    (
        *("Zz0-Ab12cdEfGh_8", "Train staff", "Plans", "Not started", "Important", "DCO"),
        *("Jane Smith", "", "31/10/2026", "true", "", "", "", ""),
    ),
    (
        *("Qq0-Ab12cdEfGh_7", "Write policy", "Plans", "Completed", "Low", ""),
        *("Jane Smith", "", "15/10/2026", "false", "10/10/2026", "", "", ""),
    ),
]
TRELLO: list[Row] = [
    ("Card ID", "Card Name", "Members", "Due Date", "List Name", "Board Name"),
    ("6512bd43d9caa6e02c990b0a", "Open a hub", "DCO", "2027-06-30T16:00:00.000Z", "To do", "SEND"),
    ("6512bd43d9caa6e02c990b0b", "Train staff", "DCO", "2026-10-31T16:00:00.000Z", "Done", "SEND"),
]
JIRA: list[Row] = [
    ("Issue key", "Issue id", "Summary", "Status", "Assignee", "Reporter", "Priority", "Updated", "Due date"),
    (
        *("SEND-12", "10012", "Open a hub", "In Progress", "DCO", "Jane Smith", "High"),
        *("20/Nov/26 4:05 PM", "30/Jun/27 12:00 AM"),
    ),
    ("SEND-13", "10013", "Train staff", "Done", "DCO", "Jane Smith", "Low", "20/Nov/26 4:05 PM", ""),
]
ASANA: list[Row] = [
    ("Task ID", "Name", "Section/Column", "Assignee", "Due Date", "Tags", "Notes"),
    ("120123456789", "Open a hub", "Early help", "DCO", "2027-06-30", "", "Rooms found"),
    ("120123456790", "Train staff", "Plans", "DCO", "2026-10-31", "", ""),
]
MONDAY: list[Row] = [
    ("Early help",),
    ("Name", "Person", "Status", "Date"),
    ("Open a hub", "DCO", "Working on it", "2027-06-30"),
    ("",),
    ("Plans",),
    ("Name", "Person", "Status", "Date"),
    ("Train staff", "DCO", "Done", "2026-10-31"),
]
SMARTSHEET: list[Row] = [
    ("Task Name", "Duration", "Start", "Finish", "Predecessors", "Assigned To", "% Complete", "Status"),
    ("Open a hub", "90d", "01/09/26", "30/06/27", "", "DCO", "50%", "In Progress"),
    ("Train staff", "10d", "01/09/26", "31/10/26", "1", "DCO", "100%", "Complete"),
]
LISTS = {
    "Planner": OF_PLANNER,
    "Trello": TRELLO,
    "Jira": JIRA,
    "Asana": ASANA,
    "Monday": MONDAY,
    "Smartsheet": SMARTSHEET,
}


def read(file: Path) -> PlanLines:
    return read_plan_file(file, today=date(2026, 12, 1))


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


def by_title(lines: PlanLines) -> dict[str, ActionLine]:
    return {line.title: line for line in lines.actions}


@each_format
@pytest.mark.parametrize("rows", LISTS.values(), ids=LISTS)
def test_the_tasks_of_a_list_come_in_with_lead_and_due_date(
    tmp_path: Path, rows: list[Row], saved: Saved
) -> None:
    lines = read(saved(tmp_path, rows))
    hub, staff = (by_title(lines)[title] for title in ("Open a hub", "Train staff"))

    assert str(staff.lead) == "DCO"
    assert hub.due is not None
    assert hub.due.on == date(2027, 6, 30)
    assert len(lines.actions) == len(by_title(lines)) == (3 if rows is OF_PLANNER else 2)


@each_format
def test_a_bucket_is_an_area_and_progress_the_status(tmp_path: Path, saved: Saved) -> None:
    lines = read(saved(tmp_path, OF_PLANNER))
    tasks = by_title(lines)

    assert [area.title for area in lines.areas] == ["Early help", "Plans"]
    assert tasks["Train staff"].status is not None
    assert tasks["Train staff"].status.value == "not-started"
    assert [question.message for question in lines.questions] == [
        "The status “In progress” has no meaning yet. Did you mean on-track?"
    ]
    assert tasks["Write policy"].said[0].on == date(2026, 10, 10)
    assert "“Priority”" in told(lines)
    assert "Jane Smith" not in " ".join(str(line) for line in lines.actions)


@pytest.mark.parametrize("rows", [OF_PLANNER, TRELLO, ASANA], ids=["Planner", "Trello", "Asana"])
def test_the_ids_of_a_program_are_no_refs(tmp_path: Path, rows: list[Row]) -> None:
    lines = read(in_text(tmp_path, rows))

    assert not {line.ref for line in lines.actions} & {row[0] for row in rows}
    assert f"The column “{rows[0][0]}” is not one we know: left out." in told(lines)


def test_the_key_of_an_issue_is_its_ref(tmp_path: Path) -> None:
    assert [line.ref for line in read(in_text(tmp_path, JIRA)).actions] == ["SEND-12", "SEND-13"]


@each_format
def test_lists_that_are_states_are_the_status_and_no_areas(tmp_path: Path, saved: Saved) -> None:
    lines = read(saved(tmp_path, TRELLO))

    assert by_title(lines)["Train staff"].status is not None
    assert "“To do” has no meaning yet. Did you mean not-started?" in told(lines)
    assert "Nothing in the file says a status" not in told(lines)
    assert not lines.areas


def test_a_group_that_repeats_the_header_is_read_to_its_end(tmp_path: Path) -> None:
    for saved in (in_workbook, in_text):
        lines = read(saved(tmp_path, MONDAY))

        assert [line.title for line in lines.actions] == ["Open a hub", "Train staff"]
        assert lines.actions[1].area_title == "Plans"


def test_names_of_people_to_whom_tasks_are_assigned_are_questioned(tmp_path: Path) -> None:
    rows = [[cell.replace("Head of SEND", "Jane Smith;Ali Khan") for cell in row] for row in OF_PLANNER]
    lines = read(in_text(tmp_path, [tuple(row) for row in rows]))

    assert "“Jane Smith” seems to be a person's name in a role's place" in told(lines)


def test_a_plain_column_of_names_heads_no_actions(tmp_path: Path) -> None:
    people = [("Name", "Role", "Status", "Date"), ("Head", "Chair", "Open", "2026-10-31")]
    actions = [("Ref", "Action", "Lead"), ("1.1", "Open a hub", "DCO"), ("",), *people]

    assert [line.title for line in read(in_text(tmp_path, actions)).actions] == ["Open a hub"]


@pytest.mark.parametrize(
    "text",
    [
        *("30/06/2027 16:00", "2027-06-30 16:30:00", "30/06/27 4:05 PM", "30 June 2027 at 5pm"),
        *("30 Jun 2027, 17:00", "30/Jun/27 12:00 AM", "Wed 30 June 2027 09:00", "30.06.2027 09.30"),
    ],
)
def test_a_date_with_a_time_is_due_on_its_day(tmp_path: Path, text: str) -> None:
    rows = [("Ref", "Area no", "Action", "Due"), ("1.1", "1", "Open a hub", text)]
    lines = read(in_text(tmp_path, rows))

    assert lines.actions[0].due is not None
    assert lines.actions[0].due.on == date(2027, 6, 30)
    assert not lines.problems
