"""Areas of a second plan, whose numbers are those of the plan: asked about, answered once, known again."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Run
from terminals import on_a_terminal

OURS = ("1.1,1,Early help,Open a front door", "1.2,1,Early help,Train the schools", "2.1,2,Money,Count it")
THEIRS = tuple(f"{n}.1,{n},{area},Begin {area}" for n, area in enumerate(("Nurses", "Beds", "Data"), 1))


def a_file(folder: Path, name: str, *rows: str) -> str:
    (folder / name).write_text("\n".join(("ref,area no,area,action", *rows, "")), encoding="utf-8")
    return str(folder / name)


@pytest.fixture
def ours(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "ours.db"))
    run("init", "--template", "empty")
    assert run("import", a_file(tmp_path, "ours.csv", *OURS)).code == 0
    return run


def stands(run: Run) -> list[tuple[str, str]]:
    areas = {item["number"]: item["title"] for item in run("areas", "--json").items}
    return [(item["ref"], areas[item["area"]]) for item in run("list", "--json").items]


BOTH = [
    *(("1.1", "Early help"), ("1.2", "Early help"), ("2.1", "Money")),
    *(("3.1", "Data"), ("4.1", "Nurses"), ("5.1", "Beds")),
]


def test_no_area_takes_anothers_title_unasked(ours: Run, tmp_path: Path) -> None:
    ran = ours("import", a_file(tmp_path, "theirs.csv", *THEIRS), "--yes")
    assert ran.code == 1
    assert ran.err.splitlines()[-1].endswith('Answer with --area "1=new" --area "2=new".')
    assert "Area 1 is “Early help” in the plan and “Nurses” here" in ran.err
    assert len(stands(ours)) == len(OURS)


def test_many_areas_of_another_plan_are_answered_by_one_flag(ours: Run, tmp_path: Path) -> None:
    rows = [f"{n}.1,{n},{'ABCDEFG'[n] * 9},Begin {n}" for n in range(1, 7)]
    more = [f"{n}.9,{n},Area of {n * 1111},Do {n * 777}" for n in range(3, 7)]
    ours("import", a_file(tmp_path, "more.csv", *more), "--yes")
    ran = ours("import", a_file(tmp_path, "theirs.csv", *rows), "--yes")
    assert ran.err.splitlines()[-1].endswith("Answer with --area new.")


@pytest.mark.parametrize("answers", [("--area", "new"), ("--area", "1=new", "--area", "2=new")])
def test_an_answer_is_kept_and_the_same_file_changes_nothing_also_after_undo(
    ours: Run, tmp_path: Path, answers: tuple[str, ...]
) -> None:
    theirs = a_file(tmp_path, "theirs.csv", *THEIRS)
    assert ours("import", theirs, "--yes", *answers).code == 0
    assert stands(ours) == BOTH
    for again in ((), answers):
        ran = ours("import", theirs, "--yes", *again)
        assert (ran.code, "Nothing was changed" in ran.err) == (0, True), ran.err
        assert "answers nothing" not in ran.err
    ours("undo")
    assert len(stands(ours)) == len(OURS)
    assert ours("import", theirs, "--yes").code == 0
    assert stands(ours) == BOTH
    assert "already: nothing was changed" in ours("import", str(tmp_path / "ours.csv"), "--yes").err


def test_all_of_them_are_answered_at_once_at_a_terminal(ours: Run, tmp_path: Path) -> None:
    said = on_a_terminal(100, "import", a_file(tmp_path, "theirs.csv", *THEIRS), typed="all new\ny\n")
    assert "all new, all plan or all file answers all 2 such areas" in " ".join(said.split())
    assert stands(ours) == BOTH


def test_an_area_under_a_new_title_keeps_its_actions(ours: Run, tmp_path: Path) -> None:
    rows = tuple(row.replace("Early help", "Support, sooner").replace("r, s", "r s") for row in OURS)
    rows = tuple(row.replace("Support, sooner", "Sooner") for row in rows)
    on_a_terminal(100, "import", a_file(tmp_path, "next.csv", *rows), typed="\ny\n")
    assert stands(ours) == [("1.1", "Sooner"), ("1.2", "Sooner"), ("2.1", "Money")]
