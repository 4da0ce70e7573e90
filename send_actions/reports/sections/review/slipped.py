"""What slipped in a period: due dates that moved, how often, how far and why, and what went down."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from send_actions.domain.checks.urgency import is_overdue
from send_actions.domain.history.comparison import Move
from send_actions.domain.plan import Plan
from send_actions.domain.words.dates import say_date, say_days
from send_actions.domain.words.dues import say_times
from send_actions.domain.words.statements import say_statement
from send_actions.reports.document import Block, BulletList, Cell, Number, Paragraph, Table, text_of
from send_actions.reports.sections.phrasing.cells import count_of, due_day, labelled, number, status_word
from send_actions.reports.sections.phrasing.naming import Naming
from send_actions.reports.sections.phrasing.period import Period, Slip


def slipped(period: Period) -> Iterator[Block]:
    """Yield how dates moved in sum and one by one, then what went down and what is overdue now."""
    naming = Naming()
    yield text_of(" ".join(dates_moved(period)))
    if period.slips:
        header = ("Action", "Due before", "Due now", "Moves", "Days later", "Agreed", "Why")
        rows = tuple(_row(slip, naming) for slip in period.slips)
        yield Table("Due dates that moved, the furthest first", header, rows)
    items = tuple(_down_and_late(period, naming))
    if items:
        yield BulletList(items)
    else:
        yield text_of("No action went down, and nothing is overdue.")


def dates_moved(period: Period) -> Iterator[str]:
    """Yield in sentences how many dates moved, how often, how far, and whether that was agreed."""
    slips = period.slips
    if not slips:
        yield "No due date moved in this period."
        return
    many, times = len(slips), sum(len(slip.moves) for slip in slips)
    often = sum(len(slip.moves) > 1 for slip in slips)
    more = f", {often} of them more than once" if often and many > 1 else ""
    yield moved_words(many, len(period.now.actions), times, more)
    later = sorted(slip.days for slip in slips if slip.days and slip.days > 0)
    if len(later) == 1:
        yield f"{'It' if many == 1 else 'One'} is later than before, by {say_days(later[0])}."
    elif later:
        middle = say_days(round(median(later)))
        far = f"half of them by {middle} or more, the furthest by {say_days(later[-1])}"
        yield f"{len(later)} are later than before: {far}."
    yield agreed_words(many, sum(slip.action.due_agreed for slip in slips))


def moved_words(many: int, of_all: int, times: int, more: str = "") -> str:
    """How many of all actions moved their due date, and how often in all."""
    dates = "its due date" if many == 1 else "their due dates"
    return f"{many} of {count_of(of_all, 'action')} moved {dates}, {say_times(times)} in all{more}."


def agreed_words(many: int, agreed: int) -> str:
    """How many of the new dates a meeting has agreed."""
    dates = "the new date" if many == 1 else "the new dates"
    if agreed == many:
        return f"A meeting has agreed {dates if many == 1 else 'all of ' + dates}."
    if not agreed:
        return f"No meeting has agreed {dates if many == 1 else 'any of ' + dates}."
    return f"A meeting has agreed {agreed} of {dates}, and {many - agreed} not yet."


def _row(slip: Slip, naming: Naming) -> tuple[Cell, ...]:
    days = slip.days
    why = [say_statement((move.on, move.reason)) for move in slip.moves if move.reason.strip()]
    return (
        naming.action(slip.action),
        due_day(slip.was),
        due_day(slip.action.due),
        number(len(slip.moves)),
        Number(days, f"{days:,}".replace("-", "−")) if days is not None else "cannot be counted",
        "By a meeting" if slip.action.due_agreed else "Not yet",
        "\n".join(why) or "No reason given",
    )


def _down_and_late(period: Period, naming: Naming) -> Iterator[Paragraph]:
    """Yield what went down, from what to what, and what is overdue on the last day."""
    plan = period.now
    by_way: dict[str, list[Move]] = {}
    for move in period.movement.down:
        by_way.setdefault(_way(plan, move), []).append(move)
    for way, moves in by_way.items():
        yield labelled(f"{way}, {len(moves)}", naming.actions(move.action for move in moves))
    late = [action for action in plan.actions if is_overdue(action, plan.as_at)]
    if late:
        label = f"Overdue on {say_date(plan.as_at)}, {len(late)}"
        yield labelled(label, naming.actions(late))


def _way(plan: Plan, move: Move) -> str:
    was = status_word(plan, move.before.status if move.before else None)
    now = status_word(plan, move.now.status if move.now else None)
    return f"Went down from {was.lower()} to {now.lower()}"
