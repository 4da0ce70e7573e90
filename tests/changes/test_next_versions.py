"""Versions of one file, brought in one after another: no action ever has a title of another's past."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings
from kept_plans import KeptPlan, a_kept_plan

from send_actions.changes.imports import import_lines
from send_actions.changes.plan_past import PlanPast
from send_actions.domain.plan import Change, Plan
from send_actions.domain.text import match_key
from send_actions.importers.answering import FileReading
from send_actions.importers.answers import NEW, ROWS, TITLES, Answers
from send_actions.importers.plan_lines import PlanLines
from send_actions.importers.problems import Problem
from send_actions.store.reader import open_reader

SHARED = ("Review", "plans", "across", "schools", "Agree", "offer")
OWN = (
    *("nursery", "transport", "therapies", "tribunal", "panel", "bursary", "autism", "dyslexia", "respite"),
    *(
        "mediation",
        "audit",
        "employment",
        "housing",
        "nurses",
        "phonics",
        "playground",
        "governors",
        "website",
    ),
    *("newsletter", "finance", "capital", "equipment", "hearing", "vision", "mobility", "music", "college"),
    *("apprentices", "siblings", "grandparents", "induction", "coaching", "library", "swimming", "referral"),
)
EACH = 3
MOST = len(OWN) // EACH


class Item(NamedTuple):
    """What one action really is: whichever words a version has for it, two of its own always stand there."""

    number: int
    wording: int = 0
    area: str = "1"

    @property
    def title(self) -> str:
        """Its words in a version."""
        own = list(OWN[self.number * EACH : (self.number + 1) * EACH])
        shared = SHARED[(self.number + self.wording) % len(SHARED)]
        if self.wording:
            own[-1] = f"renewed{self.wording}"
        return " ".join((shared, *own))


class Versions:
    """The versions of one file, and what each action of the plan really is."""

    def __init__(self, kept: KeptPlan, folder: Path, *, has_refs: bool) -> None:
        self.kept, self._folder, self._has_refs = kept, folder, has_refs
        self.items: list[Item] = []
        self.used, self.version = 0, 0
        self.ref_of: dict[int, str] = {}
        self.asked: list[str] = []

    def change(self, ops: Sequence[tuple[str, int, int]]) -> None:
        """Make another version of the file."""
        for op, one, other in ops:
            place = one % (len(self.items) + 1)
            if op == "insert" and self.used < MOST:
                self.items.insert(place, Item(self.used, area=str(1 + other % 2)))
                self.used += 1
            elif self.items and op != "insert":
                place %= len(self.items)
                self._alter(op, place, other % len(self.items))
        self.items.sort(key=lambda item: item.area)

    def _alter(self, op: str, place: int, other: int) -> None:
        items, item = self.items, self.items[place]
        if op == "remove":
            del items[place]
        elif op == "swap":
            items[place], items[other] = items[other], item
        else:
            items[place] = item._replace(wording=item.wording + 1)

    def rows(self) -> list[list[str]]:
        """The file's rows, numbered from the top of each area as they stand now."""
        counts: dict[str, int] = defaultdict(int)
        rows = []
        for item in self.items:
            counts[item.area] += 1
            ref = [f"{item.area}.{counts[item.area]}"] if self._has_refs else []
            rows.append([*ref, item.area, f"Area {item.area}", item.title, "green"])
        return rows

    def bring_in(self) -> Change | None:
        """Bring the present version in, with true answers to what is asked."""
        self.version += 1
        file = self._folder / f"plan v{self.version}.csv"
        with file.open("w", encoding="utf-8", newline="") as lines:
            head = ["ref"] if self._has_refs else []
            csv.writer(lines).writerows([[*head, "area no", "area", "action", "status"], *self.rows()])
        answers = Answers()
        for _ in range(len(self.items) + 1):
            read, reading = self._read(file, answers)
            asked = {problem.answer.key: problem for problem in read.questions if problem.answer}
            if not asked:
                break
            self.asked += [problem.message for problem in asked.values()]
            anew = asked.pop("", None)
            refs = {cell: self._true_answer(cell) for cell in asked}
            by = self._known_by(anew) if anew else answers.ref_by
            answers = Answers(refs={**answers.refs, **refs}, ref_by=by)
        change = import_lines(
            self.kept.store, reading.settled(read, answers), name=file.name, **self.kept.by()
        )
        known = {match_key(line.title): line.ref for line in read.actions}
        self.ref_of |= {item.number: known[match_key(item.title)] for item in self.items}
        return change

    def _read(self, file: Path, answers: Answers) -> tuple[PlanLines, FileReading]:
        plan, day = self.kept.plan(), self.kept.day
        reader = open_reader(self.kept.place)
        rows = reader.rows("mappings ever", record=plan.record)
        reader.close()
        past = PlanPast(str(self.kept.place), plan.record)
        reading = FileReading(file, plan, today=day, kept=rows, past=past)
        return reading.read(answers), reading

    def _true_answer(self, cell: str) -> str:
        item = self.items[int("".join(filter(str.isdecimal, cell))) - 2]
        return self.ref_of.get(item.number, NEW)

    def _known_by(self, anew: Problem) -> str:
        """By what rows that are numbered anew are truly known: titles, unless one said to be new is not."""
        new = [row.partition(":")[0] for row in anew.rows if "is not in the plan" in row]
        return TITLES if all(self._true_answer(cell) == NEW for cell in new) else ROWS


OPS = st.lists(
    st.tuples(st.sampled_from(("insert", "remove", "swap", "reword")), st.integers(0, 9), st.integers(0, 9)),
    min_size=1,
    max_size=4,
)


def titles_ever(kept: KeptPlan, plan: Plan) -> dict[int, set[str]]:
    """Every title that each action has or had, by its id."""
    ever = {action.id: {action.title} for action in plan.actions}
    for action_id, title in PlanPast(str(kept.place), plan.record).former_titles():
        ever[action_id].add(title)
    return ever


@pytest.mark.parametrize("has_refs", [True, False], ids=["numbered from the top", "without refs"])
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.integers(2, 6), versions=st.lists(OPS, min_size=1, max_size=3))
def test_no_title_is_ever_in_the_past_of_two_actions(
    tmp_path_factory: pytest.TempPathFactory,
    first: int,
    versions: list[list[tuple[str, int, int]]],
    *,
    has_refs: bool,
) -> None:
    folder = tmp_path_factory.mktemp("versions")
    kept = a_kept_plan(folder)
    try:
        file = Versions(kept, folder, has_refs=has_refs)
        for ops in ([("insert", 9, n) for n in range(first)], *versions):
            file.change(ops)
            if not file.items:
                return
            file.bring_in()
            plan = kept.plan()
            really = {
                match_key(Item(n, wording, "").title): n for n in range(file.used) for wording in range(40)
            }
            for action_id, titles in titles_ever(kept, plan).items():
                assert len({really[match_key(title)] for title in titles}) == 1, (action_id, titles)
            assert len({action.title for action in plan.actions}) == len(plan.actions) <= file.used
            assert file.bring_in() is None, "the same file again, though under another name"
    finally:
        kept.store.close()
