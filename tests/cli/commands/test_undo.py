from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from running import Run

from send_actions.cli.commands.undo import taking_back
from send_actions.cli.plan_change import Author
from send_actions.domain.history.undo import next_undo
from send_actions.store.database import open_store
from send_actions.store.reader import open_reader, read_changes


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
        "  9.3, note: Provider withdrew → nothing",
    ]
    assert run("list", "--json").out == before


@pytest.mark.parametrize("arguments", [("undo",), ("undo", "--show"), ("redo",)])
def test_with_nothing_of_yours_it_is_refused(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("There is nothing of yours")


def test_another_persons_change_stays(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("set", "9.3", "off-track")
    monkeypatch.setenv("SEND_ACTIONS_BY", "Somebody else")
    assert run("undo").code == 1


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
