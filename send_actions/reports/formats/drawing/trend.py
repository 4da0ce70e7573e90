"""Values by period as a line, with milestones on their days, and target, limits and comparators across."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle, pairwise
from typing import Final

from send_actions.reports.document import Day, Number, Trend
from send_actions.reports.formats.drawing.canvas import SIZE, Canvas, Drawing, cut_to, told, width_of_words
from send_actions.reports.formats.drawing.scale import Scale, scale_of

MOST_WIDE: Final = 493.0
"""Points; a line grows no wider than an upright page."""

_PLOT_HIGH: Final = 82.0
_TOP: Final = 19.0
_BOTTOM: Final = 16.0
_MOST_NAME: Final = 130.0
_LINE: Final = 11.0
"""Points between two names at the right."""
_DASHES: Final = ("1.5 2.5", "5 2 1.5 2", "3 3", "8 2 1.5 2 1.5 2")
"""How comparators are told from each other; the target's dashes are longer and heavier than any."""
_TARGET: Final = "7 3"
_LIMIT: Final = "1 2"
"""The dashes of process limits; the mean is a thin whole line."""
_SPECIAL: Final = "Special cause"
_FURTHER: Final = (10, 16, 22, 28, 40, 52)
"""How much further from its point the last value may stand, in points, where it is crowded."""
_MOST_LABELLED: Final = 14
"""Points that may all have their values beside them."""


def draw_trend(trend: Trend, room: float) -> Drawing:
    """The line in the room given."""
    return _Plot(trend, min(room, MOST_WIDE)).draw()


class _Plot:
    """One line and what stands around it."""

    def __init__(self, trend: Trend, width: float) -> None:
        self._canvas = Canvas()
        places = sorted(range(len(trend.points)), key=lambda place: trend.points[place][0].on)
        self._points = [trend.points[place] for place in places]
        self._flagged = {n for n, place in enumerate(places) if place in trend.flagged}
        self._steps = sorted(trend.milestones, key=lambda step: step[0].on)
        target = [("Target", trend.target[1])] if trend.target else []
        self._levels = [*target, *trend.limits, *trend.others]
        dashes = cycle(_DASHES)
        self._lines = [("ink", 1.4, _TARGET) for _ in target]
        self._lines += [("quiet", 0.75, "" if place == 0 else _LIMIT) for place in range(len(trend.limits))]
        self._lines += [("quiet", 1.1, next(dashes)) for _ in trend.others]
        self._has_target = bool(target)
        names = [_named(name, value) for name, value in self._levels]
        values = [value.value for _, value in (*self._points, *self._steps, *self._levels)]
        self._scale: Scale = scale_of(values)
        self._width = width
        self._high = max(_PLOT_HIGH, _LINE * len(names))
        self._left = max(map(width_of_words, self._scale.labels)) + 6
        self._names = max((width_of_words(name, bold=True) for name in names), default=0)
        self._right = width - (self._names + 16 if names else 10)
        days = [day.on.toordinal() for day, _ in (*self._points, *self._steps)] or [0]
        self._first, self._last = min(days), max(days)
        self._at = [(self._x(day), self._y(value.value)) for day, value in self._points]

    def draw(self) -> Drawing:
        """Everything, from what lies behind to what lies above."""
        self._draw_scale()
        self._draw_levels()
        self._draw_line()
        self._draw_key()
        self._draw_periods()
        self._draw_values()
        return self._canvas.drawing(self._width, _TOP + self._high + _BOTTOM)

    def _x(self, day: Day) -> float:
        inner = self._right - self._left - 16
        span = self._last - self._first
        share = (day.on.toordinal() - self._first) / span if span else 0.5
        return self._left + 8 + inner * share

    def _y(self, value: float) -> float:
        return _TOP + self._high * (1 - self._scale.share(value))

    def _draw_scale(self) -> None:
        for tick, label in zip(self._scale.ticks, self._scale.labels, strict=True):
            y = self._y(tick)
            colour = "quiet" if tick in (0, self._scale.ticks[0]) else "rule"
            self._across(y, colour, 0.75 if colour == "quiet" else 0.5)
            self._canvas.words(self._left - 4, y + 3, label, anchor="end", colour="quiet")

    def _draw_levels(self) -> None:
        """Draw the target and comparators across, and their names at the right, none upon another."""
        named: list[tuple[float, str, bool]] = []
        for place, (name, value) in enumerate(self._levels):
            is_target = self._has_target and place == 0
            y = self._y(value.value)
            self._across(y, *self._lines[place])
            self._canvas.keep_clear(self._left, y - 1.5, self._right, y + 1.5)
            named.append((y, _named(name, value), is_target))
        named.sort(key=lambda one: (one[0], one[1]))
        places = _apart([y for y, _, _ in named], _LINE, _TOP, _TOP + self._high)
        for (y, words, is_target), at in zip(named, places, strict=True):
            steps = f"M{told(self._right)} {told(y)}L{told(self._right + 8)} {told(at)}h3"
            self._canvas.path(steps, "rule", width=0.75)
            self._canvas.words(self._right + 14, at + 3, words, bold=is_target)

    def _draw_line(self) -> None:
        if len(self._at) > 1:
            steps = "L".join(f"{told(x)} {told(y)}" for x, y in self._at)
            self._canvas.path(f"M{steps}", "ink", width=1.6)
        for place, (x, y) in enumerate(self._at):
            self._dot(x, y, is_flagged=place in self._flagged)
        for day, value in self._steps:
            self._diamond(self._x(day), self._y(value.value))

    def _dot(self, x: float, y: float, *, is_flagged: bool) -> None:
        """Draw a reading, one that tells of a special cause as a ring."""
        self._canvas.dot(x, y, 3.4 if is_flagged else 2.4)
        if is_flagged:
            self._canvas.dot(x, y, 1.8, "paper")

    def _diamond(self, x: float, y: float) -> None:
        self._canvas.path(f"M{told(x)} {told(y - 4)}l4 4l-4 4l-4 -4z", "ink", width=1.1, filled="paper")
        self._canvas.keep_clear(x - 4, y - 4, x + 4, y + 4)

    def _draw_key(self) -> None:
        canvas, y = self._canvas, 5.5
        canvas.path(f"M{told(self._left)} {y}h18", "ink", width=1.6)
        canvas.dot(self._left + 9, y, 2.4)
        canvas.words(self._left + 23, y + 3, "Reading")
        x = self._left + 23 + width_of_words("Reading") + 18
        if self._flagged:
            self._dot(x, y, is_flagged=True)
            canvas.words(x + 9, y + 3, _SPECIAL)
            x += 9 + width_of_words(_SPECIAL) + 18
        if self._steps:
            self._diamond(x, y)
            canvas.words(x + 9, y + 3, "Milestone due")

    def _draw_periods(self) -> None:
        """Write the periods under the line: the last and the first, then what fits between."""
        bottom = _TOP + self._high
        ends = [self._points[-1], self._points[0]] if self._points else []
        for day, _ in (*ends, *self._steps[::-1], *self._points[1:-1]):
            self._canvas.path(f"M{told(self._x(day))} {told(bottom)}v3", "quiet", width=0.75)
            self._write(self._x(day), bottom + 12, day.text, colour="quiet")

    def _draw_values(self) -> None:
        """Write values beside their points: the last, the ends, the milestones, then what fits."""
        ordered = _by_weight(self._points)
        for place in ordered[:1]:
            self._value(place, bold=True)
        for day, value in self._steps:
            x, y = self._x(day), self._y(value.value)
            around = [
                (x + 7, y + 3, "start"),
                (x, y - 6, "middle"),
                (x, y + 13, "middle"),
                (x - 7, y + 3, "end"),
            ]
            self._first_free(around, str(value), colour="quiet")
        for place in ordered[1:]:
            self._value(place)

    def _value(self, place: int, *, bold: bool = False) -> None:
        day, value = self._points[place]
        x, y = self._x(day), self._y(value.value)
        further = _FURTHER if bold else ()
        sides = (("middle", 0.0), ("end", 2.0), ("start", -2.0))
        above = [(x + aside, y - 5 - up, anchor) for up in (0, 4, *further) for anchor, aside in sides]
        below = [
            (x + aside, y + 11.5 + down, anchor) for down in (0, 4.5, *further) for anchor, aside in sides
        ]
        beside = [other[1].value for other in self._points[max(0, place - 1) : place + 2]]
        is_peak = value.value * len(beside) >= sum(beside)
        self._first_free([*above, *below] if is_peak else [*below, *above], str(value), bold=bold)

    def _first_free(
        self,
        places: Sequence[tuple[float, float, str]],
        words: str,
        *,
        colour: str = "ink",
        bold: bool = False,
    ) -> None:
        """Write words in the first place where they meet neither others nor the line, if there is one."""
        length = width_of_words(words, bold=bold)
        for x, y, anchor in places:
            left = x - {"start": 0, "middle": length / 2, "end": length}[anchor]
            inside = min(max(left, self._left), self._width - length)
            is_near = anchor == "middle" or inside == left
            is_on_sheet = is_near and _TOP - 12 < y < _TOP + self._high - 1
            if not is_on_sheet or self._is_on_line(inside, inside + length, y):
                continue
            if self._canvas.words_if_free(inside, y, words, colour=colour, bold=bold, halo=True):
                return

    def _is_on_line(self, left: float, right: float, base: float) -> bool:
        """Whether the line of readings runs through words that stand there."""
        box = (left, base - SIZE * 0.72, right, base + 1)
        return any(_meets(one, other, box) for one, other in pairwise(self._at))

    def _write(self, x: float, y: float, words: str, *, colour: str) -> None:
        """Write words around a place, moved inwards where they would run out of the sheet."""
        shown = cut_to(words, self._width / 3)
        half = width_of_words(shown) / 2
        middle = min(max(x, half), self._width - half)
        self._canvas.words_if_free(middle, y, shown, anchor="middle", colour=colour)

    def _across(self, y: float, colour: str, width: float, dashes: str = "") -> None:
        steps = f"M{told(self._left)} {told(y)}H{told(self._right)}"
        self._canvas.path(steps, colour, width=width, dashes=dashes)


def _meets(
    one: tuple[float, float], other: tuple[float, float], box: tuple[float, float, float, float]
) -> bool:
    """Whether a straight piece of a line from left to right meets a box."""
    left, top, right, bottom = box
    (x, y), (end, fall) = one, other
    if end < left or x > right:
        return False
    slope = (fall - y) / (end - x) if end > x else 0.0
    heights = [y + slope * (max(left, x) - x), y + slope * (min(right, end) - x)]
    if end == x:
        heights = [y, fall]
    return min(heights) < bottom and max(heights) > top


def _named(name: str, value: Number) -> str:
    """A name, cut where it is long, and its value, which never is."""
    return f"{cut_to(name, _MOST_NAME - min(width_of_words(str(value)), _MOST_NAME / 2))} {value}"


def _by_weight(points: Sequence[tuple[Day, Number]]) -> list[int]:
    """The places of points whose values are written: the last, the first, the extremes, then all of a few."""
    if not points:
        return []
    places = range(len(points))
    extremes = [pick(places, key=lambda place: points[place][1].value) for pick in (max, min)]
    others = places if len(points) <= _MOST_LABELLED else ()
    return list(dict.fromkeys([places[-1], 0, *extremes, *others]))


def _apart(wanted: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """Places in the order given, at least a gap from each other, and within bounds where they fit."""
    places = list(wanted)
    for place, (before, here) in enumerate(pairwise(list(places))):
        places[place + 1] = max(places[place + 1], places[place] + gap, here, before)
    over = places[-1] - bottom if places else 0
    if over > 0:
        places[-1] -= over
        for place in range(len(places) - 2, -1, -1):
            places[place] = min(places[place], places[place + 1] - gap)
    return [max(one, top - gap) for one in places]
