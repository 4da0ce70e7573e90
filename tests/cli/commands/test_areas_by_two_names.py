"""An area that one sheet calls by a new title and another by its old one: asked once, and one area."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from office_files import a_workbook
from running import Run

HEAD = ("Ref", "Workstream", "Action", "Due")
OLD, NEW = "Health waiting times", "Waiting times and health offer"
OPEN = (
    ("C1", "Cut waits for assessments", "31 March 2027"),
    ("C2", "Launch the early offer", "30 June 2027"),
)
CLOSED = (("C6", "Appoint a designated officer", "31 May 2026"),)
OTHER = ("D1", "Data", "Build one dashboard", "31 May 2027")


@pytest.fixture
def empty(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "empty.db"))
    run("init", "--template", "empty")
    return run


def workbook(file: Path, titles: Mapping[str, str], note: str = "", order: tuple[str, ...] = ()) -> str:
    rows = {"Schools": OPEN, "Officers": CLOSED}
    sheets = {
        name: [(*HEAD, "Note"), *((ref, titles[name], said, due, note) for ref, said, due in rows[name])]
        for name in order or ("Schools", "Officers")
    }
    sheets["Figures"] = [(*HEAD, "Note"), (*OTHER, "")]
    a_workbook(file, sheets)
    return str(file)


def areas(run: Run) -> dict[str, str]:
    return {item["number"]: item["title"] for item in run("areas", "--json").items}


def placed(run: Run) -> dict[str, str]:
    return {item["ref"]: item["area"] for item in run("list", "--json").items}


@pytest.mark.parametrize("order", [("Schools", "Officers"), ("Officers", "Schools")])
def test_a_title_that_one_sheet_alone_has_anew_is_asked_about_and_both_are_that_area_from_then_on(
    empty: Run, tmp_path: Path, order: tuple[str, ...]
) -> None:
    assert empty("import", workbook(tmp_path / "t v1.xlsx", {"Schools": OLD, "Officers": OLD})).code == 0
    before = placed(empty)
    file = workbook(tmp_path / "t v2.xlsx", {"Schools": NEW, "Officers": OLD}, order=order)
    refused = empty("import", file)
    told = f"“{NEW}” is no area of the plan, and actions of 1 “{OLD}” are in it: is it 1 by another name"
    assert (refused.code, refused.err.count(told)) == (1, 1), refused.err
    assert f'--area "{NEW}=1"' in refused.err
    assert empty("import", file, "--area", f"{NEW}=1").code == 0
    assert (areas(empty), placed(empty)) == ({"1": NEW, "2": "Data"}, before)
    for version, also in enumerate((order, order[::-1]), 3):
        later = workbook(
            tmp_path / f"t v{version}.xlsx", {"Schools": NEW, "Officers": OLD}, f"Said {version}", also
        )
        ran = empty("import", later)
        assert ran.code == 0, ran.err
        assert (areas(empty), placed(empty)) == ({"1": NEW, "2": "Data"}, before)
    assert f"area {NEW} = 1" in ran.err


def test_one_action_of_many_under_a_new_title_is_offered_as_a_new_area(empty: Run, tmp_path: Path) -> None:
    assert empty("import", workbook(tmp_path / "t v1.xlsx", {"Schools": OLD, "Officers": OLD})).code == 0
    file = workbook(tmp_path / "t v2.xlsx", {"Schools": OLD, "Officers": "Workforce"})
    assert '--area "Workforce=new"' in empty("import", file).err
    assert empty("import", file, "--area", "Workforce=new").code == 0
    assert areas(empty) == {"1": OLD, "2": "Data", "3": "Workforce"}
    assert placed(empty) == {"C1": "1", "C2": "1", "C6": "3", "D1": "2"}
