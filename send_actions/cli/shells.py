"""How bash and zsh are answered on Tab: all that leans on Typer's inner parts.

bash takes a colon for the end of a word and puts in what it is offered as it stands; zsh evaluates the
answer.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from typer._click.shell_completion import CompletionItem, add_completion_class, split_arg_string
from typer._completion_classes import BashComplete, ZshComplete

_NOT_PLAIN: Final = r"([^\w./:,@%+=-])"


class Bash(BashComplete):
    """bash: the pieces of a word with colons are put together, and only the last is answered."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one at the cursor, and as much of that as is typed."""
        typed = split_arg_string(os.environ["COMP_WORDS"])
        at = int(os.environ["COMP_CWORD"])
        words = [*typed[1:at], typed[at] if at < len(typed) else ""]
        whole: list[str] = []
        for number, word in enumerate(words):
            is_colon = bool(word) and not word.strip(":")
            after_colon = number > 0 and bool(words[number - 1]) and not words[number - 1].strip(":")
            if whole and (is_colon or after_colon):
                whole[-1] += word
            else:
                whole.append(word)
        in_pieces = whole[-1] != words[-1] or (words[-1] and not words[-1].strip(":"))
        self._before = f"{whole[-1].rpartition(':')[0]}:" if in_pieces else ""
        return whole[:-1], whole[-1]

    def format_completion(self, item: CompletionItem) -> str:
        """Return what bash is to put in, nothing of which it takes for an order."""
        return re.sub(_NOT_PLAIN, r"\\\1", str(item.value).removeprefix(self._before))


class Zsh(ZshComplete):
    """zsh: what may be typed as words in single quotes, with what each means beside it."""

    def complete(self) -> str:
        """Return the order that offers them."""
        args, incomplete = self.get_completion_args()
        found = self.get_completions(args, incomplete)
        if not found:
            return "_files"
        begun = [item for item in found if str(item.value).endswith(":")]
        whole = [item for item in found if item not in begun]
        return " ".join([_order(whole, "compadd -U"), _order(begun, "compadd -U -S ''")]).strip()


def _order(items: Sequence[CompletionItem], order: str) -> str:
    """Return zsh's order to offer items; nothing for none."""
    if not items:
        return ""
    wide = max(len(str(item.value)) for item in items)
    words = _array(str(item.value) for item in items)
    shown = _array(f"{item.value!s:<{wide}}  {item.help or ''}".rstrip() for item in items)
    return f"local -a sa_words=({words}) sa_shown=({shown}); {order} -l -d sa_shown -a sa_words;"


def _array(texts: Iterable[str]) -> str:
    return " ".join(map(_quoted, texts))


def _quoted(text: str) -> str:
    return "'" + " ".join(text.split(" ")).replace("'", "'\\''") + "'"


class Offered(str):
    """A word that is offered however what is typed begins, for Typer would leave it out."""

    __slots__ = ()

    def startswith(self, *_typed: Any) -> bool:
        """Say yes."""
        return True


def answer_shells() -> None:
    """Have bash and zsh answered as here."""
    add_completion_class(Bash, "bash")
    add_completion_class(Zsh, "zsh")
