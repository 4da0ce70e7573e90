"""One's own keys, as the settings have them: those that can be in force, and why others cannot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from send_actions.config import FILE
from send_actions.domain.text import clean, cut
from send_actions.domain.words.choices import nearest
from send_actions.errors import UsageError
from send_actions.tui.commands.catalogue import NAMED, USUAL
from send_actions.tui.commands.command import Command, View
from send_actions.tui.commands.incoming import OF_FILE
from send_actions.tui.commands.judging import AT_ROUND_S_END
from send_actions.tui.key_map import STAYING, KeyMap
from send_actions.tui.key_names import key_name, key_written
from send_actions.tui.session import Watcher
from send_actions.tui.text_layout import inline, joined

_MOST_TOLD: Final = 5
"""Sentences that the foot has room for."""

_LONGEST: Final = 24
"""Characters of a name or a key that is told back."""

_BY_ID: Final = {command.id: command for command in reversed(NAMED)}


class OwnKeys(NamedTuple):
    """The keys in force, and a sentence for each of one's own that is not."""

    keys: KeyMap
    wrong: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """The same, each saying where it is to be mended."""
        return tuple(f"{FILE}: {words}" for words in self.wrong)

    def tell(self, watcher: Watcher) -> None:
        """Say at the foot what is wrong, below what is said there already."""
        told = self.told[:_MOST_TOLD]
        if more := len(self.wrong) - len(told):
            told = (*told, f"{FILE}: {more} more; `send-actions keys` says which")
        if told:
            message = watcher.foot.message if watcher.foot else []
            said = [message] if message else []
            watcher.say_line(joined([*said, *([(words, "amber")] for words in told)]))


class _Place(NamedTuple):
    """A screen as far as its keys go, and how a sentence names it; home has no name."""

    words: str
    commands: Sequence[Command[Any]]


class _Clash(NamedTuple):
    """A key of one's own that does something else on a screen."""

    own: str
    key: str
    other: Command[Any]
    place: _Place


def own_keys(wanted: Mapping[str, Sequence[str]], views: Sequence[View]) -> OwnKeys:
    """Put one's own keys in force, by the names of what they do; what is wrong leaves the usual keys there.

    No key does two things on one screen, and none is taken that leads in or out.
    """
    if not wanted:
        return OwnKeys(USUAL)
    moved: dict[str, tuple[str, ...]] = {}
    wrong: list[str] = []
    for name, written in wanted.items():
        try:
            command = _known(name)
            moved[command.id] = _read(command, written)
        except UsageError as refusal:
            wrong.append(str(refusal))
    places = list(_places(views))
    while clash := next(_clashes(moved, places), None):
        del moved[clash.own]
        wrong.append(_told(clash))
    return OwnKeys(KeyMap(NAMED, moved), tuple(wrong))


def named_commands() -> list[Command[Any]]:
    """What the settings have a name for: one command of each name, but for those whose keys nobody moves."""
    return [command for command in NAMED if _BY_ID[command.id] is command and not command.is_fixed]


def _known(name: str) -> Command[Any]:
    """The command of a name; raises UsageError naming the nearest."""
    word = clean(name, one_line=True).casefold().replace("_", "-")
    command: Command[Any] | None = _BY_ID.get(word)
    if command is None:
        near = nearest(word, [one.id for one in named_commands()])
        meant = f"did you mean {near}?" if near else "`send-actions keys` names them all."
        raise UsageError(f"no key is called {_short(name)}: {meant}")
    if command.is_fixed:
        raise UsageError(f"{command.id} is not to be moved: {_stays(command)}")
    return command


def _read(command: Command[Any], written: Sequence[str]) -> tuple[str, ...]:
    """The keys that are meant for a command; raises UsageError for what is no key, or must stay."""
    if not written:
        raise UsageError(f"{command.id} is given no key: {_stays(command)}")
    names: list[str] = []
    for text in written:
        name = key_written(clean(text, one_line=True) or text)
        if name is None:
            raise UsageError(
                f"{command.id} cannot be {_short(text)}, which is no key, as t, F5 or Ctrl+T is: "
                f"{_stays(command)}"
            )
        if name in STAYING and name not in command.keys:
            holder = next(one for one in NAMED if name in one.keys)
            raise UsageError(_cannot(command, name, holder.id))
        names.append(name)
    return tuple(dict.fromkeys(names))


def _places(views: Sequence[View]) -> Iterator[_Place]:
    for view in views:
        yield _Place("" if view.id == "home" else view.words, view.screen().SCREEN_COMMANDS)
    yield _Place("the round's end", AT_ROUND_S_END)
    yield _Place("a file to bring in", OF_FILE)


def _clashes(moved: Mapping[str, tuple[str, ...]], places: Sequence[_Place]) -> Iterator[_Clash]:
    """Each key that stands for two things on a screen; of two of one's own the later is the one at fault."""
    keys, order = KeyMap(NAMED, moved), list(moved)
    for place in places:
        taken: dict[str, Command[Any]] = {}
        for command in place.commands:
            for name in keys.names(command):
                other = taken.setdefault(name, command)
                if other.id != command.id:
                    own, rest = sorted((command, other), key=lambda one: -_place_in(order, one.id))
                    yield _Clash(own.id, name, rest, place)


def _place_in(order: Sequence[str], name: str) -> int:
    return order.index(name) if name in order else -1


def _told(clash: _Clash) -> str:
    place = f" in {clash.place.words}" if clash.place.words else ""
    return _cannot(_BY_ID[clash.own], clash.key, f"{clash.other.id}{place}")


def _cannot(command: Command[Any], key: str, other: str) -> str:
    return f"{command.id} cannot be {key_name(key)}, which is {other}: {_stays(command)}"


def _stays(command: Command[Any]) -> str:
    return f"it stays {USUAL.shown(command)}."


def _short(text: str) -> str:
    return f"“{cut(inline(text), _LONGEST)}”"
