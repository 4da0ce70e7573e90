"""Papers that are issued as at a day that is over: once noted, they are known again."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Run

ISSUE = ("--issue", "next", "--as-at", "30 March 2026")
SAID = "It was issued for the meeting of 15 April 2026 already: nothing was changed."


@pytest.mark.parametrize("form", ["md", "pdf"])
def test_the_same_paper_of_an_earlier_day_is_noted_once(
    run: Run, place: Path, tmp_path: Path, form: str
) -> None:
    files = [tmp_path / f"{name}.{form}" for name in ("first", "second", "third")]
    assert run("report", "board", "-o", str(files[0]), *ISSUE).code == 0
    kept = place.read_bytes()
    for file, more in ((files[1], ()), (files[2], ("--record", "216"))):
        ran = run("report", "board", "-o", str(file), *ISSUE, *more)
        assert (ran.code, SAID in ran.err) == (0, True)
        assert (file.read_bytes(), place.read_bytes()) == (files[0].read_bytes(), kept)


def test_another_of_an_earlier_day_is_asked_about(run: Run, place: Path, tmp_path: Path) -> None:
    assert run("report", "board", "-o", str(tmp_path / "first.md"), "--issue", "next").code == 0
    kept = place.read_bytes()
    ran = run("report", "board", "-o", str(tmp_path / "second.md"), *ISSUE)
    told = "A board paper was issued for the meeting of 15 April 2026 on 31 March 2026 (record 216)"
    assert (ran.code, ran.err.startswith(told), place.read_bytes()) == (1, True, kept)
    assert not (tmp_path / "second.md").exists()


def test_the_pack_of_an_earlier_day_is_noted_once(run: Run, place: Path, tmp_path: Path) -> None:
    words = ("report", "pack", "--issue", "--as-at", "30 March 2026")
    assert run(*words, str(tmp_path / "first")).code == 0
    kept = place.read_bytes()
    ran = run(*words, str(tmp_path / "second"))
    assert (ran.code, SAID in ran.err, place.read_bytes()) == (0, True, kept)
