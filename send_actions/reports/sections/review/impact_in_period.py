"""What difference a period made: actions by impact at its start and now, and each that is rated otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from send_actions.domain.history.comparison import Move, impact_table
from send_actions.domain.plan.vocabulary import Impact
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import is_withheld
from send_actions.reports.document import Block, BulletList, Cell, Heading, Number, Table
from send_actions.reports.sections.phrasing.cells import impact_word, labelled, number, signed
from send_actions.reports.sections.phrasing.naming import Naming
from send_actions.reports.sections.phrasing.period import Period
from send_actions.reports.sections.review.achieved import raised_impacts, shown_words


def impact_in_period(period: Period) -> Iterator[Block]:
    """Yield the actions by impact on the first day and now, then each that is rated otherwise."""
    counted = impact_table(period.start, period.now)
    rows = [_row(impact_word(row.word), row.now, row.last or 0) for row in counted.rows]
    rows.append(_row("All actions", counted.now, counted.last or 0))
    first, now = say_date(period.start.as_at), say_date(period.now.as_at)
    header = ("Impact", f"On {first}", f"On {now}", "Change")
    yield Table("Actions by impact, at the start and now", header, tuple(rows))
    naming = Naming()
    raised = raised_impacts(period)
    if raised:
        yield Heading(3, f"Impact went up, {len(raised)}")
        yield BulletList(
            tuple(labelled(naming.action(move.action), f"{_way(move)}{_shown(move)}") for move in raised)
        )
    ids = {move.action.id for move in raised}
    others: dict[str, list[Move]] = {}
    for move in period.movement.impact_changed:
        if move.action.id not in ids:
            others.setdefault(_way(move), []).append(move)
    ways = {f"{way[:1].upper()}{way[1:]}, {len(moves)}": moves for way, moves in others.items()}
    gone = [move for move in period.movement.closed if move.now is None]
    beside = {"New in the plan": list(period.movement.new), "No longer in the plan": gone}
    ways |= {f"{words}, {len(moves)}": moves for words, moves in beside.items() if moves}
    items = tuple(labelled(way, naming.actions(m.action for m in moves)) for way, moves in ways.items())
    if items:
        yield Heading(3, "Rated otherwise, or new")
        yield BulletList(items)


def _row(word: str, now: int, last: int) -> tuple[Cell, ...]:
    return word, number(last), number(now), Number(now - last, signed(now - last))


def _way(move: Move) -> str:
    words: list[str] = []
    for one in (move.before, move.now):
        impact: Impact | None = one.impact if one else None
        words.append(impact_word(impact).lower())
    return "from {} to {}".format(*words)


def _shown(move: Move) -> str:
    return shown_words(move.now) if move.now and not is_withheld(move.now) else ""
