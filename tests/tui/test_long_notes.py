"""What is long is written over as many lines as it takes, five at most, and the plan above gives way."""

from __future__ import annotations

from pathlib import Path

import pytest
from kept_plans import KeptPlan
from terminals import Terminal
from tui.piloting import Sitting, opened

from send_actions.store.database import open_store

WORDS = (
    "The provider withdrew at short notice and the cover that was agreed with the trust runs out in July, "
    "so that the advice line is open on two days instead of five; the board of the trust has been told, "
    "and bridging money was asked for until the new contract begins in September, when four officers start. "
)


def field(sitting: Sitting, label: str) -> list[str]:
    """The lines of the field with this label."""
    lines = sitting.screen.splitlines()
    first = next(place for place, line in enumerate(lines) if line.startswith(f" {label}  "))
    indent = len(lines[first]) - len(lines[first].removeprefix(f" {label}").lstrip())
    found = [lines[first][indent:]]
    for line in lines[first + 1 :]:
        if line[:indent].strip():
            break
        found.append(line[indent:])
    return found


async def pasted(sitting: Sitting, text: str) -> None:
    await sitting.app.screen.keyboard.take_paste(text)  # type: ignore[attr-defined]
    await sitting.press()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_note_grows_to_five_lines_and_then_scrolls(place: Path, size: tuple[int, int]) -> None:
    async with opened(place, size) as sitting:
        await sitting.press("m", *"The")
        assert field(sitting, "Note") == ["The"]
        await sitting.press("ctrl+u")
        await pasted(sitting, WORDS)
        shown = field(sitting, "Note")
        assert 2 < len(shown) <= 5
        assert " ".join(" ".join(shown).split()) == WORDS.strip()
        await pasted(sitting, WORDS * 2)
        shown = field(sitting, "Note")
        assert len(shown) == 5
        assert shown[0].endswith("…")
        assert " ".join(shown[-1].split()).endswith("four officers start.")
        await sitting.press("home")
        shown = field(sitting, "Note")
        assert shown[0].startswith("The provider")
        assert shown[-1].endswith("…")
        await sitting.press("enter")
        assert sitting.foot.startswith("Note on 9.3")
    note = KeptPlan(place, open_store(place)).find("9.3").note
    assert note == (WORDS * 3).strip()


async def test_up_and_down_go_from_line_to_line_and_then_from_field_to_field(place: Path) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("s", "a")
        await pasted(sitting, WORDS)
        await sitting.press("home", "down", "down", *"X", "up", *"Y")
        first, second = field(sitting, "Why")[1:3]
        assert first[1] == "Y"
        assert "X" in second
        await sitting.press("end", "down", *"Path here", "up", *"Z")
        assert field(sitting, "Path to green") == ["Path here"]
        assert field(sitting, "Why")[-1].endswith("start. Z")


async def test_on_a_small_terminal_the_field_that_is_written_in_comes_first(place: Path) -> None:
    async with opened(place, (60, 16)) as sitting:
        await sitting.press("s", "r")
        await pasted(sitting, WORDS)
        await sitting.press("tab")
        await pasted(sitting, WORDS)
        assert len(field(sitting, "Why")) == 1
        assert field(sitting, "Why")[0].startswith("The provider")
        assert field(sitting, "Why")[0].endswith("…")
        assert field(sitting, "Path to green")[-1].strip().endswith("officers start.")
        lines = sitting.screen.splitlines()
        assert "9.3" in "".join(lines[3:8])
        assert lines[-1].startswith(" By")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_terminal_s_cursor_stands_where_the_next_character_comes(
    pinned: Path, size: tuple[int, int]
) -> None:
    with Terminal(pinned, size=size) as terminal:
        terminal.until("Start an advice line")
        terminal.type("m")
        terminal.until_cursor("Note")
        terminal.type("\x1b[200~" + WORDS + "\x1b[201~")
        terminal.until_cursor("four officers start.")
        line = terminal.screen.cursor.y
        terminal.type("\x1b[A")
        terminal.until("advice line is open")
        terminal.until(" Note")
        terminal.type("\x1b[H")
        terminal.until_cursor("Note")
        assert terminal.screen.cursor.y < line
        terminal.type("New ")
        terminal.until_cursor("New")


async def test_wide_characters_and_spaces_at_the_edge_keep_the_cursor_in_the_field(place: Path) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("m")
        keyboard = sitting.app.home.keyboard
        left, top = keyboard.cursor_place
        await sitting.press("日", "本", "space")
        assert keyboard.cursor_place == (left + len("____ "), top)
        await sitting.press(*["space"] * 90)
        assert keyboard.cursor_place == (79, top)
        await sitting.press("x")
        assert keyboard.cursor_place == (left + 1, top)  # the field has grown upward
