"""The columns of a file, by what each holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from send_actions.importers.columns.reviews import Review
from send_actions.importers.headings.headings import field_of, heading_names, whole_heading
from send_actions.importers.measure_columns import MeasureColumn
from send_actions.importers.problems import Problem

ASKED_FOR: Final = ("request", "propos", "extension")
"""What a heading says of a revised date that nobody has agreed to yet."""

NEEDED: Final = ("ref", "area_number", "title")
"""The fields that a table of actions has."""

OF_OUR_LIST: Final = frozenset({"due_precision", "due_text", "updated_on"})
"""The fields that tell the columns of our own list from those of other files."""


def is_our_list(names: Sequence[str]) -> bool:
    """Say whether our own list wrote some columns, also one from which some were left out."""
    fields = {field_of(name, names) for name in names}
    return fields >= OF_OUR_LIST or "kept_as" in fields


@dataclass(frozen=True)
class Columns:
    """The place of each field, the places without a heading, and what is open about the others.

    `is_own` says whether our own list wrote them. `reviews` are the columns of one review each, `steps` and
    `details` those of milestones and of other words by the name of their cells, each with its heading;
    `step_dates` are the names of the columns that date steps, by those of the steps.
    """

    places: dict[str, int]
    nameless: frozenset[int]
    problems: list[Problem]
    names: list[str] = field(default_factory=list)
    reviews: tuple[Review, ...] = ()
    steps: Mapping[str, str] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)
    measures: tuple[MeasureColumn, ...] = ()
    step_dates: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_own(self) -> bool:
        """Whether the columns are those of our own list."""
        return self.places.keys() >= OF_OUR_LIST

    def has(self, heading: str) -> bool:
        """Say whether a column has a heading, however it is written."""
        return not {heading_names([heading])[0], whole_heading(heading)}.isdisjoint(self.names)

    @property
    def revised(self) -> list[str]:
        """The names of the columns of revised due dates, from left to right."""
        names = (name for name in self.places if name.partition(" ")[0] == "revised")
        return sorted(names, key=self.places.__getitem__)

    @property
    def more_leads(self) -> list[str]:
        """The names of more columns of leads, who are partners of the first, from left to right."""
        names = (name for name in self.places if name.startswith("partners "))
        return sorted(names, key=self.places.__getitem__)

    @property
    def asks_for_dates(self) -> bool:
        """Whether the heading of a revised date says that it is only asked for."""
        place = self.places.get("revised")
        return place is not None and any(word in self.names[place] for word in ASKED_FOR)


class Found(NamedTuple):
    """The places of columns by field, those of fields that have several, and those of steps and values."""

    places: Mapping[str, int]
    more: Mapping[str, Sequence[int]]
    step_dates: Sequence[int]
    reviews: tuple[Review, ...]
    values: tuple[MeasureColumn, ...]


def put_together(header: Sequence[str], names: list[str], found: Found, problems: list[Problem]) -> Columns:
    """Return the columns of a file with all that was found of them, each under a name of its own."""
    taken = {*found.places.values()}
    nameless = frozenset(p for p, name in enumerate(names) if not name and p not in taken)
    places = {**found.places, **{review.name: review.place for review in found.reviews}}
    places |= {value.name: value.place for value in found.values}
    step, detail, revised, partners = (
        {f"{kind} {place}": header[place] for place in found.more[kind]}
        for kind in ("step", "detail", "revised", "partners")
    )
    places |= {name: int(name.rpartition(" ")[2]) for name in (*step, *detail, *revised, *partners)}
    dates = {f"step {place - 1}": f"due of step {place}" for place in found.step_dates}
    places |= {f"due of step {place}": place for place in found.step_dates}
    return Columns(places, nameless, problems, names, found.reviews, step, detail, found.values, dates)
