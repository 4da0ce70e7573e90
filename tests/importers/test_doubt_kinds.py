"""Doubts of one kind are told together, and none of them is lost."""

from __future__ import annotations

import pytest

from send_actions.importers.doubt_kinds import kinds_of
from send_actions.importers.problems import Problem


def doubts(*messages: str) -> list[Problem]:
    return [Problem(f"T1!D{row}", message) for row, message in enumerate(messages, start=2)]


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        (
            (
                "“Easter” is no date we can read: the words are kept, and no date is set. Is 5 April meant?",
                "“soon. Or not” is no date we can read: the words are kept, and no date is set.",
            ),
            "“…” is no date we can read: the words are kept, and no date is set",
        ),
        (
            ("“Feb 2020” is taken as 1 February 2020.", "“May 21” is taken as May 2021."),
            "“…” is taken as …",
        ),
        (
            (
                'The column “Mood” is not one we know: left out. --map "Mood=…" says what it holds.',
                'The column “Sky” is not one we know: left out. Did you mean due? --map "Sky=due" says so.',
            ),
            "The column “…” is not one we know: left out",
        ),
        (
            ("The column “Who” is read as the owner.", "The column “When” is read as the due date."),
            "The column “…” is read as …",
        ),
        (
            (
                "Initials in “A.B, CYC” are kept apart from the owner: A.B.",
                "Initials in “C” are kept apart from the owner: A.B, C.McD.",
            ),
            "Initials in “…” are kept apart from the owner: …",
        ),
        (
            ("2 rows have no action (T1!A5, T1!A8): left out.", "3 rows have no action (T2!A5): left out."),
            "… rows have no action: left out",
        ),
    ],
)
def test_what_differs_from_cell_to_cell_is_left_out_of_what_is_said_of_all(
    messages: tuple[str, ...], said: str
) -> None:
    kinds = kinds_of(doubts(*messages))
    assert [(kind.said, len(kind.doubts)) for kind in kinds] == [(said, len(messages))]


def test_kinds_stand_in_the_order_of_their_first_cells_and_hold_every_doubt() -> None:
    told = doubts("“a” is no action: left out.", "“b” is no date.", "“c” is no action: left out.", "All.")
    kinds = kinds_of(told)
    assert [[doubt.cell for doubt in kind.doubts] for kind in kinds] == [
        ["T1!D2", "T1!D4"],
        ["T1!D3"],
        ["T1!D5"],
    ]
    assert kinds[1].said == "“b” is no date."


def test_cells_are_named_with_their_words_and_how_many_more_there_are() -> None:
    kind = kinds_of(doubts(*(f"“soon {row}” is no date." for row in range(9))))[0]
    assert kind.cells(2) == "T1!D2 “soon 0”, T1!D3 “soon 1” and 7 more"
    assert kind.cells().endswith("T1!D10 “soon 8”")
