"""Returns to send out: whose, with what is known of who was asked and has answered, and where they go."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from send_actions.domain.checks.rounds import meeting_of_round
from send_actions.domain.plan import Change, Meeting, Owner
from send_actions.domain.words.dates import say_date
from send_actions.errors import SendActionsError
from send_actions.tui.commands.command import CommandScreen
from send_actions.tui.commands.written import ask_new_folder, say_written
from send_actions.tui.paper_maker import tidy
from send_actions.tui.plan_writer import asked_task
from send_actions.tui.session import why_off
from send_actions.tui.text_layout import Line, fit, fit_right, inline

if TYPE_CHECKING:
    from send_actions.papers.return_making import Whose
    from send_actions.tui.return_orders import WrittenReturns

_ENDING: Final = ".xlsx"
_COUNT: Final = 6
_WIDEST: Final = 44


class Choice(NamedTuple):
    """Whose returns can be made: how the list has it, how many actions are asked about, what is known."""

    words: str
    whose: Whose
    actions: int
    told: str = ""
    owner: Owner | None = None


def why_no_returns(screen: CommandScreen) -> str:
    """Why no returns are made on a screen; empty where they are."""
    why = why_off(screen.session)
    return f"Returns are off {why}" if why else ""


async def ask_returns(screen: CommandScreen, lead: Owner | None = None) -> None:
    """Ask whose returns are made, the cursor on the lead of the row; each owner stands with how far it is."""
    from send_actions.tui.prompts.pick import PickPrompt, PickRow

    if why := why_no_returns(screen):
        screen.foot.say(why)
        return
    choices = _choices(screen)
    if not choices:
        screen.foot.say("Nothing to ask in a return: no action is open")
        return
    wide = min(_WIDEST, max(len(inline(one.words)) for one in choices))

    def row(one: Choice) -> PickRow:
        return PickRow(partial(_line, one, wide), {"enter": "make it"})

    async def choose(_key: str, place: int) -> None:
        await _ask_where(screen, choices[place])

    at = next((place for place, one in enumerate(choices) if lead and one.owner == lead), 0)
    meeting = meeting_of_round(screen.session.plan)
    before = f"  before the meeting of {say_date(meeting.on)}" if meeting else ""
    title: Line = [("Returns", "bold"), (before, "dim")]
    await screen.foot.ask(PickPrompt(title, [row(one) for one in choices], choose, at=at))


def _line(one: Choice, wide: int, room: int) -> Line:
    wide = min(wide, room // 2)
    return [
        (fit(inline(one.words), wide), ""),
        (fit_right(f"{one.actions:,}", _COUNT), ""),
        (fit(f" open  {one.told}", max(0, room - wide - _COUNT)), "dim"),
    ]


def _choices(screen: CommandScreen) -> list[Choice]:
    """Return all leads, everybody in one file, then each owner and each organisation of several."""
    from send_actions.papers.return_making import Whose, open_actions

    plan, reader = screen.session.plan, screen.session.reader
    wanted = open_actions(plan)
    if not wanted:
        return []
    with screen.session.reading():
        known = reader.asked(plan, meeting_of_round(plan))
    counts = Counter(one.lead.id for one in wanted if one.lead)
    leads = sorted({one.lead.id: one.lead for one in wanted if one.lead}.values(), key=str)
    bodies = dict.fromkeys(lead.organisation for lead in leads if lead.organisation.strip())
    found = [Choice("One file for everybody", Whose(), len(wanted), "shared by all")]
    if leads:
        files = f"{len(leads):,} files in a folder" if len(leads) > 1 else "1 file in a folder"
        found.insert(0, Choice("All leads, a file each", Whose(is_each=True), counts.total(), files))
    for lead in leads:
        state, since = known[lead.id].state if lead.id in known else ("not asked", None)
        told = f"{state} {say_date(since)}" if since else state
        found.append(Choice(str(lead), Whose(str(lead), (lead,)), counts[lead.id], told, lead))
    for body in bodies:
        theirs = [lead for lead in leads if lead.organisation == body]
        if len(theirs) > 1:
            whose = Whose.of_body(body, plan)
            many = sum(counts[lead.id] for lead in theirs)
            found.append(Choice(f"All of {body}", whose, many, f"{len(theirs)} owners in one file"))
    return found


async def _ask_where(screen: CommandScreen, one: Choice) -> None:
    """Ask for the file, or for the folder of all, then write and note who was asked."""
    from send_actions.papers.return_making import file_name
    from send_actions.tui.prompts.file_name import FilePrompt

    papers, plan = screen.navigator.papers, screen.session.plan
    if one.whose.is_each:
        name = f"returns-{plan.as_at.isoformat()}"
        await ask_new_folder(screen, name, "Returns of all leads", partial(_write, screen, one.whose))
        return
    sentence = f"Return of {inline(one.whose.to)}, {one.actions:,} action{'' if one.actions == 1 else 's'}"
    name = file_name(one.whose.to).removesuffix(_ENDING)
    entered = partial(_write, screen, one.whose)
    await screen.foot.ask(
        FilePrompt(sentence, papers.folder, name, (_ENDING,), lambda file, over: entered(file, over=over))
    )


def _write(screen: CommandScreen, whose: Whose, place: Path, *, over: bool = False) -> None:
    """Write while the person goes on, then note in the ledger who was asked."""
    from send_actions.tui.return_orders import write_returns

    session, papers = screen.session, screen.navigator.papers
    plan = session.plan

    def done(written: WrittenReturns) -> None:
        many = f"{written.files:,} returns" if written.files != 1 else "1 return"
        of = f"{written.actions:,} action{'' if written.actions == 1 else 's'}"
        where = f"Wrote {many} of {of} into {inline(str(tidy(place)))}"
        _note(screen, where, place, written, meeting_of_round(plan))

    def refused(refusal: SendActionsError) -> None:
        session.say(str(refusal), "amber")

    session.say(f"Writing {inline(place.name)} …")
    papers.do(lambda: write_returns(papers.place, plan, whose, place, over=over), done=done, refused=refused)


def _note(
    screen: CommandScreen, where: str, place: Path, written: WrittenReturns, meeting: Meeting | None
) -> None:
    if meeting is None:
        none = "the diary has no meeting to come, so nobody is noted as asked"
        say_written(screen, where, place, warns_of=[*written.warnings, none])
        return

    def then(change: Change | None) -> None:
        noted = f" · noted as asked for {say_date(meeting.on)}" if change else ""
        say_written(screen, f"{where}{noted}", place, warns_of=written.warnings)

    def refused(refusal: SendActionsError) -> None:
        say_written(screen, where, place, warns_of=[*written.warnings, f"not noted as asked: {refusal}"])

    screen.session.write(asked_task(meeting.id, written.owner_ids), then, refused)
