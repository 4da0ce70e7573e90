"""Write what leads who did not answer are asked: one of them into a file, or all into a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol

from send_actions.domain.plan import Action
from send_actions.errors import SendActionsError
from send_actions.tui.commands.command import LOOKING, CommandScreen, command
from send_actions.tui.commands.papers import ask_paper
from send_actions.tui.commands.written import ask_new_folder, say_written
from send_actions.tui.drawing.actions import named_few
from send_actions.tui.paper_maker import tidy, write_chase_lists
from send_actions.tui.prompts.prompt import MenuPrompt
from send_actions.tui.text_layout import Line, inline

CHOICES: Final = "123456789abcdefghi"
"""What chooses among leads, one character each."""


class ChasingScreen(CommandScreen, Protocol):
    """A screen that knows who did not answer."""

    def chased(self) -> Mapping[str, Sequence[Action]]:
        """Who did not answer, by lead; those still to be heard where nobody is known not to have."""

    @property
    def is_asked(self) -> bool:
        """Whether anybody was asked at all."""


@command("chase-list", "o", "chase list", LOOKING)
async def write_chase_list(screen: ChasingScreen) -> None:
    """Write what a lead who did not answer is asked for; of several one key chooses, most actions first."""
    leads = leads_to_chase(screen.chased())
    if not leads:
        screen.foot.say(_nobody(screen))
        return

    async def write(lead: str) -> None:
        await ask_paper(screen, "owner", (("who", lead),))

    async def choose(key: str) -> None:
        await write(leads[CHOICES.index(key)])

    if len(leads) == 1:
        await write(leads[0])
        return
    choices: list[tuple[str, Line]] = [
        (key, [(inline(lead), "dim")]) for key, lead in zip(CHOICES, leads, strict=False)
    ]
    some = f" {len(CHOICES)} of {len(leads)}" if len(leads) > len(CHOICES) else ""
    await screen.foot.ask(MenuPrompt([(f"Chase{some}", "bold")], choices, choose))


@command("chase-all", "l", "all chase lists", LOOKING)
async def write_all_chase_lists(screen: ChasingScreen) -> None:
    """Write what each lead who did not answer is asked for into one folder, a draft of an e-mail each."""
    plan = screen.session.plan
    leads = leads_to_chase(screen.chased())
    if not leads:
        screen.foot.say(_nobody(screen))
        return
    drafts = "1 e-mail draft" if len(leads) == 1 else f"{len(leads):,} e-mail drafts"

    await ask_new_folder(
        screen,
        f"chase-{plan.as_at.isoformat()}",
        drafts,
        lambda folder: _write_all(screen, leads, folder),
    )


def leads_to_chase(chased: Mapping[str, Sequence[Action]]) -> list[str]:
    """Who can be chased, most actions first: nobody can where no lead is named."""
    return sorted((lead for lead in chased if lead), key=lambda lead: -len(chased[lead]))


def _nobody(screen: ChasingScreen) -> str:
    if not screen.is_asked:
        return "Nobody to chase: no action owes an update"
    if left := screen.chased().get(""):
        return f"Nobody to chase: no lead is named of {named_few([one.ref for one in left])}"
    return "Nobody to chase: every lead who was asked has answered"


def _write_all(screen: ChasingScreen, leads: Sequence[str], folder: Path) -> None:
    session, papers = screen.session, screen.navigator.papers
    plan = session.plan

    def work() -> int:
        return write_chase_lists(papers.place, plan, leads, folder)

    def done(written: int) -> None:
        calm = len(leads) - written
        rest = f"; of {calm:,} nothing is asked" if calm else ""
        drafts = "1 e-mail draft" if written == 1 else f"{written:,} e-mail drafts"
        say_written(screen, f"Wrote {drafts} into {inline(str(tidy(folder)))}{rest}", folder)

    def refused(refusal: SendActionsError) -> None:
        session.say(str(refusal), "amber")

    session.say(f"Writing {len(leads):,} chase lists …" if len(leads) > 1 else "Writing 1 chase list …")
    papers.do(work, done=done, refused=refused)
