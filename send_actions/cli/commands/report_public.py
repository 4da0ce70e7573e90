"""`report public` and `report families`: the papers that anybody may read."""

from __future__ import annotations

from send_actions.cli.options import grouped_options
from send_actions.cli.paper_writing import PaperOptions, write_paper


@grouped_options
def public(*, asked: PaperOptions) -> None:
    """Write the plan for the public: how each area stands, what was done, what is late and why, what is next.

    Nothing exempt, no owner's name, no count under 6. What people wrote is given as they wrote it: read the
    paper before it goes out.

    send-actions report public -o plan.html
    """
    write_paper("public", asked)


@grouped_options
def families(*, asked: PaperOptions) -> None:
    """Write one plain page for families: what the board decided, what is better, what is not, what was done.

    send-actions report families -o families.pdf
    """
    write_paper("families", asked)
