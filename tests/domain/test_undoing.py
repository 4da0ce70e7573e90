"""What an undo may take back, judged by (thing, aspect), and whose turn it is."""

from __future__ import annotations

import pytest
from builders import a_meeting
from changes_told import (
    a_change,
    a_deadline_row,
    an_action_row,
    an_area_row,
    an_edit,
    an_update_row,
    the_plan,
)

from send_actions.domain.history.undo import (
    aspects,
    conflicting_change,
    in_the_way,
    issued_with,
    next_redo,
    next_undo,
    standing_refusal,
    undo_refusal,
)
from send_actions.domain.plan import Difference

BEGUN = a_change(1, the_plan(), an_area_row(), an_action_row())
STATUS = an_update_row(1, "2026-03-31", "at-risk")
NO_CHANGE = an_update_row(2, "2026-03-31", no_change=True)
OWNER = Difference("owner", 1, None, None, {"role": "Head", "organisation": "LA", "name": "", "email": ""})


def a_judgement_row(row_id: int, *, area_id: int = 1) -> Difference:
    after = {"area_id": area_id, "on": "2026-03-31", "status": "at-risk", "reason": ""}
    return Difference("judgement", row_id, None, None, after)


def test_the_next_undo_is_the_actor_s_newest_change_in_force() -> None:
    changes = [BEGUN, a_change(2, STATUS), a_change(3, STATUS), a_change(4, STATUS, actor="Ben")]

    assert next_undo(changes, "Ana") == changes[2]
    assert next_undo([*changes, a_change(5, undoes=3)], "Ana") == changes[1]
    assert next_undo([*changes, a_change(5, undoes=3), a_change(6, undoes=5)], "Ana") == changes[2]
    assert next_undo(changes, "Cleo") is None


def test_what_began_the_plan_is_never_next() -> None:
    assert next_undo([BEGUN], "Ana") is None


def test_the_next_redo_is_the_actor_s_last_undo_until_a_new_change() -> None:
    changes = [BEGUN, a_change(2, STATUS), a_change(3, STATUS), a_change(4, undoes=3), a_change(5, undoes=2)]

    assert next_redo(changes, "Ana") == changes[4]
    assert next_redo([*changes, a_change(6, undoes=5)], "Ana") == changes[3]
    assert next_redo([*changes, a_change(6, undoes=5), a_change(7, undoes=4)], "Ana") is None
    assert next_redo([*changes, a_change(6, STATUS, actor="Ben")], "Ana") == changes[4]
    assert next_redo([*changes, a_change(6, STATUS)], "Ana") is None


@pytest.mark.parametrize(
    ("first", "later", "is_the_same"),
    [
        (STATUS, an_update_row(2, "2026-03-31", "off-track"), True),
        (STATUS, an_update_row(2, "2026-03-01", "off-track"), True),
        (STATUS, an_update_row(2, "2026-03-31", note="Interviews."), False),
        (STATUS, an_update_row(2, "2026-03-31", impact="emerging"), False),
        (STATUS, an_update_row(2, "2026-03-31", "off-track", action_id=2), False),
        (STATUS, a_deadline_row(1, "2026-03-31", "2026-05-29"), False),
        (STATUS, NO_CHANGE, True),
        (STATUS, an_update_row(2, "2026-03-31", path="Agency cover."), True),
        (STATUS, an_update_row(2, "2026-03-31", no_change=True, action_id=2), False),
        (NO_CHANGE, an_update_row(3, "2026-03-31", "off-track"), False),
        (an_update_row(1, "2026-03-31", impact="emerging"), NO_CHANGE, False),
        (a_judgement_row(1), a_judgement_row(2), True),
        (a_judgement_row(1), a_judgement_row(2, area_id=2), False),
        (a_deadline_row(1, "2026-03-31", "2026-05-29"), a_deadline_row(2, "2026-03-31", "2026-06-30"), True),
        (an_edit("action", 1, "title", "a", "b"), an_edit("action", 1, "title", "b", "c"), True),
        (an_edit("action", 1, "title", "a", "b"), an_edit("action", 1, "lead_id", None, 1), False),
        (an_action_row(5), an_update_row(2, "2026-03-31", note="Said.", action_id=5), True),
        (an_action_row(5), an_edit("action", 5, "title", "a", "b"), True),
        (an_area_row(5), an_action_row(6, "9.6", area_id=5), True),
        (an_area_row(5), an_edit("action", 1, "area_id", 1, 5), True),
        (OWNER, an_action_row(6, "9.6", lead_id=1), True),
        (OWNER, an_edit("action", 1, "sro_id", None, 1), True),
        (OWNER, an_edit("action", 1, "area_id", None, 1), False),
    ],
)
def test_the_same_is_a_thing_and_an_aspect_of_it(
    first: Difference, later: Difference, is_the_same: bool
) -> None:
    changes = [BEGUN, a_change(2, first), a_change(3, later, actor="Ben")]

    assert conflicting_change(changes[1], changes, 2) == (changes[2] if is_the_same else None)
    assert conflicting_change(changes[1], changes, 3) is None
    assert conflicting_change(changes[1], [*changes, a_change(4, undoes=3, actor="Ben")], 2) is None


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        (an_edit("action", 4, "title", "a", "b"), {("action", 4, "title")}),
        (an_action_row(4), {("action", 4, "*")}),
        (
            an_update_row(7, "2026-03-31", "at-risk", path="Cover.", action_id=4),
            {("progress_update", 7, "*"), ("action", 4, "status"), ("action", 4, "path")},
        ),
        (
            a_deadline_row(7, "2026-03-31", "2026-05-29", action_id=4),
            {("deadline", 7, "*"), ("action", 4, "due")},
        ),
        (a_judgement_row(7, area_id=4), {("judgement", 7, "*"), ("area", 4, "judgement")}),
    ],
)
def test_a_statement_says_something_of_the_thing_that_it_is_about(
    difference: Difference, said: set[tuple[str, int, str]]
) -> None:
    assert set(aspects(difference)) == said


def test_what_was_brought_back_since_is_said_since() -> None:
    first, second = (an_edit("action", 1, "title", "a", title) for title in ("b", "c"))
    changes = [
        BEGUN,
        a_change(2, first),
        a_change(3, undoes=2),
        a_change(4, second, actor="Ben"),
        a_change(5, undoes=4, actor="Ben"),
        a_change(6, undoes=3),
    ]

    assert conflicting_change(changes[3], changes, 5) == changes[1]


def test_what_a_change_was_made_on_top_of_is_not_said_since_though_brought_back_later() -> None:
    first, second = an_edit("action", 1, "title", "a", "b"), an_edit("action", 1, "title", "b", "c")
    changes = [
        BEGUN,
        a_change(2, first),
        a_change(3, second),
        a_change(4, undoes=3),
        a_change(5, undoes=2),
        a_change(6, undoes=5),
    ]

    assert conflicting_change(changes[2], changes, 4) is None


def test_what_began_the_plan_an_undo_and_what_is_out_of_force_cannot_be_taken_back() -> None:
    told = a_change(2, STATUS, label="Set 9.3 to at risk")
    story = [BEGUN, told, a_change(3, undoes=2)]
    again = [*story, a_change(4, undoes=3)]

    assert standing_refusal(BEGUN, story) == "“Change 1” began the plan and cannot be taken back."
    assert standing_refusal(told, story) == "“Set 9.3 to at risk” was taken back already."
    assert standing_refusal(told, story[:2]) is standing_refusal(told, again) is None
    assert [standing_refusal(change, again) for change in again[2:]] == [
        f"Record {record} is no change that can be taken back: it is an undo or a redo itself."
        for record in (3, 4)
    ]


def test_a_refusal_names_who_did_what_and_where_it_stands() -> None:
    changes = [
        BEGUN,
        a_change(2, STATUS, label="Set 9.3 to at risk"),
        a_change(3, STATUS, actor="Ben", label="Set 9.3 to off track"),
    ]

    assert undo_refusal(changes[1], changes, 2) == (
        "“Set 9.3 to at risk” cannot be taken back: Ben has since done “Set 9.3 to off track” (record 3). "
        "Take that back first (undo 3), or say it anew."
    )
    assert undo_refusal(changes[2], changes, 3) is None


def test_a_refusal_says_someone_of_a_change_without_a_name() -> None:
    changes = [BEGUN, a_change(2, STATUS), a_change(3, STATUS, actor="", label="Set 9.3 to off track")]

    told = "cannot be taken back: someone has since done “Set 9.3 to off track” (record 3)."
    assert told in str(undo_refusal(changes[1], changes, 2))


def test_a_refusal_sends_to_the_newest_of_what_stands_in_the_way_first() -> None:
    changes = [BEGUN, *(a_change(record, STATUS) for record in (2, 3, 4))]

    assert str(undo_refusal(changes[1], changes, 2)).endswith("Take back 4, then 3 first, or say it anew.")
    three = [BEGUN, *(a_change(record, STATUS) for record in (2, 3, 4, 5))]
    assert str(undo_refusal(three[1], three, 2)).endswith(
        "Take back 5, then 4, then 3 first, or say it anew."
    )
    many = [BEGUN, *(a_change(record, STATUS) for record in range(2, 24))]
    too_many = "Too much was said since to take it back: say it anew."
    assert str(undo_refusal(many[1], many, 2)).endswith(too_many)
    assert str(undo_refusal(changes[1], changes, 2, "brought back")).endswith("(record 3). Say it anew.")


def test_a_refusal_names_every_record_in_the_way_at_once_in_the_order_to_take_them_back() -> None:
    changes = [
        BEGUN,
        a_change(2, an_action_row(5, "9.5")),
        a_change(3, an_update_row(8, "2026-03-31", "at-risk", action_id=5)),
        a_change(4, STATUS),
        a_change(5, a_deadline_row(1, "2026-03-31", "2026-05-29", action_id=5)),
        a_change(6, an_update_row(3, "2026-03-31", no_change=True, action_id=5)),
        a_change(7, a_deadline_row(2, "2026-03-31", "2026-06-30", action_id=5)),
    ]

    assert str(undo_refusal(changes[1], changes, 2)).endswith(
        "Take back 7, then 6, then 5, then 3 first, or say it anew."
    )


def test_two_that_stand_in_each_other_s_way_are_not_sent_for() -> None:
    first, second = (an_edit("action", 1, "title", "a", title) for title in ("b", "c"))
    changes = [
        BEGUN,
        a_change(2, first),
        a_change(3, undoes=2),
        a_change(4, second, actor="Ben"),
        a_change(5, undoes=3),
    ]

    assert in_the_way(changes[3], changes, 4) is None


def test_a_paper_that_showed_a_change_is_found_by_its_record() -> None:
    before, after = a_meeting("2026-01-28", record_issued=2), a_meeting("2026-03-11", record_issued=9)

    assert issued_with(a_change(5), [before, after, a_meeting("2026-05-13")]) == after
    assert issued_with(a_change(10), [before, after]) is None
