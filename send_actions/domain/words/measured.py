"""Values of measures as people write and read them: 81%, £1,204, 12 weeks, 640."""

from __future__ import annotations

import re
from typing import Final

from send_actions.domain.plan import Comparator, Measure
from send_actions.domain.plan.vocabulary import Better
from send_actions.domain.text import clean, cut, match_key, printable
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError

_PLAIN: Final = frozenset({"", "number", "numbers", "count", "no", "no."})
_PER_CENT: Final = frozenset({"%", "per cent", "percent", "percentage"})
_POUNDS: Final = frozenset({"£", "pounds", "gbp"})
_OTHERWISE: Final = frozenset({"point", "points", "pts"})
"""Words that make another unit of per cent."""
_TURNING: Final = frozenset({"late", "over", "under", "beyond", "above", "below"})
"""Words after a unit that turn what it means."""
_SCALES: Final = frozenset({"thousand", "million", "billion", "bn", "k", "m", "000"})
_ANOTHER: Final = _SCALES | {f"{scale}s" for scale in _SCALES} | {"excess"}
"""Words of scale, and such as turn the meaning wherever they stand, that make another unit."""
_JOINERS: Final = frozenset({"of", "per", "on", "from", "in", "for", "to"})
"""Words before which the head of a unit stands."""

_SMALLEST: Final = 0.01
"""Below it, two places after the point would show nought."""
_LONGEST_QUOTE: Final = 40
_VALUE: Final = re.compile(
    r"(?P<sign>[-−+]?) ?(?P<money>[£$€]?) ?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+|(?=\.\d))(?P<rest>\.\d+)?"
    r"(?: ?(?P<unit>[^\d\s.,]\D*))?"
)


def say_value(value: float, unit: str) -> str:
    """A value with its unit: 67%, 1 week, 12 weeks, £1,250, 640."""
    places = 6 if 0 < abs(value) < _SMALLEST else 2
    digits = f"{abs(value):,.{places}f}".rstrip("0").rstrip(".")
    sign = "−" if value < 0 and digits != "0" else ""
    unit = unit.strip()
    if unit.lower() in _PLAIN:
        return sign + digits
    if unit.lower() in _PER_CENT:
        return f"{sign}{digits}%"
    if unit.split(" ")[0] == "£":
        return f"{sign}£{digits}{unit.removeprefix('£')}"
    if unit.startswith("% ") and not _OTHERWISE & set(unit.lower().split()):
        return f"{sign}{digits}{unit}"
    one = digits == "1" and unit.endswith("s") and not unit.endswith("ss")
    return f"{sign}{digits} {unit.removesuffix('s') if one else unit}"


def say_measure(measure: Measure) -> str:
    """A measure with its latest reading, which way that went, and its target: Waits: 9 weeks (May)."""
    before, latest = [None, None, *sorted(measure.readings, key=lambda one: (one.on, one.id))][-2:]
    told = "no reading yet"
    if latest:
        told = f"{say_value(latest.value, measure.unit)} ({latest.period.strip() or say_date(latest.on)})"
    if before and latest:
        way, was = way_of(measure, before.value, latest.value), say_value(before.value, measure.unit)
        told += ", the same as before" if way == "Same" else f", {way.lower()}, was {was}"
    if measure.target is not None:
        by = f" by {say_date(measure.target_by)}" if measure.target_by else ""
        told += f"; target {say_value(measure.target, measure.unit)}{by}"
    return f"{measure.title}: {told}"


def way_of(measure: Measure, before: float, latest: float) -> str:
    """Which way a value went: better, worse or the same, or only up or down where neither is better."""
    if say_value(before, measure.unit) == say_value(latest, measure.unit):
        return "Same"
    is_up = latest > before
    if measure.better is Better.NEITHER:
        return "Up" if is_up else "Down"
    return "Better" if is_up == (measure.better is Better.HIGHER) else "Worse"


def say_against(measure: Measure, before: float, latest: float) -> str:
    """How a value stands to one before it: better than 41%, the same as 12 weeks, up from 164."""
    return f"{_AGAINST[way_of(measure, before, latest)]} {say_value(before, measure.unit)}"


_AGAINST: Final = {
    "Better": "better than",
    "Worse": "worse than",
    "Same": "the same as",
    "Up": "up from",
    "Down": "down from",
}


def say_comparator(measure: Measure, elsewhere: Comparator) -> str:
    """The value of a measure elsewhere, and of when: national 46% (2024)."""
    return f"{elsewhere.kind.value} {say_value(elsewhere.value, measure.unit)}{in_brackets(elsewhere.period)}"


def say_baseline(measure: Measure) -> str:
    """What a measure began from, and of when: 38% (2024); empty where no value is kept."""
    if measure.baseline is None:
        return ""
    return f"{say_value(measure.baseline, measure.unit)}{in_brackets(measure.baseline_period)}"


def in_brackets(period: str) -> str:
    """A period as it stands behind its value; empty for none."""
    return f" ({period.strip()})" if period.strip() else ""


def read_value(text: str, unit: str) -> float:
    """The value of a measure in a unit, with or without it: 81, 81 %, 1,204, £1,200, 12 weeks.

    Raises UsageError for what is no number, and for another unit than the measure's.
    """
    words = clean(text, one_line=True)
    typed = printable(cut(words, _LONGEST_QUOTE))
    found = _VALUE.fullmatch(words)
    if found is None:
        raise UsageError(f'Cannot read "{typed}" as a value: give a number, such as 81 or 1,204.5.')
    given = [part for part in (found["money"], found["unit"]) if part]
    for other in given:
        if not is_same_unit(other, unit) and not is_same_unit(" ".join(given), unit):
            own = "numbers alone" if unit.lower() in _PLAIN else printable(unit)
            raise UsageError(
                f'"{typed}" is in {printable(other)} and the measure is in {own}: give its value in that.'
            )
    value = float(re.sub("[, ]", "", found["digits"]) + (found["rest"] or ""))
    return -value if found["sign"] in ("-", "−") else value


def is_perhaps_a_share(text: str, value: float, unit: str) -> bool:
    """Whether a value in per cent may be meant as a share of one: 0.81, typed without its sign."""
    return is_same_unit("%", unit) and 0 < abs(value) < 1 and "%" not in text


def is_same_unit(typed: str, unit: str) -> bool:
    """Whether a unit as it is typed is the measure's, or the head of it: week of weeks, % of % of plans."""
    return any(_is_same(typed, one) for one in (unit, *_heads(unit)))


def is_unit_kept(was: str, unit: str) -> bool:
    """Whether values in one unit stand so in another: weeks in weeks from request, not in weeks per child."""
    rates = ({*one.lower().replace("per cent", "%").split()} & {"per"} for one in (was, unit))
    return len({*map(bool, rates)}) == 1 and (is_same_unit(was, unit) or is_same_unit(unit, was))


def _heads(unit: str) -> list[str]:
    """What stands for a unit: the words before "of", "per" and the like, and the % it is reckoned in."""
    words = unit.lower().replace("per cent", "%").replace("(", " (").split()
    bare = [word.strip("(),;'") for word in words]
    if not _ANOTHER.isdisjoint(bare):
        return []
    heads = [" ".join(bare[:n]) for n in range(1, len(bare)) if bare[n] in _JOINERS]
    is_reckoned = _OTHERWISE.isdisjoint(bare) and any(_is_in_per_cent(words, n) for n in range(len(words)))
    return [*heads, "%"] if is_reckoned else heads


def _is_in_per_cent(words: list[str], n: int) -> bool:
    """Whether a word of a unit says that it is in per cent: the first, the last, or one in brackets."""
    if words[n].strip("(),;") not in _PER_CENT or _TURNING & set(words[n + 1 : n + 2]):
        return False
    is_last = n == len(words) - 1 and not words[n - 1][-1:].isdigit()
    return n == 0 or is_last or words[n].startswith("(")


def _is_same(typed: str, unit: str) -> bool:
    """Whether two ways to write a unit are the same; one week is weeks."""
    same = (_PER_CENT, _POUNDS, _PLAIN)
    if any(typed.lower() in names for names in same):
        return any({typed.lower(), unit.lower()} <= names for names in same)
    return match_key(typed).removesuffix("s") == match_key(unit).removesuffix("s")
