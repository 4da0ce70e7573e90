"""What meetings say: written down, answered, agreed, and made into actions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kept_plans import KeptPlan, due_on, there

from send_actions.changes.meetings import add_meeting
from send_actions.changes.minutes import (
    add_minute,
    agree,
    answer_minute,
    make_action_of,
    remove_minute,
    revise_minute,
)
from send_actions.changes.plan import revise_plan
from send_actions.domain.checks.plan_checks import check
from send_actions.domain.drafts import ActionDraft, MeetingDraft, OwnerDraft
from send_actions.domain.history.change_text import describe_changes
from send_actions.domain.history.state import state
from send_actions.domain.minute_drafts import MinuteDraft, agreements, meeting_to_minute
from send_actions.domain.plan import Change, Meeting, Minute
from send_actions.domain.plan.vocabulary import MinuteKind, Status
from send_actions.errors import EditConflictError, SendActionsError, UsageError


def board(kept: KeptPlan, on: str = "2026-03-11", series: str = "") -> Meeting:
    there(add_meeting(kept.store, MeetingDraft(date.fromisoformat(on), series), **kept.by()))
    return next(m for m in kept.plan().meetings if m.on.isoformat() == on and series in ("", m.series))


def said(kept: KeptPlan, kind: str, text: str, ref: str | None = None, **what: Any) -> Change | None:
    meeting = what.pop("meeting", None) or kept.plan().meetings[0]
    about = kept.find(ref).id if ref else None
    draft = MinuteDraft(meeting.id, MinuteKind(kind), text, about, **what)
    return add_minute(kept.store, draft, **kept.by())


def minute(kept: KeptPlan, as_at: str | None = None) -> Minute:
    (only,) = kept.plan(as_at).minutes
    return only


def codes(kept: KeptPlan) -> list[str]:
    return [flag.code for flag in check(kept.plan()) if flag.code in ("not-agreed", "board-asked")]


def agreed(kept: KeptPlan, *refs: str, meeting: Meeting | None = None, words: str = "") -> Change | None:
    plan = kept.plan()
    drafts = agreements(plan, [kept.find(ref) for ref in refs], meeting or plan.meetings[0], words)
    return agree(kept.store, drafts, **kept.by())


def test_a_request_says_who_answers_by_when(kept: KeptPlan) -> None:
    board(kept)
    change = said(
        kept,
        "request",
        "Bring the costs.",
        "9.3",
        owner=OwnerDraft("Head of SEND", "LA"),
        due=due_on("2026-04-15"),
    )
    assert there(change).label == "Requested on 11 March 2026 of 9.3: “Bring the costs.”"
    kept_as = minute(kept)
    assert (str(kept_as.owner), kept_as.due) == ("Head of SEND, LA", due_on("2026-04-15"))
    assert state(kept.changes(), date(2026, 3, 31)) == kept.plan()
    told = {
        f.field: f.after for f in describe_changes(kept.changes())[there(change).id] if f.noun == "minute"
    }
    assert (told["who answers"], told["due"]) == ("Head of SEND, LA", "15 April 2026")
    assert "precision" not in told


def test_what_was_said_counts_from_the_day_of_its_meeting(kept: KeptPlan) -> None:
    board(kept)
    said(kept, "decision", "It goes on.", "9.3")
    assert kept.plan("2026-03-10").minutes == ()
    assert minute(kept, "2026-03-11").text == "It goes on."


def test_the_same_twice_is_written_once(kept: KeptPlan) -> None:
    board(kept)
    assert said(kept, "question", "Why?", "9.3")
    assert said(kept, "question", " Why? ", "9.3") is None
    assert said(kept, "question", "Why?", "9.4")


@pytest.mark.parametrize(
    ("kind", "what", "told"),
    [
        ("question", {"text": " "}, "Say in words what the meeting said"),
        ("decision", {"owner": OwnerDraft("Head of SEND")}, "Only a question or a request has someone"),
        ("resolved", {"due": due_on("2026-04-15")}, "Only a question or a request has someone"),
        ("request", {"owner": OwnerDraft("")}, "An owner needs a role"),
    ],
)
def test_what_is_missing_or_does_not_go_together_is_named(
    kept: KeptPlan, kind: str, what: dict[str, Any], told: str
) -> None:
    board(kept)
    with pytest.raises(UsageError, match=told):
        said(kept, kind, what.pop("text", "Words."), "9.3", **what)


def test_nothing_is_written_down_of_a_meeting_that_has_not_been(kept: KeptPlan) -> None:
    later = board(kept, "2026-04-15")
    with pytest.raises(SendActionsError, match="15 April 2026 has not been yet"):
        said(kept, "decision", "It goes on.", meeting=later)
    with pytest.raises(SendActionsError, match="15 April 2026 has not been yet"):
        meeting_to_minute(kept.plan(), later)


def test_an_answer_has_its_day_and_the_check_is_quiet(kept: KeptPlan) -> None:
    board(kept)
    said(kept, "question", "Why is it late?", "9.3")
    assert codes(kept) == ["board-asked"]
    change = answer_minute(kept.store, minute(kept).id, "A vacancy.", on=date(2026, 3, 20), **kept.by())
    assert there(change).label == "Answer the question of 9.3: “A vacancy.”"
    assert (minute(kept).answer, minute(kept).answered_on) == ("A vacancy.", date(2026, 3, 20))
    assert (minute(kept, "2026-03-19").answer, codes(kept)) == ("", [])
    assert answer_minute(kept.store, minute(kept).id, "A vacancy.", **kept.by()) is None
    kept.undo()
    assert codes(kept) == ["board-asked"]


def test_an_answer_needs_words_a_question_and_a_day_after_it(kept: KeptPlan) -> None:
    board(kept)
    said(kept, "question", "Why?", "9.3")
    asked = minute(kept)
    with pytest.raises(UsageError, match="The answer is empty"):
        answer_minute(kept.store, asked.id, " ", **kept.by())
    with pytest.raises(SendActionsError, match="1 March 2026 is before that"):
        answer_minute(kept.store, asked.id, "So.", on=date(2026, 3, 1), **kept.by())
    revise_minute(kept.store, asked.id, {"kind": MinuteKind.DECISION}, **kept.by())
    with pytest.raises(SendActionsError, match="It is a decision: nothing is asked"):
        answer_minute(kept.store, asked.id, "So.", **kept.by())


def test_who_saved_first_is_named(kept: KeptPlan) -> None:
    board(kept)
    said(kept, "question", "Why?", "9.3")
    seen = minute(kept)
    answer_minute(kept.store, seen.id, "A vacancy.", **kept.by("Ben"))
    with pytest.raises(EditConflictError, match="Someone else saved the question “Why"):
        answer_minute(kept.store, seen.id, "Winter.", expected_version=seen.version, **kept.by())


def test_a_decision_keeps_no_owner_and_no_date(kept: KeptPlan) -> None:
    board(kept)
    said(kept, "request", "Bring it.", "9.3", owner=OwnerDraft("Head of SEND"), due=due_on("2026-04-15"))
    values = {"kind": MinuteKind.DECISION, "owner": None, "due": MinuteDraft().due}
    change = revise_minute(kept.store, minute(kept).id, values, **kept.by())
    assert there(change).label == "Change the decision of 9.3: kind, owner, due"
    assert (minute(kept).owner, minute(kept).due) == (None, None)


def test_words_are_changed_and_the_minute_removed(kept: KeptPlan) -> None:
    board(kept)
    said(kept, "question", "Why?")
    change = revise_minute(kept.store, minute(kept).id, {"text": "Why not?"}, **kept.by())
    assert there(change).label == "Change the question: text"
    assert (
        there(remove_minute(kept.store, minute(kept).id, **kept.by())).label
        == "Remove the question: “Why not?”"
    )
    assert kept.plan().minutes == ()


def test_agreed_closes_a_moved_date_and_a_hold_in_one_change(kept: KeptPlan) -> None:
    meeting = board(kept)
    kept.move("9.3", "2026-04-30", on="2026-02-01")
    kept.move("9.3", "2026-06-30", on="2026-02-20", reason="The provider asked.")
    kept.say("9.4", "on-hold", on="2026-02-20", note="Waits for the fund.")
    assert codes(kept) == ["not-agreed", "not-agreed"]
    change = there(agreed(kept, "9.3", "9.4"))
    assert change.label == "Agreed by the meeting of 11 March 2026: 9.3, 9.4"
    assert codes(kept) == []
    assert [(m.kind, m.action_id, m.text) for m in kept.plan().minutes] == [
        (MinuteKind.RESOLVED, kept.find("9.3").id, "Agreed: due 30 June 2026, first 30 April 2026"),
        (MinuteKind.RESOLVED, kept.find("9.4").id, "Agreed: on hold"),
    ]
    held, due = kept.timeline("9.4").updates[0], kept.timeline("9.3").deadlines[0]
    assert (held.on, held.agreed_meeting_id, kept.find("9.4").reason) == (
        meeting.on,
        meeting.id,
        "Waits for the fund.",
    )
    assert (due.on, due.agreed_meeting_id) == (meeting.on, meeting.id)
    assert kept.find("9.3").due_reason == "The provider asked."
    assert state(kept.changes(), date(2026, 3, 31)) == kept.plan()
    kept.undo()
    assert (codes(kept), kept.plan().minutes) == (["not-agreed", "not-agreed"], ())


def test_what_was_said_after_the_meeting_is_agreed_from_today(kept: KeptPlan) -> None:
    board(kept)
    kept.say("9.3", "withdrawn", on="2026-03-20", note="Merged.")
    agreed(kept, "9.3", words="The Board agrees by e-mail.")
    assert kept.timeline("9.3").updates[0].on == date(2026, 3, 31)
    assert (codes(kept), minute(kept).text) == ([], "The Board agrees by e-mail.")


def test_completion_is_signed_off_and_an_ask_is_answered(kept: KeptPlan) -> None:
    board(kept)
    revise_plan(kept.store, {"signs_off_from": date(2026, 1, 1)}, **kept.by())
    kept.say("9.3", "complete", on="2026-03-01", proof="The letter.")
    kept.say("9.4", "at-risk", on="2026-03-01", note="No staff.", ask="Two officers to September.")
    agreed(kept, "9.3", "9.4")
    assert codes(kept) == []
    assert kept.find("9.4").ask == ""
    assert kept.find("9.4").status is Status.AT_RISK
    assert [m.text for m in kept.plan().minutes] == [
        "Agreed: complete",
        "Agreed: what was asked, “Two officers to September.”",
    ]


def test_what_nothing_was_proposed_of_is_refused_whole(kept: KeptPlan) -> None:
    board(kept)
    kept.say("9.4", "on-hold", on="2026-02-20")
    with pytest.raises(SendActionsError, match=r"Nothing of 9\.3 waits for a meeting"):
        agreed(kept, "9.4", "9.3")
    assert codes(kept) == ["not-agreed"]
    kept.say("9.3", "at-risk", ask="Two officers.", on="2026-03-20")
    with pytest.raises(SendActionsError, match=r"9\.3 asked the board on 20 March 2026"):
        agreed(kept, "9.3")


def test_an_agreement_knows_when_someone_else_was_first(kept: KeptPlan) -> None:
    board(kept)
    kept.say("9.3", "on-hold", on="2026-02-20")
    plan = kept.plan()
    seen = kept.find("9.3")
    kept.say("9.3", "on-track", actor="Ben")
    with pytest.raises(EditConflictError, match=r"Someone else saved action 9\.3 first"):
        agree(
            kept.store,
            agreements(plan, [seen], plan.meetings[0]),
            expected={seen.id: seen.version},
            **kept.by(),
        )
    assert kept.find("9.3").status is Status.ON_TRACK


def test_a_request_becomes_an_action_and_is_answered_by_it(kept: KeptPlan) -> None:
    board(kept)
    said(kept, "request", "Bring the costs.", "9.3")
    plan, asked = kept.plan(), minute(kept)
    area = plan.area_of(kept.find("9.3"))
    draft = ActionDraft(area.id, plan.next_ref(area), asked.text)
    change = make_action_of(kept.store, asked.id, draft, due=due_on("2026-04-15"), **kept.by())
    assert there(change).label == "Add 9.5, as was requested"
    made = kept.find("9.5")
    assert (made.title, made.due, made.status) == (
        "Bring the costs.",
        due_on("2026-04-15"),
        Status.NOT_STARTED,
    )
    assert (minute(kept).made_action_id, minute(kept).answer) == (made.id, "It became an action of the plan.")
    assert codes(kept) == []
    with pytest.raises(SendActionsError, match=r"It became action 9\.5 already"):
        make_action_of(kept.store, asked.id, ActionDraft(area.id, "9.6", "Again"), **kept.by())
    assert state(kept.changes(), date(2026, 3, 31)) == kept.plan()
    kept.undo()
    assert (minute(kept).made_action_id, codes(kept)) == (None, ["board-asked"])
    kept.redo()
    assert minute(kept).made_action_id == kept.find("9.5").id


def test_an_action_that_has_moved_on_is_not_taken_back_with_its_request(kept: KeptPlan) -> None:
    board(kept)
    said(kept, "request", "Bring the costs.", "9.3")
    asked, area = minute(kept), kept.find_area("9")
    there(make_action_of(kept.store, asked.id, ActionDraft(area.id, "9.5", "Costs"), **kept.by()))
    kept.say("9.5", "on-track", actor="Ben")
    with pytest.raises(SendActionsError, match=r"Ben has since done “Set 9\.5 to on track”"):
        kept.undo()


def test_what_is_put_down_goes_to_todays_board_else_to_the_last_one_held(kept: KeptPlan) -> None:
    with pytest.raises(SendActionsError, match="put today's in the diary first"):
        meeting_to_minute(kept.plan())
    scrutiny = board(kept, "2026-03-24", "Scrutiny")
    assert meeting_to_minute(kept.plan()) == scrutiny
    last = board(kept, "2026-03-11")
    assert meeting_to_minute(kept.plan()) == last
    other = board(kept, "2026-03-31", "DfE review")
    assert meeting_to_minute(kept.plan()) == other
    today = board(kept, "2026-03-31", "Board")
    assert meeting_to_minute(kept.plan()) == today
    assert meeting_to_minute(kept.plan(), last) == last
