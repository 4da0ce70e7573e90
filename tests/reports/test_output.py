"""Writing a paper: whole or not at all, never over another, and nothing of this machine in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from send_actions.errors import SendActionsError, UsageError
from send_actions.reports.document import Document, text_of
from send_actions.reports.output import deliver, encode, format_of

PAPER = Document("Paper", (), (text_of("● On track"),))
BYTES = "# Paper\n\n● On track\n".encode()


def write(path: Path | str, form: str = "markdown", *, force: bool = False) -> None:
    deliver(encode(PAPER, form), form, path, force=force)


def test_a_paper_is_written_as_it_was_made(tmp_path: Path) -> None:
    write(tmp_path / "paper.md")
    assert (tmp_path / "paper.md").read_bytes() == BYTES == encode(PAPER, "markdown")
    assert [path.name for path in tmp_path.iterdir()] == ["paper.md"]


def test_a_dash_is_standard_output(capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    write("-")
    assert capsysbinary.readouterr().out == BYTES
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_stays_unless_forced(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text("last month's")
    with pytest.raises(SendActionsError, match="is there already: name another, or add --force"):
        write(paper)
    assert paper.read_text() == "last month's"
    write(paper, force=True)
    assert paper.read_bytes() == BYTES


def test_a_link_is_followed_and_kept(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    write(tmp_path / "link.md", force=True)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == BYTES


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SendActionsError, match="nowhere is not a folder: make it first"):
        write(tmp_path / "nowhere" / "paper.md")


def test_a_link_to_a_folder_that_is_not_there_is_told_like_the_folder(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(tmp_path / "nowhere" / "paper.md")
    with pytest.raises(SendActionsError, match="is not a folder: make it first"):
        write(tmp_path / "link.md")


def test_a_folder_is_no_file_even_when_forced(tmp_path: Path) -> None:
    with pytest.raises(SendActionsError, match="is not a file"):
        write(tmp_path, force=True)


def test_a_name_the_disk_refuses_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(SendActionsError, match="could not be written"):
        write(tmp_path / f"{'x' * 300}.md")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_device_is_no_file() -> None:
    with pytest.raises(SendActionsError, match="is not a file"):
        write("/dev/full", force=True)


def test_an_unknown_format_is_named_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='No format "markdwon": did you mean markdown'):
        write(tmp_path / "paper.md", "markdwon")


def test_the_ending_of_a_file_names_its_format() -> None:
    assert [format_of(name) for name in ("paper.md", "Paper.MARKDOWN", "-")] == ["markdown"] * 3
    with pytest.raises(
        UsageError, match=r"paper\.doc names no format: end it with one of \.md.* give --format"
    ):
        format_of("paper.doc")


def test_markdown_goes_by_its_other_name_too() -> None:
    assert [encode(PAPER, name) for name in ("md", "MD", ".md", "Markdown", ".markdown")] == [BYTES] * 5
    with pytest.raises(UsageError, match=r'No format "scroll": use one of markdown'):
        encode(PAPER, "scroll")


def test_no_clock_path_or_name_leaks_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = encode(PAPER, "markdown")
    monkeypatch.setenv("USER", "someone-else")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.chdir(tmp_path)
    assert encode(PAPER, "markdown") == first
    assert os.fsencode(tmp_path) not in first
