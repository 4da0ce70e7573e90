"""A date that was looked at is not read again, until something is changed."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from kept_plans import TODAY, KeptPlan

from send_actions.store.database import open_store
from send_actions.tui.plan_reader import MOST_VISITED, PlanReader

EARLIER = date(2026, 3, 4)


def test_a_date_one_comes_back_to_is_as_it_was_kept(place: Path) -> None:
    with closing(PlanReader(str(place), lambda: TODAY)) as reader:
        today, earlier = reader.snapshot(TODAY), reader.snapshot(EARLIER)
        assert reader.snapshot(TODAY) is today
        assert reader.snapshot(EARLIER) is earlier


def test_after_a_change_every_date_is_read_as_it_now_is(place: Path) -> None:
    kept = KeptPlan(place, open_store(place))
    with closing(kept.store), closing(PlanReader(str(place), lambda: TODAY)) as reader:
        earlier = reader.snapshot(EARLIER)
        reader.snapshot(TODAY)
        kept.say("9.3", "off-track", on=EARLIER.isoformat(), note="Said late.")
        assert reader.snapshot(EARLIER) != earlier
        with closing(PlanReader(str(place), lambda: TODAY)) as anew:
            assert reader.snapshot(EARLIER) == anew.snapshot(EARLIER)
            assert reader.snapshot(TODAY) == anew.snapshot(TODAY)


def test_of_many_dates_the_last_are_kept(place: Path) -> None:
    with closing(PlanReader(str(place), lambda: TODAY)) as reader:
        first = reader.snapshot(TODAY)
        days = [TODAY - timedelta(days=turn) for turn in range(1, MOST_VISITED + 1)]
        snapshots = [reader.snapshot(day) for day in days]
        assert reader.snapshot(days[0]) is snapshots[0]
        assert reader.snapshot(TODAY) is not first
