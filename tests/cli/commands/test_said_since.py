"""A newer version of a file shows only what differs: what the plan has said since stands, and is told."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from office_files import a_workbook
from running import Run

HEAD: Final = ("Ref", "Area", "Action", "Lead", "Partners", "Success measure", "Due", "Status", "Comment")
ROWS: Final = (
    (
        "2.1",
        "Plans",
        "Audit the advice in plans",
        "Head of SEND",
        "ICB",
        "All",
        "30 Nov 2027",
        "Green",
        "Begun",
    ),
    (
        "2.2",
        "Plans",
        "Visit each school",
        "SENCO Lead",
        "PCF",
        "Half",
        "30 June 2027",
        "Amber",
        "Waits for a van",
    ),
)
CELL: Final = {name: f"{chr(ord('A') + place)}2" for place, name in enumerate(HEAD)}
SAID: Final[Mapping[str, tuple[tuple[str, ...], str, Any, str, Any]]] = {
    "Action": (
        ("edit", "2.1", "--title", "Audit it all"),
        "title",
        "Audit it all",
        "Audit some",
        "Audit some",
    ),
    "Lead": (("edit", "2.1", "--lead", "QA Lead"), "lead", "QA Lead", "Health Lead", "Health Lead"),
    "Partners": (("edit", "2.1", "--partners", "Parents"), "partners", ["Parents"], "Schools", ["Schools"]),
    "Success measure": (("edit", "2.1", "--success", "Most"), "success_measure", "Most", "Few", "Few"),
    "Due": (
        ("due", "2.1", "30 April 2028", "-m", "Late"),
        *("due", "2028-04-30", "31 January 2028", "2028-01-31"),
    ),
    "Status": (("set", "2.1", "off-track", "-m", "Nobody"), "status", "off-track", "Amber", "at-risk"),
    "Comment": (("set", "2.1", "on-track", "-m", "Nobody"), "note", "Nobody", "Halfway", "Halfway"),
}
"""By column: what the plan says since, in which field, as what, and what a newer file says and is read as."""

Version = Callable[..., str]


def with_cells(**cells: str) -> Sequence[tuple[str, ...]]:
    """The rows with other cells in the first, and always another in the second, so that the file is newer."""
    first = [cells.get(name.replace(" ", "_"), cell) for name, cell in zip(HEAD, ROWS[0], strict=True)]
    return tuple(first), (*ROWS[1][:4], cells.get("other", "Heads"), *ROWS[1][5:])


@pytest.fixture(params=["csv", "xlsx"])
def version(request: pytest.FixtureRequest, tmp_path: Path) -> Version:
    """Saves rows as a version of one file, of each kind in turn."""

    def save(number: int, rows: Sequence[tuple[str, ...]]) -> str:
        file, table = tmp_path / f"plan v{number}.{request.param}", [HEAD, *rows]
        if request.param == "xlsx":
            a_workbook(file, {"Tracker": table})
        else:
            with file.open("w", encoding="utf-8", newline="") as lines:
                csv.writer(lines).writerows(table)
        return str(file)

    return save


@pytest.fixture
def first(run: Run, version: Version, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A plan into which the first version came."""
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "empty.db"))
    run("init", "--template", "empty")
    ran = run("import", version(1, ROWS))
    assert ran.code == 0, ran.err
    return run


def field(run: Run, name: str, ref: str = "2.1") -> Any:
    found = run("show", ref, "--json").items[0][name]
    if name == "lead":
        return found["role"]
    return found["date"] if name == "due" else found


@pytest.mark.parametrize("column", SAID)
def test_what_the_plan_says_since_stands_where_a_newer_version_leaves_the_cell_alone(
    first: Run, version: Version, column: str
) -> None:
    says, name, stands, _, _ = SAID[column]
    assert first(*says).code == 0
    assert field(first, name) == stands

    ran = first("import", version(2, with_cells()))

    assert ran.code == 0, ran.err
    assert (field(first, name), field(first, "partners", "2.2")) == (stands, ["Heads"])
    assert "The plan has said otherwise since this file came in last (" in ran.err
    assert CELL[column] in ran.err
    third = first("import", version(3, with_cells(other="All of them")))
    assert field(first, name) == stands
    assert CELL[column] in third.err


@pytest.mark.parametrize("column", SAID)
def test_an_answer_takes_the_file_s_words_at_once_or_after(first: Run, version: Version, column: str) -> None:
    says, name, stands, _, _ = SAID[column]
    before = field(first, name)
    first(*says)
    file = version(2, with_cells())
    prefix = "Tracker!" if "Tracker!" in first("import", file, "--dry-run").err else ""
    take = ("--take", f"{prefix}{CELL[column]}=file")
    assert first("import", file, *take).code == 0
    assert field(first, name) == before
    first("undo")
    assert field(first, name) == stands
    assert first("import", file).code == 0
    assert field(first, name) == stands
    ran = first("import", file, *take)
    assert ran.code == 0, ran.err
    assert field(first, name) == before
    first("undo")
    assert field(first, name) == stands


@pytest.mark.parametrize("column", SAID)
def test_a_cell_that_is_new_in_the_file_comes_in_where_the_plan_says_nothing_since(
    first: Run, version: Version, column: str
) -> None:
    _, name, _, says, read = SAID[column]
    ran = first("import", version(2, with_cells(**{column.replace(" ", "_"): says})), "--take", "file")
    ran = first("import", version(2, with_cells(**{column.replace(" ", "_"): says}))) if ran.code else ran
    assert ran.code == 0, ran.err
    assert field(first, name) == read
    assert "otherwise since" not in ran.err


@pytest.mark.parametrize("column", [name for name in SAID if name != "Action"])
def test_a_cell_that_both_changed_is_asked_about(first: Run, version: Version, column: str) -> None:
    said, name, stands, says, read = SAID[column]
    first(*said)
    file = version(2, with_cells(**{column.replace(" ", "_"): says}))
    refused = first("import", file)
    assert refused.code == 1
    assert "The last version said “" in refused.err
    assert f"{CELL[column]}=plan" in refused.err
    assert first("import", file, "--take", "plan").code == 0
    assert field(first, name) == stands
    assert first("import", file, "--take", "file").code == 0
    assert field(first, name) == read


def test_the_same_file_changes_nothing_and_all_versions_agree_on_what_stands(
    first: Run, version: Version
) -> None:
    for says, *_ in SAID.values():
        assert first(*says).code == 0
    newer = version(2, with_cells())
    told = first("import", newer, "--dry-run").err
    assert [line for line in told.splitlines() if line.startswith("  2.1")] == []
    for _ in range(2):
        assert first("import", newer).code == 0
        assert field(first, "lead") == "QA Lead"
    now = first("list", "--json").out
    for number, rows in ((1, ROWS), (2, with_cells())):
        assert "what the plan has said since stands" in first("import", version(number, rows)).err
    assert first("list", "--json").out == now


def test_a_file_that_came_in_by_other_titles_or_refs_is_compared_with_the_actions_it_has(
    first: Run, version: Version
) -> None:
    first("set", "2.1", "off-track", "-m", "Nobody")
    first("edit", "2.1", "--ref", "2.9")
    file = version(2, with_cells())
    flag = first("import", file).err.partition("--ref ")[2].strip(" .\n\"'")
    ran = first("import", file, "--ref", flag)
    assert ran.code == 0, ran.err
    assert field(first, "status", "2.9") == "off-track"
    assert "The plan has said otherwise since" in ran.err
