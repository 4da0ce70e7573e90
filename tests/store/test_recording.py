"""One change in the making: what is never edited, what points at nothing, and who spoke of a row last."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from kept_plans import KeptPlan, a_kept_plan, there
from sqlalchemy.dialects import postgresql, sqlite

from send_actions.domain.plan.vocabulary import Status
from send_actions.errors import SendActionsError
from send_actions.store.row_writer import RowWriter
from send_actions.store.tables import TABLES


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[KeptPlan]:
    """Actions 9.3 and 9.4 in area 9."""
    plan = a_kept_plan(tmp_path, "9.3", "9.4")
    yield plan
    plan.store.close()


def test_the_instant_of_a_change_is_kept_whatever_the_clock_s_zone(kept: KeptPlan) -> None:
    at = datetime(2026, 6, 30, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    with kept.store.record("Add evidence", actor="Ana", at=at, day=date(2026, 6, 30)) as recording:
        recording.insert("evidence", [{"on": date(2026, 6, 1), "kind": "audit", "title": "Audit"}])

    change = kept.changes()[-1]
    assert change == recording.change
    assert (change.at, change.day) == (datetime(2026, 6, 29, 23, 30, tzinfo=UTC), date(2026, 6, 30))


@pytest.mark.parametrize("noun", ["action", "progress_update", "deadline", "judgement", "reading"])
def test_the_date_of_what_was_said_is_never_edited(kept: KeptPlan, noun: str) -> None:
    kept.move("9.3", "2026-05-29")
    kept.judge("9", "at-risk")
    measure = kept.insert("measure", on=kept.day, title="Plans in time", unit="%", better="higher")
    kept.insert("reading", measure_id=measure, on=kept.day, period="March", value=50.0)

    with (
        pytest.raises(LookupError, match="on is never edited"),
        kept.store.record("Another date", **kept.by()) as recording,
    ):
        recording.edit(noun, 1, {"on": date(2026, 3, 1)})


@pytest.mark.parametrize(
    "noun", sorted(n for n, t in TABLES.items() if "action_id" in t.c and n != "evidence")
)
def test_nothing_but_evidence_goes_from_one_action_to_another(kept: KeptPlan, noun: str) -> None:
    """The reads of history look for no other noun among what was moved."""
    meeting = kept.insert("meeting", listed_on=kept.day, on=kept.day, series="Board")
    measure = kept.insert("measure", on=kept.day, title="Plans", unit="%", better="higher")
    more: dict[str, dict[str, Any]] = {
        "action_support": {"area_id": 1},
        "action_dependency": {"needs_id": 2},
        "action_measure": {"measure_id": measure},
        "minute": {"meeting_id": meeting, "kind": "question", "text": "Why?"},
        "chase": {"meeting_id": meeting, "asked_on": kept.day},
        "step": {"words": "Audit", "precision": "ongoing"},
        "deadline": {"precision": "ongoing"},
    }
    dated: dict[str, Any] = {} if noun in {"chase", "minute"} else {"on": kept.day}
    row_id = kept.insert(noun, action_id=1, **dated, **more.get(noun, {}))

    with (
        pytest.raises(LookupError, match="action_id is never edited"),
        kept.store.record("Another action", **kept.by()) as recording,
    ):
        recording.edit(noun, row_id, {"action_id": 2})


def test_a_change_that_could_not_be_written_is_none(kept: KeptPlan) -> None:
    """What differed is written last of all; here the file takes none of it."""
    before = kept.changes()
    with closing(sqlite3.connect(kept.place)) as other, other:
        other.execute("create trigger none before insert on difference begin select raise(abort, 'no'); end")

    with pytest.raises(SendActionsError), kept.store.record("Much", **kept.by()) as recording:
        recording.insert("evidence", [{"on": kept.day, "kind": "audit", "title": "Audit"}])

    assert recording.change is None
    assert kept.changes() == before


def test_the_date_of_a_meeting_may_be_edited(kept: KeptPlan) -> None:
    meeting = kept.insert("meeting", listed_on=kept.day, on=date(2026, 5, 13), series="Board")
    with kept.store.record("Another date", **kept.by()) as recording:
        assert recording.edit("meeting", meeting, {"on": date(2026, 5, 20)}) == ("on",)

    assert [found.on for found in kept.plan().meetings] == [date(2026, 5, 20)]


def test_what_is_told_of_a_change_is_what_is_read_of_it_again(kept: KeptPlan) -> None:
    day = kept.day
    said = {"status": Status.AT_RISK, "path_by": date(2026, 5, 29), "note": "“Two”\nlines"}
    with kept.store.record("Much", **kept.by()) as recording:
        recording.insert(
            "progress_update",
            [{"action_id": 1, "on": day, **said}, {"action_id": 2, "on": day, "no_change": True}],
        )
        recording.insert(
            "measure", [{"on": day, "title": "Plans", "unit": "%", "better": "higher", "baseline": 0.0}]
        )
        recording.edit("action", 1, {"title": "Advice line", "start": date(2026, 4, 1), "exempt": True})
        recording.retire("action", 2, day)
        so_far = recording.as_change()

    change = there(recording.change)
    assert change == kept.changes()[-1] == so_far
    first, second, *_ = change.differences
    assert first.after == {"action_id": 1, "on": day.isoformat(), **said, "path_by": "2026-05-29"}
    assert (second.after["note"], second.after["no_change"]) == ("", True)
    assert [d.field for d in change.differences[3:]] == ["title", "start", "exempt", "gone_on"]


def test_a_row_that_points_at_nothing_is_refused(kept: KeptPlan) -> None:
    before = kept.place.read_bytes()

    with pytest.raises(SendActionsError, match="refused the change"):
        kept.insert("evidence", on=kept.day, kind="audit", title="Audit", action_id=99)

    assert kept.place.read_bytes() == before


def test_a_row_counts_one_version_for_each_change_however_much_is_said_in_it(kept: KeptPlan) -> None:
    first = kept.find("9.3").version
    with kept.store.record("Much", **kept.by()) as recording:
        recording.edit("action", 1, {"title": "Advice line"})
        recording.edit("action", 1, {"partners": "PCF"})
        recording.touch("action", 1)

    assert kept.find("9.3").version == first + 1
    assert kept.find("9.4").version == first


def test_the_last_change_of_a_row_is_the_one_that_edited_it_or_spoke_of_it(kept: KeptPlan) -> None:
    meeting = kept.insert("meeting", listed_on=kept.day, on=date(2026, 5, 13), series="Board")
    owner = kept.insert("owner", role="Head of SEND", organisation="LA")
    moved = there(kept.move("9.3", "2026-05-29"))
    revised = there(kept.revise("9.4", title="Advice line"))
    kept.insert("chase", meeting_id=meeting, owner_id=owner, asked_on=kept.day)
    chased = kept.changes()[-1]

    with kept.store.record("", **kept.by()) as recording:
        found = [recording.last_change_of("action", id_) for id_ in (1, 2, 99)]
        of_owner = recording.last_change_of("owner", owner)

    assert [change and change.id for change in found] == [moved.id, revised.id, None]
    assert there(of_owner).id == chased.id


def test_an_edit_of_an_edit_taken_back_leaves_what_was_first_typed(kept: KeptPlan) -> None:
    first = there(kept.revise("9.3", title="First"))
    second = there(kept.revise("9.3", title="Second"))

    kept.undo(second)
    kept.undo(first)

    assert kept.find("9.3").title == "Action 9.3"


def test_what_is_no_column_is_refused_and_not_told_of(kept: KeptPlan) -> None:
    with pytest.raises(KeyError, match="outcom"):
        kept.insert("area", number="10", title="Speech", outcom="Seen in time", on=kept.day)
    assert kept.changes()[-1].label != "Add area"


@pytest.mark.parametrize("database", [sqlite, postgresql.psycopg])
def test_rows_go_to_a_driver_as_its_statement_asks(database: Any) -> None:
    sent: list[tuple[str, list[Any]]] = []

    class Wire:
        """A connection that keeps what it is sent."""

        def __init__(self) -> None:
            self.dialect = database.dialect()

        def exec_driver_sql(self, statement: str, rows: list[Any]) -> None:
            sent.append((statement, rows))

    wire: Any = Wire()
    RowWriter(wire, TABLES["source"], {"born": 3}).write(
        [{"id": 1, "title": "Letter", "kind": "peer-review"}]
    )
    ((statement, (row,)),) = sent
    values = row.values() if isinstance(row, dict) else row
    assert {1, 3, "Letter", "peer-review"} <= set(values)
    assert ("%(title)s" in statement) == isinstance(row, dict)
