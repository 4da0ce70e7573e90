"""One command of the command line: how it takes its words, and how its help ends."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Final

import typer
from typer.core import TyperCommand

from send_actions.cli.loose_words import LINE, TypedLine, in_quotes, unknown_in
from send_actions.cli.wrong_usage import known_names, missing_value, too_many, wrong_usage
from send_actions.errors import UsageError

_EXAMPLE: Final = "send-actions"


class Command(TyperCommand):
    """A command whose words may begin with a dash, that answers a slip with the line that helps.

    Its help ends with examples: the last paragraph of its docstring.
    """

    allow_extra_args = True
    takes_short_options_together: ClassVar = True

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; raises UsageError for a slip, with the line that helps."""
        if ctx.resilient_parsing:
            return super().parse_args(ctx, args)
        try:
            rest = super().parse_args(ctx, self._sorted(ctx, args))
        except typer.TyperException as error:
            raise wrong_usage(error, ctx, next(iter(examples(self.help)), "")) from error
        if rest:
            told = in_quotes(ctx, ctx.meta[LINE])
            raise UsageError(told) if told else too_many(ctx, rest)
        return rest

    def invoke(self, ctx: Any) -> Any:
        """Run the command; of a word behind an option that is refused, what the option may say is told."""
        try:
            return super().invoke(ctx)
        except UsageError as refusal:
            line: TypedLine = ctx.meta[LINE]
            told = in_quotes(ctx, line) if line.is_blamed(str(refusal)) else ""
            if not told:
                raise
            raise UsageError(told) from refusal

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write what the command does, without its examples."""
        del ctx
        for paragraph in _paragraphs(self.help):
            if not paragraph.startswith(f"{_EXAMPLE} "):
                formatter.write_paragraph()
                with formatter.indentation():
                    formatter.write_text(paragraph)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the examples, each whole on a line of its own, to be pasted."""
        del ctx
        write_examples(formatter, examples(self.help))

    def refuse_unknown_option(self, ctx: Any, word: str, rest: Sequence[str]) -> None:
        """Refuse an option there is not; raises UsageError, unless it is a word that begins with a dash."""
        if word[1:2].isalpha() or word.startswith("--"):
            name = word.partition("=")[0]
            if name == "".join(name.split()):
                raise unknown_in(ctx, ctx.meta[LINE], word, rest)

    def _sorted(self, ctx: Any, args: Sequence[str]) -> list[str]:
        """Return the options, and after "--" the words, of which some may begin with a dash.

        Raises UsageError for an option there is not, and for one whose value is missing.
        """
        options = {name: option for option in self.get_params(ctx) for name in _names(option)}
        kept: list[str] = []
        line = ctx.meta[LINE] = TypedLine()
        rest = list(reversed(args))
        while rest:
            word = rest.pop()
            if word == "--":
                for behind in reversed(rest):
                    line.add_word(behind)
                break
            if not word.startswith("-") or word == "-":
                line.add_word(word)
            elif word.partition("=")[0] in options:
                value = [*_value(ctx, word, options, rest)]
                kept += [word, *value]
                name, equals, stuck = word.partition("=")
                line.add_option(name, stuck if equals else next(iter(value), None))
            elif self.takes_short_options_together and word[:2] in options and " " not in word[:3]:
                kept.append(word)
                line.add_option(word)
            else:
                self.refuse_unknown_option(ctx, word, rest[::-1])
                line.add_word(word)
        words = line.words
        return [*kept, "--", *words] if any(word.startswith("-") for word in words) else [*kept, *words]


def write_examples(formatter: Any, lines: Sequence[str]) -> None:
    """Write examples below all else."""
    if lines:
        formatter.write_paragraph()
        formatter.write(f"{'Example' if len(lines) == 1 else 'Examples'}:\n")
        formatter.write("".join(f"  {line}\n" for line in lines))


def examples(explained: str | None) -> list[str]:
    """Return the lines of an explanation that can be pasted."""
    paragraphs = (p for p in _paragraphs(explained) if p.startswith(f"{_EXAMPLE} "))
    return [line.strip() for paragraph in paragraphs for line in paragraph.splitlines()]


def explanation(explained: str | None) -> str:
    """Return what a command does in short: the first paragraph of its explanation."""
    return next(iter(_paragraphs(explained)), "")


def _paragraphs(text: str | None) -> list[str]:
    return inspect.cleandoc(text).split("\n\n") if text else []


def _value(ctx: Any, word: str, options: Mapping[str, Any], rest: list[str]) -> Iterator[str]:
    """Yield the value that stands after an option, where it takes one."""
    if word in options and not options[word].is_flag:
        value = rest.pop() if rest else None
        if value is None or value.partition("=")[0] in options:
            raise missing_value(ctx, word, value)
        yield value


def _names(parameter: Any) -> list[str]:
    return known_names(parameter) if parameter.param_type_name == "option" else []
