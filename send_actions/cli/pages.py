"""One listing, put out as JSON, as CSV, as plain lines or as a table for people.

It is made while the plan is open and written when it no longer is, so that a reader who stops half way holds
nobody up.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from send_actions.cli.options import FormOptions, ViewOptions
from send_actions.cli.plan_view import PlanView
from send_actions.cli.terminal import Terminal, is_terminal, standard_output, tell_lines
from send_actions.domain.noun import Noun
from send_actions.domain.plain_data import UTF8_MARK, csv_text, json_text
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError

SCHEMA_VERSION: Final = 1
"""The version of the JSON that listings put out."""


class Listing(Noun):
    """What a looking command found; only the form that is asked for is made.

    `items` are the JSON objects, `rows` the CSV's heading and lines, `lines` the plain lines and `table` the
    lines for people on a terminal. `summary` goes beside the last two, on standard error; `private` counts
    the private notes that they have on a terminal alone. `doubts` are said beside every form.
    """

    kind: str
    items: Callable[[], list[dict[str, Any]]]
    rows: Callable[[], Iterable[Sequence[object]]]
    lines: Callable[[], Iterable[str]]
    table: Callable[[Terminal], Iterable[str]]
    summary: str = ""
    private: int = 0
    doubts: tuple[str, ...] = ()


class Page(Noun):
    """A listing in the form asked for, and what goes beside it."""

    text: str
    messages: tuple[str, ...] = ()


def page_of(listing: Listing, view: PlanView | None, options: ViewOptions | FormOptions) -> Page:
    """Return the listing in the form asked for; raises UsageError when two are asked for at once.

    What is in no plan has no `view`.
    """
    if options.as_json + options.as_csv + options.plain > 1:
        raise UsageError("A listing has one form: choose one of --json, --csv and --plain.")
    of_plan = (view.nothing_yet, _doubt_of_clock(view)) if view else ("", "")
    messages = [of_plan[0], *listing.doubts, of_plan[1]]
    if options.as_json:
        text = _json_text(listing, view)
    elif options.as_csv:
        text = ("" if is_terminal() else UTF8_MARK) + csv_text(listing.rows())
    else:
        lines = listing.lines() if options.plain else listing.table(standard_output())
        text = "".join(f"{line}\n" for line in lines)
        messages = [listing.summary, private_message(listing.private), *messages]
    return Page(text, tuple(filter(None, messages)))


def write_page(page: Page) -> None:
    """Write a page to standard output and what goes beside it to standard error, the plan being closed."""
    sys.stdout.write(page.text)
    if page.messages:
        sys.stdout.flush()
        tell_lines(page.messages)


def private_message(count: int) -> str:
    """Return what is said of private notes that were left out because they would have left this terminal."""
    if not count or is_terminal():
        return ""
    return f"{count} private note{'' if count == 1 else 's'} not shown."


def stamp(view: PlanView) -> str:
    """Return what the listing can be made again from."""
    return f"as at {say_date(view.plan.as_at)}, record {view.plan.record}"


def _doubt_of_clock(view: PlanView) -> str:
    if not view.later_changes:
        return ""
    from send_actions.domain.checks.summary import ask_about_clock

    return ask_about_clock(view.later_changes)


def _json_text(listing: Listing, view: PlanView | None) -> str:
    """Return the JSON document of a listing, an item on a line of its own."""
    items = listing.items()
    head = {
        "kind": listing.kind,
        "schema_version": SCHEMA_VERSION,
        **({"as_at": view.plan.as_at.isoformat(), "record": view.plan.record} if view else {}),
        "count": len(items),
    }
    return json_text(head, items=items)
