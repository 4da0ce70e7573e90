"""Any return, filled in at random: read back, it says what was written in it and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from filled_returns import Edits, filled
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from send_actions.changes.plan_of_returns import PlanOfReturns, plan_of_returns
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.return_reading import read_returns
from send_actions.domain.plan import Action
from send_actions.domain.plan.vocabulary import Impact, Status
from send_actions.importers.answers import Answers
from send_actions.importers.returns.return_file import ReturnRead
from send_actions.importers.returns.returned_rows import RowSaid
from send_actions.papers.return_making import Return, ReturnMaker

WORDS = st.text("abcxyzé ,-\n(=+'", min_size=1, max_size=40).map(lambda text: f"Said {text}")
DAYS = st.dates(date(2026, 4, 1), date(2029, 12, 31))
ROW = st.fixed_dictionaries(
    {},
    optional={
        "Status": st.sampled_from([one for one in Status if one.is_open]),
        "Your update": WORDS,
        "Impact": st.sampled_from(list(Impact)),
        "Path to green": WORDS,
        "Path by": DAYS,
        "Ask of the board": WORDS,
        "New due date": DAYS,
    },
)
FEW = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def view(sample: Path) -> Iterator[PlanView]:
    with open_plan(str(sample)) as opened:
        yield opened


def made(view: PlanView, data: st.DataObject) -> Return:
    """The return of some owners, or of all."""
    maker = ReturnMaker(view.reading, view.plan)
    leads = sorted({one.lead for one in view.plan.actions if one.is_open and one.lead}, key=str)
    some = data.draw(st.lists(st.sampled_from(leads), min_size=1, max_size=3, unique_by=str))
    return data.draw(st.sampled_from([maker.shared(), maker.of("some", some)]))


def read_back(folder: Path, of: PlanOfReturns, one: Return, edits: Edits) -> ReturnRead:
    file = folder / one.name
    file.write_bytes(one.content)
    return read_returns([filled(file, edits)], Answers(), of)[0]


@FEW
@given(data=st.data())
def test_a_return_that_nobody_wrote_in_says_nothing(
    view: PlanView, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    read = read_back(
        tmp_path_factory.mktemp("r"),
        plan_of_returns(view.reading, view.location, view.plan),
        made(view, data),
        {},
    )
    assert (read.rows, read.problems, read.moved) == ((), (), ())


@FEW
@given(data=st.data())
def test_what_was_written_in_a_return_is_what_it_says(
    view: PlanView, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    one = made(view, data)
    actions = data.draw(st.lists(st.sampled_from(one.actions), max_size=6, unique_by=lambda a: a.id))
    said = {action: data.draw(ROW) for action in actions}
    edits: dict[tuple[str, str], Any] = {
        (action.ref, heading): getattr(value, "word", value)
        for action, row in said.items()
        for heading, value in row.items()
    }
    read = read_back(
        tmp_path_factory.mktemp("r"), plan_of_returns(view.reading, view.location, view.plan), one, edits
    )
    assert read.problems == ()
    told = {row.action.id: written(row) for row in read.rows}
    assert told == {action.id: new for action, row in said.items() if (new := news(action, row))}


def news(action: Action, row: dict[str, Any]) -> dict[str, Any]:
    """What a filled row says that its action does not, and what stays beside a new status in trouble."""
    names = {"Your update": "note", "New due date": "due", "Ask of the board": "ask"}
    found: dict[str, Any] = {}
    for heading, value in row.items():
        name = names.get(heading, heading.lower().replace("path to green", "path").replace(" ", "_"))
        stands = action.due_on if name == "due" else None if name == "note" else getattr(action, name)
        if spaced(value) != spaced(stands):
            found[name] = spaced(value)
    if found.get("status") in (Status.AT_RISK, Status.OFF_TRACK):
        kept = {name: getattr(action, name) for name in ("path", "path_by", "ask")}
        found = {name: spaced(value) for name, value in kept.items() if value} | found
    return found


def written(row: RowSaid) -> dict[str, Any]:
    """What is to be written of a row, in the same words."""
    found = {name: spaced(value) for name, value in row.update.statements().items()} if row.update else {}
    return found | ({"due": row.deadline.due.on} if row.deadline else {})


def spaced(value: Any) -> Any:
    return " ".join(value.split()) if type(value) is str else value
