"""What was last said of an action, held to the rule read another way: looked at as a whole, not folded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import hypothesis.strategies as st
import pytest
from builders import a_due
from hypothesis import given

from send_actions.domain.history.folding import (
    PUBLIC_FIELDS,
    SAID_FIELDS,
    deadline_of,
    due_fields,
    fields_of_actions,
    has_public_part,
    standing_fields,
    update_fields,
    update_of,
)
from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Impact, Precision, Status

Said = dict[str, Any]
BLANK_UPDATE: Said = {
    **dict.fromkeys(("status", "impact", "path_by", "look_again", "agreed_meeting_id")),
    **dict.fromkeys(("note", "private_note", "ask", "path", "proof", "impact_shown_by"), ""),
    "no_change": False,
}
BLANK_DEADLINE: Said = {"due": None, "reason": "", "minute": "", "agreed_meeting_id": None}
FIRST = date(2026, 3, 1)
DAYS = [FIRST + timedelta(days=days) for days in range(4)]


# The rule, read plainly


def last(said: Iterable[Said], name: str, of: str | None = None, *, unsaid: Any) -> Any:
    """What the last statement that says `name` has in `of`."""
    return next((one[of or name] for one in reversed([*said]) if one[name]), unsaid)


def plainly_updated(said: Sequence[Said]) -> Said:
    """Status and what goes with it since it was first said without a break; the rest is the last said."""
    spoken = [place for place, one in enumerate(said) if one["status"]]
    status = said[spoken[-1]]["status"] if spoken else None
    broken = max((place for place in spoken if said[place]["status"] != status), default=None)
    begun = next((place for place in spoken if broken is None or place > broken), 0)
    run = said[begun:]
    reasons = [one for one in run if one["status"] and one["note"]]
    reasons = reasons[:1] + [one for one in reasons[1:] if not one["no_change"]]
    judged = [one for one in run if one["status"] or one["no_change"]]
    public = [one for one in said if not one["private_note"] or any(one[name] for name in PUBLIC_FIELDS)]
    impact = last(said, "impact", unsaid=None)
    return {
        "status": Status(status) if status else None,
        "since": said[begun]["on"] if spoken else None,
        "was": Status(said[broken]["status"]) if broken is not None else None,
        "reason": last(reasons, "note", unsaid=""),
        "reason_on": last(reasons, "note", "on", unsaid=None),
        "confirmed_on": last(run, "no_change", "on", unsaid=None),
        "status_agreed": any(one["agreed_meeting_id"] is not None for one in judged),
        "path": last(run, "path", unsaid=""),
        "path_by": last(run, "path_by", unsaid=None),
        "look_again": last(run, "look_again", unsaid=None),
        "proof": last(run, "proof", unsaid=""),
        "ask": last(run, "ask", unsaid=""),
        "ask_on": last(run, "ask", "on", unsaid=None),
        "impact": Impact(impact) if impact else None,
        "impact_shown_by": last(said, "impact", "impact_shown_by", unsaid=""),
        "note": last(said, "note", unsaid=""),
        "note_on": last(said, "note", "on", unsaid=None),
        "updated_on": public[-1]["on"] if public else None,
    }


def meant(one: Said) -> Any:
    """What two due dates that are the same have in common."""
    return one["due"] or (one["precision"], one["text"])


def plainly_due(said: Sequence[Said]) -> Said:
    """The first date, the last, how often it changed, and what was said since it last did."""
    moves = [place for place in range(1, len(said)) if meant(said[place]) != meant(said[place - 1])]
    begun = moves[-1] if moves else 0
    run, earlier = said[begun:], said[:begun]
    settled = [*earlier[:1], *(one for one in earlier if one["agreed_meeting_id"] is not None)][-1:]
    dues = [Due(one["due"], Precision(one["precision"]), one["text"]) for one in said]
    is_settled = any(meant(one) == meant(run[0]) for one in settled)
    return {
        "due": dues[-1] if dues else None,
        "first_due": dues[0] if dues else None,
        "due_was": dues[begun - 1] if moves else None,
        "due_moves": len(moves),
        "due_agreed": is_settled or any(one["agreed_meeting_id"] is not None for one in run),
        "due_reason": last(run, "reason", unsaid=""),
        "due_minute": last(run, "minute", unsaid=""),
    }


# Whatever was said


def maybe(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(values)


about = {"action_id": maybe(1, 2), "on": st.sampled_from(DAYS), "agreed_meeting_id": maybe(None, None, 0, 7)}
updates = st.lists(
    st.fixed_dictionaries(
        {
            **about,
            "status": maybe(None, None, "at-risk", "on-track", "complete"),
            "impact": maybe(None, None, *(impact.value for impact in Impact)),
            "impact_shown_by": maybe("", "Survey.", "Audit."),
            "no_change": st.booleans(),
            "path_by": maybe(None, None, *DAYS),
            "look_again": maybe(None, None, *DAYS),
            **{
                name: maybe("", "", "One.", "Two.")
                for name in ("note", "private_note", "ask", "path", "proof")
            },
        }
    ),
    max_size=8,
)
dues = maybe(
    (FIRST, "day", "1/3/26"),
    (FIRST, "month", "March 2026"),
    (DAYS[1], "day", "2/3/26"),
    (None, "ongoing", "Ongoing"),
    (None, "unclear", "tbc"),
    (None, "unclear", "soon"),
)
deadlines = st.lists(
    st.builds(
        lambda due, said: dict(zip(("due", "precision", "text"), due, strict=True)) | said,
        dues,
        st.fixed_dictionaries({**about, "reason": maybe("", "Late tender."), "minute": maybe("", "4.2")}),
    ),
    max_size=8,
)


def as_text(said: Said) -> Said:
    """The same as a file or SQLite has it: dates as text."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in said.items()}


def numbered(said: list[Said]) -> list[Said]:
    return [one | {"id": number} for number, one in enumerate(said, 1)]


def of_action(said: list[Said], action_id: int) -> list[Said]:
    """What was said of one action, in the order of (on, id)."""
    return sorted(
        (one for one in said if one["action_id"] == action_id), key=lambda one: (one["on"], one["id"])
    )


@given(updates.map(numbered), deadlines.map(numbered), maybe(dict, as_text), st.randoms())
def test_what_was_last_said_is_the_same_however_it_is_looked_at(
    said: list[Said], due: list[Said], form: Callable[[Said], Said], order: Any
) -> None:
    shuffled, shuffled_dues = order.sample(said, len(said)), order.sample(due, len(due))

    found = fields_of_actions(
        [1, 2, 3],
        [update_of(form(one)) for one in shuffled],
        [deadline_of(form(one)) for one in shuffled_dues],
    )

    assert found == {
        id_: plainly_updated(of_action(said, id_)) | plainly_due(of_action(due, id_)) for id_ in (1, 2, 3)
    }
    assert {tuple(sorted(fields)) for fields in found.values()} == {tuple(sorted(SAID_FIELDS))}


# In words


def updated(*said: Said) -> Said:
    """The fold of what was said of one action on one day after another."""
    return update_fields(
        update_of({**BLANK_UPDATE, "id": n, "action_id": 1, "on": DAYS[n], **one})
        for n, one in enumerate(said)
    )


AT_RISK: Said = {"status": "at-risk", "note": "Vacancy."}


def test_a_confirmation_leaves_the_reason_and_gives_one_only_where_there_is_none() -> None:
    confirmed = {"status": "at-risk", "note": "Still vacant.", "no_change": True}

    kept, given_first = updated(AT_RISK, confirmed), updated({"status": "at-risk"}, confirmed)

    assert (kept["reason"], kept["reason_on"], kept["confirmed_on"]) == ("Vacancy.", DAYS[0], DAYS[1])
    assert (given_first["reason"], given_first["reason_on"]) == ("Still vacant.", DAYS[1])
    assert kept["note"] == "Still vacant."


def test_a_note_without_a_status_is_no_reason_and_a_meeting_s_agreement_is_of_the_status() -> None:
    noted = updated({"status": "on-hold"}, {"note": "Interviews.", "agreed_meeting_id": 7})
    confirmed = updated({"status": "on-hold"}, {"no_change": True, "agreed_meeting_id": 7})

    assert (noted["reason"], noted["status_agreed"], noted["confirmed_on"]) == ("", False, None)
    assert (confirmed["reason"], confirmed["status_agreed"]) == ("", True)
    assert not updated({"status": "on-hold", "agreed_meeting_id": 7}, {"status": "at-risk"})["status_agreed"]


def test_a_path_said_in_parts_is_the_last_of_each_part() -> None:
    said = updated(
        {**AT_RISK, "path": "Cover.", "path_by": DAYS[3], "look_again": DAYS[2]},
        {"path": "Agency.", "proof": "Contract."},
    )

    assert (said["path"], said["path_by"]) == ("Agency.", DAYS[3])
    assert (said["look_again"], said["proof"]) == (DAYS[2], "Contract.")


@pytest.mark.parametrize("name", ["status", "impact", "note", "ask", "path", "proof", "impact_shown_by"])
def test_a_private_note_alone_is_all_that_no_paper_may_tell(name: str) -> None:
    private = {**BLANK_UPDATE, "private_note": "Between us."}

    assert not has_public_part(private)
    assert has_public_part({**private, name: "at-risk"})
    assert has_public_part(BLANK_UPDATE)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            {"status": "at-risk", "impact": "emerging", "due": "2026-03-31", "text": "2026-03-31"},
            {"status": Status.AT_RISK, "impact": Impact.EMERGING, "due": a_due("2026-03-31")},
        ),
        ({"status": None, "impact": None, "precision": None}, {}),
    ],
)
def test_how_an_action_stands_is_read_of_its_row_and_the_rest_is_unsaid(row: Said, said: Said) -> None:
    blank = {"due": None, "precision": "day", "text": None}

    assert standing_fields(blank | row) == update_fields([]) | due_fields([]) | said
