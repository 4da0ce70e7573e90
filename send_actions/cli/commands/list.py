"""`list`: the actions, all or those a filter chooses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from send_actions.cli.listing import Listing, page_of, put_out, stamp
from send_actions.cli.options import AsAt, Csv, Db, Json, Plain, Record
from send_actions.cli.phrases import (
    due_words,
    impact_word,
    sentence_end,
    short_due,
    status_cells,
    status_word,
)
from send_actions.cli.screen import Screen, line_of
from send_actions.cli.sight import Sight, look
from send_actions.cli.tables import Cell, Column, column, lay_out
from send_actions.domain.checks.urgency import is_overdue
from send_actions.domain.history.direction import travel
from send_actions.domain.plan import Action
from send_actions.domain.text import cut, printable
from send_actions.errors import UsageError

if TYPE_CHECKING:
    from send_actions.domain.filters.language import Filter

Filters = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILTER]…",
        help='Words of a filter, such as status:red overdue "lead:local offer" -area:3.',
        show_default=False,
    ),
]


def list_actions(
    context: typer.Context,
    words: Filters = None,
    *,
    as_json: Json = False,
    as_csv: Csv = False,
    plain: Plain = False,
    as_at: AsAt = None,
    record: Record = None,
    db: Db = None,
) -> None:
    """List actions, all or those that a filter chooses.

    Filters: bare words search the text; status:amber,red impact:none area:3 theme:assess lead:"local offer"
    org:ICB partner:PCF due:before:2026-04-30 due:next-board overdue no-update changed check:stuck.
    "not" or a leading - negates, words join with and; or and brackets may be used.
    """
    if "-h" in (words or []):
        typer.echo(context.get_help())
        raise typer.Exit
    _refuse_unknown_options(context, words or [])
    with look(context, db, as_at, record) as sight:
        chosen = _filter(words or [], sight)
        actions = chosen.keep(sight.plan, sight.before) if chosen else sight.plan.actions
        if chosen and not actions:
            _refuse_with_suggestion(chosen, sight)
        listing = Listing(
            kind="actions",
            items=lambda: _items(actions, sight),
            rows=lambda: _rows(actions, sight),
            lines=lambda: _lines(actions, sight),
            table=lambda screen: _table(actions, sight, screen),
            told=_told(actions, chosen, sight),
        )
        page = page_of(listing, sight, as_json=as_json, as_csv=as_csv, plain=plain)
    put_out(page)


def _filter(words: Sequence[str], sight: Sight) -> Filter | None:
    """Return the filter that the words mean; its language is only loaded for words."""
    if not words:
        return None
    from send_actions.domain.filters.language import parse

    return parse(words, today=sight.plan.as_at)


def _refuse_with_suggestion(chosen: Filter, sight: Sight) -> None:
    """Refuse a filter that finds nothing where a word of it is nearly one that would."""
    near = chosen.suggestion or chosen.suggestion_in(sight.plan)
    if near:
        raise UsageError(f"No action answers to {line_of(chosen.describe())}: did you mean {line_of(near)}?")


def _items(actions: Sequence[Action], sight: Sight) -> list[dict[str, Any]]:
    from send_actions.cli.items import action_item

    return [action_item(action, sight) for action in actions]


def _rows(actions: Sequence[Action], sight: Sight) -> Iterator[Sequence[object]]:
    from send_actions.cli.items import action_rows

    return action_rows(actions, sight)


def _lines(actions: Sequence[Action], sight: Sight) -> Iterator[str]:
    for action in actions:
        parts = [
            f"{action.ref}: {status_word(sight.plan, action.status)}",
            action.title,
            f"Due {due_words(sight.plan, action)}",
            f"Impact {impact_word(action.impact).lower()}",
            f"Lead {action.lead or 'nobody named'}",
        ]
        yield line_of(" ".join(sentence_end(part) for part in parts))


def _table(actions: Sequence[Action], sight: Sight, screen: Screen) -> Iterator[str]:
    if not actions:
        return iter(())
    plan = sight.plan
    late = ["!" if is_overdue(action, plan.as_at) else "" for action in actions]
    ways = [travel(sight.before, action) for action in actions]
    return lay_out(
        [
            column("Ref", [action.ref for action in actions]),
            Column("Status", status_cells(plan, [action.status for action in actions])),
            column("Due", [short_due(action.due) for action in actions]),
            Column("", [Cell(mark, "bold") for mark in late]),
            column("Action", [action.title for action in actions], least=40),
            column("Lead", [str(action.lead or "") for action in actions], least=16, spare=2),
            column("", [way.arrow if way else "" for way in ways], spare=1),
        ],
        screen,
    )


def _told(actions: Sequence[Action], chosen: Filter | None, sight: Sight) -> str:
    total = len(sight.plan.actions)
    if not total:
        return (
            f"The plan has no actions yet ({stamp(sight)}): bring some in with import, or add one with add."
        )
    if chosen and not actions:
        return f"None of {total} actions: {line_of(chosen.describe())} ({stamp(sight)})."
    said = f": {line_of(chosen.describe())}" if chosen else ""
    return f"{len(actions)} of {total} actions{said} ({stamp(sight)})."


def _refuse_unknown_options(context: typer.Context, words: Sequence[str]) -> None:
    """Refuse what looks like an option: a leading single hyphen negates, two are an option's."""
    for word in words:
        if word.startswith("--"):
            from difflib import get_close_matches

            known = [name for parameter in context.command.params for name in parameter.opts]
            near = get_close_matches(word.partition("=")[0], known, n=1)
            tail = f"did you mean {near[0]}?" if near else "see `send-actions list --help`."
            raise UsageError(f"There is no option {printable(cut(word, 40))}: {tail}")
