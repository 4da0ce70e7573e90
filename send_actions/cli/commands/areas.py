"""`areas`: the areas for improvement and how each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Annotated, Any

from send_actions.cli.action_json import owner_item
from send_actions.cli.completion import complete_area
from send_actions.cli.options import ViewOptions, argument, grouped_options
from send_actions.cli.pages import Listing, page_of, stamp, write_page
from send_actions.cli.phrases import counted, sentences, status_cells, status_word
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.terminal import Column, Terminal, column, lay_out, line_of
from send_actions.domain.checks.summary import AreaSummary, summarise_areas
from send_actions.domain.plan import Area
from send_actions.domain.plan.vocabulary import WORST_FIRST
from send_actions.reports.listed_actions import iso_day, role_and_organisation, slug

Row = tuple[Area, AreaSummary]

_UNSAID = "unsaid"


OneArea = Annotated[str | None, argument("[AREA]", "Only the area of this number.", complete_area)]


@grouped_options
def list_areas(number: OneArea = None, *, options: ViewOptions) -> None:
    """List the areas: own judgement, counts, worst open action, direction since the last meeting.

    send-actions areas
    send-actions areas 9 --as-at "11 March 2026"
    """
    with open_plan(options.db, options.as_at, options.record) as view:
        chosen = view.plan.areas if number is None else (view.area(number),)
        summaries = summarise_areas(view.plan, view.before)
        rows = [(area, summaries[area.id]) for area in chosen]
        listing = Listing(
            kind="areas",
            items=lambda: [_item(area, summary) for area, summary in rows],
            rows=lambda: _rows(rows),
            lines=lambda: (_line(area, summary, view) for area, summary in rows),
            table=lambda terminal: _table(rows, view, terminal),
            summary=f"{counted(len(rows), 'area')} ({stamp(view)}).",
        )
        page = page_of(listing, view, options)
    write_page(page)


def _item(area: Area, summary: AreaSummary) -> dict[str, Any]:
    judged = summary.judgement
    return {
        "number": area.number,
        "title": area.title,
        "theme": area.theme,
        "lead": owner_item(area.lead),
        "counts": {slug(status) or _UNSAID: count for status, count in summary.counts.items()},
        "judgement": {"status": slug(judged.status), "on": iso_day(judged.on), "reason": judged.reason}
        if judged
        else None,
        "worst": summary.worst.ref if summary.worst else None,
        "direction": slug(summary.direction),
    }


def _rows(rows: Sequence[Row]) -> Iterator[Sequence[object]]:
    before = ("number", "title", "theme", "lead_role", "lead_org")
    after = ("judgement", "judged_on", "judgement_reason", "worst", "direction")
    yield (*before, *(status.value for status in WORST_FIRST), _UNSAID, *after)
    for area, summary in rows:
        item = _item(area, summary)
        counts = (summary.counts.get(status, 0) for status in (*WORST_FIRST, None))
        judged = item["judgement"] or {"status": None, "on": None, "reason": None}
        wording = (area.number, area.title, area.theme, *role_and_organisation(area.lead))
        yield (*wording, *counts, *judged.values(), item["worst"], item["direction"])


def _line(area: Area, summary: AreaSummary, view: PlanView) -> str:
    judged = summary.judgement
    own = f"Judged {status_word(view.plan, judged.status).lower()}" if judged else ""
    parts = [
        f"{area.number}: {area.title}",
        own + (f", {judged.reason}" if judged and judged.reason else ""),
        summary.sentence,
        f"{summary.overdue} overdue" if summary.overdue else "",
        f"{summary.direction.word.capitalize()} since the last meeting" if summary.direction else "",
        f"Lead {area.lead}" if area.lead else "",
    ]
    return line_of(sentences(parts))


def _table(rows: Sequence[Row], view: PlanView, terminal: Terminal) -> Iterator[str]:
    """Return the table, with a line of its own before each theme."""
    if not rows:
        return
    ways = [summary.direction for _, summary in rows]
    lines = lay_out(
        [
            column("No", [area.number for area, _ in rows], right=True),
            column("Area", [area.title for area, _ in rows], least=22),
            Column("Stands", status_cells(view.plan, [summary.status for _, summary in rows])),
            column("Actions", [str(summary.total) for _, summary in rows], right=True, spare=4),
            column("Late", [str(summary.overdue or "") for _, summary in rows], right=True, spare=3),
            column("Why so", [summary.sentence for _, summary in rows], least=30, spare=1),
            column("", [way.arrow if way else "" for way in ways], spare=2),
            column("Lead", [str(area.lead or "") for area, _ in rows], least=16, spare=5),
        ],
        terminal,
    )
    yield next(lines)
    for theme, themed in groupby(rows, key=lambda row: row[0].theme):
        if theme:
            yield terminal.paint(line_of(theme), "dim")
        for _ in themed:
            yield next(lines)
