"""The words of a plan: statuses with letter, symbol and colour, impact, and the other closed lists."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Self

from send_actions.domain.noun import Noun


class _Choice(StrEnum):
    """One of a closed list: its value is the one slug used everywhere, `key` the key that chooses it."""

    key: str
    colour: str
    symbol: str

    def __new__(cls, slug: str, key: str = "", colour: str = "", symbol: str = "") -> Self:
        made = str.__new__(cls, slug)
        made._value_ = slug
        made.key, made.colour, made.symbol = key, colour, symbol
        return made

    __hash__ = str.__hash__  # an enum's own is written in Python, and is felt ten thousand times

    @property
    def word(self) -> str:
        """The default word, as a heading would have it."""
        return self.value.replace("-", " ").capitalize()


class Status(_Choice):
    """How an action's delivery goes: slug, key, default colour, and a symbol that every font has (WGL4)."""

    OFF_TRACK = "off-track", "r", "red", "■"
    AT_RISK = "at-risk", "a", "amber", "▲"
    NOT_STARTED = "not-started", "n", "grey", "○"
    ON_TRACK = "on-track", "g", "green", "●"
    COMPLETE = "complete", "c", "blue", "√"
    EMBEDDED = "embedded", "e", "blue", "√√"
    ON_HOLD = "on-hold", "h", "grey", "▬"
    WITHDRAWN = "withdrawn", "w", "none", "×"

    @property
    def letter(self) -> str:
        """The letter shown for it."""
        return self.key.upper()

    @property
    def is_open(self) -> bool:
        """Whether work is still promised: neither done nor stopped by agreement."""
        return self in OPEN


class Impact(_Choice):
    """What difference an action has made, rated apart from its status."""

    TOO_EARLY = "too-early", "1"
    NONE_YET = "none-yet", "2"
    EMERGING = "emerging", "3"
    EVIDENCED = "evidenced", "4"


class Heard(_Choice):
    """How an update was learnt."""

    RETURN = "return", "t"
    EMAIL = "e-mail", "l"
    MEETING = "meeting", "m"
    JUDGEMENT = "judgement", "j"


class Precision(StrEnum):
    """How exactly a due date was given; month, quarter and term fall due on their last day."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    TERM = "term"
    ONGOING = "ongoing"
    UNCLEAR = "unclear"

    @property
    def is_period(self) -> bool:
        """Whether a date that was given so has a last day."""
        return self not in (Precision.ONGOING, Precision.UNCLEAR)


class Better(StrEnum):
    """Which way a measure's value should go; neither for one that only tells of demand."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class MinuteKind(StrEnum):
    """What a board said at a meeting."""

    QUESTION = "question"
    DECISION = "decision"
    REQUEST = "request"
    RESOLVED = "resolved"


ASKS: Final = frozenset({MinuteKind.QUESTION, MinuteKind.REQUEST})
"""What a meeting waits to be answered."""


class EvidenceKind(StrEnum):
    """What sort of thing shows that something was done or made a difference."""

    DATA = "data"
    AUDIT = "audit"
    VOICE = "voice"
    DOCUMENT = "document"


class SourceKind(StrEnum):
    """Where findings come from."""

    INSPECTION_LETTER = "inspection-letter"
    PEER_REVIEW = "peer-review"
    DIAGNOSTIC = "diagnostic"
    SELF_EVALUATION = "self-evaluation"


class FindingKind(StrEnum):
    """What a source found."""

    STRENGTH = "strength"
    AREA_FOR_IMPROVEMENT = "area-for-improvement"
    RECOMMENDATION = "recommendation"


class ComparatorKind(StrEnum):
    """With whom a measure is compared."""

    NATIONAL = "national"
    NEIGHBOURS = "neighbours"
    REGION = "region"


OPEN: Final = frozenset({Status.OFF_TRACK, Status.AT_RISK, Status.NOT_STARTED, Status.ON_TRACK})
"""Statuses of actions still to be delivered."""

DONE: Final = frozenset({Status.COMPLETE, Status.EMBEDDED})
"""Statuses of actions that were delivered."""

BOARD_PAPER: Final = "board"
"""The kind of paper of which a meeting has one: another takes its place, and the next compares with it."""

TROUBLED: Final = frozenset({Status.OFF_TRACK, Status.AT_RISK})
"""Statuses whose note is the reason and that want a path to green."""

REASONED: Final = TROUBLED | {Status.ON_HOLD, Status.WITHDRAWN}
"""Statuses whose note is the reason."""

WORST_FIRST: Final = (
    *(Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK, Status.NOT_STARTED),
    *(Status.ON_HOLD, Status.COMPLETE, Status.EMBEDDED, Status.WITHDRAWN),
)
"""The order in which statuses are listed and in which an area's worst open action is found."""

THEME_PRESETS: Final = {
    "inspection questions": ("Identify", "Assess and meet", "Improve outcomes"),
    "area SEND handbook 2023": (
        "Needs are identified and assessed in good time",
        "Children and families take part in decisions",
        "The right help at the right time",
        "Prepared for next steps",
        "Valued, visible and included",
    ),
}
"""Themes a plan can start from; a theme is free text."""


class LegendEntry(Noun):
    """How one plan shows one status: colour, word and definition, and whether it is used."""

    status: Status
    colour: str
    word: str
    definition: str
    used: bool = True


_MEANINGS: Final = {
    Status.OFF_TRACK: "Will not be done by the due date without help from the board.",
    Status.AT_RISK: "Late or likely to be, and the lead has a plan to recover.",
    Status.NOT_STARTED: "The start date is not reached, or it waits.",
    Status.ON_TRACK: "Will be done by the due date.",
    Status.COMPLETE: "Done; proof named.",
    Status.EMBEDDED: "Done, and now everyday practice.",
    Status.ON_HOLD: "Stopped by agreement, with a date to look again.",
    Status.WITHDRAWN: "No longer part of the plan: superseded, merged or dropped, with the reason.",
}

DEFAULT_LEGEND: Final = tuple(LegendEntry(s, s.colour, s.word, _MEANINGS[s]) for s in Status)
"""The legend of a new plan, in the order of `Status`."""
