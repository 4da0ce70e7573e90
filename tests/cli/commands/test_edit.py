from __future__ import annotations

import pytest
from running import Run


def test_wording_is_changed_and_named(run: Run) -> None:
    ran = run("edit", "9.3", "--title", "Start an advice line for families", "--lead", "")
    assert ran.err.startswith("Revise 9.3: title, lead · record ")
    (item,) = run("show", "9.3", "--json").items
    assert item["title"] == "Start an advice line for families"
    assert item["lead"] is None


def test_a_start_date_is_given_and_taken_out_again(run: Run) -> None:
    run("edit", "9.3", "--start", "1 September")
    assert run("show", "9.3", "--json").items[0]["start"] == "2026-09-01"
    assert run("edit", "9.3", "--start", "").code == 0
    assert run("show", "9.3", "--json").items[0]["start"] is None


def test_an_action_moves_into_another_area(run: Run) -> None:
    run("edit", "9.3", "--into", "10")
    assert run("show", "9.3", "--json").items[0]["area"] == "10"


def test_an_area_is_edited_with_its_own_flag(run: Run) -> None:
    assert run("edit", "9", "--area", "--title", "Therapies").code == 0
    assert run("areas", "--json").items[8]["title"] == "Therapies"


def test_the_same_wording_changes_nothing(run: Run) -> None:
    ran = run("edit", "9.4", "--title", "Bring waits within 18 weeks")
    assert (ran.code, ran.err) == (0, "9.4 says so already: nothing was changed.\n")


def test_an_edit_says_what_to_change(run: Run) -> None:
    assert run("edit", "9.4").code == 2


def test_what_says_nothing_of_an_action_is_refused(run: Run) -> None:
    ran = run("edit", "9.4", "--headline", "Good")
    assert (ran.code, ran.err) == (2, "--headline says nothing of an action: leave it out.\n")


@pytest.mark.parametrize(
    ("text", "day"),
    [("Sept 2025", "2025-09-01"), ("summer term 2025", "2025-04-01"), ("3 May", "2026-05-03")],
)
def test_a_start_may_be_a_month_or_a_term_of_which_the_first_day_is_told(
    run: Run, text: str, day: str
) -> None:
    ran = run("edit", "9.3", "--start", text)
    assert (ran.code, "is taken as" in ran.err) == (0, text != "3 May")
    assert run("show", "9.3", "--json").items[0]["start"] == day


def test_an_option_that_another_command_has_names_it_with_the_ref(run: Run) -> None:
    ran = run("edit", "9.3", "--due", "June 2026")
    assert (ran.code, ran.err) == (2, "There is no option --due here: `send-actions due 9.3 DATE` says it.\n")


def test_what_is_said_of_an_area_names_the_command_with_area(run: Run) -> None:
    ran = run("edit", "3", "--headline", "Late")
    assert (ran.code, ran.err) == (
        2,
        "--headline is said of an area: `send-actions edit 3 --area --headline Late`.\n",
    )


def test_a_lead_who_is_nobody_is_said_to_be_none(run: Run) -> None:
    ran = run("edit", "9.3", "--lead", "TBC")
    assert ran.code == 0
    assert ran.err.endswith("Nobody leads 9.3 now.\n")
    assert "Nobody leads" not in run("edit", "9.3", "--lead", "Head of Therapies, CHT").err
