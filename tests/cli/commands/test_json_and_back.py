"""What `list --json` wrote comes in: back it differs in nothing, elsewhere it makes the same actions."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from running import Run

Told = dict[str, Any]


def a_list(run: Run, folder: Path, change: Callable[[Told], object] = lambda _told: None) -> Path:
    """The list of all actions as JSON, perhaps changed."""
    told = json.loads(run("list", "--json").out)
    change(told)
    file = folder / "list.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    return file


def same_but(told: str) -> list[Told]:
    """The items of a list without what hangs on when it was said and on what a list does not carry."""
    apart = {"updated_on", "first_due", "overdue", "checks", "note_on", "ask_on"}
    return [
        {key: said for key, said in item.items() if key not in apart} for item in json.loads(told)["items"]
    ]


def test_a_list_that_was_not_changed_differs_in_nothing(run: Run, tmp_path: Path) -> None:
    before = run("list", "--json").out
    back = run("import", str(a_list(run, tmp_path)))
    assert (back.code, back.err) == (0, "The plan says all of list.json already: nothing was changed.\n")
    assert run("list", "--json").out == before


def test_in_an_empty_plan_it_makes_the_same_actions(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, file = run("list", "--json").out, a_list(run, tmp_path)
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "other.db"))
    run("init", "--template", "empty")
    made = run("import", str(file), "--yes")
    assert made.code == 0, made.err
    assert same_but(run("list", "--json").out) == same_but(before)
    again = run("import", str(file), "--yes")
    assert "Nothing was changed" in again.err


def test_what_was_changed_in_it_is_a_change(run: Run, tmp_path: Path) -> None:
    def change(told: Told) -> None:
        item = next(one for one in told["items"] if one["ref"] == "1.4")
        item["title"], item["status"] = "=2+2", "at-risk"

    assert run("import", str(a_list(run, tmp_path, change))).code == 0
    item = next(one for one in json.loads(run("list", "--json").out)["items"] if one["ref"] == "1.4")
    assert (item["title"], item["status"]) == ("=2+2", "at-risk")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "bad.json is no JSON that can be read"),
        ("[" * 100_000, "bad.json is no JSON that can be read"),
        ('{"kind": "actions", "items": [{"ref": 1' + "0" * 5000 + "}]}", "bad.json is no JSON"),
        ("[]", "bad.json is no list of actions as send-actions writes it"),
        ('{"kind": "areas", "items": []}', "bad.json is no list of actions as send-actions writes it"),
        ('{"kind": "actions", "items": [1]}', "bad.json is no list of actions as send-actions writes it"),
        ('{"kind": "actions", "items": []}', "bad.json lists no action"),
        (
            '{"kind": "actions", "items": [{"ref": "1.1", "title": {"a": "b"}}]}',
            "bad.json: what item 1 says under “title” is no text",
        ),
        (
            '{"kind": "actions", "items": [{"ref": "1.1", "title": "A", "due": {"date": []}}]}',
            "bad.json: what item 1 says under “due” is no text",
        ),
    ],
    ids=lambda said: said[:30],
)
def test_what_is_no_list_of_ours_is_refused_in_one_sentence(
    run: Run, tmp_path: Path, content: str, told: str
) -> None:
    file = tmp_path / "bad.json"
    file.write_text(content, encoding="utf-8")
    refused = run("import", str(file))
    assert (refused.code, refused.err.count("\n")) == (1, 1), refused.err
    assert refused.err.startswith(told)


NOT_CARRIED = ("sro", "steps", "measures", "supports", "depends_on", "path", "proof", "updates", "deadlines")


def test_what_a_json_list_does_not_carry_stays_in_the_plan(run: Run, tmp_path: Path) -> None:
    listed = run("list", "--json")
    refs = [item["ref"] for item in listed.items]

    def in_full() -> dict[str, dict[str, Any]]:
        return {ref: run("show", ref, "--json").items[0] for ref in refs[:12]}

    before = in_full()
    assert all(any(one[name] for one in before.values()) for name in ("sro", "updates", "deadlines"))
    told = listed.document
    told["items"][0]["title"] = "Agree one joint review"
    file = tmp_path / "list.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    assert run("import", str(file)).code == 0
    after = in_full()
    assert after[refs[0]]["title"] == "Agree one joint review"
    for ref, one in before.items():
        assert {name: after[ref][name] for name in NOT_CARRIED} == {name: one[name] for name in NOT_CARRIED}
