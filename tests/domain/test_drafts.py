"""Drafts: text cleaned on the way in, and every problem told at once."""

from __future__ import annotations

from datetime import date

import pytest

from send_actions.domain.drafting import Draft, too_long
from send_actions.domain.drafts import (
    ActionDraft,
    AreaDraft,
    DeadlineDraft,
    MeetingDraft,
    OwnerDraft,
    UpdateDraft,
)
from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Heard, Impact, Precision, Status
from send_actions.errors import UsageError


def test_every_text_is_cleaned_and_only_long_ones_keep_their_lines() -> None:
    draft = ActionDraft(1, " 9.3\n", "Advice\x1b[31m\tline\n", "Calls\r\nanswered.\x07 ")

    assert (draft.ref, draft.title, draft.success_measure) == (
        "9.3",
        "Advice[31m line",
        "Calls\nanswered.",
    )


@pytest.mark.parametrize(
    ("draft", "sentences"),
    [
        (AreaDraft(), ["The area needs a number.", "The area needs a title."]),
        (ActionDraft(), ["The action needs a ref, such as 9.5.", "The action needs a title."]),
        (OwnerDraft(organisation="LA"), ["An owner needs a role."]),
        (
            UpdateDraft(1),
            ["An update says a status, an impact, a note, an ask or no change: say at least one."],
        ),
        (
            UpdateDraft(1, note="\x07 \n"),
            ["An update says a status, an impact, a note, an ask or no change: say at least one."],
        ),
        (
            UpdateDraft(1, status=Status.AT_RISK, no_change=True),
            ["An update says either a status or no change, not both."],
        ),
        (
            UpdateDraft(1, agreed_meeting_id=1, heard=Heard.RETURN, heard_from="Therapies Lead, ICB"),
            ["An update says a status, an impact, a note, an ask or no change: say at least one."],
        ),
        (UpdateDraft(1, impact_shown_by="Survey."), ["What shows an impact is said with the impact."]),
        (DeadlineDraft(1), ["A due date needs a date, or a word such as ongoing."]),
        (
            AreaDraft("9", "x" * 401, "y" * 20_001),
            [
                "The title is 401 characters long: shorten it to 400.",
                "The outcome is 20,001 characters long: shorten it to 20,000.",
            ],
        ),
    ],
)
def test_all_problems_are_told_at_once(draft: Draft, sentences: list[str]) -> None:
    assert draft.problems() == sentences
    with pytest.raises(UsageError) as refused:
        draft.checked()
    assert str(refused.value) == " ".join(sentences)


@pytest.mark.parametrize(
    "draft",
    [
        AreaDraft("9", "x" * 400, "y" * 20_000),
        ActionDraft(1, "9.3", "Advice line"),
        UpdateDraft(1, no_change=True),
        UpdateDraft(1, impact=Impact.EMERGING, impact_shown_by="Survey."),
        UpdateDraft(1, private_note="Between us."),
        DeadlineDraft(1, Due(date(2026, 3, 31), Precision.DAY, "")),
        DeadlineDraft(1, Due(None, Precision.ONGOING, "Ongoing")),
        MeetingDraft(date(2026, 5, 13), returns_due=date(2026, 5, 13), papers_due=date(2026, 5, 13)),
    ],
)
def test_a_whole_draft_is_fine(draft: Draft) -> None:
    assert draft.checked() is draft


@pytest.mark.parametrize(
    ("text", "role", "organisation"),
    [
        ("Head of SEND, LA", "Head of SEND", "LA"),
        ("Head of SEND", "Head of SEND", ""),
        ("Lead, early years, ICB", "Lead, early years", "ICB"),
        (" Therapies Lead ,\tICB ", "Therapies Lead", "ICB"),
        (", LA", "LA", ""),
        ("Head of SEND,", "Head of SEND", ""),
    ],
)
def test_an_owner_is_read_with_the_organisation_after_the_last_comma(
    text: str, role: str, organisation: str
) -> None:
    assert OwnerDraft.read(text) == OwnerDraft(role, organisation)


@pytest.mark.parametrize("text", ["", "  ", "\x07", ",", " , "])
def test_no_owner_is_read_from_nothing(text: str) -> None:
    assert OwnerDraft.read(text) is None


def test_an_update_tells_the_parts_it_says() -> None:
    draft = UpdateDraft(7, date(2026, 3, 1), Status.ON_HOLD, note="Why.", look_again=date(2026, 6, 1))

    assert draft.statements() == {"status": Status.ON_HOLD, "note": "Why.", "look_again": date(2026, 6, 1)}


def test_the_length_of_a_text_is_told_with_the_field_s_name() -> None:
    assert too_long("success_measure", "x" * 20_001, one_line=False) == (
        "The success measure is 20,001 characters long: shorten it to 20,000."
    )
    assert too_long("title", "x" * 400, one_line=True) is None


def test_the_words_of_a_due_date_are_cleaned_and_not_endless() -> None:
    draft = DeadlineDraft(1, Due(None, Precision.UNCLEAR, "when\x1b[31m ready\n"))
    assert draft.due.text == "when[31m ready"
    assert DeadlineDraft(1, Due(None, Precision.UNCLEAR, "x" * 500)).problems() != []
