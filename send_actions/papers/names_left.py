"""Parts of owners' names that stand alone in a paper for the public: a warning to whoever makes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from send_actions.domain.noun import Noun
from send_actions.domain.plan import Owner, Plan
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import Audience, redact_plan
from send_actions.reports.document import Document
from send_actions.reports.output import encode

_LEAST: Final = 3
"""Letters of a part of a name that is looked for; fewer are initials."""
_ORDINARY: Final = frozenset(
    {
        *("april", "august", "bell", "best", "black", "brown", "church", "day", "east", "faith", "grace"),
        *("green", "hall", "hill", "hope", "june", "king", "lane", "long", "mark", "may", "north", "park"),
        *("read", "rose", "school", "short", "south", "summer", "west", "white", "will", "winter", "wood"),
        "young",
    }
)
"""Names that are words which any sentence may begin with, or places may be called by."""
_NAMED: Final = 4


def names_left(plan: Plan, paper: Document, audience: Audience) -> list[str]:
    """Return a sentence for each owner of whose name a part seems to stand in a paper for the public.

    It says where and does not repeat the name. A word that the paper has without its capital too, or that is
    in what a role, organisation, board or area is called, is no name.
    """
    parts = {
        owner: _parts(owner) for owner in plan.owners if audience is Audience.PUBLIC and owner.name.strip()
    }
    if not parts:
        return []
    said = set(_words(encode(paper, "text").decode()))
    called = {word.casefold() for word in _words(repr(_what_is_called(plan)))}
    seen = redact_plan(plan, audience)
    told = []
    for owner, names in parts.items():
        left = {name for name in names & said if name.casefold() not in said | called | _ORDINARY}
        if left:
            places = list(dict.fromkeys(_places(seen, left)))
            more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
            where = ", ".join(places[:_NAMED]) + more if places else "the paper"
            told.append(
                f"Part of the name of {owner} seems to stand in the words of {where}: say the role there "
                "before the paper goes out."
            )
    return told


def _parts(owner: Owner) -> set[str]:
    return {word for word in _words(owner.name) if len(word) >= _LEAST and word[:1].isupper()}


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text.replace("’s", "").replace("'s", ""))


def _what_is_called(plan: Plan) -> list[str]:
    owners = (words for owner in plan.owners for words in (owner.role, owner.organisation))
    areas = (words for area in plan.areas for words in (area.title, area.theme))
    boards = (meeting.series for meeting in plan.meetings)
    return [plan.title, plan.partnership, *owners, *areas, *boards]


def _places(plan: Plan, names: set[str]) -> Iterator[str]:
    """Yield where names stand: actions by ref, areas by number, meetings by their day, others by title."""

    def has_one(noun: Noun) -> bool:
        return not names.isdisjoint(_words(repr(noun)))

    yield from (action.ref for action in plan.actions if has_one(action))
    yield from (f"area {area.number}" for area in plan.areas if has_one(area))
    for said in filter(has_one, plan.minutes):
        meeting = plan.meetings_by_id.get(said.meeting_id)
        yield f"the meeting of {say_date(meeting.on)}" if meeting else "a meeting"
    yield from (f"the evidence “{one.title}”" for one in plan.evidence if has_one(one))
    yield from (f"the measure “{measure.title}”" for measure in plan.measures if has_one(measure))
    yield from (f"the source “{source.title}”" for source in plan.sources if has_one(source))
