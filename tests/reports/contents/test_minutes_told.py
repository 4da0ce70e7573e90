"""How minutes are counted, in grammar that holds for one, for none and for all."""

from __future__ import annotations

import pytest
from builders import a_meeting, a_minute

from send_actions.reports.sections.phrasing.minutes_told import counted_minutes

BOARD = a_meeting("2026-01-28")


@pytest.mark.parametrize(
    ("kinds", "answered", "told"),
    [
        ((), 0, "nothing was decided or asked"),
        (("decision",), 0, "1 decision"),
        (("question",), 0, "1 question; it has no answer yet"),
        (("decision", "request"), 1, "1 decision, 1 request; it is answered"),
        (
            ("question", "request"),
            1,
            "1 question, 1 request; 1 of 2 questions and requests has no answer yet",
        ),
        (("question",) * 3, 1, "3 questions; 2 of 3 questions and requests have no answer yet"),
        (("question",) * 2, 2, "2 questions; all 2 questions and requests are answered"),
    ],
)
def test_minutes_are_counted(kinds: tuple[str, ...], answered: int, told: str) -> None:
    answers = ["Yes."] * answered + [""] * len(kinds)
    minutes = [
        a_minute(f"Words {n}", kind, BOARD, answer=answer)
        for n, (kind, answer) in enumerate(zip(reversed(kinds), answers, strict=False))
    ]
    assert counted_minutes(minutes) == told
