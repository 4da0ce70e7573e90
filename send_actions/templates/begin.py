"""Make a plan's file and begin it: empty, from the eighteen areas, or as the invented sample."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from send_actions.changes.areas import insert_area
from send_actions.changes.plan import begin_plan
from send_actions.domain.drafts import AreaDraft
from send_actions.domain.plan.vocabulary import THEME_PRESETS
from send_actions.store.database import Store, create_store
from send_actions.templates.sample_plan import build_sample


class Template(StrEnum):
    """What a new plan can begin from."""

    EIGHTEEN = "eighteen"
    EMPTY = "empty"
    SAMPLE = "sample"


def begin_from_template(
    place: str | Path,
    template: Template,
    *,
    title: str = "",
    partnership: str = "",
    actor: str,
    at: datetime,
    day: date,
) -> None:
    """Make a new plan at a place; raises SendActionsError when a file is there, and leaves none half made."""
    with create_store(place) as store:
        if template is Template.SAMPLE:
            build_sample(store, title=title, partnership=partnership)
        else:
            _begin_own(store, template, title, partnership, actor=actor, at=at, day=day)


def _begin_own(
    store: Store, template: Template, title: str, partnership: str, *, actor: str, at: datetime, day: date
) -> None:
    begin_plan(
        store,
        title=title or "SEND improvement plan",
        partnership=partnership or "Our partnership",
        main_series="SEND Improvement Board",
        actor=actor,
        at=at,
        day=day,
    )
    if template is Template.EIGHTEEN:
        with store.record("Start from eighteen areas", actor=actor, at=at, day=day) as recording:
            for draft in EIGHTEEN_AREAS:
                insert_area(recording, draft, on=day)


_IDENTIFY, _ASSESS, _IMPROVE = THEME_PRESETS["inspection questions"]

EIGHTEEN_AREAS: Final = tuple(
    AreaDraft(number=str(number), title=title, theme=theme)
    for number, (theme, title) in enumerate(
        (
            (_IDENTIFY, "Early identification, birth to five"),
            (_IDENTIFY, "SEN support and the graduated approach in mainstream schools"),
            (_IDENTIFY, "Autism and ADHD assessment pathway"),
            (_IDENTIFY, "Shared data and self-evaluation"),
            (_IDENTIFY, "Profile and content of the Local Offer"),
            (_ASSESS, "Timeliness of education, health and care needs assessments"),
            (_ASSESS, "Quality of education, health and care plans"),
            (_ASSESS, "Annual reviews"),
            (_ASSESS, "Occupational therapy pathway"),
            (_ASSESS, "Speech and language therapy"),
            (_ASSESS, "Emotional wellbeing and mental health"),
            (_ASSESS, "Joint commissioning and the range of provision"),
            (_ASSESS, "Co-production and communication with families"),
            (_IMPROVE, "Lived experience felt by all families, across the area"),
            (_IMPROVE, "Children in care and care leavers with SEND"),
            (_IMPROVE, "Preparing for adulthood: planning, health and care moves"),
            (_IMPROVE, "Preparing for adulthood: training, work and a home"),
            (_IMPROVE, "Attendance, exclusion and achievement"),
        ),
        start=1,
    )
)
"""Areas that a self-evaluation can start from: a template, not a limit."""
