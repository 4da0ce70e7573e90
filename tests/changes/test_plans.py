"""A plan begun, and what is said of the plan itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kept_plans import KeptPlan, iso, there

from send_actions.changes.plan import begin_plan, revise_plan
from send_actions.store.database import create_store
from send_actions.store.reader import open_reader, read_plan, read_today


def test_a_training_plan_is_begun_with_its_own_day_and_clean_words(tmp_path: Path) -> None:
    place = tmp_path / "training.db"
    with create_store(place) as store:
        begin_plan(
            store,
            title=" Training\nplan ",
            partnership="Sample\tpartnership",
            main_series="Board ",
            today=date(2026, 3, 20),
            **KeptPlan(place, store).by(),
        )

    reading = open_reader(place)
    plan = read_plan(reading, date(2026, 3, 31))
    assert read_today(reading) == plan.today == date(2026, 3, 20)
    assert (plan.title, plan.partnership, plan.main_series) == (
        "Training plan",
        "Sample partnership",
        "Board",
    )
    reading.close()


def test_what_is_said_of_the_plan_is_changed_from_that_day_on(kept: KeptPlan) -> None:
    change = revise_plan(kept.store, {"title": " Priority\nplan ", "main_series": "Executive"}, **kept.by())

    assert there(change).label == "Change the plan: title, main series"
    assert (kept.plan().title, kept.plan().main_series) == ("Priority plan", "Executive")
    assert kept.plan(iso("2026-03-30")).title == "SEND improvement plan"
    assert revise_plan(kept.store, {"title": "Priority plan"}, **kept.by()) is None
