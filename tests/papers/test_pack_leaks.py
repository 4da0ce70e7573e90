"""Nothing that a board or the public may not see is in the folders of a pack that are for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from inside_files import all_said
from secret_plan import EARLY, SecretPlan, a_secret_plan

from send_actions.__main__ import main


@pytest.mark.parametrize("on", ["2026-03-31", EARLY.isoformat()])
def test_a_pack_s_folders_hold_only_what_their_readers_may_see(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on: str
) -> None:
    secret: SecretPlan = a_secret_plan(tmp_path)
    secret.kept.store.close()
    folder = tmp_path / "pack"
    meeting = "2026-04-15" if on != EARLY.isoformat() else "2026-02-25"
    monkeypatch.setenv("SEND_ACTIONS_DB", str(secret.kept.place))
    words = ("report", "pack", str(folder), "--meeting", meeting, "--as-at", on, "--yes")
    assert main(words) == 0
    early = secret.not_early if on == EARLY.isoformat() else []
    for_board = [*secret.names, *secret.never, *early]
    marks = {"1-for-the-board": for_board, "2-to-publish": [*for_board, *secret.not_public]}
    for name, hidden in marks.items():
        files = [path for path in (folder / name).rglob("*") if path.is_file()]
        assert files, name
        for path in files:
            said = path.name + all_said(path.read_bytes())
            assert [mark for mark in hidden if mark in said] == [], path.name
    contents = (folder / "0-contents.txt").read_text(encoding="utf-8")
    assert [mark for mark in secret.never if mark in contents] == []
