from __future__ import annotations

import pytest
from running import Run


def test_the_newest_change_is_taken_back_and_brought_back(run: Run) -> None:
    before = run("list", "--json").items
    run("set", "9.3", "off-track")
    changed = run("list", "--json").items
    assert run("undo").err.startswith("Undo: Set 9.3 to off track · record ")
    assert run("list", "--json").items == before
    assert run("redo").err.startswith("Redo: Set 9.3 to off track · record ")
    assert run("list", "--json").items == changed


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
