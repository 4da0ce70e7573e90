"""The options and arguments that several commands take, each said once."""

from __future__ import annotations

from typing import Annotated

import typer

from send_actions.cli.completion import (
    complete_area,
    complete_heard,
    complete_impact,
    complete_ref,
    complete_ref_or_status,
)

DB_HELP = "The plan: a file or URL."

Db = Annotated[str | None, typer.Option("--db", metavar="FILE", help=DB_HELP, show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="JSON on standard output.")]
Csv = Annotated[bool, typer.Option("--csv", help="CSV that a spreadsheet opens.")]
Plain = Annotated[bool, typer.Option("--plain", help="Plain lines, for screen readers and pipes.")]
AsAt = Annotated[
    str | None, typer.Option("--as-at", metavar="DATE", help="As it stood on a date.", show_default=False)
]
Record = Annotated[
    int | None, typer.Option("--record", metavar="N", help="As known at record N.", show_default=False)
]

Ref = Annotated[
    str, typer.Argument(metavar="REF", help="An action, such as 9.3.", autocompletion=complete_ref)
]
Refs = Annotated[
    list[str], typer.Argument(metavar="REF…", help="Actions, such as 9.3 9.4.", autocompletion=complete_ref)
]
RefsAndStatus = Annotated[
    list[str],
    typer.Argument(
        metavar="REF… STATUS",
        help="Actions, then a status: a word, letter or colour.",
        autocompletion=complete_ref_or_status,
    ),
]
OptionalRef = Annotated[
    str | None,
    typer.Argument(
        metavar="[REF]", help="Only this action.", autocompletion=complete_ref, show_default=False
    ),
]
AreaNumber = Annotated[
    str, typer.Argument(metavar="AREA", help="The area's number.", autocompletion=complete_area)
]


def words(name: str, *also: str, metavar: str = "TEXT", explained: str) -> typer.models.OptionInfo:
    """Return an option for text that may be left out."""
    return typer.Option(name, *also, metavar=metavar, help=explained, show_default=False)  # type: ignore[no-any-return]


Why = Annotated[str, words("--why", "-m", metavar="WHY", explained="The note; for a bad status, the reason.")]
On = Annotated[str | None, words("--on", metavar="DATE", explained="The date it speaks of, when not today.")]
HeardHow = Annotated[
    str | None,
    typer.Option(
        "--heard",
        metavar="HOW",
        help="return, e-mail, meeting or judgement.",
        autocompletion=complete_heard,
        show_default=False,
    ),
]
HeardFrom = Annotated[str, words("--from", metavar="WHO", explained="Whom it was heard from.")]
ImpactRating = Annotated[
    str | None,
    typer.Option(
        "--impact",
        metavar="IMPACT",
        help="too-early, none-yet, emerging or evidenced.",
        autocompletion=complete_impact,
        show_default=False,
    ),
]
Agreed = Annotated[
    str | None,
    words("--agreed", metavar="MEETING", explained="Where it was agreed: a meeting's date, or last."),
]
NotPersonal = Annotated[
    bool, typer.Option("--not-personal", help="What looks like a person's number or address is none.")
]
