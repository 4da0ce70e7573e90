"""Owners whose spellings differ in no word are one owner, and those of the plan in whatever order."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Run

HEAD = "Ref,Area,Action,Lead"


@pytest.fixture
def empty(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "empty.db"))
    run("init", "--template", "empty")
    return run


def file_of(tmp_path: Path, *leads: str) -> str:
    file = tmp_path / "log.csv"
    rows = (f'A{n},Plans,Do work number {n},"{lead}"' for n, lead in enumerate(leads, 1))
    file.write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    return str(file)


def leads(run: Run) -> list[str]:
    return [
        item["lead"]["role"] + (f", {item['lead']['org']}" if item["lead"]["org"] else "")
        for item in run("list", "--json").items
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Head of AP & Inclusion", "Head of AP and Inclusion"),
        ("Head of S.E.N.D.", "Head of SEND"),
        ("Head of SEND, LA", "Head of SEND, L.A."),
        ("Post 16 Manager", "Post-16 Manager"),
    ],
)
def test_spellings_that_differ_in_no_word_are_one_owner_and_told(
    empty: Run, tmp_path: Path, one: str, other: str
) -> None:
    ran = empty("import", file_of(tmp_path, one, other))
    assert ran.code == 0, ran.err
    assert leads(empty) == [one, one]
    assert f"“{other}” is taken as “{one}”: they have the same words." in ran.err


@pytest.mark.parametrize(
    ("first", "second"),
    [("Head of SEND", "Head of SEN"), ("Deputy Head of SEND", "Head of SEND"), ("SEND Lead", "EHCP Lead")],
)
def test_owners_of_other_words_are_two(empty: Run, tmp_path: Path, first: str, second: str) -> None:
    assert empty("import", file_of(tmp_path, first, second)).code == 0
    assert leads(empty) == [first, second]


def test_an_owner_who_was_renamed_with_the_same_words_does_not_come_back(empty: Run, tmp_path: Path) -> None:
    file = file_of(tmp_path, "ICB SEND Lead", "Head of SEND")
    assert empty("import", file).code == 0
    assert empty("owner", "edit", "ICB SEND Lead", "--role", "SEND Lead", "--org", "ICB").code == 0
    later = tmp_path / "log v2.csv"
    later.write_text(Path(file).read_text() + "\nA3,Plans,Do other work,ICB SEND Lead\n", encoding="utf-8")
    ran = empty("import", str(later))
    assert ran.code == 0, ran.err
    assert leads(empty) == ["SEND Lead, ICB", "Head of SEND", "SEND Lead, ICB"]
