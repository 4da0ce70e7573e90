"""The options that several commands take, each said once; those that go together are one value."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, NamedTuple, get_type_hints

import typer

from send_actions.cli.completion import (
    complete_area,
    complete_heard,
    complete_impact,
    complete_ref,
    complete_ref_or_status,
)


def option(
    name: str, metavar: str, explained: str, *also: str, complete: Callable[..., Any] | None = None
) -> typer.models.OptionInfo:
    """Return an option with a value, that may be left out."""
    return typer.Option(  # type: ignore[no-any-return]
        name, *also, metavar=metavar, help=explained, autocompletion=complete, show_default=False
    )


def argument(
    metavar: str, explained: str, complete: Callable[..., Any] | None = None
) -> typer.models.ArgumentInfo:
    """Return an argument, of which help says no default."""
    return typer.Argument(  # type: ignore[no-any-return]
        metavar=metavar, help=explained, autocompletion=complete, show_default=False
    )


def _named_before(context: typer.Context, named: str | None) -> str | None:
    """Return the plan that --db names, else the one it names before the command, the nearest first."""
    above = context.parent
    while named is None and above:
        named = above.params.get("db")
        above = above.parent
    return named


Db = Annotated[
    str | None,
    typer.Option(
        "--db", metavar="FILE", help="The plan: a file or URL.", callback=_named_before, show_default=False
    ),
]
Json = Annotated[bool, typer.Option("--json", help="JSON on standard output.")]
Csv = Annotated[bool, typer.Option("--csv", help="CSV that a spreadsheet opens.")]
Plain = Annotated[bool, typer.Option("--plain", help="Plain lines, for screen readers and pipes.")]
AsAt = Annotated[str | None, option("--as-at", "DATE", "As it stood on a date.")]
Record = Annotated[int | None, option("--record", "N", "As known at record N.")]

Ref = Annotated[str, argument("REF", "An action, such as 9.3.", complete_ref)]
Refs = Annotated[list[str], argument("REF…", "Actions, such as 9.3 9.4.", complete_ref)]
RefsAndStatus = Annotated[
    list[str],
    argument("REF… STATUS", "Actions, then a status: a word, letter or colour.", complete_ref_or_status),
]
OptionalRef = Annotated[str | None, argument("[REF]", "Only this action.", complete_ref)]
AreaNumber = Annotated[str, argument("AREA", "The area's number.", complete_area)]

On = Annotated[str | None, option("--on", "DATE", "The date it speaks of, when not today.")]
HeardHow = Annotated[
    str | None, option("--heard", "HOW", "return, e-mail, meeting or judgement.", complete=complete_heard)
]
HeardFrom = Annotated[str, option("--from", "WHO", "Whom it was heard from.")]
NotPersonal = Annotated[
    bool, typer.Option("--not-personal", help="What looks like a person's number or address is none.")
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask: what looks like a slip is meant.")]
ImpactRating = Annotated[
    str | None,
    option("--impact", "IMPACT", "too-early, none-yet, emerging or evidenced.", complete=complete_impact),
]
Agreed = Annotated[
    str | None, option("--agreed", "MEETING", "Where it was agreed: a meeting's date, or last.")
]


class ViewOptions(NamedTuple):
    """What to look at and how to put it out: the form, the date, the record and the plan."""

    as_json: Json = False
    as_csv: Csv = False
    plain: Plain = False
    as_at: AsAt = None
    record: Record = None
    db: Db = None


class FormOptions(NamedTuple):
    """How to put out what is in no plan."""

    as_json: Json = False
    as_csv: Csv = False
    plain: Plain = False


class UpdateOptions(NamedTuple):
    """What goes with every update: its date, how and from whom it was heard, what is meant, and the plan."""

    on: On = None
    heard: HeardHow = None
    heard_from: HeardFrom = ""
    not_personal: NotPersonal = False
    yes: Yes = False
    db: Db = None


def grouped_options(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take named tuples of options: Typer sees each of their fields as an option of its own."""
    hints = get_type_hints(command, include_extras=True)
    groups: dict[str, Any] = {name: hint for name, hint in hints.items() if hasattr(hint, "_field_defaults")}
    seen: list[Parameter] = []
    for name, parameter in signature(command).parameters.items():
        if group := groups.get(name):
            of = get_type_hints(group, include_extras=True)
            seen += [
                Parameter(field, Parameter.KEYWORD_ONLY, default=default, annotation=of[field])
                for field, default in group._field_defaults.items()
            ]
        else:
            seen.append(parameter.replace(kind=Parameter.KEYWORD_ONLY, annotation=hints[name]))

    @wraps(command)
    def with_groups(**typed: Any) -> None:
        for name, group in groups.items():
            typed[name] = group(**{field: typed.pop(field) for field in group._fields})
        command(**typed)

    with_groups.__signature__ = Signature(seen)  # type: ignore[attr-defined]
    return with_groups
