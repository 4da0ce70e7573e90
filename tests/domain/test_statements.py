"""Words stand under their own date: the reason, the newest note and a confirmation each have their day."""

from __future__ import annotations

import pytest
from builders import an_action

from send_actions.domain.plan import Action
from send_actions.domain.words.statements import labelled_statements, last_statements

JANUARY, MARCH, LATE_MARCH = "2026-01-28", "2026-03-11", "2026-03-30"


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (
            an_action(reason="Vacancy.", reason_on=JANUARY, since=JANUARY, updated_on=MARCH),
            [("Why", "28 January 2026: Vacancy.")],
        ),
        (
            an_action(
                reason="Vacancy.", reason_on=JANUARY, since=JANUARY, note="Second interview.", note_on=MARCH
            ),
            [("Why", "28 January 2026: Vacancy."), ("Note", "11 March 2026: Second interview.")],
        ),
        (
            an_action(reason="Vacancy.", reason_on=JANUARY, since=JANUARY, confirmed_on=LATE_MARCH),
            [("Why", "28 January 2026: Vacancy."), ("Note", "30 March 2026: No change, still right")],
        ),
        (
            an_action(status="on-track", since=MARCH, note="Vacancy.", note_on=JANUARY),
            [("Note", "28 January 2026: Vacancy.")],
        ),
        (an_action(), []),
    ],
)
def test_what_was_said_of_an_action_is_labelled_and_dated(
    action: Action, said: list[tuple[str, str]]
) -> None:
    assert list(labelled_statements(action)) == said


def test_a_confirmation_of_before_the_newest_note_is_not_said() -> None:
    action = an_action(note="Filled.", note_on=MARCH, confirmed_on=JANUARY)

    assert [words for _, words in last_statements(action)] == ["Filled."]
