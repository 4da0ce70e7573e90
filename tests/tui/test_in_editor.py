"""A long text in one's own editor: lent the terminal, by way of a file that only its owner can read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from kept_plans import KeptPlan
from terminals import Terminal
from tui.piloting import opened

from send_actions.store.database import open_store

WRITES = """
import os, pathlib, stat, sys
file = pathlib.Path(sys.argv[1])
there = file.read_text(encoding="utf-8")
modes = oct(stat.S_IMODE(file.stat().st_mode)), oct(stat.S_IMODE(file.parent.stat().st_mode))
pathlib.Path(sys.argv[0]).with_suffix(".seen").write_text(f"{file}|{there}|{modes}")
file.with_name("text.txt~").write_text(there)
file.write_text("First.\\n\\n\\x1b[31mSecond, from the editor.\\n", encoding="utf-8")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
def test_what_the_editor_left_is_taken_clean_and_nothing_of_it_stays_behind(
    pinned: Path, tmp_path: Path
) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text(WRITES)
    with Terminal(pinned, size=(80, 24), surroundings={"EDITOR": f"{sys.executable} {editor}"}) as one:
        one.until("Start an advice line")
        one.type("\x1b")
        one.until("e edit")
        one.type("e")
        one.until("Edit area 9")
        one.type("\t\t\t\x05")
        one.until("First.¶¶[31mSecond, from the editor.")
        one.type("\r")
        one.until("Revise area 9: outcome")
        one.type("qy")
        assert one.leaves_with() == 0
    assert KeptPlan(pinned, open_store(pinned)).find_area("9").outcome == (
        "First.\n\n[31mSecond, from the editor."
    )
    file, there, modes = editor.with_suffix(".seen").read_text().split("|")
    assert there == "One way in, and no child waits over 18 weeks.\n"
    assert modes == "('0o600', '0o700')"
    assert not Path(file).parent.exists()


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("no-such-editor", "No-such-editor is not there: name yours in EDITOR, or write here."),
        ("vi 'unclosed", "write here."),
    ],
)
async def test_without_an_editor_one_writes_here(
    place: Path, monkeypatch: pytest.MonkeyPatch, editor: str, words: str
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("e", "ctrl+e")
        assert words in " ".join(sitting.screen.split())
        assert "Start an advice line" in sitting.screen
