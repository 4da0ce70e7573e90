"""A newer version of a long file that numbers its actions anew: asked about once, for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from office_files import a_workbook
from running import Run
from terminals import on_a_terminal

HEAD = ("Ref", "Action", "Lead", "Status")
WORK = (
    *("Audit the advice in plans", "Visit each special school", "Train two caseworkers", "Publish the offer"),
    *("Map the therapy pathway", "Recruit a data analyst", "Survey parents in autumn", "Open a helpline"),
)
STATUSES = ("Green", "Red", "Complete", "Amber", "Green", "Red", "Complete", "Amber")
ROWS = tuple(
    (title, f"Lead {n}", status) for n, (title, status) in enumerate(zip(WORK, STATUSES, strict=True))
)
NEW = ("Agree a new transport policy", "Lead 9", "Not started")

Row = tuple[str, str, str]
Version = Callable[[int, Sequence[Row]], str]


@pytest.fixture
def empty(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "empty.db"))
    run("init", "--template", "empty")
    return run


@pytest.fixture
def version(tmp_path: Path) -> Version:
    """Saves rows as a version of one workbook, numbered from 1.1 on."""

    def save(number: int, rows: Sequence[Row]) -> str:
        numbered = [(f"1.{n}", *row) for n, row in enumerate(rows, start=1)]
        return str(a_workbook(tmp_path / f"plan v{number}.xlsx", {"1 One": [HEAD, *numbered]}))

    return save


def said(run: Run) -> dict[str, tuple[str, str]]:
    """The status and lead of each action by its title."""
    items = run("list", "--json").items
    return {item["title"]: (item["status"], item["lead"]["role"]) for item in items}


def refs(run: Run) -> dict[str, str]:
    return {item["title"]: item["ref"] for item in run("list", "--json").items}


def first_of(run: Run, version: Version) -> dict[str, tuple[str, str]]:
    assert run("import", version(1, ROWS)).code == 0
    return said(run)


def test_one_question_speaks_of_all_rows_below_one_that_was_taken_out(empty: Run, version: Version) -> None:
    first = first_of(empty, version)
    file = version(2, (ROWS[0], *ROWS[2:]))
    refused = empty("import", file)
    assert (refused.code, refused.err.count("xlsx question ")) == (1, 1), refused.err
    told = " ".join(refused.err.split())
    assert "The file numbers 6 actions anew: 1.3 → 1.2, 1.4 → 1.3, 1.5 → 1.4, 1.6 → 1.5 and 2 more." in told
    for n in range(2, len(WORK)):
        assert f"1.{n} “{WORK[n]}” is 1.{n + 1} in the plan, where 1.{n} is “{WORK[n - 1]}”" in told
    assert refused.err.endswith("Answer with --ref titles.\n")
    ran = empty("import", file, "--ref", "titles")
    assert ran.code == 0, ran.err
    assert said(empty) == first
    assert "1.2 “Visit each special school” stood in plan v1.xlsx and no longer stands here" in ran.err
    assert "Nothing was changed" in empty("import", file, "--ref", "titles").err


def test_one_answer_takes_a_row_put_in_between_as_new_and_no_status_moves(
    empty: Run, version: Version
) -> None:
    first = first_of(empty, version)
    file = version(2, (*ROWS[:2], NEW, *ROWS[2:]))
    refused = empty("import", file)
    assert (refused.code, refused.err.count("xlsx question ")) == (1, 1), refused.err
    assert f"1.3 “{NEW[0]}” is new among them" in " ".join(refused.err.split())
    assert empty("import", file, "--ref", "titles").code == 0
    assert said(empty) == {**first, NEW[0]: ("not-started", "Lead 9")}
    before = refs(empty)
    for _ in range(2):
        ran = empty("import", file)
        assert (ran.code, "Nothing was changed" in ran.err) == (0, True), ran.err
    later = version(3, (*ROWS[:2], (NEW[0], "Lead 9", "Red"), *ROWS[2:]))
    assert empty("import", later).code == 0, "the answer counts for the next version with these numbers"
    assert (said(empty)[NEW[0]], refs(empty)) == (("off-track", "Lead 9"), before)


def test_what_a_row_says_now_goes_to_the_action_of_its_title(empty: Run, version: Version) -> None:
    first = first_of(empty, version)
    changed = [(title, lead, "Complete" if title == WORK[4] else status) for title, lead, status in ROWS]
    assert empty("import", version(2, (changed[0], *changed[2:])), "--ref", "titles").code == 0
    assert said(empty) == {**first, WORK[4]: ("complete", "Lead 4")}
    assert "Nothing was changed" in empty("import", version(2, (changed[0], *changed[2:]))).err


def test_row_by_row_stays_possible(empty: Run, version: Version) -> None:
    first = first_of(empty, version)
    file = version(2, (ROWS[0], *ROWS[2:]))
    refused = empty("import", file, "--ref", "rows")
    assert (refused.code, refused.err.count("xlsx question ")) == (1, 6)
    cells = [f"1 One!A{n + 1}=1.{n + 1}" for n in range(2, len(WORK))]
    ran = empty("import", file, *(part for cell in cells for part in ("--ref", cell)))
    assert ran.code == 0, ran.err
    assert said(empty) == first


def test_at_a_terminal_one_enter_takes_them_all(empty: Run, version: Version) -> None:
    first = first_of(empty, version)
    asked = " ".join(on_a_terminal(100, "import", version(2, (ROWS[0], *ROWS[2:])), typed="\ny\n").split())
    assert asked.count("[titles]") == 1, asked
    assert f"1.2 “{WORK[2]}” is 1.3 in the plan, where 1.2 is “{WORK[1]}”" in asked
    assert said(empty) == first


def test_a_flag_that_answers_nothing_is_told(empty: Run, version: Version) -> None:
    first_of(empty, version)
    ran = empty("import", version(2, ROWS), "--ref", "titles")
    assert '--ref "titles" answers nothing: no rows are numbered anew' in ran.err
