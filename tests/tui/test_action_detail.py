"""An action in full at any width: nothing is cut without a sign, and no words are squeezed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from kept_plans import KeptPlan, a_kept_plan, due_on
from tui.piloting import a_drawn_plan, opened

from send_actions.changes.measures import add_measure
from send_actions.changes.steps import add_step, reach_step
from send_actions.domain.drafts import MeasureDraft, StepDraft
from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Better, Impact, Precision
from send_actions.tui.drawing.actions import action_lines, due_column, timeline_lines
from send_actions.tui.text_layout import length


@pytest.mark.parametrize("width", [44, 58, 62, 78])
def test_no_line_of_a_detail_is_wider_than_its_pane(tmp_path: Path, width: int) -> None:
    kept = a_drawn_plan(tmp_path)
    for action in kept.plan().actions:
        for is_brief in (True, False):
            lines = action_lines(kept.plan(), action, kept.timeline(action.ref), width, is_brief=is_brief)
            assert all(length(line) <= width for line in lines)


def test_in_a_narrow_detail_words_stand_under_their_date(tmp_path: Path) -> None:
    kept = a_drawn_plan(tmp_path)
    lines = action_lines(kept.plan(), kept.find("9.2"), kept.timeline("9.2"), 44)
    text = ["".join(part for part, _ in line).rstrip() for line in lines]
    at = next(place for place, line in enumerate(text) if line.startswith(" 20 Mar 26"))
    assert text[at].split() == ["20", "Mar", "26", "■", "R", "Ana"]
    assert text[at + 1] == "   Funding dispute between ICB and council"
    at = next(place for place, line in enumerate(text) if line.startswith(" 10 Dec 25"))
    assert text[at : at + 2] == [" 10 Dec 25  due  31 January 2026", "   Two more months to agree"]


def test_a_brief_detail_has_the_whole_title_first(tmp_path: Path) -> None:
    kept = a_drawn_plan(tmp_path)
    lines = action_lines(kept.plan(), kept.find("9.2"), None, 78, is_brief=True)
    assert lines[0] == [(" Agree who pays for sensory and equipment assessments", "bold")]


async def test_nothing_is_cut_without_a_sign_at_the_least_size(place: Path) -> None:
    async with opened(place, (60, 16)) as sitting:
        assert "Impact not said" in sitting.screen


async def test_an_area_without_actions_says_so_and_no_more(tmp_path: Path) -> None:
    kept = a_drawn_plan(tmp_path)
    kept.area("20", title="Nothing in it", on="2026-01-01")
    kept.say("9.1", impact=Impact.NONE_YET)
    async with opened(kept, (80, 24)) as sitting:
        await sitting.press("escape", "G")
        row = next(line for line in sitting.screen.splitlines() if "Nothing in it" in line)
        assert row.rstrip("│ ").endswith("No actions yet")
        assert "not said" not in sitting.screen.lower()


def test_an_impact_said_again_is_not_told_again(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path, "9.3")
    kept.say("9.3", note="First survey", impact=Impact.EMERGING, on="2026-02-01")
    kept.say("9.3", note="Second survey", impact=Impact.EMERGING, on="2026-03-01")
    lines = timeline_lines(kept.plan(), kept.timeline("9.3"), 78)
    text = ["".join(part for part, _ in line) for line in lines]
    assert ["impact emerging" in line for line in text if "survey" in line] == [False, True]


def test_what_was_said_on_one_day_stands_newest_first(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path, "9.3")
    kept.say("9.3", note="In the morning")
    kept.move("9.3", "2026-06-30", reason="At noon")
    kept.say("9.3", note="In the evening")
    lines = timeline_lines(kept.plan(), kept.timeline("9.3"), 78)
    text = ["".join(part for part, _ in line) for line in lines]
    said = [next(words for words in ("evening", "noon", "morning") if words in line) for line in text[:3]]
    assert said == ["evening", "noon", "morning"]


@pytest.mark.parametrize(
    ("due", "column"),
    [
        (Due(date(2026, 6, 5), Precision.DAY, "5 June 2026"), " 5 Jun 26"),
        (Due(date(2026, 6, 30), Precision.MONTH, "June 2026"), "   Jun 26"),
        (Due(None, Precision.ONGOING, "ongoing"), "ongoing  "),
        (Due(None, Precision.UNCLEAR, "when it can be"), "when it… "),
        (None, "no date  "),
    ],
    ids=["day", "month", "ongoing", "unclear", "none"],
)
def test_due_dates_stand_under_each_other_month_under_month(due: Due | None, column: str) -> None:
    assert due_column(due) == column


async def test_what_lies_below_follows_scrolling_and_a_short_detail_begins_at_its_top(place: Path) -> None:
    async with opened(place, (80, 16)) as sitting:
        await sitting.press("9", "full_stop", "2", "enter", "enter")
        assert "↓" in sitting.screen.splitlines()[-2]
        title = "Agree who pays for sensory and equipment assessments"
        assert title in sitting.screen

        await sitting.press("G")
        assert "↓" not in sitting.screen.splitlines()[-2]
        assert title not in sitting.screen

        await sitting.press("escape")
        assert sitting.screen.splitlines().count(f"│ {title:<77}│") == 1


def test_steps_and_measures_stand_in_the_detail_only_where_there_are_any(tmp_path: Path) -> None:
    kept = a_drawn_plan(tmp_path)
    action = kept.find("9.2")
    plain = lines_of(kept, "9.2")
    assert "Steps" not in plain
    assert "Measures" not in plain
    for words, day in (("Draft sent", "2026-02-28"), ("Panel held", "2026-03-15"), ("Signed", "2026-04-22")):
        add_step(kept.store, StepDraft(action.id, words, due_on(day)), **kept.by())
    reach_step(kept.store, kept.find("9.2").steps[0].id, on=date(2026, 2, 13), **kept.by())
    add_measure(
        kept.store, MeasureDraft("Disputes", "number", Better.LOWER), moved_by=[action.id], **kept.by()
    )
    shown = lines_of(kept, "9.2")
    for told in (
        " Steps    √ Draft sent, by 28 February 2026: reached 13 February 2026",
        "          ! Panel held, by 15 March 2026: not reached",
        "          ○ Signed, by 22 April 2026",
        " Measures Disputes: no reading yet",
    ):
        assert told in shown.splitlines()


def lines_of(kept: KeptPlan, ref: str) -> str:
    lines = action_lines(kept.plan(), kept.find(ref), kept.timeline(ref), 78)
    return "\n".join("".join(text for text, _ in line).rstrip() for line in lines)
