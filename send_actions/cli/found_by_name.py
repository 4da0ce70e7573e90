"""A thing of the plan found by what people type for it: its name, words of it, or what tells it apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from send_actions.domain.noun import Noun
from send_actions.domain.text import clean, cut, fold, match_key, printable
from send_actions.errors import UsageError

Thing = TypeVar("Thing")

_LONGEST_QUOTE = 40
_LONGEST_NAME = 80
_NAMED = 3


class Name(Noun):
    """What a thing is called, and what tells it apart from others that are called so."""

    name: str
    traits: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        """The name with all that tells the thing apart."""
        return ", ".join((self.name, *self.traits))

    @property
    def keys(self) -> list[str]:
        """What may be typed for it: the full name, or the name with one of what tells it apart."""
        return [self.full, *(f"{self.name}, {trait}" for trait in self.traits)]

    @property
    def shown(self) -> str:
        """The full name, with what is long of it cut."""
        return ", ".join(printable(cut(part, _LONGEST_NAME)) for part in (self.name, *self.traits))


class Sought(Noun):
    """What is looked for: one and many of it by name, the command that lists them, and whose they are."""

    noun: str
    nouns: str
    command: str
    whose: str = ""

    def missing(self, typed: str, near: str | None, names: Sequence[str]) -> UsageError:
        """Return the refusal of words that none of the things named has."""
        listed = f"`send-actions {self.command}`"
        if self.whose and not names:
            return UsageError(f"There is no {self.noun} of {printable(self.whose)} yet: see {listed}.")
        of = f" of {printable(cut(self.whose, _LONGEST_NAME))}" if self.whose else ""
        start = f'There is no {self.noun} "{printable(cut(typed.strip(), _LONGEST_QUOTE))}"{of}'
        if near:
            return UsageError(f"{start}: did you mean {printable(cut(near, _LONGEST_NAME))}?")
        if not self.whose:
            return UsageError(f"{start}, nor one like it: see {listed}.")
        told = "; ".join(f"“{name}”" for name in names[:_NAMED])
        more = f" and {len(names) - _NAMED} more, see {listed}" if len(names) > _NAMED else ""
        return UsageError(f"{start}: it has {told}{more}.")


def by_name(
    things: Iterable[Thing], name: Callable[[Thing], str], *traits: Callable[[Thing], str]
) -> list[tuple[Name, Thing]]:
    """Return things with their names, and with what those of one name differ in."""
    listed = list(things)
    alike = defaultdict(list)
    for one in listed:
        alike[fold(name(one))].append(one)
    named = []
    for one in listed:
        others = alike[fold(name(one))]
        told = [trait(one) for trait in traits if len(set(map(trait, others))) > 1]
        named.append((Name(name(one), tuple(told)), one))
    return named


def titled(typed: str, things: Sequence[tuple[Name, Thing]], kind: Sought) -> Thing:
    """Return the thing of a name, or of words that one name alone has; raises UsageError."""
    words = clean(typed, one_line=True)
    wanted = fold(words)
    having = [pair for pair in things if wanted and any(wanted in fold(key) for key in pair[0].keys)]
    exact = [pair for pair in having if wanted in map(fold, pair[0].keys)]
    same = [pair for pair in exact if words in pair[0].keys]
    for found in (same, exact, having):
        if found and all(thing == found[0][1] for _, thing in found):
            return found[0][1]
    if having:
        word = printable(cut(typed.strip(), _LONGEST_QUOTE))
        many, named = len(exact or having), "; ".join(name.shown for name, _ in (exact or having)[:_NAMED])
        raise UsageError(f'"{word}" are words of {many} {kind.nouns}: {named}. Give more of it.')
    from send_actions.domain.words.choices import nearest

    near = nearest(typed, [name.full for name, _ in things])
    raise kind.missing(typed, near, [name.shown for name, _ in things])


def found_exactly(typed: str, things: Iterable[tuple[str, Thing]]) -> Thing | None:
    """Return the first thing whose name was typed, whatever its capitals; None without one."""
    wanted = fold(clean(typed, one_line=True))
    return next((thing for name, thing in things if fold(name) == wanted), None)


def found_in_part(typed: str, names: Iterable[str]) -> str | None:
    """Return the name that was typed, or the only one that has the words typed; None without one."""
    listed, words = list(dict.fromkeys(names)), fold(clean(typed, one_line=True))
    for name in listed:
        if match_key(name) == match_key(typed):
            return name
    having = [name for name in listed if words and words in fold(name)]
    return having[0] if len(having) == 1 else None
