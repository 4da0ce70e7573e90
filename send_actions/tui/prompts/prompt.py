"""What all prompts share: they open at the foot, hold the keys, and go away without a trace on Esc."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from send_actions.tui.calm_app import CalmApp
from send_actions.tui.text_layout import Line, flow, keyed, length, wrap_line
from send_actions.tui.widgets.page import Bar

Choose = Callable[[str], Awaitable[None]]
"""Takes the letter that was chosen, once the prompt has gone."""


AS_USUAL: Final = "and works as usual"
"""What else comes of a key that does not say yes to a question."""


class Prompt(Vertical):
    """Lines at the foot of a screen that hold the keys; `is_done` once it has nothing more to ask."""

    takes_words: ClassVar[bool] = False
    """Whether its Enter saves words that were typed."""

    fills_screen: ClassVar[bool] = False
    """Whether it takes the place of the panes."""

    is_done = False
    opened_at = 0.0
    """For a prompt nobody asked for, when it opened: keys typed before that were not meant for it."""

    shown_at = 0.0
    """When it came to stand at the foot."""

    lets_through = False
    """Whether the key that ended it was no answer, and is to be done as it would be without it."""

    def compose(self) -> ComposeResult:
        """As many lines as its words take."""
        yield Bar(id="prompt-lines")

    def on_mount(self) -> None:
        """Draw its lines."""
        self.draw()

    def draw(self) -> None:
        """Draw its lines again."""
        self.query_one("#prompt-lines", Bar).show(self.lines)

    def lines(self, _width: int) -> list[Line]:
        """Its words in lines of a width."""
        return []

    def leave_out(self) -> None:
        """Hear that a key was left out because it was typed before this opened."""

    async def take_key(self, event: events.Key) -> None:
        """Do what a key stands for while the prompt is open."""
        if event.key == "escape":
            self.is_done = True

    def take_paste(self, text: str) -> None:
        """Take a pasted text, where there is a field for it."""

    async def afterwards(self) -> None:
        """Do what was chosen, once the prompt has gone."""


class MenuPrompt(Prompt):
    """A question answered by one letter; capitals count as small letters, for Caps Lock is no answer.

    `why_not` says of letters that are off why they are. Where Enter chooses, the letter stands out until
    Enter takes it, and another letter takes its place.
    """

    def __init__(
        self,
        question: Line,
        choices: Sequence[tuple[str, Line]],
        choose: Choose,
        *,
        why_not: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self._question = question
        self._choices = choices
        self._choose = choose
        self._why_not = why_not
        self._chosen = ""
        self._doubt = ""

    async def take_key(self, event: events.Key) -> None:
        """Take every key: a letter of the line chooses, Esc leaves, others say that they do not."""
        letter, waits = (event.character or "").lower(), self._waits_for_enter
        if event.key == "escape":
            self._chosen = ""
        if event.key == "escape" or (waits and event.key == "enter" and self._chosen):
            self.is_done = True
            return
        self._chosen = letter if letter in dict(self._choices) else ""
        self.is_done = bool(self._chosen) and not waits
        named = letter if len(letter) == 1 and letter.isprintable() and letter != " " else event.key
        self._doubt = "" if self._chosen else self._why_not.get(letter, f"{named} is none of these")
        if not self.is_done:
            self.draw()

    @property
    def _waits_for_enter(self) -> bool:
        return isinstance(self.app, CalmApp) and self.app.enter_chooses

    async def afterwards(self) -> None:
        """Do what the letter stands for."""
        if self._chosen:
            await self._choose(self._chosen)

    def lines(self, width: int) -> list[Line]:
        """The question and its answers, none of them parted."""
        groups: list[Line] = [self._question] if self._question else []
        for letter, words in self._choices:
            said = [("▐", "accent"), *words, ("▌", "accent")] if letter == self._chosen else words
            groups.append([(letter, "key"), (" ", ""), *said])
        groups += [keyed("Enter", "take it")] if self._chosen else []
        groups.append(keyed("Esc", "leave"))
        groups += [[(self._doubt, "amber")]] if self._doubt else []
        return flow(groups, width)


def says_no(event: events.Key) -> bool:
    """Whether a key is a plain answer to a question that it does not say yes to: no more is done with it."""
    return event.key in {"escape", "enter"} or (event.character or "").lower() in {"y", "n"}


class ConfirmPrompt(Prompt):
    """A question that one key answers with yes, mostly y; every other key says no, and does what it does.

    Esc, Enter, y and n are answers and no more; `no` says what comes of every other key.
    """

    def __init__(
        self, question: Line, confirm: Callable[[], Awaitable[None]], *, yes: str, no: str, key: str = "y"
    ) -> None:
        super().__init__()
        self._groups: list[Line] = [question, keyed(key, yes), [(f"any other key {no} {AS_USUAL}", "dim")]]
        self._key = key.lower()
        self._confirm = confirm
        self._is_yes = False

    async def take_key(self, event: events.Key) -> None:
        """Take the one key for yes and anything else for no."""
        self._is_yes = self._key in {event.key, (event.character or "").lower()}
        self.lets_through = not self._is_yes and not says_no(event)
        self.is_done = True

    async def afterwards(self) -> None:
        """Do what was confirmed."""
        if self._is_yes:
            await self._confirm()

    def lines(self, width: int) -> list[Line]:
        """The question, in as many lines as it takes, yes and no."""
        question, *answers = self._groups
        if length(question) < width:
            return flow(self._groups, width)
        return [*wrap_line([(" ", ""), *question], width), *flow(answers, width)]
