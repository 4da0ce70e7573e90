"""What changed since: the counts add up, every move is told once with its reason, and who did not answer."""

from __future__ import annotations

import re
from dataclasses import replace

from builders import a_meeting, a_minute, a_plan, an_action, an_owner
from hypothesis import given
from reports.contents.test_board_numbers import ACTIONS, a_pair
from reports.reading import items, sections, table, words

from send_actions.domain.history.comparison import compare
from send_actions.domain.plan import Action
from send_actions.domain.plan.vocabulary import DONE
from send_actions.reports.contents.since_paper import since_paper
from send_actions.reports.document import Block, Document, Heading, Table

MOVED, ASKED = "What moved, and why", "Asked, answered and not answered"
LAST, BOARD, NEXT = a_meeting("2026-01-28"), a_meeting("2026-03-11"), a_meeting("2026-04-14")


def told(paper: Document) -> dict[str, list[Block]]:
    """What stands under each heading; the counts stand before them."""
    return sections(replace(paper, blocks=paper.blocks[1:]))


@given(ACTIONS, ACTIONS)
def test_the_counts_add_up_and_every_move_is_told_once(then: list[Action], now: list[Action]) -> None:
    before, plan = a_pair(then, now)
    paper = since_paper(plan, before, compared="the plan then")
    (counts,) = [block for block in paper.blocks if isinstance(block, Table)]
    *rows, total = [[int(str(cell).replace("−", "-")) for cell in row[1:]] for row in counts.rows]
    assert [sum(column) for column in zip(*rows, strict=True)] == total if rows else total == [0, 0, 0]
    assert all(this - last == change for this, last, change in (*rows, total))
    assert total[:2] == [len(now), len(then)]
    done = [row for row in counts.rows if str(row[0]) == "Complete or embedded"]
    assert [int(str(row[1])) for row in done] == [sum(action.status in DONE for action in now)]
    movement = compare(before, plan)
    moved = {move.action.ref for name in vars(movement) for move in getattr(movement, name)}
    named = re.findall(r"(\d\.\d) Action \d\.\d", " ".join(items(told(paper)[MOVED])))
    assert sorted(named) == sorted(moved)
    assert words(told(paper)[MOVED]).startswith(f"{len(moved)} of " if moved else "No action moved since")


def test_a_move_is_told_with_its_reason_under_its_day_and_the_worse_first() -> None:
    before = a_plan(
        LAST, an_action("1.1", status="on-track"), an_action("1.2", status="on-track"), as_at="2026-01-28"
    )
    plan = a_plan(
        LAST,
        BOARD,
        an_action("1.1", status="complete", title="Train", reason="All trained.", updated_on="2026-03-20"),
        an_action("1.2", status="off-track", title="Agree", reason="No. None.", updated_on="2026-03-12"),
        an_action("1.3", status="not-started", title="Ask"),
    )
    assert items(told(since_paper(plan, before, compared="x"))[MOVED]) == [
        "Down to off track: 1.2 Agree: “No”, said 12 March 2026.",
        "Better: complete, 1.1 Train: “All trained”, said 20 March 2026.",
        "New in the plan: not started, 1.3 Ask.",
    ]


def test_what_was_asked_and_answered_since_stands_with_its_days() -> None:
    scrutiny = a_meeting("2026-03-24", "Scrutiny")
    action = an_action("1.1", title="Train")
    before = a_plan(LAST, action, as_at="2026-03-06")
    plan = a_plan(
        LAST,
        BOARD,
        scrutiny,
        action,
        a_minute("Old and open?", meeting=LAST),
        a_minute("What would it cost us?", meeting=BOARD, about=action),
        a_minute("Who pays?", meeting=LAST, answer="The ICB.", answered_on="2026-03-20"),
        a_minute("Show it.", "request", scrutiny, action, answer="Shown.", answered_on="2026-03-24"),
    )
    asked, answered, _ = items(told(since_paper(plan, before, compared="x"))[ASKED])
    assert asked == ("Asked, and no answer yet: 1.1 Train (asked 11 March 2026): “What would it cost us?”")
    assert answered == (
        "Answered: the whole plan (asked 28 January 2026), on 20 March 2026; "
        "1.1 (asked 24 March 2026 by Scrutiny), on 24 March 2026."
    )


def test_who_has_not_answered_is_told_by_lead() -> None:
    lead = an_owner("Head of Inclusion", "LA")
    quiet = an_action("1.1", updated_on="2026-01-10", lead=lead)
    spoken = an_action("1.2", updated_on="2026-03-20", lead=lead)
    before = a_plan(LAST, quiet, spoken, as_at="2026-03-06")
    plan = a_plan(LAST, BOARD, NEXT, quiet, spoken)
    quiet_told = items(told(since_paper(plan, before, compared="x"))[ASKED])[-1]
    assert quiet_told == (
        "Not answered: nothing was said of 1 of 2 open actions, and of 1 of them nothing since "
        "28 January 2026: Head of Inclusion, LA."
    )
    heard = a_plan(LAST, BOARD, NEXT, spoken)
    assert items(told(since_paper(heard, before, compared="x"))[ASKED])[-1] == (
        "Not answered: none, something was said of every open action."
    )


def test_where_no_action_is_open_nobody_owes_an_answer() -> None:
    plan = a_plan(LAST, an_action("1.1", status="complete"))
    for now in (plan, a_plan(LAST)):
        asked = items(told(since_paper(now, a_plan(LAST), compared="x"))[ASKED])
        assert asked[-1] == "Not answered: none, no action is open."


def test_it_says_for_whom_it_is_where_something_is_kept_back() -> None:
    plan = a_plan(an_action("1.1"))
    secret = a_plan(an_action("1.1", exempt=True))
    labels = [[label for label, _ in since_paper(one, plan, compared="x").facts] for one in (plan, secret)]
    assert ["Audience" in those for those in labels] == [False, True]
    assert "Audience" in dict(since_paper(plan, plan, compared="x", audience="internal").facts)


def test_it_has_two_sections_and_one_table() -> None:
    plan = a_plan(LAST, an_action())
    paper = since_paper(plan, plan, compared="x")
    assert [block.text for block in paper.blocks if isinstance(block, Heading)] == [MOVED, ASKED]
    assert table(paper.blocks, "Actions by status")
