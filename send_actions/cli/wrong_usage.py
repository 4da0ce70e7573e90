"""What is said of a slip in the words of a command: the line that helps, with the nearest right one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from shlex import quote
from typing import TYPE_CHECKING, Any, Final

from send_actions.domain.text import cut, printable
from send_actions.errors import UsageError

if TYPE_CHECKING:
    import typer

_LONGEST: Final = 40
_MEANT: Final[Mapping[str, tuple[str, ...]]] = {
    "--why": ("--reason", "--because", "--note", "--comment", "--message", "--text", "--msg"),
    "--on": ("--date", "--when", "--day", "--as-at", "--as-of", "--for"),
    "--as-at": ("--on", "--asat", "--as-of", "--at", "--date", "--day", "--when"),
    "--path-by": ("--by", "--by-when", "--green-by"),
    "--until": ("--review", "--look-again", "--hold-until"),
    "--proof": ("--evidence", "--shown-by"),
    "--shown-by": ("--evidence", "--proof"),
    "--from": ("--who", "--heard-from", "--whom"),
    "--heard": ("--source", "--how"),
    "--due": ("--deadline", "--by", "--date"),
    "--lead": ("--owner", "--who", "--assignee"),
    "--db": ("--database", "--plan", "--file"),
    "--output": ("--out", "--file", "--to"),
    "--format": ("--form", "--type", "--as"),
    "--success": ("--measure", "--success-measure"),
    "--code": ("--check",),
    "--yes": ("--confirm", "--no-input"),
    "--force": ("--overwrite", "--replace"),
    "--show": ("--dry-run", "--preview"),
    "--dry-run": ("--show", "--preview", "--trial"),
    "--agreed": ("--meeting", "--agreed-by"),
    "--org": ("--organisation", "--organization", "--body", "--of"),
    "--role": ("--title", "--name", "--owner"),
    "--to": ("--date", "--on", "--move"),
    "--words": ("--text", "--title", "--why"),
    "--into": ("--move", "--area"),
}
"""What people write for an option where a command has it under another name."""

_BY_ANOTHER: Final = {
    ("edit", "--due"): "send-actions due {ref} DATE",
    ("edit", "--status"): "send-actions set {ref} STATUS",
    ("edit", "--note"): "send-actions note {ref} TEXT",
}
"""The command that says what another has no option for, by that command's name and the option."""

_ONE_TOO_MANY: Final = {
    "show": "shows one action at a time: `send-actions show {word}` shows the other.",
    "history": "tells of one action at a time: `send-actions history {word}` tells of the other.",
    "areas": "lists one area, or all: `send-actions areas {word}` lists the other.",
    "edit": "takes new wording by its option: `send-actions edit {first} --title {rest}`.",
    "init": "takes the place by --db: `send-actions init --db {word}`.",
    "import": "takes one file at a time, and a name with spaces in quotes.",
    "report board": "takes the file by -o: `send-actions report board -o {word}`.",
    "undo": "takes back one change at a time: its number stands in `send-actions history`.",
    "redo": "brings back what your last undo took back, and takes no words.",
    "check": "takes a check by --code, and looks at the whole plan: see `send-actions check --help`.",
}
"""What is said of a word too many, by the command's name."""


def missing_value(context: Any, name: str, following: str | None) -> UsageError:
    """Return the refusal of an option without its value: nothing follows, or another option does."""
    option = next(o for o in context.command.get_params(context) if name in (*o.opts, *o.secondary_opts))
    metavar = option.metavar or "value"
    followed = f", and {short_word(following)} is an option" if following else ""
    meant = f" (or {name}={following}, if that is meant)" if following and name.startswith("--") else ""
    return UsageError(f"{name} needs its {metavar} after it{followed}{meant}: {_see(context)}")


def unknown_option(context: Any, word: str) -> UsageError:
    """Return the refusal of an option that a command has not, with the one that was meant."""
    name = word.partition("=")[0]
    if other := _BY_ANOTHER.get((context.command_path.partition(" ")[2], name)):
        return UsageError(
            f"There is no option {name} here: `{other.format(ref=_first_word(context))}` says it."
        )
    if near := meant_option(context, word):
        short = next((n for n in _also(context, near) if len(n) == len("-m")), None)
        return UsageError(
            f"There is no option {short_word(name)}: did you mean {f'{short}, {near}' if short else near}?"
        )
    if not name.startswith("--"):
        again = f"words that begin with a dash stand at the end, after --, as in -- {short_word(word)}"
        return UsageError(f"There is no option {short_word(name)} ({again}): {_see(context)}")
    if hasattr(context.command, "list_commands"):
        after = "options other than --db stand after the command"
        return UsageError(f"There is no option {short_word(name)} here ({after}): {_see(context)}")
    return UsageError(f"There is no option {short_word(name)}: {_see(context)}")


def meant_option(context: Any, word: str) -> str | None:
    """Return the option that one was meant for which a command has not."""
    name = word.partition("=")[0]
    known = [n for option in context.command.get_params(context) for n in known_names(option)]
    near = (known_name for known_name, also in _MEANT.items() if name in also and known_name in known)
    return next(near, None) or _nearest(name, known)


def known_names(option: Any) -> list[str]:
    """Return what an option may be written as."""
    return [*option.opts, *option.secondary_opts]


def too_many(context: Any, rest: Sequence[str]) -> UsageError:
    """Return the refusal of words that a command does not take, with what was meant."""
    arguments = [p for p in context.command.get_params(context) if p.param_type_name == "argument"]
    given = [str(context.params.get(p.name)) for p in arguments if context.params.get(p.name) is not None]
    word = context.command_path.partition(" ")[2]
    if word == "check" and (code := _check(rest[0])):
        return UsageError(f"Did you mean `send-actions check --code {code}`?")
    if word not in _ONE_TOO_MANY:
        return UsageError(f"{context.command_path} takes no {short_word(rest[0])}: {_see(context)}")
    first = quoted(given[0]) if given else ""
    told = _ONE_TOO_MANY[word].format(word=quoted(rest[0]), first=first, rest=quoted(" ".join(rest)))
    return UsageError(f"{context.command_path} {one_line(told)}")


def wrong_usage(error: typer.TyperException, context: Any = None, example: str = "") -> UsageError:
    """Return what Typer found wrong in one sentence, with an example or where help is."""
    context = getattr(error, "ctx", None) or context
    parameter = getattr(error, "param", None)
    kind = type(error).__name__
    if parameter is not None and kind == "MissingParameter":
        such = f"write it as in `{example}`." if example else ""
        return UsageError(f"{parameter.metavar or parameter.name} is missing: {such or _see(context)}")
    if parameter is not None and kind == "BadParameter" and parameter.type.name.startswith("int"):
        return UsageError(
            f"{parameter.opts[0]} needs a number, such as {parameter.opts[0]} 150: {_see(context)}"
        )
    if kind == "NoSuchOption" and context is not None:
        return unknown_option(context, getattr(error, "option_name", ""))
    words = " ".join(error.format_message().split())
    if words == "Missing command." and context is not None:
        *names, last = context.command.list_commands(context)
        names = f"{', '.join(names)} or {last}" if names else last
        return UsageError(f"Say what to do after {context.command_path}: {names}; {_see(context)}")
    stop = "" if words.endswith((".", "?")) else "."
    see = _see(context)
    return UsageError(f"{words}{stop} {see[:1].upper()}{see[1:]}")


def quoted(text: str) -> str:
    """Return words as they are pasted into a shell."""
    if re.fullmatch(r"[\w./:@%+=,][\w./:@%+=,-]*", text):
        return text
    return quote(text) if re.search(r'["$`\\!]', text) else f'"{text}"'


def _see(context: Any) -> str:
    return f"see `{context.command_path if context else 'send-actions'} --help`."


def _first_word(context: Any) -> str:
    """Return the first word that was typed so far, such as a ref."""
    line = context.meta.get("send_actions.line")
    return quoted(short_word(line.alone[0])) if line and line.alone else "REF"


def _also(context: Any, name: str) -> Iterable[str]:
    return next(o.opts for o in context.command.get_params(context) if name in (*o.opts, *o.secondary_opts))


def _nearest(name: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches

    near = get_close_matches(name, [n for n in known if n.startswith("--")], n=1, cutoff=0.7)
    return near[0] if near else None


def _check(word: str) -> str | None:
    from send_actions.domain.checks.plan_checks import CODES
    from send_actions.domain.words.choices import nearest

    return nearest(word, CODES)


def short_word(word: str | None) -> str:
    """Return a word that was typed as it is told: on one line, and not too long."""
    return one_line(cut(word or "", _LONGEST))


def one_line(text: str) -> str:
    """Return text on one line and made harmless."""
    return printable(" ".join(text.split()))
