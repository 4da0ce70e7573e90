"""Files of plans: private, known by their header, and refused with one sentence when something is wrong."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest
from kept_plans import KeptPlan, a_kept_plan
from rights import as_nobody

from send_actions.errors import SendActionsError
from send_actions.store.database import create_store, open_store
from send_actions.store.reader import open_reader, read_plan
from send_actions.store.sqlite import engine
from send_actions.store.sqlite.file import open_connection

POSIX = os.name == "posix"


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[KeptPlan]:
    """Action 9.3, through a store that was opened, not made."""
    plan = a_kept_plan(tmp_path, "9.3")
    plan.store = open_store(plan.place)
    yield plan
    plan.store.close()


def empty(place: Path) -> None:
    place.touch()


def a_text(place: Path) -> None:
    place.write_text("ref,title\n9.3,Advice line\n" * 20, encoding="utf-8")


def a_folder(place: Path) -> None:
    place.mkdir()


def another_database(place: Path) -> None:
    with closing(sqlite3.connect(place)) as other:
        other.execute("create table plan (id integer primary key)")


def a_newer_plan(place: Path) -> None:
    a_kept_plan(place.parent, name=place.name).store.close()
    with closing(sqlite3.connect(place)) as newer:
        newer.execute("pragma user_version=99")


def a_damaged_plan(place: Path) -> None:
    a_kept_plan(place.parent, name=place.name).store.close()
    whole = place.read_bytes()
    place.write_bytes(whole[:100] + b"\x5a" * (len(whole) - 100))


WRONG: list[tuple[Callable[[Path], None], str]] = [
    (lambda _: None, "There is no plan at"),
    (empty, "is not a plan of send-actions"),
    (a_text, "is not a plan of send-actions"),
    (another_database, "is not a plan of send-actions"),
    (a_newer_plan, r"was written by a newer send-actions \(schema 99, this one knows 1\)"),
    (a_folder, "cannot be opened"),
]


@pytest.mark.parametrize(("make", "sentence"), WRONG)
@pytest.mark.parametrize("open_it", [open_reader, open_store])
def test_what_is_no_plan_of_ours_is_refused_in_one_sentence(
    tmp_path: Path, make: Callable[[Path], None], sentence: str, open_it: Callable[[Path], object]
) -> None:
    place = tmp_path / "a\x1b[31mplan.db" if POSIX else tmp_path / "plan.db"
    make(place)

    with pytest.raises(SendActionsError, match=sentence) as refused:
        open_it(place)

    assert "\x1b" not in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "Traceback" not in str(refused.value)


def test_a_damaged_plan_is_refused_when_read_and_when_changed(tmp_path: Path) -> None:
    place = tmp_path / "plan.db"
    a_damaged_plan(place)

    with pytest.raises(SendActionsError, match=r"cannot be read .*restore a copy .send-actions backup"):
        open_reader(place)
    broken = KeptPlan(place, open_store(place))
    with (
        pytest.raises(
            SendActionsError,
            match=r"is damaged: nothing was changed; restore a copy \(send-actions backup --list",
        ),
        broken.store.record("", **broken.by()),
    ):
        pass


ANOTHER_VERSION = (
    r"^The plan .*plan\.db was made by another version of send-actions, with other tables: open it "
)


@pytest.mark.parametrize(
    "difference",
    [
        "drop table step",
        "drop table evidence",
        "drop table paper",
        "alter table measure drop column definition",
        "alter table progress_update drop column ask",
        "alter table meeting rename column listed_on to added_on",
    ],
)
def test_a_plan_of_another_version_is_called_that_in_place_of_what_its_database_says(
    kept: KeptPlan, difference: str
) -> None:
    kept.insert("measure", title="Waits", unit="weeks", better="lower", on=kept.day)
    kept.insert("meeting", series="Board", listed_on=kept.day, on=kept.day)
    with closing(sqlite3.connect(kept.place)) as other, other:
        other.execute(difference)
    before = kept.place.read_bytes()

    with pytest.raises(SendActionsError, match=ANOTHER_VERSION):
        kept.plan()

    assert kept.place.read_bytes() == before


@pytest.mark.parametrize(
    "difference",
    [
        "drop table measure",
        "alter table measure drop column definition",
        "alter table measure rename column better to way",
    ],
)
def test_a_plan_of_another_version_refuses_a_change_by_what_it_is(kept: KeptPlan, difference: str) -> None:
    with closing(sqlite3.connect(kept.place)) as other, other:
        other.execute(difference)
    before = kept.place.read_bytes()

    with pytest.raises(SendActionsError, match=ANOTHER_VERSION):
        kept.insert("measure", title="Waits", unit="weeks", better="lower", on=kept.day)

    assert kept.place.read_bytes() == before


def test_a_plan_damaged_while_open_is_refused_at_the_next_look(kept: KeptPlan) -> None:
    reader = open_reader(kept.place)
    whole = kept.place.read_bytes()
    kept.place.write_bytes(whole[:4096] + b"\x5a" * (len(whole) - 4096))

    with pytest.raises(SendActionsError, match="cannot be read"):
        read_plan(reader, kept.day)
    reader.close()


def test_a_plan_is_never_made_over_a_file(tmp_path: Path) -> None:
    a_text(tmp_path / "plan.db")
    before = (tmp_path / "plan.db").read_bytes()

    with (
        pytest.raises(SendActionsError, match="is there already and a plan is never made over a file"),
        create_store(tmp_path / "plan.db"),
    ):
        pass

    assert (tmp_path / "plan.db").read_bytes() == before


@pytest.mark.skipif(not POSIX, reason="links need rights elsewhere")
def test_a_plan_is_never_made_where_a_link_leads_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "plan.db").symlink_to(tmp_path / "elsewhere.db")

    with pytest.raises(SendActionsError, match="is there already"), create_store(tmp_path / "plan.db"):
        pass

    assert not (tmp_path / "elsewhere.db").exists()


def test_a_new_plan_tells_any_program_whose_it_is_and_of_which_schema(kept: KeptPlan) -> None:
    with closing(sqlite3.connect(kept.place)) as looking:
        told = [looking.execute(f"pragma {name}").fetchone() for name in ("application_id", "user_version")]

    assert told == [(int.from_bytes(b"SEND", "big"),), (1,)]


def test_a_plan_in_a_folder_that_is_not_there_cannot_be_made(tmp_path: Path) -> None:
    with (
        pytest.raises(SendActionsError, match=r"The folder .*nowhere is not there: make it first"),
        create_store(tmp_path / "nowhere" / "plan.db"),
    ):
        pass


def test_a_plan_whose_making_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), create_store(tmp_path / "plan.db"):
        raise KeyboardInterrupt

    assert list(tmp_path.iterdir()) == []


def test_a_plan_has_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    with create_store(tmp_path / "plan.db") as store:
        assert not (tmp_path / "plan.db").exists()
        store.close()

    assert [found.name for found in tmp_path.iterdir()] == ["plan.db"]


def test_a_name_taken_while_a_plan_is_made_is_not_written_over(tmp_path: Path) -> None:
    with (
        pytest.raises(SendActionsError, match="never made over a file"),
        create_store(tmp_path / "plan.db"),
    ):
        (tmp_path / "plan.db").write_text("somebody else's")

    assert (tmp_path / "plan.db").read_text() == "somebody else's"
    assert [found.name for found in tmp_path.iterdir()] == ["plan.db"]


def test_a_file_without_the_plan_in_it_is_refused(tmp_path: Path) -> None:
    with create_store(tmp_path / "plan.db"):
        pass

    with pytest.raises(SendActionsError, match="holds no plan, its making was broken off"):
        open_reader(tmp_path / "plan.db")


def test_a_plan_that_another_program_left_with_a_log_beside_it_is_one_file_again(kept: KeptPlan) -> None:
    with closing(sqlite3.connect(kept.place)) as other:
        other.execute("pragma journal_mode=wal")

    kept.say("9.3", "at-risk", note="Late.")

    with closing(sqlite3.connect(kept.place)) as other:
        assert other.execute("pragma journal_mode").fetchone() == ("delete",)


def test_a_new_file_can_be_read_by_its_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        with create_store(tmp_path / "plan.db"):
            pass
    finally:
        os.umask(old)

    mode = stat.S_IMODE((tmp_path / "plan.db").stat().st_mode)
    assert mode == 0o600 or os.name != "posix"


def test_a_plan_is_one_file_in_rollback_mode(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk")

    assert sorted(path.name for path in kept.place.parent.iterdir() if path.is_file()) == ["plan.db"]
    with closing(sqlite3.connect(kept.place)) as looking:
        assert looking.execute("pragma journal_mode").fetchone() == ("delete",)
        assert looking.execute("pragma integrity_check").fetchone() == ("ok",)
        assert looking.execute("pragma foreign_key_check").fetchall() == []


def test_a_file_that_can_only_be_read_is_shown_and_not_changed(
    kept: KeptPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.place.chmod(0o400)
    if os.access(kept.place, os.W_OK):  # root may write to anything: SQLite itself says no then
        monkeypatch.setattr(engine, "_SETTINGS", (*engine._SETTINGS, "query_only=on"))
        kept.store = open_store(kept.place)

    with pytest.raises(SendActionsError, match="can only be read: nothing was changed; copy it to a folder"):
        kept.area("10")

    assert kept.find("9.3").ref == "9.3"
    kept.place.chmod(0o600)


def test_a_file_being_written_by_another_program_is_waited_for_and_then_refused(
    kept: KeptPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_SETTINGS", ("busy_timeout=50", *engine._SETTINGS[1:]))
    kept.store = open_store(kept.place)
    with closing(sqlite3.connect(kept.place, isolation_level=None)) as other:
        other.execute("begin immediate")

        with pytest.raises(
            SendActionsError, match="is being written by another program: nothing was changed"
        ):
            kept.area("10")
        assert kept.find("9.3").ref == "9.3"

        reader = open_reader(kept.place, timeout_ms=50)
        other.execute("rollback")
        other.execute("begin exclusive")
        began = monotonic()
        with pytest.raises(SendActionsError, match="by another program: try again in a moment"):
            read_plan(reader, kept.day)
        with pytest.raises(SendActionsError, match="by another program: try again in a moment"):
            open_reader(kept.place, timeout_ms=50)
        assert monotonic() - began < 5, "no longer than it was told to wait"
        other.execute("rollback")
        reader.close()

    assert kept.area("10").label == "Add area 10"


def test_a_full_disk_loses_nothing_and_says_so(kept: KeptPlan, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = len(kept.place.read_bytes()) // 4096
    before = kept.place.read_bytes()
    monkeypatch.setattr(engine, "_SETTINGS", (*engine._SETTINGS, f"max_page_count={pages}"))
    full = open_store(kept.place)

    with (
        pytest.raises(SendActionsError, match="the disk is full: nothing was changed; make room"),
        full.record("Much", **kept.by()) as recording,
    ):
        recording.insert("evidence", [{"on": kept.day, "kind": "audit", "title": "x" * 5000}] * 200)

    assert kept.place.read_bytes() == before


NAMES = ["50% done #1.db", "Überblick plan.db", "plan&x=1;.db"] + (["plan?mode=memory.db"] if POSIX else [])


@pytest.mark.parametrize("name", NAMES)
def test_any_name_of_a_file_is_its_name(tmp_path: Path, name: str) -> None:
    plan = a_kept_plan(tmp_path, "9.3", name=name)
    plan.store = open_store(plan.place)
    plan.say("9.3", "at-risk")

    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [name]
    assert len(plan.timeline("9.3").updates) == 2


def test_a_plan_is_named_by_an_address_too_and_other_addresses_are_refused(kept: KeptPlan) -> None:
    reader = open_reader(f"sqlite:///{kept.place}")
    assert read_plan(reader, kept.day).title == "SEND improvement plan"
    reader.close()

    with pytest.raises(
        SendActionsError, match="A plan at a postgresql address cannot be opened yet"
    ) as refused:
        open_store("postgresql://ana:secret@example.org/plan")
    assert "secret" not in str(refused.value)


def test_a_change_goes_into_the_file_that_is_there_now(kept: KeptPlan, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    newer = a_kept_plan(tmp_path / "copy", "9.3", "9.4")
    reader = open_reader(kept.place)
    stamp = reader.stamp()
    newer.place.replace(kept.place)

    kept.area("10")

    assert [area.number for area in kept.plan().areas] == ["9", "10"]
    assert [action.ref for action in kept.plan().actions] == ["9.3", "9.4"]
    assert reader.stamp() != stamp
    reader.close()


def test_a_file_taken_away_while_open_is_not_made_anew(kept: KeptPlan) -> None:
    reader = open_reader(kept.place)
    kept.place.unlink()

    with pytest.raises(SendActionsError, match="There is no plan at"):
        kept.store.record("", **kept.by()).__enter__()
    with pytest.raises(SendActionsError, match="cannot be read"):
        reader.stamp()

    assert not kept.place.exists()
    reader.close()


def test_a_file_upgraded_by_a_newer_program_while_open_is_not_written_to(kept: KeptPlan) -> None:
    with closing(sqlite3.connect(kept.place)) as newer:
        newer.execute("pragma user_version=99")
    before = kept.place.read_bytes()

    with pytest.raises(SendActionsError, match="was written by a newer send-actions"):
        kept.store.record("", **kept.by()).__enter__()

    assert kept.place.read_bytes() == before


def test_looking_cannot_write(kept: KeptPlan) -> None:
    connection = open_connection(kept.place, 50)

    with pytest.raises(SendActionsError, match="readonly"):
        connection.fetch("delete from action", {})
    connection.close()


def test_another_program_s_change_alters_the_stamp_and_ours_is_seen_at_once(kept: KeptPlan) -> None:
    reader = open_reader(kept.place)
    stamp = reader.stamp()
    assert reader.stamp() == stamp

    kept.area("10")

    assert reader.stamp() != stamp
    assert [area.number for area in read_plan(reader, kept.day).areas] == ["9", "10"]
    reader.close()


def test_all_the_reads_of_one_plan_see_one_state(kept: KeptPlan) -> None:
    reader = open_reader(kept.place)
    with reader.snapshot():
        before = read_plan(reader, kept.day)
        with (
            closing(sqlite3.connect(kept.place, timeout=0)) as other,
            pytest.raises(sqlite3.OperationalError),
        ):
            other.executescript("update action set title = 'Changed meanwhile'")
        assert read_plan(reader, kept.day) == before
    reader.close()


def test_a_refusal_in_the_middle_of_a_change_writes_nothing(kept: KeptPlan) -> None:
    before = kept.place.read_bytes()

    with pytest.raises(SendActionsError, match="refused"):
        _half_a_change(kept)

    assert kept.place.read_bytes() == before


def _half_a_change(kept: KeptPlan) -> None:
    with kept.store.record("Half a change", **kept.by()) as recording:
        recording.insert("evidence", [{"on": kept.day, "kind": "audit", "title": "Audit"}])
        raise SendActionsError("refused")


@pytest.mark.skipif(not POSIX, reason="rights are otherwise elsewhere")
def test_a_change_broken_off_where_nothing_can_be_written_says_to_copy_both_files(kept: KeptPlan) -> None:
    with closing(sqlite3.connect(kept.place, isolation_level=None)) as other:
        other.execute("pragma cache_size=1")
        other.execute("begin immediate")
        other.execute("create table rest as select * from change, difference")
        other.execute("insert into rest select * from rest")
        copy = kept.place.parent / "given"
        copy.mkdir()
        for name in ("plan.db", "plan.db-journal"):
            (copy / name).write_bytes((kept.place.parent / name).read_bytes())
            (copy / name).chmod(0o444)
        copy.chmod(0o555)

    with (
        as_nobody(copy),
        pytest.raises(
            SendActionsError, match=r"has a change in plan\.db-journal .* copy both files to a folder"
        ),
    ):
        open_reader(copy / "plan.db")
    copy.chmod(0o755)
