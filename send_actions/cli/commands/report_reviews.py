"""The kinds of `report` that look at the whole plan: over a period, for its proof, or for who comes next."""

from __future__ import annotations

from typing import Annotated

from send_actions.cli.options import grouped_options, option
from send_actions.cli.paper_writing import PaperOptions, Series, for_series, write_paper
from send_actions.cli.plan_view import PlanView

From = Annotated[
    str | None,
    option(
        "--from",
        "DATE",
        "The day the period begins, when not the first of four boards or the last meeting of --series.",
    ),
]
To = Annotated[str | None, option("--to", "DATE", "The day the period ends, when not the as-at date.")]


@grouped_options
def stocktake(*, start: From = None, to: To = None, series: Series = "", asked: PaperOptions) -> None:
    """Write how the plan went over several boards: for an adviser, a stocktake or a new chair.

    It tells what was achieved, what slipped, what was decided and what difference it made.

    send-actions report stocktake --from 2025-09-17 --to 2026-03-31 -o stocktake.docx
    """
    if to is not None and asked.as_at is None:
        asked = asked._replace(as_at=to)
    write_paper(
        "stocktake",
        asked,
        lambda view: for_series("stocktake", series, view, _period(start, to, view)),
        series,
    )


@grouped_options
def evidence(*, series: Series = "", asked: PaperOptions) -> None:
    """Write what shows that actions were done or made a difference, and where nothing does.

    send-actions report evidence -o evidence.xlsx
    """
    write_paper("evidence", asked, lambda view: for_series("evidence", series, view, {}), series)


@grouped_options
def coverage(*, series: Series = "", asked: PaperOptions) -> None:
    """Write which areas and actions answer each finding of an inspection or review, and the gaps.

    send-actions report coverage -o coverage.docx
    """
    write_paper("coverage", asked, lambda view: for_series("coverage", series, view, {}), series)


@grouped_options
def journey(*, asked: PaperOptions) -> None:
    """Write the journey on one page: how each area stood at every board, and how it stands now.

    send-actions report journey -o journey.docx
    """
    write_paper("journey", asked, lambda _view: {})


@grouped_options
def full(*, asked: PaperOptions) -> None:
    """Write the whole plan: every area, action, measure, piece of evidence, finding and meeting.

    send-actions report full -o plan.pdf
    """
    write_paper("full", asked)


@grouped_options
def handover(*, asked: PaperOptions) -> None:
    """Write what whoever takes the plan over has to know: who leads what, what is urgent, what to do first.

    send-actions report handover -o handover.docx
    """
    write_paper("handover", asked)


def _period(start: str | None, to: str | None, view: PlanView) -> dict[str, str]:
    """Return the first and last day of a period as they were asked for, by name; raises UsageError."""
    last = view.past_day(to, meant="The end of the period", or_period=True)
    first = view.past_day(start, meant="The beginning of the period")
    return {name: day.isoformat() for name, day in (("--from", first), ("--to", last)) if day}
