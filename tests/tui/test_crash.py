"""When the app breaks: a plain sentence, a file only its owner reads, and no value that was in hand."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from tui.piloting import opened

from send_actions.tui import crash

SECRET = "".join(reversed("2retnuh"))


def kept_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


def _break(password: str) -> None:
    raise RuntimeError(f"cannot reach postgresql://me:{password}@host")


def test_the_report_names_places_and_no_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    with pytest.raises(RuntimeError) as caught:
        _break(SECRET)
    report = crash.keep_report(caught.value)
    assert report is not None
    text = report.read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert "_break" in text
    assert SECRET not in text
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert str(report) in crash.sentence(caught.value, report)


async def test_a_fault_ends_the_app_with_a_sentence_and_code_3(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    codes: list[int | None] = []

    async def sit() -> None:
        async with opened(place) as sitting:
            sitting.app.call_later(_break, SECRET)
            await sitting.pilot.pause()
            codes.append(sitting.app.return_code)

    with pytest.raises(RuntimeError):
        await sit()
    said = capfd.readouterr()
    assert codes == [3]
    assert "send-actions met a fault of its own (RuntimeError)" in " ".join(said.err.split())
    assert SECRET not in said.out + said.err
    assert "send-actions-" in " ".join(path.name for path in kept_in(tmp_path))
