"""Views from the command line: kept under a name, listed with their counts, and shown by `list --view`."""

from __future__ import annotations

from running import Run


def test_a_view_kept_under_a_name_lists_what_its_filter_does(run: Run) -> None:
    ran = run("view", "add", "Health, late", "org:ICB", "overdue")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("Keep the view Health, late: org:ICB overdue · record ")
    by_name = run("list", "--view", "health, late", "--json").items
    assert [one["ref"] for one in by_name] == [
        one["ref"] for one in run("list", "org:ICB", "overdue", "--json").items
    ]
    listed = run("view", "list", "--json").items
    assert listed[0] == {
        "name": "Health, late",
        "filter": "org:ICB overdue",
        "actions": len(by_name),
        "kept": True,
    }
    assert not any(one["kept"] for one in listed[1:])


def test_words_beside_a_view_choose_within_it(run: Run) -> None:
    within = run("list", "--view", "overdue", "area:9", "or", "area:3", "--json").items
    late = {one["ref"] for one in run("list", "overdue", "--json").items}
    assert within
    assert all(one["ref"] in late and str(one["area"]) in ("9", "3") for one in within)


def test_a_view_that_negates_can_be_kept_and_one_of_every_plan_stays(run: Run) -> None:
    assert run("view", "add", "In time", "-overdue").code == 0
    ran = run("view", "remove", "off track")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "off track is a view that every plan has: it stays as it is.\n"
    assert run("view", "edit", "In time", "--filter", "not overdue").code == 0
    assert run("view", "remove", "In time").err.startswith("Remove the view In time · record ")
    assert run("list", "--view", "In time").code == 2


def test_a_wrong_name_is_refused_with_the_nearest(run: Run) -> None:
    ran = run("list", "--view", "of track")
    assert (ran.code, ran.out, ran.err) == (2, "", 'There is no view "of track": did you mean off track?\n')
