"""What to do in the first week with a plan: what is worked out of it, the most pressing first."""

from __future__ import annotations

from collections.abc import Iterator

from send_actions.domain.checks.urgency import has_no_update, owes_update, worst_first
from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, NumberedList, Paragraph, Strong, text_of
from send_actions.reports.sections.phrasing.agreement import to_agree
from send_actions.reports.sections.phrasing.cells import count_of, day_words, sentence, status_word
from send_actions.reports.sections.phrasing.naming import Naming


def first_week(plan: Plan, shown_by: str, asked_in: int) -> Block:
    """The tasks of a first week, those that nobody has to do left out.

    `shown_by` is the command that makes the last board paper again, where one was issued; `asked_in` is the
    number of the section that has what meetings asked.
    """
    tasks = [*_read(plan, shown_by), *_speak(plan), *_answer(plan, asked_in), *_prepare(plan)]
    if not tasks:
        return text_of("Nothing waits: read the plan, area by area.")
    return NumberedList(tuple(Paragraph((Strong(f"{what}:"), f" {sentence(how)}")) for what, how in tasks))


def _read(plan: Plan, shown_by: str) -> Iterator[tuple[str, str]]:
    """Yield what to read first."""
    if shown_by:
        yield "Read what the board was shown last", f"made again by: {shown_by}"
    elif plan.actions:
        yield "Read the board paper as it would be today", "made by: send-actions report board"


def _speak(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield with whom to speak: of what is off track, and who has been silent."""
    naming = Naming()
    off = [action for action in plan.actions if action.status is Status.OFF_TRACK]
    off.sort(key=lambda action: worst_first(action, plan.as_at))
    if off:
        word = status_word(plan, Status.OFF_TRACK).lower()
        label = f"Speak with the leads of what is {word}"
        yield label, f"{count_of(len(off), 'action')}: {naming.actions(off)}"
    quiet = [action for action in plan.actions if has_no_update(action, plan)]
    if quiet:
        yield "Ask those who have been silent since the meeting before the last", naming.actions(quiet)


def _answer(plan: Plan, asked_in: int) -> Iterator[tuple[str, str]]:
    """Yield what meetings wait for, and what waits for a meeting."""
    held = {meeting.id for meeting in plan.meetings if meeting.on <= plan.as_at}
    waiting = [one for one in plan.minutes if one.meeting_id in held and one.is_waiting]
    if waiting:
        told = count_of(len(waiting), "question or request", "questions and requests")
        have = "has" if len(waiting) == 1 else "have"
        yield "Find answers for what meetings asked", f"{told} {have} none yet, listed under {asked_in}"
    wanted = to_agree(plan)
    if wanted:
        told = count_of(len(wanted), "moved date, hold, withdrawal or completion", "changes")
        yield "Take to the board what it has to agree", f"{told}, as the board paper lists them"


def _prepare(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield what the next board needs."""
    board = plan.next_meeting
    if board is None:
        if plan.actions:
            yield "Put the next board in the diary", "type: send-actions meeting add, with its date"
        return
    owing = sum(owes_update(action, plan) for action in plan.actions)
    returns = f", returns due {day_words(board.returns_due, plan.as_at)}" if board.returns_due else ""
    papers = f", papers due {day_words(board.papers_due, plan.as_at)}" if board.papers_due else ""
    told = count_of(owing, "open action")
    owe = "owes" if owing == 1 else "owe"
    yield (
        f"Begin the round for the board of {say_date(board.on)}",
        f"{told} {owe} an update{returns}{papers}",
    )
