"""On a row of history `u` takes back that change; copying says what it did, and what may hold it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import opened

from send_actions.domain.plan.vocabulary import Status
from send_actions.store.database import open_store


def kept(place: Path) -> KeptPlan:
    return KeptPlan(place, open_store(place))


async def test_u_on_a_row_takes_back_that_change_after_asking_and_redo_brings_it_back(place: Path) -> None:
    kept(place).say("9.3", "at-risk", actor="Bo")
    kept(place).say("9.4", "off-track", actor="Bo")
    async with opened(place) as sitting:
        await sitting.press("g", "h", "j", "u")
        assert "Set 9.3 to at risk, today by Bo: take it back?" in sitting.screen
        await sitting.press("y")
        assert "Taken back: Set 9.3 to at risk · U to redo" in sitting.foot
        assert kept(place).find("9.3").status is Status.ON_TRACK
        await sitting.press("U")
    assert kept(place).find("9.3").status is Status.AT_RISK
    assert kept(place).find("9.4").status is Status.OFF_TRACK


async def test_a_row_that_cannot_be_taken_back_says_why_before_it_asks(place: Path) -> None:
    kept(place).say("9.3", "at-risk", actor="Bo")
    kept(place).say("9.3", "off-track", actor="Cy")
    async with opened(place) as sitting:
        await sitting.press("g", "h", "j", "u")
        words = " ".join(sitting.screen.split())
        assert "cannot be taken back: Cy has since done “Set 9.3 to off track”" in words
        await sitting.press("G", "u")
        assert "began the plan and cannot be taken back" in sitting.screen


@pytest.mark.parametrize(
    ("surroundings", "told"),
    [
        ({"TERM": "xterm-256color"}, "Copied by OSC 52: 9.3"),
        (
            {"TERM": "tmux-256color", "TMUX": "/run/tmux/default,1,0"},
            "Sent by OSC 52, but tmux passes it on only with “set -g set-clipboard on”: 9.3",
        ),
        (
            {"TERM": "screen-256color", "STY": "1.pts-0"},
            "Sent by OSC 52, but screen does not pass it on: mark it with the mouse: 9.3",
        ),
        ({"TERM": "screen"}, "Sent by OSC 52, but tmux or screen may hold it back: 9.3"),
    ],
)
async def test_copying_says_what_it_did(
    place: Path, monkeypatch: pytest.MonkeyPatch, surroundings: dict[str, str], told: str
) -> None:
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    async with opened(place) as sitting:
        await sitting.press("y")
        assert sitting.foot == told
