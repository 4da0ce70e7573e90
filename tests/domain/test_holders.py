"""On which days a ref or a number stood for what: two never share one on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from send_actions.domain.history.holders import (
    Days,
    Edit,
    Held,
    Shared,
    held_numbers,
    held_refs,
    shared_names,
)

JANUARY, MID_MARCH, LATE_MARCH = date(2026, 1, 5), date(2026, 3, 10), date(2026, 3, 20)
ALWAYS = Days(JANUARY, date.max)


def an_area(row_id: int, number: str, on: date = JANUARY, gone_on: date | None = None) -> Mapping[str, Any]:
    return {"id": row_id, "number": number, "on": on, "gone_on": gone_on}


def an_action(
    row_id: int, ref: str, area_id: int = 1, on: date = JANUARY, gone_on: date | None = None
) -> Mapping[str, Any]:
    return {"id": row_id, "ref": ref, "area_id": area_id, "on": on, "gone_on": gone_on}


def a_rename(row_id: int, before: str, after: str, day: date = LATE_MARCH, *, kept: bool = True) -> Edit:
    return Edit(row_id, "ref", day, before, after, kept)


def refs(*actions: Mapping[str, Any], edits: Sequence[Edit] = ()) -> list[Held]:
    return list(held_refs(actions, edits, {}))


def test_a_ref_that_one_action_alone_ever_had_is_not_looked_at() -> None:
    assert refs(an_action(1, "9.3"), an_action(2, "9.4")) == []
    assert refs(an_action(1, "9.3"), an_action(2, "9. 3")) == [
        Held("9.3", 1, ALWAYS),
        Held("9. 3", 2, ALWAYS),
    ]


def test_a_ref_is_held_until_the_day_of_the_rename_that_counts() -> None:
    renamed, other = an_action(1, "9.9"), an_action(2, "9.3", on=LATE_MARCH)

    assert refs(renamed, other, edits=[a_rename(1, "9.3", "9.9")]) == [
        Held("9.3", 1, Days(JANUARY, LATE_MARCH)),
        Held("9.9", 1, Days(LATE_MARCH, date.max)),
        Held("9.3", 2, Days(LATE_MARCH, date.max)),
    ]
    back = an_action(1, "9.3")
    assert refs(back, other, edits=[a_rename(1, "9.3", "9.9", kept=False)]) == [
        Held("9.3", 1, ALWAYS),
        Held("9.3", 2, Days(LATE_MARCH, date.max)),
    ]


def test_an_action_holds_its_ref_from_its_first_update_where_that_is_earlier() -> None:
    actions = [an_action(1, "9.3"), an_action(2, "9.3", on=MID_MARCH)]
    born = {1: MID_MARCH, 2: date(2025, 12, 1)}

    assert [held.days.first for held in held_refs(actions, [], born)] == [JANUARY, date(2025, 12, 1)]


def test_a_name_is_shared_by_the_two_that_had_it_on_one_day_until_the_first_gives_it_up() -> None:
    mine, yours = Held("9.3", 1, Days(JANUARY, LATE_MARCH)), Held("9. 3", 2, Days(MID_MARCH, date.max))

    (shared,) = shared_names([mine, yours])

    assert shared == Shared("9.3", frozenset({1, 2}), LATE_MARCH)
    assert shared.of == next(shared_names([yours, mine])).of == ("9.3", frozenset({1, 2}))


def test_a_name_given_up_on_the_day_another_takes_it_is_not_shared_nor_one_s_own() -> None:
    mine, yours = Held("9.3", 1, Days(JANUARY, MID_MARCH)), Held("9.3", 2, Days(MID_MARCH, date.max))
    again = Held("9.3", 1, Days(JANUARY, date.max))

    assert list(shared_names([mine, yours])) == []
    assert list(shared_names([mine, again])) == []
    others = [Held("9.4", row_id, ALWAYS) for row_id in (3, 4)]
    assert [shared.row_ids for shared in shared_names([mine, again, *others])] == [{3, 4}]
    assert [shared.row_ids for shared in shared_names([mine, yours, again])] == [{1, 2}]


def test_an_area_keeps_its_number_as_long_as_an_action_was_in_it_before_that_moved_away() -> None:
    areas = [an_area(1, "12", gone_on=MID_MARCH), an_area(2, "12", on=LATE_MARCH), an_area(3, "13")]
    move = Edit(1, "area_id", LATE_MARCH, 1, 3, True)

    held = list(held_numbers(areas, [], [an_action(1, "12.1", area_id=3)], [move], {}))

    assert held == [
        Held("12", 1, Days(JANUARY, MID_MARCH)),
        Held("12", 1, Days(JANUARY, LATE_MARCH)),
        Held("12", 2, Days(LATE_MARCH, date.max)),
    ]
    assert list(shared_names(held)) == []


def test_a_number_that_one_area_alone_ever_had_is_not_looked_at() -> None:
    areas, action = [an_area(1, "12"), an_area(2, "13")], an_action(1, "12.1")
    renumbered = Edit(2, "number", LATE_MARCH, "12", "13", True)

    assert list(held_numbers(areas, [], [action], [], {})) == []
    assert {held.name for held in held_numbers(areas, [renumbered], [action], [], {})} == {"12", "13"}


def test_a_retired_area_is_there_while_an_action_that_never_moved_is_in_it() -> None:
    areas = [an_area(1, "12", gone_on=MID_MARCH), an_area(2, "12", on=MID_MARCH)]
    action = an_action(1, "12.1", gone_on=LATE_MARCH)

    (shared,) = shared_names(held_numbers(areas, [], [action], [], {}))

    assert shared == Shared("12", frozenset({1, 2}), LATE_MARCH)
