"""What changes did, in words and as files have it."""

from __future__ import annotations

from datetime import date

import pytest
from changes_told import (
    UNSAID,
    a_change,
    a_deadline_row,
    an_action_row,
    an_area_row,
    an_edit,
    an_update_row,
    the_plan,
)

from send_actions.domain.history.change_text import FieldChange, describe_changes
from send_actions.domain.plan import Change, Difference

MEETING = Difference(
    "meeting", 1, None, None, {"listed_on": "2026-01-05", "on": "2026-03-11", "series": "Board"}
)
BEGUN = a_change(1, the_plan(), an_area_row(), an_action_row(), MEETING, day="2026-01-05")


def told_of(*changes: Change) -> list[tuple[str, str | None, str | None]]:
    """The fields of the last change, before and after."""
    return [(t.field, t.before, t.after) for t in describe_changes([BEGUN, *changes])[changes[-1].id]]


def test_a_change_is_told_in_words_and_kept_as_files_have_it() -> None:
    held = an_update_row(2, "2026-03-31", "on-hold", look_again="2026-06-30", agreed_meeting_id=1)
    told = describe_changes(
        [BEGUN, a_change(2, an_update_row(1, "2026-03-01", "on-track")), a_change(3, held)]
    )[3]

    assert told == (
        FieldChange("update", "9.3", "status", "on track", "on hold", 1, "on-track", "on-hold"),
        FieldChange("update", "9.3", "look again", None, "30 June 2026", 1, None, "2026-06-30"),
        FieldChange("update", "9.3", "agreed at", None, "Board, 11 March 2026", 1, None, "2026-03-11"),
    )


def test_a_due_date_is_told_as_it_was_typed_and_kept_as_its_day() -> None:
    first = a_deadline_row(1, "2026-01-05", "2026-03-31")
    moved = a_deadline_row(2, "2026-03-31", "2026-06-30", precision="month", text="June 2026", reason="Late")
    told = describe_changes([BEGUN, a_change(2, first), a_change(3, moved)])[3]

    assert [(t.field, t.before, t.after) for t in told] == [
        ("due", "31 March 2026", "June 2026"),
        ("reason", None, "Late"),
    ]
    assert (told[0].raw_before, told[0].raw_after) == ("2026-03-31", "2026-06-30")


def test_a_due_date_without_a_day_is_kept_as_its_words() -> None:
    ongoing = a_deadline_row(1, "2026-03-31", None, precision="ongoing", text="Ongoing")

    assert [t.raw_after for t in describe_changes([BEGUN, a_change(2, ongoing)])[2]] == ["Ongoing"]


def test_an_undo_is_the_change_turned_round_and_a_redo_turned_round_again() -> None:
    edit = an_edit("action", 1, "start", "2026-01-05", "2026-02-02")
    done, undo, redo = a_change(2, edit), a_change(3, undoes=2), a_change(4, undoes=3)
    told = describe_changes([BEGUN, done, undo, redo])

    assert told[3] == tuple(one.inverted() for one in told[2])
    assert (told[3][0].before, told[3][0].raw_after) == ("2 February 2026", "2026-01-05")
    assert told[4] == told[2]


@pytest.mark.parametrize("name", ["note", "private_note"])
def test_a_note_takes_no_other_s_place_and_is_told_beside_the_newest_before_it(name: str) -> None:
    first, second = ({name: words, "status": None} for words in ("51 calls", "62 calls"))
    done = a_change(2, an_update_row(1, "2026-03-01", **first))
    again = a_change(3, an_update_row(2, "2026-03-31", **second))
    told = describe_changes([BEGUN, done, again, a_change(4, undoes=3)])

    assert [(f.before, f.was, f.now) for f in told[2] if "note" in f.field] == [(None, "nothing", "51 calls")]
    assert [(f.before, f.was, f.now) for f in told[3]] == [(None, "51 calls", "62 calls")]
    assert [(f.after, f.was, f.now) for f in told[4]] == [(None, "62 calls", "51 calls")]


@pytest.mark.parametrize("name", ["note", "private_note"])
def test_notes_can_be_taken_back_in_any_order(name: str) -> None:
    """What stands after an undo is the newest note then in force, and an older one's undo leaves it there."""
    words, days = ("51 calls", "62 calls", "73 calls"), ("2026-03-01", "2026-03-20", "2026-03-31")
    notes = [
        a_change(number, an_update_row(number, on, **{name: text}))
        for number, on, text in zip((2, 3, 4), days, words, strict=True)
    ]
    undos = [a_change(record, undoes=undoes) for record, undoes in ((5, 3), (6, 4), (7, 6), (8, 2), (9, 4))]
    told = describe_changes([BEGUN, *notes, *undos])
    found = {id_: [(f.was, f.now) for f in told[id_] if "note" in f.field] for id_ in range(5, 10)}

    assert found == {
        5: [("62 calls", "taken back")],
        6: [("73 calls", "51 calls")],
        7: [("51 calls", "73 calls")],
        8: [("51 calls", "taken back")],
        9: [("73 calls", "nothing")],
    }


def test_evidence_that_was_moved_is_told_of_where_it_was_at_the_time() -> None:
    """Of both actions the move itself, and after its undo of the first one again."""
    row = Difference("evidence", 1, None, None, {"on": "2026-03-31", "action_id": 1, "title": "Log"})
    told = describe_changes(
        [
            BEGUN,
            a_change(2, an_action_row(2, "9.4"), row),
            a_change(3, an_edit("evidence", 1, "action_id", 1, 2)),
            a_change(4, an_edit("evidence", 1, "title", "Log", "Call log")),
            a_change(5, undoes=3),
            a_change(6, an_edit("evidence", 1, "title", "Call log", "Calls")),
        ]
    )

    of_each = {id_: [f.about for f in told[id_]] for id_ in range(3, 7)}
    assert of_each == {3: ["9.3"], 4: ["9.4"], 5: ["9.3"], 6: ["9.3"]}
    assert [(f.before, f.after) for f in (*told[3], *told[5])] == [("9.3", "9.4"), ("9.4", "9.3")]
    assert [id_ for id_ in told if any(f.is_of(1) for f in told[id_])] == [1, 2, 3, 5, 6]
    assert [id_ for id_ in told if any(f.is_of(2) for f in told[id_])] == [2, 3, 4, 5]


def test_a_name_that_was_taken_back_is_not_told_again() -> None:
    renamed, undo = a_change(2, an_edit("action", 1, "ref", "9.3", "9.5")), a_change(3, undoes=2)
    told = describe_changes(
        [BEGUN, renamed, undo, a_change(4, undoes=3), a_change(5, an_update_row(1, "2026-03-31", "at-risk"))]
    )

    assert [f.about for f in told[5]] == ["9.5"]
    said = a_change(4, an_update_row(1, "2026-03-31", "at-risk"))
    assert [f.about for f in describe_changes([BEGUN, renamed, undo, said])[4]] == ["9.3"]


@pytest.mark.parametrize(
    ("field", "before", "after", "words"),
    [
        ("exempt", False, True, (None, "yes")),
        ("exempt", True, False, ("yes", None)),
        ("success_measure", "", "Waits fall", (None, "Waits fall")),
    ],
)
def test_yes_and_nothing_have_words_of_their_own(
    field: str, before: object, after: object, words: tuple[str | None, str | None]
) -> None:
    assert told_of(a_change(2, an_edit("action", 1, field, before, after))) == [
        (field.replace("_", " "), *words)
    ]


def test_what_was_taken_back_does_not_count_as_said_before() -> None:
    first = a_change(2, an_update_row(1, "2026-03-31", "off-track"))
    second = a_change(4, an_update_row(2, "2026-03-31", "at-risk"))

    assert told_of(first, second) == [("status", "off track", "at risk")]
    assert told_of(first, a_change(3, undoes=2), second) == [("status", None, "at risk")]


def test_what_is_said_of_another_day_names_the_day() -> None:
    assert told_of(a_change(2, an_update_row(1, "2026-03-20", "at-risk"))) == [
        ("status", None, "at risk"),
        ("for", None, "20 March 2026"),
    ]


def test_values_may_still_be_days() -> None:
    row = Difference("progress_update", 1, None, None, UNSAID | {"action_id": 1, "on": date(2026, 3, 20)})
    edit = an_edit("action", 1, "start", None, date(2026, 2, 2))
    told = describe_changes([BEGUN, a_change(2, row, edit)])[2]

    assert [(t.after, t.raw_after) for t in told] == [
        ("20 March 2026", "2026-03-20"),
        ("2 February 2026", "2026-02-02"),
    ]


def test_a_meeting_is_told_by_its_name_and_not_by_its_date_again() -> None:
    added = Difference(
        "meeting", 2, None, None, {"listed_on": "2026-03-31", "on": "2026-05-13", "series": "Board"}
    )
    assert [(t.about, t.field, t.after) for t in describe_changes([BEGUN, a_change(2, added)])[2]] == [
        ("Board, 13 May 2026", "series", "Board")
    ]
