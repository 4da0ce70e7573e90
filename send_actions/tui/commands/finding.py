"""What the palette finds beside commands: views by name, refs and owners, and what is done in a shell."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any, Final

from send_actions.domain.filters.named_views import ALWAYS, NamedView
from send_actions.domain.plan import Action, Area, Owner, Plan
from send_actions.domain.text import fold
from send_actions.tui.commands.command import CHANGING, GOING, Command, CommandScreen
from send_actions.tui.commands.incoming import bring_file
from send_actions.tui.commands.returns_here import ask_returns
from send_actions.tui.drawing.actions import word
from send_actions.tui.text_layout import inline

MOST: Final = 20
"""Actions, and owners, that one search finds."""

_IN_A_SHELL: Final = (
    ("report", "send-actions report board -o board.md", "What {paper} writes, from a script."),
    (
        "report: the pack",
        "send-actions report pack --meeting next papers",
        "Every paper of the next meeting in one folder.",
    ),
    (
        "report: verify a paper",
        "send-actions report verify paper.docx",
        "Whether it says what the plan does.",
    ),
    ("report: check a paper", "send-actions report check paper.docx", "Whether everybody can read it."),
    (
        "import minutes",
        "send-actions meeting minutes board.docx",
        "Decisions, requests and actions of a meeting.",
    ),
    ("backup", "send-actions backup --to FOLDER", "A dated copy of the plan in a second place."),
    (
        "restore a copy",
        "send-actions restore FILE",
        "A dated copy in the plan's place.",
    ),
    ("keys of my own", "send-actions keys", "The names of all keys, for settings.toml."),
    ("export the list", "send-actions list --csv > plan.csv", "For a spreadsheet."),
    ("add a step", "send-actions step add --help", "A dated step inside an action."),
    ("rename an owner", "send-actions owner edit --help", "A role and its organisation, everywhere."),
)
_MADE_THERE: Final = (
    ("add a meeting", "board", "{go} b {new}", "Put a board's meeting into the diary: {new} there."),
    (
        "add a measure",
        "measures",
        "{go} m {new}",
        "What is counted: {new} there, and {reading} for its readings.",
    ),
    ("add a finding", "inspections", "{go} o {new}", "What an inspection or a review found: {new} there."),
)
"""What is made in another view: its name, the view, the keys, and its sentence."""


def _view(view: NamedView) -> Command[CommandScreen]:
    return Command(
        view.terms, (), "view", inline(view.name), view.sentence or inline(view.terms), GOING,
        lambda on: on.navigator.show_filtered(view.terms),
    )  # fmt: skip


def _in_a_shell(words: str, line: str, sentence: str) -> Command[CommandScreen]:
    def say(screen: CommandScreen) -> None:
        screen.foot.say(f"In a shell: {line}")

    return Command(line, (), "shell", words, f"{sentence} In a shell: {line}", GOING, say)


def _made_there(words: str, view: str, keys: str, sentence: str) -> Command[CommandScreen]:
    return Command(keys, (), keys, words, sentence, GOING, lambda on: on.navigator.show_view(view))


def _of_returns(
    keys: str, words: str, sentence: str, run: Callable[[CommandScreen], Awaitable[None] | None]
) -> Command[CommandScreen]:
    return Command(keys, (), keys, words, sentence, CHANGING, run, changes=True)


_RETURNS: Final = (
    _of_returns(
        "{paper} r",
        "make returns for owners",
        "A workbook for each to fill in; who was asked and has answered.",
        ask_returns,
    ),
    _of_returns(
        "{bring-file}", "take returns", "What owners filled in, held against the plan.", bring_file.run
    ),
)
"""What goes out to owners and comes back, by the keys of a paper and of a file."""

IN_A_SHELL: Final = (
    *_RETURNS,
    *(_made_there(*one) for one in _MADE_THERE),
    *(_in_a_shell(*line) for line in _IN_A_SHELL),
)
"""What is made in another view, and what is done outside the app."""


def views_by_name(kept: Sequence[NamedView]) -> list[Command[CommandScreen]]:
    """Showing each view: those kept with the plan, then those that every plan has."""
    return [_view(view) for view in (*kept, *ALWAYS)]


def find(offered: Sequence[Command[Any]], plan: Plan, words: Sequence[str]) -> list[Command[Any]]:
    """What all words leave, best first: commands by their own words, then by what else people call them.

    Actions of the plan, its areas and its owners follow; one whose ref or title begins with the words comes
    before those commands that are only called so too.
    """
    found = [one for one in offered if _has(f"{one.words} {one.sentence}", words)]
    found.sort(key=lambda one: not _has(one.words, words))
    also = [
        one for one in offered if one not in found and _has(f"{one.words} {one.sentence} {one.also}", words)
    ]
    there, typed = in_plan(plan, words), " ".join(words)
    begun = [one for one in there if one.id.startswith("action ") and _begins(one, typed)]
    return [*found, *begun, *also, *(one for one in there if one not in begun)]


def _begins(found: Command[Any], typed: str) -> bool:
    return fold(found.words).startswith(typed) or fold(found.sentence).startswith(typed)


def in_plan(plan: Plan, words: Sequence[str]) -> list[Command[CommandScreen]]:
    """The actions whose ref begins so or whose title has all words; then areas and owners, by what they say.

    No more of any is looked for than is shown: a plan of ten thousand actions is searched at every key.
    """
    if not words:
        return []
    by_ref = (one for one in plan.actions if len(words) == 1 and fold(one.ref).startswith(words[0]))
    by_title = (one for one in plan.actions if _has(one.title, words))
    actions = islice(
        {one.id: one for one in chain(islice(by_ref, MOST), islice(by_title, MOST))}.values(), MOST
    )
    areas = (area for area in plan.areas if _has(f"area {area.number} {area.title}", words))
    owners = (owner for owner in plan.owners if _has(str(owner), words))
    return [
        *(_action(plan, one) for one in actions),
        *(_area(one) for one in islice(areas, MOST)),
        *(_owner(one) for one in islice(owners, MOST)),
    ]


@lru_cache(maxsize=1 << 15)
def _folded(text: str) -> str:
    """A text as it is searched; of a large plan all titles are, at every key."""
    return fold(text)


def _has(text: str, words: Sequence[str]) -> bool:
    folded = _folded(text)
    return all(one in folded for one in words)


def _action(plan: Plan, action: Action) -> Command[CommandScreen]:
    sentence = f"{inline(action.title)} · {word(plan, action.status).lower()}"
    return Command(
        f"action {action.id}", (), "go there", inline(action.ref), sentence, GOING,
        lambda on: on.navigator.show_place(action, came_from=""),
    )  # fmt: skip


def _area(area: Area) -> Command[CommandScreen]:
    return Command(
        f"area {area.id}", (), "go there", f"area {inline(area.number)}", inline(area.title), GOING,
        lambda on: on.navigator.show_place(area, came_from=""),
    )  # fmt: skip


def _owner(owner: Owner) -> Command[CommandScreen]:
    role = inline(owner.role).replace('"', " ")
    sentence = f"What {inline(str(owner))} leads."
    return Command(
        f"owner {owner.id}", (), "owner", inline(owner.role), sentence, GOING,
        lambda on: on.navigator.show_filtered(f'lead:"{role}"'),
    )  # fmt: skip
