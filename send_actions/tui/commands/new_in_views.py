"""Make and edit what other views list: meetings, measures, readings, evidence, findings and their sources."""

from __future__ import annotations

from typing import Final, Protocol

from send_actions.domain.plan import Change, Finding, Measure, Meeting, Minute, Source
from send_actions.domain.text import cut
from send_actions.domain.words.dates import say_date
from send_actions.tui.commands.action_list import ListScreen
from send_actions.tui.commands.command import CHANGING, CommandScreen, area_here, command
from send_actions.tui.commands.new_and_edit import made_row, open_whole, tell_saved
from send_actions.tui.plan_writer import OnDone
from send_actions.tui.prompts.prompt import MenuPrompt
from send_actions.tui.text_layout import Line, inline
from send_actions.tui.widgets.table import Table

_MOST: Final = 9
"""Evidence of one row that a digit can choose."""

_QUOTED: Final = 24


class MeetingsScreen(CommandScreen, Protocol):
    """A screen whose rows are meetings."""

    @property
    def meeting(self) -> Meeting | None:
        """The meeting under the cursor."""

    @property
    def minute(self) -> Minute | None:
        """What a meeting said that the cursor is on."""


class MeasuresScreen(CommandScreen, Protocol):
    """A screen whose rows are measures."""

    @property
    def measure(self) -> Measure | None:
        """The measure under the cursor."""


class FindingsScreen(CommandScreen, Protocol):
    """A screen whose rows are findings under their sources."""

    @property
    def finding(self) -> Finding | None:
        """The finding under the cursor."""


@command("new", "n", "new meeting", CHANGING, changes=True, also="add a meeting diary")
async def new_meeting(screen: MeetingsScreen) -> None:
    """Put a meeting into the diary."""
    from send_actions.tui import form_meeting

    session, done = screen.session, _then_there(screen, "meeting")
    await open_whole(screen, form_meeting.new_meeting(session.plan, today=session.today, done=done))


@command("edit", "e", "edit", CHANGING, changes=True, also="move a meeting minute question request decision")
async def edit_meeting(screen: MeetingsScreen) -> None:
    """Move the meeting, or say otherwise what is due for it; on what it said, edit that."""
    from send_actions.tui.form_meeting import meeting_edit
    from send_actions.tui.form_minute import minute_edit

    meeting, minute, today = screen.meeting, screen.minute, screen.session.today
    if minute is not None:
        done = tell_saved(screen, f"The {minute.kind.value}")
        await open_whole(screen, minute_edit(screen.session.plan, minute, today=today, done=done))
        return
    if meeting is None:
        screen.foot.refuse(f"No meeting here: {screen.session.keys['new']} puts one into the diary")
        return
    done = tell_saved(screen, f"The meeting of {say_date(meeting.on)}")
    await open_whole(screen, meeting_edit(meeting, today=today, done=done))


@command("new", "n", "new measure", CHANGING, changes=True, also="add a measure")
async def new_measure(screen: MeasuresScreen) -> None:
    """Add a measure."""
    from send_actions.tui import form_measure

    session, area, done = screen.session, area_here(screen), _then_there(screen, "measure")
    await open_whole(screen, form_measure.new_measure(session.plan, area, today=session.today, done=done))


@command("edit", "e", "edit", CHANGING, changes=True, also="change a measure")
async def edit_measure(screen: MeasuresScreen) -> None:
    """Edit the measure, its target and what it is of."""
    from send_actions.tui.form_measure import measure_edit

    session, measure = screen.session, screen.measure
    if measure is None:
        screen.foot.refuse(f"No measure here: {session.keys['new']} makes the first")
        return
    done = tell_saved(screen, inline(measure.title))
    await open_whole(screen, measure_edit(session.plan, measure, today=session.today, done=done))


@command("reading", "r", "reading", CHANGING, changes=True, also="add a value figure")
async def add_reading(screen: MeasuresScreen) -> None:
    """In measures ({go} m): write down a value for a period, or correct it."""
    from send_actions.tui.form_measure import new_reading

    measure = screen.measure
    if measure is None:
        screen.foot.refuse(f"No measure here: {screen.session.keys['new']} makes the first")
        return
    done = tell_saved(screen, inline(measure.title))
    await open_whole(screen, new_reading(measure, today=screen.session.today, done=done))


@command(
    "evidence", "v", "evidence", CHANGING, changes=True, also="add evidence file shows proof audit voice"
)
async def file_evidence(screen: ListScreen) -> None:
    """Evidence of the action or area: {evidence} then n files some, {evidence} then its digit edits it."""
    from send_actions.tui.form_evidence import evidence_form

    session, targets = screen.session, () if screen.is_among_areas else screen.selection.targets()
    if len(targets) > 1:
        key = session.keys["evidence"]
        screen.foot.refuse(f"{key} is about one action at a time and {len(targets)} are marked: Esc unmarks")
        return
    about = targets[0] if targets else area_here(screen)
    if about is None:
        screen.foot.refuse("No action or area here to file evidence of")
        return
    of = "action_id" if targets else "area_id"
    filed = [one for one in session.plan.evidence if getattr(one, of) == about.id][:_MOST]
    named = about.ref if targets else f"area {about.number}"  # type: ignore[union-attr]
    done = tell_saved(screen, f"Evidence of {inline(named)}")

    async def choose(letter: str) -> None:
        chosen = filed[int(letter) - 1] if letter.isdecimal() else None
        await open_whole(screen, evidence_form(about, chosen, today=session.today, done=done))

    choices: list[tuple[str, Line]] = [("n", [("new", "dim")])]
    choices += [(str(at), [(cut(inline(one.title), _QUOTED), "dim")]) for at, one in enumerate(filed, 1)]
    told = f"Evidence of {inline(named)}{':' if filed else ', none yet:'}"
    await screen.foot.ask(MenuPrompt([(told, "bold")], choices, choose))


@command("new", "n", "new", CHANGING, changes=True, also="add a finding source inspection letter review")
async def new_finding(screen: FindingsScreen) -> None:
    """Enter a finding: {new} then f; or an inspection or review: {new} then s."""
    from send_actions.tui.form_source import source_form

    session, source = screen.session, _source_here(screen)
    if source is None:
        done = tell_saved(screen, "The source")
        await open_whole(screen, source_form(None, today=session.today, done=done))
    else:
        await _ask_which(screen, source, None)


@command("edit", "e", "edit", CHANGING, changes=True, also="change a finding source")
async def edit_finding(screen: FindingsScreen) -> None:
    """Edit the finding: {edit} then f; or its inspection or review: {edit} then s."""
    source, finding = _source_here(screen), screen.finding
    if source is None:
        new = screen.session.keys["new"]
        screen.foot.refuse(f"Nothing to edit here: {new} enters the first inspection or review")
        return
    await _ask_which(screen, source, finding, is_edit=True)


async def _ask_which(
    screen: FindingsScreen, source: Source, finding: Finding | None, *, is_edit: bool = False
) -> None:
    """Ask whether the finding or its source is meant, and open its form."""
    from send_actions.tui.form_source import finding_form, source_form

    session = screen.session

    async def choose(letter: str) -> None:
        if letter == "s":
            done = tell_saved(screen, inline(source.title))
            there = source if is_edit else None
            await open_whole(screen, source_form(there, today=session.today, done=done))
        elif is_edit and finding is None:
            screen.foot.say(f"No finding here: {session.keys['new']} then f enters the first")
        else:
            done = tell_saved(screen, "The finding") if is_edit else _then_there(screen, "finding")
            await open_whole(screen, finding_form(session.plan, source, finding, done=done))

    of_it = f"finding of {cut(inline(source.title), _QUOTED)}"
    choices: list[tuple[str, Line]] = [("f", [(of_it, "dim")]), ("s", [("inspection or review", "dim")])]
    await screen.foot.ask(MenuPrompt([("Edit" if is_edit else "New", "bold")], choices, choose))


def _source_here(screen: FindingsScreen) -> Source | None:
    """The source of the finding under the cursor; the newest where there is none."""
    sources, finding = screen.session.plan.sources, screen.finding
    if finding:
        return next((one for one in sources if one.id == finding.source_id), None)
    return max(sources, key=lambda one: (one.on, one.id), default=None)


def _then_there(screen: CommandScreen, noun: str) -> OnDone:
    """Make what says that a row was made, and puts the cursor on it."""
    tell, pane = tell_saved(screen, "The plan"), screen.panes[0]

    def done(change: Change | None) -> None:
        row = made_row(change, noun)
        if row is not None and isinstance(pane, Table):
            pane.put_cursor(row)
        tell(change)

    return done


IN_DIARY: Final = (new_meeting, edit_meeting)
"""What makes and edits meetings."""

ON_MEASURES: Final = (new_measure, edit_measure, add_reading)
"""What makes and edits measures and their readings."""

ON_FINDINGS: Final = (new_finding, edit_finding)
"""What makes and edits findings and their sources."""
