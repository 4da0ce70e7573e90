"""The ref of a new action goes on as the refs of its area do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builders import a_plan, an_action, an_area

from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.refs.next_refs import NextRefs

TITLES = ("Open a front door", "Train the schools", "Publish the pathway")


@pytest.mark.parametrize(
    ("refs", "following"),
    [
        (("a", "b", "c"), "d"),
        (("1a", "1b", "1c"), "1d"),
        (("1A", "1B", "1C"), "1D"),
        (("A1", "A2", "A3"), "A4"),
        (("SR 01", "SR 02", "SR 03"), "SR 04"),
        (("7", "8", "11"), "12"),
        (("1.1", "1.2", "1.3"), "1.4"),
        (("x", "y", "z"), "1.1"),
        (("AB", "CD", "EF"), "1.1"),
    ],
)
def test_a_row_that_is_answered_to_be_new_has_the_next_ref(
    tmp_path: Path, refs: tuple[str, ...], following: str
) -> None:
    actions = [
        an_action(ref, id=n, area_id=1, title=title)
        for n, (ref, title) in enumerate(zip(refs, TITLES, strict=True), 1)
    ]
    plan = a_plan(an_area("1", id=1, title="Help"), *actions)
    rows = "".join(f"{ref},1,Help,{title}\n" for ref, title in zip(refs, TITLES, strict=True))
    rows = rows.replace(TITLES[1], "Buy a minibus")
    (tmp_path / "plan.csv").write_text("ref,area no,area,action\n" + rows, encoding="utf-8")
    answers = Answers().with_answer("--ref", "A3=new")
    lines = read_plan_file(tmp_path / "plan.csv", today=date(2026, 3, 31), plan=plan, answers=answers)
    assert (lines.questions, [line.ref for line in lines.actions]) == ((), [refs[0], following, refs[2]])


def test_each_ref_is_given_once_and_those_of_other_areas_are_no_pattern() -> None:
    refs = NextRefs([("1a", "1"), ("1b", "1"), ("2.1", "2"), ("2.2", "2"), ("X", "3")])
    assert [refs.after("", area) for area in ("1", "1", "2", "2", "3", "4")] == [
        *("1c", "1d", "2.3", "2.4", "3.1", "4.1")
    ]
