from __future__ import annotations

import shlex
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from running import Run


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("since", "# SEND improvement plan: since 6 March 2026"),
        ("since --since last", "# SEND improvement plan: since 11 March 2026"),
        ("since --since '1 February 2026'", "# SEND improvement plan: since 1 February 2026"),
        ("owner 'head of send'", "SEND improvement plan: updates wanted by 8 April 2026"),
        ("owner icb", "SEND improvement plan: updates wanted by 8 April 2026"),
        ("owner 'Chief Nurse'", "SEND improvement plan: nothing is asked now"),
        ("impact 9", "# SEND improvement plan: the difference made in area 9 Occupational therapy pathway"),
        ("meeting", "# SEND Improvement Board, 15 April 2026: agenda"),
        ("meeting last", "# SEND Improvement Board, 11 March 2026: action log"),
        ("meeting 24/3/2026", "# Children's Scrutiny Committee, 24 March 2026: action log"),
        (
            "meeting --series 'dfe and nhs england review'",
            "# DfE and NHS England review, 13 May 2026: agenda",
        ),
    ],
)
def test_each_kind_is_written_and_made_again_by_its_own_command(program: Run, words: str, first: str) -> None:
    ran = program("report", *shlex.split(words))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == first
    command = next(line for line in ran.out.splitlines() if "send-actions report " in line)
    command, *_ = command.partition(" Content: ")
    _, again = command.replace("`", "").split("send-actions ")
    assert program(*shlex.split(again)).out == ran.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "owner 'headd of send'",
            'There is no owner or organisation "headd of send": did you mean Head of SEND',
        ),
        ("owner SEND", '"SEND" are words of 5 owners: Head of SEND, LA; '),
        ("impact 99", 'There is no area "99": did you mean 9?'),
        ("impact 9.3", "9.3 is an action, not an area"),
        ("meeting today", "The diary has no meeting today"),
        ("meeting --series Cabinet", "The diary has no next meeting of Cabinet"),
        ("since --as-at '1 May 2025'", "say with --since from when on to tell."),
        ("since --format ics", "`report since` is not written as icalendar: board, owner and meeting are."),
        (
            "impact 9 --format ics",
            "`report impact` is not written as icalendar: board, owner and meeting are.",
        ),
    ],
)
def test_what_cannot_be_written_is_refused_in_one_sentence(run: Run, words: str, told: str) -> None:
    ran = run("report", *shlex.split(words))
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_a_plan_without_meetings_has_no_meeting_s_paper_and_an_owner_s_all_the_same(
    run: Run, place: Path
) -> None:
    new = str(place.with_name("new.db"))
    run("init", "--db", new, "--template", "eighteen")
    assert run("report", "meeting", "--db", new).code == 2
    assert "no board met" in run("report", "since", "--db", new).err
    run("owner", "add", "Head of SEND, LA", "--db", new)
    assert "Nothing is asked of you" in run("report", "owner", "LA", "--db", new).out
    days = run("report", "owner", "LA", "--db", new, "--format", "ics")
    assert (days.code, days.err.count("\n")) == (2, 1)
    assert "There is no day to come in " in days.err
    assert "No actions yet" in run("report", "impact", "7", "--db", new).out


def test_a_chase_list_is_a_draft_of_a_message(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "chase.eml"
    assert run("report", "owner", "SEND Service Manager", "-o", str(file)).code == 0
    draft = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert draft["Subject"] == "SEND improvement plan: updates wanted by 8 April 2026"
    assert "Dear SEND Service Manager," in draft.get_content()


def test_a_calendar_is_written_by_its_ending(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "days.ics"
    assert run("report", "meeting", "-o", str(file)).code == 0
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_what_changed_is_compared_with_the_paper_that_was_issued_last(run: Run, tmp_path: Path) -> None:
    run("set", "9.3", "at-risk", "-m", "Provider withdrew")
    assert "9.3 Start an advice line" in run("report", "since").out
    run("report", "board", "-o", str(tmp_path / "board.md"), "--issue", "next")
    told = run("report", "since").out
    assert "No action moved since 31 March 2026." in told
    assert "the board paper issued on 31 March 2026, record " in told


def test_the_log_of_a_meeting_keeps_the_statuses_that_it_agreed(run: Run) -> None:
    hold = "agreed as on hold, said 12 November 2025; now "
    log = run("report", "meeting", "2025-11-12").out
    assert f"**18.5 Trial catch-up tutoring for SEN support:** {hold}on track." in log
    run("set", "18.5", "withdrawn", "-m", "The fund said no.", "--agreed", "2026-03-11")
    assert f"{hold}withdrawn." in run("report", "meeting", "2025-11-12").out
    later = run("report", "meeting", "2026-03-11").out
    assert "agreed as withdrawn, said 31 March 2026." in later


def test_a_meeting_has_its_agenda_until_something_is_written_down_of_it(run: Run) -> None:
    board = "# SEND Improvement Board"
    for when, day in (("today", "31 March 2026"), ("18/3/2026", "18 March 2026")):
        run("meeting", "add", day)
        agenda = run("report", "meeting", when).out
        assert agenda.startswith(f"{board}, {day}: agenda\n")
        assert "## 2. To decide and agree" in agenda
        run("minute", "add", "decision", "The plan stands.", "--at", day)
        assert run("report", "meeting", when).out.startswith(f"{board}, {day}: action log\n")


def test_a_meeting_that_agreed_a_date_alone_has_an_action_log(run: Run) -> None:
    run("meeting", "add", "18 March 2026")
    run("due", "9.3", "30 June 2026", "-m", "Tender late", "--agreed", "2026-03-18")
    log = run("report", "meeting", "2026-03-18").out
    assert log.startswith("# SEND Improvement Board, 18 March 2026: action log\n")
    assert "due date 30 June 2026" in log


def test_pages_on_two_areas_are_issued_for_one_meeting_without_a_question(run: Run, tmp_path: Path) -> None:
    for area in ("3", "9"):
        file = tmp_path / f"area-{area}.md"
        ran = run("report", "impact", area, "-o", str(file), "--issue", "next")
        assert (ran.code, file.exists()) == (0, True)
        assert ran.err.startswith("Issue the impact paper for the meeting of 15 April 2026 · record ")


def test_an_area_may_be_named_by_its_title_or_words_that_one_alone_has(run: Run) -> None:
    by_number = run("report", "impact", "8")
    assert run("report", "impact", " annual Reviews ").out == by_number.out
    assert run("report", "impact", "annual").out == by_number.out
    ran = run("report", "impact", "and")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith('There is no area "and"')


def test_digits_are_the_number_of_an_area_and_no_words_of_a_title(run: Run) -> None:
    run("edit", "8", "--area", "--title", "Health checks at 77")
    ran = run("report", "impact", "77")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith('There is no area "77"')


def test_a_title_that_two_areas_have_names_neither(run: Run) -> None:
    run("edit", "9", "--area", "--title", "Annual reviews")
    ran = run("report", "impact", "Annual reviews")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith('There is no area "Annual reviews"')


def test_a_chase_list_is_found_by_the_name_of_the_owner_and_stamped_without_it(run: Run) -> None:
    for who in ("Head of SEND, LA", "Chief Nurse, ICB"):
        assert run("owner", "edit", who, "--name", "Invented Person", "--yes").code == 0
    ran = run("report", "owner", "invented person")
    told = '"invented person" are words of 2 owners: Invented Person, Chief Nurse, ICB; Invented Person, Head'
    assert (ran.code, ran.err) == (2, f"{told} of SEND, LA. Give more of it.\n")
    assert run("report", "owner", "Invented Person, Head of SEND, LA").out == (
        run("report", "owner", "Head of SEND, LA").out
    )
    assert run("owner", "edit", "Invented Person, Chief Nurse, ICB", "--name", "Other Name").code == 0
    ran = run("report", "owner", "invented person")
    assert ran.code == 0
    assert "Dear Invented Person" in ran.out
    assert "report owner 'Head of SEND, LA'" in ran.out
