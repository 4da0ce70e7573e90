"""What moved between two plans."""

from __future__ import annotations

from builders import a_plan, an_action
from hypothesis import given
from hypothesis import strategies as st

from send_actions.domain.history.comparison import CountTable, Move, compare, impact_table, status_table
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import Impact, Status


def refs(moved: tuple[Move, ...]) -> list[str]:
    return [move.action.ref for move in moved]


BEFORE = a_plan(
    an_action("9.1", status="on-track", impact="too-early"),
    an_action("9.2", status="at-risk", due="2026-01-31"),
    an_action("9.3", status="on-track"),
    an_action("9.4", status="not-started"),
    an_action("9.5", status="on-hold"),
    an_action("9.6", status="at-risk"),
    an_action("9.7", status="at-risk"),
    an_action("9.8", status="on-track", due=None),
    an_action("9.9", status=None),
    as_at="2026-03-11",
)
NOW = a_plan(
    an_action("9.1", status="complete", impact="emerging"),
    an_action("9.2", status="off-track", due="2026-04-30"),
    an_action("9.3", status="on-hold"),
    an_action("9.4", status="on-track"),
    an_action("9.5", status="at-risk"),
    an_action("9.6", status="withdrawn"),
    an_action("9.8", status="on-track", due="2026-06-30"),
    an_action("9.9", status="at-risk"),
    an_action("9.10", status="on-track"),
)


def test_every_way_to_move_names_its_actions() -> None:
    moved = compare(BEFORE, NOW)
    assert refs(moved.up) == ["9.1"]
    assert refs(moved.down) == ["9.2"]
    assert refs(moved.put_on_hold) == ["9.3"]
    assert refs(moved.started) == ["9.4"]
    assert refs(moved.resumed) == ["9.5"]
    assert refs(moved.closed) == ["9.6", "9.7"]
    assert refs(moved.new) == ["9.10"]
    assert refs(moved.otherwise) == ["9.9"]
    assert refs(moved.completed) == ["9.1"]
    assert refs(moved.impact_changed) == ["9.1"]
    assert refs(moved.dates_given) == ["9.8"]


def test_a_moved_date_keeps_the_old_one_beside_the_new() -> None:
    (move,) = compare(BEFORE, NOW).dates_moved
    assert move.before is not None
    assert move.now is not None
    assert (str(move.before.due_on), str(move.now.due_on)) == ("2026-01-31", "2026-04-30")


def test_the_same_day_in_other_words_is_no_move() -> None:
    month = an_action(due="2026-03-31", status="on-track")
    assert month.due is not None
    reworded = an_action(
        due=type(month.due)(month.due.on, month.due.precision, "end of term"), status="on-track"
    )
    assert not compare(a_plan(month), a_plan(reworded))


def test_ongoing_in_place_of_a_date_is_a_move() -> None:
    moved = compare(a_plan(an_action(due="2026-03-31")), a_plan(an_action(due="ongoing")))
    assert refs(moved.dates_moved) == ["9.3"]


def test_nothing_moves_between_a_plan_and_itself() -> None:
    assert not compare(NOW, NOW)
    assert compare(NOW, NOW).changed_ids == frozenset()


def test_changed_are_all_that_moved_in_any_way() -> None:
    both = BEFORE.actions_by_id | NOW.actions_by_id
    assert compare(BEFORE, NOW).changed_ids == set(both)


def test_a_count_says_which_actions_came_and_went() -> None:
    at_risk = next(row for row in status_table(BEFORE, NOW).rows if row.word is Status.AT_RISK)
    assert (at_risk.last, at_risk.now, at_risk.change) == (3, 2, -1)
    assert [a.ref for a in at_risk.came] == ["9.5", "9.9"]
    assert [a.ref for a in at_risk.went] == ["9.2", "9.6", "9.7"]


def test_without_an_earlier_plan_there_is_no_last_time() -> None:
    table = status_table(None, NOW)
    assert (table.now, table.last, table.change, table.new) == (9, None, None, ())
    assert {row.last for row in table.rows} == {None}


def test_unsaid_has_a_row_only_when_something_is_unsaid() -> None:
    assert impact_table(BEFORE, NOW).rows[-1].word is None
    rated = a_plan(an_action(impact="evidenced"))
    assert [row.word for row in impact_table(rated, rated).rows] == list(Impact)


REFS = [f"{area}.{number}" for area in range(1, 4) for number in range(1, 5)]


def an_action_of(ref: str) -> st.SearchStrategy[Action]:
    return st.builds(
        lambda status, impact, due: an_action(ref, due, status, impact=impact),
        st.sampled_from([None, *Status]),
        st.sampled_from([None, *Impact]),
        st.sampled_from([None, "ongoing", "2026-01-31", "2026-06-30"]),
    )


plans = st.lists(st.sampled_from(REFS), unique=True).flatmap(
    lambda refs: st.tuples(*map(an_action_of, refs)).map(lambda actions: a_plan(*actions))
)


def adds_up(table: CountTable[Status] | CountTable[Impact]) -> None:
    assert sum(row.now for row in table.rows) == table.now
    assert sum(row.last or 0 for row in table.rows) == table.last
    assert sum(row.change or 0 for row in table.rows) == table.change == len(table.new) - len(table.gone)
    for row in table.rows:
        assert (row.last or 0) + len(row.came) - len(row.went) == row.now


@given(plans, plans)
def test_the_rows_add_up_to_both_totals(before: Plan, now: Plan) -> None:
    adds_up(status_table(before, now))
    adds_up(impact_table(before, now))


@given(plans, plans)
def test_a_status_change_stands_in_exactly_one_list(before: Plan, now: Plan) -> None:
    moved = compare(before, now)
    ways = [moved.up, moved.down, moved.started, moved.put_on_hold, moved.resumed]
    ways += [moved.new, moved.closed, moved.otherwise]
    named = [move.action.id for way in ways for move in way]
    assert len(named) == len(set(named))
    table = status_table(before, now)
    waiting = {None, Status.NOT_STARTED}
    for row in table.rows:
        for action in (*row.came, *row.went):
            earlier = before.actions_by_id.get(action.id)
            if earlier and {earlier.status, action.status} <= waiting and action.id in now.actions_by_id:
                continue
            assert action.id in named
