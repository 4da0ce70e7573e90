"""`report since`, `owner`, `impact` and `meeting`: papers about a part of the plan, or of its past."""

from __future__ import annotations

from typing import Annotated

from send_actions.cli.options import AreaNumber, argument, grouped_options
from send_actions.cli.paper_writing import PaperOptions, Series, Since, for_series, since_when, write_paper
from send_actions.cli.plan_change import meeting_of
from send_actions.cli.plan_view import PlanView

Who = Annotated[str, argument("WHO", "An owner by role and organisation, or a whole organisation.")]
When = Annotated[str, argument("[MEETING]", "Its date, or next, today or last.")]


@grouped_options
def since(*, since: Since = None, series: Series = "", asked: PaperOptions) -> None:
    """Write what changed since the last board paper was issued, short enough to table.

    Where none was issued, and with --series, it tells from the last meeting on. With `--since shown` it tells
    from what the last meeting was shown, as the board paper does, though another paper was issued after it.

    send-actions report since -o since.docx
    send-actions report since --since "1 February 2026"
    """
    from send_actions.papers.request import SHOWN

    if since is not None and since.strip().casefold() == SHOWN:
        write_paper(
            "since", asked, lambda view: for_series("since", series, view, {"--since": SHOWN}), series
        )
    else:
        write_paper(
            "since",
            asked,
            lambda view: for_series("since", series, view, since_when(since, view, series)),
            series,
        )


@grouped_options
def owner(who: Who, *, asked: PaperOptions) -> None:
    """Write what an owner is asked before the next board, as a text to paste or a draft to send.

    It is internal: an owner is greeted by name where `owner edit --name` gave one.

    send-actions report owner "Head of SEND"
    send-actions report owner ICB -o chase.eml
    """
    write_paper("owner", asked, lambda view: {"who": view.owner_or_body(who)})


@grouped_options
def impact(area: AreaNumber, *, asked: PaperOptions) -> None:
    """Write a paper on one area: what is wanted, what has changed, what shows it, what is not known.

    send-actions report impact 9 -o area-9.pdf
    """
    write_paper("impact", asked, lambda view: {"area": view.area(area).number})


@grouped_options
def meeting(when: When = "next", *, series: Series = "", asked: PaperOptions) -> None:
    """Write a meeting's agenda, or once something is minuted of it its action log.

    send-actions report meeting -o agenda.docx
    send-actions report meeting last -o log.docx
    send-actions report meeting next --series "DfE and NHS England review"
    """

    def meant(view: PlanView) -> dict[str, str]:
        from send_actions.papers.request import about_meeting

        return dict(about_meeting(view.plan, meeting_of(when, view, series)))

    write_paper("meeting", asked, meant, series)
