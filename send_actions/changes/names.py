"""One ref stands for one action on every day, and one number for one area."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from send_actions.domain.history.folding import as_date
from send_actions.domain.history.holders import Shared, held_numbers, held_refs, shared_names
from send_actions.domain.text import match_key
from send_actions.domain.words.dates import say_date
from send_actions.errors import SendActionsError
from send_actions.store.recording import Recording

_NAMES = {"action": "ref", "area": "number"}


def refuse_used_name(recording: Recording, noun: str, name: str, *, apart_from: int | None = None) -> None:
    """Refuse a ref or number that a row of the plan has now."""
    column = _NAMES[noun]
    for row in recording.rows_in_plan(noun):
        if row["id"] != apart_from and match_key(row[column]) == match_key(name):
            raise SendActionsError(
                f"There is an {noun} {row[column]} already: give the new one another {column}."
            )


@contextmanager
def one_name_each(
    recording: Recording, remedy: str, *, when: bool = True, refused: str = ""
) -> Iterator[None]:
    """Refuse what is done inside when a ref or number would stand for two on one day.

    Wording is dated by its change's day, so a name that was given up was another's until then, and what comes
    to be there earlier may not reach back into that. The refusal begins with `refused`, names the name and
    until when it was another's, and ends with the remedy. Nothing is looked up unless `when` it could be so.
    """
    if not when:
        yield
        return
    before = {(noun, shared.of) for noun, shared in _shared(recording)}
    yield
    for noun, shared in _shared(recording):
        if (noun, shared.of) not in before:
            told = f"was another {noun}'s until {say_date(shared.until)}"
            if shared.until == date.max:
                told = f"is another {noun}'s"
            raise SendActionsError(
                f"{refused}{'the' if refused else 'The'} {_NAMES[noun]} {shared.name} {told}: {remedy}."
            )


def _shared(recording: Recording) -> Iterator[tuple[str, Shared]]:
    """Yield the names that stand for two on one day, with their nouns, as the change leaves them."""
    actions = recording.rows_ever_in_plan("action", "ref", "area_id")
    areas = recording.rows_ever_in_plan("area", "number")
    of_actions = recording.edits("action", "ref", "area_id")
    of_areas = recording.edits("area", "number")
    said = recording.reader.tuples("first_said")
    born = {action_id: as_date(on) or date.max for action_id, on in said}
    for shared in shared_names(held_refs(actions, of_actions, born)):
        yield "action", shared
    for shared in shared_names(held_numbers(areas, of_areas, actions, of_actions, born)):
        yield "area", shared
