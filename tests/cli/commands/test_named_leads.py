"""A lead who stands in a file by name alone: kept where that is meant, and in no board or public paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from running import Run

from send_actions.reports.nobody_named import ROLE_WANTED
from send_actions.store.reader import open_reader, read_plan


@pytest.fixture
def named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A plan of which one action is led by somebody of whom no role is known."""
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "named.db"))
    run("init", "--template", "empty")
    file = tmp_path / "plan.csv"
    file.write_text(
        "ref,area,action,lead,due,status,comments\n"
        "1.1,One,Audit the plans,Jo Bloggs,31 March 2020,Red,Jo Bloggs is to report\n"
        "1.2,One,Visit the schools,Head of SEND,31 March 2020,Red,Late\n",
        encoding="utf-8",
    )
    refused = run("import", str(file))
    assert (refused.code, "papers would say" in refused.err) == (1, True)
    assert run("import", str(file), "--not-personal", "--yes").code == 0
    return run


@pytest.mark.parametrize("kind", ["board", "public", "families", "full"])
def test_no_paper_for_others_has_the_name(named: Run, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "paper.txt"
    made = named("report", kind, "-o", str(file))
    assert made.code == 0, made.err
    assert "Bloggs" not in file.read_text("utf-8")


def test_the_board_reads_that_a_role_is_wanted_and_the_lead_still_sees_who(
    named: Run, tmp_path: Path
) -> None:
    file = tmp_path / "paper.txt"
    assert named("report", "board", "-o", str(file)).code == 0
    assert ROLE_WANTED in file.read_text("utf-8")
    leads = {item["ref"]: item["lead"]["role"] for item in named("list", "--json").items}
    assert leads == {"1.1": "Jo Bloggs", "1.2": "Head of SEND"}


def test_a_role_given_later_stands_in_papers(named: Run, tmp_path: Path) -> None:
    ran = named("owner", "edit", "Jo Bloggs", "--role", "Head of Data", "--name", "Jo Bloggs")
    assert ran.code == 0, ran.err
    file = tmp_path / "paper.txt"
    assert named("report", "board", "-o", str(file)).code == 0
    text = file.read_text("utf-8")
    assert ("Head of Data" in text, "Bloggs" in text, ROLE_WANTED in text) == (True, False, False)


def test_the_role_of_a_name_is_given_as_an_answer_and_the_directory_keeps_the_name(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "given.db"))
    run("init", "--template", "empty")
    file = tmp_path / "plan.csv"
    file.write_text("ref,area,action,lead\n1.1,One,Audit the plans,Jo Bloggs\n", encoding="utf-8")
    assert '--owner "Jo Bloggs=ROLE"' in run("import", str(file)).err
    ran = run("import", str(file), "--owner", "jo bloggs=Head of SEND, LA")
    assert (ran.code, "answers nothing" in ran.err) == (0, False), ran.err
    assert run("list", "--json").items[0]["lead"] == {"role": "Head of SEND", "org": "LA"}
    reader = open_reader(str(tmp_path / "given.db"))
    owners = read_plan(reader, date(2026, 12, 1)).owners
    reader.close()
    assert [(one.role, one.name) for one in owners] == [("Head of SEND", "Jo Bloggs")]
    again = run("import", str(file))
    assert (again.code, "Nothing was changed" in again.err or "nothing was changed" in again.err) == (0, True)
    slip = run("import", str(file), "--owner", "Tom Bloggs=DCO")
    assert "answers nothing: nobody is called “Tom Bloggs”" in slip.err
