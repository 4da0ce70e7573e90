"""The one rule of small counts in what is published: under 6 it is "fewer than 6", and cannot be worked out.

**What is a count.** How many of anything: children, families, plans, cases, actions. A share, a time, a sum
of money or a rate is none. Nought is under 6 too: where it stood as 0, "fewer than 6" would tell of one at
least, and a 0 says something of every child of a group. A target of nought is an aim and no count; it is
hidden all the same, since "met" or "missed" beside it would tell the count.

**What is worked out.** In a table, other counts are hidden too (as "6 or more", a total as "not shown")
until each of its small counts may be anything from 0 to 5 as far as a reader can reckon: see
`hidden_counts`. A column is hidden by itself, so that it is the same in the paper of this time and as last
time in the next; a change is told only where both of its counts are. Of a measure nothing is told, such as
better, met or missed, but what is so whatever the small count is.

**What is listed.** A list can be counted. So a public paper counts nothing that it names and names nothing
that it counts: actions that are done, late, due next or being done for families who spoke are named one by
one, without their status and with no number; the others still to be done are counted by status, and none is
called by its status anywhere.
Areas are all named with what their leads think of them, and not counted; an area whose lead has not said has
no status, since one worked out from its actions would tell of them. A kind of paper that both names and
counts, such as the board paper, is not for the public.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from send_actions.domain.words.measured import say_value

FEWEST: Final = 6
"""The least count that is shown."""

FEW: Final = f"fewer than {FEWEST}"
"""What stands where a small count was."""

MANY: Final = f"{FEWEST} or more"
"""What stands where a count was that would give a small one away."""

NOT_SHOWN: Final = "not shown"
"""What stands where a total was that would give a small count away."""

_SHARES: Final = frozenset(
    {"%", "per", "percent", "percentage", "percentages", "£", "$", "€", "pound", "pounds", "gbp"}
)
"""First words of units in which nothing is counted whatever follows."""

_BESIDE: Final = frozenset(
    {
        *("minute", "hour", "day", "week", "month", "year", "term", "working", "school", "calendar"),
        *("grade", "level", "point"),
    }
)
"""Words of time and place that say of what kind a thing is when they stand before it: day pupils."""

_NO_COUNTS: Final = (
    _SHARES
    | _BESIDE
    | {
        *("share", "rate", "ratio", "proportion", "cost", "points", "pts", "score", "scores", "index"),
        *("minutes", "hours", "days", "weeks", "months", "years", "terms"),
        *("average", "mean", "median", "grades", "levels", "stars", "rating"),
    }
)
"""Words of units in which nothing is counted; other words after them may be what is."""

_JOINERS: Final = frozenset(
    {
        *(
            "of",
            "per",
            "on",
            "from",
            "in",
            "for",
            "to",
            "a",
            "an",
            "each",
            "every",
            "by",
            "at",
            "with",
            "since",
        ),
        *("after", "before", "until", "between", "over", "under", "above", "below", "than"),
    }
)
"""Words before which stands what a unit counts."""

_PERSON: Final = {
    "child": "children",
    "leaver": "leavers",
    "youngster": "youngsters",
    "toddler": "toddlers",
    "infant": "infants",
    "pupil": "pupils",
    "student": "students",
    "learner": "learners",
    "person": "people",
    "family": "families",
    "parent": "parents",
    "carer": "carers",
    "mother": "mothers",
    "father": "fathers",
    "boy": "boys",
    "girl": "girls",
    "baby": "babies",
    "teenager": "teenagers",
    "patient": "patients",
    "sibling": "siblings",
    "household": "households",
}
_CASE: Final = (
    *("case", "plan", "request", "referral", "appeal", "tribunal", "exclusion", "suspension"),
    *("complaint", "placement", "assessment", "application", "ehcp"),
)
_COUNTED: Final = frozenset({*_PERSON, *_PERSON.values(), *_CASE})
_PLURAL: Final = re.compile(r"[\w-]*[^\Wsui]s")
_UNIT_PARTS: Final = re.compile(r"([%£$€])|[(),;:/]")
_SMALL: Final = "[0-5]|one|two|three|four|five"
_OF_ANY_NUMBER: Final = (
    "lac|cla|cyp|yp|neets?|uasc|looked[- ]after|under[- ](?:twos|threes|fours|fives|\\d+s)"
)
_MANY: Final = "|".join((*_PERSON.values(), *(f"{one}s" for one in _CASE), _OF_ANY_NUMBER))
_ONE: Final = "|".join((*_PERSON, _OF_ANY_NUMBER))
_ONE_OF_A_KIND: Final = rf"(?:1|one) (?!\(?(?:out )?of |(?:{_MANY})\b)"
"""One before what may be one person, so not before "of 12 pupils"."""
_NOT_BETWEEN: Final = (
    "of|in|to|at|on|by|for|and|or|but|per|from|with|than|as|into|about|whose|who|which|that|when|where|"
    "a|an|the|our|their|its|his|her|these|those|this|is|are|was|were|be|has|have|had|will|can|then|all|"
    "cent|minutes?|hours?|days?|weeks?|months?|years?|terms?|times?|thirds?|quarters?|points?|"
    "joined|single|joint|(?-i:(?!needs\\b)[A-Za-z][a-z-]*[b-hj-rtv-z]s)"
)
_KIND: Final = rf"(?:(?:year|stage|level|band|tier) \d\d?|(?!(?:{_NOT_BETWEEN})\b)[A-Za-z][\w-]*) "
"""What may stand between a count and what is counted: no word that ends a phrase, nor another plural."""
_NOT_BEFORE: Final = " (?:caps?|limits?)\\b"
_NOT_BEFORE_AFTER_ONE: Final = (
    " (?:hub|cent(?:re|er)|unit|protection|referral|conference|meeting|group|forum|panel|line|support|worker|"
    "link|survey|team|service|advocate|story|voice|council|premium|school|lead|leader|home|health|therapy|"
    "therapist|psychologist|board|budget|level|day|place|plan|passport|record|number|carer|friendly|led|"
    "centred|development|guide|leaflet|event|network|session|course|programme|project|pathway|charter|review|"
    "visit|case)\\b"
)
"""What a noun before it is not counted by, but says the kind of: one family hub, a 4 children cap."""
_NOT_AFTER: Final = "".join(
    f"(?<!{word} )"
    for word in (
        *(
            "year",
            "stage",
            "age",
            "aged",
            "ages",
            "phase",
            "area",
            "tier",
            "level",
            "band",
            "group",
            "action",
        ),
        *("step", "under", "over", "more than", "at least", "section", "version", "part", "to"),
        *(f"{number} in" for number in ("1", "2", "3", "4", "one", "two", "three", "four")),
        *(f"years {number} and" for number in "12345"),
    )
)
_VERBS: Final = {"is": " are", "was": " were", "has": " have"}


def _any_space(pattern: str) -> str:
    """A pattern whose spaces are any white space, and one alone where it looks back."""
    parts = re.split(r"(\(\?<[!=][^)]*\))", pattern.replace("[- ]", r"[-\s]"))
    told = (r"\s" if n % 2 else r"\s+" for n in range(len(parts)))
    return "".join(
        part.replace(" ?", r"\s*").replace(" ", space) for part, space in zip(parts, told, strict=True)
    )


_TEXT: Final = re.compile(
    _any_space(
        rf"(?<![\w.,/£$-]){_NOT_AFTER}"
        r"(?P<about>(?:only|just|about|around|some|fewer than|less than|up to|between) )?"
        rf"(?P<from>(?:{_SMALL}) ?(?:to|or|-|–) ?|(?<=between )(?:{_SMALL}) and )?"
        rf"(?:(?(from)(?!)|(?P<one>{_ONE_OF_A_KIND}))|(?(from)|(?!{_ONE_OF_A_KIND}))(?P<count>{_SMALL}) )"
        rf"(?P<of>\(?(?:out )?of (?:the |our |these |those |its )?(?:(?P<all>\d[\d,]*|{_SMALL})\)? )?)?"
        rf"(?P<kind>(?:{_KIND}){{0,3}}?)"
        rf"(?P<noun>(?(one)(?:{_ONE})|(?:{_MANY})))\b"
        rf"(?!['’]s| in (?:\d|two|three|four|five|six|ten|every|each)| at a time|{_NOT_BEFORE})"
        rf"(?(one)(?!{_NOT_BEFORE_AFTER_ONE})(?P<verb> (?:is|was|has)\b)?)",
    ),
    re.IGNORECASE,
)


def is_count(unit: str) -> bool:
    """Whether values in a unit count something: children, school moves; not per cent, days or pounds."""
    words = [word.strip("'’") for word in _UNIT_PARTS.sub(r" \1 ", unit.lower()).split()]
    if not words or words[0] in _SHARES:
        return not words
    ends = (n for n, word in enumerate(words) if n and word in _JOINERS)
    head = words[: next(ends, len(words))]
    begun = list(takewhile(lambda word: word in _NO_COUNTS or word.isdecimal(), head))
    rest, measured = head[len(begun) :], [word for word in begun if not word.isdecimal()]
    if not measured or measured[-1] in _BESIDE:
        return bool(rest) or {*measured} <= {"school"}
    return any(word in _COUNTED or _PLURAL.fullmatch(word) for word in rest)


def is_hidden(value: float, unit: str) -> bool:
    """Whether a value is a small count; what is no whole number counts nothing."""
    return abs(value) < FEWEST and value == int(value) and is_count(unit)


def say_public_value(value: float, unit: str) -> str:
    """A value with its unit, a small count as "fewer than 6": 67%, 12 weeks, fewer than 6 children."""
    if not is_hidden(value, unit):
        return say_value(value, unit)
    return say_value(FEWEST, unit).replace(str(FEWEST), FEW, 1)


def span(value: float, unit: str) -> tuple[float, float]:
    """The least and the most that a value can be, as far as it is published."""
    return (0, FEWEST - 1) if is_hidden(value, unit) else (value, value)


def without_small_counts(text: str) -> str:
    """A text in which a small count of people or of their cases is "fewer than 6": 4 pupils, two families.

    A share (two in five), an age, a year group and one case of a thing stay as they are.
    """
    return _TEXT.sub(_fewer, text)


def _fewer(found: re.Match[str]) -> str:
    whole = (found["all"] or "").replace(",", "")
    is_small = bool(re.fullmatch(_SMALL, whole, re.IGNORECASE))
    of = "" if is_small else found["of"] or ""
    noun = _PERSON.get(found["noun"].lower(), found["noun"])
    words = f"{FEW} {of}{found['kind']}{noun}{_VERBS.get((found['verb'] or '').strip(), '')}"
    return words[:1].upper() + words[1:] if found[0][0].isupper() else words
