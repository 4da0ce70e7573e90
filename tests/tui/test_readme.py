"""The README shows the keys there are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from source_tree import ROOT

from send_actions.domain.checks.rounds import begin_round
from send_actions.store.reader import open_reader, read_plan
from send_actions.tui.commands.catalogue import ALL, USUAL, key_table

README = Path(__file__).parents[2] / "README.md"


def test_the_table_of_keys_in_the_readme_is_the_one_of_the_app() -> None:
    text = README.read_text(encoding="utf-8")
    assert f"<!-- keys -->\n{key_table()}<!-- end of keys -->" in text


def test_the_table_names_every_key() -> None:
    assert all(USUAL.sentence(key) in key_table() for key in ALL)


def test_the_walk_counts_the_actions_of_the_round_as_the_sample_has_them() -> None:
    reader = open_reader(str(ROOT / "sample.db"))
    try:
        plan = read_plan(reader, date(2026, 3, 31))
    finally:
        reader.close()
    queue = [plan.actions_by_id[id_].ref for id_ in begin_round(plan).queue]
    told = f"Each action that owes an update, {len(queue)} less the 9.3 you have just spoken of,"
    assert told in README.read_text(encoding="utf-8")
    assert "9.3" in queue
