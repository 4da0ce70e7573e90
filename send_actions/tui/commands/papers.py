"""Write a paper, or what is listed, into a file: which, then as what and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from send_actions.domain.plan import Action, Area, Meeting, Plan
from send_actions.domain.words.dates import say_date
from send_actions.errors import SendActionsError
from send_actions.tui.commands.command import LOOKING, CommandScreen, area_here, command
from send_actions.tui.commands.returns_here import ask_returns, why_no_returns
from send_actions.tui.commands.written import say_written
from send_actions.tui.paper_maker import Order, Written, order_of_list, order_of_paper, tidy
from send_actions.tui.prompts.prompt import MenuPrompt
from send_actions.tui.text_layout import Line, inline

if TYPE_CHECKING:
    from send_actions.papers.kinds import Kind
    from send_actions.tui.commands.action_list import ListScreen

_LIST: Final = "l"
"""The letter of what is listed."""
_RETURNS: Final = "r"
"""The letter of the workbooks that owners fill in."""


Subject = tuple[tuple[str, str], ...]
"""What a paper is about, by the names that its kind takes: the area, the owner, the day of the meeting."""


@dataclass(frozen=True)
class Offer:
    """A kind of paper as the menu has it: its letter, and its words, which its subject follows."""

    letter: str
    words: str


OFFERS: Final[Mapping[str, Offer]] = {
    "board": Offer("b", "board paper"),
    "since": Offer("s", "what changed"),
    "impact": Offer("i", "impact of"),
    "owner": Offer("o", "to do for"),
    "journey": Offer("j", "journey"),
    "meeting": Offer("m", "meeting"),
    "families": Offer("f", "families' page"),
    "public": Offer("p", "public paper"),
    "evidence": Offer("e", "evidence"),
    "coverage": Offer("c", "coverage"),
    "full": Offer("w", "whole plan"),
    "stocktake": Offer("k", "stocktake"),
    "handover": Offer("h", "handover"),
}
"""Letter and words of every kind, in the order of the menu."""


_CALLED: Final = " ".join(
    [
        *OFFERS,
        *(offer.words for offer in OFFERS.values()),
        "report chase list agenda calendar e-mail pack verify check word pdf excel web page csv returns",
    ]
)
"""What people call a paper, its formats and what is done with it, for the palette and help to find."""


@dataclass(frozen=True)
class Here:
    """What the row under the cursor tells of a paper's subject."""

    plan: Plan
    area: Area | None = None
    action: Action | None = None
    meeting: Meeting | None = None

    def subject(self, kind: Kind) -> Subject | None:
        """The subject of a paper of a kind, by name; None where the row does not tell it."""
        told = {"area": self.area.number if self.area else "", "who": self._who, "when": self._when}
        wanted = [name for name in kind.takes if not name.startswith("--")]
        found = [(name, told.get(name.casefold(), "")) for name in wanted]
        return None if not all(value for _, value in found) else tuple(found)

    @property
    def _who(self) -> str:
        lead = self.action.lead if self.action else None
        return str(lead) if lead else ""

    @property
    def _when(self) -> str:
        """The day of the meeting, else of the board of that day, else of the next, else of the last."""
        plan = self.plan
        meeting = self.meeting or plan.meeting_today or plan.next_meeting or plan.last_meeting
        return meeting.on.isoformat() if meeting else ""


@command("paper", "x", "write", LOOKING, also=_CALLED)
async def write_paper(screen: CommandScreen) -> None:
    """Write a paper of the plan as it is shown."""
    await _ask(screen, Here(screen.session.plan, area_here(screen)))


class MeetingsScreen(CommandScreen, Protocol):
    """A screen whose rows are meetings."""

    @property
    def meeting(self) -> Meeting | None:
        """The meeting under the cursor."""


@command("paper", "x", "write", LOOKING, also=_CALLED)
async def write_paper_of_meeting(screen: MeetingsScreen) -> None:
    """Write a paper of the plan as it is shown, or of the meeting."""
    await _ask(screen, Here(screen.session.plan, meeting=screen.meeting))


@command("paper", "x", "write", LOOKING, also=_CALLED)
async def write_paper_or_list(screen: ListScreen) -> None:
    """Write a paper of the plan as it is shown, or export what is listed as CSV."""
    plan, actions = screen.session.plan, screen.actions
    action = None if screen.is_among_areas else actions.action
    here = Here(plan, area_here(screen), action)
    ids = (row for row in actions.table.ids if isinstance(row, int))
    await _ask(screen, here, tuple(plan.actions_by_id[row] for row in ids if row in plan.actions_by_id))


async def ask_paper(screen: CommandScreen, kind: str, subject: Subject = ()) -> None:
    """Ask where a paper of one kind goes and as what; its subject is what the kind takes, by name."""
    await _ask_where(screen, _order_of(screen, kind, subject)[1])


async def _ask(screen: CommandScreen, here: Here, listed: tuple[Action, ...] = ()) -> None:
    """Ask which paper; the list is offered where there is one."""
    orders = _orders(screen, here)
    choices: list[tuple[str, Line]] = [(letter, [(words, "dim")]) for letter, (words, _) in orders.items()]
    if listed:
        many = f"{len(listed):,} action{'' if len(listed) == 1 else 's'}"
        words = f"this list, {many}"
        choices.append((_LIST, [(f"{words} as CSV", "dim")]))
        orders[_LIST] = (
            words,
            order_of_list(f"This list: {many}", listed, screen.session.snapshot),
        )

    why_off_here = why_no_returns(screen)
    if not why_off_here:
        choices.append((_RETURNS, [("returns for owners to fill in", "dim")]))

    async def choose(letter: str) -> None:
        if letter == _RETURNS:
            await ask_returns(screen, here.action.lead if here.action else None)
        else:
            await _ask_where(screen, orders[letter][1])

    off = [OFFERS[word] for word in _closed(screen)]
    why_not = {one.letter: f"{one.letter} {one.words} is off here: it is not for the board" for one in off}
    why_not |= {_RETURNS: why_off_here} if why_off_here else {}
    await screen.foot.ask(MenuPrompt([("Write", "bold")], choices, choose, why_not=why_not))


def _closed(screen: CommandScreen) -> list[str]:
    """The kinds that are not written before others: those that a board is not given."""
    from send_actions.papers.kinds import KINDS
    from send_actions.reports.audience import Audience

    is_in_room = bool(screen.session.reader.why_read_only)
    return [word for word in OFFERS if is_in_room and KINDS[word].audience is Audience.INTERNAL]


def _orders(screen: CommandScreen, here: Here) -> dict[str, tuple[str, Order]]:
    """What can be written here by its letter: how the menu calls it, and its order."""
    from send_actions.papers.kinds import KINDS

    closed = _closed(screen)
    subjects = {word: here.subject(KINDS[word]) for word in OFFERS if word not in closed}
    return {
        OFFERS[word].letter: _order_of(screen, word, subject)
        for word, subject in subjects.items()
        if subject is not None
    }


def _order_of(screen: CommandScreen, word: str, subject: Subject) -> tuple[str, Order]:
    """A paper of a kind as the menu calls it, and its order."""
    from send_actions.papers.kinds import KINDS
    from send_actions.papers.request import PaperRequest

    plan = screen.session.plan
    about = " ".join(_about(name, value) for name, value in subject)
    words = f"{OFFERS[word].words} {about}".strip()
    named = "-".join([word, *(_in_a_name(value) for _, value in subject)])
    sentence = f"{words[:1].upper()}{words[1:]} as at {say_date(plan.as_at)}"
    request = PaperRequest(word, KINDS[word].audience, subject)
    return words, order_of_paper(sentence, request, plan, screen.navigator.papers.place, named)


def _about(name: str, value: str) -> str:
    if name == "when":
        return f"of {say_date(date.fromisoformat(value))}"
    return f"area {inline(value)}" if name == "area" else inline(value)


def _in_a_name(text: str) -> str:
    """A subject as a file's name may have it on every system."""
    return "-".join("".join(one if one.isalnum() else " " for one in text.casefold()).split())[:40]


async def _ask_where(screen: CommandScreen, order: Order) -> None:
    """Ask where it goes and as what, then write it while the person goes on."""
    from send_actions.tui.prompts.file_name import FilePrompt

    session, papers = screen.session, screen.navigator.papers

    def entered(file: Path, over: bool) -> None:
        def done(written: Written) -> None:
            where = f"Wrote {inline(file.name)} into {inline(str(tidy(file.parent)))}"
            say_written(screen, where, file, written)

        def refused(refusal: SendActionsError) -> None:
            session.say(str(refusal), "amber")

        session.say(f"Writing {inline(file.name)} …")
        papers.write(order, file, over=over, done=done, refused=refused)

    await screen.foot.ask(FilePrompt(order.words, papers.folder, order.name, order.endings, entered))
