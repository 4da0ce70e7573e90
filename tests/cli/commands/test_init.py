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


def test_a_plan_says_its_title_and_whose_it_is(run: Run, tmp_path: Path) -> None:
    new = str(tmp_path / "new.db")
    run("init", "--db", new, "--title", "Our plan", "--partnership", "Our boroughs")
    assert run("--db", new).out.startswith("Our plan · Our boroughs, as at ")


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


def test_the_sample_never_becomes_the_plan_of_commands_that_name_none(run: Run, tmp_path: Path) -> None:
    sample = str(tmp_path / "sample.db")
    ran = run("init", "--db", sample, "--template", "sample")
    assert f"open it with `send-actions --db {sample}`" in ran.err
    assert run("list").code == 1
    run("init", "--db", str(tmp_path / "own.db"), "--template", "empty")
    assert run("areas", "--json").document["count"] == 0


@pytest.mark.parametrize("words", [("--template", "sample"), ()])
def test_not_even_if_it_is_asked_for(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    sample = str(tmp_path / "sample.db")
    if not words:
        run("init", "--db", sample, "--template", "sample")
    ran = run("init", "--mine", "--db", sample, *words)
    assert (ran.code, ran.out) == (2, "")
    assert "never becomes your plan" in ran.err
    assert run("list").code == 1


def test_a_later_plan_says_which_one_is_still_opened(run: Run, tmp_path: Path) -> None:
    first, second = (str(tmp_path / name) for name in ("first.db", "second.db"))
    run("init", "--db", first)
    ran = run("init", "--db", second)
    assert ran.err.splitlines()[1] == (
        f"Commands without --db still open {first}: name this one with --db or SEND_ACTIONS_DB, or make it "
        f"yours with `send-actions init --mine --db {second}`."
    )


def test_a_later_plan_is_made_one_s_own_when_it_is_made_or_afterwards(run: Run, tmp_path: Path) -> None:
    first, second = (str(tmp_path / name) for name in ("first.db", "second.db"))
    run("init", "--db", first, "--template", "eighteen")
    ran = run("init", "--mine", "--db", second, "--template", "empty")
    assert f"{second} is now your plan" in ran.err
    assert run("areas", "--json").document["count"] == 0
    again = run("init", "--mine", "--db", first)
    assert (again.code, again.err.count("\n")) == (0, 1)
    assert run("areas", "--json").document["count"] == 18


def test_a_file_that_is_no_plan_becomes_nobody_s_plan(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear all", encoding="utf-8")
    assert run("init", "--mine", "--db", str(file)).code == 1
    assert run("list").code == 1


def test_a_plan_named_by_the_surroundings_is_said_to_go_before(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (str(tmp_path / name) for name in ("first.db", "second.db"))
    monkeypatch.setenv("SEND_ACTIONS_DB", first)
    run("init")
    assert f"still open {first} (SEND_ACTIONS_DB)" in run("init", "--db", second).err
    assert f"once SEND_ACTIONS_DB no longer names {first}." in run("init", "--mine", "--db", second).err


def test_a_folder_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    ran = run("init", "--db", str(folder / "plan.db"))
    assert (ran.code, ran.err) == (1, f"The folder {folder} is not there: make it first.\n")


def test_a_plan_that_was_made_ends_with_0_though_it_cannot_be_remembered(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "no folder").touch()
    monkeypatch.setenv("SEND_ACTIONS_CONFIG", str(tmp_path / "no folder" / "own"))
    for words in ((), ("--mine",)):
        ran = run("init", "--db", str(tmp_path / f"new{len(words)}.db"), *words)
        assert (ran.code, ran.err.count("\n")) == (0, 2), ran.err


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("{long}.db", "cannot be made: File name too long."),
        ("{long}/plan.db", "is not there: make it first."),
    ],
)
def test_a_name_longer_than_a_disk_takes_is_one_sentence(
    run: Run, tmp_path: Path, named: str, told: str
) -> None:
    ran = run("init", "--db", str(tmp_path / named.format(long="a" * 300)))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert ran.err.rstrip("\n").endswith(told)
