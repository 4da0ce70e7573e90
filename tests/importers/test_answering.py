"""Answers to what a file leaves open, as they are typed, and sentences without the flags they name."""

from __future__ import annotations

import pytest

from send_actions.errors import UsageError
from send_actions.importers.answering import answer_words, answers_of, without_flags
from send_actions.importers.problems import AskFor


@pytest.mark.parametrize(
    ("told", "sentence", "ask"),
    [
        (
            'The column “Who” is not one we know: left out. --map "Who=…" says what it holds.',
            "The column “Who” is not one we know: left out.",
            AskFor("--map", "Who"),
        ),
        (
            'The column “Ownr” is read as owner: --map "Ownr=none" leaves it out.',
            "The column “Ownr” is read as owner.",
            AskFor("--map", "Ownr", "none"),
        ),
        (
            "The sheet's name, “Access”, is taken as the area: --area says another.",
            "The sheet's name, “Access”, is taken as the area.",
            None,
        ),
        (
            "--map: there is no column “x” in a plan: did you mean ref?",
            "There is no column “x” in a plan: did you mean ref?",
            None,
        ),
        ("plan.xlsx is damaged.", "plan.xlsx is damaged.", None),
        ("Waits 18-20 weeks -- or more.", "Waits 18-20 weeks -- or more.", None),
    ],
)
def test_a_sentence_is_told_without_its_flag_which_is_asked_for(
    told: str, sentence: str, ask: AskFor | None
) -> None:
    assert without_flags(told) == (sentence, ask)


@pytest.mark.parametrize(
    ("ask", "typed", "words"),
    [
        (AskFor("--status", "Started"), "on-track", "Started=on-track"),
        (AskFor("--status", "Started"), "Started=on-track", "Started=on-track"),
        (AskFor("--status", "Started"), "  ", ""),
        (AskFor("--area"), "Board actions", "Board actions"),
    ],
)
def test_what_is_typed_becomes_the_words_after_the_flag(ask: AskFor, typed: str, words: str) -> None:
    assert answer_words(ask, typed) == words


def test_more_than_what_is_meant_is_refused() -> None:
    with pytest.raises(UsageError, match="alone, without ="):
        answer_words(AskFor("--ref", "A9"), "A8=1.2")


def test_answers_are_those_of_the_flags_and_one_without_words_is_that_nothing_is_personal() -> None:
    answers = answers_of([("--ref", "a9=1.10"), ("--not-personal", ""), ("--take", "plan")], ())
    assert (answers.refs, answers.not_personal, answers.take) == ({"A9": "1.10"}, True, "plan")
