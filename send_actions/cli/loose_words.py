"""Words that belong together and were typed without quotes: the command as it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from send_actions.cli.wrong_usage import (
    known_names,
    meant_option,
    one_line,
    quoted,
    short_word,
    unknown_option,
)
from send_actions.errors import UsageError

LINE: Final = "send_actions.line"
"""Where the context keeps the line that was typed."""

_SEVERAL: Final = (
    *("TEXT", "TITLE", "WORDS", "DATE", "PERIOD", "OWNER", "MEETING", "STEP", "EVIDENCE"),
    *("MEASURE", "SOURCE", "FINDING"),
)
"""The arguments that may have several words, and then stand in quotes."""

_SEVERAL_IN_OPTIONS: Final = (*_SEVERAL, "WHY", "PATH", "WHO", "NAME", "UNIT", "AREA")
"""The values of options that may."""


class TypedOption(NamedTuple):
    """An option as it was typed, with its value and the words that stand behind it."""

    name: str
    words: list[str]

    def shown(self) -> str:
        """Return it as it is meant, its words together."""
        if not self.words:
            return self.name
        value = " ".join(self.words)
        between = "=" if value.startswith("-") and self.name.startswith("--") else " "
        return f"{self.name}{between}{quoted(value)}"


class TypedLine:
    """The words of a command line: all in their order, those before any option's value, and those behind."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.alone: list[str] = []
        self.options: list[TypedOption] = []
        self._open = self.alone

    def add_word(self, word: str) -> None:
        """Add a word that is no option."""
        self.words.append(word)
        self._open.append(word)

    def add_option(self, name: str, value: str | None = None) -> None:
        """Add an option, with its value if it has one."""
        option = TypedOption(name, [] if value is None else [value])
        self.options.append(option)
        if value is not None:
            self._open = option.words

    def is_blamed(self, refusal: str) -> bool:
        """Say whether a refusal names a word that stands behind an option's value, and is no ref."""
        behind = (word for option in self.options for word in option.words[1:])
        return any(word in refusal and word[:1].isalpha() and not re.search(r"\d", word) for word in behind)


def in_quotes(context: Any, line: TypedLine) -> str:
    """Return what is to be put in quotes and the command as it is meant; empty where that cannot be told."""
    arguments = [p for p in context.command.get_params(context) if p.param_type_name == "argument"]
    takes = " ".join(a.metavar or "" for a in arguments).split()
    least = sum(not name.startswith("[") for name in takes)
    is_text = bool(takes) and takes[-1] in _SEVERAL
    alone, options = _parted(line, least, is_text=is_text)
    told = []
    if len(alone) > len(takes) and not any(argument.nargs < 0 for argument in arguments):
        last = len(takes) - 1
        several = [f"the {name}" for name in takes if name in _SEVERAL]
        if not is_text:
            return ""
        if any(name in _SEVERAL and " " not in word for name, word in zip(takes[:-1], alone, strict=False)):
            return f"Put {_listed(several)} in quotes, each apart: see `{context.command_path} --help`."
        alone, told = [*alone[:last], " ".join(alone[last:])], several[-1:]
    several = [one.name for one in options if len(one.words) > 1]
    if not all(_takes_words(context, name) for name in several):
        return ""
    told += [f"what {name} says" for name in several]
    if not told or len(alone) < least:
        return ""
    command = " ".join([context.command_path, *map(quoted, alone), *(one.shown() for one in options)])
    return f"Put {_listed(told)} in quotes: `{one_line(command)}`."


def _takes_words(context: Any, name: str) -> bool:
    """Say whether the value of an option may have several words."""
    option = next((o for o in context.command.get_params(context) if name in known_names(o)), None)
    return option is not None and option.metavar in _SEVERAL_IN_OPTIONS


def _options_of(command: Any, context: Any) -> Iterator[str]:
    """Yield what the options of a command, and of all below it, may be written as."""
    for option in command.get_params(context):
        yield from known_names(option)
    names = command.list_commands(context) if hasattr(command, "list_commands") else ()
    for name in names:
        yield from _options_of(command.get_command(context, name), context)


def _listed(told: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))


def _parted(line: TypedLine, wanted: int, *, is_text: bool) -> tuple[list[str], list[TypedOption]]:
    """Return the words that are no option's, so many at least, and the options.

    The last word that is wanted is text, or a name.
    """
    missing = wanted - len(line.alone)
    if missing <= 0:
        return line.alone, line.options
    if is_text:
        return line.words, [TypedOption(one.name, one.words[:1]) for one in line.options]
    *before, last = line.options or [TypedOption("", [])]
    if len(last.words) <= missing:
        return line.alone, line.options
    return [*line.alone, *last.words[-missing:]], [*before, TypedOption(last.name, last.words[:-missing])]


def unknown_in(context: Any, line: TypedLine, word: str, rest: Sequence[str]) -> UsageError:
    """Return the refusal of an option that a command has not; `rest` is the line behind it.

    Where words without quotes stand behind it or around it, the command is told as it is meant; what is an
    option of any other command is none of the words.
    """
    behind = []
    for following in rest:
        if following.startswith("-"):
            break
        behind.append(following)
    refusal = unknown_option(context, word)
    if near := meant_option(context, word):
        option = next(o for o in context.command.get_params(context) if near in known_names(o))
        if option.is_flag or len(behind) < len("ab"):
            return refusal
        short = min(option.opts, key=len)
        line.add_option(short, behind[0])
        for following in behind[1:]:
            line.add_word(following)
        told = in_quotes(context, line)
        meant = f"There is no option {short_word(word)}: did you mean {short}? {told}"
        return UsageError(meant) if told else refusal
    if word.partition("=")[0] in set(_options_of(context.find_root().command, context)):
        return refusal
    for following in (word, *behind):
        line.add_word(following)
    told = in_quotes(context, line)
    if not told:
        return refusal
    blamed = f"There is no option {short_word(word)}. If it is one of your words"
    return UsageError(f"{blamed}, {told[:1].lower()}{told[1:]}")
