"""`I` issues the paper that was written last to a meeting: the plan then keeps which record it was shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from send_actions.domain.checks.slips import issued_slips, paper_slips
from send_actions.domain.plan import Change, Meeting, Plan
from send_actions.domain.words.dates import say_date
from send_actions.tui.commands.command import CHANGING, CommandScreen, command
from send_actions.tui.commands.papers import OFFERS
from send_actions.tui.key_map import KeyMap
from send_actions.tui.paper_maker import Written
from send_actions.tui.plan_writer import Author, Task
from send_actions.tui.prompts.prompt import ConfirmPrompt
from send_actions.tui.text_layout import Line, inline

if TYPE_CHECKING:
    from send_actions.papers.issued_paper import IssuedPaper
    from send_actions.store.database import Store


def none_written(keys: KeyMap) -> str:
    """What to say before any paper was written."""
    paper, issue = keys["paper"], keys["issue"]
    return f"No paper was written in this sitting: {paper} b writes the board paper, then {issue} issues it"


@runtime_checkable
class _OnMeeting(Protocol):
    """A screen whose rows are meetings."""

    @property
    def meeting(self) -> Meeting | None:
        """The meeting under the cursor."""


@command("issue", "I", "issue", CHANGING, changes=True, also="issued paper record meeting went out")
async def issue_paper(screen: CommandScreen) -> None:
    """Issue the paper written last, to the meeting under the cursor, else to today's or the next."""
    from send_actions.papers.issued_paper import is_issued

    plan, written = screen.session.plan, screen.navigator.papers.last
    meeting = _meeting_here(screen, plan)
    if screen.navigator.papers.is_writing:
        issue = screen.session.keys["issue"]
        screen.foot.refuse(f"The paper is still being written: {issue} issues it once it is there")
    elif written is None or written.request is None:
        screen.foot.refuse(none_written(screen.session.keys))
    elif meeting is None:
        keys = screen.session.keys
        screen.foot.refuse(f"No meeting in the diary yet: {keys['go']} b, then {keys['new']} puts one there")
    else:
        paper = _paper(written, meeting)
        if is_issued(plan, paper):
            screen.foot.refuse(f"It was issued for the meeting of {say_date(meeting.on)} already")
        else:
            await _ask(screen, paper, meeting)


def _meeting_here(screen: CommandScreen, plan: Plan) -> Meeting | None:
    here = screen.meeting if isinstance(screen, _OnMeeting) else None
    return here or plan.meeting_today or plan.next_meeting or plan.last_meeting


def _paper(written: Written, meeting: Meeting) -> IssuedPaper:
    from send_actions.papers.issued_paper import IssuedPaper

    kind, audience = (written.request.kind, written.request.audience.value) if written.request else ("", "")
    return IssuedPaper(kind, written.as_at, written.record, audience, meeting.id, written.content)


async def _ask(screen: CommandScreen, paper: IssuedPaper, meeting: Meeting) -> None:
    """Ask once, with what speaks against it; the key that issues is never the one that asked."""
    session, plan = screen.session, screen.session.plan
    when = say_date(meeting.on)

    def done(change: Change | None) -> None:
        if change is None:
            session.say(f"It was issued for the meeting of {when} already: nothing was changed")
            return
        told = f"Issued at record {paper.record}, {paper.audience}, for {inline(meeting.series)} of {when}"
        session.done.say([(told, "")], change.id)

    async def issue() -> None:
        session.say("Saving …", "dim")
        session.write(_task(paper), done)

    slips = [*paper_slips(plan, meeting, paper.as_at), *issued_slips(plan, meeting, paper.kind)]
    words = OFFERS[paper.kind].words if paper.kind in OFFERS else paper.kind
    asked = f"Issue the {words} of record {paper.record}, as at {say_date(paper.as_at)}, "
    line: Line = [(f"{asked}for {inline(meeting.series)} of {when}?", "bold")]
    line += [(f" {inline(slip)}", "amber") for slip in slips]
    await screen.foot.ask(ConfirmPrompt(line, issue, yes="issues it", no="leaves it"))
    screen.app.call_after_refresh(session.writer.prepare)


def _task(paper: IssuedPaper) -> Task:
    def do(store: Store, author: Author) -> Change | None:
        from send_actions.changes.issuing import issue_paper

        return issue_paper(store, paper, **author)

    return do
