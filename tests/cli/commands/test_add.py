from __future__ import annotations

import pytest
from running import Run


def test_an_action_takes_the_next_ref_of_its_area(run: Run) -> None:
    ran = run(
        *("add", "9", "Train the trainers", "--due", "June 2026", "--lead", "Head of Therapies, CHT"),
        *("--partners", "LA, ICB", "--success", "20 trained"),
    )
    assert ran.err.startswith("Add 9.5 · record ")
    (item,) = run("show", "9.5", "--json").items
    assert item["status"] == "not-started"
    assert item["lead"] == {"role": "Head of Therapies", "org": "CHT"}
    assert item["partners"] == ["LA", "ICB"]
    assert item["due"]["date"] == "2026-06-30"


def test_partners_parted_by_semicolons_may_hold_commas(run: Run) -> None:
    run("add", "9", "Train the trainers", "--partners", "Parents, carers and friends; ICB;")
    assert run("show", "9.5", "--json").items[0]["partners"] == ["Parents, carers and friends", "ICB"]


@pytest.mark.parametrize("words", [(), ("--exempt",), ("--not-exempt",)])
def test_an_action_is_exempt_only_where_that_is_said(run: Run, words: tuple[str, ...]) -> None:
    run("add", "9", "Train the trainers", *words)
    assert run("show", "9.5", "--json").items[0]["exempt"] is (words == ("--exempt",))


def test_a_ref_in_use_is_refused(run: Run) -> None:
    ran = run("add", "9", "Train the trainers", "--ref", "9.1")
    assert ran.code == 1
    assert "There is an action 9.1 already" in ran.err


def test_an_area_that_there_is_not_is_named_with_the_nearest(run: Run) -> None:
    ran = run("add", "19", "Train the trainers")
    assert (ran.code, ran.err) == (2, 'There is no area "19": did you mean 18?\n')


def test_an_area_is_added_with_its_own_flag(run: Run) -> None:
    assert run("add", "19", "Transport", "--area", "--theme", "Improve outcomes").code == 0
    (area,) = (item for item in run("areas", "--json").items if item["number"] == "19")
    assert (area["title"], area["theme"]) == ("Transport", "Improve outcomes")


def test_what_says_nothing_of_an_area_is_refused(run: Run) -> None:
    ran = run("add", "19", "Transport", "--area", "--due", "June 2026")
    assert (ran.code, ran.err) == (2, "--due says nothing of an area: leave it out.\n")
