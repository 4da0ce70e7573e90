"""A command that takes a filter: a single dash negates, and what is completed are its terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from send_actions.cli.typed_command import Command
from send_actions.domain.text import cut, printable
from send_actions.errors import UsageError


class FilterCommand(Command):
    """A command without short options, but for help: after a single dash stands what is not wanted."""

    takes_short_options_together: ClassVar = False

    def refuse_unknown_option(self, ctx: Any, word: str, rest: Sequence[str]) -> None:
        """Refuse what looks like an option; raises UsageError with the term of the filter that was meant."""
        if not word.startswith("--"):
            if len(word) == len("-o") and word[1].isalpha():
                raise UsageError(
                    f"There is no option {word}: after a dash stands a word that is not wanted, such as "
                    f"-org:ICB, and a file is written by `{ctx.command_path} --csv > plan.csv`."
                )
            return
        if term := _term(word, next(iter(rest), None)):
            raise UsageError(f"There is no option {printable(cut(word, 40))}: did you mean {term}?")
        super().refuse_unknown_option(ctx, word, rest)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Offer the options that begin so, and after a single dash the terms it negates."""
        found = super().shell_complete(ctx, incomplete)
        negates = incomplete.startswith("-") and not incomplete.startswith("--")
        words = next(p for p in self.get_params(ctx) if p.param_type_name == "argument")
        return [*found, *words.shell_complete(ctx, incomplete)] if negates else found


def _term(word: str, following: str | None) -> str | None:
    """Return the term that an option was meant for: --status red is status:red, --overdue is overdue."""
    from send_actions.domain.filters.terms import EXAMPLES, FLAGS, term_of
    from send_actions.domain.filters.values import term_with

    name, _, value = word.removeprefix("--").partition("=")
    also = {"owner": "lead", "organisation": "org", "code": "check", "rag": "status", "search": ""}
    key = also.get(name, name)
    given = printable(cut(value or ("" if (following or "-").startswith("-") else following or ""), 40))
    if key in EXAMPLES:
        term = term_with(key, given) if given else EXAMPLES[key]
        return f"'{term}'" if '"' in term or "<" in term else term
    if key == "":
        return given or None
    return name if name in FLAGS else term_of(name)
