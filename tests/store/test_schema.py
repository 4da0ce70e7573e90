"""The schema is what is frozen, what is read is what is kept, and tables and nouns name the same things."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest
import sqlalchemy as sa
from frozen_tables import VERSIONS, statements_of_tables

from send_actions.domain import plan as nouns
from send_actions.domain.history.assembly import NOUNS
from send_actions.domain.history.folding import PUBLIC_FIELDS
from send_actions.domain.history.undo import POINTS_AT
from send_actions.domain.plan.vocabulary import LegendEntry
from send_actions.store import schema, tables
from send_actions.store.reader import text_of_read
from send_actions.store.tables.row import Row

STORE = Path(schema.__file__).parent
TABLES = tables.TABLES
KEPT_WITH_EACH_ROW = set(Row.model_fields) - {"id", "version"}
KEPT_APART = {"change", "difference", "chase", "saved_view", "import_mapping", "imported_file"}

KEPT_AS: dict[type, str] = {
    nouns.Plan: "plan",
    LegendEntry: "legend",
    nouns.Owner: "owner",
    nouns.Area: "area",
    nouns.Judgement: "judgement",
    nouns.Action: "action",
    nouns.Update: "progress_update",
    nouns.Deadline: "deadline",
    nouns.Step: "step",
    nouns.Paper: "paper",
    nouns.Meeting: "meeting",
    nouns.Minute: "minute",
    nouns.Measure: "measure",
    nouns.Reading: "reading",
    nouns.Milestone: "milestone",
    nouns.Comparator: "comparator",
    nouns.Evidence: "evidence",
    nouns.Source: "source",
    nouns.Finding: "finding",
    nouns.Change: "change",
    nouns.Difference: "difference",
}
LINKS = {"action_support", "action_dependency", "action_measure", "finding_area"}

WORKED_OUT = {
    "plan": {"as_at", "record", "legend", "areas", "actions", "owners", "meetings", "minutes"}
    | {"measures", "evidence", "sources", "papers"},
    "area": {"lead", "judgement"},
    "action": {"lead", "sro", "supports", "depends_on", "measures", "steps", "ask", "ask_on"}
    | {"status", "since", "was", "reason", "path", "path_by", "look_again", "proof", "status_agreed"}
    | {"impact", "impact_shown_by", "due", "first_due", "due_was", "due_reason", "due_minute"}
    | {"due_moves", "due_agreed", "updated_on", "reason_on", "confirmed_on", "note", "note_on"},
    "progress_update": {"change_id", "actor"},
    "deadline": {"change_id", "actor"},
    "minute": {"owner"},
    "measure": {"readings", "milestones", "comparators"},
    "source": {"findings"},
    "finding": {"area_ids"},
    "change": {"differences"},
}
"""Fields of nouns that are no column: found through other rows, or what was last said."""

NOT_SHOWN = {
    "plan": {"id", "version", "terms"},
    "legend": {"id", "version", "on"},
    "owner": {"version"},
    "area": {"on", "lead_id"},
    "judgement": {"id", "version", "area_id"},
    "action": {"on", "lead_id", "sro_id"},
    "progress_update": {"version"},
    "deadline": {"version", "precision", "text"},
    "step": {"on", "action_id", "precision", "text"},
    "paper": {"version"},
    "meeting": {"listed_on"},
    "minute": {"owner_id", "precision", "due_text"},
    "measure": {"on"},
    "reading": {"version", "measure_id"},
    "milestone": {"version", "measure_id"},
    "comparator": {"version", "measure_id"},
    "difference": {"change_id", "position"},
}
"""Columns that are no field: they say where a row belongs or from when it counts."""


@pytest.mark.parametrize("name", sorted(statements_of_tables()))
def test_the_frozen_statements_are_those_of_the_tables(name: str) -> None:
    kept = (VERSIONS / name).read_text(encoding="utf-8")

    assert kept == statements_of_tables()[name], "run python tests/frozen_tables.py"


READS = re.findall(r"-- name: (.*)", (STORE / "reads.sql").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("dialect", "parameter"), [("sqlite", r":(\w+)"), ("postgresql", r"%\((\w+)\)s")])
def test_a_read_has_no_parameters_but_those_five(dialect: str, parameter: str) -> None:
    texts = [text_of_read(name, dialect) for names in READS for name in names.split(" and ")]

    named = {"as_at", "record", "action_id", "since", "most"}
    assert set(re.findall(parameter, "\n".join(texts))) == named


def test_the_read_of_updates_asks_for_all_that_the_domain_calls_public() -> None:
    text = text_of_read("progress_update", "sqlite")

    columns = set(re.findall(r"\w+", text[text.rindex("SELECT\n") : text.rindex("FROM progress_update")]))
    assert columns >= {"private_note", *PUBLIC_FIELDS}


def test_the_reads_of_history_name_every_table_of_an_action_and_every_noun_that_is_pointed_at() -> None:
    first, of_one = (text_of_read(name, "sqlite") for name in ("first differences", "differences of one"))

    listed = re.search(r"noun IN \((.*)\)", first)
    assert listed
    assert set(re.findall(r"\w+", listed[1])) == set(POINTS_AT.values()) - {"action"}
    of_actions = {name for name, table in TABLES.items() if "action_id" in table.c}
    assert set(re.findall(r"told JOIN (\w+)", first)) == of_actions
    assert set(re.findall(r"id FROM (\w+) WHERE action_id = ", of_one)) == of_actions


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "upgraded.db"
    engine = sa.create_engine(f"sqlite:///{place}")
    schema.upgrade(engine)
    yield place
    engine.dispose()


def test_migrating_an_empty_database_makes_the_schema_of_a_new_plan(tmp_path: Path, upgraded: Path) -> None:
    schema.create_plan_file(tmp_path / "new.db")

    assert _described(upgraded) == _described(tmp_path / "new.db")


def test_migrating_what_is_newest_changes_nothing(upgraded: Path) -> None:
    before = _described(upgraded)
    engine = sa.create_engine(f"sqlite:///{upgraded}")

    schema.upgrade(engine)

    engine.dispose()
    assert _described(upgraded) == before


def test_every_table_is_part_of_a_plan_or_listed_as_kept_apart() -> None:
    assert set(TABLES) == set(NOUNS) | KEPT_APART
    assert set(NOUNS) & KEPT_APART == set()
    assert set(KEPT_AS.values()) | LINKS == set(TABLES) - KEPT_APART | {"change", "difference"}


@pytest.mark.parametrize("noun", KEPT_AS, ids=lambda noun: noun.__name__)
def test_every_field_of_a_noun_is_a_column_or_worked_out_and_every_column_is_told(noun: type) -> None:
    table = KEPT_AS[noun]
    told = {field.name for field in fields(noun)}
    columns = set(TABLES[table].c.keys()) - KEPT_WITH_EACH_ROW

    assert told - columns == WORKED_OUT.get(table, set())
    assert columns - told == NOT_SHOWN.get(table, set())


def test_every_reference_is_held_by_the_database(tmp_path: Path) -> None:
    schema.create_plan_file(tmp_path / "new.db")
    with closing(sqlite3.connect(tmp_path / "new.db")) as connection:
        for name, table in TABLES.items():
            held = {row[3] for row in connection.execute(f'pragma foreign_key_list("{name}")')}
            pointing = {c.name for c in table.c if c.name.endswith("_id") and c.name != "row_id"}
            assert pointing - held == set(), name


def _described(place: Path) -> set[tuple[str, ...]]:
    with closing(sqlite3.connect(place)) as connection:
        found = connection.execute("select type, name, tbl_name, sql from sqlite_master")
        described = {(*row[:3], re.sub(r"[\s()]+", " ", row[3] or "").strip()) for row in found}
        return described | set(connection.execute("select version_num from alembic_version"))
