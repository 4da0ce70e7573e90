"""At the end of the round: an area's own judgement in a letter and a reason, and the papers in one key."""

from __future__ import annotations

from typing import Any, Final, Protocol

from send_actions.domain.plan import Area, Change
from send_actions.domain.plan.vocabulary import Status
from send_actions.errors import SendActionsError
from send_actions.tui.commands import chase_lists, issuing_here, moving, navigation, papers, undo
from send_actions.tui.commands.chase_lists import ChasingScreen
from send_actions.tui.commands.command import CHANGING, LOOKING, MOVING, Command, command
from send_actions.tui.drawing.actions import badge, colour, word
from send_actions.tui.form_drafts import personal_doubts
from send_actions.tui.plan_writer import judgement_task
from send_actions.tui.text_layout import Line, inline

Words = dict[tuple[int, Status], str]
"""What was typed of an area for a judgement, and not saved yet."""


class JudgingScreen(ChasingScreen, Protocol):
    """A screen whose rows are areas to be judged, once it is known who did not answer."""

    words: Words

    @property
    def area(self) -> Area | None:
        """The area under the cursor."""

    def judged(self, area: Area) -> None:
        """Hear that an area was judged."""

    async def go_through_waiting(self) -> None:
        """Go into the round again, at the first that still waits."""


_OF_LETTER: Final = {one.key: one for one in Status}


@command(
    "judge", " ".join(_OF_LETTER), "judge", CHANGING, keys=tuple(_OF_LETTER), changes=True, is_fixed=True
)
async def judge(screen: JudgingScreen) -> None:
    """The area's own judgement by the letter of a status, and why."""
    area, of = screen.area, _OF_LETTER.get(screen.typed.lower())
    if area is None:
        screen.foot.say("No area here to judge")
    elif of is None:
        screen.foot.say(f"{judge.shown}: the letter of the judgement")
    elif not (entry := screen.session.plan.legend_of(of)).used:
        screen.foot.say(f"{of.key}: this plan does not use {inline(entry.word).lower()}")
    else:
        screen.app.call_after_refresh(screen.session.writer.prepare)
        await _ask_why(screen, area, of)


async def _ask_why(screen: JudgingScreen, area: Area, of: Status) -> None:
    from send_actions.tui.prompts.line import LinePrompt

    session, key, confirmed = screen.session, (area.id, of), [""]
    plan = session.plan
    was = word(plan, area.judgement.status) if area.judgement else "not judged yet"
    mark: Line = [(badge(plan, of)[0][0].strip(), colour(plan, of)), (f" {word(plan, of)}", colour(plan, of))]
    sentence: Line = [(f"Area {inline(area.number)}  ", "bold"), (f"{was} → ", "dim"), *mark]

    def typed(text: str) -> Line:
        screen.words[key] = text
        return sentence

    def entered(text: str) -> str | None:
        doubt = personal_doubts({"why": text})
        if doubt and confirmed[0] != text:
            confirmed[0] = text
            return doubt
        _save(screen, area, of, text)
        return None

    def left() -> None:
        if screen.words.get(key):
            screen.foot.say(f"Not saved; {of.key} on area {inline(area.number)} shows your words again")

    stands = area.judgement.reason if area.judgement and area.judgement.status is of else ""
    hint = "the reason, as the board will read it"
    value = screen.words.get(key) or stands
    prompt = LinePrompt("Why", value, entered=entered, hint=hint, typed=typed, left=left, does="save")
    await screen.foot.ask(prompt)


def _save(screen: JudgingScreen, area: Area, of: Status, reason: str) -> None:
    session = screen.session

    def done(change: Change | None) -> None:
        screen.words.pop((area.id, of), None)
        if change is None:
            session.say(f"Area {inline(area.number)} says so already: nothing to save")
            return
        screen.judged(area)
        plan = session.plan
        said = f"{badge(plan, of)[0][0].strip()} {word(plan, of).lower()}"
        session.done.say([(f"Area {inline(area.number)} ", "bold"), (said, colour(plan, of))], change.id)

    def refused(refusal: SendActionsError) -> None:
        session.read_again()
        session.say(f"{refusal} {of.key} shows your words again.", "amber")

    session.say("Saving …", "dim")
    session.write(judgement_task(area, of, reason), done, refused)


@command("board-paper", "b", "board paper", LOOKING)
async def write_board_paper(screen: JudgingScreen) -> None:
    """Write the board paper."""
    await papers.ask_paper(screen, "board")


@command("to-round", "←", "back to the round", MOVING, keys=("left",))
async def go_to_round(screen: JudgingScreen) -> None:
    """Back to the round, at the last one."""
    await screen.go_back()


@command("what-waits", "→", "what is left", MOVING, keys=("right",))
async def go_through_waiting(screen: JudgingScreen) -> None:
    """Into the round again, through what was left for later."""
    await screen.go_through_waiting()


@command("leave-round", "Esc", "leave", MOVING, keys=("escape",))
async def leave_round(screen: JudgingScreen) -> None:
    """Leave the round; all that was said is in the plan."""
    await screen.navigator.show_view("home")


AT_END_ALONE: Final = (
    leave_round,
    go_to_round,
    go_through_waiting,
    judge,
    write_board_paper,
    chase_lists.write_chase_list,
    chase_lists.write_all_chase_lists,
)
"""What only the end of the round has."""

AT_ROUND_S_END: Final[tuple[Command[Any], ...]] = (
    *moving.IN_LISTS,
    *(one for one in moving.BETWEEN_PANES if one.id in {"pane", "pane-before"}),
    moving.enter,
    *AT_END_ALONE,
    undo.undo,
    undo.redo,
    papers.write_paper,
    issuing_here.issue_paper,
    navigation.change_theme,
    navigation.show_help,
    navigation.show_palette,
    navigation.leave_app,
)
"""What works at the end of the round."""
