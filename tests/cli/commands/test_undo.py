from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from running import Run
from terminals import on_a_terminal

from send_actions.cli.commands.undo import taking_back
from send_actions.cli.plan_change import Author
from send_actions.domain.history.undo import next_undo
from send_actions.store.database import open_store
from send_actions.store.history_reader import read_changes
from send_actions.store.reader import open_reader

NOTE_OF_DECEMBER = "51 calls in November, and two thirds were settled without a referral."


def test_the_newest_change_is_taken_back_and_brought_back(run: Run) -> None:
    before = run("list", "--json").items
    run("set", "9.3", "off-track")
    changed = run("list", "--json").items
    assert run("undo").err.startswith("Undo: Set 9.3 to off track · record ")
    assert run("list", "--json").items == before
    assert run("redo").err.startswith("Redo: Set 9.3 to off track · record ")
    assert run("list", "--json").items == changed


def test_an_undo_names_redo_as_the_way_back_and_a_redo_undo(run: Run) -> None:
    run("set", "9.3", "off-track")
    assert " · send-actions redo brings it back · in " in run("undo").err
    assert " · send-actions undo takes it back · in " in run("redo").err


def test_a_preview_takes_nothing_back(run: Run) -> None:
    run("set", "9.3", "off-track", "-m", "Provider withdrew")
    before = run("list", "--json").out
    record = run("list", "--json").document["record"]
    ran = run("undo", "--show")
    assert ran.out.splitlines() == [
        f"Would take back record {record} of 31 March 2026: Set 9.3 to off track",
        "  9.3, status: off track → on track",
        f"  9.3, note: Provider withdrew → {NOTE_OF_DECEMBER}",
    ]
    assert run("list", "--json").out == before


def test_what_a_note_left_standing_is_told_when_it_is_taken_back(run: Run) -> None:
    run("note", "9.3", "62 calls in March")
    run("undo")
    told = f"note: was 62 calls in March, now {NOTE_OF_DECEMBER}"
    assert told in run("history", "9.3", "--plain").out.splitlines()[1]


def test_notes_taken_back_in_any_order_name_only_what_stands(run: Run) -> None:
    run("note", "9.3", "First")
    run("note", "9.3", "Second")
    second = int(run("list", "--json").document["record"])
    first = str(second - 1)
    assert run("undo", first, "--show").out.splitlines()[1:] == ["  9.3, note: First → taken back"]
    run("undo", first)
    assert "note: was First, now taken back" in run("history", "9.3", "--plain").out.splitlines()[1]
    shown = [f"  9.3, note: Second → {NOTE_OF_DECEMBER}"]
    assert run("undo", str(second), "--show").out.splitlines()[1:] == shown


@pytest.mark.parametrize("arguments", [("undo",), ("undo", "--show"), ("redo",)])
def test_with_nothing_of_yours_it_is_refused(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("There is nothing of yours")


def test_another_persons_change_stays(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("set", "9.3", "off-track")
    record = run("list", "--json").document["record"]
    monkeypatch.setenv("SEND_ACTIONS_BY", "Somebody else")
    ran = run("undo")
    assert ran.code == 1
    assert "the newest change is by Test lead, “Set 9.3 to off track”" in ran.err
    assert f"`send-actions undo {record}` takes it back" in ran.err


def test_any_change_in_force_can_be_taken_back_by_its_number(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run("list", "--json").items
    run("set", "9.3", "off-track")
    record = run("list", "--json").document["record"]
    run("note", "9.4", "A word")
    monkeypatch.setenv("SEND_ACTIONS_BY", "Somebody else")
    shown = run("undo", str(record), "--show")
    assert shown.out.startswith(f"Would take back record {record} of 31 March 2026: Set 9.3 to off track\n")
    assert run("undo", str(record), "--yes").err.startswith("Undo: Set 9.3 to off track · record ")
    assert [item["status"] for item in run("list", "--json").items] == [item["status"] for item in before]
    for again in (("undo", str(record)), ("undo", str(record), "--show")):
        ran = run(*again)
        assert (ran.code, ran.out) == (1, "")
        assert "was taken back already" in ran.err


@pytest.mark.parametrize("arguments", [("undo", "1"), ("undo", "1", "--show")])
def test_the_change_that_began_the_plan_stays(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert "began the plan" in ran.err


@pytest.mark.parametrize("arguments", [("undo",), ("undo", "--show")])
def test_what_was_said_since_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    run("set", "9.3", "off-track")
    monkeypatch.setenv("SEND_ACTIONS_BY", "Somebody else")
    run("set", "9.3", "at-risk")
    monkeypatch.setenv("SEND_ACTIONS_BY", "Test lead")
    ran = run(*arguments)
    assert ran.code == 1
    assert "Somebody else has since done “Set 9.3 to at risk”" in ran.err


def test_what_was_shown_is_taken_back_though_another_change_was_made_since(run: Run, place: Path) -> None:
    run("set", "9.3", "off-track")
    reading = open_reader(place)
    wanted = next_undo(read_changes(reading), "Test lead")
    reading.close()
    run("set", "9.4", "off-track")
    store = open_store(place)
    assert wanted
    hand = Author(actor="Test lead", at=datetime(2026, 3, 31, 9, tzinfo=UTC), day=date(2026, 3, 31))
    taking_back(wanted)(store, hand)
    store.close()
    standing = {item["ref"]: item["status"] for item in run("list", "--json").items}
    assert (standing["9.3"], standing["9.4"]) == ("on-track", "off-track")


def test_any_change_in_force_is_taken_back_by_its_number_and_brought_back(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("set", "9.3", "off-track", "-m", "Provider withdrew")
    record = run("list", "--json").document["record"]
    run("set", "9.4", "off-track")
    changed = run("list", "--json").items
    monkeypatch.setenv("SEND_ACTIONS_BY", "Somebody else")
    shown = run("undo", "--show", str(record))
    assert shown.out.startswith(f"Would take back record {record} of 31 March 2026: Set 9.3 to off track")
    assert run("list", "--json").items == changed
    assert run("undo", str(record), "--yes").err.startswith("Undo: Set 9.3 to off track · record ")
    assert run("show", "9.3", "--json").document["items"][0]["status"] == "on-track"
    assert run("redo").err.startswith("Redo: Set 9.3 to off track")
    assert run("list", "--json").items == changed


@pytest.mark.parametrize("show", [(), ("--show",)])
def test_a_number_that_cannot_be_taken_back_says_why(run: Run, show: tuple[str, ...]) -> None:
    run("set", "9.3", "off-track")
    record = int(run("list", "--json").document["record"])
    run("undo")
    told = {
        record: "“Set 9.3 to off track” was taken back already.",
        record + 1: f"Record {record + 1} is “Undo: Set 9.3 to off track”",
        record + 9: f"There is no record {record + 9}: the last is {record + 1}.",
        1: "began the plan and cannot be taken back.",
    }
    for number, words in told.items():
        ran = run("undo", *show, str(number))
        assert ran.code in {1, 2}
        assert words in ran.err


def test_an_older_change_beneath_a_newer_of_the_same_names_the_way(run: Run) -> None:
    run("set", "9.3", "off-track")
    older = int(run("list", "--json").document["record"])
    run("set", "9.3", "at-risk")
    ran = run("undo", str(older))
    assert ran.code == 1
    assert f"(record {older + 1}). Take that back first (undo {older + 1}), or say it anew." in ran.err
    assert run("undo", str(older + 1)).code == 0
    assert run("undo", str(older)).code == 0


def test_another_persons_change_is_taken_back_only_when_it_is_meant(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("set", "9.3", "off-track")
    record = str(run("list", "--json").document["record"])
    assert "is by" not in run("undo", record, "--show").err
    monkeypatch.setenv("SEND_ACTIONS_BY", "Somebody else")
    whose = f"Record {record} is by Test lead: “Set 9.3 to off track”."
    assert run("undo", record).err == f"{whose} Nothing was changed: add --yes if it is meant.\n"
    said = " ".join(on_a_terminal(80, "undo", record, typed="n\n").split())
    assert f"{whose} Take it back? [y/N]" in said
    assert "Nothing was changed." in said
    assert str(run("list", "--json").document["record"]) == record
    assert "Undo: Set 9.3 to off track" in on_a_terminal(200, "undo", record, typed="y\n")
    assert "was taken back already" in run("undo", record).err


def test_a_hash_is_cut_for_people_and_whole_in_files(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "paper.md"
    run("report", "board", "-o", str(file), "--issue", "next")
    whole = sha256(file.read_bytes()).hexdigest()
    assert f"hash: {whole[:11]}… → nothing\n" in run("undo", "--show").out
    assert f"hash: {whole[:11]}…\n" in run("history", "--plain").out
    assert whole in run("history", "--csv").out
    assert whole in run("history", "--json").out
