"""Views of the `g` line: who owes an update, journey, impact, measures, inspections and reviews."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kept_plans import KeptPlan, a_kept_plan
from tui.piloting import opened, same_as_frame

from send_actions.domain.plan.vocabulary import Better, FindingKind, SourceKind
from send_actions.store.database import open_store

SIZES = [(80, 24), (120, 30), (160, 48)]
WAYS = {"r": "round", "j": "journey", "i": "impact", "m": "measures", "o": "inspections"}


@pytest.fixture
def whole(place: Path) -> Path:
    """The drawn plan with a measure, its readings, a source and its findings, all invented."""
    kept = KeptPlan(place, open_store(place))
    area, other = kept.find_area("9").id, kept.find_area("14").id
    weeks: dict[str, Any] = {
        "on": date(2025, 9, 1),
        "unit": "weeks",
        "better": Better.LOWER,
        "target": 18,
        "target_by": date(2026, 12, 31),
    }
    waits = kept.insert("measure", title="Wait for occupational therapy", area_id=area, **weeks)
    kept.insert(
        "measure", on=date(2025, 9, 1), title="Families who feel heard", unit="%", better=Better.HIGHER
    )
    for on, value in ((date(2025, 9, 30), 31), (date(2025, 12, 31), 27)):
        kept.insert("reading", measure_id=waits, on=on, period=f"to {on:%B %Y}", value=value, note="invented")
    letter = SourceKind.INSPECTION_LETTER
    source = kept.insert("source", on=date(2025, 2, 28), kind=letter, title="An invented letter")
    found = [
        kept.insert("finding", source_id=source, kind=kind, text=text)
        for kind, text in (
            (FindingKind.AREA_FOR_IMPROVEMENT, "The way in to occupational therapy is hard to find."),
            (FindingKind.RECOMMENDATION, "Ask families more often."),
            (FindingKind.STRENGTH, "Schools know their pupils."),
        )
    ]
    for finding, answered in zip(found, (area, other), strict=False):
        kept.insert("finding_area", on=date(2025, 9, 1), finding_id=finding, area_id=answered)
    return place


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("letter", WAYS)
async def test_g_and_a_letter_goes_there_and_esc_back(
    whole: Path, letter: str, size: tuple[int, int]
) -> None:
    async with opened(whole, size) as sitting:
        await sitting.press("g", letter)
        same_as_frame(f"{WAYS[letter]}_{size[0]}x{size[1]}", sitting.screen)
        assert all(len(line) <= size[0] for line in sitting.screen.splitlines())
        assert ("Esc leave" if letter == "r" else "Esc back") in sitting.foot
        await sitting.press("escape")
        assert sitting.app.screen is sitting.app.home
        assert sitting.row == "9.3"


@pytest.mark.parametrize(
    ("letter", "words"),
    [
        ("r", "No actions yet"),
        ("j", "No areas yet"),
        ("i", "No areas yet"),
        ("m", "No measure yet"),
        ("o", "No inspection or review yet"),
    ],
)
async def test_an_empty_one_says_what_makes_its_first_item(tmp_path: Path, letter: str, words: str) -> None:
    async with opened(a_kept_plan(tmp_path), (80, 24)) as sitting:
        await sitting.press("g", letter)
        assert words in sitting.screen
        await sitting.press("enter", "tab", "j", "x")
        assert "Write" in sitting.screen


async def test_impact_begins_at_the_area_one_comes_from_each_time(place: Path) -> None:
    async with opened(place) as sitting:
        for keys, title in (
            (["g", "i"], "─ 9 Occupational"),
            (["end"], "─ 14 Lived"),
            (["question_mark", "escape"], "─ 14 Lived"),
            (["escape", "g", "i"], "─ 9 Occupational"),
            (["escape", "3", "full_stop", "1", "enter", "g", "i"], "─ 3 Autism"),
            (["escape", "g", "h", "g", "i"], "─ 3 Autism"),
        ):
            await sitting.press(*keys)
            assert title in sitting.screen
        await sitting.press("x")
        assert "impact of area 3" in " ".join(sitting.screen.split())


async def test_the_palette_takes_the_area_along_too(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("1", "4", "full_stop", "1", "enter", "colon")
        await sitting.type("go impact")
        await sitting.press("enter")
        assert "─ 14 Lived" in sitting.screen


async def test_a_finding_leads_to_the_area_that_answers_it(whole: Path) -> None:
    async with opened(whole) as sitting:
        await sitting.press("g", "o", "j", "enter")
        assert sitting.app.home.area
        assert sitting.app.home.area.number == "14"
        await sitting.press("escape", "j", "enter")
        assert sitting.foot == "No area answers this finding yet"
