"""`list`: the actions, all or those a filter chooses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from send_actions.cli.completion import complete_filter
from send_actions.cli.options import ViewOptions, argument, grouped_options, option
from send_actions.cli.pages import Listing, page_of, stamp, write_page
from send_actions.cli.phrases import counted, impact_word, sentences, status_cells, status_word
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.terminal import Cell, Column, Terminal, column, lay_out, line_of
from send_actions.domain.checks.urgency import days_overdue, is_overdue
from send_actions.domain.history.direction import direction_since
from send_actions.domain.plan import Action, Plan
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.dues import due_words, short_due
from send_actions.errors import UsageError
from send_actions.store.reader import Reader, read_plan, read_standing

if TYPE_CHECKING:
    from send_actions.domain.filters.language import Filter

Filters = Annotated[
    list[str] | None,
    argument(
        "[FILTER]…", "Words of a filter, such as status:red overdue lead:therapies -area:3.", complete_filter
    ),
]
NamedAs = Annotated[str | None, option("--view", "NAME", "A view of `view list`, before the filter.")]


@grouped_options
def list_actions(words: Filters = None, *, view: NamedAs = None, options: ViewOptions) -> None:
    """List actions, all or those that a filter chooses.

    Filters: bare words search the text; status:amber,red impact:none area:3 theme:assess 'lead:"local offer"'
    org:ICB partner:PCF due:before:2026-04-30 due:next-board overdue no-update changed check:stuck.
    "not" or a leading - negates, words join with and; or and brackets may be used. What a shell would take
    for its own (brackets, <, quotes) stands in single quotes.

    send-actions list status:red -org:ICB
    send-actions list '(overdue or due:<may) lead:"local offer"'
    """
    _list(words or [], view, options)


def _list(words: Sequence[str], named: str | None, options: ViewOptions) -> None:
    is_table = not (options.as_json or options.as_csv or options.plain)
    with open_plan(options.db, options.as_at, options.record, _reading(words, named, is_table)) as view:
        chosen = _filter(_in_view(words, named, view.reading), view.plan.as_at)
        actions = chosen.keep(view.plan, _before(chosen, view)) if chosen else view.plan.actions
        if chosen and not actions:
            _refuse_with_suggestion(chosen, view)
        listing = Listing(
            kind="actions",
            items=lambda: _items(actions, view),
            rows=lambda: _rows(actions, view),
            lines=lambda: _lines(actions, view),
            table=lambda terminal: _table(actions, view, terminal),
            summary=_summary(actions, chosen, view),
            doubts=tuple(map(line_of, chosen.doubts(view.plan))) if chosen and view.plan.actions else (),
        )
        page = page_of(listing, view, options)
    write_page(page)


def _reading(
    words: Sequence[str], named: str | None, is_table: bool
) -> Callable[[Reader, date, int | None], Plan]:
    """Return what reads as much of the plan as is shown and looked at."""

    def read(reading: Reader, as_at: date, record: int | None) -> Plan:
        chosen = _filter(_in_view(words, named, reading), as_at)
        is_enough = is_table and (chosen is None or chosen.is_of_standing())
        return (read_standing if is_enough else read_plan)(reading, as_at, record)

    return read


def _before(chosen: Filter, view: PlanView) -> Plan | None:
    return view.before if chosen.compares() else None


def _in_view(words: Sequence[str], named: str | None, reading: Reader) -> Sequence[str]:
    """Return the words within the view that is named, if one is."""
    if named is None:
        return words
    from send_actions.cli.commands.view import named_view

    found = named_view(named, reading)
    return [f"({found.terms})", f"({' '.join(words)})"] if words else [found.terms]


def _filter(words: Sequence[str], as_at: date) -> Filter | None:
    """Return the filter that the words mean; its language is only loaded for words."""
    if not words:
        return None
    from send_actions.domain.filters.language import parse

    return parse(" ".join(words), today=as_at)


def _refuse_with_suggestion(chosen: Filter, view: PlanView) -> None:
    """Refuse a filter that finds nothing where a word of it is nearly one that would."""
    near = _meant(chosen, view) or chosen.suggestion or chosen.suggestion_in(view.plan)
    if near:
        raise UsageError(f"No action answers to {line_of(chosen.describe())}: did you mean {line_of(near)}?")


def _meant(chosen: Filter, view: PlanView) -> str | None:
    """Return the term that words of a filter were meant for, as it is typed in a shell."""
    from send_actions.domain.filters.unquoted import meant_in_quotes

    quoted = meant_in_quotes(chosen, view.plan)
    return f"'{quoted}'" if quoted else chosen.meant_as_term


def _items(actions: Sequence[Action], view: PlanView) -> list[dict[str, Any]]:
    from send_actions.cli.action_json import action_item

    return [action_item(action, view) for action in actions]


def _rows(actions: Sequence[Action], view: PlanView) -> Iterator[Sequence[object]]:
    from send_actions.reports.listed_actions import action_rows

    return action_rows(actions, view)


def _lines(actions: Sequence[Action], view: PlanView) -> Iterator[str]:
    for action in actions:
        parts = [
            f"{action.ref}: {status_word(view.plan, action.status)}",
            action.title,
            f"Due {due_words(action, days_overdue(action, view.plan.as_at))}",
            f"Impact {impact_word(action.impact).lower()}",
            f"Lead {action.lead or 'nobody named'}",
        ]
        yield line_of(sentences(parts))


def _table(actions: Sequence[Action], view: PlanView, terminal: Terminal) -> Iterator[str]:
    if not actions:
        return iter(())
    plan = view.plan
    late = ["!" if is_overdue(action, plan.as_at) else "" for action in actions]
    ways = [direction_since(view.statuses_before, action) for action in actions]
    return lay_out(
        [
            column("Ref", [action.ref for action in actions]),
            Column("Status", status_cells(plan, [action.status for action in actions])),
            column("Due", [short_due(action.due) for action in actions]),
            Column("Late", [Cell(mark, "bold") for mark in late]),
            column("Action", [action.title for action in actions], least=40),
            column("Lead", [str(action.lead or "") for action in actions], least=16, spare=2),
            column("Moved", [way.arrow if way else "" for way in ways], spare=1),
        ],
        terminal,
    )


def _summary(actions: Sequence[Action], chosen: Filter | None, view: PlanView) -> str:
    total = len(view.plan.actions)
    if view.nothing_yet:
        return f"No actions ({stamp(view)})."
    if not total:
        if view.plan.as_at < view.today and (first := _first_day(view)):
            return f"The plan had no actions yet ({stamp(view)}): the first is there from {say_date(first)}."
        return f"The plan has no actions yet ({stamp(view)}): bring some in with import, or add one with add."
    of_all = counted(total, "action")
    if chosen and not actions:
        why = chosen.why_nothing(view.plan, _before(chosen, view))
        told = f"; {line_of(why)}" if why else ""
        return f"None of {of_all}: {line_of(chosen.describe())}{told} ({stamp(view)})."
    text = f": {line_of(chosen.describe())}" if chosen else ""
    term = _meant(chosen, view) if chosen else None
    beside = f" Did you mean {line_of(term)}?" if term else ""
    return f"{len(actions)} of {of_all}{text} ({stamp(view)}).{beside}"


def _first_day(view: PlanView) -> date | None:
    """Return the day from which the plan of today has an action; None without any."""
    from send_actions.cli.not_there import first_day_of

    days = (first_day_of(action, view.reading) for action in read_plan(view.reading, view.today).actions)
    return min(days, default=None)
