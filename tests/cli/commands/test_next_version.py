"""A newer version of a file: what is another wording is asked with both titles, what is sure goes without."""

from __future__ import annotations

import csv
import shlex
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from office_files import a_document, a_workbook
from running import Run
from terminals import on_a_terminal

HEAD = ("Area", "Action", "Lead", "Due", "Status")
AUDIT = ("Plans", "Audit the advice in plans", "Head of SEND", "31 March 2027", "Green")
VISIT = ("Plans", "Visit each special school", "Early Years Lead", "30 June 2027", "Red")
TRAIN = ("Plans", "Train two new caseworkers", "SENCO Lead", "30 June 2027", "Complete")
FIRST = (AUDIT, VISIT, TRAIN)
TITLE = 1

Rows = Sequence[tuple[str, ...]]
Version = Callable[[int, Rows], str]


def said(row: tuple[str, ...], title: str) -> tuple[str, ...]:
    return (row[0], title, *row[2:])


@pytest.fixture
def empty(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "empty.db"))
    run("init", "--template", "empty")
    return run


@pytest.fixture(params=["csv", "xlsx", "docx"])
def version(request: pytest.FixtureRequest, tmp_path: Path) -> Version:
    """Saves rows as a version of one file, of each kind in turn."""

    def save(number: int, rows: Rows) -> str:
        file, table = tmp_path / f"plan v{number}.{request.param}", [HEAD, *rows]
        if request.param == "xlsx":
            a_workbook(file, {"Tracker": table})
        elif request.param == "docx":
            a_document(file, table)
        else:
            with file.open("w", encoding="utf-8", newline="") as lines:
                csv.writer(lines).writerows(table)
        return str(file)

    return save


def answer_named(err: str) -> str:
    """What stands after the flag that a refusal names."""
    return shlex.split(err.splitlines()[-1].partition("--ref")[2])[0].rstrip(".")


def titles(run: Run) -> dict[str, str]:
    return {item["ref"]: item["title"] for item in run("list", "--json").items}


def first_of(run: Run, version: Version) -> dict[str, str]:
    assert run("import", version(1, FIRST)).code == 0
    return titles(run)


def test_a_title_in_other_words_is_asked_once_and_is_the_same_or_new(empty: Run, version: Version) -> None:
    first = first_of(empty, version)
    reworded = said(VISIT, "Visit every special school each term")
    file = version(2, (AUDIT, reworded, TRAIN))
    refused = empty("import", file)
    assert refused.code == 1
    told = "“Visit every special school each term” is not in the plan, and 1.2 “Visit each special school” is"
    assert refused.err.count(told) == 1
    flag, _, answer = answer_named(refused.err).partition("=")
    assert answer == "1.2", refused.err
    assert empty("import", file, "--ref", f"{flag}=1.2").code == 0
    assert titles(empty) == {**first, "1.2": reworded[TITLE]}
    assert empty("import", file).code == 0
    assert titles(empty) == {**first, "1.2": reworded[TITLE]}

    empty("undo")
    assert titles(empty) == first
    for _ in range(2):
        assert empty("import", file, "--ref", f"{flag}=new").code == 0
        assert titles(empty) == {**first, "1.4": reworded[TITLE]}


def test_at_a_terminal_the_question_of_words_is_asked_once(empty: Run, version: Version) -> None:
    first = first_of(empty, version)
    file = version(2, (said(AUDIT, "Audit the quality of advice in plans"), VISIT, TRAIN))
    asked = " ".join(on_a_terminal(80, "import", file, typed="\ny\n").split())
    assert asked.count("is it 1.1, or new?") == 1, asked
    assert titles(empty) == {**first, "1.1": "Audit the quality of advice in plans"}


@pytest.mark.parametrize(
    "title", ["Visit each special school.", "VISIT each  Special School", "Visit each speciel schools"]
)
def test_a_slip_is_the_same_action_and_shown_from_old_to_new(
    empty: Run, version: Version, title: str
) -> None:
    first = first_of(empty, version)
    ran = empty("import", version(2, (AUDIT, said(VISIT, title), TRAIN)), "--dry-run")
    assert (ran.code, "question" in ran.err, "new action" in ran.err) == (0, False, False)
    assert empty("import", version(2, (AUDIT, said(VISIT, title), TRAIN))).code == 0
    assert titles(empty).keys() == first.keys()
    assert titles(empty)["1.2"].rstrip(".").split() == title.rstrip(".").split()


@pytest.mark.parametrize(
    "rows",
    [
        (TRAIN, VISIT, AUDIT),
        (("Plans", "Publish the local offer", "Web Lead", "May 2027", "Amber"), *FIRST),
        (VISIT, TRAIN),
    ],
    ids=["swapped", "one on top", "the first gone"],
)
def test_rows_that_move_are_known_by_their_titles(empty: Run, version: Version, rows: Rows) -> None:
    first = first_of(empty, version)
    ran = empty("import", version(2, rows))
    assert (ran.code, "question" in ran.err) == (0, False)
    assert {ref: title for ref, title in titles(empty).items() if ref in first} == first
    is_gone = "In the plan, not in this file: 1. 1.1 “Audit the advice in plans” stood in plan v1"
    assert (is_gone in ran.err) is (AUDIT not in rows)


def test_other_words_in_the_place_of_an_action_with_its_lead_and_date_are_asked(
    empty: Run, version: Version
) -> None:
    first = first_of(empty, version)
    file = version(2, (AUDIT, said(VISIT, "Termly calls on headteachers"), TRAIN))
    refused = empty("import", file)
    told = "“Termly calls on headteachers” stands where 1.2 “Visit each special school” stood"
    assert (refused.code, refused.err.count(told)) == (1, 1)
    assert answer_named(refused.err).endswith("=new")
    assert titles(empty) == first


def test_two_actions_of_one_title_stay_two(empty: Run, version: Version) -> None:
    twice = (AUDIT, (*AUDIT[:2], "Other Lead", *AUDIT[3:]), VISIT)
    assert empty("import", version(1, twice)).code == 0
    first = titles(empty)
    assert len(first) == len(twice)
    ran = empty("import", version(2, (twice[1], twice[0], ("Plans", "Publish the offer", "", "", ""), VISIT)))
    assert ran.code == 0, ran.err
    assert titles(empty) == {**first, "1.4": "Publish the offer"}
    leads = {item["ref"]: item["lead"]["role"] for item in empty("list", "--json").items if item["lead"]}
    assert (leads["1.1"], leads["1.2"]) == ("Head of SEND", "Other Lead")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            ("1.1,Visit every special school each term", "1.2,Train two new caseworkers"),
            "“Visit every special school each term” is more like 1.2 “Visit each special school”: which is",
        ),
        (
            (
                "1.1,Audit the advice in plans",
                "1.3,Train two new caseworkers",
                "1.4,Visit every special school",
            ),
            "1.4 “Visit every special school” is not in the plan, and 1.2 “Visit each special school”",
        ),
        (
            ("1.1,Audit the advice in plans", "1.2,Publish the local offer"),
            "1.2 was “Visit each special school” and is “Publish the local offer” here: 1.2 if it is",
        ),
    ],
    ids=["renumbered and reworded", "another ref and reworded", "one put in place of another"],
)
def test_refs_beside_other_words_are_asked_with_both_titles(
    empty: Run, tmp_path: Path, rows: Sequence[str], told: str
) -> None:
    file = tmp_path / "plan.csv"
    numbered = [f"1.{n},{row[TITLE]}" for n, row in enumerate(FIRST, start=1)]
    file.write_text("\n".join(("ref,action", *numbered)), encoding="utf-8")
    assert empty("import", str(file), "--area", "Plans").code == 0
    first = titles(empty)
    file.write_text("\n".join(("ref,action", *rows)), encoding="utf-8")
    refused = empty("import", str(file), "--area", "Plans")
    assert refused.code == 1
    assert told in refused.err
    cells = [line.split()[2].rstrip(":") for line in refused.err.splitlines() if " question " in line]
    answers = [part for cell in cells for part in ("--ref", f"{cell}=new")]
    ran = empty("import", str(file), "--area", "Plans", *answers)
    assert ran.code == 0, ran.err
    after = titles(empty)
    assert {ref: after[ref] for ref in first} == first
    assert len(set(after.values())) == len(after)


def test_an_import_that_was_undone_leaves_its_answers_and_comes_in_again_the_same(
    empty: Run, tmp_path: Path
) -> None:
    file = tmp_path / "plan.csv"
    file.write_text(
        "area no,area,action,who,status\n1,Plans,Audit advice,Head of SEND,Begun\n", encoding="utf-8"
    )
    answers = ("--status", "Begun=at-risk", "--map", "who=lead")
    assert empty("import", str(file), *answers).code == 0
    before = [(item["title"], item["status"], item["lead"]) for item in empty("list", "--json").items]
    empty("undo")
    assert titles(empty) == {}

    ran = empty("import", str(file))
    assert ran.code == 0, ran.err
    assert "plan.csv: as answered before: begun = at-risk; who = lead. A flag says otherwise." in ran.err
    assert [(item["title"], item["status"], item["lead"]) for item in empty("list", "--json").items] == before
    empty("undo")
    assert empty("import", str(file), "--status", "Begun=on-track").code == 0
    assert [item["status"] for item in empty("list", "--json").items] == ["on-track"]


def test_which_area_rows_were_answered_to_be_in_outlives_the_undo_too(empty: Run, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_text(
        "ref,action,status\nACT-1,Audit advice,green\nACT-2,Train staff,green\n", encoding="utf-8"
    )
    assert empty("import", str(file), "--area", "Board").code == 0
    before = empty("list", "--json").items
    empty("undo")
    ran = empty("import", str(file))
    assert ran.code == 0, ran.err
    assert "log.csv: as answered before: area of rows without one = Board. A flag says otherwise." in ran.err
    assert empty("list", "--json").items == before


def test_what_an_undone_version_was_answered_of_its_rows_counts_when_it_comes_again(
    empty: Run, version: Version
) -> None:
    first_of(empty, version)
    file = version(2, (AUDIT, said(VISIT, "Visit every special school each term"), TRAIN))
    flag = answer_named(empty("import", file).err).partition("=")[0]
    for answer in ("1.2", "new"):
        assert empty("import", file, "--ref", f"{flag}={answer}").code == 0
        after = titles(empty)
        empty("undo")
        assert empty("import", file).code == 0
        assert titles(empty) == after
        empty("undo")


@pytest.mark.parametrize(("answer", "area"), [("1", ("1", "Better plans")), ("new", ("2", "Better plans"))])
def test_an_area_by_another_name_is_asked_about(
    empty: Run, version: Version, answer: str, area: tuple[str, str]
) -> None:
    first = first_of(empty, version)
    file = version(2, [("Better plans", *row[1:]) for row in FIRST])
    refused = empty("import", file)
    told = (
        "“Better plans” is no area of the plan, and actions of 1 “Plans” are in it: is it 1 by another name"
    )
    assert (refused.code, refused.err.count(told)) == (1, 1)
    assert '--area "Better plans=1"' in refused.err
    assert empty("import", file, "--area", f"Better plans={answer}").code == 0
    assert titles(empty) == first
    areas = {item["number"]: item["title"] for item in empty("areas", "--json").items}
    assert areas[area[0]] == area[1]
    assert {item["area"] for item in empty("list", "--json").items} == {area[0]}
    assert empty("import", file).code == 0


def test_what_was_answered_of_refs_and_areas_is_known_for_the_same_file(empty: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"
    rows = [("Ref", "Action", "Due"), *((f"1/{n}/2025", f"Do work {n}", "June 2027") for n in (1, 2))]
    a_workbook(file, {"One": rows, "Two": [("Ref", "Action", "Due"), ("Z", "Do other work", "May 2027")]})
    cells = ("One!A2=1/1", "One!A3=1/2")
    answers = [part for cell in cells for part in ("--ref", cell)]
    answers += ["--area", "One!A2=Plans", "--area", "Two!A2=Voice"]
    assert empty("import", str(file), *answers).code == 0
    before = empty("history").out
    again = empty("import", str(file))
    assert (again.code, empty("history").out) == (0, before), again.err


def test_what_is_answered_now_is_not_told_as_answered_before(empty: Run, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_text("ref,action,status\nACT-1,Audit advice,Begun\n", encoding="utf-8")
    ran = empty("import", str(file), "--area", "Board", "--status", "Begun=on-track")
    assert ran.code == 0, ran.err
    assert "as answered before" not in ran.err
