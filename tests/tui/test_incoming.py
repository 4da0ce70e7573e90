"""`X` brings a file in: it is read and asked about first, and comes in whole, as one change."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from office_files import a_workbook
from textual import events
from tui.piloting import TODAY, Sitting, opened, same_as_frame

from send_actions.store.reader import open_reader, read_plan
from send_actions.tui.room_reader import RoomReader

SIZES = [(80, 24), (120, 36)]
HEADER: list[object] = ["Ref", "Area no", "Area", "Action", "Desk", "Due", "Status"]


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    """An invented workbook with a date of its own, a word without a meaning and a column without one."""
    rows: list[list[object]] = [
        ["Our tracker, as at 28 February 2026"],
        [],
        HEADER,
        ["9.3", 9, "Occupational therapy pathway", "Start an advice line", "Head", "31/12/2025", "Started"],
        ["20.1", 20, "Transport", "Train the escorts", "Head of Transport", "soon", "On track"],
    ]
    return a_workbook(tmp_path / "tracker.xlsx", {"Tracker": rows})


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    """An invented CSV file that leaves nothing open."""
    file = tmp_path / "ready.csv"
    file.write_text(
        "ref,area no,area,action,due,status\n"
        "9.4,9,Occupational therapy pathway,Bring waits within 18 weeks,2026-06-30,on-track\n"
        "9.3,9,Occupational therapy pathway,Start an advice line,2025-12-31,\n"
        "20.1,20,Transport,Train the escorts,2026-09-30,on-track\n",
        encoding="utf-8",
    )
    return file


async def look_at(sitting: Sitting, file: Path | str) -> None:
    """Name a file to `X`, pasted, and wait until it is read."""
    await sitting.press("X")
    await enter(sitting, str(file))


async def enter(sitting: Sitting, words: str) -> None:
    """Put words in the line in place of what stands there, and wait for what comes of them."""
    await sitting.press("ctrl+u")
    sitting.app.post_message(events.Paste(words))
    await sitting.press("enter")
    await sitting.press()
    await sitting.press()


def titles_of(place: Path) -> dict[str, str]:
    """The titles of a plan's actions by ref."""
    reader = open_reader(str(place))
    try:
        return {action.ref: action.title for action in read_plan(reader, TODAY).actions}
    finally:
        reader.close()


def mend(file: Path, was: str, now: str) -> None:
    """Save a file with other words."""
    file.write_text(file.read_text("utf-8").replace(was, now), "utf-8")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_file_without_questions_comes_in_as_one_change_and_u_takes_it_back(
    place: Path, ready: Path, size: tuple[int, int]
) -> None:
    async with opened(place, size) as sitting:
        await look_at(sitting, ready)
        assert "new area 20: Transport" in sitting.screen
        assert "9.4 status: at risk → on track" in sitting.screen
        assert "The same as in the plan: 9.3" in sitting.screen
        assert "b bring it in" in sitting.foot
        assert all(len(line) <= size[0] for line in sitting.screen.splitlines())
        assert "20.1" not in titles_of(place)
        await sitting.press("b")
        await sitting.press()
        assert sitting.app.screen is sitting.app.home
        assert "Import ready.csv: 1 new area" in sitting.screen
        assert "u to undo" in sitting.screen
        assert titles_of(place)["20.1"] == "Train the escorts"
        await sitting.press("u")
        assert "Taken back: Import ready.csv" in sitting.screen
        assert "20.1" not in titles_of(place)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_questions_are_answered_one_by_one_and_then_it_comes_in(
    place: Path, tracker: Path, size: tuple[int, int]
) -> None:
    async with opened(place, size) as sitting:
        await look_at(sitting, tracker)
        assert "tracker.xlsx" in sitting.screen
        assert "2 actions in 2 areas; 2 questions, 2 doubts" in sitting.screen
        assert "What it changes is shown once 2 questions are answered." in sitting.screen
        await sitting.press("b")
        assert sitting.foot == "2 questions are open: Enter on a question answers it"
        await sitting.press("enter")
        assert "It counts from 28 February 2026" in sitting.screen
        await sitting.press("enter")
        await sitting.press()
        assert "1 question" in sitting.screen
        assert "Enter answers it, with on-track offered." in sitting.screen
        await sitting.press("enter")
        assert "It means on-track" in " ".join(sitting.screen.split())
        await sitting.press("enter")
        await sitting.press()
        await sitting.press()
        assert "question" not in sitting.screen
        assert "Started = on-track" in sitting.screen
        assert "new action 20.1: Train the escorts" in " ".join(sitting.screen.split())
        await sitting.press("b")
        await sitting.press()
        assert "20.1" in titles_of(place)


@pytest.mark.parametrize("size", [(80, 24), (120, 30), (160, 48)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_what_is_open_stands_over_what_comes_in(
    place: Path, tracker: Path, size: tuple[int, int]
) -> None:
    async with opened(place, size) as sitting:
        await look_at(sitting, tracker)
        await sitting.press("j")
        same_as_frame(f"incoming_{size[0]}x{size[1]}", sitting.screen)
        await sitting.press("k", "enter", "enter")
        await sitting.press("enter")
        await enter(sitting, "on-track")
        same_as_frame(f"incoming_answered_{size[0]}x{size[1]}", sitting.screen)


async def test_answers_are_kept_for_the_sitting_and_can_be_given_otherwise(
    place: Path, tracker: Path
) -> None:
    async with opened(place) as sitting:
        await look_at(sitting, tracker)
        await sitting.press("enter", "enter")
        await sitting.press("enter")
        await enter(sitting, "complete")
        await sitting.press("escape")
        assert sitting.foot == "Nothing was brought in; your answers are kept for this sitting"
        assert "20.1" not in titles_of(place)
        await sitting.press("X")
        assert str(tracker) in " ".join(sitting.screen.split())
        await sitting.press("enter")
        await sitting.press()
        assert "Started = complete" in sitting.screen
        await sitting.press("k")
        await sitting.press("enter")
        await enter(sitting, "at-risk")
        assert "Started = at-risk" in sitting.screen


async def test_what_was_answered_of_an_earlier_file_is_told_and_can_be_said_otherwise(
    place: Path, tracker: Path, tmp_path: Path
) -> None:
    row = ["9.3", 9, "Occupational therapy pathway", "Start an advice line", "Head", "31/12/2025", "Started"]
    later = a_workbook(tmp_path / "later.xlsx", {"Tracker": [HEADER, row]})
    async with opened(place) as sitting:
        await look_at(sitting, tracker)
        await sitting.press("enter", "enter")
        await sitting.press("enter")
        await enter(sitting, "on-track")
        await sitting.press("b")
        await sitting.press()
        assert "u to undo" in sitting.screen
        await look_at(sitting, later)
        assert "started = on-track, as for an earlier file" in sitting.screen
        await sitting.press("k", "enter")
        await enter(sitting, "complete")
        assert "started = complete" in sitting.screen
        assert "9.3 status: on track → complete" in " ".join(sitting.screen.split())


async def test_a_column_that_was_left_out_is_told_what_it_holds(place: Path, tracker: Path) -> None:
    async with opened(place) as sitting:
        await look_at(sitting, tracker)
        assert "The column “Desk” is not one we know: left out." in sitting.screen
        assert "--map" not in sitting.screen
        await sitting.press("G", "k")
        assert "Enter answer" in sitting.foot
        await sitting.press("enter")
        await enter(sitting, "ownr")
        assert "did you mean owner" in sitting.screen
        await sitting.press("enter")
        await enter(sitting, "owner")
        await sitting.press("g", "g")
        assert "Desk = owner" in sitting.screen


async def test_an_answer_that_says_nothing_stays_in_the_line_with_its_reason(
    place: Path, tracker: Path
) -> None:
    async with opened(place) as sitting:
        await look_at(sitting, tracker)
        await sitting.press("enter")
        await enter(sitting, "1 June 2026")
        assert "is still to come" in sitting.screen
        await sitting.press("escape", "j", "enter")
        await enter(sitting, "nonsense")
        assert "nonsense" in sitting.screen
        await sitting.press("escape")
        assert "2 questions" in sitting.screen


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("bad.xlsx", b"PK\x03\x04 nothing", "bad.xlsx is damaged or not what its ending says"),
        ("empty.csv", b"", "empty.csv"),
        ("other.csv", b"colour,size\nred,3\n", "has no column for"),
        ("marks.csv", b"ref,\x1b[31maction\n\x1b]0;own\x07,x\n", "marks.csv"),
    ],
)
async def test_a_file_that_cannot_be_read_is_told_in_a_sentence(
    place: Path, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    async with opened(place, (80, 24)) as sitting:
        await look_at(sitting, file)
        assert told in " ".join(sitting.screen.split())
        assert "\x1b" not in sitting.screen
        await sitting.press("b")
        assert "20.1" not in titles_of(place)
        await sitting.press("escape")
        assert sitting.app.screen is sitting.app.home


async def test_what_looks_personal_is_one_question_that_is_answered_with_y(
    place: Path, tmp_path: Path
) -> None:
    file = tmp_path / "notes.csv"
    file.write_text(
        "ref,area no,action,comments\n9.4,9,Bring waits within 18 weeks,DOB 12/03/2015\n", "utf-8"
    )
    async with opened(place) as sitting:
        await look_at(sitting, file)
        assert "1 question" in sitting.screen
        await sitting.press("enter", "n")
        assert "1 question" in sitting.screen
        await sitting.press("enter", "y")
        await sitting.press()
        assert "What looks personal may stand as it is" in sitting.screen
        assert "9.4 note: Two posts vacant. → DOB 12/03/2015" in sitting.screen


async def test_a_file_without_a_column_of_actions_asks_which_it_is(place: Path, tmp_path: Path) -> None:
    file = tmp_path / "named.csv"
    file.write_text("ref,area no,our work,status\n9.4,9,Bring waits within 18 weeks,on-track\n", "utf-8")
    async with opened(place) as sitting:
        await look_at(sitting, file)
        assert "named.csv has no column for the title" in sitting.screen
        assert "--map" not in sitting.screen
        await sitting.press("enter", "enter")
        await sitting.press()
        assert "9.4 status: at risk → on track" in sitting.screen
        assert "our work = action" in sitting.screen


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("nowhere.csv", "There is no file"),
        ("", "There is no file"),
    ],
)
async def test_a_file_that_is_not_there_leaves_the_line_open(place: Path, typed: str, told: str) -> None:
    async with opened(place) as sitting:
        await look_at(sitting, typed)
        assert told in sitting.screen
        assert sitting.app.screen is sitting.app.home


async def test_a_name_may_be_pasted_with_its_quotes_or_as_an_address(place: Path, ready: Path) -> None:
    async with opened(place) as sitting:
        await look_at(sitting, f'"{ready}"')
        assert "ready.csv" in sitting.screen
        await sitting.press("escape")
        await look_at(sitting, ready.as_uri())
        assert "new area 20" in sitting.screen


async def test_the_same_file_again_changes_nothing_and_says_so(place: Path, ready: Path) -> None:
    async with opened(place) as sitting:
        await look_at(sitting, ready)
        await sitting.press("b")
        await sitting.press()
        await look_at(sitting, ready)
        assert "Nothing would change: the plan says all of it already." in sitting.screen
        await sitting.press("b")
        assert sitting.foot == "Nothing to bring in: the plan says all of it already"


async def test_a_file_that_was_mended_is_read_again(place: Path, ready: Path) -> None:
    async with opened(place) as sitting:
        await look_at(sitting, ready)
        mend(ready, "Train the escorts", "Pay the escorts")
        await sitting.press("r")
        await sitting.press()
        assert "Pay the escorts" in sitting.screen


async def test_two_thousand_rows_are_read_while_keys_go_on(place: Path, tmp_path: Path) -> None:
    file = tmp_path / "large.csv"
    rows = [f"{50 + n // 50}.{n % 50 + 1},{50 + n // 50},Area,Do number {n},on-track" for n in range(2000)]
    file.write_text("\n".join(["ref,area no,area,action,status", *rows]), "utf-8")
    goes_on = Event()
    async with opened(place) as sitting:
        sitting.app.papers._thread.submit(goes_on.wait)
        await sitting.press("X")
        sitting.app.post_message(events.Paste(str(file)))
        await sitting.pilot.press("enter")
        while not sitting.app.papers.is_writing:
            await sitting.pilot.pause()
        assert "Reading large.csv" in sitting.screen
        await sitting.pilot.press("escape")
        await sitting.pilot.pause()
        assert sitting.app.screen is sitting.app.home
        before = sitting.row
        await sitting.pilot.press("k")
        await sitting.pilot.pause()
        assert sitting.row != before
        goes_on.set()
        await look_at(sitting, file)
        assert "40 new areas, 2000 new actions" in sitting.screen
        assert "Tab ↓ 2,0" in sitting.screen


async def test_what_somebody_else_changed_meanwhile_is_read_with_it(place: Path, ready: Path) -> None:
    async with opened(place, actor="Ana") as sitting, opened(place, actor="Ben") as other:
        await look_at(sitting, ready)
        assert "9.4 status: at risk → on track" in sitting.screen
        await other.press("g", "l", "9", "full_stop", "4", "enter", "s", "g", "enter")
        sitting.app.session.look_outside()
        await sitting.press()
        await sitting.press()
        assert "9.4 status: at risk → on track" not in sitting.screen


async def test_it_is_off_while_looking_back_and_for_a_room(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("left_square_bracket", "X")
        assert sitting.foot == "X import a file is off while looking back: Esc for today"
    async with opened(place, reader=RoomReader) as sitting:
        await sitting.press("X")
        assert sitting.foot.startswith("X import a file is off here: this is what the board sees")


async def test_b_pressed_twice_brings_the_file_in_and_nothing_more(place: Path, ready: Path) -> None:
    async with opened(place) as sitting:
        await look_at(sitting, ready)
        await sitting.press("b", "b")
        await sitting.press("b")
        assert sitting.app.screen is sitting.app.home
        assert sitting.foot.startswith("Import ready.csv: 1 new area")
        await sitting.press("j", "b")
        assert "the board of 11 March 2026 said:" in sitting.foot


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """An invented file with many due dates that cannot be read and one question."""
    file = tmp_path / "doubtful.csv"
    rows = [f"20.{row},20,Transport,Train escort {row},soon {row},on-track\n" for row in range(1, 31)]
    file.write_text(
        "ref,area no,area,action,due,status\n" + "".join(rows) + "20.31,20,Transport,Ask,May 2026,Begun\n",
        encoding="utf-8",
    )
    return file


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_many_doubts_stand_below_what_is_asked_as_one_row_and_all_are_told_in_full(
    place: Path, doubtful: Path, size: tuple[int, int]
) -> None:
    async with opened(place, size) as sitting:
        await look_at(sitting, doubtful)
        shown = sitting.screen
        assert "31 actions in 1 area; 1 question, 30 doubts" in shown
        assert shown.index("To answer first  1") < shown.index("“Begun” has no meaning")
        await sitting.press("G")
        assert "30 cells" in sitting.screen
        assert "Enter each of them" in sitting.foot
        assert "E2  “soon 1” is no date we can read" in sitting.screen
        seen = set[str]()
        await sitting.press("enter", "g", "g")
        for _ in range(12):
            seen |= {f"E{row}" for row in range(2, 32) if f" E{row}  “soon {row - 1}” is" in sitting.screen}
            await sitting.press("pagedown")
        assert len(seen) == 30


async def test_a_table_pasted_from_an_email_is_looked_at_as_a_file_is(place: Path) -> None:
    rows = "Ref\tArea no\tAction\tDue\n9.8\t9\tOpen a line\tJune 2027\n9.9\t9\tTrain staff\tsoon\n"
    async with opened(place) as sitting:
        await sitting.press("X")
        sitting.app.post_message(events.Paste(rows))
        await sitting.press()
        assert "pasted table 1, of 3 lines" in sitting.screen
        await sitting.press("enter")
        await sitting.press()
        assert "2 actions in 1 area; 1 doubt" in sitting.screen
        assert "new action 9.8: Open a line" in sitting.screen
        await sitting.press("escape", "X")
        assert "pasted table 1, of 3 lines" in sitting.screen
        await sitting.press("enter")
        await sitting.press()
        await sitting.press("b")
        await sitting.press()
        assert titles_of(place)["9.9"] == "Train staff"


@pytest.mark.parametrize("words", ["/nowhere/plan.csv\n", "one line, and more of it"])
async def test_other_pasted_words_stand_in_the_line_as_they_are(place: Path, words: str) -> None:
    async with opened(place) as sitting:
        await sitting.press("X")
        sitting.app.post_message(events.Paste(words))
        await sitting.press()
        assert " ".join(words.split()) in sitting.screen
        await sitting.press("enter")
        assert "There is no file" in sitting.screen


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_whole_letter_with_a_table_is_taken_for_its_table_and_one_without_is_told_so(
    place: Path, size: tuple[int, int]
) -> None:
    letter = "Dear all\nours are below\n\nAction\tArea no\nTrain the escorts\t9\n\nWith thanks\n"
    async with opened(place, size) as sitting:
        await sitting.press("X")
        await enter(sitting, "Dear all\nours come on Friday\n")
        said = " ".join(sitting.screen.split())
        assert "The lines that were pasted hold no table" in said
        assert "There is no file" not in said
        await enter(sitting, letter)
        said = " ".join(sitting.screen.split())
        assert "1 action" in said
        assert "what stands below the table is left out" in said


async def test_what_can_be_brought_in_is_hinted_at_whole_on_a_narrow_screen(place: Path) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("X")
        assert "or a table pasted" in sitting.screen


async def test_rows_that_are_numbered_anew_are_one_question_that_enter_answers(
    place: Path, tmp_path: Path
) -> None:
    before = titles_of(place)
    area = sorted((ref for ref in before if ref.startswith("9.")), key=lambda ref: int(ref[2:]))
    rows = [f"9.{n},9,{before[ref]}" for n, ref in enumerate(area[1:], start=1)]
    file = tmp_path / "renumbered.csv"
    file.write_text("\n".join(("ref,area no,action", *rows)) + "\n", "utf-8")
    async with opened(place, (120, 36)) as sitting:
        await look_at(sitting, file)
        assert f"The file numbers {len(rows)} actions anew" in sitting.screen
        assert f"is {area[1]} in the plan" in sitting.screen
        await sitting.press("enter")
        assert "They go by titles" in sitting.screen
        await sitting.press("enter")
        await sitting.press()
        await sitting.press()
        assert "The actions that are numbered anew = titles" in sitting.screen
        assert "Nothing would change" in sitting.screen
    assert titles_of(place) == before


async def test_of_a_cell_on_a_sheet_with_a_long_name_the_place_is_never_cut(
    place: Path, tmp_path: Path
) -> None:
    head = ("Ref", "Area", "Action", "Status")
    sheets = {
        "Alternative provision": [head, ("31.1", "31 Places", "Open a unit", "Begun")],
        "Transition to adulthood": [head, ("32.1", "32 Moves", "Plan each move", "Afoot")],
    }
    async with opened(place, (80, 24)) as sitting:
        await look_at(sitting, a_workbook(tmp_path / "plan.xlsx", sheets))
        assert "Alternative…!D2" in sitting.screen
        assert "Transition t…!D2" in sitting.screen
