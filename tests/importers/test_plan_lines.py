"""A CSV file read into lines, and brought into a plan."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypedDict

import pytest

from send_actions.changes.actions import retire_action
from send_actions.changes.imports import import_lines, preview_import
from send_actions.changes.undo import undo
from send_actions.changes.updates import record_update
from send_actions.domain.checks.plan_checks import check
from send_actions.domain.drafts import OwnerDraft, UpdateDraft
from send_actions.domain.plan import Change, Due, Plan
from send_actions.domain.plan.vocabulary import Precision, Status
from send_actions.errors import SendActionsError
from send_actions.importers.import_words import held
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import ActionLine, AreaLine, PlanLines
from send_actions.store.database import Store, open_store
from send_actions.store.reader import open_reader, read_plan
from send_actions.templates.begin import Template, begin_from_template


class Who(TypedDict):
    actor: str
    at: datetime
    day: date


EIGHTEEN = Path(__file__).parents[1] / "data" / "eighteen_areas.csv"
SPOKEN_OF = date(2026, 3, 31)
WHO = Who(actor="lead", at=datetime(2026, 11, 21, 12, tzinfo=UTC), day=date(2026, 11, 21))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    begin_from_template(tmp_path / "plan.db", Template.EMPTY, **WHO)
    return tmp_path / "plan.db"


def lines_of(tmp_path: Path, text: str) -> PlanLines:
    file = tmp_path / "plan.csv"
    file.write_text(text, encoding="utf-8")
    return read_plan_file(file, today=WHO["day"])


def bring_in(store: Store, lines: PlanLines, on: date | None = SPOKEN_OF) -> Change | None:
    return import_lines(store, lines, name="plan.csv", on=on, **WHO)


def plan_at(place: Path, on: date = SPOKEN_OF) -> Plan:
    reading = open_reader(place)
    try:
        return read_plan(reading, on)
    finally:
        reading.close()


def test_the_eighteen_areas_come_in_whole(place: Path) -> None:
    bring_in(open_store(place), read_plan_file(EIGHTEEN, today=WHO["day"]))
    plan = plan_at(place)
    assert (len(plan.areas), len(plan.actions)) == (18, 78)
    counts = Counter(action.status.value for action in plan.actions if action.status)
    assert counts == {
        "on-track": 32,
        "at-risk": 16,
        "complete": 13,
        "embedded": 8,
        "off-track": 6,
        "not-started": 3,
    }
    flags = check(plan)
    assert sum(flag.code == "overdue" for flag in flags) == 16
    green = [flag.action.ref for flag in flags if flag.code == "green-but-overdue" and flag.action]
    assert green == ["6.2", "9.3", "15.4"]
    assert plan.areas[0].theme == "Identify"


def test_the_same_file_again_changes_nothing_also_after_a_later_set(place: Path) -> None:
    store = open_store(place)
    lines = read_plan_file(EIGHTEEN, today=WHO["day"])
    bring_in(store, lines)
    assert bring_in(store, lines) is None
    action = next(a for a in plan_at(place).actions if a.ref == "9.3")
    said = UpdateDraft(action_id=action.id, status=Status.OFF_TRACK, note="provider withdrew")
    record_update(store, said, **WHO)
    assert bring_in(store, lines) is None
    record_update(store, UpdateDraft(action_id=action.id, status=Status.AT_RISK, on=SPOKEN_OF), **WHO)
    assert bring_in(store, lines) is None


GREEN = "ref,area,area_title,title,status,due\n1.1,1,One,Do it,green,2026-05-31\n"


def test_the_same_file_again_leaves_what_was_said_since_also_on_its_own_day_or_the_next(
    place: Path, tmp_path: Path
) -> None:
    store = open_store(place)
    bring_in(store, lines_of(tmp_path, GREEN), on=None)
    more = lines_of(tmp_path, GREEN + "1.2,1,One,Do more,green,2026-05-31\n")
    assert bring_in(store, more, on=None) is not None
    action = plan_at(place, WHO["day"]).actions[0]
    record_update(store, UpdateDraft(action_id=action.id, status=Status.OFF_TRACK, note="withdrew"), **WHO)

    assert bring_in(store, more, on=None) is None
    next_day = Who(actor="lead", at=WHO["at"], day=date(2026, 11, 22))
    assert import_lines(store, more, name="plan.csv", **next_day) is None
    assert plan_at(place, date(2026, 11, 22)).actions[0].status is Status.OFF_TRACK


def test_another_file_of_the_same_day_is_compared_with_what_stands(place: Path, tmp_path: Path) -> None:
    store = open_store(place)
    bring_in(store, lines_of(tmp_path, GREEN), on=None)
    amber = GREEN.replace("green", "amber")
    bring_in(store, lines_of(tmp_path, amber), on=None)
    green_again = lines_of(tmp_path, GREEN + "1.2,1,One,Do more,green,2026-05-31\n")
    assert bring_in(store, green_again, on=None) is not None
    assert plan_at(place, WHO["day"]).actions[0].status is Status.ON_TRACK


def test_an_action_of_an_earlier_file_was_there_then(place: Path, tmp_path: Path) -> None:
    store = open_store(place)
    bring_in(store, lines_of(tmp_path, GREEN))
    earlier = lines_of(tmp_path, "ref,area,area_title,title,due\n1.1,1,One,Do it,2026-05-31\n")
    assert bring_in(store, earlier, on=date(2025, 12, 1)) is not None
    was = plan_at(place, date(2025, 12, 1)).actions
    assert [(action.ref, action.status) for action in was] == [("1.1", None)]
    assert was[0].due_on == date(2026, 5, 31)


def test_a_text_that_is_too_long_is_a_question_once(tmp_path: Path) -> None:
    lines = lines_of(tmp_path, f"ref,area_no,area,action,question\n1.1,1,One,{'x' * 900},{'y' * 5000}\n")
    assert [problem.cell for problem in lines.questions] == ["D2", "E2"]
    assert "900 characters long: shorten it to 400" in lines.questions[0].message


def test_other_words_for_a_date_nobody_can_read_are_kept(place: Path, tmp_path: Path) -> None:
    store = open_store(place)
    for words in ("tbc", "when ready"):
        bring_in(store, lines_of(tmp_path, GREEN.replace("2026-05-31", words)))
    due = plan_at(place).actions[0].due
    assert due is not None
    assert due.text == "when ready"


def test_an_import_is_taken_back_whole_and_can_come_again(place: Path) -> None:
    store = open_store(place)
    lines = read_plan_file(EIGHTEEN, today=WHO["day"])
    bring_in(store, lines)
    undo(store, **WHO)
    assert plan_at(place).areas == ()
    assert bring_in(store, lines) is not None
    assert len(plan_at(place).actions) == 78


def test_a_status_without_a_meaning_is_a_question_and_nothing_is_written(place: Path, tmp_path: Path) -> None:
    lines = lines_of(tmp_path, "ref,area_no,area,action,status\n1.1,1,One,Do it,Amberish\n")
    assert [str(problem)[:3] for problem in lines.questions] == ["E2:"]
    with pytest.raises(SendActionsError, match="question"):
        bring_in(open_store(place), lines)
    assert plan_at(place).actions == ()


def test_an_unreadable_date_keeps_its_words_and_does_not_block(place: Path, tmp_path: Path) -> None:
    lines = lines_of(tmp_path, "ref,area_no,area,action,due\n1.1,1,One,Do it,March 2-21\n")
    assert len(lines.doubts) == 1
    assert lines.questions == ()
    bring_in(open_store(place), lines)
    due = plan_at(place).actions[0].due
    assert due is not None
    assert (due.on, due.precision, due.text) == (None, Precision.UNCLEAR, "March 2-21")
    assert bring_in(open_store(place), lines) is None


def test_one_ref_on_two_lines_is_a_question(tmp_path: Path) -> None:
    lines = lines_of(tmp_path, "ref,area_no,area,action\n2.1,2,Two,First\n2.1,2,Two,Second\n")
    assert "more than one line" in lines.questions[0].message


def test_a_file_without_needed_columns_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SendActionsError, match="no column for the ref"):
        lines_of(tmp_path, "colour,size\nred,9\n")


def test_what_is_missing_is_told_also_of_a_file_with_semicolons(tmp_path: Path) -> None:
    with pytest.raises(SendActionsError, match=r"^plan\.csv has no column for the title: "):
        lines_of(tmp_path, "ref;area_no;colour\n1.1;1;red\n")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SendActionsError, match="empty"):
        lines_of(tmp_path, "")


def test_a_semicolon_file_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_bytes("ref;area_no;area;action\n1.1;1;Café;2½ year review\n".encode("cp1252"))
    lines = read_plan_file(file, today=WHO["day"])
    assert (lines.areas[0].title, lines.actions[0].title) == ("Café", "2½ year review")


def test_a_lettered_question_is_a_theme_and_a_theme_is_left_as_it_is(tmp_path: Path) -> None:
    question = lines_of(tmp_path, "ref,area_no,area,action,question\n1.1,1,One,Do it,A Identify\n")
    theme = lines_of(tmp_path, "ref,area_no,area,action,theme\n1.1,1,One,Do it,A good life\n")
    assert (question.areas[0].theme, theme.areas[0].theme) == ("Identify", "A good life")


def test_a_due_date_of_our_own_list_keeps_its_day_whatever_its_words_would_mean_today(tmp_path: Path) -> None:
    header = "ref,area,area_title,title,due,due_precision,due_text\n"
    lines = lines_of(tmp_path, header + "1.1,1,One,Do it,2020-03-31,month,March\n")
    assert lines.actions[0].due == Due(date(2020, 3, 31), Precision.MONTH, "March")
    ongoing = lines_of(tmp_path, header + "1.1,1,One,Do it,,ongoing,Ongoing\n")
    assert ongoing.actions[0].due == Due(None, Precision.ONGOING, "Ongoing")
    assert ongoing.problems == ()


def test_a_guarded_formula_comes_back_as_it_was(tmp_path: Path) -> None:
    lines = lines_of(tmp_path, "ref,area_no,area,action\n1.1,1,One,'=SUM(A1)\n")
    assert lines.actions[0].title == "=SUM(A1)"


def test_wording_is_compared_with_today_and_revised(place: Path, tmp_path: Path) -> None:
    store = open_store(place)
    bring_in(store, lines_of(tmp_path, "ref,area_no,area,action\n1.1,1,One,First words\n"))
    change = bring_in(store, lines_of(tmp_path, "ref,area_no,area,action\n1.1,1,One,Better words\n"))
    assert change is not None
    assert "1 revised action" in change.label
    assert plan_at(place, WHO["day"]).actions[0].title == "Better words"
    assert plan_at(place).actions[0].title == "First words"


def test_ten_thousand_lines_come_in_at_once(place: Path, tmp_path: Path) -> None:
    rows = "".join(
        f"{n // 100}.{n % 100},{n // 100},Area {n // 100},Action {n},on-track\n" for n in range(10_000)
    )
    bring_in(open_store(place), lines_of(tmp_path, "ref,area_no,area,action,status\n" + rows))
    assert len(plan_at(place).actions) == 10_000


def problems_of(lines: PlanLines) -> list[str]:
    return [str(problem) for problem in lines.problems]


HEADER = "ref,area_no,area,action,status\n"


def test_all_that_is_wrong_in_a_row_is_told_in_one_run(tmp_path: Path) -> None:
    lines = lines_of(
        tmp_path, "ref,area_no,area,action,status,impact,due,start\n1.1,1,One,,Amberish,Huge,soon,x\n"
    )
    assert [problem[:3] for problem in problems_of(lines)] == ["D2:", "E2:", "F2:", "G2:", "H2:"]
    assert [str(question)[:3] for question in lines.questions] == ["D2:", "E2:", "F2:"]


def test_a_cell_beyond_the_header_is_a_doubt(tmp_path: Path) -> None:
    lines = lines_of(tmp_path, HEADER + "1.1,1,One,Train staff,on-track,in May\n")
    assert problems_of(lines) == [
        "F2: “in May” stands under no heading: left out. Does a cell before it need quotes?"
    ]
    assert lines_of(tmp_path, HEADER + "1.1,1,One,Train staff,on-track, ,\n").problems == ()


def test_a_cell_beyond_the_alphabet_is_named_as_in_the_sheet(tmp_path: Path) -> None:
    stray = "," * 23 + "in May"
    assert [
        problem[:5] for problem in problems_of(lines_of(tmp_path, HEADER + f"1.1,1,One,A,{stray}\n"))
    ] == ["AB2: "]


def test_what_our_own_list_works_out_is_left_out_without_a_doubt(tmp_path: Path) -> None:
    ours = "due_precision,due_text,first_due,overdue,updated_on,checks,note_on,ask_on"
    worked_out = "2026-03-31,yes,2026-03-11,overdue no-update,2026-03-11,2026-03-11"
    lines = lines_of(tmp_path, f"ref,area,area_title,title,{ours}\n1.1,1,One,A,,,{worked_out}\n")
    assert lines.problems == ()
    assert (
        "“late” is not one we know"
        in problems_of(lines_of(tmp_path, "ref,area,title,late\n1.1,1,A,yes\n"))[0]
    )


@pytest.mark.parametrize(
    "heading",
    [
        *("note on", "ask on", "Note_on", "First due", "overdue", "checks"),
        *("overdue reason", "overdue by days", "checks done by"),
    ],
)
def test_what_only_our_own_list_works_out_is_told_of_another_file(tmp_path: Path, heading: str) -> None:
    lines = lines_of(tmp_path, f"ref,area,area_title,title,{heading}\n1.1,1,One,A,The board asked\n")
    left_out = f"E1: The column “{heading}” is not one we know: left out."
    assert problems_of(lines) == [f'{left_out} --map "{heading}=…" says what it holds.']


@pytest.mark.parametrize("heading", ["overdue", "Overdue at 2026-03-31"])
def test_whether_an_action_is_overdue_follows_from_its_due_date_in_any_file(
    tmp_path: Path, heading: str
) -> None:
    rows = "1.1,1,One,A,Yes\n1.2,1,One,B,no\n1.3,1,One,C,\n"
    assert problems_of(lines_of(tmp_path, f"ref,area,area_title,title,{heading}\n{rows}")) == []


@pytest.mark.parametrize("heading", ["overdue_reason", "checks done by"])
def test_a_column_that_was_added_to_our_own_list_is_told(tmp_path: Path, heading: str) -> None:
    header = f"ref,area,area_title,title,due_precision,due_text,updated_on,overdue,checks,{heading}\n"
    lines = lines_of(tmp_path, header + "1.1,1,One,A,,,2026-03-11,yes,overdue,Sickness\n")
    left_out = f"J1: The column “{heading}” is not one we know: left out."
    assert problems_of(lines) == [f'{left_out} --map "{heading}=…" says what it holds.']


def test_an_area_keeps_what_its_first_line_says_and_takes_from_later_ones_what_it_lacks(
    tmp_path: Path,
) -> None:
    lines = lines_of(
        tmp_path,
        "ref,area_no,area,action,theme\n1.1,1,One,A,\n1.2,1,One pathway,B,Identify\n1.3,1,,C,Assess\n",
    )
    assert [(area.number, area.title, area.theme) for area in lines.areas] == [("1", "One", "Identify")]
    assert problems_of(lines) == ["C3: Area 1 is called “One” further up: that is kept."]


def test_a_dash_or_an_empty_part_is_no_partner(tmp_path: Path) -> None:
    lines = lines_of(tmp_path, "ref,area_no,action,partners\n1.1,1,A,-\n1.2,1,B,LA; ; ICB;\n1.3,1,C,\n")
    assert [line.partners for line in lines.actions] == [None, "LA; ICB", None]


def test_a_column_without_a_heading_is_a_doubt_once(tmp_path: Path) -> None:
    lines = lines_of(tmp_path, "ref,,area_no,area,action\n1.1,,1,One,A\n1.2,yes,1,One,B\n1.3,no,1,One,C\n")
    assert problems_of(lines) == ["B3: “yes” stands under no heading: left out."]


def test_of_two_columns_with_one_meaning_the_first_is_used(tmp_path: Path) -> None:
    lines = lines_of(tmp_path, 'ref,area_no,area,action,lead,owner\n1.1,1,One,A,"Head, LA",Nobody\n')
    assert problems_of(lines) == [
        "F1: The column “owner” means the same as that of E1, which is used: left out."
    ]
    assert str(lines.actions[0].lead) == str(OwnerDraft("Head", "LA"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_rows_above_the_header_are_left_out_and_cells_named_as_in_the_sheet(
    tmp_path: Path, delimiter: str
) -> None:
    above = "Our plan; as agreed, at last, by all\n\nMay\n"
    table = "Ref,Area no,Area,Action,RAG\n1.1,1,One,Train staff,purple\n".replace(",", delimiter)
    lines = lines_of(tmp_path, above + table)
    assert problems_of(lines)[0] == "A4: The header was found in row 4: what stands above it is left out."
    assert [str(question)[:3] for question in lines.questions] == ["E5:"]


def test_a_header_is_looked_for_in_the_first_twenty_rows_alone(tmp_path: Path) -> None:
    assert len(lines_of(tmp_path, "Plan\n" * 19 + HEADER + "1.1,1,One,A,\n").actions) == 1
    with pytest.raises(SendActionsError, match="no column for the ref"):
        lines_of(tmp_path, "Plan\n" * 20 + HEADER)


def test_a_line_break_of_another_kind_ends_no_row(tmp_path: Path) -> None:
    lines = lines_of(tmp_path, HEADER + "1.1,1,One,First\x0bSecond\u2028Third,on-track\n")
    assert lines.problems == ()
    assert lines.actions[0].status is Status.ON_TRACK


def test_refs_that_people_take_for_the_same_are_one(place: Path, tmp_path: Path) -> None:
    twice = lines_of(tmp_path, HEADER + "1.1A,1,One,A,\n1.1a,1,One,B,\n")
    assert "more than one line" in twice.questions[0].message
    store = open_store(place)
    bring_in(store, lines_of(tmp_path, HEADER + "1.1A,S 1,One,A,\n"))
    assert bring_in(store, lines_of(tmp_path, HEADER + "1.1a,s1,One,A,\n")) is None


def test_the_label_names_what_was_revised(place: Path, tmp_path: Path) -> None:
    store = open_store(place)
    bring_in(store, lines_of(tmp_path, HEADER + "6.1,6,Timeliness,Train staff,\n"))
    change = bring_in(store, lines_of(tmp_path, HEADER + "6.1,6,T,Train all staff,\n"))
    assert change
    assert change.label == "Import plan.csv: 1 revised area (6), 1 revised action (6.1)"


def test_new_areas_without_titles_are_named_together(place: Path, tmp_path: Path) -> None:
    lines = lines_of(tmp_path, "ref,area_no,action\n1.1,1,A\n2.1,2,B\n")
    with pytest.raises(SendActionsError, match=r"Areas 1, 2 are new and have no title"):
        bring_in(open_store(place), lines)


def test_a_ref_that_was_another_action_s_on_the_day_is_refused(place: Path, tmp_path: Path) -> None:
    store = open_store(place)
    lines = lines_of(tmp_path, HEADER + "1.1,1,One,A,on-track\n")
    bring_in(store, lines)
    retire_action(store, plan_at(place).actions[0].id, on=date(2026, 6, 1), **WHO)
    assert bring_in(store, lines) is None
    another = lines_of(tmp_path, HEADER + "1.1,1,One,Another,on-track\n")
    with pytest.raises(SendActionsError, match=r"The ref 1.1 was another action's until 1 June 2026"):
        bring_in(store, another)
    assert bring_in(store, another, on=date(2026, 6, 1)) is not None


def test_a_preview_is_the_change_it_would_be_and_leaves_nothing(place: Path, tmp_path: Path) -> None:
    store = open_store(place)
    bring_in(store, lines_of(tmp_path, HEADER + "6.1,6,Timeliness,Train staff,on-track\n"))
    lines = lines_of(tmp_path, HEADER + '6.1,6,T,Train staff,at-risk\n6.2,6,T,"Visit, all",\n')
    before = plan_at(place)
    would = preview_import(store, lines, name="plan.csv", on=SPOKEN_OF, **WHO)
    assert plan_at(place) == before
    assert bring_in(store, lines) == would
    assert preview_import(store, lines, name="plan.csv", on=SPOKEN_OF, **WHO) is None


def test_a_preview_of_open_questions_is_refused(place: Path, tmp_path: Path) -> None:
    lines = lines_of(tmp_path, HEADER + "1.1,1,One,Do it,Amberish\n")
    with pytest.raises(SendActionsError, match="1 question is open"):
        preview_import(open_store(place), lines, name="plan.csv", **WHO)


def test_a_file_that_names_no_area_is_told_by_its_actions_alone() -> None:
    action = ActionLine("9.3", "9", "Do it")
    assert held(PlanLines(actions=(action,))) == "1 action"
    assert held(PlanLines((AreaLine("9"),), (action,))) == "1 action in 1 area"
