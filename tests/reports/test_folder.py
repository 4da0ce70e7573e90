"""A folder of papers is written whole or not at all, and over nothing but a folder of papers."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from send_actions.errors import SendActionsError
from send_actions.reports.folder import CONTENTS, left_beside, refuse_folder, write_folder

OLD = {CONTENTS: b"Papers for a meeting\n\n  1-board/old.md\n", "1-board/old.md": b"old"}
NEW = {CONTENTS: b"Papers for a meeting\n\n  1-board/new.md\n", "1-board/new.md": b"new"}


def held(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their names."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_a_folder_is_made_with_its_files_and_nothing_beside(tmp_path: Path) -> None:
    write_folder(NEW, tmp_path / "papers")
    assert held(tmp_path / "papers") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["papers"]


def test_an_empty_folder_takes_them(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    write_folder(NEW, tmp_path / "papers")
    assert held(tmp_path / "papers") == NEW


def test_a_link_to_a_folder_is_followed_and_kept(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "papers").symlink_to(tmp_path / "real")
    write_folder(NEW, tmp_path / "papers")
    assert (tmp_path / "papers").is_symlink()
    assert held(tmp_path / "real") == NEW


def test_a_folder_of_papers_stays_unless_forced_and_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    write_folder(OLD, folder)
    with pytest.raises(
        SendActionsError, match="holds papers written before: name another folder, or add --force"
    ):
        write_folder(NEW, folder)
    assert held(folder) == OLD
    write_folder(NEW, folder, force=True)
    assert held(folder) == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["papers"]


@pytest.mark.parametrize("stranger", ["mine.txt", "1-board/mine.txt", "2-mine/notes.md"])
def test_not_even_force_replaces_a_folder_with_anything_else_in_it(tmp_path: Path, stranger: str) -> None:
    folder = tmp_path / "papers"
    write_folder(OLD, folder)
    (folder / stranger).parent.mkdir(exist_ok=True)
    (folder / stranger).write_text("mine")
    before = held(folder)
    with pytest.raises(
        SendActionsError, match=f"holds what no folder of papers does .*{Path(stranger).name}"
    ):
        write_folder(NEW, folder, force=True)
    assert held(folder) == before


def test_a_folder_without_contents_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    for force in (False, True):
        with pytest.raises(SendActionsError, match=f"no {CONTENTS}.*name another folder") as refused:
            write_folder(NEW, tmp_path, force=force)
        assert "--force" not in str(refused.value)
    assert held(tmp_path) == {"mine.txt": b"mine"}


def test_a_link_within_a_folder_is_never_followed(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    write_folder(OLD, folder)
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "mine.txt").write_text("mine")
    (folder / "1-board" / "link").symlink_to(tmp_path / "kept")
    with pytest.raises(SendActionsError, match="1-board/link"):
        write_folder(NEW, folder, force=True)
    assert (tmp_path / "kept" / "mine.txt").read_text() == "mine"


def test_what_cannot_be_written_leaves_nothing_and_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    write_folder(OLD, folder)
    with pytest.raises(SendActionsError, match="could not be written"):
        write_folder({**NEW, f"1-board/{'x' * 300}.md": b""}, folder, force=True)
    assert held(folder) == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["papers"]


def test_a_place_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(SendActionsError, match="is a file: name a folder that is new or empty"):
        write_folder(NEW, tmp_path / "file", force=True)
    with pytest.raises(SendActionsError, match="nowhere is not a folder: make it first"):
        write_folder(NEW, tmp_path / "nowhere" / "papers")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs somebody who may not write")
def test_a_folder_that_may_not_be_written_to_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(SendActionsError, match=r"could not be written \(Permission denied\)"):
        write_folder(NEW, tmp_path / "papers")
    tmp_path.chmod(0o700)


@pytest.mark.parametrize("refused", [refuse_folder, lambda path: write_folder(NEW, path)])
@pytest.mark.parametrize("name", ["x" * 300, "nul\0"])
def test_a_name_that_no_folder_can_have_is_told(
    name: str, refused: Callable[[Path], None], tmp_path: Path
) -> None:
    with pytest.raises(SendActionsError, match="could not be written"):
        refused(tmp_path / name)


@pytest.mark.parametrize("name", [".", "..", "../papers"])
def test_the_folder_that_one_works_in_is_never_replaced(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    monkeypatch.chdir(folder)
    with pytest.raises(SendActionsError, match=r"name one in it, such as papers|holds what no folder"):
        write_folder(NEW, name)
    write_folder(OLD, "papers")
    assert held(Path("papers")) == OLD


def test_a_folder_of_papers_that_one_works_in_is_not_replaced_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(OLD, tmp_path / "papers")
    monkeypatch.chdir(tmp_path / "papers" / "1-board")
    with pytest.raises(SendActionsError, match="the folder that you work in"):
        write_folder(NEW, tmp_path / "papers", force=True)
    assert held(tmp_path / "papers") == OLD


def test_what_a_killed_writing_left_is_found(tmp_path: Path) -> None:
    for name in (f".papers-{'0a' * 8}.part", f".papers-{'0a' * 8}.old", ".papers-mine.part", "papers"):
        (tmp_path / name).mkdir()
    assert left_beside(tmp_path / "papers") == [
        str(tmp_path / f".papers-{'0a' * 8}.{end}") for end in ("old", "part")
    ]


def failing_renames(monkeypatch: pytest.MonkeyPatch, failures: dict[int, BaseException]) -> None:
    """Let renames fail by their number, as a full disk, another program or Ctrl+C would have it."""
    really, done = Path.rename, iter(range(1, 10))

    def rename(self: Path, to: Path) -> Path:
        if error := failures.get(next(done)):
            raise error
        return really(self, to)

    monkeypatch.setattr(Path, "rename", rename)


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), OSError(39, "Directory not empty")])
@pytest.mark.parametrize("at", [1, 2])
def test_stopped_between_the_two_moves_the_old_folder_stands(
    at: int, stop: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "papers"
    write_folder(OLD, folder)
    failing_renames(monkeypatch, {at: stop})
    with pytest.raises((KeyboardInterrupt, SendActionsError)):
        write_folder(NEW, folder, force=True)
    assert held(folder) == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["papers"]


def test_an_old_folder_that_cannot_be_put_back_is_kept_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "papers"
    write_folder(OLD, folder)
    failing_renames(monkeypatch, {2: OSError(39, "Directory not empty"), 3: OSError(13, "Permission denied")})
    with pytest.raises(SendActionsError, match="could not be put back") as told:
        write_folder(NEW, folder, force=True)
    (kept,) = tmp_path.iterdir()
    assert str(kept) in str(told.value)
    assert held(kept) == OLD
