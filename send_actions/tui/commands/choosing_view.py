"""Views with a name: the list shows one, and the filter that is on is kept as one, renamed and removed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING, Final

from send_actions.domain.filters.named_views import ALWAYS, NamedView, name_refusal
from send_actions.domain.plan import Change
from send_actions.domain.text import clean, match_key
from send_actions.errors import SendActionsError
from send_actions.tui.commands.action_list import ListScreen
from send_actions.tui.commands.command import LOOKING, command
from send_actions.tui.plan_writer import Author, Task
from send_actions.tui.session import kept_views
from send_actions.tui.text_layout import Line, fit, fit_right, inline

if TYPE_CHECKING:
    from send_actions.store.database import Store

KEEP, RENAME, REMOVE = "n", "e", "delete"

_WHY_NOT: Final = {
    KEEP: "n keeps a filter that is on: Esc, then {} filters",
    RENAME: "e renames a view of this plan: this one every plan has",
    REMOVE: "Del removes a view of this plan: this one every plan has",
}
_KEYS: Final = "n keeps the filter that is on; of views of this plan e renames and Del removes one"
"""What can be done in the list, of which a row has only its own."""

_COUNT: Final = 7
_MOST_NAME: Final = 36


@command("views", "f", "views", LOOKING, also="saved view pick list keep this filter")
async def pick_view(screen: ListScreen) -> None:
    """Show a view by its name; n there keeps the filter that is on, e renames, Del removes."""
    from send_actions.tui.prompts.pick import PickPrompt, PickRow

    session, filtered = screen.session, screen.actions.filter.text
    views, in_room = [*kept_views(session), *ALWAYS], bool(session.reader.why_read_only)
    among = screen.actions.filter.among()
    width = min(_MOST_NAME, max(len(inline(view.name)) for view in views))
    alters = not session.is_looking_back and not in_room
    keep = {KEEP: "keep this filter"} if alters and _is_new(filtered, views) else {}

    def row(view: NamedView) -> PickRow:
        own = {RENAME: "rename", REMOVE: "remove"} if alters and view.id else {}
        count = _count(screen, view, among)
        is_on = view.terms == filtered
        return PickRow(
            lambda room: _line(view, count, width, room, is_on=is_on), {"enter": "show", **keep, **own}
        )

    async def choose(key: str, place: int) -> None:
        await _do(screen, key, views[place], filtered)

    def others(key: str) -> str:
        if key in _WHY_NOT and in_room:
            return f"Off {session.reader.why_read_only}"
        if key in _WHY_NOT and not alters:
            return "Views are kept, renamed and removed today: Esc twice for today"
        if key == KEEP and filtered:
            return "The filter that is on is a view already"
        return _WHY_NOT.get(key, "").format(session.keys["filter"])

    at = next((place for place, view in enumerate(views) if view.terms == filtered), 0)
    title: Line = [("Views", "bold"), (f"  {inline(filtered)} is on" if filtered else "", "dim")]
    rows = [row(view) for view in views]
    about = _KEYS if alters else ""
    await screen.foot.ask(PickPrompt(title, rows, choose, at=at, others=others, about=about))


async def _do(screen: ListScreen, key: str, view: NamedView, filtered: str) -> None:
    """Show a view, or keep the filter that is on, rename the view or remove it."""
    if key == KEEP:
        await _ask_name(screen, filtered)
    elif key == RENAME:
        await _ask_name(screen, view.terms, view)
    elif key == REMOVE:
        _write(screen, _remove_task(view.id), f"No longer kept: {inline(view.name)}")
    elif refusal := screen.actions.filter_entered(view.terms):
        screen.foot.say(refusal, "amber")


def _is_new(filtered: str, views: Collection[NamedView]) -> bool:
    return bool(filtered) and filtered not in {view.terms for view in views}


def _count(screen: ListScreen, view: NamedView, among: Collection[int] | None) -> int | None:
    """How many rows of the list a view leaves; None when its filter is not understood any more."""
    from send_actions.domain.filters.language import parse

    session = screen.session
    try:
        chosen = parse(view.terms, today=session.plan.as_at)
    except SendActionsError:
        return None
    kept = chosen.keep(session.plan, session.before)
    return len(kept) if among is None else sum(action.id in among for action in kept)


def _line(view: NamedView, count: int | None, width: int, room: int, *, is_on: bool) -> Line:
    told = view.sentence or inline(view.terms)
    many = "?" if count is None else f"{count:,}"
    name = fit(inline(view.name), width)
    return [
        ("• " if is_on else "  ", "accent"),
        (name, "" if count or is_on else "dim"),
        (fit_right(many, _COUNT), "" if count else "dim"),
        (fit(f"  {told}", max(0, room - width - _COUNT - 2)), "dim"),
    ]


async def _ask_name(
    screen: ListScreen, terms: str, view: NamedView | None = None, typed: str = "", why: str = ""
) -> None:
    """Ask for the name of a view that is new, or the new one of a view; what is refused is asked again."""
    from send_actions.tui.prompts.line import LinePrompt

    session = screen.session
    known = [one.name for one in kept_views(session) if view is None or one.id != view.id]

    def entered(text: str) -> str | None:
        name = clean(text, one_line=True)
        if refusal := name_refusal(name, known):
            return refusal
        if view is not None and match_key(name) == match_key(view.name) and name == view.name:
            return None
        task = _rename_task(view.id, name) if view else _add_task(name, terms)
        done = (
            f"Renamed: {inline(name)}"
            if view
            else f"Kept as {inline(name)}: {session.keys['views']} shows it"
        )
        _write(screen, task, done, again=lambda why: _ask_name(screen, terms, view, name, why))
        return None

    screen.app.call_after_refresh(session.writer.prepare)
    about: Line = [(why, "amber")] if why else [(f"{inline(terms)}", "dim")]
    label = "New name" if view else "Name of the view"
    value = typed or (view.name if view else "")
    await screen.foot.ask(LinePrompt(label, value, entered=entered, typed=lambda _text: about))


def _write(screen: ListScreen, task: Task, done: str, again: Callable[[str], object] | None = None) -> None:
    session = screen.session

    def then(change: Change | None) -> None:
        if change is None:
            session.say("It is so already: nothing to save")
        else:
            session.done.say([(done, "")], change.id)

    def refused(refusal: SendActionsError) -> None:
        if again is None:
            session.say(str(refusal), "amber")
        else:
            screen.app.call_next(partial(again, str(refusal)))

    session.write(task, then, refused)


def _add_task(name: str, terms: str) -> Task:
    def task(store: Store, author: Author) -> Change | None:
        from send_actions.changes.kept_views import add_view

        return add_view(store, name, terms, **author)

    return task


def _rename_task(view_id: int, name: str) -> Task:
    def task(store: Store, author: Author) -> Change | None:
        from send_actions.changes.kept_views import revise_view

        return revise_view(store, view_id, {"name": name}, **author)

    return task


def _remove_task(view_id: int) -> Task:
    def task(store: Store, author: Author) -> Change | None:
        from send_actions.changes.kept_views import remove_view

        return remove_view(store, view_id, **author)

    return task


BY_NAME: Final = (pick_view,)
"""Showing a view by its name."""
