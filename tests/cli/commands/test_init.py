from __future__ import annotations

import os
from pathlib import Path

import pytest
from running import Run


@pytest.fixture(autouse=True)
def _no_plan_yet(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del place
    monkeypatch.delenv("SEND_ACTIONS_DB")


def test_a_plan_begins_with_eighteen_areas(run: Run, tmp_path: Path) -> None:
    new = str(tmp_path / "new.db")
    assert run("init", "--db", new, "--title", "Our plan", "--partnership", "Ours").code == 0
    assert run("areas", "--db", new, "--json").document["count"] == 18


@pytest.mark.parametrize(("template", "areas"), [("empty", 0), ("sample", 18)])
def test_other_templates_begin_otherwise(run: Run, tmp_path: Path, template: str, areas: int) -> None:
    new = str(tmp_path / "new.db")
    assert run("--db", new, "init", "--template", template).code == 0
    assert run("--db", new, "areas", "--json").document["count"] == areas


def test_a_wrong_template_is_named_with_the_nearest(run: Run, tmp_path: Path) -> None:
    ran = run("init", "--db", str(tmp_path / "new.db"), "--template", "eigteen")
    assert (ran.code, ran.err) == (2, 'There is no template "eigteen": did you mean eighteen?\n')
    assert not (tmp_path / "new.db").exists()


def test_a_plan_is_never_made_over_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear all", encoding="utf-8")
    ran = run("init", "--db", str(file))
    assert (ran.code, ran.out) == (1, "")
    assert file.read_text(encoding="utf-8") == "Dear all"


def test_without_a_place_it_asks_for_one(run: Run) -> None:
    ran = run("init")
    assert (ran.code, ran.err) == (1, "Say where the plan is to be: send-actions init --db plan.db\n")


def test_the_first_plan_is_found_without_being_named_again(run: Run, tmp_path: Path) -> None:
    run("init", "--db", str(tmp_path / "first.db"), "--template", "empty")
    assert run("add", "1", "Transport", "--area").code == 0
    run("init", "--db", str(tmp_path / "second.db"))
    assert run("areas", "--json").document["count"] == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_its_owner_can_read_a_new_plan(run: Run, tmp_path: Path) -> None:
    run("init", "--db", str(tmp_path / "new.db"))
    assert (tmp_path / "new.db").stat().st_mode & 0o077 == 0
