"""Meetings, measures, readings, evidence, findings and sources: made and edited where their rows are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from kept_plans import KeptPlan, a_kept_plan
from tui.piloting import opened
from tui.test_new_and_edit import fill

from send_actions.domain.plan.vocabulary import Better, EvidenceKind, FindingKind, SourceKind
from send_actions.store.database import open_store


@pytest.fixture
def kept(place: Path) -> KeptPlan:
    return KeptPlan(place, open_store(place))


async def test_a_meeting_is_put_in_the_diary_and_moved(place: Path, kept: KeptPlan) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("g", "b", "n")
        assert "New meeting" in sitting.screen
        await sitting.type("20 May")
        await sitting.press()
        assert "20 May 2026, a Wednesday" in sitting.screen
        await fill(sitting, returns="13 May", papers="21 May")
        await sitting.press("enter")
        assert "Papers are due by the meeting of 20 May 2026" in sitting.screen
        await fill(sitting, papers="15 May")
        await sitting.press("enter")
        assert sitting.foot == "Add the meeting of 20 May 2026 · u to undo"
        await sitting.press("e")
        assert "Board, 20 May 2026" in sitting.screen
        await sitting.press("ctrl+u")
        await sitting.type("27 May")
        await sitting.press("enter")
        assert "Move the meeting of 20 May 2026 to 27 May 2026" in sitting.foot
    meeting = next(one for one in kept.plan().meetings if one.on == date(2026, 5, 27))
    assert (meeting.returns_due, meeting.papers_due) == (date(2026, 5, 13), date(2026, 5, 15))


async def test_a_measure_and_its_readings(place: Path, kept: KeptPlan) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("g", "m")
        assert "No measure yet: n makes the first" in sitting.screen
        await sitting.press("r")
        assert sitting.foot == "No measure here: n makes the first"
        await sitting.press("down", "n", "enter")
        assert "A measure needs its better way" in sitting.screen
        await fill(sitting, title="Advice within six weeks", unit="%", area="9", target="90", better="highr")
        await sitting.press("enter")
        assert "did you mean" in sitting.screen.casefold()
        await fill(sitting, better="higher")
        await sitting.press("enter")
        assert sitting.foot == "Add the measure Advice within six weeks · u to undo"
        await sitting.press("r")
        await sitting.type("Feb 2026")
        await sitting.press()
        assert "February 2026, ended 28 February 2026" in sitting.screen
        await fill(sitting, value="0.81")
        await sitting.press("enter")
        assert "not as 81%" in sitting.screen
        await fill(sitting, value="81")
        await sitting.press("enter")
        assert "Read Advice within six weeks: 81%, February 2026" in sitting.foot
        await sitting.press("e")
        await fill(sitting, target="95")
        await sitting.press("enter")
        assert "Change the measure Advice within six weeks: target" in sitting.foot
        await sitting.press("g", "p", "e")
        await fill(sitting, moves="adv")
        await sitting.press("right", "enter")
        assert "Revise 9.3: measures" in sitting.foot
    [measure] = kept.plan().measures
    assert (measure.better, measure.target, measure.area_id) == (Better.HIGHER, 95.0, kept.find_area("9").id)
    assert kept.find("9.3").measures == (measure.id,)
    assert [(one.on, one.value) for one in measure.readings] == [(date(2026, 2, 28), 81.0)]


async def test_evidence_of_an_action_is_filed_then_edited(place: Path, kept: KeptPlan) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("v")
        assert "Evidence of 9.3, none yet:  n new" in sitting.screen
        await sitting.press("n")
        await sitting.type("Call log")
        await fill(sitting, kind="data", shows="Calls are answered")
        await sitting.press("enter")
        assert "File evidence for 9.3: Call log" in sitting.foot
        await sitting.press("v")
        assert "Evidence of 9.3:  n new  1 Call log" in sitting.screen
        await sitting.press("1")
        await fill(sitting, shows="Calls are answered in a day")
        await sitting.press("enter")
    [evidence] = kept.plan().evidence
    assert (evidence.kind, evidence.shows) == (EvidenceKind.DATA, "Calls are answered in a day")
    assert evidence.on == date(2026, 3, 31)


async def test_evidence_keeps_its_day(place: Path, kept: KeptPlan) -> None:
    kept.insert(
        "evidence",
        on=date(2026, 3, 1),
        action_id=kept.find("9.3").id,
        kind=EvidenceKind.DATA,
        title="Call log",
        shows="",
        place="",
        exempt=False,
    )
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("v", "1")
        await fill(sitting, on="")
        await sitting.press("enter")
        assert "Say of which day it speaks." in sitting.screen
    [evidence] = kept.plan().evidence
    assert evidence.on == date(2026, 3, 1)


async def test_evidence_of_an_area(place: Path, kept: KeptPlan) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("escape", "v", "n")
        assert "Evidence of area 9" in sitting.screen
        await sitting.type("Parent survey")
        await fill(sitting, kind="voice")
        await sitting.press("enter")
    [evidence] = kept.plan().evidence
    assert (evidence.area_id, evidence.action_id) == (kept.find_area("9").id, None)


async def test_a_source_and_its_finding_are_entered_and_edited(place: Path, kept: KeptPlan) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("g", "o")
        assert "No inspection or review yet: n enters the first" in sitting.screen
        await sitting.press("n")
        await sitting.type("Area SEND inspection")
        await sitting.press("enter")
        assert "Say what kind of source it is." in sitting.screen
        assert "Say on which day it was published." in sitting.screen
        await fill(sitting, kind="inspection letter", on="11 Sep 2025")
        await sitting.press("enter")
        assert "Enter the source Area SEND inspection" in sitting.foot
        await sitting.press("n", "f")
        await sitting.type("Waits are too long")
        await fill(sitting, kind="area for improvement", areas="3, 9")
        await sitting.press("enter")
        assert "Enter an area for improvement" in sitting.screen
        await sitting.press("e", "f")
        await fill(sitting, areas="9")
        await sitting.press("enter")
        assert "Change a finding of" in sitting.screen
        await sitting.press("e", "s")
        await fill(sitting, author="Ofsted and CQC")
        await sitting.press("enter")
        assert "Change the source Area SEND inspection: author" in sitting.foot
    [source] = kept.plan().sources
    [finding] = source.findings
    assert (source.kind, source.author) == (SourceKind.INSPECTION_LETTER, "Ofsted and CQC")
    assert (finding.kind, finding.area_ids) == (FindingKind.AREA_FOR_IMPROVEMENT, (kept.find_area("9").id,))


@pytest.mark.parametrize(("letter", "key"), [("b", "n"), ("m", "n"), ("o", "n")])
async def test_in_an_empty_plan_each_view_makes_its_first(tmp_path: Path, letter: str, key: str) -> None:
    async with opened(a_kept_plan(tmp_path), (80, 24)) as sitting:
        await sitting.press("g", letter)
        assert "n " in sitting.foot
        await sitting.press(key)
        assert "New" in sitting.screen
        assert "Enter save" in sitting.foot


async def test_somebody_else_s_move_of_a_meeting_is_shown_beside_one_s_own(
    place: Path, kept: KeptPlan
) -> None:
    from send_actions.changes.meetings import revise_meeting

    async with opened(place, (80, 24)) as sitting:
        await sitting.press("g", "b", "e", "ctrl+u", *"22", "space", *"April")
        meeting = next(one for one in kept.plan().meetings if one.on == date(2026, 4, 15))
        revise_meeting(kept.store, meeting.id, {"on": date(2026, 4, 29)}, **kept.by("Ben"))
        await sitting.press("enter")
        assert "was changed by someone else: date" in sitting.screen
        assert "Theirs: 29 April 2026" in sitting.screen
        await sitting.press("enter")
    assert date(2026, 4, 22) in {one.on for one in kept.plan().meetings}
