"""The wording of actions and areas as options, and what is typed in them read into values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from send_actions.cli.completion import complete_area
from send_actions.cli.options import words
from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.text import clean
from send_actions.errors import UsageError

Lead = Annotated[
    str | None,
    words("--lead", metavar="OWNER", explained='Role and organisation: "Head of SEND, LA"; "" for nobody.'),
]
Sro = Annotated[str | None, words("--sro", metavar="OWNER", explained="Who is accountable, likewise.")]
Partners = Annotated[str | None, words("--partners", explained='Organisations: "LA; ICB".')]
Start = Annotated[str | None, words("--start", metavar="DATE", explained="When the work starts.")]
Success = Annotated[str | None, words("--success", explained="What will show that it worked.")]
Theme = Annotated[str | None, words("--theme", explained="An area's theme.")]
Outcome = Annotated[str | None, words("--outcome", explained="An area's outcome wanted.")]
Headline = Annotated[str | None, words("--headline", explained="An area's paragraph for the paper.")]
IsArea = Annotated[bool, typer.Option("--area", help="It is an area, and its number comes first.")]
IntoArea = Annotated[
    str | None,
    typer.Option(
        "--into",
        metavar="AREA",
        help="Move the action into another area.",
        autocompletion=complete_area,
        show_default=False,
    ),
]
Exempt = Annotated[
    bool | None,
    typer.Option(
        "--exempt/--not-exempt", help="Counted, but without detail for a board.", show_default=False
    ),
]


def owner(text: str | None) -> OwnerDraft | None:
    """Return the owner that "Head of SEND, LA" means; None for nobody."""
    return OwnerDraft.read(text) if text else None


def partner_list(text: str) -> str:
    """Return organisations as they are kept, with semicolons; commas will do where there are none."""
    parts = clean(text, one_line=True).split(";" if ";" in text else ",")
    return "; ".join(part.strip() for part in parts if part.strip())


def refuse(options: Mapping[str, Any], kind: str) -> None:
    """Refuse options that say nothing of this kind of thing; raises UsageError naming the first."""
    for name, value in options.items():
        if value is not None:
            raise UsageError(f"--{name} says nothing of an {kind}: leave it out.")
