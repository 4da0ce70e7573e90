from __future__ import annotations

from pathlib import Path

from running import Run


def test_the_sample_is_shown_and_nothing_is_kept(program: Run, tmp_path: Path) -> None:
    ran = program("demo", TMPDIR=str(tmp_path))
    assert ran.code == 0
    assert "Sample partnership" in ran.out
    assert "nothing was kept" in ran.err
    assert list(tmp_path.glob("send-actions-*")) == []
